/* proofrecourse: placements, insolvencies and bad debts against what they are about. */
#include "ledger/proofparts.h"

/* Rows of a question are numbers of things of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *thing, const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "%s %lld %s", thing, (long long)col_i64(q, 0), sentence);
    return stmt_end(q);
}

static enum err placements_check(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT DISTINCT p.id FROM placement p JOIN placement_item x"
                     " ON x.placement_id = p.id JOIN item i ON i.id = x.item_id"
                     " WHERE i.customer_id IS NULL OR " OF_TWO("i.customer_id", "p.customer_id")
                     " OR i.amount <= 0 OR x.amount > i.amount ORDER BY p.id",
                     "placement", "names an item that is no such debt of its customer"));
    TRY(each_trouble(
        book, trouble,
        "SELECT p.id FROM placement p JOIN placement_item x ON x.placement_id = p.id"
        " JOIN placement_item y ON y.item_id = x.item_id AND y.placement_id < x.placement_id"
        " JOIN placement o ON o.id = y.placement_id WHERE NOT EXISTS (SELECT 1"
        " FROM placement_end z WHERE z.placement_id = y.placement_id AND z.item_id IN"
        " (0, y.item_id) AND z.day <= p.day) AND NOT EXISTS (SELECT 1 FROM placement_end z"
        " WHERE z.placement_id = x.placement_id AND z.item_id IN (0, x.item_id)"
        " AND z.day <= o.day) ORDER BY p.id",
        "placement", "has an item that is with another placement at the same time"));
    TRY(each_trouble(book, trouble,
                     "SELECT z.placement_id FROM placement_end z JOIN placement p"
                     " ON p.id = z.placement_id WHERE z.day < p.day ORDER BY z.placement_id",
                     "placement", "was recalled before it was made"));
    return each_trouble(
        book, trouble,
        "SELECT r.placement_id FROM placement_recovery r JOIN placement p"
        " ON p.id = r.placement_id JOIN document d ON d.id = r.payment_id"
        " WHERE d.kind <> " KIND_PAYMENT " OR d.customer_id IS NULL"
        " OR " OF_TWO(
            "d.customer_id",
            "p.customer_id") " OR r.amount > d.total OR r.currency <> d.currency"
                             " OR (r.cost_id <> 0 AND NOT EXISTS (SELECT 1 FROM document k"
                             " WHERE k.id = r.cost_id AND k.kind = " KIND_COST
                             " AND k.total = r.commission))"
                             " ORDER BY r.placement_id",
        "placement", "counts money that is no such payment");
}

static enum err insolvencies_check(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT n.id FROM insolvency n JOIN insolvency o ON o.customer_id ="
                     " n.customer_id AND o.id < n.id WHERE NOT EXISTS (SELECT 1"
                     " FROM insolvency_end z WHERE z.insolvency_id = o.id AND z.day <= n.day)"
                     " AND NOT EXISTS (SELECT 1 FROM insolvency_end z WHERE z.insolvency_id ="
                     " n.id AND z.day <= o.day) ORDER BY n.id",
                     "insolvency", "is one of a customer that was insolvent already"));
    return each_trouble(book, trouble,
                        "SELECT s.insolvency_id FROM insolvency_step s JOIN insolvency n"
                        " ON n.id = s.insolvency_id LEFT JOIN document d ON d.id = s.document_id"
                        " WHERE s.day < n.day OR (s.document_id <> 0 AND (d.id IS NULL"
                        " OR d.kind <> " KIND_PAYMENT
                        " OR " OF_TWO("d.customer_id", "n.customer_id") "))"
                                                                        " ORDER BY s.insolvency_id",
                        "insolvency",
                        "has a step before its day, or a dividend that is no payment");
}

/* A bad debt is a write-off of its item; what stands on it comes to no more than it; each of its
 * papers is of its kind and over its amount. */
static enum err bad_debts_check(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT b.id FROM bad_debt b WHERE NOT EXISTS (SELECT 1 FROM document d"
                     " JOIN item c ON c.document_id = d.id AND c.amount = -d.total"
                     " JOIN application a ON a.credit_id = c.id AND a.debit_id = b.item_id"
                     " WHERE d.id = b.document_id AND d.kind = " KIND_WRITEOFF
                     " AND d.customer_id ="
                     " b.customer_id) ORDER BY b.id",
                     "bad debt", "is not what its write-off took off its item"));
    TRY(each_trouble(book, trouble,
                     "SELECT b.id FROM bad_debt b JOIN document d ON d.id = b.document_id"
                     " JOIN bad_debt_step s ON s.bad_debt_id = b.id AND s.kind = 0"
                     " WHERE NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id ="
                     " s.document_id) GROUP BY b.id, d.total HAVING SUM(s.amount) > d.total"
                     " ORDER BY b.id",
                     "bad debt", "is recovered beyond what was written off"));
    return each_trouble(book, trouble,
                        "SELECT s.bad_debt_id FROM bad_debt_step s JOIN document d"
                        " ON d.id = s.document_id WHERE d.total <> s.amount OR d.kind <>"
                        " CASE s.kind WHEN 0 THEN " KIND_RECOVERY " ELSE " KIND_RELIEF
                        " END ORDER BY s.bad_debt_id",
                        "bad debt", "has a paper of another kind or amount");
}

enum err proof_recourse(struct book *book, struct trouble *trouble)
{
    TRY(placements_check(book, trouble));
    TRY(insolvencies_check(book, trouble));
    return bad_debts_check(book, trouble);
}
