/* Facts are written once: the store itself refuses to change or lose one. */
#include "base/buf.h"
#include "db/db.h"
#include "ledger/dispute.h"
#include "ledger/firm.h"
#include "ledger/journal.h"
#include "ledger/proof.h"

#include <stdio.h>
#include <string.h>

/* One row at least in every table of facts. */
static void a_busy_day(void)
{
    const int64_t terms = firm_terms("2-10", "net 30", "2% 10", "", 0);
    const int64_t tax = firm_tax("S21", 21);
    const struct document_made invoice =
        firm_taxed(DOCUMENT_INVOICE, "ACME", "2026-01-15", "100.00", tax, terms);
    const struct document_made disputed = firm_invoice("ACME", "2026-01-15", "50.00");
    const struct document_made payment = firm_pay("ACME", "2026-01-20", "118.58");
    const struct settle settle = {
        .debit_id = invoice.first_item, .all = true, .discount = DISCOUNT_AUTO};
    const struct dispute dispute = {.item_id = disputed.first_item,
                                    .amount = amount("20.00"),
                                    .reason = "PRICE",
                                    .owner = "ben",
                                    .opened = day("2026-01-25")};
    struct settled settled;
    int64_t id = 0;

    assert_done(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
    assert_done(dispute_open(firm()->tx, &dispute, &id));
    assert_done(dispute_close(firm()->tx, id, day("2026-02-01"), "credit memo"));
    assert_done(invoice_amend(firm()->tx, invoice.id, "po", "PO-1", day("2026-01-16")));
    firm_rate("USD", "2026-01-01", "0.9");
}

static void must_refuse(const char *sql)
{
    const enum err got = firm_sql(sql);

    if (got != ERR_CONFLICT)
        fail_msg("%s: %s '%s'", sql, err_name(got), firm()->note.text);
}

static void no_fact_is_changed_replaced_or_deleted(void **state)
{
    static const struct {
        const char *table, *column;
    } tables[] = {
        {"document", "total"},  {"receipt", "payer"},      {"line", "net"},
        {"tax_line", "tax"},    {"offer", "until"},        {"item", "amount"},
        {"posting", "base"},    {"application", "amount"}, {"dispute", "amount"},
        {"amendment", "after"}, {"change", "after"},       {"dispute_closing", "resolution"},
        {"rate", "num"},        {"entry", "actor"},
    };
    char sql[400];

    a_busy_day();
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        const char *table = tables[i].table, *column = tables[i].column;
        snprintf(sql, sizeof sql, "UPDATE %s SET %s = %s || '1'", table, column, column);
        must_refuse(sql);
        snprintf(sql, sizeof sql, "DELETE FROM %s", table);
        must_refuse(sql);
        snprintf(sql, sizeof sql, "REPLACE INTO %s SELECT * FROM %s", table, table);
        must_refuse(sql);
    }
}

static void of_an_item_only_what_is_derived_may_change(void **state)
{
    static const struct {
        const char *set;
        enum err want;
    } cases[] = {
        {"id = id + 100", ERR_CONFLICT},
        {"document_id = document_id + 1", ERR_CONFLICT},
        {"seq = seq + 1", ERR_CONFLICT},
        {"customer_id = NULL", ERR_CONFLICT},
        {"account_id = account_id + 1", ERR_CONFLICT},
        {"currency = 'USD'", ERR_CONFLICT},
        {"amount = amount * 2", ERR_CONFLICT},
        {"base = base + 1", ERR_CONFLICT},
        {"due = due + 1", ERR_CONFLICT},
        {"effective = effective - 1", ERR_CONFLICT},
        {"posted = posted + 1", ERR_CONFLICT},
        {"value = value + 1", ERR_CONFLICT},
        {"open = open, settled_on = settled_on", ERR_OK},
        {"open = amount * 2", ERR_CONFLICT}, /* beyond 0..amount */
    };
    char sql[200];

    firm_invoice("ACME", "2026-01-15", "100.00");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        snprintf(sql, sizeof sql, "UPDATE item SET %s", cases[i].set);
        const enum err got = firm_sql(sql);
        if (got != cases[i].want)
            fail_msg("%s: %s '%s'", cases[i].set, err_name(got), firm()->note.text);
    }
}

static void the_words_of_a_command_may_be_erased_but_not_rewritten(void **state)
{
    firm_invoice("ACME", "2026-01-15", "100.00");
    must_refuse("UPDATE entry SET command = 'something else' WHERE id = 2");
    assert_int_equal(firm_sql("UPDATE entry SET command = NULL, salt = NULL WHERE id = 2"), ERR_OK);
    must_refuse("UPDATE entry SET command = 'something else' WHERE id = 2");
    firm()->damaged = true; /* without an erasure beside it the proof names it */
}

static void nobody_writes_outside_a_transaction(void **state)
{
    struct db *db = book_db(firm()->book);

    assert_int_not_equal(stmt_run(db_sql_once(db, "DELETE FROM customer")), ERR_OK);
}

/* -- what the proof says when somebody did it all the same -- */

static void drop_triggers(void)
{
    static const char *const names[] = {
        "document_no_update",   "receipt_no_update",         "line_no_update",
        "tax_line_no_update",   "offer_no_update",           "item_no_update",
        "posting_no_update",    "dispute_no_update",         "application_no_update",
        "entry_no_update",      "amendment_no_update",       "change_no_update",
        "rate_no_update",       "document_no_delete",        "item_no_delete",
        "posting_no_delete",    "dispute_closing_no_update", "entry_no_delete",
        "application_no_delete"};
    char sql[100];

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(sql, sizeof sql, "DROP TRIGGER %s", names[i]);
        if (firm_sql(sql) != ERR_OK)
            fail_msg("%s: %s", sql, firm()->note.text);
    }
    firm()->damaged = true;
}

/* In a_busy_day: document 1 INV-1001 (item 1), 2 INV-1002, 3 P-1001, 4 DSC-1001. */
static void each_change_is_named(void **state)
{
    static const struct {
        const char *sql, *back, *sentence;
    } cases[] = {
        {"UPDATE document SET total = total + 1 WHERE id = 1",
         "UPDATE document SET total = total - 1 WHERE id = 1",
         "invoice INV-1001 (document 1): its head was changed after posting"},
        {"UPDATE document SET text = 'x' WHERE id = 2",
         "UPDATE document SET text = '' WHERE id = 2",
         "invoice INV-1002 (document 2): its head was changed after posting"},
        {"UPDATE receipt SET payer = 'x'", "UPDATE receipt SET payer = ''",
         "payment P-1001 (document 3): its head was changed after posting"},
        {"UPDATE line SET text = 'Foods' WHERE document_id = 1",
         "UPDATE line SET text = 'Goods' WHERE document_id = 1",
         "invoice INV-1001 (document 1): its lines were changed after posting"},
        {"UPDATE line SET seq = 2 WHERE document_id = 1",
         "UPDATE line SET seq = 1 WHERE document_id = 1",
         "invoice INV-1001 (document 1): its lines were changed after posting"},
        {"UPDATE tax_line SET tax = 2101", "UPDATE tax_line SET tax = 2100",
         "invoice INV-1001 (document 1): its taxes and discounts were changed after posting"},
        {"UPDATE offer SET until = until + 1", "UPDATE offer SET until = until - 1",
         "invoice INV-1001 (document 1): its taxes and discounts were changed after posting"},
        {"UPDATE item SET due = due + 1 WHERE id = 2", "UPDATE item SET due = due - 1 WHERE id = 2",
         "invoice INV-1002 (document 2): its items were changed after posting"},
        {"UPDATE item SET currency = 'EUX' WHERE id = 2",
         "UPDATE item SET currency = 'EUR' WHERE id = 2",
         "invoice INV-1002 (document 2): its items were changed after posting"},
        {"UPDATE posting SET account_id = account_id + 1 WHERE document_id = 1 AND seq = 2",
         "UPDATE posting SET account_id = account_id - 1 WHERE document_id = 1 AND seq = 2",
         "invoice INV-1001 (document 1): its postings were changed after posting"},
        {"UPDATE posting SET base = base + 1 WHERE document_id = 3 AND seq = 1",
         "UPDATE posting SET base = base - 1 WHERE document_id = 3 AND seq = 1",
         "payment P-1001 does not balance"},
        {"UPDATE document SET digest = zeroblob(32) WHERE id = 1", NULL,
         "invoice INV-1001 (document 1): its digest was changed after posting"},
    };

    a_busy_day();
    drop_triggers();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int found = 0;
        if (firm_sql(cases[i].sql) != ERR_OK)
            fail_msg("%s: %s", cases[i].sql, firm()->note.text);
        const char *said = firm_proof(&found);
        if (found == 0 || !strstr(said, cases[i].sentence))
            fail_msg("%s: wanted '%s', the proof said:\n%s", cases[i].sql, cases[i].sentence, said);
        if (!cases[i].back)
            continue;
        if (firm_sql(cases[i].back) != ERR_OK)
            fail_msg("%s: %s", cases[i].back, firm()->note.text);
        said = firm_proof(&found);
        if (found != 0)
            fail_msg("%s: put right, the proof still said:\n%s", cases[i].back, said);
    }
}

static void each_other_damage_is_named(void **state)
{
    static const struct {
        const char *sql, *sentence;
    } cases[] = {
        {"UPDATE application SET reason = 'x' WHERE id = 1", "does not fit its hash"},
        {"UPDATE dispute SET owner = 'x'", "does not fit its hash"},
        {"UPDATE dispute_closing SET resolution = 'x'", "does not fit its hash"},
        {"UPDATE amendment SET after = 'x'", "does not fit its hash"},
        {"UPDATE change SET after = 'x' WHERE id = 4", "does not fit its hash"},
        {"UPDATE rate SET num = num + 1", "does not fit its hash"},
        {"UPDATE entry SET actor = 'eve' WHERE id = 3", "journal entry 3 of"},
        {"UPDATE entry SET command = 'x' WHERE id = 3", "the words of its command were changed"},
        {"DELETE FROM entry WHERE id = 3", "journal entry 3 is missing"},
        {"DELETE FROM entry WHERE id = (SELECT MAX(id) FROM entry)", "belongs to journal entry"},
        {"DELETE FROM application WHERE id = 2", "says that 0.00 are open"},
        {"UPDATE item SET open = 1000 WHERE id = 2", "says that 10.00 are open"},
        {"UPDATE item SET settled_on = 2932896 WHERE id = 1",
         "says that it is not settled, but it was settled on"},
        {"UPDATE period_total SET base = base + 1 WHERE account_id = 1", "the stored total"},
        {"UPDATE period_total SET currency = currency || 'x'",
         "is in 'EURx', which is no currency"},
        {"UPDATE counter SET next = 1009 WHERE series = 'invoice'", "the series of invoice"},
        {"UPDATE document SET serial = 1007 WHERE id = 2", "the series of invoice has a gap"},
        {"UPDATE application SET posted = posted - 400, effective = effective - 400 WHERE id = 1",
         "is dated before one of them"},
        {"UPDATE application SET amount = amount * 2 WHERE id = 1", "are applied"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int found = 0;
        if (i > 0) {
            firm_close(state);
            firm_open(state);
        }
        a_busy_day();
        drop_triggers();
        if (firm_sql(cases[i].sql) != ERR_OK)
            fail_msg("%s: %s", cases[i].sql, firm()->note.text);
        const char *said = firm_proof(&found);
        if (found == 0 || !strstr(said, cases[i].sentence))
            fail_msg("%s: wanted '%s', the proof said:\n%s", cases[i].sql, cases[i].sentence, said);
    }
}

static void schema_line(void *self, const char *sentence)
{
    if (strstr(sentence, " of the schema "))
        buf_format(self, "%s\n", sentence);
}

/* What somebody hangs into a book that he gives back runs with the next posting: it is named. */
static void a_schema_that_is_not_ours_is_named(void **state)
{
    static const char *const sql[] = {
        "CREATE TRIGGER generous AFTER INSERT ON document BEGIN"
        " UPDATE customer SET credit_limit = 100000000; END",
        "CREATE VIEW v_secret AS SELECT * FROM customer",
        "ALTER TABLE line ADD COLUMN bonus INTEGER",
        "DROP INDEX customer_by_name",
        "DROP TRIGGER document_no_delete",
    };
    struct buf lines;
    int found = 0;

    (void)state;
    assert_int_equal(firm_proof(&found)[0], 0);
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++)
        assert_int_equal(firm_sql(sql[i]), ERR_OK);
    firm()->damaged = true;
    buf_init(&lines, 4096);
    assert_int_equal(proof_book(firm()->book, NULL, schema_line, &lines, &found), ERR_OK);
    assert_string_equal(lines.data,
                        "the index customer_by_name of the schema is missing\n"
                        "the trigger document_no_delete of the schema is missing\n"
                        "the trigger generous of the schema was put there by somebody else\n"
                        "the table line of the schema was changed\n"
                        "the view v_secret of the schema was put there by somebody else\n");
    assert_int_equal(found, 5);
    buf_done(&lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(no_fact_is_changed_replaced_or_deleted),
        FIRM(of_an_item_only_what_is_derived_may_change),
        FIRM(the_words_of_a_command_may_be_erased_but_not_rewritten),
        FIRM(nobody_writes_outside_a_transaction),
        FIRM(each_change_is_named),
        FIRM(each_other_damage_is_named),
        FIRM(a_schema_that_is_not_ours_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
