/* paylines: which open items one payment pays, and how much of each: proposals, marks, amounts.
 *
 * Holds: pays and discount of a line lie within its open amount; a credit that is marked pays below
 * zero, which adds to the payment: the net of the marked items is the cash. What is paid is never
 * more than that, unless amounts were typed that are (paylines_left is negative then). A discount
 * is only given as far as it is needed to close the line.
 * Does not know: the books, the screen. Memory: the caller's array; in order of due date. */
#ifndef VIEW_PAYLINES_H
#define VIEW_PAYLINES_H

#include "base/date.h"
#include "rules/autocash.h"

#include <stdbool.h>
#include <stdint.h>

struct payline {
    int64_t item_id;
    const char *number; /* of its document */
    int instalment;     /* 0 = the only one */
    bool named;         /* the document that was typed */
    struct date issued, due;
    int64_t open;       /* < 0: a credit, which is used when it is marked */
    const char *source; /* of a credit: as what the command names it */
    const char *pending; /* "pending 98.00, batch A, anna": counts nowhere; NULL = none */
    const char *disputed; /* "disputed 98.00 of INV-7: PRICE"; NULL = nothing of it */
    int64_t offered;    /* discount for paying all of it on the payment's day */
    int64_t lapsed;     /* what it would have been, more than that, until lapsed_on; 0 = none */
    struct date lapsed_on;
    int64_t small;      /* difference that may be let go (RULES.md R5) */
    bool marked, typed;
    int64_t pays, discount; /* more than is offered: the rest is unearned (RULES.md R4) */
    int64_t writeoff; /* of the small difference, when it is let go */
};

enum payway { PAY_NAMED, PAY_FOUND, PAY_NONE, PAY_BY_HAND };

struct paylines {
    struct payline *lines;
    int count;
    enum payway way;
    const char *words; /* "by document number": how it was found */
};

/* Gives the marked lines what is there of `amount`; lines with a typed amount keep it. */
void paylines_spread(struct paylines *lines, int64_t amount);
/* The document that was typed; false, and no mark, when it has nothing open. */
bool paylines_named(struct paylines *lines, int64_t amount);
/* What autocash found, with every amount in it; false, and no mark, when the lines cannot say it.
 * The words are the caller's. */
bool paylines_found(struct paylines *lines, const struct autocash_proposal *found,
                    const char *words);
void paylines_none(struct paylines *lines);
/* Is what is marked just what would be found? */
bool paylines_same(const struct paylines *lines, const struct autocash_proposal *found);
/* A number that differs once any line is paid otherwise. */
uint64_t paylines_digest(const struct paylines *lines);
/* What a line is paid short by, when that may be let go; 0 = it is not, or too much. */
int64_t paylines_short(const struct payline *line);
/* Gives the discounts whose day is over, which are unearned, and lets the small differences go; or
 * takes that back. False when there is none. */
bool paylines_let_go(struct paylines *lines, int64_t amount);
int64_t paylines_late(const struct payline *line); /* the unearned part of its discount */
/* Would discounts whose day is over close what is paid short? */
bool paylines_lapsed(const struct paylines *lines, int64_t amount);
const struct payline *paylines_find(const struct paylines *lines,
                                    int64_t item_id); /* NULL = none */
int64_t paylines_left(const struct paylines *lines, int64_t amount);
/* What the marked lines ask for in cash: debits as they are open or typed, less credits. */
int64_t paylines_net(const struct paylines *lines);
/* What is used of credits, above zero. */
int64_t paylines_credits(const struct paylines *lines);

#endif
