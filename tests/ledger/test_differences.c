/* Small differences under and over (RULES.md R5), duplicates (R14). */
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "ledger/firm.h"
#include "ledger/setting.h"

#include <string.h>

static void set(const char *name, const char *value)
{
    assert_done(setting_set(firm()->tx, name, value));
}

static enum err short_by(int64_t debit, int64_t credit, const char *pays, const char *writeoff)
{
    struct settled settled;
    const struct settle settle = {
        .debit_id = debit, .amount = amount(pays), .writeoff = amount(writeoff)};

    return firm_do(payment_apply(firm()->tx, credit, &settle, &settled));
}

/* tolerance.amount 5.00, tolerance.percent 2: the lower of both */
static void the_lower_limit_binds_and_the_rest_stays_open(void **state)
{
    static const struct {
        const char *due, *pays, *writeoff, *words; /* NULL: it is let go */
    } cases[] = {
        {"100.00", "99.97", "0.03", NULL},    {"100.00", "98.00", "2.00", NULL},
        {"100.00", "97.99", "2.01", "limit"}, {"250.00", "245.00", "5.00", NULL},
        {"1000.00", "995.00", "5.00", NULL},  {"1000.00", "994.99", "5.01", "limit"},
        {"100.00", "98.00", "1.99", "close"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct document_made invoice = firm_invoice("ACME", "2026-01-10", cases[i].due);
        const struct document_made payment = firm_pay("ACME", "2026-02-01", cases[i].pays);
        const enum err e =
            short_by(invoice.first_item, payment.first_item, cases[i].pays, cases[i].writeoff);
        assert_int_equal(e == ERR_OK, cases[i].words == NULL);
        if (cases[i].words)
            assert_non_null(strstr(firm()->note.text, cases[i].words));
        assert_open(invoice.first_item, cases[i].words ? cases[i].due : "0.00");
    }
    assert_balance(OVER_SHORT, "12.03");
}

static void an_instalment_is_let_go_once_only(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made first = firm_pay("ACME", "2026-02-01", "99.00");
    const struct document_made second = firm_pay("ACME", "2026-02-10", "98.00");
    struct document_made made;
    int acts = 0;

    firm_apply(first.first_item, invoice.first_item, "99.00");
    assert_done(writeoff_post(firm()->tx, invoice.first_item, amount("1.00"), day("2026-02-02"),
                              "small", &made));
    assert_done(
        payment_unapply(firm()->tx, first.id, invoice.id, 0, day("2026-02-03"), "other", &acts));
    assert_int_equal(short_by(invoice.first_item, second.first_item, "98.00", "1.00"),
                     ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "once only"));
    struct document_made contra;
    assert_done(settlement_reverse(firm()->tx, made.id, day("2026-02-10"), "other", &contra));
    assert_int_equal(short_by(invoice.first_item, second.first_item, "98.00", "2.00"), ERR_OK);
    assert_open(invoice.first_item, "0.00");
}

/* each is within, together they are not: 3 x 2.00 > 5.00 */
static void one_receipt_lets_go_no_more_than_the_limit(void **state)
{
    const struct document_made payment = firm_pay("ACME", "2026-02-01", "294.00");
    static const struct {
        const char *writeoff;
        enum err code;
    } cases[] = {{"2.00", ERR_OK}, {"2.00", ERR_OK}, {"2.00", ERR_DENIED}, {"1.00", ERR_OK}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct document_made invoice = firm_invoice(
            "ACME", "2026-01-10", strcmp(cases[i].writeoff, "1.00") == 0 ? "80.00" : "100.00");
        const char *pays = strcmp(cases[i].writeoff, "1.00") == 0 ? "79.00" : "98.00";
        assert_int_equal(short_by(invoice.first_item, payment.first_item, pays, cases[i].writeoff),
                         cases[i].code);
        if (cases[i].code != ERR_OK)
            assert_non_null(strstr(firm()->note.text, "one receipt lets go, 6.00"));
    }
}

static void nothing_is_let_go_of_what_is_disputed(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-01", "99.00");
    const struct dispute dispute = {
        .item_id = invoice.first_item, .amount = amount("1.00"), .opened = day("2026-01-20")};
    struct item item;
    int64_t id = 0, allowed = 0;

    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_int_equal(short_by(invoice.first_item, payment.first_item, "99.00", "1.00"),
                     ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "is in dispute over 1.00"));
    assert_answer(item_get(firm()->book, invoice.first_item, NULL, &item));
    assert_answer(writeoff_allowed(firm()->book, &item, day("2026-02-01"), &allowed));
    assert_int_equal(allowed, 0);
    assert_done(dispute_close(firm()->tx, id, day("2026-01-25"), "rejected"));
    assert_int_equal(short_by(invoice.first_item, payment.first_item, "99.00", "1.00"), ERR_OK);
}

static void a_surplus_is_kept_only_where_the_customers_flag_says_so(void **state)
{
    static const struct {
        bool flag;
        const char *due, *came, *pays, *taken;
    } cases[] = {
        {false, "100.00", "100.02", "100.00", "0.00"}, /* on account */
        {true, "100.00", "100.02", "100.00", "0.02"},
        {true, "100.00", "102.00", "100.00", "2.00"},
        {true, "100.00", "102.01", "100.00", "0.00"}, /* above 2 % */
        {true, "1000.00", "1005.00", "1000.00", "5.00"},
        {true, "1000.00", "1005.01", "1000.00", "0.00"},
        {true, "100.00", "99.00", "98.00", "0.00"}, /* the invoice is not paid */
    };
    struct customer customer;

    firm_customer("ACME");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_answer(customer_find(firm()->book, "ACME", &firm()->arena, &customer));
        customer.overpayment = cases[i].flag;
        assert_done(customer_set(firm()->tx, &customer, DATE_NONE));
        const struct document_made invoice = firm_invoice("ACME", "2026-01-10", cases[i].due);
        const struct document_made payment = firm_pay("ACME", "2026-02-01", cases[i].came);
        struct document_made made;
        int64_t taken = -1;
        firm_apply(payment.first_item, invoice.first_item, cases[i].pays);
        assert_done(writeoff_surplus(firm()->tx, payment.id, &taken, &made));
        assert_int_equal(taken, amount(cases[i].taken));
        assert_open(payment.first_item, strcmp(cases[i].taken, "0.00") == 0 ? i == 0   ? "-0.02"
                                                                              : i == 3 ? "-2.01"
                                                                              : i == 5 ? "-5.01"
                                                                                       : "-1.00"
                                                                            : "0.00");
    }
    assert_balance(OVER_SHORT, "-7.02");
}

static void a_surplus_goes_back_alone_or_with_its_payment(void **state)
{
    struct customer customer;

    firm_customer("ACME");
    assert_answer(customer_find(firm()->book, "ACME", &firm()->arena, &customer));
    customer.overpayment = true;
    assert_done(customer_set(firm()->tx, &customer, DATE_NONE));
    for (int with = 0; with < 2; with++) {
        const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
        const struct document_made payment = firm_pay("ACME", "2026-02-01", "100.02");
        struct document_made made, contra;
        int64_t taken = 0;
        firm_apply(payment.first_item, invoice.first_item, "100.00");
        assert_done(writeoff_surplus(firm()->tx, payment.id, &taken, &made));
        assert_balance(OVER_SHORT, "-0.02");
        if (with) {
            assert_done(
                payment_reverse(firm()->tx, payment.id, day("2026-02-05"), "nsf", 0, &contra));
            assert_open(payment.first_item, "0.00");
        } else {
            assert_done(
                settlement_reverse(firm()->tx, made.id, day("2026-02-05"), "other", &contra));
            assert_open(payment.first_item, "-0.02");
        }
        assert_balance(OVER_SHORT, "0.00");
    }
}

/* ---- the same receipt twice ----------------------------------------------------------------- */

static void the_same_receipt_stops_or_is_pointed_out(void **state)
{
    const struct payment first = {.customer_id = firm_customer("ACME"),
                                  .amount = {amount("50.00"), money_in("EUR")},
                                  .date = day("2026-03-01"),
                                  .method = METHOD_CHEQUE,
                                  .payer = "Acme Ltd",
                                  .reference = "4711"};
    static const struct {
        const char *customer, *payer, *sum, *date, *reference;
        enum payment_method method;
        bool found, stop;
    } cases[] = {
        {"ACME", NULL, "50.00", "2026-05-30", "4711", METHOD_CHEQUE, true, true},
        {NULL, "ACME LTD", "50.00", "2026-05-30", "4711", METHOD_CHEQUE, true, true},
        {NULL, NULL, "50.00", "2026-03-01", "4711", METHOD_CHEQUE, false, false},
        {"BETA", NULL, "50.00", "2026-03-01", "4711", METHOD_CHEQUE, false, false},
        {"ACME", NULL, "50.01", "2026-03-01", "4711", METHOD_CHEQUE, true, false},
        {NULL, "ACME LTD", "6.00", "2026-09-01", "4711", METHOD_CHEQUE, true, false},
        {"BETA", NULL, "6.00", "2026-03-01", "4711", METHOD_CHEQUE, false, false},
        {"ACME", NULL, "50.01", "2026-03-01", "4711", METHOD_TRANSFER, false, false},
        {"ACME", NULL, "50.00", "2026-03-01", "4712", METHOD_CHEQUE, false, false},
        {"ACME", NULL, "50.00", "2026-03-01", "", METHOD_CHEQUE, false, false},
        {"ACME", NULL, "50.00", "2026-03-11", "4711", METHOD_TRANSFER, true, false},
        {"ACME", NULL, "50.00", "2026-03-12", "4711", METHOD_TRANSFER, false, false},
        {NULL, "acme ltd", "50.00", "2026-02-27", "4711", METHOD_TRANSFER, true, false},
    };
    struct document_made made;
    int64_t item = 0;

    firm_customer("BETA");
    assert_done(payment_receive(firm()->tx, &first, &made, &item));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct payment next = {.customer_id =
                                         cases[i].customer ? firm_customer(cases[i].customer) : 0,
                                     .amount = {amount(cases[i].sum), money_in("EUR")},
                                     .date = day(cases[i].date),
                                     .method = cases[i].method,
                                     .payer = cases[i].payer,
                                     .reference = cases[i].reference};
        int64_t twin = 0;
        bool stop = false;
        assert_answer(payment_twin(firm()->book, &next, &twin, &stop));
        assert_int_equal(twin, cases[i].found ? made.id : 0);
        assert_int_equal(stop, cases[i].stop);
    }
    /* what was reversed may come again */
    struct document_made contra;
    assert_done(payment_reverse(firm()->tx, made.id, day("2026-03-02"), "keying", 0, &contra));
    int64_t twin = -1;
    bool stop = true;
    assert_answer(payment_twin(firm()->book, &first, &twin, &stop));
    assert_int_equal(twin, 0);
}

static void money_found_to_be_somebodys_is_a_twin_too(void **state)
{
    const int64_t acme = firm_customer("ACME");
    struct payment payment = {.amount = {amount("50.00"), money_in("EUR")},
                              .date = day("2026-03-01"),
                              .method = METHOD_CHEQUE,
                              .reference = "4711"};
    struct document_made made, transfer;
    int64_t item = 0, twin = 0;
    bool stop = false;

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    assert_done(payment_identify(firm()->tx, made.id, acme, day("2026-03-02"), &transfer));
    payment.customer_id = acme;
    assert_answer(payment_twin(firm()->book, &payment, &twin, &stop));
    assert_int_equal(twin, made.id);
    assert_true(stop);
}

static void the_limits_are_settings(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-01", "95.00");

    set("tolerance.percent", "10");
    assert_int_equal(short_by(invoice.first_item, payment.first_item, "95.00", "5.00"), ERR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(the_lower_limit_binds_and_the_rest_stays_open),
        FIRM(an_instalment_is_let_go_once_only),
        FIRM(one_receipt_lets_go_no_more_than_the_limit),
        FIRM(nothing_is_let_go_of_what_is_disputed),
        FIRM(a_surplus_is_kept_only_where_the_customers_flag_says_so),
        FIRM(a_surplus_goes_back_alone_or_with_its_payment),
        FIRM(the_same_receipt_stops_or_is_pointed_out),
        FIRM(money_found_to_be_somebodys_is_a_twin_too),
        FIRM(the_limits_are_settings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
