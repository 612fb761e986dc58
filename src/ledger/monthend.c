/* monthend: movements of the receivables, documents between two periods, later payments. */
#include "ledger/monthend.h"

#include "ledger/local.h"

#include <string.h>

/* By the kind of the document, or of the one that it takes back. */
static enum move move_of(enum document_kind kind, enum document_kind reversed, bool in_act)
{
    switch (reversed ? reversed : kind) {
    case DOCUMENT_INVOICE: return MOVE_INVOICES;
    case DOCUMENT_DEBIT: return MOVE_DEBITS;
    case DOCUMENT_CHARGE: return MOVE_CHARGES;
    case DOCUMENT_PAYMENT: return reversed ? MOVE_REVERSED : MOVE_RECEIPTS;
    case DOCUMENT_REFUND: return MOVE_REFUNDS;
    case DOCUMENT_RECOVERY: return MOVE_RECOVERIES;
    case DOCUMENT_DISCOUNT: return MOVE_DISCOUNTS;
    case DOCUMENT_CREDIT: return MOVE_CREDITS;
    case DOCUMENT_WRITEOFF: return in_act ? MOVE_TOLERANCE : MOVE_WRITEOFFS;
    case DOCUMENT_TRANSFER:
    case DOCUMENT_DEDUCTION:
    case DOCUMENT_NETTING: return MOVE_TRANSFERS;
    case DOCUMENT_FX: return MOVE_FX;
    default: return MOVE_OTHER;
    }
}

/* A write-off that was made while money was applied is a small difference, not a bad debt. */
#define MOVES_SELECT                                                                               \
    "SELECT d.id, COALESCE(c.id, 0), i.base, i.currency, d.kind, COALESCE(r.kind, 0),"    \
    " (COALESCE(d.act_id, 0) + COALESCE(r.act_id, 0)) <> 0, d.number, COALESCE(c.code, ''),"       \
    " d.posted, d.effective, COALESCE(r.opening, d.opening)"                                       \
    " FROM document d JOIN item i ON i.document_id = d.id"                   \
    " LEFT JOIN document r ON r.id = d.reverses_id LEFT JOIN customer o ON o.id = i.customer_id"   \
    " LEFT JOIN customer c ON c.id = " STAYS("o")

static enum err run_moves(struct stmt *q, enum err (*each)(void *self, const struct move_row *row),
                          void *self)
{
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        struct move_row row = {.document_id = col_i64(q, 0),
                               .customer_id = col_i64(q, 1),
                               .base = col_i64(q, 2),
                               .kind = (enum document_kind)col_i64(q, 4),
                               .number = col_text(q, 7),
                               .customer = col_text(q, 8),
                               .posted = col_date(q, 9),
                               .effective = col_date(q, 10),
                               .opening = col_i64(q, 11) != 0};
        const char *code = col_text(q, 3);
        memcpy(row.currency, code, strnlen(code, 3));
        row.move = move_of(row.kind, (enum document_kind)col_i64(q, 5), col_i64(q, 6) != 0);
        e = each(self, &row);
    }
    return stmt_end_after(q, e);
}

enum err moves_each(struct book *book, struct date from, struct date to, int64_t customer_id,
                    enum err (*each)(void *self, const struct move_row *row), void *self)
{
    struct stmt *q = db_sql(book->db, MOVES_SELECT " WHERE d.posted BETWEEN $1 AND $2"
                                                   " AND i.account_id = $3"
                                                   " AND ($4 = 0 OR c.id = $4)"
                                                   " ORDER BY d.posted, d.id, i.id");

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, account_of(book, ACCOUNT_PART_RECEIVABLE));
    bind_i64(q, 4, customer_id);
    return run_moves(q, each, self);
}

enum err cutoff_each(struct book *book, struct date from, struct date to,
                     enum err (*each)(void *self, const struct move_row *row), void *self)
{
    struct stmt *q =
        db_sql(book->db, MOVES_SELECT " WHERE ((d.posted > $2 AND d.effective BETWEEN $1 AND $2)"
                                      " OR (d.posted BETWEEN $1 AND $2 AND d.effective < $1))"
                                      " AND i.account_id = $3 ORDER BY d.posted, d.id, i.id");

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, account_of(book, ACCOUNT_PART_RECEIVABLE));
    return run_moves(q, each, self);
}

enum err paid_between(struct book *book, int64_t item_id, struct date after, struct date to,
                      int64_t *amount, struct date *last)
{
    /* money that came directly, or over a transfer from where it was received */
    struct stmt *q =
        db_sql(book->db, "SELECT CAST(COALESCE(SUM(a.amount), 0) AS BIGINT), MAX(a.posted)"
                         " FROM application a JOIN item c ON c.id = a.credit_id"
                         " JOIN document d ON d.id = c.document_id WHERE a.debit_id = $1"
                         " AND a.posted > $2 AND d.kind IN ($4, $5) AND" STOOD_ON("$3"));

    bind_i64(q, 1, item_id);
    bind_i64(q, 2, after.day);
    bind_i64(q, 3, to.day);
    bind_i64(q, 4, DOCUMENT_PAYMENT);
    bind_i64(q, 5, DOCUMENT_TRANSFER);
    *amount = 0;
    *last = DATE_NONE;
    if (stmt_row(q)) {
        *amount = col_i64(q, 0);
        if (!col_is_null(q, 1))
            *last = col_date(q, 1);
    }
    return stmt_end(q);
}
