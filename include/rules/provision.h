/* provision: what of receivables is not expected to come (RULES.md R20). Pure.
 *
 * Base: open, net of the customer's unapplied credits oldest first, never below zero, less the tax
 * that would come back. Holds: what is taken off and what is left add up to what was open. */
#ifndef RULES_PROVISION_H
#define RULES_PROVISION_H

#include "base/err.h"

#include <stdint.h>

/* A debit; open > 0 in its currency, base the same in the book's. */
struct provision_item {
    int64_t open, base;
    int64_t credits, net; /* of base: taken off by credits, and what is left */
};
/* Debits of one customer and currency, the oldest first; credit >= 0, in their currency. *rest is
 * what of it finds nothing to be taken off. */
enum err provision_net(struct provision_item *items, int count, int64_t credit, int64_t *rest);
/* The tax in a part of a paper: part x tax / total; a paper without a total has none. */
enum err provision_tax(int64_t part, int64_t tax, int64_t total, int64_t *out);
/* Loss x forward factor, at most the whole. */
enum err provision_rate(int64_t loss_ppm, int64_t factor_ppm, int64_t *out);
/* A specific allowance on a base: an amount, at most the base, or a part of it. */
enum err provision_specific(int64_t base, bool by_rate, int64_t value, int64_t *out);

#endif
