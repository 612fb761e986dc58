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
struct accrual_reader {
    struct book *book;
    struct date upto, known;
    bool effective;
    struct arena *arena;            /* tables of rates, the sets below */
    struct insolvent_set insolvent; /* on the last day that counts */
    struct placed_set placed;
    struct accrual_table *tables;
    struct accrual_terms common; /* of everybody who has no settings of his own */
    bool common_read;
};
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
