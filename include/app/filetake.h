/* filetake: a whole small file, opened with the rights of whoever runs the program.
 *
 * Memory: the arena given. Fails with: MISSING, DENIED, IO (naming the path), LIMIT. */
#ifndef APP_FILETAKE_H
#define APP_FILETAKE_H

#include "base/arena.h"
#include "base/err.h"

/* At most `most` bytes; a zero behind them. "-" is standard input. */
enum err filetake(const char *path, size_t most, struct arena *arena, char **bytes, size_t *len,
                  struct note *note);
/* The same as text: UTF-8, without the marks of other systems' files; INPUT names what is none. */
enum err filetake_text(const char *path, size_t most, struct arena *arena, char **text,
                       struct note *note);
/* Opened for reading, when it is a file: a pipe or a device would not end, or would keep us
 * waiting. */
enum err filetake_open(const char *path, int *fd, struct note *note);

#endif
