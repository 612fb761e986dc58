/* desk: a clerk's desk in a test: a book file, and command lines run on it as the program runs them.
 *
 * Everything comes out the same each time: the actor, the day and the moment are fixed.
 * Knows: app. Memory: desk_open/desk_close; what a line leaves lives until the next one. */
#ifndef FAULT_DESK_H
#define FAULT_DESK_H

#include "app/command.h"
#include "base/hash.h"

struct desk {
    struct note note; /* words of a failure to open; afterwards session.note has them */
    struct arena arena;
    struct session session;
    struct outcome out;
};

/* Nothing is open yet: for commands that work without a book. */
void desk_init(struct desk *desk, const char *path);
/* A new sandbox book, in EUR. The path must outlive the desk. */
enum err desk_found(struct desk *desk, const char *path);
enum err desk_open(struct desk *desk, const char *path);
void desk_close(struct desk *desk);
/* One command line under an operation id (NULL = none). Whatever it answers is thrown away. */
enum err desk_do(struct desk *desk, const char *op_id, const char *line);
const char *desk_words(const struct desk *desk); /* of the last failure */

/* One hash over every row of every table: the same for two books that say the same, whatever salt
 * their journals have. */
enum err desk_print(struct desk *desk, struct hash *out);
/* How many troubles the proof finds; the first one is in `words`. A failure counts as one. */
int desk_proof(struct desk *desk, char *words, size_t room);
/* One figure, by a question. */
int64_t desk_figure(struct desk *desk, const char *sql);

/* The book as a file: removed with what lies beside it, and copied. */
void desk_remove(const char *path);
void desk_copy(const char *from, const char *to);

#endif
