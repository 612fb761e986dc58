#include "ledger/dayacts.h"

#include "ledger/local.h"

/* Papers whose amount says a direction: a gain or a loss, more or less of an allowance. What takes
 * one back carries the same amount and moves it the other way. */
static bool has_direction(enum document_kind kind)
{
    return kind == DOCUMENT_FX || kind == DOCUMENT_REVALUATION || kind == DOCUMENT_ALLOWANCE;
}

static enum err acts_pass(struct stmt *q, enum err (*each)(void *self, const struct dayact *act),
                          void *self)
{
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        struct dayact act = {.kind = (enum document_kind)col_i64(q, 0),
                                   .taken = (enum document_kind)col_i64(q, 1),
                                   .back = col_i64(q, 2) != 0,
                                   .actor = col_text(q, 3),
                                   .count = col_i64(q, 4),
                                   .base = col_i64(q, 5)};
        if (act.back && has_direction(act.taken))
            act.base = -act.base;
        e = each(self, &act);
    }
    return stmt_end_after(q, e);
}

enum err dayacts_each(struct book *book, struct date day,
                      enum err (*each)(void *self, const struct dayact *act), void *self)
{
    struct stmt *papers =
        db_sql(book->db, "SELECT d.kind, COALESCE(r.kind, 0),"
                         " CASE WHEN d.reverses_id IS NULL THEN 0 ELSE 1 END, e.actor, COUNT(*),"
                         " CAST(SUM(d.base_total) AS BIGINT) FROM document d"
                         " JOIN entry e ON e.id = d.entry_id"
                         " LEFT JOIN document r ON r.id = d.reverses_id WHERE d.posted = $1"
                         " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4");
    bind_i64(papers, 1, day.day);
    TRY(acts_pass(papers, each, self));
    struct stmt *applied =
        db_sql(book->db, "SELECT 0, 0, CASE WHEN a.reverses_id IS NULL THEN 0 ELSE 1 END, e.actor,"
                         " COUNT(*), CAST(SUM(a.debit_base) AS BIGINT) FROM application a"
                         " JOIN entry e ON e.id = a.entry_id WHERE a.posted = $1"
                         " GROUP BY 3, 4 ORDER BY 3, 4");
    bind_i64(applied, 1, day.day);
    return acts_pass(applied, each, self);
}
