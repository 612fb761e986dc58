/* paperpage: a paper (invoice, credit memo, debit memo) and a receipt as pages: what the customer
 * gets, and below it what was applied since.
 *
 * Memory: the page's arena. Fails with: what the store says. */
#ifndef REPORT_PAPERPAGE_H
#define REPORT_PAPERPAGE_H

#include "base/page.h"
#include "ledger/document.h"

/* What the customer gets, and nothing of ours. `language` NULL: the customer's. */
enum err paperpage_sheet(struct book *book, const struct document *paper, const char *language,
                         struct page *page);
enum err paperpage_make(struct book *book, const struct document *paper, const char *language,
                        struct page *page);
enum err paperpage_receipt(struct book *book, const struct document *payment, const char *language,
                           struct page *page);

#endif
