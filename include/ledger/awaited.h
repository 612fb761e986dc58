/* awaited: what of each open item is promised, or in hand as a cheque of a later day, day by day
 * (RULES.md R11 and Part A, post-dated cheques).
 *
 * Receipts in hand go first, to what they pay. Each open promise's dated parts, less the money that
 * came for them, go to its items: the earliest part and the oldest due item first. Promises that
 * name the same item share it.
 * Holds: the sum of an item's rows <= what is open of it on the day; rows are above 0.
 * Memory: the arena given. Fails with: what the store says, LIMIT. */
#ifndef LEDGER_AWAITED_H
#define LEDGER_AWAITED_H

#include "ledger/promise.h"

struct awaited {
    int64_t item_id, promise_id, amount; /* promise 0: a receipt in hand */
    struct date day;                     /* of the part, of the receipt */
};
/* Promises as promise_list gives them for the day; rows by item, day, promise. */
enum err awaited_read(struct book *book, const struct promise *promises, int promise_count,
                      struct date as_of, struct arena *arena, struct awaited **out, int *count);
/* The rows of an item; *count 0 = none. */
const struct awaited *awaited_of(const struct awaited *rows, int row_count, int64_t item_id,
                                 int *count);

#endif
