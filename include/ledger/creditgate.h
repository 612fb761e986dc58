/* creditgate: what credit says to a paper that makes a customer owe more (RULES.md R8).
 *
 * An invoice of goods that are not delivered yet is stopped while the customer is on hold. What is
 * delivered already, or comes from a file, is posted; when it finds a rule broken that holds, the
 * account is put on hold by itself, and the worklist tells the collector. Credits and receipts are
 * never asked about. Without a rule that is on and without a hold nothing is read at all.
 * Fails with: CONFLICT (stopped, with the reason and its figures), what creditbook fails with. */
#ifndef LEDGER_CREDITGATE_H
#define LEDGER_CREDITGATE_H

#include "ledger/creditbook.h"

struct creditanswer {
    enum credit_action action; /* the worst that is not let pass */
    bool by_rule;              /* held by rules, its own or above it, not only by hand */
    const char *code, *why;    /* of the customer; "" = nothing */
};
/* What of this customer with so much more? */
enum err credit_ask(struct book *book, const struct creditquestion *question, struct arena *arena,
                    struct creditanswer *out);
/* CONFLICT when a paper of this amount that is not delivered is stopped. */
enum err credit_stop(struct book *book, const struct creditanswer *answer);
/* The account is on hold by itself from now on, unless it is so already. */
enum err credit_tell(struct tx *tx, int64_t customer_id, int64_t document_id, const char *why);
/* The same for every customer that this transaction made an invoice or debit memo of; *count of
 * those that were put on hold. */
enum err credit_tell_new(struct tx *tx, int *count);

#endif
