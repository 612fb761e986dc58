/* r_disputes: the cases that were open on a day, with reason, owner and age (R10). */
#ifndef REPORT_R_DISPUTES_H
#define REPORT_R_DISPUTES_H

#include "report/r_aging.h"

enum err disputes_table(struct book *book, const struct aging_options *options, struct sink *sink);

#endif
