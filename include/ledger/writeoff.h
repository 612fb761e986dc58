/* writeoff: small differences between what came and what was due (RULES.md R5).
 *
 * Under: what is missing goes to payment differences, once an instalment, only when that closes it.
 * Over: what came too much goes there only where the customer's flag says so; else it stays on the
 * account. Allowed is the lower of the absolute limit and the share of what was due, for each
 * instalment and for all that one receipt lets go. Never on what is disputed: there a difference is
 * part of the dispute.
 * Fails with: DENIED (above the limits), CONFLICT (disputed, a second time, does not close it). */
#ifndef LEDGER_WRITEOFF_H
#define LEDGER_WRITEOFF_H

#include "ledger/item.h"

/* How much of a debit may be let go on a day: 0 when it is disputed, or had one already. */
enum err writeoff_allowed(struct book *book, const struct item *debit, struct date date,
                          int64_t *out);
/* Closes what is open of a debit: `amount` is all of it. */
enum err writeoff_post(struct tx *tx, int64_t debit_id, int64_t amount, struct date date,
                       const char *reason, struct document_made *out);
/* What is left of a receipt that paid something whole becomes a payment difference, when the
 * customer's flag is on and it is small enough; *taken = 0 when it is not, or nothing is left. */
enum err writeoff_surplus(struct tx *tx, int64_t payment_id, int64_t *taken,
                          struct document_made *out);

#endif
