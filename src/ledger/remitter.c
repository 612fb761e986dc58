/* remitter: from which account the money of a receipt came. */
#include "ledger/remitter.h"

#include "ledger/local.h"

enum err remitter_note(struct tx *tx, int64_t receipt_id, const char *account)
{
    int64_t id = 0;
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, receipt_id};
    const char *const texts[] = {account};
    struct stmt *q = db_sql(tx->book->db, "INSERT INTO remitter (entry_id, receipt_id, account)"
                                          " VALUES ($1, $2, $3) RETURNING id");

    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, receipt_id);
    bind_text(q, 3, account);
    if (stmt_row(q))
        id = col_i64(q, 0);
    TRY(stmt_end(q));
    fact_digest(numbers, 2, texts, 1, &digest);
    tx_fact(tx, FACT_REMITTER, id, &digest);
    return ERR_OK;
}

enum err remitter_of(struct book *book, int64_t receipt_id, struct arena *arena, const char **out)
{
    struct stmt *q = db_sql(book->db, "SELECT account FROM remitter WHERE receipt_id = $1");

    *out = "";
    bind_i64(q, 1, receipt_id);
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}
