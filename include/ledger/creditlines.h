/* creditlines: a sum credited on a paper as the lines of its credit memo, with tax in proportion.
 *
 * In proportion to what the credit memos before it left of the paper (ledger/taxleft.h).
 * A line for each tax code of the paper, and one for what no tax was on; a cent that no net amount
 * meets is a line without tax (rules/grossnet.h).
 * Memory: the arena. Fails with: what the store says. */
#ifndef LEDGER_CREDITLINES_H
#define LEDGER_CREDITLINES_H

#include "base/arena.h"
#include "ledger/document.h"
#include "ledger/invoice.h"

/* The paper that was billed: of a deduction the one that it was taken off. */
enum err credit_billed(struct book *book, int64_t document_id, struct arena *arena,
                       struct document *out);
/* `amount` is above zero and with tax. */
enum err credit_lines(struct book *book, const struct document *paper, int64_t amount,
                      const char *text, struct arena *arena, struct paper_line **lines,
                      int *count);

#endif
