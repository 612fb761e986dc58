/* unseen: a password while it is typed: a star for each character, none of them kept longer than
 * needed.
 *
 * Holds: the bytes lie in the struct alone, never in memory that grows; unseen_forget overwrites
 * them. Nothing can be read back, pasted out or recalled. */
#ifndef TUI_UNSEEN_H
#define TUI_UNSEEN_H

#include "base/secret.h"
#include "tui/keycode.h"

struct unseen {
    struct secret secret;
    size_t len;
};

void unseen_forget(struct unseen *unseen); /* also where it begins */
/* Characters, Backspace, Ctrl-U. enum reaction flags; REACT_NONE for every other key. */
unsigned unseen_key(struct unseen *unseen, struct key key);
void unseen_draw(const struct unseen *unseen, int y, int x, int cells, bool focused);

#endif
