/* taxleft: an item's share of its paper's taxes, less what credit memos took off it. */
#include "ledger/taxleft.h"

#include "ledger/local.h"

enum err taxleft_weights(struct book *book, const struct item *item, struct arena *arena,
                         int64_t **weights, size_t *count, int *place)
{
    struct item *items = NULL;
    int items_count = 0;

    *place = -1;
    TRY(items_of_document(book, item->document_id, arena, &items, &items_count));
    *count = (size_t)items_count;
    *weights = arena_new(arena, (*count + 1) * sizeof **weights);
    for (int i = 0; i < items_count; i++) {
        const int64_t amount = items[i].amount;
        const bool has = (amount < 0) == (items[0].amount < 0);
        (*weights)[i] = !has ? 0 : amount < 0 ? -amount : amount;
        if (has && items[i].id == item->id)
            *place = i;
    }
    return ERR_OK;
}

/* The item's share of each line, by the amounts of the instalments. */
static enum err share(struct book *book, const struct item *item, struct arena *arena,
                      struct tax_left *out)
{
    int64_t *weights = NULL;
    size_t count = 0;
    int place = 0;

    TRY(document_taxes(book, item->document_id, arena, &out->lines, &out->count));
    TRY(taxleft_weights(book, item, arena, &weights, &count, &place));
    int64_t *parts = arena_new(arena, (count + 1) * sizeof *parts);
    for (int i = 0; i < out->count; i++) {
        TRY(amount_split(out->lines[i].net, weights, count, parts));
        out->lines[i].net = place < 0 ? 0 : parts[place];
        TRY(amount_split(out->lines[i].tax, weights, count, parts));
        out->lines[i].tax = place < 0 ? 0 : parts[place];
        out->bare -= out->lines[i].net + out->lines[i].tax;
    }
    out->gross = item->amount < 0 ? -item->amount : item->amount;
    out->bare += out->gross;
    return ERR_OK;
}

/* As much of `wanted` as is there, off both; nothing where the signs differ. */
static void take(int64_t *from, int64_t *wanted)
{
    int64_t part = *wanted;

    if ((*from < 0) != (part < 0))
        return;
    if (*from < 0 ? part < *from : part > *from)
        part = *from;
    *from -= part;
    *wanted -= part;
}

/* The part of a memo that is of so much of it, off the same codes; what is over stays in *rest. */
static enum err take_codes(const struct tax_line *memo, int count, int64_t total, int64_t amount,
                           struct tax_left *left, int64_t *rest)
{
    int64_t bare = amount;

    *rest = 0;
    for (int m = 0; m < count; m++) {
        int64_t net, tax;
        TRY(amount_scale(memo[m].net, amount, total, &net));
        TRY(amount_scale(memo[m].tax, amount, total, &tax));
        bare -= net + tax;
        for (int i = 0; i < left->count; i++)
            if (left->lines[i].tax_id == memo[m].tax_id) {
                take(&left->lines[i].net, &net);
                take(&left->lines[i].tax, &tax);
            }
        *rest += net + tax;
    }
    take(&left->bare, &bare);
    *rest += bare;
    return ERR_OK;
}

enum err taxleft_credit(struct book *book, int64_t memo_id, int64_t amount, struct arena *arena,
                        struct tax_left *left)
{
    struct document memo;
    struct tax_line *lines = NULL;
    int count = 0;
    int64_t rest = 0;

    TRY(document_get(book, memo_id, arena, &memo));
    TRY(document_taxes(book, memo_id, arena, &lines, &count));
    TRY(take_codes(lines, count, memo.total.minor, amount, left, &rest));
    left->gross -= amount;
    left->credited = true;
    const int64_t before = left->gross + rest;
    if (rest == 0 || before == 0)
        return ERR_OK;
    left->bare = left->gross;
    for (int i = 0; i < left->count; i++) {
        struct tax_line *line = &left->lines[i];
        TRY(amount_scale(line->net, left->gross, before, &line->net));
        TRY(amount_scale(line->tax, left->gross, before, &line->tax));
        left->bare -= line->net + line->tax;
    }
    return ERR_OK;
}

struct memo {
    int64_t document_id, amount;
};

/* The credit memos whose applications to the item stood then, in their order. */
static enum err read_memos(struct book *book, int64_t item_id, int64_t before, struct date posted,
                           struct arena *arena, struct memo **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM application WHERE debit_id = $1", "i",
               item_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db,
               "SELECT c.document_id, a.amount FROM application a JOIN item c ON c.id = a.credit_id"
               " JOIN document d ON d.id = c.document_id WHERE a.debit_id = $1 AND d.kind = $2"
               " AND a.id < $3 AND a.posted <= $4 AND a.reverses_id IS NULL"
               " AND NOT EXISTS (SELECT 1 FROM application r"
               " WHERE r.reverses_id = a.id AND r.id < $3 AND r.posted <= $4) ORDER BY a.id");
    bind_i64(q, 1, item_id);
    bind_i64(q, 2, DOCUMENT_CREDIT);
    bind_i64(q, 3, before);
    bind_i64(q, 4, date_given(posted) ? posted.day : INT32_MAX);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct memo){col_i64(q, 0), col_i64(q, 1)};
    return stmt_end(q);
}

enum err taxleft_of(struct book *book, const struct item *item, int64_t before, struct date posted,
                    struct arena *arena, struct tax_left *out)
{
    struct memo *memos = NULL;
    int count = 0;

    *out = (struct tax_left){.count = 0};
    TRY(share(book, item, arena, out));
    TRY(read_memos(book, item->id, before, posted, arena, &memos, &count));
    for (int i = 0; i < count; i++)
        TRY(taxleft_credit(book, memos[i].document_id, memos[i].amount, arena, out));
    return ERR_OK;
}

enum err taxleft_of_paper(struct book *book, const struct document *paper, struct arena *arena,
                          struct tax_left *out)
{
    struct memo *memos = NULL;
    int count = 0;
    int64_t room = 0;

    *out = (struct tax_left){.gross = paper->total.minor, .bare = paper->total.minor};
    TRY(document_taxes(book, paper->id, arena, &out->lines, &out->count));
    for (int i = 0; i < out->count; i++)
        out->bare -= out->lines[i].net + out->lines[i].tax;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM document WHERE related_id = $1", "i",
               paper->id));
    memos = arena_new(arena, ((size_t)room + 1) * sizeof *memos);
    struct stmt *q = db_sql(
        book->db, "SELECT d.id, d.total FROM document d WHERE d.related_id = $1 AND d.kind = $2"
                  " AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"
                  " ORDER BY d.id");
    bind_i64(q, 1, paper->id);
    bind_i64(q, 2, DOCUMENT_CREDIT);
    while (stmt_row(q) && count < (int)room)
        memos[count++] = (struct memo){col_i64(q, 0), col_i64(q, 1)};
    TRY(stmt_end(q));
    for (int i = 0; i < count; i++)
        if (memos[i].amount > 0)
            TRY(taxleft_credit(book, memos[i].document_id, memos[i].amount, arena, out));
    return ERR_OK;
}

enum err taxleft_before(struct book *book, int64_t document_id, struct arena *arena,
                        struct tax_left *out, bool *is)
{
    struct item item;
    int64_t found[2] = {0, 0};
    struct stmt *q =
        db_sql(book->db, "SELECT a.id, a.debit_id FROM application a JOIN item c ON"
                         " c.id = a.credit_id WHERE c.document_id = $1 AND a.reverses_id IS NULL"
                         " ORDER BY a.id LIMIT 1");

    bind_i64(q, 1, document_id);
    *is = stmt_row(q);
    if (*is) {
        found[0] = col_i64(q, 0);
        found[1] = col_i64(q, 1);
    }
    TRY(stmt_end(q));
    if (!*is)
        return ERR_OK;
    TRY(item_get(book, found[1], arena, &item));
    return taxleft_of(book, &item, found[0], DATE_NONE, arena, out);
}
