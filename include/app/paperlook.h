/* paperlook: what a paper would come to while it is being written, from the arguments of its
 * command.
 *
 * Reads in one snapshot, writes nothing, waits for nobody. Knows: args, ledger queries.
 * Memory: the arena given. Fails with: what issuing would say of it; the words are in the note. */
#ifndef APP_PAPERLOOK_H
#define APP_PAPERLOOK_H

#include "app/command.h"
#include "ledger/customer.h"
#include "ledger/invoice.h"

struct paperlook {
    struct paper paper;
    struct customer customer;
    struct paper_totals totals;
};

/* `args` are of `invoice issue`, `debit issue` or `credit issue`; they need not be complete. */
enum err paperlook_make(struct session *session, const struct args *args, struct arena *arena,
                        struct paperlook *out, struct note *note);

#endif
