/* duty: what one person must not do alone, because together it hides a theft (RULES.md Part A and
 * R14, TRUST.md 2).
 *
 * Whoever takes a customer's money does not write off what that customer owes, above a small
 * difference (R5); whoever opened a customer's account does not pay money back to it; whoever takes
 * money does not approve the reconciliation with the bank; whoever closed a month does not open it
 * again; roles that do not go together (rules/role.h). In a book with users such an act is refused
 * or waits for another person, unless the setting duties.report says that the firm is too small for
 * that: then, as in a book without users, it is only reported, each time.
 * Memory: texts live until the next row. */
#ifndef LEDGER_DUTY_H
#define LEDGER_DUTY_H

#include "ledger/user.h"

/* Why this user must not grant this of that customer now; NULL = may. */
enum err duty_of_grant(struct book *book, const char *name, enum grant_kind kind,
                       int64_t customer_id, int64_t base, const char **words);
/* Why this user must not approve a reconciliation up to that day; NULL = may. */
enum err duty_of_reconciling(struct book *book, const char *name, struct date day,
                             const char **words);
/* Why this user must not open a month again that `closer` closed; NULL = may. */
enum err duty_of_reopening(struct book *book, const char *name, const char *closer,
                           const char **words);

/* What was done all the same between two days, by posted day. */
struct duty_case {
    struct date day; /* NONE: as it is now */
    const char *user, *customer, *document, *words;
    int64_t base; /* in the book's currency; 0 = none */
};
enum err duty_each(struct book *book, struct date from, struct date to,
                   enum err (*each)(void *self, const struct duty_case *one), void *self);

#endif
