/* teamwork: what each user did on each day, from the journal and the facts (RULES.md Part A,
 * team).
 *
 * The day is the clock's, not the posting's. Minutes are those between one entry and the next
 * of the same user, as long as they are not more than a pause: what was done with the eyes on
 * the screen counts, lunch does not. Rows ascend by day, then user. Memory: the arena given.
 * Fails with: what the store says. */
#ifndef LEDGER_TEAMWORK_H
#define LEDGER_TEAMWORK_H

#include "base/arena.h"
#include "ledger/book.h"

#define TEAMWORK_PAUSE 15 /* minutes without an entry that are no work */

struct teamwork {
    const char *user;
    struct date day;
    int64_t acts, minutes;            /* entries of the journal */
    int64_t receipts, receipts_base;  /* money taken in */
    int64_t papers, papers_base;      /* invoices, credit and debit memos */
    int64_t applied;                  /* items that money or credits were applied to */
    int64_t corrections;              /* documents and applications taken back */
    int64_t contacts;                 /* calls and the like */
    int64_t unapplied_base;           /* of those receipts, what waits now */
};
enum err teamwork_read(struct book *book, struct date from, struct date to, struct arena *arena,
                       struct teamwork **out, int *count);

#endif
