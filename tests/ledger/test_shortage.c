/* Who comes second is told what the first one did: who, when, with what, and what is left. */
#include "firm.h"

#include "ledger/shortage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Work begins at 14:02 of the firm's day. */
static int at_two_minutes_past_two(void **state)
{
    int64_t moment = 0;

    if (firm_open(state) != 0)
        return 1;
    setenv("TZ", "UTC", 1);
    tzset();
    must(moment_parse("2026-06-30T14:02:59Z", &moment) == ERR_OK);
    book_moment_set(firm()->book, moment);
    return 0;
}

static void the_note_is(const char *words)
{
    if (strcmp(firm()->note.text, words) != 0)
        fail_msg("'%s', not '%s'", firm()->note.text, words);
}

static void what_another_clerk_paid(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-06-10", "100.00");
    const struct document_made first = firm_pay("ACME", "2026-06-20", "60.00");
    const struct document_made second = firm_pay("ACME", "2026-06-21", "90.00");

    (void)first;
    assert_int_equal(firm_try_apply(first.first_item, invoice.first_item, "60.00", NULL), ERR_OK);
    assert_int_equal(firm_try_apply(second.first_item, invoice.first_item, "60.00", NULL),
                     ERR_CONFLICT);
    the_note_is("INV-1001 was paid in part by anna at 14:02 with P-1001: 40.00 is left, so 60.00 "
                "cannot be applied to it");
    assert_int_equal(firm_try_apply(second.first_item, invoice.first_item, "40.00", NULL), ERR_OK);
    assert_int_equal(firm_try_apply(second.first_item, invoice.first_item, "1.00", NULL),
                     ERR_CONFLICT);
    the_note_is("INV-1001 was paid by anna at 14:02 with P-1002: 0.00 is left, so 1.00 cannot be "
                "applied to it");
    /* and from the side of the money */
    const struct document_made other = firm_invoice("ACME", "2026-06-10", "500.00");
    assert_int_equal(firm_try_apply(second.first_item, other.first_item, "60.00", NULL),
                     ERR_CONFLICT);
    the_note_is("P-1002 was used in part by anna at 14:02 for INV-1001: 50.00 is left, so 60.00 "
                "cannot be applied from it");
}

static void what_else_may_have_taken_it(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-06-10", "100.00");
    const struct document_made credit = firm_credit("ACME", "2026-06-11", "30.00");
    const struct document_made money = firm_pay("ACME", "2026-06-21", "200.00");
    struct document_made made;

    assert_int_equal(firm_try_apply(credit.first_item, invoice.first_item, "30.00", NULL), ERR_OK);
    firm_try_apply(money.first_item, invoice.first_item, "99.00", NULL);
    the_note_is("INV-1001 was settled in part by anna at 14:02 with CM-1001: 70.00 is left, so "
                "99.00 cannot be applied to it");
    const struct document_made rest = firm_pay("ACME", "2026-06-21", "69.00");
    firm_apply(rest.first_item, invoice.first_item, "69.00");
    assert_done(writeoff_post(firm()->tx, invoice.first_item, amount("1.00"), day("2026-06-22"),
                              "cents", &made));
    firm_try_apply(money.first_item, invoice.first_item, "99.00", NULL);
    the_note_is("INV-1001 was written off by anna at 14:02 with WO-1001: 0.00 is left, so 99.00 "
                "cannot be applied to it");
    assert_done(refund_pay(firm()->tx, money.first_item, amount("200.00"), day("2026-06-23"),
                           "asked for", &made));
    const struct document_made other = firm_invoice("ACME", "2026-06-10", "500.00");
    firm_try_apply(money.first_item, other.first_item, "5.00", NULL);
    the_note_is("P-1001 was refunded by anna at 14:02 with RFD-1001: 0.00 is left, so 5.00 "
                "cannot be applied from it");
    assert_done(settlement_reverse(firm()->tx, invoice.id, day("2026-06-24"), "wrong", &made));
    firm_try_apply(money.first_item, invoice.first_item, "5.00", NULL);
    the_note_is("INV-1001 was taken back by anna at 14:02 with VD-1001: 0.00 is left, so 5.00 "
                "cannot be applied to it");
}

/* What is taken back counts no more; on another day the day is said. */
static void yesterday_and_what_no_longer_stands(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-06-10", "100.00");
    const struct document_made first = firm_pay("ACME", "2026-06-20", "60.00");
    const struct document_made second = firm_pay("ACME", "2026-06-21", "190.00");
    int acts = 0;
    int64_t moment = 0;

    assert_int_equal(firm_try_apply(first.first_item, invoice.first_item, "60.00", NULL), ERR_OK);
    must(moment_parse("2026-07-01T08:00:00Z", &moment) == ERR_OK);
    book_moment_set(firm()->book, moment);
    firm_try_apply(second.first_item, invoice.first_item, "60.00", NULL);
    the_note_is("INV-1001 was paid in part by anna on 2026-06-30 at 14:02 with P-1001: 40.00 is "
                "left, so 60.00 cannot be applied to it");
    assert_done(payment_unapply(firm()->tx, first.id, 0, 0, DATE_NONE, "keying", &acts));
    firm_try_apply(second.first_item, invoice.first_item, "160.00", NULL);
    the_note_is("INV-1001 has only 100.00 open; 160.00 cannot be applied to it");
}

/* One's own work is not somebody else's: it is not in the journal before it is posted. */
static void ones_own_work_is_not_blamed(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-06-10", "100.00");
    const struct document_made money = firm_pay("ACME", "2026-06-20", "160.00");
    struct settled settled;
    const struct settle settle = {.debit_id = invoice.first_item, .amount = amount("80.00")};

    struct tx *tx = firm_start("twice");
    assert_int_equal(payment_apply(tx, money.first_item, &settle, &settled), ERR_OK);
    assert_int_equal(payment_apply(tx, money.first_item, &settle, &settled), ERR_CONFLICT);
    the_note_is("INV-1001 has only 20.00 open; 80.00 cannot be applied to it");
    firm_finish(ERR_CONFLICT);
}

#define SHORTAGE(test) cmocka_unit_test_setup_teardown(test, at_two_minutes_past_two, firm_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SHORTAGE(what_another_clerk_paid),
        SHORTAGE(what_else_may_have_taken_it),
        SHORTAGE(yesterday_and_what_no_longer_stands),
        SHORTAGE(ones_own_work_is_not_blamed),
    };
    return cmocka_run_group_tests_name("shortage", tests, NULL, NULL);
}
