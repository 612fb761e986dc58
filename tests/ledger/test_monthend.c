/* The month's end: what moved the receivables, taxes by code, revaluation for a day, batches. */
#include "ledger/firm.h"

#include "ledger/glbatch.h"
#include "ledger/monthend.h"
#include "ledger/period.h"
#include "ledger/revaluation.h"

#include <string.h>

struct sums {
    int64_t moves[MOVES];
};

static enum err add_move(void *self, const struct move_row *row)
{
    struct sums *sums = self;

    sums->moves[row->move] += row->base;
    return ERR_OK;
}

static int64_t receivable_on(const char *date)
{
    return firm_balance(ACCOUNT_PART_RECEIVABLE, date);
}

static void what_moved_is_the_difference_of_two_balances(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-02-10", "100.00");
    const struct document_made other = firm_invoice("ACME", "2026-02-11", "70.00");
    const struct document_made money = firm_pay("ACME", "2026-02-20", "90.00");
    struct sums sums = {{0}};
    struct document_made made;
    int64_t sum = 0;

    firm_invoice("ACME", "2026-01-10", "5.00");
    firm_credit("ACME", "2026-02-12", "8.00");
    firm_debit("ACME", "2026-02-13", "3.00");
    firm_apply(money.first_item, bill.first_item, "90.00");
    assert_done(payment_reverse(firm()->tx, money.id, day("2026-02-25"), "nsf", 0, &made));
    assert_done(
        document_reverse(firm()->tx, other.id, DOCUMENT_VOID, day("2026-02-26"), "wrong", &made));
    assert_answer(
        moves_each(firm()->book, day("2026-02-01"), day("2026-02-28"), 0, add_move, &sums));
    assert_int_equal(sums.moves[MOVE_INVOICES], amount("100.00"));
    assert_int_equal(sums.moves[MOVE_RECEIPTS], amount("-90.00"));
    assert_int_equal(sums.moves[MOVE_REVERSED], amount("90.00"));
    assert_int_equal(sums.moves[MOVE_CREDITS], amount("-8.00"));
    assert_int_equal(sums.moves[MOVE_DEBITS], amount("3.00"));
    for (int k = 0; k < MOVES; k++)
        sum += sums.moves[k];
    assert_int_equal(sum, receivable_on("2026-02-28") - receivable_on("2026-01-31"));
}

/* R21: open at D, paid by E; a payment that went back since paid nothing. */
static void paid_since_is_what_stands(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-01-05", "300.00");
    const struct document_made early = firm_pay("ACME", "2026-01-10", "120.00");
    const struct document_made soon = firm_pay("ACME", "2026-02-05", "50.00");
    const struct document_made bounced = firm_pay("ACME", "2026-02-06", "30.00");
    struct document_made made;
    struct date last;
    int64_t paid = 0;

    firm_apply(early.first_item, bill.first_item, "120.00");
    firm_apply(bounced.first_item, bill.first_item, "30.00");
    assert_done(payment_reverse(firm()->tx, early.id, day("2026-02-10"), "nsf", 0, &made));
    assert_done(payment_reverse(firm()->tx, bounced.id, day("2026-02-11"), "nsf", 0, &made));
    assert_answer(paid_between(firm()->book, bill.first_item, day("2026-01-31"),
                               day("2026-02-28"), &paid, &last));
    assert_int_equal(paid, 0);
    assert_false(date_is(last));
    firm_apply(soon.first_item, bill.first_item, "50.00");
    assert_answer(paid_between(firm()->book, bill.first_item, day("2026-01-31"),
                               day("2026-02-28"), &paid, &last));
    assert_int_equal(paid, amount("50.00"));
    assert_int_equal(last.day, day("2026-02-05").day);
}

struct taxes {
    int64_t net, tax;
};

static enum err add_tax(void *self, const struct tax_row *row)
{
    struct taxes *taxes = self;

    taxes->net += row->net;
    taxes->tax += row->tax;
    return ERR_OK;
}

static void the_tax_report_is_what_the_tax_account_moved(void **state)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    const struct document_made bill =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-02-10", "100.00", firm_tax("S21", 21), terms);
    const struct document_made money = firm_pay("ACME", "2026-02-12", "118.58");
    const struct settle settle = {
        .debit_id = bill.first_item, .all = true, .discount = DISCOUNT_AUTO};
    struct settled settled;
    struct taxes taxes = {0};

    assert_done(payment_apply(firm()->tx, money.first_item, &settle, &settled));
    assert_answer(
        taxes_each(firm()->book, day("2026-02-01"), day("2026-02-28"), add_tax, &taxes));
    assert_int_equal(taxes.net, amount("98.00"));
    assert_int_equal(taxes.tax, amount("20.58"));
    assert_int_equal(-firm_balance(ACCOUNT_PART_TAX, "2026-02-28"), amount("20.58"));
}

#define assert_on(part, date, want)                                                                \
    assert_int_equal(firm_balance(ACCOUNT_PART_##part, date), amount(want))

/* 11.91 with 19 %: of 0.36 the tax is 0.06 and the net 0.30; from 0.06 one would work back 0.32. */
static void the_net_of_a_discount_is_what_was_posted(void **state)
{
    const int64_t terms = firm_terms("3-10", "net 30", "3% 10", "", 0);
    const struct document_made bill =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-02-25", "10.01", firm_tax("S19", 19), terms);
    const struct document_made money = firm_pay("ACME", "2026-03-02", "11.55");
    const struct settle settle = {.debit_id = bill.first_item,
                                  .amount = amount("11.55"),
                                  .discount = amount("0.36")};
    struct settled settled;
    struct taxes taxes = {0}, back = {0};
    int acts = 0;

    assert_done(payment_apply(firm()->tx, money.first_item, &settle, &settled));
    assert_on(DISCOUNT, "2026-03-31", "0.30");
    assert_answer(
        taxes_each(firm()->book, day("2026-03-01"), day("2026-03-31"), add_tax, &taxes));
    assert_int_equal(taxes.net, amount("-0.30"));
    assert_int_equal(taxes.tax, amount("-0.06"));
    assert_done(payment_unapply(firm()->tx, money.id, bill.id, 0, day("2026-04-02"), "keying",
                                &acts));
    assert_answer(taxes_each(firm()->book, day("2026-04-01"), day("2026-04-30"), add_tax, &back));
    assert_int_equal(back.net, amount("0.30"));
    assert_int_equal(back.tax, amount("0.06"));
}

static enum err revalue(const char *date, bool none)
{
    struct revaluation *rows = NULL;
    int count = 0;

    return revaluation_post(firm()->tx, day(date), none, &firm()->arena, &rows, &count);
}

static void pay_dollars(const char *date, const char *total, enum payment_keep keep)
{
    const int64_t yank = firm_customer_of("YANK", "USD", NULL);
    const struct payment payment = {.customer_id = yank,
                                    .amount = money_of(amount(total), money_in("USD")),
                                    .date = day(date),
                                    .keep = keep};
    struct document_made made;
    int64_t item = 0;

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
}

static void a_revaluation_stands_for_one_day(void **state)
{
    firm_rate("USD", "2026-01-01", "0.90");
    firm_rate("USD", "2026-02-28", "0.95");
    firm_rate("USD", "2026-03-31", "0.80");
    firm_customer_of("YANK", "USD", NULL);
    firm_invoice("YANK", "2026-02-10", "200.00");
    pay_dollars("2026-02-11", "50.00", KEEP_UNAPPLIED);

    assert_done(revalue("2026-02-28", false)); /* 150.00 at 0.05 */
    assert_on(REVALUATION, "2026-02-27", "0.00");
    assert_on(REVALUATION, "2026-02-28", "7.50");
    assert_on(FX_GAIN, "2026-02-28", "-7.50");
    assert_on(REVALUATION, "2026-03-01", "0.00");
    assert_on(FX_GAIN, "2026-03-01", "0.00");
    assert_on(RECEIVABLE, "2026-02-28", "135.00");

    assert_done(revalue("2026-02-28", false)); /* again: nothing */
    assert_on(REVALUATION, "2026-02-28", "7.50");
    pay_dollars("2026-02-12", "50.00", KEEP_UNAPPLIED); /* less is open now */
    assert_done(revalue("2026-02-28", false));
    assert_on(REVALUATION, "2026-02-28", "5.00");
    assert_on(FX_GAIN, "2026-02-28", "-5.00");
    assert_on(FX_LOSS, "2026-02-28", "0.00");
    assert_done(revalue("2026-02-28", true)); /* undone */
    assert_on(REVALUATION, "2026-02-28", "0.00");
    assert_on(FX_GAIN, "2026-02-28", "0.00");

    assert_done(revalue("2026-03-31", false));
    assert_on(REVALUATION, "2026-03-31", "-10.00");
    assert_on(FX_LOSS, "2026-03-31", "10.00");
    assert_on(FX_LOSS, "2026-04-01", "0.00");
    assert_done(period_close(firm()->tx, date_month(day("2026-03-31")), ""));
    assert_refused(ERR_CLOSED, "2026-03 is closed", revalue("2026-03-31", false));
}

static void a_prepayment_is_not_revalued(void **state)
{
    firm_rate("USD", "2026-01-01", "0.90");
    firm_rate("USD", "2026-02-28", "0.95");
    pay_dollars("2026-02-11", "100.00", KEEP_PREPAYMENT);
    assert_done(revalue("2026-02-28", false));
    assert_on(REVALUATION, "2026-02-28", "0.00");
}

static enum err export_month(struct glbatch *batch, bool *made)
{
    return glbatch_make(firm()->tx, day("2026-02-01"), day("2026-02-28"), &firm()->arena, batch,
                        made);
}

static void a_document_goes_out_once_and_stays_what_it_was(void **state)
{
    struct glbatch first, second, again;
    bool made = false;
    int found = 0;

    firm_invoice("ACME", "2026-02-10", "100.00");
    firm_invoice("ACME", "2026-03-10", "1.00");
    assert_done(export_month(&first, &made));
    assert_true(made);
    assert_int_equal(first.documents, 1);
    assert_int_equal(first.debits, amount("100.00"));
    assert_done(export_month(&again, &made));
    assert_false(made);
    assert_int_equal(again.id, first.id);
    firm_invoice("ACME", "2026-02-11", "20.00");
    assert_done(export_month(&second, &made));
    assert_true(made);
    assert_int_equal(second.debits, amount("20.00"));
    assert_answer(glbatch_verify(firm()->book, &first));

    firm()->damaged = true;
    assert_int_equal(firm_sql("DROP TRIGGER posting_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE posting SET base = base * 2 WHERE document_id = 1"), ERR_OK);
    assert_int_equal(glbatch_verify(firm()->book, &first), ERR_CORRUPT);
    assert_non_null(
        strstr(firm_proof(&found), "batch 1 of the general ledger is not what went out"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(what_moved_is_the_difference_of_two_balances),
        FIRM(paid_since_is_what_stands),
        FIRM(the_tax_report_is_what_the_tax_account_moved),
        FIRM(the_net_of_a_discount_is_what_was_posted),
        FIRM(a_revaluation_stands_for_one_day),
        FIRM(a_prepayment_is_not_revalued),
        FIRM(a_document_goes_out_once_and_stays_what_it_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
