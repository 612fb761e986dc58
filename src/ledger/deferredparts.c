/* deferredparts: what of an item's tax still waits, and what went with which application. */
#include "ledger/deferredparts.h"

#include "ledger/local.h"
#include "ledger/taxleft.h"

/* A paper's postings on the account stand in the order of its lines of tax that are not 0. */
enum err deferred_whole(struct book *book, int64_t document_id, struct arena *arena,
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
enum err deferred_share(struct book *book, const struct item *item, struct arena *arena,
                        struct waiting *out)
{
    int64_t *weights = NULL;
    size_t count = 0;
    int place = 0;

    TRY(taxleft_weights(book, item, arena, &weights, &count, &place));
    if (place < 0) {
        out->count = 0;
        return ERR_OK;
    }
    int64_t *parts = arena_new(arena, (count + 1) * sizeof *parts);
    for (int side = 0; side < SIDES; side++)
        for (int i = 0; i < out->count; i++) {
            TRY(amount_split(out->whole[side][i], weights, count, parts));
            out->whole[side][i] = parts[place];
        }
    return ERR_OK;
}

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
enum err deferred_move(struct book *book, const struct waiting *waiting, const struct item *item,
                       bool closed, struct arena *arena, struct applied *row)
{
    struct tax_left left;

    if (closed) {
        for (int side = 0; side < SIDES; side++)
            for (int i = 0; i < waiting->count; i++)
                row->moved[side][i] = waiting->whole[side][i] - waiting->so_far[side][i];
        return ERR_OK;
    }
    left = (struct tax_left){.gross = item->amount < 0 ? -item->amount : item->amount};
    if (waiting->memos || row->memo_id)
        TRY(taxleft_of(book, item, row->id, DATE_NONE, arena, &left));
    return row->memo_id ? move_memo(book, waiting, &left, arena, row)
                        : move_part(waiting, &left, row);
}

/* In the order in which they were recorded, each with what was posted of it; what takes one back
 * takes its very part. `before`: up to this application, it left out. */
static enum err read_applied(struct book *book, const struct item *item, int64_t before,
                             struct arena *arena, struct waiting *waiting, struct applied **out,
                             int *out_count)
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
            TRY(deferred_move(book, waiting, item,
                              applied == (item->amount < 0 ? -item->amount : item->amount), arena,
                              &rows[n]));
        for (int b = 0; rows[n].reverses_id && b < n; b++)
            for (int i = 0; rows[b].id == rows[n].reverses_id && i < waiting->count; i++) {
                rows[n].moved[OWN][i] = -rows[b].moved[OWN][i];
                rows[n].moved[BASE][i] = -rows[b].moved[BASE][i];
            }
        waiting->memos = waiting->memos || rows[n].memo_id;
        for (int i = 0; i < waiting->count; i++) {
            waiting->so_far[OWN][i] += rows[n].moved[OWN][i];
            waiting->so_far[BASE][i] += rows[n].moved[BASE][i];
        }
    }
    *out = rows;
    *out_count = count;
    return ERR_OK;
}

enum err deferred_so_far(struct book *book, const struct item *item, int64_t before,
                         struct arena *arena, struct waiting *waiting)
{
    struct applied *rows = NULL;
    int count = 0;

    return read_applied(book, item, before, arena, waiting, &rows, &count);
}

enum err deferredtax_left(struct book *book, int64_t document_id, int64_t *amount, int64_t *base)
{
    struct arena arena = {0};
    struct waiting whole;
    struct item *items = NULL;
    int count = 0;
    enum err e;

    *amount = *base = 0;
    TRY_OUT(deferred_whole(book, document_id, &arena, &whole));
    if (whole.count)
        TRY_OUT(items_of_document(book, document_id, &arena, &items, &count));
    for (int n = 0; n < count; n++) {
        struct waiting waiting = whole;
        TRY_OUT(deferred_share(book, &items[n], &arena, &waiting));
        TRY_OUT(deferred_so_far(book, &items[n], INT64_MAX, &arena, &waiting));
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

static void parts_of(const struct waiting *waiting, const struct applied *row, struct arena *arena,
                     struct deferredtax_part **out, int *count)
{
    *count = 0;
    *out = arena_new(arena, ((size_t)waiting->count + 1) * sizeof **out);
    for (int i = 0; i < waiting->count; i++)
        if (row->moved[OWN][i])
            (*out)[(*count)++] = (struct deferredtax_part){.line = waiting->line[i],
                                                           .amount = row->moved[OWN][i],
                                                           .base = row->moved[BASE][i]};
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
    TRY(deferred_whole(book, debit->document_id, arena, &waiting));
    TRY(deferred_share(book, debit, arena, &waiting));
    TRY(deferred_so_far(book, debit, row.id, arena, &waiting));
    TRY(deferred_move(book, &waiting, debit, before + row.amount == debit->amount, arena, &row));
    parts_of(&waiting, &row, arena, out, count);
    return ERR_OK;
}

/* *is: the tax of the debit's paper waits for the money; its share of it then. */
static enum err waiting_read(struct book *book, const struct item *debit, struct arena *arena,
                             struct waiting *waiting, bool *is)
{
    TRY(deferredtax_of(book, debit->document_id, is));
    if (!*is)
        return ERR_OK;
    TRY(deferred_whole(book, debit->document_id, arena, waiting));
    return deferred_share(book, debit, arena, waiting);
}

enum err deferredtax_coming(struct book *book, const struct item *debit, int64_t amount,
                            struct arena *arena, struct deferredtax_part **out, int *count)
{
    struct waiting waiting;
    struct applied row = {.id = TAXLEFT_NOW, .amount = amount};
    bool is = false;

    *count = 0;
    TRY(waiting_read(book, debit, arena, &waiting, &is));
    if (!is)
        return ERR_OK;
    TRY(deferred_so_far(book, debit, row.id, arena, &waiting));
    TRY(deferred_move(book, &waiting, debit, amount == debit->open, arena, &row));
    parts_of(&waiting, &row, arena, out, count);
    return ERR_OK;
}

enum err deferredtax_came(struct book *book, const struct item *debit, const int64_t *ids,
                          int id_count, struct arena *arena, struct deferredtax_part **out,
                          int *count)
{
    struct waiting waiting;
    struct applied *rows = NULL, sum = {.id = 0};
    int row_count = 0;
    bool is = false;

    *count = 0;
    TRY(waiting_read(book, debit, arena, &waiting, &is));
    if (!is)
        return ERR_OK;
    TRY(read_applied(book, debit, INT64_MAX, arena, &waiting, &rows, &row_count));
    for (int n = 0; n < row_count; n++)
        for (int k = 0; k < id_count; k++)
            for (int i = 0; rows[n].id == ids[k] && i < waiting.count; i++) {
                sum.moved[OWN][i] += rows[n].moved[OWN][i];
                sum.moved[BASE][i] += rows[n].moved[BASE][i];
            }
    parts_of(&waiting, &sum, arena, out, count);
    return ERR_OK;
}
