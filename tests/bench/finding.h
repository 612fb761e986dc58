/* finding: what one key costs where anything is looked for, beside a scan of the same bytes. */
#ifndef BENCH_FINDING_H
#define BENCH_FINDING_H

#include "ledger/book.h"

/* A line for each text that is typed, key by key: the median and the worst of its keys. */
void finding_keys(struct book *book);
/* The whole book read through for a text and for an amount, beside a scan of its documents. */
void finding_whole(struct book *book);

#endif
