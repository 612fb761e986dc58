/* match: which credit settles which debit, when both sides are marked (R2, R3 of RULES.md; the
 * two-pane screen of Part A).
 *
 * A tie is a pair that belongs together by more than age: a credit memo and the invoice that it is
 * about, two items of the same open amount, a payment whose reference names the document. What is
 * marked is paired by its ties first; the rest goes oldest debit against oldest credit, by due day,
 * day of the document, id; what is then left of either side stays open.
 * Holds: no item is paired for more than is marked of it. Items are of one customer, currency and
 * control account. Memory: the caller's arrays; pairs and ties in the arena given. */
#ifndef RULES_MATCH_H
#define RULES_MATCH_H

#include "base/arena.h"
#include "base/date.h"

#include <stdbool.h>
#include <stdint.h>

struct match_item {
    int64_t id, document_id;
    int64_t open;       /* > 0 debit, < 0 credit */
    int64_t related_id; /* of a credit: the document that it is about, 0 = none */
    struct date due, doc_date;
    const char *number;
    const char *reference; /* of a credit: what the payer wrote; NULL = none */
    int64_t wanted;        /* marked of it, above zero on both sides; 0 = not marked */
};

enum match_why { MATCH_LINKED, MATCH_REFERENCE, MATCH_SAME_AMOUNT, MATCH_AGE };
const char *match_words(enum match_why why); /* "credit of this invoice" */

struct match_pair {
    int debit, credit; /* places in the items */
    int64_t amount;
    enum match_why why;
};
struct match {
    struct match_item *items;
    int count;
    struct match_pair *ties; /* in force: their amounts are not looked at */
    int tie_count;
    struct match_pair *pairs; /* what is marked, paired */
    int pair_count;
};

/* Finds the ties of what is open, marks them, and pairs them; false, and nothing marked, when there
 * is none. Linked ones first, then references, then the same amount; an item is in one tie, unless
 * it is large enough for several. */
bool match_exact(struct match *match, struct arena *arena);
/* The ties, and of the rest as much as there is on both sides, the oldest first. */
bool match_oldest(struct match *match, struct arena *arena);
void match_none(struct match *match);
/* Ties anew what is marked; the marks stay. */
void match_retie(struct match *match, struct arena *arena);
/* The mark of one item is another: its ties are no more. */
void match_untie(struct match *match, int item);
/* Pairs anew what is marked. */
void match_pair_up(struct match *match, struct arena *arena);
/* What is marked of debits and of credits, above zero. */
void match_sums(const struct match *match, int64_t *debits, int64_t *credits);

#endif
