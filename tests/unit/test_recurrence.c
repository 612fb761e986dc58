/* What comes again: the days, the periods that they stand for, their keys and words. */
#include "rules/recurrence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct date day(const char *iso)
{
    struct date d;
    assert_int_equal(date_parse_iso(iso, &d), ERR_OK);
    return d;
}

static const struct {
    enum recurrence_unit unit;
    int step;
    const char *from;
    int day, n;
    bool behind;
    const char *due, *key, *first, *last;
} turns[] = {
    /* the day of --from, kept through short months */
    {RECUR_MONTH, 1, "2026-01-31", 0, 0, false, "2026-01-31", "2026-01", "2026-01-31",
     "2026-02-27"},
    {RECUR_MONTH, 1, "2026-01-31", 0, 1, false, "2026-02-28", "2026-02", "2026-02-28",
     "2026-03-30"},
    {RECUR_MONTH, 1, "2026-01-31", 0, 2, false, "2026-03-31", "2026-03", "2026-03-31",
     "2026-04-29"},
    {RECUR_MONTH, 1, "2023-12-30", 0, 2, false, "2024-02-29", "2024-02", "2024-02-29",
     "2024-03-29"},
    /* the first: the month that begins, or the one that has gone by */
    {RECUR_MONTH, 1, "2026-12-01", 0, 0, false, "2026-12-01", "2026-12", "2026-12-01",
     "2026-12-31"},
    {RECUR_MONTH, 1, "2026-12-01", 0, 0, true, "2026-12-01", "2026-12", "2026-11-01", "2026-11-30"},
    /* the last day of the month bills whole months */
    {RECUR_MONTH, 1, "2026-08-15", 31, 0, true, "2026-08-31", "2026-08", "2026-08-01",
     "2026-08-31"},
    {RECUR_MONTH, 1, "2026-08-15", 31, 6, true, "2027-02-28", "2027-02", "2027-02-01",
     "2027-02-28"},
    {RECUR_MONTH, 1, "2026-08-15", 31, 1, false, "2026-09-30", "2026-09", "2026-10-01",
     "2026-10-31"},
    {RECUR_MONTH, 1, "2026-09-30", 31, 0, true, "2026-09-30", "2026-09", "2026-09-01",
     "2026-09-30"},
    /* a day before that of --from begins in the next month */
    {RECUR_MONTH, 1, "2026-08-15", 10, 0, false, "2026-09-10", "2026-09", "2026-09-10",
     "2026-10-09"},
    {RECUR_MONTH, 1, "2026-08-15", 15, 0, false, "2026-08-15", "2026-08", "2026-08-15",
     "2026-09-14"},
    {RECUR_MONTH, 2, "2026-01-15", 0, 3, false, "2026-07-15", "2026-07", "2026-07-15",
     "2026-09-14"},
    {RECUR_QUARTER, 1, "2026-02-15", 0, 3, false, "2026-11-15", "2026-Q4", "2026-11-15",
     "2027-02-14"},
    {RECUR_QUARTER, 1, "2026-01-01", 31, 0, true, "2026-01-31", "2026-Q1", "2025-11-01",
     "2026-01-31"},
    {RECUR_YEAR, 1, "2024-02-29", 0, 1, false, "2025-02-28", "2025", "2025-02-28", "2026-02-27"},
    {RECUR_YEAR, 1, "2024-02-29", 0, 4, false, "2028-02-29", "2028", "2028-02-29", "2029-02-27"},
    {RECUR_WEEK, 1, "2026-11-02", 0, 1, false, "2026-11-09", "2026-W46", "2026-11-09",
     "2026-11-15"},
    /* ISO 8601: 2027-01-01 is a Friday of week 53 of 2026; 2024-12-30 a Monday of week 1 of 2025 */
    {RECUR_WEEK, 1, "2027-01-01", 0, 0, false, "2027-01-01", "2026-W53", "2027-01-01",
     "2027-01-07"},
    {RECUR_WEEK, 2, "2024-12-16", 0, 1, false, "2024-12-30", "2025-W01", "2024-12-30",
     "2025-01-12"},
    {RECUR_DAY, 1, "2026-02-27", 0, 2, false, "2026-03-01", "2026-03-01", "2026-03-01",
     "2026-03-01"},
};

static void days_and_periods(void **state)
{
    char iso[DATE_TEXT], key[RECURRENCE_KEY];

    (void)state;
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
        const struct recurrence r = {.unit = turns[i].unit,
                                     .step = turns[i].step,
                                     .from = day(turns[i].from),
                                     .day = turns[i].day,
                                     .behind = turns[i].behind};
        struct date from, to;
        const struct date due = recurrence_day(&r, turns[i].n);
        assert_string_equal(date_iso(due, iso), turns[i].due);
        assert_string_equal(recurrence_key(r.unit, due, key), turns[i].key);
        recurrence_covers(&r, turns[i].n, &from, &to);
        assert_string_equal(date_iso(from, iso), turns[i].first);
        assert_string_equal(date_iso(to, iso), turns[i].last);
    }
}

/* Every period has a key of its own, and the periods leave no day out and take none twice. */
static void keys_differ_and_periods_join(void **state)
{
    (void)state;
    for (int unit = RECUR_DAY; unit <= RECUR_YEAR; unit++)
        for (int which = 0; which < 31; which++) {
            const struct recurrence r = {.unit = (enum recurrence_unit)unit,
                                         .step = 1 + which % 3,
                                         .from = date_add(day("2023-12-15"), which * 3),
                                         .day = unit >= RECUR_MONTH ? which + 1 : 0,
                                         .behind = which % 2 == 1};
            char before[RECURRENCE_KEY] = "", key[RECURRENCE_KEY];
            struct date from, to, last = DATE_NONE;
            assert_int_equal(recurrence_judge(&r, NULL), ERR_OK);
            for (int n = 0; n < 60; n++) {
                const struct date due = recurrence_day(&r, n);
                assert_true(due.day >= r.from.day);
                assert_true(strcmp(recurrence_key(r.unit, due, key), before) > 0);
                memcpy(before, key, sizeof before);
                recurrence_covers(&r, n, &from, &to);
                assert_true(from.day <= to.day);
                assert_true(n == 0 || from.day == last.day + 1);
                last = to;
            }
        }
}

static void beyond_the_calendar_is_no_day(void **state)
{
    const struct recurrence r = {.unit = RECUR_YEAR, .step = 999, .from = day("2026-01-01")};

    (void)state;
    assert_true(date_is(recurrence_day(&r, 7)));
    assert_false(date_is(recurrence_day(&r, 8)));
    assert_false(date_is(recurrence_day(&r, 100000)));
}

static void texts_and_refusals(void **state)
{
    struct arena arena = {0};
    struct note note = {0};
    struct recurrence r = {.unit = RECUR_MONTH, .step = 1, .from = day("2026-01-22")};

    (void)state;
    assert_string_equal(recurrence_text(&r, &arena), "every month on the 22nd");
    r.day = 31;
    assert_string_equal(recurrence_text(&r, &arena), "every month on the last day");
    r.day = 13;
    r.step = 3;
    assert_string_equal(recurrence_text(&r, &arena), "every 3 months on the 13th");
    r.unit = RECUR_WEEK;
    assert_int_equal(recurrence_judge(&r, &note), ERR_INPUT);
    r.day = 0;
    assert_int_equal(recurrence_judge(&r, &note), ERR_OK);
    assert_string_equal(recurrence_text(&r, &arena), "every 3 weeks");
    r.step = 0;
    assert_int_equal(recurrence_judge(&r, &note), ERR_INPUT);
    arena_done(&arena);
}

static void words_of_the_period(void **state)
{
    static const struct {
        const char *language, *text, *filled; /* NULL: refused */
    } cases[] = {
        {"en", "Support {month}", "Support October 2026"},
        {"de", "{month}: {from} bis {to}", "Oktober 2026: 2026-10-01 bis 2026-12-31"},
        {"fr", "{month}", "octobre 2026"},
        {"es-MX", "{month}", "octubre 2026"},
        {"xx", "{quarter} / {year}", "Q4 2026 / 2026"},
        {"", "{n} of {count}, {date}", "3 of 12, 2027-01-01"},
        {NULL, "no braces } at all", "no braces } at all"},
        {NULL, "an open { brace", "an open { brace"},
        {NULL, "{mont}", NULL},
        {NULL, "{}", NULL},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct recurrence_words words = {
            day("2027-01-01"), day("2026-10-01"), day("2026-12-31"), 3, 12, cases[i].language};
        struct note note = {0};
        const char *out = NULL;
        const enum err e = recurrence_fill(cases[i].text, &words, &arena, &out, &note);
        assert_int_equal(e, cases[i].filled ? ERR_OK : ERR_INPUT);
        if (cases[i].filled)
            assert_string_equal(out, cases[i].filled);
    }
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_periods),
        cmocka_unit_test(keys_differ_and_periods_join),
        cmocka_unit_test(beyond_the_calendar_is_no_day),
        cmocka_unit_test(texts_and_refusals),
        cmocka_unit_test(words_of_the_period),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
