/* dunplan: what a run of dunning on a day would do: every item that is past due, or that a friendly
 * reminder reaches, with its level or the reason why it has none (R7b).
 *
 * One pass over the open items as aging makes it, judged account by account by rules/dunning.h.
 * Levels, blocks, promises, disputes and extensions are read as of the day.
 * Memory: dunplan_done gives back; 48 bytes an open item while it is read, then what is shown.
 * Fails with: MISSING (a scheme that is not there), LIMIT, what the store says. */
#ifndef LEDGER_DUNPLAN_H
#define LEDGER_DUNPLAN_H

#include "base/arena.h"
#include "base/date.h"
#include "base/money.h"
#include "ledger/book.h"
#include "rules/dunning.h"

struct dunplan_options {
    struct date day;
    int64_t customer_id;   /* 0 = all */
    const char *collector; /* NULL = all */
    /* Is the customer left out of it by whoever runs it? NULL = none is. */
    bool (*left_out)(void *self, const char *code);
    void *self;
};

struct dunrow {
    int64_t item_id;
    struct date due;         /* from which its days are counted */
    struct date until;       /* of what stands against it: a block, a promise, an extension; NONE */
    int64_t promised;        /* what a promise or plan on it waits for, of all its items */
    const char *words;       /* of a block its reason, of a placement whose; "" = none */
};
struct dunaccount {
    int64_t customer_id;
    struct currency currency;
    const char *code, *name, *collector, *scheme;
    const struct dunning_scheme *steps; /* amounts in its own currency */
    struct dunning_account account;
    struct dunrow *rows; /* beside account.items, the oldest due first */
    struct date until;   /* of what stands against all of it; of an insolvency its first day */
    const char *words;
};
struct dunplan {
    struct book *book;
    struct date day;
    struct arena arena;
    struct dunaccount *accounts; /* by code, currency */
    int count;
};
enum err dunplan_read(struct dunplan *plan, struct book *book,
                      const struct dunplan_options *options);
void dunplan_done(struct dunplan *plan);

#endif
