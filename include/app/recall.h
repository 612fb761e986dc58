/* recall: a saved list (ledger/savedview.h) as a command and its arguments.
 *
 * What is said beside --view goes before what the list was saved with.
 * Memory: the arena of the args, or the one given. Fails with: MISSING (no such list), USAGE (a
 * list of another command), what the parsing of its line says. */
#ifndef APP_RECALL_H
#define APP_RECALL_H

#include "app/command.h"

/* Fills what --view NAME was saved with into arguments that are not given; nothing without it. */
enum err recall_fill(struct session *session, struct args *args);
/* The command of a line with its arguments; a line that shows nothing, or none, is refused. */
enum err recall_parse(struct session *session, const char *line, struct arena *arena,
                      struct args *out);

#endif
