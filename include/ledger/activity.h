/* activity: what moved a customer's account in a period, by posted day: the source of statements.
 *
 * Holds: the balance before a day and the movements from it on add up to the balance of any later
 * day, and that is the sum of what is open then (R9 3). Receivable items only: applications pair
 * them and move nothing. Texts live until the next row. */
#ifndef LEDGER_ACTIVITY_H
#define LEDGER_ACTIVITY_H

#include "base/arena.h"
#include "ledger/document.h"

struct activity {
    int64_t item_id, document_id;
    struct date posted, issued, due;
    enum document_kind kind;
    const char *number, *reference;
    int64_t amount;
    int instalment;
};
/* In order of posted day, then id; a document of several instalments gives several. */
enum err activity_each(struct book *book, int64_t customer_id, struct currency currency,
                       struct date from, struct date to,
                       enum err (*each)(void *self, const struct activity *activity), void *self);
/* The balance at the end of a day. */
enum err activity_balance(struct book *book, int64_t customer_id, struct currency currency,
                          struct date as_of, int64_t *out);
/* The same at the ends of the months before, `count` in all: the last one is that of the day. From
 * all items of the customer in one pass. */
enum err activity_month_ends(struct book *book, int64_t customer_id, struct currency currency,
                             struct date as_of, int count, int64_t *out);
/* The currencies in which the customer ever had items, by code. */
enum err activity_currencies(struct book *book, int64_t customer_id, struct arena *arena,
                             struct currency **out, int *count);

#endif
