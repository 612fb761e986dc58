/* dialog: a sentence to read, a question to answer, and the line that shows long work.
 *
 * A question says what will happen; yes must be typed (y), Enter and Esc are no.
 * Memory: embedded; texts are borrowed. */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H

#include "tui/draw.h"
#include "tui/keycode.h"
#include "tui/reaction.h"

enum dialog_kind { DIALOG_MESSAGE, DIALOG_CONFIRM };

struct dialog {
    enum dialog_kind kind;
    const char *title;
    const char *text; /* paragraphs */
    int top;          /* scrolled, when it is long */
    int lines, body_rows;
    int scrolled; /* of the lines: without the question, when that is kept in sight */
};

struct dialog dialog_message(const char *title, const char *text);
struct dialog dialog_confirm(const char *title, const char *question);
/* ACCEPT for y; CLOSE for n, Enter, Esc (any of them closes a message). */
unsigned dialog_key(struct dialog *dialog, struct key key);
void dialog_draw(struct dialog *dialog, struct area area); /* centred, over what is there */

/* "Importing  12,000 of 80,000  4,100/s  Esc stops" on one line; total 0 = unknown. */
void busy_draw(int y, const char *what, int64_t done, int64_t total, int64_t elapsed_ms);

#endif
