/* bycurrency: one total a currency, where the money of a table has several.
 *
 * Rows add up by their currency: that of the column "currency", else of their money. Columns marked
 * COLUMN_TOTAL are summed; beside those of each currency, one more total tells the columns whose
 * money is of one currency in all rows, as the base is. A sum that leaves the range is none.
 * A table of one currency needs none of this: its writer sums it.
 * Memory: embedded, all zero before; bycurrency_done gives back. */
#ifndef BASE_BYCURRENCY_H
#define BASE_BYCURRENCY_H

#include "base/table.h"

struct bycurrency {
    struct arena arena;
    int count;           /* of columns */
    int label, currency; /* the columns where "Total" and the currency stand; -1 = none */
    struct currency base;
    bool *wanted;
    bool money;             /* one of these is money */
    struct currency_sums *list; /* a currency each */
    int of, room;
    int64_t rows;
};
/* `base` comes first. */
void bycurrency_begin(struct bycurrency *totals, const struct table_head *head,
                      struct currency base);
void bycurrency_add(struct bycurrency *totals, const struct row *row); /* data rows alone */
/* The rows of totals; none for less than so many currencies, a single row, or without a sum. */
enum err bycurrency_put(struct bycurrency *totals, int least, struct sink *to);
void bycurrency_done(struct bycurrency *totals);

#endif
