/* r_dayend: the end of a day on one sheet: what moved the receivables, tied to the general ledger;
 * the money by method, deposits, papers, applications, what was let go or adjusted and by whom,
 * what waits for an approval, what one person did alone, and the head of the journal, by which
 * whoever keeps the sheet can tell later that nothing before it was changed (TRUST.md 5.5).
 *
 * By posted day, in the book's currency but for money and deposits. Holds: opening and movements
 * come to the closing, and that to the control account, or the row is marked.
 * Fails with: what the store says. */
#ifndef REPORT_R_DAYEND_H
#define REPORT_R_DAYEND_H

#include "base/page.h"
#include "ledger/book.h"

enum err dayend_table(struct book *book, struct date day, struct sink *sink);
enum err dayend_page(struct book *book, struct date day, struct page *page);

#endif
