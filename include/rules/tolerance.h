/* tolerance: how small a difference between payment and open amount may be let go (RULES.md R5).
 *
 * Holds: diff = cash + discount - open. A difference is within when |diff| <= allowed, which is
 * the lower of the absolute limit and the percentage of what was due, and of the customer's
 * limits and the user's. Per instalment and per receipt total: judge both. Memory: values. Fails
 * with: ERR_LIMIT on overflow. */
#ifndef RULES_TOLERANCE_H
#define RULES_TOLERANCE_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

struct tolerance {
    int64_t limit; /* minor units; 0 = nothing is let go */
    int64_t ppm;   /* of the amount due; PPM = the percentage does not bind */
};

enum tolerance_answer {
    TOLERANCE_EXACT, /* no difference */
    TOLERANCE_UNDER, /* paid less: the rest goes to over-short and closes the item */
    TOLERANCE_OVER,  /* paid more: the surplus goes to over-short (the customer's flag is on) */
    TOLERANCE_KEEP,  /* paid more: the surplus stays on account */
    TOLERANCE_BEYOND /* paid less than may be let go: the item stays open */
};

enum err tolerance_allowed(int64_t due, struct tolerance customer, struct tolerance user,
                           int64_t *out);
/* `over_flag`: surplus within the tolerance may go to income; off by default. */
enum tolerance_answer tolerance_judge(int64_t diff, int64_t allowed, bool over_flag);

#endif
