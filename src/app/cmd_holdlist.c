/* Holds looked at: who is on hold and why, all that ever were, and what was let pass. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/creditbook.h"
#include "ledger/customer.h"

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "all", .kind = ARG_FLAG, .help = "also what was released, and what is over"},
    LISTING_ARGS,
    {0},
};

static const struct column list_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3, .width = 16},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE},
    {.name = "since", .title = "Since", .kind = CELL_DATE},
    {.name = "until", .title = "Until", .kind = CELL_DATE, .worth = 2},
    {.name = "invoice", .title = "Invoice", .kind = CELL_CODE, .worth = 4},
    {.name = "by", .title = "By", .kind = CELL_TEXT, .worth = 5},
    {.name = "reason", .title = "Why", .kind = CELL_TEXT, .width = 24},
    {.name = "collector", .title = "Collector", .kind = CELL_CODE, .worth = 6},
    {.name = "state", .title = "State", .kind = CELL_CODE, .worth = 1},
    {.name = "released", .title = "Released", .kind = CELL_DATE, .worth = 7},
    {.name = "release_reason", .title = "Why released", .kind = CELL_TEXT, .worth = 8},
};
static const struct table_head list_head = {"Holds", NULL, list_columns,
                                            sizeof list_columns / sizeof list_columns[0]};

static enum err hold_row(struct sink *sink, const struct hold *hold, const char *collector,
                         const char *state)
{
    const struct cell cells[] = {cell_code(hold->customer),
                                 cell_text(hold->name),
                                 cell_code(hold->document_id ? "invoice" : "hand"),
                                 cell_date(hold->day),
                                 cell_date(hold->until),
                                 cell_code(hold->number),
                                 cell_text(hold->actor),
                                 cell_text(hold->reason),
                                 cell_code(collector),
                                 cell_code(state),
                                 cell_date(hold->ended),
                                 cell_text(hold->end_reason)};

    return sink_row(sink, hold->customer_id, state[0] == 's' ? '!' : ' ', cells);
}

/* Held now by rule: why, and since which invoice where one set it. */
static enum err rule_row(struct act *act, const struct creditaccount *account, struct sink *sink)
{
    const struct hold *set = account->automatic;
    struct creditaccount ruled = *account;

    ruled.hand = NULL;
    const struct cell cells[] = {
        cell_code(account->code),
        cell_text(account->name),
        cell_code(set ? "invoice" : "rule"),
        set ? cell_date(set->day) : cell_none(),
        cell_none(),
        cell_code(set ? set->number : ""),
        cell_text(set ? set->actor : ""),
        cell_text(creditaccount_why(&ruled, book_currency(act->book), act->arena)),
        cell_code(account->collector),
        cell_code("stops"),
        cell_none(),
        cell_none()};
    return sink_row(sink, account->id, '!', cells);
}

/* Below a customer that is on hold by hand there is a reason as well. */
static enum err account_rows(struct act *act, const struct creditaccount *account,
                             struct sink *sink)
{
    if (account->hand)
        TRY(hold_row(sink, account->hand, account->collector, "stops"));
    if (account->verdict.worst == CREDIT_HOLD || account->above)
        TRY(rule_row(act, account, sink));
    return ERR_OK;
}

static enum err held_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct creditquestion question = {.customer_id = customer_id,
                                            .day = book_today(act->book)};
    struct creditbook credit = {.book = NULL};
    bool is = false;
    enum err e;

    TRY_OUT(sink->head(sink->self, &list_head));
    TRY_OUT(credit_watched(act->book, &is));
    if (is)
        TRY_OUT(creditbook_read(&credit, act->book, &question));
    for (size_t i = 0; i < credit.count; i++)
        if (credit.accounts[i].held && (!customer_id || credit.accounts[i].id == customer_id))
            TRY_OUT(account_rows(act, &credit.accounts[i], sink));
    e = sink->foot(sink->self, NULL);
out:
    creditbook_done(&credit);
    return e;
}

static const char *state_of(const struct hold *hold, struct date today)
{
    if (date_is(hold->ended))
        return "released";
    return date_is(hold->until) && hold->until.day < today.day ? "over" : "stands";
}

static enum err ever_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    struct hold *holds;
    int count;

    TRY(hold_list(act->book, customer_id, DATE_NONE, act->arena, &holds, &count));
    TRY(sink->head(sink->self, &list_head));
    for (int i = 0; i < count; i++)
        TRY(hold_row(sink, &holds[i], "", state_of(&holds[i], book_today(act->book))));
    return sink->foot(sink->self, NULL);
}

/* 0 when no customer is given. */
static enum err customer_take(struct act *act, int64_t *id)
{
    struct customer customer = {.id = 0};

    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    *id = customer.id;
    return ERR_OK;
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    int64_t customer_id;

    TRY(customer_take(act, &customer_id));
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, args_flag(act->args, "all") ? ever_pass(act, customer_id, sink)
                                                               : held_pass(act, customer_id, sink));
}

const struct command cmd_hold_list = {
    .noun = "hold",
    .verb = "list",
    .summary = "list the customers whose orders stop now, and why",
    .detail = "By hand, by an invoice that broke a rule and was billed all the same, or by rule "
              "alone. With --all every hold that was ever set, and how it ended.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

/* ---- overrides ------------------------------------------------------------------------------ */

static const struct column override_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3, .width = 16},
    {.name = "given", .title = "Given", .kind = CELL_DATE},
    {.name = "until", .title = "Until", .kind = CELL_DATE},
    {.name = "by", .title = "By", .kind = CELL_TEXT},
    {.name = "role", .title = "Role", .kind = CELL_CODE, .worth = 4},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Order", .kind = CELL_MONEY, .worth = 5},
    {.name = "exposure", .title = "Exposure", .kind = CELL_MONEY},
    {.name = "limit", .title = "Limit", .kind = CELL_MONEY},
    {.name = "insured", .title = "Insured", .kind = CELL_MONEY, .worth = 6},
    {.name = "reason", .title = "Why", .kind = CELL_TEXT, .worth = 2, .width = 20},
};

static enum err overrides_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Overrides", NULL, override_columns,
                                    sizeof override_columns / sizeof override_columns[0]};
    const struct date today = book_today(act->book);
    struct override *list;
    int count;

    TRY(override_list(act->book, customer_id, args_flag(act->args, "all") ? DATE_NONE : today,
                      act->arena, &list, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct override *o = &list[i];
        const struct cell cells[] = {cell_code(o->customer),
                                     cell_text(o->name),
                                     cell_date(o->day),
                                     cell_date(o->until),
                                     cell_text(o->actor),
                                     cell_code(o->role),
                                     cell_code(o->currency.code),
                                     cell_money(money_of(o->amount, o->currency)),
                                     cell_money(money_of(o->exposure, o->currency)),
                                     o->limit == CREDIT_UNLIMITED
                                         ? cell_none()
                                         : cell_money(money_of(o->limit, o->currency)),
                                     cell_money(money_of(o->insured, o->currency)),
                                     cell_text(o->reason)};
        TRY(sink_row(sink, o->customer_id, o->until.day < today.day ? ' ' : '*', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err overrides_run(struct act *act)
{
    struct listing listing;
    int64_t customer_id;

    TRY(customer_take(act, &customer_id));
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, overrides_pass(act, customer_id, sink));
}

const struct command cmd_hold_overrides = {
    .noun = "hold",
    .verb = "overrides",
    .summary = "list what was let pass: by whom, why, until when, with the figures then",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = overrides_run,
};
