/* r_deposits: the deposits of a period, and the receipts that wait for one.
 *
 * What waits ends with its proof: on each account the receipts that wait come to the balance of the
 * general ledger. Fails with: what the store says. */
#ifndef REPORT_R_DEPOSITS_H
#define REPORT_R_DEPOSITS_H

#include "base/table.h"
#include "ledger/deposit.h"

struct deposits_options {
    struct date from, to;
    const char *currency; /* NULL = all */
};
enum err deposits_table(struct book *book, const struct deposits_options *options,
                        struct sink *sink);

struct pending_options {
    struct date as_of;
    unsigned methods;     /* of deposit_pending */
    const char *currency; /* NULL = all */
};
enum err pending_table(struct book *book, const struct pending_options *options,
                       struct sink *sink);

#endif
