/* duty: pairs of duties, before an act and after it. */
#include "ledger/duty.h"

#include "ledger/local.h"
#include "ledger/period.h"
#include "ledger/setting.h"

#include <string.h>

#define DAYS 30 /* that far back somebody has taken money "of that customer" */
#define DAYS_TEXT SQL_NUMBER(DAYS)

#define writeoff_words "who takes the customer's money does not write off what it owes"
#define refund_words "who opened the account does not pay money back to it"
#define reconcile_words "who takes money does not approve the reconciliation with the bank"
#define reopen_words "who closed the month does not open it again"
#define special_words "who gave the customer a discount of its own does not let it be taken"
#define netting_words "who wrote in the bill that we owe does not set it off"
#define commission_words "who placed the claim does not say that most of the money is commission"

/* Reported only, or nobody there to part duties with. */
static enum err is_lenient(struct book *book, bool *out)
{
    bool any = false;

    TRY(users_any(book, &any));
    *out = !any || setting_int(book, "duties.report") != 0;
    return ERR_OK;
}

enum err duty_of_grant(struct book *book, const char *name, enum grant_kind kind,
                       int64_t customer_id, int64_t base, const char **words)
{
    int64_t found = 0;
    bool lenient = false;

    *words = NULL;
    TRY(is_lenient(book, &lenient));
    if (lenient || !customer_id)
        return ERR_OK;
    if (kind == GRANT_WRITEOFF && base > setting_int(book, "tolerance.amount")) {
        TRY(db_get(book->db, &found, 0,
                   "SELECT 1 FROM document p JOIN entry e ON e.id = p.entry_id"
                   " WHERE p.customer_id = $1 AND p.posted >= $2 AND p.kind = " KIND_PAYMENT
                   " AND e.actor = $3"
                   " LIMIT 1",
                   "iit", customer_id, (int64_t)(book_today(book).day - DAYS), name));
        *words = found ? writeoff_words : NULL;
    } else if (kind == GRANT_REFUND) {
        TRY(db_get(book->db, &found, 0,
                   "SELECT 1 FROM change h JOIN entry e ON e.id = h.entry_id"
                   " WHERE h.subject = 'customer' AND h.subject_id = $1 AND h.field = 'code'"
                   " AND h.before IS NULL AND e.actor = $2 LIMIT 1",
                   "it", customer_id, name));
        *words = found ? refund_words : NULL;
    }
    return ERR_OK;
}

enum err duty_of_reopening(struct book *book, const char *name, const char *closer,
                           const char **words)
{
    bool lenient = false; /* a firm of one person must not be locked out for good */

    TRY(is_lenient(book, &lenient));
    *words = !lenient && strcmp(name, closer) == 0 ? reopen_words : NULL;
    return ERR_OK;
}

enum err duty_of_reconciling(struct book *book, const char *name, struct date day,
                             const char **words)
{
    int64_t found = 0;
    bool lenient = false;

    *words = NULL;
    TRY(is_lenient(book, &lenient));
    if (lenient)
        return ERR_OK;
    TRY(db_get(book->db, &found, 0,
               "SELECT 1 FROM document p JOIN entry e ON e.id = p.entry_id"
               " WHERE p.posted BETWEEN $1 AND $2 AND p.kind = " KIND_PAYMENT
               " AND e.actor = $3 LIMIT 1",
               "iit", (int64_t)(day.day - DAYS), (int64_t)day.day, name));
    *words = found ? reconcile_words : NULL;
    return ERR_OK;
}

/* ---- what was done all the same ---- */

struct reporting {
    enum err (*each)(void *self, const struct duty_case *one);
    void *self;
};

static enum err roles_each(struct book *book, const struct reporting *to)
{
    struct arena arena = {0};
    struct user *users;
    int count;
    enum err e = user_list(book, &arena, &users, &count);

    for (int i = 0; e == ERR_OK && i < count; i++) {
        const char *why = users[i].active ? role_conflict(users[i].roles) : NULL;
        const struct duty_case one = {
            .day = DATE_NONE, .user = users[i].name, .customer = "", .document = "", .words = why};
        if (why)
            e = to->each(to->self, &one);
    }
    arena_done(&arena);
    return e;
}

/* Rows: day, user, customer, document, base. */
static enum err rows_each(struct stmt *q, const char *words, const struct reporting *to)
{
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        const struct duty_case one = {.day = col_date(q, 0),
                                      .user = col_text(q, 1),
                                      .customer = col_text(q, 2),
                                      .document = col_text(q, 3),
                                      .base = col_i64(q, 4),
                                      .words = words};
        e = to->each(to->self, &one);
    }
    return stmt_end_after(q, e);
}

static struct stmt *period_of(struct stmt *q, struct date from, struct date to)
{
    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    return q;
}

static enum err writeoffs_each(struct book *book, struct date from, struct date until,
                               const struct reporting *to)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT d.posted, e.actor, c.code, d.number, d.base_total FROM document d"
        " JOIN entry e ON e.id = d.entry_id JOIN customer c ON c.id = d.customer_id"
        " WHERE d.posted BETWEEN $1 AND $2 AND d.kind = " KIND_WRITEOFF " AND d.base_total > $3"
        " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
        " AND EXISTS (SELECT 1 FROM document p JOIN entry x ON x.id = p.entry_id"
        " WHERE p.customer_id = d.customer_id AND p.posted BETWEEN d.posted - $4"
        " AND d.posted AND p.kind = " KIND_PAYMENT
        " AND x.actor = e.actor) ORDER BY d.posted, d.id");

    bind_i64(q, 3, setting_int(book, "tolerance.amount"));
    bind_i64(q, 4, DAYS);
    return rows_each(period_of(q, from, until), writeoff_words, to);
}

/* Pairs that need nothing but the two days: the second act with a first one by the same person. */
static const struct {
    const char *words, *sql;
} pairs[] = {
    {refund_words, "SELECT d.posted, e.actor, c.code, d.number, d.base_total FROM document d"
                   " JOIN entry e ON e.id = d.entry_id JOIN customer c ON c.id = d.customer_id"
                   " WHERE d.posted BETWEEN $1 AND $2 AND d.kind = " KIND_REFUND
                   " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
                   " AND EXISTS (SELECT 1 FROM change h JOIN entry x ON x.id = h.entry_id"
                   " WHERE h.subject = 'customer' AND h.subject_id = d.customer_id"
                   " AND h.field = 'code' AND h.before IS NULL AND x.actor = e.actor)"
                   " ORDER BY d.posted, d.id"},
    {reconcile_words,
     "SELECT r.day, z.decided_by, '', a.code, 0 FROM reconciliation_verdict z"
     " JOIN reconciliation r ON r.id = z.reconciliation_id"
     " JOIN account a ON a.id = r.account_id"
     " WHERE r.day BETWEEN $1 AND $2 AND z.approved = 1"
     " AND EXISTS (SELECT 1 FROM document p JOIN entry x ON x.id = p.entry_id"
     " WHERE p.posted BETWEEN r.day - " DAYS_TEXT " AND r.day AND p.kind = " KIND_PAYMENT
     " AND x.actor = z.decided_by) ORDER BY r.day, r.id"},
    {special_words, "SELECT d.posted, e.actor, c.code, d.number, d.base_total FROM document d"
                    " JOIN entry e ON e.id = d.entry_id JOIN customer c ON c.id = d.customer_id"
                    " WHERE d.posted BETWEEN $1 AND $2 AND d.kind = " KIND_DISCOUNT
                    " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
                    " AND EXISTS (SELECT 1 FROM special_terms s JOIN entry x ON x.id = s.entry_id"
                    " WHERE s.customer_id = d.customer_id AND s.discount <> ''"
                    " AND s.entry_id < d.entry_id AND s.to_day >= d.posted - " DAYS_TEXT
                    " AND x.actor = e.actor) ORDER BY d.posted, d.id"},
    {netting_words,
     "SELECT d.posted, e.actor, c.code, d.number, d.base_total FROM document d"
     " JOIN entry e ON e.id = d.entry_id JOIN customer c ON c.id = d.customer_id"
     " WHERE d.posted BETWEEN $1 AND $2 AND d.kind = " KIND_NETTING
     " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
     " AND EXISTS (SELECT 1 FROM netting_line l JOIN payable b ON b.id = l.payable_id"
     " JOIN entry x ON x.id = b.entry_id WHERE l.document_id = d.id"
     " AND x.actor = e.actor) ORDER BY d.posted, d.id"},
    {commission_words, "SELECT r.day, e.actor, c.code, p.agency, 0"
                       " FROM placement_recovery r JOIN entry e ON e.id = r.entry_id"
                       " JOIN placement p ON p.id = r.placement_id"
                       " JOIN entry x ON x.id = p.entry_id JOIN customer c ON c.id = p.customer_id"
                       " WHERE r.day BETWEEN $1 AND $2 AND r.commission * 2 > r.amount"
                       " AND x.actor = e.actor ORDER BY r.day, r.id"},
};

static enum err reopenings_each(struct book *book, struct date from, struct date until,
                                const struct reporting *to)
{
    struct stmt *q = db_sql(
        book->db, "SELECT e.moment, r.actor, r.month FROM period_step r"
                  " JOIN entry e ON e.id = r.entry_id WHERE r.step = 3"
                  " AND e.moment >= $1 AND e.moment < $2"
                  " AND r.actor = (SELECT c.actor FROM period_step c WHERE c.month = r.month"
                  " AND c.step = 2 AND c.id < r.id ORDER BY c.id DESC LIMIT 1) ORDER BY r.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, date_moment_end(date_add(from, -1)));
    bind_i64(q, 2, date_moment_end(until));
    while (e == ERR_OK && stmt_row(q)) {
        char month[PERIOD_TEXT];
        const struct duty_case one = {.day = moment_date(col_i64(q, 0)),
                                      .user = col_text(q, 1),
                                      .customer = "",
                                      .document = period_text((int)col_i64(q, 2), month),
                                      .words = reopen_words};
        e = to->each(to->self, &one);
    }
    return stmt_end_after(q, e);
}

enum err duty_each(struct book *book, struct date from, struct date to,
                   enum err (*each)(void *self, const struct duty_case *one), void *self)
{
    const struct reporting reporting = {each, self};

    TRY(roles_each(book, &reporting));
    TRY(writeoffs_each(book, from, to, &reporting));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        TRY(rows_each(period_of(db_sql(book->db, pairs[i].sql), from, to), pairs[i].words,
                      &reporting));
    return reopenings_each(book, from, to, &reporting);
}
