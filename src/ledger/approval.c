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

/* Concessions before `before`, an id. */
#define SUM_OF "SELECT CAST(SUM(base) AS BIGINT) FROM concession WHERE id < $1 AND kind = $2 AND "

static enum err sum_add(struct granted_sums *sums, struct stmt *q, const struct granted_by *of,
                        const char *which)
{
    int64_t sum = 0;

    bind_i64(q, 1, of->before);
    bind_i64(q, 2, of->kind);
    if (stmt_row(q))
        sum = col_i64(q, 0);
    TRY(stmt_end(q));
    TRY(amount_add(sum, of->base, &sum));
    if (sum > sums->reached) {
        sums->reached = sum;
        sums->which = which;
    }
    return ERR_OK;
}

enum err granted_sums(struct book *book, const struct granted_by *of, struct granted_sums *out)
{
    const struct date month = date_month_first(date_month(of->day));
    const int32_t week = of->day.day - SPLIT_DAYS + 1;
    struct stmt *q;

    *out = (struct granted_sums){.reached = of->base, .which = "at once"};
    if (of->document_id) {
        q = db_sql(book->db, SUM_OF "document_id = $3 AND document_id <> 0");
        bind_i64(q, 3, of->document_id);
        TRY(sum_add(out, q, of, "on this paper"));
    }
    if (of->customer_id) {
        q = db_sql(book->db, SUM_OF "customer_id = $3 AND customer_id <> 0 AND day >= $4"
                                    " AND day <= $5");
        bind_i64(q, 3, of->customer_id);
        bind_i64(q, 4, month.day < week ? month.day : week);
        bind_i64(q, 5, of->day.day);
        TRY(sum_add(out, q, of, "for the customer this month"));
    }
    q = db_sql(book->db, SUM_OF "granted_by = $3 AND day = $4");
    bind_text(q, 3, of->by);
    bind_i64(q, 4, of->day.day);
    return sum_add(out, q, of, "by one person in a day");
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
    const struct granted_by of = {.kind = concession->kind,
                                  .customer_id = concession->customer_id,
                                  .document_id = concession->document_id,
                                  .base = concession->base,
                                  .by = tx->actor,
                                  .day = clock_day(tx),
                                  .before = INT64_MAX};
    struct granted_sums sums;
    TRY(granted_sums(tx->book, &of, &sums));
    concession->reached = sums.reached;
    concession->which = sums.which;
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
