/* call: the words of one command line to its arguments, and one command run with its answer. */
#ifndef CLI_CALL_H
#define CLI_CALL_H

#include "cli/cli.h"

/* Arguments from the words behind the command; `@FILE` given for rows is read. */
enum err call_args(struct cli *cli, const struct command *command, int count, char **words,
                   struct arena *arena, struct args *args);
/* Runs it; the answer leaves on standard output or to -o, with `before` and `after` around it when
 * it is part of a longer line (NULL = it stands alone). The book is opened when it is needed. */
enum err call_run(struct cli *cli, struct args *args, struct arena *arena, const char *before,
                  const char *after, struct outcome *out);
/* Does the command answer with a table or page? */
bool call_answers(const struct command *command);

#endif
