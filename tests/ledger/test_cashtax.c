/* Tax that waits for the money: with what is paid it falls due, with a bad debt it goes, and with
 * what is recovered it waits again. */
#include "ledger/baddebt.h"
#include "ledger/deduction.h"
#include "ledger/deferredtax.h"
#include "ledger/firm.h"
#include "ledger/returned.h"
#include "ledger/setting.h"

static void cash_basis(void)
{
    assert_done(setting_set(firm()->tx, "tax.basis", "cash"));
}

/* 100.00 + 21 %, all of it due after ten days. */
static struct document_made cash_invoice(void)
{
    cash_basis();
    return firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-10-10", "100.00", firm_tax("S21", 21),
                      firm_terms("N10", "net 10", "", "", 0));
}

static struct document_made pay_in(const char *customer, const char *currency, const char *date,
                                   const char *sum)
{
    const struct payment payment = {.customer_id = firm_customer(customer),
                                    .amount = {amount(sum), money_in(currency)},
                                    .date = day(date)};
    struct document_made made;
    int64_t credit = 0;

    assert_done(payment_receive(firm()->tx, &payment, &made, &credit));
    return made;
}

static int64_t last_debt(void)
{
    const struct baddebt_query query = {.standing = true};
    struct baddebt *rows = NULL;
    int count = 0;

    assert_answer(baddebt_list(firm()->book, &query, &firm()->arena, &rows, &count));
    assert_true(count > 0);
    return rows[count - 1].id;
}

static struct document_made lose(int64_t item, const char *sum, const char *date)
{
    struct document_made made;

    assert_done(baddebt_write_off(firm()->tx, item, amount(sum), day(date), "gone", &made));
    return made;
}

static struct document_made recover(int64_t debt, const char *sum, const char *date)
{
    struct document_made made;

    assert_done(baddebt_recover(firm()->tx, debt, amount(sum), 0, day(date), &made));
    return made;
}

static void assert_left(int64_t document_id, const char *own, const char *base)
{
    int64_t is[2] = {0, 0};

    assert_answer(deferredtax_left(firm()->book, document_id, &is[0], &is[1]));
    assert_int_equal(is[0], amount(own));
    assert_int_equal(is[1], amount(base));
}

/* ---- what is paid --------------------------------------------------------------------------- */

/* 40.33 of 121.00: a third of the tax; what closes the item takes the rest. */
static void tax_falls_due_with_the_money(void **state)
{
    const struct document_made invoice = cash_invoice();
    const struct document_made first = firm_pay("ACME", "2025-11-01", "40.33");
    const struct document_made rest = firm_pay("ACME", "2025-12-01", "80.67");

    assert_balance(TAX, "0.00");
    assert_balance(DEFERRED_TAX, "-21.00");
    firm_apply(first.first_item, invoice.first_item, "40.33");
    assert_balance(TAX, "-7.00");
    assert_left(invoice.id, "14.00", "14.00");
    firm_apply(rest.first_item, invoice.first_item, "80.67");
    assert_balance(TAX, "-21.00");
    assert_balance(DEFERRED_TAX, "0.00");
}

static void a_paper_keeps_the_basis_it_was_posted_under(void **state)
{
    const int64_t tax = firm_tax("S21", 21);
    const int64_t terms = firm_terms("N10", "net 10", "", "", 0);
    const struct document_made before =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-10-01", "100.00", tax, terms);
    const struct document_made payment = firm_pay("ACME", "2025-11-01", "242.00");
    bool waits = false;

    cash_basis();
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-10-10", "100.00", tax, terms);
    assert_balance(TAX, "-21.00");
    assert_done(setting_set(firm()->tx, "tax.basis", "invoice"));
    firm_apply(payment.first_item, before.first_item, "121.00");
    assert_balance(TAX, "-21.00");
    firm_apply(payment.first_item, invoice.first_item, "121.00");
    assert_balance(TAX, "-42.00");
    assert_answer(deferredtax_of(firm()->book, before.id, &waits));
    assert_false(waits);
    assert_answer(deferredtax_of(firm()->book, invoice.id, &waits));
    assert_true(waits);
}

/* ---- what is owed in another place ----------------------------------------------------------- */

static struct document_made deduct(int64_t item, const char *sum, const char *date)
{
    const struct deduction deduction = {
        .debit_id = item, .amount = amount(sum), .date = day(date), .reason = "PRICE"};
    struct deduction_made made;

    assert_done(deduction_split(firm()->tx, &deduction, &made));
    return made.document;
}

/* Nothing was paid: the tax waits on where it is owed now, and comes with the money for it. */
static void a_deduction_takes_its_tax_along(void **state)
{
    const struct document_made invoice = cash_invoice();
    const struct document_made payment = firm_pay("ACME", "2025-11-01", "121.00");
    struct document_made made;

    const struct document_made claim = deduct(invoice.first_item, "40.33", "2025-11-02");
    assert_balance(TAX, "0.00");
    assert_left(invoice.id, "14.00", "14.00");
    assert_left(claim.id, "7.00", "7.00");
    const struct document_made part = deduct(claim.first_item, "20.00", "2025-11-03");
    assert_balance(TAX, "0.00");
    assert_left(part.id, "3.47", "3.47");
    firm_apply(payment.first_item, claim.first_item, "20.33");
    assert_balance(TAX, "-3.53");
    firm_apply(payment.first_item, part.first_item, "20.00");
    assert_balance(TAX, "-7.00");
    firm_apply(payment.first_item, invoice.first_item, "80.67");
    assert_balance(TAX, "-21.00");
    assert_balance(DEFERRED_TAX, "0.00");
    assert_done(deduction_undo(firm()->tx, part.id, day("2025-12-01"), "agreed", &made));
    assert_left(claim.id, "3.47", "3.47");
    assert_balance(TAX, "-17.53");
}

static void all_of_a_paper_may_go_over(void **state)
{
    const struct document_made invoice = cash_invoice();
    const struct document_made claim = deduct(invoice.first_item, "121.00", "2025-11-02");

    assert_balance(TAX, "0.00");
    assert_left(invoice.id, "0.00", "0.00");
    assert_left(claim.id, "21.00", "21.00");
}

/* 60.00 and 61.00 of 121.00, and the first comes back: 10.41 of its tax waits on the debit memo. */
static void money_that_came_back_leaves_its_tax_waiting(void **state)
{
    const struct document_made invoice = cash_invoice();
    const struct document_made payment = firm_pay("ACME", "2025-11-01", "60.00");
    const struct document_made rest = firm_pay("ACME", "2025-11-03", "182.00");
    struct document_made made;
    struct item *items = NULL;
    int64_t debit = 0;
    int count = 0;

    firm_apply(payment.first_item, invoice.first_item, "60.00");
    firm_apply(rest.first_item, invoice.first_item, "61.00");
    assert_balance(TAX, "-21.00");
    assert_done(payment_reverse_by_debits(firm()->tx, payment.id, day("2025-11-05"), "nsf", 0,
                                          &made));
    assert_balance(TAX, "-10.59");
    assert_balance(DEFERRED_TAX, "-10.41");
    assert_answer(document_of_customer(firm()->book, DOCUMENT_DEDUCTION, "DED-1001",
                                       firm_customer("ACME"), &debit));
    assert_left(debit, "10.41", "10.41");
    assert_answer(items_of_document(firm()->book, debit, &firm()->arena, &items, &count));
    firm_apply(rest.first_item, items[0].id, "60.00");
    assert_balance(TAX, "-21.00");
    assert_balance(DEFERRED_TAX, "0.00");
}

/* ---- what is lost --------------------------------------------------------------------------- */

static void a_bad_debt_takes_its_tax_off_the_loss(void **state)
{
    const struct document_made invoice = cash_invoice();
    const struct document_made payment = firm_pay("ACME", "2025-11-01", "40.33");
    struct document_made made;

    firm_apply(payment.first_item, invoice.first_item, "40.33");
    const struct document_made lost = lose(invoice.first_item, "80.67", "2025-12-01");
    assert_balance(BAD_DEBT, "66.67");
    assert_balance(DEFERRED_TAX, "0.00");
    assert_balance(TAX, "-7.00"); /* of what was paid */
    assert_refused(ERR_CONFLICT, "was never owed to the office",
                   baddebt_relieve(firm()->tx, last_debt(), day("2026-06-01"), &made));
    assert_done(baddebt_reverse(firm()->tx, lost.id, day("2026-01-02"), "it pays", &made));
    assert_balance(BAD_DEBT, "0.00");
    assert_left(invoice.id, "14.00", "14.00");
}

static void the_allowance_bears_the_net_of_it(void **state)
{
    const struct document_made invoice = cash_invoice();

    assert_done(setting_set(firm()->tx, "baddebt.method", "allowance"));
    lose(invoice.first_item, "121.00", "2025-12-01");
    assert_balance(ALLOWANCE, "100.00");
    const struct document_made back = recover(last_debt(), "121.00", "2026-02-01");
    assert_balance(ALLOWANCE, "0.00");
    assert_left(back.id, "21.00", "21.00");
}

/* ---- what is recovered ---------------------------------------------------------------------- */

static void what_is_recovered_makes_its_tax_due_with_the_money(void **state)
{
    const struct document_made invoice = cash_invoice();

    lose(invoice.first_item, "121.00", "2025-12-01");
    const int64_t debt = last_debt();
    const struct document_made back = recover(debt, "40.33", "2026-02-01");
    assert_balance(RECOVERED, "-33.33");
    assert_balance(DEFERRED_TAX, "-7.00");
    assert_balance(TAX, "0.00"); /* no money yet */
    const struct document_made payment = firm_pay("ACME", "2026-02-01", "40.33");
    firm_apply(payment.first_item, back.first_item, "40.33");
    assert_balance(TAX, "-7.00");
    assert_balance(DEFERRED_TAX, "0.00");
    const struct document_made rest = recover(debt, "80.67", "2026-03-01");
    assert_balance(RECOVERED, "-100.00");
    assert_left(rest.id, "14.00", "14.00");
    /* and what comes back may be lost once more, or was booked by mistake */
    lose(rest.first_item, "80.67", "2026-04-01");
    assert_balance(DEFERRED_TAX, "0.00");
    assert_balance(BAD_DEBT, "166.67");
}

static void a_recovery_is_taken_back_with_its_tax(void **state)
{
    const struct document_made invoice = cash_invoice();
    const struct document_made lost = lose(invoice.first_item, "121.00", "2025-12-01");
    const struct document_made back = recover(last_debt(), "60.50", "2026-02-01");
    const struct document_made payment = firm_pay("ACME", "2026-02-01", "60.50");
    struct document_made made;

    firm_apply(payment.first_item, back.first_item, "60.50");
    assert_balance(TAX, "-10.50");
    assert_refused(ERR_CONFLICT, "take that back first",
                   baddebt_reverse(firm()->tx, lost.id, day("2026-02-02"), "x", &made));
    assert_done(baddebt_reverse(firm()->tx, back.id, day("2026-02-02"), "bounced", &made));
    assert_balance(TAX, "0.00");
    assert_balance(DEFERRED_TAX, "0.00");
    assert_balance(RECOVERED, "0.00");
    assert_done(baddebt_reverse(firm()->tx, lost.id, day("2026-02-03"), "it pays", &made));
    assert_left(invoice.id, "21.00", "21.00");
}

/* Two instalments of 60.50 with 10.50 each: one is paid, one is lost, half of that comes back. */
static void each_instalment_has_its_own_tax(void **state)
{
    const int64_t tax = firm_tax("S21", 21);
    const int64_t terms = firm_terms("HALVES", "net 30", "", "50% net 30; 50% net 60", 0);

    cash_basis();
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-10-10", "100.00", tax, terms);
    const struct document_made payment = firm_pay("ACME", "2025-11-01", "60.50");
    firm_apply(payment.first_item, invoice.first_item, "60.50");
    assert_balance(TAX, "-10.50");
    lose(invoice.first_item + 1, "60.50", "2026-01-10");
    assert_balance(BAD_DEBT, "50.00");
    assert_balance(DEFERRED_TAX, "0.00");
    const struct document_made back = recover(last_debt(), "30.25", "2026-03-01");
    assert_balance(RECOVERED, "-25.00");
    const struct document_made later = firm_pay("ACME", "2026-03-01", "30.25");
    firm_apply(later.first_item, back.first_item, "30.25");
    assert_balance(TAX, "-15.75");
}

/* 121.00 USD at 0.8333 are 100.83 EUR with 17.50 of tax. Half is lost: 50.42 with 8.75. */
static void a_foreign_paper_keeps_its_rate_there_and_back(void **state)
{
    const int64_t tax = firm_tax("S21", 21);
    const int64_t terms = firm_terms("N10", "net 10", "", "", 0);

    firm_rate("USD", "2025-01-01", "0.8333");
    firm_customer_of("USCO", "USD", NULL);
    cash_basis();
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "USCO", "2025-10-10", "100.00", tax, terms);
    assert_balance(DEFERRED_TAX, "-17.50");
    lose(invoice.first_item, "60.50", "2025-12-01");
    assert_balance(BAD_DEBT, "41.67");
    assert_left(invoice.id, "10.50", "8.75");
    firm_rate("USD", "2026-01-01", "0.5");
    const int64_t debt = last_debt();
    const struct document_made back = recover(debt, "20.17", "2026-02-01");
    assert_left(back.id, "3.50", "2.92");
    const struct document_made payment = pay_in("USCO", "USD", "2026-02-01", "20.17");
    firm_apply(payment.first_item, back.first_item, "20.17");
    assert_balance(TAX, "-2.92");
    assert_left(recover(debt, "20.17", "2026-02-02").id, "3.50", "2.91");
    assert_left(recover(debt, "20.16", "2026-03-01").id, "3.50", "2.92"); /* they come to 8.75 */
    assert_balance(RECOVERED, "-41.67");
}

/* 10 cents of 227.00 have a cent of the one tax and nothing of the other; the rest has the rest. */
static void a_few_cents_have_the_tax_that_they_have(void **state)
{
    const struct paper_line lines[] = {{.text = "a",
                                        .quantity = MICRO,
                                        .fixed = true,
                                        .net = amount("100.00"),
                                        .tax_id = firm_tax("R6", 6)},
                                       {.text = "b",
                                        .quantity = MICRO,
                                        .fixed = true,
                                        .net = amount("100.00"),
                                        .tax_id = firm_tax("S21", 21)}};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day("2025-10-10"),
                                .due = DATE_NONE,
                                .posted = DATE_NONE,
                                .lines = lines,
                                .line_count = 2};
    struct document_made invoice;

    cash_basis();
    assert_done(invoice_issue(firm()->tx, &paper, &invoice));
    lose(invoice.first_item, "227.00", "2025-12-01");
    assert_balance(BAD_DEBT, "200.00");
    const struct document_made few = recover(last_debt(), "0.10", "2026-02-01");
    assert_left(few.id, "0.01", "0.01");
    const struct document_made rest = recover(last_debt(), "226.90", "2026-02-02");
    assert_left(rest.id, "26.99", "26.99");
    assert_balance(RECOVERED, "-200.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(tax_falls_due_with_the_money),
        FIRM(a_paper_keeps_the_basis_it_was_posted_under),
        FIRM(a_deduction_takes_its_tax_along),
        FIRM(all_of_a_paper_may_go_over),
        FIRM(money_that_came_back_leaves_its_tax_waiting),
        FIRM(a_bad_debt_takes_its_tax_off_the_loss),
        FIRM(the_allowance_bears_the_net_of_it),
        FIRM(what_is_recovered_makes_its_tax_due_with_the_money),
        FIRM(a_recovery_is_taken_back_with_its_tax),
        FIRM(each_instalment_has_its_own_tax),
        FIRM(a_foreign_paper_keeps_its_rate_there_and_back),
        FIRM(a_few_cents_have_the_tax_that_they_have),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
