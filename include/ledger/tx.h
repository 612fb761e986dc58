/* tx: an open transaction, what every operation is given; it never begins or commits one.
 *
 * Holds: operations compose: several may run in one transaction; a dry run is the same path with a
 * roll-back. Every fact that is written belongs to the current journal entry.
 * Memory: whoever began it ends it (ledger/txopen.h). */
#ifndef LEDGER_TX_H
#define LEDGER_TX_H

#include "ledger/book.h"

struct tx;

struct book *tx_book(struct tx *tx);
struct note *tx_note(struct tx *tx);
/* A bulk load is coming: more cache until the commit. */
void tx_bulk(struct tx *tx);
/* So many new papers are coming, and what is in the book is only looked up by number: where they
 * are many beside the book, the indexes of lists and aging are made after them. */
enum err tx_bulk_papers(struct tx *tx, int64_t papers);

#endif
