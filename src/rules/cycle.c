#include "rules/cycle.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LAST 31

static enum err day_read(const char *text, struct cycle *out, struct note *note)
{
    char *end;

    for (int weekday = 0; out->kind == CYCLE_WEEKLY && weekday < 7; weekday++)
        if (strncasecmp(text, weekday_name(weekday), 3) == 0 && strlen(text) == 3) {
            out->day = weekday;
            return ERR_OK;
        }
    if (out->kind == CYCLE_WEEKLY)
        return fail(note, ERR_INPUT, "the day of a weekly cycle is mon to sun, as weekly:fri");
    const long day = strtol(text, &end, 10);
    if (!*text || *end || day < 1 || day > LAST)
        return fail(note, ERR_INPUT,
                    "the day of a cycle is 1 to 31, the last of the month, as monthly:15");
    out->day = (int)day;
    return ERR_OK;
}

enum err cycle_parse(const char *text, struct cycle *out, struct note *note)
{
    static const struct {
        const char *word;
        struct cycle cycle;
    } known[] = {
        {"", {CYCLE_UNSAID, 0}},
        {"never", {CYCLE_NEVER, 0}},
        {"none", {CYCLE_NEVER, 0}},
        {"weekly", {CYCLE_WEEKLY, 0}},
        {"monthly", {CYCLE_MONTHLY, LAST}},
        {"quarterly", {CYCLE_QUARTERLY, LAST}},
    };
    const char *colon = strchr(text, ':');
    const size_t len = colon ? (size_t)(colon - text) : strlen(text);

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strlen(known[i].word) != len || strncasecmp(known[i].word, text, len) != 0)
            continue;
        *out = known[i].cycle;
        if (!colon)
            return ERR_OK;
        if (out->kind >= CYCLE_WEEKLY)
            return day_read(colon + 1, out, note);
    }
    return fail(note, ERR_INPUT,
                "'%.40s' is no cycle of statements: weekly, monthly, quarterly or never, with a "
                "day as weekly:fri or monthly:15",
                text);
}

static struct date day_of(int month, int wanted)
{
    const struct date last = date_month_last(month);
    const struct date day = date_add(date_month_first(month), wanted - 1);

    return day.day > last.day ? last : day;
}

struct date cycle_day(const struct cycle *cycle, struct date day)
{
    if (cycle->kind < CYCLE_WEEKLY)
        return DATE_NONE;
    if (cycle->kind == CYCLE_WEEKLY)
        return date_add(day, -((date_weekday(day) - cycle->day + 7) % 7));
    const int step = cycle->kind == CYCLE_QUARTERLY ? 3 : 1;
    int month = date_month(day);
    if (step == 3) /* March, June, September, December: months 2, 5, 8, 11 of the year */
        month += 2 - ((month % 3) + 3) % 3;
    while (day_of(month, cycle->day).day > day.day)
        month -= step;
    return day_of(month, cycle->day);
}
