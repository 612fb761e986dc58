/* r_card: a customer's card: who it is, what is open and how old, what is disputed, what was paid
 * in the last twelve months, whom to ask for. The table of the card is the open items. */
#ifndef REPORT_R_CARD_H
#define REPORT_R_CARD_H

#include "base/page.h"
#include "report/r_aging.h"

/* options->customer_id names the customer. */
enum err card_page(struct book *book, const struct aging_options *options, struct page *page);

#endif
