/* item: one instalment of a document: an amount with a due date on one control account.
 *
 * Holds: amount > 0 the customer owes us, < 0 we owe the customer; open lies between 0 and amount;
 * base open is 0 when open is 0 (R9 12). Amounts are minor units of the item's currency, those in
 * base of the book's.
 * Memory: the arena given. Fails with: MISSING (no such item), what the store says. */
#ifndef LEDGER_ITEM_H
#define LEDGER_ITEM_H

#include "base/arena.h"
#include "ledger/document.h"

struct item {
    int64_t id, document_id, customer_id, account_id;
    int seq;
    struct currency currency;
    int64_t amount, base, open;
    int64_t open_base; /* base less what applications relieved; 0 for the item of an FX document */
    struct date due, effective, posted;
    struct date value; /* of money: the day it came, by which discounts and late charges judge */
    struct date settled_on; /* last posted day of its applications; NEVER while some is open */
    /* of its document, for lists */
    enum document_kind kind;
    const char *number; /* in the arena of the call */
    struct date issued;
};

enum err item_get(struct book *book, int64_t id, struct arena *arena, struct item *out);
enum err item_value(struct book *book, int64_t id, struct date *out);
enum err items_of_document(struct book *book, int64_t document_id, struct arena *arena,
                           struct item **out, int *count);
/* What is open at a customer, by due date, then id; debits and credits; all control accounts. */
enum err items_open(struct book *book, int64_t customer_id, struct arena *arena, struct item **out,
                    int *count);

/* What is open of an item at the end of a day: item.open has what is applied on later days taken
 * off already, as by a cheque in hand. */
enum err item_open_on(struct book *book, const struct item *item, struct date as_of, int64_t *open);

/* The part of an item that is disputed on a day: min(open, sum of cases open on D) (R10). */
enum err item_disputed(struct book *book, int64_t item_id, struct date as_of, int64_t open,
                       int64_t *out);

#endif
