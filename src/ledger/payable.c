/* payable: what we owe customers, as it was brought in, and how much of it is set off. */
#include "ledger/local.h"
#include "ledger/netting.h"

#include <strings.h>

static enum err agreement_write(struct tx *tx, int64_t customer_id, const char *reference)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    const char *before = "";
    enum err e;

    struct stmt *q =
        db_sql(book->db, "SELECT reference FROM netting_agreement WHERE customer_id = $1");
    bind_i64(q, 1, customer_id);
    if (stmt_row(q))
        before = arena_text(&arena, col_text(q, 0));
    TRY_OUT(stmt_end(q));
    TRY_OUT(db_run(book->db,
                   "INSERT INTO netting_agreement (customer_id, reference) VALUES ($1, $2)"
                   " ON CONFLICT (customer_id) DO UPDATE SET reference = excluded.reference",
                   "it", customer_id, reference));
    e = tx_change(tx, "customer", customer_id, "netting", before, reference);
out:
    arena_done(&arena);
    return e;
}

enum err netting_agree(struct tx *tx, int64_t customer_id, const char *reference)
{
    int64_t merged = 0;

    TRY(agreement_write(tx, customer_id, reference));
    /* an end is one of what an account that was merged into it had agreed, too */
    while (!*reference) {
        TRY(db_get(tx_book(tx)->db, &merged, 0,
                   "SELECT customer_id FROM netting_agreement WHERE customer_id" OF_CUSTOMER(
                       "$1") " AND reference <> '' LIMIT 1",
                   "i", customer_id));
        if (!merged)
            break;
        TRY(agreement_write(tx, merged, reference));
    }
    return ERR_OK;
}

/* Set off by nettings that stand. */
#define SET_OFF                                                                                    \
    "(SELECT CAST(COALESCE(SUM(l.amount), 0) AS BIGINT) FROM netting_line l"                       \
    " WHERE l.payable_id = p.id AND NOT EXISTS (SELECT 1 FROM document v"                          \
    " WHERE v.reverses_id = l.document_id))"

enum err payable_list(struct book *book, int64_t customer_id, bool only_open, struct arena *arena,
                      struct payable **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM payable WHERE $1 = 0 OR customer_id" OF_CUSTOMER("$1"), "i",
               customer_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db,
        "SELECT p.id, c.id, p.amount, p.amount - " SET_OFF ", p.number, c.code,"
        " p.currency, p.due FROM payable p" JOIN_STAYS("p")
        " WHERE $1 = 0 OR p.customer_id" OF_CUSTOMER("$1") " ORDER BY c.code, p.due, p.id");
    bind_i64(q, 1, customer_id);
    while (stmt_row(q) && *count < (int)room) {
        if (only_open && col_i64(q, 3) == 0)
            continue;
        (*out)[(*count)++] = (struct payable){.id = col_i64(q, 0),
                                              .customer_id = col_i64(q, 1),
                                              .amount = col_i64(q, 2),
                                              .open = col_i64(q, 3),
                                              .number = arena_text(arena, col_text(q, 4)),
                                              .customer = arena_text(arena, col_text(q, 5)),
                                              .currency = book_currency_of(book, col_text(q, 6)),
                                              .due = col_date(q, 7)};
    }
    return stmt_end(q);
}

enum err payable_add(struct tx *tx, const struct payable *payable, bool *added)
{
    struct book *book = tx_book(tx);
    bool there = false, same = false;

    *added = false;
    if (payable->amount <= 0)
        return fail(book->note, ERR_INPUT, "a bill that we owe is above 0");
    if (!payable->number[0])
        return fail(book->note, ERR_INPUT, "a bill needs a number");
    struct stmt *q = db_sql(book->db, "SELECT amount, currency, due FROM payable"
                                      " WHERE customer_id" OF_CUSTOMER("$1") " AND number = $2");
    bind_i64(q, 1, payable->customer_id);
    bind_text(q, 2, payable->number);
    while (stmt_row(q)) {
        there = true;
        same = same || (col_i64(q, 0) == payable->amount && col_i64(q, 2) == payable->due.day &&
                        strcasecmp(col_text(q, 1), payable->currency.code) == 0);
    }
    TRY(stmt_end(q));
    if (there && !same)
        return fail(book->note, ERR_CONFLICT,
                    "bill %s of this customer is there already, with other figures",
                    payable->number);
    if (there)
        return ERR_OK;
    const int64_t numbers[] = {tx->entry_id, payable->customer_id, payable->due.day,
                               payable->amount};
    const char *const texts[] = {payable->number, payable->currency.code};
    int64_t id = 0;
    *added = true;
    return fact_write(tx, FACT_PAYABLE,
                      "INSERT INTO payable (entry_id, customer_id, due, amount, number, currency)"
                      " VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 4, texts, 2, &id);
}
