/* r_allowance: the allowance for doubtful accounts (RULES.md R20), as it would be or as a run froze
 * it: the matrix with its arithmetic bucket by bucket, what is judged one by one, customers of
 * which little will come, the months that rates come from, and the entry.
 *
 * Book's currency. The foot proves matrix + specific = allowance, less what stands = the entry; or
 * says which bucket has no rate. */
#ifndef REPORT_R_ALLOWANCE_H
#define REPORT_R_ALLOWANCE_H

#include "base/page.h"
#include "ledger/allowance.h"

/* Columns: kind, class, bucket, customer, document, open, credits, tax, base, rate, allowance. */
enum err allowance_table(struct book *book, const struct allowance *run, struct sink *sink);
enum err allowance_page(struct book *book, const struct allowance *run, struct page *page);
/* "to bad debts", "back from bad debts", "nothing to post": of the entry. */
const char *allowance_entry_words(const struct allowance *run);

#endif
