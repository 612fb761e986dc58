/* remitter: the account that a receipt's money came from, where bank or cheque told it.
 *
 * A fact, written with the receipt. Kept as it was given, without blanks around it.
 * Memory: the arena given. */
#ifndef LEDGER_REMITTER_H
#define LEDGER_REMITTER_H

#include "base/arena.h"
#include "ledger/tx.h"

enum err remitter_note(struct tx *tx, int64_t receipt_id, const char *account);
/* "" when it is not known. */
enum err remitter_of(struct book *book, int64_t receipt_id, struct arena *arena, const char **out);

#endif
