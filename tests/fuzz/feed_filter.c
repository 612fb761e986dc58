/* feed_filter: one text as a filter, asked about a few rows; its negation answers the opposite. */
#include "base/arena.h"
#include "base/filter.h"
#include "fuzz/target.h"

#include <stdlib.h>

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "over-90", .title = "over 90", .kind = CELL_MONEY},
    {.name = "days_past_due", .title = "Days", .kind = CELL_INT},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "rate", .title = "Rate", .kind = CELL_PERCENT},
    {.name = "qty", .title = "Qty", .kind = CELL_QUANTITY},
    {.name = "disputed", .title = "Disp", .kind = CELL_FLAG},
    {.name = "made", .title = "Made", .kind = CELL_MOMENT},
    {.name = "trend", .title = "", .kind = CELL_BAR},
};
#define COLUMNS (sizeof columns / sizeof *columns)
#define ROWS 3

static bool filter_read(const char *text, struct filter **out)
{
    const struct date_habit habit = {date_of(2026, 11, 22), DATE_DMY};
    struct note note = {0};
    const enum err e = filter_parse(text, columns, COLUMNS, &habit, out, &note);

    must(e == ERR_OK || (note.code == e && note.text[0]));
    return e == ERR_OK;
}

void feed_filter(const uint8_t *bytes, size_t len)
{
    const struct currency eur = {"EUR", 2};
    const struct cell rows[ROWS][COLUMNS] = {
        {cell_code("ACME"),
         cell_text("Müller & Söhne (UK)"),
         cell_money(money_of(500050, eur)),
         cell_int(95),
         cell_date(date_of(2026, 11, 22)),
         cell_number(CELL_PERCENT, 25000),
         cell_number(CELL_QUANTITY, 1500000),
         cell_number(CELL_FLAG, 1),
         cell_number(CELL_MOMENT, 1790000000000000),
         {.kind = CELL_BAR, .text = "###"}},
        {cell_code("ZZ"),
         cell_text(""),
         cell_money(money_of(-1, eur)),
         cell_int(0),
         cell_date(DATE_NEVER),
         cell_number(CELL_PERCENT, 0),
         cell_number(CELL_QUANTITY, -1),
         cell_number(CELL_FLAG, 0),
         cell_number(CELL_MOMENT, 0),
         {.kind = CELL_BAR, .text = ""}},
        {{.kind = CELL_NONE}},
    };
    struct arena arena = {0};
    struct filter *filter = NULL, *opposite = NULL;
    char *text = feed_clean(bytes, len);

    if (text && filter_read(text, &filter)) {
        const bool negated = filter_read(arena_format(&arena, "!(%s)", text), &opposite);
        for (size_t i = 0; i < ROWS; i++) {
            const bool kept = filter_match(filter, rows[i]);
            must(!negated || filter_match(opposite, rows[i]) != kept);
        }
    }
    filter_done(filter);
    filter_done(opposite);
    arena_done(&arena);
    free(text);
}
