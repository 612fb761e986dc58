/* CSV out: what is quoted, what is left out, and that no cell is a live formula. */
#include "out/writers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "written.h"

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "bar", .title = "", .kind = CELL_BAR},
    {.name = "look", .title = "Look", .kind = CELL_TEXT, .flags = COLUMN_SCREEN},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "due", .title = "Due", .kind = CELL_DATE},
    {.name = "disputed", .title = "D", .kind = CELL_FLAG, .flags = COLUMN_HIDDEN},
    {.name = "days", .title = "Days", .kind = CELL_INT},
};
#define COUNT ((int)(sizeof(columns) / sizeof(*columns)))

static const struct table_head head = {"Open items", "as of 2026-10-31", columns, COUNT};

static void test_rows(void **state)
{
    struct written w;
    struct sink *sink = written_open(&w, "csv", NULL);
    struct cell cells[] = {cell_code("INV-1"),
                           cell_text("Miller, \"Joe\""),
                           {.kind = CELL_BAR, .text = "###"},
                           cell_text("x"),
                           cell_money(money_of(-123450, written_eur())),
                           cell_date(date_of(2026, 11, 22)),
                           cell_number(CELL_FLAG, 1),
                           cell_int(1234)};
    struct row total = {.kind = ROW_TOTAL, .cells = cells};
    struct row group = {.kind = ROW_GROUP, .cells = cells};

    assert_int_equal(sink->head(sink->self, &head), ERR_OK);
    assert_int_equal(sink->row(sink->self, &group), ERR_OK);
    assert_int_equal(sink_row(sink, 1, '!', cells), ERR_OK);
    for (int i = 0; i < COUNT; i++)
        cells[i] = cell_none();
    assert_int_equal(sink_row(sink, 2, ' ', cells), ERR_OK);
    assert_int_equal(sink->row(sink->self, &total), ERR_OK);
    assert_int_equal(sink->foot(sink->self, "all of it adds up"), ERR_OK);
    assert_string_equal(written_close(&w),
                        "number,name,amount,due,disputed,days\n"
                        "INV-1,\"Miller, \"\"Joe\"\"\",-1234.50,2026-11-22,1,1234\n"
                        ",,,,,\n");
}

struct text_case {
    const char *text, *field;
};

static const struct text_case text_cases[] = {
    {"Acme", "Acme"},
    {"", ""},
    {"=1+1", "'=1+1"},
    {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
    {"+49 30 1234", "'+49 30 1234"},
    {"-2+3", "'-2+3"},
    {"-", "'-"},
    {"@SUM(A1)", "'@SUM(A1)"},
    {"-5", "-5"},
    {"-5.20", "-5.20"},
    {"+5", "+5"},
    {"-5.2.0", "'-5.2.0"},
    {"-1e5", "'-1e5"},
    {"\t=1", "' =1"},
    {"\rx", "' x"},
    {"  =1", "'  =1"},
    {"\xEF\xBC\x9D"
     "1",
     "'\xEF\xBC\x9D"
     "1"},
    {"\xEF\xBC\xA0"
     "x",
     "'\xEF\xBC\xA0"
     "x"},
    {"two\nlines", "two lines"},
    {"a;b", "a;b"},
    {"12\" pipe", "\"12\"\" pipe\""},
    {"'quoted", "'quoted"},
    {" Acme", "\" Acme\""},
    {"Acme ", "\"Acme \""},
    {"e=mc2", "e=mc2"},
};

static const struct column one[] = {{.name = "text", .title = "Text", .kind = CELL_TEXT}};
static const struct table_head one_head = {"T", NULL, one, 1};

static void test_text(void **state)
{
    for (size_t i = 0; i < sizeof(text_cases) / sizeof(*text_cases); i++) {
        struct written w;
        struct sink *sink = written_open(&w, "csv", NULL);
        struct cell cell = cell_text(text_cases[i].text);
        char expected[200];

        assert_int_equal(sink->head(sink->self, &one_head), ERR_OK);
        assert_int_equal(sink_row(sink, 0, ' ', &cell), ERR_OK);
        assert_int_equal(sink->foot(sink->self, NULL), ERR_OK);
        snprintf(expected, sizeof(expected), "text\n%s\n", text_cases[i].field);
        assert_string_equal(written_close(&w), expected);
    }
}

static void test_raw(void **state)
{
    struct writer_options options = {.raw = true};
    struct written w;
    struct sink *sink = written_open(&w, "csv", &options);
    struct cell cell = cell_text("=1+1");

    sink->head(sink->self, &one_head);
    sink_row(sink, 0, ' ', &cell);
    sink->foot(sink->self, NULL);
    assert_string_equal(written_close(&w), "text\n=1+1\n");
}

static void test_no_control_byte_leaves(void **state)
{
    for (int c = 1; c < 0x20; c++) {
        char text[] = {'a', (char)c, 'b', 0};
        struct written w;
        struct sink *sink = written_open(&w, "csv", NULL);
        struct cell cell = cell_text(text);
        const char *got;

        sink->head(sink->self, &one_head);
        sink_row(sink, 0, ' ', &cell);
        sink->foot(sink->self, NULL);
        got = written_close(&w);
        for (const char *at = got; *at != 0; at++)
            assert_true((unsigned char)*at >= ' ' || *at == '\n');
        assert_int_equal(strlen(got), strlen("text\na?b\n"));
    }
}

static void test_page(void **state)
{
    struct writer_options options = {0};
    struct written w;
    struct page page;
    struct cell cell = cell_text("Acme");

    page_init(&page, "Statement", NULL);
    page_heading(&page, 1, "Statement");
    for (int i = 0; i < 2; i++) {
        struct sink sink = table_sink(page_table(&page));

        sink.head(sink.self, &one_head);
        sink_row(&sink, 0, ' ', &cell);
        sink.foot(sink.self, NULL);
        page_text(&page, "between");
    }
    written_open(&w, "csv", NULL);
    assert_int_equal(writer_page(writer_find("csv"), &w.out, &page, &options), ERR_OK);
    assert_string_equal(written_close(&w), "text\nAcme\n\ntext\nAcme\n");
    page_done(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows), cmocka_unit_test(test_text),
        cmocka_unit_test(test_raw),  cmocka_unit_test(test_no_control_byte_leaves),
        cmocka_unit_test(test_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
