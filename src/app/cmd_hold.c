/* Holds: orders of a customer stop, by hand or by rule; asked about, released, let pass. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/creditbook.h"
#include "ledger/customer.h"

/* clang-format off */
#define WHOSE_ARG                                                                                  \
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED | ARG_BARE, .help = "whose"}
#define AMOUNT_ARGS                                                                                \
    {.name = "amount", .kind = ARG_MONEY, .help = "of the order; nothing more when not said"},     \
    {.name = "currency", .kind = ARG_CURRENCY, .help = "of it; the customer's when not said"}
/* clang-format on */

/* ---- set and release ------------------------------------------------------------------------ */

static const struct arg set_args[] = {
    WHOSE_ARG,
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "until", .kind = ARG_DATE, .help = "its last day; until it is released, else"},
    {0},
};

static enum err set_run(struct act *act)
{
    struct customer customer;
    int64_t id;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    const struct hold hold = {.customer_id = customer.id,
                              .day = book_today(act->book),
                              .until = args_date(act->args, "until", DATE_NONE),
                              .reason = args_get(act->args, "reason")};
    TRY(hold_set(act->tx, &hold, &id));
    act->ref = customer.code;
    act->says = arena_format(
        act->arena, "%s is on hold%s%s: %s", customer.code, date_is(hold.until) ? " until " : "",
        date_is(hold.until) ? say_day(act->arena, hold.until) : "", hold.reason);
    return ERR_OK;
}

const struct command cmd_hold_set = {
    .noun = "hold",
    .verb = "set",
    .summary = "stop orders of a customer by hand",
    .detail = "Orders and pro-formas (`hold check`) and invoices of goods that are not delivered "
              "yet are stopped. What is delivered is billed with --delivered; credits and payments "
              "are never stopped.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = set_run,
};

static const struct arg release_args[] = {
    WHOSE_ARG,
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

/* The customer as it stands with so much more. */
static enum err ask(struct act *act, int64_t customer_id, struct money amount,
                    struct creditbook *credit)
{
    const struct creditquestion question = {.customer_id = customer_id,
                                            .day = book_today(act->book),
                                            .amount = amount.minor,
                                            .currency = amount.currency};

    return creditbook_read(credit, act->book, &question);
}

static enum err release_run(struct act *act)
{
    struct creditbook credit = {.book = NULL};
    struct customer customer;
    int count;
    enum err e;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(hold_release(act->tx, customer.id, book_today(act->book), args_get(act->args, "reason"),
                     &count));
    act->ref = customer.code;
    act->says = arena_format(act->arena, "the hold on %s is released: %s", customer.code,
                             args_get(act->args, "reason"));
    TRY_OUT(ask(act, customer.id, money_of(0, customer.currency), &credit));
    const struct creditaccount *account = creditbook_find(&credit, customer.id);
    if (account->held)
        act->says = arena_format(
            act->arena, "%s; orders stop as before, by rule: %s; `hold override` lets it pass",
            act->says, creditaccount_why(account, book_currency(act->book), act->arena));
out:
    creditbook_done(&credit);
    return e;
}

const struct command cmd_hold_release = {
    .noun = "hold",
    .verb = "release",
    .summary = "end the hold on a customer",
    .detail = "What stands by hand, and what an invoice set by itself. Rules that are broken go on "
              "stopping orders: `hold override` lets them pass.",
    .args = release_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = release_run,
};

/* ---- override ------------------------------------------------------------------------------- */

static const struct arg override_args[] = {
    WHOSE_ARG,
    AMOUNT_ARGS,
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "until",
     .kind = ARG_DATE,
     .flags = ARG_REQUIRED,
     .help = "the last day on which it passes"},
    {0},
};

/* Whose, and how much more. */
static enum err asked_take(struct act *act, struct customer *customer, struct money *amount)
{
    struct currency assume;
    bool given;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, customer));
    assume = customer->currency;
    if (args_given(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &assume));
    *amount = money_of(0, assume);
    TRY(args_money(act->args, "amount", assume, amount, &given, act->note));
    if (amount->minor < 0)
        return fail(act->note, ERR_INPUT, "--amount: what is ordered is above 0");
    return ERR_OK;
}

static enum err override_write(struct act *act, const struct creditaccount *account,
                               const struct customer *customer)
{
    struct credit_breach rules[CREDIT_RULE_COUNT];
    struct override override = {
        .customer_id = account->id,
        .day = book_today(act->book),
        .until = args_date(act->args, "until", DATE_NONE),
        .amount = account->facts.document,
        .currency = customer->currency,
        .exposure = account->verdict.exposure,
        .limit = account->facts.limit,
        .insured = account->facts.insured,
        .role = act->session->roles_asked ? roles_text(act->session->roles, act->arena) : "",
        .reason = args_get(act->args, "reason"),
        .rules = rules};
    const char *what = "";
    int64_t id;

    for (int i = 0; i < CREDIT_RULE_COUNT; i++)
        if (account->verdict.of[i].broken) {
            rules[override.rule_count++] = account->verdict.of[i];
            what = say_join(act->arena, what,
                            creditaccount_rule(account, &account->verdict.of[i],
                                               book_currency(act->book), act->arena));
        }
    TRY(override_give(act->tx, &override, &id));
    act->says = arena_format(act->arena, "%s passes until %s as far as this: %s", customer->code,
                             say_day(act->arena, override.until), what);
    if (account->hand)
        act->says = arena_format(act->arena, "%s; it is on hold by hand all the same: %s",
                                 act->says, account->hand->reason);
    return ERR_OK;
}

static enum err override_run(struct act *act)
{
    struct creditbook credit = {.book = NULL};
    struct customer customer;
    struct money amount;
    enum err e;

    TRY_OUT(asked_take(act, &customer, &amount));
    TRY_OUT(ask(act, customer.id, amount, &credit));
    const struct creditaccount *account = creditbook_find(&credit, customer.id);
    if (account->above && account->verdict.worst != CREDIT_HOLD)
        e = fail(act->note, ERR_CONFLICT,
                 "it is %s above it that stops %s: give the override there, or release its hold",
                 account->above->code, customer.code);
    else
        e = override_write(act, account, &customer);
    act->ref = customer.code;
out:
    creditbook_done(&credit);
    return e;
}

const struct command cmd_hold_override = {
    .noun = "hold",
    .verb = "override",
    .summary = "let a customer pass although credit rules are broken",
    .detail =
        "The rules that are broken now, with the order of --amount, pass up to their last day as "
        "far as their figures go; each later order and invoice is checked again, and what is worse "
        "than it was is stopped. Who, why and the figures are kept: `hold overrides`.",
    .args = override_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = override_run,
};

/* ---- check ---------------------------------------------------------------------------------- */

static const struct arg check_args[] = {WHOSE_ARG, AMOUNT_ARGS, LISTING_ARGS, {0}};

static const struct column check_columns[] = {
    {.name = "rule", .title = "Rule", .kind = CELL_CODE},
    {.name = "what", .title = "What", .kind = CELL_TEXT, .width = 22},
    {.name = "action", .title = "Action", .kind = CELL_CODE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "most", .title = "Most", .kind = CELL_MONEY},
    {.name = "figure", .title = "Figure", .kind = CELL_CODE},
    {.name = "bound", .title = "Bound", .kind = CELL_CODE},
    {.name = "result", .title = "Result", .kind = CELL_CODE},
};

static enum err figure_row(struct sink *sink, const char *rule, const char *what,
                           struct money amount)
{
    const struct cell cells[] = {
        cell_code(rule),    cell_text(what), cell_none(), cell_code(amount.currency.code),
        cell_money(amount), cell_none(),     cell_none(), cell_none(),
        cell_none()};

    return sink_row(sink, 0, ' ', cells);
}

static const char *result_of(const struct credit_breach *breach)
{
    if (breach->action == CREDIT_OFF)
        return "";
    if (!breach->broken)
        return "ok";
    return breach->passed ? "passed" : credit_action_word(breach->action);
}

static const char *number_words(struct arena *arena, enum credit_rule rule, int64_t number)
{
    if (rule == CREDIT_SHARE)
        return arena_format(arena, "%lld.%lld", (long long)(number / 10000),
                            (long long)(number % 10000 / 1000));
    return rule == CREDIT_NO_LIMIT ? "" : arena_format(arena, "%lld", (long long)number);
}

static enum err rule_row(struct act *act, const struct creditaccount *account,
                         const struct credit_breach *breach, struct sink *sink)
{
    const struct currency currency =
        breach->rule == CREDIT_LIMIT ? account->currency : book_currency(act->book);
    const bool money = breach->rule == CREDIT_LIMIT || breach->rule == CREDIT_OVERDUE;
    const bool bounded = breach->rule != CREDIT_LIMIT || account->facts.limit != CREDIT_UNLIMITED;
    const bool counts = breach->rule != CREDIT_RETURNS && breach->rule != CREDIT_NO_LIMIT;
    const char *result = result_of(breach);
    const struct cell cells[] = {
        cell_code(credit_rule_setting(breach->rule)),
        cell_text(credit_rule_words(breach->rule)),
        cell_code(credit_action_word(breach->action)),
        money ? cell_code(currency.code) : cell_none(),
        money ? cell_money(money_of(breach->figure, currency)) : cell_none(),
        money && bounded ? cell_money(money_of(breach->bound, currency)) : cell_none(),
        money ? cell_none() : cell_code(number_words(act->arena, breach->rule, breach->figure)),
        money || !counts ? cell_none()
                         : cell_code(number_words(act->arena, breach->rule, breach->bound)),
        cell_code(result)};

    return sink_row(sink, 0, breach->broken && !breach->passed ? '!' : ' ', cells);
}

static enum err stop_row(struct sink *sink, const char *rule, const char *what)
{
    const struct cell cells[] = {cell_code(rule), cell_text(what), cell_code("hold"),
                                 cell_none(),     cell_none(),     cell_none(),
                                 cell_none(),     cell_none(),     cell_code("hold")};

    return sink_row(sink, 0, '!', cells);
}

static const char *const sources[] = {"limit", "limit for a time", "limit of a first order"};

static enum err figures_pass(const struct creditaccount *account, struct sink *sink)
{
    const struct credit_facts *facts = &account->facts;
    const struct currency currency = account->currency;

    TRY(figure_row(sink, "debits", "open", money_of(facts->debits, currency)));
    if (account->policy->rules.credits)
        TRY(figure_row(sink, "credits", "unapplied and on account",
                       money_of(-facts->credits, currency)));
    if (account->policy->charges)
        TRY(figure_row(sink, "charges", "accrued, not charged",
                       money_of(facts->charges, currency)));
    TRY(figure_row(sink, "orders", "not billed yet", money_of(facts->orders, currency)));
    TRY(figure_row(sink, "this", "this order", money_of(facts->document, currency)));
    TRY(figure_row(sink, "exposure", "exposure", money_of(account->verdict.exposure, currency)));
    if (facts->limit == CREDIT_UNLIMITED)
        return ERR_OK;
    TRY(figure_row(sink, "agreed", sources[account->source], money_of(facts->limit, currency)));
    TRY(figure_row(sink, "insured", "insured", money_of(facts->insured, currency)));
    return figure_row(sink, "available", "available",
                      money_of(account->verdict.available, currency));
}

static enum err check_pass(struct act *act, const struct creditaccount *account, struct sink *sink)
{
    const char *why = creditaccount_why(account, book_currency(act->book), act->arena);
    const struct table_head head = {arena_format(act->arena, "Credit of %s", account->code),
                                    account->name, check_columns,
                                    sizeof check_columns / sizeof check_columns[0]};

    TRY(sink->head(sink->self, &head));
    TRY(figures_pass(account, sink));
    for (int i = 0; i < CREDIT_RULE_COUNT; i++)
        TRY(rule_row(act, account, &account->verdict.of[i], sink));
    if (account->hand)
        TRY(stop_row(sink, "hand", arena_format(act->arena, "by hand: %s", account->hand->reason)));
    if (account->above)
        TRY(stop_row(
            sink, "above",
            arena_format(act->arena, "%s above it: %s", account->above->code,
                         creditaccount_why(account->above, book_currency(act->book), act->arena))));
    const char *said =
        account->held ? arena_format(act->arena, "%s is on hold: %s", account->code, why)
        : *why        ? arena_format(act->arena, "%s may be served; but %s", account->code, why)
                      : arena_format(act->arena, "%s may be served", account->code);
    if (account->unrated)
        said = arena_format(act->arena, "%s; what is in currencies without a rate is not counted",
                            said);
    return sink->foot(sink->self, said);
}

static enum err check_run(struct act *act)
{
    struct creditbook credit = {.book = NULL};
    struct customer customer;
    struct money amount;
    struct listing listing;
    enum err e;

    TRY_OUT(asked_take(act, &customer, &amount));
    TRY_OUT(ask(act, customer.id, amount, &credit));
    const struct creditaccount *account = creditbook_find(&credit, customer.id);
    act->found = account->held;
    struct sink *sink = listing_open(&listing, act);
    e = listing_close(&listing, check_pass(act, account, sink));
out:
    creditbook_done(&credit);
    return e;
}

const struct command cmd_hold_check = {
    .noun = "hold",
    .verb = "check",
    .summary = "ask whether a customer may be served, with an order of an amount",
    .detail =
        "For order systems: exit status 1 when orders are to be stopped. The exposure, then each "
        "rule with its figure, its bound and what came of it. Rules are settings that a class or a "
        "customer may have of its own: `book set --name credit.limit --value hold`; `book settings "
        "--search credit.` shows them. All are off until somebody turns one on.",
    .args = check_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = check_run,
};
