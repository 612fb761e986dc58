/* Reports against a plain model of the same business: every place of credits, every basis, any day,
 * as known on any day; and statements whose figures an accountant can check on paper. */
#include "firm.h"

#include "ledger/activity.h"
#include "ledger/dispute.h"
#include "report/r_aging.h"
#include "report/r_collection.h"
#include "report/r_openitems.h"
#include "report/r_statement.h"
#include "report/reports.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRM(test) cmocka_unit_test_setup_teardown(test, firm_open, firm_close)

/* ---- a table that was made, and its cells ---- */

static const char *cell_of(struct table *table, size_t row, const char *column)
{
    const int at = table_column(&table->head, column);

    if (at < 0)
        fail_msg("no column %s", column);
    return cell_plain(&table->rows[row].cells[at], &table->arena);
}

static int64_t figure(const struct table *table, size_t row, const char *column)
{
    const int at = table_column(&table->head, column);

    if (at < 0)
        fail_msg("no column %s", column);
    assert_int_equal(table->rows[row].cells[at].kind, CELL_MONEY);
    return table->rows[row].cells[at].money.minor;
}

#define assert_figure(table, row, column, want)                                                    \
    assert_int_equal(figure(table, row, column), amount(want))

static struct aging_options as_of(const char *date)
{
    struct aging_options options;

    aging_options_init(&options, firm()->book);
    options.as_of = day(date);
    return options;
}

static void aging_of(struct table *table, const struct aging_options *options)
{
    struct sink sink = table_sink(table);
    assert_answer(aging_table(firm()->book, options, &sink));
}

/* ---- the business that is modelled ---- */

#define PAPERS 120
#define CUSTOMERS 6
#define ENTRIES 2000

struct paper_model {
    int customer;
    struct document_made made;
    int64_t entry, amount, disputed;
    struct date effective, posted, due, disputed_from;
};

static struct model {
    struct paper_model papers[PAPERS];
    int count;
    struct date recorded[ENTRIES]; /* of each entry */
    struct date clock;
    uint64_t seed;
} model;

static const char *const codes[CUSTOMERS] = {"delta", "ACME", "cob", "BOR", "Zeta", "EBB"};
static const char *const currencies[CUSTOMERS] = {"EUR", "EUR", "USD", "EUR", "USD", "EUR"};

static int chance(int sides)
{
    model.seed = model.seed * 6364136223846793005U + 1442695040888963407U;
    return (int)((model.seed >> 33) % (uint64_t)sides);
}

/* Every operation is recorded a little later than the one before. */
static void tick(void)
{
    if (chance(3) == 0)
        model.clock = date_add(model.clock, 1);
    book_moment_set(firm()->book, date_moment_end(model.clock) - 1000000);
}

static void recorded(void)
{
    assert_in_range(firm_head(), 1, ENTRIES - 1);
    model.recorded[firm_head()] = model.clock;
}

static void paper_post(void)
{
    struct paper_model *p = &model.papers[model.count++];
    const struct paper_line line = {
        .text = "Goods", .quantity = MICRO, .fixed = true, .net = 100 * (1 + chance(900))};
    const int what = chance(5);
    int64_t item = 0;

    tick();
    p->customer = chance(CUSTOMERS);
    p->effective = date_add(day("2026-01-01"), chance(170));
    p->posted = chance(4) ? p->effective : date_add(p->effective, chance(20));
    p->due = date_add(p->effective, chance(60));
    if (what < 3) {
        const struct paper paper = {.kind = what == 2 ? DOCUMENT_CREDIT : DOCUMENT_INVOICE,
                                    .customer_id = firm_customer(codes[p->customer]),
                                    .date = p->effective,
                                    .due = what == 2 ? DATE_NONE : p->due,
                                    .posted = p->posted,
                                    .lines = &line,
                                    .line_count = 1};
        assert_done(invoice_issue(firm()->tx, &paper, &p->made));
    } else {
        const struct payment payment = {.customer_id = firm_customer(codes[p->customer]),
                                        .amount = {line.net, money_in(currencies[p->customer])},
                                        .date = p->effective,
                                        .posted = p->posted,
                                        .value = DATE_NONE,
                                        .method = METHOD_TRANSFER};
        assert_done(payment_receive(firm()->tx, &payment, &p->made, &item));
    }
    recorded();
    p->entry = firm_head();
    struct item made;
    assert_answer(item_get(firm()->book, p->made.first_item, &firm()->arena, &made));
    p->amount = made.amount;
    p->due = made.due;
}

/* Some credit against some debit of the same customer; refused ones leave nothing. */
static void papers_apply(void)
{
    const struct paper_model *credit = &model.papers[chance(model.count)];
    const struct paper_model *debit = &model.papers[chance(model.count)];
    const struct settle settle = {
        .debit_id = debit->made.first_item, .amount = 100 * (1 + chance(300)), .date = DATE_NONE};
    struct settled settled;
    int acts = 0;

    if (credit->customer != debit->customer || credit->amount > 0 || debit->amount < 0)
        return;
    tick();
    if (firm_do(payment_apply(firm()->tx, credit->made.first_item, &settle, &settled)) != ERR_OK)
        return;
    recorded();
    if (chance(4))
        return;
    tick();
    assert_done(payment_unapply(firm()->tx, credit->made.id, debit->made.id, 0,
                                date_add(settled.date, 30), "keying", &acts));
    recorded();
}

static void paper_dispute(void)
{
    struct paper_model *p = &model.papers[chance(model.count)];
    int64_t id = 0;

    if (p->amount <= 100 || p->disputed)
        return;
    const struct dispute dispute = {.item_id = p->made.first_item,
                                    .amount = 100 * (1 + chance((int)(p->amount / 100))),
                                    .reason = "PRICE",
                                    .opened = date_add(p->effective, chance(40))};
    tick();
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    recorded();
    p->disputed = dispute.amount;
    p->disputed_from = dispute.opened;
}

static void business(uint64_t seed)
{
    memset(&model, 0, sizeof model);
    model.seed = seed;
    model.clock = day("2026-07-01");
    book_moment_set(firm()->book, date_moment_end(model.clock) - 1000000);
    firm_rate("USD", "2025-01-01", "0.9");
    for (int i = 0; i < CUSTOMERS; i++)
        firm_customer_of(codes[i], currencies[i], i == 3 ? "ACME" : NULL);
    while (model.count < PAPERS) {
        paper_post();
        for (int i = 0; i < 3; i++)
            papers_apply();
        if (chance(6) == 0)
            paper_dispute();
    }
    for (int i = 0; i < 300; i++)
        papers_apply();
}

/* ---- what the model says ---- */

static bool known(int64_t entry, const struct aging_options *o)
{
    return !date_is(o->known_on) || model.recorded[entry].day <= o->known_on.day;
}

static int64_t model_open(const struct paper_model *p, const struct aging_options *o)
{
    const bool posted = o->by_date == BY_POSTED;
    struct application *rows;
    struct arena arena = {0};
    int64_t open = p->amount;
    int count;

    if ((posted ? p->posted : p->effective).day > o->as_of.day || !known(p->entry, o))
        return 0;
    assert_answer(applications_of_item(firm()->book, p->made.first_item, &arena, &rows, &count));
    for (int i = 0; i < count; i++)
        if ((posted ? rows[i].posted : rows[i].effective).day <= o->as_of.day &&
            known(rows[i].entry_id, o))
            open -= p->amount > 0 ? rows[i].amount : -rows[i].amount;
    arena_done(&arena);
    return open;
}

struct expected {
    int64_t buckets[BUCKETS_MAX], unapplied, total, disputed;
    bool any;
};

/* Bounds 0,30,60,90 by due date; 30,60,90 by invoice date: written out, not taken from the rule. */
static int model_bucket(const struct aging_options *o, const struct paper_model *p)
{
    const bool by_due = o->buckets.basis == AGING_BY_DUE;
    const int days = o->as_of.day - (by_due ? p->due : p->effective).day;
    const int age = days <= 30 ? 0 : days <= 60 ? 1 : days <= 90 ? 2 : 3;

    return by_due ? (days <= 0 ? 0 : 1 + age) : age;
}

static struct expected model_customer(int customer, const struct aging_options *o)
{
    struct expected e = {.any = false};
    int64_t credits = 0;

    for (int i = 0; i < model.count; i++) {
        const struct paper_model *p = &model.papers[i];
        const int64_t open = p->customer == customer ? model_open(p, o) : 0;
        if (open == 0)
            continue;
        e.any = true;
        e.total += open;
        if (open < 0 && o->credits != CREDITS_BUCKET)
            credits -= open;
        else
            e.buckets[model_bucket(o, p)] += open;
        if (open > 0 && p->disputed && p->disputed_from.day <= o->as_of.day)
            e.disputed += p->disputed < open ? p->disputed : open;
    }
    for (int bucket = BUCKETS_MAX - 1; o->credits == CREDITS_OLDEST && bucket >= 0; bucket--) {
        const int64_t part = credits < e.buckets[bucket] ? credits : e.buckets[bucket];
        e.buckets[bucket] -= part;
        credits -= part;
    }
    e.unapplied = -credits;
    return e;
}

/* The customers in order of code, as people read it. */
static const int in_order[CUSTOMERS] = {1, 3, 2, 0, 5, 4};

static void compare(const struct aging_options *o, const char *what)
{
    struct table table;
    size_t row = 0;

    table_init(&table);
    aging_of(&table, o);
    for (int i = 0; i < CUSTOMERS; i++) {
        const struct expected e = model_customer(in_order[i], o);
        if (!e.any)
            continue;
        if (row >= table.count || table.rows[row].kind != ROW_DATA)
            fail_msg("%s: the row of %s is missing", what, codes[in_order[i]]);
        assert_string_equal(cell_of(&table, row, "customer"), codes[in_order[i]]);
        assert_string_equal(cell_of(&table, row, "currency"), currencies[in_order[i]]);
        for (int b = 0; b < bucket_count(&o->buckets); b++)
            if (table.rows[row].cells[3 + b].money.minor != e.buckets[b])
                fail_msg("%s: %s bucket %d is %s, the model says %lld", what, codes[in_order[i]], b,
                         cell_plain(&table.rows[row].cells[3 + b], &table.arena),
                         (long long)e.buckets[b]);
        assert_int_equal(figure(&table, row, "unapplied"), e.unapplied);
        assert_int_equal(figure(&table, row, "total"), e.total);
        if (!date_is(o->known_on))
            assert_int_equal(figure(&table, row, "disputed"), e.disputed);
        row++;
    }
    for (; row < table.count; row++)
        assert_int_equal(table.rows[row].kind, ROW_TOTAL);
    if (o->by_date == BY_POSTED && !date_is(o->known_on))
        assert_non_null(strstr(table.proof, "difference 0.00"));
    table_done(&table);
}

static void aging_is_what_the_model_says(void **state)
{
    static const char *const days[] = {"2026-02-01", "2026-03-31", "2026-05-15", "2026-06-30",
                                       "2026-12-31"};
    const uint64_t seed = 20261122;

    business(seed);
    for (int d = 0; d < 5; d++)
        for (int variant = 0; variant < 2 * 2 * 3 * 2; variant++) {
            struct aging_options o = as_of(days[d]);
            char what[96];
            o.by_date = variant % 2 ? BY_EFFECTIVE : BY_POSTED;
            const enum aging_basis basis = variant / 2 % 2 ? AGING_BY_INVOICE : AGING_BY_DUE;
            o.credits = (enum aging_credits)(variant / 4 % 3);
            if (variant / 12)
                o.known_on = date_add(day("2026-07-01"), 20 + chance(40));
            assert_int_equal(bucket_set_parse(BUCKETS_DEFAULT, basis, &o.buckets, NULL), ERR_OK);
            snprintf(what, sizeof what, "seed %llu, %s, variant %d", (unsigned long long)seed,
                     days[d], variant);
            compare(&o, what);
        }
}

/* Items, groups and the list of open items come to the same figures as the customers. */
static void detail_and_groups_add_up_to_the_customers(void **state)
{
    struct table customers, other;

    business(7);
    table_init(&customers);
    table_init(&other);
    for (int credits = 0; credits < 3; credits++) {
        struct aging_options o = as_of("2026-05-31");
        o.credits = (enum aging_credits)credits;
        o.currency = "EUR";
        aging_of(&customers, &o);
        for (int by = 0; by <= AGING_CLASS + 1; by++) {
            o.by = by <= AGING_CLASS ? (enum aging_by)by : AGING_CUSTOMER;
            o.detail = by > AGING_CLASS;
            aging_of(&other, &o);
            const char *const columns[] = {"current", "1-30",      "31-60", "61-90",
                                           "over-90", "unapplied", "total", "disputed"};
            for (int c = 0; c < 8; c++) {
                int64_t want = 0, got = 0;
                for (size_t i = 0; i < customers.count; i++)
                    want += figure(&customers, i, columns[c]);
                for (size_t i = 0; i < other.count; i++)
                    got += figure(&other, i, columns[c]);
                assert_int_equal(got, want);
            }
            o.detail = false;
            o.by = AGING_CUSTOMER;
        }
        struct sink sink = table_sink(&other);
        int64_t want = 0, got = 0;
        assert_answer(openitems_table(firm()->book, &o, &sink));
        for (size_t i = 0; i < customers.count; i++)
            want += figure(&customers, i, "total");
        for (size_t i = 0; i < other.count; i++)
            got += figure(&other, i, "open");
        assert_int_equal(got, want);
    }
    table_done(&customers);
    table_done(&other);
}

/* statement_table itself compares its balance with the open items, for every day asked. */
static void statements_close_on_what_is_open(void **state)
{
    struct table table;

    business(99);
    table_init(&table);
    for (int i = 0; i < CUSTOMERS; i++)
        for (int month = 1; month <= 12; month++)
            for (int kind = STATEMENT_OPEN_ITEM; kind <= STATEMENT_ACTIVITY; kind++) {
                const struct statement_options options = {
                    .customer_id = firm_customer(codes[i]),
                    .kind = (enum statement_kind)kind,
                    .from = date_of(2026, month, 1),
                    .to = date_add(date_of(2026, month, 1), 20)};
                struct sink sink = table_sink(&table);
                assert_answer(statement_table(firm()->book, &options, &sink));
            }
    table_done(&table);
}

/* ---- by hand ---- */

/* Invoice 100.00 of 10 January, due 9 February; 30.00 paid on 1 March, applied then; credit 20.00
 * of 5 March, left open. */
/* The picture of a year and the figures that are asked for one by one. */
static void a_year_of_balances_is_that_of_each_month(void **state)
{
    enum { MONTHS = 4 };
    int64_t months[MONTHS];

    (void)state;
    business(3);
    for (int i = 0; i < CUSTOMERS; i++) {
        const int64_t id = firm_customer(codes[i]);
        const struct currency currency = money_in(currencies[i]);
        bool any = false;
        assert_answer(
            activity_month_ends(firm()->book, id, currency, day("2026-06-17"), MONTHS, months));
        for (int k = 0; k < MONTHS; k++) {
            int64_t balance = 0;
            const struct date end = k == MONTHS - 1
                                        ? day("2026-06-17")
                                        : date_month_last(date_month(day("2026-03-01")) + k);
            assert_answer(activity_balance(firm()->book, id, currency, end, &balance));
            assert_int_equal(months[k], balance);
            any = any || balance;
        }
        assert_true(any);
    }
}

static void figures_that_can_be_checked_on_paper(void **state)
{
    struct table table;
    struct aging_options o = as_of("2026-02-09");

    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made paid = firm_pay("ACME", "2026-03-01", "30.00");
    firm_apply(paid.first_item, invoice.first_item, "30.00");
    firm_credit("ACME", "2026-03-05", "20.00");

    table_init(&table);
    aging_of(&table, &o); /* due that day: current */
    assert_figure(&table, 0, "current", "100.00");
    o.as_of = day("2026-02-10");
    aging_of(&table, &o);
    assert_figure(&table, 0, "1-30", "100.00");
    o.as_of = day("2026-03-11"); /* 30 days, upper bound inclusive */
    aging_of(&table, &o);
    assert_figure(&table, 0, "1-30", "70.00");
    assert_figure(&table, 0, "unapplied", "-20.00");
    assert_figure(&table, 0, "total", "50.00");
    o.as_of = day("2026-03-12");
    o.credits = CREDITS_OLDEST;
    aging_of(&table, &o);
    assert_figure(&table, 0, "31-60", "50.00");
    assert_figure(&table, 0, "unapplied", "0.00");
    assert_string_equal(table.proof,
                        "Sub-ledger 50.00 = control account on 2026-03-12, difference 0.00");
    table_done(&table);
}

static void a_statement_row_by_row(void **state)
{
    struct table table;
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made paid = firm_pay("ACME", "2026-03-01", "30.00");
    const struct statement_options options = {.customer_id = firm_customer("ACME"),
                                              .kind = STATEMENT_ACTIVITY,
                                              .from = day("2026-02-01"),
                                              .to = day("2026-03-31")};

    firm_apply(paid.first_item, invoice.first_item, "25.00");
    table_init(&table);
    struct sink sink = table_sink(&table);
    assert_answer(statement_table(firm()->book, &options, &sink));
    assert_int_equal(table.count, 2);
    assert_figure(&table, 0, "balance", "100.00");
    assert_string_equal(cell_of(&table, 1, "document"), paid.number);
    assert_figure(&table, 1, "amount", "-30.00");
    assert_figure(&table, 1, "applied", "-25.00");
    assert_figure(&table, 1, "open", "-5.00");
    assert_figure(&table, 1, "balance", "70.00");
    table_done(&table);
}

/* Dated June, posted in July: the true day has it, the general ledger not yet. */
static void late_facts_are_told_with_their_amount(void **state)
{
    const struct paper_line line = {
        .text = "Goods", .quantity = MICRO, .fixed = true, .net = amount("40.00")};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day("2026-06-28"),
                                .due = DATE_NONE,
                                .posted = day("2026-07-02"),
                                .lines = &line,
                                .line_count = 1};
    struct aging_options o = as_of("2026-06-30");
    struct document_made made;
    struct table table;

    assert_done(invoice_issue(firm()->tx, &paper, &made));
    table_init(&table);
    aging_of(&table, &o);
    assert_int_equal(table.count, 0);
    o.by_date = BY_EFFECTIVE;
    aging_of(&table, &o);
    assert_figure(&table, 0, "total", "40.00");
    assert_non_null(strstr(table.proof, "late facts 1, 40.00, difference 0.00"));
    table_done(&table);
}

static void deposits_and_money_of_nobody_stand_beside_the_total(void **state)
{
    struct aging_options o = as_of("2026-06-30");
    struct table table;

    firm_invoice("ACME", "2026-06-01", "100.00");
    firm_pay(NULL, "2026-06-02", "15.00");
    table_init(&table);
    aging_of(&table, &o);
    assert_int_equal(table.count, 1);
    assert_figure(&table, 0, "total", "100.00");
    assert_non_null(strstr(table.proof, "not in it: unidentified receipts 15.00"));
    table_done(&table);
}

static void collection_calls_the_oldest_first(void **state)
{
    struct aging_options o = as_of("2026-06-30");
    struct table table;

    firm_invoice("ACME", "2026-05-20", "10.00"); /* due 19 June: 11 days */
    firm_invoice("BOR", "2026-03-01", "20.00");  /* due 31 March: 91 days */
    firm_invoice("COB", "2026-06-20", "30.00");  /* not due */
    table_init(&table);
    struct sink sink = table_sink(&table);
    assert_answer(collection_table(firm()->book, &o, &sink));
    assert_int_equal(table.count, 2);
    assert_string_equal(cell_of(&table, 0, "customer"), "BOR");
    assert_string_equal(cell_of(&table, 0, "oldest_days"), "91");
    assert_string_equal(cell_of(&table, 1, "customer"), "ACME");
    assert_string_equal(cell_of(&table, 1, "oldest_days"), "11");
    table_done(&table);
}

static void every_report_of_the_table_runs(void **state)
{
    struct report_options options;
    struct table table;

    business(3);
    report_options_init(&options, firm()->book);
    options.aging.customer_id = firm_customer("ACME");
    table_init(&table);
    for (const struct report *report = reports_all; report->name; report++) {
        struct sink sink = table_sink(&table);
        assert_ptr_equal(report_find(report->name), report);
        assert_answer(report->table(firm()->book, &options, &sink));
        assert_true(table.head.count > 0);
        if (report->page) {
            struct page page;
            page_init(&page, NULL, NULL);
            assert_answer(report->page(firm()->book, &options, &page));
            assert_non_null(page.first);
            page_done(&page);
        }
    }
    table_done(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(figures_that_can_be_checked_on_paper),
        FIRM(a_statement_row_by_row),
        FIRM(late_facts_are_told_with_their_amount),
        FIRM(deposits_and_money_of_nobody_stand_beside_the_total),
        FIRM(collection_calls_the_oldest_first),
        FIRM(aging_is_what_the_model_says),
        FIRM(detail_and_groups_add_up_to_the_customers),
        FIRM(statements_close_on_what_is_open),
        FIRM(a_year_of_balances_is_that_of_each_month),
        FIRM(every_report_of_the_table_runs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
