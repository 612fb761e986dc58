#include "base/page.h"

#include "base/buf.h"
#include "base/text.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))


static const struct notation people = {.decimal = '.', .group = ','};
static const struct currency usd = {"USD", 2}, eur = {"EUR", 2};

struct taken {
    struct buf text; /* the lines */
    struct buf styles; /* one letter a line: p h t T d, before it ^ where a sheet begins */
    int widest;
    int stop_after; /* 0 = never */
};

static enum err take(void *self, const struct line *line)
{
    struct taken *taken = self;
    buf_format(&taken->text, "%s\n", line->text);
    if (line->breaks)
        buf_char(&taken->styles, '^');
    buf_char(&taken->styles, "phtTd"[line->style]);
    if (line->mark > ' ')
        buf_char(&taken->styles, line->mark);
    int width = text_width(line->text);
    taken->widest = width > taken->widest ? width : taken->widest;
    if (taken->stop_after && --taken->stop_after == 0)
        return ERR_CANCELLED;
    return ERR_OK;
}

static void taken_init(struct taken *taken)
{
    *taken = (struct taken){.widest = 0};
    buf_init(&taken->text, 1 << 20);
    buf_init(&taken->styles, 1 << 16);
}

static void taken_done(struct taken *taken)
{
    buf_done(&taken->text);
    buf_done(&taken->styles);
}

static const struct column aging[] = {
    {"customer", "Customer", CELL_CODE, 9, 0, 0},
    {"name", "Name", CELL_TEXT, 0, 14, 0},
    {"current", "current", CELL_MONEY, 1, 0, COLUMN_TOTAL},
    {"1-30", "1-30", CELL_MONEY, 2, 0, COLUMN_TOTAL},
    {"31-60", "31-60", CELL_MONEY, 5, 0, COLUMN_TOTAL},
    {"61-90", "61-90", CELL_MONEY, 6, 0, COLUMN_TOTAL},
    {"over-90", "over 90", CELL_MONEY, 3, 0, COLUMN_TOTAL},
    {"unapplied", "unapplied", CELL_MONEY, 4, 0, COLUMN_TOTAL},
    {"total", "Total", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"currency", "Currency", CELL_CODE, 8, 0, COLUMN_HIDDEN},
};

/* The letters of the columns that are shown, in the order of `aging`. */
static void shown_at(int width, int *cells, char *out, struct column_place *places)
{
    static const char letters[] = "Cn0136outX";
    table_layout(aging, COUNT(aging), &(struct table_content){.cells = cells}, width, places);
    for (int i = 0; i < COUNT(aging); i++)
        if (places[i].shown)
            *out++ = letters[i];
    *out = 0;
}

static void columns_leave_by_their_worth(void **state)
{
    (void)state;
    static int content[] = {8, 30, 12, 12, 12, 12, 12, 12, 12, 3};
    static const struct {
        int width;
        const char *shown;
        int name, gap;
    } cases[] = {
        {200, "Cn0136out", 30, 2},
        {132, "Cn0136out", 24, 2},
        {122, "Cn0136out", 14, 2},
        {121, "Cn0136out", 21, 1}, /* one blank between keeps all, and gives the rest to names */
        {114, "Cn0136out", 14, 1},
        {113, "n0136out", 15, 2},
        {100, "n013out", 16, 2},
        {80, "n01out", 15, 1},
        {60, "n01t", 18, 2},
        {28, "nt", 14, 2},
        {27, "nt", 14, 1},
        {10, "nt", 14, 1}, /* what is always shown pushes, and is never clipped */
    };
    for (int i = 0; i < COUNT(cases); i++) {
        struct column_place places[COUNT(aging)];
        char shown[COUNT(aging) + 1];
        shown_at(cases[i].width, content, shown, places);
        int gap = table_gap(places, COUNT(aging), cases[i].width);
        if (strcmp(shown, cases[i].shown) || places[1].cells != cases[i].name ||
            gap != cases[i].gap)
            fail_msg("at %d: %s, name of %d, gap %d", cases[i].width, shown, places[1].cells, gap);
        for (int c = 2; c < COUNT(aging); c++)
            if (places[c].shown)
                assert_int_equal(places[c].cells, 12); /* figures are whole or not there */
    }
}

static const struct column mixed_columns[] = {
    {"name", "Name", CELL_TEXT, 0, 0, 0},
    {"currency", "Cur", CELL_CODE, 9, 0, 0},
    {"total", "Total", CELL_MONEY, 0, 0, 0},
    {"due", "Due", CELL_DATE, 1, 0, 0},
};

static void the_currency_stays_where_rows_differ_in_it(void **state)
{
    (void)state;
    static const char *const codes[][3] = {{"EUR", "EUR", "EUR"}, {"EUR", "", "JPY"}};
    const struct table_head head = {"", "", mixed_columns, COUNT(mixed_columns)};
    for (int i = 0; i < COUNT(codes); i++) {
        int widest[] = {8, 3, 10, 10};
        struct table_content content = {.cells = widest};
        struct column_place places[COUNT(mixed_columns)];
        for (int r = 0; r < 3; r++) {
            const struct cell cells[] = {cell_text("A"), cell_code(codes[i][r]), cell_none(),
                                         cell_none()};
            table_content_see(&content, &head, &(struct row){.kind = ROW_DATA, .cells = cells});
        }
        assert_int_equal(content.mixed, i == 1);
        table_layout(mixed_columns, COUNT(mixed_columns), &content, 24, places);
        assert_int_equal(places[1].shown, i == 1);
        assert_false(places[3].shown);
    }
}

/* Only where nothing else can come: a text that streams may have a value in the next row. */
static void empty_columns_make_room_for_texts_that_are_cut(void **state)
{
    (void)state;
    int widest[] = {30, 0, 10, 0};
    struct column_place places[COUNT(mixed_columns)];
    const struct {
        int width;
        bool whole;
        const char *shown;
        int name;
    } cases[] = {{55, true, "nctd", 30}, {47, true, "ntd", 30}, {42, true, "nt", 30},
                 {30, true, "nt", 18},   {42, false, "nctd", 20}};
    for (int i = 0; i < COUNT(cases); i++) {
        const struct table_content content = {.cells = widest, .whole = cases[i].whole};
        char shown[COUNT(mixed_columns) + 1], *at = shown;
        table_layout(mixed_columns, COUNT(mixed_columns), &content, cases[i].width, places);
        for (int c = 0; c < COUNT(mixed_columns); c++)
            if (places[c].shown)
                *at++ = "nctd"[c];
        *at = 0;
        if (strcmp(shown, cases[i].shown) || places[0].cells != cases[i].name)
            fail_msg("case %d: %s, name of %d", i, shown, places[0].cells);
    }
}

/* A movement table: nothing leaves by its worth, and customers have the codes of another system. */
static const struct column moves[] = {
    {"customer", "Customer", CELL_CODE, 0, 0, 0},
    {"name", "Name", CELL_TEXT, 0, 0, 0},
    {"opening", "Opening", CELL_MONEY, 0, 0, COLUMN_TOTAL},
    {"fees", "Fees", CELL_MONEY, 0, 0, COLUMN_TOTAL | COLUMN_ADDS},
    {"paid", "Paid", CELL_MONEY, 0, 0, COLUMN_TOTAL | COLUMN_ADDS},
    {"other", "Other", CELL_MONEY, 0, 0, COLUMN_TOTAL | COLUMN_ADDS},
    {"closing", "Closing", CELL_MONEY, 0, 0, COLUMN_TOTAL},
};

static void empty_columns_make_room_for_what_was_left_out(void **state)
{
    (void)state;
    int widest[] = {10, 3, 10, 0};
    const struct table_content content = {.cells = widest, .whole = true};
    struct column_place places[COUNT(mixed_columns)];

    table_layout(mixed_columns, COUNT(mixed_columns), &content, 26, places);
    assert_true(places[1].shown); /* the currency, which left for an empty Due */
    assert_false(places[3].shown);
    table_layout(mixed_columns, COUNT(mixed_columns), &content, 24, places);
    assert_false(places[1].shown);
    assert_int_equal(places[0].cells, 10);
}

/* Also one that is always shown, as what is pending of a customer of whom nothing is. */
static void an_empty_column_makes_room_whatever_it_is_worth(void **state)
{
    (void)state;
    static const struct column items[] = {
        {"document", "Document", CELL_CODE, 0, 0, 0},
        {"issued", "Issued", CELL_DATE, 3, 0, 0},
        {"open", "Open", CELL_MONEY, 0, 0, COLUMN_TOTAL},
        {"pending", "Pending", CELL_MONEY, 0, 0, 0},
    };
    int widest[] = {8, 10, 9, 0};
    const struct table_content content = {.cells = widest, .whole = true};
    struct column_place places[COUNT(items)];

    table_layout(items, COUNT(items), &content, 29, places);
    assert_true(places[1].shown);
    assert_false(places[3].shown);
    table_layout(items, COUNT(items), &content, 40, places); /* there is room for all */
    assert_true(places[3].shown);
    widest[3] = 4;
    table_layout(items, COUNT(items), &content, 29, places);
    assert_false(places[1].shown);
    assert_true(places[3].shown);
}

static void figures_are_whole_or_left_out_and_that_is_said(void **state)
{
    (void)state;
    static const struct {
        int width, chosen, code, name;
        const char *shown, *said;
    } cases[] = {
        {120, 0, 29, 29, "cnofptz", ""},
        {84, 0, 12, 10, "cnofptz", ""},
        {60, 0, 12, 0, "coptz", ""},                 /* fees are nought: nothing is missed */
        {60, 4, 12, 0, "cofpz", "not shown: Other"}, /* what is chosen is in view */
        {40, 0, 16, 0, "coz", "not shown: Paid, Other"},
        {25, 0, 13, 0, "cz", "not shown: Paid, Other"},
    };
    const struct table_head head = {"", "", moves, COUNT(moves)};
    int widest[] = {36, 30, 10, 10, 10, 10, 10};
    bool says[] = {true, true, true, false, true, true, true};

    for (int i = 0; i < COUNT(cases); i++) {
        const struct table_content content = {
            .cells = widest, .says = says, .whole = true, .any = true, .chosen = cases[i].chosen};
        struct column_place places[COUNT(moves)];
        char shown[COUNT(moves) + 1], *at = shown;
        struct buf said;
        int used = 0;
        buf_init(&said, 200);
        table_layout(moves, COUNT(moves), &content, cases[i].width, places);
        const int gap = table_gap(places, COUNT(moves), cases[i].width);
        for (int c = 0; c < COUNT(moves); c++)
            if (places[c].shown) {
                *at++ = "cnofptz"[c];
                used += places[c].cells + gap;
                assert_true(c < 2 || places[c].cells == 10);
            }
        *at = 0;
        table_left_out(&said, &head, &content, places, 80);
        if (strcmp(shown, cases[i].shown) || strcmp(said.data, cases[i].said) ||
            places[0].cells != cases[i].code || used - gap > cases[i].width ||
            (places[1].shown && places[1].cells != cases[i].name))
            fail_msg("case %d: %s, code of %d, name of %d, %d cells, %s", i, shown, places[0].cells,
                     places[1].cells, used - gap, said.data);
        buf_done(&said);
    }
}

static void a_total_keeps_its_name_when_the_column_of_it_is_left_out(void **state)
{
    (void)state;
    static const struct {
        const char *texts[5];
        const char *line;
    } cases[] = {
        {{"2026-11-02", "P-1", "", "EUR", "8.00"}, "2026-11-02  P-1      EUR   8.00"},
        {{"2026-11-02", "", "Of the day", "EUR", "8.00"}, "2026-11-02  Of the…  EUR   8.00"},
        {{"", "", "Of the period", "EUR", "8.00"}, "Of the period        EUR   8.00"},
    };
    static const struct column columns[] = {{"date", "Date", CELL_DATE, 0, 0, 0},
                                            {"number", "Number", CELL_CODE, 0, 0, 0},
                                            {"name", "Name", CELL_TEXT, 1, 0, 0},
                                            {"currency", "Cur", CELL_CODE, 0, 0, 0},
                                            {"amount", "Amount", CELL_MONEY, 0, 0, 0}};
    const struct table_head head = {"", "", columns, COUNT(columns)};
    static const struct column_place places[] = {
        {true, false, 10}, {true, false, 7}, {false, true, 0}, {true, false, 3}, {true, false, 5}};

    for (int i = 0; i < COUNT(cases); i++) {
        struct buf line;
        buf_init(&line, 200);
        table_line(&line, &head, places, cases[i].texts, 2, i > 0);
        assert_string_equal(line.data, cases[i].line);
        buf_done(&line);
    }
}

static void narrow_content_takes_the_titles_width(void **state)
{
    (void)state;
    static const struct column columns[] = {{"a", "Days past due", CELL_INT, 0, 0, 0},
                                            {"b", "Who", CELL_TEXT, 0, 0, 0}};
    static int cells[] = {2, 20};
    const struct table_content content = {.cells = cells};
    struct column_place places[2];
    table_layout(columns, 2, &content, 80, places);
    assert_int_equal(places[0].cells, 13);
    assert_int_equal(places[1].cells, 20);
    table_layout(columns, 2, &content, 5, places);
    assert_int_equal(places[1].cells, 8);
}

static const struct column few[] = {
    {"name", "Name", CELL_TEXT, 0, 0, 0},
    {"days", "Days", CELL_INT, 1, 0, 0},
    {"open", "Open", CELL_MONEY, 0, 0, COLUMN_TOTAL},
};

static void few_head(struct sink *sink, const char *title, const char *subtitle)
{
    struct table_head head = {title, subtitle, few, COUNT(few)};
    assert_int_equal(sink->head(sink->self, &head), ERR_OK);
}

static void few_row(struct sink *sink, enum row_kind kind, char mark, const char *name,
                    int64_t days, struct money open)
{
    struct cell cells[] = {cell_text(name), days ? cell_int(days) : cell_none(), cell_money(open)};
    struct row row = {.kind = kind, .mark = mark, .cells = cells};
    assert_int_equal(sink->row(sink->self, &row), ERR_OK);
}

static void expect_table(struct table *table, int width, const char *text, const char *styles)
{
    struct taken taken;
    taken_init(&taken);
    assert_int_equal(table_lines(table, width, &people, take, &taken), ERR_OK);
    assert_string_equal(taken.text.data, text);
    assert_string_equal(taken.styles.data, styles);
    taken_done(&taken);
}

static void a_table_is_aligned_and_summed(void **state)
{
    (void)state;
    struct table table;
    table_init(&table);
    struct sink sink = table_sink(&table);
    few_head(&sink, "Open items", "as of 2026-10-31");
    few_row(&sink, ROW_DATA, ' ', "Acme", 33, money_of(431000, usd));
    few_row(&sink, ROW_DATA, '!', "株式会社", 0, money_of(0, usd));
    few_row(&sink, ROW_DATA, ' ', "Mu\xCC\x88ller\nGmbH", 1200, money_of(-12000, usd));
    sink.foot(sink.self, "Sub-ledger 4,190.00, difference 0.00");
    expect_table(&table, 80,
                 "Open items\n"
                 "as of 2026-10-31\n"
                 "\n"
                 "  Name          Days      Open\n"
                 "  -----------  -----  --------\n"
                 "  Acme            33  4,310.00\n"
                 "! 株式会社                   .\n"
                 "  Mu\xCC\x88ller GmbH  1,200   -120.00\n"
                 "                      --------\n"
                 "  Total               4,190.00\n"
                 "\n"
                 "Sub-ledger 4,190.00, difference 0.00\n",
                 "hdpttpp!pdTpp");
    few_head(&sink, NULL, NULL); /* narrow: the days leave, names are cut */
    few_row(&sink, ROW_DATA, ' ', "Acme Holdings Limited", 33, money_of(431000, usd));
    expect_table(&table, 18, "Name          Open\n--------  --------\nAcme Ho…  4,310.00\n", "ttp");
    few_head(&sink, NULL, NULL);
    expect_table(&table, 80, "Name  Days  Open\n----  ----  ----\n(nothing to show)\n", "ttd");
    table_done(&table);
}

static void totals_are_made_of_one_currency_only(void **state)
{
    (void)state;
    struct table table;
    table_init(&table);
    struct sink sink = table_sink(&table);
    few_head(&sink, NULL, NULL);
    few_row(&sink, ROW_DATA, ' ', "A", 1, money_of(100, usd));
    few_row(&sink, ROW_DATA, ' ', "B", 2, money_of(200, eur));
    expect_table(&table, 80,
                 "Name  Days  Open\n----  ----  ----\nA        1  1.00\nB        2  2.00\n",
                 "ttpp");
    few_head(&sink, NULL, NULL); /* the sum is nothing: an amount, not a dot */
    few_row(&sink, ROW_DATA, ' ', "A", 1, money_of(100, usd));
    few_row(&sink, ROW_DATA, ' ', "B", 2, money_of(-100, usd));
    expect_table(&table, 80,
                 "Name   Days   Open\n-----  ----  -----\nA         1   1.00\nB         2  -1.00\n"
                 "             -----\nTotal         0.00\n",
                 "ttppdT");
    few_head(&sink, NULL, NULL); /* the report's own total stands alone */
    few_row(&sink, ROW_DATA, ' ', "A", 1, money_of(100, usd));
    few_row(&sink, ROW_DATA, ' ', "B", 2, money_of(100, usd));
    few_row(&sink, ROW_TOTAL, ' ', "2 of 9", 0, money_of(200, usd));
    expect_table(&table, 80,
                 "Name    Days  Open\n------  ----  ----\nA          1  1.00\nB          2  1.00\n"
                 "              ----\n2 of 9        2.00\n",
                 "ttppdT");
    table_done(&table);
}

static void groups_have_heads_and_subtotals(void **state)
{
    (void)state;
    struct table table;
    table_init(&table);
    struct sink sink = table_sink(&table);
    few_head(&sink, NULL, NULL);
    few_row(&sink, ROW_GROUP, ' ', "Collector Anna", 0, money_of(0, usd));
    few_row(&sink, ROW_DATA, ' ', "A", 1, money_of(100, usd));
    few_row(&sink, ROW_SUBTOTAL, ' ', "", 0, money_of(100, usd));
    few_row(&sink, ROW_GROUP, ' ', "Collector Bea", 0, money_of(0, usd));
    few_row(&sink, ROW_DATA, ' ', "B", 2, money_of(300, usd));
    few_row(&sink, ROW_SUBTOTAL, ' ', "", 0, money_of(300, usd));
    expect_table(&table, 80,
                 "Name   Days  Open\n-----  ----  ----\n"
                 "Collector Anna\nA         1  1.00\n             ----\n             1.00\n"
                 "\nCollector Bea\nB         2  3.00\n             ----\n             3.00\n"
                 "             ----\nTotal        4.00\n",
                 "tthpdTphpdTdT");
    table_done(&table);
}

static void expect_page(const struct page *page, int width, const char *text, const char *styles)
{
    struct taken taken;
    taken_init(&taken);
    assert_int_equal(page_lines(page, width, &people, take, &taken), ERR_OK);
    assert_string_equal(taken.text.data, text);
    assert_string_equal(taken.styles.data, styles);
    assert_true(taken.widest <= width);
    taken_done(&taken);
}

static void figures_of_a_run_stand_below_each_other(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, "Invoice", NULL);
    page_figure(&page, "Net", "3,583.60 EUR", NULL);
    page_figure(&page, "VAT 21 %", "752.56 EUR", " on 3,583.60 EUR");
    page_pair(&page, "Due", "2026-12-01");
    expect_page(&page, 40,
                "Net       3,583.60 EUR\n"
                "VAT 21 %    752.56 EUR on 3,583.60 EUR\n"
                "Due       2026-12-01\n",
                "ppp");
    page_done(&page);
}

static void a_page_is_filled(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, "Statement", "October 2026");
    page_heading(&page, 1, "Acme Holdings");
    page_pair(&page, "Code", "ACME");
    page_pair(&page, "Telephone", "+1 617 555 0100 and another one");
    page_pair(&page, "Due", "");
    page_space(&page);
    page_text(&page, "Please pay what is due within ten days.\n\n  Thank you\n");
    page_rule(&page);
    page_break(&page);
    page_heading(&page, 2, "株式会社の明細書ですから長い");
    page_pair(&page, "A", "b");
    page_break(&page); /* with nothing behind it no sheet begins */
    expect_page(&page, 24,
                "Acme Holdings\n"
                "-------------\n"
                "Code       ACME\n"
                "Telephone  +1 617 555\n"
                "           0100 and\n"
                "           another one\n"
                "Due\n"
                "\n"
                "Please pay what is due\n"
                "within ten days.\n"
                "\n"
                "  Thank you\n"
                "------------------------\n"
                "株式会社の明細書ですから\n"
                "長い\n"
                "A  b\n",
                "hdpppppppppp" "d^hhp");
    page_done(&page);
}

static void a_table_in_a_page_says_its_title_once(void **state)
{
    (void)state;
    struct page page;
    page_init(&page, "Statement", NULL);
    for (int i = 0; i < 2; i++) {
        struct sink sink = table_sink(page_table(&page));
        few_head(&sink, i ? "Open items" : "Statement", NULL);
        few_row(&sink, ROW_DATA, '*', "A", 1, money_of(100, usd));
    }
    expect_page(&page, 40,
                "  Name  Days  Open\n  ----  ----  ----\n* A        1  1.00\n"
                "Open items\n\n  Name  Days  Open\n  ----  ----  ----\n* A        1  1.00\n",
                "ttp*hpttp*");
    struct taken taken;
    taken_init(&taken);
    taken.stop_after = 4;
    assert_int_equal(page_lines(&page, 40, NULL, take, &taken), ERR_CANCELLED);
    assert_int_equal(taken.styles.len, 5); /* four lines, one of them marked */
    taken_done(&taken);
    page_done(&page);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_leave_by_their_worth),
        cmocka_unit_test(the_currency_stays_where_rows_differ_in_it),
        cmocka_unit_test(empty_columns_make_room_for_texts_that_are_cut),
        cmocka_unit_test(empty_columns_make_room_for_what_was_left_out),
        cmocka_unit_test(an_empty_column_makes_room_whatever_it_is_worth),
        cmocka_unit_test(figures_are_whole_or_left_out_and_that_is_said),
        cmocka_unit_test(a_total_keeps_its_name_when_the_column_of_it_is_left_out),
        cmocka_unit_test(narrow_content_takes_the_titles_width),
        cmocka_unit_test(a_table_is_aligned_and_summed),
        cmocka_unit_test(totals_are_made_of_one_currency_only),
        cmocka_unit_test(groups_have_heads_and_subtotals),
        cmocka_unit_test(a_page_is_filled),
        cmocka_unit_test(figures_of_a_run_stand_below_each_other),
        cmocka_unit_test(a_table_in_a_page_says_its_title_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
