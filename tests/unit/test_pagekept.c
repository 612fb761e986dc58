/* A page as kept text: the same page comes back, block for block; a page that is cut is told. */
#include "base/pagetext.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "written.h"

static const struct column columns[] = {
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3, .width = 9},
    {.name = "due", .title = NULL, .kind = CELL_DATE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "part", .title = "Part", .kind = CELL_PERCENT},
};
static const struct table_head head = {"Open items", NULL, columns, 5};

static void page_fill(struct page *page)
{
    page_init(page, "Statement", NULL);
    page->sheet = (struct page_sheet){.moment = 1764374400000000,
                                      .foot = "Harbour & Finch",
                                      .letter = true,
                                      .notation = {.decimal = ',', .group = '.'}};
    page_heading(page, 2, "Applied");
    page_text(page, "海尔集团\n12 Long Wharf");
    page_pair(page, "Account", "ACME");
    page_figure(page, "Total", "1,234.50 EUR", " on the day");
    struct sink sink = table_sink(page_table(page));
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    for (int i = 0; i < 3; i++) {
        const struct cell cells[] = {cell_code("INV-1"), i ? cell_text("Lamps") : cell_none(),
                                     cell_date((struct date){20000 + i}),
                                     cell_money(money_of(i * -1234567890123, written_eur())),
                                     cell_number(CELL_PERCENT, INT64_MIN)};
        assert_int_equal(sink_row(&sink, i, i % 2 ? '!' : ' ', cells), ERR_OK);
    }
    assert_int_equal(sink.foot(sink.self, "adds up"), ERR_OK);
    page_rule(page);
    page_space(page);
    page_break(page);
    page_text(page, "");
}

static void packed(struct buf *out)
{
    struct page page;

    page_fill(&page);
    buf_init(out, (size_t)1 << 20);
    pagetext_write(&page, out);
    page_done(&page);
}

static void comes_back_the_same(void **state)
{
    struct note note = {0};
    struct buf one, other;
    struct page page;

    packed(&one);
    page_init(&page, NULL, NULL);
    assert_int_equal(pagetext_read(one.data, &page, &note), ERR_OK);
    assert_string_equal(page.title, "Statement");
    assert_int_equal(page.sheet.moment, 1764374400000000);
    assert_int_equal(page.sheet.notation.decimal, ',');
    assert_int_equal(page.first->kind, BLOCK_HEADING);
    const struct block *figure = page.first->next->next->next;
    assert_int_equal(figure->figure_len, strlen("1,234.50 EUR"));
    const struct table *table = figure->next->table;
    assert_int_equal(table->count, 3);
    assert_int_equal(table->rows[2].cells[3].money.minor, -2 * 1234567890123);
    assert_int_equal(table->rows[2].cells[4].number, INT64_MIN);
    assert_int_equal(table->rows[1].mark, '!');
    assert_int_equal(page.last->kind, BLOCK_TEXT);
    buf_init(&other, (size_t)1 << 20);
    pagetext_write(&page, &other);
    assert_int_equal(other.len, one.len);
    assert_memory_equal(other.data, one.data, one.len);
    assert_in_range(one.len, 100, 1000); /* small, as thousands of them are kept */
    buf_done(&other);
    buf_done(&one);
    page_done(&page);
}

/* A page that is cut within a line is told; a byte that is another one is told or makes another
 * page, never a crash. */
static void damage_is_told(void **state)
{
    struct note note = {0};
    struct buf bytes;
    struct page page;

    packed(&bytes);
    for (size_t len = bytes.len - 1; len > 0; len--) {
        const char was = bytes.data[len];
        bytes.data[len] = 0;
        page_init(&page, NULL, NULL);
        const enum err e = pagetext_read(bytes.data, &page, &note);
        assert_true(e == ERR_CORRUPT || bytes.data[len - 1] == '\n');
        page_done(&page);
        bytes.data[len] = was;
    }
    for (size_t i = 0; i < bytes.len; i++)
        for (int bit = 0; bit < 7; bit++) {
            bytes.data[i] = (char)(bytes.data[i] ^ (1 << bit));
            page_init(&page, NULL, NULL);
            (void)pagetext_read(bytes.data, &page, &note);
            page_done(&page);
            bytes.data[i] = (char)(bytes.data[i] ^ (1 << bit));
        }
    buf_done(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_the_same),
        cmocka_unit_test(damage_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
