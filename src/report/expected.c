#include "report/expected.h"

#include "ledger/awaited.h"
#include "ledger/claim.h"
#include "ledger/habit.h"
#include "ledger/invoice.h"
#include "ledger/recourse.h"
#include "report/openbook.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct class_habit {
    const char *class;
    struct habit habit;
};

struct expecting {
    struct book *book;
    const struct aging_options *options;
    struct arena arena;
    enum err (*each)(void *self, const struct expected *one);
    void *self;
    int64_t *credits;
    struct awaited *awaited; /* by item */
    int awaited_count;
    struct habit_row *habits; /* by customer */
    int habit_count;
    struct class_habit *classes;
    int class_count;
    struct habit all;
    struct dispute_habit *cycles;
    int cycle_count;
    struct dispute_now *disputes; /* by item */
    int dispute_count;
    struct extension *extensions; /* by item */
    int extension_count;
    struct recourse_set recourse;
    /* the customer whose claims pass */
    int64_t customer_id;
    bool begun, wanted;
    int late_days;
};

/* ---- habits ---- */

static const struct habit none = {0, 0, 0};

/* Every list here is in order of the id that its rows begin with. */
static int id_cmp(const void *key, const void *row)
{
    const int64_t *a = key, *b = row;

    return *a < *b ? -1 : *a > *b;
}

static const void *row_of(const void *rows, size_t count, size_t size, int64_t id)
{
    return count ? bsearch(&id, rows, count, size, id_cmp) : NULL;
}

static const struct habit *habit_of(const struct expecting *x, int64_t customer_id)
{
    const struct habit_row *row =
        row_of(x->habits, (size_t)x->habit_count, sizeof *row, customer_id);

    return row ? &row->habit : &none;
}

static void habit_add(struct habit *sum, const struct habit *one)
{
    int64_t amount, weighted;

    if (amount_add(sum->amount, one->amount, &amount) != ERR_OK ||
        amount_add(sum->weighted, one->weighted, &weighted) != ERR_OK)
        return; /* beyond the range: an average needs no more of them */
    *sum = (struct habit){amount, weighted, sum->payments + one->payments};
}

static struct class_habit *class_of(struct expecting *x, const char *class, bool make)
{
    for (int i = 0; i < x->class_count; i++)
        if (strcasecmp(x->classes[i].class, class) == 0)
            return &x->classes[i];
    if (!make)
        return NULL;
    x->classes = mem_resize(x->classes, (size_t)x->class_count + 1, sizeof *x->classes);
    x->classes[x->class_count] = (struct class_habit){.class = arena_text(&x->arena, class)};
    return &x->classes[x->class_count++];
}

static enum err debtor_take(void *self, const struct debtor *debtor)
{
    struct expecting *x = self;
    const struct habit *habit = habit_of(x, debtor->id);

    habit_add(&x->all, habit);
    if (*debtor->class)
        habit_add(&class_of(x, debtor->class, true)->habit, habit);
    return ERR_OK;
}

static enum err promises_take(struct expecting *x)
{
    const struct date day = x->options->as_of;
    struct promise *promises;
    int count;

    TRY(promise_list(x->book, x->options->customer_id, day, &x->arena, &promises, &count));
    return awaited_read(x->book, promises, count, day, &x->arena, &x->awaited, &x->awaited_count);
}

static enum err habits_take(struct expecting *x)
{
    const struct date day = x->options->as_of;

    TRY(habits_read(x->book, day, &x->arena, &x->habits, &x->habit_count));
    TRY(debtors_each(x->book, day, debtor_take, x));
    TRY(dispute_habits(x->book, day, &x->arena, &x->cycles, &x->cycle_count));
    TRY(disputes_now(x->book, day, &x->arena, &x->disputes, &x->dispute_count));
    TRY(extensions_on(x->book, day, &x->arena, &x->extensions, &x->extension_count));
    TRY(recourse_load(x->book, day, x->options->customer_id, &x->arena, &x->recourse));
    return promises_take(x);
}

/* ---- one customer after another ---- */

static enum err customer_begin(struct expecting *x, int64_t customer_id)
{
    struct arena arena = {0};
    struct debtor debtor = {
        .collector = "", .salesperson = "", .class = "", .country = "", .terms = ""};

    x->customer_id = customer_id;
    x->begun = true;
    if (customer_id)
        TRY(debtor_get(x->book, customer_id, x->options->as_of, &arena, &debtor));
    const struct class_habit *class = *debtor.class ? class_of(x, debtor.class, false) : NULL;
    x->wanted = part_has(&x->options->part, &debtor);
    x->late_days = habit_days(habit_of(x, customer_id), class ? &class->habit : &none, &x->all);
    arena_done(&arena);
    return ERR_OK;
}

static int cycle_of(const struct expecting *x, const char *reason)
{
    for (int i = 0; i < x->cycle_count; i++)
        if (strcmp(x->cycles[i].reason, reason) == 0)
            return x->cycles[i].days;
    return 0;
}

/* The longest of the cases on an item, 0 = none is open. */
static int dispute_days(const struct expecting *x, int64_t item_id)
{
    const struct dispute_now *end = x->disputes + x->dispute_count,
                             *row = row_of(x->disputes, (size_t)x->dispute_count, sizeof *row,
                                           item_id);
    int days = 0;

    if (!row)
        return 0;
    while (row > x->disputes && row[-1].item_id == item_id)
        row--;
    for (; row < end && row->item_id == item_id; row++) {
        const int one = cycle_of(x, row->reason);
        days = one > days ? one : days;
    }
    return days;
}

/* An extension that was granted moves it. */
static struct date due_of(const struct expecting *x, const struct claim *claim)
{
    const struct extension *extension =
        row_of(x->extensions, (size_t)x->extension_count, sizeof *extension, claim->id);

    return extension && date_is(extension->until) && extension->until.day > claim->due.day
               ? extension->until
               : claim->due;
}

/* `base` of a claim, promised for a day or (NONE) not; what is in hand waits for no case. */
static enum err part_pass(const struct expecting *x, const struct claim *claim, int64_t base,
                          struct date promised, bool disputed)
{
    const struct date due = due_of(x, claim);
    const struct forecast_facts facts = {.today = x->options->as_of,
                                         .due = due,
                                         .promised = promised,
                                         .late_days = x->late_days,
                                         .dispute_days = disputed ? dispute_days(x, claim->id) : 0};
    const bool out = recourse_of_item(&x->recourse, claim->customer_id, claim->id) != RECOURSE_OURS;
    const struct expected one = {.customer_id = claim->customer_id,
                                 .base = base,
                                 .day = out ? DATE_NONE : forecast_date(&facts),
                                 .terms = forecast_terms_date(facts.today, due),
                                 .promised = date_is(promised)};

    return base ? x->each(x->self, &one) : ERR_OK;
}

/* Each part that is promised on its day, the rest by habit; `left` is the base that credits leave
 * of the claim. */
static enum err claim_pass(const struct expecting *x, const struct claim *claim, int64_t left)
{
    int64_t amount = 0, base = 0; /* of the parts so far */
    int count;
    const struct awaited *parts = awaited_of(x->awaited, x->awaited_count, claim->id, &count);

    for (int i = 0; i < count && left > 0; i++) {
        int64_t until;
        TRY(amount_add(amount, parts[i].amount, &amount));
        TRY(amount_scale(claim->base, amount, claim->open, &until));
        const int64_t part = until - base < left ? until - base : left;
        TRY(part_pass(x, claim, part, parts[i].day, parts[i].promise_id != 0));
        left -= part;
        base = until;
    }
    return part_pass(x, claim, left, DATE_NONE, true);
}

/* The claims of one customer and currency, credits off the oldest. */
static enum err group_pass(struct expecting *x, struct claim *claims, size_t count)
{
    int64_t credit = 0;

    for (size_t i = 0; i < count; i++)
        if (claims[i].base < 0)
            credit -= claims[i].base;
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &claims[i];
        if (claim->base <= 0)
            continue;
        const int64_t off = credit < claim->base ? credit : claim->base;
        credit -= off;
        TRY(claim_pass(x, claim, claim->base - off));
    }
    return amount_sub(*x->credits, credit, x->credits);
}

static enum err claims_take(void *self, struct claim *claims, size_t count)
{
    struct expecting *x = self;
    const char *wanted = x->options->currency;

    if (!x->begun || claims->customer_id != x->customer_id)
        TRY(customer_begin(x, claims->customer_id));
    if (!x->wanted || (wanted && strcasecmp(wanted, claims->currency) != 0))
        return ERR_OK;
    return group_pass(x, claims, count);
}

enum err expected_each(struct book *book, const struct aging_options *options,
                       enum err (*each)(void *self, const struct expected *one), void *self,
                       int64_t *credits)
{
    struct expecting x = {
        .book = book, .options = options, .each = each, .self = self, .credits = credits};
    const struct aging_query query = {.as_of = options->as_of,
                                      .customer_id = options->customer_id,
                                      .control = CONTROL_RECEIVABLE};
    enum err e;

    *credits = 0;
    e = habits_take(&x);
    if (e == ERR_OK)
        e = claims_each(book, &query, claims_take, &x);
    free(x.classes);
    arena_done(&x.arena);
    return e;
}
