/* undo: the exact reversal of the last act, said and run when confirmed.
 *
 * First the view on top may take something back itself that is not posted yet: by its own word
 * `take back`, which answers REACT_NONE when there is nothing. Then the last act of this clerk is
 * looked up in the journal, and what reversals.h says of its command is proposed. */
#ifndef VIEW_UNDO_H
#define VIEW_UNDO_H

#include "view/desk.h"
#include "view/reversals.h"

void undo_run(struct desk *desk);
/* The same for one entry of the journal; was it taken back? */
bool undo_entry(struct desk *desk, int64_t entry_id);
/* What takes a command back, or why nothing does; NULL when the table does not know it. */
const struct reversal *reversal_of(const struct command *command);

#endif
