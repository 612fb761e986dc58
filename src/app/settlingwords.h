/* settlingwords: the clause that says of one application what was paid and let go, of which day,
 * and why. Part of settling.
 *
 * Memory: the act's arena. */
#ifndef APP_SETTLINGWORDS_H
#define APP_SETTLINGWORDS_H

#include "app/settlingplan.h"
#include "ledger/payment.h"

/* "INV-1 instalment 2 98.00 with discount 2.00 (early payment)"; offered: what the terms give that
 * day. `debit` is as it was before. */
const char *settlingwords_applied(struct pot *pot, const struct settlingplan *plan,
                                  const struct item *debit, const struct settled *settled,
                                  int64_t offered);
/* Why discount auto came to nothing; "" when the document never offered any. */
enum err settlingwords_refused(struct act *act, const struct item *debit, int64_t offered,
                               const char **out);

#endif
