/* accrualpart: what the sources of `accrual` share: the items of one customer and currency, and
 * how they are read and counted. */
#ifndef LEDGER_ACCRUALPART_H
#define LEDGER_ACCRUALPART_H

#include "ledger/accrual.h"
#include "ledger/insolvency.h"
#include "ledger/placement.h"

struct accrual_item {
    struct accrual row;
    struct date start; /* interest counts from the day after */
    int64_t base;
    bool consumer, reversed;
    /* read by the group */
    struct interest_item bears;
    bool is_disputed;
    int64_t late;         /* open on the first day after, disputed and covered or not */
    int64_t lump_charged; /* on this item */
    bool lump_elsewhere;  /* on another item of its document */
    bool lumps;           /* gets the lump sum in this pass */
};

/* What holds for one customer. */
struct accrual_terms {
    int64_t customer_id;
    enum interest_scheme scheme;
    enum interest_basis basis;
    int grace;
    int64_t minimum, most_ppm;
    bool exempt, disputed, credits, compound, lump;
    const struct interest_rate *rates;
    int rate_count;
};
struct accrual_table {
    const char *scheme;
    struct interest_rate *rates;
    int count;
    struct accrual_table *next;
};
/* What was read at once for all items of a pass, in order: a question for each of them would
 * cost more than the pass itself. */
struct accrual_applied {
    int64_t item_id, less;
    struct date day;
};
struct accrual_credit {
    int64_t customer_id, open; /* the account that stays */
    char currency[4];
    struct date day; /* on which the money came */
};
struct accrual_ids {
    int64_t *ids;
    int count, room;
    bool unread; /* the items are few: each is asked about */
};
struct accrual_load {
    struct accrual_applied *applied;
    int applied_count, applied_room;
    struct accrual_credit *credits; /* paid against nothing; by customer and currency */
    int credit_count, credit_room;
    struct accrual_ids disputed; /* items that were ever questioned */
    struct accrual_ids charged;  /* documents on which something was ever charged */
};
struct accrual_reader {
    struct book *book;
    struct date upto, known;
    bool effective;
    struct arena *arena;            /* tables of rates, the sets below */
    struct insolvent_set insolvent; /* on the last day that counts */
    struct placed_set placed;
    struct accrual_load load;
    struct accrual_table *tables;
    struct accrual_terms common; /* of everybody who has no settings of his own */
    bool common_read;
};
/* Debits that are overdue on $1, were settled late after $2, or charged: the head of a question. */
#define ACCRUAL_WANTED(of_whom)                                                                    \
    "WITH wanted (id) AS ("                                                                        \
    " SELECT i.id FROM item i WHERE " of_whom " i.settled_on = " NEVER                             \
    " AND i.amount > 0 AND i.due < $1"                                                             \
    " UNION SELECT i.id FROM item i WHERE " of_whom " i.settled_on < " NEVER                       \
    " AND i.settled_on > i.due AND i.amount > 0 AND i.settled_on > $2"                             \
    " AND i.due < $1"                                                                              \
    " UNION SELECT i.id FROM charge_line l JOIN item i ON i.id = l.item_id WHERE " of_whom         \
    " i.settled_on > $2)"
#define ACCRUAL_OF_ONE "i.customer_id" OF_CUSTOMER("$7") " AND"
struct date accrual_back(const struct accrual_reader *reader); /* $2 */

enum err accrual_load(struct accrual_reader *reader, int64_t customer_id);
void accrual_load_done(struct accrual_load *load);
/* The applications of an item among what was loaded. */
const struct accrual_applied *accrual_applied_of(const struct accrual_load *load, int64_t item_id,
                                                 int *count);
const struct accrual_credit *accrual_credits_of(const struct accrual_load *load,
                                                int64_t customer_id, const char *currency,
                                                int *count);
bool accrual_among(const struct accrual_ids *ids, int64_t id);

enum err accrual_terms_read(struct accrual_reader *reader, int64_t customer_id,
                            struct accrual_terms *out);
/* What changes the open amounts of the items: money, disputes, money that is paid against nothing;
 * and what was charged on them. */
enum err accrual_read(struct accrual_reader *reader, const struct accrual_terms *terms,
                      struct accrual_item *items, int count, struct arena *arena);
/* Reads and counts items of one customer and currency, by due day, and hands their rows on. */
enum err accrual_group(struct accrual_reader *reader, struct accrual_item *items, int count,
                       struct arena *arena,
                       enum err (*each)(void *self, const struct accrual *accrual), void *self);

#endif
