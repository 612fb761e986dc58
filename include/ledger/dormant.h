/* dormant: old credits that nobody asks for, taken to income where that is lawful.
 *
 * Refused unless the setting dormant.income and the jurisdiction of the customer allow it; else
 * they go back to the customer, or to the state, as a refund. It is a write-off document whose item
 * is a debit that closes the credit; it is taken back as a write-off.
 * Fails with: CONFLICT (nothing left, not old enough), DENIED (not lawful, not allowed). */
#ifndef LEDGER_DORMANT_H
#define LEDGER_DORMANT_H

#include "ledger/item.h"

/* All that is open of a credit on the receivable account, or of unidentified money. */
enum err dormant_take(struct tx *tx, int64_t credit_id, struct date date, const char *reason,
                      struct document_made *out);

#endif
