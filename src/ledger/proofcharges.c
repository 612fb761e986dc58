/* proofcharges: late charges are what their arithmetic says, and no item was charged more. */
#include "ledger/charge.h"
#include "ledger/proofparts.h"

struct proving {
    struct book *book;
    struct trouble *trouble;
};

/* The pieces of a line, counted again. */
static enum err line_prove(void *self, const struct charge_line *line)
{
    const struct proving *proving = self;
    int64_t sum;

    if (line->kind == ACCRUAL_LUMP)
        return ERR_OK;
    if (interest_sum(line->pieces, line->piece_count, &sum) != ERR_OK || sum != line->accrued)
        trouble_say(proving->trouble, "charge %s on %s does not fit its arithmetic", line->charge,
                    line->number);
    for (int i = 1; i < line->piece_count; i++)
        if (line->pieces[i].from.day <= line->pieces[i - 1].to.day)
            trouble_say(proving->trouble, "charge %s on %s counts a day twice", line->charge,
                        line->number);
    return ERR_OK;
}

/* Rows of a question are numbers of documents of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    bind_i64(q, 1, DOCUMENT_CREDIT);
    while (stmt_row(q))
        trouble_say(trouble, "%s %s", col_text(q, 0), sentence);
    return stmt_end(q);
}

enum err proof_charges(struct book *book, struct trouble *trouble)
{
    struct proving proving = {book, trouble};

    TRY(charge_lines(book, 0, 0, 0, line_prove, &proving));
    TRY(each_trouble(book, trouble,
                     "SELECT d.number FROM charge_line l JOIN document d ON d.id = l.document_id"
                     " GROUP BY d.id, d.number, d.kind, d.total"
                     " HAVING SUM(l.amount) <> CASE d.kind WHEN $1 THEN -d.total ELSE d.total END",
                     "is not the sum of its late charges"));
    TRY(each_trouble(book, trouble,
                     "SELECT d.number FROM charge_line l JOIN document d ON d.id = l.document_id"
                     " JOIN item i ON i.id = l.item_id JOIN customer x ON x.id = d.customer_id"
                     " JOIN customer y ON y.id = i.customer_id WHERE $1 = $1 AND (" STAYS(
                         "x") " <> " STAYS("y") " OR d.currency <> i.currency)",
                     "charges an item of another customer or currency"));
    TRY(each_trouble(
        book, trouble,
        "SELECT d.number FROM charge_line l JOIN document d ON d.id = l.document_id WHERE $1 = $1"
        " AND l.before <> COALESCE((SELECT CAST(SUM(b.amount) AS BIGINT) FROM charge_line b"
        " WHERE b.item_id = l.item_id AND b.kind = l.kind AND b.id < l.id AND NOT EXISTS (SELECT 1"
        " FROM document v WHERE v.reverses_id = b.document_id AND v.entry_id < l.entry_id)), 0)",
        "takes off another sum than was charged before"));
    return each_trouble(
        book, trouble,
        "SELECT s.number FROM charge_line l JOIN item i ON i.id = l.item_id"
        " JOIN document s ON s.id = i.document_id WHERE $1 = $1 AND NOT EXISTS (SELECT 1"
        " FROM document v WHERE v.reverses_id = l.document_id)"
        " GROUP BY i.id, s.number, l.kind HAVING SUM(l.amount) > MAX(l.accrued)",
        "was charged more than its late payment explains");
}
