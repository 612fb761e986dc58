#include "tui/listbox.h"

#include "base/text.h"

#include <string.h>

/* A table in memory as the source of a listbox. Totals behind all other rows stand apart. */

#define PINNED_MOST 6 /* more totals than these are rows like others: a screen has few lines */

static size_t totals_behind(const struct table *table)
{
    size_t count = 0;

    while (count < table->count && table->rows[table->count - 1 - count].kind == ROW_TOTAL)
        count++;
    return count <= PINNED_MOST ? count : 0;
}

static bool ends_in_total(const struct table *table)
{
    return table->count > 0 && table->rows[table->count - 1].kind == ROW_TOTAL;
}

static size_t table_rows(void *self)
{
    const struct listbox_table *source = self;
    return source->table->count - totals_behind(source->table);
}

static const struct row *table_row(void *self, size_t at)
{
    const struct listbox_table *source = self;
    return &source->table->rows[at];
}

static const struct row *table_total(void *self, size_t nth)
{
    const struct listbox_table *source = self;
    const struct table *table = source->table;
    const size_t behind = totals_behind(table);

    if (behind)
        return nth < behind ? &table->rows[table->count - behind + nth] : NULL;
    return nth == 0 && source->total.cells != NULL ? &source->total : NULL;
}

/* Adds one cell to a sum; false when they cannot be added: two currencies, or too large. */
static bool cell_sum(struct cell *sum, const struct cell *cell)
{
    if (cell->kind == CELL_NONE)
        return true;
    if (sum->kind == CELL_NONE) {
        *sum = *cell;
        return true;
    }
    if (sum->kind == CELL_MONEY)
        return cell->kind == CELL_MONEY && currency_is(sum->money.currency, cell->money.currency) &&
               amount_add(sum->money.minor, cell->money.minor, &sum->money.minor) == ERR_OK;
    return cell->kind == sum->kind && amount_add(sum->number, cell->number, &sum->number) == ERR_OK;
}

static bool column_sum(const struct table *table, int column, struct cell *sum)
{
    *sum = cell_none();
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].kind == ROW_DATA && !cell_sum(sum, &table->rows[i].cells[column]))
            return false;
    return sum->kind != CELL_NONE;
}

static void total_make(struct listbox_table *self)
{
    const struct table_head *head = &self->table->head;
    struct cell *cells = arena_new(&self->arena, (size_t)(head->count + 1) * sizeof *cells);
    bool any = false, labelled = false;
    for (int i = 0; i < head->count; i++) {
        cells[i] = cell_none();
        bool summed = (head->columns[i].flags & COLUMN_TOTAL) != 0;
        if (summed && column_sum(self->table, i, &cells[i]))
            any = true;
        else if (summed)
            cells[i] = cell_none();
        else if (!labelled && head->columns[i].kind == CELL_TEXT &&
                 !(head->columns[i].flags & COLUMN_HIDDEN) && (labelled = true))
            cells[i] = cell_text("Total");
    }
    for (int i = 0; i < head->count && !labelled; i++) /* there are codes and figures alone */
        if (head->columns[i].kind == CELL_CODE && (labelled = true))
            cells[i] = cell_text("Total");
    self->total = (struct row){.kind = ROW_TOTAL, .mark = ' ', .cells = any ? cells : NULL};
}

struct listbox_source listbox_table_source(struct listbox_table *self, struct table *table)
{
    arena_reset(&self->arena);
    self->table = table;
    self->total = (struct row){0};
    if (!self->part && !ends_in_total(table))
        total_make(self);
    return (struct listbox_source){
        .count = table_rows, .row = table_row, .total = table_total, .self = self};
}

void listbox_table_done(struct listbox_table *self)
{
    arena_done(&self->arena);
}
