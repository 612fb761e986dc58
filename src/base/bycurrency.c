#include "base/bycurrency.h"

#include <stdlib.h>
#include <string.h>

struct currency_sums {
    struct currency currency;
    struct cell *sums;
    bool *bad; /* cannot be added: of two currencies, or too large */
};

void bycurrency_begin(struct bycurrency *totals, const struct table_head *head,
                      struct currency base)
{
    const size_t count = (size_t)head->count + 1;

    bycurrency_done(totals);
    *totals = (struct bycurrency){
        .count = head->count, .label = -1, .currency = table_column(head, "currency")};
    totals->base = base;
    totals->wanted = arena_new(&totals->arena, count * sizeof *totals->wanted);
    for (int i = 0; i < head->count; i++) {
        const struct column *column = &head->columns[i];
        totals->wanted[i] = (column->flags & COLUMN_TOTAL) != 0;
        totals->money |= totals->wanted[i] && column->kind == CELL_MONEY;
        if (totals->label < 0 && i != totals->currency && !(column->flags & COLUMN_HIDDEN) &&
            !cell_is_right(column->kind))
            totals->label = i;
    }
}

void bycurrency_done(struct bycurrency *totals)
{
    arena_done(&totals->arena);
    *totals = (struct bycurrency){.count = 0};
}

static struct currency_sums *of_new(struct bycurrency *totals, struct currency currency)
{
    const size_t count = (size_t)totals->count + 1;

    totals->list =
        arena_grow(&totals->arena, totals->list, totals->of, &totals->room, sizeof *totals->list);
    struct currency_sums *of = &totals->list[totals->of++];
    *of = (struct currency_sums){.currency = currency,
                             .sums = arena_new(&totals->arena, count * sizeof *of->sums),
                             .bad = arena_new(&totals->arena, count * sizeof *of->bad)};
    return of;
}

/* "" = of none: such a row stands among the others. */
static struct currency currency_of(const struct bycurrency *totals, const struct row *row)
{
    struct currency currency = {.code = ""};
    const char *said = totals->currency >= 0 ? row->cells[totals->currency].text : NULL;

    for (int i = 0; i < totals->count; i++)
        if (row->cells[i].kind == CELL_MONEY &&
            (said ? strcmp(said, row->cells[i].money.currency.code) == 0 : totals->wanted[i]))
            return row->cells[i].money.currency;
    return currency;
}

static void cell_add(struct cell *sum, const struct cell *cell, bool *bad)
{
    if (cell->kind != CELL_MONEY && cell->kind != CELL_INT && cell->kind != CELL_QUANTITY)
        return;
    if (sum->kind == CELL_NONE) {
        *sum = *cell;
        return;
    }
    if (sum->kind != cell->kind ||
        (cell->kind == CELL_MONEY && !currency_is(sum->money.currency, cell->money.currency)) ||
        (cell->kind == CELL_MONEY
             ? amount_add(sum->money.minor, cell->money.minor, &sum->money.minor)
             : amount_add(sum->number, cell->number, &sum->number)) != ERR_OK)
        *bad = true;
}

static void cells_add(const struct bycurrency *totals, struct currency_sums *of,
                      const struct cell *cells)
{
    for (int i = 0; i < totals->count; i++)
        if (totals->wanted[i] && !of->bad[i])
            cell_add(&of->sums[i], &cells[i], &of->bad[i]);
}

void bycurrency_add(struct bycurrency *totals, const struct row *row)
{
    struct currency_sums *of = NULL;

    if (row->kind != ROW_DATA || !totals->money)
        return;
    const struct currency currency = currency_of(totals, row);
    totals->rows++;
    for (int i = 0; i < totals->of && !of; i++)
        if (currency_is(totals->list[i].currency, currency))
            of = &totals->list[i];
    cells_add(totals, of ? of : of_new(totals, currency), row->cells);
}

static int currency_cmp(const void *a, const void *b, void *base)
{
    const struct currency_sums *x = a, *y = b;

    return currency_order(x->currency.code, y->currency.code, base);
}

static enum err of_put(struct bycurrency *totals, struct currency_sums *of, struct sink *to)
{
    const struct row row = {.kind = ROW_TOTAL, .mark = ' ', .cells = of->sums};
    const char *code = arena_text(&totals->arena, of->currency.code);

    bool any = false;

    for (int i = 0; i < totals->count; i++) {
        if (of->bad[i])
            of->sums[i] = cell_none();
        any |= of->bad[i] || of->sums[i].kind != CELL_NONE;
    }
    if (!any) /* nothing to be summed: an empty total tells nothing */
        return ERR_OK;
    if (totals->label >= 0)
        of->sums[totals->label] = cell_drawn(
            totals->currency >= 0 || !*code ? "Total"
                                            : arena_format(&totals->arena, "Total %s", code));
    if (totals->currency >= 0 && *code)
        of->sums[totals->currency] = cell_code(code);
    return to->row(to->self, &row);
}

/* What all currencies have in common: money that is in one of them throughout. */
static enum err all_put(struct bycurrency *totals, struct sink *to)
{
    struct currency_sums *all = of_new(totals, (struct currency){.code = ""});
    bool any = false;

    for (int i = 0; i < totals->of - 1; i++)
        for (int c = 0; c < totals->count; c++)
            all->bad[c] |= totals->list[i].bad[c];
    for (int i = 0; i < totals->of - 1; i++)
        cells_add(totals, all, totals->list[i].sums);
    for (int c = 0; c < totals->count; c++)
        any |= totals->wanted[c] && !all->bad[c] && all->sums[c].kind == CELL_MONEY;
    return any ? of_put(totals, all, to) : ERR_OK;
}

enum err bycurrency_put(struct bycurrency *totals, int least, struct sink *to)
{
    const int of = totals->of;
    int told = 0;

    for (int i = 0; i < of; i++)
        told += *totals->list[i].currency.code != 0;
    if (told < least || told == 0 || totals->rows < 2)
        return ERR_OK;
    qsort_r(totals->list, (size_t)of, sizeof *totals->list, currency_cmp, totals->base.code);
    for (int i = 0; i < of; i++)
        if (*totals->list[i].currency.code)
            TRY(of_put(totals, &totals->list[i], to));
    return told > 1 ? all_put(totals, to) : ERR_OK;
}
