/* r_disputes: the cases that were open on a day, with reason, owner and age; the same gathered by
 * reason, owner, root cause or age, with how long cases take until they are closed (R10). */
#ifndef REPORT_R_DISPUTES_H
#define REPORT_R_DISPUTES_H

#include "base/page.h"
#include "report/r_aging.h"

/* As on a card: a row a case. */
enum err disputes_table(struct book *book, const struct aging_options *options, struct sink *sink);

extern const char *const dispute_group_words[]; /* case, reason, owner, cause, age; NULL ends */
enum dispute_group {
    DISPUTES_BY_CASE,
    DISPUTES_BY_REASON,
    DISPUTES_BY_OWNER,
    DISPUTES_BY_CAUSE, /* of those that were closed */
    DISPUTES_BY_AGE
};
/* Open on the day, in the book's currency, as a share of all that is owed to us; and what was
 * closed in so many months up to the day, with the average of days from opening to closing. */
enum err disputes_grouped(struct book *book, const struct aging_options *options,
                          enum dispute_group group, int months, struct sink *sink);
/* The figures, every grouping, then the cases; or the figures and one grouping. */
enum err disputes_page(struct book *book, const struct aging_options *options,
                       enum dispute_group only, int months, struct page *page);

#endif
