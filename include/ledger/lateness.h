/* lateness: what of a customer's past and limit decides how urgent a call is.
 *
 * One question over all customers each, so that a hundred thousand of them pass quickly.
 * Fails with: what the store says. */
#ifndef LEDGER_LATENESS_H
#define LEDGER_LATENESS_H

#include "ledger/book.h"

/* Customers with a debit that was settled by the day, and with money that came after its due day;
 * in order of id. A void, a write-off or money that came back pays nothing late. */
enum err late_before_each(struct book *book, struct date as_of,
                          enum err (*each)(void *self, int64_t customer_id), void *self);
/* Has any customer a limit of any kind? If not, none is exceeded. */
enum err limits_are(struct book *book, bool *out);

#endif
