/* Signs beside the receipts themselves: what their posters moved, let go, changed and refunded. */
#include "ledger/misuseparts.h"

#include <string.h>

#define NEAR_MOMENT (MISUSE_NEAR * MOMENT_DAY)

/* A question gives document, day, customer, other customer (0 = none), days, amount, actor; those
 * of posters are told. Both days are bound. */
static enum err each_act(const struct misuse_reading *r, enum sign sign, struct stmt *q)
{
    enum err e = ERR_OK;

    bind_i64(q, 1, r->from.day);
    bind_i64(q, 2, r->to.day);
    while (e == ERR_OK && stmt_row(q)) {
        const int poster = misuse_poster_of(r, col_text(q, 6));
        if (poster < 0)
            continue;
        struct misuse one = {.sign = sign,
                             .actor = r->posters[poster].actor,
                             .document_id = col_i64(q, 0),
                             .day = col_date(q, 1),
                             .days = col_i64(q, 4),
                             .base = col_i64(q, 5)};
        bool same = false;
        if (sign == SIGN_MOVED)
            e = misuse_family(r->book, col_i64(q, 2), col_i64(q, 3), &same);
        if (e == ERR_OK && !same)
            e = misuse_tell(r, &one, col_i64(q, 2), col_i64(q, 3));
    }
    return stmt_end_after(q, e);
}

/* c: a transfer of a receipt to another customer, not long after the same person unapplied it. */
static enum err moved(const struct misuse_reading *r)
{
    struct stmt *q = db_sql(
        r->book->db,
        "SELECT t.id, t.posted, p.customer_id, t.customer_id, 0, t.base_total, e.actor"
        " FROM document t JOIN entry e ON e.id = t.entry_id JOIN document p ON p.id = t.related_id"
        " WHERE t.posted BETWEEN $1 AND $2 AND t.kind = " KIND_TRANSFER
        " AND p.kind = " KIND_PAYMENT
        " AND p.customer_id <> t.customer_id AND NOT EXISTS (SELECT 1 FROM document v"
        " WHERE v.reverses_id = t.id) AND EXISTS (SELECT 1 FROM item c JOIN application a"
        " ON a.credit_id = c.id JOIN entry u ON u.id = a.entry_id WHERE c.document_id = p.id"
        " AND a.amount < 0 AND a.entry_id <= t.entry_id AND u.actor = e.actor"
        " AND a.posted >= t.posted - $3) ORDER BY t.id");

    bind_i64(q, 3, MISUSE_NEAR);
    return each_act(r, SIGN_MOVED, q);
}

/* d: a write-off, credit memo or unearned discount of an entry of its own, by who entered money of
 * the same customer within so many days before: the clock tells, not the days that were said. */
static enum err forgiven(const struct misuse_reading *r)
{
    struct stmt *q = db_sql(
        r->book->db,
        "SELECT d.id, d.posted, d.customer_id, 0, 0, d.base_total, e.actor FROM document d"
        " JOIN entry e ON e.id = d.entry_id WHERE d.posted BETWEEN $1 AND $2"
        " AND d.kind IN (" KIND_CREDIT ", " KIND_DISCOUNT ", " KIND_WRITEOFF
        ") AND d.opening = 0 AND (d.kind <> " KIND_DISCOUNT " OR EXISTS (SELECT 1"
        " FROM posting g WHERE g.document_id = d.id AND g.account_id = $4)) AND NOT EXISTS"
        " (SELECT 1 FROM document v WHERE v.reverses_id = d.id) AND EXISTS (SELECT 1"
        " FROM document p JOIN entry x ON x.id = p.entry_id WHERE p.customer_id = d.customer_id"
        " AND p.posted >= $1 AND p.kind = " KIND_PAYMENT " AND p.entry_id < d.entry_id"
        " AND x.moment >= e.moment - $3 AND x.actor = e.actor) ORDER BY d.id");

    bind_i64(q, 3, NEAR_MOMENT);
    bind_i64(q, 4, account_of(r->book, ACCOUNT_PART_DISCOUNT_UNEARNED));
    return each_act(r, SIGN_FORGIVEN, q);
}

/* e: nine tenths of the limit and more, granted alone. */
static enum err under_limit(const struct misuse_reading *r)
{
    return each_act(
        r, SIGN_LIMIT,
        db_sql(r->book->db,
               "SELECT document_id, day, customer_id, 0, 0, base, granted_by FROM concession"
               " WHERE day BETWEEN $1 AND $2 AND approval_id = 0 AND allowed > 0"
               " AND reached * 10 >= allowed * 9 ORDER BY id"));
}

/* f: slips of a day that are not the cash and cheques that their maker posted on that day. */
static enum err slips(const struct misuse_reading *r)
{
    return each_act(
        r, SIGN_SLIP,
        db_sql(r->book->db,
               "SELECT d.id, d.effective, 0, 0, 0, (SELECT CAST(SUM(p.base_total) AS BIGINT)"
               " FROM deposit_line l JOIN document p ON p.id = l.receipt_id WHERE l.deposit_id ="
               " d.id AND p.posted <> d.posted), e.actor FROM document d JOIN entry e"
               " ON e.id = d.entry_id WHERE d.posted BETWEEN $1 AND $2 AND d.kind = " KIND_DEPOSIT
               " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
               " AND EXISTS (SELECT 1 FROM deposit_line l JOIN document p ON p.id = l.receipt_id"
               " WHERE l.deposit_id = d.id AND p.posted <> d.posted)"
               " AND EXISTS (SELECT 1 FROM deposit_line l JOIN document p ON p.id = l.receipt_id"
               " WHERE l.deposit_id = d.id AND p.posted = d.posted) ORDER BY d.id"));
}

/* g: "paid already", told against who posted the customer's money last before that. */
static enum err paid_already(const struct misuse_reading *r)
{
    return each_act(
        r, SIGN_PAID,
        db_sql(r->book->db,
               "SELECT i.document_id, s.opened, i.customer_id, 0, 0, s.amount, (SELECT x.actor"
               " FROM document p JOIN entry x ON x.id = p.entry_id WHERE p.customer_id ="
               " i.customer_id AND p.posted <= s.opened AND p.kind = " KIND_PAYMENT
               " ORDER BY p.posted DESC,"
               " p.id DESC LIMIT 1) FROM dispute s JOIN item i ON i.id = s.item_id"
               " WHERE s.opened BETWEEN $1 AND $2 AND (s.reason = 'PAID'"
               " OR LOWER(s.text) LIKE '%already paid%' OR LOWER(s.text) LIKE '%paid already%')"
               " ORDER BY s.id"));
}

/* h: of a customer that was there, by who posted its money in those days. */
static enum err master_changed(const struct misuse_reading *r)
{
    struct stmt *q =
        db_sql(r->book->db,
               "SELECT 0, 0, h.subject_id, 0, 0, 0, e.actor, e.moment FROM change h JOIN entry e"
               " ON e.id = h.entry_id WHERE e.moment BETWEEN $1 AND $2 AND h.subject = 'customer'"
               " AND h.before IS NOT NULL AND h.field IN ('address', 'email', 'statement', 'cycle')"
               " AND EXISTS (SELECT 1 FROM document p JOIN entry x ON x.id = p.entry_id"
               " WHERE p.customer_id = h.subject_id AND p.posted BETWEEN $3 AND $4"
               " AND p.kind = " KIND_PAYMENT " AND x.actor = e.actor) ORDER BY h.id");
    enum err e = ERR_OK;

    bind_i64(q, 1, date_moment_end(date_add(r->from, -1)));
    bind_i64(q, 2, date_moment_end(r->to));
    bind_i64(q, 3, r->from.day);
    bind_i64(q, 4, r->to.day);
    while (e == ERR_OK && stmt_row(q)) {
        const int poster = misuse_poster_of(r, col_text(q, 6));
        struct misuse one = {.sign = SIGN_MASTER, .day = moment_date(col_i64(q, 7))};
        if (poster < 0)
            continue;
        one.actor = r->posters[poster].actor;
        e = misuse_tell(r, &one, col_i64(q, 2), 0);
    }
    return stmt_end_after(q, e);
}

/* i: an account of the customer's bank became known within so many days before the refund. */
static enum err refunded(const struct misuse_reading *r)
{
    struct stmt *q =
        db_sql(r->book->db,
               "SELECT d.id, d.posted, d.customer_id, 0, 0, d.base_total, e.actor FROM document d"
               " JOIN entry e ON e.id = d.entry_id WHERE d.posted BETWEEN $1 AND $2"
               " AND d.kind = " KIND_REFUND
               " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
               " AND EXISTS (SELECT 1 FROM change h JOIN entry k ON k.id = h.entry_id"
               " WHERE h.subject = 'customer' AND h.subject_id = d.customer_id AND h.field ="
               " 'alias account' AND h.after IS NOT NULL AND k.moment BETWEEN e.moment - $3"
               " AND e.moment) ORDER BY d.id");

    bind_i64(q, 3, NEAR_MOMENT);
    return each_act(r, SIGN_REFUND, q);
}

enum err misuse_acts(const struct misuse_reading *r)
{
    TRY(moved(r));
    TRY(forgiven(r));
    TRY(under_limit(r));
    TRY(slips(r));
    TRY(paid_already(r));
    TRY(master_changed(r));
    return refunded(r);
}
