/* taxpart: how much of what was applied was net and tax, on whichever basis a paper stands; for
 * monthtax, which has the taxes that were posted with what fell due. */
#ifndef LEDGER_TAXPART_H
#define LEDGER_TAXPART_H

#include "ledger/item.h"
#include "ledger/monthend.h"

/* Of papers whose tax waits for the money (deferredtax_stands): of each code the net of what was
 * applied, without its tax; untaxed lines too. What let the tax go lets the net go: a write-off, a
 * discount that took tax off. `settled`: by what settled it; else as the documents of its tax. */
enum err waitnets_each(struct book *book, struct date from, struct date to, bool settled,
                       enum err (*each)(void *self, const struct tax_row *row), void *self);
/* The nets that these applications of an item took, or that one of `coming` would take now: the
 * lines of its paper, with no tax, in the item's currency. */
enum err taxnets_moved(struct book *book, const struct item *item, const int64_t *ids, int id_count,
                       int64_t coming, struct arena *arena, struct tax_line **out, int *count);
/* What settled the first item of an act; 0 = nothing. */
enum err tax_settled_by(struct book *book, int64_t act_id, int64_t *kind);

#endif
