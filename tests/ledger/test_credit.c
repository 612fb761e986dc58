/* Credit in a book: what counts, who is on hold, what is stopped, and what never is. */
#include "ledger/charge.h"
#include "ledger/chargerate.h"
#include "ledger/creditapplication.h"
#include "ledger/creditgate.h"
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "ledger/firm.h"
#include "ledger/orders.h"
#include "ledger/promise.h"
#include "ledger/setting.h"

#include <stdio.h>
#include <string.h>

static void rule(const char *name, const char *value)
{
    assert_done(setting_set(firm()->tx, name, value));
}

static void rule_of(const char *customer, const char *name, const char *value)
{
    const struct setting_owner owner = {.customer_id = firm_customer(customer)};

    assert_done(setting_own_set(firm()->tx, &owner, name, value));
}

static void limit_of(const char *code, const char *limit)
{
    struct customer customer;

    firm_customer(code);
    assert_answer(customer_find(firm()->book, code, &firm()->arena, &customer));
    customer.credit_limit = limit ? amount(limit) : NO_LIMIT;
    assert_done(customer_set(firm()->tx, &customer, DATE_NONE));
}

/* The account as it stands on a day with so much more; in a book that lives to the next call. */
static const struct creditaccount *look(const char *code, const char *as_of, const char *more)
{
    static struct creditbook credit;
    const struct creditquestion question = {.customer_id = firm_customer(code),
                                            .day = day(as_of),
                                            .amount = amount(more),
                                            .currency = money_in("EUR")};

    creditbook_done(&credit);
    assert_answer(creditbook_read(&credit, firm()->book, &question));
    return creditbook_find(&credit, question.customer_id);
}

#define assert_held(code, as_of, more) assert_true(look(code, as_of, more)->held)
#define assert_served(code, as_of, more) assert_false(look(code, as_of, more)->held)

static enum err bill(const char *customer, const char *total, enum paper_credit credit,
                     enum document_kind kind)
{
    const struct paper_line line = {
        .text = "x", .quantity = MICRO, .fixed = true, .net = amount(total)};
    const struct paper paper = {.kind = kind,
                                .customer_id = firm_customer(customer),
                                .date = day("2026-06-30"),
                                .due = DATE_NONE,
                                .posted = DATE_NONE,
                                .lines = &line,
                                .line_count = 1,
                                .credit = credit};
    struct document_made made;

    firm_start("invoice issue");
    return firm_finish(invoice_issue(firm()->tx, &paper, &made));
}

static int holds(const char *customer)
{
    struct hold *list;
    int count;

    assert_answer(hold_list(firm()->book, firm_customer(customer), day("2026-06-30"),
                            &firm()->arena, &list, &count));
    return count;
}

static void without_rules_and_holds_nothing_changes(void **state)
{
    (void)state;
    limit_of("ACME", "100.00");
    assert_int_equal(bill("ACME", "500.00", PAPER_STOPS, DOCUMENT_INVOICE), ERR_OK);
    assert_served("ACME", "2026-06-30", "900.00");
    assert_int_equal(holds("ACME"), 0);
}

static void exposure_is_what_is_open_less_money_and_with_orders(void **state)
{
    (void)state;
    limit_of("ACME", "1000.00");
    firm_invoice("ACME", "2026-06-01", "700.00");
    firm_pay("ACME", "2026-06-10", "200.00"); /* unapplied */
    const struct order_line lines[] = {{.customer_id = firm_customer("ACME"),
                                        .amount = amount("300.00"),
                                        .currency = money_in("EUR"),
                                        .number = "O-1"},
                                       {.customer_id = firm_customer("BOLT"),
                                        .amount = amount("50.00"),
                                        .currency = money_in("EUR"),
                                        .number = "O-2"}};
    assert_done(orders_set(firm()->tx, day("2026-06-30"), lines, 2));
    const struct creditaccount *account = look("ACME", "2026-06-30", "100.00");
    assert_int_equal(account->verdict.exposure, amount("900.00"));
    assert_int_equal(account->verdict.available, amount("100.00"));
    /* the next file takes the place of that one */
    assert_done(orders_set(firm()->tx, day("2026-06-30"), lines + 1, 1));
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->verdict.exposure, amount("500.00"));
    rule("credit.credits", "no");
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->verdict.exposure, amount("700.00"));
}

/* 1000.00 due on 2026-03-31: at 10 % 91 days on 2026-06-30 come to 24.93. */
static void what_accrued_counts_where_the_setting_says_so(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-03-01", "1000.00");

    assert_done(charge_rate_add(firm()->tx, "agreed", day("2026-01-01"), 100000));
    rule("charge.scheme", "agreed");
    limit_of("ACME", "1010");
    rule("credit.limit", "hold");
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->verdict.exposure, amount("1000.00"));
    assert_served("ACME", "2026-06-30", "0.00");
    rule_of("ACME", "credit.charges", "yes");
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->facts.charges, amount("24.93"));
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->verdict.exposure, amount("1024.93"));
    assert_held("ACME", "2026-06-30", "0.00");
    assert_int_equal(look("ACME", "2026-03-31", "0.00")->verdict.exposure, amount("1000.00"));

    /* the same in the pass over all, and for nobody else */
    struct creditbook credit;
    const struct creditquestion all = {.day = day("2026-06-30")};
    firm_invoice("BOLT", "2026-03-01", "500.00");
    assert_answer(creditbook_read(&credit, firm()->book, &all));
    assert_int_equal(creditbook_find(&credit, firm_customer("ACME"))->verdict.exposure,
                     amount("1024.93"));
    assert_int_equal(creditbook_find(&credit, firm_customer("BOLT"))->verdict.exposure,
                     amount("500.00"));
    creditbook_done(&credit);

    /* charged it is open, and counts once */
    const struct accrual_query query = {.upto = day("2026-06-30")};
    struct charge_posted posted;
    int64_t id = 0;
    rule_of("BOLT", "charge.scheme", "none");
    assert_done(charge_run_make(firm()->tx, &query, &id));
    assert_done(charge_run_post(firm()->tx, id, day("2026-06-30"), &posted));
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->facts.charges, 0);
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->verdict.exposure, amount("1024.93"));
    assert_open(invoice.first_item, "1000.00");
}

static void a_hold_stops_an_invoice_but_no_credit_no_receipt_and_nothing_delivered(void **state)
{
    const struct hold hold = {.customer_id = firm_customer("ACME"),
                              .day = day("2026-06-30"),
                              .until = DATE_NONE,
                              .reason = "asks for a moratorium"};
    int64_t id;
    int count;

    (void)state;
    assert_done(hold_set(firm()->tx, &hold, &id));
    assert_refused(ERR_CONFLICT, "on hold already", hold_set(firm()->tx, &hold, &id));
    assert_int_equal(bill("ACME", "10.00", PAPER_STOPS, DOCUMENT_INVOICE), ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "by hand: asks for a moratorium"));
    assert_int_equal(bill("ACME", "10.00", PAPER_DELIVERED, DOCUMENT_INVOICE), ERR_OK);
    assert_int_equal(bill("ACME", "10.00", PAPER_STOPS, DOCUMENT_DEBIT), ERR_OK);
    firm_credit("ACME", "2026-06-30", "5.00");
    firm_pay("ACME", "2026-06-30", "5.00");
    assert_int_equal(holds("ACME"), 1); /* by hand, and no rule is broken */
    assert_done(hold_release(firm()->tx, hold.customer_id, day("2026-06-30"), "they paid", &count));
    assert_int_equal(count, 1);
    assert_int_equal(bill("ACME", "10.00", PAPER_STOPS, DOCUMENT_INVOICE), ERR_OK);
    assert_refused(ERR_CONFLICT, "no hold stands",
                   hold_release(firm()->tx, hold.customer_id, day("2026-06-30"), "again", &count));
}

static void a_hold_ends_after_its_last_day(void **state)
{
    const struct hold hold = {.customer_id = firm_customer("ACME"),
                              .day = day("2026-06-01"),
                              .until = day("2026-06-15"),
                              .reason = "stock-taking"};
    int64_t id;

    (void)state;
    assert_done(hold_set(firm()->tx, &hold, &id));
    assert_held("ACME", "2026-06-15", "0.00");
    assert_served("ACME", "2026-06-16", "0.00");
    assert_served("ACME", "2026-05-31", "0.00");
}

static void what_is_delivered_posts_and_puts_the_account_on_hold_until_the_rule_holds(void **state)
{
    (void)state;
    limit_of("ACME", "100.00");
    rule("credit.limit", "hold");
    assert_int_equal(bill("ACME", "100.01", PAPER_STOPS, DOCUMENT_INVOICE), ERR_CONFLICT);
    assert_int_equal(holds("ACME"), 0);
    assert_int_equal(bill("ACME", "100.01", PAPER_DELIVERED, DOCUMENT_INVOICE), ERR_OK);
    assert_int_equal(bill("ACME", "7.00", PAPER_DELIVERED, DOCUMENT_INVOICE), ERR_OK);
    assert_int_equal(holds("ACME"), 1); /* once */
    const struct creditaccount *account = look("ACME", "2026-06-30", "0.00");
    assert_true(account->held);
    assert_non_null(account->automatic);
    assert_string_equal(creditaccount_why(account, money_in("EUR"), &firm()->arena),
                        "over the limit: 107.01 EUR of 100.00 EUR");
    firm_pay("ACME", "2026-06-30", "50.00");
    assert_served("ACME", "2026-06-30", "0.00"); /* by itself, for the rule is not broken */
    assert_held("ACME", "2026-06-30", "43.00");
}

static void files_are_asked_about_once_afterwards(void **state)
{
    int count;

    (void)state;
    limit_of("ACME", "100.00");
    limit_of("BOLT", "100.00");
    rule("credit.limit", "hold");
    const struct paper_line line = {
        .text = "x", .quantity = MICRO, .fixed = true, .net = amount("60.00")};
    struct paper paper = {.kind = DOCUMENT_INVOICE,
                          .date = day("2026-06-30"),
                          .due = DATE_NONE,
                          .posted = DATE_NONE,
                          .lines = &line,
                          .line_count = 1,
                          .credit = PAPER_UNASKED};
    struct document_made made;
    const int64_t acme = firm_customer("ACME"), bolt = firm_customer("BOLT");
    struct tx *tx = firm_start("import invoices");
    enum err e = ERR_OK;
    for (int i = 0; e == ERR_OK && i < 3; i++) {
        paper.customer_id = i < 2 ? acme : bolt;
        e = invoice_issue(tx, &paper, &made);
    }
    if (e == ERR_OK)
        e = credit_tell_new(tx, &count);
    assert_int_equal(firm_finish(e), ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(holds("ACME"), 1);
    assert_int_equal(holds("BOLT"), 0);
}

static void the_oldest_counts_undisputed_and_not_too_small(void **state)
{
    struct dispute dispute = {.amount = 0};

    (void)state;
    rule("credit.oldest", "hold");
    rule("credit.oldest-days", "30");
    const struct document_made old = firm_invoice("ACME", "2026-04-01", "100.00"); /* due 1 May */
    assert_served("ACME", "2026-05-31", "0.00");
    assert_held("ACME", "2026-06-01", "0.00");
    dispute = (struct dispute){.item_id = old.first_item,
                               .amount = amount("100.00"),
                               .opened = day("2026-06-02"),
                               .reason = "PRICE",
                               .owner = "anna",
                               .text = ""};
    int64_t id;
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_served("ACME", "2026-06-02", "0.00");
    firm_invoice("ACME", "2026-04-01", "0.99");
    assert_served("ACME", "2026-06-02", "0.00");
    firm_invoice("ACME", "2026-04-01", "1.00");
    assert_held("ACME", "2026-06-02", "0.00");
}

static void promises_and_returned_payments_count(void **state)
{
    struct promise_part part = {.day = day("2026-06-10"), .amount = amount("50.00")};
    struct document_made made;
    int64_t id;

    (void)state;
    rule("credit.promises", "hold");
    rule("credit.promises-count", "1");
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "100.00");
    int64_t items[] = {invoice.first_item};
    const struct promise promise = {.customer_id = firm_customer("ACME"),
                                    .currency = money_in("EUR"),
                                    .taken = day("2026-06-01"),
                                    .items = items,
                                    .item_count = 1,
                                    .parts = &part,
                                    .part_count = 1};
    assert_done(promise_take(firm()->tx, &promise, &id));
    assert_served("ACME", "2026-06-12", "0.00"); /* two days of grace */
    assert_held("ACME", "2026-06-13", "0.00");
    rule("credit.promises", "off");
    rule("credit.returns", "hold");
    rule("credit.returns-days", "10");
    const struct document_made payment = firm_pay("ACME", "2026-06-05", "20.00");
    assert_served("ACME", "2026-06-13", "0.00");
    assert_done(payment_reverse(firm()->tx, payment.id, day("2026-06-13"), "nsf", 0, &made));
    assert_held("ACME", "2026-06-23", "0.00");
    assert_served("ACME", "2026-06-24", "0.00");
}

static void rules_may_be_a_customers_own(void **state)
{
    (void)state;
    limit_of("ACME", "100.00");
    limit_of("BOLT", "100.00");
    firm_invoice("ACME", "2026-06-01", "150.00");
    firm_invoice("BOLT", "2026-06-01", "150.00");
    rule("credit.limit", "hold");
    rule_of("BOLT", "credit.limit", "warn");
    assert_held("ACME", "2026-06-30", "200.00");
    assert_served("BOLT", "2026-06-30", "200.00");
    assert_int_equal(look("BOLT", "2026-06-30", "200.00")->verdict.worst, CREDIT_WARN);
    assert_refused(ERR_INPUT, "off, warn or hold", setting_set(firm()->tx, "credit.limit", "yes"));
    /* all at once say the same as one by one */
    struct creditbook all;
    const struct creditquestion question = {.day = day("2026-06-30")};
    assert_answer(creditbook_read(&all, firm()->book, &question));
    assert_true(creditbook_find(&all, firm_customer("ACME"))->held);
    assert_false(creditbook_find(&all, firm_customer("BOLT"))->held);
    assert_int_equal(creditbook_find(&all, firm_customer("BOLT"))->verdict.worst, CREDIT_WARN);
    creditbook_done(&all);
}

static void a_common_limit_is_for_all_below_it(void **state)
{
    (void)state;
    firm_customer("HEAD");
    firm_customer_of("NORTH", "EUR", "HEAD");
    firm_customer_of("SOUTH", "EUR", "NORTH");
    limit_of("HEAD", "1000.00");
    firm_invoice("HEAD", "2026-06-01", "100.00");
    firm_invoice("NORTH", "2026-06-01", "400.00");
    firm_invoice("SOUTH", "2026-06-01", "500.00");
    rule("credit.limit", "hold");
    rule("credit.no-limit", "hold");
    /* its own only, until the setting says otherwise; nobody decided on a limit of the others */
    assert_served("HEAD", "2026-06-30", "900.00");
    assert_held("SOUTH", "2026-06-30", "0.00");
    rule_of("HEAD", "credit.group", "yes");
    assert_int_equal(look("HEAD", "2026-06-30", "0.00")->verdict.exposure, amount("1000.00"));
    assert_served("SOUTH", "2026-06-30", "0.00");
    const struct creditaccount *south = look("SOUTH", "2026-06-30", "0.01");
    assert_true(south->held);
    assert_non_null(south->above);
    assert_string_equal(south->above->code, "HEAD");
    assert_int_equal(south->verdict.exposure, amount("500.01"));
    assert_int_equal(bill("NORTH", "0.01", PAPER_STOPS, DOCUMENT_INVOICE), ERR_CONFLICT);
    assert_int_equal(bill("NORTH", "0.01", PAPER_DELIVERED, DOCUMENT_INVOICE), ERR_OK);
    assert_int_equal(holds("NORTH"), 1);
}

static void what_is_open_in_another_currency_counts_in_the_accounts_own(void **state)
{
    (void)state;
    firm_rate("USD", "2026-01-01", "0.5");
    firm_customer_of("YANK", "USD", NULL);
    firm_invoice("YANK", "2026-06-01", "200.00");
    /* asked about 50.00 EUR: 100.00 USD more */
    const struct creditaccount *account = look("YANK", "2026-06-30", "50.00");
    assert_int_equal(account->verdict.exposure, amount("300.00"));
    assert_int_equal(account->facts.open, amount("100.00")); /* in the book's */
}

static void an_override_keeps_the_figures_and_is_checked_again(void **state)
{
    struct override *list;
    int count;
    int64_t id;

    (void)state;
    limit_of("ACME", "100.00");
    rule("credit.limit", "hold");
    firm()->actor = "maria";
    const struct creditaccount *account = look("ACME", "2026-06-30", "150.00");
    struct override override = {.customer_id = account->id,
                                .day = day("2026-06-30"),
                                .until = day("2026-07-10"),
                                .amount = amount("150.00"),
                                .currency = money_in("EUR"),
                                .exposure = account->verdict.exposure,
                                .limit = account->facts.limit,
                                .role = "manager",
                                .reason = "paid by Friday",
                                .rules = &account->verdict.of[CREDIT_LIMIT],
                                .rule_count = 1};
    assert_done(override_give(firm()->tx, &override, &id));
    assert_served("ACME", "2026-06-30", "150.00");
    assert_int_equal(bill("ACME", "150.00", PAPER_STOPS, DOCUMENT_INVOICE), ERR_OK);
    assert_served("ACME", "2026-07-10", "0.00");
    assert_held("ACME", "2026-07-11", "0.00");
    assert_int_equal(bill("ACME", "0.01", PAPER_STOPS, DOCUMENT_INVOICE), ERR_CONFLICT);
    assert_answer(override_list(firm()->book, override.customer_id, day("2026-06-30"),
                                &firm()->arena, &list, &count));
    assert_int_equal(count, 1);
    assert_int_equal(list[0].exposure, amount("150.00"));
    assert_int_equal(list[0].limit, amount("100.00"));
    assert_string_equal(list[0].actor, "maria");
    assert_string_equal(list[0].reason, "paid by Friday");
    override.rule_count = 0;
    assert_refused(ERR_CONFLICT, "no rule is broken", override_give(firm()->tx, &override, &id));
}

static struct creditapplication application_of(const char *customer)
{
    struct creditapplication *list;
    int count;

    assert_answer(creditapplication_list(firm()->book, firm_customer(customer), &firm()->arena,
                                         &list, &count));
    assert_true(count > 0);
    return list[count - 1];
}

static void an_application_is_looked_into_and_decided_once(void **state)
{
    const struct creditapplication wish = {.customer_id = firm_customer("ACME"),
                                           .day = day("2026-06-01"),
                                           .requested = amount("5000.00"),
                                           .currency = money_in("EUR"),
                                           .referees = "Bank of Harbour",
                                           .text = ""};
    struct creditdecision decision = {.day = day("2026-06-30"),
                                      .approved = true,
                                      .limit = amount("3000.00"),
                                      .temporary = amount("4000.00"),
                                      .temporary_until = day("2026-07-31"),
                                      .first = CREDIT_UNLIMITED,
                                      .review = day("2027-06-30"),
                                      .reason = ""};
    struct customer customer;
    int64_t id;

    (void)state;
    rule("credit.checklist", "IDENTITY TERMS");
    assert_done(creditapplication_add(firm()->tx, &wish, &id));
    assert_refused(ERR_CONFLICT, "waits already", creditapplication_add(firm()->tx, &wish, &id));
    id = application_of("ACME").id;
    decision.application_id = id;
    assert_refused(ERR_CONFLICT, "not looked at yet: IDENTITY TERMS",
                   creditapplication_decide(firm()->tx, &decision));
    assert_refused(ERR_INPUT, "not on the check list",
                   creditapplication_check(firm()->tx, id, "COLOUR", day("2026-06-02"), ""));
    assert_done(creditapplication_check(firm()->tx, id, "identity", day("2026-06-02"), "seen"));
    assert_refused(ERR_CONFLICT, "already",
                   creditapplication_check(firm()->tx, id, "IDENTITY", day("2026-06-02"), ""));
    assert_string_equal(application_of("ACME").missing, "TERMS");
    assert_done(creditapplication_check(firm()->tx, id, "TERMS", day("2026-06-03"), ""));
    assert_done(creditapplication_decide(firm()->tx, &decision));
    assert_refused(ERR_CONFLICT, "decided already",
                   creditapplication_decide(firm()->tx, &decision));
    assert_int_equal(application_of("ACME").state, CREDITAPPLICATION_APPROVED);
    assert_answer(customer_find(firm()->book, "ACME", &firm()->arena, &customer));
    assert_int_equal(customer.credit_limit, amount("3000.00"));
    assert_int_equal(look("ACME", "2026-07-31", "0.00")->facts.limit, amount("4000.00"));
    assert_int_equal(look("ACME", "2026-08-01", "0.00")->facts.limit, amount("3000.00"));
}

static void a_first_order_limit_is_over_with_the_first_payment(void **state)
{
    struct customer customer;

    (void)state;
    limit_of("ACME", "1000.00");
    assert_answer(customer_find(firm()->book, "ACME", &firm()->arena, &customer));
    customer.first_limit = amount("200.00");
    assert_done(customer_set(firm()->tx, &customer, DATE_NONE));
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->facts.limit, amount("200.00"));
    const struct document_made payment = firm_pay("ACME", "2026-06-20", "10.00");
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->facts.limit, amount("1000.00"));
    struct document_made made;
    assert_done(payment_reverse(firm()->tx, payment.id, day("2026-06-25"), "keying", 0, &made));
    assert_int_equal(look("ACME", "2026-06-30", "0.00")->facts.limit, amount("200.00"));
    customer.temporary_limit = amount("5.00"); /* without its last day */
    assert_refused(ERR_INPUT, "needs its last day", customer_set(firm()->tx, &customer, DATE_NONE));
}

static void these_facts_never_change_and_the_chain_covers_them(void **state)
{
    static const char *const tables[] = {"hold",       "hold_end",   "credit_override",
                                         "order_file", "order_line", "credit_override_rule"};
    const struct order_line line = {.customer_id = firm_customer("ACME"),
                                    .amount = amount("10.00"),
                                    .currency = money_in("EUR"),
                                    .number = "O-1"};
    int found = 0, count;

    (void)state;
    an_override_keeps_the_figures_and_is_checked_again(state);
    assert_done(orders_set(firm()->tx, day("2026-06-30"), &line, 1));
    assert_int_equal(bill("ACME", "9.00", PAPER_DELIVERED, DOCUMENT_INVOICE), ERR_OK);
    assert_done(hold_release(firm()->tx, line.customer_id, day("2026-06-30"), "agreed", &count));
    firm_proof(&found);
    assert_int_equal(found, 0);
    firm_facts_stay(tables, sizeof tables / sizeof *tables, "entry_id");
    firm()->damaged = true;
    assert_int_equal(firm_sql("DROP TRIGGER order_line_no_delete"), ERR_OK);
    assert_int_equal(firm_sql("DELETE FROM order_line"), ERR_OK);
    const char *words = firm_proof(&found);
    assert_non_null(strstr(words, "does not fit its hash"));
    assert_non_null(strstr(words, "file of orders 1 has not the orders that it came with"));
}

/* Each broken rule with its figures; what broke above is said with its name. */
static void a_broken_rule_is_said_with_its_figures(void **state)
{
    static const struct {
        struct credit_breach breach;
        const char *words;
    } cases[] = {
        {{.rule = CREDIT_LIMIT, .figure = 190000, .bound = 150000},
         ": 1900.00 EUR of 1500.00 EUR"},
        {{.rule = CREDIT_OLDEST, .figure = 41, .bound = 30}, ": 41 days, more than 30"},
        {{.rule = CREDIT_OVERDUE, .figure = 5001, .bound = 5000},
         ": 50.01 EUR, more than 50.00 EUR"},
        {{.rule = CREDIT_SHARE, .figure = 255000, .bound = 200000}, ": 25.5 %, more than 20.0 %"},
        {{.rule = CREDIT_DUNNING, .figure = 3, .bound = 2}, ": 3 of 2"},
        {{.rule = CREDIT_PROMISES, .figure = 4, .bound = 1}, ": 4 of 1"},
        {{.rule = CREDIT_RETURNS, .figure = 2}, ": 2"},
        {{.rule = CREDIT_NO_LIMIT}, ""},
    };
    struct arena *arena = &firm()->arena;
    const struct currency euro = money_in("EUR");
    struct creditaccount account = {.code = "ACME", .currency = euro, .held = true};
    struct creditaccount above = account;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            creditaccount_rule(&account, &cases[i].breach, euro, arena),
            arena_format(arena, "%s%s", credit_rule_words(cases[i].breach.rule), cases[i].words));

    /* the first by hand, then what stops it; what only warns, or was let pass, is not why */
    const struct hold by_hand = {.reason = "moved"};
    account.hand = &by_hand;
    account.verdict.of[0] = cases[1].breach;
    account.verdict.of[1] = cases[4].breach;
    account.verdict.of[2] = cases[5].breach;
    for (int i = 0; i < 3; i++) {
        account.verdict.of[i].broken = true;
        account.verdict.of[i].action = i == 1 ? CREDIT_WARN : CREDIT_HOLD;
        account.verdict.of[i].passed = i == 2;
    }
    account.above = &above;
    above.code = "HEAD";
    above.verdict.of[CREDIT_LIMIT] = cases[0].breach;
    assert_string_equal(
        creditaccount_why(&account, euro, arena),
        arena_format(arena, "by hand: moved; %s: 41 days, more than 30; with HEAD above it %s: "
                            "1900.00 EUR of 1500.00 EUR",
                     credit_rule_words(CREDIT_OLDEST), credit_rule_words(CREDIT_LIMIT)));
    above.hand = &by_hand;
    account.hand = NULL;
    account.held = false;
    assert_string_equal(
        creditaccount_why(&account, euro, arena),
        arena_format(arena,
                     "%s: 41 days, more than 30; %s: 3 of 2; HEAD above it is on hold: moved",
                     credit_rule_words(CREDIT_OLDEST), credit_rule_words(CREDIT_DUNNING)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(without_rules_and_holds_nothing_changes),
        FIRM(exposure_is_what_is_open_less_money_and_with_orders),
        FIRM(what_accrued_counts_where_the_setting_says_so),
        FIRM(a_hold_stops_an_invoice_but_no_credit_no_receipt_and_nothing_delivered),
        FIRM(a_hold_ends_after_its_last_day),
        FIRM(what_is_delivered_posts_and_puts_the_account_on_hold_until_the_rule_holds),
        FIRM(files_are_asked_about_once_afterwards),
        FIRM(the_oldest_counts_undisputed_and_not_too_small),
        FIRM(promises_and_returned_payments_count),
        FIRM(a_broken_rule_is_said_with_its_figures),
        FIRM(rules_may_be_a_customers_own),
        FIRM(a_common_limit_is_for_all_below_it),
        FIRM(what_is_open_in_another_currency_counts_in_the_accounts_own),
        FIRM(an_override_keeps_the_figures_and_is_checked_again),
        FIRM(an_application_is_looked_into_and_decided_once),
        FIRM(a_first_order_limit_is_over_with_the_first_payment),
        FIRM(these_facts_never_change_and_the_chain_covers_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
