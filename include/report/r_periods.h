/* r_periods: the months with their state, the close report of one, and the totals that it froze.
 *
 * Figures are in the book's currency but for the totals, which are in their own beside it. Memory:
 * the page's arena. Fails with: what the store says. */
#ifndef REPORT_R_PERIODS_H
#define REPORT_R_PERIODS_H

#include "base/page.h"
#include "ledger/period.h"

/* The newest month first, from today's down to the first in which something was posted. */
enum err periods_table(struct book *book, struct sink *sink);
/* The close report; of a month that is not closed, what a close would find. */
enum err period_page(struct book *book, int month, struct page *page);
/* One row a control account, customer, currency and bucket: frozen when the month is closed. */
enum err period_table(struct book *book, int month, struct sink *sink);

#endif
