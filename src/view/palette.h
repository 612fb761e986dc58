/* palette: what can be done, to be found by typing and run by Enter: the help of a screen (its
 * keys) and the palette (screens and commands). Both are made from the tables. */
#ifndef VIEW_PALETTE_H
#define VIEW_PALETTE_H

#include "view/desk.h"

void help_run(struct desk *desk);
void palette_run(struct desk *desk);

#endif
