/* pdfwrite: tables and pages as PDF: A4 or letter, fonts embedded, page x of y, bookmarks.
 *
 * A table with more columns than an upright sheet takes is printed across. Its rows wait in an
 * unlinked file until the last one is known; sums are carried from sheet to sheet.
 * Several pages can follow each other in one file, each with numbers of its own (pdf_add): bulk
 * statements and letters, in constant memory.
 * Fails with: what struct out fails with; FULL, IO of the spool. */
#ifndef OUT_PDFWRITE_H
#define OUT_PDFWRITE_H

#include "base/buf.h"
#include "out/pdf.h"
#include "out/writers.h"

struct pdfwrite {
    struct out *out;
    struct writer_options options;
    struct table_head head;  /* copies */
    int spool;               /* rows as bytes; -1 = not open yet */
    int64_t length, place;   /* of the spool; of the next read */
    struct buf block;        /* rows on their way in or out */
    size_t at;               /* in the block, while reading */
    struct arena arena, row_arena;
    struct cell *cells;      /* of the row that was read */
};

void pdfwrite_begin(void *self, struct out *out, const struct writer_options *options);
enum err pdfwrite_head(void *self, const struct table_head *head);
enum err pdfwrite_row(void *self, const struct row *row);
enum err pdfwrite_foot(void *self, const char *proof);
void pdfwrite_end(void *self);
enum err pdfwrite_page(struct out *out, const struct page *page,
                       const struct writer_options *options);

#endif
