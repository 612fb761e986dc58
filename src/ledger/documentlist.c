/* documentlist: documents and items as lists show them. */
#include "ledger/documentlist.h"

#include "base/buf.h"
#include "ledger/local.h"
#include "ledger/recourse.h"

#include <stdlib.h>
#include <string.h>

/* Documents still to be looked at; each goes behind what moved its money on. */
struct trail {
    struct arena *arena;
    int64_t *ids;
    int count, room;
};

static void trail_add(struct trail *trail, int64_t id)
{
    trail->ids =
        arena_grow(trail->arena, trail->ids, trail->count, &trail->room, sizeof *trail->ids);
    trail->ids[trail->count++] = id;
}

/* The transfers that a document's money went over. */
static enum err transfers_add(struct book *book, int64_t document_id, struct trail *trail)
{
    struct stmt *q =
        db_sql(book->db, "SELECT id FROM document WHERE related_id = $1 AND kind = " KIND_TRANSFER
                         " ORDER BY id");

    bind_i64(q, 1, document_id);
    while (stmt_row(q))
        trail_add(trail, col_i64(q, 0));
    return stmt_end(q);
}

static int by_id(const void *a, const void *b)
{
    const struct item *x = a, *y = b;

    return (x->id > y->id) - (x->id < y->id);
}

/* Two short questions a document instead of one that the store answers by a walk through all items:
 * every payment asks this several times while it holds the lane. */
enum err document_money(struct book *book, int64_t document_id, struct arena *arena,
                        struct item **out, int *count)
{
    struct trail trail = {.arena = arena};
    struct item *items = NULL;
    int some = 0;

    *count = 0;
    *out = NULL;
    trail_add(&trail, document_id);
    for (int at = 0; at < trail.count; at++) {
        TRY(items_of_document(book, trail.ids[at], arena, &items, &some));
        struct item *all = arena_new(arena, (size_t)(*count + some + 1) * sizeof *all);
        if (*count)
            memcpy(all, *out, (size_t)*count * sizeof *all);
        for (int i = 0; i < some; i++)
            if (items[i].open < 0)
                all[(*count)++] = items[i];
        *out = all;
        TRY(transfers_add(book, trail.ids[at], &trail));
    }
    qsort(*out, (size_t)*count, sizeof **out, by_id);
    return ERR_OK;
}

/* The day of the figures: that asked for, or the document's own when that is still ahead. */
#define DAY "(CASE WHEN d.posted > $1 THEN d.posted ELSE $1 END)"
#define DISPUTED_ON(what)                                                                          \
    "(SELECT CAST(SUM(p.amount) AS BIGINT) FROM dispute p LEFT JOIN dispute_closing z ON"          \
    " z.dispute_id = p.id WHERE p.item_id " what " AND p.opened <= " DAY                           \
    " AND (z.closed IS NULL OR"                                                                    \
    " z.closed > " DAY "))"
/* The transfers over which the money of document d went, two deep: identified, then moved on. */
#define HOPS                                                                                       \
    "(SELECT d.id UNION ALL SELECT t.id FROM document t WHERE t.related_id = d.id"                 \
    " AND t.kind = " KIND_TRANSFER " AND t.posted <= " DAY                                         \
    " UNION ALL SELECT u.id FROM document t JOIN document u ON u.related_id = t.id"                \
    " WHERE t.related_id = d.id AND t.kind = " KIND_TRANSFER " AND u.kind = " KIND_TRANSFER        \
    " AND u.posted <= " DAY ")"
#define MONEY_ON(currency_is)                                                                      \
    "(SELECT CAST(SUM(" OPEN_ON(DAY) ") AS BIGINT) FROM item i WHERE i.amount < 0"                 \
    " AND i.currency"                                                                              \
    " " currency_is " d.currency AND i.document_id IN " HOPS ")"
/* on that day; those of a payment that was reversed itself still tell whose it was */
#define STANDS                                                                                     \
    " AND (NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = t.id"                        \
    " AND v.posted <= " DAY ")"                                                                    \
    " OR EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id))"
/* Whose money document d is, when it came without a name. */
#define IDENTIFIED                                                                                 \
    "(SELECT t.customer_id FROM document t WHERE t.related_id = d.id AND t.kind = " KIND_TRANSFER  \
    " AND t.posted <= " DAY STANDS " ORDER BY t.id DESC LIMIT 1)"
#define OPEN_THEN OPEN_ON(DAY)
#define OWN_MONEY MONEY_ON("=")
#define OTHER_MONEY MONEY_ON("<>")
#define DISPUTED_THEN DISPUTED_ON("IN (SELECT i.id FROM item i WHERE i.document_id = d.id)")
#define STAYING STAYS("c")

static const char *const document_columns =
    "SELECT d.id, d.kind, d.number, c.code, c.name, d.po, d.reference, d.issued, d.posted,"
    " d.currency, d.total, (SELECT r.id FROM document r WHERE r.reverses_id = d.id"
    " AND r.posted <= " DAY "), COALESCE((SELECT MIN(i.due) FROM item i WHERE i.document_id = d.id"
    " AND i.settled_on > " DAY " AND " OPEN_THEN " <> 0),"
    " (SELECT MAX(i.due) FROM item i WHERE i.document_id = d.id), d.issued),"
    " CASE WHEN d.kind IN (" KIND_CREDIT ", " KIND_PAYMENT ") THEN " OWN_MONEY " ELSE (SELECT"
    " CAST(SUM(" OPEN_THEN ") AS BIGINT) FROM item i WHERE i.document_id = d.id) END,"
    " CASE WHEN d.kind = " KIND_PAYMENT " THEN " OTHER_MONEY " END, " DISPUTED_THEN
    ", w.method, w.keep, w.settles, " STAYING " FROM document d"
    " LEFT JOIN receipt w ON w.document_id = d.id LEFT JOIN customer c ON c.id ="
    " COALESCE(d.customer_id, CASE WHEN d.kind = " KIND_PAYMENT " THEN " IDENTIFIED " END)"
    " WHERE d.posted <= $9";

bool document_owes_less(enum document_kind kind)
{
    return kind == DOCUMENT_CREDIT || kind == DOCUMENT_PAYMENT || kind == DOCUMENT_DISCOUNT ||
           kind == DOCUMENT_WRITEOFF;
}

const char *document_status_word(enum document_status status)
{
    static const char *const words[] = {"open",       "part-paid",    "overdue",   "disputed",
                                        "paid",       "void",         "unapplied", "part-applied",
                                        "applied",    "unidentified", "prepaid",   "reversed",
                                        "post-dated", "next period",  "agency",    "legal",
                                        "insolvent"};

    must((unsigned)status < sizeof words / sizeof words[0]);
    return words[status];
}

/* Who collects what is open, when it is not we. */
static enum document_status elsewhere_status(enum recourse recourse)
{
    static const enum document_status of[RECOURSES] = {[RECOURSE_AGENCY] = STATUS_AGENCY,
                                                       [RECOURSE_LEGAL] = STATUS_LEGAL,
                                                       [RECOURSE_INSOLVENT] = STATUS_INSOLVENT};

    return of[recourse];
}

static enum document_status debit_status(int64_t amount, int64_t open, int64_t disputed, bool late)
{
    if (open == 0)
        return STATUS_PAID;
    if (disputed > 0)
        return STATUS_DISPUTED;
    if (open > 0 && late)
        return STATUS_OVERDUE;
    return open != amount ? STATUS_PART_PAID : STATUS_OPEN;
}

enum document_status item_status(int64_t amount, int64_t open, int64_t disputed, bool late,
                                 enum recourse recourse)
{
    if (amount < 0 && open == 0)
        return STATUS_APPLIED;
    if (amount < 0)
        return open == amount ? STATUS_UNAPPLIED : STATUS_PART_APPLIED;
    return open > 0 && recourse != RECOURSE_OURS ? elsewhere_status(recourse)
                                                 : debit_status(amount, open, disputed, late);
}

/* `other`: what is left of it in the currency that it settles, `settles` in all. */
static enum document_status credit_status(const struct document_row *row, bool reversed, int keep,
                                          int64_t other, int64_t settles, struct date today)
{
    const bool payment = row->kind == DOCUMENT_PAYMENT;

    if (reversed)
        return payment ? STATUS_REVERSED : STATUS_VOID;
    if (payment && row->posted.day > today.day)
        return row->issued.day > today.day ? STATUS_POST_DATED : STATUS_NEXT_PERIOD;
    if (row->open == 0 && other == 0)
        return STATUS_APPLIED;
    if (payment && !row->customer[0])
        return STATUS_UNIDENTIFIED;
    if (payment && keep == KEEP_PREPAYMENT)
        return STATUS_PREPAID;
    if (row->open == row->total || (row->open == 0 && other == settles))
        return STATUS_UNAPPLIED;
    return STATUS_PART_APPLIED;
}

static void read_document(struct book *book, struct stmt *q, struct date today,
                          struct document_row *row)
{
    const int64_t open = col_i64(q, 13);
    const bool reversed = !col_is_null(q, 11);

    *row = (struct document_row){.id = col_i64(q, 0),
                                 .kind = (enum document_kind)col_i64(q, 1),
                                 .number = col_text(q, 2),
                                 .customer = col_text(q, 3),
                                 .name = col_text(q, 4),
                                 .po = col_text(q, 5),
                                 .reference = col_text(q, 6),
                                 .issued = col_date(q, 7),
                                 .posted = col_date(q, 8),
                                 .currency = book_currency_of(book, col_text(q, 9)),
                                 .total = col_i64(q, 10),
                                 .due = col_date(q, 12),
                                 .open = open,
                                 .method = (enum payment_method)col_i64(q, 16)};
    if (row->kind == DOCUMENT_CREDIT || row->kind == DOCUMENT_PAYMENT)
        row->open = -open;
    const int64_t disputed = row->open > 0 ? col_i64(q, 15) : 0;
    row->disputed = disputed < row->open ? disputed : row->open > 0 ? row->open : 0;
    if (row->kind == DOCUMENT_CREDIT || row->kind == DOCUMENT_PAYMENT)
        row->status = credit_status(row, reversed, (int)col_i64(q, 17), -col_i64(q, 14),
                                    col_i64(q, 18), today);
    else
        row->status =
            reversed ? STATUS_VOID
                     : debit_status(row->total, row->open, row->disputed, row->due.day < today.day);
}

/* Who collects an open paper, when it is not we: the gravest of its items. */
static enum err recourse_read(struct book *book, const struct recourse_set *set, struct date day,
                              int64_t customer_id, struct document_row *row)
{
    enum recourse worst = RECOURSE_OURS;

    if (row->open <= 0 || document_owes_less(row->kind) ||
        recourse_of_customer(set, customer_id) == RECOURSE_OURS)
        return ERR_OK;
    struct stmt *q = db_sql(
        book->db, "SELECT id FROM item WHERE document_id = $1 AND amount > 0 AND settled_on > $2");
    bind_i64(q, 1, row->id);
    bind_i64(q, 2, day.day);
    while (stmt_row(q)) {
        const enum recourse one = recourse_of_item(set, customer_id, col_i64(q, 0));
        worst = one > worst ? one : worst;
    }
    if (worst != RECOURSE_OURS)
        row->status = elsewhere_status(worst);
    return stmt_end(q);
}

static void add_conditions(struct buf *sql, const struct document_query *query)
{
    bool first = true;

    buf_text(sql, " AND d.kind IN (");
    for (int kind = 1; kind < DOCUMENT_KINDS; kind++)
        if (query->kinds & DOCUMENT_MASK(kind)) {
            buf_format(sql, "%s%d", first ? "" : ", ", kind);
            first = false;
        }
    buf_text(sql, ")");
    if (query->id)
        buf_text(sql, " AND d.id = $10");
    if (query->customer_id)
        buf_text(sql, query->kinds & DOCUMENT_MASK(DOCUMENT_PAYMENT)
                          ? " AND (d.customer_id" OF_CUSTOMER("$2") " OR (d.customer_id IS NULL AND"
                                                                    " " IDENTIFIED " = $2))"
                          : " AND d.customer_id" OF_CUSTOMER("$2"));
    if (date_is(query->from))
        buf_text(sql, " AND d.issued >= $3");
    if (date_is(query->to))
        buf_text(sql, " AND d.issued <= $4");
    if (query->currency)
        buf_text(sql, " AND d.currency = $5");
    if (query->open_only)
        buf_text(sql, " AND ((d.kind = " KIND_PAYMENT
                      " AND d.posted > $1) OR EXISTS (SELECT 1 FROM item i"
                      " WHERE i.document_id IN " HOPS " AND i.settled_on > " DAY "))");
}

static void add_order(struct buf *sql, const struct document_query *query)
{
    static const struct {
        const char *after, *order;
    } orders[] = {
        [DOCUMENTS_NEWEST] = {" AND (d.posted, d.id) < ($6, $8)",
                              " ORDER BY d.posted DESC, d.id DESC"},
        [DOCUMENTS_OLDEST] = {" AND (d.posted, d.id) > ($6, $8)", " ORDER BY d.posted, d.id"},
        [DOCUMENTS_BY_NUMBER] = {" AND (d.number, d.id) > ($7, $8)", " ORDER BY d.number, d.id"},
        [DOCUMENTS_NUMBER_DOWN] = {" AND (d.number, d.id) < ($7, $8)",
                                   " ORDER BY d.number DESC, d.id DESC"},
    };

    must((unsigned)query->order < sizeof orders / sizeof orders[0]);
    if (query->after_id)
        buf_text(sql, orders[query->order].after);
    buf_text(sql, orders[query->order].order);
}

static bool by_number(const struct document_query *query)
{
    return query->order == DOCUMENTS_BY_NUMBER || query->order == DOCUMENTS_NUMBER_DOWN;
}

enum err documents_each(struct book *book, const struct document_query *query,
                        enum err (*each)(void *self, const struct document_row *row), void *self)
{
    struct buf sql;
    enum err e = ERR_OK;
    int passed = 0;
    const bool dated = date_is(query->as_of);
    const struct date day = dated ? query->as_of : book->today;
    struct recourse_set recourse;
    struct arena arena = {0};

    buf_init(&sql, 1 << 14);
    TRY_OUT(recourse_load(book, day, query->customer_id, &arena, &recourse));
    buf_text(&sql, document_columns);
    add_conditions(&sql, query);
    add_order(&sql, query);
    must(!sql.full);
    struct stmt *q = db_sql_once(book->db, sql.data);
    bind_i64(q, 1, day.day);
    bind_i64(q, 9, dated ? query->as_of.day : DATE_NEVER.day - 1);
    if (query->customer_id)
        bind_i64(q, 2, query->customer_id);
    if (date_is(query->from))
        bind_i64(q, 3, query->from.day);
    if (date_is(query->to))
        bind_i64(q, 4, query->to.day);
    if (query->currency)
        bind_text(q, 5, query->currency);
    if (query->after_id && !by_number(query))
        bind_i64(q, 6, query->after_posted.day);
    if (query->after_id && by_number(query))
        bind_text(q, 7, query->after_number);
    if (query->after_id)
        bind_i64(q, 8, query->after_id);
    if (query->id)
        bind_i64(q, 10, query->id);
    while (e == ERR_OK && (!query->limit || passed < query->limit) && stmt_row(q)) {
        struct document_row row;
        read_document(book, q, day, &row);
        /* open now may have been closed on that day */
        if (query->open_only && row.open == 0 && row.status != STATUS_UNAPPLIED &&
            row.status != STATUS_PART_APPLIED && row.status != STATUS_POST_DATED &&
            row.status != STATUS_NEXT_PERIOD)
            continue;
        passed++;
        e = recourse_read(book, &recourse, day, col_i64(q, 19), &row);
        if (e == ERR_OK)
            e = each(self, &row);
    }
    e = stmt_end_after(q, e);
out:
    arena_done(&arena);
    buf_done(&sql);
    return e;
}

static const char *const item_columns =
    "SELECT i.id, i.document_id, c.code, d.number, d.kind, i.seq, d.issued, i.due, i.currency,"
    " i.amount, " OPEN_ON(DAY) ", " DISPUTED_ON(
        "= i.id") ", " STAYS("c") ", CASE WHEN i.open = 0 THEN EXISTS (SELECT 1 FROM document v"
                  " WHERE v.reverses_id = d.id AND v.posted <= " DAY ") END"
                  " FROM item i JOIN document d ON d.id = i.document_id"
                  " JOIN account b ON b.id = i.account_id LEFT JOIN customer c"
                  " ON c.id = i.customer_id WHERE i.posted <= $1 AND i.amount <> 0";

static void item_sql(struct buf *sql, const struct item_query *query)
{
    buf_text(sql, item_columns);
    /* what a transfer or reversal closed on the day it was made is no item of anybody's list */
    buf_text(sql, query->all ? " AND d.kind NOT IN (" KIND_REVERSAL ", " KIND_VOID ", " KIND_CONTRA
                               ") AND NOT (d.kind = " KIND_TRANSFER " AND"
                               " i.amount > 0) AND NOT (d.kind = " KIND_DEDUCTION
                               " AND i.amount < 0)"
                             : " AND i.settled_on > $1");
    if (query->customer_id)
        buf_text(sql, " AND i.customer_id" OF_CUSTOMER("$2"));
    if (query->currency)
        buf_text(sql, " AND i.currency = $3");
    if (query->control != CONTROL_NONE)
        buf_text(sql, " AND b.control = $4");
    if (query->after_id && !query->customer_id)
        buf_text(sql, " AND i.id > $5");
    buf_text(sql, query->customer_id ? " ORDER BY i.due, i.id" : " ORDER BY i.id");
}

static struct item_row item_of(struct book *book, struct stmt *q, const struct item_query *query,
                               const struct recourse_set *recourse)
{
    const int64_t open = col_i64(q, 10), disputed = col_i64(q, 11);
    struct item_row row = {.id = col_i64(q, 0),
                           .document_id = col_i64(q, 1),
                           .customer = col_text(q, 2),
                           .number = col_text(q, 3),
                           .kind = (enum document_kind)col_i64(q, 4),
                           .instalment = (int)col_i64(q, 5),
                           .issued = col_date(q, 6),
                           .due = col_date(q, 7),
                           .currency = book_currency_of(book, col_text(q, 8)),
                           .amount = col_i64(q, 9),
                           .open = open};

    row.disputed = open <= 0 ? 0 : disputed < open ? disputed : open;
    row.status = open == 0 && col_i64(q, 13)
                     ? STATUS_VOID
                     : item_status(row.amount, open, row.disputed, row.due.day < query->as_of.day,
                                   recourse_of_item(recourse, col_i64(q, 12), row.id));
    return row;
}

enum err items_each(struct book *book, const struct item_query *query,
                    enum err (*each)(void *self, const struct item_row *row), void *self)
{
    struct recourse_set recourse;
    struct arena arena = {0};
    struct buf sql;
    enum err e = ERR_OK;
    int passed = 0;

    must(date_is(query->as_of));
    buf_init(&sql, 1 << 14);
    TRY_OUT(recourse_load(book, query->as_of, query->customer_id, &arena, &recourse));
    item_sql(&sql, query);
    must(!sql.full);
    struct stmt *q = db_sql_once(book->db, sql.data);
    bind_i64(q, 1, query->as_of.day);
    if (query->customer_id)
        bind_i64(q, 2, query->customer_id);
    if (query->currency)
        bind_text(q, 3, query->currency);
    if (query->control != CONTROL_NONE)
        bind_i64(q, 4, (int64_t)query->control);
    if (query->after_id && !query->customer_id)
        bind_i64(q, 5, query->after_id);
    while (e == ERR_OK && (!query->limit || passed < query->limit) && stmt_row(q)) {
        const struct item_row row = item_of(book, q, query, &recourse);
        if (!query->all && row.open == 0)
            continue; /* open now, but closed on that day */
        passed++;
        e = each(self, &row);
    }
    e = stmt_end_after(q, e);
out:
    buf_done(&sql);
    arena_done(&arena);
    return e;
}
