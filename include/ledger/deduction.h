/* deduction: what a customer took off what it paid, as an item of its own (RULES.md R6).
 *
 * A transfer inside the customer: -x closes part of the debit, +x is a new debit with the due and
 * document date of the first, without terms and so without discount; the sum and its age stay. The
 * reason is one of those of disputes (ledger/disputereason.h); a dispute is opened on the new item
 * by itself.
 * A deduction is an act of its own: when the payment that came with it is unapplied or returned,
 * the claim stands; only a payment that was keyed wrongly takes those along that were keyed with
 * it.
 * Fails with: CONFLICT (more than is open, taken back already), INPUT (no such reason). */
#ifndef LEDGER_DEDUCTION_H
#define LEDGER_DEDUCTION_H

#include "ledger/deferredtax.h"
#include "ledger/item.h"

struct deduction {
    int64_t debit_id;   /* of the instalment that is paid short */
    int64_t amount;     /* > 0, at most what is open */
    struct date date;   /* effective; NONE: the first day from the debit's on with room for it */
    struct date from;   /* with date NONE: not before this day; NONE: the debit's own */
    const char *reason; /* PRICE, SHORT, DAMAGE .. */
    const char *owner, *text; /* of the dispute, whose owner may be NULL */
};
struct deduction_made {
    struct document_made document; /* first_item: the new debit */
    struct date date;
    int64_t dispute_id;
};
enum err deduction_split(struct tx *tx, const struct deduction *deduction,
                         struct deduction_made *out);
/* The transfer alone: closes `amount` of the debit, and makes a new one like another item: of its
 * customer, with its due and document date. The new debit is the first item: instalment 1. `taxes`
 * is the tax that was made due, or will be with the transfer, and now waits on the new debit. */
struct deduction_taxes {
    const struct deferredtax_part *parts;
    int count;
    struct tax_line *lines; /* the nets that go with it, of untaxed lines too: taxnets_moved */
    int line_count;
};
/* What an application of `coming` to the debit moves of it or, with 0, what these moved. */
enum err deduction_taxes_of(struct book *book, const struct item *debit, const int64_t *ids,
                            int id_count, int64_t coming, struct arena *arena,
                            struct deduction_taxes *out);
enum err deduction_post(struct tx *tx, const struct item *debit, const struct item *like,
                        int64_t amount, const struct deduction_taxes *taxes, struct date date,
                        const char *reason, struct document_made *out);
/* What was paid of it comes free, its open cases are closed, the debit is open whole again. */
enum err deduction_undo(struct tx *tx, int64_t document_id, struct date date, const char *reason,
                        struct document_made *out);
/* Those that stand of the deductions keyed in one entry with a payment, on what it paid; last
 * first. */
enum err deductions_keyed(struct book *book, const struct document *payment, struct arena *arena,
                          struct document **out, int *count);

#endif
