/* callorder: the lines of a callbook, the most urgent first, one after the other; part of callbook.
 *
 * Who was late before is asked of the customers whose turn comes, not of all: a line counts as late
 * for the first time until it is asked, and goes back to its place if that was not so. Whether a
 * line waits is sure from the start. */
#ifndef REPORT_CALLORDER_H
#define REPORT_CALLORDER_H

#include "report/callbook.h"

/* Gives each line, whose other facts are there, its score. */
enum err callorder_score(struct callbook *calls);
/* The next line with its score, NULL behind the last. The lines stay where they are, and none may
 * come or go once the first was asked for. */
enum err callorder_next(struct callbook *calls, struct callline **out);

#endif
