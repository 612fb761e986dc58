/* erasewrite: the words of a plan's rows are taken out, each beside the fact that proves it. */
#include "ledger/erasure.h"

#include <string.h>

static enum err row_write(struct tx *tx, const struct erasure *row)
{
    const int64_t numbers[] = {tx->entry_id, row->kind, row->row_id};
    char before[HASH_TEXT], after[HASH_TEXT];
    int64_t id = 0;

    hash_hex(&row->before, before);
    hash_hex(&row->after, after);
    const char *const texts[] = {before, after};
    return fact_write(tx, FACT_ERASURE,
                      "INSERT INTO erasure (entry_id, kind, row_id, before, after)"
                      " VALUES ($1, $2, $3, $4, $5) RETURNING id",
                      numbers, 3, texts, 2, &id);
}

/* "reason = CASE WHEN reason <> '' THEN '(erased)' ELSE reason END" */
static const char *set_words(struct arena *arena, const char *set, const char *column,
                             const char *becomes)
{
    return arena_format(arena, "%s%s%s = CASE WHEN %s <> '' THEN '%s' ELSE %s END", set,
                        *set ? ", " : "", column, column, becomes, column);
}

static enum err table_update(struct tx *tx, const char *table, const char *key, const char *set,
                             int64_t kind)
{
    struct stmt *q =
        db_sql_once(tx->book->db, arena_format(&tx->arena,
                                               "UPDATE %s SET %s WHERE %s IN (SELECT row_id"
                                               " FROM erasure WHERE kind = $1 AND entry_id = $2)",
                                               table, set, key));

    bind_i64(q, 1, kind);
    bind_i64(q, 2, tx->entry_id);
    return stmt_run(q);
}

static enum err documents_update(struct tx *tx)
{
    struct arena *arena = &tx->arena;
    const char *head = set_words(arena, "", "po", ERASED);

    head = set_words(arena, head, "reference", ERASED);
    head = set_words(arena, head, "text", ERASED);
    head = set_words(arena, head, "reason", ERASED);
    TRY(table_update(tx, "document", "id", head, FACT_DOCUMENT));
    TRY(table_update(tx, "receipt", "document_id", set_words(arena, "", "payer", ERASED),
                     FACT_DOCUMENT));
    return table_update(tx, "line", "document_id", set_words(arena, "", "text", ERASED),
                        ERASED_LINES);
}

static enum err facts_update(struct tx *tx)
{
    const struct erasable *table;

    for (size_t i = 0; (table = erasable_at(i)); i++) {
        const char *set = "";
        for (size_t n = 0; n < ERASABLE_WORDS && table->words[n].column; n++)
            set = set_words(&tx->arena, set, table->words[n].column, table->words[n].becomes);
        /* the key of a bank's line is made of its words; no file has lines of that age any more */
        if (table->kind == FACT_BANK_LINE)
            set = arena_format(&tx->arena, "%s, key = CAST('erased ' || id AS BLOB)", set);
        TRY(table_update(tx, table->table, "id", set, table->kind));
    }
    return ERR_OK;
}

static enum err entry_update(struct tx *tx, const struct erasure *row)
{
    return db_run(tx->book->db,
                  "UPDATE entry SET command = NULL, salt = NULL, op_hash = NULL,"
                  " says = CASE WHEN says <> '' THEN $2 ELSE says END,"
                  " ref = CASE WHEN $3 = 1 AND ref <> '' THEN $2 ELSE ref END WHERE id = $1",
                  "iti", row->row_id, ERASED, (int64_t)row->ref);
}

enum err erasures_write(struct tx *tx, const struct erasures *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        TRY(row_write(tx, &plan->rows[i]));
    TRY(documents_update(tx));
    TRY(facts_update(tx));
    for (size_t i = 0; i < plan->count; i++)
        if (plan->rows[i].kind == ERASED_ENTRY)
            TRY(entry_update(tx, &plan->rows[i]));
    return ERR_OK;
}
