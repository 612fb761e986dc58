#include "report/r_team.h"

#include "base/arena.h"
#include "ledger/teamwork.h"

#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
    {.name = "day", .title = "Day", .kind = CELL_DATE},
    {.name = "user", .title = "User", .kind = CELL_CODE},
    {.name = "acts", .title = "Acts", .kind = CELL_INT, .worth = 4, .flags = COLUMN_TOTAL},
    {.name = "minutes", .title = "Minutes", .kind = CELL_INT, .worth = 1, .flags = COLUMN_TOTAL},
    {.name = "receipts", .title = "Receipts", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "received", .title = "Received", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "applied", .title = "Applied", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "unapplied", .title = "Waits", .kind = CELL_MONEY, .worth = 2, .flags = COLUMN_TOTAL},
    {.name = "papers", .title = "Papers", .kind = CELL_INT, .worth = 5, .flags = COLUMN_TOTAL},
    {.name = "billed", .title = "Billed", .kind = CELL_MONEY, .worth = 6, .flags = COLUMN_TOTAL},
    {.name = "contacts", .title = "Calls", .kind = CELL_INT, .worth = 3, .flags = COLUMN_TOTAL},
    {.name = "corrections", .title = "Corrections", .kind = CELL_INT, .flags = COLUMN_TOTAL},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static int user_cmp(const void *a, const void *b)
{
    const struct teamwork *x = a, *y = b;

    return strcmp(x->user, y->user);
}

static enum err row_add(struct teamwork *sum, const struct teamwork *row)
{
    sum->acts += row->acts;
    sum->minutes += row->minutes;
    sum->receipts += row->receipts;
    sum->papers += row->papers;
    sum->applied += row->applied;
    sum->corrections += row->corrections;
    sum->contacts += row->contacts;
    TRY(amount_add(sum->receipts_base, row->receipts_base, &sum->receipts_base));
    TRY(amount_add(sum->papers_base, row->papers_base, &sum->papers_base));
    return amount_add(sum->unapplied_base, row->unapplied_base, &sum->unapplied_base);
}

/* The rows of a user become one, without a day. */
static enum err by_user(struct teamwork *rows, int *count)
{
    int kept = 0;

    if (*count)
        qsort(rows, (size_t)*count, sizeof *rows, user_cmp);
    for (int i = 0; i < *count; i++) {
        rows[i].day = DATE_NONE;
        if (kept && strcmp(rows[kept - 1].user, rows[i].user) == 0)
            TRY(row_add(&rows[kept - 1], &rows[i]));
        else
            rows[kept++] = rows[i];
    }
    *count = kept;
    return ERR_OK;
}

static enum err row_put(struct book *book, const struct teamwork *row, int n, struct sink *sink)
{
    const struct currency base = book_currency(book);
    const struct cell cells[COLUMNS] = {date_is(row->day) ? cell_date(row->day) : cell_none(),
                                        cell_code(row->user),
                                        cell_int(row->acts),
                                        cell_int(row->minutes),
                                        cell_int(row->receipts),
                                        cell_money(money_of(row->receipts_base, base)),
                                        cell_int(row->applied),
                                        cell_money(money_of(row->unapplied_base, base)),
                                        cell_int(row->papers),
                                        cell_money(money_of(row->papers_base, base)),
                                        cell_int(row->contacts),
                                        cell_int(row->corrections)};

    return sink_row(sink, n, ' ', cells);
}

enum err team_table(struct book *book, struct date from, struct date to, const char *user,
                    bool whole, struct sink *sink)
{
    struct arena arena = {0};
    struct teamwork *rows;
    struct column shown[COLUMNS];
    char first[DATE_TEXT], last[DATE_TEXT];
    int count = 0;
    enum err e;

    TRY_OUT(teamwork_read(book, from, to, &arena, &rows, &count));
    if (whole)
        TRY_OUT(by_user(rows, &count));
    memcpy(shown, columns, sizeof shown);
    if (whole)
        shown[0].flags |= COLUMN_HIDDEN; /* they have no day */
    const struct table_head head = {"The team",
                                    arena_format(&arena, "%s, %s to %s", book_currency(book).code,
                                                 date_iso(from, first), date_iso(to, last)),
                                    shown, COLUMNS};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++)
        if (!user || strcmp(user, rows[i].user) == 0)
            TRY_OUT(row_put(book, &rows[i], i + 1, sink));
    e = sink->foot(sink->self, "By the clock. Minutes are those between one entry and the next, "
                               "pauses of more than 15 left out.");
out:
    arena_done(&arena);
    return e;
}
