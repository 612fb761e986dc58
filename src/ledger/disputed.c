/* disputed: the cases that were open on a day, summed by item. */
#include "ledger/disputed.h"

#include "ledger/local.h"

enum err disputed_each(struct book *book, struct date as_of, int64_t known_entry,
                       int64_t customer_id,
                       enum err (*each)(void *self, const struct disputed *disputed), void *self)
{
    struct stmt *q =
        db_sql(book->db, "SELECT p.item_id, CAST(SUM(p.amount) AS BIGINT) FROM dispute p"
                         " LEFT JOIN dispute_closing z ON z.dispute_id = p.id AND z.closed <= $1"
                         " AND ($2 = 0 OR z.entry_id <= $2)"
                         " WHERE p.opened <= $1 AND ($2 = 0 OR p.entry_id <= $2)"
                         " AND z.dispute_id IS NULL AND ($3 = 0 OR p.item_id IN"
                         " (SELECT i.id FROM item i WHERE i.customer_id = $3))"
                         " GROUP BY p.item_id ORDER BY p.item_id");
    enum err e = ERR_OK;

    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, known_entry);
    bind_i64(q, 3, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct disputed disputed = {col_i64(q, 0), col_i64(q, 1)};
        e = each(self, &disputed);
    }
    const enum err end = stmt_end(q);
    return e != ERR_OK ? e : end;
}
