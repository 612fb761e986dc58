/* Credit: exposure, what is available, and each rule at its edge (RULES.md R8). */
#include "base/date.h"
#include "rules/credit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ALL_HOLD                                                                                   \
    {                                                                                              \
        .of = {CREDIT_HOLD, CREDIT_HOLD, CREDIT_HOLD, CREDIT_HOLD,                                 \
               CREDIT_HOLD, CREDIT_HOLD, CREDIT_HOLD, CREDIT_HOLD},                                \
        .bound = {0, 60, 10000, 500000, 3, 2, 0, 0}, .credits = true                               \
    }
static const struct credit_policy policy = ALL_HOLD;

/* What is not named is 0; a limit of 1,000.00 unless the case says another. */
struct credit_test {
    const char *words;
    struct credit_facts facts;
    int broken; /* the one rule that is, -1 = none */
    int64_t exposure, available;
};

static const struct credit_test cases[] = {
    {"nothing is open", {.limit = 100000}, -1, 0, 100000},
    {"exposure is debits and orders and this, less credits",
     {.limit = 100000, .debits = 70000, .credits = 20000, .orders = 30000, .document = 10000},
     -1,
     90000,
     10000},
    {"what accrued counts where it is given",
     {.limit = 100000, .debits = 99000, .charges = 1001},
     CREDIT_LIMIT,
     100001,
     -1},
    {"the limit reached to the cent", {.limit = 100000, .debits = 100000}, -1, 100000, 0},
    {"a cent more", {.limit = 100000, .debits = 100000, .document = 1}, CREDIT_LIMIT, 100001, -1},
    {"what is insured is room as well",
     {.limit = 100000, .insured = 50000, .debits = 150000},
     -1,
     150000,
     0},
    {"a limit of 0 is a limit", {.limit = 0, .document = 1}, CREDIT_LIMIT, 1, -1},
    {"no limit is no limit of 0",
     {.limit = CREDIT_UNLIMITED, .debits = 900000},
     CREDIT_NO_LIMIT,
     900000,
     0},
    {"a limit above it is one on file",
     {.limit = CREDIT_UNLIMITED, .covered = true, .debits = 900000},
     -1,
     900000,
     0},
    {"60 days are not more than 60", {.limit = 100000, .oldest_days = 60}, -1, 0, 100000},
    {"61 days are", {.limit = 100000, .oldest_days = 61}, CREDIT_OLDEST, 0, 100000},
    {"100.00 overdue of 100.00 allowed",
     {.limit = 100000, .overdue = 10000, .open = 100000},
     -1,
     0,
     100000},
    {"a cent more overdue",
     {.limit = 100000, .overdue = 10001, .open = 100000},
     CREDIT_OVERDUE,
     0,
     100000},
    {"half is overdue", {.limit = 100000, .overdue = 5000, .open = 10000}, -1, 0, 100000},
    {"more than half", {.limit = 100000, .overdue = 5001, .open = 10000}, CREDIT_SHARE, 0, 100000},
    {"dunned twice", {.limit = 100000, .dunning_level = 2}, -1, 0, 100000},
    {"dunned a third time", {.limit = 100000, .dunning_level = 3}, CREDIT_DUNNING, 0, 100000},
    {"one promise broken", {.limit = 100000, .broken_promises = 1}, -1, 0, 100000},
    {"two of them", {.limit = 100000, .broken_promises = 2}, CREDIT_PROMISES, 0, 100000},
    {"a payment came back", {.limit = 100000, .returns = 1}, CREDIT_RETURNS, 0, 100000},
};

static const struct date today = {1000};

static void each_rule_at_its_edge(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct credit_test *t = &cases[i];
        struct credit_verdict got;
        print_message("  %s\n", t->words);
        assert_int_equal(credit_judge(&policy, &t->facts, NULL, 0, today, &got), ERR_OK);
        assert_int_equal(got.exposure, t->exposure);
        assert_int_equal(got.available, t->available);
        assert_int_equal(got.worst, t->broken < 0 ? CREDIT_OFF : CREDIT_HOLD);
        for (int rule = 0; rule < CREDIT_RULE_COUNT; rule++)
            assert_int_equal(got.of[rule].broken, rule == t->broken);
    }
}

static void a_rule_that_is_off_is_never_broken_and_one_that_warns_does_not_hold(void **state)
{
    const struct credit_facts facts = {.limit = 0, .debits = 100, .oldest_days = 99};
    struct credit_policy some = {.of = {[CREDIT_LIMIT] = CREDIT_WARN}, .credits = true};
    struct credit_verdict got;

    (void)state;
    assert_int_equal(credit_judge(&some, &facts, NULL, 0, today, &got), ERR_OK);
    assert_int_equal(got.worst, CREDIT_WARN);
    assert_false(got.of[CREDIT_OLDEST].broken);
    some.of[CREDIT_LIMIT] = CREDIT_OFF;
    assert_int_equal(credit_judge(&some, &facts, NULL, 0, today, &got), ERR_OK);
    assert_int_equal(got.worst, CREDIT_OFF);
}

static void credits_count_by_option(void **state)
{
    const struct credit_facts facts = {.limit = 1000, .debits = 1500, .credits = 600};
    struct credit_policy some = policy;
    struct credit_verdict got;

    (void)state;
    assert_int_equal(credit_judge(&some, &facts, NULL, 0, today, &got), ERR_OK);
    assert_int_equal(got.exposure, 900);
    some.credits = false;
    assert_int_equal(credit_judge(&some, &facts, NULL, 0, today, &got), ERR_OK);
    assert_int_equal(got.exposure, 1500);
}

static enum credit_action with_pass(const struct credit_facts *facts,
                                    const struct credit_pass *pass)
{
    struct credit_verdict got;

    assert_int_equal(credit_judge(&policy, facts, pass, 1, today, &got), ERR_OK);
    return got.worst;
}

static void an_override_lets_pass_what_is_no_worse(void **state)
{
    const struct credit_pass limit = {CREDIT_LIMIT, 1500, {990}};
    const struct credit_pass days = {CREDIT_OLDEST, 70, {990}};

    (void)state;
    assert_int_equal(with_pass(&(struct credit_facts){.limit = 1000, .debits = 1500}, &limit),
                     CREDIT_OFF);
    assert_int_equal(with_pass(&(struct credit_facts){.limit = 1000, .debits = 1501}, &limit),
                     CREDIT_HOLD);
    /* another rule is not let pass with it */
    assert_int_equal(
        with_pass(&(struct credit_facts){.limit = 1000, .debits = 1500, .returns = 1}, &limit),
        CREDIT_HOLD);
    /* ten days later the same item is ten days older; an older one is worse */
    assert_int_equal(with_pass(&(struct credit_facts){.limit = 1000, .oldest_days = 80}, &days),
                     CREDIT_OFF);
    assert_int_equal(with_pass(&(struct credit_facts){.limit = 1000, .oldest_days = 81}, &days),
                     CREDIT_HOLD);
}

struct terms_test {
    const char *words;
    struct credit_terms terms;
    bool paid;
    int64_t limit, insured;
    enum credit_source source;
};
#define NO CREDIT_UNLIMITED
static const struct terms_test terms_cases[] = {
    {"a limit and no more",
     {500, NO, {INT32_MIN}, NO, 0, {INT32_MIN}},
     true,
     500,
     0,
     CREDIT_BY_LIMIT},
    {"none", {NO, NO, {INT32_MIN}, NO, 0, {INT32_MIN}}, true, NO, 0, CREDIT_BY_LIMIT},
    {"for a time, on its last day",
     {500, 900, {1000}, NO, 0, {INT32_MIN}},
     true,
     900,
     0,
     CREDIT_BY_TEMPORARY},
    {"the day after", {500, 900, {999}, NO, 0, {INT32_MIN}}, true, 500, 0, CREDIT_BY_LIMIT},
    {"a first order", {500, NO, {INT32_MIN}, 100, 0, {INT32_MIN}}, false, 100, 0, CREDIT_BY_FIRST},
    {"something was paid",
     {500, NO, {INT32_MIN}, 100, 0, {INT32_MIN}},
     true,
     500,
     0,
     CREDIT_BY_LIMIT},
    {"a first order above the limit",
     {50, NO, {INT32_MIN}, 100, 0, {INT32_MIN}},
     false,
     50,
     0,
     CREDIT_BY_LIMIT},
    {"a first order without a limit",
     {NO, NO, {INT32_MIN}, 100, 0, {INT32_MIN}},
     false,
     100,
     0,
     CREDIT_BY_FIRST},
    {"for a time, and nothing paid",
     {500, 900, {1000}, 100, 0, {INT32_MIN}},
     false,
     900,
     0,
     CREDIT_BY_TEMPORARY},
    {"insured without end",
     {500, NO, {INT32_MIN}, NO, 70, {INT32_MIN}},
     true,
     500,
     70,
     CREDIT_BY_LIMIT},
    {"insured until today", {500, NO, {INT32_MIN}, NO, 70, {1000}}, true, 500, 70, CREDIT_BY_LIMIT},
    {"insured until yesterday",
     {500, NO, {INT32_MIN}, NO, 70, {999}},
     true,
     500,
     0,
     CREDIT_BY_LIMIT},
};

static void which_limit_holds_on_a_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof terms_cases / sizeof *terms_cases; i++) {
        const struct terms_test *t = &terms_cases[i];
        int64_t limit, insured;
        print_message("  %s\n", t->words);
        assert_int_equal(credit_terms_on(&t->terms, today, t->paid, &limit, &insured), t->source);
        assert_int_equal(limit, t->limit);
        assert_int_equal(insured, t->insured);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_at_its_edge),
        cmocka_unit_test(a_rule_that_is_off_is_never_broken_and_one_that_warns_does_not_hold),
        cmocka_unit_test(credits_count_by_option),
        cmocka_unit_test(an_override_lets_pass_what_is_no_worse),
        cmocka_unit_test(which_limit_holds_on_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
