/* clerk: a clerk in a test: a book file, and command lines run on it as the program runs them.
 *
 * Everything comes out the same each time: the actor, the day and the moment are fixed.
 * Knows: app. Memory: clerk_open/clerk_close; what a line leaves lives until the next one. */
#ifndef FAULT_CLERK_H
#define FAULT_CLERK_H

#include "app/command.h"
#include "base/hash.h"

struct clerk {
    struct note note; /* words of a failure to open; afterwards session.note has them */
    struct arena arena;
    struct session session;
    struct outcome out;
};

/* Nothing is open yet: for commands that work without a book. */
void clerk_init(struct clerk *clerk, const char *path);
/* A new sandbox book, in EUR. The path must outlive the clerk. */
enum err clerk_found(struct clerk *clerk, const char *path);
enum err clerk_open(struct clerk *clerk, const char *path);
void clerk_close(struct clerk *clerk);
/* One command line under an operation id (NULL = none). Whatever it answers is thrown away. */
enum err clerk_do(struct clerk *clerk, const char *op_id, const char *line);
const char *clerk_words(const struct clerk *clerk); /* of the last failure */

/* One hash over every row of every table: the same for two books that say the same, whatever salt
 * their journals have. */
enum err clerk_print(struct clerk *clerk, struct hash *out);
/* How many troubles the proof finds; the first one is in `words`. A failure counts as one. */
int clerk_proof(struct clerk *clerk, char *words, size_t room);
/* One figure, by a question. */
int64_t clerk_figure(struct clerk *clerk, const char *sql);

/* A folder for this run, in memory where the system has such a place: tries end by the hundred. */
void clerk_folder(char *out, size_t room, const char *name);
/* The book as a file: removed with what lies beside it, and copied. */
void clerk_remove(const char *path);
void clerk_copy(const char *from, const char *to);

#endif
