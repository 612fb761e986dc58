/* erasejudge: whether a customer's data must be kept still.
 *
 * CONFLICT in one sentence, with the law and the first day on which they may go. By the clock: a
 * business date that somebody chose shortens nothing. */
#ifndef LEDGER_ERASEJUDGE_H
#define LEDGER_ERASEJUDGE_H

#include "ledger/local.h"

enum err erase_judge(struct book *book, int64_t customer_id, const char *code, struct arena *arena);

#endif
