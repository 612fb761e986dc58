/* Payers, statements that were sent, settings of customers: what the books keep of them. */
#include "ledger/alias.h"
#include "ledger/customer.h"
#include "ledger/firm.h"
#include "ledger/owing.h"
#include "ledger/remitter.h"
#include "ledger/sent.h"
#include "ledger/setting.h"
#include "ledger/waiting.h"

#include <stdio.h>
#include <string.h>

static int64_t whose(enum alias_kind kind, const char *value, int *customers)
{
    int64_t id = 0;

    assert_answer(alias_find(firm()->book, kind, value, &id, customers));
    return id;
}

static void a_payer_is_known_however_it_is_written(void **state)
{
    static const struct {
        enum alias_kind kind;
        const char *kept, *asked;
        bool same;
    } cases[] = {
        {ALIAS_ACCOUNT, "DE89 3704 0044 0532 0130 00", "de89370400440532013000", true},
        {ALIAS_ACCOUNT, "021000021-4455667788", "021000021 4455667788", true},
        {ALIAS_ACCOUNT, "021000021-4455667788", "021000021 4455667789", false},
        {ALIAS_NAME, "Müller & Söhne, GmbH", "MULLER  SOHNE GMBH", true},
        {ALIAS_NAME, "Müller & Söhne", "Müller", false},
        {ALIAS_NAME, "北極光照明", "北極光照明", true},
        {ALIAS_NUMBER, "K 47/11", "k47-11", true},
        {ALIAS_NUMBER, "K 4711", "K-4712", false},
    };
    const int64_t acme = firm_customer("ACME");
    int customers = 0;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct alias alias = {
            .kind = cases[i].kind, .value = cases[i].kept, .customer_id = acme};
        int64_t id = 0;
        assert_done(alias_add(firm()->tx, &alias, &id));
        assert_int_equal(whose(cases[i].kind, cases[i].asked, &customers),
                         cases[i].same ? acme : 0);
        assert_done(alias_remove(firm()->tx, id));
        assert_int_equal(whose(cases[i].kind, cases[i].kept, &customers), 0);
    }
}

static void two_customers_of_one_account_are_nobody(void **state)
{
    struct alias alias = {.kind = ALIAS_ACCOUNT, .value = "A-1", .customer_id = firm_customer("A")};
    int64_t id = 0;
    int customers = 0;
    bool known = false;

    assert_done(alias_add(firm()->tx, &alias, &id));
    assert_refused(ERR_CONFLICT, "known already", alias_add(firm()->tx, &alias, &id));
    alias.customer_id = firm_customer("B");
    assert_done(alias_deny(firm()->tx, &alias));
    assert_answer(alias_known(firm()->book, ALIAS_ACCOUNT, "a1", alias.customer_id, &known));
    assert_true(known); /* and nobody is asked again */
    assert_int_equal(whose(ALIAS_ACCOUNT, "A1", &customers), firm_customer("A"));
    assert_done(alias_add(firm()->tx, &alias, &id));
    assert_int_equal(whose(ALIAS_ACCOUNT, "A1", &customers), 0);
    assert_int_equal(customers, 2);
    alias.value = " - ";
    assert_refused(ERR_INPUT, "no letter and no digit", alias_add(firm()->tx, &alias, &id));
    assert_refused(ERR_MISSING, "no alias 77", alias_remove(firm()->tx, 77));
}

static void a_setting_holds_for_whom_it_is_said(void **state)
{
    struct customer customer;
    const struct setting_owner retail = {.class = "RETAIL"};
    struct setting_owner one = {.customer_id = firm_customer("ACME")};
    bool own = false;

    assert_answer(customer_get(firm()->book, one.customer_id, &firm()->arena, &customer));
    customer.class = "retail";
    assert_done(customer_set(firm()->tx, &customer, DATE_NONE));
#define OLDEST setting_int_for(firm()->book, one.customer_id, "autocash.oldest")
    assert_int_equal(OLDEST, 0);
    assert_done(setting_own_set(firm()->tx, &retail, "autocash.oldest", "yes"));
    assert_int_equal(OLDEST, 1);
    assert_int_equal(setting_int(firm()->book, "autocash.oldest"), 0);
    assert_done(setting_own_set(firm()->tx, &one, "autocash.oldest", "no"));
    assert_int_equal(OLDEST, 0);
    assert_done(setting_own_set(firm()->tx, &one, "autocash.oldest", NULL));
    assert_int_equal(OLDEST, 1);
    assert_answer(setting_owned(firm()->book, one.customer_id, &own));
    assert_true(own);
    assert_answer(setting_owned(firm()->book, firm_customer("BETA"), &own));
    assert_false(own);
    assert_refused(ERR_CONFLICT, "holds for the whole book",
                   setting_own_set(firm()->tx, &one, "company", "x"));
    assert_refused(ERR_INPUT, "is yes or no",
                   setting_own_set(firm()->tx, &one, "autocash.oldest", "perhaps"));
    assert_refused(ERR_MISSING, "what it is for all",
                   setting_own_set(firm()->tx, &one, "autocash.oldest", NULL));
    assert_refused(ERR_MISSING, "no setting", setting_own_set(firm()->tx, &one, "nothing", "1"));
}

static struct sent send(const char *customer, const char *on)
{
    const struct sent wanted = {.customer_id = firm_customer(customer),
                                .day = day(on),
                                .balance = {0, money_in("EUR")}};
    struct sent made = {0};

    assert_done(sent_add(firm()->tx, &wanted, &firm()->arena, &made));
    return made;
}

static void a_statement_tells_what_was_owed_then(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-03-01", "100.00");
    struct sent *last = NULL;
    int count = 0, found = 0;

    firm_invoice("ACME", "2026-04-01", "50.00");
    struct sent first = send("ACME", "2026-03-31");
    assert_string_equal(first.number, "ST-1001");
    assert_int_equal(first.balance.minor, amount("100.00"));
    /* what becomes known later changes nothing of it, and the proof knows that */
    firm_invoice("ACME", "2026-03-15", "7.00");
    const struct document_made money = firm_pay("ACME", "2026-03-20", "60.00");
    firm_apply(money.first_item, invoice.first_item, "60.00");
    assert_string_equal(firm_proof(&found), "");
    assert_int_equal(found, 0);
    assert_int_equal(send("ACME", "2026-03-31").balance.minor, amount("47.00"));
    assert_int_equal(send("ACME", "2026-06-30").balance.minor, amount("97.00"));
    assert_answer(sent_last(firm()->book, firm_customer("ACME"), money_in("EUR"), 2,
                            &firm()->arena, &last, &count));
    assert_int_equal(count, 2);
    assert_string_equal(last[0].number, "ST-1003");
    assert_string_equal(last[1].number, "ST-1002");
    const struct sent ahead = {.customer_id = first.customer_id,
                               .day = day("2026-07-01"),
                               .balance = {0, money_in("EUR")}};
    struct sent made;
    assert_refused(ERR_INPUT, "not what will be",
                   sent_add(firm()->tx, &ahead, &firm()->arena, &made));
}

static void a_changed_statement_is_found(void **state)
{
    int found = 0;

    firm_invoice("ACME", "2026-03-01", "100.00");
    send("ACME", "2026-03-31");
    assert_int_not_equal(firm_sql("UPDATE statement SET balance = 1"), ERR_OK);
    assert_int_not_equal(firm_sql("DELETE FROM statement"), ERR_OK);
    assert_int_equal(firm_sql("DROP TRIGGER statement_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE statement SET balance = 9999, serial = 1002"), ERR_OK);
    firm()->damaged = true;
    const char *words = firm_proof(&found);
    assert_true(found >= 3);
    assert_non_null(strstr(words, "ST-1001 says 99.99 EUR, but 100.00 was owed then"));
    assert_non_null(strstr(words, "gap before 1002"));
    assert_non_null(strstr(words, "does not fit its hash"));
}

struct seen {
    int count;
    int64_t open;
    char account[64], customer[32];
};

static enum err seen_add(void *self, const struct waiting *waiting)
{
    struct seen *seen = self;

    seen->count++;
    seen->open += waiting->open.minor;
    snprintf(seen->account, sizeof seen->account, "%s", waiting->account);
    snprintf(seen->customer, sizeof seen->customer, "%s", waiting->customer);
    return ERR_OK;
}

static void money_waits_under_its_payment(void **state)
{
    const struct payment payment = {.amount = {amount("80.00"), money_in("EUR")},
                                    .date = day("2026-05-01"),
                                    .payer_account = "DE 1"};
    const struct waiting_query all = {.from = DATE_NONE, .to = DATE_NONE};
    struct document_made made, moved;
    struct seen seen = {0};
    int64_t item = 0;
    const char *account = NULL;
    const int64_t acme = firm_customer("ACME");

    assert_done(payment_receive(firm()->tx, &payment, &made, &item));
    assert_answer(remitter_of(firm()->book, made.id, &firm()->arena, &account));
    assert_string_equal(account, "DE 1");
    assert_answer(waiting_each(firm()->book, &all, seen_add, &seen));
    assert_int_equal(seen.count, 1);
    assert_string_equal(seen.customer, "");
    assert_string_equal(seen.account, "DE 1");
    assert_done(payment_identify(firm()->tx, made.id, acme, day("2026-05-02"),
                                 &moved));
    seen = (struct seen){0};
    assert_answer(waiting_each(firm()->book, &all, seen_add, &seen));
    assert_int_equal(seen.count, 1);
    assert_int_equal(seen.open, amount("80.00"));
    assert_string_equal(seen.customer, "ACME");
    assert_string_equal(seen.account, "DE 1");
    const struct waiting_query later = {.from = day("2026-05-02"), .to = DATE_NONE};
    seen = (struct seen){0};
    assert_answer(waiting_each(firm()->book, &later, seen_add, &seen));
    assert_int_equal(seen.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_payer_is_known_however_it_is_written),
        FIRM(two_customers_of_one_account_are_nobody),
        FIRM(a_setting_holds_for_whom_it_is_said),
        FIRM(a_statement_tells_what_was_owed_then),
        FIRM(a_changed_statement_is_found),
        FIRM(money_waits_under_its_payment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
