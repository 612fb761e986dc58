/* r_baddebt: tax on debts that are not paid (RULES.md Part A): what of it may be asked back and
 * until when, what was asked back, and what went back to the office when something was recovered.
 *
 * What is unpaid, open or written off, counts from the day after so many months past the later of
 * supply and due date, as long as the window is open; what was asked back is always told. At the
 * foot that is held against the tax accounts. A list only: it posts nothing. Fails with: LIMIT,
 * what the store says. */
#ifndef REPORT_R_BADDEBT_H
#define REPORT_R_BADDEBT_H

#include "base/table.h"
#include "ledger/book.h"

struct baddebt_options {
    struct date as_of;
    int months; /* 0 = by the book's setting */
    int64_t customer_id;  /* 0 = all */
    const char *currency; /* NULL = all */
};
enum err baddebt_table(struct book *book, const struct baddebt_options *options, struct sink *sink);

#endif
