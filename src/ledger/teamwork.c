#include "ledger/teamwork.h"

#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

#define MINUTE (60 * MOMENT_SECOND)

struct reading {
    struct book *book;
    struct arena *arena;
    int64_t first, last; /* entries */
    struct teamwork *rows;
    int64_t *seen; /* the moment of the last entry of a row */
    int count, room;
    int32_t *of_entry; /* row of each entry from `first` on, -1 = none */
};

/* Ids ascend with the moments of entries, and facts with their entries: the first id from which on
 * something is so is found by halves, without an index. `question` is a literal that gives the
 * value of the first row whose id is $1 or more. */
static enum err first_from(struct book *book, const char *most, const char *question, int64_t value,
                           int64_t *out)
{
    int64_t low = 1, high = 0, at = 0;

    TRY(db_get(book->db, &high, 0, most, ""));
    high++;
    while (low < high) {
        const int64_t mid = low + (high - low) / 2;
        TRY(db_get(book->db, &at, INT64_MAX, question, "i", mid));
        if (at < value)
            low = mid + 1;
        else
            high = mid;
    }
    *out = low;
    return ERR_OK;
}

static int row_of(struct reading *r, const char *user, struct date day)
{
    for (int i = r->count - 1; i >= 0 && r->rows[i].day.day == day.day; i--)
        if (strcmp(r->rows[i].user, user) == 0)
            return i;
    if (r->count == r->room) {
        r->room = r->room * 2 + 256;
        r->rows = mem_resize(r->rows, (size_t)r->room, sizeof *r->rows);
        r->seen = mem_resize(r->seen, (size_t)r->room, sizeof *r->seen);
    }
    r->rows[r->count] = (struct teamwork){.user = arena_text(r->arena, user), .day = day};
    r->seen[r->count] = 0;
    return r->count++;
}

/* An entry takes a minute at least; the next one of the same user tells how long it took. */
static void entry_take(struct reading *r, int row, int64_t moment)
{
    const int64_t gap = moment - r->seen[row];

    r->rows[row].acts++;
    if (!r->seen[row] || gap > TEAMWORK_PAUSE * MINUTE || gap < 0)
        r->rows[row].minutes++;
    else
        r->rows[row].minutes += gap / MINUTE;
    r->seen[row] = moment;
}

static enum err entries_read(struct reading *r, struct date from, struct date to)
{
    struct stmt *q = db_sql(r->book->db, "SELECT id, moment, actor FROM entry WHERE id >= $1"
                                         " AND id < $2 ORDER BY id");

    r->of_entry = mem_new((size_t)(r->last - r->first) + 1, sizeof *r->of_entry);
    bind_i64(q, 1, r->first);
    bind_i64(q, 2, r->last);
    while (stmt_row(q)) {
        const struct date day = moment_date(col_i64(q, 1));
        int row = -1;
        if (day.day >= from.day && day.day <= to.day) {
            row = row_of(r, col_text(q, 2), day);
            entry_take(r, row, col_i64(q, 1));
        }
        r->of_entry[col_i64(q, 0) - r->first] = row;
    }
    return stmt_end(q);
}

static struct teamwork *row_of_entry(const struct reading *r, int64_t entry_id)
{
    if (entry_id < r->first || entry_id >= r->last)
        return NULL;
    const int row = r->of_entry[entry_id - r->first];
    return row < 0 ? NULL : &r->rows[row];
}

static enum err document_take(struct teamwork *row, struct stmt *q)
{
    const int64_t kind = col_i64(q, 1), base = col_i64(q, 2), total = col_i64(q, 3);
    int64_t waits = 0;

    if (!col_is_null(q, 4)) {
        row->corrections++;
        return ERR_OK;
    }
    if (kind == DOCUMENT_PAYMENT) {
        row->receipts++;
        TRY(amount_add(row->receipts_base, base, &row->receipts_base));
        if (total && col_i64(q, 5))
            TRY(amount_scale(base, -col_i64(q, 5), total, &waits));
        return amount_add(row->unapplied_base, waits, &row->unapplied_base);
    }
    if (kind != DOCUMENT_INVOICE && kind != DOCUMENT_CREDIT && kind != DOCUMENT_DEBIT)
        return ERR_OK;
    row->papers++;
    return amount_add(row->papers_base, base, &row->papers_base);
}

static enum err documents_read(struct reading *r)
{
    int64_t first = 0;
    enum err e = ERR_OK;

    TRY(first_from(r->book, "SELECT MAX(id) FROM document",
                   "SELECT entry_id FROM document WHERE id >= $1 ORDER BY id LIMIT 1", r->first,
                   &first));
    struct stmt *q =
        db_sql(r->book->db, "SELECT d.entry_id, d.kind, d.base_total, d.total, d.reverses_id,"
                            " CASE d.kind WHEN " KIND_PAYMENT
                            " THEN (SELECT CAST(SUM(i.open) AS BIGINT) FROM item i"
                            " WHERE i.document_id = d.id AND i.amount < 0) END"
                            " FROM document d WHERE d.id >= $1 ORDER BY d.id");
    bind_i64(q, 1, first);
    while (e == ERR_OK && stmt_row(q)) {
        if (col_i64(q, 0) >= r->last)
            break;
        struct teamwork *row = row_of_entry(r, col_i64(q, 0));
        if (row)
            e = document_take(row, q);
    }
    return stmt_end_after(q, e);
}

static enum err applications_read(struct reading *r)
{
    int64_t first = 0;

    TRY(first_from(r->book, "SELECT MAX(id) FROM application",
                   "SELECT entry_id FROM application WHERE id >= $1 ORDER BY id LIMIT 1", r->first,
                   &first));
    struct stmt *q = db_sql(r->book->db, "SELECT entry_id, amount FROM application WHERE id >= $1"
                                         " ORDER BY id");
    bind_i64(q, 1, first);
    while (stmt_row(q) && col_i64(q, 0) < r->last) {
        struct teamwork *row = row_of_entry(r, col_i64(q, 0));
        if (row && col_i64(q, 1) < 0)
            row->corrections++;
        else if (row)
            row->applied++;
    }
    return stmt_end(q);
}

static enum err contacts_read(struct reading *r)
{
    int64_t first = 0;

    TRY(first_from(r->book, "SELECT MAX(id) FROM contact_log",
                   "SELECT entry_id FROM contact_log WHERE id >= $1 ORDER BY id LIMIT 1", r->first,
                   &first));
    struct stmt *q =
        db_sql(r->book->db, "SELECT entry_id FROM contact_log WHERE id >= $1 ORDER BY id");
    bind_i64(q, 1, first);
    while (stmt_row(q) && col_i64(q, 0) < r->last) {
        struct teamwork *row = row_of_entry(r, col_i64(q, 0));
        if (row)
            row->contacts++;
    }
    return stmt_end(q);
}

static int row_cmp(const void *a, const void *b)
{
    const struct teamwork *x = a, *y = b;

    if (x->day.day != y->day.day)
        return x->day.day < y->day.day ? -1 : 1;
    return strcmp(x->user, y->user);
}

static enum err read_all(struct reading *r, struct date from, struct date to)
{
    static const char most[] = "SELECT MAX(id) FROM entry";
    static const char moment[] = "SELECT moment FROM entry WHERE id >= $1 ORDER BY id LIMIT 1";

    TRY(first_from(r->book, most, moment, date_moment_end(date_add(from, -1)), &r->first));
    TRY(first_from(r->book, most, moment, date_moment_end(to), &r->last));
    if (r->last < r->first)
        r->last = r->first;
    TRY(entries_read(r, from, to));
    TRY(documents_read(r));
    TRY(applications_read(r));
    return contacts_read(r);
}

enum err teamwork_read(struct book *book, struct date from, struct date to, struct arena *arena,
                       struct teamwork **out, int *count)
{
    struct reading r = {.book = book, .arena = arena};
    const enum err e = read_all(&r, from, to);

    *count = r.count;
    *out = arena_new(arena, ((size_t)r.count + 1) * sizeof **out);
    if (r.count) {
        qsort(r.rows, (size_t)r.count, sizeof *r.rows, row_cmp);
        memcpy(*out, r.rows, (size_t)r.count * sizeof **out);
    }
    free(r.rows);
    free(r.seen);
    free(r.of_entry);
    return e;
}
