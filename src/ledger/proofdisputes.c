/* proofdisputes: cases are no more than what they are on, closed once with what came of it. */
#include "ledger/proofparts.h"

/* Rows of a question are cases of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "dispute %lld %s", (long long)col_i64(q, 0), sentence);
    return stmt_end(q);
}

enum err proof_disputes(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT MAX(p.id) FROM dispute p JOIN item i ON i.id = p.item_id"
                     " LEFT JOIN dispute_closing z ON z.dispute_id = p.id WHERE z.id IS NULL"
                     " GROUP BY p.item_id, i.amount HAVING SUM(p.amount) > i.amount"
                     " ORDER BY MAX(p.id)",
                     "and the others on its item are over more than the item"));
    TRY(each_trouble(book, trouble,
                     "SELECT p.id FROM dispute p JOIN dispute_closing z ON z.dispute_id = p.id"
                     " WHERE z.closed < p.opened ORDER BY p.id",
                     "was closed before it was opened"));
    TRY(each_trouble(book, trouble,
                     "SELECT o.dispute_id FROM dispute_outcome o LEFT JOIN dispute_closing z"
                     " ON z.dispute_id = o.dispute_id WHERE z.id IS NULL ORDER BY o.dispute_id",
                     "has an outcome and is not closed"));
    TRY(each_trouble(book, trouble,
                     "SELECT o.dispute_id FROM dispute_outcome o WHERE NOT EXISTS"
                     " (SELECT 1 FROM dispute_cause c WHERE c.code = o.cause)"
                     " ORDER BY o.dispute_id",
                     "was closed with a root cause that is not on the list"));
    TRY(each_trouble(book, trouble,
                     "SELECT o.dispute_id FROM dispute_outcome o"
                     " LEFT JOIN document d ON d.id = o.document_id"
                     " AND d.kind = CASE o.kind WHEN 1 THEN " KIND_PAYMENT
                     " WHEN 2 THEN " KIND_CREDIT " WHEN 3 THEN " KIND_WRITEOFF " END"
                     " WHERE o.document_id <> 0 AND d.id IS NULL ORDER BY o.dispute_id",
                     "names a paper that did not settle it"));
    return each_trouble(book, trouble,
                        "SELECT s.dispute_id FROM dispute_step s JOIN dispute_closing z"
                        " ON z.dispute_id = s.dispute_id WHERE s.entry_id > z.entry_id"
                        " ORDER BY s.id",
                        "went on after it was closed");
}
