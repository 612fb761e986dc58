/* sitting: what the payment desk keeps while somebody sits there: the payment that is entered, the
 * batch that it goes into, and what was posted so far.
 *
 * It is the state of the view; paystart.c fills it, v_payment.c and payacts.c work on it.
 * Memory: the view's. */
#ifndef VIEW_SITTING_H
#define VIEW_SITTING_H

#include "view/batchdesk.h"
#include "view/paydesk.h"

#define SITTING_DRAFT "payment receive"
#define SUMS 4 /* currencies that line 2 keeps apart */

struct sitting {
    struct paydesk desk;
    struct batchdesk batch;
    bool posting;    /* what changes now is our own doing */
    bool unseen;     /* leaving a field changed what it pays, and nobody has looked at it yet */
    bool said;       /* what must be seen before: the next Enter posts */
    char op_id[64];  /* of the payment that is entered: a second Enter posts nothing twice */
    unsigned opened; /* payments begun, for op_id */
    int posted;
    struct money sums[SUMS];
    char where[80], means[200];
    char last_who[128], last_amount[MONEY_TEXT], last_reference[256];
    struct money last_money;
    char last_number[64]; /* of the payment, for taking it back; "" = nothing to take back */
    bool done;            /* the line that the desk was opened for is changed */
    int columns;          /* of the screen for which the payer was put into words */
};

void sitting_begin(struct sitting *sitting); /* the next payment, with an operation of its own */
void sitting_show(struct view *view); /* line 2 of the screen, as it now is */
/* A payment more (by 1) or less (-1) was posted here. */
void sitting_count(struct sitting *sitting, struct money amount, int by);
/* What was just posted, to be repeated or taken back; `number` NULL = it cannot be. */
void sitting_last_keep(struct sitting *sitting, const char *number);
/* What is known at once of the field with the cursor, if a key changed it: `reaction` is the
 * form's. */
void sitting_typed(struct view *view, unsigned reaction);
/* Is anything typed that is of one payment only? */
bool sitting_is_begun(const struct form *form);
/* The batch is another one, or none: payments are of the batch's day, and the next one begins in
 * the first field unless one is begun. */
void sitting_batch_shown(struct view *view);
/* What the rest of the line says with which the desk was opened: `payment receive --batch A ...` */
enum err sitting_known_take(struct view *view);
/* What was typed before and not posted; else a batch that is open. */
void sitting_draft_offer(struct view *view);
/* What its keys do (payacts.c). */
extern const struct view_word payacts_words[];

#endif
