/* papertext: the firm's own templates of papers, one a paper and language; what is not there is
 * written by the template that came with the program.
 *
 * Master data: a change leaves a row in `change`, and the journal marks the rows.
 * Knows: names and texts, not what a template means. Memory: the arena given.
 * Fails with: MISSING, INPUT (a language that is none). */
#ifndef LEDGER_PAPERTEXT_H
#define LEDGER_PAPERTEXT_H

#include "base/arena.h"
#include "ledger/tx.h"

struct papertext {
    int64_t id;
    const char *paper, *language, *text, *actor; /* who set it last */
};
/* The language in which papers go to somebody: `own`, else the firm's (setting `language`). */
enum err papertext_language(struct book *book, const char *own, struct arena *arena,
                            const char **out);
/* NULL = the firm has none of its own. */
enum err papertext_find(struct book *book, const char *paper, const char *language,
                        struct arena *arena, const char **text);
/* One of the paper and language is replaced. */
enum err papertext_set(struct tx *tx, const char *paper, const char *language, const char *text,
                       const char *actor);
enum err papertext_remove(struct tx *tx, const char *paper, const char *language);
/* By paper and language. */
enum err papertext_list(struct book *book, struct arena *arena, struct papertext **out, int *count);

#endif
