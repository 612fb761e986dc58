/* sent: statements as facts, with the balance that each one told. */
#include "ledger/sent.h"

#include "ledger/local.h"

/* Applications pair items of one customer, so that they take nothing off the sum. */
enum err sent_owed(struct book *book, int64_t customer_id, struct date day, struct money *out)
{
    return db_get(book->db, &out->minor, 0,
                  "SELECT CAST(SUM(i.amount) AS BIGINT) FROM item i JOIN account k"
                  " ON k.id = i.account_id WHERE i.customer_id = $1 AND i.currency = $2"
                  " AND i.posted <= $3 AND k.control = 1",
                  "iti", customer_id, out->currency.code, (int64_t)day.day);
}

static enum err judge(struct tx *tx, const struct sent *sent)
{
    if (sent->day.day > book_today(tx->book).day)
        return fail(tx_note(tx), ERR_INPUT,
                    "a statement tells what is owed, not what will be: its "
                    "last day is today at the latest");
    if (sent->from.day > sent->day.day)
        return fail(tx_note(tx), ERR_INPUT, "the statement would end before it begins");
    return ERR_OK;
}

enum err sent_add(struct tx *tx, const struct sent *sent, struct arena *arena, struct sent *out)
{
    const char *code = sent->balance.currency.code;
    int64_t serial = 0;

    /* look and judge */
    *out = *sent;
    if (!sent->activity)
        out->from = sent->day;
    TRY(judge(tx, out));
    TRY(sent_owed(tx->book, sent->customer_id, sent->day, &out->balance));

    /* write */
    TRY(tx_series_take(tx, "statement", arena, &serial, &out->number));
    struct stmt *q =
        db_sql(tx->book->db,
               "INSERT INTO statement (entry_id, serial, number, customer_id, currency, kind,"
               " from_day, day, balance) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_i64(q, 2, serial);
    bind_text(q, 3, out->number);
    bind_i64(q, 4, out->customer_id);
    bind_text(q, 5, code);
    bind_i64(q, 6, out->activity);
    bind_i64(q, 7, out->from.day);
    bind_i64(q, 8, out->day.day);
    bind_i64(q, 9, out->balance.minor);
    if (stmt_row(q))
        out->id = col_i64(q, 0);
    TRY(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id,  serial,       out->customer_id,  out->activity,
                               out->from.day, out->day.day, out->balance.minor};
    const char *const texts[] = {out->number, code};
    fact_digest(numbers, 7, texts, 2, &digest);
    tx_fact(tx, FACT_STATEMENT, out->id, &digest);
    return ERR_OK;
}

/* ---- reading -------------------------------------------------------------------------------- */

#define SENT                                                                                       \
    "SELECT s.id, s.entry_id, s.customer_id, s.number, c.code, s.kind, s.from_day, s.day,"         \
    " s.balance, s.currency FROM statement s JOIN customer c ON c.id = s.customer_id"

static void sent_read(struct book *book, struct stmt *q, struct sent *out)
{
    *out = (struct sent){.id = col_i64(q, 0),
                         .entry_id = col_i64(q, 1),
                         .customer_id = col_i64(q, 2),
                         .number = col_text(q, 3),
                         .customer = col_text(q, 4),
                         .activity = col_i64(q, 5) != 0,
                         .from = {(int32_t)col_i64(q, 6)},
                         .day = {(int32_t)col_i64(q, 7)},
                         .balance = {col_i64(q, 8), book_currency_of(book, col_text(q, 9))}};
}

enum err sent_last(struct book *book, int64_t customer_id, struct currency currency, int most,
                   struct arena *arena, struct sent **out, int *count)
{
    struct stmt *q = db_sql(book->db, SENT " WHERE s.customer_id = $1 AND s.currency = $2"
                                           " ORDER BY s.day DESC, s.id DESC LIMIT $3");

    *count = 0;
    *out = arena_new(arena, ((size_t)most + 1) * sizeof **out);
    bind_i64(q, 1, customer_id);
    bind_text(q, 2, currency.code);
    bind_i64(q, 3, most);
    while (stmt_row(q) && *count < most) {
        struct sent *sent = &(*out)[(*count)++];
        sent_read(book, q, sent);
        sent->number = arena_text(arena, sent->number);
        sent->customer = arena_text(arena, sent->customer);
    }
    return stmt_end(q);
}

enum err sent_each(struct book *book, int64_t customer_id,
                   enum err (*each)(void *self, const struct sent *sent), void *self)
{
    struct stmt *q =
        db_sql(book->db, SENT " WHERE ($1 = 0 OR s.customer_id = $1) ORDER BY s.serial");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        struct sent sent;
        sent_read(book, q, &sent);
        e = each(self, &sent);
    }
    const enum err end = stmt_end(q);
    return e != ERR_OK ? e : end;
}

enum err sent_customer(struct book *book, const char *number, int64_t *customer_id)
{
    return db_get(book->db, customer_id, 0, "SELECT customer_id FROM statement WHERE number = $1",
                  "t", number);
}

enum err sent_currencies(struct book *book, int64_t customer_id, struct arena *arena,
                         struct currency **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(DISTINCT currency) FROM item WHERE customer_id = $1", "i",
               customer_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db, "SELECT DISTINCT currency FROM item WHERE customer_id = $1 ORDER BY currency");
    bind_i64(q, 1, customer_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = book_currency_of(book, col_text(q, 0));
    return stmt_end(q);
}
