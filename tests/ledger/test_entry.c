/* What one journal entry posted is taken back whole, and only once. */
#include "ledger/entry.h"
#include "ledger/firm.h"

#include <string.h>

static enum err reverse(int64_t entry, const char *date, struct entry_work *done)
{
    char number[64];

    return entry_reverse(firm()->tx, entry, day(date), "keying", done, &firm()->arena, number);
}

/* Money received and applied, with a credit memo of an earlier day, in one entry. */
static enum err receive_both(int64_t customer, int64_t invoice, int64_t credit,
                             struct document_made *payment)
{
    const struct payment money = {.customer_id = customer,
                                  .amount = money_of(amount("80.00"), money_in("EUR")),
                                  .date = day("2026-03-10"),
                                  .method = METHOD_TRANSFER};
    const struct settle cash = {.debit_id = invoice, .amount = amount("80.00")},
                        memo = {.debit_id = invoice, .amount = amount("20.00")};
    struct settled settled;
    int64_t item = 0;

    TRY(payment_receive(firm()->tx, &money, payment, &item));
    TRY(payment_apply(firm()->tx, item, &cash, &settled));
    return payment_apply(firm()->tx, credit, &memo, &settled);
}

static void an_act_of_several_parts_comes_back_whole(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made credit = firm_credit("ACME", "2026-02-01", "25.00");
    struct document_made payment;
    struct entry_work done;

    assert_done(
        receive_both(firm_customer("ACME"), invoice.first_item, credit.first_item, &payment));
    const int64_t entry = firm_head();
    assert_open(invoice.first_item, "0.00");
    assert_done(reverse(entry, "2026-03-20", &done));
    assert_int_equal(done.count, 1);
    assert_int_equal(done.act_count, 2);
    assert_open(invoice.first_item, "100.00");
    assert_open(credit.first_item, "-25.00");
    assert_open(payment.first_item, "0.00");
    /* until that day it stands */
    assert_aged("ACME", "2026-03-19", BY_POSTED, "-5.00");
    assert_aged("ACME", "2026-03-20", BY_POSTED, "75.00");
    assert_refused(ERR_CONFLICT, "nothing of entry", reverse(entry, "2026-03-21", &done));
    assert_refused(ERR_CONFLICT, "took something back itself",
                   reverse(firm_head(), "2026-03-21", &done));
}

/* An entry that only applied is taken back on the days on which it did. */
static void applications_come_back_on_their_own_days(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-10", "60.00");
    struct entry_work done;

    firm_apply(payment.first_item, invoice.first_item, "60.00");
    assert_done(reverse(firm_head(), NULL, &done));
    assert_int_equal(done.count, 0);
    assert_open_on(invoice.first_item, "2026-02-10", BY_EFFECTIVE, "100.00");
    assert_open_on(payment.first_item, "2026-02-10", BY_EFFECTIVE, "-60.00");
}

/* What was taken back in part since is not taken back twice. */
static void what_came_back_since_is_left_out(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made credit = firm_credit("ACME", "2026-02-01", "25.00");
    struct document_made payment;
    struct entry_work done;
    int acts = 0;

    assert_done(
        receive_both(firm_customer("ACME"), invoice.first_item, credit.first_item, &payment));
    const int64_t entry = firm_head();
    assert_done(payment_unapply(firm()->tx, credit.id, 0, 0, day("2026-03-12"), "other", &acts));
    assert_done(reverse(entry, "2026-03-20", &done));
    assert_int_equal(done.act_count, 1);
    assert_open(invoice.first_item, "100.00");
    assert_open(credit.first_item, "-25.00");
}

static enum err identify(int64_t document, int64_t customer)
{
    struct document_made made;

    return payment_identify(firm()->tx, document, customer, day("2026-03-01"), &made);
}

/* A transfer may be all that an entry did. */
static void an_identification_comes_back(void **state)
{
    const struct document_made payment = firm_pay(NULL, "2026-02-10", "60.00");
    const int64_t customer = firm_customer("ACME");
    struct entry_work done;

    assert_done(identify(payment.id, customer));
    assert_aged("ACME", "2026-03-01", BY_POSTED, "-60.00");
    assert_done(reverse(firm_head(), "2026-03-05", &done));
    assert_aged("ACME", "2026-03-05", BY_POSTED, "0.00");
    assert_open(payment.first_item, "-60.00");
    assert_balance(UNIDENTIFIED, "-60.00");
}

static void an_entry_that_posted_nothing_is_refused(void **state)
{
    struct entry_work done;

    firm_customer("ACME");
    assert_refused(ERR_CONFLICT, "posted nothing", reverse(firm_head(), "2026-03-05", &done));
    assert_refused(ERR_MISSING, "no journal entry", reverse(999, "2026-03-05", &done));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(an_act_of_several_parts_comes_back_whole),
        FIRM(applications_come_back_on_their_own_days),
        FIRM(what_came_back_since_is_left_out),
        FIRM(an_identification_comes_back),
        FIRM(an_entry_that_posted_nothing_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
