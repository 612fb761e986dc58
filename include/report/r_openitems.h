/* r_openitems: every item that was open on a day, by customer and due date.
 *
 * Columns as `item list` (CLI.md). Items stream; 32 bytes of each wait for the order. */
#ifndef REPORT_R_OPENITEMS_H
#define REPORT_R_OPENITEMS_H

#include "report/r_aging.h"

enum err openitems_table(struct book *book, const struct aging_options *options, struct sink *sink);

#endif
