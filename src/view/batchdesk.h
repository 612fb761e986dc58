/* batchdesk: the batch that the payment desk fills: which one, how far it is, lines in and out of
 * it.
 *
 * Nothing of it is kept here that the book does not have: a line is in the book as soon as it is
 * entered. Knows: ledger queries, the desk. Memory: embedded; batchdesk_done gives back.
 * Fails with: MISSING, CONFLICT (no longer open), and what its commands say. */
#ifndef VIEW_BATCHDESK_H
#define VIEW_BATCHDESK_H

#include "ledger/batch.h"
#include "view/desk.h"

#define BATCH_NAME 64 /* of a batch or one of its lines */

struct batchdesk {
    struct desk *desk;
    struct batch batch;    /* id 0 = none: payments are posted one by one */
    struct arena arena;    /* of `batch` */
    char line[BATCH_NAME]; /* the line that is changed, "" = a new one is entered */
    bool opening;          /* the form of a new batch is open above; it is taken when it is there */
};

void batchdesk_init(struct batchdesk *it, struct desk *desk);
void batchdesk_done(struct batchdesk *it);
bool batchdesk_is(const struct batchdesk *it);
enum err batchdesk_enter(struct batchdesk *it, const char *number);
/* Reads it again; one that somebody has posted or dropped is left, which is said. */
enum err batchdesk_read(struct batchdesk *it);
/* Line 2 of the screen: "Payment  batch A", and "14 of 32  entered 12,345.67 of 30,110.00  to go
 * 17,764.33". In the desk's arena. */
const char *batchdesk_where(const struct batchdesk *it);
const char *batchdesk_means(const struct batchdesk *it);
/* The same of any batch, beside these words. */
const char *batch_means(struct desk *desk, const struct batch *batch, const char *where);
/* --batch and --line of the payment that is entered. */
enum err batchdesk_args(const struct batchdesk *it, struct args *args);
/* After a line was entered: says so, and what the control total says to it. */
void batchdesk_entered(struct batchdesk *it, const char *what, const char *ref);
/* A list of the batches that are open, of its lines, a new one, none. */
unsigned batchdesk_choose(struct batchdesk *it);
/* Posts it, when it comes to its control total and the person says yes. */
unsigned batchdesk_post(struct batchdesk *it);
unsigned batchdesk_remove_last(struct batchdesk *it);
/* A batch of this person that waits to be gone on with, said; nothing when there is none. */
void batchdesk_offer(struct batchdesk *it);

#endif
