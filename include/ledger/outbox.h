/* outbox: what goes out by mail: each mail is a fact, and so is every step of it.
 *
 * Where a mail stands is its last step. "Sending" is written before the server is asked and "sent"
 * after it said yes, so that a mail which was cut in the middle is known as one of which nobody
 * knows whether it arrived: it is shown, and never sent again by itself.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (a step that cannot follow), INPUT (an
 * address that is none). */
#ifndef LEDGER_OUTBOX_H
#define LEDGER_OUTBOX_H

#include "base/arena.h"
#include "ledger/tx.h"

enum outbox_step_kind {
    OUTBOX_SENDING,
    OUTBOX_SENT,
    OUTBOX_FAILED,  /* for now: tried again after a while */
    OUTBOX_REFUSED, /* for good: no such mailbox */
    OUTBOX_UNKNOWN, /* the line broke after the whole mail had gone */
    OUTBOX_DROPPED,
    OUTBOX_AGAIN    /* somebody wants it sent (again), whatever was before */
};

enum outbox_state {
    OUTBOX_WAITS, /* for `outbox run`, from `next` on */
    OUTBOX_IS_SENDING,
    OUTBOX_IS_SENT,
    OUTBOX_IS_REFUSED, /* for good, or tried too often */
    OUTBOX_IS_UNKNOWN,
    OUTBOX_IS_DROPPED
};
const char *outbox_state_word(enum outbox_state state);

struct outbox {
    int64_t id, entry_id, sent_id;
    int64_t customer_id; /* of what is attached; 0 = of no customer */
    const char *recipient, *subject, *body;
    /* read only: */
    const char *customer, *name, *number; /* code and name, or ""; what is attached */
    int64_t moment;                       /* when it was put there */
    enum outbox_state state;
    int64_t step_moment;   /* of the last step; 0 = none yet */
    int64_t next;          /* not before this moment, when it waits */
    int tries;             /* failures since it was wanted */
    const char *text;      /* what was said last */
    const char *sha256;    /* of the message that went */
};
/* One address, or several parted by commas: plain ones of ASCII, without names. */
enum err outbox_address_judge(const char *text, struct note *note);
enum err outbox_add(struct tx *tx, const struct outbox *mail, int64_t *id);
/* text and sha256 may be NULL. */
enum err outbox_step(struct tx *tx, int64_t id, enum outbox_step_kind kind, const char *sha256,
                     const char *text);
enum err outbox_get(struct book *book, int64_t id, struct arena *arena, struct outbox *out);
/* The oldest first; `waiting`: only what is not settled. Text lives until the next. */
enum err outbox_each(struct book *book, int64_t customer_id, bool waiting,
                     enum err (*each)(void *self, const struct outbox *mail), void *self);

#endif
