/* r_charges: late charges by customer and currency: what was charged and taken back in a period,
 * and what accrued since that nobody charged yet.
 * Fails with: what the store says. */
#ifndef REPORT_R_CHARGES_H
#define REPORT_R_CHARGES_H

#include "base/table.h"
#include "report/r_aging.h"

/* The period is from..aging->as_of by the day of the charges. */
enum err charges_table(struct book *book, const struct aging_options *aging, struct date from,
                       struct sink *sink);

#endif
