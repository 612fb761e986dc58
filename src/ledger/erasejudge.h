/* erasejudge: whether a customer's data must be kept still.
 *
 * CONFLICT in one sentence, with the law and the first day on which they may go. By the clock: a
 * business date that somebody chose shortens nothing. */
#ifndef LEDGER_ERASEJUDGE_H
#define LEDGER_ERASEJUDGE_H

#include "ledger/erasure.h"
#include "ledger/local.h"

enum err erase_judge(struct book *book, int64_t customer_id, const char *code, struct arena *arena);
/* CONFLICT while a mail waits whose words or whose report are in the plan. */
enum err erase_judge_mails(struct book *book, const struct erasures *plan, const char *code);

#endif
