/* Of a long table the rows with most money, the others as one line a currency; sums stay. */
#include "report/biggest.h"

#include "ledger/book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "overdue", .title = "Overdue", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "balance", .title = "Balance", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "days", .title = "Days", .kind = CELL_INT},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static struct currency currency(const char *code)
{
    struct currency c;

    assert_int_equal(currency_find(code, &c), ERR_OK);
    return c;
}

static void row(struct sink *sink, enum row_kind kind, const char *customer, const char *code,
                int64_t overdue, int64_t balance)
{
    const struct cell cells[COLUMNS] = {cell_code(customer),
                                        cell_text("House"),
                                        cell_code(code),
                                        cell_money(money_of(overdue, currency(code))),
                                        cell_money(money_of(balance, currency(code))),
                                        cell_int(7)};
    const struct row r = {.kind = kind, .id = 1, .mark = ' ', .cells = cells};

    assert_int_equal(sink->row(sink->self, &r), ERR_OK);
}

static void fill(struct table *table, int count, bool customers, bool groups)
{
    struct column own[COLUMNS];
    char code[20];

    memcpy(own, columns, sizeof own);
    if (!customers)
        own[0].name = "month";
    const struct table_head head = {"Test", NULL, own, COLUMNS};
    table_init(table);
    struct sink sink = table_sink(table);
    assert_int_equal(sink.head(sink.self, &head), ERR_OK);
    for (int i = 0; i < count; i++) { /* C6 owes us -700: it weighs */
        snprintf(code, sizeof code, "C%d", i);
        row(&sink, groups && i == 2 ? ROW_SUBTOTAL : ROW_DATA, code, i % 2 ? "USD" : "EUR", i,
            i == 6 ? -70000 : i * 100);
    }
    row(&sink, ROW_TOTAL, "", "EUR", 99, 99);
    assert_int_equal(sink.foot(sink.self, "proof"), ERR_OK);
}

static struct book *book_make(struct note *note)
{
    struct book_plan plan = {.company = "Test", .actor = "anna", .sandbox = true};
    struct book *book = NULL;

    plan.currency = currency("EUR");
    assert_int_equal(book_new(NULL, &plan, note, &book), ERR_OK);
    return book;
}

static const char *plain(struct table *table, size_t at, int column)
{
    return cell_plain(&table->rows[at].cells[column], &table->arena);
}

static void the_biggest_stay_and_the_others_are_summed(void **state)
{
    struct note note = {0};
    struct book *book = book_make(&note);
    struct table table;

    (void)state;
    fill(&table, 9, true, false);
    assert_int_equal(biggest_keep(book, date_of(2026, 11, 22), 3, &notation_plain, &table), ERR_OK);
    /* C6 -700.00, C8 8.00, C7 7.00; then EUR: C0 C2 C4, USD: C1 C3 C5; then the total */
    assert_int_equal(table.count, 6);
    assert_string_equal(plain(&table, 0, 0), "C6");
    assert_string_equal(plain(&table, 1, 0), "C8");
    assert_string_equal(plain(&table, 2, 0), "C7");
    assert_string_equal(plain(&table, 3, 1), "and 3 others");
    assert_string_equal(plain(&table, 3, 2), "EUR");
    assert_string_equal(plain(&table, 3, 3), "0.06");
    assert_string_equal(plain(&table, 3, 4), "6.00");
    assert_string_equal(plain(&table, 4, 2), "USD");
    assert_string_equal(plain(&table, 4, 3), "0.09");
    assert_string_equal(plain(&table, 4, 4), "9.00");
    assert_string_equal(plain(&table, 4, 5), ""); /* days are no sum */
    assert_int_equal(table.rows[5].kind, ROW_TOTAL);
    assert_string_equal(table.proof, "proof");
    table_done(&table);
    book_close(book);
}

static void a_row_that_is_a_sum_already_stays(void **state)
{
    struct note note = {0};
    struct book *book = book_make(&note);
    struct table table;

    (void)state;
    fill(&table, 9, true, false);
    table.rows[4].id = 0;
    assert_int_equal(biggest_keep(book, date_of(2026, 11, 22), 3, &notation_plain, &table), ERR_OK);
    assert_int_equal(table.count, 7);
    assert_string_equal(plain(&table, 3, 1), "and 2 others");
    assert_string_equal(plain(&table, 3, 4), "2.00"); /* C4 is not among them */
    assert_string_equal(plain(&table, 5, 0), "C4");
    assert_int_equal(table.rows[6].kind, ROW_TOTAL);
    table_done(&table);
    book_close(book);
}

static void what_is_short_or_no_list_of_customers_stays(void **state)
{
    static const struct {
        int count;
        bool customers, groups;
    } cases[] = {{3, true, false}, {4, true, false}, {9, false, false}, {9, true, true}};
    struct note note = {0};
    struct book *book = book_make(&note);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct table table;
        fill(&table, cases[i].count, cases[i].customers, cases[i].groups);
        assert_int_equal(biggest_keep(book, date_of(2026, 11, 22), 3, &notation_plain, &table),
                         ERR_OK);
        assert_int_equal(table.count, cases[i].count + 1);
        assert_string_equal(plain(&table, 0, 0), "C0");
        table_done(&table);
    }
    book_close(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_biggest_stay_and_the_others_are_summed),
        cmocka_unit_test(a_row_that_is_a_sum_already_stays),
        cmocka_unit_test(what_is_short_or_no_list_of_customers_stays),
    };

    return cmocka_run_group_tests_name("biggest", tests, NULL, NULL);
}
