/* The allowance in a book: rates by day and class, credits off the oldest, what is judged one by
 * one, foreign money, runs that stay as they were made, postings that make up the rest. */
#include "ledger/allowance.h"
#include "ledger/allowancerate.h"
#include "ledger/baddebt.h"
#include "ledger/firm.h"
#include "ledger/setting.h"

#include <stdio.h>
#include <string.h>

static void rate(const char *bucket, int64_t percent, const char *from)
{
    const struct allowance_rate one = {
        .from = day(from), .bucket = bucket, .ppm = percent * 10000};

    assert_done(allowance_rate_set(firm()->tx, &one));
}

/* 1, 5, 10, 20 and 50 percent, since ever. */
static void rates(void)
{
    rate("current", 1, "2020-01-01");
    rate("1-30", 5, "2020-01-01");
    rate("31-60", 10, "2020-01-01");
    rate("61-90", 20, "2020-01-01");
    rate("over-90", 50, "2020-01-01");
}

static struct allowance_options options_on(const char *as_of)
{
    struct allowance_options options;

    assert_answer(allowance_options_init(&options, firm()->book));
    options.day = day(as_of);
    return options;
}

static struct allowance work(const char *as_of)
{
    const struct allowance_options options = options_on(as_of);
    struct allowance run;

    assert_answer(allowance_work(firm()->book, &options, &firm()->arena, &run));
    return run;
}

static struct allowance freeze(const char *as_of)
{
    const struct allowance_options options = options_on(as_of);
    struct allowance run;

    assert_done(allowance_run(firm()->tx, &options, &firm()->arena, &run));
    return run;
}

static void specific(const char *customer, int64_t item, const char *sum, const char *reason)
{
    const struct allowance_specific one = {.customer_id = firm_customer(customer),
                                           .item_id = item,
                                           .from = day("2026-01-01"),
                                           .value = amount(sum),
                                           .reason = reason};
    int64_t id = 0;

    assert_done(allowance_specific_set(firm()->tx, &one, &id));
}

/* 200.00 current, 100.00 at 1-30 and 300.00 over 90 on 2026-06-30. */
static int64_t three_ages(void)
{
    const struct document_made old = firm_invoice("ACME", "2026-01-10", "300.00");

    firm_invoice("ACME", "2026-05-20", "100.00");
    firm_invoice("ACME", "2026-06-20", "200.00");
    return old.first_item;
}

static void each_bucket_by_its_rate(void **state)
{
    three_ages();
    rates();
    const struct allowance run = work("2026-06-30");
    assert_int_equal(run.matrix, amount("157.00")); /* 2.00 + 5.00 + 150.00 */
    assert_int_equal(run.total, amount("157.00"));
    assert_int_equal(run.open, amount("600.00"));
    rate("over-90", 60, "2026-06-30"); /* from that very day on */
    assert_int_equal(work("2026-06-30").matrix, amount("187.00"));
    assert_int_equal(work("2026-06-29").lines[4].loss_ppm, 500000);
}

static void a_bucket_without_a_rate_is_refused(void **state)
{
    const struct allowance_options options = options_on("2026-06-30");
    struct allowance run;

    three_ages();
    rate("current", 1, "2020-01-01");
    rate("1-30", 5, "2026-07-01"); /* too late */
    assert_refused(ERR_MISSING, "no rate was entered by 2026-06-30 for 1-30",
                   allowance_run(firm()->tx, &options, &firm()->arena, &run));
}

static void credits_off_the_oldest_and_never_below_zero(void **state)
{
    three_ages();
    rates();
    firm_pay("ACME", "2026-06-25", "320.00");
    firm_pay("BETA", "2026-06-25", "70.00"); /* owes nothing */
    const struct allowance run = work("2026-06-30");
    assert_int_equal(run.lines[4].credits, amount("300.00"));
    assert_int_equal(run.lines[1].base, amount("80.00"));
    assert_int_equal(run.matrix, amount("6.00")); /* 2.00 + 4.00 */
    assert_int_equal(run.unused, amount("70.00"));
    assert_int_equal(run.open, amount("210.00"));
}

static void one_by_one_leaves_the_matrix(void **state)
{
    const int64_t old = three_ages();

    rates();
    specific("ACME", old, "250.00", "");
    struct allowance run = work("2026-06-30");
    assert_int_equal(run.matrix, amount("7.00"));
    assert_int_equal(run.specific, amount("250.00"));
    firm_pay("ACME", "2026-06-25", "100.00"); /* 200.00 are left of it */
    run = work("2026-06-30");
    assert_int_equal(run.specific, amount("200.00"));
    /* the whole customer: but for the item that has its own */
    specific("ACME", 0, "0.00", "the parent guarantees");
    run = work("2026-06-30");
    assert_int_equal(run.matrix, 0);
    assert_int_equal(run.specific, amount("200.00"));
    assert_int_equal(run.part_count, 2);
}

static void nothing_is_allowed_only_with_a_reason(void **state)
{
    const struct allowance_specific none = {
        .customer_id = firm_customer("ACME"), .from = day("2026-01-01"), .reason = " "};
    int64_t id = 0;

    assert_refused(ERR_INPUT, "say why", allowance_specific_set(firm()->tx, &none, &id));
}

static void the_entry_is_what_is_missing(void **state)
{
    struct document_made made, back;
    int64_t existing = 0;

    three_ages();
    rates();
    const struct allowance first = freeze("2026-05-31");
    assert_int_equal(first.total, amount("151.00")); /* 100.00 current, 300.00 over 90 */
    assert_done(allowance_post(firm()->tx, &first, &existing, &made));
    assert_balance(ALLOWANCE, "-151.00");
    const struct allowance second = freeze("2026-06-30");
    assert_int_equal(second.existing, amount("151.00"));
    assert_done(allowance_post(firm()->tx, &second, &existing, &made));
    assert_int_equal(made.total, amount("6.00"));
    assert_balance(ALLOWANCE, "-157.00");
    assert_balance(BAD_DEBT, "157.00");
    assert_done(allowance_reverse(firm()->tx, made.id, day("2026-06-30"), "not yet", &back));
    assert_balance(ALLOWANCE, "-151.00");
    assert_refused(ERR_CONFLICT, "reversed already",
                   allowance_reverse(firm()->tx, made.id, day("2026-06-30"), "twice", &back));
}

static void a_run_stays_as_it_was_made(void **state)
{
    struct allowance kept;

    three_ages();
    rates();
    const struct allowance run = freeze("2026-06-30");
    rate("over-90", 100, "2026-01-01");
    firm_credit("ACME", "2026-06-30", "50.00");
    assert_answer(allowance_find(firm()->book, run.number, &firm()->arena, &kept));
    assert_int_equal(kept.total, run.total);
    assert_int_equal(kept.line_count, 5);
    assert_int_equal(kept.lines[4].amount, amount("150.00"));
    assert_true(work("2026-06-30").total != run.total);
}

static void foreign_money_at_its_own_rate(void **state)
{
    firm_rate("USD", "2026-01-01", "0.5");
    firm_customer_of("YANK", "USD", NULL);
    firm_invoice("YANK", "2026-01-10", "100.00"); /* 50.00 in euros */
    firm_rate("USD", "2026-06-01", "0.8");
    firm_credit("YANK", "2026-06-10", "40.00"); /* 32.00: takes off 40 % of the debit, 20.00 */
    rates();
    const struct allowance run = work("2026-06-30");
    assert_int_equal(run.lines[4].base, amount("30.00"));
    assert_int_equal(run.matrix, amount("15.00"));
    assert_int_equal(run.open, amount("18.00"));
    assert_int_equal(run.unused, amount("12.00")); /* what the rates made of it */
}

static void rates_from_a_year_of_months(void **state)
{
    struct allowance_options options = options_on("2026-06-30");
    struct allowance run;

    /* 1000.00 due at the end of each month; a tenth stays until it is over 90 days old */
    for (int month = 1; month <= 17; month++) {
        char issued[32];
        snprintf(issued, sizeof issued, "%d-%02d-01", 2025 + (month - 1) / 12,
                 (month - 1) % 12 + 1);
        const struct document_made made = firm_invoice("ACME", issued, "1000.00");
        const struct date paid = date_add(day(issued), 29);
        char text[DATE_TEXT];
        const struct document_made money = firm_pay("ACME", date_iso(paid, text), "900.00");
        firm_apply(money.first_item, made.first_item, "900.00");
    }
    rate("over-90", 40, "2020-01-01");
    options.rolled = true;
    assert_done(allowance_run(firm()->tx, &options, &firm()->arena, &run));
    assert_int_equal(run.input_count, 13 * 5);
    assert_int_equal(run.inputs[0].day.day, day("2025-06-30").day);
    assert_int_equal(run.inputs[64].day.day, day("2026-06-30").day);
    assert_int_equal(run.lines[4].loss_ppm, 400000);
    for (int b = 0; b < 4; b++)
        assert_true(run.lines[b].loss_ppm <= run.lines[b + 1].loss_ppm);
}

static void a_run_that_was_changed_is_found(void **state)
{
    int found = 0;

    three_ages();
    rates();
    freeze("2026-06-30");
    firm()->damaged = true;
    assert_int_equal(firm_sql("DROP TRIGGER allowance_line_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE allowance_line SET amount = amount - 100 WHERE bucket = 4"),
                     ERR_OK);
    const char *said = firm_proof(&found);
    assert_non_null(strstr(said, "the bucket over-90 is not its base x its rate"));
    assert_non_null(strstr(said, "is not the sum of its parts"));
    assert_non_null(strstr(said, "does not fit its hash"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(each_bucket_by_its_rate),
        FIRM(a_bucket_without_a_rate_is_refused),
        FIRM(credits_off_the_oldest_and_never_below_zero),
        FIRM(one_by_one_leaves_the_matrix),
        FIRM(nothing_is_allowed_only_with_a_reason),
        FIRM(the_entry_is_what_is_missing),
        FIRM(a_run_stays_as_it_was_made),
        FIRM(foreign_money_at_its_own_rate),
        FIRM(rates_from_a_year_of_months),
        FIRM(a_run_that_was_changed_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
