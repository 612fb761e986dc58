/* owing: one customer's open items as autocash sees them. */
#include "ledger/owing.h"

#include "ledger/local.h"

#define DISPUTED                                                                                   \
    "(SELECT CAST(SUM(p.amount) AS BIGINT) FROM dispute p"                                         \
    " LEFT JOIN dispute_closing z ON z.dispute_id = p.id"                                          \
    " WHERE p.item_id = i.id AND p.opened <= $4 AND (z.closed IS NULL OR z.closed > $4))"
#define AMENDED                                                                                    \
    "(SELECT a.after FROM amendment a WHERE a.document_id = d.id AND a.field = 'po'"               \
    " ORDER BY a.id DESC LIMIT 1)"

/* Net of what was taken back; where nothing was applied there is nothing to look for. */
#define LET_GO                                                                                     \
    "CASE WHEN i.amount > 0 AND i.open < i.amount THEN COALESCE((SELECT SUM(a.amount) FROM"        \
    " application a JOIN item w ON w.id = a.credit_id JOIN document wd ON wd.id = w.document_id"   \
    " WHERE a.debit_id = i.id AND wd.kind = " KIND_WRITEOFF " AND NOT EXISTS"                      \
    " (SELECT 1 FROM bad_debt b WHERE b.document_id = wd.id)), 0) ELSE 0 END"

enum err owing_each(struct book *book, int64_t customer_id, struct currency currency,
                    enum err (*each)(void *self, const struct owing *owing), void *self)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT i.id, i.document_id, d.kind, i.open, i.due, d.issued, d.number, d.terms, d.reason,"
        " COALESCE(" AMENDED ", d.po), COALESCE(" DISPUTED ", 0),"
        " (SELECT MAX(o.until) FROM offer o WHERE o.document_id = d.id), i.account_id, " LET_GO
        " FROM item i JOIN document d ON d.id = i.document_id"
        " WHERE i.customer_id" OF_CUSTOMER("$1") " AND i.settled_on = $2 AND i.currency = $3"
                                                 " ORDER BY i.due, i.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, DATE_NEVER.day);
    bind_text(q, 3, currency.code);
    bind_i64(q, 4, book->today.day);
    while (e == ERR_OK && stmt_row(q)) {
        if (account_control_of(book, col_i64(q, 12)) != CONTROL_RECEIVABLE)
            continue;
        const struct owing owing = {.id = col_i64(q, 0),
                                    .document_id = col_i64(q, 1),
                                    .kind = (enum document_kind)col_i64(q, 2),
                                    .open = col_i64(q, 3),
                                    .due = col_date(q, 4),
                                    .issued = col_date(q, 5),
                                    .number = col_text(q, 6),
                                    .terms = col_text(q, 7),
                                    .reason = col_text(q, 8),
                                    .po = col_text(q, 9),
                                    .disputed = col_i64(q, 10),
                                    .let_go = col_i64(q, 13) > 0,
                                    .offers = col_date(q, 11)};
        e = each(self, &owing);
    }
    return stmt_end_after(q, e);
}

enum err owing_by_po(struct book *book, const char *po, int64_t *customer_id, int *customers)
{
    struct stmt *q = db_sql(book->db, "SELECT DISTINCT d.customer_id FROM document d"
                                      " JOIN item i ON i.document_id = d.id"
                                      " WHERE d.po = $1 COLLATE NOCASE AND d.po <> ''"
                                      " AND i.settled_on = $2 AND i.amount > 0 LIMIT 2");

    *customer_id = 0;
    *customers = 0;
    bind_text(q, 1, po);
    bind_i64(q, 2, DATE_NEVER.day);
    while (stmt_row(q)) {
        *customer_id = *customers ? 0 : col_i64(q, 0);
        ++*customers;
    }
    return stmt_end(q);
}
