/* dispute: cases on items, opened and closed; a case is a fact, its closing another. */
#include "ledger/dispute.h"

#include "ledger/local.h"

enum err dispute_open(struct tx *tx, const struct dispute *dispute, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct item item;
    int64_t amount = dispute->amount, already = 0;
    enum err e;

    /* look */
    TRY_OUT(item_get(book, dispute->item_id, &arena, &item));
    TRY_OUT(item_disputed(book, item.id, dispute->opened, item.amount, &already));

    /* judge: a case may be of the past, so the item's amount less other cases is what counts */
    const int64_t free = item.amount - already;
    if (amount == 0)
        amount = item.open > 0 && item.open < free ? item.open : free;
    if (item.amount <= 0 || amount <= 0 || amount > free) {
        char most[MONEY_TEXT];
        e = fail(book->note, ERR_CONFLICT, "%s: at most %s can be disputed", item.number,
                 money_plain(money_of(free > 0 ? free : 0, item.currency), most));
        goto out;
    }
    if (dispute->opened.day < item.effective.day) {
        e = fail(book->note, ERR_INPUT, "%s cannot be disputed before its own date", item.number);
        goto out;
    }

    /* write */
    struct stmt *q = db_sql(
        book->db, "INSERT INTO dispute (entry_id, item_id, amount, reason, owner, opened, text)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, item.id);
    bind_i64(q, 3, amount);
    bind_text(q, 4, dispute->reason ? dispute->reason : "OTHER");
    bind_text(q, 5, dispute->owner ? dispute->owner : "");
    bind_i64(q, 6, dispute->opened.day);
    bind_text(q, 7, dispute->text ? dispute->text : "");
    *id = 0;
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY_OUT(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, item.id, amount, dispute->opened.day};
    const char *const texts[] = {dispute->reason ? dispute->reason : "OTHER",
                                 dispute->owner ? dispute->owner : "",
                                 dispute->text ? dispute->text : ""};
    fact_digest(numbers, 4, texts, 3, &digest);
    tx_fact(tx, FACT_DISPUTE, *id, &digest);
out:
    arena_done(&arena);
    return e;
}

enum err dispute_close(struct tx *tx, int64_t id, struct date closed, const char *resolution)
{
    struct book *book = tx_book(tx);
    int64_t opened = 0, already = 0;

    TRY(db_get(book->db, &opened, INT64_MIN, "SELECT opened FROM dispute WHERE id = $1", "i", id));
    if (opened == INT64_MIN)
        return fail(book->note, ERR_MISSING, "there is no dispute %lld; `dispute list` shows them",
                    (long long)id);
    TRY(db_get(book->db, &already, 0,
               "SELECT dispute_id FROM dispute_closing WHERE dispute_id = $1", "i", id));
    if (already)
        return fail(book->note, ERR_CONFLICT, "dispute %lld is closed already", (long long)id);
    if (closed.day < opened)
        return fail(book->note, ERR_INPUT, "dispute %lld cannot be closed before it was opened",
                    (long long)id);

    int64_t row = 0;
    struct stmt *q =
        db_sql(book->db, "INSERT INTO dispute_closing (dispute_id, entry_id, closed, resolution)"
                         " VALUES ($1, $2, $3, $4) RETURNING id");
    bind_i64(q, 1, id);
    bind_i64(q, 2, tx->entry_id);
    bind_i64(q, 3, closed.day);
    bind_text(q, 4, resolution);
    if (stmt_row(q))
        row = col_i64(q, 0);
    TRY(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, id, closed.day};
    const char *const texts[] = {resolution};
    fact_digest(numbers, 3, texts, 1, &digest);
    tx_fact(tx, FACT_CLOSING, row, &digest);
    return ERR_OK;
}

enum err dispute_drop(struct tx *tx, int64_t item_id, struct date closed, const char *resolution)
{
    struct db *db = tx_book(tx)->db;

    for (;;) {
        int64_t id = 0, opened = 0;
        TRY(db_get(db, &id, 0,
                   "SELECT MIN(p.id) FROM dispute p WHERE p.item_id = $1 AND NOT EXISTS"
                   " (SELECT 1 FROM dispute_closing z WHERE z.dispute_id = p.id)",
                   "i", item_id));
        if (id == 0)
            return ERR_OK;
        TRY(db_get(db, &opened, 0, "SELECT opened FROM dispute WHERE id = $1", "i", id));
        const struct date day = {opened > closed.day ? (int32_t)opened : closed.day};
        TRY(dispute_close(tx, id, day, resolution));
    }
}

enum err dispute_list(struct book *book, int64_t customer_id, bool only_open, struct arena *arena,
                      struct dispute **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dispute", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db,
        "SELECT p.id, p.item_id, p.amount, p.reason, p.owner, p.text, z.resolution, p.opened,"
        " z.closed, d.number, c.code, i.currency FROM dispute p JOIN item i ON i.id = p.item_id"
        " JOIN document d ON d.id = i.document_id LEFT JOIN customer c ON c.id = i.customer_id"
        " LEFT JOIN dispute_closing z ON z.dispute_id = p.id"
        " WHERE ($1 = 0 OR i.customer_id = $1) AND ($2 = 0 OR z.closed IS NULL) ORDER BY p.id");
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, only_open);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct dispute){
            .id = col_i64(q, 0),
            .item_id = col_i64(q, 1),
            .amount = col_i64(q, 2),
            .reason = arena_text(arena, col_text(q, 3)),
            .owner = arena_text(arena, col_text(q, 4)),
            .text = arena_text(arena, col_text(q, 5)),
            .resolution = arena_text(arena, col_text(q, 6)),
            .opened = {(int32_t)col_i64(q, 7)},
            .closed = col_is_null(q, 8) ? DATE_NONE : (struct date){(int32_t)col_i64(q, 8)},
            .number = arena_text(arena, col_text(q, 9)),
            .customer = arena_text(arena, col_text(q, 10)),
            .currency = book_currency_of(book, col_text(q, 11))};
    return stmt_end(q);
}
