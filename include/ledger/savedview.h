/* savedview: a list by the name under which it is asked for again: the command line that shows it.
 *
 * Kept in the book, so that everybody who works with it has the same lists, and so that they go
 * with its copies; a change leaves a row in `change`. Names are one word and hold no case.
 * Knows: names and lines, not what a line means. Memory: the arena given.
 * Fails with: MISSING, INPUT (a name that is none). */
#ifndef LEDGER_SAVEDVIEW_H
#define LEDGER_SAVEDVIEW_H

#include "base/arena.h"
#include "ledger/tx.h"

struct savedview {
    int64_t id;
    const char *name, *line, *actor; /* who saved it last */
};
/* A view of that name is replaced. */
enum err savedview_set(struct tx *tx, const char *name, const char *line, const char *actor);
enum err savedview_remove(struct tx *tx, const char *name);
/* id 0 = there is none of that name: ERR_OK. */
enum err savedview_find(struct book *book, const char *name, struct arena *arena,
                        struct savedview *out);
/* By name. */
enum err savedview_list(struct book *book, struct arena *arena, struct savedview **out, int *count);

#endif
