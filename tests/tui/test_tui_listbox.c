/* The list of all lists: moving, choosing columns, marking, searching, and its picture. */
#include "tui/frame.h"
#include "tui/listbox.h"
#include "tui/pager.h"
#include "tui/term.h"

#include "picture.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct column aging_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_TEXT, .width = 14},
    {.name = "current", .title = "current", .kind = CELL_MONEY, .worth = 1, .flags = COLUMN_TOTAL},
    {.name = "over-90", .title = "over90", .kind = CELL_MONEY, .worth = 2, .flags = COLUMN_TOTAL},
    {.name = "promise", .title = "Promise", .kind = CELL_DATE, .worth = 3},
    {.name = "total", .title = "Total", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
};
#define AGING_COLUMNS ((int)(sizeof aging_columns / sizeof *aging_columns))
static const struct notation notation = {.decimal = '.', .group = ','};

static struct money usd(int64_t minor)
{
    return money_of(minor, (struct currency){.code = "USD", .digits = 2});
}

static void customer_add(struct sink *sink, int64_t id, const char *name, char mark,
                         int64_t current, int64_t over)
{
    const struct cell cells[] = {cell_text(name), cell_money(usd(current)), cell_money(usd(over)),
                                 id % 2 ? cell_date(date_of(2026, 11, 3)) : cell_none(),
                                 cell_money(usd(current + over))};
    assert_int_equal(sink_row(sink, id, mark, cells), ERR_OK);
}

static void aging_fill(struct table *table, int more)
{
    const struct table_head head = {
        .title = "Aging", .subtitle = "", .columns = aging_columns, .count = AGING_COLUMNS};
    struct sink sink = table_sink(table);
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    customer_add(&sink, 11, "Acme Holdings", ' ', 90000, 431000);
    customer_add(&sink, 12, "Borealis GmbH", '!', 820400, 211000);
    customer_add(&sink, 13, "東京電機株式会社", '*', 100, -5);
    customer_add(&sink, 14, "Cobalt & Sons", ' ', 0, 123456789);
    for (int i = 0; i < more; i++) {
        char name[32];
        snprintf(name, sizeof name, "Customer %03d", i);
        customer_add(&sink, 100 + i, name, ' ', i * 100, 0);
    }
}

struct list {
    struct table table;
    struct listbox_table source;
    struct listbox box;
};

static void list_open(struct list *list, int more)
{
    memset(list, 0, sizeof *list);
    table_init(&list->table);
    aging_fill(&list->table, more);
    listbox_init(&list->box, &notation);
    listbox_show(&list->box, &list->table.head, listbox_table_source(&list->source, &list->table));
}

static void list_close(struct list *list)
{
    listbox_done(&list->box);
    listbox_table_done(&list->source);
    table_done(&list->table);
}

static unsigned type(void *widget, struct key key)
{
    return listbox_go(widget, motion_of_key(key));
}

static unsigned keys(struct listbox *box, const char *script)
{
    return keys_typed(script, type, box);
}

static void test_moving(void **state)
{
    (void)state;
    static const struct {
        const char *script;
        int64_t id;
    } cases[] = {
        {"", 11},           {"Down", 12},      {"j j k", 12},     {"Up Up", 11},
        {"End", 195},       {"End Down", 195}, {"End Home", 11},  {"PgDn", 105},
        {"PgDn PgDn", 114}, {"PgDn PgUp", 11}, {"End PgUp", 186},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct list list;
        list_open(&list, 96);
        list.box.body_rows = 10;
        keys(&list.box, cases[i].script);
        if (list.box.id != cases[i].id)
            fail_msg("%s leads to %d", cases[i].script, (int)list.box.id);
        list_close(&list);
    }
}

static void test_the_cursor_stays_on_its_row(void **state)
{
    (void)state;
    struct list list;
    list_open(&list, 0);
    keys(&list.box, "Down Down Space Up"); /* marks 13 and stands on it again */
    assert_int_equal(list.box.id, 13);
    table_sort(&list.table, 4, true, (struct currency){.code = ""});
    listbox_show(&list.box, &list.table.head, listbox_table_source(&list.source, &list.table));
    assert_int_equal(list.box.id, 13);
    assert_int_equal(list.box.at, 3);
    assert_true(listbox_is_marked(&list.box, 13));
    assert_false(listbox_is_marked(&list.box, 12));
    list.table.count = 2; /* the row is gone: the nearest one */
    listbox_show(&list.box, &list.table.head, listbox_table_source(&list.source, &list.table));
    assert_int_equal(list.box.at, 1);
    assert_true(listbox_to_id(&list.box, 14));
    assert_false(listbox_to_id(&list.box, 13));
    list_close(&list);
}

static void test_columns_and_sorting(void **state)
{
    (void)state;
    struct list list;
    list_open(&list, 0);
    picture_start(24, 80);
    listbox_draw(&list.box, frame_body(NULL));
    keys(&list.box, "< <");
    assert_int_equal(list.box.column, 0);
    keys(&list.box, "> > > > > >");
    assert_int_equal(list.box.column, 4);
    assert_true((keys(&list.box, "s") & REACT_SORT) != 0);
    assert_int_equal(list.box.sort_column, 4);
    assert_true(list.box.sort_down); /* of figures the largest first */
    keys(&list.box, "s");
    assert_false(list.box.sort_down);
    keys(&list.box, "< s");
    assert_int_equal(list.box.sort_column, 3);
    assert_false(list.box.sort_down);
    assert_true((keys(&list.box, "Enter") & REACT_OPEN) != 0);
    assert_true((keys(&list.box, "q") & REACT_CLOSE) != 0);
    assert_int_equal(keys(&list.box, "p"), REACT_NONE); /* the view's */
    picture_stop();
    list_close(&list);
}

static void test_searching(void **state)
{
    (void)state;
    struct list list;
    list_open(&list, 20);
    assert_true((keys(&list.box, "n") & REACT_BEEP) != 0);
    listbox_search(&list.box, "CUSTOMER 01");
    assert_int_equal(list.box.id, 110);
    keys(&list.box, "n");
    assert_int_equal(list.box.id, 111);
    keys(&list.box, "N");
    assert_int_equal(list.box.id, 110);
    assert_true((keys(&list.box, "N") & REACT_BEEP) != 0);
    assert_string_equal(list.box.message, "No match above.");
    keys(&list.box, "Home");
    listbox_search(&list.box, "1,234,567"); /* what is shown is what is found */
    assert_int_equal(list.box.id, 14);
    list_close(&list);
}

/* Amounts are found in figures whatever they look like, and said in words that make no sense. */
static void test_searching_for_amounts(void **state)
{
    static const struct {
        const char *typed;
        int64_t id;
    } cases[] = {
        {"4310", 11},           {"4310.00", 11},      {"=4,310", 11},     {">1000000", 14},
        {"~4300", 11},          {"2109.5..2111", 12}, {"acme >=900", 11}, {"bor 8,204", 0},
        {"borealis >9000", 12}, {"=0.05", 13},
    };
    struct list list;
    (void)state;
    list_open(&list, 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        keys(&list.box, "Home");
        const unsigned reaction = listbox_search(&list.box, cases[i].typed);
        if (((reaction & REACT_BEEP) != 0) != (cases[i].id == 0) ||
            (cases[i].id && list.box.id != cases[i].id))
            fail_msg("%s: row %d", cases[i].typed, (int)list.box.id);
    }
    assert_true((listbox_search(&list.box, "acme >") & REACT_BEEP) != 0);
    assert_non_null(strstr(list.box.message, "behind > stands an amount"));
    list_close(&list);
}

static const struct frame_key frame_keys[] = {
    {"Enter", "Look"}, {"s", "Sort"}, {"f", "Filter"}, {"x", "Export"}, {"?", "Help"}};

static const struct frame frame = {
    .book = "Northwind Lights",
    .right = "Sun 2026-11-22  anna",
    .where = "Aging as of 2026-10-31, by due date, posted, USD",
    .means = "known today",
    .message = "Sub-ledger 1,266,106.55 = control account, difference 0.00",
    .keys = frame_keys,
    .key_count = 5,
};

static void test_the_picture_at_80_by_24(void **state)
{
    (void)state;
    struct list list;
    list_open(&list, 0);
    picture_start(24, 80);
    keys(&list.box, "Space > > > > s s");
    listbox_draw(&list.box, frame_draw(&frame));
    picture_cursor_is(5, 1);
    picture_is(" Northwind Lights                                          Sun 2026-11-22  anna\n"
               " Aging as of 2026-10-31, by due date, posted, USD                   known today\n"
               "   Customer           current        over90  Promise           Total▲\n"
               "----------------------------------------"
               "----------------------------------------\n"
               "+  Acme Holdings       900.00      4,310.00  2026-11-03      5,210.00\n"
               " ▶!Borealis GmbH     8,204.00      2,110.00                 10,314.00\n"
               "  *東京電機株式会社      1.00         -0.05  2026-11-03          0.95\n"
               "   Cobalt & Sons            .  1,234,567.89              1,234,567.89\n"
               "\n\n\n\n\n\n\n\n\n\n\n\n\n"
               "   Total             9,105.00  1,240,987.84              1,250,092.84\n"
               " Sub-ledger 1,266,106.55 = control account, difference 0.00\n"
               " Enter Look  s Sort  f Filter  x Export  ? Help\n");
    picture_stop();
    list_close(&list);
}

static void test_a_part_of_a_list_has_no_total(void **state)
{
    (void)state;
    struct list list;
    list_open(&list, 0);
    for (int part = 0; part < 2; part++) {
        list.source.part = part;
        const struct listbox_source source = listbox_table_source(&list.source, &list.table);
        assert_true((source.total(source.self, 0) == NULL) == (part != 0));
    }
    list_close(&list);
}

static void test_totals_of_all_currencies_are_pinned(void **state)
{
    (void)state;
    static const struct column columns[] = {
        {.name = "customer", .title = "Customer", .kind = CELL_CODE},
        {.name = "currency", .title = "Cur", .kind = CELL_CODE},
        {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL}};
    static const char *const codes[] = {"EUR", "USD", "CHF"};
    const struct table_head head = {"", "", columns, 3};
    struct listbox_table source = {0};
    struct listbox box;
    struct table table;

    table_init(&table);
    struct sink sink = table_sink(&table);
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    for (int i = 0; i < 6; i++) {
        const bool total = i >= 3;
        const struct cell cells[] = {cell_code(total ? "Total" : "ACME"), cell_code(codes[i % 3]),
                                     cell_money(usd(100 + i))};
        const struct row row = {total ? ROW_TOTAL : ROW_DATA, i + 1, ' ', cells};
        assert_int_equal(sink.row(sink.self, &row), ERR_OK);
    }
    listbox_init(&box, &notation);
    listbox_show(&box, &table.head, listbox_table_source(&source, &table));
    picture_start(24, 80);
    listbox_draw(&box, (struct area){.rows = 8, .columns = 40});
    picture_has("\n   Total     EUR  1.03\n   Total     USD  1.04\n   Total     CHF  1.05\n");
    assert_int_equal(box.body_rows, 3);
    listbox_draw(&box, (struct area){.rows = 7, .columns = 40}); /* rows before totals */
    assert_int_equal(box.body_rows, 5);
    picture_stop();
    listbox_done(&box);
    listbox_table_done(&source);
    table_done(&table);
}

/* Two figures and the column that names the row, which may stand behind them or be left out. */
static void total_is(const struct column *columns, const char *total)
{
    struct table table;
    struct listbox_table source = {0};
    struct listbox box;
    const struct table_head head = {"", "", columns, 4};
    const struct cell cells[] = {cell_code("INV-1"), cell_money(usd(500)), cell_money(usd(20)),
                                 cell_text("left out of this run because it was asked for")};
    table_init(&table);
    struct sink sink = table_sink(&table);
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    assert_int_equal(sink_row(&sink, 1, ' ', cells), ERR_OK);
    listbox_init(&box, &notation);
    listbox_show(&box, &table.head, listbox_table_source(&source, &table));
    picture_start(24, 80);
    listbox_draw(&box, (struct area){.rows = 24, .columns = columns[3].worth ? 30 : 80});
    picture_has(total);
    picture_stop();
    listbox_done(&box);
    listbox_table_done(&source);
    table_done(&table);
}

static void test_a_total_is_named_left_of_its_figures(void **state)
{
    (void)state;
    static const struct column behind[] = {
        {.name = "document", .title = "Document", .kind = CELL_CODE},
        {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "fee", .title = "Fee", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
        {.name = "why", .title = "Why", .kind = CELL_TEXT}};
    struct column gone[4];

    total_is(behind, "\n   Total     5.00  0.20\n");
    memcpy(gone, behind, sizeof gone);
    gone[3].worth = 1;
    gone[3].width = 40;
    total_is(gone, "\n   Total     5.00  0.20\n");
}

static void test_the_picture_at_132_by_43(void **state)
{
    (void)state;
    struct list list;
    list_open(&list, 60);
    picture_start(43, 132);
    keys(&list.box, "End");
    listbox_draw(&list.box, frame_draw(&frame));
    picture_cursor_is(39, 1);
    picture_has("\n   Customer            current        over90  Promise            Total\n");
    picture_has("\n   Customer 024          24.00             .                     24.00\n");
    picture_has("\n ▶ Customer 059          59.00             .  2026-11-03         59.00\n"
                "   Total             10,875.00  1,240,987.84              1,251,862.84\n"
                " Sub-ledger");
    picture_stop();
    list_close(&list);
}

static void test_small_and_tiny_terminals(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1, 1}, {2, 3}, {3, 80}, {5, 10}, {10, 40}, {23, 79}, {60, 200}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct list list;
        list_open(&list, 60);
        picture_start(sizes[i][0], sizes[i][1]);
        keys(&list.box, "End PgUp");
        listbox_draw(&list.box, frame_draw(&frame));
        assert_int_equal(list.box.count, 64);
        if (sizes[i][1] == 40)
            picture_has("Enlarge to 80x24 (now 40x10)");
        if (sizes[i][1] == 79) /* the keys that have room stay */
            picture_has(" Enter Look  s Sort  f Filter");
        picture_stop();
        list_close(&list);
    }
}

/* A source that holds only the window it was asked for, as a keyset-paged one does. */
struct paged {
    size_t first, count, fetched;
    struct cell cells[AGING_COLUMNS];
    struct row row;
    char name[32];
};

static size_t paged_count(void *self)
{
    (void)self;
    return 100000;
}

static enum err paged_window(void *self, size_t first, size_t count)
{
    struct paged *paged = self;
    paged->first = first;
    paged->count = count;
    paged->fetched += count;
    return ERR_OK;
}

static const struct row *paged_row(void *self, size_t at)
{
    struct paged *paged = self;
    assert_true(at >= paged->first && at < paged->first + paged->count);
    snprintf(paged->name, sizeof paged->name, "Row %zu", at);
    for (int i = 0; i < AGING_COLUMNS; i++)
        paged->cells[i] = i > 0 ? cell_none() : cell_text(paged->name);
    paged->row = (struct row){.id = (int64_t)at + 1, .mark = ' ', .cells = paged->cells};
    return &paged->row;
}

static void test_a_paged_source_is_asked_for_what_is_shown(void **state)
{
    (void)state;
    struct paged paged = {0};
    const struct table_head head = {
        .title = "All", .subtitle = "", .columns = aging_columns, .count = AGING_COLUMNS};
    struct listbox box;
    listbox_init(&box, &notation);
    listbox_show(
        &box, &head,
        (struct listbox_source){
            .count = paged_count, .window = paged_window, .row = paged_row, .self = &paged});
    picture_start(24, 80);
    keys(&box, "End");
    listbox_draw(&box, frame_body(NULL));
    picture_has(" ▶ Row 99999");
    keys(&box, "Home PgDn");
    term_frame();
    listbox_draw(&box, frame_body(NULL));
    assert_true(paged.fetched < 100);
    listbox_search(&box, "row 700");
    assert_int_equal(box.id, 701);
    picture_stop();
    listbox_done(&box);
}

static void test_reading_and_finding_in_a_pager(void **state)
{
    (void)state;
    struct pager pager;
    pager_init(&pager);
    for (int i = 1; i <= 50; i++) {
        char line[40];
        snprintf(line, sizeof line, "Line %d of the letter", i);
        pager_text(&pager, line);
    }
    picture_start(24, 80);
    pager_draw(&pager, frame_body(NULL));
    pager_key(&pager, key_rune('G'));
    assert_int_equal(pager.top, 30);
    pager_key(&pager, key_rune('g'));
    assert_int_equal(pager.top, 0);
    pager_search(&pager, "LINE 4");
    assert_int_equal(pager.hit, 3);
    pager_key(&pager, key_rune('n'));
    assert_int_equal(pager.hit, 39);
    assert_true(pager.top > 0);
    pager_key(&pager, key_rune('N'));
    assert_int_equal(pager.hit, 3);
    assert_true((pager_key(&pager, key_rune('N')) & REACT_BEEP) != 0);
    term_frame();
    pager_draw(&pager, (struct area){.y = 0, .rows = 2, .columns = 30});
    picture_is(" Line 4 of the letter\n Line 5 of the letter\n");
    struct buf place;
    buf_init(&place, 100);
    pager_place(&pager, &place);
    assert_string_equal(place.data, "4-5 of 50");
    buf_done(&place);
    picture_stop();
    pager_done(&pager);
}

static void test_charts(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out, 1000);
    bar_text(&out, 8, 35, 64, true);
    assert_string_equal(out.data, "████▍");
    buf_reset(&out);
    bar_text(&out, 8, 1, 1000000, true); /* something is something */
    bar_text(&out, 8, 0, 1000000, true);
    bar_text(&out, 8, -5, 100, true);
    assert_string_equal(out.data, "▏");
    buf_reset(&out);
    bar_text(&out, 4, INT64_MAX, INT64_MAX, false);
    assert_string_equal(out.data, "####");
    buf_reset(&out);
    spark_text(&out, (const int64_t[]){0, 1, 50, 100, -3}, 5, true);
    assert_string_equal(out.data, " ▁▄█ ");
    buf_reset(&out);
    spark_text(&out, (const int64_t[]){0, 1, 50, 100}, 4, false);
    assert_string_equal(out.data, " .=#");
    buf_done(&out);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moving),
        cmocka_unit_test(test_the_cursor_stays_on_its_row),
        cmocka_unit_test(test_columns_and_sorting),
        cmocka_unit_test(test_searching),
        cmocka_unit_test(test_searching_for_amounts),
        cmocka_unit_test(test_the_picture_at_80_by_24),
        cmocka_unit_test(test_a_part_of_a_list_has_no_total),
        cmocka_unit_test(test_totals_of_all_currencies_are_pinned),
        cmocka_unit_test(test_a_total_is_named_left_of_its_figures),
        cmocka_unit_test(test_the_picture_at_132_by_43),
        cmocka_unit_test(test_small_and_tiny_terminals),
        cmocka_unit_test(test_a_paged_source_is_asked_for_what_is_shown),
        cmocka_unit_test(test_reading_and_finding_in_a_pager),
        cmocka_unit_test(test_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
