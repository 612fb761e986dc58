/* chargepage: how late charges come about: each line with the days, the open amount and the rate
 * that it is made of, and the sum that is rounded once.
 * Fails with: what the ledger says; CONFLICT for a document that is no late charge. */
#ifndef REPORT_CHARGEPAGE_H
#define REPORT_CHARGEPAGE_H

#include "base/page.h"
#include "ledger/charge.h"

/* A charge, or a credit memo of a run, as it was posted. */
enum err charge_page(struct book *book, const struct document *document, struct page *page);
/* One item, as it would be charged up to a day. */
enum err charge_explain_page(struct book *book, int64_t customer_id, int64_t item_id,
                             struct date upto, struct page *page);

#endif
