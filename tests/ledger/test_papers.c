/* Papers: invoices, credit and debit memos, numbers, voiding, amending. */
#include "ledger/firm.h"

#include <string.h>

static void an_invoice_is_a_debit_on_receivables_and_revenue(void **state)
{
    const struct document_made made = firm_invoice("ACME", "2026-01-15", "100.00");

    assert_string_equal(made.number, "INV-1001");
    assert_open(made.first_item, "100.00");
    assert_balance(RECEIVABLE, "100.00");
    assert_balance(REVENUE, "-100.00");
    struct item item;
    assert_answer(item_get(firm()->book, made.first_item, NULL, &item));
    assert_int_equal(item.due.day, day("2026-02-14").day);
    assert_int_equal(item.value.day, day("2026-01-15").day);
}

static void debit_and_credit_memos_go_their_own_ways(void **state)
{
    const struct document_made debit = firm_debit("ACME", "2026-01-15", "30.00");
    const struct document_made credit = firm_credit("ACME", "2026-01-20", "20.00");

    assert_string_equal(debit.number, "DM-1001");
    assert_string_equal(credit.number, "CM-1001");
    assert_open(debit.first_item, "30.00");
    assert_open(credit.first_item, "-20.00");
    assert_balance(REVENUE, "-30.00");
    assert_balance(RETURNS, "20.00");
    assert_balance(RECEIVABLE, "10.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_invoice_is_a_debit_on_receivables_and_revenue, firm_open,
                                        firm_close),
        cmocka_unit_test_setup_teardown(debit_and_credit_memos_go_their_own_ways, firm_open,
                                        firm_close),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
