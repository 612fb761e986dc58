/* candidates: what one customer owes in one currency, as autocash looks at it, with the options
 * that hold for it.
 *
 * Memory: a shelf keeps the customers that were asked for last, so that a run over many payments
 * reads each of them once; what the run itself pays is taken off what it keeps. */
#ifndef APP_CANDIDATES_H
#define APP_CANDIDATES_H

#include "app/command.h"
#include "rules/autocash.h"

struct candidates {
    int64_t customer_id; /* 0 = free */
    struct currency currency;
    uint64_t used; /* when, counted up */
    struct arena arena;
    struct autocash_item *items;
    struct date *offers; /* of each item: the last day of its discount, with grace; NONE = none */
    int count, room, at; /* at: where an item was found last */
    const struct autocash_index *index;
    struct autocash_statement *statements;
    int statement_count;
    struct autocash_options options;
};

#define CANDIDATES_KEPT 64       /* customers */
#define CANDIDATES_ITEMS 400000L /* items of all of them */

struct candidates_shelf {
    struct candidates places[CANDIDATES_KEPT];
    uint64_t clock;
    int64_t items;
    struct autocash_options common; /* of everybody who has no settings of his own */
    bool common_read;
};

/* Those of a customer, read when they are not there. They live until the next call. */
enum err candidates_get(struct act *act, struct candidates_shelf *shelf, int64_t customer_id,
                        struct currency currency, struct candidates **out);
/* What a day gives of discounts, for money that comes then. */
enum err candidates_value(struct act *act, struct candidates *of, struct date value);
/* Something was paid of an item of the customer that was asked for last, or from a credit of it:
 * `by` as its open amount changes. */
void candidates_paid(struct candidates_shelf *shelf, int64_t item_id, int64_t by);
void candidates_done(struct candidates_shelf *shelf);

#endif
