/* Which items are dunned, and at which level: RULES.md R7b, and what Part D says of it. */
#include "base/money.h"
#include "rules/dunning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Levels after 7, 21 and 35 days, grace 3, a week between runs and letters. */
static const struct dunning_scheme usual = {
    .steps = {{.active = true, .days = -3},
              {.active = true, .days = 7, .grace = 3},
              {.active = true, .days = 21, .grace = 3},
              {.active = true, .days = 35, .grace = 3}},
    .interval = 7,
    .gap = 7,
};

#define NEVER .level = DUNNING_NONE, .since = -1
#define OPEN(...)                                                                                  \
    {                                                                                              \
        .open = 10000, __VA_ARGS__                                                                 \
    }

/* One item alone, nothing against its account. */
static const struct {
    const char *words;
    struct dunning_item item;
    int next;
    enum dunning_reason reason;
} single[] = {
    {"four days before: nothing", OPEN(.days = -4, NEVER), -1, DUNNING_NOT_DUE},
    {"three days before: a friendly reminder", OPEN(.days = -3, NEVER), 0, DUNNING_DUNNED},
    {"on the due day it is not overdue", OPEN(.days = 0, NEVER), 0, DUNNING_DUNNED},
    {"it is reminded of once", OPEN(.days = -1, .level = 0, .since = 2), -1, DUNNING_SAME},
    {"one day past due, in the grace", OPEN(.days = 1, NEVER), -1, DUNNING_GRACE},
    {"three days are the grace", OPEN(.days = 3, NEVER), -1, DUNNING_GRACE},
    {"four are not, but no level yet", OPEN(.days = 4, NEVER), -1, DUNNING_EARLY},
    {"six", OPEN(.days = 6, NEVER), -1, DUNNING_EARLY},
    {"level n is reached on day n", OPEN(.days = 7, NEVER), 1, DUNNING_DUNNED},
    {"behind a reminder", OPEN(.days = 7, .level = 0, .since = 10), 1, DUNNING_DUNNED},
    {"one level at a time, however old", OPEN(.days = 300, NEVER), 1, DUNNING_DUNNED},
    {"the next one", OPEN(.days = 300, .level = 1, .since = 7), 2, DUNNING_DUNNED},
    {"but not within the gap", OPEN(.days = 300, .level = 1, .since = 6), -1, DUNNING_GAP},
    {"20 days are not 21", OPEN(.days = 20, .level = 1, .since = 13), -1, DUNNING_SAME},
    {"21 are", OPEN(.days = 21, .level = 1, .since = 14), 2, DUNNING_DUNNED},
    {"at the last level nothing comes after", OPEN(.days = 90, .level = 3, .since = 50), -1,
     DUNNING_SAME},
    {"a letter that waits blocks the next", OPEN(.days = 30, .level = 1, .since = 20, .held = true),
     -1, DUNNING_HELD},
    {"its first one too", OPEN(.days = 30, .held = true, NEVER), -1, DUNNING_HELD},
    {"all of it disputed", OPEN(.days = 30, .disputed = 10000, NEVER), -1, DUNNING_DISPUTE},
    {"a part disputed: the rest goes on", OPEN(.days = 30, .disputed = 9999, NEVER), 1,
     DUNNING_DUNNED},
    {"all of it in hand", OPEN(.days = 30, .in_hand = 10000, NEVER), -1, DUNNING_IN_HAND},
    {"in hand and disputed", OPEN(.days = 30, .disputed = 4000, .in_hand = 6000, NEVER), -1,
     DUNNING_IN_HAND},
    {"a part in hand: the rest goes on", OPEN(.days = 30, .in_hand = 9999, NEVER), 1,
     DUNNING_DUNNED},
    {"promised", OPEN(.days = 30, .reason = DUNNING_PROMISE, NEVER), -1, DUNNING_PROMISE},
    {"blocked", OPEN(.days = 30, .reason = DUNNING_BLOCK, NEVER), -1, DUNNING_BLOCK},
    {"a charge alone", OPEN(.days = 30, .charge = true, NEVER), -1, DUNNING_CHARGE},
};

static struct dunning_item judged(const struct dunning_scheme *scheme, struct dunning_item item,
                                  struct dunning_account *account)
{
    static struct dunning_item kept;

    kept = item;
    account->items = &kept;
    account->count = 1;
    if (account->all_open == 0)
        account->all_open = item.open;
    assert_int_equal(dunning_judge(scheme, account), ERR_OK);
    return kept;
}

static void one_item(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof single / sizeof single[0]; i++) {
        struct dunning_account account = {.since_run = -1};
        const struct dunning_item out = judged(&usual, single[i].item, &account);
        if (out.next != single[i].next || out.reason != single[i].reason)
            fail_msg("%s: level %d, \"%s\"", single[i].words, out.next,
                     dunning_reason_word(out.reason));
        assert_int_equal(out.amount,
                         out.next == DUNNING_NONE ? 0 : out.open - out.disputed - out.in_hand);
    }
}

/* What a scheme may say otherwise. */
static void other_schemes(void **state)
{
    struct dunning_scheme scheme = usual;
    struct dunning_account account = {.since_run = -1};
    struct dunning_item old = OPEN(.days = 40, NEVER);

    (void)state;
    scheme.jumps = true;
    assert_int_equal(judged(&scheme, old, &account).next, 3);
    scheme.steps[3].active = false;
    assert_int_equal(judged(&scheme, old, &account).next, 2);
    /* a level that is off is stepped over */
    scheme.jumps = false;
    scheme.steps[1].active = false;
    assert_int_equal(judged(&scheme, old, &account).next, 2);
    /* without a gap: still never two on one day */
    scheme = usual;
    scheme.gap = 0;
    old = (struct dunning_item)OPEN(.days = 40, .level = 1, .since = 0);
    assert_int_equal(judged(&scheme, old, &account).reason, DUNNING_GAP);
    old.since = 1;
    assert_int_equal(judged(&scheme, old, &account).next, 2);
    /* the last letter repeated */
    scheme.steps[3].again = 14;
    old = (struct dunning_item)OPEN(.days = 90, .level = 3, .since = 13);
    assert_int_equal(judged(&scheme, old, &account).reason, DUNNING_SAME);
    old.since = 14;
    assert_int_equal(judged(&scheme, old, &account).next, 3);
    /* a grace that is longer than the days of the level */
    scheme = usual;
    scheme.steps[1].grace = 10;
    old = (struct dunning_item)OPEN(.days = 10, NEVER);
    assert_int_equal(judged(&scheme, old, &account).reason, DUNNING_GRACE);
    old.days = 11;
    assert_int_equal(judged(&scheme, old, &account).next, 1);
    /* at least one day past due, even where a level says 0 */
    assert_int_equal(
        dunning_by_days(&(struct dunning_scheme){.steps = {{0}, {.active = true, .grace = -1}}}, 0),
        DUNNING_NONE);
    scheme.steps[1].grace = 0;
    scheme.steps[1] = (struct dunning_step){.active = true};
    scheme.steps[0].active = false;
    old = (struct dunning_item)OPEN(.days = 0, NEVER);
    assert_int_equal(judged(&scheme, old, &account).reason, DUNNING_NOT_DUE);
    old.days = 1;
    assert_int_equal(judged(&scheme, old, &account).next, 1);
}

static void the_account(void **state)
{
    static const struct {
        struct dunning_account account;
        int days, next;
        enum dunning_reason reason;
    } cases[] = {
        {{.since_run = 6}, 30, -1, DUNNING_INTERVAL},
        {{.since_run = 7}, 30, 1, DUNNING_DUNNED},
        {{.since_run = 6}, -1, 0, DUNNING_DUNNED}, /* a reminder waits for no interval */
        {{.since_run = -1, .reason = DUNNING_INSOLVENT}, 30, -1, DUNNING_INSOLVENT},
        {{.since_run = -1, .reason = DUNNING_EXEMPT}, 30, -1, DUNNING_EXEMPT},
        {{.since_run = -1, .reason = DUNNING_CUSTOMER_BLOCK}, -1, -1, DUNNING_CUSTOMER_BLOCK},
        {{.since_run = -1, .reason = DUNNING_CUSTOMER_BLOCK}, -9, -1, DUNNING_NOT_DUE},
        {{.since_run = -1, .credits = 4000}, 30, 1, DUNNING_DUNNED},
        {{.since_run = -1, .credits = 10000}, 30, -1, DUNNING_COVERED},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct dunning_account account = cases[i].account;
        const struct dunning_item item = OPEN(.days = cases[i].days, NEVER);
        const struct dunning_item out = judged(&usual, item, &account);
        assert_int_equal(out.next, cases[i].next);
        assert_int_equal(out.reason, cases[i].reason);
        if (out.next >= 0)
            assert_int_equal(out.amount, 10000 - account.credits);
    }
}

/* Credits go to the oldest item first, charges come last. */
static void credits_are_netted(void **state)
{
    struct dunning_item items[] = {
        OPEN(.days = 50, .level = 1, .since = 20),
        OPEN(.days = 40, .disputed = 2500, NEVER),
        OPEN(.days = 60, .charge = true, NEVER),
        OPEN(.days = 10, NEVER),
    };
    struct dunning_account account = {
        .credits = 12500, .all_open = 40000, .since_run = -1, .items = items, .count = 4};
    int64_t amount, fee;

    (void)state;
    assert_int_equal(dunning_judge(&usual, &account), ERR_OK);
    assert_int_equal(items[0].reason, DUNNING_COVERED);
    assert_int_equal(items[1].credited, 2500);
    assert_int_equal(items[1].amount, 5000);
    assert_int_equal(items[1].next, 1);
    assert_int_equal(items[3].amount, 10000);
    assert_int_equal(items[2].next, 1);
    assert_int_equal(items[2].amount, 10000);
    assert_int_equal(dunning_letter(&usual, &account, 1, &amount, &fee), ERR_OK);
    assert_int_equal(amount, 25000);
    assert_int_equal(fee, 0);
}

/* Below the minimum of a level the items go to the level below, and that one is tested again. */
static void minimums(void **state)
{
    static const struct {
        int64_t minimum, minimum_ppm, first;
        int next_old, next_young;
        enum dunning_reason old;
    } cases[] = {
        {10000, 0, 0, 2, 1, DUNNING_DUNNED}, /* just reached */
        {10001, 0, 0, 1, 1, DUNNING_DUNNED}, /* missed: with the others of level 1, whose letter
                                                is repeated after 20 days */
        {10001, 0, 20000, 1, 1, DUNNING_DUNNED}, /* together they reach that of level 1 */
        {10001, 0, 20001, -1, -1, DUNNING_MINIMUM},
        {0, 250000, 0, 2, 1, DUNNING_DUNNED}, /* a quarter of 400.00 */
        {0, 260000, 0, 1, 1, DUNNING_DUNNED},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct dunning_scheme scheme = usual;
        struct dunning_item items[] = {OPEN(.days = 50, .level = 1, .since = 20),
                                       OPEN(.days = 10, NEVER)};
        struct dunning_account account = {
            .all_open = 40000, .since_run = -1, .items = items, .count = 2};
        scheme.steps[2].minimum = cases[i].minimum;
        scheme.steps[2].minimum_ppm = cases[i].minimum_ppm;
        scheme.steps[1].minimum = cases[i].first;
        scheme.steps[1].again = 20;
        assert_int_equal(dunning_judge(&scheme, &account), ERR_OK);
        assert_int_equal(items[0].next, cases[i].next_old);
        assert_int_equal(items[1].next, cases[i].next_young);
        assert_int_equal(items[0].reason, cases[i].old);
    }
    /* never below the level in force: payment does not lower a level */
    struct dunning_scheme scheme = usual;
    struct dunning_account account = {.since_run = -1};
    scheme.steps[3].minimum = scheme.steps[2].minimum = 10001;
    scheme.steps[2].again = 20;
    const struct dunning_item item = OPEN(.days = 90, .level = 2, .since = 20);
    const struct dunning_item out = judged(&scheme, item, &account);
    assert_int_equal(out.reason, DUNNING_MINIMUM);
    assert_int_equal(out.missed, 3);
}

/* Below the minimum of the next level the letter of the level in force is no new one: it goes out
 * again only after the days of its level. */
static void minimums_repeat_nothing(void **state)
{
    static const struct {
        int level, days, again, since, next;
        int64_t minimum, minimum_ppm;
        enum dunning_reason reason;
    } cases[] = {
        {2, 40, 0, 14, -1, 10001, 0, DUNNING_SAME},
        {1, 40, 0, 14, -1, 10001, 0, DUNNING_SAME},
        {2, 40, 0, 14, -1, 0, 600000, DUNNING_SAME}, /* 100.00 of 200.00 */
        {2, 40, 15, 14, -1, 10001, 0, DUNNING_SAME},
        {2, 40, 14, 14, 2, 10001, 0, DUNNING_DUNNED},
        {2, 40, 0, 14, 3, 10000, 500000, DUNNING_DUNNED},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct dunning_scheme scheme = usual;
        struct dunning_item items[] = {
            OPEN(.days = cases[i].days, .level = cases[i].level, .since = cases[i].since)};
        struct dunning_account account = {
            .all_open = 20000, .since_run = -1, .items = items, .count = 1};
        struct dunning_step *step = &scheme.steps[cases[i].level];
        step->again = cases[i].again;
        step[1].minimum = cases[i].minimum;
        step[1].minimum_ppm = cases[i].minimum_ppm;
        assert_int_equal(dunning_judge(&scheme, &account), ERR_OK);
        assert_int_equal(items[0].next, cases[i].next);
        assert_int_equal(items[0].reason, cases[i].reason);
        assert_int_equal(items[0].amount, cases[i].next >= 0 ? 10000 : 0);
    }
}

/* What is a percentage fee counted on? The dunned item without fees. */
static void fees(void **state)
{
    struct dunning_scheme scheme = usual;
    struct dunning_item items[] = {OPEN(.days = 10, NEVER),
                                   OPEN(.days = 20, .charge = true, NEVER)};
    struct dunning_account account = {
        .all_open = 20000, .since_run = -1, .items = items, .count = 2};
    int64_t amount, fee;

    (void)state;
    scheme.steps[1].fee = 500;
    scheme.steps[1].fee_ppm = 12500; /* 1.25 % of 100.00 */
    assert_int_equal(dunning_judge(&scheme, &account), ERR_OK);
    assert_int_equal(dunning_letter(&scheme, &account, 1, &amount, &fee), ERR_OK);
    assert_int_equal(amount, 20000);
    assert_int_equal(fee, 500 + 125);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_item),    cmocka_unit_test(other_schemes),
        cmocka_unit_test(the_account), cmocka_unit_test(credits_are_netted),
        cmocka_unit_test(minimums),    cmocka_unit_test(minimums_repeat_nothing),
        cmocka_unit_test(fees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
