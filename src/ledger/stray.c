#include "ledger/stray.h"

#include "ledger/local.h"

/* A question gives id, document, customer, actor, text, currency, amount, since. */
static enum err pass(struct book *book, enum stray_kind kind, struct stmt *q,
                     enum err (*each)(void *self, const struct stray *stray), void *self)
{
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        const struct stray stray = {.kind = kind,
                                    .document_id = col_i64(q, 0),
                                    .document = col_text(q, 1),
                                    .customer = col_text(q, 2),
                                    .actor = col_text(q, 3),
                                    .text = col_text(q, 4),
                                    .currency = book_currency_of(book, col_text(q, 5)),
                                    .amount = col_i64(q, 6),
                                    .since = col_date(q, 7)};
        e = each(self, &stray);
    }
    return stmt_end_after(q, e);
}

/* Cash and cheques only: others are at the bank on their day. A day ahead of the entry's own. */
static struct stmt *postdated(struct book *book, struct date as_of)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT d.id, d.number, c.code, e.actor, d.reference, d.currency, d.total,"
        " d.effective FROM document d JOIN receipt r ON r.document_id = d.id"
        " JOIN entry e ON e.id = d.entry_id LEFT JOIN customer c ON c.id = d.customer_id"
        " WHERE d.posted BETWEEN $1 AND $2 AND d.kind = " KIND_PAYMENT " AND r.method IN (0, 1)"
        " AND e.moment < (d.effective - 1) * 86400000000"
        " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
        " AND NOT EXISTS (SELECT 1 FROM deposit_line l JOIN document b"
        " ON b.id = l.deposit_id WHERE l.receipt_id = d.id AND NOT EXISTS (SELECT 1"
        " FROM document w WHERE w.reverses_id = b.id)) ORDER BY d.effective, d.id");

    bind_i64(q, 1, as_of.day - 365);
    bind_i64(q, 2, as_of.day);
    return q;
}

static struct stmt *credits(struct book *book, struct date as_of)
{
    struct stmt *q = db_sql(
        book->db, "SELECT d.id, d.number, c.code, e.actor, d.text, i.currency, -i.open, d.issued"
                  " FROM item i JOIN document d ON d.id = i.document_id JOIN entry e"
                  " ON e.id = d.entry_id LEFT JOIN customer c ON c.id = d.customer_id"
                  " WHERE i.settled_on > $1 AND i.posted <= $1 AND i.amount < 0 AND i.open < 0"
                  " AND d.kind = " KIND_CREDIT " AND d.related_id IS NULL AND d.reference = ''"
                  " ORDER BY d.issued, d.id");

    bind_i64(q, 1, as_of.day);
    return q;
}

static struct stmt *lines(struct book *book, struct date as_of, int days)
{
    struct stmt *q = db_sql(
        book->db, "SELECT l.id, l.bank_ref, '', '', l.name, l.currency, l.amount, l.booked"
                  " FROM bank_line l WHERE l.booked <= $1 AND NOT EXISTS (SELECT 1"
                  " FROM bank_match m WHERE m.line_id = l.id AND NOT EXISTS (SELECT 1"
                  " FROM bank_unmatch u WHERE u.group_id = m.group_id)) AND NOT EXISTS (SELECT 1"
                  " FROM bank_account f WHERE f.account_id = l.account_id AND l.booked < f.since)"
                  " ORDER BY l.booked, l.id");

    bind_i64(q, 1, as_of.day - days);
    return q;
}

enum err stray_each(struct book *book, struct date as_of, int days,
                    enum err (*each)(void *self, const struct stray *stray), void *self)
{
    TRY(pass(book, STRAY_POSTDATED, postdated(book, as_of), each, self));
    TRY(pass(book, STRAY_CREDIT, credits(book, as_of), each, self));
    return pass(book, STRAY_BANKLINE, lines(book, as_of, days), each, self);
}

enum err stray_maker(struct book *book, int64_t document_id, struct arena *arena, const char **out)
{
    struct stmt *q = db_sql(book->db, "SELECT e.actor FROM document d JOIN entry e"
                                      " ON e.id = d.entry_id WHERE d.id = $1");

    *out = "";
    bind_i64(q, 1, document_id);
    if (stmt_row(q))
        *out = arena_text(arena, col_text(q, 0));
    return stmt_end(q);
}
