/* lineedit: one line of text that is being typed.
 *
 * Edits by what a person sees as one character (base and combining marks together). A text that was
 * set as a default is `fresh`: the first character typed replaces it, any moving key keeps it.
 * Lines that are pasted become one, with blanks between them.
 * Holds: text is valid UTF-8, at most max bytes; `at` is on a character boundary. */
#ifndef TUI_LINEEDIT_H
#define TUI_LINEEDIT_H

#include "base/buf.h"
#include "tui/keycode.h"

#include <stdbool.h>
#include <stddef.h>

struct lineedit {
    struct buf text;
    size_t at;    /* cursor, in bytes */
    size_t first; /* first byte shown */
    bool fresh;   /* default, untouched */
};

void lineedit_init(struct lineedit *edit, size_t max);
void lineedit_done(struct lineedit *edit);
void lineedit_set(struct lineedit *edit, const char *text); /* cursor at its end, fresh */
const char *lineedit_text(const struct lineedit *edit);
/* Characters, Backspace Del Left Right Home End, Ctrl-A E B F U W K. enum reaction flags;
 * REACT_NONE for a key that is not for editing (Up, Tab, Enter, Esc ...). */
unsigned lineedit_key(struct lineedit *edit, struct key key);

enum lineedit_look { LINEEDIT_LEFT, LINEEDIT_RIGHT /* amounts */, LINEEDIT_SECRET };
/* In `cells` cells, the rest shown as "_"; `focused` puts the hardware cursor, which behind the end
 * of a right-aligned text stands in the gap after the field. */
void lineedit_draw(struct lineedit *edit, int y, int x, int cells, enum lineedit_look look,
                   bool focused);

#endif
