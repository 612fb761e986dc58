/* Whoever changes the book past the program leaves traces: an edit, a deletion, an insertion, a
 * tail that was cut off, a history that was written anew; facts of every kind, and master data. */
#include "base/buf.h"
#include "db/db.h"
#include "ledger/batch.h"
#include "ledger/firm.h"
#include "ledger/importfile.h"
#include "ledger/journal.h"
#include "ledger/local.h"
#include "ledger/mastermark.h"
#include "ledger/proof.h"
#include "ledger/savedview.h"
#include "ledger/setting.h"
#include "ledger/tamper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *found_words; /* the first sentence */

static int verified(const struct hash *anchor)
{
    return tamper_found(anchor, &found_words);
}

/* Entries 1 to 8: the book, terms, the customer, four invoices, a payment. */
static void some_days(void)
{
    firm_invoice("ACME", "2026-01-15", "100.00");
    firm_invoice("ACME", "2026-01-16", "200.00");
    firm_invoice("ACME", "2026-01-17", "300.00");
    firm_invoice("ACME", "2026-01-18", "400.00");
    firm_pay("ACME", "2026-01-20", "118.58");
}

static void each_way_of_tampering_is_named(void **state)
{
    static const struct {
        const char *way, *sql[4];
        bool by_anchor; /* nothing but a noted head can tell */
        const char *words;
    } cases[] = {
        {"edit", {"UPDATE entry SET says = 'x' WHERE id = 4"}, false, "journal entry 4 of"},
        {"another command",
         {"UPDATE entry SET command = 'customer list', salt = NULL WHERE id = 4"},
         false,
         "journal entry 4: the words of its command were taken away"},
        {"no command",
         {"UPDATE entry SET command = NULL, salt = NULL, op_hash = NULL WHERE id = 4"},
         false,
         "journal entry 4: the words of its command were taken away"},
        {"edit of a fact",
         {"UPDATE document SET text = 'x' WHERE id = 2"},
         false,
         "its head was changed after posting"},
        {"deletion", {"DELETE FROM entry WHERE id = 4"}, false, "journal entry 4 is missing"},
        {"deletion with its facts, renumbered",
         {"DELETE FROM entry WHERE id = 4", "UPDATE entry SET id = id - 1 WHERE id > 4"},
         false,
         "journal entry 4 of"},
        {"insertion",
         {"UPDATE entry SET id = id + 100 WHERE id > 4",
          "UPDATE entry SET id = id - 99"
          " WHERE id > 100",
          "INSERT INTO entry SELECT 5, moment, actor, command, salt, command_hash, NULL, NULL, ref,"
          " says, form, hash FROM entry WHERE id = 4"},
         false,
         "journal entry 5 of"},
        {"cut tail",
         {"DELETE FROM change WHERE entry_id = (SELECT MAX(id) FROM entry)",
          "DELETE FROM master_mark WHERE entry_id = (SELECT MAX(id) FROM entry)",
          "DELETE FROM entry WHERE id = (SELECT MAX(id) FROM entry)"},
         true,
         "no journal entry has the hash"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct entry head;
        if (i > 0) {
            firm_close(state);
            firm_open(state);
        }
        some_days();
        if (cases[i].by_anchor) /* an entry of its own that leaves no paper */
            assert_done(setting_set(firm()->tx, "address", "Quay 1"));
        assert_answer(journal_head(firm()->book, &head, &firm()->arena));
        assert_int_equal(verified(&head.hash), 0);
        tamper_triggers_drop();
        for (int n = 0; n < 4 && cases[i].sql[n]; n++)
            tamper_sql(cases[i].sql[n]);
        if (cases[i].by_anchor) { /* the row itself goes back too */
            tamper_sql("DELETE FROM setting WHERE name = 'address'");
            assert_int_equal(verified(NULL), 0);
        }
        const int found = verified(&head.hash);
        if (found == 0 || !strstr(found_words, cases[i].words))
            fail_msg("%s: wanted '%s', got %d: %s", cases[i].way, cases[i].words, found,
                     found_words ? found_words : "nothing");
    }
}

/* A history that is whole in itself, but another one: only a head that was noted outside tells. */
static void a_history_written_anew_is_not_the_one_that_was_noted(void **state)
{
    struct entry then, head;

    some_days();
    assert_answer(journal_head(firm()->book, &then, &firm()->arena));
    const struct hash noted = then.hash;
    firm_close(state);
    firm_open(state);
    firm_invoice("ACME", "2026-01-15", "1.00"); /* where it was a hundred */
    firm_invoice("ACME", "2026-01-16", "200.00");
    firm_invoice("ACME", "2026-01-17", "300.00");
    firm_invoice("ACME", "2026-01-18", "400.00");
    firm_pay("ACME", "2026-01-20", "118.58");
    assert_answer(journal_head(firm()->book, &head, &firm()->arena));
    assert_int_equal(head.id, then.id);
    assert_int_equal(verified(NULL), 0);
    assert_int_equal(verified(&noted), 1);
    assert_non_null(strstr(found_words, "written anew"));
}

/* ---- facts of every kind --------------------------------------------------------------------- */

/* What is hashed with its document or application, column by column (rescan.c, test_facts.c); and
 * what is no fact of the books: rows that imports saw only keep them from seeing these twice, and
 * lines of batches are drafts until they are posted (proofpaybatches.c). */
static bool hashed_otherwise(const char *table)
{
    static const char *const tables[] = {"document", "receipt",   "line",    "tax_line",
                                         "offer",    "item",      "posting", "application",
                                         "entry",    "import_row", "batch_line"};

    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        if (strcmp(tables[i], table) == 0)
            return true;
    return false;
}

static const char *question_of(const char *table, int *columns)
{
    const char *from = arena_format(&firm()->arena, " FROM %s ORDER BY id", table);

    for (int kind = 0; kind < FACT_KINDS; kind++) {
        const char *sql = fact_question(kind, columns);
        if (sql && strstr(sql, from))
            return sql;
    }
    return NULL;
}

/* What may be erased is hashed by its mark; a line's key is made of its other columns. */
static bool stands_apart(const char *table, const char *column)
{
    return (strcmp(table, "customer_dated") == 0 &&
            (strcmp(column, "salt") == 0 || strcmp(column, "value") == 0)) ||
           (strcmp(table, "bank_line") == 0 && strcmp(column, "key") == 0);
}

/* Is the column one of those that the question reads? */
static bool is_read(const char *sql, const char *column)
{
    const size_t len = strlen(column);

    for (const char *at = sql; (at = strstr(at, column)) != NULL; at += len)
        if ((at[-1] == ' ' || at[-1] == ',') && (at[len] == ',' || at[len] == ' '))
            return true;
    return false;
}

static void table_is_hashed(const char *table)
{
    const char *left_out = NULL;
    int columns = 0, seen = 0;
    const char *question = question_of(table, &columns);

    if (!question)
        fail_msg("%s is written once, and no entry's hash covers it", table);
    struct stmt *q = db_sql_once(book_db(firm()->book),
                                 arena_format(&firm()->arena, "SELECT * FROM %s LIMIT 0", table));
    while (stmt_row(q))
        continue;
    for (int n = 0; n < stmt_columns(q); n++) {
        const char *column = stmt_column_name(q, n);
        const bool apart = stands_apart(table, column);
        if (!apart && !is_read(question, column))
            left_out = arena_text(&firm()->arena, column);
        seen += !apart;
    }
    assert_int_equal(stmt_end(q), ERR_OK);
    if (left_out)
        fail_msg("%s.%s is in no entry's hash", table, left_out);
    assert_int_equal(seen, columns);
}

static bool is_master(const char *table)
{
    for (int n = 0; mastermark_table(n); n++)
        if (strcmp(mastermark_table(n), table) == 0)
            return true;
    return false;
}

static void every_column_of_every_fact_is_in_the_chain(void **state)
{
    int count = 0;
    char tables[200][60];
    struct stmt *q =
        db_sql_once(book_db(firm()->book), "SELECT tbl_name FROM sqlite_schema WHERE type ="
                                           " 'trigger' AND name = tbl_name || '_no_delete'");

    while (stmt_row(q) && count < 200)
        snprintf(tables[count++], sizeof tables[0], "%s", col_text(q, 0));
    assert_int_equal(stmt_end(q), ERR_OK);
    assert_true(count > 60);
    for (int i = 0; i < count; i++)
        if (!hashed_otherwise(tables[i]) && !is_master(tables[i]))
            table_is_hashed(tables[i]);
}

/* ---- master data ----------------------------------------------------------------------------- */

static void master_data_is_what_the_journal_left(void **state)
{
    const struct setting_owner retail = {.class = "RETAIL"};
    static const struct {
        const char *sql, *words;
    } cases[] = {
        {"UPDATE customer SET name = 'Evil'", "customer ACME is not what journal entry 2 left"},
        {"UPDATE customer SET credit_limit = 99", "customer ACME is not what"},
        {"UPDATE account SET name = 'x' WHERE code = '1100'", "account 1100 is not what"},
        {"UPDATE terms SET due = 'net 90'", "terms NET30 is not what"},
        {"UPDATE setting SET value = 'Elsewhere' WHERE name = 'address'", "setting address is not"},
        {"DELETE FROM setting WHERE name = 'address'", "setting (row address), which journal"},
        {"INSERT INTO account (code, name, kind, control) VALUES ('9999', 'x', 1, 0)",
         "account 9999 was made without the journal"},
        {"UPDATE saved_view SET line = 'customer list'", "saved list late is not what"},
        {"DELETE FROM saved_view", "saved list (row 1), which journal"},
        {"INSERT INTO saved_view (name, line, actor) VALUES ('x', 'customer list', 'x')",
         "saved list x was made without the journal"},
        {"UPDATE setting_own SET value = 'yes'", "setting autocash.oldest class RETAIL is not"},
        {"DELETE FROM setting_own", "setting (row autocash.oldest class RETAIL), which"},
        {"INSERT INTO setting_own (name, owner, value) VALUES ('charge.exempt', 'class X', 'yes')",
         "setting charge.exempt class X was made without"},
        {"UPDATE counter SET prefix = 'X' WHERE series = 'payment'",
         "series of numbers payment is not what"},
        {"INSERT INTO counter (series, prefix, first, next) VALUES ('x', 'X', 1, 1)",
         "series of numbers x was made without"},
        {"UPDATE import_file SET hash = ZEROBLOB(32)", "imported file bank.csv is not what"},
        {"DELETE FROM import_file", "imported file (row 6), which journal entry 6 left, is gone"},
        {"UPDATE batch SET total = total + 1", "batch 2026-01-15/A is not what"},
        {"DELETE FROM batch", "batch (row 1), which journal entry 7 left, is gone"},
    };
    const struct hash file = {{1}};
    const struct batch_new batch = {.day = date_of(2026, 1, 15),
                                    .account_id = account_of(firm()->book, ACCOUNT_PART_BANK),
                                    .currency = book_currency(firm()->book),
                                    .count = 2,
                                    .total = 10000};
    int64_t id;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (i > 0) {
            firm_close(state);
            firm_open(state);
        }
        firm_customer("ACME");
        assert_done(setting_set(firm()->tx, "address", "Quay 1"));
        assert_done(savedview_set(firm()->tx, "late", "item list --overdue", "ben", false));
        assert_done(setting_own_set(firm()->tx, &retail, "autocash.oldest", "no"));
        assert_done(importfile_add(firm()->tx, &file, "bank.csv", "bank", 3));
        assert_done(batch_open(firm()->tx, &batch, &id));
        assert_int_equal(verified(NULL), 0);
        tamper_triggers_drop();
        tamper_sql(cases[i].sql);
        firm_invoice("ACME", "2026-01-15", "1.00"); /* an entry after it does not make it right */
        assert_int_equal(verified(NULL), 1);
        if (!strstr(found_words, cases[i].words))
            fail_msg("%s: wanted '%s', got '%s'", cases[i].sql, cases[i].words, found_words);
    }
}

/* A book that comes from a version without marks of these tables: what they hold is taken once. */
static void what_had_no_marks_is_taken_once(void **state)
{
    (void)state;
    firm_customer("ACME");
    assert_done(savedview_set(firm()->tx, "late", "item list --overdue", "ben", false));
    tamper_triggers_drop();
    tamper_sql("DELETE FROM master_mark WHERE master = 'saved_view'");
    /* the entries that wrote those marks do not fit any more; that alone is said */
    const int broken = verified(NULL);
    tamper_sql("INSERT INTO master_touched (master, record) VALUES ('saved_view', '')");
    tamper_sql("INSERT INTO master_touched (master, record) VALUES ('saved_view', '1')");
    firm_invoice("ACME", "2026-01-15", "1.00");
    assert_int_equal(verified(NULL), broken);
    tamper_sql("INSERT INTO master_touched (master, record) VALUES ('saved_view', '')");
    tamper_sql("UPDATE saved_view SET line = 'customer list'"); /* touches it, too */
    firm_invoice("ACME", "2026-01-16", "1.00");
    assert_int_equal(verified(NULL), broken + 1);
}

/* Neither facts, nor parts of documents, nor master data. */
static const char *why_exempt(const char *table)
{
    static const struct {
        const char *table, *why;
    } rows[] = {
        {"master_touched", "what the entry that is being written has still to mark"},
        {"period_total", "sums of postings: `book verify` makes them anew"},
        {"batch_pays", "what a draft would pay: what is posted of it are applications"},
        {"charge_draft", "a draft: what is posted of it is charge_line"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (strcmp(rows[i].table, table) == 0)
            return rows[i].why;
    return NULL;
}

/* Of inserts, updates and deletions; deletions may be refused altogether. */
static int touches(const char *table)
{
    int64_t count = 0;

    assert_int_equal(db_get(book_db(firm()->book), &count, 0,
                            "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'trigger' AND"
                            " tbl_name = $1 AND name IN ($1 || '_touched_by_insert',"
                            " $1 || '_touched_by_update', $1 || '_touched_by_delete',"
                            " $1 || '_stays')",
                            "t", table),
                     ERR_OK);
    return (int)count;
}

/* Who adds a table says here what keeps its rows to what the journal wrote. */
static void every_table_is_kept_by_the_journal_or_says_why_not(void **state)
{
    char tables[300][60];
    int count = 0, masters = 0, columns = 0;
    struct stmt *q =
        db_sql_once(book_db(firm()->book), "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                           " AND name NOT LIKE 'sqlite%' ORDER BY name");

    (void)state;
    while (stmt_row(q) && count < 300)
        snprintf(tables[count++], sizeof tables[0], "%s", col_text(q, 0));
    assert_int_equal(stmt_end(q), ERR_OK);
    assert_true(count > 100);
    for (int i = 0; i < count; i++) {
        const char *table = tables[i];
        const bool fact = question_of(table, &columns) || hashed_otherwise(table);
        const bool master = is_master(table);
        masters += master;
        if (fact + master + (why_exempt(table) != NULL) != 1)
            fail_msg("%s is %s: a table is written once and hashed, or master data and marked, or"
                     " says here why it is neither",
                     table, fact || master ? "more than one" : "nothing");
        if (master && touches(table) != 3)
            fail_msg("%s is master data, and not every change of a row is noticed", table);
    }
    int named = 0;
    while (mastermark_table(named))
        named++;
    assert_int_equal(masters, named);
}

static void keep_all(void *self, const char *sentence)
{
    buf_format(self, "%s\n", sentence);
}

/* A book in which nobody can work any more is proved nevertheless. */
static void what_keeps_a_book_from_opening_is_named(void **state)
{
    static const struct {
        const char *sql, *words[2];
    } cases[] = {
        {"UPDATE account SET code = code || 'x' WHERE code = '2205'",
         {"account 2205x is not what journal entry 1 left", "2205, which the setting account."}},
        {"DELETE FROM account WHERE code = '2205'",
         {"which journal entry 1 left, is gone", "2205, which the setting account."}},
        {"UPDATE setting SET value = 'EURx' WHERE name = 'currency'",
         {"setting currency is not what journal entry 1 left", ""}},
    };
    const struct book_plan plan = {.company = "X", .actor = "ben", .currency = {"EUR", 2}};
    char folder[] = "/tmp/test_tamper-XXXXXX", path[64], lane[80];
    struct note note = {0};
    struct book *book;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/x.arl", folder);
    snprintf(lane, sizeof lane, "%s-lane", path);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf said;
        int found = 0;
        assert_int_equal(book_new(path, &plan, &note, &book), ERR_OK);
        struct db *db = book_db(book);
        assert_int_equal(db_begin(db), ERR_OK);
        assert_int_equal(stmt_run(db_sql_once(db, cases[i].sql)), ERR_OK);
        assert_int_equal(db_commit(db), ERR_OK);
        book_close(book);
        assert_int_not_equal(book_open(path, BOOK_OPEN, &note, &book), ERR_OK);
        assert_int_equal(book_open(path, BOOK_PROVE, &note, &book), ERR_OK);
        buf_init(&said, 4096);
        assert_int_equal(proof_book(book, NULL, keep_all, &said, &found), ERR_OK);
        for (int n = 0; n < 2; n++)
            if (!strstr(said.data, cases[i].words[n]))
                fail_msg("%s: wanted '%s', got %s", cases[i].sql, cases[i].words[n], said.data);
        buf_done(&said);
        book_close(book);
        assert_int_equal(unlink(path) | unlink(lane), 0);
    }
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(each_way_of_tampering_is_named),
        FIRM(a_history_written_anew_is_not_the_one_that_was_noted),
        FIRM(every_column_of_every_fact_is_in_the_chain),
        FIRM(master_data_is_what_the_journal_left),
        FIRM(what_had_no_marks_is_taken_once),
        FIRM(what_keeps_a_book_from_opening_is_named),
        FIRM(every_table_is_kept_by_the_journal_or_says_why_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
