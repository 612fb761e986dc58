/* r_statement: what a customer owes, as it is sent: what is open on a day, or all that happened in
 * a period between two balances.
 *
 * Holds: opening balance + movements = closing balance = what is open on the last day, in every
 * currency; where the book says otherwise the report fails with CORRUPT. By posted day.
 * The page has address, aging and a remittance stub with an RF reference (ISO 11649).
 * Branches whose statement goes to the customer on the last day stand on it (RULES.md R15), each
 * under its name and with its sub-total; every item once.
 * Columns as CLI.md: date, document, kind, due, currency, amount, applied, open, balance, customer.
 */
#ifndef REPORT_R_STATEMENT_H
#define REPORT_R_STATEMENT_H

#include "base/page.h"
#include "report/r_aging.h"

enum statement_kind {
    STATEMENT_BY_CUSTOMER, /* as the customer's record says */
    STATEMENT_OPEN_ITEM,
    STATEMENT_ACTIVITY
};

struct statement_options {
    int64_t customer_id;
    enum statement_kind kind;
    struct date from;     /* of an activity statement */
    struct date to;       /* its last day, and the day of an open-item statement */
    const char *currency; /* NULL = all, one after the other */
    const char *language; /* of the page; NULL = the customer's */
    const char *number;   /* of the statement when it is sent; NULL = only looked at */
};

enum err statement_table(struct book *book, const struct statement_options *options,
                         struct sink *sink);
enum err statement_page(struct book *book, const struct statement_options *options,
                        struct page *page);

#endif
