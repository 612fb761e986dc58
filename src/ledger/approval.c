/* approval: cumulative limits, what was granted within them, and what waits above them. */
#include "ledger/approval.h"

#include "ledger/local.h"
#include "ledger/master.h"
#include "ledger/setting.h"

#include <stdlib.h>
#include <string.h>

#define SPLIT_DAYS 7 /* what is cut into pieces within a week is one thing (TRUST.md 2) */

/* By the clock: a business date that somebody chose gives nobody another day's limit. */
static struct date clock_day(const struct tx *tx)
{
    return moment_date(tx->moment);
}

/* ---- cumulative sums ---- */

static enum err sum_read(struct book *book, const char *sql, int64_t of, const char *by,
                         int64_t kind, int64_t from, int64_t *out)
{
    struct stmt *q = db_sql(book->db, sql);

    *out = 0;
    if (by)
        bind_text(q, 1, by);
    else
        bind_i64(q, 1, of);
    bind_i64(q, 2, kind);
    if (from != INT64_MIN)
        bind_i64(q, 3, from);
    if (stmt_row(q))
        *out = col_i64(q, 0);
    return stmt_end(q);
}

static enum err sum_take(struct concession *concession, int64_t before, const char *which)
{
    int64_t with = 0;

    TRY(amount_add(before, concession->base, &with));
    if (with > concession->reached) {
        concession->reached = with;
        concession->which = which;
    }
    return ERR_OK;
}

static enum err sums_read(struct tx *tx, struct concession *concession)
{
    struct book *book = tx->book;
    const struct date day = clock_day(tx);
    const struct date month = date_month_first(date_month(day));
    const int32_t week = day.day - SPLIT_DAYS + 1;
    int64_t sum = 0;

    concession->reached = 0;
    TRY(sum_take(concession, 0, "at once"));
    if (concession->document_id) {
        TRY(sum_read(book,
                     "SELECT CAST(SUM(base) AS BIGINT) FROM concession WHERE document_id"
                     " = $1 AND document_id <> 0 AND kind = $2",
                     concession->document_id, NULL, concession->kind, INT64_MIN, &sum));
        TRY(sum_take(concession, sum, "on this paper"));
    }
    if (concession->customer_id) {
        TRY(sum_read(book,
                     "SELECT CAST(SUM(base) AS BIGINT) FROM concession WHERE customer_id = $1"
                     " AND customer_id <> 0 AND kind = $2 AND day >= $3",
                     concession->customer_id, NULL, concession->kind,
                     month.day < week ? month.day : week, &sum));
        TRY(sum_take(concession, sum, "for the customer this month"));
    }
    TRY(sum_read(book,
                 "SELECT CAST(SUM(base) AS BIGINT) FROM concession WHERE granted_by = $1"
                 " AND kind = $2 AND day = $3",
                 0, tx->actor, concession->kind, day.day, &sum));
    return sum_take(concession, sum, "by one person in a day");
}

static enum err base_read(struct tx *tx, struct concession *concession)
{
    struct book *book = tx->book;
    const struct date day = date_given(concession->day) ? concession->day : book_today(book);
    struct ratio rate;

    concession->day = day;
    concession->base = concession->amount.minor;
    if (currency_is(concession->amount.currency, book->currency))
        return ERR_OK;
    TRY(rate_on(book, concession->amount.currency, day, &rate));
    TRY(amount_convert(concession->amount.minor, concession->amount.currency, book->currency, rate,
                       &concession->base));
    if (concession->base == 0)
        concession->base = 1; /* even what rounds to nothing is something */
    return ERR_OK;
}

enum err concession_judge(struct tx *tx, struct concession *concession, bool *within)
{
    must(concession->amount.minor > 0);
    TRY(base_read(tx, concession));
    TRY(sums_read(tx, concession));
    TRY(user_allowed(tx->book, tx->actor, concession->kind, &concession->allowed));
    if (concession->allowed == MONEY_MAX && concession->reached > MONEY_MAX)
        concession->allowed = INT64_MAX; /* no limit is none, however much came together */
    *within = concession->reached <= concession->allowed;
    return ERR_OK;
}

enum err concession_write(struct tx *tx, const struct concession *concession, int64_t approval_id)
{
    const int64_t numbers[] = {
        tx->entry_id,        concession->kind,        concession->customer_id,
        concession->item_id, concession->document_id, concession->base,
        concession->reached, concession->allowed,     clock_day(tx).day,
        approval_id};
    const char *const texts[] = {tx->actor};
    int64_t id = 0;

    return fact_write(tx, FACT_CONCESSION,
                      "INSERT INTO concession (entry_id, kind, customer_id, item_id, document_id,"
                      " base, reached, allowed, day, approval_id, granted_by)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
                      numbers, 10, texts, 1, &id);
}

/* ---- what waits ---- */

enum err approval_write(struct tx *tx, const struct concession *concession, const char *command,
                        int64_t *id)
{
    const int64_t expires = clock_day(tx).day + setting_int(tx->book, "approval.days");
    const int64_t numbers[] = {
        tx->entry_id,        concession->kind,        concession->customer_id,
        concession->item_id, concession->document_id, concession->amount.minor,
        concession->base,    concession->day.day,     expires};
    const char *const texts[] = {concession->amount.currency.code, tx->actor,
                                 concession->reason ? concession->reason : "", command};

    return fact_write(tx, FACT_APPROVAL,
                      "INSERT INTO approval (entry_id, kind, customer_id, item_id, document_id,"
                      " amount, base, day, expires, currency, maker, reason, command)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
                      " RETURNING id",
                      numbers, 9, texts, 4, id);
}

enum err approval_may(struct book *book, const struct approval *approval, const char *name)
{
    const char *number = approval->number;
    char day[DATE_TEXT];

    if (approval->state == APPROVAL_APPROVED || approval->state == APPROVAL_REJECTED)
        return fail(book->note, ERR_CONFLICT, "%s was %s by %s already", number,
                    approval_status(approval), approval->decided_by);
    if (approval->state == APPROVAL_EXPIRED)
        return fail(book->note, ERR_CONFLICT, "%s expired on %s: it is to be asked for again",
                    number, date_iso(approval->expires, day));
    if (strcmp(approval->maker, name) == 0)
        return fail(book->note, ERR_DENIED, "you made %s: another person must approve it", number);
    return ERR_OK;
}

static enum err end_write(struct tx *tx, const struct approval *approval, bool approved,
                          int64_t ran_entry, const char *reason)
{
    const int64_t numbers[] = {tx->entry_id, approval->id, approved, ran_entry};
    const char *const texts[] = {approval->maker, tx->actor, reason};
    int64_t id = 0;

    return fact_write(tx, FACT_APPROVAL_END,
                      "INSERT INTO approval_end (entry_id, approval_id, approved, ran_entry, maker,"
                      " decided_by, reason) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                      numbers, 4, texts, 3, &id);
}

enum err approval_approve(struct tx *tx, const struct approval *approval, int64_t ran_entry)
{
    TRY(approval_may(tx->book, approval, tx->actor));
    return end_write(tx, approval, true, ran_entry, "");
}

enum err approval_reject(struct tx *tx, const struct approval *approval, const char *reason)
{
    if (approval->state == APPROVAL_APPROVED || approval->state == APPROVAL_REJECTED)
        return fail(tx_note(tx), ERR_CONFLICT, "%s was %s by %s already", approval->number,
                    approval_status(approval), approval->decided_by);
    if (!reason || !reason[strspn(reason, " ")])
        return fail(tx_note(tx), ERR_INPUT, "say why %s is rejected", approval->number);
    return end_write(tx, approval, false, 0, reason);
}
