#include "tui/listbox.h"

#include "base/text.h"

#include <string.h>

/* A table in memory as the source of a listbox. A last row that is a total stands apart; of
 * several, a currency each, none is the total of the list. */

static bool is_total(const struct table *table, size_t from_end)
{
    return table->count >= from_end && table->rows[table->count - from_end].kind == ROW_TOTAL;
}

static bool ends_in_total(const struct table *table)
{
    return is_total(table, 1) && !is_total(table, 2);
}

static size_t table_rows(void *self)
{
    const struct listbox_table *source = self;
    return source->table->count - ends_in_total(source->table);
}

static const struct row *table_row(void *self, size_t at)
{
    const struct listbox_table *source = self;
    return &source->table->rows[at];
}

static const struct row *table_total(void *self)
{
    const struct listbox_table *source = self;
    if (ends_in_total(source->table))
        return &source->table->rows[source->table->count - 1];
    return source->total.cells != NULL ? &source->total : NULL;
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
        else if (!labelled && head->columns[i].kind == CELL_TEXT && (labelled = true))
            cells[i] = cell_text("Total");
    }
    self->total = (struct row){.kind = ROW_TOTAL, .mark = ' ', .cells = any ? cells : NULL};
}

struct listbox_source listbox_table_source(struct listbox_table *self, struct table *table)
{
    arena_reset(&self->arena);
    self->table = table;
    self->total = (struct row){0};
    if (!self->part && !is_total(table, 1))
        total_make(self);
    return (struct listbox_source){
        .count = table_rows, .row = table_row, .total = table_total, .self = self};
}

void listbox_table_done(struct listbox_table *self)
{
    arena_done(&self->arena);
}
