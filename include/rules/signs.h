/* signs: what in the work of somebody who posts money looks as if it hid that money was taken
 * (RULES.md R17). Pure.
 *
 * Every one of them happens in honest work too. So a sign speaks only when it comes more often than
 * chance and colleagues explain, and somebody is pointed out only when signs of different kinds
 * speak together, or one that honest work does not leave: the money of one customer that pays for
 * another whose own money paid for a third. */
#ifndef RULES_SIGNS_H
#define RULES_SIGNS_H

#include <stdbool.h>
#include <stdint.h>

/*    name, letter in RULES.md R17, word, least number, weight, what it is */
#define SIGN_LIST(X)                                                                               \
    X(CHAIN, "a", "chain", 2, 4,                                                                   \
      "one customer's money paid for another, whose own money paid for a third")                   \
    X(PAYER, "a", "payer", 3, 2, "money of one customer was credited to another")                  \
    X(POSTED, "b", "posted-late", 3, 2, "money was posted long after it came")                     \
    X(BANKED, "b", "banked-late", 3, 1, "cash or cheques went to the bank late, or not yet")       \
    X(MOVED, "c", "moved", 2, 2, "money was unapplied and moved to another customer")              \
    X(FORGIVEN, "d", "forgiven", 3, 2,                                                             \
      "something was let go soon after money of the same customer came, by the same person")       \
    X(LIMIT, "e", "under-limit", 3, 1, "something was let go that just keeps within a limit")      \
    X(SLIP, "f", "slip", 5, 1, "the slip of a day is not the cash and cheques of that day")        \
    X(PAID, "g", "already-paid", 2, 2, "the customer says that it paid already")                   \
    X(MASTER, "h", "master", 2, 1,                                                                 \
      "address or statement of a customer was changed by who posts its money")                     \
    X(REFUND, "i", "refund", 1, 2, "a refund soon after the bank account of the customer changed")
enum sign {
#define X(name, letter, word, least, weight, what) SIGN_##name,
    SIGN_LIST(X)
#undef X
    SIGNS
};
const char *sign_letter(enum sign sign);
const char *sign_word(enum sign sign);
const char *sign_what(enum sign sign);

/* How often, of how many receipts that were posted. */
struct sign_tally {
    int64_t count, receipts;
};
/* own: of one person; all: of everybody, the person too. At least the least number, beyond three
 * times what the others' rate lets expect; where nobody else posts, beyond one in a hundred. */
bool sign_speaks(enum sign sign, struct sign_tally own, struct sign_tally all);
/* Weights of 4 and more together: who has them should be looked at. */
bool signs_point(const bool speaks[SIGNS]);

/* The middle one of so many numbers; they are put in order. 0 of none. */
int64_t median(int64_t *values, int count);

#endif
