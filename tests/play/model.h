/* model: what a book must say, worked out the plain way: lists of facts, and loops over days.
 *
 * Knows nothing of the store or the ledger's sources; it has the rules of RULES.md R1, R2, R9 6 and
 * R10 only: items with two dates, applications with two dates and the entry that recorded them,
 * deposits and cases with their days. Amounts are magnitudes with a side; days are numbers. */
#ifndef TESTS_MODEL_H
#define TESTS_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#define MODEL_DOCUMENTS 3000
#define MODEL_ITEMS 4000
#define MODEL_MOVES 8000
#define MODEL_DEPOSITS 200
#define MODEL_CASES 400
#define MODEL_RECEIPTS 8 /* of one deposit */
#define MODEL_NEVER INT32_MAX

struct model_document {
    int64_t id, reverses, act, entry;
    int kind; /* enum document_kind of the ledger */
    int effective, posted;
    int reversed_posted; /* NEVER = it stands */
    bool waits;          /* a receipt whose money lies undeposited until a deposit takes it */
    int64_t amount;      /* of a receipt */
};
struct model_item {
    int64_t id;     /* of the book's item */
    int document;   /* place of its document */
    int64_t amount; /* > 0 debit, < 0 credit */
    int effective, posted;
    int64_t entry, customer;
    int control; /* enum account_control of the ledger */
};
struct model_move {
    int64_t id;
    int debit, credit; /* places of items */
    int64_t amount;    /* < 0 takes back */
    int effective, posted;
    int64_t entry, act;
    bool standing; /* not taken back, and no taking back itself */
    bool closing;  /* pairs a reversal with what it reverses */
};
struct model_deposit {
    int document;                        /* place */
    int receipts[MODEL_RECEIPTS], count; /* places of documents */
};
struct model_case {
    int64_t id, amount;
    int item, opened, closed; /* NEVER = open */
    int64_t entry, closing_entry;
};
struct model {
    struct model_document documents[MODEL_DOCUMENTS];
    struct model_item items[MODEL_ITEMS];
    struct model_move moves[MODEL_MOVES];
    struct model_deposit deposits[MODEL_DEPOSITS];
    struct model_case cases[MODEL_CASES];
    int document_count, item_count, move_count, deposit_count, case_count;
};

/* The place of a fact by its id; -1 = there is none. */
int model_document_of(const struct model *model, int64_t id);
int model_item_of(const struct model *model, int64_t id);
int model_case_of(const struct model *model, int64_t id);
/* Open amount of an item at the end of a day, on a basis, as known after an entry (0 = all). */
int64_t model_open(const struct model *model, int item, int day, bool posted, int64_t known);
/* Least room of an item on every day from `from` on: by looking at each day that has anything. */
int64_t model_room(const struct model *model, int item, int from, bool posted);
/* The first day from `from` on at which both items have room for the amount; -1 = never. */
int model_first(const struct model *model, int debit, int credit, int from, bool posted,
                int64_t amount);
/* Does money of the receipt lie undeposited at the end of a day? */
bool model_waits(const struct model *model, int document, int day);
int model_deposit_of(const struct model *model, int document); /* the standing one; -1 = none */
int model_freed(const struct model *model, int document);      /* day of the last void; -1 = none */
/* What is disputed of an item on a day, as known after an entry (0 = all). */
int64_t model_disputed(const struct model *model, int item, int day, int64_t known);

#endif
