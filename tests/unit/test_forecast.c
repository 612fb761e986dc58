/* When money is to be expected, and how open amounts roll on from month to month. */
#include "rules/forecast.h"
#include "rules/rollrate.h"

#include "base/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct date on(const char *text)
{
    struct date day = DATE_NONE;

    if (text)
        assert_int_equal(date_parse_iso(text, &day), 0);
    return day;
}

static void test_habit(void **state)
{
    /* 900 paid 10 days late and 100 paid 30 days early: 6 days late on the average */
    const struct habit often = {1000, 900 * 10 - 100 * 30, 5}, seldom = {1000, 90000, 4},
                       class = {100, -250, 7}, nobody = {0, 0, 0};

    assert_int_equal(habit_days(&often, &class, &nobody), 6);
    assert_int_equal(habit_days(&seldom, &class, &often), -3); /* -2.5 away from zero */
    assert_int_equal(habit_days(&seldom, &nobody, &often), 6);
    assert_int_equal(habit_days(&nobody, &nobody, &seldom),
                     90);
    assert_int_equal(habit_days(&nobody, &nobody, &nobody), 0);
}

struct when_case {
    const char *what, *due, *promised;
    int late_days, dispute_days;
    const char *want;
};
static const struct when_case cases[] = {
    {"due and habit", "2026-12-10", NULL, 6, 0, "2026-12-16"},
    {"an early payer", "2026-12-10", NULL, -4, 0, "2026-12-06"},
    {"overdue: tomorrow", "2026-10-01", NULL, 6, 0, "2026-11-23"},
    {"never today", "2026-11-22", NULL, 0, 0, "2026-11-23"},
    {"a promise goes before", "2026-10-01", "2026-12-01", 30, 0, "2026-12-01"},
    {"a promise of the past does not", "2026-12-10", "2026-11-01", 6, 0, "2026-12-16"},
    {"a promise for today comes tomorrow", "2026-10-01", "2026-11-22", 6, 0, "2026-11-23"},
    {"a dispute takes its days", "2026-10-01", NULL, 6, 20, "2026-12-13"},
};

static void test_when(void **state)
{
    char text[DATE_TEXT];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct when_case *c = &cases[i];
        const struct forecast_facts facts = {.today = on("2026-11-22"),
                                             .due = on(c->due),
                                             .promised = on(c->promised),
                                             .late_days = c->late_days,
                                             .dispute_days = c->dispute_days};
        print_message("%s\n", c->what);
        assert_string_equal(date_iso(forecast_date(&facts), text), c->want);
    }
}

static void test_roll(void **state)
{
    /* current 100 -> 40 of 1-30, then 80 -> 40: 0.4 and 0.5, 0.45 on the average; 40 -> 20 over */
    const int64_t bands[3][BUCKETS_MAX] = {{100, 0, 0}, {80, 40, 0}, {60, 40, 20}};
    int64_t rates[BUCKETS_MAX], losses[BUCKETS_MAX], balances[BUCKETS_MAX] = {1000, 200, 50};

    roll_rates(bands, 3, 3, rates);
    assert_int_equal(rates[0], 450000);
    assert_int_equal(rates[1], 500000);
    assert_int_equal(rates[2], PPM); /* the last band stays */
    roll_losses(rates, 3, 800000, losses);
    assert_int_equal(losses[2], 800000);
    assert_int_equal(losses[1], 400000);
    assert_int_equal(losses[0], 180000);
    assert_int_equal(roll_cash(rates, 3, balances), 550 + 100);
    assert_int_equal(balances[0], 0);
    assert_int_equal(balances[1], 450);
    assert_int_equal(balances[2], 150);

    /* more than all cannot move on, and of what is not known all does */
    const int64_t odd[2][BUCKETS_MAX] = {{10, 0, 0}, {0, 90, 0}};
    roll_rates(odd, 2, 3, rates);
    assert_int_equal(rates[0], PPM);
    assert_int_equal(rates[1], PPM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_habit), cmocka_unit_test(test_when),
                                       cmocka_unit_test(test_roll)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
