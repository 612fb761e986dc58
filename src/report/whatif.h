/* whatif: what would be open on a day to come if every promise that waits today were kept.
 *
 * A promise pays its own items, the oldest due first, with what has not come yet of the parts that
 * fall due by the day. What was broken already is not kept. Nothing is written.
 * Memory: the arena given. Fails with: what the store says. */
#ifndef REPORT_WHATIF_H
#define REPORT_WHATIF_H

#include "ledger/agingscan.h"

struct whatif;
enum err whatif_read(struct book *book, struct date as_of, struct arena *arena,
                     struct whatif **out);
/* Takes off an open item what is promised for it. */
enum err whatif_pay(struct whatif *whatif, struct aging_item *item);
int64_t whatif_paid_base(const struct whatif *whatif); /* taken off so far, in base currency */

#endif
