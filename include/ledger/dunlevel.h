/* dunlevel: at which level of dunning an item stands on a day, from the letters that name it (R7b).
 *
 * A letter counts from its day on, one that was held to be checked from the day of its release, and
 * none from the day on which it was taken back. The last one that counts gives the level: payment
 * does not lower it; what is settled has none, and has the old one again when its payment is
 * reversed.
 * Memory: values. Fails with: what the store says. */
#ifndef LEDGER_DUNLEVEL_H
#define LEDGER_DUNLEVEL_H

#include "base/date.h"
#include "ledger/book.h"

#define DUNLEVEL_NONE (-1) /* never dunned; 0 is the friendly reminder before the due day */

struct dunlevel {
    int64_t item_id, customer_id;
    int level;         /* in force; NONE while its first letter is held */
    struct date day;   /* when the letter of that level went out; NONE = none did */
    int64_t letter_id; /* of the level; 0 = none */
    int64_t held_id;   /* a letter that waits to be checked; 0 = none */
};
/* Items that some letter names, that were not settled on the day, in order of item; customer_id 0 =
 * of all. */
enum err dunlevels_each(struct book *book, struct date as_of, int64_t customer_id,
                        enum err (*each)(void *self, const struct dunlevel *level), void *self);

#endif
