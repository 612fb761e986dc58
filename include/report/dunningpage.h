/* dunningpage: a letter of dunning as a page: what is asked for, with age, disputes and credits, in
 * the customer's language, and a slip with the reference to pay with (R7b).
 *
 * Memory: the page's arena. Fails with: MISSING (no text of the level), what the store says. */
#ifndef REPORT_DUNNINGPAGE_H
#define REPORT_DUNNINGPAGE_H

#include "base/page.h"
#include "ledger/dunletter.h"
#include "ledger/dunplan.h"

/* Number, days, amount and fee of the letter are there; its items are those of the account that
 * were judged to its level. Its language becomes the one in which there is a text. */
enum err dunning_page(struct book *book, const struct dunaccount *account,
                      struct dunletter *letter, struct page *page);

#endif
