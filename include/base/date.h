/* date: a calendar day as a number, and every way in which people type one.
 *
 * Holds: proleptic Gregorian, days since 1970-01-01; valid dates run from 1900-01-01 to 9999-12-31
 * (DATE_NEVER). Knows no clock but date_today/moment_now. A moment: microseconds UTC since 1970. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/err.h"

#include <stdint.h>

struct date {
    int32_t day;
};

#define DATE_NEVER_DAY 2932896                     /* 9999-12-31 */
#define DATE_NONE ((struct date){INT32_MIN})       /* not set */
#define DATE_NEVER ((struct date){DATE_NEVER_DAY}) /* the settled_on of an open item */

enum date_order { DATE_YMD, DATE_DMY, DATE_MDY };

struct date date_of(int year, int month, int day); /* DATE_NONE when there is no such day */
void date_split(struct date d, int *year, int *month, int *day);
bool date_is(struct date d);       /* set, and in range */
/* Ten years before it and behind it, as far as any report looks, are days too, and it is not the 0
 * of a date that nobody gave: 1970-01-02 to 9988-12-31, within which are the days that people and
 * files say. */
bool date_has_room(struct date d);
int date_weekday(struct date d);   /* 0 = Monday */
int date_month(struct date d);     /* months since 1970-01: year * 12 + month - 1 - 1970 * 12 */
struct date date_month_first(int month);
struct date date_month_last(int month);
struct date date_add(struct date d, int days);
struct date date_add_months(struct date d, int months); /* clamped to the month's end */

enum err date_parse_iso(const char *text, struct date *out); /* "2026-11-22", nothing else */
/* A day in a file: digits with - / . or blank between, in `order`; four-digit or two-digit year
 * (70-99 = 19xx); a time of day after T or blank is skipped; "UTC"/"Z" allowed. Names what is
 * wrong. */
enum err date_parse_file(const char *text, enum date_order order, struct date *out,
                         struct note *note);

/* What "today" means where a person types. */
struct date_habit {
    struct date today;
    enum date_order order;
};
/* UX.md micro-syntax: ISO; t y b m h; mo..su; 7 (the nearest 7th in the past); 0711, 7.11, 11-07 by
 * order; +7 -3 from `from`; eom, eom+10; today, yesterday; week- month- quarter- year- with start
 * or end, and how many of them on: "month-end -1". Names what would be right. */
enum err date_parse(const char *text, const struct date_habit *habit, struct date from,
                    struct date *out, struct note *note);
/* Of a text that date_parse takes: does it mean another day tomorrow? ("t", "7", "month-end -1"; a
 * day with its month is that day for good.) */
bool date_moves(const char *text);

#define DATE_TEXT 12
const char *date_iso(struct date d, char out[DATE_TEXT]); /* "" when none */
/* As people write it: style 0 ISO, '.' 31.12.2026, '/' 31/12/2026, '-' 31-12-2026,
 * 'm' 12/31/2026. */
const char *date_show(struct date d, char style, char out[DATE_TEXT]);
const char *weekday_name(int weekday);                    /* "Mon" */

struct date date_today(void);  /* from the clock, local time zone */
#define MOMENT_SECOND INT64_C(1000000)
#define MOMENT_DAY (86400 * MOMENT_SECOND)
int64_t moment_now(void);      /* microseconds UTC */
#define MOMENT_TEXT 28
const char *moment_iso(int64_t moment, char out[MOMENT_TEXT]); /* "2026-11-22T14:03:11.123456Z" */
enum err moment_parse(const char *text, int64_t *out);         /* the same, fraction optional */
struct date moment_date(int64_t moment);                       /* local day */
#define CLOCK_TEXT 12
const char *moment_clock(int64_t moment, char out[CLOCK_TEXT]); /* "14:03", local time */
int64_t date_moment_end(struct date d); /* first microsecond after the local day */

#endif
