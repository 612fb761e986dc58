/* dunletter: letters are written, released and taken back. */
#include "ledger/dunletter.h"

#include "ledger/invoice.h"
#include "ledger/local.h"

#include <string.h>

enum err dunrun_begin(struct tx *tx, struct date day, int64_t *run_id)
{
    struct book *book = tx_book(tx);
    int64_t last = 0;
    char iso[DATE_TEXT];

    /* look: levels are told by day, so a run goes behind all those that count */
    TRY(db_get(book->db, &last, INT64_MIN,
               "SELECT CAST(MAX(l.day) AS BIGINT) FROM dunning_letter l WHERE l.day > $1"
               " AND NOT EXISTS (SELECT 1 FROM dunning_undo u WHERE u.letter_id = l.id)",
               "i", (int64_t)day.day));

    /* judge */
    if (last > day.day)
        return fail(book->note, ERR_CONFLICT,
                    "there are letters of %s already; a run goes behind them",
                    date_iso((struct date){(int32_t)last}, iso));
    if (day.day > book_today(book).day)
        return fail(book->note, ERR_INPUT, "letters go out today, not on a day to come");

    /* write */
    const int64_t numbers[] = {tx->entry_id, day.day};
    return fact_write(tx, FACT_DUNNING_RUN,
                      "INSERT INTO dunning_run (entry_id, day) VALUES ($1, $2) RETURNING id",
                      numbers, 2, NULL, 0, run_id);
}

/* A charge of its own, due when the letter wants its money. */
static enum err fee_post(struct tx *tx, const struct dunletter *letter, struct date day,
                         int64_t *fee_id)
{
    struct arena arena = {0};
    const struct paper_line line = {.text =
                                        arena_format(&arena, "Fee of letter %s", letter->number),
                                    .quantity = MICRO,
                                    .fixed = true,
                                    .net = letter->fee,
                                    .account_id = account_of(tx->book, ACCOUNT_PART_LATE_CHARGE)};
    const struct paper paper = {.kind = DOCUMENT_CHARGE,
                                .customer_id = letter->customer_id,
                                .date = day,
                                .due = letter->due.day < day.day ? day : letter->due,
                                .posted = DATE_NONE,
                                .discount = "",
                                .currency = letter->currency,
                                .reference = letter->number,
                                .reason = "dunning fee",
                                .lines = &line,
                                .line_count = 1};
    struct document_made made = {.id = 0};
    const enum err e = invoice_issue(tx, &paper, &made);

    *fee_id = made.id;
    arena_done(&arena);
    return e;
}

enum err dunletter_number(struct tx *tx, struct arena *arena, struct dunletter *letter)
{
    TRY(tx_series_take(tx, "dunning", arena, &letter->serial, &letter->number));
    letter->fee_id = 0;
    return letter->fee && !letter->held ? fee_post(tx, letter, letter->day, &letter->fee_id)
                                        : ERR_OK;
}

static void body_hash(const char *body, char out[HASH_TEXT])
{
    struct hasher h;
    struct hash hash;

    hasher_init(&h);
    hasher_bytes(&h, body, strlen(body));
    hasher_end(&h, &hash);
    hash_hex(&hash, out);
}

enum err dunletter_add(struct tx *tx, struct dunletter *letter, const struct dunletter_item *items,
                       int count)
{
    char hex[HASH_TEXT];

    body_hash(letter->body, hex);
    const int64_t numbers[] = {tx->entry_id,        letter->serial, letter->run_id,
                               letter->customer_id, letter->level,  letter->day.day,
                               letter->due.day,     letter->held,   letter->amount,
                               letter->fee,         letter->fee_id};
    const char *const texts[] = {letter->number, letter->currency.code, letter->language, hex,
                                 letter->body};
    TRY(fact_write(tx, FACT_DUNNING_LETTER,
                   "INSERT INTO dunning_letter (entry_id, serial, run_id, customer_id, level, day,"
                   " due, held, amount, fee, fee_id, number, currency, language, sha256, body)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
                   " RETURNING id",
                   numbers, 11, texts, 5, &letter->id));
    for (int i = 0; i < count; i++) {
        const struct dunletter_item *item = &items[i];
        const int64_t columns[] = {tx->entry_id, letter->id, item->item_id, item->level,
                                   item->before, item->days, item->amount,  item->rides};
        int64_t id = 0;
        TRY(fact_write(tx, FACT_DUNNING_ITEM,
                       "INSERT INTO dunning_item (entry_id, letter_id, item_id, level, before,"
                       " days, amount, rides) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
                       columns, 8, NULL, 0, &id));
    }
    return ERR_OK;
}

/* ---- what becomes of them ------------------------------------------------------------------- */

/* By id, without its body. */
static enum err letter_get(struct book *book, int64_t id, struct arena *arena,
                           struct dunletter *out)
{
    const char *number = NULL;

    struct stmt *q = db_sql(book->db, "SELECT number FROM dunning_letter WHERE id = $1");
    bind_i64(q, 1, id);
    if (stmt_row(q))
        number = arena_text(arena, col_text(q, 0));
    TRY(stmt_end(q));
    return number ? dunletter_find(book, number, arena, out)
                  : fail(book->note, ERR_MISSING, "there is no such letter");
}

enum err dunletter_release(struct tx *tx, int64_t id, struct date day)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct dunletter letter;
    int64_t row = 0, fee_id = 0;
    enum err e;

    /* look */
    TRY_OUT(letter_get(book, id, &arena, &letter));

    /* judge */
    if (letter.state != DUNLETTER_HELD)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "%s %s", letter.number,
                     letter.state == DUNLETTER_SENT ? "went out already" : "was taken back"));
    if (day.day < letter.day.day || day.day > book_today(book).day)
        TRY_OUT(fail(book->note, ERR_INPUT,
                     "a letter is released after it was written, and not later than today"));

    /* write */
    if (letter.fee)
        TRY_OUT(fee_post(tx, &letter, day, &fee_id));
    const int64_t numbers[] = {tx->entry_id, id, day.day, fee_id};
    e = fact_write(tx, FACT_DUNNING_RELEASE,
                   "INSERT INTO dunning_release (entry_id, letter_id, day, fee_id)"
                   " VALUES ($1, $2, $3, $4) RETURNING id",
                   numbers, 4, NULL, 0, &row);
out:
    arena_done(&arena);
    return e;
}

/* A later letter on one of its items, that still counts. */
static enum err later_judge(struct book *book, const struct dunletter *letter)
{
    struct stmt *q = db_sql(
        book->db, "SELECT l.number FROM dunning_item x JOIN dunning_item y ON y.item_id = x.item_id"
                  " AND y.letter_id > x.letter_id AND y.rides = 0 JOIN dunning_letter l"
                  " ON l.id = y.letter_id WHERE x.letter_id = $1 AND x.rides = 0 AND NOT EXISTS"
                  " (SELECT 1 FROM dunning_undo u WHERE u.letter_id = l.id) ORDER BY l.id LIMIT 1");
    enum err e = ERR_OK;

    bind_i64(q, 1, letter->id);
    if (stmt_row(q))
        e = fail(book->note, ERR_CONFLICT, "%s stands on %s; take that one back first",
                 col_text(q, 0), letter->number);
    return stmt_end_after(q, e);
}

static enum err fee_reverse(struct tx *tx, const struct dunletter *letter, struct date day,
                            const char *reason)
{
    struct arena arena = {0};
    struct document fee;
    struct document_made made;
    enum err e;

    TRY_OUT(document_get(tx->book, letter->fee_id, &arena, &fee));
    if (!fee.reversed_by)
        e = invoice_void(tx, fee.id, day, reason, &made);
out:
    arena_done(&arena);
    return e;
}

enum err dunletter_undo(struct tx *tx, int64_t id, struct date day, const char *reason)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct dunletter letter;
    int64_t row = 0;
    enum err e;

    /* look */
    TRY_OUT(letter_get(book, id, &arena, &letter));

    /* judge */
    if (letter.state == DUNLETTER_UNDONE)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "%s was taken back already", letter.number));
    if (day.day < letter.day.day || day.day > book_today(book).day ||
        (date_is(letter.released) && day.day < letter.released.day))
        TRY_OUT(fail(book->note, ERR_INPUT,
                     "%s is taken back after it went out, and not later than today",
                     letter.number));
    TRY_OUT(later_judge(book, &letter));

    /* write */
    const int64_t numbers[] = {tx->entry_id, id, day.day};
    const char *const texts[] = {reason};
    TRY_OUT(fact_write(tx, FACT_DUNNING_UNDO,
                       "INSERT INTO dunning_undo (entry_id, letter_id, day, reason)"
                       " VALUES ($1, $2, $3, $4) RETURNING id",
                       numbers, 3, texts, 1, &row));
    if (letter.fee_id)
        e = fee_reverse(tx, &letter, day, reason);
out:
    arena_done(&arena);
    return e;
}
