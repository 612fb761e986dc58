/* waiting: open credits of payments, found among the open items. */
#include "ledger/waiting.h"

#include "ledger/local.h"

#define REFERENCE                                                                                  \
    "COALESCE((SELECT a.after FROM amendment a WHERE a.document_id = p.id"                         \
    " AND a.field = 'reference' ORDER BY a.id DESC LIMIT 1), p.reference)"
#define WHAT                                                                                       \
    "SELECT i.id, p.id, i.customer_id, p.number, c.code, i.currency, i.open, p.issued, "           \
    "i.value, " REFERENCE ", r.payer, m.account, r.keep, i.account_id"
#define OF                                                                                         \
    " JOIN receipt r ON r.document_id = p.id LEFT JOIN remitter m ON m.receipt_id = p.id"          \
    " LEFT JOIN customer c ON c.id = i.customer_id"                                                \
    " WHERE i.settled_on = $1 AND i.amount < 0 AND ($2 = 0 OR i.customer_id" OF_CUSTOMER(          \
        "$2") ")"                                                                                  \
              " AND ($3 = 0 OR p.id = $3) AND p.issued BETWEEN $4 AND $5"

struct reading {
    struct book *book;
    const struct waiting_query *query;
    enum err (*each)(void *self, const struct waiting *waiting);
    void *self;
};

static enum err rows_read(const struct reading *r, struct stmt *q)
{
    const struct waiting_query *query = r->query;
    enum err e = ERR_OK;

    bind_i64(q, 1, DATE_NEVER.day);
    bind_i64(q, 2, query->customer_id);
    bind_i64(q, 3, query->payment_id);
    bind_i64(q, 4, date_given(query->from) ? query->from.day : INT32_MIN);
    bind_i64(q, 5, date_given(query->to) ? query->to.day : INT32_MAX);
    while (e == ERR_OK && stmt_row(q)) {
        if (account_control_of(r->book, col_i64(q, 13)) == CONTROL_PREPAID)
            continue;
        const struct currency currency = book_currency_of(r->book, col_text(q, 5));
        const struct waiting waiting = {.item_id = col_i64(q, 0),
                                        .payment_id = col_i64(q, 1),
                                        .customer_id = col_i64(q, 2),
                                        .number = col_text(q, 3),
                                        .customer = col_text(q, 4),
                                        .open = money_of(-col_i64(q, 6), currency),
                                        .came = col_date(q, 7),
                                        .value = col_date(q, 8),
                                        .reference = col_text(q, 9),
                                        .payer = col_text(q, 10),
                                        .account = col_text(q, 11),
                                        .keep = (enum payment_keep)col_i64(q, 12)};
        e = r->each(r->self, &waiting);
    }
    return stmt_end_after(q, e);
}

enum err waiting_each(struct book *book, const struct waiting_query *query,
                      enum err (*each)(void *self, const struct waiting *waiting), void *self)
{
    const struct reading r = {book, query, each, self};

    TRY(rows_read(&r, db_sql(book->db, WHAT " FROM item i JOIN document p ON p.id = i.document_id"
                                            " AND p.kind = " KIND_PAYMENT OF)));
    /* what was moved on: up over the transfers to the payment */
    return rows_read(
        &r,
        db_sql(book->db,
               "WITH RECURSIVE up (item_id, id, kind, related_id) AS"
               " (SELECT o.id, d.id, d.kind, d.related_id FROM item o JOIN document d"
               " ON d.id = o.document_id AND d.kind = " KIND_TRANSFER " WHERE o.settled_on = $1"
               " AND o.amount < 0 UNION ALL SELECT up.item_id, d.id, d.kind, d.related_id"
               " FROM up JOIN document d ON d.id = up.related_id WHERE up.kind = " KIND_TRANSFER
               ") " WHAT " FROM up JOIN item i ON i.id = up.item_id JOIN document p ON p.id = up.id"
               " AND p.kind = " KIND_PAYMENT OF));
}
