#include "report/reports.h"

#include <string.h>

static enum err aging_report(struct book *book, const struct report_options *options,
                             struct sink *sink)
{
    return aging_table(book, &options->aging, sink);
}

/* The page of each, NULL where a table says it all. */
#define aging_report_page NULL

const struct report reports_all[] = {
#define X(name, word, title, summary) {word, title, summary, name##_report, name##_report_page},
    REPORT_LIST(X)
#undef X
        {0},
};

const struct report *report_find(const char *name)
{
    for (const struct report *report = reports_all; report->name; report++)
        if (strcmp(report->name, name) == 0)
            return report;
    return NULL;
}

void report_options_init(struct report_options *options, struct book *book)
{
    *options = (struct report_options){.to = DATE_NONE};
    aging_options_init(&options->aging, book);
    options->from = date_month_first(date_month(options->aging.as_of));
}
