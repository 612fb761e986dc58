/* proofcredit: holds, overrides, orders and applications belong together. */
#include "ledger/proofparts.h"

/* Rows of a question are things of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *noun, const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "%s %lld %s", noun, (long long)col_i64(q, 0), sentence);
    return stmt_end(q);
}

enum err proof_credit(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT h.id FROM hold h LEFT JOIN document d ON d.id = h.document_id"
                     " WHERE h.document_id <> 0 AND (d.customer_id IS NULL"
                     " OR " OF_TWO("d.customer_id", "h.customer_id") ") ORDER BY h.id",
                     "hold", "was set by a paper of another customer"));
    TRY(each_trouble(book, trouble,
                     "SELECT h.id FROM hold h JOIN hold_end z ON z.hold_id = h.id"
                     " WHERE z.day < h.day ORDER BY h.id",
                     "hold", "was released before it was set"));
    TRY(each_trouble(book, trouble,
                     "SELECT o.id FROM credit_override o WHERE NOT EXISTS"
                     " (SELECT 1 FROM credit_override_rule r WHERE r.override_id = o.id"
                     " AND r.entry_id = o.entry_id) ORDER BY o.id",
                     "override", "lets no rule pass"));
    TRY(each_trouble(book, trouble,
                     "SELECT f.id FROM order_file f WHERE f.lines <> (SELECT COUNT(*)"
                     " FROM order_line l WHERE l.file_id = f.id AND l.entry_id = f.entry_id)"
                     " ORDER BY f.id",
                     "file of orders", "has not the orders that it came with"));
    TRY(each_trouble(book, trouble,
                     "SELECT a.id FROM credit_application a JOIN credit_decision z"
                     " ON z.application_id = a.id WHERE z.day < a.day ORDER BY a.id",
                     "application for credit", "was decided before it was made"));
    return each_trouble(book, trouble,
                        "SELECT a.id FROM credit_application a JOIN credit_decision z"
                        " ON z.application_id = a.id JOIN credit_check k ON k.application_id = a.id"
                        " WHERE k.entry_id > z.entry_id ORDER BY a.id",
                        "application for credit", "was looked at after it was decided");
}
