/* model: what a book must say, worked out the plain way: lists of facts, and loops over days.
 *
 * Knows nothing of the store or the ledger's sources; it has the rules of RULES.md R1 and R2 only:
 * items with two dates, applications with two dates and the entry that recorded them.
 * Amounts are magnitudes with a side; days are numbers. */
#ifndef TESTS_MODEL_H
#define TESTS_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#define MODEL_ITEMS 4000
#define MODEL_MOVES 8000

struct model_item {
    int64_t id;     /* of the book's item */
    int document;   /* place of its document */
    int64_t amount; /* > 0 debit, < 0 credit */
    int effective, posted;
    int64_t entry;
};
struct model_move {
    int debit, credit; /* places of items */
    int64_t amount;    /* < 0 takes back */
    int effective, posted;
    int64_t entry, act;
    bool standing; /* not taken back, and no taking back itself */
    bool closing;  /* pairs a reversal with what it reverses */
};
struct model {
    struct model_item items[MODEL_ITEMS];
    struct model_move moves[MODEL_MOVES];
    int item_count, move_count;
};

/* Open amount of an item at the end of a day, on a basis, as known after an entry (0 = all). */
int64_t model_open(const struct model *model, int item, int day, bool posted, int64_t known);
/* Least room of an item on every day from `from` on: by looking at each day that has anything. */
int64_t model_room(const struct model *model, int item, int from, bool posted);
/* The first day from `from` on at which both items have room for the amount; -1 = never. */
int model_first(const struct model *model, int debit, int credit, int from, bool posted,
                int64_t amount);

#endif
