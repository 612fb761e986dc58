/* noting: a note on the customer under the cursor, written in the user's own editor.
 *
 * $VISUAL, else $EDITOR; where neither is set the form of `contact log` opens instead. */
#ifndef VIEW_NOTING_H
#define VIEW_NOTING_H

#include "view/desk.h"

void noting_run(struct desk *desk);

#endif
