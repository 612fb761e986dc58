/* Words that were erased leave a journal that proves itself, and rows that nobody changes again. */
#include "db/db.h"
#include "ledger/erasure.h"
#include "ledger/factform.h"
#include "ledger/firm.h"
#include "ledger/journal.h"
#include "ledger/local.h"
#include "ledger/tamper.h"

#include <stdio.h>
#include <string.h>

static const char *found_words; /* the first sentence */

static int verified(void)
{
    return tamper_found(NULL, &found_words);
}

/* Head and lines of document 1, an entry, and the change that named the customer. */
static enum err erase_some(struct tx *tx)
{
    struct erasures plan = {0};
    int found = 0;
    enum err e;

    erasures_add(&plan, ERASED_ENTRY, 3, true);
    erasures_add(&plan, FACT_DOCUMENT, 1, false);
    erasures_add(&plan, ERASED_LINES, 1, false);
    erasures_add(&plan, FACT_CHANGE, 3, false);
    erasures_add(&plan, FACT_CHANGE, 3, false); /* twice is once */
    erasures_sort(&plan);
    assert_int_equal(plan.count, 4);
    e = journal_plan(tx_book(tx), &plan, &found);
    if (e == ERR_OK)
        e = erasures_write(tx, &plan);
    erasures_done(&plan);
    assert_int_equal(found, 0);
    return e;
}

static void erased_book(void)
{
    firm_invoice("ACME", "2026-01-15", "100.00");
    firm_invoice("ACME", "2026-01-16", "200.00");
    assert_done(erase_some(firm()->tx));
    assert_int_equal(verified(), 0);
}

static void what_is_left_proves_itself(void **state)
{
    int64_t left = 0;

    erased_book();
    assert_answer(db_get(book_db(firm()->book), &left, -1,
                         "SELECT COUNT(*) FROM entry WHERE id = 3 AND command IS NULL", ""));
    assert_int_equal(left, 1);
    assert_answer(db_get(book_db(firm()->book), &left, -1,
                         "SELECT COUNT(*) FROM line WHERE document_id = 1 AND text = '(erased)'",
                         ""));
    assert_int_equal(left, 1);
    firm_invoice("ACME", "2026-01-17", "300.00"); /* and the journal goes on */
    assert_int_equal(verified(), 0);
}

static void what_was_erased_is_written_once(void **state)
{
    static const char *const sql[] = {
        "UPDATE line SET text = 'x' WHERE document_id = 1", "UPDATE document SET po = 'x'",
        "UPDATE change SET after = 'x' WHERE id = 3",       "UPDATE entry SET says = 'x'",
        "UPDATE erasure SET after = before",                "DELETE FROM erasure",
    };

    erased_book();
    for (size_t i = 0; i < sizeof sql / sizeof sql[0]; i++)
        if (firm_sql(sql[i]) != ERR_CONFLICT)
            fail_msg("%s was not refused: %s", sql[i], firm()->note.text);
}

static void whoever_changes_an_erased_row_is_named(void **state)
{
    static const struct {
        const char *sql, *words;
    } cases[] = {
        {"UPDATE line SET text = 'x' WHERE document_id = 1", "its lines were changed after"},
        {"UPDATE document SET total = 1 WHERE id = 1", "its head was changed after posting"},
        {"UPDATE item SET base = 1 WHERE document_id = 1", "its items were changed after posting"},
        {"UPDATE change SET field = 'x' WHERE id = 3", "change of master data 3 was changed after"},
        {"UPDATE entry SET says = 'x' WHERE id = 3", "journal entry 3 of"},
        {"UPDATE entry SET actor = 'x' WHERE id = 3", "journal entry 3 of"},
        /* the proof itself: what the older entry stands on, and what the row is now */
        {"UPDATE erasure SET before = after WHERE kind = 5", "journal entry 2 of"},
        {"UPDATE erasure SET before = after WHERE kind = -2", "its lines were changed after"},
        {"UPDATE erasure SET after = before WHERE kind = 5", "change of master data 3 was"},
        {"UPDATE erasure SET before = (SELECT after FROM erasure WHERE kind = 5) WHERE kind = -1",
         "journal entry 3 of"},
        /* an erasure that no entry wrote */
        {"UPDATE line SET text = 'x' WHERE document_id = 2", "its lines were changed after"},
        {"INSERT INTO erasure (entry_id, kind, row_id, before, after) SELECT entry_id, 5, 2,"
         " before, after FROM erasure WHERE kind = 5",
         "change of master data 2 was"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (i > 0) {
            firm_close(state);
            firm_open(state);
        }
        erased_book();
        tamper_triggers_drop();
        tamper_sql(cases[i].sql);
        const int found = verified();
        if (found == 0 || !strstr(found_words, cases[i].words))
            fail_msg("%s: wanted '%s', got %d: %s", cases[i].sql, cases[i].words, found,
                     found_words ? found_words : "nothing");
    }
}

/* ---- the table of words ---------------------------------------------------------------------- */

static bool reads_text(const struct erasable *table, const char *column)
{
    bool is = false;

    if (table->kind == FACT_APPLICATION)
        return strcmp(column, "reason") == 0;
    const struct fact_form *form = fact_form((enum fact_kind)table->kind);
    struct stmt *q = db_sql_once(
        book_db(firm()->book),
        arena_format(&firm()->arena, "SELECT * FROM (%s) WHERE id = -1", form->sql));
    while (stmt_row(q))
        continue;
    for (int n = 1 + form->numbers; n < stmt_columns(q); n++)
        is = is || strcmp(stmt_column_name(q, n), column) == 0;
    assert_int_equal(stmt_end(q), ERR_OK);
    return is && strstr(form->sql, arena_format(&firm()->arena, "FROM %s ORDER", table->table));
}

static void each_table_opens_for_its_own_kind(void **state)
{
    const struct erasable *table;
    size_t count = 0;

    for (; (table = erasable_at(count)); count++) {
        int64_t opens = 0;
        for (size_t n = 0; n < ERASABLE_WORDS && table->words[n].column; n++)
            if (!reads_text(table, table->words[n].column))
                fail_msg("%s.%s is no text of that kind", table->table, table->words[n].column);
        assert_answer(db_get(book_db(firm()->book), &opens, 0,
                             "SELECT COUNT(*) FROM sqlite_schema WHERE name = $1 || '_no_update'"
                             " AND sql LIKE '%v_erasing WHERE kind = ' || $2 || ' AND row_id ='"
                             " || ' OLD.id)%'",
                             "ti", table->table, table->kind));
        if (opens != 1)
            fail_msg("%s does not open for an erasure of kind %lld", table->table,
                     (long long)table->kind);
    }
    assert_true(count > 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(what_is_left_proves_itself),
        FIRM(what_was_erased_is_written_once),
        FIRM(whoever_changes_an_erased_row_is_named),
        FIRM(each_table_opens_for_its_own_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
