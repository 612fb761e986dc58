/* chooser: choose one of a list by typing: the palette, pick lists, the filterable help.
 *
 * Ranks by base/rank.h, code before text; ties stay in the order given. Only what was typed
 * elsewhere is forgiven a slip, which is said, where nothing fits. What cannot be chosen now is dim
 * and says why.
 * Memory: embedded; the choices are borrowed until the next chooser_fill. */
#ifndef TUI_CHOOSER_H
#define TUI_CHOOSER_H

#include "base/arena.h"
#include "tui/draw.h"
#include "tui/lineedit.h"
#include "tui/reaction.h"

struct choice {
    const char *code;    /* "ACME", "payment receive", a key; may be NULL */
    const char *text;    /* "Acme Holdings Ltd" */
    const char *hint;    /* at the right: a balance, a key; may be NULL */
    const char *why_not; /* NULL = possible; else the sentence why not now */
    int64_t id;          /* the caller's */
};

/* A choice as it is searched. */
struct choice_folded {
    const char *code, *text; /* NULL as the choice's */
};

struct chooser {
    const char *title;
    bool outside;  /* the owner finds and orders: refill after REACT_CHANGED */
    bool forgives; /* where nothing fits, what does but for one slip in a word */
    bool slipped;  /* and these are such */
    const struct choice *choices;
    size_t count;
    struct arena folds;           /* what was folded, until the next chooser_fill */
    struct choice_folded *folded; /* NULL: the owner finds */
    struct choice_folded *near;   /* the same for slips; NULL = not needed yet */
    size_t *order; /* those that match, best first */
    size_t matches;
    size_t at, top;
    int body_rows;
    const char *message; /* why the last key was refused */
    struct lineedit edit;
    struct arena scratch;
};

void chooser_init(struct chooser *chooser, const char *title);
void chooser_done(struct chooser *chooser);
void chooser_fill(struct chooser *chooser, const struct choice *choices, size_t count);
/* What was typed elsewhere and fits nothing, to be mended here: slips are forgiven from now on. */
void chooser_mend(struct chooser *chooser, const char *typed);
const struct choice *chooser_choice(const struct chooser *chooser); /* highlighted; NULL = none */
/* Enter accepts (beeps with the reason where it is not possible), Esc closes, the rest types. */
unsigned chooser_key(struct chooser *chooser, struct key key);
void chooser_draw(struct chooser *chooser, struct area area); /* over what is there */

#endif
