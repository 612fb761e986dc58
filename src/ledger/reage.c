/* reage: items that age from another due date than the one on the paper, from a day on; and papers
 * that are not chased up to a day. */
#include "ledger/invoice.h"
#include "ledger/item.h"
#include "ledger/local.h"

enum err invoice_reage(struct tx *tx, int64_t item_id, struct date from, struct date due,
                       const char *reason)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item item;
    int64_t id = 0;
    enum err e;

    TRY_OUT(item_get(book, item_id, &arena, &item));
    if (item.amount <= 0) {
        e = fail(book->note, ERR_CONFLICT, "%s is no debit; only what a customer owes is re-aged",
                 item.number);
        goto out;
    }
    if (from.day < item.effective.day || due.day < item.effective.day) {
        e = fail(book->note, ERR_INPUT, "%s cannot be re-aged to a day before its own date",
                 item.number);
        goto out;
    }
    if (!reason || !reason[0]) {
        e = fail(book->note, ERR_INPUT, "say why %s is re-aged", item.number);
        goto out;
    }

    struct stmt *q = db_sql(book->db, "INSERT INTO reage (entry_id, item_id, from_day, due, reason)"
                                      " VALUES ($1, $2, $3, $4, $5) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, item_id);
    bind_i64(q, 3, from.day);
    bind_i64(q, 4, due.day);
    bind_text(q, 5, reason);
    if (stmt_row(q))
        id = col_i64(q, 0);
    TRY_OUT(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, item_id, from.day, due.day};
    const char *const texts[] = {reason};
    fact_digest(numbers, 4, texts, 1, &digest);
    tx_fact(tx, FACT_REAGE, id, &digest);
out:
    arena_done(&arena);
    return e;
}

enum err reage_list(struct book *book, struct arena *arena, struct reage **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM reage", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT r.item_id, c.code, d.number, i.seq, r.from_day, r.due, i.due,"
                         " r.reason FROM reage r JOIN item i ON i.id = r.item_id"
                         " JOIN document d ON d.id = i.document_id"
                         " LEFT JOIN customer c ON c.id = i.customer_id ORDER BY r.id");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct reage){.item_id = col_i64(q, 0),
                                            .customer = arena_text(arena, col_text(q, 1)),
                                            .number = arena_text(arena, col_text(q, 2)),
                                            .instalment = (int)col_i64(q, 3),
                                            .from = col_date(q, 4),
                                            .due = col_date(q, 5),
                                            .original = col_date(q, 6),
                                            .reason = arena_text(arena, col_text(q, 7))};
    return stmt_end(q);
}

enum err extensions_on(struct book *book, struct date day, struct arena *arena,
                       struct extension **out, int *count)
{
    struct stmt *q = db_sql(book->db, "SELECT i.id, a.after FROM amendment a JOIN item i"
                                      " ON i.document_id = a.document_id"
                                      " WHERE a.field = 'extension' AND a.effective <= $1"
                                      " ORDER BY i.id, a.effective, a.id");
    int room = 0;

    *count = 0;
    *out = NULL;
    bind_i64(q, 1, day.day);
    while (stmt_row(q)) {
        struct extension one = {.item_id = col_i64(q, 0)};
        if (date_parse_iso(col_text(q, 1), &one.until) != ERR_OK)
            one.until = DATE_NONE;
        if (*count && (*out)[*count - 1].item_id == one.item_id)
            --*count;
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] = one;
    }
    return stmt_end(q);
}
