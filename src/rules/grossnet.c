#include "rules/grossnet.h"

#define PARTS_MAX 32

static enum err gross_of(int64_t net, int64_t rate_ppm, int64_t *out)
{
    int64_t tax;

    TRY(amount_scale(net, rate_ppm, PPM, &tax));
    return amount_add(net, tax, out);
}

/* The net that comes nearest; rounding twice may miss by a cent on either side. */
static enum err net_of(int64_t gross, int64_t rate_ppm, int64_t *net, int64_t *missed)
{
    int64_t first, whole;

    TRY(amount_scale(gross, PPM, PPM + rate_ppm, &first));
    TRY(gross_of(first, rate_ppm, &whole));
    *net = first;
    *missed = gross - whole;
    for (int64_t near = first - 1; near <= first + 1 && *missed != 0; near++) {
        TRY(gross_of(near, rate_ppm, &whole));
        if (whole == gross) {
            *net = near;
            *missed = 0;
        }
    }
    return ERR_OK;
}

enum err grossnet_split(int64_t gross, struct gross_part *parts, int count, int64_t *rest)
{
    int64_t weights[PARTS_MAX], shares[PARTS_MAX], sum = 0;

    must(count <= PARTS_MAX);
    *rest = gross;
    for (int i = 0; i < count; i++) {
        parts[i].net = 0;
        weights[i] = parts[i].gross > 0 ? parts[i].gross : 0;
        TRY(amount_add(sum, weights[i], &sum));
    }
    if (sum == 0)
        return ERR_OK;
    *rest = 0;
    TRY(amount_split(gross, weights, (size_t)count, shares));
    for (int i = 0; i < count; i++) {
        int64_t missed = 0;
        TRY(net_of(shares[i], parts[i].rate_ppm, &parts[i].net, &missed));
        *rest += missed;
    }
    return ERR_OK;
}
