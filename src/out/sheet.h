/* sheet: lines on paper: a head with title and page number, a form feed between two sheets.
 *
 * With length 0 there is one endless sheet: the title once, then lines as they come.
 * Holds: no sheet has more than `length` lines; no sheet is left with a head alone at the end.
 * Memory: embedded; texts are borrowed for its life. */
#ifndef OUT_SHEET_H
#define OUT_SHEET_H

#include "base/buf.h"
#include "out/out.h"

struct sheet {
    struct out *out;
    int width, length;
    const char *title, *subtitle;
    const char *numbered; /* how its number is said: "page #" */
    int number, used; /* of the sheet under way; lines on it */
    struct buf line;
    /* Repeats what heads the columns when a sheet begins in a table; NULL = nothing. */
    void (*heads)(void *self);
    void *self;
};

void sheet_init(struct sheet *sheet, struct out *out, int width, int length, const char *title,
                const char *subtitle);
void sheet_done(struct sheet *sheet);
void sheet_line(struct sheet *sheet, const char *text); /* trailing blanks are dropped */
void sheet_break(struct sheet *sheet); /* the next line begins a sheet; endless: one blank line */
int sheet_left(const struct sheet *sheet); /* lines until the sheet is full; endless: many */

#endif
