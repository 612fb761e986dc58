/* Promises: kept, in part, broken, by the money that came and when (RULES.md R11). */
#include "base/date.h"
#include "rules/promisestate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define CASH 4
#define PARTS 3

/* One promise of entry 10 for item 1, of day 100, grace 2, tolerance 2 %. */
struct promise_test {
    const char *words;
    int32_t as_of;
    struct promise_cash cash[CASH];
    int cash_count;
    enum promise_state state;
    int64_t came;
    bool whole;
    int32_t cancelled;
};

#define MONEY(item, entry_, day, amount)                                                           \
    {                                                                                              \
        .item_id = (item), .entry = (entry_), .value = {day}, .left = (amount)                     \
    }

static const struct promise_test cases[] = {
    {"before its day, nothing came", 99, {{0}}, 0, PROMISE_OPEN, 0, false, 0},
    {"on its last day of grace it is still open", 102, {{0}}, 0, PROMISE_OPEN, 0, false, 0},
    {"the day after the grace it is broken", 103, {{0}}, 0, PROMISE_BROKEN, 0, false, 0},
    {"paid in full before its day", 99, {MONEY(1, 11, 98, 1000)}, 1, PROMISE_KEPT, 1000, false, 0},
    {"paid on the last day of grace",
     110,
     {MONEY(1, 11, 102, 1000)},
     1,
     PROMISE_KEPT,
     1000,
     false,
     0},
    {"paid a day too late", 110, {MONEY(1, 11, 103, 1000)}, 1, PROMISE_BROKEN, 0, false, 0},
    {"posted late with an early value day: un-broken",
     200,
     {MONEY(1, 99, 101, 1000)},
     1,
     PROMISE_KEPT,
     1000,
     false,
     0},
    {"2 % are missing: kept", 110, {MONEY(1, 11, 100, 980)}, 1, PROMISE_KEPT, 980, false, 0},
    {"a cent more is missing: in part",
     110,
     {MONEY(1, 11, 100, 979)},
     1,
     PROMISE_PARTIAL,
     979,
     false,
     0},
    {"a part came, and it is not its day yet",
     100,
     {MONEY(1, 11, 99, 500)},
     1,
     PROMISE_OPEN,
     500,
     false,
     0},
    {"unapplied money counts", 110, {MONEY(0, 11, 100, 1000)}, 1, PROMISE_KEPT, 1000, false, 0},
    {"money for another item does not",
     110,
     {MONEY(2, 11, 100, 1000)},
     1,
     PROMISE_BROKEN,
     0,
     false,
     0},
    {"unless an amount was promised",
     110,
     {MONEY(2, 11, 100, 1000)},
     1,
     PROMISE_KEPT,
     1000,
     true,
     0},
    {"money that was there before does not",
     110,
     {MONEY(1, 10, 99, 1000)},
     1,
     PROMISE_BROKEN,
     0,
     false,
     0},
    {"several sums, the last one is more than is needed",
     110,
     {MONEY(1, 11, 98, 400), MONEY(0, 12, 100, 900)},
     2,
     PROMISE_KEPT,
     1000,
     false,
     0},
    {"of a day in the past only what had come by then",
     98,
     {MONEY(1, 11, 99, 1000)},
     1,
     PROMISE_OPEN,
     0,
     false,
     0},
    {"cancelled on its day", 110, {{0}}, 0, PROMISE_CANCELLED, 0, false, 100},
    {"not cancelled yet", 99, {{0}}, 0, PROMISE_OPEN, 0, false, 100},
};

static void a_promise_by_the_money_that_came(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct promise_test *t = &cases[i];
        const int64_t items[] = {1};
        struct promise_part part = {.day = {100}, .amount = 1000};
        struct promise_cash cash[CASH];
        struct promise_case promise = {.entry = 10,
                                       .whole = t->whole,
                                       .items = items,
                                       .item_count = 1,
                                       .cancelled =
                                           t->cancelled ? (struct date){t->cancelled} : DATE_NONE,
                                       .grace = 2,
                                       .tolerance_ppm = 20000,
                                       .parts = &part,
                                       .part_count = 1};

        memcpy(cash, t->cash, sizeof cash);
        assert_int_equal(promises_judge(&promise, 1, cash, t->cash_count, (struct date){t->as_of}),
                         ERR_OK);
        if (promise.state != t->state || part.cash != t->came)
            fail_msg("%s: %s with %lld", t->words, promise_state_word(promise.state),
                     (long long)part.cash);
    }
}

static void one_sum_keeps_one_promise_only(void **state)
{
    const int64_t first[] = {1}, second[] = {2};
    struct promise_part parts[] = {{.day = {100}, .amount = 1000}, {.day = {101}, .amount = 1000}};
    struct promise_cash cash[] = {MONEY(2, 12, 99, 1000), MONEY(0, 13, 99, 600)};
    struct promise_case both[] = {
        {.entry = 10,
         .whole = true,
         .items = first,
         .item_count = 1,
         .cancelled = DATE_NONE,
         .parts = &parts[0],
         .part_count = 1},
        {.entry = 11,
         .items = second,
         .item_count = 1,
         .cancelled = DATE_NONE,
         .parts = &parts[1],
         .part_count = 1},
    };
    (void)state;

    /* what was applied to item 2 is the second one's, though the first may take anything */
    assert_int_equal(promises_judge(both, 2, cash, 2, (struct date){120}), ERR_OK);
    assert_int_equal(both[0].state, PROMISE_PARTIAL);
    assert_int_equal(parts[0].cash, 600);
    assert_int_equal(both[1].state, PROMISE_KEPT);
}

/* Three instalments of 100 on days 100, 130 and 160, 7 days late at most. */
struct plan_test {
    const char *words;
    int32_t as_of;
    struct promise_cash cash[CASH];
    int cash_count;
    enum promise_state state, parts[PARTS];
};

static const struct plan_test plans[] = {
    {"the first is late, but not by more than a week",
     107,
     {{0}},
     0,
     PROMISE_OPEN,
     {PROMISE_OPEN, PROMISE_OPEN, PROMISE_OPEN}},
    {"a day later the old terms are back",
     108,
     {{0}},
     0,
     PROMISE_BROKEN,
     {PROMISE_BROKEN, PROMISE_OPEN, PROMISE_OPEN}},
    {"the first two came in one sum",
     135,
     {MONEY(1, 11, 107, 200)},
     1,
     PROMISE_OPEN,
     {PROMISE_KEPT, PROMISE_KEPT, PROMISE_OPEN}},
    {"the second came only in part",
     140,
     {MONEY(1, 11, 99, 100), MONEY(1, 12, 131, 50)},
     2,
     PROMISE_BROKEN,
     {PROMISE_KEPT, PROMISE_PARTIAL, PROMISE_OPEN}},
    {"all of it",
     200,
     {MONEY(1, 11, 99, 100), MONEY(1, 12, 131, 100), MONEY(0, 13, 167, 100)},
     3,
     PROMISE_KEPT,
     {PROMISE_KEPT, PROMISE_KEPT, PROMISE_KEPT}},
    {"the last eight days late",
     200,
     {MONEY(1, 11, 99, 100), MONEY(1, 12, 131, 100), MONEY(0, 13, 168, 100)},
     3,
     PROMISE_BROKEN,
     {PROMISE_KEPT, PROMISE_KEPT, PROMISE_BROKEN}},
};

static void a_plan_by_its_instalments(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        const struct plan_test *t = &plans[i];
        const int64_t items[] = {1};
        struct promise_part parts[PARTS] = {{.day = {100}, .amount = 100},
                                            {.day = {130}, .amount = 100},
                                            {.day = {160}, .amount = 100}};
        struct promise_cash cash[CASH];
        struct promise_case plan = {.entry = 10,
                                    .items = items,
                                    .item_count = 1,
                                    .cancelled = DATE_NONE,
                                    .grace = 7,
                                    .parts = parts,
                                    .part_count = PARTS};

        memcpy(cash, t->cash, sizeof cash);
        assert_int_equal(promises_judge(&plan, 1, cash, t->cash_count, (struct date){t->as_of}),
                         ERR_OK);
        if (plan.state != t->state)
            fail_msg("%s: the plan is %s", t->words, promise_state_word(plan.state));
        for (int p = 0; p < PARTS; p++)
            if (parts[p].state != t->parts[p])
                fail_msg("%s: part %d is %s", t->words, p + 1, promise_state_word(parts[p].state));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_promise_by_the_money_that_came),
        cmocka_unit_test(one_sum_keeps_one_promise_only),
        cmocka_unit_test(a_plan_by_its_instalments),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
