/* creditgather: the facts that credit is judged by, into the accounts of a creditbook: open items,
 * disputes, orders, promises, returned payments, holds.
 *
 * Of one customer by its own index, of all in one pass. Fails with: what the store says, LIMIT. */
#ifndef LEDGER_CREDITGATHER_H
#define LEDGER_CREDITGATHER_H

#include "ledger/creditpolicy.h"

/* Fills own_debits, own_credits, own_orders, own_document, what the other rules look at, holds. */
enum err creditgather(struct creditbook *credit);
/* An amount in another currency at the day's rates; *rated false and 0 when there is none. */
enum err creditgather_turn(struct creditbook *credit, int64_t minor, struct currency from,
                           struct currency to, int64_t *out, bool *rated);
/* Was anything paid yet that was not taken back? */
enum err creditgather_paid(struct creditbook *credit, int64_t customer_id, bool *paid);

#endif
