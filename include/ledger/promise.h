/* promise: what a customer promised to pay by a day, and payment plans: promises in dated parts.
 *
 * Facts: taken once, ended by a fact of its own; which state one is in on a day is derived by
 * rules/promisestate.h from the money that came. Due dates of the items stay what they were.
 * While a promise is OPEN its items are not chased: promised_on and promised_each say which.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (more than is open, in a plan already,
 * ended), INPUT (days and amounts that cannot be). */
#ifndef LEDGER_PROMISE_H
#define LEDGER_PROMISE_H

#include "base/arena.h"
#include "ledger/tx.h"
#include "rules/promisestate.h"

struct promise {
    int64_t id, customer_id, contact_id; /* contact 0 = none */
    struct currency currency;
    int64_t amount; /* sum of the parts */
    struct date taken;
    bool plan;  /* replaces the terms of its items */
    bool whole; /* of an amount: any money of the customer keeps it */
    const char *person, *text;
    struct promise_part *parts; /* by day */
    int part_count;
    int64_t *items; /* ids, ascending */
    int item_count;
    /* read only: */
    int64_t entry_id;
    const char *customer, *name, *actor;
    struct date ended; /* NONE = not */
    const char *reason;
    enum promise_state state; /* on the day asked for */
    int64_t cash;             /* that came for it by then */
};
/* items NULL: the oldest due ones of the customer, up to the amount. amount 0: all that is open on
 * the items. Parts NULL is not allowed; of one part the amount may be 0 = the promise's. */
enum err promise_take(struct tx *tx, const struct promise *promise, int64_t *id);
enum err promise_cancel(struct tx *tx, int64_t id, bool plan, struct date day, const char *reason);
/* Taken by the day; by customer, currency, first day, id. customer_id 0 = of all. */
enum err promise_list(struct book *book, int64_t customer_id, struct date as_of,
                      struct arena *arena, struct promise **out, int *count);
enum err promise_get(struct book *book, int64_t id, struct date as_of, struct arena *arena,
                     struct promise *out);
/* Of a list in order of customer: the promise of an account that is waited for, else the last
 * broken one; NULL = none. */
const struct promise *promise_awaited(const struct promise *promises, int count,
                                      int64_t customer_id, struct currency currency);
/* "30.00 USD for 2026-11-27", of the part that is waited for. */
const char *promise_words(const struct promise *promise, struct arena *arena);
/* The same behind its state: "open 30.00 USD for 2026-11-27". */
const char *promise_text(const struct promise *promise, struct arena *arena);

/* An item that is under an open promise or a plan on schedule on a day. */
struct promised {
    int64_t item_id, promise_id;
    struct date until; /* the day of the part that is waited for */
    int64_t amount;    /* what has not come yet of the promise or plan */
    bool plan;
};
/* In order of item; an item of several promises comes with each. */
enum err promised_each(struct book *book, struct date as_of, int64_t customer_id,
                       enum err (*each)(void *self, const struct promised *promised), void *self);
/* *is: somebody promised to pay it, or a plan holds; then it is not to be chased on that day. */
enum err promised_on(struct book *book, int64_t item_id, struct date day, bool *is,
                     struct promised *out);

#endif
