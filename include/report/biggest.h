/* biggest: of a long table the rows with most money in them, and the others as one line a currency,
 * so that a reader sees what matters and the sums stay what they were.
 *
 * "Most" by the column that tells what a row is about (change, total, balance ..), in the book's
 * currency at the rate of the day, whatever its sign. A table that is not longer, is not about
 * customers, has groups or no money, stays as it is. Memory: the table's own.
 * Fails with: LIMIT (a sum), what the store says. */
#ifndef REPORT_BIGGEST_H
#define REPORT_BIGGEST_H

#include "base/table.h"
#include "ledger/book.h"

enum err biggest_keep(struct book *book, struct date day, size_t most,
                      const struct notation *notation, struct table *table);

#endif
