/* creditapplication: a customer asks for credit: whom we may ask about it, what was looked at, and
 * what was decided by whom (RULES.md R22).
 *
 * Facts: the application, each point of the check list that was looked at, the one decision on it.
 * What is approved becomes the customer's limits in the same entry. An approval needs every point
 * of the setting credit.checklist, or a reason why not.
 * Memory: the arena given. Fails with: MISSING, CONFLICT (decided already, one is open already,
 * points are missing), INPUT. */
#ifndef LEDGER_CREDITAPPLICATION_H
#define LEDGER_CREDITAPPLICATION_H

#include "base/arena.h"
#include "ledger/tx.h"
#include "rules/credit.h"

enum creditapplication_state {
    CREDITAPPLICATION_OPEN,
    CREDITAPPLICATION_APPROVED,
    CREDITAPPLICATION_REFUSED
};

struct creditdecision {
    int64_t application_id;
    struct date day;
    bool approved;
    /* of an approval: what becomes the customer's; CREDIT_UNLIMITED = none */
    int64_t limit, temporary, first;
    struct date temporary_until; /* NONE = none */
    struct date review;          /* when it is looked at again; NONE = never */
    const char *reason;
};
struct creditapplication {
    int64_t id, customer_id;
    struct date day;
    int64_t requested;
    struct currency currency;
    const char *referees, *text;
    /* read only: */
    int64_t entry_id;
    const char *customer, *name, *actor;
    const char *checked, *missing; /* points, a blank between two */
    enum creditapplication_state state;
    struct creditdecision decision; /* day NONE: not yet */
    const char *decided_by;
};
enum err creditapplication_add(struct tx *tx, const struct creditapplication *application,
                               int64_t *id);
/* A point of the check list. */
enum err creditapplication_check(struct tx *tx, int64_t id, const char *point, struct date day,
                                 const char *text);
enum err creditapplication_decide(struct tx *tx, const struct creditdecision *decision);
/* By customer code, then id. customer_id 0 = of all. */
enum err creditapplication_list(struct book *book, int64_t customer_id, struct arena *arena,
                                struct creditapplication **out, int *count);
/* The one that waits for a decision; MISSING when there is none. */
enum err creditapplication_waiting(struct book *book, int64_t customer_id, struct arena *arena,
                                   struct creditapplication *out);

#endif
