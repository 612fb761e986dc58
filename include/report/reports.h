/* reports: the table of all reports: what each is called, and its table and page.
 *
 * One row a report; a report that has a page shows it as text and on paper, and gives the table to
 * csv, json and lists. A report takes the options that concern it and leaves the others alone.
 * Memory: options borrow their texts. */
#ifndef REPORT_REPORTS_H
#define REPORT_REPORTS_H

#include "base/page.h"
#include "report/r_aging.h"

enum statement_kind {
    STATEMENT_BY_CUSTOMER, /* as the customer's record says */
    STATEMENT_OPEN_ITEM,
    STATEMENT_ACTIVITY
};

struct report_options {
    struct aging_options
        aging;            /* as of, known on, customer, collector, currency: of every report */
    struct date from, to; /* of a period; to = NONE is aging.as_of */
    enum statement_kind statement;
};
/* As aging_options_init; the period is the month of the book's today, up to today. */
void report_options_init(struct report_options *options, struct book *book);

typedef enum err report_table(struct book *book, const struct report_options *options,
                              struct sink *sink);
typedef enum err report_page(struct book *book, const struct report_options *options,
                             struct page *page);

/*    name, word, title, summary */
#define REPORT_LIST(X) X(aging, "aging", "Aging", "who owes what, by age, as of any day")

struct report {
    const char *name, *title, *summary;
    report_table *table;
    report_page *page; /* NULL = a table only */
};
extern const struct report reports_all[];           /* name NULL ends */
const struct report *report_find(const char *name); /* NULL = none */

#endif
