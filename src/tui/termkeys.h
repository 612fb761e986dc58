/* termkeys: what curses calls a key, turned into ours; and sequences that terminfo leaves out. */
#ifndef TUI_TERMKEYS_H
#define TUI_TERMKEYS_H

#include "tui/keycode.h"

/* Codes of curses' kind for what stands around a paste; above those that it gives out itself. */
#define TERMKEYS_PASTE 2001
#define TERMKEYS_PASTE_END 2002

void termkeys_define(void);             /* after curses has started */
struct key termkeys_of(int curses_key); /* KEY_UP and the like */

#endif
