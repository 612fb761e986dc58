/* Months are closed, nothing is posted into them any more, and their figures stay as they were. */
#include "ledger/firm.h"

#include "ledger/dispute.h"
#include "ledger/duty.h"
#include "ledger/period.h"
#include "ledger/user.h"

#include <stdio.h>
#include <string.h>

static int month(const char *text)
{
    int out = 0;

    assert_int_equal(period_parse(text, &out, NULL), ERR_OK);
    return out;
}

static enum err try_close(const char *text)
{
    return period_close(firm()->tx, month(text), "");
}

static enum err try_reopen(const char *text, const char *reason)
{
    return period_reopen(firm()->tx, month(text), reason);
}

/* From now on the book has users: this one, and who works with it. */
static void hire(const char *name)
{
    struct user user = {
        .name = name, .full_name = "", .roles = ROLE_BIT(ROLE_MANAGER), .active = true};
    bool founded = false;

    for (int kind = 0; kind < GRANT_KINDS; kind++)
        user.limits[kind] = LIMIT_BOOK;
    assert_done(user_add(firm()->tx, &user, &founded));
}

static void state_is(const char *text, enum period_state want)
{
    struct period_bounds bounds;

    assert_answer(period_bounds(firm()->book, &bounds));
    assert_string_equal(
        period_state_word(period_state_on(&bounds, date_month_last(month(text)))),
        period_state_word(want));
}

/* The posted day of a document. */
static void posted_is(int64_t id, const char *effective, const char *posted)
{
    struct document document;
    char text[DATE_TEXT];

    assert_answer(document_get(firm()->book, id, &firm()->arena, &document));
    assert_string_equal(date_iso(document.effective, text), effective);
    assert_string_equal(date_iso(document.posted, text), posted);
}

static void months_are_closed_in_order(void **state)
{
    firm_invoice("ACME", "2026-03-15", "100.00");
    assert_refused(ERR_CONFLICT, "2026-07 has not begun", try_close("2026-07"));
    assert_done(try_close("2026-03")); /* the first close takes all before it */
    state_is("2026-03", PERIOD_CLOSED);
    state_is("2025-01", PERIOD_CLOSED);
    state_is("2026-04", PERIOD_OPEN);
    assert_refused(ERR_CONFLICT, "2026-03 is closed already", try_close("2026-03"));
    assert_refused(ERR_CONFLICT, "2026-04 is the next, not 2026-05", try_close("2026-05"));
    assert_done(try_close("2026-04"));
    assert_refused(ERR_CONFLICT, "only the last closed month can be reopened: that is 2026-04",
                   try_reopen("2026-03", "wrong"));
    assert_refused(ERR_CONFLICT, "2026-05 is open", try_reopen("2026-05", "wrong"));
}

static void reopening_needs_another_person_and_a_reason(void **state)
{
    firm_invoice("ACME", "2026-03-15", "100.00");
    hire("tom");
    assert_done(try_close("2026-03"));
    assert_done(try_close("2026-04"));
    assert_refused(ERR_DENIED, "anna closed 2026-04: another person must reopen it",
                   try_reopen("2026-04", "late bill"));
    firm()->actor = "tom";
    assert_refused(ERR_INPUT, "say why", try_reopen("2026-04", " "));
    assert_done(try_reopen("2026-04", "late bill"));
    state_is("2026-04", PERIOD_OPEN);
    state_is("2026-03", PERIOD_CLOSED);
    assert_done(try_close("2026-04")); /* closed by tom now */
    assert_refused(ERR_DENIED, "tom closed 2026-04", try_reopen("2026-04", "again"));
    firm()->actor = "anna";
    assert_done(try_reopen("2026-04", "again"));
    firm()->actor = "tom";
    assert_done(try_reopen("2026-03", "all of it"));
    state_is("2026-02", PERIOD_OPEN); /* nothing was closed before the first close */
}

static enum err duty_count(void *self, const struct duty_case *one)
{
    int *count = self;

    assert_string_equal(one->user, "anna");
    assert_string_equal(one->document, "2026-03");
    ++*count;
    return ERR_OK;
}

static void the_only_person_reopens_alone_and_that_is_reported(void **state)
{
    const struct date today = moment_date(book_moment(firm()->book));
    int count = 0;

    assert_done(try_close("2026-03"));
    assert_done(try_reopen("2026-03", "late bill"));
    state_is("2026-03", PERIOD_OPEN);
    assert_answer(duty_each(firm()->book, today, today, duty_count, &count));
    assert_int_equal(count, 1);
    assert_answer(
        duty_each(firm()->book, date_add(today, 1), date_add(today, 1), duty_count, &count));
    assert_int_equal(count, 1);
}

static enum err try_invoice(const char *date, const char *posted, struct document_made *made)
{
    const struct paper_line line = {.text = "Goods", .quantity = MICRO, .price = 10 * MICRO};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day(date),
                                .due = DATE_NONE,
                                .posted = day(posted),
                                .currency = money_in("EUR"),
                                .lines = &line,
                                .line_count = 1};

    return invoice_issue(firm_start("invoice issue"), &paper, made);
}

static void a_closed_month_takes_no_posting(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-05-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-05-20", "100.00");
    const struct document_made nobody = firm_pay(NULL, "2026-05-21", "30.00");
    const int64_t acme = firm_customer("ACME");
    struct document_made made;

    assert_done(try_close("2026-05"));

    /* said: refused, with the first open day */
    assert_int_equal(firm_finish(try_invoice("2026-05-12", "2026-05-31", &made)), ERR_CLOSED);
    assert_non_null(strstr(firm()->note.text, "the first open day is 2026-06-01"));
    /* not said: the first open day, and the true day is kept */
    posted_is(firm_invoice("ACME", "2026-05-12", "10.00").id, "2026-05-12", "2026-06-01");
    assert_int_equal(firm_finish(try_invoice("2026-05-12", "2026-06-02", &made)), ERR_OK);
    posted_is(made.id, "2026-05-12", "2026-06-02");

    /* every other way of writing */
    posted_is(firm_pay("ACME", "2026-05-30", "5.00").id, "2026-05-30", "2026-06-01");
    posted_is(firm_credit("ACME", "2026-05-30", "5.00").id, "2026-05-30", "2026-06-01");
    firm_apply(money.first_item, bill.first_item, "60.00");
    assert_open_on(bill.first_item, "2026-05-31", BY_POSTED, "100.00");
    assert_open_on(bill.first_item, "2026-05-31", BY_EFFECTIVE, "40.00");
    assert_open_on(bill.first_item, "2026-06-01", BY_POSTED, "40.00");
    assert_done(payment_identify(firm()->tx, nobody.id, acme, day("2026-05-25"), &made));
    posted_is(made.id, "2026-05-25", "2026-06-01");
    assert_done(payment_reverse(firm()->tx, money.id, day("2026-05-28"), "nsf", 0, &made));
    posted_is(made.id, "2026-05-28", "2026-06-01");
    assert_done(document_reverse(firm()->tx, bill.id, DOCUMENT_VOID, day("2026-05-31"), "wrong",
                                 &made));
    posted_is(made.id, "2026-05-31", "2026-06-01");
    assert_aged(NULL, "2026-05-31", BY_POSTED, "0.00"); /* 100.00 owed, 100.00 unapplied */
}

static void the_store_refuses_it_too(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-06-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-06-20", "100.00");

    firm_apply(money.first_item, bill.first_item, "60.00");
    firm_invoice("ACME", "2026-05-10", "1.00");
    assert_done(try_close("2026-05"));
    assert_int_equal(
        firm_sql("INSERT INTO document SELECT id + 100, entry_id, kind, number || 'x', serial,"
                 " customer_id, issued, effective - 30, posted - 30, currency, total, base_total,"
                 " rate_num, rate_den, opening, reverses_id, related_id, act_id, terms, po,"
                 " reference, text, reason, digest, parts FROM document WHERE id = 1"),
        ERR_CONFLICT);
    assert_int_equal(
        firm_sql("INSERT INTO application SELECT id + 100, entry_id, act_id, debit_id, credit_id,"
                 " amount, debit_base, credit_base, effective - 30, posted - 30, reverses_id,"
                 " reason FROM application WHERE id = 1"),
        ERR_CONFLICT);
    assert_int_equal(firm_sql("UPDATE period_step SET closed_to = 0"), ERR_CONFLICT);
    assert_int_equal(firm_sql("DELETE FROM period_frozen"), ERR_CONFLICT);
}

/* All that an aging of a day says of ACME, by bucket, as one text. */
static const char *aging_of(const char *as_of)
{
    struct period_figure *figures = NULL;
    size_t count = 0;
    const char *all = "";

    assert_answer(
        period_figures(firm()->book, day(as_of), &firm()->arena, &figures, &count));
    for (size_t i = 0; i < count; i++)
        all = arena_format(&firm()->arena, "%s %lld/%d=%lld", all,
                           (long long)figures[i].customer_id, figures[i].bucket,
                           (long long)figures[i].amount);
    return all;
}

static void an_aging_of_a_closed_month_never_changes(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-03-10", "100.00");
    const struct document_made part = firm_pay("ACME", "2026-03-20", "40.00");
    const struct document_made whole = firm_pay("ACME", "2026-04-20", "70.00");
    struct dispute dispute = {.item_id = bill.first_item,
                              .amount = amount("20.00"),
                              .reason = "PRICE",
                              .opened = day("2026-04-25")};
    struct document_made made;
    int64_t id = 0;
    int acts = 0;

    firm_apply(part.first_item, bill.first_item, "40.00");
    assert_done(try_close("2026-03"));
    assert_done(try_close("2026-04"));
    assert_done(try_close("2026-05"));
    const char *march = aging_of("2026-03-31"), *april = aging_of("2026-04-30"),
               *may = aging_of("2026-05-31");
    const int64_t known = firm_head();

    /* late: a bill, a payment and an application of closed months */
    firm_invoice("ACME", "2026-03-15", "9.00");
    firm_pay("ACME", "2026-04-15", "8.00");
    firm_apply(whole.first_item, bill.first_item, "60.00");
    /* unapplied, with the reason that would date it back; reversed; re-aged; questioned */
    assert_done(payment_unapply(firm()->tx, part.id, 0, 0, DATE_NONE, "keying", &acts));
    assert_int_equal(acts, 1);
    assert_done(payment_reverse(firm()->tx, whole.id, day("2026-05-05"), "nsf", 0, &made));
    assert_done(invoice_reage(firm()->tx, bill.first_item, day("2026-04-01"), day("2026-05-20"),
                              "agreed"));
    assert_done(dispute_open(firm()->tx, &dispute, &id));

    assert_string_equal(aging_of("2026-03-31"), march);
    assert_string_equal(aging_of("2026-04-30"), april);
    assert_string_equal(aging_of("2026-05-31"), may);
    /* as it was known then it is the same; by true date it is not */
    assert_int_equal(firm_aged("ACME", "2026-04-30", BY_POSTED, known),
                     firm_aged("ACME", "2026-04-30", BY_POSTED, 0));
    assert_aged("ACME", "2026-04-30", BY_POSTED, "-10.00");
    assert_aged("ACME", "2026-04-30", BY_EFFECTIVE, "-9.00");
    assert_int_equal(firm_aged("ACME", "2026-04-30", BY_EFFECTIVE, known), amount("-10.00"));
    /* today's has all of it */
    assert_aged("ACME", "2026-06-30", BY_POSTED, "61.00");
}

static void what_was_keyed_in_a_closed_month_comes_back_today(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-05-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-05-20", "100.00");
    int acts = 0;

    firm_apply(money.first_item, bill.first_item, "100.00");
    assert_done(try_close("2026-05"));
    assert_done(payment_unapply(firm()->tx, money.id, 0, 0, DATE_NONE, "keying", &acts));
    assert_open_on(bill.first_item, "2026-06-29", BY_EFFECTIVE, "0.00");
    assert_open_on(bill.first_item, "2026-06-30", BY_EFFECTIVE, "100.00");
}

static enum err try_soft(const char *text)
{
    return period_soft_close(firm()->tx, month(text), "");
}

static enum err try_admit(const char *text, const char *person)
{
    return period_admit(firm()->tx, month(text), person, "accruals");
}

static void a_soft_closed_month_takes_whom_a_supervisor_admits(void **state)
{
    struct document_made made;

    firm_invoice("ACME", "2026-04-10", "100.00");
    assert_refused(ERR_CONFLICT, "2026-05 is open: nobody is admitted",
                   try_admit("2026-05", "tom"));
    assert_done(try_soft("2026-05"));
    state_is("2026-05", PERIOD_SOFT);
    posted_is(firm_invoice("ACME", "2026-05-10", "1.00").id, "2026-05-10", "2026-06-01");
    assert_int_equal(firm_finish(try_invoice("2026-05-12", "2026-05-31", &made)), ERR_CLOSED);
    assert_non_null(strstr(firm()->note.text, "soft-closed, and anna is not admitted"));

    assert_done(try_admit("2026-05", "tom"));
    posted_is(firm_invoice("ACME", "2026-05-10", "1.00").id, "2026-05-10", "2026-06-01");
    firm()->actor = "tom";
    posted_is(firm_invoice("ACME", "2026-05-10", "1.00").id, "2026-05-10", "2026-05-10");
    /* not into the month before, which was closed by the same step */
    posted_is(firm_invoice("ACME", "2026-04-10", "1.00").id, "2026-04-10", "2026-05-01");

    assert_done(try_close("2026-05"));
    posted_is(firm_invoice("ACME", "2026-05-10", "1.00").id, "2026-05-10", "2026-06-01");
    firm()->actor = "anna";
    assert_done(try_reopen("2026-05", "late"));
    state_is("2026-05", PERIOD_OPEN);
    assert_done(try_soft("2026-05"));
    firm()->actor = "tom"; /* an admission ends with the reopening */
    posted_is(firm_invoice("ACME", "2026-05-10", "1.00").id, "2026-05-10", "2026-06-01");
    assert_done(try_reopen("2026-05", "late"));
    state_is("2026-05", PERIOD_OPEN);
}

static void a_close_freezes_what_is_open(void **state)
{
    const struct document_made bill = firm_invoice("ACME", "2026-03-10", "100.00");
    struct period_figure *frozen = NULL;
    struct period_step closing;
    size_t count = 0;
    bool is = false;

    firm_rate("USD", "2026-01-01", "0.9");
    firm_customer_of("YANK", "USD", NULL);
    firm_invoice("YANK", "2026-05-10", "200.00");
    firm_pay("ACME", "2026-05-20", "30.00");
    firm_pay(NULL, "2026-05-21", "7.00");
    assert_done(try_close("2026-05"));
    assert_answer(period_closing(firm()->book, month("2026-05"), &firm()->arena, &closing, &is));
    assert_true(is);
    assert_int_equal(strlen(closing.head), HASH_TEXT - 1);
    assert_answer(period_frozen(firm()->book, closing.id, &firm()->arena, &frozen, &count));
    assert_int_equal(count, 4);
    assert_int_equal(frozen[0].bucket, 2); /* due 2026-04-09: 52 days */
    assert_int_equal(frozen[0].amount, amount("100.00"));
    assert_int_equal(frozen[1].bucket, PERIOD_CREDITS);
    assert_int_equal(frozen[1].amount, amount("-30.00"));
    assert_string_equal(frozen[2].currency, "USD");
    assert_int_equal(frozen[2].base, amount("180.00"));
    assert_int_equal(frozen[3].customer_id, 0);
    assert_int_equal(frozen[3].amount, amount("-7.00"));
    assert_int_not_equal(bill.id, 0);
}

/* Somebody who goes past the triggers is found by the proof. */
static void the_proof_finds_what_is_not_as_frozen(void **state)
{
    int found = 0;

    firm_invoice("ACME", "2026-05-10", "100.00");
    assert_done(try_close("2026-05"));
    firm()->damaged = true;
    assert_int_equal(firm_sql("DROP TRIGGER item_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE item SET due = due - 60"), ERR_OK);
    const char *said = firm_proof(&found);
    assert_non_null(strstr(said, "2026-05 was closed with 100.00 (ACME, EUR, current), but its "
                                 "items come to 0.00 now"));
    assert_non_null(strstr(said, "2026-05 was closed with 0.00 (ACME, EUR, 31-60), but its "
                                 "items come to 100.00 now"));
    assert_int_equal(firm_sql("UPDATE item SET due = due + 60"), ERR_OK);
    assert_int_equal(firm_sql("DROP TRIGGER period_frozen_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE period_frozen SET base = base + 1"), ERR_OK);
    said = firm_proof(&found);
    assert_non_null(strstr(said, "does not fit its hash"));
    assert_non_null(strstr(said, "was closed with 100.01"));
}

static void what_differs_blocks_the_close(void **state)
{
    struct period_finding *findings = NULL;
    int count = 0;

    firm_invoice("ACME", "2026-05-10", "100.00");
    firm_pay("ACME", "2026-05-20", "30.00");
    firm_pay(NULL, "2026-05-21", "7.00");
    assert_answer(
        period_check(firm()->book, month("2026-05"), &firm()->arena, &findings, &count));
    assert_int_equal(count, 2);
    assert_false(findings[0].blocks || findings[1].blocks);
    assert_int_equal(findings[0].base, amount("7.00"));
    assert_int_equal(findings[1].base, amount("30.00"));

    firm()->damaged = true;
    assert_int_equal(firm_sql("UPDATE period_total SET base = base + 500 WHERE account_id = 1"
                              " AND kind = 1"),
                     ERR_OK);
    assert_refused(ERR_CONFLICT,
                   "2026-05 cannot be closed: the sub-ledger of receivables has 70.00, its control"
                   " account 75.00: difference -5.00",
                   try_close("2026-05"));
    state_is("2026-05", PERIOD_OPEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(months_are_closed_in_order),
        FIRM(reopening_needs_another_person_and_a_reason),
        FIRM(the_only_person_reopens_alone_and_that_is_reported),
        FIRM(a_closed_month_takes_no_posting),
        FIRM(the_store_refuses_it_too),
        FIRM(an_aging_of_a_closed_month_never_changes),
        FIRM(what_was_keyed_in_a_closed_month_comes_back_today),
        FIRM(a_soft_closed_month_takes_whom_a_supervisor_admits),
        FIRM(a_close_freezes_what_is_open),
        FIRM(the_proof_finds_what_is_not_as_frozen),
        FIRM(what_differs_blocks_the_close),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
