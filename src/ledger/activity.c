/* activity: the movements of a customer's account, from its items. */
#include "ledger/activity.h"

#include "ledger/local.h"

enum err activity_each(struct book *book, int64_t customer_id, struct currency currency,
                       struct date from, struct date to,
                       enum err (*each)(void *self, const struct activity *activity), void *self)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT i.id, i.document_id, i.posted, d.issued, i.due, d.kind, d.number, d.reference,"
        " i.amount, i.seq, i.account_id FROM item i JOIN document d ON d.id = i.document_id"
        " WHERE i.customer_id" OF_CUSTOMER(
            "$1") " AND i.currency = $2 AND i.posted BETWEEN $3 AND $4"
                  " AND i.amount <> 0 ORDER BY i.posted, i.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    bind_text(q, 2, currency.code);
    bind_i64(q, 3, from.day);
    bind_i64(q, 4, to.day);
    while (e == ERR_OK && stmt_row(q)) {
        if (account_control_of(book, col_i64(q, 10)) != CONTROL_RECEIVABLE)
            continue;
        const struct activity activity = {.item_id = col_i64(q, 0),
                                          .document_id = col_i64(q, 1),
                                          .posted = col_date(q, 2),
                                          .issued = col_date(q, 3),
                                          .due = col_date(q, 4),
                                          .kind = (enum document_kind)col_i64(q, 5),
                                          .number = col_text(q, 6),
                                          .reference = col_text(q, 7),
                                          .amount = col_i64(q, 8),
                                          .instalment = (int)col_i64(q, 9)};
        e = each(self, &activity);
    }
    return stmt_end_after(q, e);
}

enum err activity_balance(struct book *book, int64_t customer_id, struct currency currency,
                          struct date as_of, int64_t *out)
{
    return db_get(book->db, out, 0,
                  "SELECT CAST(SUM(i.amount) AS BIGINT) FROM item i"
                  " JOIN account a ON a.id = i.account_id WHERE i.customer_id" OF_CUSTOMER(
                      "$1") " AND i.currency = $2 AND i.posted <= $3 AND a.control = $4",
                  "itii", customer_id, currency.code, (int64_t)as_of.day,
                  (int64_t)CONTROL_RECEIVABLE);
}

enum err activity_month_ends(struct book *book, int64_t customer_id, struct currency currency,
                             struct date as_of, int count, int64_t *out)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT i.posted, i.amount, i.account_id FROM item i WHERE i.customer_id" OF_CUSTOMER(
            "$1") " AND i.currency = $2 AND i.posted <= $3");
    const int first = date_month(as_of) - count + 1;
    enum err e = ERR_OK;

    for (int i = 0; i < count; i++)
        out[i] = 0;
    bind_i64(q, 1, customer_id);
    bind_text(q, 2, currency.code);
    bind_i64(q, 3, as_of.day);
    while (e == ERR_OK && stmt_row(q)) {
        if (account_control_of(book, col_i64(q, 2)) != CONTROL_RECEIVABLE)
            continue;
        const int month = date_month(col_date(q, 0)) - first;
        int64_t *at = &out[month < 0 ? 0 : month];
        e = amount_add(*at, col_i64(q, 1), at);
    }
    e = stmt_end_after(q, e);
    for (int i = 1; e == ERR_OK && i < count; i++)
        e = amount_add(out[i], out[i - 1], &out[i]);
    return e;
}

enum err activity_currencies(struct book *book, int64_t customer_id, struct arena *arena,
                             struct currency **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(DISTINCT currency) FROM item WHERE customer_id" OF_CUSTOMER("$1"), "i",
               customer_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, "SELECT currency FROM item WHERE customer_id" OF_CUSTOMER(
                                          "$1") " GROUP BY currency"
                                                " ORDER BY currency");
    bind_i64(q, 1, customer_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = book_currency_of(book, col_text(q, 0));
    return stmt_end(q);
}
