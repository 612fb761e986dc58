/* aging: how old an open amount is, and in which column it stands (RULES.md R1b and D).
 *
 * Holds: the buckets of a set are a partition of all integers: every number of days is in
 * exactly one.
 * Upper bounds are inclusive: exactly 30 days past due is 1-30. Due on the as-of date itself is
 * not overdue: current, which is a column of its own. By invoice date there is no current
 * column, and the first one begins with 0 (0-30).
 * Months: the bucket is the difference of calendar months; what is not yet due stays current.
 * Memory: values. Fails with: ERR_INPUT naming what would be right. */
#ifndef RULES_AGING_H
#define RULES_AGING_H

#include "base/date.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum aging_basis { AGING_BY_DUE, AGING_BY_INVOICE };
/* Where unapplied money and open credits stand; the total is the same in all three. */
enum aging_credits {
    CREDITS_OWN,    /* a column of their own */
    CREDITS_BUCKET, /* negative in the bucket of their own date */
    CREDITS_OLDEST  /* off the oldest debits of the customer and currency; the rest, own column */
};

const char *aging_basis_name(enum aging_basis basis); /* "due" "invoice" */

#define BUCKET_BOUNDS 13 /* 12 and the 0 that by due date is always there */
#define BUCKETS_MAX (BUCKET_BOUNDS + 2)
#define BUCKET_SET_TEXT 160 /* "0,30,60,90" */
#define BUCKET_NAME 32
#define BUCKETS_DEFAULT "0,30,60,90"

struct bucket_set {
    enum aging_basis basis;
    bool months;               /* bounds are months, not days */
    int count;                 /* of bounds; see bucket_count */
    int bounds[BUCKET_BOUNDS]; /* ascending, inclusive; in days by due date the first is 0 */
};

/* "0,30,60,90" (the leading 0 may be left out), "months", "months 1,2,3,6". At most 12 bounds. */
enum err bucket_set_parse(const char *text, enum aging_basis basis, struct bucket_set *out,
                          struct note *note);
const char *bucket_set_text(const struct bucket_set *set, char out[BUCKET_SET_TEXT]);
int bucket_count(const struct bucket_set *set);
/* Machine name of a column: "current" "1-30" ... "over-90"; by invoice "0-30" ...; of months
 * "current" "this-month" "1-month" "2-months" "4-6-months" "over-3-months". A title is for people:
 * "Over 90". */
const char *bucket_name(const struct bucket_set *set, int bucket, char out[BUCKET_NAME]);
const char *bucket_title(const struct bucket_set *set, int bucket, char out[BUCKET_NAME]);

int aging_days(struct date as_of, struct date due); /* > 0 = past due */
/* The bucket of a number of days, for sets of days: 0 = the youngest (current), last = over. */
int bucket_of(const struct bucket_set *set, int days);
/* The bucket of an item, for every kind of set; a missing due date counts as the document's. */
int bucket_of_item(const struct bucket_set *set, struct date as_of, struct date doc_date,
                   struct date due);
/* CREDITS_OLDEST: takes `credit` (>= 0) off the positive amounts, last (oldest) bucket first.
 * Returns what is left of the credit. */
int64_t aging_offset_oldest(int64_t *amounts, int count, int64_t credit);

#endif
