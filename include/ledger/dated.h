/* dated: what of a customer counts from a day on: who follows it up and who sells, whom it stands
 * under, where its papers go and to whom.
 *
 * Facts: a row says from which day; the last row of a day wins, the last day up to the one asked
 * for. A customer without rows of a field is since ever as its record says; the first row written
 * comes with one that holds what was so before. The record itself holds what counts today.
 * Addresses and names of people are hashed with a salt, so that they may be erased (RULES.md 17b).
 * Memory: the arena given, or until the next row. Fails with: INPUT. */
#ifndef LEDGER_DATED_H
#define LEDGER_DATED_H

#include "base/arena.h"
#include "ledger/tx.h"

enum dated_field {
    DATED_NONE,
    DATED_COLLECTOR,
    DATED_SALESPERSON,
    DATED_PARENT,    /* the id of the customer above, "" = none */
    DATED_ADDRESS,   /* as it stands on papers */
    DATED_CONTACT,   /* the person to whom papers go */
    DATED_STATEMENT, /* the id of the customer above whose statement it is on, "" = its own */
    DATED_FIELDS
};
extern const char *const dated_field_words[]; /* by field, "" first */

/* What counts from `from` on; NONE = today, but what was empty is filled in since ever. *today is
 * what counts on the book's today, in the arena. */
enum err dated_set(struct tx *tx, int64_t customer_id, enum dated_field field, struct date from,
                   const char *before, const char *after, struct arena *arena,
                   const char **today);
/* What counted on a day; *out stays as it is where there is no row: the record says it. */
enum err dated_on(struct book *book, int64_t customer_id, enum dated_field field, struct date day,
                  struct arena *arena, const char **out);

/* Was or is `ancestor` above the customer, or the customer itself, on any day from `from` on? */
enum err dated_circle(struct book *book, int64_t customer_id, int64_t ancestor, struct date from,
                      bool *out);

struct dated {
    int64_t customer_id, entry_id;
    enum dated_field field;
    struct date from; /* NONE = since ever */
    const char *value;
};
/* What counts on the day of customers that have rows, by customer, then field; the fields are bits
 * 1 << field. */
enum err dated_each(struct book *book, struct date day, unsigned fields,
                    enum err (*each)(void *self, const struct dated *dated), void *self);
/* Every row of a customer, by field, then day. */
enum err dated_history(struct book *book, int64_t customer_id,
                       enum err (*each)(void *self, const struct dated *dated), void *self);

#endif
