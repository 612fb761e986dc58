/* Early-payment discount in the books (RULES.md R4): earned, in grace, unearned, of part payments,
 * in tiers, given back. */
#include "ledger/customer.h"
#include "ledger/deduction.h"
#include "ledger/firm.h"
#include "ledger/setting.h"

#include <string.h>

static int64_t customer_with_grace(const char *code, int grace_days)
{
    struct customer customer;
    const int64_t id = firm_customer(code);

    assert_answer(customer_get(firm()->book, id, &firm()->arena, &customer));
    customer.grace_days = grace_days;
    assert_done(customer_set(firm()->tx, &customer, DATE_NONE));
    return id;
}

#define AUTO "auto"

/* An invoice of 100.00 of 2026-01-15: 2 % until 01-25, 1 % until 02-04, due 02-14. */
static void whoever_pays_early_takes_it_off(void **state)
{
    static const struct {
        const char *why;
        int grace;
        bool parts;
        const char *came, *cash, *discount; /* what is applied; auto or an amount */
        const char *earned, *unearned, *open;
        const char *refused; /* NULL: it is given */
    } cases[] = {
        {"the last day", 0, false, "2026-01-25", "98.00", AUTO, "2.00", "0.00", "0.00", NULL},
        {"one day late, second tier", 0, false, "2026-01-26", "99.00", AUTO, "1.00", "0.00", "0.00",
         NULL},
        {"the last day of the second", 0, false, "2026-02-04", "99.00", AUTO, "1.00", "0.00",
         "0.00", NULL},
        {"too late", 0, false, "2026-02-05", "99.00", AUTO, "0.00", "0.00", "1.00", NULL},
        {"in grace", 3, false, "2026-01-28", "98.00", AUTO, "2.00", "0.00", "0.00", NULL},
        {"after grace, second tier", 3, false, "2026-01-29", "99.00", AUTO, "1.00", "0.00", "0.00",
         NULL},
        {"a part earns nothing", 0, false, "2026-01-20", "49.00", AUTO, "0.00", "0.00", "51.00",
         NULL},
        {"a part where allowed", 0, true, "2026-01-20", "49.00", AUTO, "1.00", "0.00", "50.00",
         NULL},
        {"nearly all, where allowed", 0, true, "2026-01-20", "97.99", AUTO, "2.00", "0.00", "0.01",
         NULL},
        {"late, the clerk allows it", 0, false, "2026-02-05", "98.00", "2.00", "0.00", "2.00",
         "0.00", NULL},
        {"second tier, the clerk allows the first", 0, false, "2026-01-26", "98.00", "2.00", "1.00",
         "1.00", "0.00", NULL},
        {"of a part, the clerk allows it", 0, false, "2026-01-20", "49.00", "1.00", "0.00", "1.00",
         "50.00", NULL},
        {"above the life cap", 0, false, "2026-02-05", "97.99", "2.01", "0.00", "0.00", "100.00",
         "still allow on this invoice"},
        {"more than is left open", 0, false, "2026-01-20", "99.00", "1.01", "0.00", "0.00",
         "100.00", "more than the 1.00"},
        {"paid whole, early", 0, false, "2026-01-20", "100.00", AUTO, "0.00", "0.00", "0.00", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *code = cases[i].grace ? "SLOW" : "ACME";
        const int64_t terms =
            firm_terms(cases[i].why, "net 30", "2% 10; 1% 20", "", 0); /* a code is any word */
        const int64_t earned = firm_balance(ACCOUNT_PART_DISCOUNT, "2026-12-31");
        const int64_t unearned = firm_balance(ACCOUNT_PART_DISCOUNT_UNEARNED, "2026-12-31");
        struct settled settled;

        customer_with_grace(code, cases[i].grace);
        assert_done(setting_set(firm()->tx, "discount.parts", cases[i].parts ? "yes" : "no"));
        const struct document_made invoice =
            firm_taxed(DOCUMENT_INVOICE, code, "2026-01-15", "100.00", 0, terms);
        const struct document_made payment = firm_pay(code, cases[i].came, cases[i].cash);
        const struct settle settle = {.debit_id = invoice.first_item,
                                      .amount = amount(cases[i].cash),
                                      .discount = strcmp(cases[i].discount, AUTO) == 0
                                                      ? DISCOUNT_AUTO
                                                      : amount(cases[i].discount)};
        const enum err e =
            firm_do(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
        if ((e == ERR_OK) != (cases[i].refused == NULL))
            fail_msg("%s: %s", cases[i].why, firm()->note.text);
        if (cases[i].refused)
            assert_non_null(strstr(firm()->note.text, cases[i].refused));
        if (firm_balance(ACCOUNT_PART_DISCOUNT, "2026-12-31") - earned != amount(cases[i].earned) ||
            firm_balance(ACCOUNT_PART_DISCOUNT_UNEARNED, "2026-12-31") - unearned !=
                amount(cases[i].unearned))
            fail_msg("%s: another discount", cases[i].why);
        assert_open(invoice.first_item, cases[i].open);
    }
}

/* The cap is what the best tier gives of what is left after credit memos, all through the life of
 * the invoice. */
static void credit_memos_and_what_was_taken_lower_the_cap(void **state)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", 0, terms);
    const struct document_made credit = firm_credit("ACME", "2026-01-16", "40.00");
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "58.80");
    const struct settle whole = {
        .debit_id = invoice.first_item, .all = true, .discount = DISCOUNT_AUTO};
    struct settled settled;
    int acts = 0;

    firm_apply(credit.first_item, invoice.first_item, "40.00");
    const struct settle more = {
        .debit_id = invoice.first_item, .amount = amount("58.79"), .discount = amount("1.21")};
    assert_refused(ERR_CONFLICT, "the 1.20 that the terms still allow",
                   payment_apply(firm()->tx, payment.first_item, &more, &settled));
    assert_done(payment_apply(firm()->tx, payment.first_item, &whole, &settled));
    assert_int_equal(settled.discount, amount("1.20"));
    assert_open(invoice.first_item, "0.00");
    /* unapplied, the discount is given back and may be taken again by money that is as early */
    assert_done(payment_unapply(firm()->tx, payment.id, invoice.id, 0, DATE_NONE, "keying", &acts));
    assert_balance(DISCOUNT, "0.00");
    assert_done(payment_apply(firm()->tx, payment.first_item, &whole, &settled));
    assert_int_equal(settled.discount, amount("1.20"));
}

/* The day the money came counts, not the day on which it is keyed or applied. */
static void the_value_date_qualifies(void **state)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    static const struct {
        const char *date, *value, *discount;
    } cases[] = {
        {"2026-02-10", "2026-01-25", "2.00"},
        {"2026-02-10", "2026-01-26", "0.00"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct document_made invoice =
            firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", 0, terms);
        const struct payment payment = {.customer_id = firm_customer("ACME"),
                                        .amount = {amount("98.00"), money_in("EUR")},
                                        .date = day(cases[i].date),
                                        .value = day(cases[i].value),
                                        .method = METHOD_TRANSFER};
        const struct settle whole = {
            .debit_id = invoice.first_item, .all = true, .discount = DISCOUNT_AUTO};
        struct document_made made;
        struct settled settled;
        int64_t item = 0;
        assert_done(payment_receive(firm()->tx, &payment, &made, &item));
        assert_done(payment_apply(firm()->tx, item, &whole, &settled));
        assert_int_equal(settled.discount, amount(cases[i].discount));
    }
}

/* The rest can be paid with its discount when a part was deducted (R6). */
static void what_was_deducted_earns_none_and_hinders_none(void **state)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", 0, terms);
    int64_t discount = 0;
    bool earned = false;

    assert_answer(
        discount_on(firm()->book, invoice.first_item, day("2026-01-20"), 0, &discount, &earned));
    assert_int_equal(discount, amount("2.00"));
    struct deduction_made made;
    const struct deduction deduction = {.debit_id = invoice.first_item,
                                        .amount = amount("25.00"),
                                        .date = day("2026-01-20"),
                                        .reason = "PRICE"};
    assert_done(deduction_split(firm()->tx, &deduction, &made));
    assert_answer(discount_on(firm()->book, made.document.first_item, day("2026-01-20"), 0,
                              &discount, &earned));
    assert_int_equal(discount, 0);
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "73.50");
    const struct settle whole = {
        .debit_id = invoice.first_item, .all = true, .discount = DISCOUNT_AUTO};
    struct settled settled;
    assert_done(payment_apply(firm()->tx, payment.first_item, &whole, &settled));
    assert_int_equal(settled.discount, amount("1.50"));
    assert_open(invoice.first_item, "0.00");
    assert_balance(DISCOUNT_UNEARNED, "0.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(whoever_pays_early_takes_it_off),
        FIRM(credit_memos_and_what_was_taken_lower_the_cap),
        FIRM(the_value_date_qualifies),
        FIRM(what_was_deducted_earns_none_and_hinders_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
