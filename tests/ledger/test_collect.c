/* Contacts, promises and plans in a book: what is to follow, what was kept, what is not chased. */
#include "ledger/attachment.h"
#include "ledger/awaited.h"
#include "ledger/contact.h"
#include "ledger/firm.h"
#include "ledger/promise.h"

#include <stdio.h>
#include <string.h>

static int64_t take(const char *customer, int64_t item, const char *sum, const char *taken,
                    const char *date)
{
    int64_t id = 0, items[] = {item};
    struct promise_part part = {.day = day(date), .amount = amount(sum)};
    const struct promise promise = {.customer_id = firm_customer(customer),
                                    .currency = money_in("EUR"),
                                    .taken = day(taken),
                                    .items = item ? items : NULL,
                                    .item_count = item ? 1 : 0,
                                    .parts = &part,
                                    .part_count = 1};

    assert_done(promise_take(firm()->tx, &promise, &id));
    return id;
}

static enum promise_state state_on(int64_t id, const char *as_of)
{
    struct promise promise;

    assert_answer(promise_get(firm()->book, id, day(as_of), &firm()->arena, &promise));
    return promise.state;
}

static bool is_promised(int64_t item, const char *as_of)
{
    struct promised found;
    bool is;

    assert_answer(promised_on(firm()->book, item, day(as_of), &is, &found));
    return is;
}

static void a_promise_is_open_then_broken_and_money_posted_late_mends_it(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const int64_t id = take("ACME", invoice.first_item, "60.00", "2026-03-01", "2026-03-10");

    assert_int_equal(state_on(id, "2026-03-12"), PROMISE_OPEN);
    assert_true(is_promised(invoice.first_item, "2026-03-12"));
    assert_int_equal(state_on(id, "2026-03-13"), PROMISE_BROKEN);
    assert_false(is_promised(invoice.first_item, "2026-03-13"));
    const struct document_made payment = firm_pay("ACME", "2026-03-09", "60.00"); /* unapplied */
    assert_int_equal(state_on(id, "2026-03-13"), PROMISE_KEPT);
    assert_int_equal(state_on(id, "2026-03-08"), PROMISE_OPEN); /* the money came on the 9th */
    firm_apply(payment.first_item, invoice.first_item, "60.00");
    assert_int_equal(state_on(id, "2026-03-13"), PROMISE_KEPT);
}

static void money_for_another_invoice_keeps_a_promise_of_an_amount_only(void **state)
{
    const struct document_made first = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made second = firm_invoice("ACME", "2026-02-10", "100.00");
    const int64_t of_items = take("ACME", first.first_item, "100.00", "2026-03-01", "2026-03-10");
    const int64_t of_amount = take("ACME", 0, "100.00", "2026-03-01", "2026-03-10");
    const struct document_made payment = firm_pay("ACME", "2026-03-10", "100.00");

    firm_apply(payment.first_item, second.first_item, "100.00");
    assert_int_equal(state_on(of_items, "2026-04-01"), PROMISE_BROKEN);
    assert_int_equal(state_on(of_amount, "2026-04-01"), PROMISE_KEPT);
}

static void a_cheque_that_comes_back_breaks_the_promise(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const int64_t id = take("ACME", invoice.first_item, "100.00", "2026-03-01", "2026-03-10");
    const struct document_made payment = firm_pay("ACME", "2026-03-05", "100.00");
    const struct settled paid = firm_apply(payment.first_item, invoice.first_item, "100.00");
    struct document_made made;

    (void)paid;
    assert_int_equal(state_on(id, "2026-03-20"), PROMISE_KEPT);
    assert_done(payment_reverse(firm()->tx, payment.id, day("2026-03-15"), "nsf", 0, &made));
    assert_int_equal(state_on(id, "2026-03-20"), PROMISE_BROKEN);
    assert_int_equal(state_on(id, "2026-03-14"), PROMISE_KEPT); /* until then it was */
}

static void a_promise_was_kept_until_waiting_money_went_back(void **state)
{
    firm_invoice("ACME", "2026-01-10", "100.00");
    const int64_t id = take("ACME", 0, "100.00", "2026-03-01", "2026-03-10");
    const struct document_made payment = firm_pay("ACME", "2026-03-05", "100.00"); /* unapplied */
    struct document_made made;

    assert_done(payment_reverse(firm()->tx, payment.id, day("2026-03-15"), "nsf", 0, &made));
    assert_int_equal(state_on(id, "2026-03-14"), PROMISE_KEPT);
    assert_int_equal(state_on(id, "2026-03-15"), PROMISE_BROKEN);
}

static void what_cannot_be_promised(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    int64_t id, items[] = {invoice.first_item};
    struct promise_part part = {.day = day("2026-03-10"), .amount = amount("100.01")};
    struct promise promise = {.customer_id = firm_customer("ACME"),
                              .currency = money_in("EUR"),
                              .taken = day("2026-03-01"),
                              .items = items,
                              .item_count = 1,
                              .parts = &part,
                              .part_count = 1};

    assert_refused(ERR_CONFLICT, "only 100.00 is open", promise_take(firm()->tx, &promise, &id));
    part.amount = amount("10.00");
    part.day = day("2026-02-28");
    assert_refused(ERR_INPUT, "a day to come", promise_take(firm()->tx, &promise, &id));
    promise.customer_id = firm_customer("BOREALIS");
    assert_refused(ERR_CONFLICT, "nothing is open", promise_take(firm()->tx, &promise, &id));
    assert_refused(ERR_MISSING, "no promise 7",
                   promise_cancel(firm()->tx, 7, false, day("2026-03-01"), "mistake"));
    id = take("ACME", invoice.first_item, "10.00", "2026-03-01", "2026-03-10");
    assert_refused(ERR_INPUT, "before it was made",
                   promise_cancel(firm()->tx, id, false, day("2026-02-01"), "mistake"));
    assert_done(promise_cancel(firm()->tx, id, false, day("2026-03-02"), "mistake"));
    assert_refused(ERR_CONFLICT, "cancelled already",
                   promise_cancel(firm()->tx, id, false, day("2026-03-02"), "mistake"));
    assert_int_equal(state_on(id, "2026-03-01"), PROMISE_OPEN);
    assert_int_equal(state_on(id, "2026-03-02"), PROMISE_CANCELLED);
    assert_false(is_promised(invoice.first_item, "2026-03-02"));
}

static void a_plan_holds_until_an_instalment_is_late(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "90.00");
    int64_t id, again, items[] = {invoice.first_item};
    struct promise_part parts[] = {{.day = day("2026-03-10"), .amount = amount("30.00")},
                                   {.day = day("2026-04-10"), .amount = amount("60.00")}};
    struct promise plan = {.customer_id = firm_customer("ACME"),
                           .currency = money_in("EUR"),
                           .taken = day("2026-03-01"),
                           .plan = true,
                           .items = items,
                           .item_count = 1,
                           .parts = parts,
                           .part_count = 2};

    parts[1].amount = amount("50.00");
    assert_refused(ERR_INPUT, "come to 80.00; 90.00 is open", promise_take(firm()->tx, &plan, &id));
    parts[1].amount = amount("60.00");
    assert_done(promise_take(firm()->tx, &plan, &id));
    assert_refused(ERR_CONFLICT, "in plan 1 already", promise_take(firm()->tx, &plan, &again));
    assert_int_equal(state_on(id, "2026-03-17"), PROMISE_OPEN);
    assert_int_equal(state_on(id, "2026-03-18"), PROMISE_BROKEN);
    const struct document_made payment = firm_pay("ACME", "2026-03-17", "30.00");
    firm_apply(payment.first_item, invoice.first_item, "30.00");
    assert_int_equal(state_on(id, "2026-03-18"), PROMISE_OPEN);
    assert_true(is_promised(invoice.first_item, "2026-04-17"));
    assert_false(is_promised(invoice.first_item, "2026-04-18"));
    /* it ages from its own due day all the same */
    assert_aged("ACME", "2026-04-01", BY_POSTED, "60.00");
}

/* "6.00 of A on 2026-03-10 ..", by item. */
static const char *awaited_on(const char *as_of)
{
    struct arena *arena = &firm()->arena;
    struct promise *promises;
    struct awaited *rows;
    const char *words = "";
    char sum[MONEY_TEXT], text[DATE_TEXT];
    int promise_count, count, of;

    assert_answer(
        promise_list(firm()->book, 0, day(as_of), arena, &promises, &promise_count));
    assert_answer(awaited_read(firm()->book, promises, promise_count, day(as_of), arena, &rows,
                               &count));
    for (int i = 0; i < count; i++) {
        assert_true(awaited_of(rows, count, rows[i].item_id, &of) <= &rows[i]);
        words = arena_format(arena, "%s%s%lld: %s on %s", words, i ? ", " : "",
                             (long long)rows[i].item_id,
                             money_plain(money_of(rows[i].amount, money_in("EUR")), sum),
                             date_iso(rows[i].day, text) + 5);
    }
    awaited_of(rows, count, 999, &of);
    assert_int_equal(of, 0);
    return words;
}

static void a_part_of_an_invoice_is_promised_and_each_instalment_has_its_day(void **state)
{
    const int64_t old = firm_invoice("ACME", "2026-01-10", "90.00").first_item,
                  young = firm_invoice("ACME", "2026-02-10", "100.00").first_item;
    int64_t id, items[] = {young};
    struct promise_part parts[] = {{.day = day("2026-03-10"), .amount = amount("30.00")},
                                   {.day = day("2026-04-10"), .amount = amount("70.00")}};
    const struct promise plan = {.customer_id = firm_customer("ACME"),
                                 .currency = money_in("EUR"),
                                 .taken = day("2026-03-01"),
                                 .plan = true,
                                 .items = items,
                                 .item_count = 1,
                                 .parts = parts,
                                 .part_count = 2};
    const char *both = arena_format(&firm()->arena, "%lld: 30.00 on 03-10, %lld: 70.00 on 04-10",
                                    (long long)young, (long long)young),
               *all = arena_format(&firm()->arena, "%lld: 60.00 on 03-20, %s", (long long)old,
                                   both),
               *less = arena_format(&firm()->arena,
                                    "%lld: 35.00 on 03-20, %lld: 30.00 on 03-10, %lld: 70.00 on"
                                    " 04-10",
                                    (long long)old, (long long)young, (long long)young);

    assert_string_equal(awaited_on("2026-03-01"), "");
    assert_done(promise_take(firm()->tx, &plan, &id));
    assert_string_equal(awaited_on("2026-03-01"), both);
    take("ACME", old, "60.00", "2026-03-02", "2026-03-20");
    assert_string_equal(awaited_on("2026-03-02"), all);
    assert_string_equal(awaited_on("2026-03-01"), both); /* what was taken later is not known yet */
    /* what came is waited for no longer; the day before it still was */
    const struct document_made payment = firm_pay("ACME", "2026-03-05", "25.00");
    firm_apply(payment.first_item, old, "25.00");
    assert_string_equal(awaited_on("2026-03-05"), less);
    assert_string_equal(awaited_on("2026-03-04"), all);
}

static void two_promises_of_an_invoice_share_it(void **state)
{
    const int64_t item = firm_invoice("ACME", "2026-01-10", "100.00").first_item;

    take("ACME", item, "80.00", "2026-03-01", "2026-03-20");
    take("ACME", item, "70.00", "2026-03-01", "2026-03-10");
    assert_string_equal(awaited_on("2026-03-01"),
                        arena_format(&firm()->arena, "%lld: 70.00 on 03-10, %lld: 30.00 on 03-20",
                                     (long long)item, (long long)item));
}

/* ---- contacts ---- */

static int64_t talk(struct contact contact)
{
    int64_t id = 0;

    contact.customer_id = contact.customer_id ? contact.customer_id : firm_customer("ACME");
    assert_done(contact_log(firm()->tx, &contact, &id));
    return id;
}

static enum err touch_take(void *self, const struct touch *touch)
{
    struct touch *out = self;

    *out = *touch;
    out->next_action = arena_text(&firm()->arena, touch->next_action);
    return ERR_OK;
}

static struct touch touch_on(const char *as_of)
{
    struct touch touch = {.last = DATE_NONE, .next = DATE_NONE};

    assert_answer(
        touches_each(firm()->book, day(as_of), firm_customer("ACME"), touch_take, &touch));
    return touch;
}

static void a_next_action_stands_until_somebody_was_in_touch(void **state)
{
    talk((struct contact){.kind = CONTACT_CALL,
                          .day = day("2026-03-01"),
                          .next_day = day("2026-03-08"),
                          .next_action = "call again"});
    assert_int_equal(touch_on("2026-03-08").next.day, day("2026-03-08").day);
    assert_string_equal(touch_on("2026-03-08").next_action, "call again");
    talk((struct contact){.kind = CONTACT_EMAIL, .day = day("2026-03-05"), .next_day = DATE_NONE});
    assert_int_equal(touch_on("2026-03-08").next.day, day("2026-03-08").day); /* too early */
    talk((struct contact){.kind = CONTACT_NOTE,
                          .day = day("2026-03-09"),
                          .next_day = DATE_NONE,
                          .text = "a thought"});
    assert_int_equal(touch_on("2026-03-09").next.day, day("2026-03-08").day); /* no contact */
    assert_int_equal(touch_on("2026-03-09").last.day, day("2026-03-05").day);
    talk((struct contact){.kind = CONTACT_CALL, .day = day("2026-03-10"), .next_day = DATE_NONE});
    assert_false(date_is(touch_on("2026-03-10").next));
    assert_int_equal(touch_on("2026-03-10").last.day, day("2026-03-10").day);
}

static void a_planned_conference_is_its_own_next_action_until_it_is_held(void **state)
{
    const int64_t id = talk((struct contact){.kind = CONTACT_CONFERENCE,
                                             .planned = true,
                                             .day = day("2026-03-20"),
                                             .next_day = DATE_NONE});
    struct contact contact;

    assert_false(date_is(touch_on("2026-03-10").last));
    assert_int_equal(touch_on("2026-03-10").next.day, day("2026-03-20").day);
    assert_done(contact_end(firm()->tx, id, day("2026-03-21"), 0, "they pay"));
    assert_false(date_is(touch_on("2026-03-21").next));
    assert_int_equal(touch_on("2026-03-21").last.day, day("2026-03-21").day);
    assert_answer(contact_get(firm()->book, id, &firm()->arena, &contact));
    assert_string_equal(contact.outcome, "they pay");
    assert_refused(ERR_CONFLICT, "closed already",
                   contact_end(firm()->tx, id, day("2026-03-22"), 0, ""));
}

static void an_enquiry_waits_for_its_answer(void **state)
{
    const int64_t id = talk((struct contact){.kind = CONTACT_ENQUIRY,
                                             .inbound = true,
                                             .day = day("2026-03-02"),
                                             .next_day = DATE_NONE,
                                             .text = "where is the credit memo?"});
    int64_t none = 0;
    const struct contact nothing = {.customer_id = firm_customer("ACME"),
                                    .kind = CONTACT_ENQUIRY,
                                    .day = day("2026-03-02"),
                                    .next_day = DATE_NONE};

    assert_int_equal(touch_on("2026-03-03").enquiries, 1);
    assert_refused(ERR_INPUT, "the text is missing", contact_log(firm()->tx, &nothing, &none));
    assert_refused(ERR_INPUT, "before it was made",
                   contact_end(firm()->tx, id, day("2026-03-01"), 0, ""));
    assert_refused(ERR_MISSING, "no dispute 9",
                   contact_end(firm()->tx, id, day("2026-03-04"), 9, ""));
    assert_done(contact_end(firm()->tx, id, day("2026-03-04"), 0, "sent again"));
    assert_int_equal(touch_on("2026-03-03").enquiries, 1); /* on that day it waited */
    assert_int_equal(touch_on("2026-03-04").enquiries, 0);
}

static void these_facts_never_change_and_the_chain_covers_them(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct attachment attachment = {
        .customer_id = firm_customer("ACME"),
        .path = "/tmp/letter.pdf",
        .sha256 = "98ea6e4f216f2fb4b69fff9b3a44842c38686ca685f3f55dc48c5d3fb1107be4"};
    static const char *const tables[] = {"contact_log",  "contact_end", "promise",   "promise_part",
                                         "promise_item", "promise_end", "attachment"};
    int found = 0;

    const int64_t id = take("ACME", invoice.first_item, "60.00", "2026-03-01", "2026-03-10");
    const int64_t contact = talk((struct contact){
        .kind = CONTACT_CALL, .day = day("2026-03-01"), .next_day = day("2026-03-08")});
    int64_t file = 0;
    assert_done(promise_cancel(firm()->tx, id, false, day("2026-03-02"), "mistake"));
    assert_done(contact_end(firm()->tx, contact, day("2026-03-02"), 0, ""));
    assert_done(attachment_add(firm()->tx, &attachment, &file));
    firm_proof(&found);
    assert_int_equal(found, 0);
    firm_facts_stay(tables, sizeof tables / sizeof *tables, "entry_id");
    firm()->damaged = true;
    assert_int_equal(firm_sql("DROP TRIGGER promise_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE promise SET amount = 7000"), ERR_OK);
    const char *words = firm_proof(&found);
    assert_non_null(strstr(words, "does not fit its hash"));
    assert_non_null(strstr(words, "promise 1 is not the sum of its parts"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_promise_is_open_then_broken_and_money_posted_late_mends_it),
        FIRM(money_for_another_invoice_keeps_a_promise_of_an_amount_only),
        FIRM(a_cheque_that_comes_back_breaks_the_promise),
        FIRM(a_promise_was_kept_until_waiting_money_went_back),
        FIRM(what_cannot_be_promised),
        FIRM(a_plan_holds_until_an_instalment_is_late),
        FIRM(a_part_of_an_invoice_is_promised_and_each_instalment_has_its_day),
        FIRM(two_promises_of_an_invoice_share_it),
        FIRM(a_next_action_stands_until_somebody_was_in_touch),
        FIRM(a_planned_conference_is_its_own_next_action_until_it_is_held),
        FIRM(an_enquiry_waits_for_its_answer),
        FIRM(these_facts_never_change_and_the_chain_covers_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
