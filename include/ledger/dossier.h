/* dossier: all that the book holds about one customer, part by part and field by field, as it is
 * given to somebody who asks for it.
 *
 * Digests and salts are left out: they say nothing. Accounts that were merged into it belong to it.
 * Knows: every table with a customer, a paper or a case of a customer. Memory: until the next row.
 * Fails with: what `each` says. */
#ifndef LEDGER_DOSSIER_H
#define LEDGER_DOSSIER_H

#include "ledger/book.h"

struct dossier_field {
    const char *part; /* "document" */
    int64_t number;   /* of the row in its part, as the book counts */
    const char *name, *value;
};
enum err dossier_each(struct book *book, int64_t customer_id,
                      enum err (*each)(void *self, const struct dossier_field *field), void *self);
/* The parts in order, NULL ends: for whoever checks that none is left out. */
extern const char *const dossier_parts[];
/* Which rows `t` of a part are of customer $1; NULL for what is no part. */
const char *dossier_where(const char *part);

#endif
