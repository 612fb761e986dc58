#include "report/callbook.h"

#include "ledger/creditbook.h"
#include "ledger/customer.h"
#include "ledger/dispute.h"
#include "ledger/dunlevel.h"
#include "ledger/lateness.h"
#include "ledger/setting.h"
#include "report/callorder.h"
#include "report/callours.h"
#include "report/callplace.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void *grown(void *old, size_t *room, size_t size)
{
    *room = *room ? *room * 2 : 256;
    return mem_resize(old, *room, size);
}

/* ---- what is read ---- */

static enum err weights_read(struct callbook *calls)
{
    static const char *const names[] = {
#define X(rule, setting, otherwise, word, sentence) "worklist." setting,
        WORKLIST_RULES(X)
#undef X
    };

    for (int rule = 0; rule < WORKLIST_COUNT; rule++)
        calls->weights.of[rule] = setting_int(calls->book, names[rule]);
    calls->weights.old_days = setting_int(calls->book, "worklist.old-days");
    calls->weights.silent_days = setting_int(calls->book, "worklist.silent-days");
    return ERR_OK;
}

static enum err touch_take(void *self, const struct touch *touch)
{
    struct callbook *calls = self;

    if (calls->touch_count == calls->touch_room)
        calls->touches = grown(calls->touches, &calls->touch_room, sizeof *calls->touches);
    struct touch *copy = &calls->touches[calls->touch_count++];
    *copy = *touch;
    copy->next_action = arena_text(&calls->arena, touch->next_action);
    copy->next_owner = arena_text(&calls->arena, touch->next_owner);
    return ERR_OK;
}

static enum err late_take(void *self, int64_t customer_id)
{
    struct callbook *calls = self;

    if (calls->late_count == calls->late_room)
        calls->late = grown(calls->late, &calls->late_room, sizeof *calls->late);
    calls->late[calls->late_count++] = customer_id;
    return ERR_OK;
}

const struct touch *callbook_touch(const struct callbook *calls, int64_t customer_id)
{
    size_t low = 0, high = calls->touch_count;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (calls->touches[middle].customer_id < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < calls->touch_count && calls->touches[low].customer_id == customer_id
               ? &calls->touches[low]
               : NULL;
}

/* The first promise of a customer or a later one, in order of customer. */
static int promises_from(const struct callbook *calls, int64_t customer_id)
{
    int low = 0, high = calls->promise_count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (calls->promises[middle].customer_id < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Was late before, and what shows it came open again since; callorder asks the others. */
static bool late_undone(const struct callbook *calls, int64_t customer_id)
{
    size_t low = 0, high = calls->late_count;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (calls->late[middle] < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < calls->late_count && calls->late[low] == customer_id;
}

/* ---- one line ---- */

static bool is_broken(const struct promise *promise)
{
    return promise->state == PROMISE_BROKEN || promise->state == PROMISE_PARTIAL;
}

static enum err promised_sum(const struct callbook *calls, int64_t item_id, int64_t *sum)
{
    int count;
    const struct awaited *parts =
        awaited_of(calls->awaited, calls->awaited_count, item_id, &count);

    *sum = 0;
    for (int i = 0; i < count; i++)
        TRY(amount_add(*sum, parts[i].amount, sum));
    return ERR_OK;
}

/* What of the overdue is disputed, promised or in hand. */
static enum err spoken_sum(struct callbook *calls, struct callline *line)
{
    const struct openline *open = line->open;

    if (!open || open->overdue <= 0 || (!calls->awaited_count && open->disputed == 0))
        return ERR_OK;
    for (uint32_t at = open->first; at != NO_INDEX; at = calls->open.items[at].next) {
        const struct openitem *item = &calls->open.items[at];
        int64_t spoken;
        if (item->open <= 0 || item->due.day >= calls->as_of.day ||
            !callours_item(&calls->open, open->customer_id, item->id))
            continue;
        TRY(promised_sum(calls, item->id, &spoken));
        TRY(amount_add(spoken, openbook_disputed(&calls->open, item->id, item->open), &spoken));
        if (spoken > item->open)
            spoken = item->open;
        TRY(amount_add(line->facts.spoken_for, spoken, &line->facts.spoken_for));
    }
    return ERR_OK;
}

/* Promises in this currency: a later one that is open or kept makes an older broken one past. */
static enum err promises_weigh(struct callbook *calls, struct callline *line)
{
    const struct promise *open = NULL, *broken = NULL;
    int64_t made_good = 0;

    for (int i = promises_from(calls, line->customer_id);
         i < calls->promise_count && calls->promises[i].customer_id == line->customer_id; i++) {
        const struct promise *p = &calls->promises[i];
        if (!currency_is(p->currency, line->currency))
            continue;
        if ((p->state == PROMISE_OPEN || p->state == PROMISE_KEPT) && p->id > made_good)
            made_good = p->id;
        if (p->state == PROMISE_OPEN) {
            open = open ? open : p;
            for (int k = 0; k < p->part_count; k++)
                line->facts.promise_today =
                    line->facts.promise_today ||
                    (p->parts[k].state == PROMISE_OPEN && p->parts[k].day.day == calls->as_of.day);
        } else if (is_broken(p) && (!broken || p->id > broken->id)) {
            broken = p;
        }
    }
    if (broken && broken->id > made_good && line->open && line->open->overdue > 0)
        line->facts.broken_promises = 1;
    line->promise = line->facts.broken_promises ? broken : open;
    return spoken_sum(calls, line);
}

static struct callline *line_new(struct callbook *calls, int64_t customer_id,
                                 struct currency currency, const char *code)
{
    if (calls->count == calls->room)
        calls->lines = grown(calls->lines, &calls->room, sizeof *calls->lines);
    struct callline *line = &calls->lines[calls->count++];
    *line = (struct callline){.customer_id = customer_id,
                              .currency = currency,
                              .code = code,
                              .facts = {.contact_days = -1}};
    return line;
}

static enum err line_fill(struct callbook *calls, struct callline *line)
{
    struct worklist_facts *facts = &line->facts;

    if (line->open) {
        facts->overdue = line->open->overdue;
        facts->oldest_days =
            date_is(line->open->oldest) ? calls->as_of.day - line->open->oldest.day : 0;
    }
    facts->first_late = !late_undone(calls, line->customer_id);
    line->touch = callbook_touch(calls, line->customer_id);
    if (line->touch && date_is(line->touch->last))
        facts->contact_days = calls->as_of.day - line->touch->last.day;
    facts->call_today =
        line->touch && date_is(line->touch->next) && line->touch->next.day <= calls->as_of.day;
    return promises_weigh(calls, line);
}

/* ---- the lines ---- */

static enum err overdue_lines(struct callbook *calls, int64_t minimum)
{
    for (size_t i = 0; i < calls->open.line_count; i++) {
        const struct openline *open = &calls->open.lines[i];
        bool late;
        TRY(callplace_late(calls, open, minimum, &late));
        if (!late || !openbook_wanted(&calls->open, (uint32_t)i))
            continue;
        struct callline *line =
            line_new(calls, open->customer_id, open->currency, open->debtor->code);
        line->open = open;
        TRY(line_fill(calls, line));
    }
    return ERR_OK;
}

static int id_cmp(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* Somebody is to be called although nothing (or too little) is overdue. */
struct extra {
    int64_t customer_id;
    struct currency currency;
    bool any_currency; /* the account's own */
    bool planned;      /* somebody means to: though others collect all that is owed */
};

static enum err account_currency(struct callbook *calls, int64_t customer_id, struct currency *out)
{
    struct customer customer;

    TRY(customer_get(calls->book, customer_id, &calls->arena, &customer));
    *out = customer.currency;
    return ERR_OK;
}

static enum err extra_add(struct callbook *calls, const struct extra *extra, const int64_t *there,
                          size_t count)
{
    struct debtor debtor;
    struct currency currency = extra->currency;

    if (bsearch(&extra->customer_id, there, count, sizeof *there, id_cmp))
        return ERR_OK;
    for (size_t i = count; i < calls->count; i++) /* there are few of them */
        if (calls->lines[i].customer_id == extra->customer_id)
            return ERR_OK;
    if (calls->open.plan.scan.customer_id &&
        calls->open.plan.scan.customer_id != extra->customer_id)
        return ERR_OK;
    TRY(debtor_get(calls->book, extra->customer_id, calls->as_of, &calls->arena, &debtor));
    if (calls->open.plan.part.collector &&
        strcasecmp(debtor.collector, calls->open.plan.part.collector) != 0)
        return ERR_OK;
    if (extra->any_currency)
        TRY(account_currency(calls, extra->customer_id, &currency));
    if (calls->open.plan.currency && strcmp(currency.code, calls->open.plan.currency) != 0)
        return ERR_OK;
    const struct openline *open = openbook_line(&calls->open, extra->customer_id, currency.code);
    if (!extra->planned && callours_nothing(&calls->open, open))
        return ERR_OK;
    struct callline *line = line_new(calls, extra->customer_id, currency, debtor.code);
    line->open = open;
    return line_fill(calls, line);
}

/* A hold that an invoice set by itself is told to the collector: the customer is called, until
 * somebody was in touch since. */
static enum err stopped_lines(struct callbook *calls, const int64_t *there, size_t count)
{
    struct hold *holds = NULL;
    int hold_count = 0;

    TRY(hold_list(calls->book, calls->open.plan.scan.customer_id, calls->as_of, &calls->arena,
                  &holds, &hold_count));
    for (int n = 0; n < hold_count; n++) {
        const struct touch *touch = callbook_touch(calls, holds[n].customer_id);
        if (holds[n].document_id &&
            !(touch && date_is(touch->last) && touch->last.day >= holds[n].day.day))
            TRY(extra_add(
                calls, &(struct extra){.customer_id = holds[n].customer_id, .any_currency = true},
                there, count));
    }
    return ERR_OK;
}

static enum err extra_lines(struct callbook *calls)
{
    const size_t count = calls->count;
    int64_t *there = arena_new(&calls->arena, (count + 1) * sizeof *there);
    enum err e = ERR_OK;

    for (size_t i = 0; i < count; i++)
        there[i] = calls->lines[i].customer_id;
    qsort(there, count, sizeof *there, id_cmp);
    for (size_t i = 0; e == ERR_OK && i < calls->touch_count; i++) {
        const struct touch *touch = &calls->touches[i];
        if (date_is(touch->next) && touch->next.day <= calls->as_of.day)
            e = extra_add(calls,
                          &(struct extra){.customer_id = touch->customer_id,
                                          .any_currency = true,
                                          .planned = true},
                          there, count);
    }
    if (e == ERR_OK)
        e = stopped_lines(calls, there, count);
    for (int i = 0; e == ERR_OK && i < calls->promise_count; i++) {
        const struct promise *p = &calls->promises[i];
        if (p->state == PROMISE_OPEN &&
            promise_next(p->parts, p->part_count)->day.day == calls->as_of.day)
            e = extra_add(
                calls,
                &(struct extra){.customer_id = p->customer_id, .currency = p->currency},
                there, count);
    }
    return e;
}

/* ---- what else is weighed ---- */

static int customer_cmp(const void *a, const void *b)
{
    const struct callline *x = a, *y = b;

    return (x->customer_id > y->customer_id) - (x->customer_id < y->customer_id);
}

static size_t line_first(const struct callbook *calls, int64_t customer_id)
{
    size_t low = 0, high = calls->count;

    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (calls->lines[middle].customer_id < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Dunned accounts are looked for among the lines, which are in order of customer. */
static enum err level_take(void *self, const struct dunlevel *level)
{
    struct callbook *calls = self;
    size_t low = line_first(calls, level->customer_id);

    if (!callours_item(&calls->open, level->customer_id, level->item_id))
        return ERR_OK;
    for (; low < calls->count && calls->lines[low].customer_id == level->customer_id; low++)
        if (calls->lines[low].facts.dunning_level < level->level)
            calls->lines[low].facts.dunning_level = level->level;
    return ERR_OK;
}

/* Exposure against what was agreed, as credit counts it (R8): in the account's own currency, or in
 * the first line of one that owes only in another. */
static enum err limits_weigh(struct callbook *calls)
{
    const struct creditquestion question = {.customer_id = calls->open.plan.scan.customer_id,
                                            .day = calls->as_of};
    struct creditbook credit;
    bool any = false;

    TRY(limits_are(calls->book, &any));
    if (!any)
        return ERR_OK;
    const enum err e = creditbook_read(&credit, calls->book, &question);
    for (size_t i = 0; e == ERR_OK && i < calls->count; i++) {
        struct callline *line = &calls->lines[i];
        const struct creditaccount *account = creditbook_find(&credit, line->customer_id);
        if (account && currency_is(account->currency, line->currency))
            line->facts.over_limit = account->facts.limit != CREDIT_UNLIMITED &&
                                     !account->facts.covered && account->verdict.available < 0;
    }
    creditbook_done(&credit);
    return e;
}

/* Orders are stopped, by hand or by an invoice that broke a rule. */
static enum err holds_weigh(struct callbook *calls)
{
    struct hold *holds = NULL;
    int count = 0;

    TRY(hold_list(calls->book, calls->open.plan.scan.customer_id, calls->as_of, &calls->arena,
                  &holds, &count));
    for (int n = 0; n < count; n++)
        for (size_t i = line_first(calls, holds[n].customer_id);
             i < calls->count && calls->lines[i].customer_id == holds[n].customer_id; i++)
            calls->lines[i].facts.on_hold = true;
    return ERR_OK;
}

static enum err cases_weigh(struct callbook *calls)
{
    struct dispute *cases = NULL;
    int64_t customer_id = 0;
    int count = 0;

    TRY(dispute_list_on(calls->book, calls->open.plan.scan.customer_id, true, calls->as_of,
                        &calls->arena, &cases, &count));
    for (int n = 0; n < count; n++) {
        if (!date_is(cases[n].due) || cases[n].due.day >= calls->as_of.day)
            continue;
        TRY(customer_stays(calls->book, cases[n].customer_id, &customer_id));
        if (!callours_item(&calls->open, customer_id, cases[n].item_id))
            continue;
        for (size_t i = line_first(calls, customer_id);
             i < calls->count && calls->lines[i].customer_id == customer_id; i++)
            if (currency_is(calls->lines[i].currency, cases[n].currency))
                calls->lines[i].facts.case_late = true;
    }
    return ERR_OK;
}

static enum err lines_score(struct callbook *calls, int64_t minimum)
{
    TRY(callplace_fill(calls, minimum));
    qsort(calls->lines, calls->count, sizeof *calls->lines, customer_cmp);
    TRY(limits_weigh(calls));
    TRY(holds_weigh(calls));
    TRY(cases_weigh(calls));
    TRY(dunlevels_each(calls->book, calls->as_of, calls->open.plan.scan.customer_id, level_take,
                       calls));
    return callorder_score(calls);
}

/* ---- life ---- */

enum err callbook_read(struct callbook *calls, struct book *book,
                       const struct aging_options *options, bool ours)
{
    struct openbook_plan plan;

    *calls = (struct callbook){.book = book, .as_of = options->as_of};
    TRY(weights_read(calls));
    TRY(promise_list(book, options->customer_id, options->as_of, &calls->arena, &calls->promises,
                     &calls->promise_count));
    TRY(awaited_read(book, calls->promises, calls->promise_count, options->as_of, &calls->arena,
                     &calls->awaited, &calls->awaited_count));
    TRY(openbook_plan_make(book, options, CONTROL_RECEIVABLE, &plan));
    plan.items = true;
    plan.ours = ours;
    TRY(openbook_read(&calls->open, book, &plan));
    TRY(callplace_rates(calls));
    TRY(touches_each(book, options->as_of, options->customer_id, touch_take, calls));
    TRY(late_undone_each(book, options->as_of, late_take, calls));
    const int64_t minimum = setting_int(book, "worklist.minimum");
    TRY(overdue_lines(calls, minimum));
    TRY(extra_lines(calls));
    return calls->count ? lines_score(calls, minimum) : ERR_OK;
}

void callbook_done(struct callbook *calls)
{
    openbook_done(&calls->open);
    arena_done(&calls->arena);
    free(calls->touches);
    free(calls->late);
    free(calls->lines);
    free(calls->queue);
    *calls = (struct callbook){.count = 0};
}
