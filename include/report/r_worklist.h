/* r_worklist: whom to call first on a day, with every reason (RULES.md R19).
 *
 * One row a customer and currency, by score, then by what is overdue. Column `points` says every
 * term of the score: "40 a promise was not kept; 25 ...; 65 in all".
 * Names and telephone numbers are read row by row, so whoever wants the first page pays for it.
 * Fails with: MISSING, LIMIT, what the store says. */
#ifndef REPORT_R_WORKLIST_H
#define REPORT_R_WORKLIST_H

#include "report/r_aging.h"

/* Rows that come first, in this order, whatever their score: a list that somebody works on does not
 * move. */
struct worklist_order {
    const int64_t *ids;
    size_t count;
};
/* `order` may be NULL. */
enum err worklist_table(struct book *book, const struct aging_options *options,
                        const struct worklist_order *order, struct sink *sink);

/* The lines of the start page. Amounts in base currency. */
struct worklist_summary {
    int to_call, broken;
    int64_t overdue, broken_amount;
};
enum err worklist_summary(struct book *book, const struct aging_options *options,
                          struct worklist_summary *out);

#endif
