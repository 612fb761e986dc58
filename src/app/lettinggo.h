/* lettinggo: what an application lets go besides the money, as far as whoever posts may (R14).
 *
 * A small write-off or an unearned discount above the limit does not stop the cash: the application
 * is made without it, and the rest of the item waits for an approval, as a command of its own.
 * Memory: the act's arena. Fails with: what app/approving.h says. */
#ifndef APP_LETTINGGO_H
#define APP_LETTINGGO_H

#include "app/command.h"
#include "ledger/item.h"
#include "ledger/payment.h"

/* Takes out of `settle` what has to wait; `offered` is the discount that the terms give. *says: a
 * clause for each, "" when nothing waits. */
enum err lettinggo_ask(struct act *act, const struct item *debit, int64_t offered,
                       struct settle *settle, const char **says);
/* Cash and cheques that come to the bank without being whole: what is missing of these receipts or
 * was kept back of them is let go like a write-off, by this very command. Of cards and transfers
 * the bank itself says how much it kept. *waits: nothing is to be done, and act->says tells. */
enum err lettinggo_missing(struct act *act, const int64_t *receipts, int count, int64_t missing,
                           struct date day, bool *waits);
/* A fee of more than a tenth of a payment is no usual one: so much less is owed, and the bank did
 * not get it. Within the write-off limit it counts as a write-off; DENIED above. */
enum err lettinggo_fee(struct act *act, const struct payment *payment);

#endif
