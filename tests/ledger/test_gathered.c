/* Statements that gather branches and merged accounts: who stands on which, on which day. */
#include "ledger/customer.h"
#include "ledger/firm.h"
#include "ledger/merging.h"
#include "ledger/sent.h"

#include <string.h>

static void put_on(const char *branch, const char *node, const char *from)
{
    struct customer customer;

    assert_answer(customer_find(firm()->book, branch, &firm()->arena, &customer));
    customer.statement_id = node ? firm_customer(node) : 0;
    assert_done(customer_set(firm()->tx, &customer, day(from)));
}

/* TOP with NORTH and EAST below it, and SOUTH below NORTH. */
static void group(void)
{
    firm_customer("TOP");
    firm_customer_of("NORTH", "EUR", "TOP");
    firm_customer_of("EAST", "EUR", "TOP");
    firm_customer_of("SOUTH", "EUR", "NORTH");
    firm_invoice("TOP", "2026-01-05", "100.00");
    firm_invoice("NORTH", "2026-01-06", "20.00");
    firm_invoice("SOUTH", "2026-01-07", "3.00");
    firm_invoice("EAST", "2026-01-08", "1000.00");
}

static void assert_on(const char *customer, const char *date, const char *const *codes)
{
    int64_t *ids = NULL;
    int count = 0, i = 0;

    assert_answer(sent_branches(firm()->book, firm_customer(customer), day(date), &firm()->arena,
                                &ids, &count));
    for (; codes[i] && i < count; i++) {
        struct customer is;
        assert_answer(customer_get(firm()->book, ids[i], &firm()->arena, &is));
        assert_string_equal(is.code, codes[i]);
    }
    assert_true(!codes[i] && i == count);
}
#define ON(customer, date, ...) assert_on(customer, date, (const char *const[]){__VA_ARGS__, NULL})

static enum err send(const char *customer, const char *date, struct sent *out)
{
    const struct sent wanted = {
        .customer_id = firm_customer(customer), .day = day(date), .balance = {0, money_in("EUR")}};

    return firm_do(sent_add(firm()->tx, &wanted, &firm()->arena, out));
}

static void assert_sent(const char *customer, const char *date, const char *sum)
{
    struct sent sent;

    if (send(customer, date, &sent) != ERR_OK)
        fail_msg("%s", firm()->note.text);
    assert_int_equal(sent.balance.minor, amount(sum));
}

static void every_item_stands_on_one_statement(void **state)
{
    struct sent sent;

    group();
    put_on("NORTH", "TOP", "2026-02-01");
    put_on("SOUTH", "NORTH", "2026-02-01"); /* and with it on that of TOP */
    ON("TOP", "2026-02-01", "TOP", "NORTH", "SOUTH");
    ON("NORTH", "2026-02-01", "NORTH");
    assert_sent("TOP", "2026-02-28", "123.00");
    assert_sent("EAST", "2026-02-28", "1000.00");
    assert_int_equal(send("SOUTH", "2026-02-28", &sent), ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "stand on that of TOP"));
    /* before that day, each had its own */
    ON("TOP", "2026-01-31", "TOP");
    assert_sent("SOUTH", "2026-01-31", "3.00");
    assert_sent("TOP", "2026-01-31", "100.00");
}

static void who_leaves_takes_only_later_statements_along(void **state)
{
    group();
    put_on("NORTH", "TOP", "2026-02-01");
    put_on("NORTH", NULL, "2026-04-01");
    ON("TOP", "2026-03-31", "TOP", "NORTH");
    ON("TOP", "2026-04-01", "TOP");
    assert_sent("TOP", "2026-03-31", "120.00");
    assert_sent("TOP", "2026-04-30", "100.00");
    assert_sent("NORTH", "2026-04-30", "20.00");
    /* what comes later with an earlier day does not change what was told: the proof says so */
    firm_invoice("NORTH", "2026-03-01", "7.00");
    assert_sent("TOP", "2026-03-31", "127.00");
}

static void a_merged_account_counts_with_the_one_that_stays(void **state)
{
    group();
    firm_customer("OLD");
    firm_invoice("OLD", "2026-01-09", "5.00");
    put_on("NORTH", "TOP", "2026-02-01");
    assert_done(customer_merge(firm()->tx, firm_customer("OLD"), firm_customer("EAST")));
    assert_sent("EAST", "2026-06-30", "1005.00");
    assert_done(customer_merge(firm()->tx, firm_customer("EAST"), firm_customer("NORTH")));
    ON("TOP", "2026-06-30", "TOP", "NORTH");
    assert_sent("TOP", "2026-06-30", "1125.00");
}

static void the_proof_sees_what_was_not_owed(void **state)
{
    int found = 0;

    group();
    put_on("NORTH", "TOP", "2026-02-01");
    assert_sent("TOP", "2026-02-28", "120.00");
    assert_int_equal(firm_sql("DROP TRIGGER statement_account_no_update"), ERR_OK);
    assert_int_equal(firm_sql("UPDATE statement_account SET balance = balance + 1"), ERR_OK);
    assert_non_null(strstr(firm_proof(&found), "gathers NORTH with what"));
    assert_true(found > 0);
    firm()->damaged = true;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(every_item_stands_on_one_statement),
        FIRM(who_leaves_takes_only_later_statements_along),
        FIRM(a_merged_account_counts_with_the_one_that_stays),
        FIRM(the_proof_sees_what_was_not_owed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
