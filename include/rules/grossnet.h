/* grossnet: what net amounts come to a gross sum together with their tax, in given proportions.
 *
 * For a credit memo over a part of an invoice: each tax code gets its share, the tax is worked out
 * from the net as on every paper. Some sums cannot be met to the cent (0.03 with 20 %: 0.02 and no
 * tax, or 0.03 and 0.01); what is missing is told and becomes a line without tax. */
#ifndef RULES_GROSSNET_H
#define RULES_GROSSNET_H

#include "base/money.h"

struct gross_part {
    int64_t rate_ppm;
    int64_t gross; /* of the whole paper under this code; below zero counts as nothing */
    int64_t net;   /* filled */
};
/* *rest: gross - sum(net + tax), 0 or a few cents either way; all of it without a part above 0. */
enum err grossnet_split(int64_t gross, struct gross_part *parts, int count, int64_t *rest);

#endif
