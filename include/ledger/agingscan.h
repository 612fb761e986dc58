/* agingscan: the open items as of any day, on either basis, as known at any moment: the one source
 * of aging, open-item lists, statements and the start page (R1).
 *
 * One pass over an index of the items that were not settled on D; applications later than D (or K)
 * are taken back: one by one where they are few, else by an index-only subquery of each item.
 * Memory: a row lives until the next. Fails with: what the store and `each` say. */
#ifndef LEDGER_AGINGSCAN_H
#define LEDGER_AGINGSCAN_H

#include "ledger/item.h"

enum aging_basis_date { BY_POSTED, BY_EFFECTIVE };

struct aging_query {
    struct date as_of;         /* D */
    int64_t known_entry;       /* K: the last journal entry that counts; 0 = all */
    enum aging_basis_date by;
    int64_t customer_id;       /* 0 = all */
    enum account_control control; /* usually CONTROL_RECEIVABLE */
    bool as_posted;               /* items of merged customers under the one they were posted to */
};
/* One item that was open on D. No text: figures only, so that a million pass quickly. */
struct aging_item {
    int64_t id, customer_id, account_id;
    char currency[4];
    int64_t amount, open;  /* open: on D; minor units of its currency, < 0: we owe */
    int64_t open_base;     /* of the book's, at the rates at which it was posted */
    struct date due;       /* as re-aged */
    struct date effective; /* of a deduction: the date of the document that it was taken off */
    struct date posted;
};
/* What has no posted day (disputes, re-agings) counts as known at this entry, 0 = as known now: by
 * posted day a closed month stays as it was known when it was closed. */
enum err aging_known(struct book *book, const struct aging_query *query, int64_t *entry_id);
enum err aging_scan(struct book *book, const struct aging_query *query,
                    enum err (*each)(void *self, const struct aging_item *item), void *self);

#endif
