/* views: the table of all screens. */
#ifndef VIEW_VIEWS_H
#define VIEW_VIEWS_H

#include "view/desk.h"

extern const struct view_class *const views_all[]; /* NULL ends it */
const struct view_class *view_class_find(const char *name);

#endif
