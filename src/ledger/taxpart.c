/* taxpart: how much of an item is tax, and of what was paid on it (RULES.md Part A). */
#include "ledger/local.h"
#include "ledger/monthend.h"

#include <string.h>

static enum err to_base(struct book *book, const struct document *document, int64_t amount,
                        int64_t *out)
{
    return amount_convert(amount, document->currency, book->currency, document->rate, out);
}

enum err taxparts_of_item(struct book *book, const struct item *item, struct arena *arena,
                          struct tax_part **out, int *count)
{
    struct document document;
    struct tax_line *lines = NULL;
    struct item *items = NULL;
    int item_count = 0, place = 0;

    TRY(document_get(book, item->document_id, arena, &document));
    TRY(document_taxes(book, item->document_id, arena, &lines, count));
    TRY(items_of_document(book, item->document_id, arena, &items, &item_count));
    int64_t *weights = arena_new(arena, ((size_t)item_count + 1) * sizeof *weights);
    int64_t *parts = arena_new(arena, ((size_t)item_count + 1) * sizeof *parts);
    *out = arena_new(arena, ((size_t)*count + 1) * sizeof **out);
    for (int i = 0; i < item_count; i++) {
        weights[i] = items[i].amount;
        place = items[i].id == item->id ? i : place;
    }
    for (int i = 0; i < *count; i++) {
        const int64_t whole[] = {lines[i].net, lines[i].tax};
        int64_t own[2], base[2];
        for (int k = 0; k < 2; k++) {
            TRY(amount_split(whole[k], weights, (size_t)item_count, parts));
            own[k] = parts[place];
            TRY(to_base(book, &document, own[k], &base[k]));
        }
        (*out)[i] = (struct tax_part){.tax_id = lines[i].tax_id,
                                      .account_id = lines[i].account_id,
                                      .tax = own[1],
                                      .net_base = base[0],
                                      .tax_base = base[1]};
    }
    return ERR_OK;
}

/* ---- of what was applied -------------------------------------------------------------------- */

/* One application of an item, and what of it was tax: so many parts as the item has. */
struct applied {
    int64_t id, reverses_id, amount;
    enum document_kind kind;
    struct date posted;
    int64_t *net, *tax;
};

struct run {
    struct book *book;
    struct date from, to;
    struct arena *arena;
    struct tax_part *parts;
    int part_count;
    int64_t *net_so_far, *tax_so_far; /* one a part */
    struct applied *rows;
    int count;
    enum err (*each)(void *self, const struct tax_row *row);
    void *self;
};

static enum err rows_read(struct run *run, int64_t item_id)
{
    int64_t room = 0;

    run->count = 0;
    TRY(db_get(run->book->db, &room, 0, "SELECT COUNT(*) FROM application WHERE debit_id = $1", "i",
               item_id));
    run->rows = arena_new(run->arena, ((size_t)room + 1) * sizeof *run->rows);
    struct stmt *q =
        db_sql(run->book->db, "SELECT a.id, COALESCE(a.reverses_id, 0), a.amount, a.posted, d.kind"
                              " FROM application a JOIN item c ON c.id = a.credit_id"
                              " JOIN document d ON d.id = c.document_id WHERE a.debit_id = $1"
                              " ORDER BY a.id");
    bind_i64(q, 1, item_id);
    while (stmt_row(q) && run->count < (int)room)
        run->rows[run->count++] = (struct applied){.id = col_i64(q, 0),
                                                   .reverses_id = col_i64(q, 1),
                                                   .amount = col_i64(q, 2),
                                                   .posted = {(int32_t)col_i64(q, 3)},
                                                   .kind = (enum document_kind)col_i64(q, 4)};
    return stmt_end(q);
}

/* applied x part / gross; what closes the item takes the rest; what takes another back takes its
 * very part. */
static enum err share(const struct run *run, const struct item *item, int n, int64_t applied)
{
    struct applied *row = &run->rows[n];

    for (int i = 0; i < run->part_count; i++) {
        const int64_t wholes[] = {run->parts[i].net_base, run->parts[i].tax_base};
        int64_t *const so_far[] = {&run->net_so_far[i], &run->tax_so_far[i]};
        int64_t *const out[] = {&row->net[i], &row->tax[i]};
        for (int k = 0; k < 2; k++) {
            if (applied == item->amount)
                *out[k] = wholes[k] - *so_far[k];
            else
                TRY(amount_scale(wholes[k], row->amount, item->amount, out[k]));
            for (int b = 0; row->reverses_id && b < n; b++)
                if (run->rows[b].id == row->reverses_id)
                    *out[k] = -(k ? run->rows[b].tax[i] : run->rows[b].net[i]);
            TRY(amount_add(*so_far[k], *out[k], so_far[k]));
        }
    }
    return ERR_OK;
}

static enum err tell(const struct run *run, const struct applied *row)
{
    for (int i = 0; i < run->part_count; i++) {
        const struct tax_row told = {.tax_id = run->parts[i].tax_id,
                                     .account_id = run->parts[i].account_id,
                                     .net = row->net[i],
                                     .tax = row->tax[i],
                                     .kind = row->kind};
        TRY(run->each(run->self, &told));
    }
    return ERR_OK;
}

static enum err item_tell(struct run *run, int64_t item_id)
{
    struct item item;
    int64_t applied = 0;

    TRY(item_get(run->book, item_id, run->arena, &item));
    TRY(taxparts_of_item(run->book, &item, run->arena, &run->parts, &run->part_count));
    if (run->part_count == 0)
        return ERR_OK;
    TRY(rows_read(run, item_id));
    const size_t room = (size_t)run->part_count * sizeof(int64_t);
    run->net_so_far = arena_new(run->arena, room);
    run->tax_so_far = arena_new(run->arena, room);
    for (int n = 0; n < run->count; n++) {
        struct applied *row = &run->rows[n];
        row->net = arena_new(run->arena, room);
        row->tax = arena_new(run->arena, room);
        applied += row->amount;
        TRY(share(run, &item, n, applied));
        if (row->posted.day >= run->from.day && row->posted.day <= run->to.day)
            TRY(tell(run, row));
    }
    return ERR_OK;
}

enum err cashtax_each(struct book *book, struct date from, struct date to,
                      enum err (*each)(void *self, const struct tax_row *row), void *self)
{
    struct arena arena = {0};
    struct run run = {
        .book = book, .from = from, .to = to, .arena = &arena, .each = each, .self = self};
    enum err e = ERR_OK;
    struct stmt *q = db_sql(book->db, "SELECT DISTINCT debit_id FROM application"
                                      " WHERE posted BETWEEN $1 AND $2 ORDER BY debit_id");

    bind_i64(q, 1, from.day);
    bind_i64(q, 2, to.day);
    while (e == ERR_OK && stmt_row(q)) {
        arena_reset(&arena);
        e = item_tell(&run, col_i64(q, 0));
    }
    const enum err end = stmt_end(q);
    arena_done(&arena);
    return e != ERR_OK ? e : end;
}
