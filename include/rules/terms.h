/* terms: when an invoice is due, what early payment is offered, how it is split into
 * instalments.
 *
 *     net 30 | eom | eom+30 | day 10 month+1 cutoff 25     and then  roll next|previous|none
 *     2% 10; 1% 20            discount tiers: percent and days, the best tier first
 *     50% net 30; 50% net 60  instalments: shares of the total, each with its own due rule
 *
 * Knows: the calendar. Does not know: customers, public holidays (a business day is Monday to
 * Friday).
 * Holds: a due date is never before the document's date (RULES.md D); a day that a month does
 * not have is the month's last; the last instalment takes the remainder and never changes sign
 * (RULES.md D).
 * Memory: values; arrays are the caller's. Fails with: ERR_INPUT and what would be right,
 * ERR_LIMIT. */
#ifndef RULES_TERMS_H
#define RULES_TERMS_H

#include "base/date.h"
#include "base/err.h"

#include <stdint.h>

enum due_kind {
    DUE_NET, /* days after the document */
    DUE_EOM, /* days after the last day of the document's month */
    DUE_DAY  /* a day of this or a later month ("proximo") */
};

enum due_roll { ROLL_NONE, ROLL_NEXT, ROLL_PREVIOUS }; /* when the day is a Saturday or Sunday */

/* Zero-initialised: net 0, due on receipt. */
struct due_rule {
    enum due_kind kind;
    enum due_roll roll;
    int days;   /* NET, EOM: 0 to 3650 */
    int day;    /* DAY: 1 to 31 */
    int months; /* DAY: 0 to 24 months after the document's month */
    int cutoff; /* DAY: a document dated after this day counts to the next month; 0 = none */
};

#define TERMS_TEXT 512 /* room for the canonical text of a rule, of tiers and of instalments */

/* Case and blanks do not matter; "net" and what is 0 may be left out: "30", "eom", "Day 10". */
enum err due_rule_parse(const char *text, struct due_rule *out, struct note *note);
/* Canonical; parses back to the same rule. */
const char *due_rule_text(const struct due_rule *rule, char out[TERMS_TEXT]);
/* DAY: the day in the document's month + months (+ 1 after the cutoff); if that is before the
 * document, one month later; a document dated on the day itself is due the same day. A roll to
 * the previous business day that would fall before the document goes to the next one instead. */
struct date due_rule_date(const struct due_rule *rule, struct date doc_date);
/* Does this rule give that day? What was agreed apart from it, it does not; no rule gives none. */
bool due_rule_gives(const char *text, struct date doc_date, struct date due);

#define DISCOUNT_TIERS 4

struct discount_tier {
    int64_t ppm; /* 1 to 999,999 */
    int days;    /* after the document's date, that day included; grace is added later */
};

/* Days ascend and percentages descend, else no one would ever take the later tier. "" = none. */
enum err discount_tiers_parse(const char *text, struct discount_tier out[DISCOUNT_TIERS],
                              int *count, struct note *note);
const char *discount_tiers_text(const struct discount_tier *tiers, int count, char out[TERMS_TEXT]);

#define INSTALMENTS_MAX 12

struct instalment_part {
    int64_t ppm; /* share of the total; all shares together are 100 % */
    struct due_rule rule;
};

struct instalment {
    int64_t amount; /* minor units, sign of the total */
    struct date due;
};

enum err instalments_parse(const char *text, struct instalment_part out[INSTALMENTS_MAX],
                           int *count, struct note *note); /* "" = none */
const char *instalments_text(const struct instalment_part *parts, int count, char out[TERMS_TEXT]);
/* What `total` (either sign) becomes: each share rounded half away from zero, the last takes the
 * rest. Parts that come to nothing are left out, so `*out_count` may be smaller than `count`,
 * and is 0 for a total of 0. The amounts add up to total. ERR_INPUT when the rest would have the
 * other sign. */
enum err instalments_split(int64_t total, const struct instalment_part *parts, int count,
                           struct date doc_date, struct instalment out[INSTALMENTS_MAX],
                           int *out_count, struct note *note);

#endif
