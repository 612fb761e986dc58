#include "ledger/dated.h"

#include "ledger/local.h"

#include <string.h>

#define EVER INT32_MIN

const char *const dated_field_words[] = {"",        "collector", "salesperson",  "parent",
                                         "address", "contact",   "statement-to", NULL};

/* The digest covers the mark, so that salt and value may go. */
void dated_mark(const char *salt, const char *value, char out[HASH_TEXT])
{
    struct hasher hasher;
    struct hash hash;

    hasher_init(&hasher);
    hasher_text(&hasher, salt);
    hasher_text(&hasher, value);
    hasher_end(&hasher, &hash);
    hash_hex(&hash, out);
}

static enum err row_write(struct tx *tx, int64_t customer_id, enum dated_field field, int32_t from,
                          const char *value)
{
    const int64_t numbers[] = {tx->entry_id, customer_id, (int64_t)field, from};
    char mark[HASH_TEXT], salt[HASH_TEXT];
    struct hash luck;
    int64_t id = 0;

    random_bytes(luck.bytes, sizeof luck.bytes);
    hash_hex(&luck, salt);
    dated_mark(salt, value, mark);
    const char *const texts[] = {mark};
    struct stmt *q = db_sql(tx->book->db,
                            "INSERT INTO customer_dated (entry_id, customer_id, field, from_day,"
                            " mark, salt, value) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id");
    bind_text(q, 6, salt);
    bind_text(q, 7, value);
    return fact_write_row(tx, FACT_DATED, q, numbers, 4, texts, 1, &id);
}

enum err dated_on(struct book *book, int64_t customer_id, enum dated_field field, struct date day,
                  struct arena *arena, const char **out)
{
    struct stmt *q = db_sql(book->db, "SELECT value FROM customer_dated WHERE customer_id = $1"
                                      " AND field = $2 AND from_day <= $3"
                                      " ORDER BY from_day DESC, id DESC LIMIT 1");

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, field);
    bind_i64(q, 3, day.day);
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}

enum err dated_set(struct tx *tx, int64_t customer_id, enum dated_field field, struct date from,
                   const char *before, const char *after, struct arena *arena, const char **today)
{
    struct book *book = tx_book(tx);
    int64_t rows = 0;

    must(field > DATED_NONE && field < DATED_FIELDS);
    TRY(db_get(book->db, &rows, 0,
               "SELECT COUNT(*) FROM customer_dated WHERE customer_id = $1 AND field = $2", "ii",
               customer_id, (int64_t)field));
    *today = after;
    if (rows == 0 && !*before && !date_is(from))
        return ERR_OK; /* what was not known before is no change of the past */
    if (rows == 0)
        TRY(row_write(tx, customer_id, field, EVER, before));
    TRY(row_write(tx, customer_id, field, date_is(from) ? from.day : book_today(book).day, after));
    return dated_on(book, customer_id, field, book_today(book), arena, today);
}

#define ABOVE_MOST 256

/* Whom a customer stood under on some day from `from` on: what its record says, and its rows that
 * were not followed by another one by then. */
static enum err above_add(struct book *book, int64_t customer_id, struct date from, int64_t *all,
                          size_t *count)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT parent_id FROM customer WHERE id = $1 AND parent_id IS NOT NULL UNION"
        " SELECT CAST(d.value AS BIGINT) FROM customer_dated d WHERE d.customer_id = $1"
        " AND d.field = 3 AND d.value <> '' AND NOT EXISTS (SELECT 1 FROM customer_dated x"
        " WHERE x.customer_id = $1 AND x.field = 3 AND (x.from_day, x.id) > (d.from_day, d.id)"
        " AND x.from_day <= $2)");

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, from.day);
    while (stmt_row(q) && *count < ABOVE_MOST) {
        size_t i = 0;
        while (i < *count && all[i] != col_i64(q, 0))
            i++;
        if (i == *count)
            all[(*count)++] = col_i64(q, 0);
    }
    return stmt_end(q);
}

enum err dated_circle(struct book *book, int64_t customer_id, int64_t ancestor, struct date from,
                      bool *out)
{
    int64_t all[ABOVE_MOST] = {customer_id};
    size_t count = 1;

    *out = false;
    for (size_t i = 0; i < count && !*out; i++) {
        *out = all[i] == ancestor;
        TRY(above_add(book, all[i], from, all, &count));
    }
    return ERR_OK;
}

static struct dated read_dated(struct stmt *q)
{
    const int64_t from = col_i64(q, 3);

    return (struct dated){.customer_id = col_i64(q, 0),
                          .entry_id = col_i64(q, 1),
                          .field = (enum dated_field)col_i64(q, 2),
                          .from = from == EVER ? DATE_NONE : (struct date){(int32_t)from},
                          .value = col_text(q, 4)};
}

#define DATED                                                                                      \
    "SELECT d.customer_id, d.entry_id, d.field, d.from_day, d.value FROM customer_dated d "

enum err dated_each(struct book *book, struct date day, unsigned fields,
                    enum err (*each)(void *self, const struct dated *dated), void *self)
{
    struct stmt *q =
        db_sql(book->db, DATED "WHERE d.from_day <= $1 AND NOT EXISTS (SELECT 1 FROM"
                               " customer_dated x WHERE x.customer_id = d.customer_id"
                               " AND x.field = d.field AND x.from_day <= $1"
                               " AND (x.from_day, x.id) > (d.from_day, d.id))"
                               " ORDER BY d.customer_id, d.field");
    enum err e = ERR_OK;

    bind_i64(q, 1, day.day);
    while (e == ERR_OK && stmt_row(q)) {
        const struct dated dated = read_dated(q);
        if (fields & 1u << dated.field)
            e = each(self, &dated);
    }
    return stmt_end_after(q, e);
}

enum err dated_history(struct book *book, int64_t customer_id,
                       enum err (*each)(void *self, const struct dated *dated), void *self)
{
    struct stmt *q =
        db_sql(book->db, DATED "WHERE d.customer_id = $1 ORDER BY d.field, d.from_day, d.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct dated dated = read_dated(q);
        e = each(self, &dated);
    }
    return stmt_end_after(q, e);
}
