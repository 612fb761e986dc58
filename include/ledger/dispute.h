/* dispute: a case on an item: the amount that the customer questions, from a day, until it is
 * closed with what came of it and what was at the root of it (R10).
 *
 * Facts: opened once, a step for whatever happens to it (ledger/disputestep.h), closed once. How a
 * case stands is its last step.
 * Fails with: MISSING, CONFLICT (more than is open, closed already), INPUT (no such reason or
 * cause, opened before the item's own date, closed before it was opened). Memory: the arena. */
#ifndef LEDGER_DISPUTE_H
#define LEDGER_DISPUTE_H

#include "ledger/item.h"

/* In the order in which they are stored; CLOSED is not stored but follows from the closing. */
#define DISPUTE_STATUSES(X)                                                                        \
    X(OPEN, "open")                                                                                \
    X(IN_REVIEW, "in-review")                                                                      \
    X(WAITING, "waiting")                                                                          \
    X(ACCEPTED, "accepted")                                                                        \
    X(REJECTED, "rejected")                                                                        \
    X(CLOSED, "closed")
enum dispute_status {
#define X(name, word) DISPUTE_STATUS_##name,
    DISPUTE_STATUSES(X)
#undef X
};
const char *dispute_status_word(enum dispute_status status);

/* What came of a case; in the order in which they are stored. */
enum dispute_resolution {
    DISPUTE_WITHDRAWN, /* it was none, or its item is gone */
    DISPUTE_PAID,
    DISPUTE_CREDITED,
    DISPUTE_WRITTEN_OFF,
    DISPUTE_REFUSED, /* rejected: what is owed stays owed, from its own due day */
    DISPUTE_OTHER    /* only words tell */
};
extern const char *const dispute_resolution_words[]; /* those before OTHER; NULL ends */
/* "paid", "credit" .. at the beginning of words; OTHER when they begin with none. */
enum dispute_resolution dispute_resolution_of(const char *words);

struct dispute {
    int64_t id, item_id, amount;
    const char *reason, *text, *resolution; /* resolution: words of the closing, "" = open */
    const char *owner;                      /* opening: NULL or "" = the reason's, else the actor */
    struct date opened, closed;             /* closed NONE = open */
    struct date due; /* to be decided by then; opening: zero = by the reason */
    /* read only: */
    struct date escalate; /* goes higher from this day on */
    int level;            /* how often it went higher */
    enum dispute_status status;
    enum dispute_resolution outcome;
    int64_t customer_id, document_id;
    const char *number, *customer, *name; /* of its document; name: the customer's */
    const char *cause, *paper; /* root cause; number of the paper that closed it, "" = none */
    int64_t taken_off;         /* by that paper */
    struct currency currency;
};
/* amount 0 = all that is open. CONFLICT beyond what is open. */
enum err dispute_open(struct tx *tx, const struct dispute *dispute, int64_t *id);

struct dispute_end {
    enum dispute_resolution outcome;
    struct date closed;
    const char *words;   /* what is shown; NULL = the outcome's own word */
    const char *cause;   /* NULL or "" = CUSTOMER of a rejected one, else the one of the reason */
    int64_t document_id; /* that closed it, 0 = none */
    int64_t amount;      /* that it took off */
};
enum err dispute_settle(struct tx *tx, int64_t id, const struct dispute_end *end);
/* By words alone: "paid", "rejected: as agreed". */
enum err dispute_close(struct tx *tx, int64_t id, struct date closed, const char *resolution);
/* Closes what is open on an item that is taken back, on that day or the day it was opened. */
enum err dispute_drop(struct tx *tx, int64_t item_id, struct date closed, const char *resolution);

enum err dispute_get(struct book *book, int64_t id, struct arena *arena, struct dispute *out);
/* By id; customer_id 0 = of all. */
enum err dispute_list(struct book *book, int64_t customer_id, bool only_open, struct arena *arena,
                      struct dispute **out, int *count);
/* The same as it stood at the end of a day: what was opened by then, with the steps by then. */
enum err dispute_list_on(struct book *book, int64_t customer_id, bool only_open, struct date as_of,
                         struct arena *arena, struct dispute **out, int *count);

#endif
