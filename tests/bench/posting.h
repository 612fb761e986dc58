/* posting: one payment with three applications, by operations and by the same statements bare. */
#ifndef BENCH_POSTING_H
#define BENCH_POSTING_H

#include "ledger/book.h"

#include <stddef.h>

#define TARGETS 3

/* Three open items of one customer, and the command line that pays so much of each. */
struct target {
    int64_t customer, items[TARGETS], open[TARGETS], pays[TARGETS];
    char line[240];
};

/* At most so many of the book; how many there are. Each payment pays one of `parts` equal parts. */
size_t targets_find(struct book *book, int parts, struct target *out, size_t room);
int64_t target_amount(const struct target *target);

/* Both arms turn by turn, each payment a commit of its own through the lane; median seconds. */
void posting_compare(struct book *book, const char *path, size_t rounds, double *operations,
                     double *bare);

#endif
