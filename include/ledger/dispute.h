/* dispute: a case on an item: the amount that the customer questions, from a day, until it is
 * closed.
 *
 * Fails with: MISSING, CONFLICT (more than is open, closed already), INPUT (opened before the
 * item's own date, closed before it was opened). Memory: the arena given. */
#ifndef LEDGER_DISPUTE_H
#define LEDGER_DISPUTE_H

#include "ledger/item.h"

struct dispute {
    int64_t id, item_id, amount;
    const char *reason, *owner, *text, *resolution;
    struct date opened, closed; /* closed NONE = open */
    const char *number, *customer; /* of its document */
    struct currency currency;
};
/* amount 0 = all that is open. CONFLICT beyond what is open. */
enum err dispute_open(struct tx *tx, const struct dispute *dispute, int64_t *id);
enum err dispute_close(struct tx *tx, int64_t id, struct date closed, const char *resolution);
/* Closes what is open on an item that is taken back, on that day or the day it was opened. */
enum err dispute_drop(struct tx *tx, int64_t item_id, struct date closed, const char *resolution);
enum err dispute_list(struct book *book, int64_t customer_id, bool only_open, struct arena *arena,
                      struct dispute **out, int *count);

#endif
