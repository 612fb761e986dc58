/* What is reported of tax that falls due with the money is, month by month, what the account of the
 * tax moved, and the nets are those of what was applied (RULES.md R21). */
#include "ledger/baddebt.h"
#include "ledger/deduction.h"
#include "ledger/firm.h"
#include "ledger/monthend.h"
#include "ledger/setting.h"

struct reported {
    int64_t net, tax;
};

static enum err add_row(void *self, const struct tax_row *row)
{
    struct reported *sum = self;

    sum->net += row->net;
    sum->tax += row->tax;
    return ERR_OK;
}

/* Of every month of two years: what was applied is what was posted, and what the account moved. */
static void assert_months_agree(void)
{
    for (int month = 0; month < 24; month++) {
        const struct date from = date_add_months(day("2025-01-01"), month);
        const struct date to = date_add(date_add_months(from, 1), -1);
        struct reported applied = {0}, posted = {0};
        char before[DATE_TEXT], after[DATE_TEXT];
        assert_answer(cashtax_each(firm()->book, from, to, add_row, &applied));
        assert_answer(taxes_each(firm()->book, from, to, add_row, &posted));
        const int64_t moved = firm_balance(ACCOUNT_PART_TAX, date_iso(date_add(from, -1), before)) -
                              firm_balance(ACCOUNT_PART_TAX, date_iso(to, after));
        assert_int_equal(applied.tax, moved);
        assert_int_equal(posted.tax, moved);
        assert_int_equal(applied.net, posted.net);
    }
}

static void assert_reported(const char *from, const char *to, const char *net, const char *tax)
{
    struct reported sum = {0};

    assert_answer(cashtax_each(firm()->book, day(from), day(to), add_row, &sum));
    assert_int_equal(sum.net, amount(net));
    assert_int_equal(sum.tax, amount(tax));
}

static int64_t settle(const struct document_made *credit, const struct document_made *debit,
                      const char *sum, const char *date)
{
    const struct settle settle = {
        .debit_id = debit->first_item, .amount = amount(sum), .date = day(date)};
    struct settled settled;

    assert_done(payment_apply(firm()->tx, credit->first_item, &settle, &settled));
    return settled.act_id;
}

/* A refund of a credit and what a credit settles are of the credit's codes too. */
static void a_refund_takes_back_the_credits_tax(void **state)
{
    struct document_made refund;
    const int64_t s20 = firm_tax("S20", 20), s5 = firm_tax("S5", 5);

    assert_done(setting_set(firm()->tx, "tax.basis", "cash"));
    const struct document_made credit =
        firm_taxed(DOCUMENT_CREDIT, "ACME", "2025-03-05", "50.00", s20, 0);
    assert_done(
        refund_pay(firm()->tx, credit.first_item, amount("30.00"), day("2025-04-05"), "", &refund));
    assert_reported("2025-04-01", "2025-04-30", "-25.00", "-5.00");
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-05-01", "100.00", s5, 0);
    settle(&credit, &invoice, "30.00", "2025-05-05");
    assert_reported("2025-05-01", "2025-05-31", "3.57", "-3.57");
    assert_months_agree();
    assert_done(settlement_reverse(firm()->tx, refund.id, day("2025-06-05"), "wrong", &refund));
    assert_reported("2025-06-01", "2025-06-30", "25.00", "5.00");
    assert_months_agree();
}

static void every_month_says_what_the_account_moved(void **state)
{
    struct document_made made;
    const int64_t s20 = firm_tax("S20", 20), s5 = firm_tax("S5", 5);

    assert_done(setting_set(firm()->tx, "tax.basis", "cash"));
    const struct document_made first =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-01-10", "100.09", s20, 0);
    const struct document_made second =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-01-11", "10.09", s5, 0);
    const struct document_made third =
        firm_taxed(DOCUMENT_DEBIT, "ACME", "2025-01-12", "33.33", s20, 0);
    const struct document_made credit =
        firm_taxed(DOCUMENT_CREDIT, "ACME", "2025-01-13", "17.77", s5, 0);
    const struct deduction part_of = {.debit_id = third.first_item,
                                      .amount = amount("11.11"),
                                      .date = day("2025-07-01"),
                                      .reason = "PRICE"};
    struct deduction_made deducted;
    const struct document_made payment = firm_pay("ACME", "2025-02-01", "77.01");
    const struct document_made cheque = firm_pay("ACME", "2025-02-02", "19.99");

    settle(&payment, &first, "50.01", "2025-02-03");
    const int64_t part = settle(&credit, &first, "7.03", "2025-03-03");
    settle(&credit, &second, "1.01", "2025-03-04");
    settle(&cheque, &third, "19.99", "2025-03-05");
    settle(&payment, &second, "5.55", "2025-04-03");
    assert_done(
        refund_pay(firm()->tx, credit.first_item, amount("3.33"), day("2025-04-04"), "", &made));
    assert_done(application_unapply(firm()->tx, part, day("2025-05-01"), "wrong"));
    assert_done(settlement_reverse(firm()->tx, made.id, day("2025-05-02"), "wrong", &made));
    assert_done(payment_reverse(firm()->tx, cheque.id, day("2025-06-01"), "keying", 0, &made));
    assert_done(deduction_split(firm()->tx, &part_of, &deducted));
    assert_done(baddebt_write_off(firm()->tx, second.first_item, amount("2.22"), day("2025-08-01"),
                                  "gone", &made));
    settle(&payment, &third, "10.00", "2025-08-02");
    assert_done(invoice_void(firm()->tx, first.id, day("2025-10-01"), "twice", &made));
    assert_months_agree();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_refund_takes_back_the_credits_tax),
        FIRM(every_month_says_what_the_account_moved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
