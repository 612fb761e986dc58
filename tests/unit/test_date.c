/* Days: the calendar, every way in which people and files write one, and what is refused. */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const char *iso(struct date d)
{
    static char text[DATE_TEXT];
    return date_iso(d, text);
}

static struct date day(const char *text)
{
    struct date d;
    assert_int_equal(date_parse_iso(text, &d), ERR_OK);
    return d;
}

static void test_calendar(void **state)
{
    (void)state;
    assert_int_equal(date_of(1970, 1, 1).day, 0);
    assert_int_equal(date_of(9999, 12, 31).day, DATE_NEVER.day);
    assert_int_equal(date_of(2000, 3, 1).day, 11017);
    assert_true(date_is(date_of(2000, 2, 29)) && date_is(date_of(2024, 2, 29)));
    assert_false(date_is(date_of(1900, 2, 29)) || date_is(date_of(2023, 2, 29)));
    assert_false(date_is(date_of(1899, 12, 31)) || date_is(date_of(10000, 1, 1)));
    assert_false(date_is(date_of(2026, 13, 1)) || date_is(date_of(2026, 0, 1)));
    assert_false(date_is(date_of(2026, 4, 31)) || date_is(date_of(2026, 4, 0)));
    assert_false(date_is(DATE_NONE));
    assert_string_equal(iso(DATE_NONE), "");
    assert_string_equal(weekday_name(date_weekday(day("2026-11-22"))), "Sun");
    assert_string_equal(weekday_name(date_weekday(day("1900-01-01"))), "Mon");
    assert_string_equal(iso(date_add_months(day("2026-01-31"), 1)), "2026-02-28");
    assert_string_equal(iso(date_add_months(day("2024-03-31"), -1)), "2024-02-29");
    assert_string_equal(iso(date_add_months(day("2026-11-30"), 14)), "2028-01-30");
    assert_string_equal(iso(date_add_months(day("9999-12-31"), 1)), "");
    assert_string_equal(iso(date_add(day("2026-12-31"), 1)), "2027-01-01");
    assert_string_equal(iso(date_add(DATE_NEVER, 1)), "");
    assert_string_equal(iso(date_add(day("1900-01-01"), -1)), "");
    assert_string_equal(iso(date_add(DATE_NEVER, INT32_MAX)), "");
    assert_string_equal(iso(date_add(DATE_NONE, 1)), "");
    assert_int_equal(date_month(day("1969-12-31")), -1);
    assert_string_equal(iso(date_month_first(-1)), "1969-12-01");
    assert_string_equal(iso(date_month_last(date_month(day("2028-02-10")))), "2028-02-29");
}

static void test_every_day_there_and_back(void **state)
{
    (void)state;
    int weekday = 0;
    char text[DATE_TEXT];
    for (struct date d = date_of(1900, 1, 1), back; date_is(d); d.day++) {
        int y, m, of_month;
        date_split(d, &y, &m, &of_month);
        if (date_of(y, m, of_month).day != d.day || date_weekday(d) != weekday ||
            date_parse_iso(date_iso(d, text), &back) != ERR_OK || back.day != d.day)
            fail_msg("day %d is not itself again: %s", d.day, iso(d));
        weekday = (weekday + 1) % 7;
    }
}

static void test_days_in_files(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum date_order order;
        const char *iso, *words; /* the day, or what the refusal says */
    } cases[] = {
        {"2010-12-01 08:26:00", DATE_YMD, "2010-12-01", NULL},
        {"2010-12-01 08:26:00", DATE_DMY, "2010-12-01", NULL},
        {"03/01/2012", DATE_DMY, "2012-01-03", NULL},
        {"03/01/2012", DATE_MDY, "2012-03-01", NULL},
        {"3.1.2012", DATE_DMY, "2012-01-03", NULL},
        {"3 1 2012", DATE_DMY, "2012-01-03", NULL},
        {"12/1/2010 8:26", DATE_MDY, "2010-12-01", NULL},
        {"12/1/2010 8:26 PM", DATE_MDY, "2010-12-01", NULL},
        {"2020-04-26 14:45:34.083 UTC", DATE_YMD, "2020-04-26", NULL},
        {"2020-04-21T00:00:00Z", DATE_YMD, "2020-04-21", NULL},
        {"2020-04-21T00:00:00+02:00", DATE_YMD, "2020-04-21", NULL},
        {"20101201", DATE_YMD, "2010-12-01", NULL},
        {"01122010", DATE_DMY, "2010-12-01", NULL},
        {"01-12-69", DATE_DMY, "2069-12-01", NULL},
        {"01-12-70", DATE_DMY, "1970-12-01", NULL},
        {" 2026/11/22 ", DATE_YMD, "2026-11-22", NULL},
        {"31/02/2012", DATE_DMY, NULL, "February 2012 has 29 days"},
        {"31/04/2012", DATE_DMY, NULL, "April 2012 has 30 days"},
        {"03/13/2012", DATE_DMY, NULL, "month 13"},
        {"2012-13-01", DATE_YMD, NULL, "month 13"},
        {"2012-00-01", DATE_YMD, NULL, "month 0"},
        {"2012-01-00", DATE_YMD, NULL, "day 0"},
        {"1899-12-31", DATE_YMD, NULL, "1899"},
        {"03/01/2012", DATE_YMD, NULL, "year-month-day"},
        {"2012-01/03", DATE_YMD, NULL, "year-month-day"},
        {"2012-01-03x", DATE_YMD, NULL, "time of day"},
        {"2012-01-03 25:00", DATE_YMD, NULL, "time of day"},
        {"2012-01-03 10:61", DATE_YMD, NULL, "time of day"},
        {"2012-01-03 10", DATE_YMD, NULL, "time of day"},
        {"2012-01", DATE_YMD, NULL, "year-month-day"},
        {"40878", DATE_YMD, NULL, "year-month-day"},
        {"123456789012", DATE_YMD, NULL, ""},
        {"1 Dec 2010", DATE_DMY, NULL, "day-month-year"},
        {"", DATE_DMY, NULL, "missing"},
        {"2012-01-03 10:00:00 and much more than any date would ever have", DATE_YMD, NULL, "long"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date d = DATE_NONE;
        struct note note = {0};
        enum err e = date_parse_file(cases[i].text, cases[i].order, &d, &note);
        bool right = cases[i].iso ? e == ERR_OK && strcmp(iso(d), cases[i].iso) == 0
                                  : e == ERR_INPUT && strstr(note.text, cases[i].words);
        if (!right)
            fail_msg("\"%s\": %s %s (%s)", cases[i].text, err_name(e), iso(d), note.text);
    }
}

static void test_days_as_typed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum date_order order;
        const char *iso;
    } cases[] = {
        /* today is Sunday 2026-11-22, the default is 2026-10-15 */
        {"2026-02-28", DATE_DMY, "2026-02-28"},
        {"t", DATE_YMD, "2026-11-22"},
        {"T", DATE_YMD, "2026-11-22"},
        {"y", DATE_YMD, "2026-11-21"},
        {"b", DATE_YMD, "2026-11-20"},
        {"m", DATE_YMD, "2026-11-01"},
        {"h", DATE_YMD, "2026-11-30"},
        {"mo", DATE_YMD, "2026-11-16"},
        {"sa", DATE_YMD, "2026-11-21"},
        {"su", DATE_YMD, "2026-11-15"},
        {"7", DATE_YMD, "2026-11-07"},
        {"22", DATE_YMD, "2026-11-22"},
        {"23", DATE_YMD, "2026-10-23"},
        {"31", DATE_YMD, "2026-10-31"},
        {"0711", DATE_DMY, "2026-11-07"},
        {"0711", DATE_MDY, "2026-07-11"},
        {"0711", DATE_YMD, "2026-07-11"},
        {"7.11", DATE_DMY, "2026-11-07"},
        {"7.11.", DATE_DMY, "2026-11-07"},
        {"11-07", DATE_MDY, "2026-11-07"},
        {"11-07", DATE_DMY, "2026-07-11"},
        {"11/7", DATE_MDY, "2026-11-07"},
        {"15.1", DATE_DMY, "2027-01-15"},
        {"7.11.25", DATE_DMY, "2025-11-07"},
        {"071125", DATE_DMY, "2025-11-07"},
        {"07112025", DATE_DMY, "2025-11-07"},
        {"20251107", DATE_YMD, "2025-11-07"},
        {"+7", DATE_YMD, "2026-10-22"},
        {"-3", DATE_YMD, "2026-10-12"},
        {"eom", DATE_YMD, "2026-10-31"},
        {"eom+10", DATE_YMD, "2026-11-10"},
        {"EOM-1", DATE_YMD, "2026-10-30"},
        {" t ", DATE_YMD, "2026-11-22"},
        {"today", DATE_YMD, "2026-11-22"},
        {"Yesterday", DATE_YMD, "2026-11-21"},
        {"week-start", DATE_YMD, "2026-11-16"},
        {"week-end", DATE_YMD, "2026-11-22"},
        {"week-start -1", DATE_YMD, "2026-11-09"},
        {"month-start", DATE_YMD, "2026-11-01"},
        {"month-end", DATE_YMD, "2026-11-30"},
        {"month-end -1", DATE_YMD, "2026-10-31"},
        {"month-end-9", DATE_YMD, "2026-02-28"},
        {"month-start  +2", DATE_YMD, "2027-01-01"},
        {"quarter-start", DATE_YMD, "2026-10-01"},
        {"quarter-end -1", DATE_YMD, "2026-09-30"},
        {"Year-Start", DATE_YMD, "2026-01-01"},
        {"year-end -1", DATE_YMD, "2025-12-31"},
        {"year-end -50", DATE_YMD, "1976-12-31"},
        {"quarter-start -200", DATE_YMD, "1976-10-01"},
        {"month-end 1", DATE_YMD, NULL},
        {"month-middle", DATE_YMD, NULL},
        {"month", DATE_YMD, NULL},
        {"year-end +99999", DATE_YMD, NULL},
        {"year-start -200", DATE_YMD, NULL},
        {"", DATE_YMD, NULL},
        {"x", DATE_YMD, NULL},
        {"tt", DATE_YMD, NULL},
        {"0", DATE_YMD, NULL},
        {"32", DATE_YMD, NULL},
        {"123", DATE_YMD, NULL},
        {"3112", DATE_MDY, NULL},
        {"29.2", DATE_DMY, NULL},
        {"30.2", DATE_DMY, NULL},
        {"2026-02-29", DATE_YMD, NULL},
        {"+", DATE_YMD, NULL},
        {"+7d", DATE_YMD, NULL},
        {"+999999", DATE_YMD, NULL},
        {"-99999", DATE_YMD, NULL},
        {"eomx", DATE_YMD, NULL},
        {"eom+", DATE_YMD, NULL},
        {"1.2.3.4", DATE_DMY, NULL},
        {"31/12/25", DATE_YMD, NULL}, /* not 2031 */
        {"31.12.25", DATE_YMD, NULL},
        {"31/12/25", DATE_DMY, "2025-12-31"},
        {"25-12-31", DATE_YMD, "2025-12-31"},
        {"-", DATE_YMD, NULL},
        {"1970-01-02", DATE_YMD, "1970-01-02"},
        {"9988-12-31", DATE_YMD, "9988-12-31"},
        {"1970-01-01", DATE_YMD, NULL}, /* which other programs write for no day at all */
        {"1969-12-31", DATE_YMD, NULL},
        {"9989-01-01", DATE_YMD, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date_habit habit = {.today = day("2026-11-22"), .order = cases[i].order};
        struct date d = DATE_NONE;
        struct note note = {0};
        enum err e = date_parse(cases[i].text, &habit, day("2026-10-15"), &d, &note);
        bool right = cases[i].iso ? e == ERR_OK && strcmp(iso(d), cases[i].iso) == 0
                                  : e == ERR_INPUT && note.text[0];
        if (!right)
            fail_msg("\"%s\": %s %s (%s)", cases[i].text, err_name(e), iso(d), note.text);
    }
    struct date_habit monday = {.today = day("2026-11-23"), .order = DATE_DMY};
    struct date_habit january = {.today = day("2027-01-05"), .order = DATE_DMY};
    struct date d;
    struct note note = {0};
    assert_int_equal(date_parse("b", &monday, DATE_NONE, &d, NULL), ERR_OK);
    assert_string_equal(iso(d), "2026-11-20");
    assert_int_equal(date_parse("+1", &monday, DATE_NONE, &d, NULL), ERR_OK);
    assert_string_equal(iso(d), "2026-11-24");
    assert_int_equal(date_parse("3112", &january, DATE_NONE, &d, NULL), ERR_OK);
    assert_string_equal(iso(d), "2026-12-31");
    assert_int_equal(date_parse("soon", &monday, DATE_NONE, &d, &note), ERR_INPUT);
    assert_non_null(strstr(note.text, "eom+10"));
    assert_non_null(strstr(note.text, "22.11"));
}

static void test_days_that_move(void **state)
{
    static const char *const moving[] = {"t", "7", " 22 ", "mo", "+7", "-3", "eom", "month-end -1"};
    static const char *const fixed[] = {"2026-11-22", "0711", "7.11", "11-07", "20251107", ""};

    (void)state;
    for (size_t i = 0; i < sizeof moving / sizeof *moving; i++)
        if (!date_moves(moving[i]))
            fail_msg("%s stands still", moving[i]);
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (date_moves(fixed[i]))
            fail_msg("%s moves", fixed[i]);
}

static void test_moments(void **state)
{
    (void)state;
    char text[MOMENT_TEXT];
    int64_t moment;
    assert_string_equal(moment_iso(0, text), "1970-01-01T00:00:00.000000Z");
    assert_string_equal(moment_iso(-1, text), "1969-12-31T23:59:59.999999Z");
    assert_int_equal(moment_parse("2026-11-22T14:03:11.123456Z", &moment), ERR_OK);
    assert_string_equal(moment_iso(moment, text), "2026-11-22T14:03:11.123456Z");
    assert_int_equal(moment_parse("2026-11-22T14:03:11Z", &moment), ERR_OK);
    assert_string_equal(moment_iso(moment, text), "2026-11-22T14:03:11.000000Z");
    assert_int_equal(moment_parse("1969-12-31T23:59:59.5Z", &moment), ERR_OK);
    assert_true(moment == -500000);
    static const char *wrong[] = {"", "2026-11-22", "2026-11-22T14:03:11", "2026-11-22T24:00:00Z",
                                  "2026-11-22 14:03:11Z", "2026-11-22T14:03:11.Z",
                                  "2026-11-22T14:03:11.1234567Z", "2026-02-30T14:03:11Z"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(moment_parse(wrong[i], &moment), ERR_INPUT);
    assert_true(moment_now() > 1700000000LL * 1000000);
}

static void test_local_day_has_its_own_length(void **state)
{
    (void)state;
    assert_int_equal(setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1), 0);
    tzset();
    const int64_t hour = 3600LL * 1000000;
    int64_t end = date_moment_end(day("2026-03-28")), next = date_moment_end(day("2026-03-29"));
    assert_true(next - end == 23 * hour);
    assert_string_equal(iso(moment_date(end)), "2026-03-29");
    assert_string_equal(iso(moment_date(end - 1)), "2026-03-28");
    end = date_moment_end(day("2026-10-24"));
    assert_true(date_moment_end(day("2026-10-25")) - end == 25 * hour);
    char clock[CLOCK_TEXT];
    assert_string_equal(moment_clock(end, clock), "00:00");
    assert_string_equal(moment_clock(end - 1, clock), "23:59");
    assert_string_equal(moment_clock(end + 2 * hour + hour / 2, clock), "02:30");
    assert_string_equal(moment_clock(end + 4 * hour, clock), "03:00"); /* the hour came twice */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_every_day_there_and_back),
        cmocka_unit_test(test_days_in_files),
        cmocka_unit_test(test_days_as_typed),
        cmocka_unit_test(test_days_that_move),
        cmocka_unit_test(test_moments),
        cmocka_unit_test(test_local_day_has_its_own_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
