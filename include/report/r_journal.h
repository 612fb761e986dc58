/* r_journal: the entries that were recorded in a period, in order, with what each one did. */
#ifndef REPORT_R_JOURNAL_H
#define REPORT_R_JOURNAL_H

#include "base/table.h"
#include "ledger/book.h"

enum err journal_table(struct book *book, struct date from, struct date to, struct sink *sink);

#endif
