/* autopay: what money is for, when nobody says so: the case that rules/autocash.h asks for, read
 * from the book and its settings, and what it found, posted.
 *
 * Candidates are the customer's own open papers and credits in the currency of the money, on
 * accounts receivable. Which steps, in which order and with which limits is what the settings say
 * for this customer. The shell, the payment desk and a run all ask here.
 * Memory: the act's arena. Fails with: what payment_apply says. */
#ifndef APP_AUTOPAY_H
#define APP_AUTOPAY_H

#include "app/command.h"
#include "ledger/payment.h"
#include "rules/autocash.h"

/* Money that looks for its papers. */
struct autopay {
    int64_t customer_id;
    struct money amount;
    struct date value;
    const char *text;  /* remittance text, NULL = none */
    int64_t credit_id; /* the item that it is, when it is posted: it pays nothing else */
};

/* What customers owe, remembered from one payment of a run to the next; the run is alone with the
 * book meanwhile. NULL wherever one is asked for: nothing is remembered. */
struct autopay_memory;
struct autopay_memory *autopay_memory_open(void);
void autopay_memory_close(struct autopay_memory *memory);

enum err autopay_find(struct act *act, struct autopay_memory *memory, const struct autopay *money,
                      struct autocash_proposal *out);
/* What is left of posted money: an earlier one of the run may have used it with its own. */
enum err autopay_left(struct act *act, struct autopay_memory *memory, const struct autopay *money,
                      int64_t *left);
/* Every step by itself, in the order of the settings and with the oldest last, whether or not it is
 * on: those that found something, and in `failed` the reasons of the others. */
struct autopay_choices {
    struct autocash_proposal found[AUTOCASH_STEPS];
    int count;
    const char *failed[AUTOCASH_STEPS]; /* NULL: found something, or is not tried; marked figures */
};
/* For money that is still being typed: reads in one snapshot, waits for nobody. `quick`: the search
 * for a choice of items is given up soon, since somebody is typing. Texts lie in the arena. */
enum err autopay_choices(struct session *session, struct autopay_memory *memory,
                         const struct autopay *money, bool quick, struct arena *arena,
                         struct autopay_choices *out);
/* Posts what was found from the credit item; nothing, unless it is automatic. Where the act has no
 * transaction it is only remembered, as if it had been posted. What is let go above the limit of
 * whoever posts waits for an approval: a clause of *says, which may be NULL. */
enum err autopay_post(struct act *act, struct autopay_memory *memory, int64_t credit_id,
                      const struct autocash_proposal *found, const char **says);
/* By which rule, and the arithmetic; "only proposed: ..." when it is not automatic. */
const char *autopay_says(struct act *act, const struct autocash_proposal *found);
/* The same with its figures marked (base/figures.h). */
const char *autopay_marked(struct act *act, const struct autocash_proposal *found);
/* "exact: no single item comes to it; account: that comes to 150.00", "" when none failed; its
 * figures are marked. */
const char *autopay_explained(struct act *act, const struct autocash_proposal *found);
/* As what the rest of automatic money stays, when nobody says so: a setting. */
enum err autopay_keep(struct act *act, int64_t customer_id, enum payment_keep *out);

#endif
