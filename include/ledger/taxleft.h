/* taxleft: the nets and taxes of an item after the credit memos that were applied to it, from which
 * every tax in proportion is taken: of a discount, of a bad debt, of what was paid (RULES.md R4).
 *
 * An item has its instalment's share of its paper's tax lines. A credit memo takes its own nets and
 * taxes off the same codes, as far as they go; what finds none there goes off all of them in
 * proportion. What is paid, let go or written off is of all that is left, and changes no
 * proportion.
 * Amounts are of the item's currency, above 0. Memory: the arena. Fails with: LIMIT. */
#ifndef LEDGER_TAXLEFT_H
#define LEDGER_TAXLEFT_H

#include "base/arena.h"
#include "ledger/document.h"
#include "ledger/item.h"

struct tax_left {
    struct tax_line *lines; /* of the paper, by its order; net and tax are what is left */
    int count;
    int64_t bare;           /* left of what has no code */
    int64_t gross;          /* all that is left; the item's amount when no memo took from it */
    bool credited;          /* by a memo */
};

/* The amounts of a document's items by which its taxes are shared, and the item's place; -1 when it
 * has no share: a deduction's taxes are of its new debit, not of what closes a part of the old. */
enum err taxleft_weights(struct book *book, const struct item *item, struct arena *arena,
                         int64_t **weights, size_t *count, int *place);

#define TAXLEFT_NOW INT64_MAX

/* As it stood before an application was written, by what was posted up to a day; NONE = any. */
enum err taxleft_of(struct book *book, const struct item *item, int64_t before, struct date posted,
                    struct arena *arena, struct tax_left *out);
/* Of a whole paper, after the credit memos that were written for it, applied or not. */
enum err taxleft_of_paper(struct book *book, const struct document *paper, struct arena *arena,
                          struct tax_left *out);
/* What is left after so much of a credit memo; `left` is changed. */
enum err taxleft_credit(struct book *book, int64_t memo_id, int64_t amount, struct arena *arena,
                        struct tax_left *left);
/* What was left when a discount or a write-off closed a part of an item, and of which; false in
 * `is`: the document closed nothing. */
enum err taxleft_before(struct book *book, int64_t document_id, struct arena *arena,
                        struct tax_left *out, bool *is);

#endif
