/* Money in: where it goes by method, whose it is, what it settles, what is taken off. */
#include "ledger/customer.h"
#include "ledger/firm.h"
#include "ledger/master.h"
#include "ledger/setting.h"

#include <string.h>

static struct payment money(const char *customer, const char *date, const char *total)
{
    return (struct payment){.customer_id = customer ? firm_customer(customer) : 0,
                            .amount = {amount(total), money_in("EUR")},
                            .date = day(date),
                            .method = METHOD_TRANSFER};
}

static void each_method_has_its_account(void **state)
{
    static const struct {
        enum payment_method method;
        enum account_part part;
    } cases[] = {
        {METHOD_CASH, ACCOUNT_PART_UNDEPOSITED},
        {METHOD_CHEQUE, ACCOUNT_PART_UNDEPOSITED},
        {METHOD_CARD, ACCOUNT_PART_CARD_CLEARING},
        {METHOD_TRANSFER, ACCOUNT_PART_BANK_CLEARING},
        {METHOD_DIRECT_DEBIT, ACCOUNT_PART_BANK_CLEARING},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct payment payment = money("ACME", "2026-01-15", "10.00");
        struct document_made made;
        int64_t item = 0;
        payment.method = cases[i].method;
        const int64_t before = firm_balance(cases[i].part, "2026-01-31");
        assert_done(payment_receive(firm()->tx, &payment, &made, &item));
        assert_int_equal(firm_balance(cases[i].part, "2026-01-31") - before, amount("10.00"));
        assert_open(item, "-10.00");
    }
    assert_balance(RECEIVABLE, "-50.00");
}

static void the_banks_fee_is_ours_and_the_customer_is_credited_whole(void **state)
{
    struct payment payment = money("ACME", "2026-01-15", "100.00");
    struct document_made made;
    int64_t item = 0;

    payment.fee = amount("2.50");
    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    assert_open(item, "-100.00");
    assert_balance(BANK_CHARGES, "2.50");
    assert_balance(BANK_CLEARING, "97.50");
    payment.fee = amount("100.00");
    assert_refused(ERR_INPUT, "fee", payment_receive(firm()->tx, &payment, &made, &item));
}

static void unidentified_money_waits_until_it_is_known_whose_it_is(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay(NULL, "2026-01-15", "100.00");
    const int64_t acme = firm_customer("ACME");
    struct document_made transfer;

    assert_balance(UNIDENTIFIED, "-100.00");
    assert_balance(RECEIVABLE, "100.00");
    assert_int_equal(firm_try_apply(payment.first_item, invoice.first_item, "100.00", NULL),
                     ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "unidentified money"));
    assert_done(payment_identify(firm()->tx, payment.id, acme, day("2026-01-20"), &transfer));
    assert_balance(UNIDENTIFIED, "0.00");
    assert_balance(RECEIVABLE, "0.00");
    assert_int_equal(firm_balance(ACCOUNT_PART_UNIDENTIFIED, "2026-01-19"), amount("-100.00"));
    assert_open(transfer.first_item + 1, "-100.00");
    firm_apply(transfer.first_item + 1, invoice.first_item, "100.00");
    assert_open(invoice.first_item, "0.00");
    assert_refused(ERR_CONFLICT, "identified already",
                   payment_identify(firm()->tx, payment.id, acme, day("2026-01-20"), &transfer));
    /* the money's own number takes it back, however it came to its customer */
    int acts = 0;
    assert_done(payment_unapply(firm()->tx, payment.id, 0, 0, day("2026-02-01"), "other", &acts));
    assert_int_equal(acts, 1);
    assert_open(invoice.first_item, "100.00");
    assert_open(transfer.first_item + 1, "-100.00");
}

static void an_identification_is_taken_back_by_reversing_its_transfer(void **state)
{
    const struct document_made payment = firm_pay(NULL, "2026-01-15", "100.00");
    const int64_t acme = firm_customer("ACME"), bolt = firm_customer("BOLT");
    struct document_made transfer, back;

    assert_done(payment_identify(firm()->tx, payment.id, acme, day("2026-01-20"), &transfer));
    assert_done(settlement_reverse(firm()->tx, transfer.id, day("2026-01-25"), "wrong", &back));
    assert_balance(UNIDENTIFIED, "-100.00");
    assert_balance(RECEIVABLE, "0.00");
    assert_open(payment.first_item, "-100.00");
    assert_done(payment_identify(firm()->tx, payment.id, bolt, day("2026-01-26"), &transfer));
    assert_aged("BOLT", "2026-01-31", BY_POSTED, "-100.00");
    assert_aged("ACME", "2026-01-31", BY_POSTED, "0.00");
}

static void a_parent_pays_for_its_child_and_nobody_for_a_stranger(void **state)
{
    firm_customer_of("HEAD", "EUR", NULL);
    firm_customer_of("SHOP", "EUR", "HEAD");
    const struct document_made invoice = firm_invoice("SHOP", "2026-01-10", "80.00");
    const struct document_made payment = firm_pay("HEAD", "2026-01-15", "100.00");
    const struct document_made other = firm_pay("BOLT", "2026-01-15", "100.00");

    assert_int_equal(firm_try_apply(other.first_item, invoice.first_item, "80.00", NULL),
                     ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "is owed by SHOP, and money of BOLT"));
    firm_apply(payment.first_item, invoice.first_item, "80.00");
    assert_open(invoice.first_item, "0.00");
    assert_open(payment.first_item, "-20.00");
    assert_aged("SHOP", "2026-01-31", BY_POSTED, "0.00");
    assert_aged("HEAD", "2026-01-31", BY_POSTED, "-20.00");
    /* a child does not pay for its parent */
    const struct document_made above = firm_invoice("HEAD", "2026-01-10", "5.00");
    const struct document_made below = firm_pay("SHOP", "2026-01-15", "5.00");
    assert_int_equal(firm_try_apply(below.first_item, above.first_item, "5.00", NULL),
                     ERR_CONFLICT);
}

static void a_part_of_what_a_parent_paid_is_taken_back(void **state)
{
    int acts = 0;

    firm_customer_of("HEAD", "EUR", NULL);
    firm_customer_of("SHOP", "EUR", "HEAD");
    const struct document_made invoice = firm_invoice("SHOP", "2026-01-10", "80.00");
    const struct document_made payment = firm_pay("HEAD", "2026-01-15", "80.00");
    firm_apply(payment.first_item, invoice.first_item, "80.00");
    assert_done(payment_unapply(firm()->tx, payment.id, invoice.id, amount("30.00"),
                                day("2026-02-10"), "other", &acts));
    assert_open(invoice.first_item, "30.00");
    assert_open(payment.first_item, "-30.00");
    assert_aged("SHOP", "2026-02-28", BY_POSTED, "30.00");
    assert_aged("HEAD", "2026-02-28", BY_POSTED, "-30.00");
    assert_open_on(invoice.first_item, "2026-02-09", BY_POSTED, "0.00");
}

static void a_prepayment_is_a_deposit_until_it_is_used(void **state)
{
    struct payment payment = money("ACME", "2026-01-15", "100.00");
    struct document_made made;
    int64_t item = 0;

    payment.keep = KEEP_PREPAYMENT;
    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    assert_balance(PREPAID, "-100.00");
    assert_aged("ACME", "2026-01-31", BY_POSTED, "0.00");
    const struct document_made invoice = firm_invoice("ACME", "2026-02-01", "60.00");
    firm_apply(item, invoice.first_item, "60.00");
    assert_balance(PREPAID, "-40.00");
    assert_balance(RECEIVABLE, "0.00");
    assert_open(invoice.first_item, "0.00");
    assert_open(item, "-40.00");
    payment.customer_id = 0;
    assert_refused(ERR_INPUT, "needs its customer",
                   payment_receive(firm()->tx, &payment, &made, &item));
}

/* 100.00 net and 21 %, 2 % within 10 days: the invoice, what pays it early, the tax then. */
static void the_discount_and_the_tax_in_three_modes(void **state)
{
    static const struct {
        const char *code, *total, *early, *late, *discount, *tax_early, *tax_late;
        int mode;
    } cases[] = {
        {"EARLY", "121.00", "118.58", "121.00", "2.00", "-20.58", "-21.00", 0},
        {"ALWAYS", "120.58", "118.58", "120.58", "2.00", "-20.58", "-20.58", 1},
        {"NEVER", "121.00", "119.00", "121.00", "2.00", "-21.00", "-21.00", 2},
    };
    const int64_t tax = firm_tax("S21", 21);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const int64_t terms = firm_terms(cases[i].code, "net 30", "2% 10", "", cases[i].mode);
        for (int early = 0; early < 2; early++) {
            const int64_t tax_before = firm_balance(ACCOUNT_PART_TAX, "2026-12-31");
            const int64_t given = firm_balance(ACCOUNT_PART_DISCOUNT, "2026-12-31");
            const struct document_made invoice =
                firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", tax, terms);
            assert_open(invoice.first_item, cases[i].total);
            const struct document_made payment =
                firm_pay("ACME", early ? "2026-01-25" : "2026-01-26",
                         early ? cases[i].early : cases[i].late);
            const struct settle settle = {
                .debit_id = invoice.first_item, .all = true, .discount = DISCOUNT_AUTO};
            struct settled settled;
            assert_done(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
            assert_open(invoice.first_item, "0.00");
            assert_open(payment.first_item, "0.00");
            assert_int_equal(firm_balance(ACCOUNT_PART_TAX, "2026-12-31") - tax_before,
                             amount(early ? cases[i].tax_early : cases[i].tax_late));
            assert_int_equal(firm_balance(ACCOUNT_PART_DISCOUNT, "2026-12-31") - given,
                             early ? amount(cases[i].discount) : 0);
        }
    }
}

static void who_names_the_whole_amount_gets_no_discount(void **state)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", 0, terms);
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "100.00");
    const struct settle settle = {
        .debit_id = invoice.first_item, .amount = amount("100.00"), .discount = DISCOUNT_AUTO};
    struct settled settled;

    assert_done(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
    assert_int_equal(settled.discount, 0);
    assert_open(invoice.first_item, "0.00");
}

static void an_unearned_discount_has_its_own_account_and_the_life_cap(void **state)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", 0, terms);
    const struct document_made payment = firm_pay("ACME", "2026-02-20", "98.00");
    struct settle settle = {
        .debit_id = invoice.first_item, .amount = amount("97.00"), .discount = amount("3.00")};
    struct settled settled;

    assert_refused(ERR_CONFLICT, "terms still allow",
                   payment_apply(firm()->tx, payment.first_item, &settle, &settled));
    settle.amount = amount("98.00");
    settle.discount = amount("2.00");
    assert_done(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
    assert_open(invoice.first_item, "0.00");
    assert_balance(DISCOUNT_UNEARNED, "2.00");
    assert_balance(DISCOUNT, "0.00");
}

static void a_small_difference_is_written_off_within_its_limits(void **state)
{
    static const struct {
        const char *total, *paid, *off;
        enum err code;
    } cases[] = {
        {"100.00", "99.00", "1.00", ERR_OK},
        {"100.00", "98.00", "2.00", ERR_OK},
        {"100.00", "97.99", "2.01", ERR_DENIED}, /* above 2 % */
        {"1000.00", "995.00", "5.00", ERR_OK},
        {"1000.00", "994.99", "5.01", ERR_DENIED}, /* above 5.00 */
        {"100.00", "98.00", "1.00", ERR_CONFLICT}, /* would leave 1.00 */
    };
    int64_t off = 0;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct document_made invoice = firm_invoice("ACME", "2026-01-10", cases[i].total);
        const struct document_made payment = firm_pay("ACME", "2026-01-15", cases[i].paid);
        const struct settle settle = {.debit_id = invoice.first_item,
                                      .amount = amount(cases[i].paid),
                                      .writeoff = amount(cases[i].off)};
        struct settled settled;
        const enum err got =
            firm_do(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
        if (got != cases[i].code)
            fail_msg("%s off %s: %s '%s'", cases[i].off, cases[i].total, err_name(got),
                     firm()->note.text);
        if (got == ERR_OK) {
            off += amount(cases[i].off);
            assert_open(invoice.first_item, "0.00");
        } else {
            assert_open(invoice.first_item, cases[i].total);
        }
    }
    assert_int_equal(firm_balance(ACCOUNT_PART_OVER_SHORT, "2026-12-31"), off);
}

static void a_write_off_stands_alone_and_is_taken_back(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-01-15", "99.00");
    struct document_made made, back;

    firm_apply(payment.first_item, invoice.first_item, "99.00");
    assert_done(writeoff_post(firm()->tx, invoice.first_item, amount("1.00"), day("2026-01-20"),
                              "small", &made));
    assert_open(invoice.first_item, "0.00");
    assert_done(settlement_reverse(firm()->tx, made.id, day("2026-01-22"), "keying", &back));
    assert_open(invoice.first_item, "1.00");
    assert_balance(OVER_SHORT, "0.00");
    assert_refused(ERR_CONFLICT, "reversed already",
                   settlement_reverse(firm()->tx, made.id, day("2026-01-23"), "keying", &back));
    assert_refused(ERR_CONFLICT, "itself a reversal",
                   settlement_reverse(firm()->tx, back.id, day("2026-01-23"), "keying", &back));
}

static void what_cannot_be_applied(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-01-15", "150.00");
    const struct document_made small = firm_pay("ACME", "2026-01-15", "10.00");
    const struct {
        const char *words, *sum, *date;
        int64_t credit, debit;
        enum err code;
    } cases[] = {
        {"has only 100.00 open", "100.01", NULL, payment.first_item, invoice.first_item,
         ERR_CONFLICT},
        {"has only 10.00 left", "10.01", NULL, small.first_item, invoice.first_item, ERR_CONFLICT},
        {"nothing to apply", "0.00", NULL, payment.first_item, invoice.first_item, ERR_CONFLICT},
        {"is dated 2026-01-15", "10.00", "2026-01-14", payment.first_item, invoice.first_item,
         ERR_CONFLICT},
        {"not a debit", "1.00", NULL, payment.first_item, small.first_item, ERR_CONFLICT},
        {"not a credit", "1.00", NULL, invoice.first_item, invoice.first_item, ERR_CONFLICT},
        {"no item", "1.00", NULL, payment.first_item, 999, ERR_MISSING},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const enum err got =
            firm_try_apply(cases[i].credit, cases[i].debit, cases[i].sum, cases[i].date);
        if (got != cases[i].code || !strstr(firm()->note.text, cases[i].words))
            fail_msg("'%s': got %s '%s'", cases[i].words, err_name(got), firm()->note.text);
    }
    assert_open(invoice.first_item, "100.00");
    assert_open(payment.first_item, "-150.00");
}

static void a_refund_is_never_more_than_there_is(void **state)
{
    const struct document_made credit = firm_credit("ACME", "2026-01-10", "40.00");
    struct document_made made, back;

    assert_refused(ERR_CONFLICT, "has 40.00 left",
                   refund_pay(firm()->tx, credit.first_item, amount("40.01"), day("2026-01-20"),
                              "asked for", &made));
    assert_done(refund_pay(firm()->tx, credit.first_item, amount("15.00"), day("2026-01-20"),
                           "asked for", &made));
    assert_open(credit.first_item, "-25.00");
    assert_balance(BANK, "-15.00");
    assert_done(settlement_reverse(firm()->tx, made.id, day("2026-02-01"), "cheque lost", &back));
    assert_open(credit.first_item, "-40.00");
    assert_balance(BANK, "0.00");
}

static void a_twin_of_a_receipt_is_pointed_out_and_a_cheques_stops(void **state)
{
    struct payment payment = money("ACME", "2026-01-15", "10.00");
    struct document_made made;
    int64_t item = 0, twin = 0;
    bool stop = true;

    payment.reference = "R-1";
    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    assert_answer(payment_twin(firm()->book, &payment, &twin, &stop));
    assert_int_equal(twin, made.id);
    assert_false(stop);
    payment.reference = "";
    assert_answer(payment_twin(firm()->book, &payment, &twin, &stop));
    assert_int_equal(twin, 0);
    payment.reference = "CHQ 7";
    payment.method = METHOD_CHEQUE;
    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    payment.date = day("2026-05-15");
    assert_answer(payment_twin(firm()->book, &payment, &twin, &stop));
    assert_int_equal(twin, made.id);
    assert_true(stop);
}

static void a_part_of_the_books_never_becomes_a_control_account(void **state)
{
    assert_refused(ERR_CONFLICT, "control account",
                   setting_set(firm()->tx, "account.bank-clearing", "1100"));
    assert_refused(ERR_CONFLICT, "left behind",
                   setting_set(firm()->tx, "account.receivable", "1200"));
}

static void an_account_plays_only_parts_of_its_kind(void **state)
{
    struct taxcode tax = {.code = "VX", .rate_ppm = 70000, .category = "S", .exemption = ""};
    int64_t id;

    (void)state;
    assert_refused(ERR_CONFLICT, "4000 Sales is of the kind income",
                   setting_set(firm()->tx, "account.bank", "4000"));
    assert_refused(ERR_CONFLICT, "of the kind asset",
                   setting_set(firm()->tx, "account.bank-clearing", "4000"));
    assert_done(setting_set(firm()->tx, "account.bank", "1220"));
    assert_done(account_find(firm()->book, "1200", &tax.account_id));
    assert_refused(ERR_CONFLICT, "1200 Bank is of the kind asset",
                   taxcode_add(firm()->tx, &tax, &id));
    assert_done(account_find(firm()->book, "2100", &tax.account_id));
    assert_done(taxcode_add(firm()->tx, &tax, &id));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(each_method_has_its_account),
        FIRM(the_banks_fee_is_ours_and_the_customer_is_credited_whole),
        FIRM(unidentified_money_waits_until_it_is_known_whose_it_is),
        FIRM(an_identification_is_taken_back_by_reversing_its_transfer),
        FIRM(a_parent_pays_for_its_child_and_nobody_for_a_stranger),
        FIRM(a_part_of_what_a_parent_paid_is_taken_back),
        FIRM(a_prepayment_is_a_deposit_until_it_is_used),
        FIRM(the_discount_and_the_tax_in_three_modes),
        FIRM(who_names_the_whole_amount_gets_no_discount),
        FIRM(an_unearned_discount_has_its_own_account_and_the_life_cap),
        FIRM(a_small_difference_is_written_off_within_its_limits),
        FIRM(a_write_off_stands_alone_and_is_taken_back),
        FIRM(what_cannot_be_applied),
        FIRM(a_refund_is_never_more_than_there_is),
        FIRM(a_twin_of_a_receipt_is_pointed_out_and_a_cheques_stops),
        FIRM(a_part_of_the_books_never_becomes_a_control_account),
        FIRM(an_account_plays_only_parts_of_its_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
