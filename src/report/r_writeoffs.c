/* What was written off and taken back in a period, for whatever reason, and what of it came back
 * by its end. */
#include "ledger/baddebt.h"
#include "report/r_recourse.h"

#include <strings.h>

static const struct column columns[] = {
    {"number", "Write-off", CELL_CODE, 0, 0, 0},
    {"posted", "Posted", CELL_DATE, 1, 0, 0},
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"name", "Name", CELL_TEXT, 5, 12, 0},
    {"document", "Document", CELL_CODE, 0, 0, 0},
    {"kind", "Kind", CELL_CODE, 2, 0, 0},
    {"currency", "Cur", CELL_CODE, 3, 0, 0},
    {"amount", "Amount", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"recovered", "Recovered", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"by", "By", CELL_CODE, 4, 0, 0},
    {"reason", "Why", CELL_TEXT, 6, 10, 0},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

struct writing {
    struct sink *sink;
    const char *currency;
    struct arena row;
};

static enum err put(void *self, const struct writeoff_row *row)
{
    struct writing *writing = self;
    const bool back = *row->takes_back != 0;

    if (writing->currency && strcasecmp(writing->currency, row->currency.code) != 0)
        return ERR_OK;
    arena_reset(&writing->row);
    const struct cell cells[COLUMNS] = {
        cell_code(row->number),
        cell_date(row->posted),
        cell_code(row->customer),
        cell_text(row->name),
        cell_code(row->document),
        cell_code(row->kind),
        cell_code(row->currency.code),
        cell_money(money_of(row->amount, row->currency)),
        cell_money(money_of(row->recovered, row->currency)),
        cell_code(row->actor),
        cell_text(back ? arena_format(&writing->row, "takes back %s%s%s", row->takes_back,
                                      *row->reason ? ": " : "", row->reason)
                       : row->reason),
    };

    return sink_row(writing->sink, row->document_id, back ? ' ' : '!', cells);
}

enum err writeoffs_table(struct book *book, const struct aging_options *options, struct date from,
                         struct date to, struct sink *sink)
{
    struct writing writing = {.sink = sink, .currency = options->currency};
    struct arena words = {0};
    char first[DATE_TEXT], last[DATE_TEXT];
    const struct table_head head = {
        "Write-offs",
        arena_format(&words, "posted %s to %s", date_iso(from, first), date_iso(to, last)), columns,
        COLUMNS};
    enum err e;

    TRY_OUT(sink->head(sink->self, &head));
    TRY_OUT(writeoffs_each(book, from, to, options->customer_id, put, &writing));
    e = sink->foot(sink->self, NULL);
out:
    arena_done(&writing.row);
    arena_done(&words);
    return e;
}
