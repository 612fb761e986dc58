#include "ledger/lateness.h"

#include "ledger/kinds.h"
#include "ledger/local.h"

/* Money that stood on the day $1 was applied to item i, and came after its due day. */
#define PAID_LATE                                                                                  \
    "EXISTS (SELECT 1 FROM application a JOIN item m ON m.id = a.credit_id"                        \
    " JOIN document d ON d.id = m.document_id WHERE a.debit_id = i.id AND m.value > i.due"         \
    " AND d.kind IN (" KIND_PAYMENT ", " KIND_TRANSFER ") AND" STOOD_ON("$1") ")"
/* Told by the index item_by_customer alone up to the applications, which only a debit has. */
#define LATE_BEFORE(customers)                                                                     \
    "SELECT 1 FROM item i WHERE i.customer_id" customers                                           \
    " AND i.settled_on <= $1 AND i.settled_on > i.due AND " PAID_LATE " LIMIT 1"
/* What was taken back since finds them. */
#define LATE_UNDONE                                                                                \
    "SELECT DISTINCT " STAYS(                                                                      \
        "c") " FROM application u JOIN application o ON o.id = u.reverses_id"                      \
             " JOIN item i ON i.id = o.debit_id JOIN customer c ON c.id = i.customer_id"           \
             " WHERE u.posted > $1 AND o.posted <= $1 AND " OPEN_ON("$1") " = 0 AND " PAID_LATE    \
                                                                          " ORDER BY 1"

enum err late_before(struct book *book, int64_t customer_id, struct date as_of, bool *out)
{
    static const char *const questions[] = {
        LATE_BEFORE(" = $2"),
        LATE_BEFORE(" IN (SELECT id FROM customer WHERE merged_into = $2)"),
    };

    *out = false;
    for (size_t i = 0; !*out && i < sizeof questions / sizeof questions[0]; i++) {
        struct stmt *q = db_sql(book->db, questions[i]);
        bind_i64(q, 1, as_of.day);
        bind_i64(q, 2, customer_id);
        *out = stmt_row(q);
        TRY(stmt_end(q));
    }
    return ERR_OK;
}

enum err late_undone_each(struct book *book, struct date as_of,
                          enum err (*each)(void *self, int64_t customer_id), void *self)
{
    struct stmt *q = db_sql(book->db, LATE_UNDONE);
    enum err e = ERR_OK;

    bind_i64(q, 1, as_of.day);
    while (e == ERR_OK && stmt_row(q))
        e = each(self, col_i64(q, 0));
    return stmt_end_after(q, e);
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
