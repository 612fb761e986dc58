#include "rules/allocate.h"

#include "base/money.h"

#include <stdlib.h>
#include <string.h>

enum err allocate_order_parse(const char *text, enum allocate_order *out, struct note *note)
{
    static const char *const words[] = {[ALLOCATE_CHARGES_LAST] = "charges-last",
                                        [ALLOCATE_COSTS_FIRST] = "costs-first",
                                        [ALLOCATE_BY_AGE] = "by-age"};

    for (int i = 0; i < (int)(sizeof words / sizeof *words); i++)
        if (strcmp(words[i], text) == 0) {
            *out = (enum allocate_order)i;
            return ERR_OK;
        }
    return fail(note, ERR_INPUT,
                "the order is charges-last, costs-first (costs, interest, principal) or by-age, "
                "not '%.40s'",
                text);
}

static int cmp_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int cmp_age(const struct allocate_item *a, const struct allocate_item *b)
{
    int c = cmp_numbers(a->due.day, b->due.day);
    if (c == 0)
        c = cmp_numbers(a->doc_date.day, b->doc_date.day);
    return c ? c : cmp_numbers(a->id, b->id);
}

static int order_age(const void *a, const void *b)
{
    return cmp_age(a, b);
}

static int order_charges_last(const void *a, const void *b)
{
    const struct allocate_item *one = a, *two = b;
    int c = (one->class != ALLOCATE_PRINCIPAL) - (two->class != ALLOCATE_PRINCIPAL);
    return c ? c : cmp_age(one, two);
}

static int order_costs_first(const void *a, const void *b)
{
    const struct allocate_item *one = a, *two = b;
    int c = cmp_numbers(two->class, one->class);
    return c ? c : cmp_age(one, two);
}

static void sort_items(enum allocate_order order, struct allocate_item *items, size_t count)
{
    if (count < 2)
        return;
    if (order == ALLOCATE_BY_AGE)
        qsort(items, count, sizeof *items, order_age);
    else if (order == ALLOCATE_COSTS_FIRST)
        qsort(items, count, sizeof *items, order_costs_first);
    else
        qsort(items, count, sizeof *items, order_charges_last);
}

void allocate_oldest(int64_t amount, enum allocate_order order, struct allocate_item *items,
                     size_t count, int64_t *left)
{
    must(amount >= 0);
    sort_items(order, items, count);
    for (size_t i = 0; i < count; i++) {
        int64_t part = items[i].open < amount ? items[i].open : amount;
        items[i].part = part > 0 ? part : 0;
        amount -= items[i].part;
    }
    *left = amount;
}

void allocate_whole(int64_t amount, enum allocate_order order, struct allocate_item *items,
                    size_t count, int64_t *left)
{
    must(amount >= 0);
    sort_items(order, items, count);
    bool ended = false;
    for (size_t i = 0; i < count; i++) {
        items[i].part = 0;
        if (items[i].open > amount)
            ended = true;
        if (ended || items[i].open <= 0)
            continue;
        items[i].part = items[i].open;
        amount -= items[i].part;
    }
    *left = amount;
}

enum err allocate_base(int64_t applied, int64_t open, int64_t open_base, int64_t *out)
{
    must(open != 0);
    if (applied == open) {
        *out = open_base;
        return ERR_OK;
    }
    return amount_scale(applied, open_base, open, out);
}
