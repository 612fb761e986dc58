/* r_unapplied: money and credits that wait for a decision: open on a day and paid against nothing.
 *
 * The money of which nobody knows whose it is comes first, then by customer, oldest first. */
#ifndef REPORT_R_UNAPPLIED_H
#define REPORT_R_UNAPPLIED_H

#include "report/r_aging.h"

enum err unapplied_table(struct book *book, const struct aging_options *options, struct sink *sink);

#endif
