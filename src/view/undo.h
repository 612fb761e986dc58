/* undo: the exact reversal of the last act, proposed as a command line and run when confirmed. */
#ifndef VIEW_UNDO_H
#define VIEW_UNDO_H

#include "view/desk.h"

void undo_run(struct desk *desk);

#endif
