/* sum: the totals of a table's COLUMN_TOTAL columns, kept while its rows stream by.
 *
 * Holds: a column is summed only while all its money has one currency; a sum that leaves the range
 * is no sum. Only data rows count. A report that gives its own total row makes these superfluous.
 * Memory: embedded; sum_done gives back. */
#ifndef OUT_SUM_H
#define OUT_SUM_H

#include "base/table.h"

struct sum {
    int count;
    struct sum_column *columns;
    bool given; /* the report gave a total row itself */
};

void sum_init(struct sum *sum, const struct table_head *head);
void sum_row(struct sum *sum, const struct row *row);
/* Fills one cell a column (CELL_NONE where there is no sum); false when there is none. */
bool sum_cells(const struct sum *sum, struct cell *cells);
/* The first free column of no figures, where "Total" stands; -1 when there is none. */
int sum_label(const struct table_head *head, const struct cell *cells);
void sum_done(struct sum *sum);

#endif
