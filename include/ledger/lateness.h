/* lateness: what of a customer's past and limit decides how urgent a call is.
 *
 * Late is a debit that was settled, and with money that came after its due day. A void, a write-off
 * or money that came back pays nothing late. Fails with: what the store says. */
#ifndef LEDGER_LATENESS_H
#define LEDGER_LATENESS_H

#include "ledger/book.h"

/* Was the customer, or one merged into it, late with something by the day? What came open again
 * since is not asked. */
enum err late_before(struct book *book, int64_t customer_id, struct date as_of, bool *out);
/* Customers that were late by the day with what came open again since, in order of id. */
enum err late_undone_each(struct book *book, struct date as_of,
                          enum err (*each)(void *self, int64_t customer_id), void *self);
/* Has any customer a limit of any kind? If not, none is exceeded. */
enum err limits_are(struct book *book, bool *out);

#endif
