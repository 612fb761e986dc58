#include "report/whatif.h"

#include "ledger/promise.h"

#include <stdlib.h>

struct due_item {
    int64_t id, open;
    struct date due;
};
struct payment_due {
    int64_t item_id, amount;
};
struct whatif {
    struct payment_due *of; /* by item, one each */
    size_t count;
    int64_t paid_base;
};

/* What has not come yet of the parts by the day. */
static enum err waited_for(const struct promise *promise, struct date as_of, int64_t *out)
{
    *out = 0;
    for (int i = 0; promise->state == PROMISE_OPEN && i < promise->part_count; i++) {
        const struct promise_part *part = &promise->parts[i];
        if (part->state == PROMISE_OPEN && part->day.day <= as_of.day && part->cash < part->amount)
            TRY(amount_add(*out, part->amount - part->cash, out));
    }
    return ERR_OK;
}

static int due_cmp(const void *a, const void *b)
{
    const struct due_item *x = a, *y = b;

    if (x->due.day != y->due.day)
        return x->due.day < y->due.day ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static struct due_item *items_read(struct book *book, const struct promise *promise,
                                   struct arena *arena, enum err *e)
{
    struct due_item *items = arena_new(arena, ((size_t)promise->item_count + 1) * sizeof *items);

    for (int i = 0; *e == ERR_OK && i < promise->item_count; i++) {
        struct item item;
        *e = item_get(book, promise->items[i], arena, &item);
        if (*e == ERR_OK)
            items[i] = (struct due_item){item.id, item.open, item.due};
    }
    qsort(items, (size_t)promise->item_count, sizeof *items, due_cmp);
    return items;
}

/* An item that two promises of a customer name is paid once: those taken from `first` on. */
static enum err promise_pay(struct book *book, struct whatif *whatif, size_t first,
                            const struct promise *promise, int64_t left)
{
    struct arena arena = {0};
    enum err e = ERR_OK;
    const struct due_item *items = items_read(book, promise, &arena, &e);

    for (int i = 0; e == ERR_OK && left > 0 && i < promise->item_count; i++) {
        size_t at = first;
        while (at < whatif->count && whatif->of[at].item_id != items[i].id)
            at++;
        if (at == whatif->count)
            whatif->of[whatif->count++] = (struct payment_due){items[i].id, 0};
        const int64_t room = items[i].open - whatif->of[at].amount;
        const int64_t part = room < left ? room : left;
        if (part > 0) {
            whatif->of[at].amount += part;
            left -= part;
        }
    }
    arena_done(&arena);
    return e;
}

static int item_cmp(const void *a, const void *b)
{
    const struct payment_due *x = a, *y = b;

    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

enum err whatif_read(struct book *book, struct date as_of, struct arena *arena, struct whatif **out)
{
    struct whatif *whatif = *out = arena_new(arena, sizeof *whatif);
    struct promise *promises;
    size_t room = 1, first = 0;
    int count;

    TRY(promise_list(book, 0, book_today(book), arena, &promises, &count));
    for (int i = 0; i < count; i++)
        room += (size_t)promises[i].item_count;
    whatif->of = arena_new(arena, room * sizeof *whatif->of);
    for (int i = 0; i < count; i++) {
        int64_t left;
        if (i > 0 && promises[i].customer_id != promises[i - 1].customer_id)
            first = whatif->count;
        TRY(waited_for(&promises[i], as_of, &left));
        if (left > 0)
            TRY(promise_pay(book, whatif, first, &promises[i], left));
    }
    qsort(whatif->of, whatif->count, sizeof *whatif->of, item_cmp);
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
