/* autopay: what money is for, when nobody says so: the case that rules/autocash.h asks for, read
 * from the book and its settings, and what it found, posted.
 *
 * Candidates are the customer's own open papers and credits in the currency of the money, on
 * accounts receivable. Memory: the act's arena. Fails with: what payment_apply says. */
#ifndef APP_AUTOPAY_H
#define APP_AUTOPAY_H

#include "app/settling.h"
#include "ledger/payment.h"
#include "rules/autocash.h"

/* Money that looks for its papers. */
struct autopay {
    int64_t customer_id;
    struct money amount;
    struct date value;
    const char *text;    /* remittance text, NULL = none */
    int64_t document_id; /* whose own credits do not pay it, 0 = not posted yet */
};

/* Whose papers the reference names; 0 = nobody's, or of more than one customer. */
enum err autopay_customer(struct act *act, const char *reference, int64_t *id);
enum err autopay_find(struct act *act, const struct autopay *money, struct autocash_proposal *out);
/* Posts what was found from the credit item; nothing, unless it is automatic. */
enum err autopay_post(struct act *act, int64_t credit_id, const struct autocash_proposal *found);
/* By which rule, and the arithmetic; "only proposed: ..." when it is not automatic. */
const char *autopay_says(struct act *act, const struct autocash_proposal *found);
/* "exact: no single item comes to it; account: that comes to 150.00", "" when none failed. */
const char *autopay_explained(struct act *act, const struct autocash_proposal *found);
/* As what the rest of automatic money stays, when nobody says so: a setting. */
enum err autopay_keep(struct act *act, enum payment_keep *out);

#endif
