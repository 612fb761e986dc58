/* dunfacts: what stands against dunning an item or a customer on a day, read once for all of them,
 * then asked item by item; for dunplan alone. */
#ifndef LEDGER_DUNFACTS_H
#define LEDGER_DUNFACTS_H

#include "base/arena.h"
#include "ledger/dunlevel.h"
#include "ledger/insolvency.h"
#include "ledger/local.h"
#include "ledger/placement.h"

/* By id of item or customer, ascending; of several for one id the last counts. */
struct dunmark {
    int64_t id, number; /* number: an amount, a flag, a level: as the list says */
    int64_t amount;     /* promises: what is waited for */
    struct date until;
    const char *words;
};
struct dunmarks {
    struct dunmark *rows;
    size_t count, room;
};
struct dunlevels {
    struct dunlevel *rows;
    size_t count, room;
};
struct dunfacts {
    struct book *book;
    struct date day;
    int64_t customer_id; /* 0 = of all */
    struct arena *arena;
    struct dunmarks disputes;   /* items; number = the sum of the cases */
    struct dunmarks promises;   /* items; number 1 = a plan */
    struct dunmarks in_hand;    /* items; number = what receipts in hand pay, until = their day */
    struct dunmarks extensions; /* items; until = the day granted */
    struct dunmarks charges;    /* items */
    struct dunmarks blocks;     /* items */
    struct dunmarks customers;  /* customers that are blocked */
    struct dunmarks letters;    /* customers; until = the day of the last letter of level 1 or up */
    struct dunlevels levels;    /* items */
    struct placed_set placed;
    struct insolvent_set insolvent;
};
/* interval: how many days back a letter of an account matters. */
enum err dunfacts_read(struct dunfacts *facts, int64_t interval);
void dunfacts_done(struct dunfacts *facts);
const struct dunmark *dunmark_find(const struct dunmarks *marks, int64_t id); /* NULL = none */
const struct dunlevel *dunlevel_find(const struct dunlevels *levels, int64_t item_id);

#endif
