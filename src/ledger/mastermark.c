#include "ledger/mastermark.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row a table of master data: its key as the text that marks are kept under, and as a column
 * that an index finds. `shown` is what people know a row by. */
static const struct master {
    const char *table, *word, *shown;
    const char *row;  /* the row of a key */
    const char *rows; /* all rows, their key first, what they are known by second */
    const char *gone; /* keys that were marked last as there, and are not */
} masters[] = {
#define OWN_KEY "name || ' ' || owner"
#define IMPORT_FILE "SELECT entry_id, HEX(hash) AS hash, name, kind, rows FROM import_file"
#define BY_NUMBER(table, key, word, shown)                                                         \
    {#table, word, #shown, "SELECT * FROM " #table " WHERE " #key " = CAST($1 AS BIGINT)",         \
     "SELECT CAST(" #key " AS TEXT), " #shown ", * FROM " #table " ORDER BY " #key,                \
     GONE(#table, #key, "CAST(m.record AS BIGINT)")},
#define BY_NAME(table, word)                                                                       \
    {#table, word, "name", "SELECT * FROM " #table " WHERE name = $1",                             \
     "SELECT name, name, * FROM " #table " ORDER BY name", GONE(#table, "name", "m.record")},
#define GONE(table, key, record)                                                                   \
    "SELECT m.record, m.entry_id FROM master_mark m WHERE m.master = '" table "' AND m.mark <> ''" \
    " AND m.id = (SELECT MAX(x.id) FROM master_mark x WHERE x.master = m.master"                   \
    " AND x.record = m.record) AND NOT EXISTS (SELECT 1 FROM " table " WHERE " key                 \
    " = " record ") ORDER BY m.id"
    BY_NUMBER(customer, id, "customer", code)
    BY_NUMBER(contact, id, "person", name)
    BY_NUMBER(account, id, "account", code)
    BY_NUMBER(terms, id, "terms", code)
    BY_NUMBER(tax, id, "tax code", code)
    BY_NUMBER(alias, id, "alias", value)
    BY_NUMBER(bank_account, account_id, "account at a bank", number)
    BY_NUMBER(bank_rule, id, "rule for lines of the bank", pattern)
    BY_NUMBER(netting_agreement, customer_id, "netting agreement", reference)
    BY_NUMBER(dispute_reason, id, "reason of disputes", code)
    BY_NUMBER(dispute_cause, id, "root cause", code)
    BY_NUMBER(dunning_level, id, "level of dunning", id)
    BY_NUMBER(dunning_text, id, "text of dunning", id)
    BY_NUMBER(jurisdiction, id, "jurisdiction", code)
    BY_NUMBER(recurring, id, "template", number)
    BY_NUMBER(paper_template, id, "template of papers", paper)
    BY_NUMBER(saved_view, id, "saved list", name)
    BY_NUMBER(batch, id, "batch", number)
    BY_NAME(setting, "setting")
    BY_NAME(profile, "profile")
    {"setting_own", "setting", OWN_KEY, "SELECT * FROM setting_own WHERE " OWN_KEY " = $1",
     "SELECT " OWN_KEY ", " OWN_KEY ", * FROM setting_own ORDER BY name, owner",
     GONE("setting_own", OWN_KEY, "m.record")},
    /* the digest as letters, since marks stand on texts; an entry imports one file */
    {"import_file", "imported file", "name", IMPORT_FILE " WHERE entry_id = CAST($1 AS BIGINT)",
     "SELECT CAST(entry_id AS TEXT), name, f.* FROM (" IMPORT_FILE ") f ORDER BY entry_id",
     GONE("import_file", "entry_id", "CAST(m.record AS BIGINT)")},
    /* every paper takes a number: which one is next is proved by the numbers that are there */
    {"counter", "series of numbers", "series",
     "SELECT series, prefix, first FROM counter WHERE series = $1",
     "SELECT series, series, series, prefix, first FROM counter ORDER BY series",
     GONE("counter", "series", "m.record")},
};
#define MASTERS (sizeof masters / sizeof masters[0])

/* Tables that were there before they had marks: what they held is taken as it is once, by the first
 * entry after that, which then marks their record ''. */
#define LATE "('batch', 'counter', 'import_file', 'saved_view', 'setting_own')"

const char *mastermark_table(int n)
{
    return n >= 0 && (size_t)n < MASTERS ? masters[n].table : NULL;
}

static bool counts(struct stmt *q, int n)
{
    const char *text = col_is_null(q, n) ? "" : col_text(q, n);

    return text[0] != '\0' && strcmp(text, "0") != 0;
}

/* The row on which the question stands, from a column on. */
static void row_mark(struct stmt *q, int from, const char *table, char out[HASH_TEXT])
{
    struct hasher h;
    struct hash hash;

    hasher_init(&h);
    hasher_text(&h, table);
    for (int n = from; n < stmt_columns(q); n++)
        if (counts(q, n)) {
            hasher_text(&h, stmt_column_name(q, n));
            hasher_text(&h, col_text(q, n));
        }
    hasher_end(&h, &hash);
    hash_hex(&hash, out);
}

static const struct master *master_of(const char *table)
{
    for (size_t i = 0; i < MASTERS; i++)
        if (strcmp(masters[i].table, table) == 0)
            return &masters[i];
    return NULL;
}

static enum err mark_one(struct tx *tx, const char *table, const char *record)
{
    const struct master *master = master_of(table);
    char mark[HASH_TEXT] = "";
    int64_t id = 0;

    if (!master)
        return fail(tx_note(tx), ERR_CORRUPT, "'%.40s' is no master data; run `book verify`",
                    table);
    struct stmt *q = db_sql(tx->book->db, master->row);
    bind_text(q, 1, record);
    if (stmt_row(q))
        row_mark(q, 0, table, mark);
    TRY(stmt_end(q));
    const int64_t numbers[] = {tx->entry_id};
    const char *const texts[] = {table, record, mark};
    return fact_write(tx, FACT_MASTER,
                      "INSERT INTO master_mark (entry_id, master, record, mark)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 1, texts, 3, &id);
}

static enum err has_marks(struct book *book, bool *out)
{
    int64_t one = 0;

    TRY(db_get(book->db, &one, 0, "SELECT 1 FROM master_mark LIMIT 1", ""));
    *out = one != 0;
    return ERR_OK;
}

enum err mastermark_begin(struct tx *tx)
{
    int64_t one = 0;
    bool marked = false;

    TRY(db_get(tx->book->db, &one, 0, "SELECT 1 FROM master_touched LIMIT 1", ""));
    if (one == 0)
        return ERR_OK;
    TRY(has_marks(tx->book, &marked));
    return marked ? db_run(tx->book->db,
                           "DELETE FROM master_touched WHERE master NOT IN " LATE
                           " OR EXISTS (SELECT 1 FROM master_mark m"
                           " WHERE m.master = master_touched.master AND m.record = '')",
                           "")
                  : ERR_OK;
}

enum err mastermark_write(struct tx *tx)
{
    struct stmt *q = db_sql(tx->book->db,
                            "SELECT master, record FROM master_touched ORDER BY master, record");
    bool any = false;
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        any = true;
        e = mark_one(tx, col_text(q, 0), col_text(q, 1));
    }
    TRY(stmt_end_after(q, e));
    return any ? db_run(tx->book->db, "DELETE FROM master_touched", "") : ERR_OK;
}

/* The last mark of a row; NULL when it has none. */
static enum err last_mark(struct book *book, const char *table, const char *record,
                          char out[HASH_TEXT], int64_t *entry_id)
{
    struct stmt *q = db_sql(book->db, "SELECT mark, entry_id FROM master_mark WHERE master = $1"
                                      " AND record = $2 ORDER BY id DESC LIMIT 1");

    bind_text(q, 1, table);
    bind_text(q, 2, record);
    *entry_id = 0;
    out[0] = '\0';
    if (stmt_row(q)) {
        snprintf(out, HASH_TEXT, "%s", col_text(q, 0));
        *entry_id = col_i64(q, 1);
    }
    return stmt_end(q);
}

static enum err verify_rows(struct book *book, const struct master *master,
                            struct trouble *trouble)
{
    struct stmt *q = db_sql_once(book->db, master->rows);
    char now[HASH_TEXT], then[HASH_TEXT];
    int64_t entry_id = 0;
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        e = last_mark(book, master->table, col_text(q, 0), then, &entry_id);
        row_mark(q, 2, master->table, now);
        if (e != ERR_OK || strcmp(now, then) == 0)
            continue;
        trouble_say(trouble,
                    then[0] ? "%s %s is not what journal entry %lld left: it was changed afterwards"
                            : "%s %s was made without the journal",
                    master->word, col_text(q, 1), (long long)entry_id);
    }
    return stmt_end_after(q, e);
}

static enum err verify_gone(struct book *book, const struct master *master,
                            struct trouble *trouble)
{
    struct stmt *q = db_sql_once(book->db, master->gone);

    while (stmt_row(q))
        trouble_say(trouble, "%s (row %s), which journal entry %lld left, is gone", master->word,
                    col_text(q, 0), (long long)col_i64(q, 1));
    return stmt_end(q);
}

/* A table that got its marks late, in a book that wrote no entry since. */
static enum err awaits_taking(struct book *book, const char *table, bool *out)
{
    int64_t one = 0;

    TRY(db_get(book->db, &one, 0,
               "SELECT 1 WHERE $1 IN " LATE " AND NOT EXISTS (SELECT 1 FROM master_mark"
               " WHERE master = $1 AND record = '')",
               "t", table));
    *out = one != 0;
    return ERR_OK;
}

enum err mastermark_verify(struct book *book, struct trouble *trouble)
{
    bool marked = false;

    TRY(has_marks(book, &marked));
    if (!marked) /* just brought to this version: the next entry takes its rows as they are */
        return ERR_OK;
    for (size_t i = 0; i < MASTERS; i++) {
        bool awaits = false;
        TRY(awaits_taking(book, masters[i].table, &awaits));
        if (awaits)
            continue;
        TRY(verify_rows(book, &masters[i], trouble));
        TRY(verify_gone(book, &masters[i], trouble));
    }
    return ERR_OK;
}
