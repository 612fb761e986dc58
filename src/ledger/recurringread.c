/* recurringread: templates as they stand, which turns are due, what was made. */
#include "ledger/local.h"
#include "ledger/recurring.h"

#include <string.h>

#define TURNS_MOST 100000 /* of one template: two hundred and seventy years of days */

#define RECURRING                                                                                  \
    "SELECT r.id, r.entry_id, r.customer_id, r.number, r.unit, r.step, r.from_day, r.day,"         \
    " r.behind, r.until_day, r.most, r.command, c.code, c.name, c.language"                        \
    " FROM recurring r JOIN customer o ON o.id = r.customer_id"                                    \
    " JOIN customer c ON c.id = COALESCE(o.merged_into, o.id)"

static struct recurring read_row(struct stmt *q, struct arena *arena)
{
    return (struct recurring){
        .id = col_i64(q, 0),
        .entry_id = col_i64(q, 1),
        .customer_id = col_i64(q, 2),
        .number = arena_text(arena, col_text(q, 3)),
        .when = {.unit = (enum recurrence_unit)col_i64(q, 4),
                 .step = (int)col_i64(q, 5),
                 .from = col_date(q, 6),
                 .day = (int)col_i64(q, 7),
                 .behind = col_i64(q, 8) != 0},
        .until = col_date(q, 9),
        .most = (int)col_i64(q, 10),
        .command = arena_text(arena, col_text(q, 11)),
        .customer = arena_text(arena, col_text(q, 12)),
        .name = arena_text(arena, col_text(q, 13)),
        .language = arena_text(arena, col_text(q, 14)),
    };
}

static enum err parts_read(struct book *book, struct arena *arena, struct recurring *out)
{
    int64_t room = 0;

    out->parts = NULL;
    out->part_count = 0;
    if (out->when.unit != RECUR_PARTS)
        return ERR_OK;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM recurring_part WHERE recurring_id = $1",
               "i", out->id));
    out->parts = arena_new(arena, ((size_t)room + 1) * sizeof *out->parts);
    struct stmt *q = db_sql(book->db, "SELECT day, amount FROM recurring_part"
                                      " WHERE recurring_id = $1 ORDER BY turn");
    bind_i64(q, 1, out->id);
    while (stmt_row(q) && out->part_count < (int)room)
        out->parts[out->part_count++] = (struct recurring_part){col_date(q, 0), col_i64(q, 1)};
    return stmt_end(q);
}

/* ---- turns ---------------------------------------------------------------------------------- */

/* The day of a turn, or NONE behind the end. */
static struct date turn_day(const struct recurring *r, int turn)
{
    struct date day = DATE_NONE;

    if (turn >= TURNS_MOST || (r->most && turn >= r->most))
        return day;
    if (r->when.unit == RECUR_PARTS)
        day = turn < r->part_count ? r->parts[turn].day : DATE_NONE;
    else
        day = recurrence_day(&r->when, turn);
    return date_is(day) && day.day <= r->until.day ? day : DATE_NONE;
}

static struct recurring_turn turn_make(const struct recurring *r, int turn, struct date due,
                                       struct arena *arena)
{
    char key[RECURRENCE_KEY];
    struct recurring_turn out = {.turn = turn, .due = due, .from = due, .to = due};

    if (r->when.unit == RECUR_PARTS) {
        out.amount = r->parts[turn].amount;
        out.period = arena_format(arena, "%d/%d", turn + 1, r->part_count);
    } else {
        recurrence_covers(&r->when, turn, &out.from, &out.to);
        out.period = arena_text(arena, recurrence_key(r->when.unit, due, key));
    }
    return out;
}

/* The turns of which something stands, ascending. */
struct standing {
    int *turns, count;
};

static enum err standing_read(struct book *book, int64_t id, struct arena *arena,
                              struct standing *out)
{
    int64_t room = 0;

    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM recurring_made WHERE recurring_id = $1",
               "i", id));
    *out = (struct standing){arena_new(arena, ((size_t)room + 1) * sizeof *out->turns), 0};
    struct stmt *q =
        db_sql(book->db, "SELECT m.turn FROM recurring_made m WHERE m.recurring_id = $1"
                         " AND NOT EXISTS (SELECT 1 FROM recurring_undo u WHERE u.made_id = m.id)"
                         " ORDER BY m.turn");
    bind_i64(q, 1, id);
    while (stmt_row(q) && out->count < (int)room)
        out->turns[out->count++] = (int)col_i64(q, 0);
    return stmt_end(q);
}

/* Hands out the turns due by `to` of which nothing stands. */
static enum err free_each(struct book *book, const struct recurring *r, struct date to,
                          struct arena *arena, enum err (*each)(void *self, int turn, struct date),
                          void *self)
{
    struct standing standing;
    int at = 0;

    TRY(standing_read(book, r->id, arena, &standing));
    for (int turn = 0;; turn++) {
        const struct date due = turn_day(r, turn);
        if (!date_is(due) || due.day > to.day)
            return ERR_OK;
        while (at < standing.count && standing.turns[at] < turn)
            at++;
        if (at < standing.count && standing.turns[at] == turn)
            continue;
        TRY(each(self, turn, due));
    }
}

static enum err next_find(struct book *book, struct arena *arena, struct recurring *out)
{
    struct standing standing;
    int turn = 0;

    TRY(standing_read(book, out->id, arena, &standing));
    out->made = standing.count;
    while (turn < standing.count && standing.turns[turn] == turn)
        turn++;
    out->next = turn_day(out, turn);
    return ERR_OK;
}

struct turns {
    struct recurring_turn *list;
    const struct recurring *recurring;
    struct book *book;
    struct arena *arena;
    int count, room;
};

static enum err turn_take(void *self, int turn, struct date due)
{
    struct turns *turns = self;
    int64_t takes = 0;

    turns->list =
        arena_grow(turns->arena, turns->list, turns->count, &turns->room, sizeof *turns->list);
    TRY(db_get(turns->book->db, &takes, 0,
               "SELECT COUNT(*) FROM recurring_made WHERE recurring_id = $1 AND turn = $2", "ii",
               turns->recurring->id, (int64_t)turn));
    struct recurring_turn *one = &turns->list[turns->count++];
    *one = turn_make(turns->recurring, turn, due, turns->arena);
    one->take = (int)takes;
    return ERR_OK;
}

enum err recurring_due(struct book *book, const struct recurring *recurring, struct date to,
                       struct arena *arena, struct recurring_turn **out, int *count)
{
    struct turns turns = {.recurring = recurring, .book = book, .arena = arena};

    TRY(free_each(book, recurring, to, arena, turn_take, &turns));
    *out = turns.list;
    *count = turns.count;
    return ERR_OK;
}

enum err recurring_turn_of(struct book *book, const struct recurring *recurring, const char *period,
                           struct arena *arena, struct recurring_turn *out)
{
    const char *first = NULL;
    int64_t takes = 0;

    for (int turn = 0;; turn++) {
        const struct date due = turn_day(recurring, turn);
        if (!date_is(due))
            break;
        *out = turn_make(recurring, turn, due, arena);
        first = first ? first : out->period;
        if (strcmp(out->period, period) != 0)
            continue;
        TRY(db_get(book->db, &takes, 0,
                   "SELECT COUNT(*) FROM recurring_made WHERE recurring_id = $1 AND turn = $2",
                   "ii", recurring->id, (int64_t)turn));
        out->take = (int)takes;
        return ERR_OK;
    }
    return fail(book->note, ERR_MISSING, "%s has no period %.20s; its first is %s",
                recurring->number, period, first ? first : "none");
}

static enum err due_count(void *self, int turn, struct date due)
{
    (void)turn;
    (void)due;
    ++*(int *)self;
    return ERR_OK;
}

enum err recurring_count_due(struct book *book, struct date to, int *count)
{
    struct arena arena = {0};
    struct recurring *list = NULL;
    int templates = 0;
    enum err e;

    *count = 0;
    TRY_OUT(recurring_list(book, 0, &arena, &list, &templates));
    for (int i = 0; i < templates; i++)
        if (date_is(list[i].next) && list[i].next.day <= to.day)
            TRY_OUT(free_each(book, &list[i], to, &arena, due_count, count));
    e = ERR_OK;
out:
    arena_done(&arena);
    return e;
}

/* ---- templates ------------------------------------------------------------------------------ */

static enum err whole(struct book *book, struct arena *arena, struct recurring *out)
{
    TRY(parts_read(book, arena, out));
    return next_find(book, arena, out);
}

enum err recurring_get(struct book *book, int64_t id, struct arena *arena, struct recurring *out)
{
    struct stmt *q = db_sql(book->db, RECURRING " WHERE r.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if ((is = stmt_row(q)))
        *out = read_row(q, arena);
    TRY(stmt_end(q));
    must(is);
    return whole(book, arena, out);
}

enum err recurring_find(struct book *book, const char *number, struct arena *arena,
                        struct recurring *out)
{
    int64_t id = 0;

    TRY(db_get(book->db, &id, 0, "SELECT id FROM recurring WHERE number = $1", "t", number));
    if (!id)
        return fail(book->note, ERR_MISSING,
                    "there is no template %.40s; `recurring list` shows them", number);
    return recurring_get(book, id, arena, out);
}

enum err recurring_list(struct book *book, int64_t customer_id, struct arena *arena,
                        struct recurring **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM recurring", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = customer_id ? db_sql(book->db, RECURRING
                                          " WHERE r.customer_id" OF_CUSTOMER("$1") " ORDER BY r.id")
                                 : db_sql(book->db, RECURRING " ORDER BY r.id");
    if (customer_id)
        bind_i64(q, 1, customer_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = read_row(q, arena);
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(whole(book, arena, &(*out)[i]));
    return ERR_OK;
}

/* ---- what was made -------------------------------------------------------------------------- */

#define MADE                                                                                       \
    "SELECT m.id, m.entry_id, m.run_id, m.recurring_id, m.document_id, m.turn, m.take,"            \
    " m.due_day, r.number, c.code, m.period, m.reason, COALESCE(d.number, ''),"                    \
    " COALESCE(d.effective, m.due_day), COALESCE(d.total, 0), COALESCE(d.currency, ''),"           \
    " EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = m.document_id"                        \
    " AND m.document_id > 0),"                                                                     \
    " EXISTS (SELECT 1 FROM recurring_undo u WHERE u.made_id = m.id)"                              \
    " FROM recurring_made m JOIN recurring r ON r.id = m.recurring_id"                             \
    " JOIN customer c ON c.id = r.customer_id LEFT JOIN document d ON d.id = m.document_id"

static struct recurring_made made_row(struct book *book, struct stmt *q, struct arena *arena)
{
    const char *currency = col_text(q, 15);

    return (struct recurring_made){
        .id = col_i64(q, 0),
        .entry_id = col_i64(q, 1),
        .run_id = col_i64(q, 2),
        .recurring_id = col_i64(q, 3),
        .document_id = col_i64(q, 4),
        .turn = (int)col_i64(q, 5),
        .take = (int)col_i64(q, 6),
        .due = col_date(q, 7),
        .recurring = arena_text(arena, col_text(q, 8)),
        .customer = arena_text(arena, col_text(q, 9)),
        .period = arena_text(arena, col_text(q, 10)),
        .reason = arena_text(arena, col_text(q, 11)),
        .number = arena_text(arena, col_text(q, 12)),
        .date = col_date(q, 13),
        .total = {col_i64(q, 14), *currency ? book_currency_of(book, currency) : book->currency},
        .is_void = col_i64(q, 16) != 0,
        .undone = col_i64(q, 17) != 0,
    };
}

enum err recurring_made_list(struct book *book, int64_t run_id, int64_t recurring_id,
                             struct arena *arena, struct recurring_made **out, int *count)
{
    struct stmt *q;
    int64_t room = 0;

    must((run_id == 0) != (recurring_id == 0));
    *count = 0;
    if (run_id)
        TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM recurring_made WHERE run_id = $1", "i",
                   run_id));
    else
        TRY(db_get(book->db, &room, 0,
                   "SELECT COUNT(*) FROM recurring_made WHERE recurring_id = $1", "i",
                   recurring_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    q = run_id ? db_sql(book->db, MADE " WHERE m.run_id = $1 ORDER BY m.id")
               : db_sql(book->db, MADE " WHERE m.recurring_id = $1 ORDER BY m.id");
    bind_i64(q, 1, run_id ? run_id : recurring_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = made_row(book, q, arena);
    return stmt_end(q);
}
