/* misuseparts: what the sources of misuse share: the receipts of the days, whose money they are. */
#ifndef LEDGER_MISUSEPARTS_H
#define LEDGER_MISUSEPARTS_H

#include "ledger/local.h"
#include "ledger/misuse.h"

struct misuse_receipt {
    int64_t id, customer_id, owner_id, base; /* owner: by the payer; 0 = not told */
    int32_t actor;                           /* place among the posters */
    int32_t day, recorded;                   /* the day the money came; when it was entered */
    int8_t method;
};
struct misuse_reading {
    struct book *book;
    struct date from, to;
    struct arena *arena;
    struct misuse_poster *posters;
    int poster_count, poster_room;
    struct misuse_receipt *receipts; /* by id */
    int receipt_count, receipt_room;
    struct misuse_medians medians;
    enum err (*each)(void *self, const struct misuse *one);
    void *self;
};
/* The place of a poster, -1 = posted nothing in those days. */
int misuse_poster_of(const struct misuse_reading *r, const char *actor);
/* Do both stand under the same customer, or one under the other? */
enum err misuse_family(struct book *book, int64_t a, int64_t b, bool *same);
/* Hands one out; codes and number are read for it. */
enum err misuse_tell(const struct misuse_reading *r, struct misuse *one, int64_t customer_id,
                     int64_t other_id);
/* c, d, e, g, h, i. */
enum err misuse_acts(const struct misuse_reading *r);

#endif
