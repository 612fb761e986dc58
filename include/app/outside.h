/* outside: another program, run without a shell: an editor, an opener of files.
 *
 * `line` is split as a shell splits it, and nothing in it is expanded; `path` is its last word.
 * Fails with: UNAVAILABLE (no such program, or it ended badly), naming it. */
#ifndef APP_OUTSIDE_H
#define APP_OUTSIDE_H

#include "base/err.h"

#include <stdbool.h>

/* Runs it and waits for its end; `quiet`: it gets no terminal. */
enum err outside_run(const char *line, const char *path, bool quiet, struct note *note);

#endif
