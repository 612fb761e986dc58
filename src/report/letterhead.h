/* letterhead: how a letter to a customer begins, and its figures with thousands marks.
 *
 * Memory: the page's arena, or the one given. */
#ifndef REPORT_LETTERHEAD_H
#define REPORT_LETTERHEAD_H

#include "base/page.h"
#include "ledger/customer.h"

struct letterhead {
    const char *title;                       /* "statement" */
    const char *days;                        /* as the subtitle says them */
    const char *number_label, *number;       /* NULL = it has none */
    struct date day;
};
/* Address and person are those of the letter's day. */
enum err letterhead_write(struct book *book, const struct customer *customer,
                          const struct letterhead *head, struct page *page);
const char *letter_day(struct arena *arena, struct date day); /* "2026-11-22", "" when none */
/* "1,234.50 EUR" */
const char *letter_money(struct arena *arena, struct money money);

#endif
