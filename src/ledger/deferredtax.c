/* deferredtax: which papers' tax waits, and what falls due with an application. */
#include "ledger/deferredparts.h"

#include "ledger/local.h"
#include "ledger/setting.h"
#include "ledger/taxleft.h"

#include <string.h>

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

/* Asked for at each application. */
enum err deferredtax_said(struct book *book, bool *out)
{
    struct stmt *q = db_sql(book->db, "SELECT 1 FROM setting WHERE name = 'tax.basis'");

    *out = stmt_row(q);
    return stmt_end(q);
}

/* What the setting was when a paper without tax was posted; a credit memo, a deduction and what is
 * recovered are on their paper's. */
static enum err untaxed_stands(struct book *book, int64_t document_id, bool *out)
{
    struct stmt *q = db_sql(
        book->db,
        "SELECT CASE WHEN 'cash' = (SELECT c.after FROM change c WHERE c.subject = 'setting'"
        " AND c.field = 'tax.basis' AND c.entry_id < d.entry_id ORDER BY c.id DESC LIMIT 1)"
        " THEN 1 ELSE 0 END, CASE WHEN d.kind IN ($2, $3, $4) AND EXISTS (SELECT 1 FROM tax_line l"
        " WHERE l.document_id = d.related_id) THEN d.related_id ELSE 0 END FROM document d"
        " WHERE d.id = $1 AND EXISTS (SELECT 1 FROM tax_line l WHERE l.document_id = d.id)"
        " AND NOT EXISTS (SELECT 1 FROM tax_line l WHERE l.document_id = d.id AND l.tax <> 0)");
    int64_t related = 0;

    bind_i64(q, 1, document_id);
    bind_i64(q, 2, DOCUMENT_CREDIT);
    bind_i64(q, 3, DOCUMENT_RECOVERY);
    bind_i64(q, 4, DOCUMENT_DEDUCTION);
    *out = stmt_row(q) && col_i64(q, 0);
    if (*out)
        related = col_i64(q, 1);
    TRY(stmt_end(q));
    return related ? deferredtax_stands(book, related, out) : ERR_OK;
}

enum err deferredtax_stands(struct book *book, int64_t document_id, bool *out)
{
    TRY(deferredtax_said(book, out));
    if (!*out)
        return ERR_OK;
    TRY(deferredtax_of(book, document_id, out));
    return *out ? ERR_OK : untaxed_stands(book, document_id, out);
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
    TRY_OUT(deferred_whole(tx->book, item->document_id, &arena, &waiting));
    if (waiting.count == 0)
        goto out;
    TRY_OUT(deferred_share(tx->book, item, &arena, &waiting));
    TRY_OUT(deferred_so_far(tx->book, item, act->application_id, &arena, &waiting));
    TRY_OUT(read_other(tx->book, against, &arena, &other));
    TRY_OUT(document_get(tx->book, against->document_id, &arena, &paper));
    if (item->amount > 0 && paper.kind == DOCUMENT_CREDIT)
        row.memo_id = paper.id;
    TRY_OUT(deferred_move(tx->book, &waiting, item, act->amount == open, &arena, &row));
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

enum err deferredtax_post(struct tx *tx, const struct deferredtax_act *act)
{
    bool is = false;

    TRY(deferredtax_said(tx->book, &is));
    if (!is)
        return ERR_OK;
    TRY(is_reversal(tx->book, act, &is));
    if (is)
        return ERR_OK;
    TRY(release(tx, act, act->debit, act->credit));
    return release(tx, act, act->credit, act->debit);
}
