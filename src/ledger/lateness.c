/* lateness: who was late before, and who has a limit: one scan each. */
#include "ledger/lateness.h"

#include "ledger/local.h"

#include <string.h>

/* Money that stood on the day $1 was applied to item i, and came after its due day. */
#define PAID_LATE                                                                                  \
    "EXISTS (SELECT 1 FROM application a JOIN item m ON m.id = a.credit_id"                        \
    " JOIN document d ON d.id = m.document_id WHERE a.debit_id = i.id AND m.value > i.due"         \
    " AND d.kind IN ($2, $3) AND" STOOD_ON("$1") ")"
/* In the words of the index item_by_lateness, which holds just these; 2932896: never settled. */
#define SETTLED_LATE(i)                                                                            \
    " " i ".settled_on < 2932896 AND " i ".settled_on > " i ".due AND " i ".amount > 0"            \
    " AND " i ".customer_id IS NOT NULL"
/* Of each customer one is enough. What was settled by the day and came open again later is found by
 * what was taken back since. */
#define LATE_BEFORE                                                                                \
    "WITH perhaps (id) AS (SELECT DISTINCT p.customer_id FROM item p WHERE" SETTLED_LATE("p") ")"  \
    " SELECT id FROM perhaps WHERE EXISTS (SELECT 1 FROM item i WHERE i.customer_id = perhaps.id"  \
    " AND" SETTLED_LATE("i") " AND i.settled_on <= $1 AND " PAID_LATE ")"                          \
    " UNION SELECT i.customer_id FROM application u JOIN application o ON o.id = u.reverses_id"    \
    " JOIN item i ON i.id = o.debit_id WHERE u.posted > $1 AND o.posted <= $1"                     \
    " AND i.customer_id IS NOT NULL AND " OPEN_ON("$1") " = 0 AND " PAID_LATE " ORDER BY 1"

enum err late_before_each(struct book *book, struct date as_of,
                          enum err (*each)(void *self, int64_t customer_id), void *self)
{
    struct stmt *q = db_sql(book->db, LATE_BEFORE);
    enum err e = ERR_OK;

    bind_i64(q, 1, as_of.day);
    bind_i64(q, 2, DOCUMENT_PAYMENT);
    bind_i64(q, 3, DOCUMENT_TRANSFER);
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
