/* beside: what stands beside a balance and is not in it: prepayments, which are a liability until
 * they are used, and cheques in hand, whose day is still to come.
 *
 * A receipt that is dated ahead is post-dated: until its day it is not in cash, and what it pays is
 * open, though it is neither chased nor expected by habit. As of a past day it was in hand when it
 * was known by then.
 * Memory: values; words in the arena given. Fails with: what the store says. */
#ifndef LEDGER_BESIDE_H
#define LEDGER_BESIDE_H

#include "base/arena.h"
#include "ledger/book.h"

struct beside {
    struct currency currency; /* of the figures */
    int64_t prepaid;          /* what of prepayments is not used yet, > 0 */
    int64_t in_hand;          /* of receipts dated after the day */
    int64_t receipts;         /* how many */
    struct date next;         /* the first of their days; NONE: there is none */
};
/* At the end of a day. customer_id 0 = all; currency NULL: in all currencies, in the book's own. */
enum err beside_read(struct book *book, int64_t customer_id, const struct currency *currency,
                     struct date as_of, struct beside *out);
/* What of an item receipts in hand pay on their day. */
struct in_hand {
    int64_t item_id, amount; /* > 0 */
    struct date day;
};
/* By item, then day. */
enum err in_hand_each(struct book *book, struct date as_of,
                      enum err (*each)(void *self, const struct in_hand *row), void *self);
/* Until when money in hand settles all that a document has not open any more; NONE: none does. */
enum err in_hand_until(struct book *book, int64_t document_id, struct date as_of,
                       struct date *until);
/* "prepaid 200.00 EUR", "2 receipts in hand, 350.00 EUR, next on 2026-12-15"; "" = none. */
const char *beside_prepaid(const struct beside *beside, struct arena *arena);
const char *beside_in_hand(const struct beside *beside, struct arena *arena);

#endif
