/* r_baddebt: tax on debts that are not paid (RULES.md Part A): what of it may be asked back, until
 * when, and what of that was paid since and goes back to the office.
 *
 * An item counts from the day after so many months past the later of supply and due date, as long
 * as the window is open. A list only: it posts nothing. Fails with: LIMIT, what the store says. */
#ifndef REPORT_R_BADDEBT_H
#define REPORT_R_BADDEBT_H

#include "base/table.h"
#include "ledger/book.h"

#define BADDEBT_MONTHS 6
#define BADDEBT_WINDOW 54 /* months after the same day to claim in: 4 years and a half */

struct baddebt_options {
    struct date as_of;
    int months;
    int64_t customer_id;  /* 0 = all */
    const char *currency; /* NULL = all */
};
enum err baddebt_table(struct book *book, const struct baddebt_options *options, struct sink *sink);

#endif
