/* dayacts: what was posted on a day, by whoever entered it.
 *
 * By the posted day, in the book's currency. Texts live until the next. Fails with: what the store
 * and `each` say. */
#ifndef LEDGER_DAYACTS_H
#define LEDGER_DAYACTS_H

#include "ledger/document.h"

struct dayact {
    const char *actor;
    enum document_kind kind;  /* of the papers; NONE: applications */
    enum document_kind taken; /* what they take back; NONE = nothing. Of applications: themselves */
    bool back;                /* taken back, of either */
    int64_t count;
    int64_t base; /* of an exchange difference, a revaluation, an allowance: by its direction */
};
/* One row a user and kind, papers first. */
enum err dayacts_each(struct book *book, struct date day,
                      enum err (*each)(void *self, const struct dayact *act), void *self);

#endif
