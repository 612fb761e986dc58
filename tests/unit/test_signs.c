/* When a sign of misuse speaks, and who is pointed out (RULES.md R17). */
#include "rules/signs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct speak_case {
    const char *what;
    enum sign sign;
    struct sign_tally own, all;
    bool speaks;
};

static const struct speak_case cases[] = {
    {"never", SIGN_PAYER, {0, 1000}, {4, 5000}, false},
    {"less than the least number", SIGN_PAYER, {2, 1000}, {2, 5000}, false},
    {"the least number, the others never", SIGN_PAYER, {3, 1000}, {3, 5000}, true},
    {"as often as the others", SIGN_PAYER, {4, 1000}, {20, 5000}, false},
    {"three times as often, and no more", SIGN_PAYER, {12, 1000}, {28, 5000}, false},
    {"three times as often and the least number", SIGN_PAYER, {15, 1000}, {31, 5000}, true},
    {"who posts ten times as much", SIGN_PAYER, {10, 10000}, {11, 11000}, false},
    {"alone, a chain", SIGN_CHAIN, {2, 10000}, {2, 10000}, true},
    {"alone, one in two hundred", SIGN_POSTED, {5, 1000}, {5, 1000}, false},
    {"alone, more than one in a hundred", SIGN_POSTED, {13, 1000}, {13, 1000}, true},
};

static void more_often_than_the_others(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        if (sign_speaks(cases[i].sign, cases[i].own, cases[i].all) != cases[i].speaks)
            fail_msg("%s", cases[i].what);
}

static void one_kind_alone_points_at_nobody(void **state)
{
    bool speaks[SIGNS] = {false};

    (void)state;
    assert_false(signs_point(speaks));
    speaks[SIGN_POSTED] = true;
    assert_false(signs_point(speaks));
    speaks[SIGN_BANKED] = true;
    assert_false(signs_point(speaks));
    speaks[SIGN_FORGIVEN] = true;
    assert_true(signs_point(speaks));
    const bool chain[SIGNS] = {[SIGN_CHAIN] = true};
    assert_true(signs_point(chain)); /* honest work leaves none */
}

static void the_middle_one(void **state)
{
    int64_t values[] = {9, 1, 3, 2, 100};

    (void)state;
    assert_int_equal(median(values, 5), 3);
    assert_int_equal(median(values, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(more_often_than_the_others),
        cmocka_unit_test(one_kind_alone_points_at_nobody),
        cmocka_unit_test(the_middle_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
