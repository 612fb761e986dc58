/* discount: what early payment takes off, of which kind, and how much of it is tax (R4 of
 * RULES.md).
 *
 * Holds: all amounts are magnitudes in minor units of one debit item (one instalment); credits
 * have no discount. Cash + discount never exceeds the open amount, and all discounts of an item
 * together never exceed the life cap. The effective rate is p' = p * discountable / original,
 * kept as a fraction and rounded once, half away from zero.
 * The qualifying date is the day the money came (value), never the day it was keyed.
 * Memory: values. Fails with: ERR_LIMIT on overflow, ERR_CONFLICT beyond the life cap. */
#ifndef RULES_DISCOUNT_H
#define RULES_DISCOUNT_H

#include "base/date.h"
#include "base/err.h"
#include "rules/terms.h"

#include <stdbool.h>
#include <stdint.h>

/* What an offered discount does to the tax; a setting, kept on the document. Worked for 100
 * + 21 % tax, 2 % discount, paid early / late:
 *   ON_EARLY_PAYMENT 118.58 / 121.00  the discount is on the gross and carries its share of the tax
 *   ALWAYS           118.58 / 120.58  the invoice itself taxes the price less the best discount
 *   NEVER            119.00 / 121.00  the discount is on the net; the tax stays as it was */
enum discount_tax { DISCOUNT_TAX_ON_EARLY_PAYMENT, DISCOUNT_TAX_ALWAYS, DISCOUNT_TAX_NEVER };

const char *discount_tax_name(enum discount_tax mode); /* "on-early-payment" "always" "never" */

struct discount_deadline {
    int64_t ppm;
    struct date until; /* included; without grace */
};

/* What one item offers, and what was used of it. */
struct discount_offer {
    struct discount_deadline tiers[DISCOUNT_TIERS]; /* ascending dates, descending percentages */
    int count;
    int grace_days;     /* the customer's, added to every deadline; default 0 */
    bool parts_allowed; /* discount on part payments; else only when this payment closes the item */
    int64_t original;   /* the item's amount, > 0 when count > 0 */
    int64_t discountable;      /* the part of it that discounts count on (see totals.h) */
    int64_t discountable_left; /* the same less what credit memos took off it */
    int64_t taken;             /* discounts taken so far, earned and not, less those given back */
};

/* The best tier that still holds on that day, in ppm; 0 = too late. */
int64_t discount_rate(const struct discount_offer *offer, struct date value);
/* discountable_left * best percentage - taken, never below 0. */
enum err discount_life_cap(const struct discount_offer *offer, int64_t *out);
/* If all of `open` is paid: round(p' * open), within the life cap. Due now = open - *out. */
enum err discount_available(const struct discount_offer *offer, int64_t open, struct date value,
                            int64_t *out);
/* What a payment of `cash` towards `open` earns. It closes the item when cash + what is
 * available >= open: then open - cash, at most what is available. A part: round(cash * p' / (1 -
 * p')) if allowed (49.00 at 2 % -> 1.00, credits 50.00), so that cash + *out <= open. */
enum err discount_for_cash(const struct discount_offer *offer, int64_t open, int64_t cash,
                           struct date value, int64_t *out);
/* Parts a discount that the clerk allows for a payment of `cash` into earned and unearned.
 * ERR_CONFLICT naming the limit, if it is more than open - cash or more than the life cap.
 * `digits` of the currency. */
enum err discount_judge(const struct discount_offer *offer, int64_t open, int64_t cash,
                        int64_t wanted, struct date value, unsigned digits, int64_t *earned,
                        int64_t *unearned, struct note *note);
/* The tax inside a discount, ON_EARLY_PAYMENT only: parts[i] = round(discount * taxes[i] /
 * gross), where `taxes` are the discountable tax per code and `gross` the discountable gross of
 * the document. *total is their sum; the rest of the discount is net. */
enum err discount_tax_parts(int64_t discount, int64_t gross, const int64_t *taxes, int count,
                            int64_t *parts, int64_t *total);

#endif
