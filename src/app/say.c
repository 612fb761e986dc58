#include "app/say.h"

#include <string.h>

const char *say_minor(struct arena *arena, int64_t minor, struct currency currency)
{
    char text[MONEY_TEXT];

    return arena_text(arena, money_plain(money_of(minor, currency), text));
}

const char *say_money(struct arena *arena, struct money money)
{
    return arena_format(arena, "%s %s", say_minor(arena, money.minor, money.currency),
                        money.currency.code);
}

void say_sum(struct say_sums *sums, struct money money)
{
    int at = 0;

    while (at < sums->count && !currency_is(sums->of[at].currency, money.currency))
        at++;
    if (at == sums->count && at < (int)(sizeof sums->of / sizeof *sums->of))
        sums->of[sums->count++] = money_of(0, money.currency);
    if (at < sums->count && amount_add(sums->of[at].minor, money.minor, &sums->of[at].minor))
        sums->of[at].minor = 0;
}

const char *say_sums(struct arena *arena, const struct say_sums *sums)
{
    const char *said = "";

    for (int at = 0; at < sums->count; at++)
        said = arena_format(arena, "%s%s%s", said, *said ? " and " : "",
                            say_money(arena, sums->of[at]));
    return said;
}

const char *say_day(struct arena *arena, struct date day)
{
    char text[DATE_TEXT];

    return arena_text(arena, date_iso(day, text));
}

const char *say_account(struct arena *arena, const char *code, const char *name)
{
    return strcmp(code, name) == 0 ? code : arena_format(arena, "%s   %s", code, name);
}

const char *say_moment(struct arena *arena, int64_t moment)
{
    char clock[CLOCK_TEXT];

    return arena_format(arena, "%s %s", say_day(arena, moment_date(moment)),
                        moment_clock(moment, clock));
}

const char *say_join(struct arena *arena, const char *before, const char *more)
{
    return before && before[0] ? arena_format(arena, "%s; %s", before, more) : more;
}

const char *say_ahead(struct arena *arena, const char *says, struct date day, struct date today)
{
    const int days = day.day - today.day;

    if (days <= 0)
        return says;
    return arena_format(arena, "%s; dated %d day%s after today", says, days, days == 1 ? "" : "s");
}

const char *say_map_question(struct arena *arena, const char *file, const char *map,
                             const char *unread)
{
    return arena_format(arena, "%s: read it as --map '%s'%s%s?", file, map,
                        *unread ? ", and leave out " : "", unread);
}
