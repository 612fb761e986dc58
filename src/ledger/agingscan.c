/* agingscan: open items as of any day, from one covering index. */
#include "ledger/agingscan.h"

#include "ledger/local.h"

#include <stdlib.h>
#include <string.h>

/* What is read of an item. */
#define ITEMS                                                                                      \
    "SELECT i.id, i.customer_id, i.currency, i.amount, i.open, i.base, i.due, i.effective, "       \
    "i.posted, i.account_id"

/* Applied by D as known on K, from the index of the one side that the item stands on. */
#define APPLIED(day)                                                                               \
    ", CASE WHEN i.amount > 0" APPLIED_SIDE("THEN", day, "debit")                                  \
        APPLIED_SIDE("ELSE", day, "credit") " END"
#define APPLIED_SIDE(word, day, side)                                                              \
    " " word " (SELECT CAST(SUM(a.amount) AS BIGINT) FROM application a WHERE a." side             \
    "_id = i.id AND a." day " <= $1 AND ($3 = 0 OR a.entry_id <= $3))"

/* Posted by D and not settled on D. In the index of aging the items that were settled on one day
 * lie together, by the day on which they were posted: each such day after D is asked for what was
 * posted by D, so that a scan costs what it finds, however long ago D is. */
#define DAYS                                                                                       \
    "WITH RECURSIVE settled (day) AS (SELECT MIN(settled_on) FROM item WHERE settled_on > $1"      \
    " UNION ALL SELECT (SELECT MIN(i.settled_on) FROM item i WHERE i.settled_on > settled.day)"    \
    " FROM settled WHERE settled.day IS NOT NULL) "
#define OF_ALL                                                                                     \
    " FROM settled CROSS JOIN item i WHERE i.settled_on = settled.day AND i.posted <= $1"          \
    " AND $2 = 0"
#define OF_ONE                                                                                     \
    " FROM item i WHERE i.customer_id" OF_CUSTOMER("$2") " AND i.settled_on > $1"                  \
                                                         " AND i.posted <= $1"

struct scan {
    struct book *book;
    const struct aging_query *query;
    enum err (*each)(void *self, const struct aging_item *item);
    void *self;
    bool applied; /* column 10 holds what was applied by D */
    bool closed;  /* items that are closed by now are wanted too */
};

static void read_row(struct stmt *q, struct aging_item *out)
{
    out->id = col_i64(q, 0);
    out->customer_id = col_i64(q, 1);
    out->account_id = col_i64(q, 9);
    const char *code = col_text(q, 2);
    memcpy(out->currency, code, strnlen(code, 3));
    out->currency[3] = 0;
    out->amount = col_i64(q, 3);
    out->open = col_i64(q, 4);
    out->open_base = col_i64(q, 5);
    out->due = col_date(q, 6);
    out->effective = col_date(q, 7);
    out->posted = col_date(q, 8);
}

/* Base of what is open, where the currency is another than the book's: few items, asked one by
 * one. */
static enum err foreign_base(const struct scan *scan, int64_t known, struct aging_item *item)
{
#define RELIEVED(day, side)                                                                        \
    "SELECT CAST(SUM(" side "_base) AS BIGINT) FROM application WHERE " side "_id = $1"            \
    " AND " day " <= $2 AND ($3 = 0 OR entry_id <= $3)"
    static const char *const relieved[2][2] = {
        {RELIEVED("posted", "debit"), RELIEVED("posted", "credit")},
        {RELIEVED("effective", "debit"), RELIEVED("effective", "credit")},
    };
#undef RELIEVED
    int64_t base = 0;

    if (strcmp(item->currency, scan->book->currency.code) == 0) {
        item->open_base = item->open;
        return ERR_OK;
    }
    if (item->open == item->amount)
        return ERR_OK;
    TRY(db_get(scan->book->db, &base, 0,
               relieved[scan->query->by == BY_EFFECTIVE][item->amount < 0], "iii", item->id,
               (int64_t)scan->query->as_of.day, known));
    item->open_base += item->amount > 0 ? -base : base;
    return ERR_OK;
}

/* `known` is the last entry that counts, 0 for all. */
static enum err run(struct scan *scan, struct stmt *q, int64_t known)
{
    enum err e = ERR_OK;

    bind_i64(q, 1, scan->query->as_of.day);
    bind_i64(q, 2, scan->query->customer_id);
    if (scan->applied)
        bind_i64(q, 3, known);
    while (e == ERR_OK && stmt_row(q)) {
        struct aging_item item;
        if (account_control_of(scan->book, col_i64(q, 9)) != scan->query->control)
            continue;
        read_row(q, &item);
        if (scan->applied) {
            const int64_t applied = col_i64(q, 10);
            item.open = item.amount > 0 ? item.amount - applied : item.amount + applied;
            if (item.open != 0)
                e = foreign_base(scan, known, &item);
        }
        if (e == ERR_OK && (item.open != 0 || scan->closed))
            e = scan->each(scan->self, &item);
    }
    return stmt_end_after(q, e);
}

/* Where few applications are dated after D, what they moved is put back on what is open now, and no
 * other item is looked into: today's aging stays as quick with a cheque dated next week. */
#define LATER_MAX 32768

struct put_back {
    int64_t item_id, amount;
};
struct later {
    struct put_back *rows; /* by item, one each */
    size_t count;
};

static enum err later_few(struct book *book, const struct aging_query *query, bool *few)
{
    const int64_t most = query->customer_id ? 0 : LATER_MAX; /* one customer has few items to ask */
    int64_t count = 0;

    TRY(db_get(
        book->db, &count, 0,
        "SELECT COUNT(*) FROM (SELECT 1 FROM application WHERE posted > $1 LIMIT $2) AS later",
        "ii", (int64_t)query->as_of.day, most + 1));
    *few = count <= most;
    return ERR_OK;
}

static int by_item(const void *a, const void *b)
{
    const struct put_back *x = a, *y = b;

    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

static enum err later_read(struct book *book, struct date as_of, struct later *out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT debit_id, credit_id, amount FROM application WHERE posted > $1");
    size_t room = 0, count = 0;

    bind_i64(q, 1, as_of.day);
    while (stmt_row(q)) {
        if (count + 2 > room) {
            room = room ? room * 2 : 256;
            out->rows = mem_resize(out->rows, room, sizeof *out->rows);
        }
        const int64_t amount = col_i64(q, 2);
        out->rows[count++] = (struct put_back){col_i64(q, 0), amount};
        out->rows[count++] = (struct put_back){col_i64(q, 1), -amount};
    }
    TRY(stmt_end(q));
    if (count > 0)
        qsort(out->rows, count, sizeof *out->rows, by_item);
    for (size_t i = 0; i < count; i++)
        if (out->count && out->rows[out->count - 1].item_id == out->rows[i].item_id)
            out->rows[out->count - 1].amount += out->rows[i].amount;
        else
            out->rows[out->count++] = out->rows[i];
    return ERR_OK;
}

struct rollback {
    const struct scan *scan;
    struct later later;
};

static enum err rolled_back(void *self, const struct aging_item *item)
{
    const struct rollback *rollback = self;
    const struct later *later = &rollback->later;
    const struct put_back key = {.item_id = item->id};
    const struct put_back *row =
        later->count ? bsearch(&key, later->rows, later->count, sizeof *later->rows, by_item)
                     : NULL;
    struct aging_item copy = *item;

    if (row)
        copy.open += row->amount;
    if (copy.open == 0)
        return ERR_OK;
    TRY(foreign_base(rollback->scan, 0, &copy));
    return rollback->scan->each(rollback->scan->self, &copy);
}

static enum err scan_rolled_back(struct scan *scan)
{
    struct rollback rollback = {.scan = scan};
    struct scan inner = *scan;
    struct db *db = scan->book->db;
    enum err e = later_read(scan->book, scan->query->as_of, &rollback.later);

    inner.each = rolled_back;
    inner.self = &rollback;
    inner.closed = true;
    if (e == ERR_OK)
        e = run(&inner, db_sql(db, scan->query->customer_id ? ITEMS OF_ONE : DAYS ITEMS OF_ALL), 0);
    free(rollback.later.rows);
    return e;
}

static enum err scan_posted(struct scan *scan)
{
    scan->applied = true;
    return run(scan,
               db_sql(scan->book->db, scan->query->customer_id ? ITEMS APPLIED("posted") OF_ONE
                                                               : DAYS ITEMS APPLIED("posted")
                                                                     OF_ALL),
               0);
}

#define PERHAPS_OF_ONE " AND ($2 = 0 OR i.customer_id" OF_CUSTOMER("$2") ")"

/* settled_on is by posted day, and posted >= effective: what was settled by effective day after D
 * has settled_on > D too. */
static enum err scan_effective(struct scan *scan)
{
    scan->applied = true;
    return run(scan,
               db_sql(scan->book->db,
                      ITEMS APPLIED("effective") " FROM item i WHERE i.settled_on > $1"
                                                 " AND i.effective <= $1" PERHAPS_OF_ONE),
               0);
}

/* As known on K: a later entry may have settled an item on a day before D, so every item dated by D
 * is a candidate whose own entry and whose applications are not later than K. */
static enum err scan_known(struct scan *scan)
{
#define KNOWN(day)                                                                                 \
    ITEMS APPLIED(day) " FROM item i JOIN document d ON d.id = i.document_id WHERE i." day         \
                       " <= $1 AND d.entry_id <= $3" PERHAPS_OF_ONE
    scan->applied = true;
    return run(
        scan,
        db_sql(scan->book->db, scan->query->by == BY_POSTED ? KNOWN("posted") : KNOWN("effective")),
        scan->query->known_entry);
#undef KNOWN
}

/* Due dates that a manager moved, and deductions, which age from the date of the document that they
 * were taken off: few, so they are kept by item and put over what was scanned. */
struct moved_day {
    int64_t item_id;
    struct date day;
};
struct moved {
    struct moved_day *dues; /* ascending by item, the one in force of each */
    int count;
    struct moved_day *issued; /* of deductions, ascending by item */
    int issued_count;
    struct merged_set merged; /* their items stand under the one that stays */
    enum err (*each)(void *self, const struct aging_item *item);
    void *self;
};

/* Every entry is above 0: that is said so that the index of deductions by entry is used; in its
 * order the ids of items ascend. */
static enum err read_issued(struct book *book, struct arena *arena, struct moved *out)
{
    int64_t room = 0;

    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM document WHERE kind = " KIND_DEDUCTION " AND entry_id > 0",
               ""));
    if (room == 0)
        return ERR_OK;
    out->issued = arena_new(arena, (size_t)room * sizeof *out->issued);
    struct stmt *q = db_sql(book->db, "SELECT i.id, d.issued FROM document d JOIN item i"
                                      " ON i.document_id = d.id AND i.amount > 0"
                                      " WHERE d.kind = " KIND_DEDUCTION " AND d.entry_id > 0"
                                      " ORDER BY d.entry_id, d.id");
    while (stmt_row(q) && out->issued_count < (int)room)
        out->issued[out->issued_count++] = (struct moved_day){col_i64(q, 0), col_date(q, 1)};
    return stmt_end(q);
}

enum err aging_known(struct book *book, const struct aging_query *query, int64_t *entry_id)
{
    int64_t closed = 0;

    *entry_id = query->known_entry;
    if (query->by != BY_POSTED)
        return ERR_OK;
    TRY(period_known(book, query->as_of, &closed));
    if (closed && (*entry_id == 0 || closed < *entry_id))
        *entry_id = closed;
    return ERR_OK;
}

static enum err read_moved(struct book *book, const struct aging_query *query, struct arena *arena,
                           struct moved *out)
{
    int64_t room = 0, known = 0;

    TRY(read_issued(book, arena, out));
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM reage", ""));
    if (room == 0)
        return ERR_OK;
    TRY(aging_known(book, query, &known));
    out->dues = arena_new(arena, (size_t)room * sizeof *out->dues);
    struct stmt *q =
        db_sql(book->db, "SELECT item_id, due FROM reage WHERE from_day <= $1"
                         " AND ($2 = 0 OR entry_id <= $2) ORDER BY item_id, from_day, id");
    bind_i64(q, 1, query->as_of.day);
    bind_i64(q, 2, known);
    while (stmt_row(q) && out->count < (int)room) {
        const struct moved_day due = {col_i64(q, 0), col_date(q, 1)};
        if (out->count && out->dues[out->count - 1].item_id == due.item_id)
            out->count--; /* a later one takes its place */
        out->dues[out->count++] = due;
    }
    return stmt_end(q);
}

static void day_of(const struct moved_day *days, int count, int64_t item_id, struct date *day)
{
    int low = 0, high = count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (days[middle].item_id < item_id)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < count && days[low].item_id == item_id)
        *day = days[low].day;
}

static enum err each_moved(void *self, const struct aging_item *item)
{
    struct moved *moved = self;
    struct aging_item copy = *item;

    copy.customer_id = merged_stays(&moved->merged, item->customer_id);
    day_of(moved->dues, moved->count, item->id, &copy.due);
    day_of(moved->issued, moved->issued_count, item->id, &copy.effective);
    return moved->each(moved->self, &copy);
}

enum err aging_scan(struct book *book, const struct aging_query *query,
                    enum err (*each)(void *self, const struct aging_item *item), void *self)
{
    struct scan scan = {.book = book, .query = query, .each = each, .self = self};
    bool few = false;
    int64_t revision = 0;
    struct arena arena = {0};
    struct moved moved = {.each = each, .self = self};
    enum err e;

    TRY_OUT(read_moved(book, query, &arena, &moved));
    if (!query->as_posted)
        TRY_OUT(merged_load(book, &arena, &moved.merged));
    if (moved.count || moved.issued_count || moved.merged.count) {
        scan.each = each_moved;
        scan.self = &moved;
    }
    if (query->known_entry) {
        TRY_OUT(book_revision(book, &revision));
        if (query->known_entry < revision) {
            e = scan_known(&scan);
            goto out;
        }
    }
    if (query->by == BY_EFFECTIVE) {
        e = scan_effective(&scan);
        goto out;
    }
    TRY_OUT(later_few(book, query, &few));
    e = few ? scan_rolled_back(&scan) : scan_posted(&scan);
out:
    arena_done(&arena);
    return e;
}
