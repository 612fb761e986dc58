/* What was billed month by month, what became of it, and how fast its money came. */
#include "ledger/firm.h"

#include "ledger/baddebt.h"
#include "ledger/causes.h"
#include "ledger/collected.h"
#include "ledger/receipts.h"
#include "ledger/returned.h"
#include "ledger/writeoff.h"

static int month(const char *text)
{
    return date_month(day(text));
}

static void sales_are_papers_less_credits_and_voids(void **state)
{
    struct collected_month months[3];
    struct document_made wrong, made;

    firm_invoice("ACME", "2026-01-10", "100.00");
    firm_debit("ACME", "2026-01-31", "4.00");
    wrong = firm_invoice("ACME", "2026-02-11", "70.00");
    firm_invoice("ACME", "2026-02-12", "30.00");
    firm_credit("ACME", "2026-03-01", "8.00");
    firm_pay("ACME", "2026-03-02", "50.00"); /* no sale */
    assert_done(
        document_reverse(firm()->tx, wrong.id, DOCUMENT_VOID, day("2026-03-15"), "wrong", &made));
    firm_invoice("ACME", "2026-03-20", "11.00");

    assert_answer(
        collected_months(firm()->book, month("2026-01-01"), 3, day("2026-03-31"), months));
    assert_int_equal(months[0].sales, amount("104.00"));
    assert_int_equal(months[1].sales, amount("100.00"));
    assert_int_equal(months[2].sales, amount("-67.00")); /* 11 - 8 - 70 */

    /* only up to the day */
    assert_answer(
        collected_months(firm()->book, month("2026-01-01"), 3, day("2026-03-10"), months));
    assert_int_equal(months[1].sales, amount("100.00"));
    assert_int_equal(months[2].sales, amount("-8.00"));
}

/* 90 days begin in the middle of a month; what came with an opening balance is in none. */
static void sales_of_days_are_those_of_no_other_day(void **state)
{
    const struct paper_line line = {
        .text = "as opened", .quantity = MICRO, .fixed = true, .net = amount("50.00")};
    const struct paper opened = {.kind = DOCUMENT_INVOICE,
                                 .number = "OLD-7",
                                 .customer_id = firm_customer("ACME"),
                                 .date = day("2025-11-03"),
                                 .posted = day("2026-01-05"),
                                 .opening = true,
                                 .lines = &line,
                                 .line_count = 1};
    struct document_made made;
    int64_t sales = 0;

    assert_done(invoice_issue(firm()->tx, &opened, &made));
    firm_invoice("ACME", "2026-01-10", "3000.00");
    firm_invoice("ACME", "2026-01-11", "1.00");
    firm_invoice("ACME", "2026-02-10", "3000.00");
    firm_invoice("ACME", "2026-03-10", "3000.00");
    firm_invoice("ACME", "2026-04-10", "20.00");
    firm_invoice("ACME", "2026-04-11", "300.00");
    assert_answer(collected_sales(firm()->book, day("2026-01-11"), day("2026-04-10"), &sales));
    assert_int_equal(sales, amount("6021.00"));
    assert_answer(collected_sales(firm()->book, day("2026-01-01"), day("2026-01-10"), &sales));
    assert_int_equal(sales, amount("3000.00"));
    assert_answer(collected_sales(firm()->book, day("2026-04-10"), day("2026-04-10"), &sales));
    assert_int_equal(sales, amount("20.00"));
}

static void a_small_difference_is_no_bad_debt(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-02-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-02-20", "99.00");
    const struct settle settle = {
        .debit_id = bill.first_item, .amount = amount("99.00"), .writeoff = amount("1.00")};
    struct collected_month months[1];
    struct settled settled;
    struct document_made made;

    assert_done(payment_apply(firm()->tx, money.first_item, &settle, &settled));
    const struct document_made other = firm_invoice("ACME", "2026-02-10", "150.00");
    const struct document_made most = firm_pay("ACME", "2026-02-20", "148.00");
    firm_apply(most.first_item, other.first_item, "148.00");
    assert_done(writeoff_post(firm()->tx, other.first_item, amount("2.00"), day("2026-02-25"),
                              "gone", &made));
    assert_answer(
        collected_months(firm()->book, month("2026-02-01"), 1, day("2026-02-28"), months));
    assert_int_equal(months[0].writeoffs, amount("2.00"));
}

/* In a whole month, and in one that is not over. */
static void what_is_recovered_is_no_bad_debt(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-01-10", "200.00");
    struct collected_month months[2];
    struct document_made made;
    struct baddebt *debts = NULL;
    int count = 0;

    assert_done(baddebt_write_off(firm()->tx, bill.first_item, amount("200.00"), day("2026-02-10"),
                                  "gone", &made));
    const struct baddebt_query query = {.document_id = made.id};
    assert_answer(baddebt_list(firm()->book, &query, &firm()->arena, &debts, &count));
    assert_done(baddebt_recover(firm()->tx, debts[0].id, amount("50.00"), 0, day("2026-02-20"),
                                &made));
    assert_done(baddebt_recover(firm()->tx, debts[0].id, amount("30.00"), 0, day("2026-03-05"),
                                &made));
    assert_answer(
        collected_months(firm()->book, month("2026-02-01"), 2, day("2026-03-10"), months));
    assert_int_equal(months[0].writeoffs, amount("150.00"));
    assert_int_equal(months[1].writeoffs, amount("-30.00"));

    assert_done(baddebt_reverse(firm()->tx, made.id, day("2026-03-06"), "keying", &made));
    assert_answer(
        collected_months(firm()->book, month("2026-02-01"), 2, day("2026-03-31"), months));
    assert_int_equal(months[1].writeoffs, 0);
}

static void days_late_are_weighted_by_what_was_paid(void **state)
{
    const struct document_made early = firm_invoice("ACME", "2026-01-10", "300.00"); /* due 9 Feb */
    const struct document_made late = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made taken = firm_invoice("ACME", "2026-01-10", "900.00");
    const struct document_made first = firm_pay("ACME", "2026-02-04", "300.00"); /* 5 days early */
    const struct document_made third = firm_pay("ACME", "2026-03-01", "100.00"); /* 20 days late */
    const struct document_made fourth = firm_pay("ACME", "2026-03-31", "900.00");
    struct collected_pace pace;
    struct document_made made;

    firm_apply(first.first_item, early.first_item, "300.00");
    firm_apply(third.first_item, late.first_item, "100.00");
    firm_apply(fourth.first_item, taken.first_item, "900.00");
    assert_done(payment_reverse(firm()->tx, fourth.id, day("2026-04-02"), "nsf", 0, &made));
    assert_answer(
        collected_pace(firm()->book, day("2026-02-01"), day("2026-04-02"), &pace));
    assert_int_equal(pace.amount, amount("400.00"));
    assert_int_equal(pace.late, amount("100.00") * 20);
    assert_int_equal(pace.beside, amount("100.00") * 20 - amount("300.00") * 5);
    assert_int_equal(pace.rows, 2);
    assert_int_equal(pace.rows_late, 20);
}

/* What happens later does not change how a past month was paid. */
static void how_it_was_paid_by_a_day_stays_so(void **state)
{
    const struct document_made first = firm_invoice("ACME", "2026-01-10", "100.00"); /* due 9 Feb */
    const struct document_made second = firm_invoice("ACME", "2026-01-10", "50.00");
    const struct document_made back = firm_pay("ACME", "2026-02-19", "100.00"); /* 10 days late */
    const struct document_made waits = firm_pay("ACME", "2026-02-19", "50.00");
    const struct date from = day("2026-01-01");
    struct collected_pace pace;
    struct document_made made;
    struct settled settled;

    const struct settle later = {
        .debit_id = second.first_item, .amount = amount("50.00"), .date = day("2026-04-05")};
    firm_apply(back.first_item, first.first_item, "100.00");
    assert_done(payment_reverse(firm()->tx, back.id, day("2026-04-02"), "nsf", 0, &made));
    assert_done(payment_apply(firm()->tx, waits.first_item, &later, &settled));
    assert_answer(collected_pace(firm()->book, from, day("2026-04-01"), &pace));
    assert_int_equal(pace.amount, amount("100.00"));
    assert_int_equal(pace.late, amount("100.00") * 10);
    assert_answer(collected_pace(firm()->book, from, day("2026-04-02"), &pace));
    assert_int_equal(pace.amount, 0);
    assert_int_equal(pace.rows, 0);
    assert_answer(collected_pace(firm()->book, from, day("2026-04-05"), &pace));
    assert_int_equal(pace.amount, amount("50.00"));
}

/* Its applications stand, but the money did not come. */
static void what_came_back_by_debit_memos_was_not_paid(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-02-19", "100.00");
    struct collected_pace pace;
    struct collected_fate fate;
    struct document_made made;

    firm_apply(money.first_item, bill.first_item, "100.00");
    assert_done(
        payment_reverse_by_debits(firm()->tx, money.id, day("2026-03-02"), "nsf", 0, &made));
    assert_answer(
        collected_pace(firm()->book, day("2026-01-01"), day("2026-03-01"), &pace));
    assert_int_equal(pace.amount, amount("100.00"));
    assert_answer(
        collected_pace(firm()->book, day("2026-01-01"), day("2026-03-02"), &pace));
    assert_int_equal(pace.amount, 0);
    assert_answer(
        collected_fates(firm()->book, month("2026-01-01"), 1, day("2026-03-01"), &fate));
    assert_int_equal(fate.overdue, amount("100.00"));
    assert_answer(
        collected_fates(firm()->book, month("2026-01-01"), 1, day("2026-03-02"), &fate));
    assert_int_equal(fate.overdue, 0);
    assert_int_equal(fate.moved, amount("100.00"));
}

static void receipts_of_a_day_are_counted_as_they_stood_on_it(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-02-19", "100.00");
    const struct settle settle = {
        .debit_id = bill.first_item, .amount = amount("100.00"), .date = day("2026-03-05")};
    struct collected_touch touch;
    struct settled settled;
    enum err e;

    /* the command says whose hand it was */
    struct tx *tx = firm_start("payment autocash --post");
    e = payment_apply(tx, money.first_item, &settle, &settled);
    assert_int_equal(firm_finish(e), ERR_OK);
    assert_answer(
        collected_touch(firm()->book, day("2026-02-01"), day("2026-03-04"), &touch));
    assert_int_equal(touch.receipts, 1);
    assert_int_equal(touch.receipts_auto, 0);
    assert_int_equal(touch.lines, 0);
    assert_answer(
        collected_touch(firm()->book, day("2026-02-01"), day("2026-03-05"), &touch));
    assert_int_equal(touch.receipts_auto, 1);
    assert_int_equal(touch.lines_auto, 1);
}

static enum err unapplied_add(void *self, const struct receipt_line *line)
{
    *(int64_t *)self += line->unapplied;
    return ERR_OK;
}

static int64_t unapplied_by(const char *to)
{
    int64_t sum = 0;

    assert_answer(receipts_each(firm()->book, day("2026-02-01"), day(to), 0, NULL, unapplied_add,
                                &sum));
    return sum;
}

static void what_waited_at_the_end_of_a_period_was_applied_later(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-02-19", "100.00");
    const struct settle settle = {
        .debit_id = bill.first_item, .amount = amount("70.00"), .date = day("2026-03-05")};
    struct settled settled;

    assert_done(payment_apply(firm()->tx, money.first_item, &settle, &settled));
    assert_int_equal(unapplied_by("2026-02-28"), amount("100.00"));
    assert_int_equal(unapplied_by("2026-03-05"), amount("30.00"));
}

static enum err late_count(void *self, const struct cause_row *row)
{
    *(int *)self += row->source == CAUSE_LATE;
    return ERR_OK;
}

static int paid_late(const char *from, const char *to)
{
    int count = 0;

    assert_answer(causes_each(firm()->book, day(from), day(to), late_count, &count));
    return count;
}

static void paid_late_in_a_month_stays_so_when_the_money_goes_back(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-01-10", "100.00"); /* due 9 Feb */
    const struct document_made money = firm_pay("ACME", "2026-02-19", "100.00");
    struct document_made made;

    firm_apply(money.first_item, bill.first_item, "100.00");
    assert_int_equal(paid_late("2026-02-01", "2026-02-28"), 1);
    assert_done(payment_reverse(firm()->tx, money.id, day("2026-03-10"), "nsf", 0, &made));
    assert_int_equal(paid_late("2026-02-01", "2026-02-28"), 1);
    assert_int_equal(paid_late("2026-02-01", "2026-03-10"), 0);
    const struct document_made again = firm_pay("ACME", "2026-04-01", "100.00");
    firm_apply(again.first_item, bill.first_item, "100.00");
    assert_int_equal(paid_late("2026-02-01", "2026-02-28"), 1);
    assert_int_equal(paid_late("2026-02-01", "2026-04-30"), 1);
}

static void paid_on_the_due_day_is_paid_in_time(void **state)
{
    const struct document_made first = firm_invoice("ACME", "2026-01-10", "100.00"); /* due 9 Feb */
    const struct document_made second = firm_invoice("ACME", "2026-01-10", "30.00");
    const struct document_made on = firm_pay("ACME", "2026-02-09", "100.00");
    const struct document_made after = firm_pay("ACME", "2026-02-10", "30.00");
    struct collected_fate fates[1];

    firm_apply(on.first_item, first.first_item, "100.00");
    firm_apply(after.first_item, second.first_item, "30.00");
    assert_answer(
        collected_fates(firm()->book, month("2026-01-01"), 1, day("2026-06-30"), fates));
    assert_int_equal(fates[0].current, amount("100.00"));
    assert_int_equal(fates[0].overdue, amount("30.00"));
}

static void every_month_adds_up_to_what_was_billed(void **state)
{
    const struct document_made jan = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made feb = firm_invoice("ACME", "2026-02-10", "200.00");
    const struct document_made credit = firm_credit("ACME", "2026-02-12", "30.00");
    const struct document_made soon = firm_pay("ACME", "2026-02-05", "60.00");
    const struct document_made late = firm_pay("ACME", "2026-05-05", "90.00");
    struct collected_fate fates[2];

    firm_apply(soon.first_item, jan.first_item, "60.00");
    firm_apply(late.first_item, jan.first_item, "40.00");
    firm_apply(late.first_item, feb.first_item, "50.00");
    firm_apply(credit.first_item, feb.first_item, "30.00");
    assert_answer(
        collected_fates(firm()->book, month("2026-01-01"), 2, day("2026-06-30"), fates));
    assert_int_equal(fates[0].billed, amount("100.00"));
    assert_int_equal(fates[0].current, amount("60.00"));
    assert_int_equal(fates[0].overdue, amount("40.00"));
    assert_int_equal(fates[0].open, 0);
    assert_int_equal(fates[1].credited, amount("30.00"));
    assert_int_equal(fates[1].overdue, amount("50.00"));
    assert_int_equal(fates[1].open, amount("120.00"));

    /* before the late money came */
    assert_answer(
        collected_fates(firm()->book, month("2026-01-01"), 2, day("2026-05-04"), fates));
    assert_int_equal(fates[0].open, amount("40.00"));
    assert_int_equal(fates[1].open, amount("170.00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(sales_are_papers_less_credits_and_voids),
        FIRM(sales_of_days_are_those_of_no_other_day),
        FIRM(a_small_difference_is_no_bad_debt),
        FIRM(what_is_recovered_is_no_bad_debt),
        FIRM(days_late_are_weighted_by_what_was_paid),
        FIRM(how_it_was_paid_by_a_day_stays_so),
        FIRM(what_came_back_by_debit_memos_was_not_paid),
        FIRM(receipts_of_a_day_are_counted_as_they_stood_on_it),
        FIRM(what_waited_at_the_end_of_a_period_was_applied_later),
        FIRM(paid_late_in_a_month_stays_so_when_the_money_goes_back),
        FIRM(paid_on_the_due_day_is_paid_in_time),
        FIRM(every_month_adds_up_to_what_was_billed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
