#include "app/balances.h"

#include "ledger/agingscan.h"

#include <stdlib.h>
#include <string.h>

void balances_done(struct balances *balances)
{
    free(balances->cells);
    free(balances->first);
}

size_t balances_first(const struct balances *balances, int64_t customer_id)
{
    return (size_t)customer_id < balances->first_room ? balances->first[customer_id] : 0;
}

/* Ids are given one after the other, so a plain array by id is small. */
static void first_grow(struct balances *balances, size_t wanted)
{
    size_t room = balances->first_room ? balances->first_room : 256;

    while (room <= wanted)
        room *= 2;
    balances->first = mem_resize(balances->first, room, sizeof *balances->first);
    memset(balances->first + balances->first_room, 0,
           (room - balances->first_room) * sizeof *balances->first);
    balances->first_room = room;
}

struct balance_owed *balances_of(struct balances *balances, int64_t customer_id,
                                 const char *currency)
{
    size_t id = (size_t)customer_id;

    for (size_t i = balances_first(balances, customer_id); i; i = balances->cells[i].next)
        if (strcmp(balances->cells[i].currency, currency) == 0)
            return &balances->cells[i];
    if (balances->count + 2 > balances->room) {
        balances->room = balances->room ? balances->room * 2 : 256;
        balances->cells = mem_resize(balances->cells, balances->room, sizeof *balances->cells);
    }
    if (id >= balances->first_room)
        first_grow(balances, id);
    struct balance_owed *owed = &balances->cells[++balances->count];
    *owed = (struct balance_owed){.next = balances->first[id]};
    memcpy(owed->currency, currency, sizeof owed->currency);
    balances->first[id] = balances->count;
    return owed;
}

static enum err item_take(void *self, const struct aging_item *item)
{
    struct balances *balances = self;
    struct balance_owed *owed = balances_of(balances, item->customer_id, item->currency);

    TRY(amount_add(owed->balance, item->open, &owed->balance));
    if (item->open <= 0 || item->due.day >= balances->as_of.day)
        return ERR_OK;
    int32_t days = balances->as_of.day - item->due.day;
    if (days > owed->oldest_days)
        owed->oldest_days = days;
    return amount_add(owed->overdue, item->open, &owed->overdue);
}

enum err balances_take(struct book *book, struct date as_of, int64_t customer_id,
                       struct balances *out)
{
    const struct aging_query query = {
        .as_of = as_of, .by = BY_POSTED, .customer_id = customer_id, .control = CONTROL_RECEIVABLE};

    *out = (struct balances){.as_of = as_of};
    return aging_scan(book, &query, item_take, out);
}
