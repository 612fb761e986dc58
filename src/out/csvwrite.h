/* csvwrite: tables as CSV: RFC 4180, UTF-8, a header row, one row a record.
 *
 * Lines end in LF, not in the CRLF of the RFC's letter: the output is piped into awk, sort and cut,
 * which would take a CR for data, and every spreadsheet reads LF.
 * Only data rows leave: group heads, subtotals and totals would be counted twice by the reader.
 * Flags are 1 and 0. Text that a spreadsheet would run as a formula is given a leading ' (TRUST.md
 * F31), unless it is a plain number. A page leaves as its tables, a blank line between. */
#ifndef OUT_CSVWRITE_H
#define OUT_CSVWRITE_H

#include "base/buf.h"
#include "out/writers.h"

struct csvwrite {
    struct out *out;
    bool raw;
    int count;
    bool *left_out; /* one a column */
    struct arena arena;
    struct buf scratch;
};

void csvwrite_begin(void *self, struct out *out, const struct writer_options *options);
enum err csvwrite_head(void *self, const struct table_head *head);
enum err csvwrite_row(void *self, const struct row *row);
enum err csvwrite_foot(void *self, const char *proof);
void csvwrite_end(void *self);
enum err csvwrite_page(struct out *out, const struct page *page,
                       const struct writer_options *options);

#endif
