/* findrow: what a search found, as a row of a table: the same for `find` and the screen.
 *
 * Memory: texts lie in the arena given. Fails with: what the store says. */
#ifndef APP_FINDROW_H
#define APP_FINDROW_H

#include "base/table.h"
#include "ledger/finding.h"

#define FINDROW_COLUMNS 12
extern const struct column findrow_columns[FINDROW_COLUMNS];

/* No two rows of one search have the same. */
int64_t findrow_id(const struct found *found);
enum err findrow_make(struct book *book, const struct found *found, const struct sought *sought,
                      struct arena *arena, struct row *out, struct found_row *read);

#endif
