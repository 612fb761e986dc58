/* Interest for late payment: the worked figures of RULES.md R7, and the edges around them. */
#include "rules/interest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define CHANGES 4

/* One item; days count from its due day 0 = 2026-01-31, the rate is 10 % unless another is said. */
struct interest_test {
    const char *words;
    int64_t amount;
    int64_t ppm;
    int32_t upto;
    enum interest_basis basis;
    struct interest_change changes[CHANGES];
    int change_count;
    int grace;
    int64_t accrued;
    int days;
};

#define PAID(day_, less_)                                                                          \
    {                                                                                              \
        .day = {day_}, .less = (less_)                                                             \
    }

static const struct interest_test cases[] = {
    {"320 at 10 % a month for 12 days", 32000, 0, 12, INTEREST_MONTH, {{{0}, 0}}, 0, 0, 1280, 12},
    {"175 at 10 % a month for 7 days", 17500, 0, 7, INTEREST_MONTH, {{{0}, 0}}, 0, 0, 408, 7},
    {"a year of 365 days", 100000, 0, 365, INTEREST_365, {{{0}, 0}}, 0, 0, 10000, 365},
    {"the same by 360", 100000, 0, 360, INTEREST_360, {{{0}, 0}}, 0, 0, 10000, 360},
    {"on the due day nothing", 100000, 0, 0, INTEREST_365, {{{0}, 0}}, 0, 0, 0, 0},
    {"before it nothing", 100000, 0, -5, INTEREST_365, {{{0}, 0}}, 0, 0, 0, 0},
    {"one day: 27.397 cents", 100000, 0, 1, INTEREST_365, {{{0}, 0}}, 0, 0, 27, 1},
    {"half a cent goes up", 1825, 0, 1, INTEREST_365, {{{0}, 0}}, 0, 0, 1, 1},
    {"less than half goes down", 1824, 0, 1, INTEREST_365, {{{0}, 0}}, 0, 0, 0, 1},
    {"rounded once: three pieces of 0.4 cents are 1.2",
     1460,
     0,
     3,
     INTEREST_365,
     {PAID(1, 1), PAID(2, -1)},
     2,
     0,
     1,
     3},
    {"money counts from the day after it came",
     100000,
     0,
     365,
     INTEREST_365,
     {PAID(73, 50000)},
     1,
     0,
     2000 + 4000,
     365},
    {"paid whole on day 10: ten days",
     36500,
     0,
     90,
     INTEREST_365,
     {PAID(10, 36500)},
     1,
     0,
     100,
     10},
    {"paid before it was due", 36500, 0, 90, INTEREST_365, {PAID(-3, 36500)}, 1, 0, 0, 0},
    {"paid on the due day", 36500, 0, 90, INTEREST_365, {PAID(0, 36500)}, 1, 0, 0, 0},
    {"more left out than is open", 36500, 0, 10, INTEREST_365, {PAID(5, 99999)}, 1, 0, 50, 5},
    {"what was left out comes back",
     36500,
     0,
     20,
     INTEREST_365,
     {PAID(5, 36500), PAID(15, -36500)},
     2,
     0,
     100,
     10},
    {"changes in any order",
     36500,
     0,
     20,
     INTEREST_365,
     {PAID(15, 10000), PAID(5, 26500)},
     2,
     0,
     50 + 27,
     15},
    {"within the grace nothing", 36500, 0, 5, INTEREST_365, {{{0}, 0}}, 0, 5, 0, 5},
    {"a day beyond it all days", 36500, 0, 6, INTEREST_365, {{{0}, 0}}, 0, 5, 60, 6},
    {"paid within the grace", 36500, 0, 90, INTEREST_365, {PAID(5, 36500)}, 1, 5, 0, 5},
    {"a rate of 0", 36500, -1, 90, INTEREST_365, {{{0}, 0}}, 0, 0, 0, 90},
};

static struct date from_due(int32_t days)
{
    return date_add(date_of(2026, 1, 31), days);
}

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct interest_test *test = &cases[i];
        struct arena arena = {0};
        struct interest_change changes[CHANGES];
        struct interest_item item = {test->amount, from_due(0), changes, test->change_count};
        struct interest_rate rate = {date_of(2020, 1, 1), test->ppm ? test->ppm : 100000};
        struct interest got;
        for (int k = 0; k < test->change_count; k++)
            changes[k] =
                (struct interest_change){from_due(test->changes[k].day.day), test->changes[k].less};
        if (test->ppm < 0)
            rate.ppm = 0;
        assert_int_equal(interest_accrue(&item, &rate, 1, test->basis, test->grace,
                                         from_due(test->upto), &arena, &got),
                         ERR_OK);
        if (got.accrued != test->accrued || got.days != test->days)
            fail_msg("%s: %lld in %d days, not %lld in %d", test->words, (long long)got.accrued,
                     got.days, (long long)test->accrued, test->days);
        arena_done(&arena);
    }
}

/* 2023-12-31 to 2024-12-31: 366 days, all of them of a leap year; a year later 365 of another. */
static void test_actual(void **state)
{
    struct arena arena = {0};
    struct interest_item item = {.amount = 100000, .due = date_of(2023, 12, 31)};
    const struct interest_rate rate = {date_of(2020, 1, 1), 100000};
    struct interest got;

    (void)state;
    assert_int_equal(
        interest_accrue(&item, &rate, 1, INTEREST_ACTUAL, 0, date_of(2024, 12, 31), &arena, &got),
        ERR_OK);
    assert_int_equal(got.accrued, 10000);
    assert_int_equal(got.days, 366);
    assert_int_equal(
        interest_accrue(&item, &rate, 1, INTEREST_ACTUAL, 0, date_of(2025, 7, 2), &arena, &got),
        ERR_OK);
    assert_int_equal(got.piece_count, 2);
    assert_int_equal(got.accrued, 15014); /* 183/365 of 100.00: 50.137 */
    arena_done(&arena);
}

static void test_rate_changes(void **state)
{
    struct arena arena = {0};
    struct interest_item item = {.amount = 36500, .due = date_of(2026, 1, 31)};
    const struct interest_rate rates[] = {{date_of(2026, 2, 5), 100000},
                                          {date_of(2026, 2, 15), 200000}};
    struct interest got;

    (void)state;
    assert_int_equal(
        interest_accrue(&item, rates, 2, INTEREST_365, 0, date_of(2026, 2, 24), &arena, &got),
        ERR_OK);
    assert_int_equal(got.piece_count, 2); /* the first four days have no rate */
    assert_true(got.unrated);
    assert_int_equal(got.pieces[0].from.day, date_of(2026, 2, 5).day);
    assert_int_equal(got.pieces[0].to.day, date_of(2026, 2, 14).day);
    assert_int_equal(got.accrued, 100 + 200);
    arena_done(&arena);
}

static struct interest_rate *statutory(enum interest_scheme scheme, const char *due, int *count,
                                       struct arena *arena)
{
    static const struct interest_rate base[] = {
        {{0}, 40000}, {{0}, 52500}, {{0}, 50000}, {{0}, -8800}};
    struct interest_rate table[4], *out;
    struct date day;

    memcpy(table, base, sizeof table);
    table[0].from = date_of(2023, 1, 1);
    table[1].from = date_of(2023, 8, 3);
    table[2].from = date_of(2024, 7, 1);
    table[3].from = date_of(2025, 1, 1);
    assert_int_equal(date_parse_iso(due, &day), ERR_OK);
    assert_int_equal(
        interest_rates(scheme, table, 4, day, date_of(2025, 3, 1), 0, arena, &out, count), ERR_OK);
    return out;
}

static void test_statutory(void **state)
{
    /* due, the rate of the day after it: of the 30 June or 31 December before */
    static const struct {
        const char *due;
        int64_t ppm;
    } uk[] = {
        {"2023-12-30", 80000 + 40000}, /* starts on the 31st: the 30 June before it */
        {"2023-12-31", 80000 + 52500}, /* starts on 1 January */
        {"2024-06-29", 80000 + 52500},
        {"2024-06-30", 80000 + 52500}, /* 1 July: the rate of 30 June, not of its own day */
        {"2024-07-01", 80000 + 52500},
        {"2024-12-31", 80000 + 50000},
    };
    struct arena arena = {0};
    struct interest_rate *rates;
    int count;

    (void)state;
    for (size_t i = 0; i < sizeof uk / sizeof uk[0]; i++) {
        rates = statutory(INTEREST_UK, uk[i].due, &count, &arena);
        assert_int_equal(count, 1); /* for the debt's life */
        assert_int_equal(rates[0].ppm, uk[i].ppm);
    }
    rates = statutory(INTEREST_EU, "2023-12-15", &count, &arena);
    assert_int_equal(count, 4);
    assert_int_equal(rates[0].ppm, 80000 + 40000); /* of 1 July 2023 */
    assert_int_equal(rates[1].ppm, 80000 + 52500);
    assert_int_equal(rates[2].ppm, 80000 + 50000);
    assert_int_equal(rates[3].from.day, date_of(2025, 1, 1).day);
    assert_int_equal(rates[3].ppm, 80000 - 8800);
    rates = statutory(INTEREST_DE, "2024-12-31", &count, &arena);
    assert_int_equal(rates[0].ppm, 90000 - 8800);
    rates = statutory(INTEREST_UK, "2021-05-01", &count, &arena);
    assert_int_equal(count, 0); /* no base rate was entered for that time */
    arena_done(&arena);
}

static void test_most(void **state)
{
    struct arena arena = {0};
    const struct interest_rate table = {date_of(2020, 1, 1), 240000};
    struct interest_rate *rates;
    int count;

    (void)state;
    assert_int_equal(interest_rates(INTEREST_CONTRACT, &table, 1, date_of(2026, 1, 1),
                                    date_of(2026, 2, 1), 180000, &arena, &rates, &count),
                     ERR_OK);
    assert_int_equal(rates[0].ppm, 180000);
    arena_done(&arena);
}

static void test_lump(void **state)
{
    (void)state;
    assert_int_equal(interest_lump(INTEREST_UK, 99999), 4000);
    assert_int_equal(interest_lump(INTEREST_UK, 100000), 7000);
    assert_int_equal(interest_lump(INTEREST_UK, 999999), 7000);
    assert_int_equal(interest_lump(INTEREST_UK, 1000000), 10000);
    assert_int_equal(interest_lump(INTEREST_UK, 0), 0);
    assert_int_equal(interest_lump(INTEREST_EU, 1), 4000);
    assert_int_equal(interest_lump(INTEREST_DE, 5000000), 4000);
    assert_int_equal(interest_lump(INTEREST_CONTRACT, 5000000), 0);
}

/* Two items; 150 came on day 10: the older is covered whole, the other by half. The older is paid
 * by other money on day 20: from then on the credit covers the younger. */
static void test_offset(void **state)
{
    struct arena arena = {0};
    struct interest_change paid = {from_due(20), 10000}, credit = {from_due(10), 15000};
    struct interest_item items[] = {{10000, from_due(0), &paid, 1}, {10000, from_due(5), NULL, 0}};

    (void)state;
    assert_int_equal(interest_offset(items, 2, &credit, 1, from_due(90), &arena), ERR_OK);
    assert_int_equal(interest_open(&items[0], from_due(10)), 10000);
    assert_int_equal(interest_open(&items[0], from_due(11)), 0);
    assert_int_equal(interest_open(&items[1], from_due(11)), 5000);
    assert_int_equal(interest_open(&items[1], from_due(20)), 5000);
    assert_int_equal(interest_open(&items[0], from_due(21)), 0);
    assert_int_equal(interest_open(&items[1], from_due(21)), 0);
    arena_done(&arena);
}

static void test_limit(void **state)
{
    struct arena arena = {0};
    struct interest_item item = {.amount = INT64_MAX, .due = date_of(1970, 1, 1)};
    const struct interest_rate rate = {date_of(1960, 1, 1), 1000000};
    struct interest got;

    (void)state;
    assert_int_equal(
        interest_accrue(&item, &rate, 1, INTEREST_365, 0, date_of(2026, 1, 1), &arena, &got),
        ERR_LIMIT);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),        cmocka_unit_test(test_actual),
        cmocka_unit_test(test_rate_changes), cmocka_unit_test(test_statutory),
        cmocka_unit_test(test_most),         cmocka_unit_test(test_lump),
        cmocka_unit_test(test_offset),       cmocka_unit_test(test_limit),
    };

    return cmocka_run_group_tests_name("interest", tests, NULL, NULL);
}
