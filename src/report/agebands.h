/* agebands: what is open by age at the end of month after month, in the book's currency: the source
 * of aging over time and of roll rates.
 *
 * Credits stand apart. Holds: bands and credits add up to the total. Memory: agebands_done. */
#ifndef REPORT_AGEBANDS_H
#define REPORT_AGEBANDS_H

#include "ledger/agingscan.h"
#include "rules/aging.h"

struct ageband_row {
    struct date day;
    int64_t bands[BUCKETS_MAX], credits, total;
};
struct agebands {
    int bands;
    struct ageband_row *rows; /* the oldest first */
    int count;
};
/* `count` month ends, the last one the day itself. */
enum err agebands_read(struct agebands *out, struct book *book, const struct bucket_set *set,
                       enum aging_basis_date by, struct date day, int count);
void agebands_done(struct agebands *bands);

#endif
