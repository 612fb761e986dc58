/* periodday: the days on which a transaction may post. */
#include "ledger/local.h"

enum err period_begin(struct tx *tx)
{
    return period_bounds(tx->book, &tx->period);
}

enum err period_entry_begin(struct tx *tx)
{
    int32_t *months = NULL;
    int64_t room = 0;

    tx->admitted_count = 0;
    if (tx->period.soft_to.day == tx->period.closed_to.day)
        return ERR_OK;
    TRY(db_get(tx->book->db, &room, 0, "SELECT COUNT(*) FROM period_step WHERE step = 4", ""));
    tx->admitted = months = arena_new(&tx->arena, ((size_t)room + 1) * sizeof *months);
    /* what was granted before a reopening counts no more */
    struct stmt *q = db_sql(tx->book->db, "SELECT DISTINCT a.month FROM period_step a"
                                          " WHERE a.step = 4 AND a.admitted = $1 AND NOT EXISTS"
                                          " (SELECT 1 FROM period_step r WHERE r.step = 3"
                                          " AND r.id > a.id)");
    bind_text(q, 1, tx->actor);
    while (stmt_row(q) && tx->admitted_count < (int)room)
        months[tx->admitted_count++] = (int32_t)col_i64(q, 0);
    return stmt_end(q);
}

static bool is_admitted(const struct tx *tx, int month)
{
    for (int i = 0; i < tx->admitted_count; i++)
        if (tx->admitted[i] == month)
            return true;
    return false;
}

struct date period_open_from(const struct tx *tx, struct date day)
{
    for (;;) {
        const enum period_state state = period_state_on(&tx->period, day);
        if (state == PERIOD_CLOSED)
            day = date_add(tx->period.closed_to, 1);
        else if (state == PERIOD_SOFT && !is_admitted(tx, date_month(day)))
            day = date_month_first(date_month(day) + 1);
        else
            return day;
    }
}

static bool is_open(const struct tx *tx, struct date day)
{
    return period_open_from(tx, day).day == day.day;
}

enum err period_judge(struct tx *tx, struct date posted)
{
    const struct date open = period_open_from(tx, posted);
    char month[PERIOD_TEXT], first[DATE_TEXT], day[DATE_TEXT];

    if (open.day == posted.day)
        return ERR_OK;
    period_text(date_month(posted), month);
    date_iso(open, first);
    date_iso(posted, day);
    if (period_state_on(&tx->period, posted) == PERIOD_CLOSED)
        return fail(tx_note(tx), ERR_CLOSED,
                    "nothing can be posted on %s: %s is closed; the first open day is %s", day,
                    month, first);
    return fail(tx_note(tx), ERR_CLOSED,
                "nothing can be posted on %s: %s is soft-closed, and %s is not admitted to it"
                " (`period admit`); the first open day is %s",
                day, month, tx->actor, first);
}

void period_take_late(struct tx *tx, struct date effective, struct date posted)
{
    if (is_open(tx, effective))
        return;
    if (tx->late.count++ == 0 || effective.day < tx->late.first.day)
        tx->late.first = effective;
    tx->late.posted = posted;
}

struct period_late period_late(const struct tx *tx)
{
    return tx->late;
}
