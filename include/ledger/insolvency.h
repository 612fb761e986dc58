/* insolvency: customers that cannot pay any more, from a day on (RULES.md R22).
 *
 * Facts: declared, then claims filed and dividends received as steps, discharged once. From its day
 * on until the day of its discharge dunning, charges and letters to the customer stop, and what it
 * owed before that day is told apart from what it owes since.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (insolvent already, discharged already),
 * INPUT (days and amounts that cannot be). */
#ifndef LEDGER_INSOLVENCY_H
#define LEDGER_INSOLVENCY_H

#include "base/arena.h"
#include "ledger/document.h"
#include "ledger/tx.h"

struct insolvency {
    int64_t id, customer_id;
    struct date day;
    const char *reference, *administrator, *text;
    /* read only: */
    const char *customer, *name, *actor, *reason;
    struct date ended; /* NONE = not */
    struct currency currency; /* the customer's; the sums are of it */
    int64_t claimed, dividends;
    int64_t before, since; /* open now of debits that were issued before that day, and since */
};
enum err insolvency_declare(struct tx *tx, const struct insolvency *insolvency, int64_t *id);
enum err insolvency_discharge(struct tx *tx, int64_t customer_id, struct date day,
                              const char *reason);

enum insolvency_step_kind { INSOLVENCY_CLAIM, INSOLVENCY_DIVIDEND };
struct insolvency_step {
    enum insolvency_step_kind kind;
    struct date day;
    struct money amount;
    int64_t document_id;   /* the payment of a dividend, 0 = none */
    const char *reference; /* of the claim, in the table of the administrator */
};
/* Of the insolvency that the customer is in on that day. */
enum err insolvency_step_take(struct tx *tx, int64_t customer_id,
                              const struct insolvency_step *step);
/* By day, id; customer_id 0 = of all; standing: only those not discharged at the end of `as_of`. */
enum err insolvency_list(struct book *book, int64_t customer_id, struct date as_of, bool standing,
                         struct arena *arena, struct insolvency **out, int *count);
/* The one that the customer is in on that day, else the last one by then; *is: there is any. */
enum err insolvency_of(struct book *book, int64_t customer_id, struct date as_of,
                       struct arena *arena, bool *is, struct insolvency *out);

/* ---- who is insolvent on a day ---- */

struct insolvent {
    int64_t customer_id, insolvency_id;
    struct date since;
};
enum err insolvent_on(struct book *book, int64_t customer_id, struct date day, bool *is,
                      struct insolvent *out);
/* All of them, for whoever goes through many customers: read once, then asked. */
struct insolvent_set {
    struct insolvent *customers; /* by customer */
    int count;
};
enum err insolvent_load(struct book *book, struct date as_of, struct arena *arena,
                        struct insolvent_set *out);
/* NULL = it is not. */
const struct insolvent *insolvent_find(const struct insolvent_set *set, int64_t customer_id);

#endif
