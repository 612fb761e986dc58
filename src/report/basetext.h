/* basetext: a figure in the book's currency as it stands in the sentences of reports. */
#ifndef REPORT_BASETEXT_H
#define REPORT_BASETEXT_H

#include "base/arena.h"
#include "ledger/book.h"

const char *base_text(struct book *book, struct arena *arena, int64_t minor); /* "1,234.50" */

#endif
