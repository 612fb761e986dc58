/* allowancehistory: the classes that an allowance tells apart, and the rates of its matrix: as they
 * were entered, or from how much rolled from bucket to bucket (RULES.md R20). */
#ifndef LEDGER_ALLOWANCEHISTORY_H
#define LEDGER_ALLOWANCEHISTORY_H

#include "ledger/allowance.h"

struct allowance_segments {
    const char **names; /* "" first: all, or those without a class; in the order of the alphabet */
    int count;
    int32_t *of_customer; /* by id, below customer_room; NULL = all are the first; free it */
    int64_t customer_room;
};
enum err allowance_segments_read(struct book *book, const struct allowance_options *options,
                                 struct arena *arena, struct allowance_segments *out);
int segment_of(const struct allowance_segments *segments, int64_t customer_id);
/* Fills loss_ppm and factor_ppm of run->lines, run->inputs and run->missing. */
enum err allowance_rates_find(struct book *book, const struct allowance_options *options,
                              const struct allowance_segments *segments, struct arena *arena,
                              struct allowance *run);

#endif
