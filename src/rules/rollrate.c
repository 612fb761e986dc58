#include "rules/rollrate.h"

#include "base/money.h"

static int64_t scaled(int64_t value, int64_t num, int64_t den)
{
    int64_t out;

    return amount_scale(value, num, den, &out) == ERR_OK ? out : 0;
}

void roll_rates(const int64_t (*bands)[BUCKETS_MAX], int months, int count,
                int64_t out_ppm[BUCKETS_MAX])
{
    for (int b = 0; b < count; b++) {
        int64_t sum = 0;
        int known = 0;
        for (int t = 0; t + 1 < months && b + 1 < count; t++) {
            if (bands[t][b] <= 0)
                continue;
            const int64_t rate = scaled(PPM, bands[t + 1][b + 1], bands[t][b]);
            sum += rate > PPM ? PPM : rate < 0 ? 0 : rate;
            known++;
        }
        out_ppm[b] = known ? scaled(1, sum, known) : PPM;
    }
}

void roll_losses(const int64_t rates_ppm[BUCKETS_MAX], int count, int64_t last_loss_ppm,
                 int64_t out_ppm[BUCKETS_MAX])
{
    int64_t loss = last_loss_ppm;

    for (int b = count - 1; b >= 0; b--) {
        if (b < count - 1)
            loss = scaled(loss, rates_ppm[b], PPM);
        out_ppm[b] = loss;
    }
}

int64_t roll_cash(const int64_t rates_ppm[BUCKETS_MAX], int count, int64_t balances[BUCKETS_MAX])
{
    int64_t cash = 0;

    for (int b = count - 2; b >= 0; b--) {
        const int64_t moves = scaled(balances[b], rates_ppm[b], PPM);
        cash += balances[b] - moves;
        balances[b + 1] += moves;
        balances[b] = 0;
    }
    return cash;
}
