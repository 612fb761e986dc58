/* receipts: payments and their reversals, read by day. */
#include "ledger/receipts.h"

#include "ledger/local.h"

enum err receipts_each(struct book *book, struct date from, struct date to, int64_t customer_id,
                       const char *currency,
                       enum err (*each)(void *self, const struct receipt_line *line), void *self)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT d.id, d.kind, d.number, c.code, c.name, r.payer, d.reference, CASE WHEN d.kind = $5"
        " THEN (SELECT o.number FROM document o WHERE o.id = d.reverses_id)"
        " ELSE (SELECT o.number FROM document o WHERE o.reverses_id = d.id) END, d.posted,"
        " r.method, d.currency, d.total,"
        " (SELECT CAST(SUM(i.amount + COALESCE((SELECT CAST(SUM(a.amount) AS BIGINT)"
        " FROM application a WHERE a.credit_id = i.id AND a.posted <= $2), 0)) AS BIGINT)"
        " FROM item i WHERE i.document_id = d.id)"
        " FROM document d"
        " JOIN receipt r ON r.document_id = CASE WHEN d.kind = $5 THEN d.reverses_id ELSE d.id END"
        " LEFT JOIN customer c ON c.id = d.customer_id"
        " WHERE d.posted BETWEEN $1 AND $2 AND d.kind IN ($4, $5)"
        " AND ($3 = 0 OR d.customer_id" OF_CUSTOMER("$3") ") AND ($6 = '' OR d.currency = $6)"
                                                          " ORDER BY d.posted, d.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, customer_id);
    bind_i64(q, 4, DOCUMENT_PAYMENT);
    bind_i64(q, 5, DOCUMENT_REVERSAL);
    bind_text(q, 6, currency ? currency : "");
    while (e == ERR_OK && stmt_row(q)) {
        const struct currency c = book_currency_of(book, col_text(q, 10));
        const bool back = col_i64(q, 1) == DOCUMENT_REVERSAL;
        const struct receipt_line line = {.document_id = col_i64(q, 0),
                                          .kind = (enum document_kind)col_i64(q, 1),
                                          .number = col_text(q, 2),
                                          .customer = col_text(q, 3),
                                          .name = col_text(q, 4),
                                          .payer = col_text(q, 5),
                                          .reference = col_text(q, 6),
                                          .other = col_text(q, 7),
                                          .posted = col_date(q, 8),
                                          .method = (enum payment_method)col_i64(q, 9),
                                          .amount =
                                              money_of(back ? -col_i64(q, 11) : col_i64(q, 11), c),
                                          .unapplied = back ? 0 : -col_i64(q, 12)};
        e = each(self, &line);
    }
    return stmt_end_after(q, e);
}

/* The last payment of a customer by a day that stands then: of each of its accounts the last, and
 * of these the last. Kind 4 is said aloud so that the index of payments is used, and nothing else
 * is read. */
#define LAST                                                                                       \
    " FROM (SELECT CAST($1 AS BIGINT) AS id UNION ALL SELECT id FROM customer WHERE merged_into"   \
    " = $1) c JOIN document d ON d.id = (SELECT y.id FROM document y WHERE y.kind = " KIND_PAYMENT \
    " AND y.customer_id = c.id AND y.posted <= $2" UNREVERSED_ON(                                  \
        "y.id", "$2") " ORDER BY y.posted DESC, y.id DESC LIMIT 1)"                                \
                      " ORDER BY d.posted DESC, d.id DESC LIMIT 1"

enum err receipt_last(struct book *book, int64_t customer_id, struct date as_of, bool *is,
                      struct date *posted, struct money *amount)
{
    struct stmt *q = db_sql(book->db, "SELECT d.posted, d.total, d.currency" LAST);

    *is = false;
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, as_of.day);
    if (stmt_row(q)) {
        *is = true;
        *posted = col_date(q, 0);
        *amount = money_of(col_i64(q, 1), book_currency_of(book, col_text(q, 2)));
    }
    return stmt_end(q);
}

enum err receipt_last_day(struct book *book, int64_t customer_id, struct date as_of,
                          struct date *out)
{
    int64_t day = DATE_NONE.day;

    TRY(db_get(book->db, &day, day, "SELECT d.posted" LAST, "ii", customer_id, (int64_t)as_of.day));
    *out = (struct date){(int32_t)day};
    return ERR_OK;
}
