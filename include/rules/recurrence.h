/* recurrence: the days on which something comes again, the period that each of them stands for, and
 * the words for it.
 *
 * Holds: turn n comes n steps after turn 0, counted from there, so that the 31st is the month's
 * last day without drifting to the 28th. A period has one key within its series ("2026-11",
 * "2026-W48").
 * Knows no store. Fails with: INPUT. */
#ifndef RULES_RECURRENCE_H
#define RULES_RECURRENCE_H

#include "base/arena.h"
#include "base/date.h"

enum recurrence_unit {
    RECUR_DAY,
    RECUR_WEEK,
    RECUR_MONTH,
    RECUR_QUARTER,
    RECUR_YEAR,
    RECUR_PARTS, /* no rule: days of their own */
};

struct recurrence {
    enum recurrence_unit unit;
    int step;         /* every so many units, 1 = each */
    struct date from; /* nothing comes before */
    int day;          /* of the month, 31 = its last; 0 = as `from` */
    bool behind;      /* it stands for the period that has gone by, not for the one that begins */
};
/* A day of the month with days and weeks, a step below 1: INPUT. */
enum err recurrence_judge(const struct recurrence *r, struct note *note);
/* n from 0; -1 is the day before the first, for what it covers. NONE beyond the calendar. */
struct date recurrence_day(const struct recurrence *r, int n);
/* The first and last day of the period of turn n. Of what comes on the last day of the month the
 * periods are whole months. */
void recurrence_covers(const struct recurrence *r, int n, struct date *from, struct date *to);
#define RECURRENCE_KEY 12
const char *recurrence_key(enum recurrence_unit unit, struct date due, char out[RECURRENCE_KEY]);
/* "every 2 weeks", "every month on the 15th", "every month on its last day" */
const char *recurrence_text(const struct recurrence *r, struct arena *arena);

/* What {month} and the like stand for in a text. */
struct recurrence_words {
    struct date due, from, to;
    int number, count;    /* the number of the turn from 1; of how many, 0 = no end */
    const char *language; /* en, de, fr, es; another is en */
};
/* "Support {month}" -> "Support November 2026". INPUT names a word in braces that is none of
 * {month} {quarter} {year} {from} {to} {date} {n} {count}. */
enum err recurrence_fill(const char *text, const struct recurrence_words *words,
                         struct arena *arena, const char **out, struct note *note);

#endif
