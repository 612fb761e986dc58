/* proofcustomers: what of customers counts from a day on, whom they stand under, and whom they
 * became. */
#include "ledger/proofparts.h"

#include <string.h>

static enum err marks_check(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql_once(
        book->db, "SELECT id, mark, salt, value FROM customer_dated WHERE salt <> '' ORDER BY id");

    while (stmt_row(q)) {
        char mark[HASH_TEXT];
        dated_mark(col_text(q, 2), col_text(q, 3), mark);
        if (strcmp(mark, col_text(q, 1)) != 0)
            trouble_say(trouble, "dated value %lld of a customer is not what was written",
                        (long long)col_i64(q, 0));
    }
    return stmt_end(q);
}

/* Rows of a question are codes of customers of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "customer %s %s", col_text(q, 0), sentence);
    return stmt_end(q);
}

#define NOT_AMONG(column, field)                                                                   \
    "SELECT c.code FROM customer c WHERE EXISTS (SELECT 1 FROM customer_dated d"                   \
    " WHERE d.customer_id = c.id AND d.field = " field ") AND NOT EXISTS (SELECT 1"                \
    " FROM customer_dated d WHERE d.customer_id = c.id AND d.field = " field                       \
    " AND d.value = " column ") ORDER BY c.id"

enum err proof_customers(struct book *book, struct trouble *trouble)
{
    TRY(marks_check(book, trouble));
    TRY(each_trouble(book, trouble, NOT_AMONG("c.collector", "1"),
                     "has another collector than was written"));
    TRY(each_trouble(book, trouble, NOT_AMONG("c.salesperson", "2"),
                     "has another salesperson than was written"));
    TRY(each_trouble(book, trouble,
                     NOT_AMONG("COALESCE(CAST(c.parent_id AS TEXT), '')", "3"),
                     "has another parent than was written"));
    TRY(each_trouble(book, trouble,
                     "WITH RECURSIVE up (id, at, depth) AS (SELECT id, parent_id, 1 FROM customer"
                     " WHERE parent_id IS NOT NULL UNION ALL SELECT up.id, c.parent_id,"
                     " up.depth + 1 FROM up JOIN customer c ON c.id = up.at"
                     " WHERE c.parent_id IS NOT NULL AND up.depth < 64)"
                     " SELECT DISTINCT c.code FROM up JOIN customer c ON c.id = up.id"
                     " WHERE up.at = up.id",
                     "stands under itself"));
    return each_trouble(book, trouble,
                        "SELECT c.code FROM customer c JOIN customer b ON b.id = c.merged_into"
                        " WHERE b.merged_into IS NOT NULL OR b.id = c.id ORDER BY c.id",
                        "became one that became another");
}
