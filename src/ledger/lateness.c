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

enum err limits_are(struct book *book, bool *out)
{
    int64_t is = 0;

    TRY(db_get(
        book->db, &is, 0,
        "SELECT 1 FROM customer WHERE credit_limit IS NOT NULL OR temporary_limit IS NOT NULL"
        " OR first_limit IS NOT NULL LIMIT 1",
        ""));
    *out = is != 0;
    return ERR_OK;
}
