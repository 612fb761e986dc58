/* Buckets: every day in exactly one, and the limits where the accountant expects them. */
#include "rules/aging.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct date day(const char *iso)
{
    struct date d;
    assert_int_equal(date_parse_iso(iso, &d), ERR_OK);
    return d;
}

/* The same numbers in every run. */
static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

static struct bucket_set set_of(const char *text, enum aging_basis basis)
{
    struct bucket_set set;
    assert_int_equal(bucket_set_parse(text, basis, &set, NULL), ERR_OK);
    return set;
}

static const struct {
    enum aging_basis basis;
    const char *as_of, *dated, *due, *column;
} ages[] = {
    /* due on the day itself is not overdue */
    {AGING_BY_DUE, "2026-10-31", "2026-10-01", "2026-11-01", "current"},
    {AGING_BY_DUE, "2026-10-31", "2026-10-01", "2026-10-31", "current"},
    {AGING_BY_DUE, "2026-10-31", "2026-10-01", "2026-10-30", "1-30"},
    /* exactly 30, 60, 90 days past due stay below the limit */
    {AGING_BY_DUE, "2026-10-31", "2026-09-01", "2026-10-01", "1-30"},
    {AGING_BY_DUE, "2026-10-31", "2026-08-01", "2026-09-30", "31-60"},
    {AGING_BY_DUE, "2026-10-31", "2026-08-01", "2026-09-01", "31-60"},
    {AGING_BY_DUE, "2026-10-31", "2026-08-01", "2026-08-31", "61-90"},
    {AGING_BY_DUE, "2026-10-31", "2026-08-01", "2026-08-02", "61-90"},
    {AGING_BY_DUE, "2026-10-31", "2026-07-01", "2026-08-01", "over-90"},
    {AGING_BY_DUE, "2026-10-31", "1999-07-01", "1999-08-01", "over-90"},
    {AGING_BY_INVOICE, "2026-10-31", "2026-10-31", "2026-11-30", "0-30"},
    {AGING_BY_INVOICE, "2026-10-31", "2026-10-01", "2026-11-30", "0-30"},
    {AGING_BY_INVOICE, "2026-10-31", "2026-09-30", "2026-11-30", "31-60"},
    {AGING_BY_INVOICE, "2026-10-31", "2026-08-01", "2026-11-30", "over-90"},
};

static void test_ages(void **state)
{
    for (size_t i = 0; i < sizeof ages / sizeof ages[0]; i++) {
        struct bucket_set set = set_of(BUCKETS_DEFAULT, ages[i].basis);
        char name[BUCKET_NAME];
        int bucket = bucket_of_item(&set, day(ages[i].as_of), day(ages[i].dated), day(ages[i].due));
        if (strcmp(bucket_name(&set, bucket, name), ages[i].column) != 0)
            fail_msg("due %s as of %s stands in %s, not %s", ages[i].due, ages[i].as_of, name,
                     ages[i].column);
    }
}

static const struct {
    enum aging_basis basis;
    const char *as_of, *from, *column;
} month_ages[] = {
    {AGING_BY_DUE, "2026-11-20", "2026-11-25", "current"},
    {AGING_BY_DUE, "2026-11-20", "2026-11-20", "current"},
    {AGING_BY_DUE, "2026-11-20", "2026-11-19", "this-month"},
    {AGING_BY_DUE, "2026-11-20", "2026-11-01", "this-month"},
    {AGING_BY_DUE, "2026-11-01", "2026-10-31", "1-month"},
    {AGING_BY_DUE, "2026-11-30", "2026-10-01", "1-month"},
    {AGING_BY_DUE, "2027-01-01", "2026-11-30", "2-months"},
    {AGING_BY_DUE, "2026-11-20", "2026-08-31", "3-months"},
    {AGING_BY_DUE, "2026-11-20", "2026-07-31", "over-3-months"},
    {AGING_BY_INVOICE, "2026-11-20", "2026-11-20", "this-month"},
    {AGING_BY_INVOICE, "2026-11-20", "2026-07-31", "over-3-months"},
};

static void test_months(void **state)
{
    for (size_t i = 0; i < sizeof month_ages / sizeof month_ages[0]; i++) {
        struct bucket_set set = set_of("months", month_ages[i].basis);
        char name[BUCKET_NAME];
        struct date from = day(month_ages[i].from);
        int bucket = bucket_of_item(&set, day(month_ages[i].as_of), from, from);
        if (strcmp(bucket_name(&set, bucket, name), month_ages[i].column) != 0)
            fail_msg("%s as of %s stands in %s", month_ages[i].from, month_ages[i].as_of, name);
    }
}

static void test_missing_due_date(void **state)
{
    struct bucket_set set = set_of(BUCKETS_DEFAULT, AGING_BY_DUE);
    assert_int_equal(bucket_of_item(&set, day("2026-10-31"), day("2026-09-30"), DATE_NONE), 2);
}

static const struct {
    const char *typed;
    enum aging_basis basis;
    const char *columns, *titles;
} names[] = {
    {"0,30,60,90", AGING_BY_DUE, "current 1-30 31-60 61-90 over-90",
     "Current|1-30|31-60|61-90|Over 90"},
    {"30, 60, 90", AGING_BY_DUE, "current 1-30 31-60 61-90 over-90",
     "Current|1-30|31-60|61-90|Over 90"},
    {"0,30,60,90", AGING_BY_INVOICE, "0-30 31-60 61-90 over-90", "0-30|31-60|61-90|Over 90"},
    {"0", AGING_BY_DUE, "current over-0", "Current|Over 0"},
    {"0,7,14", AGING_BY_DUE, "current 1-7 8-14 over-14", "Current|1-7|8-14|Over 14"},
    {"months 1,2,3,6", AGING_BY_DUE,
     "current this-month 1-month 2-months 3-months 4-6-months over-6-months",
     "Current|This month|1 month|2 months|3 months|4-6 months|Over 6 months"},
};

static void test_names(void **state)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct bucket_set set = set_of(names[i].typed, names[i].basis);
        char name[BUCKET_NAME], text[BUCKET_SET_TEXT];
        struct buf columns, titles;
        buf_init(&columns, 1000);
        buf_init(&titles, 1000);
        for (int b = 0; b < bucket_count(&set); b++) {
            buf_format(&columns, "%s%s", b ? " " : "", bucket_name(&set, b, name));
            buf_format(&titles, "%s%s", b ? "|" : "", bucket_title(&set, b, name));
        }
        assert_string_equal(columns.data, names[i].columns);
        assert_string_equal(titles.data, names[i].titles);
        buf_done(&columns);
        buf_done(&titles);
        struct bucket_set again = set_of(bucket_set_text(&set, text), names[i].basis);
        assert_int_equal(again.count, set.count);
        assert_memory_equal(again.bounds, set.bounds, (size_t)set.count * sizeof set.bounds[0]);
    }
}

static void test_bad_sets(void **state)
{
    static const char *const bad[] = {
        "",       "30,30",     "60,30", "-30,0",           "0,30,",
        "a",      "0;30",      "month", "0,30,60,90 days", "1,2,3,4,5,6,7,8,9,10,11,12,13",
        "999999", "months 2,1"};
    struct bucket_set set;
    struct note note = {.text = ""};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (bucket_set_parse(bad[i], AGING_BY_DUE, &set, &note) != ERR_INPUT)
            fail_msg("\"%s\" was taken as buckets", bad[i]);
    assert_int_equal(bucket_set_parse("0", AGING_BY_INVOICE, &set, &note), ERR_INPUT);
    assert_int_equal(bucket_set_parse("0,1,2,3,4,5,6,7,8,9,10,11,12", AGING_BY_DUE, &set, &note),
                     ERR_OK);
    assert_int_equal(bucket_count(&set), 14);
}

static int low_of(const struct bucket_set *set, int bucket)
{
    return bucket == 0 ? INT32_MIN : set->bounds[bucket - 1] + 1;
}

static int high_of(const struct bucket_set *set, int bucket)
{
    return bucket == set->count ? INT32_MAX : set->bounds[bucket];
}

/* Every number of days is in exactly one bucket, the one whose bounds hold it. */
static void test_partition(void **state)
{
    uint64_t seed = 42;
    for (int round = 0; round < 30; round++) {
        struct buf text;
        int bound = 0, bounds = 1 + (int)(random_next(&seed) % 11);
        buf_init(&text, 1000);
        for (int k = 0; k < bounds; k++) {
            bound += 1 + (int)(random_next(&seed) % 120);
            buf_format(&text, k ? ",%d" : "%d", bound);
        }
        struct bucket_set set = set_of(text.data, round % 2 ? AGING_BY_DUE : AGING_BY_INVOICE);
        buf_done(&text);
        for (int days = -10000; days <= 10000; days++) {
            int bucket = bucket_of(&set, days), homes = 0;
            for (int b = 0; b < bucket_count(&set); b++)
                homes += days >= low_of(&set, b) && days <= high_of(&set, b);
            assert_int_equal(homes, 1);
            assert_true(days >= low_of(&set, bucket) && days <= high_of(&set, bucket));
        }
    }
}

static const struct {
    int64_t before[5], credit, after[5], left;
} offsets[] = {
    {{100, 50, 0, 30, 20}, 0, {100, 50, 0, 30, 20}, 0},
    {{100, 50, 0, 30, 20}, 10, {100, 50, 0, 30, 10}, 0},
    {{100, 50, 0, 30, 20}, 60, {100, 40, 0, 0, 0}, 0},
    {{100, 50, 0, 30, 20}, 250, {0, 0, 0, 0, 0}, 50},
    {{0, 0, 0, 0, 0}, 70, {0, 0, 0, 0, 0}, 70},
    /* a bucket that is negative itself takes no credit */
    {{100, 0, -20, 0, 0}, 30, {70, 0, -20, 0, 0}, 0},
};

static void test_offset_oldest(void **state)
{
    for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; i++) {
        int64_t amounts[5];
        memcpy(amounts, offsets[i].before, sizeof amounts);
        assert_int_equal(aging_offset_oldest(amounts, 5, offsets[i].credit), offsets[i].left);
        assert_memory_equal(amounts, offsets[i].after, sizeof amounts);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ages),
        cmocka_unit_test(test_months),
        cmocka_unit_test(test_missing_due_date),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_bad_sets),
        cmocka_unit_test(test_partition),
        cmocka_unit_test(test_offset_oldest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
