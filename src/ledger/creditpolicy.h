/* creditpolicy: what the settings say about credit: of a customer, or of all of them in few steps.
 *
 * Most customers have no settings of their own, and those of a class have one policy: it is read
 * once. Memory: the arena given. Fails with: what the store says. */
#ifndef LEDGER_CREDITPOLICY_H
#define LEDGER_CREDITPOLICY_H

#include "ledger/creditbook.h"

struct creditpolicies {
    struct book *book;
    struct arena *arena;
    struct creditpolicy *usual;
    struct owned *owned; /* classes and customers with something of their own, by name */
    int owned_count, owned_room;
};
enum err creditpolicies_read(struct creditpolicies *policies, struct book *book,
                             struct arena *arena);
enum err creditpolicy_of(struct creditpolicies *policies, int64_t customer_id, const char *code,
                         const char *class, const struct creditpolicy **out);
void creditpolicies_done(struct creditpolicies *policies);

#endif
