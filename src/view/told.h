/* told: what a writing command told row by row, as a list over the screen where it was asked for:
 * who got a statement, and why another got none.
 *
 * It was done once, so the rows are kept and never asked for again.
 * Memory: the view holds the rows. */
#ifndef VIEW_TOLD_H
#define VIEW_TOLD_H

#include "view/desk.h"

/* Where there is more to be seen than the sentence says: several rows, or one with a mark. The rows
 * are the screen's then, and `told` is empty. */
void told_show(struct desk *desk, struct table *told);

#endif
