/* r_duties: what one person did alone in a period that two should do, and who has roles that do not
 * go together (RULES.md Part A): the report that a firm reads every day that is too small to part
 * its duties. Memory: none of its own. */
#ifndef REPORT_R_DUTIES_H
#define REPORT_R_DUTIES_H

#include "base/table.h"

struct book;

enum err duties_table(struct book *book, struct date from, struct date to, struct sink *sink);

#endif
