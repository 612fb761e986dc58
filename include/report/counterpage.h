/* counterpage: our open items of a customer on a day against the customer's own statement: the
 * table, and the letter that goes with it.
 *
 * By posted day, one currency. Columns: number, date, kind, ours, theirs, difference, status, why.
 * Holds: their total less ours = the sum of the differences (rules/counter.h).
 * Fails with: what the store says, LIMIT. Memory: the arena given. */
#ifndef REPORT_COUNTERPAGE_H
#define REPORT_COUNTERPAGE_H

#include "base/page.h"
#include "ledger/customer.h"
#include "rules/counter.h"

struct counter_options {
    const struct customer *customer;
    struct currency currency;
    struct date as_of;
    const struct counter_theirs *theirs;
    int their_count;
    int left_out; /* lines of theirs in other currencies or of later days */
    struct arena *arena;
};

enum err counter_table(struct book *book, const struct counter_options *options, struct sink *sink);
enum err counter_page(struct book *book, const struct counter_options *options, struct page *page);

#endif
