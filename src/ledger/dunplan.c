/* dunplan: the open items of a day, account by account, with the facts that decide, judged. */
#include "ledger/dunplan.h"

#include "ledger/agingscan.h"
#include "ledger/debtor.h"
#include "ledger/dunfacts.h"
#include "ledger/dunscheme.h"
#include "ledger/setting.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* An open item as it was scanned; a million of them are sorted. */
struct raw {
    int64_t customer_id, item_id, open, base;
    int32_t due;
    char currency[4];
};
struct own {
    const char *who, *scheme; /* a class or a customer's code */
};
struct scheme {
    const char *code;
    struct dunning_scheme steps; /* in the book's currency */
};

struct making {
    struct dunplan *plan;
    const struct dunplan_options *options;
    struct dunfacts facts;
    struct raw *raws;
    size_t raw_count, raw_room, at;
    struct scheme *schemes;
    int scheme_count;
    const char *usual;               /* the scheme of the book */
    struct own *classes, *customers; /* customers by code */
    size_t class_count, customer_count, class_room, customer_room;
    int room; /* accounts */
};

static void *grown(void *old, size_t *room, size_t size)
{
    *room = *room ? *room * 2 : 64;
    return mem_resize(old, *room, size);
}

/* ---- which scheme --------------------------------------------------------------------------- */

static enum err own_take(void *self, const struct setting_own *own)
{
    struct making *m = self;
    struct arena *arena = &m->plan->arena;

    if (*own->class) {
        if (m->class_count == m->class_room)
            m->classes = grown(m->classes, &m->class_room, sizeof *m->classes);
        m->classes[m->class_count++] =
            (struct own){arena_text(arena, own->class), arena_text(arena, own->value)};
        return ERR_OK;
    }
    if (m->customer_count == m->customer_room)
        m->customers = grown(m->customers, &m->customer_room, sizeof *m->customers);
    m->customers[m->customer_count++] =
        (struct own){arena_text(arena, own->customer), arena_text(arena, own->value)};
    return ERR_OK;
}

static int own_cmp(const void *a, const void *b)
{
    const struct own *x = a, *y = b;

    return strcasecmp(x->who, y->who);
}

static enum err schemes_read(struct making *m)
{
    struct book *book = m->plan->book;
    struct arena *arena = &m->plan->arena;
    struct dunscheme_level *levels;
    int count;

    TRY(dunscheme_list(book, NULL, arena, &levels, &count));
    m->schemes = arena_new(arena, ((size_t)count + 1) * sizeof *m->schemes);
    for (int i = 0; i < count; i++) {
        struct scheme *last = m->scheme_count ? &m->schemes[m->scheme_count - 1] : NULL;
        if (!last || strcasecmp(last->code, levels[i].scheme) != 0) {
            last = &m->schemes[m->scheme_count++];
            *last =
                (struct scheme){.code = levels[i].scheme,
                                .steps = {.jumps = setting_int(book, "dunning.jumps") != 0,
                                          .interval = (int)setting_int(book, "dunning.interval"),
                                          .gap = (int)setting_int(book, "dunning.gap")}};
        }
        last->steps.steps[levels[i].level] = levels[i].step;
    }
    TRY(setting_text(book, "dunning.scheme", arena, &m->usual));
    TRY(setting_own_each(book, "dunning.scheme", own_take, m));
    if (m->customer_count)
        qsort(m->customers, m->customer_count, sizeof *m->customers, own_cmp);
    return ERR_OK;
}

/* Its own, else its class's, else the book's. */
static const char *scheme_code(const struct making *m, const struct debtor *debtor)
{
    const struct own key = {.who = debtor->code};
    const struct own *own = m->customer_count ? bsearch(&key, m->customers, m->customer_count,
                                                        sizeof *m->customers, own_cmp)
                                              : NULL;

    for (size_t i = 0; !own && *debtor->class && i < m->class_count; i++)
        if (strcasecmp(m->classes[i].who, debtor->class) == 0)
            own = &m->classes[i];
    return own ? own->scheme : m->usual;
}

/* NULL = exempt. */
static enum err scheme_of(struct making *m, const struct debtor *debtor, const struct scheme **out)
{
    const char *code = scheme_code(m, debtor);

    *out = NULL;
    if (strcasecmp(code, DUNSCHEME_EXEMPT) == 0)
        return ERR_OK;
    for (int i = 0; i < m->scheme_count; i++)
        if (strcasecmp(m->schemes[i].code, code) == 0) {
            *out = &m->schemes[i];
            return ERR_OK;
        }
    return fail(m->plan->book->note, ERR_MISSING,
                "%s is dunned by the scheme %s, which has no levels; `dunning level list` shows"
                " what there is",
                debtor->code, code);
}

/* Amounts of the scheme in the currency of the account, at the rate at which it is booked. */
static enum err steps_for(struct making *m, const struct scheme *scheme, int64_t open, int64_t base,
                          const struct dunning_scheme **out)
{
    *out = &scheme->steps;
    if (open == base || base <= 0)
        return ERR_OK; /* the same for all accounts in the book's currency */
    struct dunning_scheme *own = arena_new(&m->plan->arena, sizeof *own);
    *own = scheme->steps;
    for (int level = 0; level < DUNNING_LEVELS; level++) {
        struct dunning_step *step = &own->steps[level];
        TRY(amount_scale(step->minimum, open, base, &step->minimum));
        TRY(amount_scale(step->fee, open, base, &step->fee));
    }
    *out = own;
    return ERR_OK;
}

/* ---- one item ------------------------------------------------------------------------------- */

static void against(struct dunrow *row, struct dunning_item *item, enum dunning_reason reason,
                    const struct dunmark *mark)
{
    item->reason = reason;
    row->until = mark->until;
    row->words = mark->words;
    row->promised = mark->amount;
}

static void row_make(const struct making *m, const struct raw *raw, struct dunrow *row,
                     struct dunning_item *item)
{
    const struct dunfacts *facts = &m->facts;
    const int32_t day = m->plan->day.day;
    const struct dunlevel *level = dunlevel_find(&facts->levels, raw->item_id);
    const struct dunmark *dispute = dunmark_find(&facts->disputes, raw->item_id);
    const struct dunmark *promise = dunmark_find(&facts->promises, raw->item_id);
    const struct dunmark *in_hand = dunmark_find(&facts->in_hand, raw->item_id);
    const struct dunmark *extension = dunmark_find(&facts->extensions, raw->item_id);
    const struct dunmark *block = dunmark_find(&facts->blocks, raw->item_id);
    const struct placed *placed = placed_find(&facts->placed, raw->customer_id, raw->item_id);

    *row = (struct dunrow){
        .item_id = raw->item_id, .due = {raw->due}, .until = DATE_NONE, .words = ""};
    *item = (struct dunning_item){.open = raw->open,
                                  .days = day - raw->due,
                                  .level = level ? level->level : DUNNING_NONE,
                                  .since = level && date_is(level->day) ? day - level->day.day : -1,
                                  .held = level && level->held_id != 0,
                                  .charge = dunmark_find(&facts->charges, raw->item_id) != NULL};
    if (dispute)
        item->disputed = dispute->number < item->open ? dispute->number : item->open;
    if (in_hand) {
        const int64_t rest = item->open - item->disputed;
        item->in_hand = in_hand->number < rest ? in_hand->number : rest;
        row->until = in_hand->until;
    }
    if (placed) {
        item->reason = DUNNING_AGENCY;
        row->words = placed->agency;
    } else if (block) {
        against(row, item, DUNNING_BLOCK, block);
    } else if (promise) {
        against(row, item, promise->number ? DUNNING_PLAN : DUNNING_PROMISE, promise);
    } else if (extension && date_is(extension->until) && extension->until.day > raw->due) {
        row->due = extension->until; /* its days begin anew behind that day */
        if (extension->until.day >= day && item->days >= 1)
            against(row, item, DUNNING_EXTENSION, extension);
        else
            item->days = day - extension->until.day;
    }
}

/* ---- one account ---------------------------------------------------------------------------- */

static struct dunaccount *account_new(struct making *m, const struct debtor *debtor,
                                      const struct raw *raw)
{
    struct dunplan *plan = m->plan;

    if (plan->count == m->room) {
        m->room = m->room ? m->room * 2 : 64;
        plan->accounts = mem_resize(plan->accounts, (size_t)m->room, sizeof *plan->accounts);
    }
    struct dunaccount *account = &plan->accounts[plan->count++];
    *account = (struct dunaccount){.customer_id = debtor->id,
                                   .currency = book_currency_of(plan->book, raw->currency),
                                   .code = arena_text(&plan->arena, debtor->code),
                                   .name = arena_text(&plan->arena, debtor->name),
                                   .collector = arena_text(&plan->arena, debtor->collector),
                                   .scheme = DUNSCHEME_EXEMPT,
                                   .until = DATE_NONE,
                                   .words = "",
                                   .account = {.since_run = -1}};
    return account;
}

static void account_against(const struct making *m, struct dunaccount *account)
{
    const struct dunmark *block = dunmark_find(&m->facts.customers, account->customer_id);
    const struct dunmark *letter = dunmark_find(&m->facts.letters, account->customer_id);
    const struct insolvent *insolvent = insolvent_find(&m->facts.insolvent, account->customer_id);

    if (letter)
        account->account.since_run = m->plan->day.day - letter->until.day;
    if (insolvent) {
        account->account.reason = DUNNING_INSOLVENT;
        account->until = insolvent->since;
    } else if (block) {
        account->account.reason = DUNNING_CUSTOMER_BLOCK;
        account->until = block->until;
        account->words = block->words;
    } else if (m->options->left_out && m->options->left_out(m->options->self, account->code)) {
        account->account.reason = DUNNING_LEFT_OUT;
    }
}

/* What is not due yet, and no reminder reaches, is not spoken of. */
static void rows_keep(struct dunaccount *account)
{
    int kept = 0;

    for (int i = 0; i < account->account.count; i++) {
        if (account->account.items[i].reason == DUNNING_NOT_DUE)
            continue;
        account->account.items[kept] = account->account.items[i];
        account->rows[kept++] = account->rows[i];
    }
    account->account.count = kept;
}

/* Items from..to are those of one customer in one currency, the oldest due first. */
static enum err account_make(struct making *m, const struct debtor *debtor, size_t from, size_t to)
{
    const struct scheme *scheme = NULL;
    struct dunplan *plan = m->plan;
    int64_t open = 0, base = 0, credits = 0;
    size_t reached = 0;

    TRY(scheme_of(m, debtor, &scheme));
    const int window = scheme && scheme->steps.steps[0].active ? scheme->steps.steps[0].days : 1;
    for (size_t i = from; i < to; i++) {
        const struct raw *raw = &m->raws[i];
        if (raw->open < 0) {
            TRY(amount_sub(credits, raw->open, &credits));
            continue;
        }
        TRY(amount_add(open, raw->open, &open));
        TRY(amount_add(base, raw->base, &base));
        reached += plan->day.day - raw->due >= window;
    }
    if (reached == 0)
        return ERR_OK;
    struct dunaccount *account = account_new(m, debtor, &m->raws[from]);
    account->rows = arena_new(&plan->arena, reached * sizeof *account->rows);
    account->account.items = arena_new(&plan->arena, reached * sizeof *account->account.items);
    account->account.credits = credits;
    account->account.all_open = open;
    account_against(m, account);
    if (scheme) {
        account->scheme = scheme->code;
        TRY(steps_for(m, scheme, open, base, &account->steps));
    } else {
        static const struct dunning_scheme nothing = {.interval = 0};
        account->steps = &nothing;
        account->account.reason = DUNNING_EXEMPT;
    }
    for (size_t i = from; i < to; i++)
        if (m->raws[i].open > 0 && plan->day.day - m->raws[i].due >= window) {
            const int at = account->account.count++;
            row_make(m, &m->raws[i], &account->rows[at], &account->account.items[at]);
        }
    TRY(dunning_judge(account->steps, &account->account));
    rows_keep(account);
    plan->count -= account->account.count == 0;
    return ERR_OK;
}

static enum err debtor_take(void *self, const struct debtor *debtor)
{
    struct making *m = self;

    while (m->at < m->raw_count && m->raws[m->at].customer_id < debtor->id)
        m->at++;
    while (m->at < m->raw_count && m->raws[m->at].customer_id == debtor->id) {
        const size_t from = m->at;
        while (m->at < m->raw_count && m->raws[m->at].customer_id == debtor->id &&
               strcmp(m->raws[m->at].currency, m->raws[from].currency) == 0)
            m->at++;
        if (!m->options->collector || strcasecmp(debtor->collector, m->options->collector) == 0)
            TRY(account_make(m, debtor, from, m->at));
    }
    return ERR_OK;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static enum err raw_take(void *self, const struct aging_item *item)
{
    struct making *m = self;

    if (m->raw_count == m->raw_room)
        m->raws = grown(m->raws, &m->raw_room, sizeof *m->raws);
    struct raw *raw = &m->raws[m->raw_count++];
    *raw = (struct raw){.customer_id = item->customer_id,
                        .item_id = item->id,
                        .open = item->open,
                        .base = item->open_base,
                        .due = item->due.day};
    memcpy(raw->currency, item->currency, sizeof raw->currency);
    return ERR_OK;
}

static int raw_cmp(const void *a, const void *b)
{
    const struct raw *x = a, *y = b;

    if (x->customer_id != y->customer_id)
        return x->customer_id < y->customer_id ? -1 : 1;
    const int code = strcmp(x->currency, y->currency);
    if (code)
        return code;
    if (x->due != y->due)
        return x->due < y->due ? -1 : 1;
    return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

static int account_cmp(const void *a, const void *b)
{
    const struct dunaccount *x = a, *y = b;
    const int code = strcasecmp(x->code, y->code);

    return code ? code : strcmp(x->currency.code, y->currency.code);
}

static enum err plan_make(struct making *m)
{
    struct dunplan *plan = m->plan;
    const struct aging_query scan = {.as_of = plan->day,
                                     .by = BY_POSTED,
                                     .customer_id = m->options->customer_id,
                                     .control = CONTROL_RECEIVABLE};
    struct debtor debtor;

    TRY(schemes_read(m));
    TRY(dunfacts_read(&m->facts, setting_int(plan->book, "dunning.interval")));
    TRY(aging_scan(plan->book, &scan, raw_take, m));
    if (m->raw_count == 0)
        return ERR_OK;
    qsort(m->raws, m->raw_count, sizeof *m->raws, raw_cmp);
    if (m->options->customer_id) {
        TRY(debtor_get(plan->book, m->options->customer_id, plan->day, &plan->arena, &debtor));
        TRY(debtor_take(m, &debtor));
    } else {
        TRY(debtors_each(plan->book, plan->day, debtor_take, m));
    }
    if (plan->count)
        qsort(plan->accounts, (size_t)plan->count, sizeof *plan->accounts, account_cmp);
    return ERR_OK;
}

enum err dunplan_read(struct dunplan *plan, struct book *book,
                      const struct dunplan_options *options)
{
    struct making m = {.plan = plan, .options = options};

    *plan = (struct dunplan){.book = book, .day = options->day};
    m.facts = (struct dunfacts){.book = book,
                                .day = options->day,
                                .customer_id = options->customer_id,
                                .arena = &plan->arena};
    const enum err e = plan_make(&m);
    dunfacts_done(&m.facts);
    free(m.raws);
    free(m.classes);
    free(m.customers);
    return e;
}

void dunplan_done(struct dunplan *plan)
{
    free(plan->accounts);
    arena_done(&plan->arena);
    *plan = (struct dunplan){.count = 0};
}
