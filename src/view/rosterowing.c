/* rosterowing: customers in the order of what they owe, from the open items alone. */
#include "ledger/agingscan.h"
#include "view/roster.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
    struct roster *roster;
    struct roster_owing *found;
    size_t count, room;
    int64_t seen;
};

static enum err owing_take(void *self, const struct aging_item *item)
{
    struct gathering *all = self;

    if (++all->seen % 4096 == 0 && desk_working(all->roster->desk, "Open items", all->seen, 0))
        return fail(all->roster->desk->session->note, ERR_CANCELLED, "stopped");
    if (all->count == all->room) {
        all->room = all->room * 2 + 1024;
        all->found = mem_resize(all->found, all->room, sizeof *all->found);
    }
    int32_t days = all->roster->today.day - item->due.day;
    bool overdue = item->open > 0 && days > 0;
    all->found[all->count++] = (struct roster_owing){
        item->customer_id, item->open_base, overdue ? item->open_base : 0, overdue ? days : 0};
    return ERR_OK;
}

static int by_customer(const void *a, const void *b)
{
    const struct roster_owing *x = a, *y = b;
    return (x->customer_id > y->customer_id) - (x->customer_id < y->customer_id);
}

static int sign_of(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int by_balance(const void *a, const void *b)
{
    const struct roster_owing *x = a, *y = b;
    int order = sign_of(x->balance, y->balance);
    return order ? order : by_customer(a, b);
}

static int by_overdue(const void *a, const void *b)
{
    const struct roster_owing *x = a, *y = b;
    int order = sign_of(x->overdue, y->overdue);
    return order ? order : by_customer(a, b);
}

static int by_oldest(const void *a, const void *b)
{
    const struct roster_owing *x = a, *y = b;
    int order = sign_of(x->oldest, y->oldest);
    return order ? order : by_customer(a, b);
}

/* One line a customer, from one line an item. */
static size_t owing_sum(struct roster_owing *all, size_t count)
{
    size_t n = 0;

    qsort(all, count, sizeof *all, by_customer);
    for (size_t i = 0; i < count; i++) {
        if (n > 0 && all[n - 1].customer_id == all[i].customer_id) {
            all[n - 1].balance += all[i].balance;
            all[n - 1].overdue += all[i].overdue;
            if (all[i].oldest > all[n - 1].oldest)
                all[n - 1].oldest = all[i].oldest;
        } else {
            all[n++] = all[i];
        }
    }
    return n;
}

enum err roster_owing_read(struct roster *roster)
{
    struct gathering all = {.roster = roster};
    const struct aging_query query = {
        .as_of = roster->today, .by = BY_POSTED, .control = CONTROL_RECEIVABLE};
    enum err e = aging_scan(roster->desk->book, &query, owing_take, &all);
    size_t count = e == ERR_OK ? owing_sum(all.found, all.count) : 0;

    if (count > 0)
        qsort(all.found, count, sizeof *all.found,
              roster->order == ROSTER_BALANCE   ? by_balance
              : roster->order == ROSTER_OVERDUE ? by_overdue
                                                : by_oldest);
    roster->count = count;
    arena_reset(&roster->owing_arena);
    roster->owing = arena_new(&roster->owing_arena, (count + 1) * sizeof *roster->owing);
    if (count > 0)
        memcpy(roster->owing, all.found, count * sizeof *roster->owing);
    free(all.found);
    return e;
}
