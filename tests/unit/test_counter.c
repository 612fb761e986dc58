/* Our items of a customer against the customer's own statement. */
#include "rules/counter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define SIDE 3

/* The rows as status, place of ours, place of theirs and difference. */
struct counter_test {
    const char *words;
    struct counter_ours ours[SIDE];
    struct counter_theirs theirs[SIDE];
    struct counter_row rows[SIDE];
};

#define ROW(status_, ours_, theirs_, difference_)                                                  \
    {                                                                                              \
        .status = (status_), .ours = (ours_), .theirs = (theirs_), .difference = (difference_),    \
        .lines = 1                                                                                 \
    }

static const struct counter_test cases[] = {
    {"the same", {{"INV-1", NULL, 100, 100}}, {{"INV-1", 100}}, {ROW(COUNTER_AGREED, 0, 0, 0)}},
    {"written otherwise",
     {{"INV-7/2", NULL, 100, 100}},
     {{"inv 7-2", 100}},
     {ROW(COUNTER_AGREED, 0, 0, 0)}},
    {"with leading zeros",
     {{"INV-0042", NULL, 100, 100}},
     {{"INV 42", 100}},
     {ROW(COUNTER_AGREED, 0, 0, 0)}},
    {"zeros that leave two meanings say nothing",
     {{"A-042", NULL, 100, 100}, {"A-0042", NULL, 100, 100}},
     {{"A42", 100}},
     {ROW(COUNTER_MISSING_HERE, -1, 0, 100), ROW(COUNTER_MISSING_THERE, 0, -1, -100),
      ROW(COUNTER_MISSING_THERE, 1, -1, -100)}},
    {"by their own reference",
     {{"PAY-1", "CHQ 55", -80, -80}},
     {{"CHQ55", -80}},
     {ROW(COUNTER_AGREED, 0, 0, 0)}},
    {"a number goes before a reference",
     {{"55", NULL, 10, 10}, {"PAY-1", "55", -80, -80}},
     {{"55", 10}},
     {ROW(COUNTER_AGREED, 0, 0, 0), ROW(COUNTER_MISSING_THERE, 1, -1, 80)}},
    {"they have more",
     {{"INV-1", NULL, 100, 60}},
     {{"INV-1", 100}},
     {ROW(COUNTER_DIFFERENT, 0, 0, 40)}},
    {"they have it the other way round",
     {{"CM-1", NULL, -30, -30}},
     {{"CM-1", 30}},
     {ROW(COUNTER_DIFFERENT, 0, 0, 60)}},
    {"paid with us",
     {{"INV-1", NULL, 100, 0}},
     {{"INV-1", 100}},
     {ROW(COUNTER_PAID_HERE, 0, 0, 100)}},
    {"settled on both sides, and listed with 0",
     {{"INV-1", NULL, 100, 0}},
     {{"INV-1", 0}},
     {ROW(COUNTER_AGREED, 0, 0, 0)}},
    {"settled here and not listed there: no row", {{"INV-1", NULL, 100, 0}}, {{0}}, {{0}}},
    {"of two that read alike the open one is meant",
     {{"INV-1", NULL, 100, 0}, {"INV/1", NULL, 70, 70}},
     {{"INV-1", 70}},
     {ROW(COUNTER_AGREED, 1, 0, 0)}},
    {"both unknown to the other",
     {{"INV-1", NULL, 100, 100}},
     {{"X-9", 5}},
     {ROW(COUNTER_MISSING_HERE, -1, 0, 5), ROW(COUNTER_MISSING_THERE, 0, -1, -100)}},
    {"a line without a number",
     {{"", NULL, 100, 100}},
     {{"- -", 100}},
     {ROW(COUNTER_MISSING_HERE, -1, 0, 100), ROW(COUNTER_MISSING_THERE, 0, -1, -100)}},
};

static int ours_count(const struct counter_test *test)
{
    int count = 0;

    while (count < SIDE && test->ours[count].number)
        count++;
    return count;
}

static int theirs_count(const struct counter_test *test)
{
    int count = 0;

    while (count < SIDE && test->theirs[count].number)
        count++;
    return count;
}

static void each_case_comes_out_as_it_should(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct counter_test *test = &cases[i];
        struct arena arena = {0};
        struct counter_row *rows;
        struct note note = {0};
        int count = 0, wanted = 0;

        assert_int_equal(counter_compare(test->ours, ours_count(test), test->theirs,
                                         theirs_count(test), &arena, &rows, &count, &note),
                         ERR_OK);
        while (wanted < SIDE && test->rows[wanted].lines)
            wanted++;
        if (count != wanted)
            fail_msg("%s: %d rows", test->words, count);
        for (int k = 0; k < count; k++)
            if (rows[k].status != test->rows[k].status || rows[k].ours != test->rows[k].ours ||
                rows[k].theirs != test->rows[k].theirs ||
                rows[k].difference != test->rows[k].difference)
                fail_msg("%s: row %d is %s, %d with %d, %lld apart", test->words, k,
                         counter_status_word(rows[k].status), rows[k].ours, rows[k].theirs,
                         (long long)rows[k].difference);
        arena_done(&arena);
    }
}

static void several_lines_of_theirs_count_together(void **state)
{
    const struct counter_ours ours[] = {{"INV-1", NULL, 100, 100}};
    const struct counter_theirs theirs[] = {{"INV-1", 60}, {"inv1", 40}, {"INV-1", 5}};
    struct arena arena = {0};
    struct counter_row *rows;
    struct note note = {0};
    int count = 0;

    assert_int_equal(counter_compare(ours, 1, theirs, 3, &arena, &rows, &count, &note), ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(rows[0].status, COUNTER_DIFFERENT);
    assert_int_equal(rows[0].their_sum, 105);
    assert_int_equal(rows[0].lines, 3);
    assert_int_equal(rows[0].difference, 5);
    arena_done(&arena);
}

static void more_than_a_balance_can_be_is_refused(void **state)
{
    const struct counter_theirs theirs[] = {{"A", INT64_MAX - 1}, {"A", INT64_MAX - 1}};
    struct arena arena = {0};
    struct counter_row *rows;
    struct note note = {0};
    int count = 0;
    const struct counter_ours ours[] = {{"A", NULL, 1, 1}};

    assert_int_equal(counter_compare(ours, 1, theirs, 2, &arena, &rows, &count, &note), ERR_LIMIT);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case_comes_out_as_it_should),
        cmocka_unit_test(several_lines_of_theirs_count_together),
        cmocka_unit_test(more_than_a_balance_can_be_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
