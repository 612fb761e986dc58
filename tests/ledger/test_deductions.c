/* What a customer takes off: deductions, their disputes, and money that the bank sent back. */
#include "ledger/deduction.h"
#include "ledger/dispute.h"
#include "ledger/firm.h"
#include "ledger/placement.h"
#include "ledger/returned.h"
#include "ledger/setting.h"

#include <string.h>

static struct deduction_made split(int64_t debit, const char *sum, const char *date,
                                   const char *reason)
{
    struct deduction_made made;
    const struct deduction deduction = {.debit_id = debit,
                                        .amount = amount(sum),
                                        .date = day(date),
                                        .reason = reason,
                                        .owner = "anna"};

    assert_done(deduction_split(firm()->tx, &deduction, &made));
    return made;
}

static int64_t disputed(int64_t item, const char *date)
{
    int64_t sum = 0;
    struct item got;

    assert_answer(item_get(firm()->book, item, NULL, &got));
    assert_answer(item_disputed(firm()->book, item, day(date), got.open, &sum));
    return sum;
}

/* RULES.md R6: 75 paid of 100, deduction 25, balance 25. */
static void seventy_five_of_a_hundred_leaves_a_deduction_of_twenty_five(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-20", "75.00");
    const struct deduction_made made = split(invoice.first_item, "25.00", "2026-02-20", "price");
    struct item item;

    firm_apply(payment.first_item, invoice.first_item, "75.00");
    assert_open(invoice.first_item, "0.00");
    assert_open(made.document.first_item, "25.00");
    assert_aged("ACME", "2026-02-20", BY_POSTED, "25.00");
    assert_aged("ACME", "2026-02-19", BY_POSTED, "100.00");
    assert_balance(RECEIVABLE, "25.00");
    assert_answer(item_get(firm()->book, made.document.first_item, &firm()->arena, &item));
    assert_int_equal(item.due.day, day("2026-02-09").day);    /* the invoice's */
    assert_int_equal(item.issued.day, day("2026-01-10").day); /* as old as the invoice */
    assert_int_equal(disputed(made.document.first_item, "2026-02-20"), amount("25.00"));
    assert_int_equal(disputed(made.document.first_item, "2026-02-19"), 0);
}

static enum err age_take(void *self, const struct aging_item *item)
{
    struct date *first = self;
    *first = item->effective;
    return ERR_OK;
}

static void a_deduction_ages_from_the_invoices_date_too(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "25.00");
    struct date found = DATE_NONE;
    const struct aging_query query = {.as_of = day("2026-06-30"),
                                      .by = BY_POSTED,
                                      .customer_id = firm_customer("ACME"),
                                      .control = CONTROL_RECEIVABLE};

    split(invoice.first_item, "25.00", "2026-05-20", "SHORT");
    assert_answer(aging_scan(firm()->book, &query, age_take, &found));
    assert_int_equal(found.day, day("2026-01-10").day);
}

static void what_cannot_be_deducted_is_refused(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-20", "75.00");
    static const struct {
        bool credit;
        const char *sum, *date, *reason, *words;
        enum err code;
    } cases[] = {
        {false, "100.01", "2026-02-20", "PRICE", "has only 100.00 open", ERR_CONFLICT},
        {false, "0.00", "2026-02-20", "PRICE", "more than zero", ERR_INPUT},
        {false, "-1.00", "2026-02-20", "PRICE", "more than zero", ERR_INPUT},
        {false, "5.00", "2026-02-20", "", "needs its reason", ERR_INPUT},
        {false, "5.00", "2026-02-20", "CHEAP", "CHEAP is no reason", ERR_INPUT},
        {false, "5.00", "2026-01-09", "PRICE", "later of them is dated 2026-01-10", ERR_CONFLICT},
        {true, "5.00", "2026-02-20", "PRICE", "is not a debit", ERR_CONFLICT},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct deduction_made made;
        const struct deduction deduction = {.debit_id = cases[i].credit ? payment.first_item
                                                                        : invoice.first_item,
                                            .amount = amount(cases[i].sum),
                                            .date = day(cases[i].date),
                                            .reason = cases[i].reason};
        assert_refused(cases[i].code, cases[i].words,
                       deduction_split(firm()->tx, &deduction, &made));
    }
    assert_open(invoice.first_item, "100.00");
}

static void a_deduction_is_paid_credited_and_deducted_from_like_an_invoice(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct deduction_made made = split(invoice.first_item, "25.00", "2026-02-20", "PRICE");
    const struct document_made payment = firm_pay("ACME", "2026-03-01", "10.00");
    const struct document_made credit = firm_credit("ACME", "2026-03-02", "9.00");

    firm_apply(payment.first_item, made.document.first_item, "10.00");
    firm_apply(credit.first_item, made.document.first_item, "9.00");
    const struct deduction_made again =
        split(made.document.first_item, "6.00", "2026-03-03", "OTHER");
    assert_open(made.document.first_item, "0.00");
    assert_open(again.document.first_item, "6.00");
    assert_aged("ACME", "2026-03-03", BY_POSTED, "81.00");
}

static void undone_the_invoice_owes_it_again_and_what_paid_it_is_free(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct deduction_made made = split(invoice.first_item, "25.00", "2026-02-20", "PRICE");
    const struct document_made payment = firm_pay("ACME", "2026-03-01", "10.00");
    struct document_made contra;

    firm_apply(payment.first_item, made.document.first_item, "10.00");
    assert_refused(
        ERR_CONFLICT, "before that",
        deduction_undo(firm()->tx, made.document.id, day("2026-02-28"), "wrong", &contra));
    assert_done(deduction_undo(firm()->tx, made.document.id, day("2026-03-05"), "wrong", &contra));
    assert_open(invoice.first_item, "100.00");
    assert_open(made.document.first_item, "0.00");
    assert_open(payment.first_item, "-10.00");
    assert_aged("ACME", "2026-03-04", BY_POSTED, "90.00"); /* earlier days stay as they were */
    assert_aged("ACME", "2026-03-05", BY_POSTED, "90.00");
    assert_int_equal(disputed(made.document.first_item, "2026-03-05"), 0);
    assert_refused(
        ERR_CONFLICT, "reversed already",
        deduction_undo(firm()->tx, made.document.id, day("2026-03-06"), "wrong", &contra));
    assert_refused(ERR_CONFLICT, "not a deduction",
                   deduction_undo(firm()->tx, invoice.id, day("2026-03-06"), "wrong", &contra));
}

static void in_another_currency_nothing_is_realised(void **state)
{
    const int64_t customer = firm_customer_of("USCO", "USD", NULL);
    firm_rate("USD", "2026-01-01", "0.9");
    const struct document_made invoice = firm_invoice("USCO", "2026-01-10", "100.00");

    (void)customer;
    firm_rate("USD", "2026-02-01", "0.8");
    const struct deduction_made made = split(invoice.first_item, "33.33", "2026-02-20", "PRICE");
    assert_open(made.document.first_item, "33.33");
    assert_balance(FX_GAIN, "0.00");
    assert_balance(FX_LOSS, "0.00");
    assert_balance(RECEIVABLE, "90.00");
}

/* ---- money that came back ------------------------------------------------------------------- */

static struct document_made reversed(int64_t payment, const char *date, const char *reason)
{
    struct document_made made;

    assert_done(payment_reverse(firm()->tx, payment, day(date), reason, 0, &made));
    return made;
}

static void a_card_chargeback_disputes_what_is_open_again(void **state)
{
    const struct document_made one = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made two = firm_invoice("ACME", "2026-01-11", "50.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-20", "130.00");

    firm_apply(payment.first_item, one.first_item, "100.00");
    firm_apply(payment.first_item, two.first_item, "30.00");
    reversed(payment.id, "2026-03-01", "card-chargeback 4837");
    assert_open(one.first_item, "100.00");
    assert_open(two.first_item, "50.00");
    assert_int_equal(disputed(one.first_item, "2026-03-01"), amount("100.00"));
    assert_int_equal(disputed(two.first_item, "2026-03-01"), amount("30.00"));
    assert_int_equal(disputed(one.first_item, "2026-02-28"), 0);
}

static enum err count_take(void *self, int64_t customer_id, struct date date)
{
    (void)customer_id;
    (void)date;
    ++*(int *)self;
    return ERR_OK;
}

static void only_lack_of_funds_is_counted_at_the_customer(void **state)
{
    static const struct {
        const char *reason;
        bool counts;
    } cases[] = {
        {"nsf", true},
        {"nsf 01", true},
        {"dd-return AM04", true},
        {"dd-return am04", true},
        {"dd-return R01", true},
        {"dd-return", false},
        {"dd-return AC04", false},
        {"dd-return R10", false},
        {"stop", false},
        {"keying", false},
        {"wrong-payer", false},
        {"card-chargeback", false},
        {"returned", false},
    };
    int expected = 0;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct document_made payment = firm_pay("ACME", "2026-02-20", "10.00");
        int count = 0;
        reversed(payment.id, "2026-03-01", cases[i].reason);
        expected += cases[i].counts;
        assert_answer(returned_each(firm()->book, firm_customer("ACME"), day("2026-03-01"),
                                    count_take, &count));
        assert_int_equal(count, expected);
    }
    int before = 0;
    assert_answer(returned_each(firm()->book, 0, day("2026-02-28"), count_take, &before));
    assert_int_equal(before, 0);
}

static void keyed_wrongly_the_deductions_of_the_same_entry_go_too(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct payment payment = {.customer_id = firm_customer("ACME"),
                                    .amount = {amount("75.00"), money_in("EUR")},
                                    .date = day("2026-02-20"),
                                    .method = METHOD_CHEQUE};
    static const struct {
        const char *reason, *open, *deducted;
    } cases[] = {{"nsf", "75.00", "25.00"}, {"keying", "100.00", "0.00"}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct document_made made, contra;
        struct deduction_made deduction;
        struct settled settled;
        int64_t credit = 0;
        const struct deduction wish = {.debit_id = invoice.first_item,
                                       .amount = amount("25.00"),
                                       .reason = "PRICE",
                                       .from = day("2026-02-20")};
        const struct settle settle = {.debit_id = invoice.first_item, .amount = amount("75.00")};
        struct tx *tx = firm_start("payment with deduction");
        enum err e = payment_receive(tx, &payment, &made, &credit);
        if (e == ERR_OK)
            e = deduction_split(tx, &wish, &deduction);
        if (e == ERR_OK)
            e = payment_apply(tx, credit, &settle, &settled);
        assert_int_equal(firm_finish(e), ERR_OK);
        assert_open(invoice.first_item, "0.00");
        reversed(made.id, "2026-03-01", cases[i].reason);
        assert_open(invoice.first_item, cases[i].open);
        assert_open(deduction.document.first_item, cases[i].deducted);
        if (i == 0)
            assert_done(deduction_undo(firm()->tx, deduction.document.id, day("2026-03-01"),
                                       "next case", &contra));
    }
}

/* R2: the applications stand, and the debits are made anew with their due and document dates. */
static void by_debit_memos_what_was_paid_stays_paid(void **state)
{
    const struct document_made one = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made two = firm_invoice("ACME", "2026-01-20", "50.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-20", "160.00");
    struct document_made made;

    firm_apply(payment.first_item, one.first_item, "100.00");
    firm_apply(payment.first_item, two.first_item, "50.00");
    assert_done(payment_reverse_by_debits(firm()->tx, payment.id, day("2026-03-01"), "nsf",
                                          amount("12.00"), &made));
    assert_open(one.first_item, "0.00");
    assert_open(two.first_item, "0.00");
    assert_open(payment.first_item, "0.00");
    assert_open(made.first_item, "0.00");
    assert_aged("ACME", "2026-02-28", BY_POSTED, "-10.00");
    assert_aged("ACME", "2026-03-01", BY_POSTED, "162.00"); /* both again, and the fee */
    assert_balance(BANK_CLEARING, "0.00");
    assert_refused(
        ERR_CONFLICT, "reversed already",
        payment_reverse_by_debits(firm()->tx, payment.id, day("2026-03-02"), "nsf", 0, &made));
    const struct document_made loose = firm_pay("ACME", "2026-02-20", "5.00");
    assert_refused(
        ERR_CONFLICT, "nothing of",
        payment_reverse_by_debits(firm()->tx, loose.id, day("2026-03-02"), "nsf", 0, &made));
    const struct document_made nobody = firm_pay(NULL, "2026-02-20", "5.00");
    assert_refused(
        ERR_CONFLICT, "without a name",
        payment_reverse_by_debits(firm()->tx, nobody.id, day("2026-03-02"), "nsf", 0, &made));
}

/* What of a payment must stand when the bank sends it back, and why. */
static void what_is_with_an_agency_or_decided_is_not_opened_again(void **state)
{
    const struct document_made placed = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made claimed = firm_invoice("ACME", "2026-01-12", "80.00");
    const struct document_made other = firm_invoice("ACME", "2026-01-20", "50.00");
    const struct document_made first = firm_pay("ACME", "2026-02-20", "60.00");
    const struct document_made second = firm_pay("ACME", "2026-02-20", "70.00");
    const struct document_made third = firm_pay("ACME", "2026-02-20", "50.00");
    const struct placement placement = {.customer_id = firm_customer("ACME"),
                                        .kind = PLACEMENT_AGENCY,
                                        .day = day("2026-03-01"),
                                        .agency = "Collect",
                                        .items = &placed.first_item,
                                        .item_count = 1};
    const struct deduction wish = {.debit_id = claimed.first_item,
                                   .amount = amount("10.00"),
                                   .reason = "PRICE",
                                   .date = day("2026-02-20")};
    struct deduction_made deduction;
    int64_t id = 0;

    firm_apply(first.first_item, placed.first_item, "40.00");
    firm_apply(first.first_item, placed.first_item, "20.00"); /* twice: one debit all the same */
    firm_apply(second.first_item, claimed.first_item, "70.00");
    firm_apply(third.first_item, other.first_item, "50.00");
    assert_done(deduction_split(firm()->tx, &wish, &deduction));
    assert_done(placement_make(firm()->tx, &placement, &id));
    struct {
        int64_t payment;
        const char *date, *reason, *words;
    } cases[] = {
        {first.id, "2026-03-01", "nsf", "with the agency Collect since 2026-03-01"},
        {first.id, "2026-03-01", "dd-return AM04", "with the agency Collect"},
        {first.id, "2026-03-01", "card-chargeback", "with the agency Collect"},
        {first.id, "2026-02-28", "nsf", NULL}, /* not theirs yet */
        {first.id, "2026-03-01", "keying", NULL},
        {second.id, "2026-03-01", "nsf", NULL}, /* charged back, and nothing decided */
        {third.id, "2026-03-01", "nsf", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct document payment;
        const char *why = NULL;
        assert_answer(document_get(firm()->book, cases[i].payment, &firm()->arena, &payment));
        assert_answer(returned_stands_why(firm()->book, &payment, day(cases[i].date),
                                          cases[i].reason, &firm()->arena, &why));
        if (cases[i].words ? !why || !strstr(why, cases[i].words) : why != NULL)
            fail_msg("case %zu: %s", i, why ? why : "nothing");
    }

    const struct document_made money = firm_pay("ACME", "2026-02-25", "10.00");
    struct document payment;
    const char *why = NULL;
    firm_apply(money.first_item, deduction.document.first_item, "10.00");
    assert_answer(document_get(firm()->book, second.id, &firm()->arena, &payment));
    assert_answer(returned_stands_why(firm()->book, &payment, day("2026-03-01"), "nsf",
                                      &firm()->arena, &why));
    assert_non_null(why);
    assert_non_null(strstr(why, "something is decided"));

    /* one debit for the one item, aged as the item was; before the day nothing moved */
    struct document_made made;
    assert_done(payment_reverse_by_debits(firm()->tx, first.id, day("2026-03-05"), "nsf", 0,
                                          &made));
    assert_open_on(placed.first_item, "2026-03-31", BY_POSTED, "40.00");
    assert_aged("ACME", "2026-03-04", BY_POSTED, "40.00");
    assert_aged("ACME", "2026-03-05", BY_POSTED, "100.00");
    assert_aged("ACME", "2026-03-05", BY_EFFECTIVE, "100.00");
    struct document memo;
    struct item item;
    assert_answer(document_find(firm()->book, "DED-1002", 0, &firm()->arena, &memo));
    assert_int_equal(memo.total.minor, amount("60.00"));
    assert_int_equal(memo.issued.day, day("2026-01-10").day);
    int count = 0;
    struct item *items = NULL;
    assert_answer(items_of_document(firm()->book, memo.id, &firm()->arena, &items, &count));
    item = items[0];
    assert_int_equal(item.amount, amount("60.00"));
    assert_int_equal(item.due.day, day("2026-02-09").day);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(seventy_five_of_a_hundred_leaves_a_deduction_of_twenty_five),
        FIRM(a_deduction_ages_from_the_invoices_date_too),
        FIRM(what_cannot_be_deducted_is_refused),
        FIRM(a_deduction_is_paid_credited_and_deducted_from_like_an_invoice),
        FIRM(undone_the_invoice_owes_it_again_and_what_paid_it_is_free),
        FIRM(in_another_currency_nothing_is_realised),
        FIRM(a_card_chargeback_disputes_what_is_open_again),
        FIRM(only_lack_of_funds_is_counted_at_the_customer),
        FIRM(keyed_wrongly_the_deductions_of_the_same_entry_go_too),
        FIRM(by_debit_memos_what_was_paid_stays_paid),
        FIRM(what_is_with_an_agency_or_decided_is_not_opened_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
