/* Receipts wait, go to the bank in one sum, come back, and are all accounted for. */
#include "ledger/firm.h"

#include "ledger/deposit.h"

#include <stdio.h>
#include <string.h>

static struct document_made receive(const char *customer, const char *date, const char *total,
                                    enum payment_method method)
{
    const int64_t id = firm_customer(customer);
    const struct payment payment = {.customer_id = id,
                                    .amount = money_of(amount(total), money_in("EUR")),
                                    .date = day(date),
                                    .method = method,
                                    .reference = "4711"};
    struct document_made made;
    int64_t item = 0;

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    return made;
}

static enum err try_deposit(const char *date, const int64_t *receipts, int count, const char *fee,
                            const char *missing, struct document_made *made)
{
    const struct deposit_new deposit = {.date = day(date),
                                        .receipts = receipts,
                                        .count = count,
                                        .fee = fee ? amount(fee) : 0,
                                        .missing = missing ? amount(missing) : 0};

    return deposit_make(firm()->tx, &deposit, made);
}

static struct document_made deposit(const char *date, const int64_t *receipts, int count)
{
    struct document_made made;

    assert_done(try_deposit(date, receipts, count, NULL, NULL, &made));
    return made;
}

static struct document_made reverse(int64_t id, const char *date)
{
    struct document_made made;

    assert_done(payment_reverse(firm()->tx, id, day(date), "nsf", 0, &made));
    return made;
}

static struct document_made take_back(int64_t id, const char *date)
{
    struct document_made made;

    assert_done(deposit_void(firm()->tx, id, day(date), "keying", &made));
    return made;
}

struct waiting {
    int count;
    int64_t sum;
};

static enum err count_waiting(void *self, const struct deposit_receipt *receipt)
{
    struct waiting *waiting = self;

    waiting->count++;
    waiting->sum += receipt->amount.minor;
    return ERR_OK;
}

/* What waits at the end of a day is what the general ledger has there. */
static void waits(const char *as_of, int count, const char *sum)
{
    struct waiting waiting = {0};

    assert_answer(deposit_pending(firm()->book, day(as_of), METHODS_UNDEPOSITED, NULL,
                                  count_waiting, &waiting));
    if (waiting.count != count || waiting.sum != amount(sum))
        fail_msg("on %s %d receipts wait, %lld, not %d of %s", as_of, waiting.count,
                 (long long)waiting.sum, count, sum);
    assert_int_equal(firm_balance(ACCOUNT_PART_UNDEPOSITED, as_of), waiting.sum);
}

static void cash_and_cheques_go_in_one_sum(void **state)
{
    const int64_t ids[] = {receive("ACME", "2026-02-01", "100.00", METHOD_CASH).id,
                           receive("BOLT", "2026-02-02", "250.00", METHOD_CHEQUE).id};
    receive("BOLT", "2026-02-03", "80.00", METHOD_CHEQUE);
    receive("BOLT", "2026-02-03", "7.00", METHOD_TRANSFER);
    waits("2026-02-05", 3, "430.00");

    const struct document_made made = deposit("2026-02-05", ids, 2);
    assert_string_equal(made.number, "DEP-1001");
    assert_int_equal(made.total, amount("350.00"));
    assert_balance(BANK, "350.00");
    waits("2026-02-01", 1, "100.00");
    waits("2026-02-04", 3, "430.00");
    waits("2026-02-05", 1, "80.00");

    struct deposit_receipt *rows = NULL;
    struct deposit shown;
    int count = 0;
    assert_answer(deposit_receipts(firm()->book, made.id, &firm()->arena, &rows, &count));
    assert_int_equal(count, 2);
    assert_string_equal(rows[1].customer, "BOLT");
    assert_string_equal(rows[1].reference, "4711");
    assert_int_equal(rows[1].amount.minor, amount("250.00"));
    assert_answer(deposit_get(firm()->book, made.id, &firm()->arena, &shown));
    assert_string_equal(shown.bank, "1200");
    assert_int_equal(shown.gross.minor, amount("350.00"));
    assert_string_equal(shown.voided, "");
}

static void fees_and_differences_are_booked(void **state)
{
    static const struct {
        enum payment_method method;
        const char *gross, *fee, *missing, *bank, *charges, *over_short;
    } cases[] = {
        {METHOD_CARD, "500.00", "9.50", NULL, "490.50", "9.50", "0.00"},
        {METHOD_CASH, "100.00", NULL, "2.00", "588.50", "9.50", "2.00"},
        {METHOD_CASH, "100.00", NULL, "-0.05", "688.55", "9.50", "1.95"},
        {METHOD_TRANSFER, "60.00", NULL, NULL, "748.55", "9.50", "1.95"},
        {METHOD_CHEQUE, "40.00", "1.00", "0.50", "787.05", "10.50", "2.45"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const int64_t id = receive("ACME", "2026-02-01", cases[i].gross, cases[i].method).id;
        struct document_made made;
        assert_done(try_deposit("2026-02-05", &id, 1, cases[i].fee, cases[i].missing, &made));
        assert_int_equal(firm_balance(ACCOUNT_PART_BANK, "2026-12-31"), amount(cases[i].bank));
        assert_int_equal(firm_balance(ACCOUNT_PART_BANK_CHARGES, "2026-12-31"),
                         amount(cases[i].charges));
        assert_int_equal(firm_balance(ACCOUNT_PART_OVER_SHORT, "2026-12-31"),
                         amount(cases[i].over_short));
    }
    assert_balance(UNDEPOSITED, "0.00");
    assert_balance(CARD_CLEARING, "0.00");
    assert_balance(BANK_CLEARING, "0.00");
}

static void what_no_deposit_takes(void **state)
{
    const int64_t cash = receive("ACME", "2026-02-01", "100.00", METHOD_CASH).id;
    const int64_t late = receive("ACME", "2026-02-10", "10.00", METHOD_CHEQUE).id;
    const int64_t card = receive("ACME", "2026-02-01", "50.00", METHOD_CARD).id;
    const int64_t gone = receive("ACME", "2026-02-01", "20.00", METHOD_CHEQUE).id;
    const int64_t invoice = firm_invoice("ACME", "2026-02-01", "10.00").id;
    const int64_t twice[] = {cash, late, cash}, mixed[] = {cash, card};
    struct document_made made;

    reverse(gone, "2026-02-03");
    assert_refused(ERR_CONFLICT, "no receipt",
                   try_deposit("2026-02-05", &cash, 0, NULL, NULL, &made));
    assert_refused(ERR_CONFLICT, "came on 2026-02-10",
                   try_deposit("2026-02-05", &late, 1, NULL, NULL, &made));
    assert_refused(ERR_CONFLICT, "is reversed",
                   try_deposit("2026-02-05", &gone, 1, NULL, NULL, &made));
    assert_refused(ERR_CONFLICT, "only payments",
                   try_deposit("2026-02-05", &invoice, 1, NULL, NULL, &made));
    assert_refused(ERR_INPUT, "named twice",
                   try_deposit("2026-02-15", twice, 3, NULL, NULL, &made));
    assert_refused(ERR_CONFLICT, "a deposit of each",
                   try_deposit("2026-02-05", mixed, 2, NULL, NULL, &made));
    assert_refused(ERR_INPUT, "nothing would reach the bank",
                   try_deposit("2026-02-05", &cash, 1, "60.00", "40.00", &made));
    assert_refused(ERR_INPUT, "cannot be negative",
                   try_deposit("2026-02-05", &cash, 1, "-1.00", NULL, &made));
    struct deposit_new wrong = {.date = day("2026-02-05"), .receipts = &cash, .count = 1};
    wrong.bank_id = account_of(firm()->book, ACCOUNT_PART_UNDEPOSITED);
    assert_refused(ERR_CONFLICT, "already", deposit_make(firm()->tx, &wrong, &made));
    wrong.bank_id = account_of(firm()->book, ACCOUNT_PART_RECEIVABLE);
    assert_refused(ERR_CONFLICT, "no bank account", deposit_make(firm()->tx, &wrong, &made));
    wrong.bank_id = account_of(firm()->book, ACCOUNT_PART_REVENUE);
    assert_refused(ERR_CONFLICT, "no bank account", deposit_make(firm()->tx, &wrong, &made));

    deposit("2026-02-05", &cash, 1);
    assert_refused(ERR_CONFLICT, "with DEP-1001 already",
                   try_deposit("2026-02-06", &cash, 1, NULL, NULL, &made));
}

static void a_returned_cheque_goes_back_from_the_bank(void **state)
{
    const int64_t ids[] = {receive("ACME", "2026-02-01", "100.00", METHOD_CHEQUE).id,
                           receive("BOLT", "2026-02-02", "250.00", METHOD_CHEQUE).id};
    struct document_made made;

    const int64_t id = deposit("2026-02-05", ids, 2).id;
    assert_refused(ERR_CONFLICT, "with DEP-1001 on 2026-02-05",
                   payment_reverse(firm()->tx, ids[0], day("2026-02-04"), "nsf", 0, &made));
    reverse(ids[0], "2026-02-09");
    assert_balance(BANK, "250.00");
    waits("2026-02-04", 2, "350.00");
    waits("2026-02-09", 0, "0.00");
    assert_refused(ERR_CONFLICT, "came back from the bank with REV-1001",
                   deposit_void(firm()->tx, id, day("2026-02-10"), "keying", &made));
    /* the other one of it is still locked */
    assert_refused(ERR_CONFLICT, "with DEP-1001 already",
                   try_deposit("2026-02-11", &ids[1], 1, NULL, NULL, &made));
}

static void what_was_not_deposited_goes_back_where_it_lies(void **state)
{
    const int64_t cheque = receive("ACME", "2026-02-01", "100.00", METHOD_CHEQUE).id;
    const int64_t card = receive("ACME", "2026-02-01", "50.00", METHOD_CARD).id;

    reverse(cheque, "2026-02-03");
    reverse(card, "2026-02-03");
    assert_balance(UNDEPOSITED, "0.00");
    assert_balance(CARD_CLEARING, "0.00");
    assert_balance(BANK, "0.00");
}

static void a_void_frees_the_receipts(void **state)
{
    const int64_t ids[] = {receive("ACME", "2026-02-01", "100.00", METHOD_CASH).id,
                           receive("BOLT", "2026-02-02", "250.00", METHOD_CHEQUE).id};
    struct document_made made;

    const int64_t wrong = deposit("2026-02-05", ids, 2).id;
    assert_refused(ERR_CONFLICT, "cannot be reversed before",
                   deposit_void(firm()->tx, wrong, day("2026-02-04"), "keying", &made));
    assert_refused(ERR_CONFLICT, "not a deposit",
                   deposit_void(firm()->tx, ids[0], day("2026-02-05"), "keying", &made));
    take_back(wrong, "2026-02-08");
    assert_refused(ERR_CONFLICT, "reversed already",
                   deposit_void(firm()->tx, wrong, day("2026-02-08"), "keying", &made));
    assert_balance(BANK, "0.00");
    waits("2026-02-04", 2, "350.00");
    waits("2026-02-07", 0, "0.00");
    waits("2026-02-08", 2, "350.00");

    /* between the deposit and its void the money was not there */
    assert_refused(ERR_CONFLICT, "until VD-1001 voided that on 2026-02-08",
                   try_deposit("2026-02-07", ids, 2, NULL, NULL, &made));
    assert_refused(ERR_CONFLICT, "it cannot be reversed before",
                   payment_reverse(firm()->tx, ids[1], day("2026-02-07"), "stop", 0, &made));
    reverse(ids[1], "2026-02-08");
    deposit("2026-02-09", ids, 1);
    assert_balance(BANK, "100.00");
    waits("2026-02-08", 1, "100.00");
    waits("2026-02-09", 0, "0.00");
}

static void another_currency_leaves_with_the_rate_it_came_with(void **state)
{
    struct document_made made[2], deposited;
    int64_t item = 0;

    firm_rate("USD", "2026-01-01", "0.9");
    firm_rate("USD", "2026-02-03", "0.8");
    for (int i = 0; i < 2; i++) {
        const struct payment payment = {.customer_id = firm_customer_of("YANK", "USD", NULL),
                                        .amount = money_of(amount("100.00"), money_in("USD")),
                                        .date = day(i ? "2026-02-03" : "2026-02-01"),
                                        .method = METHOD_CHEQUE};
        assert_done(payment_receive(firm()->tx, &payment, &made[i], &item));
    }
    const int64_t euro = receive("ACME", "2026-02-01", "5.00", METHOD_CASH).id;
    const int64_t ids[] = {made[0].id, made[1].id, euro};
    assert_refused(ERR_CONFLICT, "is in USD",
                   try_deposit("2026-02-05", ids, 3, NULL, NULL, &deposited));
    assert_done(try_deposit("2026-02-05", ids, 2, "3.33", NULL, &deposited));
    assert_balance(UNDEPOSITED, "5.00");
    assert_balance(BANK_CHARGES, "2.83"); /* 3.33 of 200.00, which are 170.00 */
    assert_balance(BANK, "167.17");
    reverse(made[0].id, "2026-02-10");
    assert_balance(BANK, "77.17");
}

/* ---- any order of acts ----------------------------------------------------------------------- */

#define ACTS 400
#define FIRST_DAY 20454 /* 2026-01-01 */
#define SPAN 120

struct game {
    uint64_t state;
    int64_t receipts[ACTS], deposits[ACTS];
    int receipt_count, deposit_count, done;
};

static int pick(struct game *game, int below)
{
    game->state = game->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((game->state >> 33) % (uint64_t)below);
}

static void game_receive(struct game *game)
{
    static const enum payment_method methods[] = {METHOD_CASH, METHOD_CHEQUE, METHOD_CHEQUE,
                                                  METHOD_CARD};
    const bool foreign = pick(game, 4) == 0;
    const struct date date = {FIRST_DAY + pick(game, SPAN)};
    const struct payment payment = {
        .customer_id = foreign ? firm_customer_of("YANK", "USD", NULL) : firm_customer("ACME"),
        .amount = money_of(1 + pick(game, 100000), money_in(foreign ? "USD" : "EUR")),
        .date = date,
        .posted = {date.day + (pick(game, 3) ? 0 : pick(game, 20))},
        .method = methods[pick(game, 4)]};
    struct document_made made;
    int64_t item = 0;

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    game->receipts[game->receipt_count++] = made.id;
}

static void game_deposit(struct game *game)
{
    int64_t chosen[4];
    struct document_made made;
    struct deposit_new deposited = {.date = {FIRST_DAY + pick(game, SPAN + 60)},
                                    .receipts = chosen,
                                    .count = 1 + pick(game, 4),
                                    .fee = pick(game, 3) ? 0 : pick(game, 200),
                                    .missing = pick(game, 3) ? 0 : 50 - pick(game, 100)};

    for (int i = 0; i < deposited.count; i++)
        chosen[i] = game->receipts[pick(game, game->receipt_count)];
    if (firm_do(deposit_make(firm()->tx, &deposited, &made)) == ERR_OK) {
        game->deposits[game->deposit_count++] = made.id;
        game->done++;
    }
}

static void game_take_back(struct game *game)
{
    const struct date date = {FIRST_DAY + pick(game, SPAN + 90)};
    struct document_made made;
    enum err e;

    if (pick(game, 2) || game->deposit_count == 0)
        e = firm_do(payment_reverse(firm()->tx, game->receipts[pick(game, game->receipt_count)],
                                    date, "nsf", 0, &made));
    else
        e = firm_do(deposit_void(firm()->tx, game->deposits[pick(game, game->deposit_count)], date,
                                 "keying", &made));
    game->done += e == ERR_OK;
}

struct in_base {
    int64_t account_id, sum;
};

static enum err add_base(void *self, const struct deposit_receipt *receipt)
{
    struct in_base *in_base = self;

    if (receipt->account_id == in_base->account_id)
        in_base->sum += receipt->base;
    return ERR_OK;
}

/* At the end of any day what waits is what the general ledger has on the account. */
static void judge_day(struct game *game, int number, enum account_part part)
{
    const struct date date = {FIRST_DAY - 1 + pick(game, SPAN + 100)};
    struct in_base in_base = {.account_id = account_of(firm()->book, part)};
    char text[DATE_TEXT];

    assert_answer(deposit_pending(firm()->book, date, 0, NULL, add_base, &in_base));
    if (firm_balance(part, date_iso(date, text)) != in_base.sum)
        fail_msg("act %d: on %s the account has %lld, the receipts that wait come to %lld", number,
                 text, (long long)firm_balance(part, text), (long long)in_base.sum);
}

static void on_every_day_the_account_is_what_waits(void **state)
{
    struct game game = {.state = 20261122};

    firm_rate("USD", "2025-12-01", "0.9137");
    firm_rate("USD", "2026-02-15", "0.8311");
    for (int i = 0; i < ACTS; i++) {
        const int what = pick(&game, 10);
        if (what < 4 || game.receipt_count == 0)
            game_receive(&game);
        else if (what < 8)
            game_deposit(&game);
        else
            game_take_back(&game);
        judge_day(&game, i, ACCOUNT_PART_UNDEPOSITED);
        judge_day(&game, i, ACCOUNT_PART_CARD_CLEARING);
    }
    assert_true(game.done > ACTS / 10); /* else the game was too tame to say anything */
}

/* ---- what the proof and the store see ------------------------------------------------------- */

static void the_store_keeps_the_rows(void **state)
{
    const int64_t id = receive("ACME", "2026-02-01", "100.00", METHOD_CASH).id;

    deposit("2026-02-05", &id, 1);
    assert_int_not_equal(firm_sql("UPDATE deposit_line SET receipt_id = 7"), ERR_OK);
    assert_int_not_equal(firm_sql("DELETE FROM deposit_line"), ERR_OK);
    assert_int_not_equal(firm_sql("INSERT INTO deposit_line (entry_id, deposit_id, receipt_id)"
                                  " SELECT entry_id, deposit_id, receipt_id FROM deposit_line"),
                         ERR_OK);
}

static void must_run(const char *sql)
{
    if (firm_sql(sql) != ERR_OK)
        fail_msg("%s: %s", sql, firm()->note.text);
}

/* Past the triggers: documents 1 and 2 are receipts, 3 is their deposit, 4 a receipt in 5. */
static void the_proof_names_what_is_wrong(void **state)
{
    static const struct {
        const char *sql, *back, *words;
    } cases[] = {
        {"DELETE FROM deposit_line WHERE id = 1",
         "INSERT INTO deposit_line SELECT 1, entry_id, 3, 1 FROM document WHERE id = 3",
         "deposit DEP-1001 takes over 350.00 EUR, but its receipts brought 250.00"},
        {"DELETE FROM deposit_line WHERE id = 1",
         "INSERT INTO deposit_line SELECT 1, entry_id, 3, 1 FROM document WHERE id = 3",
         "1210 Undeposited funds has -100.00 EUR, -100.00 EUR, more than the receipts that wait"},
        {"DELETE FROM deposit_line WHERE id = 1",
         "INSERT INTO deposit_line SELECT 1, entry_id, 3, 1 FROM document WHERE id = 3",
         "does not fit its hash"},
        {"INSERT INTO deposit_line SELECT 9, entry_id, 5, 1 FROM document WHERE id = 5",
         "DELETE FROM deposit_line WHERE id = 9", "payment P-1001 is in 2 deposits that stand"},
        {"UPDATE deposit_line SET deposit_id = 4 WHERE id = 1",
         "UPDATE deposit_line SET deposit_id = 3 WHERE id = 1",
         "row 1 of the deposits puts document 1 into no deposit"},
        {"UPDATE document SET total = 34000 WHERE id = 3",
         "UPDATE document SET total = 35000 WHERE id = 3",
         "deposit DEP-1001 says 340.00 EUR, but the bank got 350.00"},
    };
    static const char *const triggers[] = {"deposit_line_no_update", "deposit_line_no_delete",
                                           "deposit_line_once", "document_no_update"};
    const int64_t ids[] = {receive("ACME", "2026-02-01", "100.00", METHOD_CASH).id,
                           receive("BOLT", "2026-02-02", "250.00", METHOD_CHEQUE).id};
    char sql[80];
    int found = 0;

    deposit("2026-02-05", ids, 2);
    const int64_t other = receive("ACME", "2026-02-06", "30.00", METHOD_CASH).id;
    deposit("2026-02-06", &other, 1);
    for (size_t i = 0; i < sizeof triggers / sizeof triggers[0]; i++) {
        snprintf(sql, sizeof sql, "DROP TRIGGER %s", triggers[i]);
        must_run(sql);
    }
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        must_run(cases[i].sql);
        const char *said = firm_proof(&found);
        if (found == 0 || !strstr(said, cases[i].words))
            fail_msg("after %s the proof says: %s", cases[i].sql, said);
        must_run(cases[i].back);
    }
    (void)firm_proof(&found);
    assert_int_equal(found, 0);
    firm()->damaged = true; /* only its triggers are gone */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(cash_and_cheques_go_in_one_sum),
        FIRM(fees_and_differences_are_booked),
        FIRM(what_no_deposit_takes),
        FIRM(a_returned_cheque_goes_back_from_the_bank),
        FIRM(what_was_not_deposited_goes_back_where_it_lies),
        FIRM(a_void_frees_the_receipts),
        FIRM(another_currency_leaves_with_the_rate_it_came_with),
        FIRM(on_every_day_the_account_is_what_waits),
        FIRM(the_store_keeps_the_rows),
        FIRM(the_proof_names_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
