/* agingparts: what the sources of the aging report share: its state, and one row's figures.
 *
 * Holds: the buckets and the unapplied column of figures add up to their total (R9 5). */
#ifndef REPORT_AGINGPARTS_H
#define REPORT_AGINGPARTS_H

#include "report/openbook.h"
#include "report/r_aging.h"

#define AGING_COLUMNS (BUCKETS_MAX + 20)

struct beyond;
struct aging {
    struct book *book;
    const struct aging_options *options;
    struct sink *sink;
    struct arena arena;
    struct openbook open;
    struct column columns[AGING_COLUMNS];
    char names[BUCKETS_MAX][BUCKET_NAME], titles[BUCKETS_MAX][BUCKET_NAME];
    int count;             /* of columns */
    int first_figure;      /* column of the first bucket */
    struct beyond *beyond; /* options.more: last payments and promises; else NULL */
};

/* One row's figures: what is summed into groups and totals. */
struct figures {
    int64_t buckets[BUCKETS_MAX];
    int64_t unapplied, total, disputed;
    bool overdue;
};
void figures_check(const struct aging *aging, const struct figures *figures);
void figures_cells(const struct aging *aging, const struct figures *figures,
                   const struct currency *currency, struct cell *cells);
char figures_mark(const struct figures *figures);
/* options.more: last payments and promises are read; else only the owner fills its column. */
enum err aging_beyond_read(struct aging *aging);
enum err aging_beyond_cells(struct aging *aging, const struct openline *line, struct cell *cells);
/* One row an item of a line: what is open of it, credits where the options say. */
enum err aging_items(struct aging *aging, const struct openline *line, struct arena *kept);
/* The line that proves the figures, or says why nothing can; NULL = nothing to say. */
enum err aging_proof(struct aging *aging, const char **proof);

#endif
