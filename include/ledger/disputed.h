/* disputed: how much of which items is disputed on a day, as known at a moment (R10).
 *
 * The sum of the cases that were open on that day; the part that counts is min(open, sum), which
 * the caller takes, since it knows what is open. */
#ifndef LEDGER_DISPUTED_H
#define LEDGER_DISPUTED_H

#include "ledger/book.h"

struct disputed {
    int64_t item_id, amount;
};
/* In order of item. known_entry 0 = all that is known; customer_id 0 = of all. */
enum err disputed_each(struct book *book, struct date as_of, int64_t known_entry,
                       int64_t customer_id,
                       enum err (*each)(void *self, const struct disputed *disputed), void *self);

#endif
