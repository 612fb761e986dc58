/* merging: two accounts of one customer become one.
 *
 * No row is rewritten: the account that goes keeps its documents, stands under the one that stays
 * from the day on, and is redirected to it: its code finds the other, its items are listed and aged
 * under the other, and either may pay what the other owes (by a transfer, as in a group). It is
 * not taken back. What a closed month froze stays under the account that it was posted to.
 * Fails with: CONFLICT (one and the same, merged already, other currencies, the one that stays is
 * below the one that goes). */
#ifndef LEDGER_MERGING_H
#define LEDGER_MERGING_H

#include "ledger/customer.h"

enum err customer_merge(struct tx *tx, int64_t from_id, int64_t into_id);

/* The accounts that became one with a customer, "ACMEOLD Acme (old); ..."; "" = none. */
enum err merged_words(struct book *book, int64_t customer_id, struct arena *arena,
                      const char **out);
/* Their ids. */
enum err merged_each(struct book *book, int64_t customer_id,
                     enum err (*each)(void *self, int64_t account_id), void *self);

#endif
