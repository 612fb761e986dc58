/* Taken back: unapply, reverse, and what aging said before and says after. */
#include "ledger/firm.h"

#include <string.h>

static int unapply(int64_t credit_document, int64_t debit_document, const char *sum,
                   const char *date, const char *reason)
{
    int acts = 0;

    assert_done(payment_unapply(firm()->tx, credit_document, debit_document, sum ? amount(sum) : 0,
                                day(date), reason, &acts));
    return acts;
}

static void a_later_unapply_never_changes_an_earlier_aging(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-10", "60.00");
    firm_apply(payment.first_item, invoice.first_item, "60.00");
    const int64_t known = firm_head();
    assert_int_equal(unapply(payment.id, invoice.id, NULL, "2026-03-15", "other"), 1);

    static const struct {
        const char *as_of, *invoice, *payment;
    } cases[] = {
        {"2026-01-09", "0.00", "0.00"},     {"2026-01-10", "100.00", "0.00"},
        {"2026-02-09", "100.00", "0.00"},   {"2026-02-10", "40.00", "0.00"},
        {"2026-03-14", "40.00", "0.00"},    {"2026-03-15", "100.00", "-60.00"},
        {"2026-12-31", "100.00", "-60.00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (int by = BY_POSTED; by <= BY_EFFECTIVE; by++) {
            const enum aging_basis_date basis = (enum aging_basis_date)by;
            assert_open_on(invoice.first_item, cases[i].as_of, basis, cases[i].invoice);
            assert_open_on(payment.first_item, cases[i].as_of, basis, cases[i].payment);
        }
    /* as it was known before the unapply was keyed */
    assert_int_equal(firm_open_on(invoice.first_item, "2026-03-31", BY_POSTED, known),
                     amount("40.00"));
    assert_int_equal(firm_open_on(invoice.first_item, "2026-03-31", BY_EFFECTIVE, known),
                     amount("40.00"));
    assert_int_equal(firm_open_on(payment.first_item, "2026-03-31", BY_POSTED, known), 0);
    assert_int_equal(firm_open_on(payment.first_item, "2026-03-31", BY_POSTED, known - 1),
                     amount("-60.00"));
}

static void a_keying_error_is_taken_back_on_its_own_day(void **state)
{
    const struct document_made wrong = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made right = firm_invoice("ACME", "2026-01-12", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-10", "100.00");

    firm_apply(payment.first_item, wrong.first_item, "100.00");
    unapply(payment.id, wrong.id, NULL, NULL, "keying");
    firm_apply(payment.first_item, right.first_item, "100.00");
    assert_open_on(wrong.first_item, "2026-02-10", BY_POSTED, "100.00");
    assert_open_on(right.first_item, "2026-02-10", BY_POSTED, "0.00");
    assert_open_on(right.first_item, "2026-02-09", BY_POSTED, "100.00");
}

static void a_part_comes_back_and_the_rest_stays(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-10", "100.00");

    firm_apply(payment.first_item, invoice.first_item, "100.00");
    unapply(payment.id, invoice.id, "30.00", NULL, "keying");
    assert_open(invoice.first_item, "30.00");
    assert_open(payment.first_item, "-30.00");
    assert_open_on(invoice.first_item, "2026-02-09", BY_POSTED, "100.00");
    assert_open_on(invoice.first_item, "2026-02-10", BY_POSTED, "30.00");
    unapply(payment.id, invoice.id, "20.00", "2026-04-01", "other");
    assert_open(invoice.first_item, "50.00");
    assert_open_on(invoice.first_item, "2026-03-31", BY_POSTED, "30.00");
    int acts = 0;
    assert_refused(ERR_CONFLICT, "has 50.00 applied",
                   payment_unapply(firm()->tx, payment.id, invoice.id, amount("50.01"),
                                   day("2026-05-01"), "other", &acts));
    assert_refused(
        ERR_CONFLICT, "before that",
        payment_unapply(firm()->tx, payment.id, invoice.id, 0, day("2026-02-01"), "other", &acts));
}

static void an_act_is_taken_back_once_with_all_that_it_made(void **state)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    const int64_t tax = firm_tax("S21", 21);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", tax, terms);
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "118.58");
    const struct settle settle = {
        .debit_id = invoice.first_item, .all = true, .discount = DISCOUNT_AUTO};
    struct settled settled;

    assert_done(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
    assert_int_equal(settled.discount, amount("2.42"));
    assert_done(application_unapply(firm()->tx, settled.act_id, day("2026-02-01"), "other"));
    assert_open(invoice.first_item, "121.00");
    assert_open(payment.first_item, "-118.58");
    assert_balance(DISCOUNT, "0.00");
    assert_balance(TAX, "-21.00");
    assert_refused(ERR_CONFLICT, "taken back already",
                   application_unapply(firm()->tx, settled.act_id, day("2026-02-02"), "other"));
    /* the life cap is free again: the same discount is earned by the same money */
    struct settled again;
    assert_done(payment_apply(firm()->tx, payment.first_item, &settle, &again));
    assert_int_equal(again.discount, amount("2.42"));
    assert_true(again.moved);
    assert_int_equal(again.date.day, day("2026-02-01").day);
}

/* Paid, taken back on 15 March: until then both were used up, so nothing new fits in before. */
static void nothing_is_applied_into_a_time_that_was_used_up(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made first = firm_pay("ACME", "2026-01-20", "100.00");
    const struct document_made second = firm_pay("ACME", "2026-02-01", "100.00");

    firm_apply(first.first_item, invoice.first_item, "100.00");
    unapply(first.id, invoice.id, NULL, "2026-03-15", "other");
    assert_int_equal(firm_try_apply(second.first_item, invoice.first_item, "100.00", "2026-02-01"),
                     ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "only from 2026-03-15 on"));
    const struct settled settled = firm_apply(second.first_item, invoice.first_item, "100.00");
    assert_true(settled.moved);
    assert_int_equal(settled.date.day, day("2026-03-15").day);
    assert_open_on(invoice.first_item, "2026-03-14", BY_POSTED, "0.00");
    assert_open_on(second.first_item, "2026-03-14", BY_POSTED, "-100.00");
    assert_open_on(second.first_item, "2026-03-15", BY_POSTED, "0.00");
}

static void used_up_is_seen_within_one_transaction_too(void **state)
{
    const struct paper_line line = {
        .text = "Goods", .quantity = MICRO, .fixed = true, .net = amount("100.00")};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day("2026-01-10"),
                                .lines = &line,
                                .line_count = 1};
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "100.00");
    struct document_made invoice;
    struct settle settle = {.amount = amount("100.00")};
    struct settled settled;

    struct tx *tx = firm_start("all at once");
    enum err e = invoice_issue(tx, &paper, &invoice);
    settle.debit_id = invoice.first_item;
    if (e == ERR_OK)
        e = payment_apply(tx, payment.first_item, &settle, &settled);
    if (e == ERR_OK)
        e = application_unapply(tx, settled.act_id, day("2026-03-15"), "other");
    if (e == ERR_OK)
        e = payment_apply(tx, payment.first_item, &settle, &settled);
    assert_int_equal(firm_finish(e), ERR_OK);
    assert_int_equal(settled.date.day, day("2026-03-15").day);
}

static void a_bounced_payment_opens_its_invoices_and_may_cost_a_fee(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "150.00");
    struct document_made back, charge;

    firm_apply(payment.first_item, invoice.first_item, "100.00");
    const int64_t known = firm_head();
    assert_done(
        payment_reverse(firm()->tx, payment.id, day("2026-02-05"), "nsf", amount("12.50"), &back));
    assert_string_equal(back.number, "REV-1001");
    charge = back; /* the fee's item is the next one */
    assert_open(invoice.first_item, "100.00");
    assert_open(payment.first_item, "0.00");
    assert_open(charge.first_item + 1, "12.50");
    assert_balance(BANK_CLEARING, "0.00");
    assert_balance(NSF_FEE, "-12.50");
    assert_balance(RECEIVABLE, "112.50");
    assert_open_on(invoice.first_item, "2026-02-04", BY_POSTED, "0.00");
    assert_open_on(payment.first_item, "2026-02-04", BY_POSTED, "-50.00");
    assert_open_on(invoice.first_item, "2026-02-05", BY_POSTED, "100.00");
    assert_open_on(payment.first_item, "2026-02-05", BY_POSTED, "0.00");
    assert_int_equal(firm_open_on(payment.first_item, "2026-03-01", BY_POSTED, known),
                     amount("-50.00"));
    struct item item;
    assert_answer(item_get(firm()->book, invoice.first_item, NULL, &item));
    assert_int_equal(item.due.day, day("2026-02-09").day); /* its own due date, its old bucket */
    assert_refused(ERR_CONFLICT, "reversed already",
                   payment_reverse(firm()->tx, payment.id, day("2026-02-06"), "nsf", 0, &back));
    assert_refused(ERR_CONFLICT, "not a payment",
                   payment_reverse(firm()->tx, invoice.id, day("2026-02-06"), "nsf", 0, &back));
}

static void money_that_went_on_comes_all_the_way_back(void **state)
{
    firm_customer_of("HEAD", "EUR", NULL);
    firm_customer_of("SHOP", "EUR", "HEAD");
    const struct document_made invoice = firm_invoice("SHOP", "2026-01-10", "80.00");
    const struct document_made other = firm_invoice("HEAD", "2026-01-10", "20.00");
    const struct document_made payment = firm_pay(NULL, "2026-01-15", "100.00");
    const int64_t head = firm_customer("HEAD");
    struct document_made transfer, back;

    assert_done(payment_identify(firm()->tx, payment.id, head, day("2026-01-16"), &transfer));
    firm_apply(transfer.first_item + 1, invoice.first_item, "80.00");
    firm_apply(transfer.first_item + 1, other.first_item, "20.00");
    assert_open(invoice.first_item, "0.00");
    assert_done(payment_reverse(firm()->tx, payment.id, day("2026-02-05"), "dd-return", 0, &back));
    assert_open(invoice.first_item, "80.00");
    assert_open(other.first_item, "20.00");
    assert_aged("SHOP", "2026-02-05", BY_POSTED, "80.00");
    assert_aged("HEAD", "2026-02-05", BY_POSTED, "20.00");
    assert_balance(UNIDENTIFIED, "0.00");
    assert_balance(BANK_CLEARING, "0.00");
}

static void the_money_of_a_moved_payment_is_unapplied_by_the_payments_number(void **state)
{
    firm_customer_of("HEAD", "EUR", NULL);
    firm_customer_of("SHOP", "EUR", "HEAD");
    const struct document_made invoice = firm_invoice("SHOP", "2026-01-10", "80.00");
    const struct document_made payment = firm_pay(NULL, "2026-01-15", "100.00");
    const int64_t head = firm_customer("HEAD");
    struct document_made transfer;

    assert_done(payment_identify(firm()->tx, payment.id, head, day("2026-01-16"), &transfer));
    firm_apply(transfer.first_item + 1, invoice.first_item, "80.00");
    assert_int_equal(unapply(payment.id, 0, NULL, "2026-02-01", "other"), 1);
    assert_open(invoice.first_item, "80.00");
    assert_open(transfer.first_item + 1, "-100.00");
    assert_balance(UNIDENTIFIED, "0.00");
}

static void a_late_posting_counts_by_its_true_day_on_the_other_basis(void **state)
{
    const struct paper_line line = {
        .text = "Goods", .quantity = MICRO, .fixed = true, .net = amount("70.00")};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day("2026-01-31"),
                                .posted = day("2026-02-03"),
                                .lines = &line,
                                .line_count = 1};
    struct document_made invoice;

    assert_done(invoice_issue(firm()->tx, &paper, &invoice));
    const struct document_made payment = firm_pay("ACME", "2026-02-01", "70.00");
    firm_apply(payment.first_item, invoice.first_item, "70.00");
    static const struct {
        const char *as_of, *posted, *effective;
    } cases[] = {
        {"2026-01-31", "0.00", "70.00"},
        {"2026-02-01", "0.00", "0.00"},
        {"2026-02-03", "0.00", "0.00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_open_on(invoice.first_item, cases[i].as_of, BY_POSTED, cases[i].posted);
        assert_open_on(invoice.first_item, cases[i].as_of, BY_EFFECTIVE, cases[i].effective);
    }
    /* by posting day the money lies unapplied until the invoice is in the books */
    assert_open_on(payment.first_item, "2026-02-02", BY_POSTED, "-70.00");
    assert_open_on(payment.first_item, "2026-02-02", BY_EFFECTIVE, "0.00");
    assert_aged("ACME", "2026-02-02", BY_POSTED, "-70.00");
    struct proof_line line_of;
    assert_answer(proof_control(firm()->book, day("2026-02-02"), &line_of));
    assert_int_equal(line_of.subledger, amount("-70.00"));
    assert_int_equal(line_of.control, amount("-70.00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_later_unapply_never_changes_an_earlier_aging),
        FIRM(a_keying_error_is_taken_back_on_its_own_day),
        FIRM(a_part_comes_back_and_the_rest_stays),
        FIRM(an_act_is_taken_back_once_with_all_that_it_made),
        FIRM(nothing_is_applied_into_a_time_that_was_used_up),
        FIRM(used_up_is_seen_within_one_transaction_too),
        FIRM(a_bounced_payment_opens_its_invoices_and_may_cost_a_fee),
        FIRM(money_that_went_on_comes_all_the_way_back),
        FIRM(the_money_of_a_moved_payment_is_unapplied_by_the_payments_number),
        FIRM(a_late_posting_counts_by_its_true_day_on_the_other_basis),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
