/* taxpart: how much of what was applied was tax, on whichever basis a paper stands (Part A). */
#include "ledger/taxpart.h"

#include "ledger/deferredtax.h"
#include "ledger/local.h"
#include "ledger/taxleft.h"
#include "rules/discount.h"

#include <string.h>

enum { NET, TAX, SIDES };

/* One application of an item, and what of it was net and tax: so many parts as the paper has
 * lines. */
struct applied {
    int64_t id, reverses_id, amount, document_id, act_id;
    enum document_kind kind; /* of what it was applied with */
    struct date posted;
    int64_t *part[SIDES];
};

struct run {
    struct book *book;
    struct date from, to;
    struct arena *arena;
    struct item item;
    struct document paper;
    struct tax_line *lines; /* the item's share, whole */
    int line_count;
    int64_t *so_far[SIDES]; /* one a line */
    struct applied *rows;
    int count;
    bool memos;   /* one of the rows so far is of a credit memo */
    bool waits;   /* papers whose tax waits: their nets alone */
    bool settled; /* told by what settled it */
    bool own;     /* parts in the item's currency, not in base */
    enum err (*each)(void *self, const struct tax_row *row);
    void *self;
};

static enum err to_base(const struct run *run, int64_t amount, int64_t *out)
{
    if (run->own) {
        *out = amount;
        return ERR_OK;
    }
    return amount_convert(amount, run->paper.currency, run->book->currency, run->paper.rate, out);
}

/* But for the paper that voids the item's: that is no payment. */
static enum err rows_read(struct run *run)
{
    int64_t room = 0;

    run->count = 0;
    TRY(db_get(run->book->db, &room, 0,
               "SELECT COUNT(*) FROM application WHERE debit_id = $1 OR credit_id = $1", "i",
               run->item.id));
    run->rows = arena_new(run->arena, ((size_t)room + 2) * sizeof *run->rows);
    struct stmt *q = db_sql(
        run->book->db, "SELECT a.id, COALESCE(a.reverses_id, 0), a.amount, a.posted, d.kind, d.id,"
                       " COALESCE(b.act_id, a.act_id) FROM application a JOIN item c ON"
                       " c.id = CASE WHEN a.debit_id = $1 THEN a.credit_id ELSE a.debit_id END"
                       " JOIN document d ON d.id = c.document_id"
                       " LEFT JOIN application b ON b.id = a.reverses_id"
                       " WHERE (a.debit_id = $1 OR a.credit_id = $1)"
                       " AND (d.reverses_id IS NULL OR d.reverses_id <> $2) ORDER BY a.id");
    bind_i64(q, 1, run->item.id);
    bind_i64(q, 2, run->paper.id);
    while (stmt_row(q) && run->count < (int)room)
        run->rows[run->count++] = (struct applied){.id = col_i64(q, 0),
                                                   .reverses_id = col_i64(q, 1),
                                                   .amount = col_i64(q, 2),
                                                   .posted = col_date(q, 3),
                                                   .kind = (enum document_kind)col_i64(q, 4),
                                                   .document_id = col_i64(q, 5),
                                                   .act_id = col_i64(q, 6)};
    return stmt_end(q);
}

static int64_t whole_of(const struct run *run)
{
    return run->item.amount < 0 ? -run->item.amount : run->item.amount;
}

static int64_t side_of(const struct tax_line *line, int side)
{
    return side == NET ? line->net : line->tax;
}

static enum err share_of(const struct run *run, const struct tax_left *left, struct applied *row)
{
    for (int i = 0; i < run->line_count; i++)
        for (int side = 0; side < SIDES; side++) {
            int64_t whole = 0;
            TRY(to_base(run, side_of(&left->lines[i], side), &whole));
            TRY(amount_scale(whole, row->amount, left->gross, &row->part[side][i]));
        }
    return ERR_OK;
}

/* What a credit memo took off each code; of anything else the part of what memos left: applied x
 * part / gross. */
static enum err row_parts(const struct run *run, struct applied *row)
{
    struct tax_left left = {.lines = run->lines, .count = run->line_count, .gross = whole_of(run)};
    struct tax_left after;

    if (run->memos)
        TRY(taxleft_of(run->book, &run->item, row->id, DATE_NONE, run->arena, &left));
    if (row->kind != DOCUMENT_CREDIT)
        return share_of(run, &left, row);
    TRY(taxleft_of(run->book, &run->item, row->id, DATE_NONE, run->arena, &after));
    TRY(taxleft_credit(run->book, row->document_id, row->amount, run->arena, &after));
    for (int i = 0; i < run->line_count; i++)
        for (int side = 0; side < SIDES; side++)
            TRY(to_base(run, side_of(&left.lines[i], side) - side_of(&after.lines[i], side),
                        &row->part[side][i]));
    return ERR_OK;
}

/* What closes the item takes the rest; what takes another back takes its very part. */
static enum err row_share(const struct run *run, int n, int64_t applied)
{
    struct applied *row = &run->rows[n];
    const struct applied *back = NULL;

    for (int b = 0; row->reverses_id && b < n; b++)
        if (run->rows[b].id == row->reverses_id)
            back = &run->rows[b];
    if (!back && applied != whole_of(run))
        TRY(row_parts(run, row));
    for (int i = 0; i < run->line_count; i++)
        for (int side = 0; side < SIDES; side++) {
            int64_t *const so_far = &run->so_far[side][i];
            int64_t whole = 0;
            TRY(to_base(run, side_of(&run->lines[i], side), &whole));
            if (back)
                row->part[side][i] = -back->part[side][i];
            else if (applied == whole_of(run))
                row->part[side][i] = whole - *so_far;
            TRY(amount_add(*so_far, row->part[side][i], so_far));
        }
    return ERR_OK;
}

/* How much of a row's net fell due: nothing of what was written off, and of a discount that took
 * tax off only what was let go after its day. */
static enum err came_of(const struct run *run, const struct applied *row, int64_t *part,
                        int64_t *whole)
{
    struct offer *offers = NULL;
    int count = 0;

    *part = row->kind != DOCUMENT_WRITEOFF;
    *whole = 1;
    if (row->kind != DOCUMENT_DISCOUNT)
        return ERR_OK;
    TRY(document_offers(run->book, run->paper.id, run->arena, &offers, &count));
    if (count == 0 || offers[0].tax_mode != DISCOUNT_TAX_ON_EARLY_PAYMENT)
        return ERR_OK;
    TRY(db_get(run->book->db, whole, 0, "SELECT total FROM document WHERE id = $1", "i",
               row->document_id));
    return db_get(run->book->db, part, 0,
                  "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM posting"
                  " WHERE document_id = $1 AND account_id = $2",
                  "ii", row->document_id, account_of(run->book, ACCOUNT_PART_DISCOUNT_UNEARNED));
}

enum err tax_settled_by(struct book *book, int64_t act_id, int64_t *kind)
{
    *kind = 0;
    return db_get(book->db, kind, 0,
                  "SELECT d.kind FROM application a JOIN item c ON c.id = a.credit_id JOIN document"
                  " d ON d.id = c.document_id WHERE a.act_id = $1 ORDER BY a.id LIMIT 1",
                  "i", act_id);
}

/* The net alone: its tax is told as it was posted. */
static enum err tell_waiting(const struct run *run, const struct applied *row)
{
    int64_t part = 0, whole = 1;
    int64_t kind = row->reverses_id ? DOCUMENT_CONTRA : DOCUMENT_CASHTAX;

    TRY(came_of(run, row, &part, &whole));
    if (part == 0 || whole == 0)
        return ERR_OK;
    if (run->settled)
        TRY(tax_settled_by(run->book, row->act_id, &kind));
    for (int i = 0; i < run->line_count; i++) {
        struct tax_row told = {.tax_id = run->lines[i].tax_id,
                               .account_id = run->lines[i].account_id,
                               .kind = (enum document_kind)kind};
        TRY(amount_scale(row->part[NET][i], part, whole, &told.net));
        if (run->item.amount < 0)
            told.net = -told.net;
        if (told.net)
            TRY(run->each(run->self, &told));
    }
    return ERR_OK;
}

static enum err tell(const struct run *run, const struct applied *row)
{
    if (run->waits)
        return tell_waiting(run, row);
    for (int i = 0; i < run->line_count; i++) {
        const struct tax_row told = {.tax_id = run->lines[i].tax_id,
                                     .account_id = run->lines[i].account_id,
                                     .net = row->part[NET][i],
                                     .tax = row->part[TAX][i],
                                     .kind = row->kind};
        if (told.net || told.tax)
            TRY(run->each(run->self, &told));
    }
    return ERR_OK;
}

/* All that was applied to the item and, above 0, what comes now, each with its parts. */
static enum err item_shares(struct run *run, int64_t coming)
{
    struct tax_left whole;
    int64_t applied = 0;

    TRY(document_get(run->book, run->item.document_id, run->arena, &run->paper));
    TRY(taxleft_of(run->book, &run->item, 0, DATE_NONE, run->arena, &whole));
    run->lines = whole.lines;
    run->line_count = whole.count;
    if (run->line_count == 0)
        return ERR_OK;
    TRY(rows_read(run));
    if (coming)
        run->rows[run->count++] =
            (struct applied){.id = TAXLEFT_NOW, .amount = coming, .kind = DOCUMENT_DEDUCTION};
    run->memos = false;
    const size_t room = (size_t)run->line_count * sizeof(int64_t);
    for (int side = 0; side < SIDES; side++)
        run->so_far[side] = arena_new(run->arena, room);
    for (int n = 0; n < run->count; n++) {
        struct applied *row = &run->rows[n];
        for (int side = 0; side < SIDES; side++)
            row->part[side] = arena_new(run->arena, room);
        applied += row->amount;
        TRY(row_share(run, n, applied));
        run->memos = run->memos || row->kind == DOCUMENT_CREDIT;
    }
    return ERR_OK;
}

static enum err item_tell(struct run *run)
{
    TRY(item_shares(run, 0));
    for (int n = 0; n < run->count && run->line_count; n++) {
        const struct applied *row = &run->rows[n];
        if (row->posted.day >= run->from.day && row->posted.day <= run->to.day)
            TRY(tell(run, row));
    }
    return ERR_OK;
}

enum err taxnets_moved(struct book *book, const struct item *item, const int64_t *ids, int id_count,
                       int64_t coming, struct arena *arena, struct tax_line **out, int *count)
{
    const int64_t now = TAXLEFT_NOW;
    struct run run = {.book = book, .arena = arena, .item = *item, .own = true};

    TRY(item_shares(&run, coming));
    *out = run.lines;
    *count = run.line_count;
    for (int i = 0; i < run.line_count; i++) {
        int64_t net = 0;
        for (int n = 0; n < run.count; n++)
            for (int k = 0; k < (coming ? 1 : id_count); k++)
                if (run.rows[n].id == (coming ? now : ids[k]))
                    TRY(amount_add(net, run.rows[n].part[NET][i], &net));
        run.lines[i].net = net;
        run.lines[i].tax = 0;
    }
    return ERR_OK;
}

/* The items to which something was applied in the days, of papers that wait or of the others. */
#define APPLIED "SELECT a.debit_id AS id FROM application a WHERE a.posted BETWEEN $1 AND $2"
#define APPLIED_CREDITS                                                                            \
    " UNION SELECT a.credit_id FROM application a WHERE a.posted BETWEEN $1 AND $2"

static enum err applied_each(struct run *run)
{
    enum err e = ERR_OK;
    struct stmt *q = run->waits ? db_sql(run->book->db, APPLIED APPLIED_CREDITS " ORDER BY id")
                                : db_sql(run->book->db, APPLIED " GROUP BY a.debit_id ORDER BY id");

    bind_i64(q, 1, run->from.day);
    bind_i64(q, 2, run->to.day);
    while (e == ERR_OK && stmt_row(q)) {
        bool waits = false;
        arena_reset(run->arena);
        e = item_get(run->book, col_i64(q, 0), run->arena, &run->item);
        if (e == ERR_OK)
            e = deferredtax_stands(run->book, run->item.document_id, &waits);
        if (e == ERR_OK && waits == run->waits)
            e = item_tell(run);
    }
    return stmt_end_after(q, e);
}

enum err waitnets_each(struct book *book, struct date from, struct date to, bool settled,
                       enum err (*each)(void *self, const struct tax_row *row), void *self)
{
    struct arena arena = {0};
    struct run run = {.book = book,
                      .from = from,
                      .to = to,
                      .arena = &arena,
                      .waits = true,
                      .settled = settled,
                      .each = each,
                      .self = self};
    bool is = false;
    enum err e;

    TRY_OUT(deferredtax_said(book, &is));
    if (is)
        e = applied_each(&run);
out:
    arena_done(&arena);
    return e;
}

enum err cashtax_each(struct book *book, struct date from, struct date to,
                      enum err (*each)(void *self, const struct tax_row *row), void *self)
{
    struct arena arena = {0};
    struct run run = {
        .book = book, .from = from, .to = to, .arena = &arena, .each = each, .self = self};
    enum err e;

    TRY_OUT(applied_each(&run));
    e = duetaxes_each(book, from, to, each, self);
out:
    arena_done(&arena);
    return e;
}
