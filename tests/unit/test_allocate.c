/* Money to items: oldest first, what it moves in base, what may be let go, from which day on. */
#include "rules/allocate.h"

#include "base/money.h"
#include "rules/settle.h"
#include "rules/tolerance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The same numbers in every run. */
static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

struct allocate_case {
    const char *words;
    enum allocate_order order;
    bool whole;
    int64_t amount;
    struct allocate_item items[4]; /* due and doc_date as plain day numbers */
    size_t count;
    int64_t ids[4], parts[4], left; /* in the order in which they are served */
};

#define ITEM(number, kind, due_day, dated, amount)                                                 \
    {                                                                                              \
        .id = (number), .class = (kind), .due = {due_day}, .doc_date = {dated}, .open = (amount)   \
    }

static const struct allocate_case allocate_cases[] = {
    {"the oldest due date first, the last in part",
     ALLOCATE_CHARGES_LAST,
     false,
     120,
     {ITEM(1, ALLOCATE_PRINCIPAL, 30, 1, 50), ITEM(2, ALLOCATE_PRINCIPAL, 10, 2, 100)},
     2,
     {2, 1},
     {100, 20},
     0},
    {"the same due date: the older document, then the lower id",
     ALLOCATE_CHARGES_LAST,
     false,
     100,
     {ITEM(9, ALLOCATE_PRINCIPAL, 10, 2, 50), ITEM(7, ALLOCATE_PRINCIPAL, 10, 1, 30),
      ITEM(3, ALLOCATE_PRINCIPAL, 10, 2, 40)},
     3,
     {7, 3, 9},
     {30, 40, 30},
     0},
    {"charges last, however old",
     ALLOCATE_CHARGES_LAST,
     false,
     100,
     {ITEM(1, ALLOCATE_INTEREST, 1, 1, 20), ITEM(2, ALLOCATE_COST, 2, 1, 10),
      ITEM(3, ALLOCATE_PRINCIPAL, 9, 1, 90)},
     3,
     {3, 1, 2},
     {90, 10, 0},
     0},
    {"costs, interest, principal",
     ALLOCATE_COSTS_FIRST,
     false,
     100,
     {ITEM(3, ALLOCATE_PRINCIPAL, 1, 1, 90), ITEM(1, ALLOCATE_INTEREST, 9, 1, 20),
      ITEM(2, ALLOCATE_COST, 10, 1, 10)},
     3,
     {2, 1, 3},
     {10, 20, 70},
     0},
    {"classes do not matter",
     ALLOCATE_BY_AGE,
     false,
     25,
     {ITEM(3, ALLOCATE_PRINCIPAL, 9, 1, 90), ITEM(1, ALLOCATE_INTEREST, 8, 1, 20)},
     2,
     {1, 3},
     {20, 5},
     0},
    {"more than all is owed",
     ALLOCATE_CHARGES_LAST,
     false,
     500,
     {ITEM(1, ALLOCATE_PRINCIPAL, 1, 1, 100)},
     1,
     {1},
     {100},
     400},
    {"credits and settled items take nothing",
     ALLOCATE_CHARGES_LAST,
     false,
     70,
     {ITEM(1, ALLOCATE_PRINCIPAL, 1, 1, -40), ITEM(2, ALLOCATE_PRINCIPAL, 2, 1, 0),
      ITEM(3, ALLOCATE_PRINCIPAL, 3, 1, 50)},
     3,
     {1, 2, 3},
     {0, 0, 50},
     20},
    {"whole items only: ends before the first it cannot pay",
     ALLOCATE_CHARGES_LAST,
     true,
     120,
     {ITEM(1, ALLOCATE_PRINCIPAL, 1, 1, 100), ITEM(2, ALLOCATE_PRINCIPAL, 2, 1, 50),
      ITEM(3, ALLOCATE_PRINCIPAL, 3, 1, 10)},
     3,
     {1, 2, 3},
     {100, 0, 0},
     20},
    {"nothing to hand out",
     ALLOCATE_CHARGES_LAST,
     false,
     0,
     {ITEM(1, ALLOCATE_PRINCIPAL, 1, 1, 100)},
     1,
     {1},
     {0},
     0},
    {"no items", ALLOCATE_CHARGES_LAST, false, 10, {ITEM(0, 0, 0, 0, 0)}, 0, {0}, {0}, 10},
};

static void test_allocate(void **state)
{
    for (size_t i = 0; i < sizeof allocate_cases / sizeof allocate_cases[0]; i++) {
        struct allocate_case c = allocate_cases[i];
        int64_t left;
        if (c.whole)
            allocate_whole(c.amount, c.order, c.items, c.count, &left);
        else
            allocate_oldest(c.amount, c.order, c.items, c.count, &left);
        assert_int_equal(left, c.left);
        for (size_t k = 0; k < c.count; k++)
            if (c.items[k].id != c.ids[k] || c.items[k].part != c.parts[k])
                fail_msg("%s: place %zu has item %lld with %lld", c.words, k,
                         (long long)c.items[k].id, (long long)c.items[k].part);
    }
}

static void test_allocate_adds_up(void **state)
{
    uint64_t seed = 99;
    for (int round = 0; round < 500; round++) {
        struct allocate_item items[20];
        for (int i = 0; i < 20; i++)
            items[i] =
                (struct allocate_item){.id = i,
                                       .class = (enum allocate_class)(random_next(&seed) % 3),
                                       .due = {(int32_t)(random_next(&seed) % 9)},
                                       .open = (int64_t)(random_next(&seed) % 1000)};
        int64_t amount = (int64_t)(random_next(&seed) % 12000), left, sum = 0;
        allocate_oldest(amount, (enum allocate_order)(round % 3), items, 20, &left);
        for (int i = 0; i < 20; i++) {
            assert_true(items[i].part >= 0 && items[i].part <= items[i].open);
            assert_true(left == 0 || items[i].part == items[i].open);
            sum += items[i].part;
        }
        assert_int_equal(sum + left, amount);
    }
}

/* 100.00 USD carried as 91.50: a third takes 30.50, and what closes it takes all the rest. */
static const struct {
    int64_t applied, open, base, relieved;
} bases[] = {
    {10000, 10000, 9150, 9150},
    {3333, 10000, 9150, 3050},
    {6667, 6667, 6100, 6100},
    {1, 3, 1, 0},
    {2, 3, 1, 1},
    {-5000, -10000, -9151, -4576},
    {5000, 10000, 9151, 4576},
    {100, 100, 0, 0},
};

static void test_base_relieved(void **state)
{
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++) {
        int64_t got;
        assert_int_equal(allocate_base(bases[i].applied, bases[i].open, bases[i].base, &got),
                         ERR_OK);
        assert_int_equal(got, bases[i].relieved);
    }
}

/* However an item is settled, its base is gone to the cent with it. */
static void test_base_ends_at_nothing(void **state)
{
    uint64_t seed = 5;
    for (int round = 0; round < 1000; round++) {
        int64_t open = (int64_t)(random_next(&seed) % 100000) + 1;
        int64_t base = (int64_t)(random_next(&seed) % 100000) + 1;
        while (open > 0) {
            int64_t applied = (int64_t)(random_next(&seed) % (uint64_t)open) + 1, relieved;
            assert_int_equal(allocate_base(applied, open, base, &relieved), ERR_OK);
            assert_true(relieved >= 0 && relieved <= base);
            open -= applied;
            base -= relieved;
        }
        assert_int_equal(base, 0);
    }
}

static const struct {
    int64_t due;
    struct tolerance customer, user;
    int64_t allowed;
} limits[] = {
    {10000, {500, 10000}, {500, 10000}, 100},  /* 1 % of 100.00 is less than 5.00 */
    {100000, {500, 10000}, {500, 10000}, 500}, /* 5.00 is less than 1 % of 1,000.00 */
    {100000, {500, 10000}, {300, PPM}, 300},   /* the clerk may less */
    {100000, {200, PPM}, {300, PPM}, 200},     /* the customer has less */
    {100000, {0, PPM}, {300, PPM}, 0},         {-10000, {500, 10000}, {500, 10000}, 100},
};

static void test_tolerance(void **state)
{
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        int64_t allowed;
        assert_int_equal(
            tolerance_allowed(limits[i].due, limits[i].customer, limits[i].user, &allowed), ERR_OK);
        assert_int_equal(allowed, limits[i].allowed);
    }
    assert_int_equal(tolerance_judge(0, 5, false), TOLERANCE_EXACT);
    assert_int_equal(tolerance_judge(-5, 5, false), TOLERANCE_UNDER);
    assert_int_equal(tolerance_judge(-6, 5, true), TOLERANCE_BEYOND);
    assert_int_equal(tolerance_judge(5, 5, false), TOLERANCE_KEEP);
    assert_int_equal(tolerance_judge(5, 5, true), TOLERANCE_OVER);
    assert_int_equal(tolerance_judge(6, 5, true), TOLERANCE_KEEP);
}

/* 100.00; 60.00 applied on the 5th, taken back on the 20th, 30.00 applied on the 25th. */
static const struct settle_move moves[] = {{{5}, 6000}, {{20}, -6000}, {{25}, 3000}};

static const struct {
    int from;
    int64_t wanted;
    int first; /* 0 = never */
} firsts[] = {
    {1, 4000, 1}, {1, 4001, 20},  {10, 7000, 20}, {22, 7000, 22},
    {1, 7001, 0}, {40, 7000, 40}, {40, 7001, 0},  {1, 0, 1},
};

static void test_first_day(void **state)
{
    for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++) {
        struct date got =
            settle_from(10000, moves, 3, (struct date){firsts[i].from}, firsts[i].wanted);
        struct date want = firsts[i].first ? (struct date){firsts[i].first} : DATE_NONE;
        assert_int_equal(got.day, want.day);
    }
    /* taken back and applied again on one day: nothing was free in between */
    const struct settle_move same_day[] = {{{5}, 10000}, {{9}, -10000}, {{9}, 10000}};
    assert_false(date_is(settle_from(10000, same_day, 3, (struct date){1}, 1)));
}

/* The least open at the end of any day from `from` on, of moves within the first 100 days. */
static int64_t room_on(int64_t amount, const struct settle_move *some, size_t count, int32_t from)
{
    int64_t least = INT64_MAX;
    for (int32_t d = from; d <= 100; d++) {
        int64_t open = amount;
        for (size_t i = 0; i < count; i++)
            open -= some[i].date.day <= d ? some[i].amount : 0;
        least = open < least ? open : least;
    }
    return least;
}

/* The first day has the room, the day before has not. */
static void test_first_day_is_first(void **state)
{
    uint64_t seed = 11;
    for (int round = 0; round < 2000; round++) {
        struct settle_move some[8];
        int64_t applied = 0;
        int32_t on = 1;
        for (int i = 0; i < 8; i++) {
            on += (int32_t)(random_next(&seed) % 4);
            int64_t to = (int64_t)(random_next(&seed) % 101);
            some[i] = (struct settle_move){{on}, to - applied};
            applied = to;
        }
        int64_t wanted = (int64_t)(random_next(&seed) % 101);
        struct date got = settle_from(100, some, 8, (struct date){1}, wanted);
        if (!date_is(got)) {
            assert_true(room_on(100, some, 8, 100) < wanted);
            continue;
        }
        assert_true(room_on(100, some, 8, got.day) >= wanted);
        if (got.day > 1)
            assert_true(room_on(100, some, 8, got.day - 1) < wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_allocate),           cmocka_unit_test(test_allocate_adds_up),
        cmocka_unit_test(test_base_relieved),      cmocka_unit_test(test_base_ends_at_nothing),
        cmocka_unit_test(test_tolerance),          cmocka_unit_test(test_first_day),
        cmocka_unit_test(test_first_day_is_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
