/* Charts as text: bars, stacked bars and lines, in blocks and in ASCII. */
#include "base/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

static const char *const months[] = {"2026-09", "2026-10", "2026-11"};
static const int64_t open[] = {10000, 0, 20000}, late[] = {10000, 5000, 0},
                     days[] = {400, CHART_NONE, 800};

static enum err take(void *self, const char *text)
{
    struct buf *buf = self;

    buf_text(buf, text);
    buf_char(buf, '\n');
    return ERR_OK;
}

static void expect(const struct chart *chart, int width, const char *want)
{
    const struct notation people = {.decimal = '.', .group = ','};
    struct buf buf;

    buf_init(&buf, 10000);
    assert_int_equal(chart_lines(chart, width, &people, take, &buf), ERR_OK);
    assert_string_equal(buf.data, want);
    buf_done(&buf);
}

static void bars_are_as_long_as_they_are_large(void **state)
{
    const struct chart chart = {.kind = CHART_BARS, .title = "Open", .unit = "EUR", .digits = 2,
                                .count = 3, .labels = months, .series_count = 1,
                                .series = {{"open", open}}};

    expect(&chart, 37,
           "Open, EUR\n"
           "2026-09  100.00  ##########\n"
           "2026-10    0.00\n"
           "2026-11  200.00  ####################\n");
}

static void parts_stand_on_each_other(void **state)
{
    const struct chart chart = {.kind = CHART_STACKED, .title = "", .digits = 2,
                                .count = 3, .labels = months, .series_count = 2,
                                .series = {{"open", open}, {"late", late}}};

    assert_int_equal(chart_most(&chart), 20000);
    expect(&chart, 37,
           "2026-09  200.00  ##########==========\n"
           "2026-10   50.00  =====\n"
           "2026-11  200.00  ####################\n"
           "# open   = late\n");
}

static void a_line_shows_how_it_went(void **state)
{
    const struct chart chart = {.kind = CHART_LINES, .title = "DSO", .unit = "days", .digits = 1,
                                .count = 3, .labels = months, .series_count = 1,
                                .series = {{"counted back", days}}};

    expect(&chart, 60,
           "DSO, days\n"
           "counted back  = #  40.0 to 80.0\n"
           "              2026-09 .. 2026-11\n");
}

static void where_there_are_blocks_they_are_used(void **state)
{
    const struct chart chart = {.kind = CHART_LINES, .title = "", .digits = 1, .count = 3,
                                .labels = months, .series_count = 1, .series = {{"days", days}}};

    if (!setlocale(LC_ALL, "C.UTF-8"))
        skip();
    expect(&chart, 60, "days  ▄ █  40.0 → 80.0\n      2026-09 .. 2026-11\n");
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bars_are_as_long_as_they_are_large),
                                       cmocka_unit_test(parts_stand_on_each_other),
                                       cmocka_unit_test(a_line_shows_how_it_went),
                                       cmocka_unit_test(where_there_are_blocks_they_are_used)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
