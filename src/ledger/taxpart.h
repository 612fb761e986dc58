/* taxpart: how much of what was applied was net and tax, on whichever basis a paper stands; for
 * monthtax, which has the taxes that were posted with what fell due. */
#ifndef LEDGER_TAXPART_H
#define LEDGER_TAXPART_H

#include "ledger/monthend.h"

/* Of papers whose tax waits for the money (deferredtax_stands): of each code the net of what was
 * applied, without its tax; untaxed lines too. What let the tax go lets the net go: a write-off, a
 * discount that took tax off. `settled`: by what settled it; else as the documents of its tax. */
enum err waitnets_each(struct book *book, struct date from, struct date to, bool settled,
                       enum err (*each)(void *self, const struct tax_row *row), void *self);
/* What settled the first item of an act; 0 = nothing. */
enum err tax_settled_by(struct book *book, int64_t act_id, int64_t *kind);

#endif
