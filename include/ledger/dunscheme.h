/* dunscheme: the levels of dunning and what their letters say, as master data (R7b).
 *
 * A scheme is a code; which one holds for a customer says the setting dunning.scheme, "none" =
 * exempt. A change leaves rows in `change`. Amounts in the book's own currency.
 * Memory: the arena given. Fails with: INPUT, MISSING. */
#ifndef LEDGER_DUNSCHEME_H
#define LEDGER_DUNSCHEME_H

#include "base/arena.h"
#include "ledger/tx.h"
#include "rules/dunning.h"

#define DUNSCHEME_STANDARD "STANDARD"
#define DUNSCHEME_EXEMPT "none"

struct dunscheme_level {
    const char *scheme;
    int level;
    struct dunning_step step;
    int pay_days; /* until when its letter asks for the money */
    bool held;    /* its letters wait to be checked */
};
/* Is it a scheme with levels, or the word of who is exempt? INPUT names those that are there. */
enum err dunscheme_judge(struct book *book, const char *scheme);
/* By scheme and level; scheme NULL = all. */
enum err dunscheme_list(struct book *book, const char *scheme, struct arena *arena,
                        struct dunscheme_level **out, int *count);
/* *is false: the scheme has no such level; *out is one that does nothing yet. */
enum err dunscheme_get(struct book *book, const char *scheme, int level, struct arena *arena,
                       struct dunscheme_level *out, bool *is);
/* Makes or changes it; the days of a scheme ascend with its levels. */
enum err dunscheme_set(struct tx *tx, const struct dunscheme_level *level);

struct dunscheme_text {
    const char *scheme;
    int level;
    const char *language; /* "en" */
    const char *title, *opening, *closing;
};
enum err dunscheme_texts(struct book *book, const char *scheme, struct arena *arena,
                         struct dunscheme_text **out, int *count);
/* In the language, else in English; of the scheme, else of the standard one; its language tells
 * which. */
enum err dunscheme_text_for(struct book *book, const char *scheme, int level, const char *language,
                            struct arena *arena, struct dunscheme_text *out);
enum err dunscheme_text_set(struct tx *tx, const struct dunscheme_text *text);

#endif
