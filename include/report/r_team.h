/* r_team: what each user did on each day of a period: items, amounts, minutes, corrections, and
 * what of the money taken in waits still.
 *
 * Book's currency. Fails with: what the store says. */
#ifndef REPORT_R_TEAM_H
#define REPORT_R_TEAM_H

#include "base/table.h"
#include "ledger/book.h"

/* user NULL = all. `whole`: one row a user instead of one a day. */
enum err team_table(struct book *book, struct date from, struct date to, const char *user,
                    bool whole, struct sink *sink);

#endif
