/* xlsxwrite: tables and pages as a spreadsheet (.xlsx): typed cells, in constant memory.
 *
 * Amounts are numbers with the decimals of their currency, dates are dates; texts are texts, never
 * formulas. As in CSV only data rows leave. An amount that a spreadsheet would round, and a day
 * before its calendar begins, are texts. A page is one sheet, its blocks one below the other.
 * Fails with: LIMIT (more rows than a sheet has), what struct out fails with. */
#ifndef OUT_XLSXWRITE_H
#define OUT_XLSXWRITE_H

#include "out/writers.h"

struct xlsxbook;

struct xlsxwrite {
    struct xlsxbook *book;
};

void xlsxwrite_begin(void *self, struct out *out, const struct writer_options *options);
enum err xlsxwrite_head(void *self, const struct table_head *head);
enum err xlsxwrite_row(void *self, const struct row *row);
enum err xlsxwrite_foot(void *self, const char *proof);
void xlsxwrite_end(void *self);
enum err xlsxwrite_page(struct out *out, const struct page *page,
                        const struct writer_options *options);

#endif
