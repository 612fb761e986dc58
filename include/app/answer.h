/* answer: where a table or page goes: standard output or -o FILE, in the session's format.
 *
 *     TRY(answer_open(&answer, session, command));
 *     struct sink *sink = answer_sink(&answer);
 *     e = command_run(session, &args, &arena, sink, answer_page(&answer), &outcome);
 *     e = answer_close(&answer, e, NULL);
 *
 * Holds: nothing leaves before the command is done, so a slow reader never holds the store, and a
 * command that fails leaves nothing behind. Fails with: UNAVAILABLE (format), CREATE, FULL, IO. */
#ifndef APP_ANSWER_H
#define APP_ANSWER_H

#include "app/command.h"
#include "base/page.h"
#include "out/writers.h"

struct answer {
    struct session *session;
    bool table, page, used; /* what the command answers with; anything opened? */
    struct out out;
    struct writing writing;
    struct writer_options options;
    struct sink sink;
    struct page sheet;
};

/* USAGE or UNAVAILABLE when there is no such format. */
enum err answer_format(const char *format, struct note *note);
/* The one that the name of a file says where none is said: text, unless it ends so. */
const char *answer_format_of(const char *path);
enum err answer_open(struct answer *answer, struct session *session, const struct command *command);
/* The same as part of a line of `run --format json`: `before` and `after` stand around it. */
enum err answer_open_part(struct answer *answer, struct session *session,
                          const struct command *command, const char *before);
struct sink *answer_sink(struct answer *answer); /* NULL when the command has no table */
struct page *answer_page(struct answer *answer); /* NULL when it has no page */
/* `code` is what came of the command: the answer leaves when it is OK. `after` NULL = nothing. */
enum err answer_close(struct answer *answer, enum err code, const char *after);

/* A text as a JSON string, with its quotes. */
const char *answer_json(const char *text, struct arena *arena);

#endif
