/* creditgather: one pass each over what is open, disputed, accrued, ordered, promised, returned. */
#include "ledger/creditgather.h"

#include "ledger/accrual.h"
#include "ledger/agingscan.h"
#include "ledger/disputed.h"
#include "ledger/dunlevel.h"
#include "ledger/local.h"
#include "ledger/master.h"
#include "ledger/orders.h"
#include "ledger/promise.h"
#include "ledger/returned.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
    struct creditbook *credit;
    struct disputed *disputes; /* by item */
    size_t dispute_count, dispute_room;
    struct creditaccount *last; /* items come in runs of one customer */
};

static struct creditaccount *whose(struct gathering *g, int64_t customer_id)
{
    if (!g->last || g->last->id != customer_id)
        g->last = creditbook_find(g->credit, customer_id);
    return g->last;
}

/* ---- currencies ---- */

enum err creditgather_turn(struct creditbook *credit, int64_t minor, struct currency from,
                           struct currency to, int64_t *out, bool *rated)
{
    const struct currency base = credit->book->currency;
    struct ratio rate;
    int64_t middle = minor;

    *out = minor;
    *rated = true;
    if (minor == 0 || currency_is(from, to))
        return ERR_OK;
    enum err e = rate_on(credit->book, from, credit->question.day, &rate);
    if (e == ERR_OK)
        e = amount_convert(minor, from, base, rate, &middle);
    if (e == ERR_OK)
        e = rate_on(credit->book, to, credit->question.day, &rate);
    if (e == ERR_OK)
        e = amount_convert(middle, base, to, ratio_invert(rate), out);
    if (e != ERR_MISSING)
        return e;
    *rated = false;
    *out = 0;
    return ERR_OK;
}

/* ---- open items ---- */

static enum err dispute_take(void *self, const struct disputed *disputed)
{
    struct gathering *g = self;

    if (g->dispute_count == g->dispute_room) {
        g->dispute_room = g->dispute_room * 2 + 64;
        g->disputes = mem_resize(g->disputes, g->dispute_room, sizeof *g->disputes);
    }
    g->disputes[g->dispute_count++] = *disputed;
    return ERR_OK;
}

static int dispute_cmp(const void *a, const void *b)
{
    const struct disputed *x = a, *y = b;

    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

/* Of so much open of an item, what is left out: payments reduce the undisputed part first. */
static int64_t disputed_part(const struct gathering *g, const struct aging_item *item)
{
    const struct disputed wanted = {.item_id = item->id};
    const struct disputed *found =
        g->dispute_count
            ? bsearch(&wanted, g->disputes, g->dispute_count, sizeof *g->disputes, dispute_cmp)
            : NULL;

    if (!found || item->open <= 0)
        return 0;
    return found->amount < item->open ? found->amount : item->open;
}

static enum err overdue_add(struct gathering *g, struct creditaccount *account,
                            const struct aging_item *item, int64_t disputed)
{
    const int32_t days = g->credit->question.day.day - item->due.day;
    int64_t base = item->open_base, apart = 0;

    if (disputed) {
        TRY(amount_scale(base, disputed, item->open, &apart));
        base -= apart;
    }
    TRY(amount_add(account->facts.open, base, &account->facts.open));
    if (days <= 0)
        return ERR_OK;
    if (days > account->facts.oldest_days && base > 0 &&
        (!account->judged || base >= account->policy->small))
        account->facts.oldest_days = days;
    return amount_add(account->facts.overdue, base, &account->facts.overdue);
}

/* What is disputed for a reason that says so counts neither as open nor as overdue. */
static enum err item_take(void *self, const struct aging_item *item)
{
    struct gathering *g = self;
    struct creditaccount *account = whose(g, item->customer_id);
    const int64_t disputed = disputed_part(g, item);
    int64_t sum = item->open, apart = 0;
    bool rated = true;

    if (!account)
        return ERR_OK;
    if (strcmp(item->currency, account->currency.code) != 0)
        TRY(creditgather_turn(g->credit, item->open_base, g->credit->book->currency,
                              account->currency, &sum, &rated));
    account->unrated = account->unrated || !rated;
    if (item->open < 0)
        return amount_sub(account->own_credits, sum, &account->own_credits);
    if (disputed)
        TRY(amount_scale(sum, disputed, item->open, &apart));
    TRY(amount_add(account->own_debits, sum - apart, &account->own_debits));
    return overdue_add(g, account, item, disputed);
}

static enum err items_take(struct gathering *g, int64_t customer_id)
{
    const struct aging_query query = {.as_of = g->credit->question.day,
                                      .by = BY_POSTED,
                                      .customer_id = customer_id,
                                      .control = CONTROL_RECEIVABLE};

    g->dispute_count = 0;
    TRY(disputed_each_of(g->credit->book, DISPUTE_CREDIT, query.as_of, 0, customer_id, dispute_take,
                         g));
    return aging_scan(g->credit->book, &query, item_take, g);
}

/* ---- what accrued ---- */

static enum err accrual_take(void *self, const struct accrual *accrual)
{
    struct gathering *g = self;
    struct creditaccount *account = whose(g, accrual->customer_id);
    int64_t sum = accrual->proposed;
    bool rated = true;

    if (!account || sum == 0)
        return ERR_OK;
    if (!currency_is(accrual->currency, account->currency))
        TRY(creditgather_turn(g->credit, accrual->proposed_base, g->credit->book->currency,
                              account->currency, &sum, &rated));
    account->unrated = account->unrated || !rated;
    return amount_add(account->own_charges, sum, &account->own_charges);
}

/* Worked out only where it counts: it costs more than all the rest. */
static enum err charges_take(struct gathering *g)
{
    const struct creditquestion *question = &g->credit->question;
    const bool past = question->day.day < g->credit->book->today.day;
    struct accrual_query query = {.upto = question->day,
                                  .as_of = past ? question->day : DATE_NONE};
    bool wanted = false;

    for (size_t i = 0; i < g->credit->count && !wanted; i++)
        wanted = g->credit->accounts[i].judged && g->credit->accounts[i].policy->charges;
    if (!wanted)
        return ERR_OK;
    if (!question->customer_id)
        TRY(accrual_each(g->credit->book, &query, accrual_take, g));
    for (size_t i = 0; question->customer_id && i < g->credit->count; i++) {
        query.customer_id = g->credit->accounts[i].id;
        TRY(accrual_each(g->credit->book, &query, accrual_take, g));
    }
    for (size_t i = 0; i < g->credit->count; i++) /* more charged than accrued is no room */
        if (g->credit->accounts[i].own_charges < 0)
            g->credit->accounts[i].own_charges = 0;
    return ERR_OK;
}

/* ---- orders, promises, returned payments ---- */

static enum err order_take(void *self, const struct order_line *line)
{
    struct gathering *g = self;
    struct creditaccount *account = whose(g, line->customer_id);
    int64_t sum = 0;
    bool rated = true;

    if (!account)
        return ERR_OK;
    TRY(creditgather_turn(g->credit, line->amount, line->currency, account->currency, &sum,
                          &rated));
    account->unrated = account->unrated || !rated;
    return amount_add(account->own_orders, sum, &account->own_orders);
}

static enum err promises_take(struct gathering *g, int64_t customer_id)
{
    struct arena arena = {0};
    struct promise *promises;
    int count;
    const enum err e = promise_list(g->credit->book, customer_id, g->credit->question.day, &arena,
                                    &promises, &count);

    for (int i = 0; e == ERR_OK && i < count; i++) {
        struct creditaccount *account = whose(g, promises[i].customer_id);
        if (account && account->judged &&
            (promises[i].state == PROMISE_BROKEN || promises[i].state == PROMISE_PARTIAL) &&
            g->credit->question.day.day - promises[i].taken.day <= account->policy->promises_days)
            account->facts.broken_promises++;
    }
    arena_done(&arena);
    return e;
}

static enum err return_take(void *self, int64_t customer_id, struct date date)
{
    struct gathering *g = self;
    struct creditaccount *account = whose(g, customer_id);

    if (account && account->judged &&
        g->credit->question.day.day - date.day <= account->policy->returns_days)
        account->facts.returns++;
    return ERR_OK;
}

static enum err level_take(void *self, const struct dunlevel *level)
{
    struct gathering *g = self;
    struct creditaccount *account = whose(g, level->customer_id);

    if (account && level->level > account->facts.dunning_level)
        account->facts.dunning_level = level->level;
    return ERR_OK;
}

enum err creditgather_paid(struct creditbook *credit, int64_t customer_id, bool *paid)
{
    int64_t id = 0;

    /* 4: a payment */
    TRY(db_get(credit->book->db, &id, 0,
               "SELECT d.id FROM document d WHERE d.customer_id" OF_CUSTOMER(
                   "$1") " AND d.kind = " KIND_PAYMENT
                         " AND d.posted <= $2 AND NOT EXISTS (SELECT 1 FROM document v"
                         " WHERE v.reverses_id = d.id) LIMIT 1",
               "ii", customer_id, (int64_t)credit->question.day.day));
    *paid = id != 0;
    return ERR_OK;
}

/* ---- holds ---- */

static enum err holds_take(struct gathering *g, int64_t customer_id)
{
    struct hold *holds;
    int count;

    TRY(hold_list(g->credit->book, customer_id, g->credit->question.day, &g->credit->arena, &holds,
                  &count));
    for (int i = 0; i < count; i++) {
        struct creditaccount *account = whose(g, holds[i].customer_id);
        if (account && holds[i].document_id)
            account->automatic = &holds[i];
        else if (account)
            account->hand = &holds[i];
    }
    return ERR_OK;
}

/* ---- all of it ---- */

/* Below a common limit only what is open and ordered counts. */
static enum err gather_of(struct gathering *g, int64_t customer_id, bool judged)
{
    TRY(items_take(g, customer_id));
    TRY(orders_each(g->credit->book, customer_id, NULL, order_take, g));
    if (!judged)
        return ERR_OK;
    TRY(promises_take(g, customer_id));
    TRY(returned_each(g->credit->book, customer_id, g->credit->question.day, return_take, g));
    TRY(dunlevels_each(g->credit->book, g->credit->question.day, customer_id, level_take, g));
    return holds_take(g, customer_id);
}

static enum err document_take(struct gathering *g)
{
    const struct creditquestion *question = &g->credit->question;
    struct creditaccount *account = whose(g, question->customer_id);
    bool rated = true;

    if (!account || question->amount == 0)
        return ERR_OK;
    TRY(creditgather_turn(g->credit, question->amount, question->currency, account->currency,
                          &account->own_document, &rated));
    account->unrated = account->unrated || !rated;
    return ERR_OK;
}

enum err creditgather(struct creditbook *credit)
{
    struct gathering g = {.credit = credit};
    enum err e = ERR_OK;

    if (!credit->question.customer_id)
        e = gather_of(&g, 0, true);
    for (size_t i = 0; e == ERR_OK && credit->question.customer_id && i < credit->count; i++)
        e = gather_of(&g, credit->accounts[i].id, credit->accounts[i].judged);
    if (e == ERR_OK)
        e = charges_take(&g);
    if (e == ERR_OK)
        e = document_take(&g);
    free(g.disputes);
    return e;
}
