/* proof: every invariant of a whole book (RULES.md R9): what must be true at any moment.
 *
 * Used by `book verify`, by the tests and after imports. Each trouble is one sentence that names
 * the document and the figures; *found counts them. Also the proof line of screens: sub-ledger =
 * control. */
#ifndef LEDGER_PROOF_H
#define LEDGER_PROOF_H

#include "ledger/journal.h"

typedef void proof_say(void *self, const char *sentence);
enum err proof_book(struct book *book, const struct hash *anchor, proof_say *say, void *self,
                    int *found);
/* R9 4 for the receivable control account on a day: both in base currency. */
struct proof_line {
    int64_t subledger, control;
    int64_t entries; /* in the journal */
};
enum err proof_control(struct book *book, struct date as_of, struct proof_line *out);

/* What customers say that they owed (ledger/assertion.h) and our books do not: the book may be
 * whole and they may be wrong, so that no copy is refused for it. */
enum err proof_asserted(struct book *book, proof_say *say, void *self, int *found);

#endif
