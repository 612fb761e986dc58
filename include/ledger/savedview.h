/* savedview: a list by the name under which it is asked for again: the command line that shows it.
 *
 * Kept in the book, so that everybody who works with it has the same lists, and so that they go
 * with its copies; a change leaves a row in `change`. A list may be one person's own: nobody else
 * sees it, and it goes before one of everybody's that has the same name. Names are one word, and
 * their case says nothing.
 * Knows: names and lines, not what a line means. Memory: the arena given.
 * Fails with: MISSING, INPUT (a name that is none), DENIED (one of everybody's that somebody else
 * saved: a manager or an admin may). */
#ifndef LEDGER_SAVEDVIEW_H
#define LEDGER_SAVEDVIEW_H

#include "base/arena.h"
#include "ledger/tx.h"

struct savedview {
    int64_t id;
    const char *name, *line, *actor; /* who saved it last */
    bool own;                        /* of whoever asked; else everybody's */
};
/* A view of that name is replaced. `own`: for the actor alone. */
enum err savedview_set(struct tx *tx, const char *name, const char *line, const char *actor,
                       bool own);
/* The actor's own one of that name, else everybody's. */
enum err savedview_remove(struct tx *tx, const char *name, const char *actor);
/* id 0 = there is none of that name for this actor: ERR_OK. */
enum err savedview_find(struct book *book, const char *name, const char *actor,
                        struct arena *arena, struct savedview *out);
/* Everybody's and the actor's own, by name. */
enum err savedview_list(struct book *book, const char *actor, struct arena *arena,
                        struct savedview **out, int *count);

#endif
