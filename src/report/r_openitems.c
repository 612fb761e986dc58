#include "report/r_openitems.h"

#include "ledger/documentlist.h"
#include "report/openbook.h"

#include <stdio.h>

static const struct column columns[] = {
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"document", "Document", CELL_CODE, 0, 0, 0},
    {"kind", "Kind", CELL_TEXT, 4, 0, 0},
    {"instalment", "No.", CELL_INT, 6, 0, 0},
    {"issued", "Issued", CELL_DATE, 3, 0, 0},
    {"due", "Due", CELL_DATE, 0, 0, 0},
    {"currency", "Cur", CELL_CODE, 1, 0, 0},
    {"amount", "Amount", CELL_MONEY, 2, 0, 0},
    {"open", "Open", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"days_past_due", "Days", CELL_INT, 1, 0, 0},
    {"disputed", "Disputed", CELL_MONEY, 5, 0, COLUMN_TOTAL},
    {"status", "Status", CELL_CODE, 2, 0, 0},
};

static enum err item_row(struct openbook *open, const struct openline *line,
                         const struct openitem *item, struct arena *arena, struct sink *sink)
{
    const struct date as_of = open->plan.scan.as_of;
    const int64_t disputed = openbook_disputed(open, item->id, item->open);
    const bool late = item->open > 0 && item->due.day < as_of.day;
    struct item paper;

    TRY(item_get(open->book, item->id, arena, &paper));
    const enum document_status status =
        item_status(paper.amount, item->open, disputed, late,
                    recourse_of_item(&open->recourse, line->debtor->id, item->id));
    const struct cell cells[] = {
        cell_code(line->debtor->code),
        cell_code(paper.number),
        cell_text(document_kind_word(paper.kind)),
        cell_int(paper.seq),
        cell_date(paper.issued),
        cell_date(item->due),
        cell_code(line->currency.code),
        cell_money(money_of(paper.amount, line->currency)),
        cell_money(money_of(item->open, line->currency)),
        item->open > 0 ? cell_int(aging_days(as_of, item->due)) : cell_none(),
        cell_money(money_of(disputed, line->currency)),
        cell_code(document_status_word(status)),
    };
    return sink_row(sink, paper.document_id, late ? '!' : disputed ? '*' : ' ', cells);
}

static enum err rows(struct openbook *open, struct sink *sink)
{
    const uint32_t *order = openbook_order(open);
    struct arena kept = {0}, row = {0};
    enum err e = ERR_OK;

    for (size_t i = 0; e == ERR_OK && i < open->line_count; i++) {
        if (!openbook_wanted(open, order[i]))
            continue;
        const struct openline *line = &open->lines[order[i]];
        arena_reset(&kept);
        const struct openitem *items = openbook_items(open, line, &kept);
        for (int k = 0; e == ERR_OK && k < line->items; k++) {
            arena_reset(&row);
            e = item_row(open, line, &items[k], &row, sink);
        }
    }
    arena_done(&row);
    arena_done(&kept);
    return e;
}

enum err openitems_table(struct book *book, const struct aging_options *options, struct sink *sink)
{
    struct openbook open = {.line_count = 0};
    struct openbook_plan plan;
    char as_of[DATE_TEXT], subtitle[64];
    enum err e;

    TRY(openbook_plan_make(book, options, CONTROL_RECEIVABLE, &plan));
    plan.items = true;
    TRY_OUT(openbook_read(&open, book, &plan));
    snprintf(subtitle, sizeof subtitle, "as of %s, %s", date_iso(options->as_of, as_of),
             options->by_date == BY_POSTED ? "posted" : "effective");
    const struct table_head head = {"Open items", subtitle, columns,
                                    (int)(sizeof columns / sizeof *columns)};
    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(rows(&open, sink));
    e = sink->foot(sink->self, NULL);
out:
    openbook_done(&open);
    return e;
}
