/* Figures within sentences: plain for machines, grouped for people, the rest untouched. */
#include "base/figures.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct notation english = {.decimal = '.', .group = ','},
                             german = {.decimal = ',', .group = '.'};

static const char *amount(struct arena *arena, int64_t minor, uint8_t digits)
{
    return figure_marked(money_of(minor, (struct currency){"EUR", digits}), arena);
}

static void only_what_is_marked_is_grouped(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *words =
        arena_format(&arena, "10442 %s - 10461 %s = %s. That is all.", amount(&arena, 123450, 2),
                     amount(&arena, -100000000, 2), amount(&arena, 423632, 0));

    assert_string_equal(figures_plain(words, &arena),
                        "10442 1234.50 - 10461 -1000000.00 = 423632. That is all.");
    assert_string_equal(figures_show(words, &english, &arena),
                        "10442 1,234.50 - 10461 -1,000,000.00 = 423,632. That is all.");
    assert_string_equal(figures_show(words, &german, &arena),
                        "10442 1.234,50 - 10461 -1.000.000,00 = 423.632. That is all.");
    assert_string_equal(figures_show("nothing comes to 1000", &english, &arena),
                        "nothing comes to 1000");
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_marked_is_grouped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
