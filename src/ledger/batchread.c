/* batchread: batches and their lines as they stand, from the drafts and from what happened to them.
 */
#include "ledger/batch.h"

#include "base/figures.h"
#include "base/text.h"
#include "ledger/local.h"
#include "ledger/shortage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The last thing of some kind that happened to batch b. */
#define LAST(fields)                                                                               \
    "(SELECT MAX(x.id) FROM change x WHERE x.subject = 'batch' AND x.subject_id = b.id"            \
    " AND x.field IN (" fields "))"
#define STANDING                                                                                   \
    "EXISTS (SELECT 1 FROM deposit_line p WHERE p.receipt_id = l.document_id AND NOT EXISTS"       \
    " (SELECT 1 FROM document v WHERE v.reverses_id = p.deposit_id))"
#define BATCHES                                                                                    \
    "SELECT b.id, b.number, b.day, k.code, k.name, b.currency, e.actor, e.moment, b.count,"        \
    " b.total, b.tape, (SELECT COUNT(*) FROM batch_line l WHERE l.batch_id = b.id),"               \
    " (SELECT CAST(SUM(l.amount) AS BIGINT) FROM batch_line l WHERE l.batch_id = b.id),"           \
    " z.field, f.actor, f.moment, a.before, a.after, g.actor,"                                     \
    " (SELECT COUNT(*) FROM batch_line l WHERE l.batch_id = b.id AND " STANDING ")"                \
    " FROM batch b JOIN account k ON k.id = b.account_id LEFT JOIN entry e ON e.id = b.entry_id"   \
    " LEFT JOIN change z ON z.id = " LAST(                                                         \
        "'posted', 'dropped'") " LEFT JOIN entry f ON"                                             \
                               " f.id = z.entry_id LEFT JOIN change a ON a.id = " LAST(            \
                                   "'accepted'") " LEFT JOIN entry g ON g.id = a.entry_id"

const char *batch_state_word(enum batch_state state)
{
    static const char *const words[] = {"draft", "balanced", "posted", "deposited", "dropped"};

    must((unsigned)state < sizeof words / sizeof *words);
    return words[state];
}

bool batch_state_is_open(enum batch_state state)
{
    return state == BATCH_DRAFT || state == BATCH_BALANCED;
}

const char *batch_difference_text(const struct batch *batch, struct arena *arena)
{
    char text[MONEY_TEXT];

    return arena_format(
        arena, "%lld %s", (long long)(batch->lines - batch->count),
        money_plain(money_of(batch->entered - batch->total, batch->currency), text));
}

static enum batch_state state_of(const struct batch *batch, const char *ended, int64_t deposited)
{
    if (strcmp(ended, "dropped") == 0)
        return BATCH_DROPPED;
    if (strcmp(ended, "posted") == 0)
        return batch->lines && deposited == batch->lines ? BATCH_DEPOSITED : BATCH_POSTED;
    return batch->lines == batch->count && batch->entered == batch->total ? BATCH_BALANCED
                                                                          : BATCH_DRAFT;
}

static void batch_read(struct book *book, struct stmt *q, struct arena *arena, struct batch *out)
{
    *out = (struct batch){.id = col_i64(q, 0),
                          .number = arena_text(arena, col_text(q, 1)),
                          .day = col_date(q, 2),
                          .bank = arena_text(arena, col_text(q, 3)),
                          .bank_name = arena_text(arena, col_text(q, 4)),
                          .currency = book_currency_of(book, col_text(q, 5)),
                          .actor = arena_text(arena, col_text(q, 6)),
                          .moment = col_i64(q, 7),
                          .count = col_i64(q, 8),
                          .total = col_i64(q, 9),
                          .tape = arena_text(arena, col_text(q, 10)),
                          .lines = col_i64(q, 11),
                          .entered = col_i64(q, 12),
                          .ended_by = arena_text(arena, col_text(q, 14)),
                          .ended_at = col_i64(q, 15)};
    out->state = state_of(out, col_text(q, 13), col_i64(q, 19));
    if (!col_is_null(q, 16) && strcmp(col_text(q, 16), batch_difference_text(out, arena)) == 0) {
        out->accepted_why = arena_text(arena, col_text(q, 17));
        out->accepted_by = arena_text(arena, col_text(q, 18));
    }
}

enum err batch_get(struct book *book, int64_t id, struct arena *arena, struct batch *out)
{
    bool found = false;
    struct stmt *q = db_sql(book->db, BATCHES " WHERE b.id = $1");

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        found = true;
        batch_read(book, q, arena, out);
    }
    TRY(stmt_end(q));
    return found
               ? ERR_OK
               : fail(book->note, ERR_MISSING, "there is no batch with the id %lld", (long long)id);
}

enum err batches(struct book *book, bool only_open, struct arena *arena, struct batch **out,
                 int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM batch", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, BATCHES " WHERE $1 = 0 OR z.id IS NULL ORDER BY b.day DESC, b.id DESC");
    bind_i64(q, 1, only_open);
    while (stmt_row(q) && *count < (int)room)
        batch_read(book, q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

/* Letters alone mean today's batch, else the only open one that has them. */
static enum err letters_find(struct book *book, const char *letters, struct arena *arena,
                             struct batch *out)
{
    struct batch *list, *found = NULL;
    int count;

    TRY(batches(book, true, arena, &list, &count));
    for (int i = 0; i < count; i++) {
        const char *own = strrchr(list[i].number, '/');
        if (!own || !text_same(own + 1, letters))
            continue;
        if (list[i].day.day == book->today.day) {
            found = &list[i];
            break;
        }
        if (found)
            return fail(book->note, ERR_CONFLICT, "which batch %s: %s or %s?", letters,
                        list[i].number, found->number);
        found = &list[i];
    }
    if (!found)
        return fail(book->note, ERR_MISSING, "there is no batch %s; `batch list` shows them",
                    letters);
    *out = *found;
    return ERR_OK;
}

enum err batch_find(struct book *book, const char *number, struct arena *arena, struct batch *out)
{
    int64_t id = 0;

    TRY(db_get(book->db, &id, 0, "SELECT id FROM batch WHERE number = $1", "t", number));
    return id ? batch_get(book, id, arena, out) : letters_find(book, number, arena, out);
}

enum err batch_events(struct book *book, int64_t id, struct arena *arena, struct batch_event **out,
                      int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM change WHERE subject = 'batch' AND subject_id = $1", "i", id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, "SELECT x.field, x.before, x.after, e.actor, e.moment FROM"
                                      " change x LEFT JOIN entry e ON e.id = x.entry_id"
                                      " WHERE x.subject = 'batch' AND x.subject_id = $1"
                                      " ORDER BY x.id");
    bind_i64(q, 1, id);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct batch_event){.field = arena_text(arena, col_text(q, 0)),
                                                  .before = arena_text(arena, col_text(q, 1)),
                                                  .after = arena_text(arena, col_text(q, 2)),
                                                  .actor = arena_text(arena, col_text(q, 3)),
                                                  .moment = col_i64(q, 4)};
    return stmt_end(q);
}

/* ---- lines ---- */

#define LINES                                                                                      \
    "SELECT l.id, l.batch_id, l.seq, l.command, l.op_id, e.actor, e.moment, l.customer_id, "       \
    "c.code,"                                                                                      \
    " c.name, l.amount, l.method, l.reference, d.number FROM batch_line l LEFT JOIN entry e"       \
    " ON e.id = l.entry_id LEFT JOIN customer c ON c.id = l.customer_id"                           \
    " LEFT JOIN document d ON d.id = l.document_id"

static void line_read(struct stmt *q, struct arena *arena, struct batch_line *out)
{
    *out = (struct batch_line){.id = col_i64(q, 0),
                               .batch_id = col_i64(q, 1),
                               .seq = col_i64(q, 2),
                               .command = arena_text(arena, col_text(q, 3)),
                               .op_id = arena_text(arena, col_text(q, 4)),
                               .actor = arena_text(arena, col_text(q, 5)),
                               .moment = col_i64(q, 6),
                               .customer_id = col_i64(q, 7),
                               .customer = arena_text(arena, col_text(q, 8)),
                               .name = arena_text(arena, col_text(q, 9)),
                               .amount = col_i64(q, 10),
                               .method = (enum payment_method)col_i64(q, 11),
                               .reference = arena_text(arena, col_text(q, 12)),
                               .posted = arena_text(arena, col_text(q, 13)),
                               .pays = ""};
}

static enum err pays_read(struct book *book, struct arena *arena, struct batch_line *line)
{
    struct stmt *q = db_sql(book->db, "SELECT d.number, p.amount, i.currency FROM batch_pays p"
                                      " JOIN item i ON i.id = p.item_id JOIN document d"
                                      " ON d.id = i.document_id WHERE p.line_id = $1"
                                      " ORDER BY i.due, i.id");
    bind_i64(q, 1, line->id);
    while (stmt_row(q)) {
        const struct currency currency = book_currency_of(book, col_text(q, 2));
        line->pays =
            arena_format(arena, "%s%s%s %s", line->pays, *line->pays ? ", " : "", col_text(q, 0),
                         figure_marked(money_of(col_i64(q, 1), currency), arena));
    }
    return stmt_end(q);
}

enum err batch_lines(struct book *book, int64_t batch_id, struct arena *arena,
                     struct batch_line **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM batch_line WHERE batch_id = $1", "i",
               batch_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, LINES " WHERE l.batch_id = $1 ORDER BY l.seq");
    bind_i64(q, 1, batch_id);
    while (stmt_row(q) && *count < (int)room)
        line_read(q, arena, &(*out)[(*count)++]);
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(pays_read(book, arena, &(*out)[i]));
    return ERR_OK;
}

enum err batch_line_get(struct book *book, int64_t id, struct arena *arena, struct batch_line *out)
{
    bool found = false;
    struct stmt *q = db_sql(book->db, LINES " WHERE l.id = $1");

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        found = true;
        line_read(q, arena, out);
    }
    TRY(stmt_end(q));
    if (!found)
        return fail(book->note, ERR_MISSING, "that line of the batch is gone");
    return pays_read(book, arena, out);
}

enum err batch_line_find(struct book *book, const char *name, struct arena *arena,
                         struct batch_line *out)
{
    const char *stroke = strrchr(name, '/');
    const size_t figures = stroke ? strspn(stroke + 1, "0123456789") : 0;
    struct batch batch;
    int64_t id = 0;

    if (!stroke || stroke == name || figures == 0 || figures > 9 || stroke[1 + figures])
        return fail(book->note, ERR_INPUT, "'%s' names no line of a batch, as 2026-11-22/A/14 does",
                    name);
    TRY(batch_find(book, arena_bytes(arena, name, (size_t)(stroke - name)), arena, &batch));
    TRY(db_get(book->db, &id, 0, "SELECT id FROM batch_line WHERE batch_id = $1 AND seq = $2", "ii",
               batch.id, (int64_t)strtoll(stroke + 1, NULL, 10)));
    if (!id)
        return fail(book->note, ERR_MISSING, "batch %s has no line %s; `batch show` lists them",
                    batch.number, stroke + 1);
    return batch_line_get(book, id, arena, out);
}

#define LEFT_OF "CASE WHEN i.open < 0 THEN -i.open ELSE i.open END"

enum err batch_line_judge(struct book *book, int64_t line_id)
{
    struct shortage shortage = {0};
    char wanted[MONEY_TEXT], so[96];
    struct stmt *q = db_sql(
        book->db, "SELECT i.document_id, CASE WHEN EXISTS (SELECT 1 FROM item o"
                  " WHERE o.document_id = i.document_id AND o.id <> i.id) THEN i.seq ELSE 0 END,"
                  " " LEFT_OF ", p.amount, i.currency FROM batch_pays p JOIN item i"
                  " ON i.id = p.item_id WHERE p.line_id = $1 AND p.amount > " LEFT_OF
                  " ORDER BY i.due, i.id LIMIT 1");

    bind_i64(q, 1, line_id);
    if (stmt_row(q)) {
        const struct currency currency = book_currency_of(book, col_text(q, 4));
        snprintf(so, sizeof so, "%s is not there for it",
                 money_plain(money_of(col_i64(q, 3), currency), wanted));
        shortage = (struct shortage){.document_id = col_i64(q, 0),
                                     .instalment = (int)col_i64(q, 1),
                                     .left = money_of(col_i64(q, 2), currency),
                                     .so = so};
    }
    TRY(stmt_end(q));
    return shortage.document_id ? shortage_fail(book, &shortage) : ERR_OK;
}
