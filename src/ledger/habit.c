#include "ledger/habit.h"

#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

#define YEAR_DAYS 365

static int row_cmp(const void *a, const void *b)
{
    const struct habit_row *x = a, *y = b;

    return (x->customer_id > y->customer_id) - (x->customer_id < y->customer_id);
}

/* Accounts that became one have one habit. */
static enum err merged_put(struct book *book, struct habit_row *rows, int *count)
{
    struct arena arena = {0};
    struct merged_set merged;
    int kept = 0;
    enum err e;

    TRY_OUT(merged_load(book, &arena, &merged));
    for (int i = 0; i < *count && merged.count; i++)
        rows[i].customer_id = merged_stays(&merged, rows[i].customer_id);
    if (merged.count)
        qsort(rows, (size_t)*count, sizeof *rows, row_cmp);
    for (int i = 0; i < *count; i++) {
        struct habit *one = &rows[kept > 0 ? kept - 1 : 0].habit;
        if (kept == 0 || rows[kept - 1].customer_id != rows[i].customer_id)
            rows[kept++] = rows[i];
        else {
            TRY_OUT(amount_add(one->amount, rows[i].habit.amount, &one->amount));
            TRY_OUT(amount_add(one->weighted, rows[i].habit.weighted, &one->weighted));
            one->payments += rows[i].habit.payments;
        }
    }
    *count = kept;
out:
    arena_done(&arena);
    return e;
}

enum err habits_read(struct book *book, struct date as_of, struct arena *arena,
                     struct habit_row **out, int *count)
{
    struct stmt *q =
        db_sql(book->db,
               "SELECT i.customer_id, CAST(SUM(a.debit_base) AS BIGINT),"
               " CAST(SUM(a.debit_base * (c.value - i.due)) AS BIGINT),"
               " COUNT(DISTINCT CASE d.kind WHEN " KIND_TRANSFER " THEN d.related_id ELSE d.id END)"
               " FROM application a JOIN item c ON c.id = a.credit_id"
               " JOIN document d ON d.id = c.document_id JOIN item i ON i.id = a.debit_id"
               " WHERE a.posted BETWEEN $1 AND $2 AND d.kind IN ($3, $4)"
               " AND i.customer_id IS NOT NULL AND" STOOD_ON(
                   "$2") " GROUP BY i.customer_id ORDER BY i.customer_id");
    int room = 0;

    *count = 0;
    *out = NULL;
    bind_i64(q, 1, as_of.day - YEAR_DAYS);
    bind_i64(q, 2, as_of.day);
    bind_i64(q, 3, DOCUMENT_PAYMENT);
    bind_i64(q, 4, DOCUMENT_TRANSFER);
    while (stmt_row(q)) {
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] =
            (struct habit_row){col_i64(q, 0), {col_i64(q, 1), col_i64(q, 2), col_i64(q, 3)}};
    }
    TRY(stmt_end(q));
    return merged_put(book, *out, count);
}

enum err cash_came(struct book *book, struct date from, struct date to, int64_t *base)
{
    struct stmt *q =
        db_sql(book->db, "SELECT CAST(COALESCE(SUM(i.base), 0) AS BIGINT) FROM document d"
                         " JOIN item i ON i.document_id = d.id"
                         " LEFT JOIN document r ON r.id = d.reverses_id"
                         " WHERE d.posted BETWEEN $1 AND $2 AND COALESCE(r.kind, d.kind) = $3"
                         " AND d.kind IN ($3, $4)");

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    bind_i64(q, 3, DOCUMENT_PAYMENT);
    bind_i64(q, 4, DOCUMENT_REVERSAL);
    *base = 0;
    if (stmt_row(q))
        *base = -col_i64(q, 0);
    return stmt_end(q);
}

enum err dispute_habits(struct book *book, struct date as_of, struct arena *arena,
                        struct dispute_habit **out, int *count)
{
    struct stmt *q =
        db_sql(book->db, "SELECT p.reason, CAST(SUM(z.closed - p.opened) AS BIGINT), COUNT(*)"
                         " FROM dispute p JOIN dispute_closing z ON z.dispute_id = p.id"
                         " WHERE z.closed BETWEEN $1 AND $2 GROUP BY p.reason ORDER BY p.reason");
    int room = 0;

    *count = 0;
    *out = NULL;
    bind_i64(q, 1, as_of.day - YEAR_DAYS);
    bind_i64(q, 2, as_of.day);
    while (stmt_row(q)) {
        int64_t days = 0;
        if (amount_scale(1, col_i64(q, 1), col_i64(q, 2), &days) != ERR_OK)
            continue;
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] = (struct dispute_habit){arena_text(arena, col_text(q, 0)), (int)days};
    }
    return stmt_end(q);
}

enum err disputes_now(struct book *book, struct date as_of, struct arena *arena,
                      struct dispute_now **out, int *count)
{
    struct stmt *q =
        db_sql(book->db, "SELECT p.item_id, p.reason FROM dispute p"
                         " LEFT JOIN dispute_closing z ON z.dispute_id = p.id AND z.closed <= $1"
                         " WHERE p.opened <= $1 AND z.dispute_id IS NULL ORDER BY p.item_id, p.id");
    int room = 0;

    *count = 0;
    *out = NULL;
    bind_i64(q, 1, as_of.day);
    while (stmt_row(q)) {
        *out = arena_grow(arena, *out, *count, &room, sizeof **out);
        (*out)[(*count)++] =
            (struct dispute_now){col_i64(q, 0), arena_text(arena, col_text(q, 1))};
    }
    return stmt_end(q);
}
