/* disputed: the cases that were open on a day, summed by item. */
#include "ledger/disputed.h"

#include "ledger/local.h"

/* Has a case `p` the effect that is bound as $n? A reason that is not on the list has every one. */
#define HAS_EFFECT(n)                                                                              \
    "(" n " = 0 OR COALESCE((SELECT CASE " n " WHEN 1 THEN r.stops_dunning WHEN 2 THEN"            \
    " r.stops_interest ELSE r.spares_credit END FROM dispute_reason r WHERE r.code = p.reason),"   \
    " 1) = 1)"

enum err disputed_each_of(struct book *book, enum dispute_effect effect, struct date as_of,
                          int64_t known_entry, int64_t customer_id,
                          enum err (*each)(void *self, const struct disputed *disputed), void *self)
{
    struct stmt *q = db_sql(
        book->db, "SELECT p.item_id, CAST(SUM(p.amount) AS BIGINT) FROM dispute p"
                  " LEFT JOIN dispute_closing z ON z.dispute_id = p.id AND z.closed <= $1"
                  " AND ($2 = 0 OR z.entry_id <= $2)"
                  " WHERE p.opened <= $1 AND ($2 = 0 OR p.entry_id <= $2)"
                  " AND z.dispute_id IS NULL AND ($3 = 0 OR p.item_id IN"
                  " (SELECT i.id FROM item i WHERE i.customer_id" OF_CUSTOMER(
                      "$3") "))"
                            " AND " HAS_EFFECT("$4") " GROUP BY p.item_id ORDER BY p.item_id");
    enum err e = ERR_OK;

    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, known_entry);
    bind_i64(q, 3, customer_id);
    bind_i64(q, 4, effect);
    while (e == ERR_OK && stmt_row(q)) {
        const struct disputed disputed = {col_i64(q, 0), col_i64(q, 1)};
        e = each(self, &disputed);
    }
    return stmt_end_after(q, e);
}

enum err disputed_each(struct book *book, struct date as_of, int64_t known_entry,
                       int64_t customer_id,
                       enum err (*each)(void *self, const struct disputed *disputed), void *self)
{
    return disputed_each_of(book, DISPUTE_ANY, as_of, known_entry, customer_id, each, self);
}

/* Outcomes 0 and 4 are withdrawn and refused (ledger/dispute.h). */
enum err disputed_spans(struct book *book, enum dispute_effect effect, int64_t item_id,
                        struct date as_of,
                        enum err (*each)(void *self, const struct disputed_span *span), void *self)
{
    struct stmt *q = db_sql(
        book->db, "SELECT p.amount, p.opened, COALESCE(z.closed, $4) FROM dispute p"
                  " LEFT JOIN dispute_closing z ON z.dispute_id = p.id AND z.closed <= $2"
                  " LEFT JOIN dispute_outcome o ON o.dispute_id = z.dispute_id"
                  " WHERE p.item_id = $1 AND p.opened <= $2"
                  " AND (o.kind IS NULL OR o.kind NOT IN (0, 4)) AND " HAS_EFFECT("$3"));
    enum err e = ERR_OK;

    bind_i64(q, 1, item_id);
    bind_i64(q, 2, as_of.day);
    bind_i64(q, 3, effect);
    bind_i64(q, 4, DATE_NEVER.day);
    while (e == ERR_OK && stmt_row(q)) {
        const struct disputed_span span = {col_i64(q, 0), col_date(q, 1), col_date(q, 2)};
        e = each(self, &span);
    }
    return stmt_end_after(q, e);
}
