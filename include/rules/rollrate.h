/* rollrate: how much of each age band moves on into the next within a month (RULES.md B): for the
 * allowance and for cash to be expected. Pure. */
#ifndef RULES_ROLLRATE_H
#define RULES_ROLLRATE_H

#include "rules/aging.h"

/* bands[t][b] is what was open in band b at month end t, t ascending. out_ppm[b] = the average over
 * the months of bands[t + 1][b + 1] / bands[t][b], at most 1; months with nothing in a band say
 * nothing, and a band of which nothing is known rolls on whole. The last band stays. */
void roll_rates(const int64_t (*bands)[BUCKETS_MAX], int months, int count,
                int64_t out_ppm[BUCKETS_MAX]);
/* What each band loses in the end: the product of the rates from it on, x loss of the last. */
void roll_losses(const int64_t rates_ppm[BUCKETS_MAX], int count, int64_t last_loss_ppm,
                 int64_t out_ppm[BUCKETS_MAX]);
/* The cash of one month: what does not move on, of all bands but the last; balances move on. */
int64_t roll_cash(const int64_t rates_ppm[BUCKETS_MAX], int count, int64_t balances[BUCKETS_MAX]);

#endif
