/* reaction: what a widget says about a key, a set of flags; the loop does the work.
 *
 * A key handler changes its model and answers with these; it never draws, reads or writes anything.
 * REACT_NONE means that the key is not the widget's, so the next one may have it. */
#ifndef TUI_REACTION_H
#define TUI_REACTION_H

enum reaction {
    REACT_NONE = 0,      /* not my key */
    REACT_USED = 1,      /* understood; nothing else to do */
    REACT_REDRAW = 2,    /* the picture is old */
    REACT_RELOAD = 4,    /* the data behind it must be loaded again */
    REACT_CLOSE = 8,     /* leave without doing it: Esc */
    REACT_QUIT = 16,     /* leave the program */
    REACT_BEEP = 32,     /* refused: the words are in the widget */
    REACT_ACCEPT = 64,   /* do it: form accepted, question answered yes, choice made */
    REACT_OPEN = 128,    /* Enter on a row: go deeper */
    REACT_CHANGED = 256, /* text, marks or the choice changed */
    REACT_LEFT = 512,    /* a field was left with a new value: time to keep the draft */
    REACT_PICK = 1024,   /* a pick list is wanted for the focused field */
    REACT_SORT = 2048,   /* sort by the column and direction that the listbox now has */
};

#endif
