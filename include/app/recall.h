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
/* The same of a line that is saved, or is to be: others open it with their own rights, so it names
 * no file and nothing else outside of the book. */
enum err recall_saved(struct session *session, const char *line, struct arena *arena,
                      struct args *out);
/* The same by what it is called: "report aging --detail" is a line, "aging --detail" means that
 * report, "old-debts --collector anna" a saved list, whose own arguments are filled in and whose
 * name comes back (NULL = it is none). */
enum err recall_called(struct session *session, const char *text, struct arena *arena,
                       struct args *out, const char **saved);
/* What act->args's line answers, into act's sink or page, as whoever runs it may see it. */
enum err recall_run(struct act *act, struct args *args);
/* All that recall_run would find wrong before it has a row; nothing is shown. */
enum err recall_check(struct act *act, struct args *args);

#endif
