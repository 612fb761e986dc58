/* Bad debts in a book: against which account, recovered in parts, the tax on them, taken back. */
#include "ledger/baddebt.h"
#include "ledger/baddebttax.h"
#include "ledger/dispute.h"
#include "ledger/entry.h"
#include "ledger/firm.h"
#include "ledger/setting.h"

#include <string.h>

static struct baddebt only_debt(void)
{
    const struct baddebt_query query = {.id = 0};
    struct baddebt *rows = NULL;
    int count = 0;

    assert_answer(baddebt_list(firm()->book, &query, &firm()->arena, &rows, &count));
    assert_int_equal(count, 1);
    return rows[0];
}

static struct document_made write_off(int64_t item, const char *sum, const char *date)
{
    struct document_made made;

    assert_done(baddebt_write_off(firm()->tx, item, amount(sum), day(date), "gone", &made));
    return made;
}

static struct document_made recover(const char *sum, const char *date)
{
    struct document_made made;

    assert_done(baddebt_recover(firm()->tx, only_debt().id, amount(sum), 0, day(date), &made));
    return made;
}

static void direct_to_expense_and_recovered_to_income(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");

    write_off(invoice.first_item, "100.00", "2026-03-01");
    assert_balance(BAD_DEBT, "100.00");
    assert_balance(RECEIVABLE, "0.00");
    assert_open(invoice.first_item, "0.00");
    const struct document_made back = recover("30.00", "2026-05-01");
    assert_balance(BAD_DEBT, "100.00");
    assert_balance(RECOVERED, "-30.00");
    assert_balance(RECEIVABLE, "30.00"); /* owed again, until the money is applied */
    const struct document_made payment = firm_pay("ACME", "2026-05-01", "30.00");
    firm_apply(payment.first_item, back.first_item, "30.00");
    assert_balance(RECEIVABLE, "0.00");
    assert_int_equal(only_debt().recovered, amount("30.00"));
    /* as of a day before, it was owed, then lost */
    assert_aged("ACME", "2026-02-28", BY_POSTED, "100.00");
    assert_aged("ACME", "2026-03-01", BY_POSTED, "0.00");
}

static void the_allowance_bears_it_where_the_book_says_so(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");

    assert_done(setting_set(firm()->tx, "baddebt.method", "allowance"));
    write_off(invoice.first_item, "40.00", "2026-03-01");
    assert_open(invoice.first_item, "60.00");
    assert_balance(ALLOWANCE, "40.00");
    /* a recovery goes where its write-off went, whatever the book says by then */
    assert_done(setting_set(firm()->tx, "baddebt.method", "direct"));
    recover("40.00", "2026-05-01");
    assert_balance(ALLOWANCE, "0.00");
    assert_balance(RECOVERED, "0.00");
    assert_refused(ERR_CONFLICT, "stands with 0.00",
                   baddebt_recover(firm()->tx, only_debt().id, 1, 0, day("2026-05-02"),
                                   &(struct document_made){0}));
}

static void a_foreign_debt_comes_back_at_the_rate_it_went_with(void **state)
{
    firm_rate("USD", "2026-01-01", "0.8333");
    firm_customer_of("USCO", "USD", NULL);
    const struct document_made invoice = firm_invoice("USCO", "2026-01-10", "100.01");

    write_off(invoice.first_item, "100.01", "2026-03-01");
    firm_rate("USD", "2026-04-01", "0.5");
    recover("33.33", "2026-05-01");
    recover("33.33", "2026-05-02");
    recover("33.35", "2026-05-03");
    assert_balance(RECEIVABLE, "83.34"); /* the three parts come to the whole */
    assert_balance(RECOVERED, "-83.34");
}

/* The tax in the only bad debt on a day: left, asked back, given back; and the accounts agree. */
static void assert_taxes(const char *date, const char *left, const char *asked, const char *back)
{
    const struct baddebt_tax_query query = {.as_of = day(date)};
    struct baddebt_tax *rows = NULL;
    int64_t posted = 0;
    int count = 0;

    assert_answer(baddebt_taxes(firm()->book, &query, &firm()->arena, &rows, &count));
    assert_int_equal(count, 1);
    assert_int_equal(rows[0].tax, amount(left));
    assert_int_equal(rows[0].asked, amount(asked));
    assert_int_equal(rows[0].back, amount(back));
    assert_answer(baddebt_taxes_posted(firm()->book, &query, &posted));
    assert_int_equal(posted, rows[0].asked - rows[0].back);
    assert_int_equal(rows[0].base, posted);
}

/* 100.00 + 21 %: the tax of all of it comes back, and a third of it goes again with a third. */
static void relief_and_what_goes_back_of_it(void **state)
{
    const int64_t tax = firm_tax("S21", 21);
    const int64_t terms = firm_terms("N0", "net 0", "", "", 0);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2025-10-10", "100.00", tax, terms);
    struct document_made made, back;

    write_off(invoice.first_item, "121.00", "2025-12-01");
    assert_refused(ERR_CONFLICT, "from 2026-04-11 on",
                   baddebt_relieve(firm()->tx, only_debt().id, day("2026-04-10"), &made));
    assert_refused(ERR_CONFLICT, "ended on 2030-04-10",
                   baddebt_relieve(firm()->tx, only_debt().id, day("2030-04-11"), &made));
    assert_done(baddebt_relieve(firm()->tx, only_debt().id, day("2026-04-11"), &made));
    assert_balance(TAX, "0.00");
    assert_balance(BAD_DEBT, "100.00");
    back = recover("40.33", "2026-05-01");
    assert_balance(TAX, "-7.00");
    assert_balance(BAD_DEBT, "107.00");
    assert_int_equal(only_debt().relief, amount("14.00"));
    assert_refused(ERR_CONFLICT, "take that back first",
                   baddebt_reverse(firm()->tx, made.id, day("2026-05-02"), "x", &made));
    assert_done(baddebt_reverse(firm()->tx, back.id, day("2026-05-02"), "bounced", &made));
    assert_balance(TAX, "0.00");
    assert_balance(RECEIVABLE, "0.00");
    assert_int_equal(only_debt().relief, amount("21.00"));
    assert_int_equal(only_debt().recovered, 0);
    assert_taxes("2025-12-01", "21.00", "0.00", "0.00");
    assert_taxes("2026-04-10", "21.00", "0.00", "0.00");
    assert_taxes("2026-04-11", "0.00", "21.00", "0.00");
    assert_taxes("2026-05-01", "0.00", "21.00", "7.00");
    assert_taxes("2026-05-02", "0.00", "21.00", "0.00");
}

static void a_case_on_it_ends_with_it(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct dispute dispute = {.item_id = invoice.first_item,
                                    .amount = amount("20.00"),
                                    .reason = "PRICE",
                                    .opened = day("2026-02-01")};
    struct dispute *open = NULL;
    int64_t id = 0;
    int count = 0;

    assert_done(dispute_open(firm()->tx, &dispute, &id));
    write_off(invoice.first_item, "100.00", "2026-03-01");
    assert_answer(dispute_list(firm()->book, 0, true, &firm()->arena, &open, &count));
    assert_int_equal(count, 0);
}

static void what_cannot_be_written_off(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-10", "10.00");
    struct document_made made;

    static const struct {
        const char *sum, *date, *reason, *words;
        enum err code;
    } cases[] = {
        {"100.01", "2026-03-01", "gone", "100.00 open", ERR_CONFLICT},
        {"0.00", "2026-03-01", "gone", "100.00 open", ERR_CONFLICT},
        {"100.00", "2026-03-01", " ", "say why", ERR_INPUT},
        {"100.00", "2026-01-09", "gone", "before that", ERR_INPUT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_refused(cases[i].code, cases[i].words,
                       baddebt_write_off(firm()->tx, invoice.first_item, amount(cases[i].sum),
                                         day(cases[i].date), cases[i].reason, &made));
    assert_refused(ERR_CONFLICT, "open",
                   baddebt_write_off(firm()->tx, payment.first_item, amount("10.00"),
                                     day("2026-03-01"), "gone", &made));
}

static void a_whole_entry_of_it_is_taken_back(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    struct entry_work work;

    write_off(invoice.first_item, "100.00", "2026-03-01");
    const int64_t entry = firm_head();
    assert_answer(entry_look(firm()->book, entry, &firm()->arena, &work));
    assert_int_equal(work.count, 1);
    struct document_made made;
    assert_done(baddebt_reverse(firm()->tx, work.documents[0].id, day("2026-04-01"), "x", &made));
    assert_true(only_debt().reversed);
    assert_open(invoice.first_item, "100.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(direct_to_expense_and_recovered_to_income),
        FIRM(the_allowance_bears_it_where_the_book_says_so),
        FIRM(a_foreign_debt_comes_back_at_the_rate_it_went_with),
        FIRM(relief_and_what_goes_back_of_it),
        FIRM(a_case_on_it_ends_with_it),
        FIRM(what_cannot_be_written_off),
        FIRM(a_whole_entry_of_it_is_taken_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
