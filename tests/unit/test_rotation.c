/* Copies of a book: which of them are kept. */
#include "base/date.h"
#include "rules/rotation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define MINUTE INT64_C(60000000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static int kept(const int64_t *moments, size_t count, bool *keep)
{
    int sum = 0;

    rotation_keep(moments, count, keep);
    for (size_t i = 0; i < count; i++)
        sum += keep[i];
    return sum;
}

/* Every quarter of an hour for two years: 24 hours, the days before, the months before those. */
static void two_years_of_copies_become_some_sixty(void **state)
{
    enum { COPIES = 2 * 365 * 24 * 4 };
    static int64_t moments[COPIES];
    static bool keep[COPIES];
    const int64_t now = date_moment_end(date_of(2026, 11, 22)) - 1;

    for (int i = 0; i < COPIES; i++)
        moments[i] = now - i * 15 * MINUTE;
    /* the day and the month of the newest are those of its hour; one month lies among the days */
    assert_int_equal(kept(moments, COPIES, keep), 24 + 29 + 10);
    assert_true(keep[0]);
    assert_false(keep[1]); /* a quarter of an hour before, in the same hour */
    assert_true(keep[4]);
    assert_false(keep[24 * 4 + 4]); /* yesterday, but not its last hour */
    assert_true(keep[24 * 4]);
}

static void few_copies_are_all_kept(void **state)
{
    const int64_t moments[] = {400 * DAY, 399 * DAY, 300 * DAY, 200 * DAY, 10 * DAY};
    bool keep[5];

    assert_int_equal(kept(moments, 5, keep), 5);
    assert_int_equal(kept(moments, 0, keep), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_years_of_copies_become_some_sixty),
        cmocka_unit_test(few_copies_are_all_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
