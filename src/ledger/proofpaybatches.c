/* proofpaybatches: posted batches with their control totals and the payments that they became. */
#include "ledger/batch.h"
#include "ledger/proofparts.h"

#include <string.h>

/* A line of a posted batch is a payment over the line's amount, and nothing else is one. */
static enum err tell_lines(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT b.number, l.seq, d.number, d.kind, d.total, d.currency, l.amount, b.currency,"
        " CASE WHEN x.id IS NULL THEN 0 ELSE 1 END FROM batch_line l JOIN batch b"
        " ON b.id = l.batch_id LEFT JOIN document d ON d.id = l.document_id LEFT JOIN change x"
        " ON x.subject = 'batch' AND x.subject_id = b.id AND x.field = 'posted' ORDER BY l.id");
    while (stmt_row(q)) {
        const bool posted = col_i64(q, 8) != 0, is = !col_is_null(q, 2);
        if (posted != is)
            trouble_say(trouble, "line %s/%lld %s", col_text(q, 0), (long long)col_i64(q, 1),
                        posted ? "is no payment, though its batch is posted"
                               : "is a payment, though its batch is not posted");
        else if (is && (col_i64(q, 3) != DOCUMENT_PAYMENT || col_i64(q, 4) != col_i64(q, 6) ||
                        strcmp(col_text(q, 5), col_text(q, 7)) != 0))
            trouble_say(trouble, "line %s/%lld is not what payment %s came to", col_text(q, 0),
                        (long long)col_i64(q, 1), col_text(q, 2));
    }
    return stmt_end(q);
}

/* Posted at the control total, or at a difference that somebody accepted. */
static enum err tell_totals(struct book *book, struct trouble *trouble)
{
    struct arena arena = {0};
    struct batch *list;
    int count;
    enum err e;

    TRY_OUT(batches(book, false, &arena, &list, &count));
    for (int i = 0; i < count; i++)
        if ((list[i].state == BATCH_POSTED || list[i].state == BATCH_DEPOSITED) &&
            !list[i].accepted_by &&
            (list[i].lines != list[i].count || list[i].entered != list[i].total))
            trouble_say(trouble, "batch %s was posted at a difference that nobody accepted",
                        list[i].number);
out:
    arena_done(&arena);
    return e;
}

enum err proof_paybatches(struct book *book, struct trouble *trouble)
{
    TRY(tell_lines(book, trouble));
    return tell_totals(book, trouble);
}
