#include "report/r_unapplied.h"

#include "ledger/payment.h"
#include "report/openbook.h"

#include <stdio.h>

static const struct column columns[] = {
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"name", "Name", CELL_TEXT, 3, 14, 0},
    {"document", "Document", CELL_CODE, 0, 0, 0},
    {"kind", "Kind", CELL_TEXT, 2, 0, 0},
    {"date", "Date", CELL_DATE, 6, 0, 0},
    {"since", "Since", CELL_DATE, 0, 0, 0}, /* the money was there, and its days are counted */
    {"age_days", "Days", CELL_INT, 0, 0, 0},
    {"method", "Method", CELL_TEXT, 4, 0, 0},
    {"reference", "Reference", CELL_CODE, 5, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"amount", "Amount", CELL_MONEY, 2, 0, 0},
    {"unapplied", "Unapplied", CELL_MONEY, 0, 0, COLUMN_TOTAL},
};

/* How the money came; of a credit memo, nothing; what was identified or moved, the first paper. */
static enum err method_of(struct book *book, const struct document *document, struct arena *arena,
                          const char **out)
{
    struct receipt receipt;
    bool is;

    TRY(document_receipt(book, document->id, arena, &receipt, &is));
    *out = !is ? NULL
           : receipt.keep == KEEP_ON_ACCOUNT
               ? arena_format(arena, "%s, on account", payment_method_word(receipt.method))
               : payment_method_word(receipt.method);
    return ERR_OK;
}

static enum err item_row(struct openbook *open, const struct openline *line,
                         const struct openitem *item, struct arena *arena, struct sink *sink)
{
    struct item paper;
    struct document document;
    const char *method;

    TRY(item_get(open->book, item->id, arena, &paper));
    TRY(document_get(open->book, paper.document_id, arena, &document));
    TRY(method_of(open->book, &document, arena, &method));
    const struct cell cells[] = {
        cell_code(line->debtor->code),
        cell_text(line->debtor->name),
        cell_code(paper.number),
        cell_text(document_kind_word(paper.kind)),
        cell_date(paper.issued),
        cell_date(paper.value),
        cell_int(aging_days(open->plan.scan.as_of, paper.value)),
        cell_text(method),
        cell_code(document.reference),
        cell_code(line->currency.code),
        cell_money(money_of(-paper.amount, line->currency)),
        cell_money(money_of(-item->open, line->currency)),
    };
    return sink_row(sink, paper.document_id, line->customer_id ? ' ' : '*', cells);
}

static enum err rows(struct book *book, const struct openbook_plan *plan, struct sink *sink)
{
    struct openbook open = {.line_count = 0};
    struct arena kept = {0}, row = {0};
    enum err e;

    TRY_OUT(openbook_read(&open, book, plan));
    const uint32_t *order = openbook_order(&open);
    for (size_t i = 0; e == ERR_OK && i < open.line_count; i++) {
        const struct openline *line = &open.lines[order[i]];
        if (line->credits == 0 || !openbook_wanted(&open, order[i]))
            continue;
        arena_reset(&kept);
        const struct openitem *items = openbook_items(&open, line, &kept);
        for (int k = 0; e == ERR_OK && k < line->items; k++) {
            arena_reset(&row);
            if (items[k].open < 0)
                e = item_row(&open, line, &items[k], &row, sink);
        }
    }
out:
    arena_done(&row);
    arena_done(&kept);
    openbook_done(&open);
    return e;
}

enum err unapplied_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    static const enum account_control controls[] = {CONTROL_UNIDENTIFIED, CONTROL_RECEIVABLE};
    char as_of[DATE_TEXT], subtitle[64];

    snprintf(subtitle, sizeof subtitle, "as of %s", date_iso(options->as_of, as_of));
    const struct table_head head = {"Unapplied money and credits", subtitle, columns,
                                    (int)(sizeof columns / sizeof *columns)};
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < 2; i++) {
        struct openbook_plan plan;
        if (controls[i] == CONTROL_UNIDENTIFIED &&
            (options->customer_id || options->part.collector))
            continue;
        TRY(openbook_plan_make(book, options, controls[i], &plan));
        plan.items = true;
        plan.credits = CREDITS_OWN;
        TRY(rows(book, &plan, sink));
    }
    return sink->foot(sink->self, NULL);
}
