/* allocate: which items a sum of money settles, and what one application moves in base and tax.
 *
 * Holds: parts are within 0 and their item's open amount, and parts + what is left = the amount.
 * Order (RULES.md R3 step 7): class, due date, document date, id. The payer's or the clerk's own
 * choice goes before any order and is not this module's matter.
 * Memory: the caller's array, which is sorted in place. Fails with: ERR_LIMIT on overflow. */
#ifndef RULES_ALLOCATE_H
#define RULES_ALLOCATE_H

#include "base/date.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum allocate_class { ALLOCATE_PRINCIPAL, ALLOCATE_INTEREST, ALLOCATE_COST };
enum allocate_order {
    ALLOCATE_CHARGES_LAST, /* principal, then interest and costs alike: the default */
    ALLOCATE_COSTS_FIRST,  /* costs, interest, principal: where the law says so (BGB 367) */
    ALLOCATE_BY_AGE        /* classes do not matter */
};

/* "charges-last", "costs-first", "by-age"; INPUT. */
enum err allocate_order_parse(const char *text, enum allocate_order *out, struct note *note);

struct allocate_item {
    int64_t id;
    enum allocate_class class;
    struct date due, doc_date;
    int64_t open; /* what may be taken at most; items with open <= 0 get nothing */
    int64_t part; /* result: what it gets */
};

/* Sorts the items into the order and hands out `amount` (>= 0); the last one reached may be paid in
 * part. *left is what nobody takes. */
void allocate_oldest(int64_t amount, enum allocate_order order, struct allocate_item *items,
                     size_t count, int64_t *left);
/* The same, but only whole items: ends before the first that it cannot pay in full. */
void allocate_whole(int64_t amount, enum allocate_order order, struct allocate_item *items,
                    size_t count, int64_t *left);

/* Base amount that an application of `applied` out of `open` takes off one side (RULES.md R12):
 * all of open_base when applied = open, else round(applied * open_base / open). Any common sign;
 * |applied| <= |open|, open != 0. */
enum err allocate_base(int64_t applied, int64_t open, int64_t open_base, int64_t *out);

#endif
