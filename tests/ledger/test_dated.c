/* What of a customer counts from a day on: yesterday's answer stays, today's is on the record. */
#include "ledger/customer.h"
#include "ledger/dated.h"
#include "ledger/debtor.h"
#include "ledger/firm.h"

#include <stdio.h>

static struct customer customer_now(const char *code)
{
    struct customer customer;

    assert_answer(customer_find(firm()->book, code, &firm()->arena, &customer));
    return customer;
}

static void collector_from(const char *code, const char *collector, const char *from)
{
    struct customer customer = customer_now(code);

    customer.collector = collector;
    assert_done(customer_set(firm()->tx, &customer, day(from)));
}

/* Two have the same record before them: the second is told, and nothing is written over. */
static void what_somebody_else_changed_stays(void **state)
{
    firm_customer("ACME");
    struct customer hers = customer_now("ACME"), his = hers;

    (void)state;
    hers.collector = "dora";
    his.collector = "emil";
    his.email = "new@acme.test";
    assert_done(customer_set(firm()->tx, &hers, DATE_NONE));
    assert_refused(ERR_CONFLICT, "somebody else changed ACME meanwhile",
                   customer_set(firm()->tx, &his, DATE_NONE));
    assert_string_equal(customer_now("ACME").collector, "dora");
    assert_string_not_equal(customer_now("ACME").email, "new@acme.test");
    his.version = customer_now("ACME").version; /* looked at again */
    assert_done(customer_set(firm()->tx, &his, DATE_NONE));
    assert_string_equal(customer_now("ACME").collector, "emil");
}

struct sought {
    int64_t id;
    char collector[40];
};

static enum err debtor_take(void *self, const struct debtor *debtor)
{
    struct sought *sought = self;

    if (debtor->id == sought->id)
        snprintf(sought->collector, sizeof sought->collector, "%s", debtor->collector);
    return ERR_OK;
}

/* Both ways to ask say the same. */
static const char *collector_on(const char *code, const char *as_of)
{
    static struct sought sought;
    struct debtor debtor;

    sought.id = customer_now(code).id;
    assert_answer(debtors_each(firm()->book, day(as_of), debtor_take, &sought));
    assert_answer(debtor_get(firm()->book, sought.id, day(as_of), &firm()->arena, &debtor));
    assert_string_equal(debtor.collector, sought.collector);
    return sought.collector;
}

static void reports_use_the_collector_of_their_day(void **state)
{
    (void)state;
    firm_invoice("ACME", "2026-01-10", "100.00");
    firm_invoice("BOLT", "2026-01-10", "100.00");
    collector_from("ACME", "anna", NULL); /* the first one, since ever */
    assert_string_equal(collector_on("ACME", "2020-01-01"), "anna");
    collector_from("ACME", "ben", "2026-03-01");
    collector_from("ACME", "carla", "2026-07-15"); /* a day to come: the book's is 06-30 */
    static const struct {
        const char *as_of, *collector;
    } cases[] = {
        {"2020-01-01", "anna"}, {"2026-02-28", "anna"},  {"2026-03-01", "ben"},
        {"2026-06-30", "ben"},  {"2026-07-14", "ben"},   {"2026-07-15", "carla"},
        {"2030-01-01", "carla"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(collector_on("ACME", cases[i].as_of), cases[i].collector);
    assert_string_equal(customer_now("ACME").collector, "ben");
    assert_string_equal(collector_on("BOLT", "2026-06-30"), "");

    /* a later word about an earlier day leaves the later days alone */
    collector_from("ACME", "dora", "2026-02-01");
    assert_string_equal(collector_on("ACME", "2026-02-15"), "dora");
    assert_string_equal(collector_on("ACME", "2026-06-30"), "ben");
    assert_string_equal(customer_now("ACME").collector, "ben");
    /* and of the same day the last word counts */
    collector_from("ACME", "emil", "2026-03-01");
    assert_string_equal(collector_on("ACME", "2026-06-30"), "emil");
    assert_string_equal(customer_now("ACME").collector, "emil");
}

static void parent_from(const char *code, const char *parent, const char *from, enum err want,
                        const char *words)
{
    struct customer customer = customer_now(code);

    customer.parent_id = *parent ? customer_now(parent).id : 0;
    if (want == ERR_OK)
        assert_done(customer_set(firm()->tx, &customer, day(from)));
    else
        assert_refused(want, words, customer_set(firm()->tx, &customer, day(from)));
}

static void nobody_was_ever_under_itself(void **state)
{
    bool circle = true;

    (void)state;
    firm_invoice("ACME", "2026-01-10", "100.00");
    firm_invoice("BOLT", "2026-01-10", "100.00");
    parent_from("ACME", "BOLT", "2026-02-01", ERR_OK, NULL);
    parent_from("BOLT", "ACME", "2026-03-01", ERR_CONFLICT, "cannot be below itself");
    parent_from("ACME", "", "2026-05-01", ERR_OK, NULL);
    parent_from("BOLT", "ACME", "2026-04-30", ERR_CONFLICT, "choose a later day");
    parent_from("BOLT", "ACME", "2026-07-01", ERR_INPUT, "when the day has come");
    assert_answer(dated_circle(firm()->book, customer_now("ACME").id, customer_now("BOLT").id,
                               day("2026-05-01"), &circle));
    assert_false(circle);
    parent_from("BOLT", "ACME", "2026-05-01", ERR_OK, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reports_use_the_collector_of_their_day, firm_open,
                                        firm_close),
        cmocka_unit_test_setup_teardown(what_somebody_else_changed_stays, firm_open, firm_close),
        cmocka_unit_test_setup_teardown(nobody_was_ever_under_itself, firm_open, firm_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
