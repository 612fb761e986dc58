/* expected: every open item of a day with the day on which its money is to be expected (RULES.md
 * R20b), credits taken off first. What is promised of an item, each part on its day, stands apart
 * from the rest of it. Base currency. Memory: arena inside the call. */
#ifndef REPORT_EXPECTED_H
#define REPORT_EXPECTED_H

#include "report/r_aging.h"

struct expected {
    int64_t customer_id, base; /* > 0 */
    struct date day, terms;    /* NONE: not to be expected (agency, legal, insolvent) */
    bool promised;
};
/* The open debits net of credits; as-of day, customer and collector of the options count. What is
 * left of credits when nothing is open to set them off is in `credits` (<= 0). */
enum err expected_each(struct book *book, const struct aging_options *options,
                       enum err (*each)(void *self, const struct expected *one), void *self,
                       int64_t *credits);

#endif
