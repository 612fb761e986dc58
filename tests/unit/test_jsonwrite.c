/* JSON out: the shape that scripts rely on, and text that cannot leave its string. */
#include "out/json.h"
#include "out/writers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "written.h"

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "bar", .title = "", .kind = CELL_BAR},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "disputed", .title = "D", .kind = CELL_FLAG, .flags = COLUMN_HIDDEN},
    {.name = "days", .title = "Days", .kind = CELL_INT},
};
#define COUNT ((int)(sizeof(columns) / sizeof(*columns)))
static const struct table_head head = {"Open items", "as of today", columns, COUNT};

static void put_item(struct sink *sink, int64_t minor, const char *code)
{
    struct currency currency = {.digits = 2};
    struct cell cells[COUNT] = {cell_code("INV-1"), {.kind = CELL_BAR, .text = "##"}};

    memcpy(currency.code, code, 4);
    cells[2] = cell_money(money_of(minor, currency));
    cells[3] = cell_date(date_of(2026, 11, 22));
    cells[4] = cell_number(CELL_FLAG, 0);
    cells[5] = minor > 0 ? cell_int(-3) : cell_none();
    assert_int_equal(sink_row(sink, 0, ' ', cells), ERR_OK);
}

#define ROW(amount, days)                                                                          \
    "{\"number\":\"INV-1\",\"amount\":\"" amount                                                   \
    "\",\"due\":\"2026-11-22\",\"disputed\":false,\"days\":" days "}"
#define TOP                                                                                        \
    "{\"v\":1,\"title\":\"Open items\",\"subtitle\":\"as of "                                      \
    "today\",\"columns\":[\"number\",\"amount\",\"due\","                                          \
    "\"disputed\",\"days\"],\"rows\":["

static void test_one_currency_is_summed(void **state)
{
    struct written w;
    struct sink *sink = written_open(&w, "json", NULL);

    sink->head(sink->self, &head);
    put_item(sink, 1050, "EUR");
    put_item(sink, -50, "EUR");
    assert_int_equal(sink->foot(sink->self, "it \"adds\" up"), ERR_OK);
    assert_string_equal(
        written_close(&w),
        TOP "\n" ROW("10.50", "-3") ",\n" ROW(
            "-0.50",
            "null") "\n],\"totals\":[{\"amount\":\"10.00\"}],\"proof\":\"it \\\"adds\\\" up\"}\n");
}

static void test_two_currencies_are_not(void **state)
{
    struct written w;
    struct sink *sink = written_open(&w, "json", NULL);

    sink->head(sink->self, &head);
    put_item(sink, 1050, "EUR");
    put_item(sink, 1050, "USD");
    sink->foot(sink->self, NULL);
    assert_non_null(strstr(written_close(&w), "\n],\"totals\":[]}\n"));
}

/* One row, then a total row of the report's own that begins with this cell. */
static void total_written(struct cell first, const char *totals)
{
    struct written w;
    struct sink *sink = written_open(&w, "json", NULL);
    struct cell cells[COUNT] = {first, cell_none(), cell_money(money_of(7, written_eur()))};
    struct row total = {.kind = ROW_TOTAL, .cells = cells};
    char wanted[400];

    sink->head(sink->self, &head);
    put_item(sink, 1050, "EUR");
    assert_int_equal(sink->row(sink->self, &total), ERR_OK);
    sink->foot(sink->self, NULL);
    snprintf(wanted, sizeof wanted, TOP "\n" ROW("10.50", "-3") "\n],\"totals\":[%s]}\n", totals);
    assert_string_equal(written_close(&w), wanted);
}

static void test_the_reports_own_total_counts(void **state)
{
    total_written(cell_code("EUR"), "{\"number\":\"EUR\",\"amount\":\"0.07\"}");
}

static void test_the_word_of_a_total_is_for_people(void **state)
{
    total_written(cell_drawn("Total"), "{\"amount\":\"0.07\"}");
}

static void test_empty_and_bare(void **state)
{
    struct writer_options bare = {.bare = true};
    struct written w;
    struct sink *sink = written_open(&w, "json", NULL);

    sink->head(sink->self, &head);
    sink->foot(sink->self, NULL);
    assert_string_equal(written_close(&w), TOP "],\"totals\":[]}\n");
    sink = written_open(&w, "json", &bare);
    sink->head(sink->self, &head);
    put_item(sink, 1050, "EUR");
    put_item(sink, 1050, "EUR");
    sink->foot(sink->self, "proof");
    assert_string_equal(written_close(&w), "[" ROW("10.50", "-3") "," ROW("10.50", "-3") "]");
}

struct string_case {
    const char *text, *json;
};

static const struct string_case string_cases[] = {
    {"", "\"\""},
    {NULL, "null"},
    {"Acme", "\"Acme\""},
    {"a\"b\\c", "\"a\\\"b\\\\c\""},
    {"a\nb\tc\rd", "\"a\\nb\\tc\\rd\""},
    {"\x1b[31m", "\"\\u001b[31m\""},
    {"\x7f", "\"\\u007f\""},
    {"Café \"€\"", "\"Café \\\"€\\\"\""},
};

static void test_strings(void **state)
{
    for (size_t i = 0; i < sizeof(string_cases) / sizeof(*string_cases); i++) {
        struct buf buf;

        buf_init(&buf, 1000);
        json_string(&buf, string_cases[i].text);
        assert_string_equal(buf.data, string_cases[i].json);
        buf_done(&buf);
    }
}

static void test_page(void **state)
{
    struct written w;
    struct page page;

    page_init(&page, "Statement", NULL);
    page_heading(&page, 1, "Acme");
    page_pair(&page, "Due", "2026-11-22");
    page_text(&page, "Please pay.");
    page_rule(&page);
    page_break(&page);
    written_open(&w, "json", NULL);
    assert_int_equal(writer_page(writer_find("json"), &w.out, &page, NULL), ERR_OK);
    assert_string_equal(written_close(&w),
                        "{\"v\":1,\"title\":\"Statement\",\"blocks\":[\n"
                        "{\"kind\":\"heading\",\"level\":1,\"text\":\"Acme\"},\n"
                        "{\"kind\":\"pair\",\"label\":\"Due\",\"text\":\"2026-11-22\"},\n"
                        "{\"kind\":\"text\",\"text\":\"Please pay.\"},\n"
                        "{\"kind\":\"rule\"},\n{\"kind\":\"break\"}]}\n");
    page_done(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_currency_is_summed),
        cmocka_unit_test(test_two_currencies_are_not),
        cmocka_unit_test(test_the_reports_own_total_counts),
        cmocka_unit_test(test_the_word_of_a_total_is_for_people),
        cmocka_unit_test(test_empty_and_bare),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
