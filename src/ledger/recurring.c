/* recurring: templates and facts written. */
#include "ledger/recurring.h"

#include "ledger/local.h"

#include <string.h>

static enum err judge(struct book *book, const struct recurring *recurring)
{
    if (recurring->most < 0)
        return fail(book->note, ERR_INPUT, "how many in all is 0 (no end) or more");
    if (recurring->when.unit != RECUR_PARTS)
        TRY(recurrence_judge(&recurring->when, book->note));
    for (int i = 1; i < recurring->part_count; i++)
        if (recurring->parts[i].day.day <= recurring->parts[i - 1].day.day)
            return fail(book->note, ERR_INPUT, "the days of the parts ascend, one part a day");
    return ERR_OK;
}

static enum err parts_write(struct tx *tx, int64_t id, const struct recurring *recurring)
{
    for (int i = 0; i < recurring->part_count; i++) {
        const struct recurring_part *part = &recurring->parts[i];
        const int64_t numbers[] = {tx->entry_id, id, i, part->day.day, part->amount};
        int64_t row = 0;
        TRY(fact_write(tx, FACT_RECURRING_PART,
                       "INSERT INTO recurring_part (entry_id, recurring_id, turn, day, amount)"
                       " VALUES ($1, $2, $3, $4, $5) RETURNING id",
                       numbers, 5, NULL, 0, &row));
    }
    return ERR_OK;
}

static const char *until_text(const struct recurring *recurring, char out[DATE_TEXT])
{
    return recurring->until.day == DATE_NEVER.day ? "" : date_iso(recurring->until, out);
}

enum err recurring_add(struct tx *tx, const struct recurring *recurring, struct arena *arena,
                       const char **number, int64_t *id)
{
    struct db *db = tx->book->db;
    char until[DATE_TEXT];
    int64_t serial = 0;

    /* judge */
    TRY(judge(tx->book, recurring));

    /* write */
    TRY(tx_series_take(tx, "recurring", arena, &serial, number));
    TRY(db_get(db, id, 0,
               "INSERT INTO recurring (entry_id, serial, number, customer_id, unit, step, from_day,"
               " day, behind, until_day, most, command)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id",
               "iitiiiiiiiit", tx->entry_id, serial, *number, recurring->customer_id,
               (int64_t)recurring->when.unit, (int64_t)recurring->when.step,
               (int64_t)recurring->when.from.day, (int64_t)recurring->when.day,
               (int64_t)recurring->when.behind, (int64_t)recurring->until.day,
               (int64_t)recurring->most, recurring->command));
    TRY(tx_change(tx, "recurring", *id, "number", NULL, *number));
    TRY(tx_change(tx, "recurring", *id, "command", NULL, recurring->command));
    TRY(tx_change(tx, "recurring", *id, "when", NULL, recurrence_text(&recurring->when, arena)));
    if (*until_text(recurring, until))
        TRY(tx_change(tx, "recurring", *id, "until", NULL, until));
    if (recurring->most)
        TRY(tx_change(tx, "recurring", *id, "count", NULL,
                      arena_format(arena, "%d", recurring->most)));
    return parts_write(tx, *id, recurring);
}

enum err recurring_set(struct tx *tx, const struct recurring *changed, const char *reason)
{
    struct arena arena = {0};
    struct recurring old;
    char before[DATE_TEXT], after[DATE_TEXT];
    enum err e;

    /* look */
    TRY_OUT(recurring_get(tx->book, changed->id, &arena, &old));

    /* judge */
    TRY_OUT(judge(tx->book, changed));

    /* write */
    TRY_OUT(db_run(
        tx->book->db, "UPDATE recurring SET command = $2, until_day = $3, most = $4 WHERE id = $1",
        "itii", old.id, changed->command, (int64_t)changed->until.day, (int64_t)changed->most));
    if (strcmp(old.command, changed->command) != 0)
        TRY_OUT(tx_change(tx, "recurring", old.id, "command", old.command, changed->command));
    if (old.until.day != changed->until.day)
        TRY_OUT(tx_change(tx, "recurring", old.id, "until", until_text(&old, before),
                          until_text(changed, after)));
    if (old.most != changed->most)
        TRY_OUT(tx_change(tx, "recurring", old.id, "count", arena_format(&arena, "%d", old.most),
                          arena_format(&arena, "%d", changed->most)));
    if (reason)
        TRY_OUT(tx_change(tx, "recurring", old.id, "reason", NULL, reason));
    e = ERR_OK;
out:
    arena_done(&arena);
    return e;
}

enum err recurring_run_begin(struct tx *tx, struct date to, int64_t *run_id)
{
    const int64_t numbers[] = {tx->entry_id, to.day};

    return fact_write(tx, FACT_RECURRING_RUN,
                      "INSERT INTO recurring_run (entry_id, to_day) VALUES ($1, $2) RETURNING id",
                      numbers, 2, NULL, 0, run_id);
}

enum err recurring_made_add(struct tx *tx, int64_t run_id, int64_t recurring_id,
                            const struct recurring_turn *turn, int64_t document_id,
                            const char *reason)
{
    int64_t id = 0, standing = 0;

    /* look */
    TRY(db_get(tx->book->db, &standing, 0,
               "SELECT m.id FROM recurring_made m WHERE m.recurring_id = $1 AND m.turn = $2"
               " AND NOT EXISTS (SELECT 1 FROM recurring_undo u WHERE u.made_id = m.id)",
               "ii", recurring_id, (int64_t)turn->turn));

    /* judge */
    if (standing)
        return fail(tx_note(tx), ERR_CONFLICT, "the period %s is done already", turn->period);

    /* write */
    const int64_t numbers[] = {tx->entry_id, run_id,        recurring_id, turn->turn,
                               turn->take,   turn->due.day, document_id};
    const char *const texts[] = {turn->period, reason};
    return fact_write(tx, FACT_RECURRING_MADE,
                      "INSERT INTO recurring_made (entry_id, run_id, recurring_id, turn, take,"
                      " due_day, document_id, period, reason)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
                      numbers, 7, texts, 2, &id);
}

enum err recurring_made_undo(struct tx *tx, int64_t made_id, const char *reason)
{
    int64_t id = 0;

    /* look */
    TRY(db_get(tx->book->db, &id, 0, "SELECT id FROM recurring_undo WHERE made_id = $1", "i",
               made_id));

    /* judge */
    if (id)
        return fail(tx_note(tx), ERR_CONFLICT, "it is undone already");

    /* write */
    const int64_t numbers[] = {tx->entry_id, made_id};
    return fact_write(tx, FACT_RECURRING_UNDO,
                      "INSERT INTO recurring_undo (entry_id, made_id, reason)"
                      " VALUES ($1, $2, $3) RETURNING id",
                      numbers, 2, &reason, 1, &id);
}
