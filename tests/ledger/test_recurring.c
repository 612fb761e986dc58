/* Templates of recurring invoices: which turns are due, made once each, free after an undo. */
#include "ledger/firm.h"
#include "ledger/recurring.h"

#include <string.h>

static struct recurring added(const char *from, int day_of_month, int most)
{
    struct recurring wanted = {.customer_id = firm_customer("ACME"),
                               .when = {RECUR_MONTH, 1, day(from), day_of_month, false},
                               .until = DATE_NEVER,
                               .most = most,
                               .command = "invoice issue --customer ACME --amount 10"};
    struct recurring out;
    const char *number;
    int64_t id = 0;

    assert_done(recurring_add(firm()->tx, &wanted, &firm()->arena, &number, &id));
    assert_answer(recurring_get(firm()->book, id, &firm()->arena, &out));
    assert_string_equal(out.number, number);
    return out;
}

static int due(const struct recurring *recurring, const char *to, struct recurring_turn **turns)
{
    int count = 0;

    assert_answer(recurring_due(firm()->book, recurring, day(to), &firm()->arena, turns, &count));
    return count;
}

static enum err made(const struct recurring *recurring, const struct recurring_turn *turn,
                     int64_t document_id)
{
    int64_t run_id = 0;

    TRY(recurring_run_begin(firm()->tx, day("2026-06-30"), &run_id));
    return recurring_made_add(firm()->tx, run_id, recurring->id, turn, document_id, "");
}

static struct date next_of(const struct recurring *recurring)
{
    struct recurring out;

    assert_answer(recurring_get(firm()->book, recurring->id, &firm()->arena, &out));
    return out.next;
}

/* January's 31st bills February on the 28th and March on the 31st again. */
static void missed_periods_are_due_each(void **state)
{
    const struct recurring recurring = added("2026-01-31", 31, 0);
    struct recurring_turn *turns;

    (void)state;
    assert_int_equal(due(&recurring, "2026-01-30", &turns), 0);
    assert_int_equal(due(&recurring, "2026-03-31", &turns), 3);
    assert_string_equal(turns[1].period, "2026-02");
    assert_int_equal(turns[1].due.day, day("2026-02-28").day);
    assert_int_equal(turns[2].due.day, day("2026-03-31").day);
}

static void a_turn_is_made_once(void **state)
{
    const struct recurring recurring = added("2026-01-01", 0, 2);
    const struct document_made one = firm_invoice("ACME", "2026-01-01", "10.00");
    const struct document_made two = firm_invoice("ACME", "2026-01-01", "10.00");
    struct recurring_turn *turns;

    (void)state;
    assert_int_equal(due(&recurring, "2026-06-30", &turns), 2);
    assert_done(made(&recurring, &turns[0], one.id));
    assert_refused(ERR_CONFLICT, "2026-01 is done already", made(&recurring, &turns[0], two.id));
    assert_int_equal(next_of(&recurring).day, day("2026-02-01").day);
    assert_int_equal(due(&recurring, "2026-06-30", &turns), 1);
    assert_done(made(&recurring, &turns[0], two.id));
    assert_false(date_is(next_of(&recurring)));
}

/* Voided alone it was billed and taken back; undone it is due again, as another take. */
static void only_an_undo_makes_a_turn_due_again(void **state)
{
    const struct recurring recurring = added("2026-01-01", 0, 0);
    const struct document_made paper = firm_invoice("ACME", "2026-01-01", "10.00");
    struct document_made gone;
    struct recurring_made *list;
    struct recurring_turn *turns;
    int count;

    (void)state;
    due(&recurring, "2026-01-01", &turns);
    assert_done(made(&recurring, &turns[0], paper.id));
    assert_done(invoice_void(firm()->tx, paper.id, day("2026-06-30"), "wrong", &gone));
    assert_int_equal(due(&recurring, "2026-01-31", &turns), 0);
    assert_answer(
        recurring_made_list(firm()->book, 0, recurring.id, &firm()->arena, &list, &count));
    assert_int_equal(count, 1);
    assert_true(list[0].is_void);
    assert_done(recurring_made_undo(firm()->tx, list[0].id, "wrong"));
    assert_refused(ERR_CONFLICT, "undone already",
                   recurring_made_undo(firm()->tx, list[0].id, "wrong"));
    assert_int_equal(due(&recurring, "2026-01-31", &turns), 1);
    assert_int_equal(turns[0].take, 1);
}

/* What no command does: the proof tells of it. */
static void two_invoices_for_one_period_are_told(void **state)
{
    const struct recurring recurring = added("2026-01-01", 0, 0);
    const struct document_made one = firm_invoice("ACME", "2026-01-01", "10.00");
    const struct document_made two = firm_invoice("BOLT", "2026-01-01", "10.00");
    struct recurring_turn *turns;
    int found = 0;

    (void)state;
    due(&recurring, "2026-01-01", &turns);
    assert_done(made(&recurring, &turns[0], one.id));
    struct recurring_turn again = turns[0];
    again.turn = 5; /* another turn that says the same period */
    assert_done(made(&recurring, &again, two.id));
    firm()->damaged = true;
    const char *words = firm_proof(&found);
    assert_non_null(strstr(words, "more than one invoice stands for the period"));
    assert_non_null(strstr(words, "no invoice of its customer"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(missed_periods_are_due_each),
        FIRM(a_turn_is_made_once),
        FIRM(only_an_undo_makes_a_turn_due_again),
        FIRM(two_invoices_for_one_period_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
