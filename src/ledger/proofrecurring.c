/* proofrecurring: a template has one standing invoice a period, of its own customer; what is undone
 * stands no more. */
#include "ledger/proofparts.h"

/* Rows of a question are the number of a template and a period or document of which the sentence
 * is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "template %s, %s: %s", col_text(q, 0), col_text(q, 1), sentence);
    return stmt_end(q);
}

enum err proof_recurring(struct book *book, struct trouble *trouble)
{
    TRY(proof_series(book, trouble, "SELECT serial FROM recurring ORDER BY serial", "recurring"));
    TRY(each_trouble(book, trouble,
                     "SELECT r.number, m.period FROM recurring_made m JOIN recurring r"
                     " ON r.id = m.recurring_id LEFT JOIN recurring_undo u ON u.made_id = m.id"
                     " WHERE u.id IS NULL GROUP BY r.id, r.number, m.period HAVING COUNT(*) > 1"
                     " ORDER BY r.id, m.period",
                     "more than one invoice stands for the period"));
    TRY(each_trouble(book, trouble,
                     "SELECT r.number, m.period FROM recurring_made m JOIN recurring r"
                     " ON r.id = m.recurring_id JOIN customer o ON o.id = r.customer_id"
                     " LEFT JOIN document d ON d.id = m.document_id LEFT JOIN customer c"
                     " ON c.id = d.customer_id"
                     " WHERE m.document_id > 0 AND (d.id IS NULL OR d.kind <> " KIND_INVOICE
                     " OR d.customer_id IS NULL OR (d.customer_id <> o.id"
                     " AND COALESCE(o.merged_into, 0) <> d.customer_id)) ORDER BY m.id",
                     "what was made of the period is no invoice of its customer"));
    return each_trouble(book, trouble,
                        "SELECT r.number, m.period FROM recurring_undo u JOIN recurring_made m"
                        " ON m.id = u.made_id JOIN recurring r ON r.id = m.recurring_id"
                        " WHERE m.document_id > 0 AND NOT EXISTS (SELECT 1 FROM document v"
                        " WHERE v.reverses_id = m.document_id) ORDER BY m.id",
                        "the period was undone, but its invoice stands");
}
