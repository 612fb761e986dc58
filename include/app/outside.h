/* outside: another program, run without a shell: an editor, an opener of files.
 *
 * `line` is split as a shell splits it, and nothing in it is expanded; `path` is its last word.
 * Fails with: UNAVAILABLE (no such program, or it ended badly), naming it. */
#ifndef APP_OUTSIDE_H
#define APP_OUTSIDE_H

#include "base/err.h"

#include <stdbool.h>
#include <sys/types.h>

/* What a program that is started has in the place of our own input, output and errors. */
enum { OUTSIDE_OURS = -1, OUTSIDE_NONE = -2 };
/* Starts the program of these words, the last one NULL: with the user's own rights only, without
 * any file of ours but these (a descriptor, or one of the above), with signals as a shell would
 * give them. The system's number of the failure, 0 when it runs. */
int outside_start(char *const *words, const int files[3], pid_t *child);
/* Runs it and waits for its end; `quiet`: it gets no terminal. */
enum err outside_run(const char *line, const char *path, bool quiet, struct note *note);

#endif
