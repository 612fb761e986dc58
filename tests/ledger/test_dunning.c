/* Runs of dunning: what they send, what they leave alone, at which level items stand on a day. */
#include "ledger/dispute.h"
#include "ledger/dunblock.h"
#include "ledger/dunletter.h"
#include "ledger/dunlevel.h"
#include "ledger/dunplan.h"
#include "ledger/dunscheme.h"
#include "ledger/firm.h"
#include "ledger/promise.h"
#include "ledger/setting.h"

#include <string.h>

static struct dunplan plan_on(const char *date)
{
    const struct dunplan_options options = {.day = day(date)};
    struct dunplan plan;

    assert_answer(dunplan_read(&plan, firm()->book, &options));
    return plan;
}

/* Everything that has a letter goes out with it, as a run would write it. */
static enum err letters_write(struct tx *tx, const struct dunplan *plan, bool held)
{
    int64_t run_id = 0;

    for (int i = 0; i < plan->count; i++)
        for (int level = 0; level < DUNNING_LEVELS; level++) {
            const struct dunaccount *account = &plan->accounts[i];
            struct dunletter_item items[16];
            int count = 0;
            for (int k = 0; k < account->account.count; k++)
                if (account->account.items[k].next == level)
                    items[count++] =
                        (struct dunletter_item){.item_id = account->rows[k].item_id,
                                                .level = level,
                                                .before = account->account.items[k].level,
                                                .days = account->account.items[k].days,
                                                .amount = account->account.items[k].amount,
                                                .rides = account->account.items[k].charge};
            if (count == 0)
                continue;
            struct dunletter letter = {.customer_id = account->customer_id,
                                       .level = level,
                                       .day = plan->day,
                                       .due = date_add(plan->day, 7),
                                       .held = held,
                                       .currency = account->currency,
                                       .language = "en",
                                       .body = "the letter"};
            if (run_id == 0)
                TRY(dunrun_begin(tx, plan->day, &run_id));
            letter.run_id = run_id;
            TRY(dunning_letter(account->steps, &account->account, level, &letter.amount,
                               &letter.fee));
            TRY(dunletter_number(tx, &firm()->arena, &letter));
            TRY(dunletter_add(tx, &letter, items, count));
        }
    return ERR_OK;
}

static void run_on(const char *date)
{
    struct dunplan plan = plan_on(date);

    assert_done(letters_write(firm()->tx, &plan, false));
    dunplan_done(&plan);
}

/* "1", "-" for none, or the reason. */
static const char *verdict(const char *date, int64_t item_id)
{
    struct dunplan plan = plan_on(date);
    const char *out = "-";

    for (int i = 0; i < plan.count; i++)
        for (int k = 0; k < plan.accounts[i].account.count; k++)
            if (plan.accounts[i].rows[k].item_id == item_id) {
                const struct dunning_item *item = &plan.accounts[i].account.items[k];
                out = item->next != DUNNING_NONE ? arena_format(&firm()->arena, "%d", item->next)
                                                 : dunning_reason_word(item->reason);
            }
    dunplan_done(&plan);
    return out;
}
#define assert_verdict(date, item, want) assert_string_equal(verdict(date, item), want)

struct level_of {
    int64_t item;
    int level;
};
static enum err level_take(void *self, const struct dunlevel *level)
{
    struct level_of *of = self;

    if (level->item_id == of->item)
        of->level = level->level;
    return ERR_OK;
}

static int level_on(int64_t item, const char *date)
{
    struct level_of of = {item, DUNLEVEL_NONE};

    assert_answer(dunlevels_each(firm()->book, day(date), 0, level_take, &of));
    return of.level;
}

/* Due on the 14th of February, levels after 7, 21 and 35 days: full days, one level at a time. */
static void levels_rise_with_the_days_and_the_letters(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const int64_t item = invoice.first_item;

    assert_verdict("2026-02-14", item, "-");
    assert_verdict("2026-02-15", item, "grace");
    assert_verdict("2026-02-20", item, "early");
    assert_verdict("2026-02-21", item, "1");
    assert_verdict("2026-05-30", item, "1");
    run_on("2026-03-30");
    assert_int_equal(level_on(item, "2026-03-29"), -1);
    assert_int_equal(level_on(item, "2026-03-30"), 1);
    assert_verdict("2026-03-30", item, "interval");
    assert_verdict("2026-04-05", item, "interval");
    assert_verdict("2026-04-06", item, "2");
    run_on("2026-04-06");
    run_on("2026-04-13");
    assert_int_equal(level_on(item, "2026-04-06"), 2);
    assert_int_equal(level_on(item, "2026-06-30"), 3);
    assert_verdict("2026-06-01", item, "same level");
}

/* Payment does not lower a level; clearing ends it; reversal restores it. */
static void money_and_the_level(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const int64_t item = invoice.first_item;
    struct document_made made;

    run_on("2026-03-02");
    const struct document_made part = firm_pay("ACME", "2026-03-03", "60.00");
    firm_apply(part.first_item, item, "60.00");
    assert_int_equal(level_on(item, "2026-06-30"), 1);
    const struct document_made rest = firm_pay("ACME", "2026-03-05", "40.00");
    firm_apply(rest.first_item, item, "40.00");
    assert_int_equal(level_on(item, "2026-06-30"), -1);
    assert_int_equal(level_on(item, "2026-03-02"), 1);
    assert_verdict("2026-06-30", item, "-");
    assert_done(payment_reverse(firm()->tx, rest.id, day("2026-06-30"), "nsf", 0, &made));
    assert_int_equal(level_on(item, "2026-06-30"), 1);
    assert_verdict("2026-06-30", item, "2");
}

/* Undo of a run restores levels, and takes its fees back. */
static void an_undone_letter_leaves_the_level_before(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const int64_t item = invoice.first_item;
    struct dunscheme_level level;
    struct dunletter letter;
    bool is;

    assert_answer(dunscheme_get(firm()->book, "STANDARD", 2, &firm()->arena, &level, &is));
    level.step.fee = amount("7.50");
    assert_done(dunscheme_set(firm()->tx, &level));
    run_on("2026-03-02");
    run_on("2026-03-20");
    assert_balance(LATE_CHARGE, "-7.50");
    assert_refused(ERR_CONFLICT, "DL-1002 stands on DL-1001",
                   dunletter_undo(firm()->tx, 1, day("2026-03-21"), "sent by mistake"));
    assert_done(dunletter_undo(firm()->tx, 2, day("2026-03-21"), "sent by mistake"));
    assert_balance(LATE_CHARGE, "0.00");
    assert_int_equal(level_on(item, "2026-03-20"), 2);
    assert_int_equal(level_on(item, "2026-03-21"), 1);
    assert_refused(ERR_CONFLICT, "taken back already",
                   dunletter_undo(firm()->tx, 2, day("2026-03-21"), "again"));
    assert_answer(dunletter_find(firm()->book, "DL-1002", &firm()->arena, &letter));
    assert_int_equal(letter.state, DUNLETTER_UNDONE);
    assert_string_equal(letter.body, "the letter");
    assert_verdict("2026-03-21", item, "2");
}

/* A letter that is held counts from its release, posts its fee only then, and blocks the next. */
static void a_held_letter_waits(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const int64_t item = invoice.first_item;
    struct dunscheme_level level;
    bool is;

    assert_answer(dunscheme_get(firm()->book, "STANDARD", 1, &firm()->arena, &level, &is));
    level.step.fee = amount("5.00");
    assert_done(dunscheme_set(firm()->tx, &level));
    struct dunplan plan = plan_on("2026-03-02");
    assert_done(letters_write(firm()->tx, &plan, true));
    dunplan_done(&plan);
    assert_balance(LATE_CHARGE, "0.00");
    assert_int_equal(level_on(item, "2026-03-12"), -1);
    assert_verdict("2026-03-12", item, "held");
    assert_done(dunletter_release(firm()->tx, 1, day("2026-03-12")));
    assert_balance(LATE_CHARGE, "-5.00");
    assert_int_equal(level_on(item, "2026-03-11"), -1);
    assert_int_equal(level_on(item, "2026-03-12"), 1);
    assert_verdict("2026-03-18", item, "gap");
    assert_verdict("2026-03-19", item, "2");
    assert_refused(ERR_CONFLICT, "went out already",
                   dunletter_release(firm()->tx, 1, day("2026-03-13")));
}

static void what_is_left_alone_and_why(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const int64_t acme = firm_customer("ACME"), item = invoice.first_item;
    int64_t items[] = {item}, id;
    struct promise_part part = {.day = day("2026-03-10")};
    const struct promise promise = {.customer_id = acme,
                                    .currency = money_in("EUR"),
                                    .taken = day("2026-03-01"),
                                    .parts = &part,
                                    .part_count = 1,
                                    .items = items,
                                    .item_count = 1};
    struct dunblock block = {.customer_id = acme,
                             .document_id = invoice.id,
                             .from = day("2026-03-20"),
                             .until = day("2026-03-25"),
                             .reason = "in talks"};
    const struct setting_owner owner = {.customer_id = acme};

    assert_verdict("2026-02-28", item, "1");
    assert_done(promise_take(firm()->tx, &promise, &id));
    assert_verdict("2026-03-12", item, "promise");
    assert_verdict("2026-03-13", item, "1"); /* it is broken */
    assert_done(dunblock_set(firm()->tx, &block, &id));
    assert_verdict("2026-03-25", item, "blocked");
    assert_verdict("2026-03-26", item, "1");
    block.document_id = 0;
    block.from = day("2026-04-01");
    block.until = DATE_NEVER;
    assert_done(dunblock_set(firm()->tx, &block, &id));
    assert_verdict("2026-04-01", item, "blocked");
    assert_done(dunblock_lift(firm()->tx, id, day("2026-04-02"), ""));
    assert_verdict("2026-04-02", item, "1");
    assert_refused(ERR_CONFLICT, "over already",
                   dunblock_lift(firm()->tx, id, day("2026-04-03"), ""));
    /* An extension moves dunning: its days begin behind that day. */
    assert_done(
        invoice_amend(firm()->tx, invoice.id, "extension", "2026-04-20", day("2026-04-05")));
    assert_verdict("2026-04-04", item, "1");
    assert_verdict("2026-04-20", item, "extension");
    assert_verdict("2026-04-23", item, "grace");
    assert_verdict("2026-04-27", item, "1");
    assert_done(setting_own_set(firm()->tx, &owner, "dunning.scheme", "none"));
    assert_verdict("2026-05-01", item, "exempt");
}

/* The disputed part is left out, the rest goes on; a credit comes off first. */
static void parts_of_an_item(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const struct dispute dispute = {.item_id = invoice.first_item,
                                    .amount = amount("30.00"),
                                    .reason = "PRICE",
                                    .opened = day("2026-02-20")};
    int64_t id;

    firm_credit("ACME", "2026-02-01", "20.00");
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    struct dunplan plan = plan_on("2026-03-01");
    assert_int_equal(plan.count, 1);
    const struct dunning_item *item = &plan.accounts[0].account.items[0];
    assert_int_equal(item->disputed, amount("30.00"));
    assert_int_equal(item->credited, amount("20.00"));
    assert_int_equal(item->amount, amount("50.00"));
    dunplan_done(&plan);
    firm_credit("ACME", "2026-02-01", "50.00");
    assert_verdict("2026-03-01", invoice.first_item, "credits");
}

static void runs_go_forward(void **state)
{
    int64_t id;

    firm_invoice("ACME", "2026-01-15", "100.00");
    run_on("2026-03-10");
    assert_refused(ERR_CONFLICT, "there are letters of 2026-03-10 already",
                   dunrun_begin(firm()->tx, day("2026-03-09"), &id));
    assert_refused(ERR_INPUT, "not on a day to come",
                   dunrun_begin(firm()->tx, day("2026-07-01"), &id));
}

/* Fees and minimums are in the book's currency, at the rate at which the items are booked. */
static void another_currency(void **state)
{
    struct dunscheme_level level;
    bool is;

    firm_rate("USD", "2026-01-01", "0.5");
    firm_customer_of("YANK", "USD", NULL);
    firm_invoice("YANK", "2026-01-15", "100.00");
    assert_answer(dunscheme_get(firm()->book, "STANDARD", 1, &firm()->arena, &level, &is));
    level.step.fee = amount("5.00");
    level.step.minimum = amount("50.00");
    assert_done(dunscheme_set(firm()->tx, &level));
    struct dunplan plan = plan_on("2026-03-01");
    assert_int_equal(plan.accounts[0].steps->steps[1].fee, amount("10.00"));
    assert_int_equal(plan.accounts[0].steps->steps[1].minimum, amount("100.00"));
    assert_int_equal(plan.accounts[0].account.items[0].next, 1);
    dunplan_done(&plan);
}

/* What was sent cannot be changed behind the books' back without the proof saying so. */
static void the_proof_knows_its_letters(void **state)
{
    static const struct firm_damage damages[] = {
        {"UPDATE dunning_letter SET body = 'other words' WHERE id = 1",
         "UPDATE dunning_letter SET body = 'the letter'", "letter DL-1001 has not the text"},
        {"UPDATE dunning_letter SET amount = amount + 1 WHERE id = 1",
         "UPDATE dunning_letter SET amount = amount - 1 WHERE id = 1", "the sum of its items"},
        {"UPDATE dunning_letter SET fee_id = 1 WHERE id = 1",
         "UPDATE dunning_letter SET fee_id = 2 WHERE id = 1", "no charge of the same sum"},
        {"UPDATE dunning_letter SET serial = 1003 WHERE id = 2",
         "UPDATE dunning_letter SET serial = 1002 WHERE id = 2", "dunning"},
        {"UPDATE dunning_letter SET day = (SELECT day FROM dunning_letter WHERE id = 1)"
         " WHERE id = 2",
         "UPDATE dunning_letter SET day = day + 7 WHERE id = 2", "is the second one on a day"},
        {"UPDATE dunning_item SET item_id = 3 WHERE id = 1",
         "UPDATE dunning_item SET item_id = 1 WHERE id = 1", "an item that is not its own"},
    };
    static const char *const tables[] = {"dunning_letter", "dunning_item", NULL};
    struct dunscheme_level level;
    bool is;

    firm_invoice("ACME", "2026-01-15", "100.00");
    assert_answer(dunscheme_get(firm()->book, "STANDARD", 1, &firm()->arena, &level, &is));
    level.step.fee = amount("5.00");
    assert_done(dunscheme_set(firm()->tx, &level));
    run_on("2026-03-02");
    run_on("2026-03-09");
    firm_invoice("BOLT", "2026-06-15", "10.00"); /* item 3, behind the fee */
    firm_damages(tables, damages, sizeof damages / sizeof damages[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(levels_rise_with_the_days_and_the_letters),
        FIRM(money_and_the_level),
        FIRM(an_undone_letter_leaves_the_level_before),
        FIRM(a_held_letter_waits),
        FIRM(what_is_left_alone_and_why),
        FIRM(parts_of_an_item),
        FIRM(runs_go_forward),
        FIRM(another_currency),
        FIRM(the_proof_knows_its_letters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
