/* Cycles of statements: the last day on which they go out. */
#include "rules/cycle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct date day(const char *iso)
{
    struct date d;
    assert_int_equal(date_parse_iso(iso, &d), ERR_OK);
    return d;
}

static void the_last_day_of_a_cycle(void **state)
{
    static const struct {
        const char *cycle, *on, *last; /* last NULL: never */
    } cases[] = {
        {"monthly", "2026-11-30", "2026-11-30"},
        {"monthly", "2026-11-29", "2026-10-31"},
        {"Monthly:15", "2026-11-15", "2026-11-15"},
        {"monthly:15", "2026-11-14", "2026-10-15"},
        {"monthly:30", "2027-03-01", "2027-02-28"},
        {"monthly:1", "2026-01-01", "2026-01-01"},
        {"quarterly", "2026-11-22", "2026-09-30"},
        {"quarterly", "2026-12-31", "2026-12-31"},
        {"quarterly:5", "2026-03-04", "2025-12-05"},
        {"quarterly:5", "2026-04-30", "2026-03-05"},
        {"weekly", "2026-11-22", "2026-11-16"},
        {"weekly", "2026-11-23", "2026-11-23"},
        {"weekly:fri", "2026-11-22", "2026-11-20"},
        {"weekly:Sun", "2026-11-22", "2026-11-22"},
        {"never", "2026-11-22", NULL},
        {"none", "2026-11-22", NULL},
        {"", "2026-11-22", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct cycle cycle;
        char iso[DATE_TEXT];
        assert_int_equal(cycle_parse(cases[i].cycle, &cycle, NULL), ERR_OK);
        const struct date last = cycle_day(&cycle, day(cases[i].on));
        assert_string_equal(date_iso(last, iso), cases[i].last ? cases[i].last : "");
    }
}

static void what_is_no_cycle_is_refused(void **state)
{
    static const char *const bad[] = {"daily",   "month",   "monthly:0",  "monthly:32", "weekly:3",
                                      "weekly:", "never:3", "monthly:1x", "quarterly:", "monthly "};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct note note = {0};
        struct cycle cycle;
        assert_int_equal(cycle_parse(bad[i], &cycle, &note), ERR_INPUT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_day_of_a_cycle),
        cmocka_unit_test(what_is_no_cycle_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
