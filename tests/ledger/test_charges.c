/* Late charges: nothing twice, never too much, the gap of a returned payment; as of any day, on
 * both bases; disputes, unapplied money, schemes of law (RULES.md R7). */
#include "firm.h"

#include "ledger/charge.h"
#include "ledger/chargerate.h"
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "ledger/setting.h"

#include <string.h>

/* What the rows of one kind come to for all customers. */
struct sums {
    enum accrual_kind kind;
    int64_t accrued, charged, proposed;
    enum accrual_reason reason; /* of the last row */
    int days, rows;
};

static enum err add(void *self, const struct accrual *row)
{
    struct sums *sums = self;

    if (row->kind != sums->kind)
        return ERR_OK;
    sums->accrued += row->accrued;
    sums->charged += row->charged;
    sums->proposed += row->proposed;
    sums->reason = row->reason;
    sums->days = row->days;
    sums->rows++;
    return ERR_OK;
}

static struct sums sums_of(enum accrual_kind kind, const char *upto, const char *as_of,
                           bool effective)
{
    const struct accrual_query query = {
        .upto = day(upto), .as_of = day(as_of), .effective = effective};
    struct sums sums = {.kind = kind};

    assert_answer(accrual_each(firm()->book, &query, add, &sums));
    return sums;
}

static struct sums interest(const char *upto)
{
    return sums_of(ACCRUAL_INTEREST, upto, NULL, false);
}

static void rate(const char *scheme, const char *from, int64_t ppm)
{
    assert_done(charge_rate_add(firm()->tx, scheme, day(from), ppm));
}

static void set(const char *name, const char *value)
{
    assert_done(setting_set(firm()->tx, name, value));
}

/* A run up to a day, posted on the firm's day. */
static struct charge_posted charge(const char *upto)
{
    const struct accrual_query query = {.upto = day(upto)};
    struct charge_posted posted;
    int64_t id = 0;

    assert_done(charge_run_make(firm()->tx, &query, &id));
    assert_done(charge_run_post(firm()->tx, id, day("2026-06-30"), &posted));
    return posted;
}

static void refuse(const char *upto)
{
    const struct accrual_query query = {.upto = day(upto)};
    int64_t id = 0;

    assert_refused(ERR_CONFLICT, "nothing is to be charged",
                   charge_run_make(firm()->tx, &query, &id));
}

/* Money that came on `value`, entered and applied on `date`. */
static struct document_made pay_late(const char *value, const char *date, const char *total,
                                     int64_t debit)
{
    const struct payment payment = {.customer_id = firm_customer("ACME"),
                                    .amount = {amount(total), money_in("EUR")},
                                    .date = day(date),
                                    .posted = DATE_NONE,
                                    .value = day(value),
                                    .method = METHOD_TRANSFER};
    struct document_made made;
    int64_t item = 0;

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    if (debit)
        (void)firm_apply(made.first_item, debit, total);
    return made;
}

static void test_worked(void **state)
{
    (void)state;
    set("charge.basis", "month");
    rate("contract", "2020-01-01", 100000);
    (void)firm_invoice("ACME", "2026-05-01", "320.00"); /* due 2026-05-31 */
    assert_int_equal(interest("2026-06-12").accrued, amount("12.80"));
    (void)firm_invoice("ACME", "2026-05-06", "175.00"); /* due 2026-06-05 */
    assert_int_equal(interest("2026-06-12").accrued, amount("16.88"));
    const struct charge_posted posted = charge("2026-06-12");
    assert_int_equal(posted.charges, 1);
    assert_int_equal(posted.lines, 2);
    assert_balance(LATE_CHARGE, "-16.88");
}

static void test_rerun(void **state)
{
    (void)state;
    rate("contract", "2020-01-01", 365000);
    (void)firm_invoice("ACME", "2026-05-01", "100.00"); /* 0.10 a day */
    (void)charge("2026-06-10");
    assert_balance(LATE_CHARGE, "-1.00");
    refuse("2026-06-10");
    refuse("2026-06-05"); /* charged to a later day already: no credit */
    assert_int_equal(interest("2026-06-05").reason, ACCRUAL_LATER);
    assert_int_equal(interest("2026-06-10").reason, ACCRUAL_CHARGED);
    (void)charge("2026-06-30");
    assert_balance(LATE_CHARGE, "-3.00");
}

static void test_keyed_late(void **state)
{
    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    (void)charge("2026-06-20");
    (void)pay_late("2026-06-05", "2026-06-25", "100.00", invoice.first_item);
    assert_int_equal(interest("2026-06-30").proposed, amount("-1.50"));
    const struct charge_posted posted = charge("2026-06-30");
    assert_int_equal(posted.credits, 1);
    assert_balance(LATE_CHARGE, "-0.50");
    refuse("2026-06-30");
    /* set off against the charge that it corrects: 0.50 is owed */
    assert_aged("ACME", "2026-06-30", BY_POSTED, "0.50");
}

/* It came before it was due, so nothing at all. */
static void test_in_time(void **state)
{
    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    (void)pay_late("2026-05-31", "2026-06-25", "100.00", invoice.first_item);
    assert_int_equal(interest("2026-06-30").accrued, 0);
    refuse("2026-06-30");
}

static void test_paid_late(void **state)
{
    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    (void)pay_late("2026-06-10", "2026-06-10", "100.00", invoice.first_item);
    (void)charge("2026-06-30");
    assert_balance(LATE_CHARGE, "-1.00");
    set("charge.back", "10");
    assert_int_equal(interest("2026-06-30").rows, 0); /* settled longer ago */
}

/* A payment counts as never made once it came back: the days between are charged. */
static void test_gap(void **state)
{
    struct document_made made;

    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    const struct document_made paid =
        pay_late("2026-06-10", "2026-06-10", "100.00", invoice.first_item);
    (void)charge("2026-06-15");
    assert_balance(LATE_CHARGE, "-1.00");
    assert_done(payment_reverse(firm()->tx, paid.id, day("2026-06-20"), "nsf", 0, &made));
    assert_int_equal(interest("2026-06-30").accrued, amount("3.00"));
    (void)charge("2026-06-30");
    assert_balance(LATE_CHARGE, "-3.00");
}

static void test_as_of(void **state)
{
    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    (void)pay_late("2026-06-05", "2026-06-25", "100.00", invoice.first_item);
    /* before it was entered nobody knew of the money */
    assert_int_equal(sums_of(ACCRUAL_INTEREST, "2026-06-20", "2026-06-24", false).accrued,
                     amount("2.00"));
    assert_int_equal(sums_of(ACCRUAL_INTEREST, "2026-06-20", "2026-06-24", true).accrued,
                     amount("2.00"));
    assert_int_equal(sums_of(ACCRUAL_INTEREST, "2026-06-20", "2026-06-25", false).accrued,
                     amount("0.50"));
    assert_int_equal(interest("2026-06-20").accrued, amount("0.50"));
}

static void test_unapplied(void **state)
{
    (void)state;
    rate("contract", "2020-01-01", 365000);
    (void)firm_invoice("ACME", "2026-05-01", "100.00");
    (void)pay_late("2026-06-10", "2026-06-10", "60.00", 0);
    assert_int_equal(interest("2026-06-30").accrued, amount("1.80")); /* 10 x 0.10 + 20 x 0.04 */
    set("charge.credits", "no");
    assert_int_equal(interest("2026-06-30").accrued, amount("3.00"));
}

static void test_disputed(void **state)
{
    int64_t id = 0;

    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    const struct dispute dispute = {.item_id = invoice.first_item,
                                    .amount = amount("40.00"),
                                    .reason = "PRICE",
                                    .owner = "anna",
                                    .opened = day("2026-06-11")};
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_int_equal(interest("2026-06-30").accrued, amount("2.20")); /* 10 x 0.10 + 20 x 0.06 */
    set("charge.disputed", "yes");
    assert_int_equal(interest("2026-06-30").accrued, amount("3.00"));
    set("charge.disputed", "no");
    /* refused: it was owed all the time */
    assert_done(dispute_close(firm()->tx, id, day("2026-06-25"), "rejected: price as agreed"));
    assert_int_equal(interest("2026-06-30").accrued, amount("3.00"));
}

static void test_left_out(void **state)
{
    const struct setting_owner acme = {.customer_id = firm_customer("ACME")};

    (void)state;
    (void)firm_invoice("ACME", "2026-05-01", "100.00");
    assert_int_equal(interest("2026-06-30").reason, ACCRUAL_RATE);
    rate("contract", "2020-01-01", 365000);
    set("charge.minimum", "3.01");
    assert_int_equal(interest("2026-06-30").reason, ACCRUAL_MINIMUM);
    set("charge.minimum", "3.00");
    assert_int_equal(interest("2026-06-30").reason, ACCRUAL_NONE);
    set("charge.grace", "30");
    assert_int_equal(interest("2026-06-30").reason, ACCRUAL_GRACE);
    set("charge.grace", "29"); /* grace decides eligibility, not the days */
    assert_int_equal(interest("2026-06-30").proposed, amount("3.00"));
    set("charge.minimum", "0.00");
    set("charge.maximum-rate", "18.25");
    assert_int_equal(interest("2026-06-30").proposed, amount("1.50"));
    assert_done(setting_own_set(firm()->tx, &acme, "charge.exempt", "yes"));
    assert_int_equal(interest("2026-06-30").reason, ACCRUAL_EXEMPT);
    assert_done(setting_own_set(firm()->tx, &acme, "charge.exempt", NULL));
    assert_done(setting_own_set(firm()->tx, &acme, "charge.scheme", "none"));
    assert_int_equal(interest("2026-06-30").reason, ACCRUAL_SCHEME);
}

static void test_compound(void **state)
{
    (void)state;
    rate("contract", "2020-01-01", 365000);
    (void)firm_invoice("ACME", "2026-04-01", "1000.00"); /* due 2026-05-01 */
    const struct accrual_query query = {.upto = day("2026-05-31")};
    struct charge_posted posted;
    int64_t id = 0;
    assert_done(charge_run_make(firm()->tx, &query, &id));
    assert_done(charge_run_post(firm()->tx, id, day("2026-05-31"), &posted)); /* 30.00 */
    assert_int_equal(interest("2026-06-30").proposed, amount("30.00"));
    set("charge.compound", "yes");
    assert_int_equal(interest("2026-06-30").proposed, amount("30.90"));
}

/* 40.00 once an invoice, for business customers; given back when the money was in time. */
static void test_lump(void **state)
{
    (void)state;
    set("charge.scheme", "eu");
    rate("eu", "2026-01-01", 20000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "730.00");
    assert_int_equal(interest("2026-06-30").accrued, amount("6.00")); /* 10 % for 30 days */
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false).proposed, amount("40.00"));
    (void)charge("2026-06-20");
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false).rows, 0);
    (void)charge("2026-06-30");
    assert_balance(LATE_CHARGE, "-46.00");
    (void)pay_late("2026-05-20", "2026-06-30", "730.00", invoice.first_item);
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false).proposed, amount("-40.00"));
    (void)charge("2026-06-30");
    assert_balance(LATE_CHARGE, "0.00");
    assert_aged("ACME", "2026-06-30", BY_POSTED, "0.00");
}

/* 40.00 EUR by the law, whatever the invoice is in: 44.44 USD at 0.9; in a book that has no rate of
 * the law's currency a row says so. */
static void test_lump_in_another_currency(void **state)
{
    (void)state;
    rate("eu", "2026-01-01", 20000);
    rate("uk", "2026-01-01", 20000);
    set("charge.scheme", "eu");
    firm_customer_of("USA", "USD", NULL);
    firm_rate("USD", "2026-05-01", "0.8");
    firm_rate("USD", "2026-06-20", "0.9");
    (void)firm_invoice("USA", "2026-05-01", "730.00");
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-19", NULL, false).proposed, amount("50.00"));
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false).proposed, amount("44.44"));
    set("charge.scheme", "uk");
    const struct sums unrated = sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false);
    assert_int_equal(unrated.proposed, 0);
    assert_int_equal(unrated.rows, 1);
    assert_int_equal(unrated.reason, ACCRUAL_EXCHANGE);
    /* 730.00 USD are 657.00 EUR, or 547.50 GBP at 1.2: below 1,000; and below it at 0.6, not */
    firm_rate("GBP", "2026-06-01", "1.2");
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false).proposed, amount("53.33"));
    firm_rate("GBP", "2026-06-30", "0.6");
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false).proposed, amount("46.67"));
    set("charge.scheme", "eu");
    (void)charge("2026-06-30");
    firm_rate("USD", "2026-06-30", "0.5"); /* it was charged once: its size stays */
    assert_int_equal(sums_of(ACCRUAL_LUMP, "2026-06-30", NULL, false).rows, 0);
}

static void test_draft(void **state)
{
    const struct accrual_query query = {.upto = day("2026-06-20")};
    struct charge_posted posted;
    int64_t id = 0, other = 0;
    int lines;

    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made first = firm_invoice("ACME", "2026-05-01", "100.00");
    const struct document_made second = firm_invoice("BOLT", "2026-05-01", "100.00");
    assert_done(charge_run_make(firm()->tx, &query, &id));
    assert_balance(LATE_CHARGE, "0.00"); /* a draft touches nothing */
    assert_refused(ERR_CONFLICT, "waits", charge_run_make(firm()->tx, &query, &other));
    assert_done(charge_leave_out(firm()->tx, id, first.first_item, true, &lines));
    /* the books go on: what was looked at does not hold any more */
    (void)firm_pay("BOLT", "2026-06-10", "50.00");
    assert_refused(ERR_CONFLICT, "does not fit the books",
                   charge_run_post(firm()->tx, id, day("2026-06-30"), &posted));
    assert_done(charge_run_again(firm()->tx, id));
    assert_done(charge_run_post(firm()->tx, id, day("2026-06-30"), &posted));
    assert_int_equal(posted.lines, 1); /* ACME stays left out */
    assert_balance(LATE_CHARGE, "-1.50");
    (void)second;
    assert_refused(ERR_CONFLICT, "is posted",
                   charge_run_post(firm()->tx, id, day("2026-06-30"), &posted));
    /* taken back whole, and charged again by the next run */
    assert_done(charge_run_undo(firm()->tx, id, day("2026-06-30"), "wrong rate", &lines));
    assert_balance(LATE_CHARGE, "0.00");
    assert_refused(ERR_CONFLICT, "taken back already",
                   charge_run_undo(firm()->tx, id, day("2026-06-30"), "again", &lines));
    (void)charge("2026-06-20");
    assert_balance(LATE_CHARGE, "-3.50");
}

static void test_void_invoice(void **state)
{
    struct document_made made;

    (void)state;
    rate("contract", "2020-01-01", 365000);
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    (void)charge("2026-06-20");
    assert_done(invoice_void(firm()->tx, invoice.id, day("2026-06-25"), "never ordered", &made));
    (void)charge("2026-06-30"); /* it was never owed: all goes back */
    assert_balance(LATE_CHARGE, "0.00");
}

static void test_accrued_of_customer(void **state)
{
    struct charge_accrued *rows;
    int count;

    (void)state;
    rate("contract", "2020-01-01", 365000);
    (void)firm_invoice("ACME", "2026-05-01", "100.00");
    (void)firm_invoice("BOLT", "2026-05-01", "100.00");
    (void)charge("2026-06-10");
    assert_answer(charge_accrued(firm()->book, firm_customer("ACME"), day("2026-06-30"),
                                 &firm()->arena, &rows, &count));
    assert_int_equal(count, 1);
    assert_int_equal(rows[0].amount, amount("2.00"));
    assert_int_equal(rows[0].base, amount("2.00"));
}

/* Somebody changes a line behind our back. */
static void test_proof(void **state)
{
    int found = 0;

    (void)state;
    rate("contract", "2020-01-01", 365000);
    (void)firm_invoice("ACME", "2026-05-01", "100.00");
    (void)charge("2026-06-20");
    assert_answer(firm_sql("DROP TRIGGER charge_piece_no_update"));
    assert_answer(firm_sql("UPDATE charge_piece SET ppm = 300000"));
    firm()->damaged = true;
    assert_non_null(strstr(firm_proof(&found), "does not fit its arithmetic"));
    assert_true(found > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(test_worked),
        FIRM(test_rerun),
        FIRM(test_keyed_late),
        FIRM(test_in_time),
        FIRM(test_paid_late),
        FIRM(test_gap),
        FIRM(test_as_of),
        FIRM(test_unapplied),
        FIRM(test_disputed),
        FIRM(test_left_out),
        FIRM(test_compound),
        FIRM(test_lump),
        FIRM(test_lump_in_another_currency),
        FIRM(test_draft),
        FIRM(test_void_invoice),
        FIRM(test_accrued_of_customer),
        FIRM(test_proof),
    };

    return cmocka_run_group_tests_name("charges", tests, NULL, NULL);
}
