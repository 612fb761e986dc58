/* letterhead: days and figures as they stand in our own pages.
 *
 * Memory: the page's arena, or the one given. */
#ifndef REPORT_LETTERHEAD_H
#define REPORT_LETTERHEAD_H

#include "base/page.h"

const char *letter_day(struct arena *arena, struct date day); /* "2026-11-22", "" when none */
/* "1,234.50 EUR" */
const char *letter_money(struct arena *arena, struct money money);

#endif
