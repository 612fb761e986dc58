/* periodclose: closing a month, opening it again, letting somebody in. */
#include "ledger/duty.h"
#include "ledger/journal.h"
#include "ledger/local.h"

#include <string.h>

static enum err write_step(struct tx *tx, int month, enum period_act act,
                           struct period_bounds after, const char *admitted, const char *reason,
                           int64_t *id)
{
    struct arena arena = {0};
    struct entry head;
    char hex[HASH_TEXT];
    enum err e;

    TRY_OUT(journal_head(tx->book, &head, &arena));
    const int64_t numbers[] = {tx->entry_id, month, act, after.soft_to.day, after.closed_to.day};
    const char *const texts[] = {tx->actor, admitted, reason ? reason : "",
                                 hash_hex(&head.hash, hex)};
    TRY_OUT(fact_write(tx, FACT_PERIOD,
                       "INSERT INTO period_step (entry_id, month, step, soft_to, closed_to, actor,"
                       " admitted, reason, head) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                       " RETURNING id",
                       numbers, 5, texts, 4, id));
    tx->period = after;
    e = period_entry_begin(tx);
out:
    arena_done(&arena);
    return e;
}

static enum err write_frozen(struct tx *tx, int64_t step_id, int month)
{
    struct arena arena = {0};
    struct period_figure *figures = NULL;
    size_t count = 0;
    int64_t id = 0;
    enum err e = period_figures(tx->book, date_month_last(month), &arena, &figures, &count);

    for (size_t i = 0; e == ERR_OK && i < count; i++) {
        const struct period_figure *figure = &figures[i];
        const int64_t numbers[] = {tx->entry_id,        step_id,        figure->account_id,
                                   figure->customer_id, figure->bucket, figure->amount,
                                   figure->base};
        const char *const texts[] = {figure->currency};
        e = fact_write(tx, FACT_FROZEN,
                       "INSERT INTO period_frozen (entry_id, step_id, account_id, customer_id,"
                       " bucket, amount, base, currency) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                       " RETURNING id",
                       numbers, 7, texts, 1, &id);
    }
    arena_done(&arena);
    return e;
}

/* Months are closed one after the other; `to` is the last day that is closed this way already. */
static enum err judge_order(struct tx *tx, int month, struct date to, enum period_state state)
{
    const struct date today = book_today(tx->book);
    char text[PERIOD_TEXT], next[PERIOD_TEXT];

    period_text(month, text);
    if (date_month_first(month).day > today.day)
        return fail(tx_note(tx), ERR_CONFLICT, "%s has not begun", text);
    if (!date_is(to))
        return ERR_OK;
    if (month <= date_month(to))
        return fail(tx_note(tx), ERR_CONFLICT, "%s is %s already", text, period_state_word(state));
    if (month != date_month(to) + 1)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "months are closed one after the other: %s is the next, not %s",
                    period_text(date_month(to) + 1, next), text);
    return ERR_OK;
}

/* What blocks is named whole, so that the month's end is not a guessing game. */
static enum err judge_checklist(struct tx *tx, int month)
{
    struct arena arena = {0};
    struct period_finding *findings = NULL;
    const char *all = NULL;
    char text[PERIOD_TEXT];
    int count = 0;
    enum err e = period_check(tx->book, month, &arena, &findings, &count);

    for (int i = 0; e == ERR_OK && i < count; i++)
        if (findings[i].blocks)
            all = arena_format(&arena, "%s%s%s", all ? all : "", all ? "; " : "", findings[i].text);
    if (e == ERR_OK && all)
        e = fail(tx_note(tx), ERR_CONFLICT, "%s cannot be closed: %s", period_text(month, text),
                 all);
    arena_done(&arena);
    return e;
}

enum err period_close(struct tx *tx, int month, const char *reason)
{
    struct period_bounds after = tx->period;
    int64_t id = 0;

    TRY(judge_order(tx, month, after.closed_to, PERIOD_CLOSED));
    TRY(judge_checklist(tx, month));
    after.closed_to = date_month_last(month);
    if (after.soft_to.day < after.closed_to.day)
        after.soft_to = after.closed_to;
    TRY(write_step(tx, month, PERIOD_CLOSE, after, "", reason, &id));
    return write_frozen(tx, id, month);
}

enum err period_soft_close(struct tx *tx, int month, const char *reason)
{
    struct period_bounds after = tx->period;
    int64_t id = 0;

    TRY(judge_order(tx, month, after.soft_to, period_state_on(&after, date_month_last(month))));
    after.soft_to = date_month_last(month);
    return write_step(tx, month, PERIOD_SOFT_CLOSE, after, "", reason, &id);
}

/* The bounds as they were before the step that did this to the month. */
static enum err bounds_before(struct tx *tx, int month, enum period_act act,
                              struct period_bounds *out)
{
    struct stmt *q =
        db_sql(tx->book->db, "SELECT p.soft_to, p.closed_to FROM period_step p WHERE p.id < (SELECT"
                             " MAX(s.id) FROM period_step s WHERE s.month = $1 AND s.step = $2)"
                             " ORDER BY p.id DESC LIMIT 1");

    *out = (struct period_bounds){DATE_NONE, DATE_NONE};
    bind_i64(q, 1, month);
    bind_i64(q, 2, act);
    if (stmt_row(q))
        *out = (struct period_bounds){col_date(q, 0), col_date(q, 1)};
    return stmt_end(q);
}

static enum err judge_second(struct tx *tx, int month)
{
    struct arena arena = {0};
    struct period_step closing;
    const char *words = NULL;
    char text[PERIOD_TEXT];
    bool is = false;
    enum err e = period_closing(tx->book, month, &arena, &closing, &is);

    if (e == ERR_OK && !is)
        e = fail(tx_note(tx), ERR_CORRUPT, "the close of %s is missing", period_text(month, text));
    if (e == ERR_OK)
        e = duty_of_reopening(tx->book, tx->actor, closing.actor, &words);
    if (e == ERR_OK && words)
        e = fail(tx_note(tx), ERR_DENIED, "%s closed %s: another person must reopen it", tx->actor,
                 period_text(month, text));
    arena_done(&arena);
    return e;
}

static enum err judge_reason(struct tx *tx, const char *reason, const char *what)
{
    if (reason && reason[strspn(reason, " ")])
        return ERR_OK;
    return fail(tx_note(tx), ERR_INPUT, "say why %s", what);
}

enum err period_reopen(struct tx *tx, int month, const char *reason)
{
    const struct period_bounds now = tx->period;
    struct period_bounds after = now;
    char text[PERIOD_TEXT], last[PERIOD_TEXT];
    int64_t id = 0;

    TRY(judge_reason(tx, reason, "the month is reopened"));
    if (date_is(now.closed_to) && month == date_month(now.closed_to)) {
        TRY(judge_second(tx, month));
        TRY(bounds_before(tx, month, PERIOD_CLOSE, &after));
        after.soft_to = after.closed_to;
    } else if (now.soft_to.day > now.closed_to.day && month == date_month(now.soft_to)) {
        TRY(bounds_before(tx, month, PERIOD_SOFT_CLOSE, &after));
        after.closed_to = now.closed_to;
        if (after.soft_to.day < after.closed_to.day)
            after.soft_to = after.closed_to;
    } else if (period_state_on(&now, date_month_first(month)) == PERIOD_OPEN) {
        return fail(tx_note(tx), ERR_CONFLICT, "%s is open", period_text(month, text));
    } else {
        const bool closed = period_state_on(&now, date_month_first(month)) == PERIOD_CLOSED;
        return fail(tx_note(tx), ERR_CONFLICT,
                    "only the last %s month can be reopened: that is %s, not %s",
                    closed ? "closed" : "soft-closed",
                    period_text(date_month(closed ? now.closed_to : now.soft_to), last),
                    period_text(month, text));
    }
    return write_step(tx, month, PERIOD_REOPEN, after, "", reason, &id);
}

enum err period_admit(struct tx *tx, int month, const char *person, const char *reason)
{
    const enum period_state state = period_state_on(&tx->period, date_month_first(month));
    char text[PERIOD_TEXT];
    int64_t id = 0;

    TRY(judge_reason(tx, reason, "somebody is admitted"));
    if (!person || !person[0])
        return fail(tx_note(tx), ERR_INPUT, "say who is admitted");
    if (state != PERIOD_SOFT)
        return fail(tx_note(tx), ERR_CONFLICT, "%s is %s: nobody is admitted to it",
                    period_text(month, text), period_state_word(state));
    return write_step(tx, month, PERIOD_ADMIT, tx->period, person, reason, &id);
}
