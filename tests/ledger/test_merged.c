/* What was said of an account is asked of the one that it became: people, aliases, promises, holds,
 * blocks, insolvency. */
#include "ledger/alias.h"
#include "ledger/confirmation.h"
#include "ledger/customer.h"
#include "ledger/dunblock.h"
#include "ledger/firm.h"
#include "ledger/hold.h"
#include "ledger/insolvency.h"
#include "ledger/merging.h"
#include "ledger/monthend.h"
#include "ledger/names.h"
#include "ledger/person.h"
#include "ledger/promise.h"
#include "ledger/setting.h"

#include <string.h>

static void merge(void)
{
    assert_done(customer_merge(firm()->tx, firm_customer("OLD"), firm_customer("NEW")));
}

static int64_t stays(void)
{
    int64_t id = 0;

    assert_answer(customer_find_id(firm()->book, "NEW", &id));
    return id;
}

static void people_and_aliases_are_known_there(void **state)
{
    const struct person olga = {
        .customer_id = firm_customer("OLD"), .name = "Olga", .role = "", .phone = "1", .email = ""};
    const struct alias account = {.kind = ALIAS_ACCOUNT,
                                  .value = "DE89 3704",
                                  .customer_id = firm_customer("OLD"),
                                  .source = ""};
    struct alias same = account;
    struct person *people = NULL;
    int64_t id = 0;
    int count = 0;

    firm_customer("BETWEEN"); /* the next by id must not get the people of one that is gone */
    same.customer_id = firm_customer("NEW");
    assert_done(person_add(firm()->tx, &olga, &id));
    assert_done(alias_add(firm()->tx, &account, &id));
    assert_done(alias_add(firm()->tx, &same, &id));
    assert_answer(alias_find(firm()->book, ALIAS_ACCOUNT, "DE893704", &id, &count));
    assert_int_equal(count, 2); /* two customers, until they are one */
    merge();
    assert_answer(alias_find(firm()->book, ALIAS_ACCOUNT, "DE893704", &id, &count));
    assert_int_equal(count, 1);
    assert_int_equal(id, stays());
    assert_answer(people_of(firm()->book, stays(), false, &firm()->arena, &people, &count));
    assert_int_equal(count, 1);
    assert_string_equal(people[0].name, "Olga");
}

static void its_old_code_and_people_find_it(void **state)
{
    const struct person olga = {.customer_id = firm_customer("OLD"),
                                .name = "Olga Zenith",
                                .role = "",
                                .phone = "",
                                .email = ""};
    struct names *names = NULL;
    int64_t id = 0;

    firm_customer("BETWEEN");
    firm_customer("NEW");
    assert_done(person_add(firm()->tx, &olga, &id));
    merge();
    assert_answer(names_of(firm()->book, &names));
    assert_non_null(strstr(name_get(names, stays())->folded, "zenith"));
    assert_non_null(strstr(name_get(names, stays())->folded, "old"));
    assert_null(strstr(name_get(names, firm_customer("BETWEEN"))->folded, "zenith"));
}

/* 100.00 were promised on the account that went; the money comes to the one that stays. */
static void a_promise_is_kept_by_money_on_the_account_that_stays(void **state)
{
    const struct document_made invoice = firm_invoice("OLD", "2026-01-10", "100.00");
    int64_t items[] = {invoice.first_item}, id = 0;
    struct promise_part part = {.day = day("2026-03-10"), .amount = amount("100.00")};
    const struct promise promise = {.customer_id = firm_customer("OLD"),
                                    .currency = money_in("EUR"),
                                    .taken = day("2026-03-01"),
                                    .items = items,
                                    .item_count = 1,
                                    .parts = &part,
                                    .part_count = 1};
    struct promise *all = NULL, one;
    int count = 0;

    firm_customer("NEW");
    assert_done(promise_take(firm()->tx, &promise, &id));
    merge();
    assert_answer(
        promise_list(firm()->book, stays(), day("2026-03-09"), &firm()->arena, &all, &count));
    assert_int_equal(count, 1);
    assert_int_equal(all[0].customer_id, stays());
    assert_string_equal(all[0].customer, "NEW");
    assert_int_equal(all[0].state, PROMISE_OPEN);
    assert_answer(promise_get(firm()->book, id, day("2026-04-30"), &firm()->arena, &one));
    assert_int_equal(one.state, PROMISE_BROKEN);
    firm_pay("NEW", "2026-03-08", "100.00");
    assert_answer(promise_get(firm()->book, id, day("2026-04-30"), &firm()->arena, &one));
    assert_int_equal(one.state, PROMISE_KEPT);
}

static enum err add_moved(void *self, const struct move_row *row)
{
    int64_t *sum = self;

    assert_int_equal(row->customer_id, stays());
    assert_string_equal(row->customer, "NEW");
    *sum += row->base;
    return ERR_OK;
}

/* So that opening and movements come to the closing of the account that has the balance. */
static void what_moved_is_of_the_account_that_stays(void **state)
{
    int64_t sum = 0;

    firm_invoice("OLD", "2026-01-05", "300.00");
    firm_invoice("NEW", "2026-01-05", "400.00");
    merge();
    firm_pay("NEW", "2026-02-18", "300.00");
    assert_answer(moves_each(firm()->book, day("2026-01-01"), day("2026-02-25"), stays(),
                             add_moved, &sum));
    assert_int_equal(sum, amount("400.00"));
    sum = 0;
    assert_answer(
        moves_each(firm()->book, day("2026-01-01"), day("2026-02-25"), 0, add_moved, &sum));
    assert_int_equal(sum, amount("400.00"));
}

static void holds_blocks_and_insolvency_are_of_both(void **state)
{
    const int64_t old = firm_customer("OLD");
    const struct hold hold = {
        .customer_id = old, .day = day("2026-03-01"), .until = DATE_NONE, .reason = "does not pay"};
    const struct dunblock block = {
        .customer_id = old, .from = day("2026-03-01"), .until = DATE_NEVER, .reason = "talks"};
    const struct insolvency broke = {.customer_id = old,
                                     .day = day("2026-04-01"),
                                     .reference = "12 IN 3",
                                     .administrator = "",
                                     .text = ""};
    struct hold *holds = NULL;
    struct dunblock *blocks = NULL;
    struct insolvent insolvent;
    int64_t id = 0;
    int count = 0;
    bool is = false;

    firm_customer("NEW");
    assert_done(hold_set(firm()->tx, &hold, &id));
    assert_done(dunblock_set(firm()->tx, &block, &id));
    assert_done(insolvency_declare(firm()->tx, &broke, &id));
    merge();
    assert_answer(
        hold_list(firm()->book, stays(), day("2026-06-30"), &firm()->arena, &holds, &count));
    assert_int_equal(count, 1);
    assert_int_equal(holds[0].customer_id, stays());
    assert_answer(dunblock_list(firm()->book, stays(), true, day("2026-06-30"), &firm()->arena,
                                &blocks, &count));
    assert_int_equal(count, 1);
    assert_answer(insolvent_on(firm()->book, stays(), day("2026-06-30"), &is, &insolvent));
    assert_true(is);
    /* and it is released there */
    assert_done(hold_release(firm()->tx, stays(), day("2026-06-30"), "paid", &count));
    assert_int_equal(count, 1);
}

static int64_t told(int64_t customer_id)
{
    const struct confirmation wanted = {.customer_id = customer_id,
                                        .day = day("2026-06-01"),
                                        .due = day("2026-07-14"),
                                        .balance = {0, money_in("EUR")}};
    struct confirmation letter;

    assert_done(confirmation_send(firm()->tx, &wanted, &firm()->arena, &letter));
    return letter.balance.minor;
}

/* A letter tells what the accounts owed that were one when it was written; the proof at the end of
 * the test works each of them out again: of two that became one, and of three after that. */
static void a_letter_tells_of_the_accounts_that_were_one(void **state)
{
    const int64_t old = firm_customer("OLD"), between = firm_customer("BETWEEN");

    firm_invoice("OLD", "2026-01-10", "100.00");
    firm_invoice("BETWEEN", "2026-01-10", "20.00");
    firm_invoice("NEW", "2026-01-10", "3.00");
    assert_int_equal(told(old), 10000);
    assert_int_equal(told(between), 2000);
    assert_done(customer_merge(firm()->tx, old, between));
    assert_int_equal(told(between), 12000);
    assert_int_equal(told(stays()), 300);
    assert_done(customer_merge(firm()->tx, between, stays()));
    assert_int_equal(told(stays()), 12300);
}

static void what_is_set_for_the_account_that_stays_holds_for_both(void **state)
{
    const struct setting_owner of_old = {.customer_id = firm_customer("OLD")},
                               of_new = {.customer_id = firm_customer("NEW")};

    assert_done(setting_own_set(firm()->tx, &of_old, "charge.grace", "9"));
    merge();
    assert_int_equal(setting_int_for(firm()->book, of_old.customer_id, "charge.grace"),
                     setting_int(firm()->book, "charge.grace"));
    assert_done(setting_own_set(firm()->tx, &of_new, "charge.grace", "4"));
    assert_int_equal(setting_int_for(firm()->book, of_old.customer_id, "charge.grace"), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(people_and_aliases_are_known_there),
        FIRM(its_old_code_and_people_find_it),
        FIRM(a_promise_is_kept_by_money_on_the_account_that_stays),
        FIRM(what_moved_is_of_the_account_that_stays),
        FIRM(holds_blocks_and_insolvency_are_of_both),
        FIRM(a_letter_tells_of_the_accounts_that_were_one),
        FIRM(what_is_set_for_the_account_that_stays_holds_for_both),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
