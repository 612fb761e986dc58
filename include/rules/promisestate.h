/* promisestate: whether what customers promised was kept, on any day (RULES.md R11).
 *
 * A promise has dated parts, most have one; a plan has several. Money with a value day up to the
 * part's day + grace counts when it was recorded after the promise: what was applied to the
 * promised items, and what lies unapplied; for a promise of an amount whatever the customer paid.
 * Each sum of money keeps one promise only: first what was applied to items keeps the promises of
 * these items, then what is left keeps the promises in the order given.
 * Holds: a part is KEPT from (1 - tolerance) of its amount on; until its day + grace it is OPEN,
 * and then PARTIAL or BROKEN; the state is derived, so money that is recorded late with an early
 * value day un-breaks it. A plan is broken by its first part that is not kept. Memory: values. */
#ifndef RULES_PROMISESTATE_H
#define RULES_PROMISESTATE_H

#include "base/date.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum promise_state {
    PROMISE_OPEN,
    PROMISE_KEPT,
    PROMISE_PARTIAL,
    PROMISE_BROKEN,
    PROMISE_CANCELLED,
    PROMISE_STATES
};
const char *promise_state_word(enum promise_state state); /* "open" */

/* Money of the customer, in the promise's currency. `left` is what no promise has taken yet. */
struct promise_cash {
    int64_t item_id; /* the debit it was applied to; 0 = unapplied */
    int64_t entry;   /* the journal entry that recorded the money */
    struct date value;
    int64_t left;
};
struct promise_part {
    struct date day;
    int64_t amount;
    int64_t cash; /* out */
    enum promise_state state; /* out */
};
struct promise_case {
    int64_t entry; /* the journal entry of the promise */
    bool whole;    /* of an amount: any money of the customer */
    const int64_t *items;
    int item_count;
    struct date cancelled; /* NONE = not */
    int grace;             /* days */
    int64_t tolerance_ppm;
    struct promise_part *parts; /* by day */
    int part_count;
    enum promise_state state; /* out */
};

/* All promises of one customer in one currency, in the order in which money goes to them. */
enum err promises_judge(struct promise_case *cases, int count, struct promise_cash *cash,
                        int cash_count, struct date as_of);
/* The part that is waited for: the first that is not kept, else the last. */
const struct promise_part *promise_next(const struct promise_part *parts, int count);

#endif
