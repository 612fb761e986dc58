/* rows: the text of an ARG_ROWS argument: read into rows, and shown again.
 *
 *     ROWS_PAIRS   text="Lamp; green"; qty=2; price=10.00      one row a line
 *     ROWS_LIST    INV-1=98.00 discount 2.00; INV-2            rows parted by ; or line ends
 *
 * Holds: rows_read(row_show(r)) == r. A value with ; = " or blanks stands in quotes, "" doubled.
 * Fails with: INPUT or USAGE naming the row and the column. */
#ifndef APP_ROWS_H
#define APP_ROWS_H

#include "app/value.h"
#include "base/buf.h"

/* Hands every row to `each`, values in the arena of the habits. */
enum err rows_read(const struct value_habits *habits, const struct arg *arg, const char *text,
                   void (*each)(void *self, struct arg_row row), void *self, struct note *note);
/* One row as text; columns with any of the flags in `without` are left out. */
void row_show(struct buf *out, const struct arg *arg, const struct arg_row *row, unsigned without);
int columns_count(const struct arg_column *columns);

#endif
