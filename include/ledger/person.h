/* person: the people at a customer: whom to ask for, and how to reach them.
 *
 * Master data: what changes leaves a row in `change`. Whoever left stays on file, is not asked for
 * any more, and is active = false. Kept in the table `contact`.
 * Memory: the arena given. Fails with: INPUT (no name), MISSING (nobody of that name), CONFLICT
 * (several of it). */
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
/* By name, whatever its case; one who is still there goes before one who left. */
enum err person_find(struct book *book, const struct customer *customer, const char *name,
                     struct arena *arena, struct person *out);
/* By id; what does not differ is not written. *changed: how many of its fields were. */
enum err person_set(struct tx *tx, const struct person *person, int *changed);
/* Those of an account, and of accounts that became it; `left`: who left, too. */
enum err people_of(struct book *book, int64_t customer_id, bool left, struct arena *arena,
                   struct person **out, int *count);
/* Whom to ask for, and where: the account's own contact, else the first person still there. */
enum err person_of(struct book *book, const struct customer *customer, struct arena *arena,
                   const char **name, const char **phone);

#endif
