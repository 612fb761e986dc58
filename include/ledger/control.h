/* control: the control accounts of the general ledger beside the sub-ledger (R9 4 and 13).
 *
 * Everything in base currency, by posted day. */
#ifndef LEDGER_CONTROL_H
#define LEDGER_CONTROL_H

#include "ledger/account.h"

/* What stands on all accounts of one control on a day, in the sign of an asset: what customers owe
 * is positive, their deposits are negative. */
enum err control_balance(struct book *book, enum account_control control, struct date as_of,
                         int64_t *base);
/* Receivable items whose true day is not after D but which were posted later: what the effective
 * basis has more than the control account on D. */
enum err control_late(struct book *book, struct date as_of, int64_t *count, int64_t *base);

#endif
