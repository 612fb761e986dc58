#include "rules/cronwhen.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define WORDS_MOST 12
#define TEXT_MOST 100
#define EVERY_DAY 0x7fu
#define BUSINESS_DAYS 0x1fu
#define LAST_DAY 31

static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                   "Friday", "Saturday", "Sunday"};

static enum err not_when(const char *text, struct note *note)
{
    return fail(note, ERR_INPUT,
                "\"%.60s\" is no time that comes again; right would be `daily 07:00`, `mon 07:00`, "
                "`mon,thu 07:00`, `business days 07:00`, `monthly 1 07:00` or `monthly last 07:00`",
                text);
}

/* Three letters or more of its name; -1 = none. */
static int day_find(const char *word, size_t len)
{
    for (int i = 0; i < 7; i++)
        if (len >= 3 && len <= strlen(days[i]) && strncasecmp(word, days[i], len) == 0)
            return i;
    return -1;
}

/* "mon", "mon-fri", over the end of the week too: "sat-mon". */
static bool days_read(const char *word, unsigned *weekdays)
{
    const size_t len = strcspn(word, "-");
    const int first = day_find(word, len);
    const int last = word[len] ? day_find(word + len + 1, strlen(word + len + 1)) : first;

    if (first < 0 || last < 0)
        return false;
    for (int i = first;; i = (i + 1) % 7) {
        *weekdays |= 1u << i;
        if (i == last)
            return true;
    }
}

static bool clock_read(const char *word, struct cronwhen *out)
{
    const size_t hours = strspn(word, "0123456789");
    const char *rest = word + hours + 1;

    if (hours < 1 || hours > 2 || word[hours] != ':' || strspn(rest, "0123456789") != 2 || rest[2])
        return false;
    out->hour = (int)strtol(word, NULL, 10);
    out->minute = (int)strtol(rest, NULL, 10);
    return out->hour <= 23 && out->minute <= 59;
}

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcasecmp(word, *list) == 0)
            return true;
    return false;
}

/* "monthly 15": what stands between it and the time. */
static enum err month_day_read(const char *word, const char *text, struct cronwhen *out,
                               struct note *note)
{
    if (strcasecmp(word, "last") == 0) {
        out->month_day = LAST_DAY;
        return ERR_OK;
    }
    if (strlen(word) > 2 || strspn(word, "0123456789.") != strlen(word))
        return not_when(text, note);
    out->month_day = (int)strtol(word, NULL, 10);
    if (out->month_day >= 29 && out->month_day <= 31)
        return fail(
            note, ERR_INPUT,
            "not every month has a day %d; `monthly last` is its last day, 1 to 28 the others",
            out->month_day);
    return out->month_day >= 1 && out->month_day <= 28 ? ERR_OK : not_when(text, note);
}

static int words_cut(char *copy, char *words[WORDS_MOST])
{
    static const char *const silent[] = {"at", "on", "each", "every", "the", "and", NULL};
    int count = 0;

    for (char *rest = copy; *rest;) {
        rest += strspn(rest, " ,");
        const size_t len = strcspn(rest, " ,");
        if (len == 0)
            break;
        char *word = rest;
        rest += len;
        if (*rest)
            *rest++ = 0;
        if (is_one_of(word, silent))
            continue;
        if (count == WORDS_MOST)
            return 0;
        words[count++] = word;
    }
    return count;
}

enum err cronwhen_parse(const char *text, struct cronwhen *out, struct note *note)
{
    static const char *const dailies[] = {"daily", "day", NULL};
    static const char *const business[] = {"business", "working", "weekdays", "workdays", NULL};
    static const char *const monthlies[] = {"monthly", "month", NULL};
    static const char *const silent[] = {"day", "days", NULL};
    char copy[TEXT_MOST + 1], *words[WORDS_MOST];

    *out = (struct cronwhen){0};
    if (strlen(text) > TEXT_MOST)
        return not_when(text, note);
    memcpy(copy, text, strlen(text) + 1);
    const int count = words_cut(copy, words) - 1; /* the time is the last */
    if (count < 1 || !clock_read(words[count], out))
        return not_when(text, note);
    if (count == 1 && is_one_of(words[0], dailies)) {
        out->weekdays = EVERY_DAY;
        return ERR_OK;
    }
    const bool monthly = is_one_of(words[0], monthlies);
    if (is_one_of(words[0], business))
        out->weekdays = BUSINESS_DAYS;
    for (int i = monthly || out->weekdays ? 1 : 0; i < count; i++) {
        if (i > 0 && is_one_of(words[i], silent))
            continue;
        if (monthly && !out->month_day)
            TRY(month_day_read(words[i], text, out, note));
        else if (monthly || is_one_of(words[0], business) || !days_read(words[i], &out->weekdays))
            return not_when(text, note);
    }
    return out->weekdays || out->month_day ? ERR_OK : not_when(text, note);
}

/* cron counts from Sunday = 0, and it is read more easily from Monday on. */
const char *cronwhen_fields(const struct cronwhen *when, struct arena *arena)
{
    const char *time = arena_format(arena, "%d %d", when->minute, when->hour);
    const char *list = "";

    if (when->month_day == LAST_DAY)
        return arena_format(arena, "%s 28-31 * *", time);
    if (when->month_day)
        return arena_format(arena, "%s %d * *", time, when->month_day);
    if (when->weekdays == EVERY_DAY)
        return arena_format(arena, "%s * * *", time);
    if (when->weekdays == BUSINESS_DAYS)
        return arena_format(arena, "%s * * 1-5", time);
    for (int i = 0; i < 7; i++)
        if (when->weekdays & (1u << i))
            list = arena_format(arena, "%s%s%d", list, *list ? "," : "", (i + 1) % 7);
    return arena_format(arena, "%s * * %s", time, list);
}

const char *cronwhen_test(const struct cronwhen *when)
{
    return when->month_day == LAST_DAY ? "[ \"$(date -d tomorrow +%d)\" = 01 ]" : "";
}

static const char *days_said(unsigned weekdays, struct arena *arena)
{
    const char *said = "";

    if (weekdays == EVERY_DAY)
        return "each day";
    if (weekdays == BUSINESS_DAYS)
        return "each day from Monday to Friday";
    for (int i = 0; i < 7; i++)
        if (weekdays & (1u << i))
            said = *said ? arena_format(arena, "%s and %s", said, days[i])
                         : arena_format(arena, "each %s", days[i]);
    return said;
}

const char *cronwhen_said(const struct cronwhen *when, struct arena *arena)
{
    const char *which = when->month_day == LAST_DAY ? "on the last day of each month"
                        : when->month_day
                            ? arena_format(arena, "on day %d of each month", when->month_day)
                            : days_said(when->weekdays, arena);

    return arena_format(arena, "%s at %02d:%02d", which, when->hour, when->minute);
}
