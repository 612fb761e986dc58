/* Applications for credit: noted, looked into, decided. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/limits.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/creditapplication.h"

/* clang-format off */
#define WHOSE_ARG                                                                                  \
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED | ARG_BARE, .help = "whose"}
/* clang-format on */

static const char *given(struct act *act, const char *name)
{
    const char *text = args_get(act->args, name);

    return text ? text : "";
}

/* ---- add ------------------------------------------------------------------------------------ */

static const struct arg add_args[] = {
    WHOSE_ARG,
    {.name = "limit",
     .kind = ARG_MONEY,
     .flags = ARG_REQUIRED,
     .help = "the limit that is asked for, in the account's currency"},
    {.name = "references",
     .kind = ARG_TEXT,
     .flags = ARG_PERSONAL,
     .help = "whom we may ask: banks, suppliers"},
    {.name = "text", .kind = ARG_TEXT, .help = "what is to be known of it"},
    {0},
};

static enum err add_run(struct act *act)
{
    struct customer customer;
    struct money limit;
    bool is;
    int64_t id;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(args_money(act->args, "limit", customer.currency, &limit, &is, act->note));
    if (!currency_is(limit.currency, customer.currency))
        return fail(act->note, ERR_INPUT, "--limit: %s has its account in %s, not %s",
                    customer.code, customer.currency.code, limit.currency.code);
    const struct creditapplication application = {.customer_id = customer.id,
                                                  .day = book_today(act->book),
                                                  .requested = limit.minor,
                                                  .currency = customer.currency,
                                                  .referees = given(act, "references"),
                                                  .text = given(act, "text")};
    TRY(creditapplication_add(act->tx, &application, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "%s asks for credit up to %s: application %lld",
                             customer.code, say_money(act->arena, limit), (long long)id);
    return ERR_OK;
}

const struct command cmd_credit_application_add = {
    .noun = "credit-application",
    .verb = "add",
    .summary = "note that a customer asks for credit",
    .detail = "A new customer gets an account first (`customer add`), with no limit or with 0. "
              "What is looked at before the decision is the setting credit.checklist.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = add_run,
};

/* ---- check ---------------------------------------------------------------------------------- */

static const struct arg check_args[] = {
    WHOSE_ARG,
    {.name = "point",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED,
     .help = "of the setting credit.checklist, as REFERENCES"},
    {.name = "text", .kind = ARG_TEXT, .help = "what was found"},
    {0},
};

static enum err waiting(struct act *act, struct creditapplication *out)
{
    struct customer customer;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    return creditapplication_waiting(act->book, customer.id, act->arena, out);
}

static enum err check_run(struct act *act)
{
    struct creditapplication application;

    TRY(waiting(act, &application));
    TRY(creditapplication_check(act->tx, application.id, args_get(act->args, "point"),
                                book_today(act->book), given(act, "text")));
    TRY(waiting(act, &application));
    act->ref = arena_format(act->arena, "%lld", (long long)application.id);
    act->says = arena_format(act->arena, "%s of %s is looked at; %s%s",
                             args_get(act->args, "point"), application.customer,
                             *application.missing ? "still to do: " : "nothing is left to do",
                             application.missing);
    return ERR_OK;
}

const struct command cmd_credit_application_check = {
    .noun = "credit-application",
    .verb = "check",
    .summary = "note that a point of the check list was looked at",
    .args = check_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = check_run,
};

/* ---- decide --------------------------------------------------------------------------------- */

static const struct arg decide_args[] = {
    WHOSE_ARG,
    {.name = "limit",
     .kind = ARG_TEXT,
     .help = "the limit that is approved, or `none`: without one; what was asked for, else"},
    {.name = "refuse", .kind = ARG_FLAG, .help = "no credit: the customer keeps what it has"},
    LIMIT_MORE_ARGS,
    {.name = "review", .kind = ARG_DATE, .help = "the day on which it is looked at again"},
    {.name = "reason",
     .kind = ARG_TEXT,
     .help = "why: of a refusal, and where points of the check list are missing"},
    {0},
};

static const char *approved_says(struct act *act, const struct customer *customer,
                                 const struct creditdecision *decision)
{
    const char *says =
        arena_format(act->arena, "%s gets credit %s%s", customer->code,
                     decision->limit == CREDIT_UNLIMITED ? "without a limit" : "up to ",
                     decision->limit == CREDIT_UNLIMITED
                         ? ""
                         : say_money(act->arena, money_of(decision->limit, customer->currency)));

    if (decision->temporary != CREDIT_UNLIMITED)
        says =
            arena_format(act->arena, "%s, and until %s up to %s", says,
                         say_day(act->arena, decision->temporary_until),
                         say_money(act->arena, money_of(decision->temporary, customer->currency)));
    if (decision->first != CREDIT_UNLIMITED)
        says = arena_format(act->arena, "%s; until it has paid something no more than %s", says,
                            say_money(act->arena, money_of(decision->first, customer->currency)));
    if (date_is(decision->review))
        says = arena_format(act->arena, "%s; looked at again %s", says,
                            say_day(act->arena, decision->review));
    return says;
}

/* More than somebody may grant alone waits: the decision as a whole. */
static enum err raise_ask(struct act *act, const struct customer *before,
                          const struct customer *customer, bool *waits)
{
    int64_t raise;

    TRY(limits_raise(act, before, customer, &raise));
    if (raise == 0)
        return ERR_OK;
    struct approving wish = {
        .concession = {.kind = GRANT_LIMIT,
                       .customer_id = customer->id,
                       .amount = money_of(raise, customer->currency),
                       .day = book_today(act->book),
                       .reason = arena_format(
                           act->arena, "credit application, from %s to %s",
                           say_minor(act->arena, limits_most(before), customer->currency),
                           say_minor(act->arena, limits_most(customer), customer->currency))}};
    TRY(approving_ask(act, &wish));
    *waits = wish.waits;
    return ERR_OK;
}

static enum err decide_run(struct act *act)
{
    struct creditapplication application;
    struct customer customer;
    bool waits = false;

    TRY(waiting(act, &application));
    TRY(customer_get(act->book, application.customer_id, act->arena, &customer));
    const struct customer before = customer;
    customer.credit_limit = application.requested;
    TRY(limits_take(act, &customer));
    if (!args_flag(act->args, "refuse"))
        TRY(raise_ask(act, &before, &customer, &waits));
    if (waits)
        return ERR_OK;
    const struct creditdecision decision = {.application_id = application.id,
                                            .day = book_today(act->book),
                                            .approved = !args_flag(act->args, "refuse"),
                                            .limit = customer.credit_limit,
                                            .temporary = customer.temporary_limit,
                                            .temporary_until = customer.temporary_until,
                                            .first = customer.first_limit,
                                            .review = args_date(act->args, "review", DATE_NONE),
                                            .reason = given(act, "reason")};
    TRY(creditapplication_decide(act->tx, &decision));
    act->ref = arena_format(act->arena, "%lld", (long long)application.id);
    act->says = decision.approved ? approved_says(act, &customer, &decision)
                                  : arena_format(act->arena, "%s gets no credit: %s", customer.code,
                                                 decision.reason);
    return ERR_OK;
}

const struct command cmd_credit_application_decide = {
    .noun = "credit-application",
    .verb = "decide",
    .summary = "approve or refuse the credit that a customer asks for",
    .detail = "What is approved is the customer's limit from then on. A temporary limit holds in "
              "its place up to its last day; a first-order limit until the customer has paid "
              "something. In a book with users a higher limit than the user may grant waits for an "
              "approval.",
    .args = decide_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = decide_run,
};

/* ---- list ----------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only those that wait for a decision"},
    {.name = "due", .kind = ARG_DATE, .help = "only those that are to be looked at again by then"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "id", .title = "No.", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 4, .width = 16},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 2},
    {.name = "requested", .title = "Asked for", .kind = CELL_MONEY},
    {.name = "state", .title = "State", .kind = CELL_CODE},
    {.name = "approved", .title = "Approved", .kind = CELL_MONEY},
    {.name = "temporary", .title = "For a time", .kind = CELL_MONEY, .worth = 6},
    {.name = "temporary_until", .title = "Until", .kind = CELL_DATE, .worth = 7},
    {.name = "first_order", .title = "First order", .kind = CELL_MONEY, .worth = 8},
    {.name = "review", .title = "Review", .kind = CELL_DATE, .worth = 1},
    {.name = "decided", .title = "Decided", .kind = CELL_DATE, .worth = 9},
    {.name = "by", .title = "By", .kind = CELL_TEXT, .worth = 5},
    {.name = "missing", .title = "To look at", .kind = CELL_TEXT, .worth = 3},
    {.name = "references", .title = "References", .kind = CELL_TEXT, .worth = 10},
    {.name = "text", .title = "Text", .kind = CELL_TEXT, .worth = 11},
    {.name = "reason", .title = "Why", .kind = CELL_TEXT, .worth = 12},
};
static const char *const states[] = {"waits", "approved", "refused"};

static struct cell limit_cell(const struct creditapplication *a, int64_t limit)
{
    return a->state != CREDITAPPLICATION_APPROVED || limit == CREDIT_UNLIMITED
               ? cell_none()
               : cell_money(money_of(limit, a->currency));
}

static enum err application_row(const struct creditapplication *a, struct sink *sink)
{
    const struct creditdecision *decision = &a->decision;
    const bool waits = a->state == CREDITAPPLICATION_OPEN;
    const struct cell cells[] = {cell_int(a->id),
                                 cell_code(a->customer),
                                 cell_text(a->name),
                                 cell_date(a->day),
                                 cell_code(a->currency.code),
                                 cell_money(money_of(a->requested, a->currency)),
                                 cell_code(states[a->state]),
                                 limit_cell(a, decision->limit),
                                 limit_cell(a, decision->temporary),
                                 cell_date(waits ? DATE_NONE : decision->temporary_until),
                                 limit_cell(a, decision->first),
                                 cell_date(waits ? DATE_NONE : decision->review),
                                 cell_date(decision->day),
                                 cell_text(a->decided_by),
                                 cell_text(waits ? a->missing : ""),
                                 cell_text(a->referees),
                                 cell_text(a->text),
                                 cell_text(decision->reason)};

    return sink_row(sink, a->id, waits ? '*' : ' ', cells);
}

static enum err list_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Applications for credit", NULL, columns,
                                    sizeof columns / sizeof columns[0]};
    const struct date due = args_date(act->args, "due", DATE_NONE);
    struct creditapplication *list;
    int count;

    TRY(creditapplication_list(act->book, customer_id, act->arena, &list, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct date review = list[i].decision.review;
        const bool later = i + 1 < count && list[i + 1].customer_id == list[i].customer_id;
        if (args_flag(act->args, "open") && list[i].state != CREDITAPPLICATION_OPEN)
            continue;
        /* a later application of the customer takes the place of this review */
        if (date_is(due) &&
            (!date_is(list[i].decision.day) || !date_is(review) || review.day > due.day || later))
            continue;
        TRY(application_row(&list[i], sink));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    return listing_customer(act, list_pass);
}

const struct command cmd_credit_application_list = {
    .noun = "credit-application",
    .verb = "list",
    .summary = "list applications for credit, what was decided, and what is due for review",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
