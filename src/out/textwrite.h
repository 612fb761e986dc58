/* textwrite: tables and pages as aligned text, for the terminal and the printer.
 *
 * The first TEXTWRITE_ROWS rows are kept to size the columns (table_layout), then rows stream in
 * constant memory. A longer figure or code that comes later pushes its line, never clips; only text
 * is cut. The foot sums COLUMN_TOTAL columns of one currency unless the report gave a total row.
 * With a page length: title, page number and column heads on every sheet, a form feed between. */
#ifndef OUT_TEXTWRITE_H
#define OUT_TEXTWRITE_H

#include "out/sheet.h"
#include "out/sum.h"
#include "out/writers.h"

#define TEXTWRITE_ROWS 1000

struct textwrite {
    struct writer_options options;
    struct out *out;
    struct sheet sheet;
    struct sum sum;
    struct table_head head; /* an own copy */
    struct column_place *places;
    struct table_content content; /* of the kept rows */
    const char **texts;     /* of the row being printed */
    struct arena arena;     /* the head and the kept rows */
    struct arena row_arena; /* one row's texts */
    struct kept_row *kept;
    int kept_count;
    bool laid_out, marks; /* marks: a column of its own in front */
    enum row_kind last_kind;
    int64_t data_rows;
    struct buf line, scratch;
};

void textwrite_begin(void *self, struct out *out, const struct writer_options *options);
enum err textwrite_head(void *self, const struct table_head *head);
enum err textwrite_row(void *self, const struct row *row);
enum err textwrite_foot(void *self, const char *proof);
void textwrite_end(void *self);
enum err textwrite_page(struct out *out, const struct page *page,
                        const struct writer_options *options);

#endif
