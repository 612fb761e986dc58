/* proofdeferred: tax that waits for the money is the tax in what is open (RULES.md R0). */
#include "ledger/deferredtax.h"
#include "ledger/proofparts.h"

/* Each posting on the account is of the paper that it is for: its own, that of its discounts and of
 * what fell due, or of what took one of these back. */
#define PAPER                                                                                      \
    "CASE WHEN d.kind IN ($2, $3) THEN d.related_id WHEN r.kind IN ($2, $3) THEN r.related_id"     \
    " WHEN r.id IS NOT NULL THEN r.id ELSE d.id END"

static enum err tell_paper(struct book *book, struct trouble *trouble, int64_t id, bool voided,
                           const int64_t is[2])
{
    int64_t should[2] = {0, 0};
    struct arena arena = {0};
    struct document document;
    char shown[2][MONEY_TEXT];
    enum err e = ERR_OK;

    if (!voided)
        TRY_OUT(deferredtax_left(book, id, &should[0], &should[1]));
    if (is[0] == should[0] && is[1] == should[1])
        goto out;
    TRY_OUT(document_get(book, id, &arena, &document));
    trouble_say(trouble, "%s: tax of %s waits for the money, but there is %s in what is open",
                document.number, money_plain(money_of(is[1], book->currency), shown[0]),
                money_plain(money_of(should[1], book->currency), shown[1]));
out:
    arena_done(&arena);
    return e;
}

enum err proof_deferred(struct book *book, struct trouble *trouble)
{
    enum err e = ERR_OK;
    struct stmt *q =
        db_sql(book->db, "SELECT x.paper, CAST(SUM(-x.amount) AS BIGINT),"
                         " CAST(SUM(-x.base) AS BIGINT),"
                         " (SELECT COUNT(*) FROM document v WHERE v.reverses_id = x.paper)"
                         " FROM (SELECT " PAPER " AS paper, p.amount, p.base FROM posting p"
                         " JOIN document d ON d.id = p.document_id"
                         " LEFT JOIN document r ON r.id = d.reverses_id"
                         " WHERE p.account_id = $1) x GROUP BY x.paper ORDER BY x.paper");

    bind_i64(q, 1, account_of(book, ACCOUNT_PART_DEFERRED_TAX));
    bind_i64(q, 2, DOCUMENT_CASHTAX);
    bind_i64(q, 3, DOCUMENT_DISCOUNT);
    while (e == ERR_OK && stmt_row(q))
        e = tell_paper(book, trouble, col_i64(q, 0), col_i64(q, 3) != 0,
                       (const int64_t[]){col_i64(q, 1), col_i64(q, 2)});
    return stmt_end_after(q, e);
}
