/* Placements and insolvencies in a book: from which day until which, of what, and only once. */
#include "ledger/firm.h"
#include "ledger/insolvency.h"
#include "ledger/placement.h"
#include "ledger/returned.h"

#include <string.h>

static enum err make(const char *customer, int64_t item, const char *date, int64_t *id)
{
    const int64_t items[] = {item};
    const struct placement placement = {.customer_id = firm_customer(customer),
                                        .kind = item ? PLACEMENT_AGENCY : PLACEMENT_LEGAL,
                                        .day = day(date),
                                        .whole = item == 0,
                                        .commission_ppm = 200000,
                                        .agency = "Collect",
                                        .items = items,
                                        .item_count = item ? 1 : 0};

    return placement_make(firm()->tx, &placement, id);
}

static int64_t placed_by(int64_t item, const char *date)
{
    struct placed placed;
    bool is = false;

    assert_answer(placed_on(firm()->book, item, day(date), &is, &placed, &firm()->arena));
    return is ? placed.placement_id : 0;
}

/* The set says what the single question says, of an item of ACME. */
static int64_t found_in_set(int64_t item, const char *date)
{
    struct placed_set set;

    assert_answer(placed_load(firm()->book, day(date), 0, &firm()->arena, &set));
    const struct placed *placed = placed_find(&set, firm_customer("ACME"), item);
    return placed ? placed->placement_id : 0;
}

static void it_is_theirs_from_its_day_until_the_day_of_its_recall(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made other = firm_invoice("ACME", "2026-01-10", "30.00");
    int64_t id = 0;

    assert_done(make("ACME", invoice.first_item, "2026-03-01", &id));
    assert_done(placement_recall(firm()->tx, id, 0, day("2026-05-01"), "they pay"));
    static const struct {
        const char *day;
        bool theirs;
    } cases[] = {{"2026-02-28", false},
                 {"2026-03-01", true},
                 {"2026-04-30", true},
                 {"2026-05-01", false},
                 {"2026-06-30", false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(placed_by(invoice.first_item, cases[i].day), cases[i].theirs ? id : 0);
        assert_int_equal(found_in_set(invoice.first_item, cases[i].day), cases[i].theirs ? id : 0);
        assert_int_equal(placed_by(other.first_item, cases[i].day), 0);
        assert_int_equal(found_in_set(other.first_item, cases[i].day), 0);
    }
}

static void one_item_of_a_placement_is_recalled_alone(void **state)
{
    const struct document_made first = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made second = firm_invoice("ACME", "2026-01-20", "50.00");
    const int64_t items[] = {first.first_item, second.first_item};
    const struct placement placement = {.customer_id = firm_customer("ACME"),
                                        .day = day("2026-03-01"),
                                        .agency = "Collect",
                                        .items = items,
                                        .item_count = 2};
    int64_t id = 0, again = 0;

    assert_done(placement_make(firm()->tx, &placement, &id));
    assert_done(placement_recall(firm()->tx, id, first.first_item, day("2026-04-01"), "paid"));
    assert_int_equal(placed_by(first.first_item, "2026-04-01"), 0);
    assert_int_equal(placed_by(second.first_item, "2026-04-01"), id);
    assert_refused(ERR_CONFLICT, "recalled from placement",
                   placement_recall(firm()->tx, id, first.first_item, day("2026-04-02"), "x"));
    assert_refused(ERR_CONFLICT, "is placed already",
                   make("ACME", second.first_item, "2026-04-01", &again));
    assert_done(make("ACME", first.first_item, "2026-04-01", &again));
    assert_int_equal(placed_by(first.first_item, "2026-04-01"), again);
    assert_int_equal(placed_by(first.first_item, "2026-03-31"), id);
    /* not again for a day on which it was with them still */
    assert_done(placement_recall(firm()->tx, again, 0, day("2026-06-01"), "done"));
    assert_refused(ERR_CONFLICT, "is placed already",
                   make("ACME", first.first_item, "2026-05-01", &again));
}

static void of_a_whole_customer_what_is_issued_later_is_placed_too(void **state)
{
    const struct document_made before = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made foreign = firm_invoice("BOLT", "2026-01-10", "10.00");
    int64_t id = 0, other = 0;

    assert_done(make("ACME", 0, "2026-03-01", &id));
    const struct document_made after = firm_invoice("ACME", "2026-05-10", "70.00");
    assert_int_equal(placed_by(before.first_item, "2026-05-15"), id);
    assert_int_equal(placed_by(after.first_item, "2026-05-15"), id);
    assert_int_equal(found_in_set(after.first_item, "2026-05-15"), id);
    assert_int_equal(placed_by(foreign.first_item, "2026-05-15"), 0);
    assert_refused(ERR_CONFLICT, "as a whole already",
                   make("ACME", after.first_item, "2026-05-15", &other));
    assert_refused(ERR_CONFLICT, "of the whole customer",
                   placement_recall(firm()->tx, id, before.first_item, day("2026-05-15"), "x"));
    const struct document_made credit = firm_pay("ACME", "2026-05-20", "5.00");
    assert_int_equal(placed_by(credit.first_item, "2026-05-25"), 0); /* our debt is not placed */
}

static void what_cannot_be_placed(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made payment = firm_pay("ACME", "2026-02-10", "100.00");
    int64_t id = 0;

    firm_customer("BOLT");
    assert_refused(ERR_CONFLICT, "nothing is open",
                   make("BOLT", invoice.first_item, "2026-03-01", &id));
    assert_refused(ERR_INPUT, "still to come", make("ACME", invoice.first_item, "2026-07-01", &id));
    firm_apply(payment.first_item, invoice.first_item, "100.00");
    assert_refused(ERR_CONFLICT, "nothing is open",
                   make("ACME", invoice.first_item, "2026-03-01", &id));
    assert_refused(ERR_MISSING, "no placement 7",
                   placement_recall(firm()->tx, 7, 0, day("2026-03-01"), "x"));
}

static enum err recover(int64_t id, const struct document_made *payment, const char *sum,
                        const char *commission, struct document_made *cost)
{
    const struct placement_money money = {.placement_id = id,
                                          .payment_id = payment->id,
                                          .day = day("2026-04-10"),
                                          .amount = money_of(amount(sum), money_in("EUR")),
                                          .commission = amount(commission),
                                          .billed = true};

    return placement_recover(firm()->tx, &money, cost);
}

/* 20 % of 60.00 are 12.00: costs of ours, owed to the agency; the customer is not touched. */
static void a_commission_that_is_billed_is_owed_to_the_agency(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    struct document_made cost;
    struct placement placement;
    int64_t id = 0, commission = 0;

    assert_done(make("ACME", invoice.first_item, "2026-03-01", &id));
    const struct document_made payment = firm_pay("ACME", "2026-04-10", "60.00");
    assert_answer(placement_get(firm()->book, id, &firm()->arena, &placement));
    assert_answer(placement_commission(&placement, amount("60.00"), &commission));
    assert_int_equal(commission, amount("12.00"));
    assert_refused(ERR_INPUT, "not more than", recover(id, &payment, "60.01", "12.00", &cost));
    assert_refused(ERR_INPUT, "not more than", recover(id, &payment, "60.00", "60.01", &cost));
    assert_done(recover(id, &payment, "60.00", "12.00", &cost));
    assert_balance(COLLECTION_COSTS, "12.00");
    assert_balance(PAYABLE, "-12.00");
    assert_balance(RECEIVABLE, "40.00");
    assert_refused(ERR_CONFLICT, "already", recover(id, &payment, "60.00", "12.00", &cost));
    assert_answer(placement_get(firm()->book, id, &firm()->arena, &placement));
    assert_int_equal(placement.recovered, amount("60.00"));
    assert_int_equal(placement.commission, amount("12.00"));
}

/* A payment that came back brought nothing: the bill for it goes too, from that day on. */
static void the_bill_for_money_that_came_back_is_taken_back(void **state)
{
    static const bool by_debits[] = {false, true};
    struct document_made cost, reversal;

    for (size_t i = 0; i < sizeof by_debits / sizeof by_debits[0]; i++) {
        const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
        int64_t id = 0, bill = 0;
        assert_done(make("ACME", invoice.first_item, "2026-03-01", &id));
        const struct document_made payment = firm_pay("ACME", "2026-04-10", "60.00");
        assert_done(recover(id, &payment, "60.00", "12.00", &cost));
        firm_apply(payment.first_item, invoice.first_item, "60.00");
        assert_balance(COLLECTION_COSTS, "12.00");
        assert_done((by_debits[i] ? payment_reverse_by_debits : payment_reverse)(
            firm()->tx, payment.id, day("2026-05-04"), "dd-return", 0, &reversal));
        assert_balance(COLLECTION_COSTS, "0.00");
        assert_balance(PAYABLE, "0.00");
        assert_answer(placement_bill(firm()->book, payment.id, &bill));
        assert_int_equal(bill, 0);
    }
}

/* ---- insolvency ---- */

static enum err declare(const char *customer, const char *date)
{
    const struct insolvency insolvency = {.customer_id = firm_customer(customer), .day = day(date)};
    int64_t id = 0;

    return insolvency_declare(firm()->tx, &insolvency, &id);
}

static bool is_insolvent(const char *customer, const char *date)
{
    const int64_t id = firm_customer(customer);
    struct insolvent found;
    struct insolvent_set set;
    bool is = false;

    assert_answer(insolvent_on(firm()->book, id, day(date), &is, &found));
    assert_answer(insolvent_load(firm()->book, day(date), &firm()->arena, &set));
    assert_int_equal(is, insolvent_find(&set, id) != NULL);
    return is;
}

static void insolvent_from_its_day_until_its_discharge_and_again(void **state)
{
    const int64_t acme = firm_customer("ACME");

    firm_customer("BOLT");
    assert_done(declare("ACME", "2026-02-01"));
    assert_refused(ERR_CONFLICT, "insolvent already", declare("ACME", "2026-03-01"));
    assert_refused(ERR_CONFLICT, "insolvent already", declare("ACME", "2026-01-01"));
    assert_done(insolvency_discharge(firm()->tx, acme, day("2026-04-01"), "plan"));
    assert_false(is_insolvent("ACME", "2026-01-31"));
    assert_true(is_insolvent("ACME", "2026-02-01"));
    assert_true(is_insolvent("ACME", "2026-03-31"));
    assert_false(is_insolvent("ACME", "2026-04-01"));
    assert_false(is_insolvent("BOLT", "2026-03-01"));
    assert_refused(ERR_CONFLICT, "discharged already",
                   insolvency_discharge(firm()->tx, acme, day("2026-03-01"), "plan"));
    assert_done(declare("ACME", "2026-05-01"));
    assert_true(is_insolvent("ACME", "2026-06-30"));
}

static void what_was_owed_before_is_told_from_what_is_owed_since(void **state)
{
    struct insolvency now;
    bool is = false;

    firm_invoice("ACME", "2026-01-31", "100.00");
    firm_invoice("ACME", "2026-02-01", "40.00");
    assert_done(declare("ACME", "2026-02-01"));
    assert_answer(insolvency_of(firm()->book, firm_customer("ACME"), day("2026-06-30"),
                                &firm()->arena, &is, &now));
    assert_true(is);
    assert_int_equal(now.before, amount("100.00"));
    assert_int_equal(now.since, amount("40.00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(it_is_theirs_from_its_day_until_the_day_of_its_recall),
        FIRM(one_item_of_a_placement_is_recalled_alone),
        FIRM(of_a_whole_customer_what_is_issued_later_is_placed_too),
        FIRM(what_cannot_be_placed),
        FIRM(a_commission_that_is_billed_is_owed_to_the_agency),
        FIRM(the_bill_for_money_that_came_back_is_taken_back),
        FIRM(insolvent_from_its_day_until_its_discharge_and_again),
        FIRM(what_was_owed_before_is_told_from_what_is_owed_since),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
