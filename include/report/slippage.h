/* slippage: a deposit as the slip that goes to the bank with the money.
 *
 * Bank and day; cash to be counted by denomination, in blank lines; each cheque with number, payer
 * and amount; count and total; who prepared it and room for who verified it; and the head of the
 * journal, so that the slip fits the book it was printed from.
 * Memory: the page's arena. Fails with: MISSING (no deposit), what the store says. */
#ifndef REPORT_SLIPPAGE_H
#define REPORT_SLIPPAGE_H

#include "base/page.h"
#include "ledger/book.h"

enum err slippage_make(struct book *book, int64_t deposit_id, struct page *page);

#endif
