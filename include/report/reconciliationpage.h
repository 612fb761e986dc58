/* reconciliationpage: how an account at the bank and the books stand to each other, with both
 * proofs and both lists by age.
 *
 * Memory: the page's. Fails with: what the store says. */
#ifndef REPORT_RECONCILIATIONPAGE_H
#define REPORT_RECONCILIATIONPAGE_H

#include "base/page.h"
#include "ledger/reconciliation.h"

enum err reconciliation_page(struct book *book, const struct reconciliation *r, struct page *page);

#endif
