/* editing: a text in the user's own editor: in a file of its own that only its owner can read, and
 * taken back.
 *
 * $VISUAL, else $EDITOR. Fails with: IO, UNAVAILABLE (no editor, or it ended badly). */
#ifndef VIEW_EDITING_H
#define VIEW_EDITING_H

#include "view/desk.h"

#define EDITING_PATH 4096

/* NULL = none is set. */
const char *editing_program(void);
/* A file with the text, called after `what`; to be unlinked when it was read. */
enum err editing_file(struct desk *desk, const char *what, const char *text,
                      char path[EDITING_PATH]);
/* The editor has the terminal until it ends. */
enum err editing_open(struct desk *desk, const char *path);
/* The template that the screen shows, changed and set (`template set`). */
void editing_template(struct desk *desk);

#endif
