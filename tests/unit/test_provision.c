/* The arithmetic of an allowance, worked out on paper first (RULES.md R20). */
#include "rules/provision.h"

#include "base/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct net_case {
    const char *what;
    struct provision_item items[3]; /* open, base, then what is wanted: credits, net */
    int count;
    int64_t credit, rest;
};

static const struct net_case nets[] = {
    {"no credit: all of it", {{100, 100, 0, 100}, {50, 50, 0, 50}}, 2, 0, 0},
    {"off the oldest", {{100, 100, 30, 70}, {50, 50, 0, 50}}, 2, 30, 0},
    {"the next when the oldest is used up", {{100, 100, 100, 0}, {50, 50, 20, 30}}, 2, 120, 0},
    {"never below zero", {{100, 100, 100, 0}, {50, 50, 50, 0}}, 2, 200, 50},
    {"a foreign debit at its own rate", {{1000, 1500, 501, 999}}, 1, 334, 0},
    {"nothing is owed", {{0}}, 0, 40, 40},
};

static void credits_go_off_the_oldest(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof nets / sizeof nets[0]; i++) {
        const struct net_case *c = &nets[i];
        struct provision_item items[3];
        int64_t rest = -1;
        for (int k = 0; k < c->count; k++)
            items[k] = (struct provision_item){c->items[k].open, c->items[k].base, -1, -1};
        assert_int_equal(provision_net(items, c->count, c->credit, &rest), ERR_OK);
        if (rest != c->rest)
            fail_msg("%s: %lld are left of the credit", c->what, (long long)rest);
        for (int k = 0; k < c->count; k++)
            if (items[k].credits != c->items[k].credits || items[k].net != c->items[k].net)
                fail_msg("%s: debit %d has %lld taken off, %lld left", c->what, k + 1,
                         (long long)items[k].credits, (long long)items[k].net);
    }
}

static void tax_is_in_what_is_left(void **state)
{
    int64_t tax = 0;

    (void)state;
    assert_int_equal(provision_tax(38000, 8000, 48000, &tax), ERR_OK); /* 380.00 of 480.00 */
    assert_int_equal(tax, 6333);
    assert_int_equal(provision_tax(38000, 0, 48000, &tax), ERR_OK);
    assert_int_equal(tax, 0);
    assert_int_equal(provision_tax(38000, 8000, 0, &tax), ERR_OK);
    assert_int_equal(tax, 0);
}

static void rates_are_at_most_the_whole(void **state)
{
    int64_t rate = 0;

    (void)state;
    assert_int_equal(provision_rate(50000, 1100000, &rate), ERR_OK); /* 5 % x 110 % */
    assert_int_equal(rate, 55000);
    assert_int_equal(provision_rate(950000, 1100000, &rate), ERR_OK);
    assert_int_equal(rate, PPM);
}

static void one_by_one(void **state)
{
    int64_t sum = 0;

    (void)state;
    assert_int_equal(provision_specific(70000, false, 65000, &sum), ERR_OK);
    assert_int_equal(sum, 65000);
    assert_int_equal(provision_specific(60000, false, 65000, &sum), ERR_OK); /* paid in part */
    assert_int_equal(sum, 60000);
    assert_int_equal(provision_specific(33333, true, 450000, &sum), ERR_OK);
    assert_int_equal(sum, 15000); /* 149.9985, rounded once */
    assert_int_equal(provision_specific(33333, true, 0, &sum), ERR_OK);
    assert_int_equal(sum, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(credits_go_off_the_oldest),
        cmocka_unit_test(tax_is_in_what_is_left),
        cmocka_unit_test(rates_are_at_most_the_whole),
        cmocka_unit_test(one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
