#include "report/r_causes.h"

#include "ledger/causes.h"
#include "ledger/disputereason.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct column columns[] = {
    {.name = "source", .title = "Source", .kind = CELL_CODE},
    {.name = "cause", .title = "Cause", .kind = CELL_CODE},
    {.name = "name", .title = "What it means", .kind = CELL_TEXT, .worth = 2},
    {.name = "month", .title = "Month", .kind = CELL_CODE},
    {.name = "count", .title = "Count", .kind = CELL_INT},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "value", .title = "Value", .kind = CELL_MONEY},
};

struct tally {
    enum cause_source source;
    const char *code, *name;
    int month; /* since 1970 */
    int64_t count, base;
};
struct tallies {
    struct book *book;
    struct arena arena;
    struct tally *rows;
    int count, room;
};

static enum err name_of(struct tallies *t, enum cause_source source, const char *code,
                        const char **out)
{
    struct dispute_reason reason;
    struct dispute_cause cause;
    bool is = false;

    *out = "";
    if (source == CAUSE_DISPUTE) {
        TRY(dispute_cause_get(t->book, code, &t->arena, &cause, &is));
        *out = is ? cause.name : "";
    } else if (source == CAUSE_DEDUCTION) {
        TRY(dispute_reason_get(t->book, code, &t->arena, &reason, &is));
        *out = is ? reason.name : "";
    } else if (source == CAUSE_LATE) {
        *out = strcmp(code, "LATE") == 0 ? "paid after the due day" : "paid after a dispute";
    }
    return ERR_OK;
}

static enum err add(void *self, const struct cause_row *row)
{
    struct tallies *t = self;
    const int month = (int)date_month(row->day);
    struct tally *found = NULL;

    for (int i = 0; i < t->count && !found; i++)
        if (t->rows[i].month == month && t->rows[i].source == row->source &&
            strcmp(t->rows[i].code, row->code) == 0)
            found = &t->rows[i];
    if (!found) {
        if (t->count == t->room) {
            const int room = t->room ? 2 * t->room : 64;
            struct tally *rows = arena_new(&t->arena, (size_t)room * sizeof *rows);
            if (t->count)
                memcpy(rows, t->rows, (size_t)t->count * sizeof *rows);
            t->rows = rows;
            t->room = room;
        }
        found = &t->rows[t->count++];
        *found = (struct tally){
            .source = row->source, .code = arena_text(&t->arena, row->code), .month = month};
    }
    found->count++;
    return amount_add(found->base, row->base, &found->base);
}

static int order(const void *a, const void *b)
{
    const struct tally *x = a, *y = b;

    if (x->source != y->source)
        return (int)x->source - (int)y->source;
    const int code = strcmp(x->code, y->code);
    return code ? code : x->month - y->month;
}

enum err causes_table(struct book *book, struct date from, struct date to, struct sink *sink)
{
    static const char *const sources[] = {"dispute", "deduction", "reversal", "late"};
    struct tallies t = {.book = book};
    char first[DATE_TEXT], last[DATE_TEXT], subtitle[64], month[DATE_TEXT];
    enum err e;

    TRY_OUT(causes_each(book, from, to, add, &t));
    for (int i = 0; i < t.count; i++)
        TRY_OUT(name_of(&t, t.rows[i].source, t.rows[i].code, &t.rows[i].name));
    if (t.count)
        qsort(t.rows, (size_t)t.count, sizeof *t.rows, order);
    snprintf(subtitle, sizeof subtitle, "from %s to %s", date_iso(from, first), date_iso(to, last));
    const struct table_head head = {"Root causes", subtitle, columns,
                                    sizeof columns / sizeof columns[0]};
    TRY_OUT(sink->head(sink->self, &head));
    for (int i = 0; i < t.count; i++) {
        const struct tally *row = &t.rows[i];
        date_iso(date_month_first(row->month), month);
        month[7] = '\0'; /* 2026-11 */
        const struct cell cells[] = {cell_code(sources[row->source]),
                                     cell_code(row->code),
                                     cell_text(row->name),
                                     cell_code(month),
                                     cell_int(row->count),
                                     cell_code(book_currency(book).code),
                                     cell_money(money_of(row->base, book_currency(book)))};
        TRY_OUT(sink_row(sink, i, ' ', cells));
    }
    e = sink->foot(sink->self, t.count ? "The same money may stand in several lines: no total."
                                       : NULL);
out:
    arena_done(&t.arena);
    return e;
}
