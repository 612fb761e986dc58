/* assertion: balances that customers gave us: written, withdrawn, read with what our books say. */
#include "ledger/assertion.h"

#include "ledger/local.h"
#include "ledger/sent.h"

enum err assertion_add(struct tx *tx, const struct assertion *assertion, int64_t *id)
{
    if (assertion->day.day > book_today(tx->book).day)
        return fail(tx_note(tx), ERR_INPUT,
                    "nobody can say today what will be owed on a later day");
    const int64_t numbers[] = {tx->entry_id, assertion->customer_id, assertion->confirmation_id,
                               assertion->day.day, assertion->amount.minor};
    const char *const texts[] = {assertion->amount.currency.code, assertion->person,
                                 assertion->text};
    return fact_write(tx, FACT_ASSERTION,
                      "INSERT INTO assertion (entry_id, customer_id, confirmation_id, day, amount,"
                      " currency, person, text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                      " RETURNING id",
                      numbers, 5, texts, 3, id);
}

static enum err end_write(struct tx *tx, int64_t id, const char *reason)
{
    const int64_t numbers[] = {tx->entry_id, id};
    int64_t row = 0;

    return fact_write(tx, FACT_ASSERTION_END,
                      "INSERT INTO assertion_end (entry_id, assertion_id, reason)"
                      " VALUES ($1, $2, $3) RETURNING id",
                      numbers, 2, &reason, 1, &row);
}

enum err assertion_withdraw(struct tx *tx, int64_t id, const char *reason)
{
    int64_t there = 0, ended = 0;

    TRY(db_get(tx->book->db, &there, 0, "SELECT COUNT(*) FROM assertion WHERE id = $1", "i", id));
    if (!there)
        return fail(tx_note(tx), ERR_MISSING,
                    "there is no asserted balance %lld; `balance list` shows them", (long long)id);
    TRY(db_get(tx->book->db, &ended, 0,
               "SELECT COUNT(*) FROM assertion_end WHERE assertion_id = $1", "i", id));
    if (ended)
        return fail(tx_note(tx), ERR_CONFLICT, "asserted balance %lld is withdrawn already",
                    (long long)id);
    return end_write(tx, id, reason);
}

/* At most one stands at a time, for the next answer to the letter withdraws it. */
enum err assertion_withdraw_letter(struct tx *tx, int64_t confirmation_id, const char *reason)
{
    int64_t id = 0;

    TRY(db_get(tx->book->db, &id, 0,
               "SELECT MAX(id) FROM assertion WHERE confirmation_id = $1 AND confirmation_id <> 0"
               " AND NOT EXISTS"
               " (SELECT 1 FROM assertion_end e WHERE e.assertion_id = assertion.id)",
               "i", confirmation_id));
    return id ? end_write(tx, id, reason) : ERR_OK;
}

enum err assertion_each(struct book *book, int64_t customer_id,
                        enum err (*each)(void *self, const struct assertion *assertion), void *self)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT a.id, a.entry_id, a.customer_id, a.confirmation_id, c.code,"
        " COALESCE(l.number, ''), a.day, a.amount, a.currency, a.person, a.text,"
        " e.reason, COALESCE(l.entry_id, a.entry_id) FROM assertion a"
        " JOIN customer c ON c.id = a.customer_id"
        " LEFT JOIN confirmation l ON l.id = a.confirmation_id"
        " LEFT JOIN assertion_end e ON e.assertion_id = a.id"
        " WHERE ($1 = 0 OR a.customer_id" OF_CUSTOMER("$1") ") ORDER BY a.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        struct assertion row = {.id = col_i64(q, 0),
                                .entry_id = col_i64(q, 1),
                                .customer_id = col_i64(q, 2),
                                .confirmation_id = col_i64(q, 3),
                                .customer = col_text(q, 4),
                                .letter = col_text(q, 5),
                                .day = col_date(q, 6),
                                .amount = {col_i64(q, 7), book_currency_of(book, col_text(q, 8))},
                                .person = col_text(q, 9),
                                .text = col_text(q, 10),
                                .withdrawn = !col_is_null(q, 11),
                                .reason = col_is_null(q, 11) ? "" : col_text(q, 11)};
        struct money owed = money_of(0, row.amount.currency);
        e = sent_owed_as_one(book, row.customer_id, row.day, col_i64(q, 12), 0, &owed);
        row.owed = owed.minor;
        if (e == ERR_OK)
            e = each(self, &row);
    }
    return stmt_end_after(q, e);
}
