/* r_credit: how much customers may still be given on a day, and which rules stand against them
 * (RULES.md R8).
 *
 * One row a customer, by code. Fails with: LIMIT, what the store says. */
#ifndef REPORT_R_CREDIT_H
#define REPORT_R_CREDIT_H

#include "report/r_aging.h"

/* As of, customer, collector and currency of the options. */
enum err credit_table(struct book *book, const struct aging_options *options, struct sink *sink);

/* One customer's credit as cards show it; "" where there is nothing to say. */
struct credit_words {
    const char *limit;     /* that holds on the day, and until when; "none" */
    const char *insured;
    const char *exposure;  /* against a limit */
    const char *available;
    const char *hold;      /* why orders stop */
    const char *mind;      /* else what is warned of */
};
enum err credit_words(struct book *book, int64_t customer_id, struct date as_of,
                      struct arena *arena, struct credit_words *out);

#endif
