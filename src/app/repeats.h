/* repeats: how often the same contents came already within one file, so that real repeats survive
 * (RULES.md R16).
 *
 * Memory: zero-initialised is empty; repeats_done gives back. */
#ifndef APP_REPEATS_H
#define APP_REPEATS_H

#include "base/hash.h"

struct repeats {
    struct repeat *rows; /* open addressing; count 0 is free */
    size_t count, room;
};

/* How often these contents were counted before; they are counted now. */
int64_t repeats_count(struct repeats *repeats, const struct hash *contents);
void repeats_done(struct repeats *repeats);

#endif
