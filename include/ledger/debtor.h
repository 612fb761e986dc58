/* debtor: what every report needs of a customer, and nothing more, so that a hundred thousand of
 * them pass quickly.
 *
 * Texts live until the next row, or in the arena given. Fails with: MISSING. */
#ifndef LEDGER_DEBTOR_H
#define LEDGER_DEBTOR_H

#include "base/arena.h"
#include "ledger/book.h"

struct debtor {
    int64_t id, parent_id; /* 0 = none */
    const char *code, *name, *collector, *salesperson, *class, *country;
    const char *terms; /* code; "" = the book's default */
};

/* All customers in order of id; parent, collector and salesperson are those of the day. */
enum err debtors_each(struct book *book, struct date day,
                      enum err (*each)(void *self, const struct debtor *debtor), void *self);
enum err debtor_get(struct book *book, int64_t id, struct date day, struct arena *arena,
                    struct debtor *out);

#endif
