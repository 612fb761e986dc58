/* autopay: which of the open documents a payment is for, when nobody says so.
 *
 * In this order, the first that answers: the document numbers in the reference; the one open
 * instalment that the amount pays exactly, with or without its discount; the oldest due first.
 * Fails with: what payment_apply says. */
#ifndef APP_AUTOPAY_H
#define APP_AUTOPAY_H

#include "app/settling.h"

/* Whose papers the reference names; 0 = nobody's, or of more than one customer. */
enum err autopay_customer(struct act *act, const char *reference, int64_t *id);
/* Applies the money of the pot, and says by which rule. */
enum err autopay_apply(struct pot *pot, const char *reference);

#endif
