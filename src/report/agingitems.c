/* agingitems: the rows of the aging in detail: one an item. */
#include "ledger/item.h"
#include "report/agingparts.h"

#include <stdlib.h>

static int older_cmp(const void *a, const void *b)
{
    const struct openitem *const *x = a, *const *y = b;
    const int first = (*x)->due.day, second = (*y)->due.day;
    return first != second ? (first < second ? -1 : 1) : (*x)->id < (*y)->id ? -1 : 1;
}

/* Credits off the oldest debits, item by item: what is left of each, in the order of `items`. */
static int64_t *items_left(struct aging *aging, const struct openitem *items, int count,
                           struct arena *arena)
{
    const struct aging_options *o = aging->options;
    int64_t *left = arena_new(arena, ((size_t)count + 1) * sizeof *left);
    const struct openitem **debits = arena_new(arena, ((size_t)count + 1) * sizeof *debits);
    int64_t credit = 0, debit = 0;
    size_t debit_count = 0;

    for (int i = 0; i < count; i++) {
        left[i] = items[i].open;
        if (items[i].open > 0) {
            debits[debit_count++] = &items[i];
            debit += items[i].open;
        } else
            credit -= items[i].open;
    }
    if (o->credits != CREDITS_OLDEST || credit == 0)
        return left;
    int64_t taken = credit < debit ? credit : debit, given = taken;
    qsort(debits, debit_count, sizeof *debits, older_cmp);
    for (int bucket = aging->open.buckets - 1; bucket >= 0; bucket--)
        for (size_t k = 0; k < debit_count; k++) {
            const struct openitem *d = debits[k];
            if (bucket_of_item(&o->buckets, o->as_of, d->effective, d->due) != bucket)
                continue;
            const int64_t part = d->open < taken ? d->open : taken;
            left[d - items] -= part;
            taken -= part;
        }
    for (int i = 0; i < count; i++)
        if (items[i].open < 0) {
            const int64_t part = -items[i].open < given ? -items[i].open : given;
            left[i] += part;
            given -= part;
        }
    return left;
}

static enum err item_row(struct aging *aging, const struct openline *line,
                         const struct openitem *item, int64_t left, struct arena *arena)
{
    const struct aging_options *o = aging->options;
    struct cell cells[AGING_COLUMNS] = {{0}};
    struct item paper;
    struct figures figures = {.total = left,
                              .disputed = openbook_disputed(&aging->open, item->id, item->open),
                              .overdue = item->open > 0 && item->due.day < o->as_of.day};

    TRY(item_get(aging->book, item->id, arena, &paper));
    if (item->open < 0 && o->credits != CREDITS_BUCKET)
        figures.unapplied = left;
    else
        figures.buckets[bucket_of_item(&o->buckets, o->as_of, item->effective, item->due)] = left;
    figures_check(aging, &figures);
    cells[0] = cell_code(line->debtor->code);
    cells[1] = cell_text(line->debtor->name);
    cells[2] = cell_code(paper.number);
    cells[3] = cell_text(document_kind_word(paper.kind));
    cells[4] = cell_int(paper.seq);
    cells[5] = cell_date(paper.issued);
    cells[6] = cell_date(item->due);
    cells[7] = item->open > 0 ? cell_int(aging_days(o->as_of, item->due)) : cell_none();
    figures_cells(aging, &figures, &line->currency, cells);
    return sink_row(aging->sink, paper.document_id, figures_mark(&figures), cells);
}

enum err aging_items(struct aging *aging, const struct openline *line, struct arena *kept)
{
    struct arena row = {0};
    enum err e = ERR_OK;

    arena_reset(kept);
    const struct openitem *items = openbook_items(&aging->open, line, kept);
    const int64_t *left = items_left(aging, items, line->items, kept);
    for (int k = 0; e == ERR_OK && k < line->items; k++) {
        arena_reset(&row);
        e = item_row(aging, line, &items[k], left[k], &row);
    }
    arena_done(&row);
    return e;
}
