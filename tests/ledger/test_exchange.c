/* Other currencies: carrying rates, gains and losses, money that settles another currency. */
#include "ledger/firm.h"

#include "ledger/dayacts.h"

#include <string.h>

static struct document_made dollars(const char *date, const char *total)
{
    firm_customer_of("YANK", "USD", NULL);
    return firm_invoice("YANK", date, total);
}

static int64_t pay_in(const char *currency, const char *date, const char *total,
                      const char *settles, struct document_made *made)
{
    struct payment payment = {.customer_id = firm_customer("YANK"),
                              .amount = {amount(total), money_in(currency)},
                              .date = day(date),
                              .method = METHOD_TRANSFER};
    int64_t item = 0;

    if (settles)
        payment.settles = (struct money){amount(settles), money_in("USD")};
    assert_done(payment_receive(firm()->tx, &payment, made, &item));
    return item;
}

static void rates(void)
{
    firm_rate("USD", "2026-01-01", "0.90");
    firm_rate("USD", "2026-02-01", "0.95");
    firm_rate("USD", "2026-03-01", "0.80");
}

static void paid_at_another_rate_a_gain_or_loss_is_realised(void **state)
{
    static const struct {
        const char *date, *base, *fx;
        enum account_part part;
    } cases[] = {
        {"2026-01-20", "90.00", "0.00", ACCOUNT_PART_FX_GAIN},
        {"2026-02-20", "95.00", "-5.00", ACCOUNT_PART_FX_GAIN},
        {"2026-03-20", "80.00", "10.00", ACCOUNT_PART_FX_LOSS},
    };
    rates();

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const int64_t before = firm_balance(cases[i].part, "2026-12-31");
        const int64_t bank = firm_balance(ACCOUNT_PART_BANK_CLEARING, "2026-12-31");
        struct document_made made;
        const struct document_made invoice = dollars("2026-01-15", "100.00");
        const int64_t item = pay_in("USD", cases[i].date, "100.00", NULL, &made);
        assert_int_equal(firm_balance(ACCOUNT_PART_BANK_CLEARING, "2026-12-31") - bank,
                         amount(cases[i].base));
        const struct settled settled = firm_apply(item, invoice.first_item, "100.00");
        assert_int_equal(settled.fx, -amount(cases[i].fx));
        assert_int_equal(firm_balance(cases[i].part, "2026-12-31") - before, amount(cases[i].fx));
        assert_balance(RECEIVABLE, "0.00");
        /* taken back: the difference goes too, at the stored amounts */
        assert_done(application_unapply(firm()->tx, settled.act_id, day("2026-04-01"), "other"));
        assert_int_equal(firm_balance(cases[i].part, "2026-12-31"), before);
        assert_open(invoice.first_item, "100.00");
        assert_open(item, "-100.00");
        firm_apply(item, invoice.first_item, "100.00");
        assert_int_equal(firm_balance(cases[i].part, "2026-12-31") - before, amount(cases[i].fx));
        assert_balance(RECEIVABLE, "0.00");
    }
}

struct day_fx {
    int64_t made, back;
};

static enum err fx_take(void *self, const struct dayact *act)
{
    struct day_fx *sums = self;

    if (act->kind == DOCUMENT_FX)
        sums->made += act->base;
    if (act->taken == DOCUMENT_FX)
        sums->back += act->base;
    return ERR_OK;
}

/* A gain of 5.00 taken back takes 5.00 off what is owed. */
static void a_difference_taken_back_moves_the_other_way(void **state)
{
    struct day_fx sums = {0};
    struct document_made made;

    rates();
    const struct document_made invoice = dollars("2026-01-15", "100.00");
    const int64_t item = pay_in("USD", "2026-02-20", "100.00", NULL, &made);
    const struct settled settled = firm_apply(item, invoice.first_item, "100.00");
    assert_done(application_unapply(firm()->tx, settled.act_id, day("2026-04-01"), "other"));
    assert_answer(dayacts_each(firm()->book, day("2026-02-20"), fx_take, &sums));
    assert_int_equal(sums.made, amount("5.00"));
    assert_answer(dayacts_each(firm()->book, day("2026-04-01"), fx_take, &sums));
    assert_int_equal(sums.back, amount("-5.00"));
}

static void parts_relieve_their_share_and_the_last_takes_the_rest(void **state)
{
    struct document_made made;

    firm_rate("USD", "2026-01-01", "0.3333");
    const struct document_made invoice = dollars("2026-01-15", "100.00");
    for (int i = 0; i < 3; i++) {
        const int64_t item = pay_in("USD", "2026-01-20", i < 2 ? "33.33" : "33.34", NULL, &made);
        firm_apply(item, invoice.first_item, i < 2 ? "33.33" : "33.34");
    }
    assert_open(invoice.first_item, "0.00");
    assert_balance(RECEIVABLE, "0.00");
}

static void money_in_our_currency_settles_an_invoice_in_theirs(void **state)
{
    struct document_made made, back;

    rates();
    const struct document_made invoice = dollars("2026-01-15", "100.00");
    const int64_t item = pay_in("EUR", "2026-02-20", "93.00", "100.00", &made);
    assert_open(item, "-100.00");
    assert_open(made.first_item, "0.00");
    const struct settled settled = firm_apply(item, invoice.first_item, "100.00");
    assert_int_equal(settled.fx, amount("3.00"));
    assert_balance(RECEIVABLE, "0.00");
    assert_balance(CURRENCY_CLEARING, "0.00");
    assert_balance(FX_GAIN, "-3.00");
    assert_done(payment_reverse(firm()->tx, made.id, day("2026-03-01"), "nsf", 0, &back));
    assert_open(invoice.first_item, "100.00");
    assert_balance(FX_GAIN, "0.00");
    assert_balance(RECEIVABLE, "90.00");
    assert_balance(BANK_CLEARING, "0.00");
}

/* They pay dollars worth 95.00 for what we let count as 93.00 or 97.00 of our own. */
static void money_in_their_currency_settles_an_invoice_in_ours(void **state)
{
    static const struct {
        const char *settles, *gain, *loss;
    } cases[] = {{"93.00", "-2.00", "0.00"}, {"97.00", "0.00", "2.00"}};

    rates();
    firm_customer_of("YANK", "USD", NULL);
    for (size_t i = 0; i < 2; i++) {
        struct payment payment = {.customer_id = firm_customer("YANK"),
                                  .amount = {amount("100.00"), money_in("USD")},
                                  .date = day("2026-02-20"),
                                  .method = METHOD_TRANSFER,
                                  .settles = {amount(cases[i].settles), money_in("EUR")}};
        struct document_made made, back;
        int64_t item = 0;
        assert_done(payment_receive(firm()->tx, &payment, &made, &item));
        assert_int_equal(firm_open_on(item, "2026-02-20", BY_POSTED, 0), -amount(cases[i].settles));
        assert_balance(FX_GAIN, cases[i].gain);
        assert_balance(FX_LOSS, cases[i].loss);
        assert_int_equal(firm_balance(ACCOUNT_PART_RECEIVABLE, "2026-12-31"),
                         -amount(cases[i].settles));
        assert_balance(CURRENCY_CLEARING, "0.00");
        assert_done(payment_reverse(firm()->tx, made.id, day("2026-03-01"), "nsf", 0, &back));
        assert_balance(RECEIVABLE, "0.00");
        assert_balance(FX_GAIN, "0.00");
        assert_balance(FX_LOSS, "0.00");
    }
}

static void a_part_of_money_in_another_currency_comes_back(void **state)
{
    struct document_made made;
    int acts = 0;

    rates();
    const struct document_made invoice = dollars("2026-01-15", "100.00");
    const int64_t item = pay_in("EUR", "2026-02-20", "93.00", "100.00", &made);
    firm_apply(item, invoice.first_item, "100.00");
    assert_done(payment_unapply(firm()->tx, made.id, invoice.id, amount("40.00"), day("2026-03-01"),
                                "other", &acts));
    assert_open(invoice.first_item, "40.00");
    assert_open(item, "-40.00");
    assert_balance(FX_GAIN, "-1.80");
}

static void a_discount_and_a_write_off_take_the_invoices_rate(void **state)
{
    struct document_made made;

    rates();
    firm_customer_of("YANK", "USD", NULL);
    const int64_t terms = firm_terms("2-60", "net 90", "2% 60", "", 0);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "YANK", "2026-01-15", "100.00", 0, terms);
    const int64_t item = pay_in("USD", "2026-02-20", "97.00", NULL, &made);
    const struct settle settle = {.debit_id = invoice.first_item,
                                  .amount = amount("97.00"),
                                  .discount = amount("2.00"),
                                  .writeoff = amount("1.00")};
    struct settled settled;

    assert_done(payment_apply(firm()->tx, item, &settle, &settled));
    assert_open(invoice.first_item, "0.00");
    assert_balance(RECEIVABLE, "0.00");
    assert_balance(DISCOUNT, "1.80");
    assert_balance(OVER_SHORT, "0.90");
    assert_int_equal(settled.fx, amount("4.85"));
    assert_done(application_unapply(firm()->tx, settled.act_id, day("2026-02-20"), "keying"));
    assert_balance(DISCOUNT, "0.00");
    assert_balance(OVER_SHORT, "0.00");
    assert_balance(FX_GAIN, "0.00");
}

static void a_linked_credit_takes_its_invoices_rate(void **state)
{
    rates();
    const struct document_made invoice = dollars("2026-01-15", "100.00");
    const struct paper_line line = {
        .text = "Returned", .quantity = MICRO, .fixed = true, .net = amount("40.00")};
    const struct paper paper = {.kind = DOCUMENT_CREDIT,
                                .customer_id = firm_customer("YANK"),
                                .date = day("2026-03-15"),
                                .related_id = invoice.id,
                                .lines = &line,
                                .line_count = 1};
    struct document_made credit;

    assert_done(invoice_issue(firm()->tx, &paper, &credit));
    const struct settled settled = firm_apply(credit.first_item, invoice.first_item, "40.00");
    assert_int_equal(settled.fx, 0);
    assert_balance(RECEIVABLE, "54.00");
    assert_balance(RETURNS, "36.00");
}

static void a_day_without_a_rate_is_said(void **state)
{
    firm_customer_of("YANK", "USD", NULL);
    const struct paper_line line = {.text = "Goods", .quantity = MICRO, .fixed = true, .net = 1};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("YANK"),
                                .date = day("2025-01-15"),
                                .lines = &line,
                                .line_count = 1};
    struct document_made made;

    rates();
    assert_refused(ERR_MISSING, "there is no USD rate on 2025-01-15",
                   invoice_issue(firm()->tx, &paper, &made));
}

static void one_currency_does_not_pay_another(void **state)
{
    struct document_made made;

    rates();
    const struct document_made invoice = dollars("2026-01-15", "100.00");
    const int64_t item = pay_in("EUR", "2026-02-20", "93.00", NULL, &made);
    assert_int_equal(firm_try_apply(item, invoice.first_item, "93.00", NULL), ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "--settles"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(paid_at_another_rate_a_gain_or_loss_is_realised),
        FIRM(a_difference_taken_back_moves_the_other_way),
        FIRM(parts_relieve_their_share_and_the_last_takes_the_rest),
        FIRM(money_in_our_currency_settles_an_invoice_in_theirs),
        FIRM(money_in_their_currency_settles_an_invoice_in_ours),
        FIRM(a_part_of_money_in_another_currency_comes_back),
        FIRM(a_discount_and_a_write_off_take_the_invoices_rate),
        FIRM(a_linked_credit_takes_its_invoices_rate),
        FIRM(a_day_without_a_rate_is_said),
        FIRM(one_currency_does_not_pay_another),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
