/* deferredtax: tax that falls due with the money, not with the paper (RULES.md Part A and R0).
 *
 * Where the setting tax.basis is cash, a paper posts its tax to an account of tax that is not due
 * yet; a credit memo takes it from there. Each application moves applied x tax / gross of either
 * paper on to the account of its code, in a document of the same act that is taken back with it;
 * the one that closes the item takes the rest, in the paper's currency and in base.
 * What is written off was never paid: its tax goes against the account of the write-off; what of
 * it is recovered waits again, on the paper that makes it owed again (ledger/baddebt.h). What a
 * discount took off the tax went with the discount. A paper that is voided takes its own back.
 * What a deduction takes over is not paid either: it makes the tax due with what it closes, and
 * takes it back from there to wait on the new debit (ledger/deduction.h).
 * Holds: a paper keeps the basis that it was posted under; so a change of the setting moves
 * nothing, and is possible on any day. A credit memo for a paper is on that paper's basis. What is
 * on the account is the tax in what is open of all such papers.
 * Memory: embedded. Fails with: what document_post says. */
#ifndef LEDGER_DEFERREDTAX_H
#define LEDGER_DEFERREDTAX_H

#include "base/arena.h"
#include "ledger/document.h"
#include "ledger/item.h"

/* Does the tax of a new paper wait for the money? related_id: of a credit memo's paper, else 0. */
enum err deferredtax_waits(struct book *book, int64_t related_id, bool *out);
/* Is there tax of the document that waited for the money when it was posted? */
enum err deferredtax_of(struct book *book, int64_t document_id, bool *out);
/* Is a paper on that basis? One without tax too, whose nets are of the days of the money. */
enum err deferredtax_stands(struct book *book, int64_t document_id, bool *out);
/* Did the book ever say when tax falls due? One that never did has none that waits. */
enum err deferredtax_said(struct book *book, bool *out);

/* An application of two items, which are as they were before it. */
struct deferredtax_act {
    const struct item *debit, *credit;
    int64_t application_id, act_id, amount;
    struct date effective, posted;
};
enum err deferredtax_post(struct tx *tx, const struct deferredtax_act *act);

/* What of a document's tax still waits, by what is applied to its items: > 0 of an invoice, < 0 of
 * a credit memo. */
enum err deferredtax_left(struct book *book, int64_t document_id, int64_t *amount, int64_t *base);

/* The tax that went with what a document wrote off of a debit, by the line of its paper; none where
 * the tax did not wait. */
struct deferredtax_part {
    struct tax_line line; /* of the paper, whole */
    int64_t amount, base;
};
enum err deferredtax_taken(struct book *book, const struct item *debit, int64_t document_id,
                           struct arena *arena, struct deferredtax_part **out, int *count);
/* The tax that an application of `amount` to the debit would make due now; and that these
 * applications of it made due. Parts of 0 are left out. */
enum err deferredtax_coming(struct book *book, const struct item *debit, int64_t amount,
                            struct arena *arena, struct deferredtax_part **out, int *count);
enum err deferredtax_came(struct book *book, const struct item *debit, const int64_t *ids,
                          int id_count, struct arena *arena, struct deferredtax_part **out,
                          int *count);

#endif
