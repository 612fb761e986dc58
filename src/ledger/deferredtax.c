#include "ledger/deferredtax.h"

#include "ledger/local.h"
#include "ledger/payment.h"
#include "ledger/setting.h"
#include "ledger/taxleft.h"

#include <string.h>

enum { OWN, BASE, SIDES };

/* The tax of one item by the line of its paper; < 0 of a credit memo. */
struct waiting {
    struct tax_line line[TAX_PARTS_MAX];
    int place[TAX_PARTS_MAX]; /* of the line on its paper */
    int64_t whole[SIDES][TAX_PARTS_MAX], so_far[SIDES][TAX_PARTS_MAX];
    int count;
};

enum err deferredtax_of(struct book *book, int64_t document_id, bool *out)
{
    struct stmt *q =
        db_sql(book->db, "SELECT 1 FROM posting WHERE document_id = $1 AND account_id = $2");

    bind_i64(q, 1, document_id);
    bind_i64(q, 2, account_of(book, ACCOUNT_PART_DEFERRED_TAX));
    *out = stmt_row(q);
    return stmt_end(q);
}

enum err deferredtax_waits(struct book *book, int64_t related_id, bool *out)
{
    struct arena arena = {0};
    const char *basis = NULL;
    struct tax_line *lines = NULL;
    int count = 0;
    enum err e;

    if (related_id)
        TRY_OUT(document_taxes(book, related_id, &arena, &lines, &count));
    if (count > 0) {
        e = deferredtax_of(book, related_id, out);
        goto out;
    }
    TRY_OUT(setting_text(book, "tax.basis", &arena, &basis));
    *out = strcmp(basis, "cash") == 0;
out:
    arena_done(&arena);
    return e;
}

/* ---- what waits ----------------------------------------------------------------------------- */

/* A paper's postings on the account stand in the order of its lines of tax that are not 0. */
static enum err read_whole(struct book *book, int64_t document_id, struct arena *arena,
                           struct waiting *out)
{
    struct tax_line *lines = NULL;
    struct posting *postings = NULL;
    int line_count = 0, posting_count = 0, at = 0;

    *out = (struct waiting){.count = 0};
    TRY(document_taxes(book, document_id, arena, &lines, &line_count));
    TRY(document_postings(book, document_id, arena, &postings, &posting_count));
    for (int i = 0; i < posting_count; i++) {
        if (postings[i].account_id != account_of(book, ACCOUNT_PART_DEFERRED_TAX))
            continue;
        while (at < line_count && lines[at].tax == 0)
            at++;
        if (at == line_count || out->count == TAX_PARTS_MAX)
            break; /* of a discount, which has no lines: it goes with its paper */
        out->place[out->count] = at;
        out->line[out->count] = lines[at++];
        out->whole[OWN][out->count] = -postings[i].amount;
        out->whole[BASE][out->count++] = -postings[i].base;
    }
    return ERR_OK;
}

/* The item's share of its document's tax, by the amounts of the instalments. */
static enum err share(struct book *book, const struct item *item, struct arena *arena,
                      struct waiting *out)
{
    struct item *items = NULL;
    int count = 0, place = 0;

    TRY(items_of_document(book, item->document_id, arena, &items, &count));
    int64_t *weights = arena_new(arena, ((size_t)count + 1) * sizeof *weights);
    int64_t *parts = arena_new(arena, ((size_t)count + 1) * sizeof *parts);
    for (int i = 0; i < count; i++) {
        weights[i] = items[i].amount < 0 ? -items[i].amount : items[i].amount;
        place = items[i].id == item->id ? i : place;
    }
    for (int side = 0; side < SIDES; side++)
        for (int i = 0; i < out->count; i++) {
            TRY(amount_split(out->whole[side][i], weights, (size_t)count, parts));
            out->whole[side][i] = parts[place];
        }
    return ERR_OK;
}

struct applied {
    int64_t id, reverses_id, amount;
    int64_t memo_id; /* of a credit memo that a debit was settled with; 0 = of anything else */
    int64_t moved[SIDES][TAX_PARTS_MAX];
};

/* A credit memo takes off the debit the tax that is on the memo, as far as it still waits. */
static enum err move_memo(struct book *book, const struct waiting *waiting, struct tax_left *left,
                          struct arena *arena, struct applied *row)
{
    int64_t before[TAX_PARTS_MAX];

    for (int i = 0; i < waiting->count; i++)
        before[i] = left->lines[waiting->place[i]].tax;
    TRY(taxleft_credit(book, row->memo_id, row->amount, arena, left));
    for (int i = 0; i < waiting->count; i++) {
        const int64_t *const whole = &waiting->whole[OWN][i];
        const int64_t rest = *whole - waiting->so_far[OWN][i];
        int64_t own = before[i] - left->lines[waiting->place[i]].tax;
        if (*whole < 0 ? own < rest : own > rest)
            own = rest;
        row->moved[OWN][i] = own;
        if (own == rest)
            row->moved[BASE][i] = waiting->whole[BASE][i] - waiting->so_far[BASE][i];
        else
            TRY(amount_scale(waiting->whole[BASE][i], own, *whole, &row->moved[BASE][i]));
    }
    return ERR_OK;
}

/* The part of what credit memos left of the item's tax: applied x tax / gross. */
static enum err move_part(const struct waiting *waiting, const struct tax_left *left,
                          struct applied *row)
{
    for (int side = 0; side < SIDES; side++)
        for (int i = 0; i < waiting->count; i++) {
            int64_t whole = waiting->whole[side][i];
            if (left->credited)
                TRY(amount_scale(whole, left->lines[waiting->place[i]].tax, waiting->whole[OWN][i],
                                 &whole));
            TRY(amount_scale(whole, row->amount, left->gross, &row->moved[side][i]));
        }
    return ERR_OK;
}

/* What one application moves; `closed` when it is the one that closes the item. */
static enum err move(struct book *book, const struct waiting *waiting, const struct item *item,
                     bool closed, struct arena *arena, struct applied *row)
{
    struct tax_left left;

    if (closed) {
        for (int side = 0; side < SIDES; side++)
            for (int i = 0; i < waiting->count; i++)
                row->moved[side][i] = waiting->whole[side][i] - waiting->so_far[side][i];
        return ERR_OK;
    }
    TRY(taxleft_of(book, item, row->id, DATE_NONE, arena, &left));
    return row->memo_id ? move_memo(book, waiting, &left, arena, row)
                        : move_part(waiting, &left, row);
}

/* In the order in which they were recorded, as each was posted; what takes one back takes its very
 * part. `before`: up to this application, it left out. */
static enum err so_far(struct book *book, const struct item *item, int64_t before,
                       struct arena *arena, struct waiting *waiting)
{
    int64_t room = 0, applied = 0;
    int count = 0;

    TRY(db_get(book->db, &room, 0,
               "SELECT COUNT(*) FROM application WHERE debit_id = $1 OR credit_id = $1", "i",
               item->id));
    struct applied *rows = arena_new(arena, ((size_t)room + 1) * sizeof *rows);
    struct stmt *q =
        db_sql(book->db,
               "SELECT a.id, COALESCE(a.reverses_id, 0), a.amount,"
               " CASE WHEN a.debit_id = $1 AND d.kind = $3 THEN d.id ELSE 0 END"
               " FROM application a JOIN item c ON c.id = a.credit_id JOIN document d"
               " ON d.id = c.document_id WHERE (a.debit_id = $1 OR a.credit_id = $1) AND a.id < $2"
               " ORDER BY a.id");
    bind_i64(q, 1, item->id);
    bind_i64(q, 2, before);
    bind_i64(q, 3, DOCUMENT_CREDIT);
    while (stmt_row(q) && count < (int)room)
        rows[count++] = (struct applied){.id = col_i64(q, 0),
                                         .reverses_id = col_i64(q, 1),
                                         .amount = col_i64(q, 2),
                                         .memo_id = col_i64(q, 3)};
    TRY(stmt_end(q));
    for (int n = 0; n < count; n++) {
        applied += rows[n].amount;
        if (!rows[n].reverses_id)
            TRY(move(book, waiting, item,
                     applied == (item->amount < 0 ? -item->amount : item->amount), arena,
                     &rows[n]));
        for (int b = 0; rows[n].reverses_id && b < n; b++)
            for (int i = 0; rows[b].id == rows[n].reverses_id && i < waiting->count; i++) {
                rows[n].moved[OWN][i] = -rows[b].moved[OWN][i];
                rows[n].moved[BASE][i] = -rows[b].moved[BASE][i];
            }
        for (int i = 0; i < waiting->count; i++) {
            waiting->so_far[OWN][i] += rows[n].moved[OWN][i];
            waiting->so_far[BASE][i] += rows[n].moved[BASE][i];
        }
    }
    return ERR_OK;
}

enum err deferredtax_left(struct book *book, int64_t document_id, int64_t *amount, int64_t *base)
{
    struct arena arena = {0};
    struct waiting whole;
    struct item *items = NULL;
    int count = 0;
    enum err e;

    *amount = *base = 0;
    TRY_OUT(read_whole(book, document_id, &arena, &whole));
    if (whole.count)
        TRY_OUT(items_of_document(book, document_id, &arena, &items, &count));
    for (int n = 0; n < count; n++) {
        struct waiting waiting = whole;
        TRY_OUT(share(book, &items[n], &arena, &waiting));
        TRY_OUT(so_far(book, &items[n], INT64_MAX, &arena, &waiting));
        for (int i = 0; i < waiting.count; i++) {
            *amount += waiting.whole[OWN][i] - waiting.so_far[OWN][i];
            *base += waiting.whole[BASE][i] - waiting.so_far[BASE][i];
        }
    }
out:
    arena_done(&arena);
    return e;
}

/* What closed the item, or a part of it, and stands: 0 when nothing of that document did. */
static enum err read_application(struct book *book, int64_t item_id, int64_t document_id,
                                 struct applied *row, int64_t *before)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT a.id, a.amount, (SELECT CAST(COALESCE(SUM(b.amount), 0) AS BIGINT)"
        " FROM application b WHERE b.debit_id = a.debit_id AND b.id < a.id) FROM application a"
        " JOIN item c ON c.id = a.credit_id WHERE c.document_id = $1 AND a.debit_id = $2"
        " AND a.reverses_id IS NULL ORDER BY a.id DESC LIMIT 1");

    bind_i64(q, 1, document_id);
    bind_i64(q, 2, item_id);
    *row = (struct applied){.id = 0};
    if (stmt_row(q)) {
        row->id = col_i64(q, 0);
        row->amount = col_i64(q, 1);
        *before = col_i64(q, 2);
    }
    return stmt_end(q);
}

enum err deferredtax_taken(struct book *book, const struct item *debit, int64_t document_id,
                           struct arena *arena, struct deferredtax_part **out, int *count)
{
    struct waiting waiting;
    struct applied row;
    int64_t before = 0;
    bool is = false;

    *count = 0;
    TRY(deferredtax_of(book, debit->document_id, &is));
    if (!is)
        return ERR_OK;
    TRY(read_application(book, debit->id, document_id, &row, &before));
    if (!row.id)
        return ERR_OK;
    TRY(read_whole(book, debit->document_id, arena, &waiting));
    TRY(share(book, debit, arena, &waiting));
    TRY(so_far(book, debit, row.id, arena, &waiting));
    TRY(move(book, &waiting, debit, before + row.amount == debit->amount, arena, &row));
    *out = arena_new(arena, ((size_t)waiting.count + 1) * sizeof **out);
    for (int i = 0; i < waiting.count; i++)
        (*out)[(*count)++] = (struct deferredtax_part){
            .line = waiting.line[i], .amount = row.moved[OWN][i], .base = row.moved[BASE][i]};
    return ERR_OK;
}

/* ---- what moves ----------------------------------------------------------------------------- */

/* Where the other side wrote the rest off, or let go of the tax by itself. */
struct other {
    int64_t account_id;  /* of a write-off; 0 = the tax is due */
    int64_t gone[SIDES]; /* that a discount took off the tax */
};

static enum err read_other(struct book *book, const struct item *item, struct arena *arena,
                           struct other *out)
{
    struct document document;
    struct posting *postings = NULL;
    int count = 0;

    *out = (struct other){.account_id = 0};
    TRY(document_get(book, item->document_id, arena, &document));
    if (document.kind != DOCUMENT_WRITEOFF && document.kind != DOCUMENT_DISCOUNT)
        return ERR_OK;
    TRY(document_postings(book, item->document_id, arena, &postings, &count));
    for (int i = 0; i < count; i++) {
        if (document.kind == DOCUMENT_WRITEOFF &&
            account_control_of(book, postings[i].account_id) == CONTROL_NONE)
            out->account_id = postings[i].account_id;
        if (document.kind == DOCUMENT_DISCOUNT &&
            postings[i].account_id == account_of(book, ACCOUNT_PART_DEFERRED_TAX)) {
            out->gone[OWN] += postings[i].amount;
            out->gone[BASE] += postings[i].base;
        }
    }
    return ERR_OK;
}

/* A discount's tax is of all codes of its paper, as credit memos left them. */
static enum err take_gone(struct book *book, const struct item *item, const struct waiting *waiting,
                          const struct other *other, struct arena *arena, struct applied *row)
{
    int64_t weights[TAX_PARTS_MAX], parts[TAX_PARTS_MAX];
    struct tax_left left;

    if (other->gone[OWN] == 0 && other->gone[BASE] == 0)
        return ERR_OK;
    TRY(taxleft_of(book, item, row->id, DATE_NONE, arena, &left));
    for (int i = 0; i < waiting->count; i++)
        weights[i] = left.lines[waiting->place[i]].tax;
    for (int side = 0; side < SIDES; side++) {
        TRY(amount_split(other->gone[side], weights, (size_t)waiting->count, parts));
        for (int i = 0; i < waiting->count; i++)
            row->moved[side][i] -= parts[i];
    }
    return ERR_OK;
}

static enum err post(struct tx *tx, const struct deferredtax_act *act, const struct item *item,
                     const struct waiting *waiting, const struct other *other,
                     const struct applied *row)
{
    struct posting postings[2 * TAX_PARTS_MAX];
    const int64_t from = account_of(tx->book, ACCOUNT_PART_DEFERRED_TAX);
    struct document_made made;
    int count = 0;

    for (int i = 0; i < waiting->count; i++) {
        const int64_t own = row->moved[OWN][i], base = row->moved[BASE][i];
        if (own == 0 && base == 0)
            continue;
        postings[count++] = (struct posting){.account_id = from, .amount = own, .base = base};
        postings[count++] = (struct posting){
            .account_id = other->account_id ? other->account_id : waiting->line[i].account_id,
            .amount = -own,
            .base = -base};
    }
    if (count == 0)
        return ERR_OK;
    struct document_new doc = {.kind = DOCUMENT_CASHTAX,
                               .customer_id = item->customer_id,
                               .effective = act->effective,
                               .posted = act->posted,
                               .currency = item->currency,
                               .rate = {1, 1},
                               .base_given = true,
                               .related_id = item->document_id,
                               .act_id = act->act_id,
                               .reference = item->number,
                               .postings = postings,
                               .posting_count = count};
    return document_post(tx, &doc, &made);
}

static enum err release(struct tx *tx, const struct deferredtax_act *act, const struct item *item,
                        const struct item *against)
{
    struct arena arena = {0};
    struct waiting waiting;
    struct other other = {.account_id = 0};
    const int64_t open = item->open < 0 ? -item->open : item->open;
    struct applied row = {.id = act->application_id, .amount = act->amount};
    struct document paper;
    bool is = false;
    enum err e;

    TRY_OUT(deferredtax_of(tx->book, item->document_id, &is));
    if (!is)
        goto out;
    TRY_OUT(read_whole(tx->book, item->document_id, &arena, &waiting));
    if (waiting.count == 0)
        goto out;
    TRY_OUT(share(tx->book, item, &arena, &waiting));
    TRY_OUT(so_far(tx->book, item, act->application_id, &arena, &waiting));
    TRY_OUT(read_other(tx->book, against, &arena, &other));
    TRY_OUT(document_get(tx->book, against->document_id, &arena, &paper));
    if (item->amount > 0 && paper.kind == DOCUMENT_CREDIT)
        row.memo_id = paper.id;
    TRY_OUT(move(tx->book, &waiting, item, act->amount == open, &arena, &row));
    TRY_OUT(take_gone(tx->book, item, &waiting, &other, &arena, &row));
    e = post(tx, act, item, &waiting, &other, &row);
out:
    arena_done(&arena);
    return e;
}

/* A paper and what voids it: what waited is taken back with the paper's own postings. */
static enum err is_reversal(struct book *book, const struct deferredtax_act *act, bool *out)
{
    struct stmt *q = db_sql(book->db, "SELECT 1 FROM document WHERE (id = $1 AND reverses_id = $2)"
                                      " OR (id = $2 AND reverses_id = $1)");

    bind_i64(q, 1, act->debit->document_id);
    bind_i64(q, 2, act->credit->document_id);
    *out = stmt_row(q);
    return stmt_end(q);
}

/* A book that never said when tax falls due has none that waits: asked for at each application. */
static enum err is_said(struct book *book, bool *out)
{
    struct stmt *q = db_sql(book->db, "SELECT 1 FROM setting WHERE name = 'tax.basis'");

    *out = stmt_row(q);
    return stmt_end(q);
}

enum err deferredtax_post(struct tx *tx, const struct deferredtax_act *act)
{
    bool is = false;

    TRY(is_said(tx->book, &is));
    if (!is)
        return ERR_OK;
    TRY(is_reversal(tx->book, act, &is));
    if (is)
        return ERR_OK;
    TRY(release(tx, act, act->debit, act->credit));
    return release(tx, act, act->credit, act->debit);
}
