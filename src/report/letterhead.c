#include "report/letterhead.h"

const char *letter_day(struct arena *arena, struct date day)
{
    char text[DATE_TEXT];

    return arena_text(arena, date_iso(day, text));
}

const char *letter_money(struct arena *arena, struct money money)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char out[MONEY_TEXT];

    return arena_format(arena, "%s %s", money_show(money, &grouped, out), money.currency.code);
}
