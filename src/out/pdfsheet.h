/* pdfsheet: the sheets of one document on paper: margins, title, foot with page x of y.
 *
 * A document is walked twice: first only counted (`drawing` false), then drawn, since its last
 * number stands on its first sheet.
 * Holds: nothing is drawn below the foot; what heads a table stands again on its next sheet.
 * Memory: embedded; texts are borrowed for its life. */
#ifndef OUT_PDFSHEET_H
#define OUT_PDFSHEET_H

#include "base/page.h"
#include "out/pdfink.h"

struct pdfsheet {
    struct pdfink *ink;
    double width, height;          /* of the paper */
    const char *title, *subtitle;  /* NULL = none */
    const struct picture *logo;    /* at the right of a letter's first head; NULL = none */
    const struct page_words *words;
    const char *foot;              /* at the left of the foot, NULL = nothing */
    bool begins_letter;            /* the next sheet has the logo, as the first has */
    bool through;                  /* numbered through the file, whose last number nobody knows */
    int before;                    /* then: the sheets of the documents before */
    bool drawing;
    int number, total;             /* of the sheet under way; of all, when drawing */
    double y;                      /* where the next thing is put */
    /* Inside a table: what stands below its rows when the sheet ends, the room for it, and what
     * stands above them on the next. NULL = nothing. */
    void (*ends)(void *self), (*begins)(void *self);
    double ends_room;
    void *self;
};

#define PDFSHEET_MARGIN 42.0 /* 15 mm */

/* Starts a walk; the number of sheets of the walk before becomes the total. */
void pdfsheet_start(struct pdfsheet *sheet, bool drawing);
void pdfsheet_finish(struct pdfsheet *sheet);
/* There is room for this height, on this sheet or on a new one. */
void pdfsheet_room(struct pdfsheet *sheet, double height);
void pdfsheet_break(struct pdfsheet *sheet);
double pdfsheet_across(const struct pdfsheet *sheet); /* the width between the margins */

#endif
