/* confirmationpage: the letter that asks a customer to confirm its balance: what was open on the
 * day, and a slip to tear off that comes back with the answer. Fails with: what the store says. */
#ifndef REPORT_CONFIRMATIONPAGE_H
#define REPORT_CONFIRMATIONPAGE_H

#include "base/page.h"
#include "ledger/confirmation.h"

enum err confirmation_page(struct book *book, const struct confirmation *letter, struct page *page);

#endif
