/* settle: from which day on an item has room for an application (RULES.md R1, HOUSE.md 5).
 *
 * An application must leave its item within 0 and its amount on every day from its date on. So
 * what counts is the least (or greatest) running open from that day to the end of time, not what
 * is open today.
 * Holds: `amount` and `open` are magnitudes; a movement is > 0 when it takes from the item
 * (application) and < 0 when it gives back (unapplication). Movements come in ascending order of
 * dates; what happens on one day counts as one. Memory: the caller's arrays. */
#ifndef RULES_SETTLE_H
#define RULES_SETTLE_H

#include "base/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct settle_move {
    struct date date;
    int64_t amount;
};

/* The first day from `from` on whose room is at least `wanted`; DATE_NONE when there is none. The
 * room of a day is the least open at the end of any day from it on: the most that an application
 * of that day may take. For a pair of items take the later of the two answers: room never shrinks
 * with a later day. */
struct date settle_from(int64_t amount, const struct settle_move *moves, size_t count,
                        struct date from, int64_t wanted);

#endif
