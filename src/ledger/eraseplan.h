/* eraseplan: which rows lose their words when a customer is erased.
 *
 * Facts of the customer, by the list of its dossier, that hold a word which goes; and of others and
 * of nobody where they name it. Entries that wrote for this customer alone, and any whose words
 * name it. What was erased before is not planned again.
 * Memory: erasures_done. Fails with: what the store says. */
#ifndef LEDGER_ERASEPLAN_H
#define LEDGER_ERASEPLAN_H

#include "ledger/erasure.h"
#include "ledger/named.h"

enum err eraseplan_facts(struct book *book, int64_t customer_id, struct named *named,
                         struct erasures *plan);
enum err eraseplan_entries(struct book *book, int64_t customer_id, struct named *named,
                           struct erasures *plan);

#endif
