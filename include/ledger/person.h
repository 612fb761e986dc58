/* person: the people at a customer: whom to ask for, and how to reach them.
 *
 * Master data: a new one leaves a row in `change`. Kept in the table `contact`.
 * Memory: the arena given. Fails with: INPUT (no name). */
#ifndef LEDGER_PERSON_H
#define LEDGER_PERSON_H

#include "base/arena.h"
#include "ledger/customer.h"

struct person {
    int64_t id, customer_id;
    const char *name, *role, *phone, *email;
    bool active;
};
enum err person_add(struct tx *tx, const struct person *person, int64_t *id);
enum err people_of(struct book *book, int64_t customer_id, struct arena *arena,
                   struct person **out, int *count);
/* Whom to ask for, and where: the account's own contact, else the first person still there. */
enum err person_of(struct book *book, const struct customer *customer, struct arena *arena,
                   const char **name, const char **phone);

#endif
