/* callours: what is ours to call for, beside what an agency, lawyers or an insolvency administrator
 * collect (ledger/recourse.h); part of callbook. */
#ifndef REPORT_CALLOURS_H
#define REPORT_CALLOURS_H

#include "report/openbook.h"

/* Is it ours, or is all counted that anybody collects (plan.ours)? */
bool callours_item(const struct openbook *open, int64_t customer_id, int64_t item_id);
/* Others collect all that the customer owes on the line; who owes nothing is ours. Items kept. */
bool callours_nothing(const struct openbook *open, const struct openline *line);

#endif
