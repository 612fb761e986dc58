/* pdftable: one table on sheets of paper: columns by content, heads on every sheet, sums carried
 * over from sheet to sheet.
 *
 * The rows are walked several times (measured, counted, drawn), so they come from a source that can
 * begin again: a table in memory or a spool. Long texts are broken into lines, figures never cut.
 * Memory: embedded; pdftable_done gives back. */
#ifndef OUT_PDFTABLE_H
#define OUT_PDFTABLE_H

#include "base/buf.h"
#include "base/page.h"
#include "out/pdfsheet.h"
#include "out/sum.h"

/* Rows, again and again. The row lives until the next one. */
struct pdfrows {
    enum err (*rewind)(void *self);
    enum err (*next)(void *self, struct row *row, bool *there);
    void *self;
};

struct pdftable {
    struct pdfink *ink;
    const struct table_head *head;
    const char *proof;
    struct pdfrows rows;
    struct notation notation;
    const struct page_words *words; /* what its sums are called */
    struct pdfsheet *sheet;        /* while it is put */
    struct ink_style plain, bold;  /* of one size, so small that the columns find room */
    double gap, marks;             /* between columns; room for marks, 0 = there are none */
    double *width;                 /* of each column; < 0 = left out */
    struct sum sum;                /* of the rows so far */
    int64_t data_rows;
    enum row_kind last_kind;
    struct buf scratch;
    struct arena arena, row_arena;
};

/* Measures it for a width. The head and the rows must outlive it. */
enum err pdftable_init(struct pdftable *table, struct pdfink *ink, const struct table_head *head,
                       const struct pdfrows *rows, const struct notation *notation, double across);
/* One walk over all rows onto the sheet; `titled`: its own title first. */
enum err pdftable_put(struct pdftable *table, struct pdfsheet *sheet, bool titled);
void pdftable_done(struct pdftable *table);

/* The rows of a table in memory. */
struct pdfrows_kept {
    const struct table *table;
    size_t at;
};
struct pdfrows pdfrows_of(struct pdfrows_kept *kept, const struct table *table);

#endif
