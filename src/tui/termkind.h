/* termkind: what the terminfo database says about a kind of terminal. */
#ifndef TUI_TERMKIND_H
#define TUI_TERMKIND_H

#include <stdbool.h>

/* Can screens be drawn on it (its cursor be placed)? `known` says whether it was found at all. */
bool termkind_draws(const char *name, bool *known);
/* The bytes that ask the terminal in use to mark what is pasted, or no more; NULL = it cannot. */
const char *termkind_paste(bool on);

#endif
