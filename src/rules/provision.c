#include "rules/provision.h"

#include "base/money.h"

enum err provision_net(struct provision_item *items, int count, int64_t credit, int64_t *rest)
{
    for (int i = 0; i < count; i++) {
        struct provision_item *item = &items[i];
        const int64_t off = credit < item->open ? credit : item->open;
        must(item->open > 0 && credit >= 0);
        TRY(amount_scale(item->base, item->open - off, item->open, &item->net));
        item->credits = item->base - item->net;
        credit -= off;
    }
    *rest = credit;
    return ERR_OK;
}

enum err provision_tax(int64_t part, int64_t tax, int64_t total, int64_t *out)
{
    *out = 0;
    return tax > 0 && total > 0 ? amount_scale(part, tax, total, out) : ERR_OK;
}

enum err provision_rate(int64_t loss_ppm, int64_t factor_ppm, int64_t *out)
{
    TRY(amount_ppm(loss_ppm, factor_ppm, out));
    if (*out > PPM)
        *out = PPM;
    return ERR_OK;
}

enum err provision_specific(int64_t base, bool by_rate, int64_t value, int64_t *out)
{
    if (by_rate)
        return amount_ppm(base, value, out);
    *out = value < base ? value : base;
    return ERR_OK;
}
