#include "ledger/disputestep.h"

#include "ledger/local.h"
#include "ledger/setting.h"

static enum err judge(struct tx *tx, const struct dispute *dispute, const struct dispute_step *step)
{
    struct note *note = tx_note(tx);

    must(step->kind != DISPUTE_STEP_CLOSED);
    if (date_is(dispute->closed))
        return fail(note, ERR_CONFLICT, "dispute %lld is closed", (long long)dispute->id);
    if (step->day.day < dispute->opened.day)
        return fail(note, ERR_INPUT, "nothing happened to dispute %lld before it was opened",
                    (long long)dispute->id);
    if (step->kind == DISPUTE_STEP_NOTE && (!step->text || !*step->text))
        return fail(note, ERR_INPUT, "a note has words");
    if (step->kind == DISPUTE_STEP_ASSIGNED && (!step->owner || !*step->owner))
        return fail(note, ERR_INPUT, "say who takes the case over");
    if (step->kind == DISPUTE_STEP_STATUS && step->status == DISPUTE_STATUS_CLOSED)
        return fail(note, ERR_INPUT, "`dispute resolve` closes a case, with what came of it");
    if (date_given(step->due) && step->due.day < dispute->opened.day)
        return fail(note, ERR_INPUT, "a dispute cannot be due before it was opened");
    return ERR_OK;
}

/* How the case stands after the step: as before, but for what the step is about. */
static void stand_after(struct book *book, const struct dispute *before,
                        const struct dispute_step *step, struct dispute *after)
{
    const int32_t late = (int32_t)setting_int(book, "dispute.escalate-days");

    *after = *before;
    if (!date_is(after->due)) /* of a book that knew no due days */
        after->due = before->opened;
    if (!date_is(after->escalate))
        after->escalate = (struct date){after->due.day + late};
    if (step->kind == DISPUTE_STEP_STATUS)
        after->status = step->status;
    if (step->kind == DISPUTE_STEP_ESCALATED) {
        after->level++;
        after->escalate = (struct date){step->day.day + late};
    }
    if (date_given(step->due)) {
        after->due = step->due;
        after->escalate = (struct date){step->due.day + late};
    }
    if (date_given(step->escalate))
        after->escalate = step->escalate;
    if (step->owner && *step->owner)
        after->owner = step->owner;
}

enum err dispute_step_take(struct tx *tx, int64_t dispute_id, const struct dispute_step *step)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    struct dispute before, after;
    int64_t id = 0;
    enum err e;

    /* look */
    TRY_OUT(dispute_get(book, dispute_id, &arena, &before));

    /* judge */
    TRY_OUT(judge(tx, &before, step));
    stand_after(book, &before, step, &after);

    /* write */
    const int64_t numbers[] = {
        tx->entry_id,          dispute_id,    step->kind,         step->day.day,
        (int64_t)after.status, after.due.day, after.escalate.day, after.level};
    const char *const texts[] = {after.owner, step->text ? step->text : ""};
    e = fact_write(tx, FACT_DISPUTE_STEP,
                   "INSERT INTO dispute_step (entry_id, dispute_id, kind, day, status, due,"
                   " escalate, level, owner, text)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
                   numbers, 8, texts, 2, &id);
out:
    arena_done(&arena);
    return e;
}

static enum err closing_read(struct book *book, int64_t dispute_id, struct arena *arena,
                             struct dispute_step *out, int *count)
{
    struct stmt *q = db_sql(book->db, "SELECT z.entry_id, z.closed, z.resolution, e.moment, e.actor"
                                      " FROM dispute_closing z JOIN entry e ON e.id = z.entry_id"
                                      " WHERE z.dispute_id = $1");

    bind_i64(q, 1, dispute_id);
    if (stmt_row(q)) {
        *out = (struct dispute_step){.entry_id = col_i64(q, 0),
                                     .kind = DISPUTE_STEP_CLOSED,
                                     .day = col_date(q, 1),
                                     .status = DISPUTE_STATUS_CLOSED,
                                     .owner = "",
                                     .text = arena_text(arena, col_text(q, 2)),
                                     .moment = col_i64(q, 3),
                                     .actor = arena_text(arena, col_text(q, 4))};
        ++*count;
    }
    return stmt_end(q);
}

enum err dispute_steps(struct book *book, int64_t dispute_id, struct arena *arena,
                       struct dispute_step **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM dispute_step WHERE dispute_id = $1", "i",
               dispute_id));
    *out = arena_new(arena, ((size_t)room + 2) * sizeof **out);
    struct stmt *q = db_sql(
        book->db, "SELECT s.id, s.entry_id, s.kind, s.day, s.status, s.due, s.escalate,"
                  " s.level, s.owner, s.text, e.moment, e.actor FROM dispute_step s"
                  " JOIN entry e ON e.id = s.entry_id WHERE s.dispute_id = $1 ORDER BY s.id");
    bind_i64(q, 1, dispute_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct dispute_step){.id = col_i64(q, 0),
                                                   .entry_id = col_i64(q, 1),
                                                   .kind = (enum dispute_step_kind)col_i64(q, 2),
                                                   .day = col_date(q, 3),
                                                   .status = (enum dispute_status)col_i64(q, 4),
                                                   .due = col_date(q, 5),
                                                   .escalate = col_date(q, 6),
                                                   .level = (int)col_i64(q, 7),
                                                   .owner = arena_text(arena, col_text(q, 8)),
                                                   .text = arena_text(arena, col_text(q, 9)),
                                                   .moment = col_i64(q, 10),
                                                   .actor = arena_text(arena, col_text(q, 11))};
    TRY(stmt_end(q));
    return closing_read(book, dispute_id, arena, *out + *count, count);
}
