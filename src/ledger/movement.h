/* movement: sums of postings by account, currency, month and kind, gathered in memory.
 *
 * What tx adds to period_total when an entry ends, and what the proof compares it with.
 * Memory: embedded; zero-initialised is empty, movements_done gives back. */
#ifndef LEDGER_MOVEMENT_H
#define LEDGER_MOVEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct movement {
    int64_t account_id;
    char currency[4];
    int32_t month; /* since 1970-01 */
    int kind;
    int64_t amount, base;
    bool used;
};
struct movements {
    struct movement *cells; /* open addressing; `used` tells which; room is a power of two */
    size_t count, room;
};

void movements_add(struct movements *movements, int64_t account_id, const char *currency,
                   int32_t month, int kind, int64_t amount, int64_t base);
/* By account, month, currency, kind; nothing may be added afterwards. */
void movements_sort(struct movements *movements);
void movements_done(struct movements *movements);

#endif
