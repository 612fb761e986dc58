/* style: names of meaning; what they look like on this terminal is decided in one place.
 *
 * Holds: the terminal's own foreground and background, ANSI colours only, never black or white; no
 * meaning by colour alone, so without colours (NO_COLOR, --color never, vt100) bold, underline and
 * reverse are left and every screen still reads. */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <stdbool.h>

enum style {
    STYLE_NORMAL,
    STYLE_TITLE, /* name of the book, headings */
    STYLE_DIM,   /* rules, hints, what cannot be done now */
    STYLE_HEAD,  /* head line of a table */
    STYLE_TOTAL, /* totals: bold */
    STYLE_BAD,   /* overdue or wrong; always with a mark beside it */
    STYLE_GOOD,
    STYLE_ACCENT,      /* what is chosen or new */
    STYLE_MATCH,       /* the part of a text that a search found */
    STYLE_KEY,         /* a key in the bottom bar */
    STYLE_FIELD,       /* a field that can be typed into */
    STYLE_FIELD_FOCUS, /* the one that has the cursor */
    STYLE_ERROR,       /* the sentence that says what is wrong */
    STYLE_COUNT,
    STYLE_SELECTED = 64 /* added to any of them: the cursor row */
};

/* The curses attributes of a style (with or without STYLE_SELECTED). */
unsigned style_attributes(unsigned style, bool color);
/* Announces the colour pairs; curses must have started its colours. */
void style_pairs(void);

#endif
