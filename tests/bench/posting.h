/* posting: one payment with three applications, by operations and by the same statements bare. */
#ifndef BENCH_POSTING_H
#define BENCH_POSTING_H

#include "ledger/book.h"

#include <stddef.h>

/* Both arms turn by turn, each payment a commit of its own through the lane; median seconds. */
void posting_compare(struct book *book, size_t rounds, double *operations, double *bare);

#endif
