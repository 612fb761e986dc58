#include "ledger/dunblock.h"

#include "ledger/local.h"

bool dunblock_holds(const struct dunblock *block, struct date day)
{
    return block->from.day <= day.day && day.day <= block->until.day &&
           (!date_is(block->lifted) || day.day < block->lifted.day);
}

enum err dunblock_set(struct tx *tx, const struct dunblock *block, int64_t *id)
{
    struct book *book = tx_book(tx);

    /* judge */
    if (!block->reason || !*block->reason)
        return fail(book->note, ERR_INPUT, "a block needs its reason");
    if (block->until.day < block->from.day)
        return fail(book->note, ERR_INPUT, "a block ends on or after the day on which it begins");

    /* write */
    const int64_t numbers[] = {tx->entry_id, block->customer_id, block->document_id,
                               block->from.day, block->until.day};
    const char *const texts[] = {block->reason};
    return fact_write(tx, FACT_DUNNING_BLOCK,
                      "INSERT INTO dunning_block (entry_id, customer_id, document_id, from_day,"
                      " until_day, reason) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 5, texts, 1, id);
}

enum err dunblock_lift(struct tx *tx, int64_t id, struct date day, const char *reason)
{
    struct book *book = tx_book(tx);
    int64_t from = 0, until = 0, lifted = 0, row = 0;

    /* look */
    TRY(db_get(book->db, &from, INT64_MIN, "SELECT from_day FROM dunning_block WHERE id = $1", "i",
               id));
    TRY(db_get(book->db, &until, 0, "SELECT until_day FROM dunning_block WHERE id = $1", "i", id));
    TRY(db_get(book->db, &lifted, 0, "SELECT id FROM dunning_unblock WHERE block_id = $1", "i",
               id));

    /* judge */
    if (from == INT64_MIN)
        return fail(book->note, ERR_MISSING, "there is no block %lld; `dunning blocks` shows them",
                    (long long)id);
    if (lifted || until < day.day)
        return fail(book->note, ERR_CONFLICT, "block %lld is over already", (long long)id);

    /* write */
    const int64_t numbers[] = {tx->entry_id, id, day.day};
    const char *const texts[] = {reason ? reason : ""};
    return fact_write(tx, FACT_DUNNING_UNBLOCK,
                      "INSERT INTO dunning_unblock (entry_id, block_id, day, reason)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 3, texts, 1, &row);
}

enum err dunblock_list(struct book *book, int64_t customer_id, bool standing, struct date day,
                       struct arena *arena, struct dunblock **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(
        book->db, &room, 0,
        "SELECT COUNT(*) FROM dunning_block WHERE ($1 = 0 OR customer_id" OF_CUSTOMER("$1") ")",
        "i", customer_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db, "SELECT b.id, c.id, b.document_id, b.from_day, b.until_day, b.reason,"
                  " c.code, c.name, COALESCE(d.number, ''), COALESCE(e.actor, ''), z.day"
                  " FROM dunning_block b" JOIN_STAYS(
                      "b") " LEFT JOIN document d ON d.id = b.document_id LEFT JOIN entry e"
                           " ON e.id = b.entry_id LEFT JOIN dunning_unblock z ON z.block_id = b.id"
                           " WHERE ($1 = 0 OR b.customer_id" OF_CUSTOMER("$1") ") ORDER BY b.id");
    bind_i64(q, 1, customer_id);
    while (stmt_row(q) && *count < (int)room) {
        struct dunblock *block = &(*out)[*count];
        *block = (struct dunblock){.id = col_i64(q, 0),
                                   .customer_id = col_i64(q, 1),
                                   .document_id = col_i64(q, 2),
                                   .from = col_date(q, 3),
                                   .until = col_date(q, 4),
                                   .reason = arena_text(arena, col_text(q, 5)),
                                   .customer = arena_text(arena, col_text(q, 6)),
                                   .name = arena_text(arena, col_text(q, 7)),
                                   .document = arena_text(arena, col_text(q, 8)),
                                   .actor = arena_text(arena, col_text(q, 9)),
                                   .lifted = col_date(q, 10)};
        *count += !standing || dunblock_holds(block, day);
    }
    return stmt_end(q);
}
