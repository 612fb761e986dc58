#include "base/date.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { DAY_FIRST = -25567, DAY_LAST = DATE_NEVER_DAY }; /* 1900-01-01 */
enum { SAID_FIRST = 1, SAID_LAST = DAY_LAST - 4017 }; /* 1970-01-02, 9988-12-31 */

#define DAY_SECONDS 86400LL

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days before 1 January of the year, counted from 0001-01-01. */
static int year_start(int year)
{
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

enum { EPOCH = 719162 }; /* year_start(1970) */

struct date date_of(int year, int month, int day)
{
    if (year < 1900 || year > 9999 || month < 1 || month > 12)
        return DATE_NONE;
    if (day < 1 || day > month_days(year, month))
        return DATE_NONE;
    int count = year_start(year) - EPOCH + day - 1;
    for (int m = 1; m < month; m++)
        count += month_days(year, m);
    return (struct date){count};
}

void date_split(struct date d, int *year, int *month, int *day)
{
    must(date_is(d));
    int left = d.day + EPOCH;
    int y = left * 400 / 146097; /* 400 years have 146097 days: never too late, at most two early */
    while (year_start(y + 1) <= left)
        y++;
    left -= year_start(y);
    int m = 1;
    for (; left >= month_days(y, m); m++)
        left -= month_days(y, m);
    *year = y;
    *month = m;
    *day = left + 1;
}

bool date_is(struct date d)
{
    return d.day >= DAY_FIRST && d.day <= DAY_LAST;
}

bool date_has_room(struct date d)
{
    return d.day >= SAID_FIRST && d.day <= SAID_LAST;
}

int date_weekday(struct date d)
{
    /* 1970-01-01 was a Thursday. */
    int weekday = (d.day % 7 + 3) % 7;
    return weekday < 0 ? weekday + 7 : weekday;
}

int date_month(struct date d)
{
    int year, month, day;
    date_split(d, &year, &month, &day);
    return (year - 1970) * 12 + month - 1;
}

static void month_split(int month, int *year, int *of_year)
{
    int rest = month % 12;
    if (rest < 0)
        rest += 12;
    *year = 1970 + (month - rest) / 12;
    *of_year = rest + 1;
}

struct date date_month_first(int month)
{
    int year, of_year;
    month_split(month, &year, &of_year);
    return date_of(year, of_year, 1);
}

struct date date_month_last(int month)
{
    int year, of_year;
    month_split(month, &year, &of_year);
    return date_of(year, of_year, month_days(year, of_year));
}

struct date date_add(struct date d, int days)
{
    struct date sum;
    if (!date_is(d) || __builtin_add_overflow(d.day, days, &sum.day) || !date_is(sum))
        return DATE_NONE;
    return sum;
}

struct date date_add_months(struct date d, int months)
{
    if (!date_is(d) || months > 12 * 10000 || months < -12 * 10000)
        return DATE_NONE;
    int year, month, day, of_year;
    date_split(d, &year, &month, &day);
    month_split(date_month(d) + months, &year, &of_year);
    int most = month_days(year, of_year);
    return date_of(year, of_year, day < most ? day : most);
}

const char *date_iso(struct date d, char out[DATE_TEXT])
{
    out[0] = 0;
    if (!date_is(d))
        return out;
    int parts[3];
    date_split(d, &parts[0], &parts[1], &parts[2]);
    char *at = out + 10;
    *at = 0;
    for (int i = 2; i >= 0; i--) {
        for (int digit = 0; digit < (i ? 2 : 4); digit++) {
            *--at = (char)('0' + parts[i] % 10);
            parts[i] /= 10;
        }
        if (i)
            *--at = '-';
    }
    return out;
}

const char *date_show(struct date d, char style, char out[DATE_TEXT])
{
    char iso[DATE_TEXT];
    const bool month = style == 'm';
    const char mark = month ? '/' : style;

    if (!style || !date_is(d))
        return date_iso(d, out);
    date_iso(d, iso);
    const char *first = iso + (month ? 5 : 8), *second = iso + (month ? 8 : 5);
    snprintf(out, DATE_TEXT, "%.2s%c%.2s%c%.4s", first, mark, second, mark, iso);
    return out;
}

const char *weekday_name(int weekday)
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    must(weekday >= 0 && weekday < 7);
    return names[weekday];
}

int64_t moment_now(void)
{
    struct timespec now;
    must(clock_gettime(CLOCK_REALTIME, &now) == 0);
    return (int64_t)now.tv_sec * MOMENT_SECOND + now.tv_nsec / 1000;
}

struct date date_today(void)
{
    return moment_date(moment_now());
}

/* Whole units below the moment, also before 1970. */
static int64_t floor_divide(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

const char *moment_iso(int64_t moment, char out[MOMENT_TEXT])
{
    int64_t seconds = floor_divide(moment, MOMENT_SECOND), day = floor_divide(seconds, DAY_SECONDS);
    char text[DATE_TEXT];
    out[0] = 0;
    if (day < DAY_FIRST || day > DAY_LAST)
        return out;
    date_iso((struct date){(int32_t)day}, text);
    unsigned in_day = (unsigned)(seconds - day * DAY_SECONDS);
    unsigned micro = (unsigned)(moment - seconds * MOMENT_SECOND);
    snprintf(out, MOMENT_TEXT, "%.10sT%02u:%02u:%02u.%06uZ", text, in_day / 3600 % 24,
             in_day / 60 % 60, in_day % 60, micro % 1000000);
    return out;
}

/* Two digits below `below`, or -1. */
static int two_digits(const char *at, int below)
{
    if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
        return -1;
    int value = (at[0] - '0') * 10 + at[1] - '0';
    return value < below ? value : -1;
}

enum err moment_parse(const char *text, int64_t *out)
{
    char day[11] = {0};
    struct date d;
    if (strnlen(text, 20) < 20)
        return ERR_INPUT;
    memcpy(day, text, 10);
    TRY(date_parse_iso(day, &d));
    int hour = two_digits(text + 11, 24), minute = two_digits(text + 14, 60);
    int second = two_digits(text + 17, 60);
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || hour < 0 || minute < 0 ||
        second < 0)
        return ERR_INPUT;
    const char *at = text + 19;
    int64_t micro = 0, unit = MOMENT_SECOND;
    if (*at == '.') {
        for (at++; *at >= '0' && *at <= '9' && unit > 1; at++) {
            unit /= 10;
            micro += (*at - '0') * unit;
        }
        if (unit == MOMENT_SECOND)
            return ERR_INPUT;
    }
    if (strcmp(at, "Z") != 0)
        return ERR_INPUT;
    *out = (((int64_t)d.day * 24 + hour) * 60 + minute) * 60 * MOMENT_SECOND +
           second * MOMENT_SECOND + micro;
    return ERR_OK;
}

struct date moment_date(int64_t moment)
{
    time_t seconds = (time_t)floor_divide(moment, MOMENT_SECOND);
    struct tm local;
    if (!localtime_r(&seconds, &local))
        return DATE_NONE;
    return date_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

const char *moment_clock(int64_t moment, char out[CLOCK_TEXT])
{
    time_t seconds = (time_t)floor_divide(moment, MOMENT_SECOND);
    struct tm local;
    out[0] = 0;
    if (localtime_r(&seconds, &local))
        strftime(out, CLOCK_TEXT, "%H:%M", &local);
    return out;
}

int64_t date_moment_end(struct date d)
{
    must(date_is(d));
    int year, month, day;
    date_split(d, &year, &month, &day);
    /* mktime knows on which days the clock is changed, so a day may have 23 or 25 hours. */
    struct tm local = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day + 1,
                       .tm_isdst = -1};
    return (int64_t)mktime(&local) * MOMENT_SECOND;
}
