/* application: pairs a debit item with a credit item; never changes what is owed, posts nothing.
 *
 * Both items are of one customer, currency and control account (R9 14). The base relieved on each
 * side is worked out by R12 and stored; when they differ, an FX document is posted in the same act.
 * No item leaves 0..amount on any day from the application's date on, on either basis (R9 2, 7).
 * Fails with: CONFLICT naming the document, what is open and the first day from which it suffices.
 * */
#ifndef LEDGER_APPLICATION_H
#define LEDGER_APPLICATION_H

#include "ledger/item.h"

struct application_new {
    int64_t debit_id, credit_id;
    int64_t amount;       /* > 0 */
    /* NONE: the later of both documents' dates, moved to the first day that suffices */
    struct date date;
    int64_t act_id;       /* 0: a new act */
    const char *reason;
};
struct application_made {
    int64_t id, act_id;
    struct date date;     /* the effective day that was taken */
    bool moved;           /* later than the documents alone would say */
    int64_t fx;           /* realised gain (+) or loss (-) in base */
};
enum err application_post(struct tx *tx, const struct application_new *application,
                          struct application_made *out);
/* The first day from `from` on from which the item has room for the amount (R1): for money that
 * must be moved to the item's customer first, on that day. `from` itself when there is none. */
enum err application_room(struct tx *tx, const struct item *item, int64_t amount, struct date from,
                          struct date *out);
/* Reverses one act whole on `date`: every row of it, and the discount, write-off and FX documents
 * that it made (R2). CONFLICT when it is reversed already or the date is before the act. */
enum err application_unapply(struct tx *tx, int64_t act_id, struct date date, const char *reason);
/* Reverses all acts of one journal entry that still stand, newest first; counts them. NONE: each on
 * its own day; a day given is moved to the act's own when that is later. */
enum err application_unapply_entry(struct tx *tx, int64_t entry_id, struct date date,
                                   const char *reason, int *acts);

struct application {
    int64_t id, entry_id, act_id, debit_id, credit_id, amount, debit_base, credit_base, reverses_id;
    int64_t reversed_by;  /* 0 = stands */
    struct date effective, posted;
    const char *reason;
};
/* All rows that touch an item, in order of id. */
enum err applications_of_item(struct book *book, int64_t item_id, struct arena *arena,
                              struct application **out, int *count);

/* One row a act for lists: the payment (or credit) and the document it paid, with the discount and
 * write-off of the same act. In order of entry. Only principal rows; reversals are rows of their
 * own with negative amounts. Rows are handed out one by one; text lives until the next. */
struct application_line {
    int64_t id, entry_id, act_id;
    const char *customer, *credit_number, *debit_number, *reason;
    enum document_kind credit_kind, debit_kind;
    int instalment;
    struct date date;
    struct currency currency;
    int64_t amount, discount, writeoff;
};
struct application_query {
    int64_t customer_id, document_id, entry_id; /* 0 = all */
    struct date from, to;             /* NONE = open end; by posted day */
};
enum err applications_each(struct book *book, const struct application_query *query,
                           enum err (*each)(void *self, const struct application_line *line),
                            void *self);

#endif
