/* disputepage: one case as a page: what is questioned, how it stands, what happened, and the
 * contacts and attachments of its paper. Fails with: MISSING. */
#ifndef REPORT_DISPUTEPAGE_H
#define REPORT_DISPUTEPAGE_H

#include "base/page.h"
#include "ledger/book.h"

enum err disputepage_make(struct book *book, int64_t dispute_id, struct page *page);

#endif
