#include "ledger/claim.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct claims {
    struct claim *all;
    size_t count, room;
};

static enum err claim_take(void *self, const struct aging_item *item)
{
    struct claims *claims = self;

    if (claims->count == claims->room) {
        claims->room = claims->room * 2 + 1024;
        claims->all = mem_resize(claims->all, claims->room, sizeof *claims->all);
    }
    struct claim *claim = &claims->all[claims->count++];
    *claim = (struct claim){.id = item->id,
                            .customer_id = item->customer_id,
                            .open = item->open,
                            .base = item->open_base,
                            .due = item->due,
                            .effective = item->effective};
    memcpy(claim->currency, item->currency, sizeof claim->currency);
    return ERR_OK;
}

static int group_cmp(const struct claim *x, const struct claim *y)
{
    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    return strcmp(x->currency, y->currency);
}

static int claim_cmp(const void *a, const void *b)
{
    const struct claim *x = a, *y = b;
    const int group = group_cmp(x, y);

    if (group)
        return group;
    if ((x->open < 0) != (y->open < 0)) /* debits first */
        return x->open < 0 ? 1 : -1;
    if (x->due.day != y->due.day)
        return x->due.day < y->due.day ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

static enum err groups_pass(struct claims *claims,
                            enum err (*each)(void *self, struct claim *claims, size_t count),
                            void *self)
{
    if (claims->count)
        qsort(claims->all, claims->count, sizeof *claims->all, claim_cmp);
    for (size_t i = 0, to; i < claims->count; i = to) {
        for (to = i; to < claims->count && group_cmp(&claims->all[i], &claims->all[to]) == 0;)
            to++;
        TRY(each(self, &claims->all[i], to - i));
    }
    return ERR_OK;
}

enum err claims_each(struct book *book, const struct aging_query *query,
                     enum err (*each)(void *self, struct claim *claims, size_t count), void *self)
{
    struct claims claims = {NULL, 0, 0};
    enum err e = aging_scan(book, query, claim_take, &claims);

    if (e == ERR_OK)
        e = groups_pass(&claims, each, self);
    free(claims.all);
    return e;
}
