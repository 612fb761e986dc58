/* r_aging: who owes what, by age, as of any day, as known at any moment (RULES.md R1 and R1b).
 *
 * One row a customer and currency, sorted by code (or one a group and currency; or, in detail, one
 * an item). Holds: in every row and in the total the buckets and the unapplied column add up to the
 * total, asserted. The foot proves the sub-ledger against the control account in base currency
 * where the whole book is shown; deposits and unidentified money stand beside it. What-if rows are
 * said to be that, and nothing is proved of them.
 * Fails with: MISSING, LIMIT, what the store says. */
#ifndef REPORT_R_AGING_H
#define REPORT_R_AGING_H

#include "base/table.h"
#include "ledger/agingscan.h"
#include "rules/aging.h"

enum aging_by {
    AGING_CUSTOMER,
    AGING_COLLECTOR,
    AGING_PARENT, /* the customer at the top; within a family, the branches right below its head */
    AGING_CURRENCY,
    AGING_SALESPERSON,
    AGING_TERMS,
    AGING_CLASS,
    AGING_COUNTRY,
    AGING_STATUS /* who collects it: we, an agency, lawyers, an administrator */
};
/* The words of --by in the order of the enum, NULL ends. */
extern const char *const aging_by_words[];

/* What promises do to the aging of a day to come: nothing, as the books stand; or what-if. */
enum aging_promises { PROMISES_APART, PROMISES_KEPT, PROMISES_NONE };
extern const char *const aging_promises_words[]; /* of --promises: kept, none; NULL ends */

/* Whose items: every one that is not NULL must fit; "" = customers that have none. */
struct aging_part {
    const char *collector, *salesperson, *terms, *class, *country;
    int64_t family; /* this customer and all below it; 0 = all */
};

struct aging_options {
    struct date as_of;
    struct date known_on; /* NONE = all that is known */
    enum aging_basis_date by_date;
    struct bucket_set buckets; /* with the basis: by due date or by invoice date */
    enum aging_credits credits;
    enum aging_by by;
    bool detail;                      /* an item a row */
    bool more;                        /* of customers: last payment and promise too */
    enum aging_promises promises;
    int64_t customer_id;              /* 0 = all */
    const char *currency;             /* NULL = all */
    struct aging_part part;
};
/* As of the book's today, by due date and posted day, 0,30,60,90, credits in their own column. */
void aging_options_init(struct aging_options *options, struct book *book);
/* Columns: customer, name, [document, kind, instalment, issued, due, days_past_due,] currency, one
 * a bucket, unapplied, total, disputed; of customers also owner, and with `more` last_payment (its
 * day) and promise. */
bool aging_is_part(const struct aging_options *options); /* of the book, by whose items */
enum err aging_table(struct book *book, const struct aging_options *options, struct sink *sink);

#endif
