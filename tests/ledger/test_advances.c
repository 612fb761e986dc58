/* Money that came before its time: prepayments and their tax, post-dated cheques; and money that
 * goes elsewhere: another branch, back to the payer. */
#include "ledger/beside.h"
#include "ledger/customer.h"
#include "ledger/deposit.h"
#include "ledger/documentlist.h"
#include "ledger/firm.h"
#include "ledger/master.h"
#include "ledger/setting.h"

#include <string.h>

static void set(const char *name, const char *value)
{
    assert_done(setting_set(firm()->tx, name, value));
}

static struct document_made receive(const char *customer, const char *date, const char *total,
                                    enum payment_method method, enum payment_keep keep)
{
    const struct payment payment = {.customer_id = firm_customer(customer),
                                    .amount = {amount(total), money_in("EUR")},
                                    .date = day(date),
                                    .method = method,
                                    .keep = keep};
    struct document_made made;
    int64_t item = 0;

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    return made;
}

static struct beside beside_on(const char *customer, const char *date)
{
    struct beside beside;
    const struct currency euro = money_in("EUR");

    assert_answer(beside_read(firm()->book, firm_customer(customer), &euro, day(date), &beside));
    return beside;
}

/* ---- prepayments ---------------------------------------------------------------------------- */

static void a_prepayment_is_a_liability_until_it_is_used(void **state)
{
    const struct document_made payment =
        receive("ACME", "2026-01-05", "200.00", METHOD_TRANSFER, KEEP_PREPAYMENT);
    const struct document_made invoice = firm_invoice("ACME", "2026-02-10", "150.00");

    assert_aged("ACME", "2026-02-10", BY_POSTED, "150.00"); /* beside it, not in it */
    assert_int_equal(beside_on("ACME", "2026-02-09").prepaid, amount("200.00"));
    assert_balance(PREPAID, "-200.00");
    const struct settled settled = firm_apply(payment.first_item, invoice.first_item, "150.00");
    assert_int_equal(settled.date.day, day("2026-02-10").day);
    assert_int_equal(firm_balance(ACCOUNT_PART_PREPAID, "2026-02-09"), amount("-200.00"));
    assert_int_equal(firm_balance(ACCOUNT_PART_PREPAID, "2026-02-10"), amount("-50.00"));
    assert_int_equal(beside_on("ACME", "2026-02-10").prepaid, amount("50.00"));
    assert_aged("ACME", "2026-02-10", BY_POSTED, "0.00");
}

/* 121.00 with 21 %: 21.00 of it is tax. Each use takes its share back, the last one the rest. */
static void tax_on_a_prepayment_falls_due_when_it_comes_and_goes_back_when_it_is_used(void **state)
{
    static const struct {
        const char *use; /* applied to an invoice; "-" refunded; "x" the use before taken back */
        const char *sum, *tax, *advance; /* the accounts after it */
    } cases[] = {
        {"", "", "-21.00", "21.00"},       {"i", "60.50", "-10.50", "10.50"},
        {"i", "0.01", "-10.50", "10.50"},  {"x", "", "-21.00", "21.00"}, /* both uses of it */
        {"-", "40.33", "-14.00", "14.00"}, {"i", "80.67", "0.00", "0.00"},
    };
    const int64_t tax = firm_tax("S21", 21);

    (void)tax;
    set("advance.tax", "S21");
    const struct document_made payment =
        receive("ACME", "2026-01-05", "121.00", METHOD_TRANSFER, KEEP_PREPAYMENT);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct document_made made;
        int acts = 0;
        if (cases[i].use[0] == 'i') {
            const struct document_made invoice = firm_invoice("ACME", "2026-02-10", cases[i].sum);
            firm_apply(payment.first_item, invoice.first_item, cases[i].sum);
        } else if (cases[i].use[0] == '-') {
            assert_done(refund_pay(firm()->tx, payment.first_item, amount(cases[i].sum),
                                   day("2026-03-02"), "asked for", &made));
        } else if (cases[i].use[0] == 'x') {
            assert_done(
                payment_unapply(firm()->tx, payment.id, 0, 0, day("2026-03-01"), "other", &acts));
            assert_int_equal(acts, 2);
        }
        assert_balance(TAX, cases[i].tax);
        assert_balance(ADVANCE_TAX, cases[i].advance);
    }
    assert_balance(PREPAID, "0.00");
}

static void returned_a_taxed_prepayment_leaves_nothing(void **state)
{
    struct document_made made;

    firm_tax("S21", 21);
    set("advance.tax", "S21");
    const struct document_made payment =
        receive("ACME", "2026-01-05", "121.00", METHOD_CHEQUE, KEEP_PREPAYMENT);
    const struct document_made invoice = firm_invoice("ACME", "2026-02-10", "33.33");
    firm_apply(payment.first_item, invoice.first_item, "33.33");
    assert_done(payment_reverse(firm()->tx, payment.id, day("2026-03-01"), "nsf", 0, &made));
    assert_balance(TAX, "0.00");
    assert_balance(ADVANCE_TAX, "0.00");
    assert_balance(UNDEPOSITED, "0.00");
    assert_open(invoice.first_item, "33.33");
    /* other money is not taxed when it comes */
    receive("ACME", "2026-03-05", "121.00", METHOD_CHEQUE, KEEP_ON_ACCOUNT);
    assert_balance(TAX, "0.00");
    assert_refused(ERR_MISSING, "NOPE", setting_set(firm()->tx, "advance.tax", "NOPE"));
}

/* ---- post-dated cheques --------------------------------------------------------------------- */

struct status {
    enum document_status status;
    int64_t open;
};

static enum err status_take(void *self, const struct document_row *row)
{
    *(struct status *)self = (struct status){row->status, row->open};
    return ERR_OK;
}

static struct status status_of(const char *customer, enum document_kind kind)
{
    struct status found = {0};
    const struct document_query query = {.kinds = DOCUMENT_MASK(kind),
                                         .customer_id = firm_customer(customer),
                                         .as_of = DATE_NONE,
                                         .from = DATE_NONE,
                                         .to = DATE_NONE,
                                         .after_posted = DATE_NONE};

    assert_answer(documents_each(firm()->book, &query, status_take, &found));
    return found;
}

/* The firm's day is 2026-06-30. */
static void a_post_dated_cheque_is_in_hand_until_its_day(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-05-10", "100.00");
    const struct document_made cheque =
        receive("ACME", "2026-07-15", "100.00", METHOD_CHEQUE, KEEP_UNAPPLIED);

    const struct settled settled = firm_apply(cheque.first_item, invoice.first_item, "100.00");
    assert_int_equal(settled.date.day, day("2026-07-15").day);
    static const struct {
        const char *date, *aged, *cash, *in_hand;
    } cases[] = {
        {"2026-06-30", "100.00", "0.00", "100.00"},
        {"2026-07-14", "100.00", "0.00", "100.00"},
        {"2026-07-15", "0.00", "100.00", "0.00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_aged("ACME", cases[i].date, BY_POSTED, cases[i].aged);
        assert_int_equal(firm_balance(ACCOUNT_PART_UNDEPOSITED, cases[i].date),
                         amount(cases[i].cash));
        assert_int_equal(beside_on("ACME", cases[i].date).in_hand, amount(cases[i].in_hand));
    }
    assert_int_equal(status_of("ACME", DOCUMENT_INVOICE).status, STATUS_OVERDUE);
    assert_int_equal(status_of("ACME", DOCUMENT_INVOICE).open, amount("100.00"));
    assert_int_equal(status_of("ACME", DOCUMENT_PAYMENT).status, STATUS_POST_DATED);
    assert_int_equal(status_of("ACME", DOCUMENT_PAYMENT).open, 0);
    /* its amount is not to be had twice, nor before its day, nor can it go to the bank */
    const struct document_made other = firm_pay("ACME", "2026-06-20", "100.00");
    assert_int_equal(firm_try_apply(other.first_item, invoice.first_item, "100.00", NULL),
                     ERR_CONFLICT);
    int acts = 0;
    assert_done(payment_unapply(firm()->tx, cheque.id, 0, 0, day("2026-07-15"), "other", &acts));
    assert_int_equal(firm_try_apply(cheque.first_item, invoice.first_item, "100.00", "2026-07-14"),
                     ERR_CONFLICT);
    struct document_made made;
    const struct deposit_new early = {
        .date = day("2026-07-14"), .receipts = &cheque.id, .count = 1};
    assert_refused(ERR_CONFLICT, "cannot be deposited before that",
                   deposit_make(firm()->tx, &early, &made));
    const struct deposit_new due = {.date = day("2026-07-15"), .receipts = &cheque.id, .count = 1};
    assert_done(deposit_make(firm()->tx, &due, &made));
}

static void given_back_before_its_day_it_never_counts(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-05-10", "100.00");
    const struct document_made cheque =
        receive("ACME", "2026-07-15", "100.00", METHOD_CHEQUE, KEEP_UNAPPLIED);
    struct document_made made;

    firm_apply(cheque.first_item, invoice.first_item, "100.00");
    assert_done(payment_reverse(firm()->tx, cheque.id, day("2026-07-15"), "returned", 0, &made));
    assert_int_equal(beside_on("ACME", "2026-06-30").receipts, 0);
    assert_int_equal(status_of("ACME", DOCUMENT_PAYMENT).status, STATUS_REVERSED);
    assert_aged("ACME", "2026-07-15", BY_POSTED, "100.00");
    assert_int_equal(firm_balance(ACCOUNT_PART_UNDEPOSITED, "2026-07-15"), 0);
    /* cash pays it today as if the cheque had never been */
    const struct document_made cash = firm_pay("ACME", "2026-06-30", "100.00");
    const struct settled settled = firm_apply(cash.first_item, invoice.first_item, "100.00");
    assert_int_equal(settled.date.day, day("2026-06-30").day);
    assert_aged("ACME", "2026-06-30", BY_POSTED, "0.00");
}

/* ---- another branch, and back --------------------------------------------------------------- */

static void money_of_a_group_pays_what_its_tree_allows(void **state)
{
    /* HEAD over NORTH and SOUTH, CITY under NORTH; OTHER stands alone */
    firm_customer_of("HEAD", "EUR", NULL);
    firm_customer_of("NORTH", "EUR", "HEAD");
    firm_customer_of("SOUTH", "EUR", "HEAD");
    firm_customer_of("CITY", "EUR", "NORTH");
    firm_customer_of("OTHER", "EUR", NULL);
    static const struct {
        const char *payer, *debtor;
        bool path, tree;
    } cases[] = {
        {"HEAD", "NORTH", true, true},   {"HEAD", "CITY", true, true},
        {"NORTH", "CITY", true, true},   {"CITY", "NORTH", false, true},
        {"NORTH", "SOUTH", false, true}, {"CITY", "SOUTH", false, true},
        {"OTHER", "CITY", false, false}, {"HEAD", "OTHER", false, false},
    };
    for (int tree = 0; tree < 2; tree++) {
        set("hierarchy.tree", tree ? "yes" : "no");
        for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
            const bool may = tree ? cases[i].tree : cases[i].path;
            const struct document_made invoice =
                firm_invoice(cases[i].debtor, "2026-01-10", "10.00");
            const struct document_made payment = firm_pay(cases[i].payer, "2026-02-01", "10.00");
            const int64_t payer = firm_aged(cases[i].payer, "2026-02-01", BY_POSTED, 0);
            const int64_t debtor = firm_aged(cases[i].debtor, "2026-02-01", BY_POSTED, 0);
            assert_int_equal(firm_try_apply(payment.first_item, invoice.first_item, "10.00", NULL),
                             may ? ERR_OK : ERR_CONFLICT);
            if (!may) {
                assert_non_null(strstr(firm()->note.text, "payment transfer"));
                continue;
            }
            /* each balance stays right: the payer's money went, the debtor owes less */
            assert_int_equal(firm_aged(cases[i].payer, "2026-02-01", BY_POSTED, 0),
                             payer + amount("10.00"));
            assert_int_equal(firm_aged(cases[i].debtor, "2026-02-01", BY_POSTED, 0),
                             debtor - amount("10.00"));
        }
    }
}

static void a_transfer_is_taken_back(void **state)
{
    const struct document_made invoice = firm_invoice("BETA", "2026-01-10", "60.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-01", "60.00");
    struct document_made made, contra;
    int64_t item = 0;

    assert_done(transfer_post(firm()->tx, payment.first_item, amount("60.00"),
                              firm_customer("BETA"),
                              account_of(firm()->book, ACCOUNT_PART_RECEIVABLE), day("2026-02-02"),
                              "theirs", &made, &item));
    firm_apply(item, invoice.first_item, "60.00");
    assert_refused(ERR_CONFLICT, "not a transfer",
                   transfer_undo(firm()->tx, payment.id, day("2026-02-10"), "no", &contra));
    assert_done(transfer_undo(firm()->tx, made.id, day("2026-02-10"), "not theirs", &contra));
    assert_open(invoice.first_item, "60.00");
    assert_open(payment.first_item, "-60.00");
    assert_aged("BETA", "2026-02-09", BY_POSTED, "0.00");
    assert_aged("BETA", "2026-02-10", BY_POSTED, "60.00");
    assert_aged("ACME", "2026-02-10", BY_POSTED, "-60.00");
    assert_refused(ERR_CONFLICT, "reversed already",
                   transfer_undo(firm()->tx, made.id, day("2026-02-11"), "again", &contra));
}

static void a_side_of_another_currency_is_not_taken_back_alone(void **state)
{
    firm_rate("USD", "2026-01-01", "0.9");
    const struct payment payment = {.customer_id = firm_customer_of("USCO", "USD", NULL),
                                    .amount = {amount("92.00"), money_in("EUR")},
                                    .settles = {amount("100.00"), money_in("USD")},
                                    .date = day("2026-02-01"),
                                    .method = METHOD_TRANSFER};
    struct document_made made, contra;
    int64_t item = 0;
    struct item side;

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    assert_answer(item_get(firm()->book, item, &firm()->arena, &side));
    assert_refused(ERR_CONFLICT, "reverse the payment",
                   transfer_undo(firm()->tx, side.document_id, day("2026-02-02"), "no", &contra));
    assert_done(payment_reverse(firm()->tx, made.id, day("2026-02-02"), "keying", 0, &contra));
    assert_balance(CURRENCY_CLEARING, "0.00");
    assert_balance(RECEIVABLE, "0.00");
}

/* R0: Dr whichever account the money lies on, Cr bank; never more than is there. */
static void a_refund_goes_out_of_the_account_where_the_money_lies(void **state)
{
    static const struct {
        const char *what;
        enum account_part part;
    } cases[] = {
        {"unapplied", ACCOUNT_PART_RECEIVABLE},
        {"unidentified", ACCOUNT_PART_UNIDENTIFIED},
        {"prepaid", ACCOUNT_PART_PREPAID},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct document_made payment =
            i == 1 ? firm_pay(NULL, "2026-02-01", "50.00")
                   : receive("ACME", "2026-02-01", "50.00", METHOD_TRANSFER,
                             i == 2 ? KEEP_PREPAYMENT : KEEP_UNAPPLIED);
        struct document_made made, contra;
        const int64_t before = firm_balance(cases[i].part, "2026-12-31");
        assert_refused(ERR_CONFLICT, "never more than that",
                       refund_pay(firm()->tx, payment.first_item, amount("50.01"),
                                  day("2026-03-01"), "too much", &made));
        assert_done(refund_pay(firm()->tx, payment.first_item, amount("20.00"), day("2026-03-01"),
                               "asked for", &made));
        assert_open(payment.first_item, "-30.00");
        assert_int_equal(firm_balance(cases[i].part, "2026-12-31"), before + amount("20.00"));
        assert_refused(ERR_CONFLICT, "has 30.00 left",
                       refund_pay(firm()->tx, payment.first_item, amount("30.01"),
                                  day("2026-03-01"), "too much", &contra));
        assert_done(
            settlement_reverse(firm()->tx, made.id, day("2026-03-05"), "cheque returned", &contra));
        assert_open(payment.first_item, "-50.00");
    }
    assert_balance(BANK, "0.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_prepayment_is_a_liability_until_it_is_used),
        FIRM(tax_on_a_prepayment_falls_due_when_it_comes_and_goes_back_when_it_is_used),
        FIRM(returned_a_taxed_prepayment_leaves_nothing),
        FIRM(a_post_dated_cheque_is_in_hand_until_its_day),
        FIRM(given_back_before_its_day_it_never_counts),
        FIRM(money_of_a_group_pays_what_its_tree_allows),
        FIRM(a_transfer_is_taken_back),
        FIRM(a_side_of_another_currency_is_not_taken_back_alone),
        FIRM(a_refund_goes_out_of_the_account_where_the_money_lies),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
