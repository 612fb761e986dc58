/* Letters that ask for a balance, their answers, and what customers say that they owed. */
#include "ledger/assertion.h"
#include "ledger/confirmation.h"
#include "ledger/firm.h"

#include <string.h>

static struct confirmation sent(const char *customer, const char *as_of)
{
    const struct confirmation wanted = {.customer_id = firm_customer(customer),
                                        .day = day(as_of),
                                        .due = day("2026-07-14"),
                                        .balance = {0, money_in("EUR")}};
    struct confirmation letter;

    assert_done(confirmation_send(firm()->tx, &wanted, &firm()->arena, &letter));
    return letter;
}

static int64_t answered(const struct confirmation *letter, const char *sum)
{
    const struct confirmation_answer answer = {.confirmation_id = letter->id,
                                               .amount = amount(sum),
                                               .day = day("2026-06-30"),
                                               .person = "",
                                               .text = ""};
    int64_t id = 0;

    assert_done(confirmation_answer(firm()->tx, &answer, &id));
    return id;
}

static void say_nothing(void *self, const char *sentence)
{
    (void)self;
    (void)sentence;
}

static int differing(void)
{
    int found = 0;

    assert_answer(proof_asserted(firm()->book, say_nothing, NULL, &found));
    return found;
}

static void a_letter_tells_what_was_open_and_keeps_telling_it(void **state)
{
    firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made later = firm_invoice("ACME", "2026-02-10", "50.00");
    const struct document_made money = firm_pay("ACME", "2026-02-20", "50.00");
    firm_apply(money.first_item, later.first_item, "50.00");

    const struct confirmation january = sent("ACME", "2026-01-31");
    const struct confirmation march = sent("ACME", "2026-03-31");
    assert_int_equal(january.balance.minor, amount("100.00"));
    assert_int_equal(january.items, 1);
    assert_int_equal(march.balance.minor, amount("100.00"));
    assert_int_equal(march.items, 1);
    assert_string_equal(january.number, "CF-1001");
    assert_string_equal(march.number, "CF-1002");
    firm_invoice("ACME", "2026-01-20", "7.00"); /* late: the letters stay right */
}

static void only_an_answer_that_agrees_is_checked_from_then_on(void **state)
{
    firm_invoice("ACME", "2026-01-10", "100.00");
    const struct confirmation letter = sent("ACME", "2026-01-31");
    assert_int_equal(answered(&letter, "90.00"), 0);
    assert_true(answered(&letter, "100.00") > 0);
    assert_int_equal(differing(), 0);
    firm_invoice("ACME", "2026-01-20", "7.00");
    assert_int_equal(differing(), 1);
    assert_int_equal(answered(&letter, "107.00"), 0); /* the one before is withdrawn */
    assert_int_equal(differing(), 0);
}

static void days_that_cannot_be_are_refused(void **state)
{
    struct confirmation wanted = {.customer_id = firm_customer("ACME"),
                                  .day = day("2026-07-01"),
                                  .due = day("2026-07-14"),
                                  .balance = {0, money_in("EUR")}};
    const struct assertion assertion = {.customer_id = wanted.customer_id,
                                        .day = day("2026-07-01"),
                                        .amount = {0, money_in("EUR")},
                                        .person = "",
                                        .text = ""};
    struct confirmation letter;
    int64_t id = 0;

    assert_refused(ERR_INPUT, "today at the latest",
                   confirmation_send(firm()->tx, &wanted, &firm()->arena, &letter));
    wanted.day = day("2026-06-30");
    wanted.due = day("2026-06-29");
    assert_refused(ERR_INPUT, "due before",
                   confirmation_send(firm()->tx, &wanted, &firm()->arena, &letter));
    assert_refused(ERR_INPUT, "later day", assertion_add(firm()->tx, &assertion, &id));
    letter = sent("ACME", "2026-01-31");
    const struct confirmation_answer early = {
        .confirmation_id = letter.id, .day = day("2026-06-29"), .person = "", .text = ""};
    assert_refused(ERR_INPUT, "after the letter", confirmation_answer(firm()->tx, &early, &id));
    assert_string_equal(letter.number, "CF-1001"); /* what was refused took no number */
}

static void a_withdrawn_balance_is_not_checked(void **state)
{
    const struct assertion assertion = {.customer_id = firm_customer("ACME"),
                                        .day = day("2026-01-31"),
                                        .amount = {120450, money_in("EUR")},
                                        .person = "",
                                        .text = ""};
    int64_t id = 0;

    assert_done(assertion_add(firm()->tx, &assertion, &id));
    assert_int_equal(differing(), 1);
    assert_done(assertion_withdraw(firm()->tx, id, "another account"));
    assert_int_equal(differing(), 0);
    assert_refused(ERR_CONFLICT, "withdrawn already",
                   assertion_withdraw(firm()->tx, id, "another account"));
    assert_refused(ERR_MISSING, "no asserted balance", assertion_withdraw(firm()->tx, 99, "none"));
}

static void what_is_changed_past_the_program_is_found(void **state)
{
    int found = 0;

    firm_invoice("ACME", "2026-01-10", "100.00");
    sent("ACME", "2026-01-31");
    assert_int_not_equal(firm_sql("UPDATE confirmation SET balance = 1"), ERR_OK);
    assert_int_equal(firm_sql("DROP TRIGGER confirmation_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE confirmation SET balance = 1, serial = 1003"), ERR_OK);
    const char *lines = firm_proof(&found);
    assert_non_null(strstr(lines, "does not fit its hash"));
    assert_non_null(strstr(lines, "letter CF-1001 says 0.01 EUR, but 100.00 was owed then"));
    assert_non_null(strstr(lines, "the series of confirmations has a gap before 1003"));
    firm()->damaged = true;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_letter_tells_what_was_open_and_keeps_telling_it),
        FIRM(only_an_answer_that_agrees_is_checked_from_then_on),
        FIRM(days_that_cannot_be_are_refused),
        FIRM(a_withdrawn_balance_is_not_checked),
        FIRM(what_is_changed_past_the_program_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
