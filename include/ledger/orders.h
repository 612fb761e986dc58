/* orders: orders that are not billed yet, as the order system gave them: they count as if they
 * were.
 *
 * Facts: each file takes the place of the one before, so what counted on any day stays known.
 * Memory: texts live until the next row. Fails with: INPUT. */
#ifndef LEDGER_ORDERS_H
#define LEDGER_ORDERS_H

#include "ledger/tx.h"

struct order_line {
    int64_t customer_id, amount;
    struct currency currency;
    const char *number;
    /* read only */
    const char *customer, *name;
};
/* They take the place of all that were brought in before. */
enum err orders_set(struct tx *tx, struct date day, const struct order_line *lines, int count);
/* Those of the last file, by customer id; customer_id 0 = of all. *day NONE: there was none. */
enum err orders_each(struct book *book, int64_t customer_id, struct date *day,
                     enum err (*each)(void *self, const struct order_line *line), void *self);

#endif
