#include "rules/recurrence.h"

#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#define FILLED_MAX 4000
#define MONTHS_OF_YEAR 12

static const char *unit_word(enum recurrence_unit unit)
{
    static const char *const words[] = {"day", "week", "month", "quarter", "year", "part"};

    return words[unit];
}

enum err recurrence_judge(const struct recurrence *r, struct note *note)
{
    if (r->step < 1 || r->step > 999)
        return fail(note, ERR_INPUT, "the step is 1 (each %s) up to 999", unit_word(r->unit));
    if (r->day < 0 || r->day > 31)
        return fail(note, ERR_INPUT, "a day of the month is 1 to 31; 31 is its last day");
    if (r->day && r->unit < RECUR_MONTH)
        return fail(note, ERR_INPUT,
                    "a day of the month goes with month, quarter and year; what comes every %s "
                    "begins on its first day",
                    unit_word(r->unit));
    return ERR_OK;
}

/* ---- days ----------------------------------------------------------------------------------- */

/* Counted in months: from the month's first day, so that a short month shortens nothing after it.
 */
static struct date day_of_month(int month, int day)
{
    const struct date first = date_month_first(month), last = date_month_last(month);
    const struct date wanted = date_add(first, day - 1);

    return wanted.day > last.day ? last : wanted;
}

static int months_of(enum recurrence_unit unit)
{
    return unit == RECUR_YEAR ? MONTHS_OF_YEAR : unit == RECUR_QUARTER ? 3 : 1;
}

struct date recurrence_day(const struct recurrence *r, int n)
{
    const int64_t steps = (int64_t)n * r->step;

    if (steps > 400000 || steps < -400000)
        return DATE_NONE;
    if (r->unit == RECUR_DAY || r->unit == RECUR_WEEK) {
        const int64_t day = r->from.day + steps * (r->unit == RECUR_WEEK ? 7 : 1);
        const struct date out = {(int32_t)day};
        return day < DATE_NEVER.day && date_is(out) ? out : DATE_NONE;
    }
    int year, month, day;
    date_split(r->from, &year, &month, &day);
    if (r->day)
        day = r->day;
    int first = date_month(r->from);
    if (day_of_month(first, day).day < r->from.day)
        first++;
    const int64_t at = first + steps * months_of(r->unit);
    if (at >= date_month(DATE_NEVER) || at < date_month(date_of(1901, 1, 1)))
        return DATE_NONE;
    return day_of_month((int)at, day);
}

void recurrence_covers(const struct recurrence *r, int n, struct date *from, struct date *to)
{
    const bool month_end = r->unit >= RECUR_MONTH && r->day == 31;
    const struct date this = recurrence_day(r, n);
    const struct date other = recurrence_day(r, r->behind ? n - 1 : n + 1);
    const struct date early = r->behind ? other : this, late = r->behind ? this : other;

    *from = *to = this;
    if (!date_is(early) || !date_is(late))
        return;
    *from = date_add(early, month_end ? 1 : 0);
    *to = date_add(late, month_end ? 0 : -1);
}

/* ISO 8601: the week of a day is the week of its Thursday. */
static void week_key(struct date due, char out[RECURRENCE_KEY])
{
    const struct date thursday = date_add(due, 3 - date_weekday(due));
    int year, month, day;

    date_split(thursday, &year, &month, &day);
    const int week = (thursday.day - date_of(year, 1, 1).day) / 7 + 1;
    snprintf(out, RECURRENCE_KEY, "%04u-W%02u", (unsigned)year % 10000, (unsigned)week % 100);
}

const char *recurrence_key(enum recurrence_unit unit, struct date due, char out[RECURRENCE_KEY])
{
    int year, month, day;

    date_split(due, &year, &month, &day);
    const unsigned y = (unsigned)year % 10000, m = (unsigned)month % 100;
    if (unit == RECUR_WEEK)
        week_key(due, out);
    else if (unit == RECUR_MONTH)
        snprintf(out, RECURRENCE_KEY, "%04u-%02u", y, m);
    else if (unit == RECUR_QUARTER)
        snprintf(out, RECURRENCE_KEY, "%04u-Q%u", y, ((m - 1) / 3 + 1) % 10);
    else if (unit == RECUR_YEAR)
        snprintf(out, RECURRENCE_KEY, "%04u", y);
    else
        date_iso(due, out);
    return out;
}

static const char *ordinal(int day)
{
    const int tens = day / 10 % 10, ones = day % 10;

    return tens == 1 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
}

const char *recurrence_text(const struct recurrence *r, struct arena *arena)
{
    const char *unit = unit_word(r->unit);
    int year, month, day;

    if (r->unit == RECUR_PARTS)
        return "in parts";
    const char *every = r->step == 1 ? arena_format(arena, "every %s", unit)
                                     : arena_format(arena, "every %d %ss", r->step, unit);
    date_split(r->from, &year, &month, &day);
    if (r->day)
        day = r->day;
    if (r->unit < RECUR_MONTH)
        return every;
    return day == 31 ? arena_format(arena, "%s on the last day", every)
                     : arena_format(arena, "%s on the %d%s", every, day, ordinal(day));
}

/* ---- words ---------------------------------------------------------------------------------- */

static const char *month_name(const char *language, int month)
{
    static const struct {
        const char *language, *names[MONTHS_OF_YEAR];
    } known[] = {
        {"en",
         {"January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"}},
        {"de",
         {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember"}},
        {"fr",
         {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre"}},
        {"es",
         {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
          "octubre", "noviembre", "diciembre"}},
    };

    for (size_t i = 1; language && i < sizeof known / sizeof *known; i++)
        if (strncmp(language, known[i].language, 2) == 0)
            return known[i].names[month - 1];
    return known[0].names[month - 1];
}

static bool is_word(const char *text, size_t len, const char *word)
{
    return strlen(word) == len && memcmp(text, word, len) == 0;
}

/* The words for {name}; NULL = there is none of that name. */
static const char *word_of(const char *name, size_t len, const struct recurrence_words *words,
                           struct arena *arena)
{
    char day[DATE_TEXT];
    int year, month, unused;

    date_split(words->from, &year, &month, &unused);
    if (is_word(name, len, "month"))
        return arena_format(arena, "%s %d", month_name(words->language, month), year);
    if (is_word(name, len, "quarter"))
        return arena_format(arena, "Q%d %d", (month - 1) / 3 + 1, year);
    if (is_word(name, len, "year"))
        return arena_format(arena, "%d", year);
    if (is_word(name, len, "from"))
        return arena_text(arena, date_iso(words->from, day));
    if (is_word(name, len, "to"))
        return arena_text(arena, date_iso(words->to, day));
    if (is_word(name, len, "date"))
        return arena_text(arena, date_iso(words->due, day));
    if (is_word(name, len, "n"))
        return arena_format(arena, "%d", words->number);
    if (is_word(name, len, "count"))
        return words->count ? arena_format(arena, "%d", words->count) : "-";
    return NULL;
}

enum err recurrence_fill(const char *text, const struct recurrence_words *words,
                         struct arena *arena, const char **out, struct note *note)
{
    struct buf filled;
    enum err e = ERR_OK;

    buf_init(&filled, FILLED_MAX);
    for (const char *p = text; *p;) {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;
        if (!end) {
            buf_char(&filled, *p++);
            continue;
        }
        const char *word = word_of(p + 1, (size_t)(end - p - 1), words, arena);
        if (!word) {
            e = fail(note, ERR_INPUT,
                     "%.*s stands for nothing; there is {month} {quarter} {year} {from} {to} "
                     "{date} {n} {count}",
                     (int)(end - p + 1 > 40 ? 40 : end - p + 1), p);
            goto out;
        }
        buf_text(&filled, word);
        p = end + 1;
    }
    if (filled.full)
        e = fail(note, ERR_LIMIT, "the text is longer than %d bytes", FILLED_MAX);
    else
        *out = arena_text(arena, filled.data ? filled.data : "");
out:
    buf_done(&filled);
    return e;
}
