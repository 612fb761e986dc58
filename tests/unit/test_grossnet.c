/* A gross sum as net amounts with their tax, in the proportions of a paper. */
#include "rules/grossnet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_gross_sum_is_split_like_its_paper(void **state)
{
    static const struct {
        const char *words;
        int64_t gross;
        struct gross_part parts[3];
        int count;
        int64_t nets[3], rest;
    } cases[] = {
        {"one tax", 12000, {{200000, 120000, 0}}, 1, {10000}, 0},
        {"a tax that rounds", 1000, {{200000, 120000, 0}}, 1, {833}, 0},
        {"the cent that no tax can meet", 3, {{200000, 120000, 0}}, 1, {3}, -1},
        {"no tax", 555, {{0, 100, 0}}, 1, {555}, 0},
        {"three kinds", 14000, {{200000, 120000, 0}, {70000, 10700, 0}, {0, 9300, 0}}, 3,
         {10000, 1000, 930}, 0},
        {"a paper of nothing", 700, {{200000, 0, 0}}, 1, {0}, 700},
        {"what was taken off the paper counts as nothing", 1200,
         {{200000, 120000, 0}, {0, -5000, 0}}, 2, {1000, 0}, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct gross_part parts[3];
        int64_t rest = 99, sum = 0;
        for (int k = 0; k < 3; k++)
            parts[k] = cases[i].parts[k];
        assert_int_equal(grossnet_split(cases[i].gross, parts, cases[i].count, &rest), ERR_OK);
        for (int k = 0; k < cases[i].count; k++) {
            int64_t tax = 0;
            assert_int_equal(amount_scale(parts[k].net, parts[k].rate_ppm, PPM, &tax), ERR_OK);
            sum += parts[k].net + tax;
            if (parts[k].net != cases[i].nets[k])
                fail_msg("%s: part %d is %lld", cases[i].words, k, (long long)parts[k].net);
        }
        assert_int_equal(rest, cases[i].rest);
        assert_int_equal(sum + rest, cases[i].gross);
    }
}

/* Whatever the sum: net, tax and the rest come to it, and the rest is at most a cent a part. */
static void nothing_is_lost(void **state)
{
    (void)state;
    for (int64_t gross = 1; gross < 3000; gross++) {
        struct gross_part parts[] = {{200000, 7000, 0}, {55000, 2000, 0}, {0, 1000, 0}};
        int64_t rest = 0, sum = 0;
        assert_int_equal(grossnet_split(gross, parts, 3, &rest), ERR_OK);
        for (int k = 0; k < 3; k++) {
            int64_t tax = 0;
            assert_int_equal(amount_scale(parts[k].net, parts[k].rate_ppm, PPM, &tax), ERR_OK);
            sum += parts[k].net + tax;
        }
        assert_int_equal(sum + rest, gross);
        assert_in_range(rest + 2, 0, 4);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gross_sum_is_split_like_its_paper),
        cmocka_unit_test(nothing_is_lost),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
