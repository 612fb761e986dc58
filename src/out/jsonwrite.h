/* jsonwrite: tables and pages as JSON (CLI.md).
 *
 *     {"v":1,"title":..,"subtitle":..,"columns":["customer",..],
 *      "rows":[{..},..],"totals":[{..}],"proof":..}
 *     {"v":1,"title":..,"subtitle":..,"blocks":[{"kind":"heading","level":1,"text":..},..]}
 *
 * Rows are objects keyed by the columns' machine names, one a line; group heads and subtotals are
 * left out. `totals` holds the report's own total rows, else the sums of the columns that have
 * one, with their currency where the rows say one. */
#ifndef OUT_JSONWRITE_H
#define OUT_JSONWRITE_H

#include "base/buf.h"
#include "out/sum.h"
#include "out/writers.h"

struct jsonwrite {
    struct out *out;
    bool bare, any;
    int count;
    char **keys; /* as JSON with quotes and colon; NULL = column left out */
    struct sum sum;
    int currency; /* the column of it; -1 = none */
    char in[8];   /* what all rows so far say there; "" = nothing, or several */
    bool any_said;
    struct arena arena;
    struct buf text, totals;
};

void jsonwrite_begin(void *self, struct out *out, const struct writer_options *options);
enum err jsonwrite_head(void *self, const struct table_head *head);
enum err jsonwrite_row(void *self, const struct row *row);
enum err jsonwrite_foot(void *self, const char *proof);
void jsonwrite_end(void *self);
enum err jsonwrite_page(struct out *out, const struct page *page,
                        const struct writer_options *options);

#endif
