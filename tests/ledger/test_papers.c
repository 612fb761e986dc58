/* Papers: invoices, credit and debit memos, numbers, voiding, amending. */
#include "ledger/firm.h"

#include <string.h>

static void an_invoice_is_a_debit_on_receivables_and_revenue(void **state)
{
    const struct document_made made = firm_invoice("ACME", "2026-01-15", "100.00");

    assert_string_equal(made.number, "INV-1001");
    assert_open(made.first_item, "100.00");
    assert_balance(RECEIVABLE, "100.00");
    assert_balance(REVENUE, "-100.00");
    struct item item;
    assert_answer(item_get(firm()->book, made.first_item, NULL, &item));
    assert_int_equal(item.due.day, day("2026-02-14").day);
    assert_int_equal(item.value.day, day("2026-01-15").day);
}

static void debit_and_credit_memos_go_their_own_ways(void **state)
{
    const struct document_made debit = firm_debit("ACME", "2026-01-15", "30.00");
    const struct document_made credit = firm_credit("ACME", "2026-01-20", "20.00");

    assert_string_equal(debit.number, "DM-1001");
    assert_string_equal(credit.number, "CM-1001");
    assert_open(debit.first_item, "30.00");
    assert_open(credit.first_item, "-20.00");
    assert_balance(REVENUE, "-30.00");
    assert_balance(RETURNS, "20.00");
    assert_balance(RECEIVABLE, "10.00");
}

static void own_numbers_have_no_gap_and_outside_numbers_no_place_in_the_series(void **state)
{
    struct document_made made;
    struct paper_line line = {.text = "Goods", .quantity = MICRO, .fixed = true, .net = 10000};
    struct paper paper = {.kind = DOCUMENT_INVOICE,
                          .number = "2025/0815",
                          .customer_id = firm_customer("ACME"),
                          .date = day("2026-01-15"),
                          .lines = &line,
                          .line_count = 1};

    assert_done(invoice_issue(firm()->tx, &paper, &made));
    assert_string_equal(made.number, "2025/0815");
    assert_refused(ERR_CONFLICT, "is in the book already",
                   invoice_issue(firm()->tx, &paper, &made));
    paper.number = "INV-1005";
    assert_refused(ERR_CONFLICT, "would collide", invoice_issue(firm()->tx, &paper, &made));
    paper.number = "inv-1005";
    assert_refused(ERR_CONFLICT, "would collide", invoice_issue(firm()->tx, &paper, &made));
    assert_string_equal(firm_invoice("ACME", "2026-01-16", "1.00").number, "INV-1001");
    paper.number = NULL;
    line.net = 0;
    assert_done(invoice_issue(firm()->tx, &paper, &made));
    assert_string_equal(made.number, "INV-1002");
    assert_string_equal(firm_invoice("ACME", "2026-01-16", "1.00").number, "INV-1003");
}

static void a_paper_of_nothing_takes_a_number_and_has_no_item(void **state)
{
    const struct document_made made = firm_invoice("ACME", "2026-01-15", "0.00");

    assert_string_equal(made.number, "INV-1001");
    assert_int_equal(made.first_item, 0);
    assert_balance(RECEIVABLE, "0.00");
    struct document_made gone;
    assert_done(invoice_void(firm()->tx, made.id, day("2026-01-16"), "keying", &gone));
}

static void what_fails_or_is_tried_only_leaves_nothing(void **state)
{
    struct document_made made;
    const struct paper_line line = {
        .text = "Goods", .quantity = MICRO, .fixed = true, .net = 10000};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day("2026-01-15"),
                                .lines = &line,
                                .line_count = 1};
    const int64_t head = firm_head();

    firm_start("a dry run");
    assert_int_equal(invoice_issue(firm()->tx, &paper, &made), ERR_OK);
    assert_string_equal(made.number, "INV-1001");
    firm_finish(ERR_CANCELLED);
    assert_int_equal(firm_head(), head);
    assert_int_equal(firm_aged(NULL, "2026-12-31", BY_POSTED, 0), 0);
    assert_balance(RECEIVABLE, "0.00");
    /* the number that the dry run showed is still free */
    assert_string_equal(firm_invoice("ACME", "2026-01-16", "1.00").number, "INV-1001");
}

static void instalments_age_separately_and_the_last_takes_the_cents(void **state)
{
    const int64_t terms =
        firm_terms("THIRDS", "net 30", "", "33.3333% net 30; 33.3333% net 60; 33.3334% net 90", 0);
    const struct paper_line line = {
        .text = "Goods", .quantity = MICRO, .fixed = true, .net = amount("100.00")};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day("2026-01-01"),
                                .terms_id = terms,
                                .lines = &line,
                                .line_count = 1};
    struct document_made made;

    assert_done(invoice_issue(firm()->tx, &paper, &made));
    assert_open(made.first_item, "33.33");
    assert_open(made.first_item + 1, "33.33");
    assert_open(made.first_item + 2, "33.34");
    struct item item;
    assert_answer(item_get(firm()->book, made.first_item + 2, NULL, &item));
    assert_int_equal(item.due.day, day("2026-04-01").day);
}

static void opening_items_have_no_revenue_and_keep_their_days(void **state)
{
    const struct paper_line line = {
        .text = "Brought forward", .quantity = MICRO, .fixed = true, .net = amount("80.00")};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .number = "OLD-7",
                                .customer_id = firm_customer("ACME"),
                                .date = day("2025-11-03"),
                                .due = day("2025-12-03"),
                                .posted = day("2026-01-01"),
                                .opening = true,
                                .lines = &line,
                                .line_count = 1};
    struct document_made made;

    assert_done(invoice_issue(firm()->tx, &paper, &made));
    assert_balance(OPENING, "-80.00");
    assert_balance(REVENUE, "0.00");
    assert_int_equal(firm_balance(ACCOUNT_PART_RECEIVABLE, "2025-12-31"), 0);
    assert_aged("ACME", "2025-12-31", BY_POSTED, "0.00");
    assert_aged("ACME", "2025-12-31", BY_EFFECTIVE, "80.00");
    struct item item;
    assert_answer(item_get(firm()->book, made.first_item, NULL, &item));
    assert_int_equal(item.due.day, day("2025-12-03").day);
}

static void tax_is_posted_by_code(void **state)
{
    const int64_t tax = firm_tax("S21", 21);
    const struct document_made made =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", tax, 0);

    assert_open(made.first_item, "121.00");
    assert_balance(TAX, "-21.00");
    assert_balance(REVENUE, "-100.00");
}

static void a_void_invoice_that_was_paid_leaves_the_cash_unapplied(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "100.00");
    struct document_made gone;

    firm_apply(payment.first_item, invoice.first_item, "100.00");
    assert_refused(ERR_CONFLICT, "cannot be taken back before that",
                   invoice_void(firm()->tx, invoice.id, day("2026-01-18"), "keying", &gone));
    assert_done(invoice_void(firm()->tx, invoice.id, day("2026-02-01"), "keying", &gone));
    assert_string_equal(gone.number, "VD-1001");
    assert_open(invoice.first_item, "0.00");
    assert_open(payment.first_item, "-100.00");
    assert_balance(REVENUE, "0.00");
    assert_balance(RECEIVABLE, "-100.00");
    assert_open_on(invoice.first_item, "2026-01-31", BY_POSTED, "0.00");
    assert_open_on(invoice.first_item, "2026-01-16", BY_POSTED, "100.00");
    assert_open_on(payment.first_item, "2026-02-01", BY_POSTED, "-100.00");
    assert_refused(ERR_CONFLICT, "reversed already",
                   invoice_void(firm()->tx, invoice.id, day("2026-02-02"), "keying", &gone));
    assert_refused(ERR_CONFLICT, "only invoices",
                   invoice_void(firm()->tx, gone.id, day("2026-02-02"), "keying", &gone));
    assert_refused(ERR_CONFLICT, "only invoices",
                   invoice_void(firm()->tx, payment.id, day("2026-02-02"), "keying", &gone));
}

static void amending_leaves_the_paper_as_it_was(void **state)
{
    const struct document_made made = firm_invoice("ACME", "2026-01-15", "100.00");
    struct document document;

    assert_done(invoice_amend(firm()->tx, made.id, "po", "PO-77", day("2026-01-20")));
    assert_done(invoice_amend(firm()->tx, made.id, "po", "PO-78", day("2026-01-21")));
    assert_answer(document_get(firm()->book, made.id, &firm()->arena, &document));
    assert_string_equal(document.po, "PO-78");
    assert_refused(ERR_INPUT, "cannot be amended",
                   invoice_amend(firm()->tx, made.id, "total", "1", day("2026-01-20")));
}

static void what_a_paper_cannot_be(void **state)
{
    const struct {
        const char *why;
        struct paper paper;
        enum err code;
    } cases[] = {
        {"needs a customer", {.customer_id = 0}, ERR_INPUT},
        {"before the paper's own date", {.due = day("2026-01-01")}, ERR_INPUT},
        {"before its own date", {.posted = day("2026-01-01")}, ERR_INPUT},
    };
    const struct paper_line line = {
        .text = "Goods", .quantity = MICRO, .fixed = true, .net = 10000};
    struct document_made made;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct paper paper = cases[i].paper;
        paper.kind = DOCUMENT_INVOICE;
        paper.customer_id = i == 0 ? 0 : firm_customer("ACME");
        paper.date = day("2026-01-15");
        paper.lines = &line;
        paper.line_count = 1;
        enum err got = firm_do(invoice_issue(firm()->tx, &paper, &made));
        if (got != cases[i].code)
            fail_msg("'%s': got %s '%s'", cases[i].why, err_name(got), firm()->note.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(an_invoice_is_a_debit_on_receivables_and_revenue),
        FIRM(debit_and_credit_memos_go_their_own_ways),
        FIRM(own_numbers_have_no_gap_and_outside_numbers_no_place_in_the_series),
        FIRM(a_paper_of_nothing_takes_a_number_and_has_no_item),
        FIRM(what_fails_or_is_tried_only_leaves_nothing),
        FIRM(instalments_age_separately_and_the_last_takes_the_cents),
        FIRM(opening_items_have_no_revenue_and_keep_their_days),
        FIRM(tax_is_posted_by_code),
        FIRM(a_void_invoice_that_was_paid_leaves_the_cash_unapplied),
        FIRM(amending_leaves_the_paper_as_it_was),
        FIRM(what_a_paper_cannot_be),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
