/* balances: what each customer owes on a day, in each currency, from one pass over the open items.
 *
 * Memory: balances_done gives back. Fails with: what the store says, LIMIT. */
#ifndef APP_BALANCES_H
#define APP_BALANCES_H

#include "app/command.h"

#include <stddef.h>

/* What one customer owes in one currency, from one pass over the open items. */
struct balance_owed {
    char currency[4];
    int32_t oldest_days; /* of the debit that is overdue longest */
    int64_t balance, overdue;
    size_t next; /* the same customer's next currency; 0 = none */
};

struct balances {
    struct date as_of;
    struct balance_owed *cells; /* [0] is not used */
    size_t count, room;
    size_t *first; /* by customer id: place in cells, 0 = owes nothing */
    size_t first_room;
};

/* Of one customer, or of all (0). */
enum err balances_take(struct book *book, struct date as_of, int64_t customer_id,
                       struct balances *out);
/* The place of a customer's first currency in cells, 0 = owes nothing. */
size_t balances_first(const struct balances *balances, int64_t customer_id);
/* The one of a currency; zeroes where nothing is owed. */
struct balance_owed *balances_of(struct balances *balances, int64_t customer_id,
                                 const char *currency);
void balances_done(struct balances *balances);

#endif
