/* glbatch: the postings that go to the general ledger outside, in numbered batches.
 *
 * Holds: a document is in one batch at most; a batch is the same whenever it is read again, and its
 * hash, which is a fact, proves that. Lines come by posted day, then document.
 * Memory: texts of a line live until the next one. Fails with: MISSING, CORRUPT. */
#ifndef LEDGER_GLBATCH_H
#define LEDGER_GLBATCH_H

#include "base/hash.h"
#include "ledger/document.h"

struct glbatch {
    int64_t id, entry_id, through_entry, documents, postings, debits;
    struct date from, to;
    const char *hash; /* hex */
};
struct glline {
    int64_t document_id;
    enum document_kind kind;
    const char *number, *customer, *reference; /* customer: its code when the batch was made */
    struct date posted;
    struct currency currency;
    struct account account;
    int64_t amount, base; /* debit positive */
    bool first; /* of its document */
};

/* A batch of what was posted from..to and is in none yet. Where there is nothing new *out is the
 * last batch of just these days, and *made false; MISSING when there is none. */
enum err glbatch_make(struct tx *tx, struct date from, struct date to, struct arena *arena,
                      struct glbatch *out, bool *made);
enum err glbatch_get(struct book *book, int64_t id, struct arena *arena, struct glbatch *out);
enum err glbatch_list(struct book *book, struct arena *arena, struct glbatch **out, int *count);
enum err glbatch_lines(struct book *book, const struct glbatch *batch,
                       enum err (*each)(void *self, const struct glline *line), void *self);
/* CORRUPT when its lines are not those that went out. */
enum err glbatch_verify(struct book *book, const struct glbatch *batch);

#endif
