/* disputed: how much of which items is disputed on a day, as known at a moment (R10).
 *
 * The sum of the cases that were open on that day; the part that counts is min(open, sum): payments
 * reduce the undisputed part first. Whoever leaves the disputed part out of something says of what:
 * only cases count then whose reason says so (ledger/disputereason.h), by its flags of today. */
#ifndef LEDGER_DISPUTED_H
#define LEDGER_DISPUTED_H

#include "ledger/book.h"

enum dispute_effect {
    DISPUTE_ANY,
    DISPUTE_DUNNING,  /* the part that is not dunned */
    DISPUTE_INTEREST, /* that bears no interest */
    DISPUTE_CREDIT    /* that does not count against the credit limit */
};

struct disputed {
    int64_t item_id, amount; /* amount: sum of the cases; may be more than is open */
};
/* In order of item. known_entry 0 = all that is known; customer_id 0 = of all. */
enum err disputed_each(struct book *book, struct date as_of, int64_t known_entry,
                       int64_t customer_id,
                       enum err (*each)(void *self, const struct disputed *disputed), void *self);
/* The same of the cases with an effect. */
enum err disputed_each_of(struct book *book, enum dispute_effect effect, struct date as_of,
                          int64_t known_entry, int64_t customer_id,
                          enum err (*each)(void *self, const struct disputed *disputed),
                          void *self);
/* The cases of one item with the days on which they were open, but those that were withdrawn or
 * refused by then: nothing was wrong with that part. closed NEVER = open on that day. */
struct disputed_span {
    int64_t amount;
    struct date opened, closed;
};
enum err disputed_spans(struct book *book, enum dispute_effect effect, int64_t item_id,
                        struct date as_of,
                        enum err (*each)(void *self, const struct disputed_span *span), void *self);

#endif
