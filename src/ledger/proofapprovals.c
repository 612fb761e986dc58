/* proofapprovals: whoever approved something did not ask for it and might grant as much, and what
 * users granted alone was within the limit that they had then (R14, I10 of TRUST.md). */
#include "ledger/local.h"
#include "ledger/proofparts.h"
#include "ledger/user.h"

/* Rows of a question are approvals of which the sentence is true. */
static enum err each_trouble(struct book *book, struct trouble *trouble, const char *sql,
                             const char *what, const char *sentence)
{
    struct stmt *q = db_sql_once(book->db, sql);

    while (stmt_row(q))
        trouble_say(trouble, "%s%lld %s", what, (long long)col_i64(q, 0), sentence);
    return stmt_end(q);
}

static enum err authors_prove(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT a.id FROM approval a LEFT JOIN entry e ON e.id = a.entry_id"
                     " WHERE e.actor IS NULL OR e.actor <> a.maker ORDER BY a.id",
                     "approval A-", "was asked for by another person than its journal entry says"));
    TRY(each_trouble(book, trouble,
                     "SELECT z.approval_id FROM approval_end z LEFT JOIN entry e"
                     " ON e.id = z.entry_id WHERE e.actor IS NULL OR e.actor <> z.decided_by"
                     " ORDER BY z.approval_id",
                     "approval A-", "was decided by another person than its journal entry says"));
    TRY(each_trouble(book, trouble,
                     "SELECT z.approval_id FROM approval_end z JOIN approval a"
                     " ON a.id = z.approval_id WHERE a.maker <> z.maker"
                     " OR (z.approved = 1 AND z.decided_by = a.maker) ORDER BY z.approval_id",
                     "approval A-", "was approved by whoever asked for it"));
    return each_trouble(book, trouble,
                        "SELECT g.id FROM concession g LEFT JOIN entry e ON e.id = g.entry_id"
                        " WHERE e.actor IS NULL OR e.actor <> g.granted_by ORDER BY g.id",
                        "concession ", "was granted by another person than its journal entry says");
}

/* What was approved ran, as an entry of the approver, within the approver's limit. */
static enum err runs_prove(struct book *book, struct trouble *trouble)
{
    TRY(each_trouble(book, trouble,
                     "SELECT z.approval_id FROM approval_end z WHERE z.approved = 1 AND NOT EXISTS"
                     " (SELECT 1 FROM concession g WHERE g.approval_id = z.approval_id"
                     " AND g.approval_id <> 0 AND g.entry_id = z.ran_entry"
                     " AND g.granted_by = z.decided_by) ORDER BY z.approval_id",
                     "approval A-", "was approved, and nobody with a limit granted it"));
    return each_trouble(book, trouble,
                        "SELECT g.id FROM concession g WHERE g.approval_id <> 0 AND NOT EXISTS"
                        " (SELECT 1 FROM approval_end z WHERE z.approval_id = g.approval_id"
                        " AND z.approved = 1 AND z.ran_entry = g.entry_id) ORDER BY g.id",
                        "concession ", "names an approval that was not given");
}

/* Nobody decides after the last day. */
static enum err days_prove(struct book *book, struct trouble *trouble)
{
    struct stmt *q = db_sql_once(book->db, "SELECT a.id, a.expires, e.moment FROM approval_end z"
                                           " JOIN approval a ON a.id = z.approval_id"
                                           " JOIN entry e ON e.id = z.entry_id"
                                           " WHERE z.approved = 1 ORDER BY a.id");

    while (stmt_row(q))
        if (moment_date(col_i64(q, 2)).day >
            col_i64(q, 1) + 1) /* a clock elsewhere has another day */
            trouble_say(trouble, "approval A-%lld was approved after it had expired",
                        (long long)col_i64(q, 0));
    return stmt_end(q);
}

/* The limit in force when an entry was written; LIMIT_BOOK when the user had none of its own. */
static enum err limit_at(struct book *book, const char *name, int64_t kind, int64_t entry_id,
                         int64_t *out)
{
    return db_get(book->db, out, LIMIT_BOOK,
                  "SELECT amount FROM user_limit WHERE name = $1 AND kind = $2 AND entry_id < $3"
                  " ORDER BY id DESC LIMIT 1",
                  "tii", name, kind, entry_id);
}

static enum err concession_prove(struct book *book, struct trouble *trouble, struct stmt *q)
{
    const int64_t id = col_i64(q, 0), entry_id = col_i64(q, 1), reached = col_i64(q, 6),
                  allowed = col_i64(q, 7);
    const struct granted_by of = {.kind = col_i64(q, 2),
                                  .customer_id = col_i64(q, 3),
                                  .document_id = col_i64(q, 4),
                                  .base = col_i64(q, 5),
                                  .day = col_date(q, 8),
                                  .by = col_text(q, 9),
                                  .before = id};
    struct granted_sums sums;
    int64_t limit = 0, active = 0;

    TRY(granted_sums(book, &of, &sums));
    if (sums.reached != reached || reached > allowed)
        trouble_say(trouble, "concession %lld of %s is above what was allowed", (long long)id,
                    of.by);
    TRY(limit_at(book, of.by, of.kind, entry_id, &limit));
    if (limit != LIMIT_BOOK && limit != MONEY_MAX && limit != allowed)
        trouble_say(trouble, "concession %lld of %s names another limit than the one of that time",
                    (long long)id, of.by);
    TRY(db_get(book->db, &active, 0,
               "SELECT active FROM book_user WHERE name = $1 AND entry_id < $2"
               " ORDER BY id DESC LIMIT 1",
               "ti", of.by, entry_id));
    if (!active)
        trouble_say(trouble, "concession %lld was granted by %s, who was no user then",
                    (long long)id, of.by);
    return ERR_OK;
}

enum err proof_approvals(struct book *book, struct trouble *trouble)
{
    TRY(authors_prove(book, trouble));
    TRY(runs_prove(book, trouble));
    TRY(days_prove(book, trouble));
    struct stmt *q = db_sql_once(book->db, "SELECT id, entry_id, kind, customer_id, document_id,"
                                           " base, reached, allowed, day, granted_by"
                                           " FROM concession ORDER BY id");
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q))
        e = concession_prove(book, trouble, q);
    return stmt_end_after(q, e);
}
