/* batchlook: a batch with its lines, as page and tables, and what its tape and its difference say.
 *
 * Memory: the arena given. Fails with: what the store says. */
#ifndef REPORT_BATCHLOOK_H
#define REPORT_BATCHLOOK_H

#include "base/page.h"
#include "base/table.h"
#include "ledger/batch.h"

struct batchlook {
    struct batch batch;
    struct batch_line *lines;
    int count;
    bool *taped;         /* of each line; NULL = there is no tape */
    const char *missing; /* on the tape and not entered: "100.00, 250.00"; "" = nothing */
    const char *swap;    /* where two figures may be swapped, as a sentence; NULL = nowhere */
};
enum err batchlook_make(struct book *book, int64_t batch_id, const struct notation *notation,
                        struct arena *arena, struct batchlook *out);
/* "14 of 32 entered, 12345.67 of 30110.00 USD, to go 17764.33" */
const char *batchlook_progress(const struct batch *batch, const struct notation *notation,
                               struct arena *arena);
enum err batchlook_page(struct book *book, int64_t batch_id, struct page *page);
enum err batchlook_table(struct book *book, int64_t batch_id, struct sink *sink);
/* All batches, or those that are open. */
enum err batchlook_list(struct book *book, bool only_open, struct sink *sink);

#endif
