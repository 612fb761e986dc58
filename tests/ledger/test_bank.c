/* The bank's lines meet our documents; the two proofs of a reconciliation, and who approves it. */
#include "ledger/firm.h"

#include "ledger/bankmatch.h"
#include "ledger/deposit.h"
#include "ledger/period.h"
#include "ledger/reconciliation.h"

#include <stdio.h>
#include <string.h>

static int64_t bank(void)
{
    return account_of(firm()->book, ACCOUNT_PART_BANK);
}

static void open_account(void)
{
    assert_done(bank_account_set(firm()->tx, bank(), "nl91 ABNA 0417 1643 00", money_in("EUR"),
                                 DATE_NONE));
}

static int64_t statement(const char *first, const char *last, const char *opening,
                         const char *closing)
{
    const struct bankbook_statement it = {.account_id = bank(),
                                          .first = day(first),
                                          .last = day(last),
                                          .has_opening = opening,
                                          .opening = opening ? amount(opening) : 0,
                                          .has_closing = closing,
                                          .closing = closing ? amount(closing) : 0,
                                          .number = "1",
                                          .currency = money_in("EUR")};
    int64_t id = 0;

    assert_done(bankbook_statement_add(firm()->tx, &it, &id));
    return id;
}

static struct bankbook_line line_of(int64_t statement_id, const char *date, const char *sum,
                                    const char *text)
{
    return (struct bankbook_line){.statement_id = statement_id,
                                  .account_id = bank(),
                                  .booked = day(date),
                                  .value = day(date),
                                  .amount = amount(sum),
                                  .currency = money_in("EUR"),
                                  .name = "ACME",
                                  .party = "",
                                  .reference = "",
                                  .bank_ref = "",
                                  .text = text,
                                  .code = "",
                                  .reason = ""};
}

static int64_t line(int64_t statement_id, const char *date, const char *sum)
{
    const struct bankbook_line it = line_of(statement_id, date, sum, sum);
    struct hash key;
    int64_t id = 0;

    bankbook_key(&it, 1, &key);
    assert_done(bankbook_line_add(firm()->tx, &it, &key, &id));
    return id;
}

/* A transfer of ACME that reached the bank. */
static struct document_made arrived(const char *date, const char *sum)
{
    const struct document_made payment = firm_pay("ACME", date, sum);
    const struct deposit_new deposit = {
        .date = day(date), .receipts = &payment.id, .count = 1};
    struct document_made made;

    assert_done(deposit_make(firm()->tx, &deposit, &made));
    return made;
}

static enum err try_match(const int64_t *lines, int line_count, const int64_t *documents,
                          int document_count, int64_t *group)
{
    const struct bankmatch_new match = {.account_id = bank(),
                                        .lines = lines,
                                        .line_count = line_count,
                                        .documents = documents,
                                        .document_count = document_count,
                                        .rule = "amount",
                                        .why = "the only one"};

    return bankmatch_make(firm()->tx, &match, group);
}

static int64_t match(int64_t line_id, int64_t document_id)
{
    int64_t group = 0;

    assert_done(try_match(&line_id, 1, &document_id, 1, &group));
    return group;
}

static struct reconciliation look(const char *date)
{
    struct reconciliation r;

    assert_answer(
        reconciliation_look(firm()->book, bank(), day(date), NULL, &firm()->arena, &r));
    return r;
}

static void an_account_is_known_by_its_number(void **state)
{
    struct bank_account account;
    bool found = false;

    open_account();
    assert_answer(bank_account_find(firm()->book, "NL91ABNA0417164300", &firm()->arena, &account,
                                    &found));
    assert_true(found);
    assert_string_equal(account.code, "1200");
    assert_string_equal(account.number, "NL91ABNA0417164300");
    assert_refused(ERR_CONFLICT, "is 1200 Bank already",
                   bank_account_set(firm()->tx,
                                    account_of(firm()->book, ACCOUNT_PART_BANK_CLEARING),
                                    "NL91ABNA0417164300", money_in("EUR"), DATE_NONE));
    assert_refused(ERR_CONFLICT, "is no bank account",
                   bank_account_set(firm()->tx, account_of(firm()->book, ACCOUNT_PART_RECEIVABLE),
                                    "1", money_in("EUR"), DATE_NONE));
}

/* Equal lines differ by their place; the same file again has the same keys. */
static void real_repeats_survive_and_a_second_reading_adds_nothing(void **state)
{
    const struct bankbook_line it = line_of(1, "2026-05-04", "10.00", "coffee");
    struct bankbook_line other = it;
    struct hash first, second, again, moved;

    bankbook_key(&it, 1, &first);
    bankbook_key(&it, 2, &second);
    bankbook_key(&it, 1, &again);
    other.booked = day("2026-05-05");
    bankbook_key(&other, 1, &moved);
    assert_int_not_equal(hash_cmp(&first, &second), 0);
    assert_int_equal(hash_cmp(&first, &again), 0);
    assert_int_not_equal(hash_cmp(&first, &moved), 0);

    open_account();
    const int64_t id = statement("2026-05-01", "2026-05-31", NULL, NULL);
    struct bankbook_line stored = it;
    stored.statement_id = id;
    int64_t row = 0;
    bool has = false;
    assert_done(bankbook_line_add(firm()->tx, &stored, &first, &row));
    assert_answer(bankbook_has(firm()->book, &first, &has));
    assert_true(has);
    assert_answer(bankbook_has(firm()->book, &second, &has));
    assert_false(has);
    assert_int_equal(firm_do(bankbook_line_add(firm()->tx, &stored, &first, &row)), ERR_CONFLICT);
}

static void both_sides_of_a_match_are_the_same_money(void **state)
{
    open_account();
    const int64_t id = statement("2026-05-01", "2026-05-31", NULL, NULL);
    const struct document_made one = arrived("2026-05-04", "100.00");
    const struct document_made two = arrived("2026-05-04", "20.00");
    const int64_t documents[] = {one.id, two.id};
    const int64_t both = line(id, "2026-05-05", "120.00");
    const int64_t lines[] = {line(id, "2026-05-05", "60.00"), line(id, "2026-05-06", "40.00")};
    int64_t group = 0;

    assert_refused(ERR_CONFLICT, "the bank says 120.00 and the documents come to 100.00",
                   try_match(&both, 1, documents, 1, &group));
    assert_done(try_match(&both, 1, documents, 2, &group)); /* one line, two documents */
    assert_refused(ERR_CONFLICT, "is matched already", try_match(lines, 2, documents, 1, &group));
    assert_done(bankmatch_undo(firm()->tx, 1, "wrong line"));
    assert_done(try_match(lines, 2, documents, 1, &group)); /* two lines, one document */
    assert_refused(ERR_CONFLICT, "was taken back already",
                   bankmatch_undo(firm()->tx, 1, "again"));
    assert_refused(ERR_CONFLICT, "there is no match 99", bankmatch_undo(firm()->tx, 99, ""));
    const struct document_made invoice = firm_invoice("ACME", "2026-05-01", "60.00");
    assert_refused(ERR_CONFLICT, "did not move this account",
                   try_match(&both, 1, &invoice.id, 1, &group));
}

struct history {
    int count, undone;
};

static enum err history_take(void *self, const struct bankmatch *match)
{
    struct history *history = self;

    history->count++;
    history->undone += date_is(match->undone);
    return ERR_OK;
}

static void a_match_that_is_taken_back_stays_in_the_history(void **state)
{
    struct history history = {0};

    open_account();
    const int64_t id = statement("2026-05-01", "2026-05-31", NULL, NULL);
    const struct document_made deposit = arrived("2026-05-04", "100.00");
    const int64_t row = line(id, "2026-05-05", "100.00");
    struct deposit shown;
    const int64_t first = match(row, deposit.id);
    assert_answer(deposit_get(firm()->book, deposit.id, &firm()->arena, &shown));
    assert_int_equal(shown.arrived.day, day("2026-05-05").day);
    assert_done(bankmatch_undo(firm()->tx, first, "wrong"));
    assert_answer(deposit_get(firm()->book, deposit.id, &firm()->arena, &shown));
    assert_false(date_is(shown.arrived));
    match(row, deposit.id);
    assert_answer(bankmatch_history(firm()->book, row, history_take, &history));
    assert_int_equal(history.count, 2);
    assert_int_equal(history.undone, 1);
}

/* Opening 1,000.00; a deposit of 100.00 arrives, one of 40.00 is on its way, a refund of 30.00 was
 * not presented yet, and the bank took a charge of 12.00. */
static void the_books_and_the_bank_come_to_the_same(void **state)
{
    struct document_made opening, refund, charge;
    int64_t id = 0;

    open_account();
    struct bank_entry entry = {.bank_id = bank(),
                               .contra_id = account_of(firm()->book, ACCOUNT_PART_OPENING),
                               .date = day("2026-04-30"),
                               .amount = amount("1000.00"),
                               .currency = money_in("EUR"),
                               .opening = true};
    assert_done(bank_entry_post(firm()->tx, &entry, &opening));
    const int64_t file = statement("2026-05-01", "2026-05-31", "1000.00", "1088.00");
    const struct document_made deposit = arrived("2026-05-04", "100.00");
    arrived("2026-05-29", "40.00");
    const struct document_made credit = firm_credit("ACME", "2026-05-10", "30.00");
    assert_done(refund_pay(firm()->tx, credit.first_item, amount("30.00"), day("2026-05-30"),
                           "overpaid", &refund));
    const int64_t in = line(file, "2026-05-05", "100.00");
    const int64_t fee = line(file, "2026-05-31", "-12.00");

    match(in, deposit.id);
    struct reconciliation r = look("2026-05-31");
    assert_int_equal(r.opening, amount("1000.00"));
    assert_int_equal(r.lines, amount("88.00"));
    assert_int_equal(r.closing, amount("1088.00"));
    assert_int_equal(r.file_difference, 0);
    assert_int_equal(r.transit, amount("40.00"));
    assert_int_equal(r.unpresented, amount("30.00"));
    assert_int_equal(r.ledger, amount("1110.00"));
    assert_int_equal(r.ledger_difference, amount("-12.00")); /* the charge that nobody booked */
    assert_refused(ERR_CONFLICT, "the books differ from the bank by -12.00",
                   reconciliation_submit(firm()->tx, &r, &id));

    entry = (struct bank_entry){.bank_id = bank(),
                                .contra_id = account_of(firm()->book, ACCOUNT_PART_BANK_CHARGES),
                                .date = day("2026-05-31"),
                                .amount = amount("-12.00"),
                                .currency = money_in("EUR")};
    assert_done(bank_entry_post(firm()->tx, &entry, &charge));
    match(fee, charge.id);
    r = look("2026-05-31");
    assert_int_equal(r.ledger_difference, 0);
    assert_int_equal(r.unmatched_count, 0);
    assert_done(reconciliation_submit(firm()->tx, &r, &id));
    assert_refused(ERR_CONFLICT, "waits for its approval",
                   reconciliation_submit(firm()->tx, &r, &id));
}

static int64_t submitted(int64_t *group)
{
    struct reconciliation r;
    int64_t id = 0;

    open_account();
    const int64_t file = statement("2026-05-01", "2026-05-31", "0.00", "100.00");
    const struct document_made deposit = arrived("2026-05-04", "100.00");
    const int64_t row = line(file, "2026-05-05", "100.00");
    *group = match(row, deposit.id);
    r = look("2026-05-31");
    assert_done(reconciliation_submit(firm()->tx, &r, &id));
    return id;
}

static enum err decide_as(const char *actor, int64_t id, bool approve)
{
    const struct tx_author author = {.actor = actor, .command = "bank approve"};
    struct tx *tx = NULL;

    assert_int_equal(tx_begin(firm()->book, &tx), ERR_OK);
    assert_int_equal(tx_entry_begin(tx, &author), ERR_OK);
    const enum err e = reconciliation_decide(tx, id, approve, "seen");
    if (e == ERR_OK && tx_entry_end(tx, "", "") == ERR_OK)
        return tx_commit(tx);
    tx_rollback(tx);
    return e;
}

static void somebody_else_approves_and_then_it_is_frozen(void **state)
{
    int64_t group = 0, row = 0;
    const int64_t id = submitted(&group);
    struct reconciliation r;
    struct hash key;

    assert_refused(ERR_DENIED, "somebody else approves it",
                   reconciliation_decide(firm()->tx, id, true, ""));
    assert_int_equal(decide_as("manager", id, true), ERR_OK);
    assert_answer(reconciliation_get(firm()->book, id, &firm()->arena, &r));
    assert_true(r.approved);
    assert_string_equal(r.decided_by, "manager");
    assert_refused(ERR_CONFLICT, "was approved by manager already",
                   reconciliation_decide(firm()->tx, id, false, ""));
    assert_refused(ERR_CONFLICT, "what is matched there stays",
                   bankmatch_undo(firm()->tx, group, "late"));
    const struct bankbook_line late = line_of(1, "2026-05-20", "5.00", "late");
    bankbook_key(&late, 1, &key);
    assert_refused(ERR_CONFLICT, "reconciled and approved to 2026-05-31",
                   bankbook_line_add(firm()->tx, &late, &key, &row));
    /* and the store itself refuses it, whatever the operations say */
    assert_int_not_equal(firm_sql("INSERT INTO bank_unmatch (entry_id, group_id, day, reason)"
                                  " VALUES (1, 1, 1, '')"),
                         ERR_OK);
}

static void what_changed_since_is_not_approved(void **state)
{
    int64_t group = 0;
    const int64_t id = submitted(&group);

    arrived("2026-05-30", "7.00");
    assert_int_equal(decide_as("manager", id, true), ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "out of date"));
    assert_int_equal(decide_as("manager", id, false), ERR_OK);
    assert_done(bankmatch_undo(firm()->tx, group, "rejected"));
}

/* A deposit that was voided before it arrived: both of its book entries wait for nothing. */
static void a_deposit_that_never_arrived_is_not_in_transit(void **state)
{
    struct document_made void_made;

    open_account();
    statement("2026-05-01", "2026-05-31", "0.00", "0.00");
    const struct document_made deposit = arrived("2026-05-04", "100.00");
    assert_int_equal(look("2026-05-31").transit, amount("100.00"));
    assert_done(
        deposit_void(firm()->tx, deposit.id, day("2026-05-06"), "keying", &void_made));
    const struct reconciliation r = look("2026-05-31");
    assert_int_equal(r.transit, 0);
    assert_int_equal(r.unpresented, 0);
    assert_int_equal(r.ledger_difference, 0);
    assert_int_equal(look("2026-05-05").transit, amount("100.00")); /* on that day it was */
}

/* Deposited in May, at the bank in June: at the end of May it was on its way, whatever is known
 * since. */
static void what_arrived_later_was_in_transit(void **state)
{
    open_account();
    const int64_t file = statement("2026-06-01", "2026-06-30", "0.00", "40.00");
    const struct document_made deposit = arrived("2026-05-29", "40.00");
    const int64_t row = line(file, "2026-06-02", "40.00");
    match(row, deposit.id);
    assert_int_equal(look("2026-05-31").transit, amount("40.00"));
    assert_int_equal(look("2026-06-02").transit, 0);
    assert_int_equal(look("2026-06-30").ledger_difference, 0);
}

/* A book that lived before its bank did: what was settled outside waits for nothing. */
static void what_was_before_the_first_day_is_taken_as_equal(void **state)
{
    open_account();
    statement("2026-05-01", "2026-05-31", "100.00", "100.00");
    arrived("2026-03-04", "100.00");
    arrived("2026-05-29", "40.00");
    assert_int_equal(look("2026-05-31").transit, amount("140.00"));
    assert_done(bank_account_set(firm()->tx, bank(), "1", money_in("EUR"), day("2026-05-01")));
    const struct reconciliation r = look("2026-05-31");
    assert_int_equal(r.transit, amount("40.00"));
    assert_int_equal(r.ledger_difference, 0);
}

static void the_chain_covers_what_the_bank_said(void **state)
{
    int64_t group = 0;
    int found = 0;

    submitted(&group);
    assert_int_equal(firm_sql("DROP TRIGGER bank_line_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE bank_line SET amount = 10001"), ERR_OK);
    firm()->damaged = true;
    const char *words = firm_proof(&found);
    assert_true(found >= 2);
    assert_non_null(strstr(words, "the bank says 100.01 and its documents come to 100.00"));
    assert_non_null(strstr(words, "does not fit its hash"));
}

/* The bank had 33.06 before its first statement, and the books nothing. */
static void what_the_bank_had_before_is_entered_once(void **state)
{
    struct document_made made;
    int64_t id = 0;

    open_account();
    const int64_t file = statement("2026-05-01", "2026-05-31", "33.06", "133.06");
    const struct document_made deposit = arrived("2026-05-04", "100.00");
    match(line(file, "2026-05-05", "100.00"), deposit.id);
    struct reconciliation r = look("2026-05-31");
    assert_int_equal(r.file_difference, 0);
    assert_int_equal(r.ledger_difference, amount("33.06"));
    assert_int_equal(r.before, amount("33.06"));
    assert_int_equal(r.began.day, day("2026-05-01").day);
    assert_refused(ERR_CONFLICT, "`bank account --account 1200 --opening 33.06` enters that",
                   reconciliation_submit(firm()->tx, &r, &id));
    assert_refused(ERR_CONFLICT, "before 2026-05-01 the bank itself says 33.06",
                   reconciliation_open(firm()->tx, bank(), amount("33.00"), &made));
    assert_done(reconciliation_open(firm()->tx, bank(), amount("33.06"), &made));
    assert_true(made.id);
    r = look("2026-05-31");
    assert_int_equal(r.before, 0);
    assert_int_equal(r.ledger_difference, 0);
    assert_int_equal(r.transit, 0);
    assert_done(reconciliation_open(firm()->tx, bank(), amount("33.06"), &made));
    assert_false(made.id); /* the books begin with it already */
    assert_done(reconciliation_submit(firm()->tx, &r, &id));
}

/* A file that begins before the day from which the bank is followed: its first lines wait for
 * nothing, and the account begins with what the bank had then. */
static void lines_before_the_first_day_wait_for_nothing(void **state)
{
    struct document_made made;

    assert_done(bank_account_set(firm()->tx, bank(), "1", money_in("EUR"), day("2026-05-10")));
    const int64_t file = statement("2026-05-01", "2026-05-31", "20.00", "90.00");
    line(file, "2026-05-04", "30.00");
    const struct document_made deposit = arrived("2026-05-12", "40.00");
    match(line(file, "2026-05-12", "40.00"), deposit.id);
    struct reconciliation r = look("2026-05-31");
    assert_int_equal(r.opening, amount("50.00"));
    assert_int_equal(r.lines, amount("40.00"));
    assert_int_equal(r.file_difference, 0);
    assert_int_equal(r.unmatched_count, 0);
    assert_int_equal(r.before, amount("50.00"));
    assert_done(reconciliation_open(firm()->tx, bank(), amount("50.00"), &made));
    assert_int_equal(look("2026-05-31").ledger_difference, 0);
}

/* No statement says a balance: the day and the amount are said. */
static void an_opening_that_no_statement_says_needs_its_day(void **state)
{
    const int64_t closing = amount("60.00");
    struct document_made made;
    struct reconciliation r;

    open_account();
    const int64_t file = statement("2026-05-04", "2026-05-31", NULL, NULL);
    const struct document_made deposit = arrived("2026-05-04", "40.00");
    match(line(file, "2026-05-05", "40.00"), deposit.id);
    assert_refused(ERR_USAGE, "no statement says when the account begins",
                   reconciliation_open(firm()->tx, bank(), amount("20.00"), &made));
    assert_done(bank_account_set(firm()->tx, bank(), "1", money_in("EUR"), day("2026-05-01")));
    int april = 0;
    assert_int_equal(period_parse("2026-04", &april, NULL), ERR_OK);
    assert_done(period_close(firm()->tx, april, ""));
    assert_refused(ERR_CLOSED, "2026-04-30 is in a closed period",
                   reconciliation_open(firm()->tx, bank(), amount("20.00"), &made));
    assert_done(period_reopen(firm()->tx, april, "the bank's opening"));
    assert_done(reconciliation_open(firm()->tx, bank(), amount("20.00"), &made));
    assert_answer(reconciliation_look(firm()->book, bank(), day("2026-05-31"), &closing,
                                      &firm()->arena, &r));
    assert_int_equal(r.opening, amount("20.00"));
    assert_int_equal(r.file_difference, 0);
    assert_int_equal(r.ledger_difference, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(what_the_bank_had_before_is_entered_once),
        FIRM(lines_before_the_first_day_wait_for_nothing),
        FIRM(an_opening_that_no_statement_says_needs_its_day),
        FIRM(an_account_is_known_by_its_number),
        FIRM(real_repeats_survive_and_a_second_reading_adds_nothing),
        FIRM(both_sides_of_a_match_are_the_same_money),
        FIRM(a_match_that_is_taken_back_stays_in_the_history),
        FIRM(the_books_and_the_bank_come_to_the_same),
        FIRM(somebody_else_approves_and_then_it_is_frozen),
        FIRM(what_changed_since_is_not_approved),
        FIRM(a_deposit_that_never_arrived_is_not_in_transit),
        FIRM(what_arrived_later_was_in_transit),
        FIRM(what_was_before_the_first_day_is_taken_as_equal),
        FIRM(the_chain_covers_what_the_bank_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
