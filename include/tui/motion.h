/* motion: the moves that every list and pager understands, and their names for the table of keys.
 *
 * A key is bound to a motion by name ("move down") or, where no table says otherwise, by
 * motion_of_key: the defaults of lists. */
#ifndef TUI_MOTION_H
#define TUI_MOTION_H

#include "tui/keycode.h"

enum motion {
    MOTION_NONE,
    MOTION_UP,
    MOTION_DOWN,
    MOTION_PAGE_UP,
    MOTION_PAGE_DOWN,
    MOTION_FIRST,
    MOTION_LAST,
    MOTION_COLUMN_LEFT,
    MOTION_COLUMN_RIGHT, /* choose the column that s, f and g mean */
    MOTION_SORT,         /* by the chosen column; again: the other direction */
    MOTION_MARK,         /* mark the row and go down */
    MOTION_NEXT,
    MOTION_PREVIOUS, /* match of the search */
    MOTION_OPEN,
    MOTION_CLOSE,
    MOTION_COUNT
};

enum motion motion_find(const char *name);   /* MOTION_NONE when there is no such */
const char *motion_help(enum motion motion); /* "previous row" */
enum motion motion_of_key(struct key key);

#endif
