#include "ledger/collected.h"

#include "ledger/local.h"
#include "ledger/monthend.h"

#include <stdlib.h>
#include <string.h>

static bool kind_is(const enum document_kind *kinds, enum document_kind kind)
{
    for (int i = 0; kinds[i]; i++)
        if (kinds[i] == kind)
            return true;
    return false;
}

static const enum document_kind billing[] = {DOCUMENT_INVOICE, DOCUMENT_DEBIT, DOCUMENT_CREDIT,
                                             DOCUMENT_NONE};

/* ---- months ---- */

struct months {
    struct collected_month *out;
    int first, count;
};

/* Whole months: what stands on the account by kind. A reversal's kind does not say what it
 * reverses, so those come one by one. Opening items bring their contra account the same sum. */
static enum err months_stored(struct book *book, const struct months *months, int last)
{
    struct stmt *q = db_sql(
        book->db, "SELECT month, kind, CAST(SUM(base) AS BIGINT) FROM period_total"
                  " WHERE account_id IN ($1, $2) AND month BETWEEN $3 AND $4"
                  " GROUP BY month, kind");

    bind_i64(q, 1, account_of(book, ACCOUNT_PART_RECEIVABLE));
    bind_i64(q, 2, account_of(book, ACCOUNT_PART_OPENING));
    bind_i64(q, 3, months->first);
    bind_i64(q, 4, last);
    while (stmt_row(q))
        if (kind_is(billing, (enum document_kind)col_i64(q, 1)))
            months->out[col_i64(q, 0) - months->first].sales += col_i64(q, 2);
    return stmt_end(q);
}

/* What takes back, bad debts and what came back of them: few, so their documents are read. */
static enum err months_few(struct book *book, const struct months *months, struct date from,
                           struct date to)
{
    struct stmt *q = db_sql(
        book->db, "SELECT d.posted, COALESCE(r.kind, d.kind), i.base FROM document d"
                  " JOIN item i ON i.document_id = d.id"
                  " LEFT JOIN document r ON r.id = d.reverses_id"
                  " WHERE d.posted BETWEEN $1 AND $2 AND d.kind IN ($3, $4, $5, $6)"
                  " AND i.account_id = $7 AND COALESCE(r.opening, 0) = 0"
                  " AND COALESCE(d.act_id, 0) + COALESCE(r.act_id, 0) = 0");

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_VOID);
    bind_i64(q, 4, DOCUMENT_CONTRA);
    bind_i64(q, 5, DOCUMENT_WRITEOFF);
    bind_i64(q, 6, DOCUMENT_RECOVERY);
    bind_i64(q, 7, account_of(book, ACCOUNT_PART_RECEIVABLE));
    while (stmt_row(q)) {
        const int month = date_month(col_date(q, 0)) - months->first;
        const enum document_kind kind = (enum document_kind)col_i64(q, 1);
        if (kind_is(billing, kind))
            months->out[month].sales += col_i64(q, 2);
        else if (kind == DOCUMENT_WRITEOFF || kind == DOCUMENT_RECOVERY)
            months->out[month].writeoffs -= col_i64(q, 2);
    }
    return stmt_end(q);
}

static enum err move_take(void *self, const struct move_row *row)
{
    const struct months *months = self;
    struct collected_month *month = &months->out[months->count - 1];

    if (row->opening)
        return ERR_OK;
    if (row->move == MOVE_INVOICES || row->move == MOVE_DEBITS || row->move == MOVE_CREDITS)
        month->sales += row->base;
    else if (row->move == MOVE_WRITEOFFS || row->move == MOVE_RECOVERIES)
        month->writeoffs -= row->base;
    return ERR_OK;
}

enum err collected_months(struct book *book, int first, int count, struct date to,
                          struct collected_month *out)
{
    struct months months = {out, first, count};
    const bool whole = date_month_last(first + count - 1).day == to.day;
    const int last = first + count - (whole ? 1 : 2);

    memset(out, 0, (size_t)count * sizeof *out);
    TRY(months_stored(book, &months, last));
    TRY(months_few(book, &months, date_month_first(first), date_month_last(last)));
    if (whole)
        return ERR_OK;
    return moves_each(book, date_month_first(date_month(to)), to, 0, move_take, &months);
}

enum err collected_sales(struct book *book, struct date from, struct date to, int64_t *out)
{
    const int first = date_month(from), count = date_month(to) - first + 1;
    struct collected_month *months = mem_new((size_t)count, sizeof *months);
    struct collected_month before = {.sales = 0};
    enum err e = collected_months(book, first, count, to, months);

    if (e == ERR_OK && from.day > date_month_first(first).day)
        e = collected_months(book, first, 1, date_add(from, -1), &before);
    *out = -before.sales;
    for (int i = 0; i < count; i++)
        *out += months[i].sales;
    free(months);
    return e;
}

/* ---- pace ---- */

enum err collected_pace(struct book *book, struct date from, struct date to,
                        struct collected_pace *out)
{
    /* money is posted on its day or later, so what is posted before `from` came before it */
    struct stmt *q = db_sql(
        book->db,
        "SELECT CAST(SUM(a.debit_base) AS BIGINT),"
        " CAST(SUM(CASE WHEN c.value > i.due THEN a.debit_base * (c.value - i.due) ELSE 0 END)"
        " AS BIGINT), CAST(SUM(a.debit_base * (c.value - i.due)) AS BIGINT),"
        " COUNT(*), CAST(SUM(CASE WHEN c.value <= i.due THEN 0 ELSE c.value - i.due END) AS BIGINT)"
        " FROM application a JOIN item c ON c.id = a.credit_id JOIN document d"
        " ON d.id = c.document_id JOIN item i ON i.id = a.debit_id"
        " JOIN document b ON b.id = i.document_id"
        " WHERE a.posted >= $1 AND c.value BETWEEN $1 AND $2 AND d.kind IN ($3, $4)"
        " AND b.kind IN ($5, $6) AND" STOOD_ON("$2"));

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_PAYMENT);
    bind_i64(q, 4, DOCUMENT_TRANSFER);
    bind_i64(q, 5, DOCUMENT_INVOICE);
    bind_i64(q, 6, DOCUMENT_DEBIT);
    *out = (struct collected_pace){.amount = 0};
    if (stmt_row(q))
        *out = (struct collected_pace){col_i64(q, 0), col_i64(q, 1), col_i64(q, 2), col_i64(q, 3),
                                       col_i64(q, 4)};
    return stmt_end(q);
}

enum err collected_discounts(struct book *book, struct date from, struct date to, int64_t *earned,
                             int64_t *unearned)
{
    const int64_t accounts[] = {account_of(book, ACCOUNT_PART_DISCOUNT),
                                account_of(book, ACCOUNT_PART_DISCOUNT_UNEARNED)};
    int64_t *const sums[] = {earned, unearned};

    for (int i = 0; i < 2; i++) {
        int64_t before = 0, after = 0;
        TRY(account_balance(book, accounts[i], date_add(from, -1), &before));
        TRY(account_balance(book, accounts[i], to, &after));
        *sums[i] = after - before;
    }
    return ERR_OK;
}

/* ---- touch ---- */

/* The journal says who decided: the command that applied the money. */
#define AUTOMATIC "(e.command LIKE 'payment autocash%' OR e.command LIKE 'payment receive%--auto%')"

enum err collected_touch(struct book *book, struct date from, struct date to,
                         struct collected_touch *out)
{
    struct stmt *q = db_sql(
        book->db,
        "WITH came (id, open, lines, automatic) AS (SELECT d.id,"
        " (SELECT CAST(SUM(i.amount + COALESCE((SELECT CAST(SUM(m.amount) AS BIGINT)"
        " FROM application m WHERE m.credit_id = i.id AND m.posted <= $2), 0)) AS BIGINT)"
        " FROM item i WHERE i.document_id = d.id),"
        " COUNT(a.id), CAST(COALESCE(SUM(CASE WHEN " AUTOMATIC " THEN 1 ELSE 0 END), 0) AS BIGINT)"
        " FROM document d JOIN item c ON c.document_id = d.id"
        " LEFT JOIN application a ON a.credit_id = c.id AND" STOOD_ON("$2")
        " LEFT JOIN entry e ON e.id = a.entry_id"
        " WHERE d.kind = $3 AND d.posted BETWEEN $1 AND $2 AND d.opening = 0 GROUP BY d.id)"
        " SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN open = 0 AND lines > 0 AND automatic = lines"
        " THEN 1 ELSE 0 END), 0) AS BIGINT), CAST(COALESCE(SUM(lines), 0) AS BIGINT),"
        " CAST(COALESCE(SUM(automatic), 0) AS BIGINT) FROM came");

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_PAYMENT);
    *out = (struct collected_touch){.receipts = 0};
    if (stmt_row(q))
        *out = (struct collected_touch){col_i64(q, 0), col_i64(q, 1), col_i64(q, 2), col_i64(q, 3)};
    return stmt_end(q);
}

/* ---- fates ---- */

static void fate_add(struct collected_fate *fate, enum document_kind kind, bool in_time,
                     int64_t base)
{
    fate->open -= base;
    switch (kind) {
    case DOCUMENT_PAYMENT: *(in_time ? &fate->current : &fate->overdue) += base; break;
    case DOCUMENT_CREDIT:
    case DOCUMENT_VOID: fate->credited += base; break;
    case DOCUMENT_DISCOUNT: fate->discounted += base; break;
    case DOCUMENT_WRITEOFF: fate->written_off += base; break;
    default: fate->moved += base;
    }
}

/* Transfers that bring a customer's own money from another control account are payments; what came
 * back by debit memos moved to those (6: a reversal). */
enum err collected_fates(struct book *book, int first, int count, struct date as_of,
                         struct collected_fate *out)
{
    const int64_t account = account_of(book, ACCOUNT_PART_RECEIVABLE);
    const struct date from = date_month_first(first);
    struct date to = date_month_last(first + count - 1);
    struct stmt *q;

    to = to.day < as_of.day ? to : as_of;
    for (int i = 0; i < count; i++)
        out[i] = (struct collected_fate){.month = first + i};
    q = db_sql(book->db, "SELECT d.posted, i.base FROM document d JOIN item i"
                         " ON i.document_id = d.id WHERE d.posted BETWEEN $1 AND $2"
                         " AND d.kind IN ($3, $4) AND i.account_id = $5 AND i.amount > 0");
    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_INVOICE);
    bind_i64(q, 4, DOCUMENT_DEBIT);
    bind_i64(q, 5, account);
    while (stmt_row(q)) {
        struct collected_fate *fate = &out[date_month(col_date(q, 0)) - first];
        fate->billed += col_i64(q, 1);
        fate->open += col_i64(q, 1);
    }
    TRY(stmt_end(q));
    q = db_sql(book->db,
               "SELECT d.posted, CASE WHEN " CAME_BACK("k", "$6") " THEN 6"
               " WHEN k.kind = $7 AND s.kind IS NOT NULL THEN s.kind"
               " ELSE k.kind END, c.value <= i.due, a.debit_base"
               " FROM document d JOIN item i ON i.document_id = d.id"
               " JOIN application a ON a.debit_id = i.id JOIN item c ON c.id = a.credit_id"
               " JOIN document k ON k.id = c.document_id"
               " LEFT JOIN document s ON s.id = k.related_id"
               " WHERE d.posted BETWEEN $1 AND $2 AND d.kind IN ($3, $4) AND i.account_id = $5"
               " AND i.amount > 0 AND a.posted <= $6");
    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_INVOICE);
    bind_i64(q, 4, DOCUMENT_DEBIT);
    bind_i64(q, 5, account);
    bind_i64(q, 6, as_of.day);
    bind_i64(q, 7, DOCUMENT_TRANSFER);
    while (stmt_row(q))
        fate_add(&out[date_month(col_date(q, 0)) - first], (enum document_kind)col_i64(q, 1),
                 col_i64(q, 2) != 0, col_i64(q, 3));
    return stmt_end(q);
}
