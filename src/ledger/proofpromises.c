/* proofpromises: promises are whole: their parts add up, their items are the customer's own. */
#include "ledger/proofparts.h"

/* Rows of a question are promises of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "promise %lld %s", (long long)col_i64(q, 0), sentence);
    return stmt_end(q);
}

enum err proof_promises(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT p.id FROM promise p WHERE p.amount <> COALESCE((SELECT"
                     " CAST(SUM(x.amount) AS BIGINT) FROM promise_part x"
                     " WHERE x.promise_id = p.id), 0) ORDER BY p.id",
                     "is not the sum of its parts"));
    return each_trouble(book, trouble,
                        "SELECT DISTINCT p.id FROM promise p JOIN promise_item x"
                        " ON x.promise_id = p.id JOIN item i ON i.id = x.item_id"
                        " WHERE i.customer_id IS NULL OR " OF_TWO("i.customer_id", "p.customer_id")
                        " OR i.currency <> p.currency ORDER BY p.id",
                        "names an item of another customer or currency");
}
