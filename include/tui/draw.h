/* draw: clipped printing on the current frame.
 *
 * Holds: nothing is drawn outside the screen; every text goes through text_safe; a figure that does
 * not fit is drawn as '#', never clipped. Coordinates count from 0 at the top left of the screen.
 */
#ifndef TUI_DRAW_H
#define TUI_DRAW_H

#include "base/chart.h"
#include "tui/style.h"

#include <stdint.h>

struct area {
    int y, x, rows, columns;
};

/* In exactly `cells` cells: padded, or cut with a mark. */
void draw_text(int y, int x, int cells, unsigned style, const char *text);
void draw_right(int y, int x, int cells, unsigned style, const char *figure);
/* As wide as it is, at most `cells`; returns the cells taken. */
int draw_run(int y, int x, int cells, unsigned style, const char *text);
/* draw_text with every folded occurrence of `needle` in STYLE_MATCH; NULL or "" for none. */
void draw_matched(int y, int x, int cells, unsigned style, const char *text, const char *needle);
/* The same for several needles; "" for none. */
void draw_matched_all(int y, int x, int cells, unsigned style, const char *text,
                      const char *const *needles, int count);
void draw_rule(int y, int x, int cells);
void draw_fill(struct area area, unsigned style); /* blanks */
/* Paragraphs filled into the area from its line `from` on; returns the lines the text has. */
int draw_filled(struct area area, int from, unsigned style, const char *text);
void draw_cursor(int y, int x); /* where the hardware cursor rests after this frame */

/* num / den of `cells` cells in eighth blocks, or '#' for ASCII; negative or too large is clamped.
 */
void draw_bar(int y, int x, int cells, unsigned style, int64_t num, int64_t den);

#endif
