/* settlingplan: what one row of --apply comes to, read and checked before anything is paid: the
 * document, what of it is open, and each amount in its currency. Part of settling.
 *
 * Fails with: MISSING (document, instalment), CONFLICT (nothing open, another currency), INPUT
 * (amounts), each naming the document. Memory: the act's arena. */
#ifndef APP_SETTLINGPLAN_H
#define APP_SETTLINGPLAN_H

#include "app/settling.h"

/* In minor units of the document's currency. */
struct settlingplan {
    struct document document;
    struct item *items; /* open instalments, oldest due first */
    int count, parts;   /* open ones; all that the document has */
    int instalment;     /* the one that was named; 0 = none */
    int64_t open;       /* of them */
    int64_t amount;     /* cash */
    bool all, auto_discount;
    int64_t discount, writeoff;
    int64_t deduct;
    const char *deduct_reason;
    struct date date;
    bool discount_said;
};
enum err settlingplan_read(struct pot *pot, const struct target *target, struct settlingplan *plan);

#endif
