/* subset: which of up to 24 items come to a sum, by meeting in the middle.
 *
 * Each item is left out, or taken with one of its one or two values. The sums of each half are
 * merged in ascending order as items are added, so nothing is sorted; then one half is read upwards
 * and the other downwards. Steps are counted instead of time.
 * Memory: scratch in plain memory, given back. */
#ifndef RULES_SUBSET_H
#define RULES_SUBSET_H

#include <stdbool.h>
#include <stdint.h>

#define SUBSET_ITEMS 24

struct subset_item {
    int64_t gross; /* not 0 */
    int64_t net;   /* the same when there is no second value */
};
struct subset_found {
    int64_t answers;                  /* how many choices come to the sum */
    unsigned char take[SUBSET_ITEMS]; /* one of them: 0 left out, 1 gross, 2 net */
    bool given_up;                    /* more work than allowed; nothing is known */
};
void subset_find(const struct subset_item *items, int count, int64_t sum, int64_t work,
                 struct subset_found *out);

#endif
