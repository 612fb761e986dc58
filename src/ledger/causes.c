#include "ledger/causes.h"

#include "ledger/local.h"

#include <string.h>

/* Day, code, amount, and how many base units stand for how much of it; between $1 and $2. */
static const char *const questions[CAUSE_SOURCES] = {
    [CAUSE_DISPUTE] = "SELECT z.closed, o.cause, p.amount, i.base, i.amount FROM dispute_closing z"
                      " JOIN dispute p ON p.id = z.dispute_id JOIN item i ON i.id = p.item_id"
                      " JOIN dispute_outcome o ON o.dispute_id = p.id"
                      " WHERE z.closed BETWEEN $1 AND $2 AND o.kind <> 0 ORDER BY z.id",
    /* a debit memo in the place of a payment that came back is no deduction */
    [CAUSE_DEDUCTION] =
        "SELECT d.effective, r.code, d.total, d.base_total, d.total FROM document d"
        " JOIN dispute_reason r ON r.code = d.reason"
        " WHERE d.kind = " KIND_DEDUCTION " AND d.effective BETWEEN $1 AND $2 AND NOT EXISTS"
        " (SELECT 1 FROM document v WHERE v.reverses_id = d.id"
        " AND v.effective <= $2) ORDER BY d.id",
    [CAUSE_REVERSAL] =
        "SELECT d.effective, d.reason, d.total, d.base_total, d.total"
        " FROM document d JOIN document v ON v.id = d.reverses_id AND v.kind = " KIND_PAYMENT
        " WHERE d.kind = " KIND_REVERSAL " AND d.effective BETWEEN $1 AND $2 ORDER BY d.id",
    /* the second half: settled on that day, and open again, or settled anew, since */
    [CAUSE_LATE] =
        "WITH late (id, day) AS (SELECT id, settled_on FROM item WHERE settled_on < " NEVER
        " AND settled_on > due AND amount > 0 AND settled_on BETWEEN $1 AND $2"
        " UNION ALL SELECT i.id, MAX(a.posted) FROM item i JOIN application a"
        " ON a.debit_id = i.id AND a.posted <= $2"
        " WHERE i.id IN (SELECT debit_id FROM application WHERE posted > $2) AND i.settled_on > $2"
        " GROUP BY i.id, i.amount, i.due HAVING SUM(a.amount) = i.amount"
        " AND MAX(a.posted) BETWEEN $1 AND $2 AND MAX(a.posted) > i.due)"
        " SELECT late.day, CASE WHEN EXISTS (SELECT 1 FROM dispute p WHERE p.item_id = i.id"
        " AND p.opened <= $2) THEN 'DISPUTED' ELSE 'LATE' END, i.amount, i.base, i.amount"
        " FROM late JOIN item i ON i.id = late.id JOIN document d ON d.id = i.document_id"
        " WHERE d.kind IN (" KIND_INVOICE ", " KIND_DEBIT ") ORDER BY i.id",
};

/* "card-chargeback 4837" is a card-chargeback. */
static const char *first_word(const char *text, char out[64])
{
    size_t len = strcspn(text, " ");

    if (len > 63)
        len = 63;
    memcpy(out, text, len);
    out[len] = '\0';
    return out;
}

static enum err source_each(struct book *book, enum cause_source source, struct date from,
                            struct date to,
                            enum err (*each)(void *self, const struct cause_row *row), void *self)
{
    struct stmt *q = db_sql(book->db, questions[source]);
    enum err e = ERR_OK;
    char code[64];

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    while (e == ERR_OK && stmt_row(q)) {
        struct cause_row row = {
            .source = source, .day = col_date(q, 0), .code = first_word(col_text(q, 1), code)};
        const int64_t whole = col_i64(q, 4);
        if (whole != 0)
            e = amount_scale(col_i64(q, 2), col_i64(q, 3), whole, &row.base);
        row.base = row.base < 0 ? -row.base : row.base;
        if (e == ERR_OK)
            e = each(self, &row);
    }
    return stmt_end_after(q, e);
}

enum err causes_each(struct book *book, struct date from, struct date to,
                     enum err (*each)(void *self, const struct cause_row *row), void *self)
{
    for (int i = 0; i < CAUSE_SOURCES; i++)
        TRY(source_each(book, (enum cause_source)i, from, to, each, self));
    return ERR_OK;
}
