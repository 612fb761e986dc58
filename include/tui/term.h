/* term: the terminal, real or headless: start and stop, keys in, one screen of cells out.
 *
 * Holds: at most one at a time (curses allows no more), hence no handle; the terminal is restored
 * on every way out, must() included; typed-ahead keys are never thrown away; a lost terminal is
 * told once as KEYCODE_LEAVE and never spun on; nothing is drawn between frames.
 * Headless: the same curses, writing to nowhere, keys from term_push only, never waits.
 * Knows: curses, signals. Fails with: UNAVAILABLE (no terminal), IO. */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include "base/buf.h"
#include "base/err.h"
#include "tui/keycode.h"

#include <stdbool.h>

#define TERM_ROWS_MIN 24
#define TERM_COLUMNS_MIN 80

struct term_options {
    bool headless;
    int rows, columns; /* headless only */
    bool color;        /* false: --color never; NO_COLOR is heeded in any case */
    bool ascii;        /* no character beyond ASCII, whatever the locale says */
};

/* Picks the locale, the terminal (TERM, else xterm-256color, xterm, vt100) and takes the screen. A
 * fallback is told in `notice`, with code ERR_OK: show it on the message line. */
enum err term_start(const struct term_options *options, struct note *notice);
void term_stop(void); /* idempotent; also called by must() */
bool term_is_on(void);

int term_rows(void);
int term_columns(void);
bool term_is_small(void);                /* below 80x24: all works, the frame says so */
bool term_is_utf8(void);                 /* false: '#' for blocks, '>' for the pointer */
void term_resize(int rows, int columns); /* headless; gives KEYCODE_RESIZE next */

/* The next key: at most `wait_ms` (-1 = for ever, 0 = only what is there). */
struct key term_key(int wait_ms);
void term_push(struct key key); /* behind what waits already */
bool term_key_waits(void);      /* more typed already? then drawing may be put off */
/* During long work: has Esc or Ctrl-C been typed, or must we leave? Other keys stay in order. */
bool term_interrupted(void);
bool term_is_gone(void); /* hung up or told to end */

void term_frame(void);   /* an empty picture to draw on */
void term_show(void);    /* sends the differences */
void term_redraw(void);  /* Ctrl-L: sends everything with the next term_show */
void term_beep(void);    /* errors only */
void term_suspend(void); /* Ctrl-Z; returns when continued. SIGTSTP waits for the next term_key */
void term_lend(void);    /* gives the terminal to an editor or pager */
void term_take(void);    /* takes it back */

/* The picture as it stands: lines of UTF-8, trailing blanks trimmed, every line ended by \n. */
void term_dump(struct buf *out);
/* The same shape with a letter per cell: '.' plain, 'b' bold, 'u' underlined, 'r' reverse, 'B' bold
 * and reverse, 'U' underlined and reverse, 'd' dim. Trailing '.' are trimmed. */
void term_dump_styles(struct buf *out);
void term_cursor(int *y, int *x);

/* For draw.c alone: safe text that fits the screen; the hardware cursor. */
void term_put(int y, int x, unsigned style, const char *text);
void term_put_cursor(int y, int x);

#endif
