/* savedlist: what is shown is kept under a name, and lists are opened by theirs.
 *
 * Fails with: what ledger/savedview.h and the screen that is opened say; the words are in the
 * session's note. */
#ifndef VIEW_SAVEDLIST_H
#define VIEW_SAVEDLIST_H

#include "view/desk.h"

/* The command line that shows the same, with the filter and the order of rows that were sorted;
 * NULL = there is none. Lies in desk->arena. */
const char *savedlist_line(struct view *view);
bool savedlist_is(struct desk *desk, const char *name);
enum err savedlist_open(struct desk *desk, const char *name);
void savedlist_choose(struct desk *desk);
void savedlist_save(struct desk *desk); /* asks for the name */
void savedlist_schedule(struct desk *desk); /* asks for the time; shows the line for cron */
void savedlist_mail(struct desk *desk);     /* asks for the address; puts it into the outbox */

#endif
