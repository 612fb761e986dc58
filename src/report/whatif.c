#include "report/whatif.h"

#include "ledger/awaited.h"

#include <stdlib.h>

struct payment_due {
    int64_t item_id, amount;
};
struct whatif {
    struct payment_due *of; /* by item, one each */
    size_t count;
    int64_t paid_base;
};

static int item_cmp(const void *a, const void *b)
{
    const struct payment_due *x = a, *y = b;

    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

enum err whatif_read(struct book *book, struct date as_of, struct arena *arena, struct whatif **out)
{
    struct whatif *whatif = *out = arena_new(arena, sizeof *whatif);
    const struct date today = book_today(book);
    struct promise *promises;
    struct awaited *awaited;
    int promise_count, count;

    TRY(promise_list(book, 0, today, arena, &promises, &promise_count));
    TRY(awaited_read(book, promises, promise_count, today, arena, &awaited, &count));
    whatif->of = arena_new(arena, ((size_t)count + 1) * sizeof *whatif->of);
    for (int i = 0; i < count; i++) {
        struct payment_due *last = whatif->count ? &whatif->of[whatif->count - 1] : NULL;
        if (awaited[i].day.day > as_of.day || !awaited[i].promise_id)
            continue; /* a receipt in hand counts by itself from its day on */
        if (last && last->item_id == awaited[i].item_id)
            last->amount += awaited[i].amount; /* at most what is open of it */
        else
            whatif->of[whatif->count++] =
                (struct payment_due){awaited[i].item_id, awaited[i].amount};
    }
    return ERR_OK;
}

enum err whatif_pay(struct whatif *whatif, struct aging_item *item)
{
    const struct payment_due key = {item->id, 0};
    const struct payment_due *row =
        whatif->count ? bsearch(&key, whatif->of, whatif->count, sizeof key, item_cmp) : NULL;
    int64_t base;

    if (!row || item->open <= 0)
        return ERR_OK;
    const int64_t paid = row->amount < item->open ? row->amount : item->open;
    TRY(amount_scale(item->open_base, paid, item->open, &base));
    item->open -= paid;
    item->open_base -= base;
    return amount_add(whatif->paid_base, base, &whatif->paid_base);
}

int64_t whatif_paid_base(const struct whatif *whatif)
{
    return whatif->paid_base;
}
