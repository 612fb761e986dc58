/* rosterowing: customers in the order of what they owe, from the open items. */
#include "base/money.h"
#include "ledger/agingscan.h"
#include "view/roster.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
    struct roster *roster;
    struct roster_owing *all; /* by id */
    size_t count;
    int64_t seen;
};

static int by_id(const void *a, const void *b)
{
    const struct roster_owing *x = a, *y = b;
    return (x->customer_id > y->customer_id) - (x->customer_id < y->customer_id);
}

/* What is owed in another currency than the account's stands in no figure of the list. */
static enum err owing_take(void *self, const struct aging_item *item)
{
    struct gathering *all = self;
    const struct roster_owing key = {.customer_id = item->customer_id};

    if (++all->seen % 4096 == 0 && desk_working(all->roster->desk, "Open items", all->seen, 0))
        return fail(all->roster->desk->session->note, ERR_CANCELLED, "stopped");
    struct roster_owing *one = bsearch(&key, all->all, all->count, sizeof key, by_id);
    if (!one || strcmp(one->currency, item->currency) != 0)
        return ERR_OK;
    const int32_t days = all->roster->today.day - item->due.day;
    TRY(amount_add(one->balance, item->open, &one->balance));
    if (item->open <= 0 || days <= 0)
        return ERR_OK;
    if (days > one->oldest)
        one->oldest = days;
    return amount_add(one->overdue, item->open, &one->overdue);
}

static int sign_of(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Amounts of one currency only are more or less than each other. Ties by code, also from the other
 * end of the list. */
static int owing_compare(const void *a, const void *b, void *self)
{
    const struct roster_owing *x = a, *y = b;
    const struct roster *roster = self;
    int order = sign_of(x->oldest, y->oldest);

    if (roster->order != ROSTER_OLDEST)
        order = (roster->down ? -1 : 1) *
                currency_order(x->currency, y->currency,
                               book_currency(roster->desk->book).code);
    if (order == 0 && roster->order == ROSTER_BALANCE)
        order = sign_of(x->balance, y->balance);
    if (order == 0 && roster->order == ROSTER_OVERDUE)
        order = sign_of(x->overdue, y->overdue);
    return order ? order : (roster->down ? -1 : 1) * strcmp(x->code, y->code);
}

enum err roster_owing_read(struct roster *roster)
{
    struct gathering all = {.roster = roster};
    const struct aging_query query = {
        .as_of = roster->today, .by = BY_POSTED, .control = CONTROL_RECEIVABLE};
    struct names *names;

    roster->count = 0;
    TRY(names_of(roster->desk->book, &names));
    arena_reset(&roster->owing_arena);
    roster->owing = arena_new(&roster->owing_arena, (names->count + 1) * sizeof *roster->owing);
    for (size_t i = 0; i < names->count; i++)
        roster->owing[i] = (struct roster_owing){.customer_id = names->rows[i].id,
                                                 .currency = names->rows[i].currency,
                                                 .code = names->rows[i].code};
    all.all = roster->owing;
    all.count = names->count;
    TRY(aging_scan(roster->desk->book, &query, owing_take, &all));
    qsort_r(roster->owing, all.count, sizeof *roster->owing, owing_compare, roster);
    roster->count = all.count;
    return ERR_OK;
}
