/* placement: items, or whole customers, that an agency or lawyers collect for us from a day on
 * (RULES.md Part A, agency and legal hand-over).
 *
 * Facts: made once with the items that were handed over, ended by a fact of its own for all of it
 * or for one item. From its day on until the day of its end what is placed is not dunned, charged,
 * called for or forecast by us; it stays in the balance and ages by its own due day. Of a whole
 * customer everything is placed, what is issued later too.
 * An item is with one of them at a time. Money that came through them is a payment with what they
 * kept of it, or beside what they billed, as collection costs.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (nothing open, placed already, ended),
 * INPUT (days and names that cannot be). */
#ifndef LEDGER_PLACEMENT_H
#define LEDGER_PLACEMENT_H

#include "base/arena.h"
#include "ledger/document.h"
#include "ledger/tx.h"

enum placement_kind { PLACEMENT_AGENCY, PLACEMENT_LEGAL };
const char *placement_word(enum placement_kind kind); /* "agency", "legal" */

struct placement {
    int64_t id, customer_id;
    enum placement_kind kind;
    struct date day;
    bool whole;             /* the customer with all that it owes */
    int64_t commission_ppm; /* of what they bring in */
    const char *agency, *reference, *text;
    const int64_t *items; /* making: which ones; NULL with whole: all that are open */
    int item_count;
    /* read only: one row a currency of what was handed over */
    const char *customer, *name, *actor, *reason;
    struct date ended; /* NONE = not, as a whole */
    struct currency currency;
    int64_t placed, open; /* handed over; open of it now, without items that were recalled */
    int64_t recovered, commission;
};
enum err placement_make(struct tx *tx, const struct placement *placement, int64_t *id);
/* item_id 0: all of it. From that day on it is ours again. */
enum err placement_recall(struct tx *tx, int64_t id, int64_t item_id, struct date day,
                          const char *reason);
struct placement_query {
    int64_t id, customer_id; /* 0 = all */
    struct date as_of;       /* made by then */
    bool standing;           /* only those that stood at the end of that day */
};
/* By day, id, currency. */
enum err placement_list(struct book *book, const struct placement_query *query,
                        struct arena *arena, struct placement **out, int *count);
/* Its first row; MISSING. */
enum err placement_get(struct book *book, int64_t id, struct arena *arena, struct placement *out);
/* The ids of its items, ascending. */
enum err placement_items(struct book *book, int64_t id, struct arena *arena, int64_t **out,
                         int *count);

/* Money of a payment that came through them. billed: the commission is a bill of theirs, posted as
 * a document of its own; else they kept it back and the payment has it as its fee. */
struct placement_money {
    int64_t placement_id, payment_id;
    struct date day;
    struct money amount; /* gross */
    int64_t commission;
    bool billed;
};
/* cost->id 0: nothing was posted beside the payment. */
enum err placement_recover(struct tx *tx, const struct placement_money *money,
                           struct document_made *cost);
/* The bill of theirs for the money of a payment, while it stands; 0 = there is none. */
enum err placement_bill(struct book *book, int64_t payment_id, int64_t *document_id);
/* The payment does not count from that day on: no more does their bill for it. */
enum err placement_return(struct tx *tx, int64_t payment_id, struct date day, const char *reason);
/* What their commission on a sum is, rounded once. */
enum err placement_commission(const struct placement *placement, int64_t amount, int64_t *out);

/* ---- what is placed on a day ---- */

struct placed {
    int64_t owner; /* the item, or of whole customers the customer */
    int64_t customer_id, placement_id;
    enum placement_kind kind;
    struct date since;
    const char *agency, *reference;
};
/* *is: the item is placed on that day, by itself or with its customer. */
enum err placed_on(struct book *book, int64_t item_id, struct date day, bool *is,
                   struct placed *out, struct arena *arena);
/* All that is placed on a day, for whoever goes through many items: read once, then asked. */
struct placed_set {
    struct placed *items, *customers; /* by owner */
    int item_count, customer_count;
};
/* customer_id 0 = of all. */
enum err placed_load(struct book *book, struct date as_of, int64_t customer_id,
                     struct arena *arena, struct placed_set *out);
/* NULL = it is ours. Asked of debits: what we owe is placed with nobody. */
const struct placed *placed_find(const struct placed_set *set, int64_t customer_id,
                                 int64_t item_id);

#endif
