/* dunblock: customers and papers that are not dunned, for a reason, until a day (R7b).
 *
 * Facts: a block holds from its day to its last day, or until it is lifted. Several may stand
 * beside each other.
 * Memory: the arena given. Fails with: INPUT (days, no reason), MISSING, CONFLICT (it is over). */
#ifndef LEDGER_DUNBLOCK_H
#define LEDGER_DUNBLOCK_H

#include "base/arena.h"
#include "base/date.h"
#include "ledger/tx.h"

struct dunblock {
    int64_t id, customer_id;
    int64_t document_id;       /* 0 = all of the customer's */
    struct date from, until;   /* until: the last day; NEVER = without an end */
    const char *reason;
    /* read only: */
    const char *customer, *name, *document; /* its code and name; the number, "" = all */
    const char *actor;
    struct date lifted; /* from that day on it holds no more; NONE = it was not */
};
enum err dunblock_set(struct tx *tx, const struct dunblock *block, int64_t *id);
enum err dunblock_lift(struct tx *tx, int64_t id, struct date day, const char *reason);
bool dunblock_holds(const struct dunblock *block, struct date day);
/* By id; customer_id 0 = of all; standing: only those that hold on the day. */
enum err dunblock_list(struct book *book, int64_t customer_id, bool standing, struct date day,
                       struct arena *arena, struct dunblock **out, int *count);

#endif
