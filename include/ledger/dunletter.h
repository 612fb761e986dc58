/* dunletter: letters of dunning as they went out, the runs that made them, and what became of them
 * (R7b).
 *
 * A letter is a fact with its whole text and the SHA-256 of it, so that it is shown again as it
 * was. It counts from its day on; one that is held counts from its release on, and only then its
 * fee is posted. Taken back it counts no more from that day on, and its fee is reversed.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (not held, taken back already, a later
 * letter stands on it, a later run is there), INPUT (days). */
#ifndef LEDGER_DUNLETTER_H
#define LEDGER_DUNLETTER_H

#include "base/arena.h"
#include "base/hash.h"
#include "ledger/tx.h"

enum dunletter_state { DUNLETTER_SENT, DUNLETTER_HELD, DUNLETTER_UNDONE };
const char *dunletter_state_word(enum dunletter_state state);

struct dunletter_item {
    int64_t item_id;
    int level, before; /* at which the letter has it, and where it stood until then */
    int days;
    int64_t amount;
    bool rides; /* a charge that came along */
    /* read only: */
    const char *document; /* its number */
    struct date due;
    int64_t open; /* now */
};
struct dunletter {
    int64_t id, run_id, customer_id, serial;
    int level;
    struct date day, due; /* due: until when it asks for the money */
    bool held;
    int64_t amount, fee, fee_id; /* fee_id 0: no fee, or not posted yet */
    struct currency currency;
    const char *number, *language, *sha256, *body; /* body: of dunletter_find only */
    /* read only: */
    const char *customer, *name, *actor, *reason; /* reason: why it was taken back */
    struct date released, undone;
    int items;
    enum dunletter_state state;
};

/* CONFLICT when a later run is there that was not taken back. */
enum err dunrun_begin(struct tx *tx, struct date day, int64_t *run_id);
/* Takes the number, and posts the fee as a charge unless the letter is held. */
enum err dunletter_number(struct tx *tx, struct arena *arena, struct dunletter *letter);
/* Then with its body: works the hash out. */
enum err dunletter_add(struct tx *tx, struct dunletter *letter, const struct dunletter_item *items,
                       int count);
enum err dunletter_release(struct tx *tx, int64_t id, struct date day);
enum err dunletter_undo(struct tx *tx, int64_t id, struct date day, const char *reason);

enum err dunletter_find(struct book *book, const char *number, struct arena *arena,
                        struct dunletter *out);
/* Whose letter has this number; 0 = there is none. */
enum err dunletter_customer(struct book *book, const char *number, int64_t *customer_id);
struct dunletter_query {
    int64_t run_id, customer_id; /* 0 = all */
    struct date from, to;        /* NONE = from the first, to the last */
    int state;                   /* -1 = all */
};
/* In order of number; text lives until the next, the body is not read. */
enum err dunletter_each(struct book *book, const struct dunletter_query *query,
                        enum err (*each)(void *self, const struct dunletter *letter), void *self);

struct dunrun {
    int64_t id;
    struct date day;
    const char *actor;
    int64_t letters, customers, held, undone, fees;
};
/* The newest first. */
enum err dunrun_list(struct book *book, struct arena *arena, struct dunrun **out, int *count);

#endif
