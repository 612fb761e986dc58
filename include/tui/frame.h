/* frame: what surrounds every body: two lines above, the message and the keys below. */
#ifndef TUI_FRAME_H
#define TUI_FRAME_H

#include "tui/draw.h"

struct frame_key {
    const char *key;  /* "F10", "p" */
    const char *text; /* "Post"; cut nowhere: what does not fit is left out, last first */
};

struct frame {
    const char *book, *right;  /* line 1: the book; the day and who */
    const char *where, *means; /* line 2: where we are; what the figures mean */
    const char *message;       /* last line but one; a long one takes more lines from the body */
    unsigned message_style;    /* STYLE_NORMAL, STYLE_ERROR, STYLE_GOOD */
    bool message_whole;        /* else it may end behind a clause, where that is one line */
    const struct frame_key *keys;
    int key_count;
    bool sandbox; /* marks line 1 with TEST */
};

/* Draws the frame, says so when the terminal is below 80x24, and returns the body: all lines
 * between the second and the message. */
struct area frame_draw(const struct frame *frame);
/* The same before it is drawn; NULL = with a message of one line. */
struct area frame_body(const struct frame *frame);

#endif
