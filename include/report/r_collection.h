/* r_collection: whom to call: per collector the customers that are overdue, oldest first, with the
 * person, the phone, the last payment and what is disputed.
 *
 * The page begins a new sheet for every collector; the table has the collector in a column. */
#ifndef REPORT_R_COLLECTION_H
#define REPORT_R_COLLECTION_H

#include "base/page.h"
#include "report/r_aging.h"

enum err collection_table(struct book *book, const struct aging_options *options,
                          struct sink *sink);
enum err collection_page(struct book *book, const struct aging_options *options, struct page *page);

#endif
