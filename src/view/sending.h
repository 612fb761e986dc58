/* sending: what is shown leaves: to a file (`x`) or, after a look at the sheets, to lp (`P`). */
#ifndef VIEW_SENDING_H
#define VIEW_SENDING_H

#include "view/desk.h"

void export_run(struct desk *desk);
void print_run(struct desk *desk);

#endif
