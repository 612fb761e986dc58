/* One total a currency where a table has several, and what all of them have in common. */
#include "base/bycurrency.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct column columns[] = {
    {.name = "days", .title = "Days", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "base", .title = "In base", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "count", .title = "Count", .kind = CELL_INT, .flags = COLUMN_TOTAL},
    {.name = "limit", .title = "Limit", .kind = CELL_MONEY},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

struct desk {
    struct bycurrency totals;
    struct table table;
    struct sink sink;
};

static struct money money(int64_t minor, const char *code)
{
    struct currency currency;

    assert_int_equal(currency_find(code, &currency), ERR_OK);
    return money_of(minor, currency);
}

static void desk_open(struct desk *d, const struct table_head *head)
{
    *d = (struct desk){.sink = {0}};
    table_init(&d->table);
    d->sink = table_sink(&d->table);
    assert_int_equal(d->sink.head(d->sink.self, head), ERR_OK);
    bycurrency_begin(&d->totals, head, money(0, "USD").currency);
}

static void desk_close(struct desk *d)
{
    bycurrency_done(&d->totals);
    table_done(&d->table);
}

static const struct table_head whole = {"Test", NULL, columns, COLUMNS};

static void row(struct desk *d, enum row_kind kind, const char *code, int64_t open, int64_t base)
{
    const struct cell cells[COLUMNS] = {cell_int(9),
                                        cell_code("ACME"),
                                        cell_code(code),
                                        cell_money(money(open, code)),
                                        cell_money(money(base, "EUR")),
                                        cell_int(1),
                                        cell_money(money(1, code))};

    bycurrency_add(&d->totals, &(struct row){.kind = kind, .mark = ' ', .cells = cells});
}

static void is_total(struct desk *d, size_t at, const char *code, const char *open,
                     const char *base, const char *count)
{
    const char *const wanted[COLUMNS] = {"", "Total", code, open, base, count, ""};

    assert_true(at < d->table.count);
    assert_int_equal(d->table.rows[at].kind, ROW_TOTAL);
    for (int i = 0; i < COLUMNS; i++) {
        const struct cell *cell = &d->table.rows[at].cells[i];
        assert_string_equal(cell_show(cell, &notation_plain, &d->table.arena), wanted[i]);
    }
}

static void each_currency_has_its_total_and_the_base_one_for_all(void **unused)
{
    struct desk d;

    (void)unused;
    desk_open(&d, &whole);
    row(&d, ROW_DATA, "USD", 10000, 9000);
    row(&d, ROW_DATA, "EUR", 500, 500);
    row(&d, ROW_SUBTOTAL, "EUR", 777, 777); /* no part */
    row(&d, ROW_DATA, "USD", -2000, -1800);
    assert_int_equal(bycurrency_put(&d.totals, 2, &d.sink), ERR_OK);
    assert_int_equal(d.table.count, 3);
    is_total(&d, 0, "USD", "80.00", "72.00", "2"); /* the base comes first */
    is_total(&d, 1, "EUR", "5.00", "5.00", "1");
    is_total(&d, 2, "", "", "77.00", "3");
    desk_close(&d);
}

static void one_currency_is_summed_by_the_writer(void **unused)
{
    struct desk d;

    (void)unused;
    desk_open(&d, &whole);
    row(&d, ROW_DATA, "USD", 10000, 9000);
    row(&d, ROW_DATA, "USD", 100, 90);
    assert_int_equal(bycurrency_put(&d.totals, 2, &d.sink), ERR_OK);
    assert_int_equal(d.table.count, 0);
    assert_int_equal(bycurrency_put(&d.totals, 1, &d.sink), ERR_OK); /* unless that is asked */
    assert_int_equal(d.table.count, 1);
    is_total(&d, 0, "USD", "101.00", "90.90", "2");
    desk_close(&d);
}

static void where_no_column_tells_the_currency_the_word_does(void **unused)
{
    struct column own[COLUMNS];
    const struct table_head head = {"Test", NULL, own, COLUMNS};
    struct desk d;

    (void)unused;
    memcpy(own, columns, sizeof own);
    own[2].name = "what";
    own[4].flags = 0;
    desk_open(&d, &head);
    row(&d, ROW_DATA, "USD", 10000, 9000);
    row(&d, ROW_DATA, "EUR", 100, 100);
    assert_int_equal(bycurrency_put(&d.totals, 2, &d.sink), ERR_OK);
    assert_int_equal(d.table.count, 2);
    assert_string_equal(d.table.rows[0].cells[1].text, "Total USD");
    assert_string_equal(d.table.rows[1].cells[1].text, "Total EUR");
    desk_close(&d);
}

static void a_currency_without_anything_to_sum_has_no_total(void **unused)
{
    const struct cell cells[COLUMNS] = {[2] = cell_code("JPY"), [6] = cell_money(money(7, "JPY"))};
    struct desk d;

    (void)unused;
    desk_open(&d, &whole);
    row(&d, ROW_DATA, "USD", 10000, 9000);
    row(&d, ROW_DATA, "EUR", 500, 500);
    bycurrency_add(&d.totals, &(struct row){.kind = ROW_DATA, .mark = ' ', .cells = cells});
    assert_int_equal(bycurrency_put(&d.totals, 2, &d.sink), ERR_OK);
    assert_int_equal(d.table.count, 3);
    is_total(&d, 0, "USD", "100.00", "90.00", "1");
    is_total(&d, 1, "EUR", "5.00", "5.00", "1");
    is_total(&d, 2, "", "", "95.00", "2");
    desk_close(&d);
}

static void what_is_too_large_has_no_sum(void **unused)
{
    struct desk d;

    (void)unused;
    desk_open(&d, &whole);
    row(&d, ROW_DATA, "USD", INT64_MAX, 1);
    row(&d, ROW_DATA, "USD", 1, 1);
    row(&d, ROW_DATA, "EUR", 1, 1);
    assert_int_equal(bycurrency_put(&d.totals, 2, &d.sink), ERR_OK);
    is_total(&d, 0, "USD", "", "0.02", "2");
    is_total(&d, 1, "EUR", "0.01", "0.01", "1");
    is_total(&d, 2, "", "", "0.03", "3");
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_currency_has_its_total_and_the_base_one_for_all),
        cmocka_unit_test(one_currency_is_summed_by_the_writer),
        cmocka_unit_test(where_no_column_tells_the_currency_the_word_does),
        cmocka_unit_test(a_currency_without_anything_to_sum_has_no_total),
        cmocka_unit_test(what_is_too_large_has_no_sum),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
