/* lateness: who was late before, and who has a limit: one scan each. */
#include "ledger/lateness.h"

#include "ledger/local.h"

#include <string.h>

/* In the words of the index item_by_lateness, which holds just these; 2932896: never settled. */
enum err late_before_each(struct book *book, enum err (*each)(void *self, int64_t customer_id),
                          void *self)
{
    struct stmt *q = db_sql(book->db, "SELECT DISTINCT customer_id FROM item"
                                      " WHERE settled_on < 2932896 AND settled_on > due"
                                      " AND amount > 0 AND customer_id IS NOT NULL"
                                      " ORDER BY customer_id");
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q))
        e = each(self, col_i64(q, 0));
    const enum err end = stmt_end(q);
    return e != ERR_OK ? e : end;
}

enum err limited_each(struct book *book,
                      enum err (*each)(void *self, const struct limited *limited), void *self)
{
    struct stmt *q = db_sql(book->db, "SELECT id, credit_limit, currency FROM customer"
                                      " WHERE credit_limit IS NOT NULL ORDER BY id");
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        struct limited limited = {.customer_id = col_i64(q, 0), .limit = col_i64(q, 1)};
        const char *code = col_text(q, 2);
        memcpy(limited.currency, code, strnlen(code, 3));
        e = each(self, &limited);
    }
    const enum err end = stmt_end(q);
    return e != ERR_OK ? e : end;
}
