/* approving: a command that lets something go asks whether whoever runs it may, and waits for an
 * approval when it is more than that (RULES.md R14).
 *
 * For a command whose whole work is the concession, in `run`, before anything is written:
 *
 *     struct approving wish = {.concession = {.kind = GRANT_WRITEOFF,
 *                                             .customer_id = paper.customer_id,
 *                                             .item_id = item.id,
 *                                             .document_id = paper.id,
 *                                             .amount = amount,
 *                                             .day = day,
 *                                             .reason = args_get(act->args, "reason")}};
 *     TRY(approving_ask(act, &wish));
 *     if (wish.waits)
 *         return ERR_OK;          (act->ref and act->says tell that it waits)
 *     ... do it ...
 *
 * Nothing else is needed: when another user approves, the command runs again with the same
 * arguments, as that user, and approving_ask lets it pass or fails with words. What it would do is
 * judged anew then, by the command itself.
 * For a part of a command (the cash is posted, the write-off of its rest waits): `command` is the
 * line that does the part alone; act->ref and act->says stay the caller's then, wish.says is the
 * clause to put behind what is said.
 * What one person must not do alone (ledger/duty.h) waits in the same way.
 * In a book without users nothing ever waits. A kind of concession is a row of GRANTS in
 * ledger/user.h: it brings the limit of users and the setting `limit.KIND` with it.
 * Memory: the act's arena. Fails with: DENIED (an approver whose own limit does not suffice). */
#ifndef APP_APPROVING_H
#define APP_APPROVING_H

#include "app/command.h"
#include "ledger/approval.h"

struct approving {
    struct concession concession;
    const char *command; /* what is held, as a command line; NULL: this very command */
    /* It waits for somebody else however little it is, as a bad debt does; not in a firm that is
     * too small to part its duties (setting duties.report). */
    bool another;
    /* filled: */
    bool waits;       /* it is an approval now, and is not to be done */
    int64_t id;       /* of it */
    const char *says; /* "write-off of 12.00 EUR on INV-1001 waits for approval A-3: ..." */
};
enum err approving_ask(struct act *act, struct approving *wish);
/* The instalment of a paper that is set off first, for what waits to be shown at it; 0 = none. */
enum err approving_item(struct act *act, int64_t document_id, int64_t *out);
/* A held command as arguments, ready for command_inner. */
enum err approving_args(struct act *act, const char *line, struct args *out);

#endif
