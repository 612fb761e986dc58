/* totals: what the lines of a document come to: net, tax per code, gross.
 *
 * Holds: each line's net is rounded once; tax is worked out once per code, on the sum of that
 * code's nets, and rounded once, half away from zero (as EN 16931 BR-CO-17 does); gross = net +
 * tax.
 * In the mode ALWAYS the tax base of a code is its net less the best discount on its
 * discountable part (100.00 + 21 %, 2 %: tax 20.58, gross 120.58); in the other modes it is the
 * net (RULES.md R4).
 * Does not know: customers, dates, where a code's rate comes from.
 * Memory: values; tax codes are borrowed from the lines. Fails with: ERR_LIMIT, ERR_INPUT. */
#ifndef RULES_TOTALS_H
#define RULES_TOTALS_H

#include "base/err.h"
#include "rules/discount.h"

#include <stdbool.h>
#include <stdint.h>

#define TAX_GROUPS 16

struct total_line {
    int64_t quantity, price; /* 10^-6; net = quantity * price, if not fixed */
    bool fixed;              /* `net` was given and stays */
    bool undiscounted;       /* freight and the like: no early-payment discount on it */
    const char *tax_code;    /* NULL or "" = untaxed, not even at 0 % */
    int64_t tax_ppm;
    int64_t net; /* minor units: filled in unless fixed */
};

struct tax_group {
    const char *code;
    int64_t ppm;
    int64_t net;  /* sum of the lines */
    int64_t base; /* what the tax is counted on */
    int64_t tax;
    int64_t discount_net; /* discountable part of net */
    int64_t discount_tax; /* discountable part of tax: ON_EARLY_PAYMENT only, else 0 */
};

struct document_totals {
    int64_t net, tax, gross;
    int64_t
        discountable; /* of gross; what discount_offer wants: ON_EARLY_PAYMENT with tax, else net */
    int group_count;
    struct tax_group groups[TAX_GROUPS]; /* in order of first use; untaxed lines are in none */
};

/* Fills every line's net and the totals. `discount_ppm` is the best tier's (0 = no discount).
 * The sign is the caller's: lines of a credit memo are positive too. ERR_INPUT for one code with
 * two rates, ERR_LIMIT for more than TAX_GROUPS codes. */
enum err totals_make(struct total_line *lines, int count, unsigned digits, enum discount_tax mode,
                     int64_t discount_ppm, struct document_totals *out, struct note *note);

#endif
