/* documentlist: documents and items as lists show them: with what is open, and a word of status.
 *
 * Rows are handed out one by one in constant memory; text lives until the next row. As of a day D
 * counts what is posted on or before D; without one, everything. Fails with: what the store says,
 * and what `each` returns. */
#ifndef LEDGER_DOCUMENTLIST_H
#define LEDGER_DOCUMENTLIST_H

#include "ledger/item.h"

/* The open credits of a document, with those of the transfers that moved its money on (identified,
 * other customer, other currency), in order of id. */
enum err document_money(struct book *book, int64_t document_id, struct arena *arena,
                        struct item **out, int *count);

#endif
