#include "ledger/pending.h"

#include "ledger/local.h"
#include "ledger/user.h"

#include <assert.h>
#include <string.h>

#define NAMED_MAX 3 /* who reads more than that looks at the batches */

/* Lines of batches that nobody has posted or dropped. */
#define OPEN                                                                                       \
    " AND l.document_id IS NULL AND NOT EXISTS (SELECT 1 FROM change x WHERE x.subject = 'batch'"  \
    " AND x.subject_id = b.id AND x.field = 'dropped')"
#define LINE_JOINS " JOIN batch b ON b.id = l.batch_id LEFT JOIN entry e ON e.id = l.entry_id"

/* What waits for an approval, of an item or a customer; a limit is no money. */
#define WAITS                                                                                      \
    " AND a.kind <> 3 AND a.expires >= $2 AND NOT EXISTS (SELECT 1 FROM approval_end z"            \
    " WHERE z.approval_id = a.id)"
static_assert(GRANT_LIMIT == 3, "the kind that WAITS leaves out");

static int64_t clock_day(struct book *book)
{
    return moment_date(book_moment(book)).day;
}

/* Adds the rows to those that are there. */
static enum err lines_read(struct book *book, struct stmt *q, bool approval, struct arena *arena,
                           struct pending **out, int *count)
{
    int room = *count;

    while (stmt_row(q)) {
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] = (struct pending){.batch = arena_text(arena, col_text(q, 0)),
                                              .seq = col_i64(q, 1),
                                              .approval = approval,
                                              .actor = arena_text(arena, col_text(q, 2)),
                                              .amount = col_i64(q, 3),
                                              .currency = book_currency_of(book, col_text(q, 4))};
    }
    return stmt_end(q);
}

/* Lines of batches first, then what waits for an approval. */
static enum err both_read(struct book *book, const char *lines, const char *approvals, int64_t id,
                          struct arena *arena, struct pending **out, int *count)
{
    struct stmt *q = db_sql(book->db, lines);

    *out = NULL;
    *count = 0;
    bind_i64(q, 1, id);
    TRY(lines_read(book, q, false, arena, out, count));
    q = db_sql(book->db, approvals);
    bind_i64(q, 1, id);
    bind_i64(q, 2, clock_day(book));
    return lines_read(book, q, true, arena, out, count);
}

enum err pending_of_item(struct book *book, int64_t item_id, struct arena *arena,
                         struct pending **out, int *count)
{
    return both_read(
        book,
        "SELECT b.number, l.seq, e.actor, p.amount, i.currency FROM"
        " batch_pays p JOIN item i ON i.id = p.item_id JOIN batch_line l"
        " ON l.id = p.line_id" LINE_JOINS " WHERE p.item_id = $1" OPEN " ORDER BY l.id",
        "SELECT 'A-' || CAST(a.id AS TEXT), 0, a.maker, a.amount, a.currency"
        " FROM approval a WHERE a.item_id = $1 AND a.item_id <> 0" WAITS " ORDER BY a.id",
        item_id, arena, out, count);
}

enum err pending_of_customer(struct book *book, int64_t customer_id, struct arena *arena,
                             struct pending **out, int *count)
{
    return both_read(book,
                     "SELECT b.number, l.seq, e.actor, l.amount, b.currency FROM"
                     " batch_line l" LINE_JOINS " WHERE l.customer_id = $1" OPEN " ORDER BY l.id",
                     "SELECT 'A-' || CAST(a.id AS TEXT), 0, a.maker, a.amount, a.currency"
                     " FROM approval a WHERE a.customer_id = $1 AND a.customer_id <> 0" WAITS
                     " ORDER BY a.id",
                     customer_id, arena, out, count);
}

enum err pending_is_any(struct book *book, bool *any)
{
    int64_t found = 0;

    TRY(db_get(book->db, &found, 0,
               "SELECT 1 FROM batch_line l JOIN batch b ON b.id = l.batch_id WHERE 1 = 1" OPEN
               " LIMIT 1",
               ""));
    if (!found)
        TRY(db_get(book->db, &found, 0,
                   "SELECT 1 FROM approval a WHERE a.expires >= $1 AND NOT EXISTS"
                   " (SELECT 1 FROM approval_end z WHERE z.approval_id = a.id) LIMIT 1",
                   "i", clock_day(book)));
    *any = found != 0;
    return ERR_OK;
}

static bool same_batch(const struct pending *a, const struct pending *b)
{
    return strcmp(a->batch, b->batch) == 0 && strcmp(a->actor, b->actor) == 0;
}

const char *pending_words(const struct pending *list, int count, struct date today,
                          struct arena *arena)
{
    const char *words = "";
    char day[DATE_TEXT];
    int named = 0;

    date_iso(today, day);
    const size_t len = strlen(day);

    for (int i = 0; i < count; i++) {
        bool again = false;
        for (int j = 0; j < i && !again; j++)
            again = same_batch(&list[i], &list[j]);
        if (again)
            continue;
        if (named++ == NAMED_MAX)
            return arena_format(arena, "%s; more", words);
        const bool is_today = date_is(today) && strncmp(list[i].batch, day, len) == 0;
        words = arena_format(arena, "%s%s%s%s, %s", words, *words ? "; " : "",
                             list[i].approval ? "approval " : "",
                             list[i].batch + (is_today ? len + 1 : 0), list[i].actor);
    }
    return words;
}

const char *pending_clause(const struct pending *list, int count, struct date today,
                           struct arena *arena)
{
    return arena_format(arena, "%s%s", list[0].approval ? "" : "batch ",
                        pending_words(list, count, today, arena));
}

int64_t pending_sum(const struct pending *list, int count)
{
    int64_t sum = 0;

    for (int i = 0; i < count; i++)
        if (currency_is(list[i].currency, list[0].currency))
            sum += list[i].amount; /* lines of batches, whose totals were added up already */
    return sum;
}
