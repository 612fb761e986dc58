/* On which day a claim lapses. */
#include "rules/limitation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct date day(const char *text)
{
    struct date d = DATE_NONE;

    if (date_parse_iso(text, &d) != ERR_OK)
        fail_msg("%s is no day", text);
    return d;
}

static void years_after_the_due_day_or_the_end_of_its_year(void **state)
{
    static const struct {
        const char *due;
        int years;
        enum limitation_counted counted;
        const char *lapses; /* NULL: not known */
    } cases[] = {
        {"2026-03-15", 3, LIMITATION_FROM_YEAR_END, "2029-12-31"}, /* BGB 195, 199 */
        {"2026-12-31", 3, LIMITATION_FROM_YEAR_END, "2029-12-31"},
        {"2027-01-01", 3, LIMITATION_FROM_YEAR_END, "2030-12-31"},
        {"2026-03-15", 6, LIMITATION_FROM_DUE, "2032-03-15"}, /* Limitation Act 1980 */
        {"2024-02-29", 5, LIMITATION_FROM_DUE, "2029-02-28"},
        {"2024-02-29", 4, LIMITATION_FROM_DUE, "2028-02-29"},
        {"2026-03-15", 0, LIMITATION_FROM_DUE, NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct date got = limitation_day(day(cases[i].due), cases[i].years, cases[i].counted);
        const struct date want = cases[i].lapses ? day(cases[i].lapses) : DATE_NONE;
        if (got.day != want.day)
            fail_msg("due %s, %d years: %d, not %d", cases[i].due, cases[i].years, got.day,
                     want.day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_after_the_due_day_or_the_end_of_its_year),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
