/* part of `charge`: runs, drafts and what was charged, as they stand. */
#include "ledger/charge.h"
#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

const char *charge_state_word(enum charge_state state)
{
    static const char *const words[] = {"draft", "dropped", "posted"};

    return words[state];
}

/* ---- runs ----------------------------------------------------------------------------------- */

#define RUNS                                                                                       \
    "SELECT r.id, r.upto, r.customer_id, COALESCE(c.code, ''), r.collector, e.kind, e.day,"        \
    " COALESCE(n.actor, ''), CASE WHEN e.kind IS NULL THEN (SELECT COUNT(*) FROM charge_draft d"   \
    " WHERE d.run_id = r.id) ELSE (SELECT COUNT(*) FROM charge_line l WHERE l.run_id = r.id) END," \
    " (SELECT COUNT(*) FROM charge_draft d WHERE d.run_id = r.id AND d.left_out = 1)"              \
    " FROM charge_run r LEFT JOIN entry n ON n.id = r.entry_id"                                    \
    " LEFT JOIN charge_run_end e ON e.run_id = r.id LEFT JOIN customer c ON c.id = r.customer_id"

static struct charge_run run_read(struct stmt *q, struct arena *arena)
{
    const bool waits = col_is_null(q, 5);

    return (struct charge_run){.id = col_i64(q, 0),
                               .upto = col_date(q, 1),
                               .customer_id = col_i64(q, 2),
                               .customer = arena_text(arena, col_text(q, 3)),
                               .collector = arena_text(arena, col_text(q, 4)),
                               .state = waits                ? CHARGE_DRAFT
                                        : col_i64(q, 5) == 1 ? CHARGE_POSTED
                                                             : CHARGE_DROPPED,
                               .ended = waits ? DATE_NONE : col_date(q, 6),
                               .actor = arena_text(arena, col_text(q, 7)),
                               .lines = (int)col_i64(q, 8),
                               .left_out = (int)col_i64(q, 9)};
}

enum err charge_run_get(struct book *book, int64_t id, struct arena *arena, struct charge_run *out)
{
    /* the entry of a run that this very transaction made is not written yet */
    struct stmt *q = db_sql(book->db, RUNS " WHERE r.id = $1");
    bool found = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        *out = run_read(q, arena);
        found = true;
    }
    TRY(stmt_end(q));
    return found ? ERR_OK
                 : fail(book->note, ERR_MISSING, "there is no run %lld; `charge runs` lists them",
                        (long long)id);
}

enum err charge_run_list(struct book *book, struct arena *arena, struct charge_run **out,
                         int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM charge_run", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, RUNS " ORDER BY r.id DESC");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = run_read(q, arena);
    return stmt_end(q);
}

enum err charge_run_waiting(struct book *book, int64_t *id)
{
    return db_get(book->db, id, 0,
                  "SELECT r.id FROM charge_run r WHERE NOT EXISTS (SELECT 1 FROM charge_run_end e"
                  " WHERE e.run_id = r.id) ORDER BY r.id LIMIT 1",
                  "");
}

/* ---- drafts --------------------------------------------------------------------------------- */

struct drafted {
    int64_t item_id, proposed;
    int kind;
    bool left_out, seen;
};

struct draft_pass {
    struct drafted *rows; /* by item, then kind */
    int count;
    enum err (*each)(void *self, const struct charge_draft *draft);
    void *self;
};

static int drafted_order(const void *a, const void *b)
{
    const struct drafted *x = a, *y = b;

    if (x->item_id != y->item_id)
        return x->item_id < y->item_id ? -1 : 1;
    return x->kind - y->kind;
}

static enum err draft_row(void *self, const struct accrual *row)
{
    struct draft_pass *pass = self;
    const struct drafted sought = {.item_id = row->item_id, .kind = (int)row->kind};
    struct drafted *drafted =
        bsearch(&sought, pass->rows, (size_t)pass->count, sizeof sought, drafted_order);

    if (!drafted)
        return ERR_OK; /* came up since */
    const struct charge_draft draft = {row, drafted->proposed, drafted->left_out};
    drafted->seen = true;
    return pass->each(pass->self, &draft);
}

/* What is no row at all any more: paid in time, as is known now. */
static enum err gone_row(struct book *book, const struct drafted *drafted, struct arena *arena,
                         struct draft_pass *pass)
{
    struct item item;

    TRY(item_get(book, drafted->item_id, arena, &item));
    const struct accrual row = {.item_id = item.id,
                                .document_id = item.document_id,
                                .customer_id = item.customer_id,
                                .instalment = item.seq,
                                .customer = "",
                                .name = "",
                                .collector = "",
                                .number = item.number,
                                .document_kind = item.kind,
                                .kind = (enum accrual_kind)drafted->kind,
                                .currency = item.currency,
                                .due = item.due,
                                .amount = item.amount,
                                .charged_to = DATE_NONE,
                                .reason = ACCRUAL_NOTHING};
    const struct charge_draft draft = {&row, drafted->proposed, drafted->left_out};
    return pass->each(pass->self, &draft);
}

enum err charge_draft_each(struct book *book, int64_t run_id,
                           enum err (*each)(void *self, const struct charge_draft *draft),
                           void *self)
{
    struct arena arena = {0};
    struct draft_pass pass = {.each = each, .self = self};
    struct charge_run run;
    enum err e;

    TRY_OUT(charge_run_get(book, run_id, &arena, &run));
    pass.rows = arena_new(&arena, ((size_t)run.lines + 1) * sizeof *pass.rows);
    struct stmt *q = db_sql(book->db, "SELECT item_id, kind, proposed, left_out FROM charge_draft"
                                      " WHERE run_id = $1 ORDER BY item_id, kind");
    bind_i64(q, 1, run_id);
    while (stmt_row(q) && pass.count < run.lines)
        pass.rows[pass.count++] = (struct drafted){.item_id = col_i64(q, 0),
                                                   .kind = (int)col_i64(q, 1),
                                                   .proposed = col_i64(q, 2),
                                                   .left_out = col_i64(q, 3) != 0};
    TRY_OUT(stmt_end(q));
    const struct accrual_query query = {.upto = run.upto,
                                        .as_of = DATE_NONE,
                                        .customer_id = run.customer_id,
                                        .collector = *run.collector ? run.collector : NULL};
    if (pass.count)
        TRY_OUT(accrual_each(book, &query, draft_row, &pass));
    for (int i = 0; i < pass.count; i++)
        if (!pass.rows[i].seen)
            TRY_OUT(gone_row(book, &pass.rows[i], &arena, &pass));
out:
    arena_done(&arena);
    return e;
}

/* ---- what was charged ----------------------------------------------------------------------- */

static enum err pieces_read(struct book *book, int64_t line_id, struct arena *arena,
                            struct interest_piece **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM charge_piece WHERE line_id = $1", "i",
               line_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, "SELECT from_day, to_day, open, ppm, divisor"
                                      " FROM charge_piece WHERE line_id = $1 ORDER BY id");
    bind_i64(q, 1, line_id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct interest_piece){col_date(q, 0), col_date(q, 1), col_i64(q, 2),
                                                     col_i64(q, 3), (int)col_i64(q, 4)};
    return stmt_end(q);
}

#define LINES                                                                                      \
    "SELECT l.id, l.run_id, l.document_id, l.item_id, c.code, d.number, s.number, i.seq, l.kind,"  \
    " d.effective, i.due, l.upto, l.days, i.currency, l.accrued, l.before, l.amount,"              \
    " COALESCE(v.number, ''), v.effective"                                                         \
    " FROM charge_line l JOIN document d ON d.id = l.document_id JOIN item i ON i.id = l.item_id"  \
    " JOIN document s ON s.id = i.document_id JOIN customer c ON c.id = i.customer_id"             \
    " LEFT JOIN document v ON v.reverses_id = d.id"

enum err charge_lines(struct book *book, int64_t document_id, int64_t run_id, int64_t customer_id,
                      enum err (*each)(void *self, const struct charge_line *line), void *self)
{
    struct stmt *q =
        document_id ? db_sql(book->db, LINES " WHERE l.document_id = $1 ORDER BY l.id")
        : run_id    ? db_sql(book->db, LINES " WHERE l.run_id = $1 ORDER BY l.id")
        : customer_id
            ? db_sql(book->db, LINES " WHERE d.customer_id" OF_CUSTOMER("$1") " ORDER BY l.id")
            : db_sql(book->db, LINES " WHERE $1 = 0 ORDER BY l.id");
    struct arena arena = {0};
    enum err e = ERR_OK;

    bind_i64(q, 1, document_id ? document_id : run_id ? run_id : customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        struct charge_line line = {.id = col_i64(q, 0),
                                   .run_id = col_i64(q, 1),
                                   .document_id = col_i64(q, 2),
                                   .item_id = col_i64(q, 3),
                                   .customer = col_text(q, 4),
                                   .charge = col_text(q, 5),
                                   .number = col_text(q, 6),
                                   .instalment = (int)col_i64(q, 7),
                                   .kind = (enum accrual_kind)col_i64(q, 8),
                                   .date = col_date(q, 9),
                                   .due = col_date(q, 10),
                                   .upto = col_date(q, 11),
                                   .days = (int)col_i64(q, 12),
                                   .currency = book_currency_of(book, col_text(q, 13)),
                                   .accrued = col_i64(q, 14),
                                   .before = col_i64(q, 15),
                                   .amount = col_i64(q, 16),
                                   .undone = col_text(q, 17),
                                   .undone_on = col_date(q, 18)};
        arena_reset(&arena);
        e = pieces_read(book, line.id, &arena, &line.pieces, &line.piece_count);
        if (e == ERR_OK)
            e = each(self, &line);
    }
    e = stmt_end_after(q, e);
    arena_done(&arena);
    return e;
}
