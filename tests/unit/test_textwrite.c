/* Text out: columns that fit, figures that push, totals, sheets; the look of a page. */
#include "out/writers.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "written.h"

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "days", .title = "Days", .kind = CELL_INT},
    {.name = "secret", .title = "Secret", .kind = CELL_TEXT, .flags = COLUMN_HIDDEN},
};
#define COUNT ((int)(sizeof(columns) / sizeof(*columns)))
static const struct table_head head = {"Open items", "as of today", columns, COUNT};

static const struct writer_options plain = {.notation = {'.', ',', false}};

static void put_item(struct sink *sink, const char *number, const char *name, int64_t minor,
                     char mark)
{
    struct cell cells[COUNT] = {cell_code(number), cell_text(name),
                                cell_money(money_of(minor, written_eur())), cell_int(5),
                                cell_text("hidden")};

    assert_int_equal(sink_row(sink, 0, mark, cells), ERR_OK);
}

static void test_a_table(void **state)
{
    struct written w;
    struct sink *sink = written_open(&w, "text", &plain);

    sink->head(sink->self, &head);
    put_item(sink, "INV-1", "Acme", 123450, '!');
    put_item(sink, "INV-22", "Gare", 0, ' ');
    assert_int_equal(sink->foot(sink->self, "2 items"), ERR_OK);
    assert_string_equal(written_close(&w), "Open items\n"
                                           "as of today\n"
                                           "\n"
                                           "  Number  Name    Amount  Days\n"
                                           "  ------  ----  --------  ----\n"
                                           "! INV-1   Acme  1,234.50     5\n"
                                           "  INV-22  Gare         .     5\n"
                                           "                --------\n"
                                           "  Total         1,234.50\n"
                                           "\n"
                                           "2 items\n");
}

static void test_nothing(void **state)
{
    struct written w;
    struct sink *sink = written_open(&w, "text", &plain);

    sink->head(sink->self, &head);
    sink->foot(sink->self, NULL);
    assert_string_equal(written_close(&w), "Open items\nas of today\n\n"
                                           "Number  Name  Amount  Days\n"
                                           "------  ----  ------  ----\n"
                                           "(nothing to show)\n");
}

static enum err add_line(void *self, const struct line *line)
{
    buf_text(self, line->text);
    buf_char(self, '\n');
    return ERR_OK;
}

static void fill(struct sink *sink)
{
    struct cell name[COUNT] = {cell_text("A group with a long name that runs over the columns")};
    struct cell sum[COUNT] = {cell_text("Sum"), cell_none(),
                              cell_money(money_of(0, written_eur()))};

    sink->head(sink->self, &head);
    for (int g = 0; g < 2; g++) {
        sink->row(sink->self, &(struct row){.kind = ROW_GROUP, .cells = name});
        put_item(sink, "INV-1", "A customer whose name is far too long for any line of a screen",
                 123450, '!');
        put_item(sink, "INV-2", "Gare", -5, ' ');
        sink->row(sink->self, &(struct row){.kind = ROW_SUBTOTAL, .cells = sum});
    }
    sink->foot(sink->self, "proof");
}

static void test_same_look_as_a_page(void **state)
{
    static const int widths[] = {80, 40, 30, 132};

    for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
        struct writer_options options = plain;
        struct written w;
        struct table table;
        struct sink sink;
        struct buf lines;

        options.width = widths[i];
        fill(written_open(&w, "text", &options));
        table_init(&table);
        sink = table_sink(&table);
        fill(&sink);
        buf_init(&lines, 100000);
        assert_int_equal(table_lines(&table, widths[i], &plain.notation, add_line, &lines), ERR_OK);
        assert_string_equal(written_close(&w), lines.data);
        buf_done(&lines);
        table_done(&table);
    }
}

static void test_a_late_long_figure_pushes(void **state)
{
    struct written w;
    struct sink *sink = written_open(&w, "text", &plain);
    const char *got;

    sink->head(sink->self, &head);
    for (int i = 0; i < 1000; i++)
        put_item(sink, "INV-1", "Acme", 100, ' ');
    put_item(sink, "INV-1000000", "Gare", 12345678900, '*');
    put_item(sink, "INV-2", "A name longer than any before", 100, ' ');
    sink->foot(sink->self, NULL);
    got = written_close(&w);
    assert_non_null(strstr(got, "\nINV-1   Acme    1.00     5\n"));
    assert_non_null(strstr(got, "\nINV-1000000  Gare  123,456,789.00  5  *\n"));
    assert_null(strstr(got, "longer than"));
    assert_non_null(strstr(got, "\nTotal         123,457,790.00\n"));
}

static void test_sheets(void **state)
{
    struct writer_options options = plain;
    struct written w;
    struct sink *sink;
    const char *got;
    char begin[200];
    int sheets = 1, lines = 0, rows = 0;

    options.page_length = 20;
    options.width = 60;
    sink = written_open(&w, "text", &options);
    sink->head(sink->self, &head);
    for (int i = 0; i < 50; i++)
        put_item(sink, "INV-1", "Acme", 100, ' ');
    sink->foot(sink->self, NULL);
    got = written_close(&w);
    snprintf(begin, sizeof(begin),
             "\n\fOpen items%50s\nas of today\n\nNumber  Name  Amount  Days\n"
             "------  ----  ------  ----\nINV-1",
             "page 2");
    assert_non_null(strstr(got, begin));
    for (const char *at = got; *at != 0; at++) {
        rows += strncmp(at, "INV-1", 5) == 0;
        lines += *at == '\n';
        if (*at == '\f') {
            assert_true(lines <= 20);
            lines = 0;
            sheets++;
        }
    }
    assert_int_equal(rows, 50);
    assert_int_equal(sheets, 4);
}

static void test_page(void **state)
{
    struct writer_options options = plain;
    struct written w;
    struct page page;
    struct sink sink;
    const char *got;
    char begin[200];

    page_init(&page, "Statement", "Acme");
    page_text(&page, "Dear customer");
    sink = table_sink(page_table(&page));
    sink.head(sink.self, &(struct table_head){NULL, NULL, columns, COUNT});
    for (int i = 0; i < 12; i++)
        put_item(&sink, "INV-1", "Acme", 100, ' ');
    sink.foot(sink.self, NULL);
    page_break(&page);
    page_text(&page, "Yours");
    written_open(&w, "text", NULL);
    assert_int_equal(writer_page(writer_find("text"), &w.out, &page, &options), ERR_OK);
    got = written_close(&w);
    assert_ptr_equal(strstr(got, "Statement\nAcme\n\nDear customer\nNumber"), got);
    assert_null(strchr(got, '\f'));
    options.page_length = 14;
    options.width = 40;
    written_open(&w, "text", NULL);
    assert_int_equal(writer_page(writer_find("text"), &w.out, &page, &options), ERR_OK);
    got = written_close(&w);
    snprintf(begin, sizeof(begin), "\n\fStatement%31s\nAcme\n\nNumber  Name  Amount  Days\n",
             "page 2");
    assert_non_null(strstr(got, begin));
    snprintf(begin, sizeof(begin), "\n\fStatement%31s\nAcme\n\nYours\n", "page 3");
    assert_non_null(strstr(got, begin));
    page_done(&page);
}

static void test_no_escape_leaves(void **state)
{
    struct written w;
    struct sink *sink = written_open(&w, "text", &plain);

    sink->head(sink->self, &head);
    put_item(sink, "INV-1", "\x1b]0;owned\x07 two\nlines\f", 1, ' ');
    sink->foot(sink->self, NULL);
    for (const char *got = written_close(&w); *got != 0; got++)
        assert_true((unsigned char)*got >= ' ' || *got == '\n');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_table),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_same_look_as_a_page),
        cmocka_unit_test(test_a_late_long_figure_pushes),
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_no_escape_leaves),
    };

    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
