/* pager: lines to read: help, documents, previews, letters.
 *
 * Fed by page_lines through pager_line, or with plain text. Memory: embedded; the lines are
 * copied. */
#ifndef TUI_PAGER_H
#define TUI_PAGER_H

#include "base/page.h"
#include "tui/draw.h"
#include "tui/motion.h"
#include "tui/reaction.h"

struct pager_row {
    const char *text;
    enum line_style style;
    char mark;
};

struct pager {
    struct arena arena;
    struct pager_row *rows;
    size_t count, room;
    size_t top;    /* first line shown */
    size_t hit;    /* line of the last match; count = none */
    int left;      /* cells scrolled to the right */
    int widest;    /* cells of the longest line */
    int body_rows; /* at the last draw */
    int body_columns;
    char needle[128]; /* folded */
    const char *message;
};

void pager_init(struct pager *pager);
void pager_done(struct pager *pager);
void pager_reset(struct pager *pager);                    /* no lines; place and search are kept */
enum err pager_line(void *self, const struct line *line); /* for page_lines */
void pager_text(struct pager *pager, const char *text);   /* lines parted by \n */
unsigned pager_go(struct pager *pager, enum motion motion);
unsigned pager_key(struct pager *pager, struct key key); /* motions, g G, Left Right scroll */
unsigned pager_search(struct pager *pager, const char *text);
void pager_draw(struct pager *pager, struct area area);
void pager_place(const struct pager *pager, struct buf *out); /* "1-20 of 64" */

#endif
