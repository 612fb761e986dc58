/* disputepaper: the paper by which a case is settled: a credit memo or a write-off of what was
 * questioned, or one that was there already.
 *
 * A credit memo is linked to the paper that was billed, at its rate, with its taxes in proportion,
 * and set off against the item of the case; a write-off takes the item down and leaves the tax.
 * Fails with: CONFLICT (more than the case, more than is open), CLOSED. Memory: the arena given. */
#ifndef LEDGER_DISPUTEPAPER_H
#define LEDGER_DISPUTEPAPER_H

#include "ledger/dispute.h"

/* What a paper over `amount` may be of; 0 = the case, up to what is open. */
enum err dispute_room(struct book *book, const struct dispute *dispute, int64_t amount,
                      int64_t *out);
enum err dispute_credit(struct tx *tx, const struct dispute *dispute, int64_t amount,
                        struct date date, const char *reason, struct document_made *out);
enum err dispute_write_off(struct tx *tx, const struct dispute *dispute, int64_t amount,
                           struct date date, const char *reason, struct document_made *out);
/* What a paper that is there took off the item of the case. */
enum err dispute_taken(struct book *book, const struct dispute *dispute, int64_t document_id,
                       int64_t *out);

#endif
