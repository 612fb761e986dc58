#include "app/dunningrun.h"

#include "base/pagetext.h"
#include "base/text.h"
#include "ledger/customer.h"
#include "ledger/dunscheme.h"
#include "report/dunningpage.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BODY_MAX (1 << 22)

const struct arg_column dunningrun_customers[] = {
    {"customer", ARG_CUSTOMER, ARG_REQUIRED, "who"},
    {NULL, ARG_TEXT, 0, NULL},
};

static bool is_listed(const struct args *args, const char *list, const char *code)
{
    for (int i = 0; i < args_count(args, list); i++)
        if (text_same(args_row(args, list, i)->values[0].text, code))
            return true;
    return false;
}

static bool is_left_out(void *self, const char *code)
{
    return is_listed(self, "except", code);
}

static enum err list_check(struct act *act, const char *list)
{
    struct customer customer;

    for (int i = 0; i < args_count(act->args, list); i++)
        TRY(customer_find(act->book, args_row(act->args, list, i)->values[0].text, act->arena,
                          &customer));
    return ERR_OK;
}

static void only_keep(struct act *act, struct dunplan *plan)
{
    int kept = 0;

    for (int i = 0; i < plan->count; i++)
        if (is_listed(act->args, "only", plan->accounts[i].code))
            plan->accounts[kept++] = plan->accounts[i];
    plan->count = kept;
}

enum err dunningrun_plan(struct act *act, struct dunplan *plan)
{
    struct dunplan_options options = {.day = args_date(act->args, "date", book_today(act->book)),
                                      .collector = args_get(act->args, "collector"),
                                      .left_out = is_left_out,
                                      .self = (void *)act->args};
    struct customer customer;

    *plan = (struct dunplan){.count = 0};
    TRY(list_check(act, "except"));
    TRY(list_check(act, "only"));
    if (args_given(act->args, "customer")) {
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        options.customer_id = customer.id;
    }
    TRY(dunplan_read(plan, act->book, &options));
    if (args_count(act->args, "only"))
        only_keep(act, plan);
    return ERR_OK;
}

/* ---- the letters of an account -------------------------------------------------------------- */

struct levels {
    struct dunscheme_level *of;
    int count;
};

static const struct dunscheme_level *level_of(const struct levels *levels, const char *scheme,
                                              int level)
{
    for (int i = 0; i < levels->count; i++)
        if (levels->of[i].level == level && strcasecmp(levels->of[i].scheme, scheme) == 0)
            return &levels->of[i];
    must(false); /* the plan stands on them */
    return NULL;
}

static int items_at(const struct dunaccount *account, int level)
{
    int count = 0;

    for (int i = 0; i < account->account.count; i++)
        count += account->account.items[i].next == level;
    return count;
}

enum err dunningrun_sums(struct act *act, const struct dunplan *plan, bool hold,
                         struct dunningrun_sums *out)
{
    struct levels levels;
    int64_t last = 0;

    *out = (struct dunningrun_sums){.letters = 0};
    TRY(dunscheme_list(act->book, NULL, act->arena, &levels.of, &levels.count));
    for (int i = 0; i < plan->count; i++) {
        const struct dunaccount *account = &plan->accounts[i];
        int items = 0;
        for (int level = 0; level < DUNNING_LEVELS; level++) {
            const int at = items_at(account, level);
            out->letters += at > 0;
            out->held += at > 0 && (hold || level_of(&levels, account->scheme, level)->held);
            items += at;
        }
        out->customers += items > 0 && account->customer_id != last;
        last = items > 0 ? account->customer_id : last;
        out->items += items;
        out->left += account->account.count - items;
    }
    return ERR_OK;
}

/* The text of the letter as it is kept. */
static enum err body_make(struct act *act, const struct dunaccount *account,
                          struct dunletter *letter, struct buf *body)
{
    struct page page;
    enum err e;

    page_init(&page, NULL, NULL);
    TRY_OUT(dunning_page(act->book, account, letter, &page));
    letter->language = arena_text(act->arena, letter->language);
    pagetext_write(&page, body);
    if (body->full)
        e = fail(act->note, ERR_LIMIT, "the letter to %s is too long", account->code);
    letter->body = body->data;
out:
    page_done(&page);
    return e;
}

static struct dunletter_item *letter_items(const struct dunaccount *account, int level,
                                           struct arena *arena)
{
    struct dunletter_item *items =
        arena_new(arena, (size_t)(items_at(account, level) + 1) * sizeof *items);
    int count = 0;

    for (int i = 0; i < account->account.count; i++) {
        const struct dunning_item *item = &account->account.items[i];
        if (item->next == level)
            items[count++] = (struct dunletter_item){.item_id = account->rows[i].item_id,
                                                     .level = level,
                                                     .before = item->level,
                                                     .days = item->days,
                                                     .amount = item->amount,
                                                     .rides = item->charge};
    }
    return items;
}

/* All of it but number and text. */
static enum err letter_begin(const struct dunplan *plan, const struct dunaccount *account,
                             const struct dunscheme_level *level, struct dunletter *out)
{
    *out = (struct dunletter){.customer_id = account->customer_id,
                              .level = level->level,
                              .day = plan->day,
                              .due = date_add(plan->day, level->pay_days),
                              .currency = account->currency,
                              .items = items_at(account, level->level)};
    if (level->level == 0) /* of what is not due yet the last of its own days */
        for (int i = 0; i < account->account.count; i++)
            if (account->account.items[i].next == 0 && account->rows[i].due.day > out->due.day)
                out->due = account->rows[i].due;
    return dunning_letter(account->steps, &account->account, level->level, &out->amount, &out->fee);
}

static enum err letter_write(struct act *act, const struct dunplan *plan,
                             const struct dunaccount *account, const struct dunscheme_level *level,
                             bool hold, int64_t run_id, struct dunningsend *how,
                             struct dunletter *out)
{
    struct buf body;
    enum err e;

    buf_init(&body, BODY_MAX);
    TRY_OUT(letter_begin(plan, account, level, out));
    out->run_id = run_id;
    out->held = hold || level->held;
    out->state = out->held ? DUNLETTER_HELD : DUNLETTER_SENT;
    TRY_OUT(dunletter_number(act->tx, act->arena, out));
    TRY_OUT(body_make(act, account, out, &body));
    TRY_OUT(
        dunletter_add(act->tx, out, letter_items(account, level->level, act->arena), out->items));
    if (!out->held)
        e = dunningsend_letter(act, out, how);
out:
    out->body = NULL;
    buf_done(&body);
    return e;
}

enum err dunningrun_write(struct act *act, const struct dunplan *plan, bool hold,
                          struct dunningsend *how,
                          enum err (*each)(void *self, const struct dunaccount *account,
                                           const struct dunletter *letter),
                          void *self, int64_t *run_id)
{
    struct act one = *act;
    struct arena arena = {0}; /* of a letter: a run may write a hundred thousand */
    struct levels levels;
    struct dunletter letter;
    enum err e;

    *run_id = 0;
    one.arena = &arena;
    TRY_OUT(dunscheme_list(act->book, NULL, act->arena, &levels.of, &levels.count));
    for (int i = 0; i < plan->count; i++) {
        const struct dunaccount *account = &plan->accounts[i];
        for (int level = 0; level < DUNNING_LEVELS; level++) {
            if (items_at(account, level) == 0)
                continue;
            if (*run_id == 0)
                TRY_OUT(dunrun_begin(act->tx, plan->day, run_id));
            TRY_OUT(letter_write(&one, plan, account, level_of(&levels, account->scheme, level),
                                 hold, *run_id, how, &letter));
            TRY_OUT(each(self, account, &letter));
        }
        arena_reset(&arena);
    }
    e = ERR_OK;
out:
    arena_done(&arena);
    return e;
}

enum err dunningrun_draft(struct act *act, const struct dunplan *plan, int *count)
{
    struct levels levels;

    *count = 0;
    TRY(dunscheme_list(act->book, NULL, act->arena, &levels.of, &levels.count));
    for (int i = 0; i < plan->count; i++) {
        const struct dunaccount *account = &plan->accounts[i];
        for (int level = 0; level < DUNNING_LEVELS; level++) {
            struct dunletter letter;
            if (items_at(account, level) == 0)
                continue;
            if ((*count)++)
                page_break(act->page);
            TRY(letter_begin(plan, account, level_of(&levels, account->scheme, level), &letter));
            letter.number = "DRAFT";
            TRY(dunning_page(act->book, account, &letter, act->page));
        }
    }
    return ERR_OK;
}
