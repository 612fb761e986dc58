/* Batches: drafts that count nowhere until they come to their control total (RULES.md R14). */
#include "ledger/firm.h"

#include "ledger/batch.h"
#include "ledger/pending.h"

#include <stdio.h>
#include <string.h>

static int64_t opened(const char *date, int64_t count, const char *total)
{
    const struct batch_new batch = {.day = day(date),
                                    .account_id = account_of(firm()->book, ACCOUNT_PART_BANK),
                                    .currency = money_in("EUR"),
                                    .count = count,
                                    .total = amount(total)};
    int64_t id = 0;

    assert_done(batch_open(firm()->tx, &batch, &id));
    return id;
}

static struct batch batch_now(int64_t id)
{
    struct batch batch;

    assert_answer(batch_get(firm()->book, id, &firm()->arena, &batch));
    return batch;
}

static enum err try_line(int64_t batch, const char *customer, const char *sum, int64_t item,
                         const char *cheque, int64_t *seq)
{
    static int lines;
    struct batch_pay pay = {item, amount(sum)};
    const struct batch_line_new line = {.command = "payment receive",
                                        .op_id = arena_format(&firm()->arena, "line-%d", ++lines),
                                        .customer_id = firm_customer(customer),
                                        .amount = money_of(amount(sum), money_in("EUR")),
                                        .method = cheque ? METHOD_CHEQUE : METHOD_TRANSFER,
                                        .reference = cheque ? cheque : "",
                                        .pays = &pay,
                                        .pay_count = item != 0};

    return firm_do(batch_line_add(firm()->tx, batch, &line, 0, seq));
}

static int64_t entered(int64_t batch, const char *customer, const char *sum, int64_t item)
{
    int64_t seq = 0;

    firm_customer(customer);
    if (try_line(batch, customer, sum, item, NULL, &seq) != ERR_OK)
        fail_msg("%s", firm()->note.text);
    return seq;
}

static int64_t line_id(int64_t batch, int64_t seq)
{
    struct batch_line *lines;
    int count;

    assert_answer(batch_lines(firm()->book, batch, &firm()->arena, &lines, &count));
    for (int i = 0; i < count; i++)
        if (lines[i].seq == seq)
            return lines[i].id;
    fail_msg("there is no line %d", (int)seq);
    return 0;
}

static void batches_of_a_day_are_lettered(void **state)
{
    struct batch found;
    (void)state;

    const int64_t first = opened("2026-06-30", 2, "100.00");
    assert_string_equal(batch_now(first).number, "2026-06-30/A");
    assert_string_equal(batch_now(opened("2026-06-30", 1, "5.00")).number, "2026-06-30/B");
    assert_string_equal(batch_now(opened("2026-06-29", 1, "5.00")).number, "2026-06-29/A");
    for (int i = 2; i < 26; i++)
        opened("2026-06-30", 1, "5.00");
    assert_string_equal(batch_now(opened("2026-06-30", 1, "5.00")).number, "2026-06-30/AA");
    /* the letters alone mean today's */
    assert_answer(batch_find(firm()->book, "a", &firm()->arena, &found));
    assert_string_equal(found.number, "2026-06-30/A");
    assert_done(batch_drop(firm()->tx, first, "another day"));
    assert_answer(batch_find(firm()->book, "A", &firm()->arena, &found));
    assert_string_equal(found.number, "2026-06-29/A");
    opened("2026-06-28", 1, "5.00");
    assert_int_equal(batch_find(firm()->book, "A", &firm()->arena, &found), ERR_CONFLICT);
    assert_int_equal(batch_find(firm()->book, "ZZ", &firm()->arena, &found), ERR_MISSING);
}

static void a_draft_counts_nowhere_and_is_pending(void **state)
{
    struct pending *list;
    bool any = true;
    int count;
    (void)state;

    const struct document_made invoice = firm_invoice("ACME", "2026-06-01", "100.00");
    const int64_t batch = opened("2026-06-30", 2, "100.00");
    assert_answer(pending_is_any(firm()->book, &any));
    assert_false(any);
    entered(batch, "ACME", "60.00", invoice.first_item);
    entered(batch, "ACME", "40.00", 0);
    assert_open(invoice.first_item, "100.00");
    assert_aged("ACME", "2026-06-30", BY_POSTED, "100.00");
    assert_balance(BANK_CLEARING, "0.00");
    assert_int_equal(batch_now(batch).state, BATCH_BALANCED);
    assert_answer(pending_of_item(firm()->book, invoice.first_item, &firm()->arena, &list, &count));
    assert_int_equal(count, 1);
    assert_int_equal(pending_sum(list, count), amount("60.00"));
    assert_string_equal(pending_words(list, count, DATE_NONE, &firm()->arena),
                        "2026-06-30/A, anna");
    assert_string_equal(pending_words(list, count, day("2026-06-30"), &firm()->arena), "A, anna");
    assert_answer(
        pending_of_customer(firm()->book, firm_customer("ACME"), &firm()->arena, &list, &count));
    assert_int_equal(pending_sum(list, count), amount("100.00"));
    assert_done(batch_drop(firm()->tx, batch, "not ours"));
    assert_answer(pending_of_item(firm()->book, invoice.first_item, &firm()->arena, &list, &count));
    assert_int_equal(count, 0);
    assert_answer(pending_is_any(firm()->book, &any));
    assert_false(any);
}

static void two_lines_cannot_pay_the_same(void **state)
{
    int64_t seq = 0;
    (void)state;

    const struct document_made invoice = firm_invoice("ACME", "2026-06-01", "100.00");
    const int64_t batch = opened("2026-06-30", 2, "100.00"),
                  other = opened("2026-06-30", 1, "9.00");
    entered(batch, "ACME", "60.00", invoice.first_item);
    firm_refused(try_line(batch, "ACME", "40.01", invoice.first_item, NULL, &seq), ERR_CONFLICT,
                 "line 1 of this batch pays it already", "", __FILE__, __LINE__);
    entered(batch, "ACME", "40.00", invoice.first_item);
    entered(other, "ACME", "9.00",
            invoice.first_item); /* somebody else's: seen when it is posted */
}

static void a_cheque_is_taken_once(void **state)
{
    int64_t seq = 0;
    (void)state;

    const int64_t batch = opened("2026-06-30", 2, "100.00"),
                  other = opened("2026-06-30", 1, "9.00");
    firm_customer("ACME");
    firm_customer("BOLT");
    assert_int_equal(try_line(batch, "ACME", "60.00", 0, "4711", &seq), ERR_OK);
    firm_refused(try_line(other, "ACME", "60.00", 0, "4711", &seq), ERR_CONFLICT,
                 "2026-06-30/A/1 is the same cheque", "", __FILE__, __LINE__);
    assert_int_equal(try_line(other, "BOLT", "60.00", 0, "4711", &seq), ERR_OK);
    assert_int_equal(try_line(other, "ACME", "60.01", 0, "4711", &seq), ERR_OK);
    assert_done(batch_drop(firm()->tx, batch, "not ours"));
    assert_int_equal(try_line(other, "ACME", "60.00", 0, "4711", &seq), ERR_OK);
}

static void lines_move_and_go(void **state)
{
    int64_t seq = 0;
    (void)state;

    const int64_t batch = opened("2026-06-30", 2, "100.00"),
                  other = opened("2026-06-30", 1, "9.00");
    entered(batch, "ACME", "60.00", 0);
    entered(batch, "ACME", "41.00", 0);
    assert_done(batch_line_move(firm()->tx, line_id(batch, 1), other, &seq));
    assert_int_equal(seq, 1);
    assert_int_equal(batch_now(batch).lines, 1);
    assert_int_equal(batch_now(batch).entered, amount("41.00"));
    assert_int_equal(batch_now(other).entered, amount("60.00"));
    assert_refused(ERR_CONFLICT, "is in batch",
                   batch_line_move(firm()->tx, line_id(other, 1), other, &seq));
    assert_done(batch_line_remove(firm()->tx, line_id(other, 1)));
    assert_int_equal(batch_now(other).lines, 0);
    assert_done(batch_drop(firm()->tx, other, "empty"));
    assert_refused(ERR_CONFLICT, "dropped already",
                   batch_line_move(firm()->tx, line_id(batch, 2), other, &seq));
    /* what was taken out is still told */
    struct batch_event *events;
    int count;
    assert_answer(batch_events(firm()->book, batch, &firm()->arena, &events, &count));
    assert_int_equal(count, 1);
    assert_string_equal(events[0].before, "1 60.00");
    assert_string_equal(events[0].after, "moved to 2026-06-30/B/1");
}

static void a_control_total_is_corrected_with_a_reason(void **state)
{
    (void)state;

    const int64_t batch = opened("2026-06-30", 2, "100.00");
    const struct batch_new right = {.count = 3, .total = amount("110.00")};
    const struct batch_new none = {.count = 0, .total = amount("110.00")};
    assert_refused(ERR_INPUT, "say why", batch_correct(firm()->tx, batch, &right, " "));
    assert_refused(ERR_INPUT, "at least one", batch_correct(firm()->tx, batch, &none, "x"));
    assert_done(batch_correct(firm()->tx, batch, &right, "misread"));
    assert_int_equal(batch_now(batch).count, 3);
    assert_int_equal(batch_now(batch).total, amount("110.00"));
    struct batch_event *events;
    int count;
    assert_answer(batch_events(firm()->book, batch, &firm()->arena, &events, &count));
    assert_int_equal(count, 3);
    assert_string_equal(events[1].before, "100.00");
    assert_string_equal(events[1].after, "110.00");
    assert_string_equal(events[2].after, "misread");
}

static void an_accepted_difference_is_that_one_only(void **state)
{
    (void)state;

    const int64_t batch = opened("2026-06-30", 2, "100.00");
    assert_refused(ERR_CONFLICT, "no line yet", batch_accept(firm()->tx, batch, "why"));
    entered(batch, "ACME", "60.00", 0);
    struct batch now = batch_now(batch);
    assert_int_equal(batch_post_judge(firm()->book, &now), ERR_CONFLICT);
    assert_refused(ERR_INPUT, "say why", batch_accept(firm()->tx, batch, ""));
    assert_done(batch_accept(firm()->tx, batch, "the other cheque comes tomorrow"));
    now = batch_now(batch);
    assert_string_equal(now.accepted_by, "anna");
    assert_string_equal(now.accepted_why, "the other cheque comes tomorrow");
    assert_int_equal(batch_post_judge(firm()->book, &now), ERR_OK);
    entered(batch, "ACME", "1.00", 0);
    now = batch_now(batch);
    assert_null(now.accepted_by);
    assert_int_equal(batch_post_judge(firm()->book, &now), ERR_CONFLICT);
    entered(batch, "ACME", "39.00", 0);
    now = batch_now(batch); /* the sum is right, the count is not */
    assert_int_equal(now.state, BATCH_DRAFT);
    assert_int_equal(batch_post_judge(firm()->book, &now), ERR_CONFLICT);
    assert_done(batch_line_remove(firm()->tx, line_id(batch, 2)));
    const struct batch_new right = {.count = 2, .total = amount("99.00")};
    assert_done(batch_correct(firm()->tx, batch, &right, "misread"));
    assert_refused(ERR_CONFLICT, "no difference", batch_accept(firm()->tx, batch, "why"));
}

/* What is tried leaves no trace: the next number, the next id, the totals are as before. */
static void a_trial_leaves_nothing(void **state)
{
    const struct payment payment = {.customer_id = firm_customer("ACME"),
                                    .amount = money_of(amount("50.00"), money_in("EUR")),
                                    .date = day("2026-06-30"),
                                    .method = METHOD_TRANSFER};
    const struct tx_author author = {"anna", "trial", NULL};
    const struct document_made invoice = firm_invoice("ACME", "2026-06-01", "100.00");
    const struct settle settle = {.debit_id = invoice.first_item, .all = true, .date = DATE_NONE};
    struct batch_line_new line;
    struct document_made made;
    struct settled settled;
    struct tx *tx = NULL;
    int64_t item = 0;
    (void)state;

    for (int finished = 0; finished < 2; finished++) {
        assert_int_equal(tx_begin(firm()->book, &tx), ERR_OK);
        assert_int_equal(tx_trial_begin(tx), ERR_OK);
        assert_int_equal(tx_entry_begin(tx, &author), ERR_OK);
        assert_int_equal(payment_receive(tx, &payment, &made, &item), ERR_OK);
        assert_int_equal(payment_apply(tx, item, &settle, &settled), ERR_OK);
        if (finished) { /* else it failed in the middle of its entry */
            assert_int_equal(tx_entry_end(tx, made.number, ""), ERR_OK);
            assert_int_equal(batch_line_tried(tx, &firm()->arena, &line), ERR_OK);
            assert_int_equal(line.amount.minor, amount("50.00"));
            assert_int_equal(line.pay_count, 1);
            assert_int_equal(line.pays[0].item_id, invoice.first_item);
            assert_int_equal(line.pays[0].amount, amount("50.00"));
        }
        assert_int_equal(tx_trial_end(tx), ERR_OK);
        assert_int_equal(tx_commit(tx), ERR_OK);
        assert_open(invoice.first_item, "100.00");
        assert_balance(BANK_CLEARING, "0.00");
    }
    assert_string_equal(firm_pay("ACME", "2026-06-30", "50.00").number, "P-1001");
}

static void what_is_posted_stays(void **state)
{
    (void)state;

    const int64_t batch = opened("2026-06-30", 1, "50.00");
    entered(batch, "ACME", "50.00", 0);
    const struct payment payment = {.customer_id = firm_customer("ACME"),
                                    .amount = money_of(amount("50.00"), money_in("EUR")),
                                    .date = day("2026-06-30"),
                                    .method = METHOD_TRANSFER};
    const struct tx_author author = {"anna", "payment receive", "line"},
                           last = {"ben", "post", NULL};
    const int64_t line = line_id(batch, 1);
    struct document_made made;
    struct tx *tx = NULL;
    int64_t item = 0;
    assert_int_equal(tx_begin(firm()->book, &tx), ERR_OK);
    assert_int_equal(tx_entry_begin(tx, &author), ERR_OK);
    assert_int_equal(payment_receive(tx, &payment, &made, &item), ERR_OK);
    assert_int_equal(tx_entry_end(tx, made.number, ""), ERR_OK);
    assert_int_equal(batch_line_posted(tx, line), ERR_OK);
    assert_int_equal(tx_entry_begin(tx, &last), ERR_OK);
    assert_int_equal(batch_posted(tx, batch), ERR_OK);
    assert_int_equal(tx_entry_end(tx, "", ""), ERR_OK);
    assert_int_equal(tx_commit(tx), ERR_OK);

    const struct batch now = batch_now(batch);
    assert_int_equal(now.state, BATCH_POSTED);
    assert_string_equal(now.ended_by, "ben");
    assert_refused(ERR_CONFLICT, "posted already, by ben", batch_drop(firm()->tx, batch, "x"));
    assert_refused(ERR_CONFLICT, "posted already", batch_line_remove(firm()->tx, line));
    assert_int_not_equal(firm_sql("UPDATE batch_line SET amount = 1"), ERR_OK);
    assert_int_not_equal(firm_sql("DELETE FROM batch_line"), ERR_OK);
    assert_int_not_equal(firm_sql("DELETE FROM batch"), ERR_OK);
    assert_int_not_equal(firm_sql("UPDATE batch SET number = 'x'"), ERR_OK);

    int found = 0;
    firm_proof(&found);
    assert_int_equal(found, 0);
    assert_int_equal(firm_sql("UPDATE batch SET total = 4900"), ERR_OK);
    assert_non_null(strstr(firm_proof(&found), "at a difference that nobody accepted"));
    assert_int_equal(firm_sql("UPDATE batch SET total = 5000"), ERR_OK);
    assert_int_equal(firm_sql("DROP TRIGGER batch_line_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE batch_line SET document_id = NULL"), ERR_OK);
    assert_non_null(strstr(firm_proof(&found), "2026-06-30/A/1 is no payment"));
    firm()->damaged = true;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(batches_of_a_day_are_lettered),
        FIRM(a_draft_counts_nowhere_and_is_pending),
        FIRM(two_lines_cannot_pay_the_same),
        FIRM(a_cheque_is_taken_once),
        FIRM(lines_move_and_go),
        FIRM(a_control_total_is_corrected_with_a_reason),
        FIRM(an_accepted_difference_is_that_one_only),
        FIRM(a_trial_leaves_nothing),
        FIRM(what_is_posted_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
