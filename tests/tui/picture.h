/* picture: a headless terminal for tests of the toolkit, and its picture as text. */
#ifndef TESTS_TUI_PICTURE_H
#define TESTS_TUI_PICTURE_H

#include "tui/keycode.h"

void picture_start(int rows, int columns);
void picture_stop(void);
/* The whole picture, line by line; lines after the last expected one must be empty. */
void picture_is(const char *expected);
void picture_cursor_is(int y, int x);
void picture_has(const char *text); /* somewhere on it */

/* The keys of a script, one after the other; what the last one made the widget say. */
unsigned keys_typed(const char *script, unsigned (*type)(void *widget, struct key key),
                    void *widget);

#endif
