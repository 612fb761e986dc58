#include "base/table.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const struct currency eur = {"EUR", 2}, jpy = {"JPY", 0};

static struct cell euros(int64_t minor)
{
    return cell_money(money_of(minor, eur));
}

static void cells_speak_to_machines_and_to_people(void **state)
{
    (void)state;
    struct {
        struct cell cell;
        const char *plain, *shown;
    } cases[] = {
        {cell_text("Acme"), "Acme", "Acme"},
        {cell_text(NULL), "", ""},
        {cell_code("INV-1"), "INV-1", "INV-1"},
        {cell_int(1234567), "1234567", "1,234,567"},
        {cell_int(-4), "-4", "-4"},
        {euros(123450), "1234.50", "1,234.50"},
        {euros(-5), "-0.05", "-0.05"},
        {euros(0), "0.00", "."},
        {cell_money(money_of(1234, jpy)), "1234", "1,234"},
        {cell_date(date_of(2026, 11, 22)), "2026-11-22", "2026-11-22"},
        {cell_date(DATE_NONE), "", ""},
        {cell_number(CELL_PERCENT, 25000), "2.5", "2.5"},
        {cell_number(CELL_QUANTITY, 1500000), "1.5", "1.5"},
        {cell_number(CELL_FLAG, 1), "1", "x"},
        {cell_number(CELL_FLAG, 0), "0", ""},
        {cell_none(), "", ""},
    };
    static const struct notation people = {.decimal = '.', .group = ','};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_string_equal(cell_plain(&cases[i].cell, &arena), cases[i].plain);
        assert_string_equal(cell_show(&cases[i].cell, &people, &arena), cases[i].shown);
    }
    static const struct notation german = {.decimal = ',', .group = '.'};
    struct cell percent = cell_number(CELL_PERCENT, 25000), amount = euros(-123450);
    assert_string_equal(cell_show(&percent, &german, &arena), "2,5");
    assert_string_equal(cell_show(&amount, &german, &arena), "-1.234,50");
    arena_done(&arena);
    assert_true(cell_is_right(CELL_MONEY));
    assert_false(cell_is_right(CELL_DATE));
    assert_false(cell_is_right(CELL_CODE));
}

static void percents_of_a_column_have_one_decimal(void **state)
{
    (void)state;
    const struct column plain = {"rate", "Rate", CELL_PERCENT, 0, 0, 0};
    const struct column tenths = {"share", "Share %", CELL_PERCENT, 0, 0, COLUMN_TENTHS};
    const struct notation comma = {.decimal = ',', .group = '.'};
    const struct cell whole = cell_number(CELL_PERCENT, 380000);
    const struct cell part = cell_number(CELL_PERCENT, 289000);
    const struct cell none = cell_none();
    struct arena arena = {0};

    assert_string_equal(column_text(&plain, &whole, NULL, &arena), "38");
    assert_string_equal(column_text(&tenths, &whole, NULL, &arena), "38.0");
    assert_string_equal(column_text(&tenths, &whole, &comma, &arena), "38,0");
    assert_string_equal(column_text(&tenths, &part, &comma, &arena), "28,9");
    assert_string_equal(column_text(&tenths, &none, NULL, &arena), "");
    assert_string_equal(cell_plain(&whole, &arena), "38");
    arena_done(&arena);
}

static void cells_have_an_order(void **state)
{
    (void)state;
    struct {
        struct cell a, b;
        int order;
    } cases[] = {
        {cell_text("acme"), cell_text("ACME "), 0},
        {cell_text("Äpfel"), cell_text("birnen"), -1},
        {cell_text("x"), cell_code("a"), 1},
        {euros(-1), euros(1), -1},
        {euros(999999), cell_money(money_of(1, jpy)), -1}, /* each currency together */
        {cell_date(date_of(2026, 1, 1)), cell_date(date_of(2025, 12, 31)), 1},
        {cell_none(), euros(-100), 1},
        {cell_int(3), cell_none(), -1},
        {cell_none(), cell_none(), 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(cell_cmp(&cases[i].a, &cases[i].b), cases[i].order);
        assert_int_equal(cell_cmp(&cases[i].b, &cases[i].a), -cases[i].order);
    }
}

static const struct column columns[] = {
    {"name", "Name", CELL_TEXT, 0, 0, 0},
    {"open", "Open", CELL_MONEY, 0, 0, COLUMN_TOTAL},
};

static void add(struct sink *sink, enum row_kind kind, const char *name, int64_t open, int64_t id)
{
    struct cell cells[] = {cell_text(name), open == INT64_MIN ? cell_none() : euros(open)};
    struct row row = {.kind = kind, .id = id, .mark = ' ', .cells = cells};
    assert_int_equal(sink->row(sink->self, &row), ERR_OK);
}

static void expect_ids(const struct table *table, const char *ids)
{
    assert_int_equal(table->count, strlen(ids));
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].id != ids[i] - '0')
            fail_msg("row %zu is %d, not %c", i, (int)table->rows[i].id, ids[i]);
}

static void a_table_keeps_copies(void **state)
{
    (void)state;
    struct table table;
    table_init(&table);
    struct sink sink = table_sink(&table);
    char title[] = "Aging", name[] = "Acme", proof[] = "difference 0.00";
    struct table_head head = {title, NULL, columns, COUNT(columns)};
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    for (int i = 0; i < 1000; i++) {
        struct cell cells[] = {cell_text(name), euros(i)};
        assert_int_equal(sink_row(&sink, i, '!', cells), ERR_OK);
    }
    assert_int_equal(sink.foot(sink.self, proof), ERR_OK);
    memset(title, 'x', 5);
    memset(name, 'x', 4);
    memset(proof, 'x', 4);
    assert_string_equal(table.head.title, "Aging");
    assert_null(table.head.subtitle);
    assert_int_equal(table.count, 1000);
    assert_string_equal(table.rows[999].cells[0].text, "Acme");
    assert_int_equal(table.rows[999].cells[1].money.minor, 999);
    assert_int_equal(table.rows[999].mark, '!');
    assert_string_equal(table.proof, "difference 0.00");
    assert_int_equal(table_column(&table.head, "open"), 1);
    assert_int_equal(table_column(&table.head, "Open"), -1);
    sink = table_sink(&table); /* another load begins from nothing */
    assert_int_equal(table.count, 0);
    assert_null(table.proof);
    table_done(&table);
}

static void sorting_is_stable_and_stays_in_the_group(void **state)
{
    (void)state;
    struct table table;
    table_init(&table);
    struct sink sink = table_sink(&table);
    struct table_head head = {NULL, NULL, columns, COUNT(columns)};
    sink.head(sink.self, &head);
    add(&sink, ROW_GROUP, "Anna", 0, 0);
    add(&sink, ROW_DATA, "beta", 200, 1);
    add(&sink, ROW_DATA, "ÄLPHA", 100, 2);
    add(&sink, ROW_DATA, "gamma", INT64_MIN, 3);
    add(&sink, ROW_DATA, "Beta", 100, 4);
    add(&sink, ROW_SUBTOTAL, "Anna", 400, 5);
    add(&sink, ROW_GROUP, "Zoe", 0, 6);
    add(&sink, ROW_DATA, "b", 1, 7);
    add(&sink, ROW_DATA, "a", 2, 8);
    table_sort(&table, 0, false, (struct currency){.code = ""});
    expect_ids(&table, "021435687");
    table_done(&table);
}

static void in_currency(struct sink *sink, const char *code, int64_t open, int64_t id)
{
    struct currency currency;

    assert_int_equal(currency_find(code, &currency), ERR_OK);
    const struct cell cells[] = {cell_text(code), cell_money(money_of(open, currency))};
    assert_int_equal(sink_row(sink, id, ' ', cells), ERR_OK);
}

/* The base first both ways, then by code. */
static void amounts_are_sorted_within_their_currency(const struct table_head *head)
{
    const struct currency base = euros(0).money.currency;
    struct table table;

    table_init(&table);
    struct sink sink = table_sink(&table);
    sink.head(sink.self, head);
    in_currency(&sink, "GBP", 49585, 1);
    in_currency(&sink, "EUR", 33402, 2);
    in_currency(&sink, "CHF", 900, 3);
    in_currency(&sink, "EUR", 288952, 4);
    table_sort(&table, 1, true, base);
    expect_ids(&table, "4231");
    table_sort(&table, 1, false, base);
    expect_ids(&table, "2431");
    table_done(&table);
}

static void sorting_by_amount(void **state)
{
    (void)state;
    struct table table;
    table_init(&table);
    struct sink sink = table_sink(&table);
    struct table_head head = {NULL, NULL, columns, COUNT(columns)};
    sink.head(sink.self, &head);
    add(&sink, ROW_DATA, "a", 200, 1);
    add(&sink, ROW_DATA, "b", INT64_MIN, 2);
    add(&sink, ROW_DATA, "c", 100, 3);
    add(&sink, ROW_DATA, "d", 200, 4);
    add(&sink, ROW_TOTAL, "Total", 500, 5);
    table_sort(&table, 1, true, (struct currency){.code = ""});
    expect_ids(&table, "14325"); /* equal ones as they came, the empty one last */
    table_sort(&table, 1, false, (struct currency){.code = ""});
    expect_ids(&table, "31425");
    table_done(&table);
    amounts_are_sorted_within_their_currency(&head);
    table_init(&table);
    sink = table_sink(&table);
    sink.head(sink.self, &head);
    table_sort(&table, 0, false, (struct currency){.code = ""}); /* nothing to sort */
    assert_int_equal(table.count, 0);
    table_done(&table);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_speak_to_machines_and_to_people),
        cmocka_unit_test(percents_of_a_column_have_one_decimal),
        cmocka_unit_test(cells_have_an_order),
        cmocka_unit_test(a_table_keeps_copies),
        cmocka_unit_test(sorting_is_stable_and_stays_in_the_group),
        cmocka_unit_test(sorting_by_amount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
