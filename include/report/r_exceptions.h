/* r_exceptions: everything that should not stay as it is, in one list, the oldest of each kind
 * first: money of nobody and money unapplied for long, cheques whose day has come, credits that
 * name nothing, lines of the bank, approvals that wait, what one person did alone, overdue
 * disputes, broken promises.
 *
 * As things stand today. Fails with: what the store says. */
#ifndef REPORT_R_EXCEPTIONS_H
#define REPORT_R_EXCEPTIONS_H

#include "base/table.h"
#include "ledger/book.h"

/* Columns: kind, what, customer, document, since, days, currency, amount, who. */
enum err exceptions_table(struct book *book, struct sink *sink);

#endif
