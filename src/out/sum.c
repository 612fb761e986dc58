#include "out/sum.h"

#include <stdlib.h>

struct sum_column {
    bool wanted, mixed, any;
    enum cell_kind kind;
    struct currency currency;
    int64_t total;
};

void sum_init(struct sum *sum, const struct table_head *head)
{
    sum->count = head->count;
    sum->given = false;
    sum->columns = mem_new((size_t)head->count + 1, sizeof(*sum->columns));
    for (int i = 0; i < head->count; i++)
        sum->columns[i].wanted = (head->columns[i].flags & COLUMN_TOTAL) != 0;
}

static void add(struct sum_column *column, const struct cell *cell)
{
    if (cell->kind == CELL_MONEY) {
        if (column->any && !currency_is(column->currency, cell->money.currency))
            column->mixed = true;
        column->currency = cell->money.currency;
        if (amount_add(column->total, cell->money.minor, &column->total) != ERR_OK)
            column->mixed = true;
    } else if (cell->kind == CELL_INT || cell->kind == CELL_QUANTITY) {
        if (__builtin_add_overflow(column->total, cell->number, &column->total))
            column->mixed = true;
    } else
        return;
    column->kind = cell->kind;
    column->any = true;
}

void sum_row(struct sum *sum, const struct row *row)
{
    if (row->kind == ROW_TOTAL)
        sum->given = true;
    if (row->kind != ROW_DATA)
        return;
    for (int i = 0; i < sum->count; i++)
        if (sum->columns[i].wanted && !sum->columns[i].mixed)
            add(&sum->columns[i], &row->cells[i]);
}

bool sum_cells(const struct sum *sum, struct cell *cells)
{
    bool any = false;

    for (int i = 0; i < sum->count; i++) {
        const struct sum_column *column = &sum->columns[i];

        cells[i] = cell_none();
        if (!column->wanted || column->mixed || !column->any)
            continue;
        if (column->kind == CELL_MONEY)
            cells[i] = cell_money(money_of(column->total, column->currency));
        else
            cells[i] = cell_number(column->kind, column->total);
        any = true;
    }
    return any && !sum->given;
}

int sum_label(const struct table_head *head, const struct cell *cells)
{
    for (int i = 0; i < head->count; i++)
        if (cells[i].kind == CELL_NONE && (head->columns[i].flags & COLUMN_HIDDEN) == 0 &&
            !cell_is_right(head->columns[i].kind))
            return i;
    return -1;
}

void sum_done(struct sum *sum)
{
    free(sum->columns);
    sum->columns = NULL;
}
