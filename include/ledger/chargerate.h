/* chargerate: what late payment costs a year, by scheme and from a day on.
 *
 * Facts: a rate holds until the next one; of two from one day the one entered later holds. Of the
 * schemes of law (rules/interest.h: uk, eu, de) the base rate is entered, as the Bank of England,
 * the European Central Bank and the Deutsche Bundesbank publish it; the points over it are the
 * law's. No rate is in a new book.
 * Memory: the arena given. Fails with: INPUT. */
#ifndef LEDGER_CHARGERATE_H
#define LEDGER_CHARGERATE_H

#include "base/arena.h"
#include "ledger/tx.h"
#include "rules/interest.h"

enum err charge_rate_add(struct tx *tx, const char *scheme, struct date from, int64_t ppm);

struct charge_rate {
    const char *scheme;
    struct interest_rate rate;
    bool replaced; /* another one was entered later for the same day */
    const char *actor;
};
/* By scheme and day, the one that holds last; scheme NULL = all. */
enum err charge_rate_list(struct book *book, const char *scheme, struct arena *arena,
                          struct charge_rate **out, int *count);
/* Those of a scheme that hold, ascending by day: for rules/interest.h. */
enum err charge_rate_table(struct book *book, const char *scheme, struct arena *arena,
                           struct interest_rate **out, int *count);

#endif
