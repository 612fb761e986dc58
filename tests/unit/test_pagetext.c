/* A page that was kept as text is the same page again. */
#include "base/pagetext.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void page_fill(struct page *page)
{
    static const struct column columns[] = {
        {.name = "document", .title = "Beleg\tNr.", .kind = CELL_CODE},
        {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 3},
        {.name = "days", .title = "Days", .kind = CELL_INT},
        {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "text", .title = "Text", .kind = CELL_TEXT, .width = 9},
        {.name = "rate", .title = "%", .kind = CELL_PERCENT},
    };
    const struct table_head head = {"Items", NULL, columns, sizeof columns / sizeof columns[0]};
    struct currency yen;
    struct sink sink;

    assert_int_equal(currency_find("JPY", &yen), ERR_OK);
    page_init(page, "Harbour & Finch: Mahnung", "ACME, 2026-11-22");
    page_heading(page, 2, "Zahlungserinnerung");
    page_text(page, "C:\\new\tline\nand 北極光照明有限公司");
    page_text(page, "");
    page_pair(page, "Account", "ACME");
    page_figure(page, "Total", "1,234", " JPY");
    page_rule(page);
    page_space(page);
    sink = table_sink(page_table(page));
    const struct cell cells[] = {cell_code("INV-1"),   cell_date(date_of(2026, 11, 22)),
                                 cell_int(-3),         cell_money(money_of(-1234, yen)),
                                 cell_text("a\\n\tb"), cell_number(CELL_PERCENT, 12500)};
    const struct cell empty[] = {cell_none(), cell_none(), cell_none(),
                                 cell_none(), cell_none(), cell_none()};
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    assert_int_equal(sink_row(&sink, 7, '!', cells), ERR_OK);
    assert_int_equal(sink_row(&sink, 8, ' ', empty), ERR_OK);
    assert_int_equal(sink.foot(sink.self, "proved"), ERR_OK);
    static const int64_t open[] = {0, CHART_NONE, 123456}, late[] = {-5, 7, INT64_MAX};
    static const char *const months[] = {"2026-09", "Okt.\t2026", ""};
    const struct chart chart = {.kind = CHART_LINES,
                                .title = "Open\nby month",
                                .unit = "EUR",
                                .digits = 2,
                                .count = 3,
                                .labels = months,
                                .series_count = 2,
                                .series = {{"offen", open}, {"late", late}}};
    page_chart(page, &chart);
    page_break(page);
}

static enum err line_add(void *self, const struct line *line)
{
    buf_format(self, "%d%c%s\n", (int)line->style, line->mark ? line->mark : ' ', line->text);
    return ERR_OK;
}

static void the_same_again(void **state)
{
    const struct notation notation = {.decimal = '.', .group = ','};
    struct page page, again;
    struct buf text, text_again, lines, lines_again;
    struct note note = {0};
    struct buf *bufs[] = {&text, &text_again, &lines, &lines_again};

    (void)state;
    for (size_t i = 0; i < 4; i++)
        buf_init(bufs[i], 1 << 16);
    page_fill(&page);
    pagetext_write(&page, &text);
    page_init(&again, NULL, NULL);
    assert_int_equal(pagetext_read(text.data, &again, &note), ERR_OK);
    pagetext_write(&again, &text_again);
    assert_string_equal(text_again.data, text.data);
    assert_string_equal(again.title, page.title);
    assert_int_equal(page_lines(&page, 60, &notation, line_add, &lines), ERR_OK);
    assert_int_equal(page_lines(&again, 60, &notation, line_add, &lines_again), ERR_OK);
    assert_string_equal(lines_again.data, lines.data);
    page_done(&page);
    page_done(&again);
    for (size_t i = 0; i < 4; i++)
        buf_done(bufs[i]);
}

static void what_no_page_was(void **state)
{
    static const char *const texts[] = {
        "T\tno end",
        "Q\twhat\n",
        "T\n",
        "R\t0\t1\t \n",
        "A\t\t\n",
        "A\t\t\nA\t\t\n",
        "C\ta\n",
        "A\t\t\nC\ta\ta\tz\t0\t0\t0\nZ\n",
        "A\t\t\nC\ta\tA\tm\t0\t0\t0\nR\t0\t1\t \tmEU\nZ\n",
        "H\t2\n",
        "D\t1\t2\tt\tu\ts\n",
        "D\t1\t2\tt\tu\n",
        "D\t9\t2\tt\tu\ts\nY\n",
        "D\t1\t2\tt\tu\ts\nV\tlabel\nY\n",
        "D\t1\t2\tt\tu\ts\nD\t1\t2\tt\tu\ts\nY\n",
        "V\tlabel\t1\n",
        "Y\n",
        "A\t\t\nC\ta\tA\tm\t0\t0\t0\nR\t0\t1\t \tz1\nZ\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct page page;
        struct note note = {0};
        page_init(&page, NULL, NULL);
        if (pagetext_read(texts[i], &page, &note) != ERR_CORRUPT)
            fail_msg("%s: is read", texts[i]);
        page_done(&page);
    }
}

/* Words are found as they were written, whatever stands before them in the file. */
static void words_without_marks(void **state)
{
    static const char *const there[] = {" INV-1 ", " a\\n b ",
                                        "C:\\new line and 北極光照明有限公司\n",
                                        "Mahnung ACME, 2026-11-22\n", "Zahlungserinnerung\n"};
    struct page page;
    struct buf text, words;

    buf_init(&text, 1 << 16);
    buf_init(&words, 1 << 16);
    page_fill(&page);
    pagetext_write(&page, &text);
    pagetext_words(text.data, &words);
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        if (!strstr(words.data, there[i]))
            fail_msg("'%s' is not in: %s", there[i], words.data);
    page_done(&page);
    buf_done(&words);
    buf_done(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_again),
        cmocka_unit_test(what_no_page_was),
        cmocka_unit_test(words_without_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
