/* Metrics by hand: every figure here was worked out on paper first (RULES.md B). */
#include "rules/metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct countback_case {
    const char *what;
    int64_t receivable;
    struct metrics_month months[4];
    int count;
    bool known;
    int64_t tenths;
    bool beyond;
};
static const struct countback_case countbacks[] = {
    /* 212 - 100 - 80 = 32 of 70, which is 13.7 of 30 days */
    {"two months and a part", 212000, {{100000, 30}, {80000, 30}, {70000, 30}}, 3, true, 737,
     false},
    {"less than a month", 50000, {{100000, 31}}, 1, true, 155, false},
    {"exactly a month", 100000, {{100000, 31}, {1, 30}}, 2, true, 310, false},
    {"nothing owed", 0, {{100000, 30}}, 1, true, 0, false},
    {"a month without sales gives its days", 150, {{100, 30}, {0, 31}, {100, 28}}, 3, true, 750,
     false},
    {"more credit memos than sales", 150, {{100, 30}, {-40, 31}, {100, 28}}, 3, true, 750, false},
    {"more than all months", 500, {{100, 30}, {100, 31}}, 2, true, 610, true},
    {"we owe them", -5, {{100, 30}}, 1, false, 0, false},
    {"no months", 5, {{0, 0}}, 0, false, 0, false},
};

static void test_countback(void **state)
{
    for (size_t i = 0; i < sizeof countbacks / sizeof *countbacks; i++) {
        const struct countback_case *c = &countbacks[i];
        int64_t tenths = 0;
        bool beyond;
        print_message("%s\n", c->what);
        assert_int_equal(dso_countback(c->receivable, c->months, c->count, &tenths, &beyond),
                         c->known);
        assert_int_equal(tenths, c->tenths);
        assert_int_equal(beyond, c->beyond);
    }
}

static void test_simple(void **state)
{
    int64_t tenths;

    /* 212,000 of 250,000 in 90 days: 76.32; of 140,000 current: 50.4; the difference is ADD */
    assert_true(dso_simple(212000, 250000, 90, &tenths));
    assert_int_equal(tenths, 763);
    assert_true(dso_simple(140000, 250000, 90, &tenths));
    assert_int_equal(tenths, 504);
    assert_true(dso_simple(-1000, 250000, 90, &tenths));
    assert_int_equal(tenths, -4);
    assert_false(dso_simple(100, 0, 90, &tenths));
    assert_false(dso_simple(100, -7, 90, &tenths));
    assert_true(dso_simple(INT64_MAX / 2, INT64_MAX / 2, 365, &tenths));
    assert_int_equal(tenths, 3650);
}

static void test_effectiveness(void **state)
{
    int64_t permille;

    /* (180 + 250 - 212) / (180 + 250 - 140) = 218 / 290 */
    assert_true(metrics_cei(180000, 250000, 212000, 140000, &permille));
    assert_int_equal(permille, 752);
    assert_true(metrics_cei(100, 100, 50, 50, &permille)); /* only what is not due is left */
    assert_int_equal(permille, 1000);
    assert_false(metrics_cei(0, 100, 100, 100, &permille)); /* nothing fell due */
}

static void test_turnover(void **state)
{
    int64_t hundredths, tenths;

    /* 1,200 / ((180 + 220) / 2) = 6.00 times a year, 60.8 days each */
    assert_true(metrics_turnover(180, 220, 1200, 365, &hundredths, &tenths));
    assert_int_equal(hundredths, 600);
    assert_int_equal(tenths, 608);
    assert_false(metrics_turnover(0, 0, 1200, 365, &hundredths, &tenths));
    assert_false(metrics_turnover(100, 100, 0, 365, &hundredths, &tenths));
}

static void test_shares(void **state)
{
    const int64_t two[] = {50, 50}, four[] = {700, 100, 100, 100}, one[] = {7};
    int64_t out;

    assert_true(metrics_share(140000, 212000, &out));
    assert_int_equal(out, 660);
    assert_false(metrics_share(1, 0, &out));
    assert_true(metrics_weighted(100 * 30 + 300 * 10, 400, &out));
    assert_int_equal(out, 150);
    assert_false(metrics_weighted(5, 0, &out));
    assert_true(metrics_concentration(two, 2, &out));
    assert_int_equal(out, 5000);
    assert_true(metrics_concentration(four, 4, &out)); /* 70^2 + 3 x 10^2 */
    assert_int_equal(out, 5200);
    assert_true(metrics_concentration(one, 1, &out));
    assert_int_equal(out, 10000);
    assert_false(metrics_concentration(NULL, 0, &out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_countback), cmocka_unit_test(test_simple),
        cmocka_unit_test(test_effectiveness), cmocka_unit_test(test_turnover),
        cmocka_unit_test(test_shares)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
