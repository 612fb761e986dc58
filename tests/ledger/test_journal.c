/* The journal: what is kept of each command, operation ids, what was known on a day, the anchor. */
#include "ledger/firm.h"
#include "ledger/journal.h"

#include <string.h>

static enum err run_once(const char *op_id, const char *command, struct document_made *made)
{
    const struct tx_author author = {.actor = "anna", .command = command, .op_id = op_id};
    const struct paper_line line = {.text = "Goods", .quantity = MICRO, .fixed = true, .net = 100};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = 1,
                                .date = day("2026-01-15"),
                                .lines = &line,
                                .line_count = 1};
    struct tx *tx = NULL;

    assert_int_equal(tx_begin(firm()->book, &tx), ERR_OK);
    assert_int_equal(tx_entry_begin(tx, &author), ERR_OK);
    assert_int_equal(invoice_issue(tx, &paper, made), ERR_OK);
    const enum err e = tx_entry_end(tx, made->number, "issued");
    if (e == ERR_OK)
        return tx_commit(tx);
    tx_rollback(tx);
    return e;
}

static void an_operation_id_is_one_operation(void **state)
{
    struct document_made made;
    struct entry entry;
    bool found = false;

    firm_customer("ACME");
    assert_int_equal(run_once("op-1", "invoice issue --amount 1.00", &made), ERR_OK);
    assert_answer(journal_op_find(firm()->book, "op-1", "invoice issue --amount 1.00",
                                  &firm()->arena, &entry, &found));
    assert_true(found);
    assert_string_equal(entry.ref, "INV-1001");
    assert_string_equal(entry.says, "issued");
    assert_string_equal(entry.actor, "anna");
    assert_int_equal(journal_op_find(firm()->book, "op-1", "invoice issue --amount 2.00",
                                     &firm()->arena, &entry, &found),
                     ERR_CONFLICT);
    assert_non_null(strstr(firm()->note.text, "other arguments"));
    assert_answer(journal_op_find(firm()->book, "op-2", "invoice issue --amount 1.00",
                                  &firm()->arena, &entry, &found));
    assert_false(found);
    /* the store itself refuses a second one */
    assert_int_equal(run_once("op-1", "invoice issue --amount 1.00", &made), ERR_CONFLICT);
    assert_aged(NULL, "2026-12-31", BY_POSTED, "1.00");
}

struct seen {
    int64_t ids[8];
    int count;
};

static enum err see(void *self, const struct entry *entry)
{
    struct seen *seen = self;

    seen->ids[seen->count++] = entry->id;
    return ERR_OK;
}

static void entries_are_read_both_ways(void **state)
{
    struct seen up = {0}, down = {0}, rest = {0};
    struct entry head, same;

    firm_invoice("ACME", "2026-01-15", "1.00"); /* entries 2 and 3 */
    assert_answer(journal_each(firm()->book, 0, false, 0, see, &up));
    assert_answer(journal_each(firm()->book, 0, true, 2, see, &down));
    assert_answer(journal_each(firm()->book, 2, true, 0, see, &rest));
    assert_int_equal(up.count, 3);
    assert_int_equal(up.ids[0], 1);
    assert_int_equal(down.count, 2);
    assert_int_equal(down.ids[0], 3);
    assert_int_equal(rest.count, 1);
    assert_int_equal(rest.ids[0], 1);
    assert_answer(journal_head(firm()->book, &head, &firm()->arena));
    assert_int_equal(head.id, 3);
    assert_answer(journal_get(firm()->book, 3, &firm()->arena, &same));
    assert_int_equal(hash_cmp(&head.hash, &same.hash), 0);
    assert_int_equal(journal_get(firm()->book, 99, &firm()->arena, &same), ERR_MISSING);
}

static void what_was_known_at_the_end_of_a_day(void **state)
{
    int64_t known = 0;

    book_moment_set(firm()->book, date_moment_end(day("2026-07-01")) - 1);
    const struct document_made invoice = firm_invoice("ACME", "2026-01-15", "100.00");
    const int64_t head = firm_head();
    book_moment_set(firm()->book, date_moment_end(day("2026-07-01")));
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "100.00");
    firm_apply(payment.first_item, invoice.first_item, "100.00");

    assert_answer(journal_known_on(firm()->book, day("2026-07-01"), &known));
    assert_int_equal(known, head);
    assert_int_equal(firm_open_on(invoice.first_item, "2026-12-31", BY_POSTED, known),
                     amount("100.00"));
    assert_answer(journal_known_on(firm()->book, day("1990-01-01"), &known));
    assert_int_equal(known, -1);
    assert_int_equal(firm_open_on(invoice.first_item, "2026-12-31", BY_POSTED, known), 0);
}

static int troubles(const struct hash *anchor)
{
    int found = 0;

    assert_answer(journal_verify(firm()->book, anchor, NULL, NULL, &found));
    return found;
}

static void a_noted_hash_is_found_again_or_missed(void **state)
{
    struct entry head;

    firm_invoice("ACME", "2026-01-15", "1.00");
    assert_answer(journal_head(firm()->book, &head, &firm()->arena));
    firm_invoice("ACME", "2026-01-16", "2.00");
    assert_int_equal(troubles(NULL), 0);
    assert_int_equal(troubles(&head.hash), 0);
    head.hash.bytes[7] ^= 1;
    assert_int_equal(troubles(&head.hash), 1);
}

static void several_entries_in_one_transaction_are_a_chain_too(void **state)
{
    struct document_made made;
    const struct tx_author author = {.actor = "anna", .command = "one of many"};
    const struct paper_line line = {.text = "Goods", .quantity = MICRO, .fixed = true, .net = 100};
    const struct paper paper = {.kind = DOCUMENT_INVOICE,
                                .customer_id = firm_customer("ACME"),
                                .date = day("2026-01-15"),
                                .lines = &line,
                                .line_count = 1};
    struct tx *tx = NULL;

    assert_int_equal(tx_begin(firm()->book, &tx), ERR_OK);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(tx_entry_begin(tx, &author), ERR_OK);
        assert_int_equal(invoice_issue(tx, &paper, &made), ERR_OK);
        assert_int_equal(tx_entry_end(tx, made.number, ""), ERR_OK);
    }
    assert_int_equal(tx_commit(tx), ERR_OK);
    assert_string_equal(made.number, "INV-1005");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(an_operation_id_is_one_operation),
        FIRM(entries_are_read_both_ways),
        FIRM(what_was_known_at_the_end_of_a_day),
        FIRM(a_noted_hash_is_found_again_or_missed),
        FIRM(several_entries_in_one_transaction_are_a_chain_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
