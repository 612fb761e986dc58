/* Lists of documents: page by page in every order, what is open as of any day, and its word. */
#include "firm.h"

#include "ledger/documentlist.h"

#include <stdio.h>

#define ROWS 16

struct seen {
    char numbers[ROWS][32];
    int64_t ids[ROWS], open[ROWS];
    struct date posted[ROWS];
    enum document_status status[ROWS];
    int count;
};

static enum err see(void *self, const struct document_row *row)
{
    struct seen *seen = self;

    assert_true(seen->count < ROWS);
    snprintf(seen->numbers[seen->count], sizeof seen->numbers[0], "%s", row->number);
    seen->ids[seen->count] = row->id;
    seen->open[seen->count] = row->open;
    seen->posted[seen->count] = row->posted;
    seen->status[seen->count++] = row->status;
    return ERR_OK;
}

static struct document_query invoices(void)
{
    return (struct document_query){.kinds = DOCUMENT_MASK(DOCUMENT_INVOICE),
                                   .as_of = DATE_NONE,
                                   .from = DATE_NONE,
                                   .to = DATE_NONE};
}

/* All pages of two rows, one after the other. */
static void pages(enum document_order order, struct seen *all)
{
    struct document_query query = invoices();
    int before;

    query.order = order;
    query.limit = 2;
    *all = (struct seen){0};
    do {
        before = all->count;
        if (before) {
            query.after_id = all->ids[before - 1];
            query.after_posted = all->posted[before - 1];
            query.after_number = all->numbers[before - 1];
        }
        assert_answer(documents_each(firm()->book, &query, see, all));
        assert_true(all->count - before <= 2);
    } while (all->count > before);
}

static void every_row_stands_on_one_page(void **state)
{
    static const char *const days[] = {"2026-03-05", "2026-01-10", "2026-03-05", "2026-02-01",
                                       "2026-01-10"};
    static const struct {
        enum document_order order;
        int rows[5]; /* place of the invoice in order of entry */
    } cases[] = {
        {DOCUMENTS_OLDEST, {1, 4, 3, 0, 2}},
        {DOCUMENTS_NEWEST, {2, 0, 3, 4, 1}},
        {DOCUMENTS_BY_NUMBER, {0, 1, 2, 3, 4}},
        {DOCUMENTS_NUMBER_DOWN, {4, 3, 2, 1, 0}},
    };
    int64_t ids[5];
    struct seen all;

    for (int i = 0; i < 5; i++)
        ids[i] = firm_invoice("ACME", days[i], "10.00").id;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        pages(cases[c].order, &all);
        assert_int_equal(all.count, 5);
        for (int i = 0; i < 5; i++)
            assert_int_equal(all.ids[i], ids[cases[c].rows[i]]);
    }
}

static void assert_paper(const char *as_of, bool open_only, const char *open,
                         enum document_status status)
{
    struct document_query query = invoices();
    struct seen seen = {0};

    query.as_of = day(as_of);
    query.open_only = open_only;
    assert_answer(documents_each(firm()->book, &query, see, &seen));
    if (!open) {
        assert_int_equal(seen.count, 0);
        return;
    }
    assert_int_equal(seen.count, 1);
    assert_int_equal(seen.open[0], amount(open));
    assert_string_equal(document_status_word(seen.status[0]), document_status_word(status));
}

static void a_later_day_changes_no_earlier_one(void **state)
{
    const struct document_made invoice = firm_invoice("ACME", "2026-01-10", "100.00");
    const struct document_made first = firm_pay("ACME", "2026-01-20", "40.00");
    const struct document_made second = firm_pay("ACME", "2026-03-01", "60.00");
    int acts = 0;

    firm_apply(first.first_item, invoice.first_item, "40.00");
    firm_apply(second.first_item, invoice.first_item, "60.00");
    assert_done(payment_unapply(firm()->tx, second.id, 0, 0, day("2026-03-15"), "wrong", &acts));
    assert_int_equal(acts, 1);

    assert_paper("2026-01-09", false, NULL, STATUS_OPEN);
    assert_paper("2026-01-10", false, "100.00", STATUS_OPEN);
    assert_paper("2026-01-20", false, "60.00", STATUS_PART_PAID);
    assert_paper("2026-02-09", false, "60.00", STATUS_PART_PAID); /* due on this day */
    assert_paper("2026-02-10", false, "60.00", STATUS_OVERDUE);
    assert_paper("2026-03-01", false, "0.00", STATUS_PAID);
    assert_paper("2026-03-01", true, NULL, STATUS_PAID); /* open again since, but not that day */
    assert_paper("2026-03-15", true, "60.00", STATUS_OVERDUE);
}

static void money_is_followed_over_its_transfers(void **state)
{
    const struct document_made payment = firm_pay(NULL, "2026-02-01", "50.00");
    struct document_made transfer;
    struct item *items = NULL;
    int count = 0;
    const int64_t acme = firm_customer("ACME");

    assert_done(payment_identify(firm()->tx, payment.id, acme, day("2026-02-05"), &transfer));
    assert_answer(document_money(firm()->book, payment.id, &firm()->arena, &items, &count));
    assert_int_equal(count, 1);
    assert_int_equal(items[0].customer_id, acme);
    assert_int_equal(items[0].open, -amount("50.00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_row_stands_on_one_page, firm_open, firm_close),
        cmocka_unit_test_setup_teardown(a_later_day_changes_no_earlier_one, firm_open, firm_close),
        cmocka_unit_test_setup_teardown(money_is_followed_over_its_transfers, firm_open,
                                        firm_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
