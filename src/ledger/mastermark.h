/* mastermark: rows of master data as the journal's entries left them (R17b).
 *
 * Facts are hashed row by row; master data changes, and so do batches. So each entry writes, for
 * every such row that it made, changed or took away, a fact with a hash over that row's columns.
 * Whoever changes a row past the program leaves it different from its last mark.
 * Holds: columns that are empty, zero or NULL do not count, so that a later version may add some.
 * A table that gets its marks in a later version is taken as it is by the first entry after that,
 * once: what was changed past the program before that entry is not told from what was there.
 * Knows: tx. Fails with: what the store says. */
#ifndef LEDGER_MASTERMARK_H
#define LEDGER_MASTERMARK_H

#include "ledger/local.h"
#include "ledger/trouble.h"

/* At an entry's beginning: what was touched before was touched past the program, and no mark of
 * ours shall make it right. But for a book without marks: it is taken as it is. */
enum err mastermark_begin(struct tx *tx);
/* At an entry's end, before its hash is made. */
enum err mastermark_write(struct tx *tx);
/* Every row is what its last mark says, and every marked row is there. */
enum err mastermark_verify(struct book *book, struct trouble *trouble);
/* The tables of master data, NULL behind the last; for tests. */
const char *mastermark_table(int n);

#endif
