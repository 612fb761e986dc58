/* draft: what was typed into a form that was left: kept in the desk until that form is opened
 * again.
 *
 * Memory: the desk's life. */
#ifndef VIEW_DRAFT_H
#define VIEW_DRAFT_H

#include "view/desk.h"

/* Keeps the texts of the form under a name; an earlier one of that name gives way. `which` tells
 * field by field; NULL = all. */
void draft_keep(struct desk *desk, const char *name, const struct form *form, const bool *which);
/* Puts them into the fields of the same names and forgets them; false = there was none. */
bool draft_take(struct desk *desk, const char *name, struct form *form);
void draft_forget(struct desk *desk, const char *name);

#endif
