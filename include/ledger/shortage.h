/* shortage: why less of a document is open than was wanted: who took it, when, and with what.
 *
 * Two clerks may be at one paper: the second is told in one sentence what the first one did. Who
 * and when come from the journal entry of the latest application that stands; where there is none,
 * or it belongs to the transaction under way, only what is left is said.
 * Fails with: CONFLICT, always; or what the store says. */
#ifndef LEDGER_SHORTAGE_H
#define LEDGER_SHORTAGE_H

#include "ledger/document.h"

struct shortage {
    int64_t document_id;
    int instalment;    /* 0 = all of them */
    struct money left; /* what is open of them, >= 0 */
    const char *so;    /* "50.00 cannot be applied to it"; NULL = nothing is left at all */
};
/* "INV-7 was paid by anna at 14:02 with P-3: 0.00 is left", and behind it ", so ..." */
enum err shortage_fail(struct book *book, const struct shortage *shortage);
/* The sentence without `so`, for who looks; NULL when nobody took anything. */
enum err shortage_words(struct book *book, const struct shortage *shortage, struct arena *arena,
                        const char **out);

#endif
