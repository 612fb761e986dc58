#include "report/r_disputes.h"

#include "ledger/dispute.h"

#include <stdio.h>
#include <string.h>

static const struct column columns[] = {
    {"case", "Case", CELL_INT, 0, 0, 0},
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"document", "Document", CELL_CODE, 0, 0, 0},
    {"reason", "Reason", CELL_CODE, 0, 0, 0},
    {"owner", "Owner", CELL_TEXT, 2, 0, 0},
    {"opened", "Opened", CELL_DATE, 1, 0, 0},
    {"age_days", "Days", CELL_INT, 1, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"amount", "Amount", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"text", "What is said", CELL_TEXT, 3, 20, 0},
};

static enum err dispute_row(const struct dispute *d, struct date as_of, struct sink *sink)
{
    const struct cell cells[] = {
        cell_int(d->id),
        cell_code(d->customer),
        cell_code(d->number),
        cell_code(d->reason),
        cell_text(d->owner),
        cell_date(d->opened),
        cell_int(as_of.day - d->opened.day),
        cell_code(d->currency.code),
        cell_money(money_of(d->amount, d->currency)),
        cell_text(d->text),
    };
    return sink_row(sink, d->id, '*', cells);
}

enum err disputes_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    struct arena arena = {0};
    struct dispute *disputes;
    char as_of[DATE_TEXT], subtitle[64];
    int count;
    enum err e;

    TRY_OUT(dispute_list(book, options->customer_id, false, &arena, &disputes, &count));
    snprintf(subtitle, sizeof subtitle, "open on %s", date_iso(options->as_of, as_of));
    const struct table_head head = {"Disputes", subtitle, columns,
                                    (int)(sizeof columns / sizeof *columns)};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct dispute *d = &disputes[i];
        if (d->opened.day > options->as_of.day ||
            (date_is(d->closed) && d->closed.day <= options->as_of.day) ||
            (options->currency && strcmp(d->currency.code, options->currency) != 0))
            continue;
        TRY_OUT(dispute_row(d, options->as_of, sink));
    }
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&arena);
    return e;
}
