/* termkeys: what curses calls a key, turned into ours; and sequences that terminfo leaves out. */
#ifndef TUI_TERMKEYS_H
#define TUI_TERMKEYS_H

#include "tui/keycode.h"

void termkeys_define(void);             /* after curses has started */
struct key termkeys_of(int curses_key); /* KEY_UP and the like */

#endif
