/* r_causes: what went wrong, by source, cause and month, by count and value (RULES.md Part A,
 * process improvement): where to begin so that it happens less often. */
#ifndef REPORT_R_CAUSES_H
#define REPORT_R_CAUSES_H

#include "base/table.h"
#include "ledger/book.h"

enum err causes_table(struct book *book, struct date from, struct date to, struct sink *sink);

#endif
