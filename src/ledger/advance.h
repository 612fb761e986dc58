/* advance: tax on prepayments, where it falls due when the money comes (RULES.md R0).
 *
 * The control account of customer deposits must equal its items, so the tax is not taken off it:
 * it stands against output tax on an account of its own, tax on customer deposits, in the receipt
 * itself; whatever uses or pays back the prepayment takes its share of it back in the same
 * document, the last use the rest, so that a reversal of any of them is right by itself.
 * Fails with: MISSING (the tax code of the setting advance.tax is gone). */
#ifndef LEDGER_ADVANCE_H
#define LEDGER_ADVANCE_H

#include "ledger/item.h"

#define ADVANCE_POSTINGS 2

/* The postings and the tax line of a prepayment that comes; *count = 0: it is not taxed. */
enum err advance_tax(struct book *book, int64_t amount, struct arena *arena,
                     struct posting postings[ADVANCE_POSTINGS], int *count, struct tax_line *line);
/* What goes back of it with a part of a prepayment's item, in both currencies; `credit` as it was
 * before the part is used. *count = 0 when it is no prepayment or was not taxed. */
enum err advance_used(struct book *book, const struct item *credit, int64_t amount,
                      struct posting postings[ADVANCE_POSTINGS], int *count);

#endif
