/* Promises to pay and payment plans: taken, cancelled, and how they stand on a day. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/item.h"
#include "ledger/promise.h"

#include <string.h>

#define PROMISABLE                                                                                 \
    (DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_DEBIT) |                             \
     DOCUMENT_MASK(DOCUMENT_CHARGE) | DOCUMENT_MASK(DOCUMENT_DEDUCTION))

static const struct arg_column invoice_columns[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    {0},
};

/* clang-format off */
#define TAKEN_ARGS                                                                                 \
    {.name = "by", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "the person there"},           \
    {.name = "contact", .kind = ARG_INT,                                                           \
     .help = "the contact in which it was said; `contact list` shows them"},                       \
    {.name = "text", .kind = ARG_TEXT, .help = "what was said"},                                   \
    {.name = "taken", .kind = ARG_DATE, .help = "when it was said; by default today"}
/* clang-format on */

static const struct arg take_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "who promises"},
    {.name = "date", .kind = ARG_DATE, .flags = ARG_REQUIRED, .help = "when the money comes"},
    {.name = "amount", .kind = ARG_MONEY, .help = "how much; by default all that is open on them"},
    {.name = "invoices",
     .kind = ARG_ROWS,
     .columns = invoice_columns,
     .rows_style = ROWS_LIST,
     .help = "for which: \"INV-1; INV-2\"; by default the oldest due, up to the amount"},
    TAKEN_ARGS,
    {0},
};

/* The open items of the invoices that are named. */
static enum err items_take(struct act *act, const struct customer *customer,
                           struct promise *promise)
{
    const int rows = args_count(act->args, "invoices");
    int64_t *ids = NULL;
    int found = 0;

    for (int i = 0; i < rows; i++) {
        const char *number = args_row(act->args, "invoices", i)->values[0].text;
        struct document document;
        struct item *items;
        int count;
        bool is = false;
        TRY(document_find(act->book, number, PROMISABLE, act->arena, &document));
        TRY(customer_is(act->book, document.customer_id, customer->id, &is));
        if (!is)
            return fail(act->note, ERR_INPUT, "--invoices: %s is a paper of %s", document.number,
                        document.customer);
        TRY(items_of_document(act->book, document.id, act->arena, &items, &count));
        int64_t *more = arena_new(act->arena, (size_t)(found + count + 1) * sizeof *more);
        if (found)
            memcpy(more, ids, (size_t)found * sizeof *more);
        ids = more;
        const int before = found;
        for (int k = 0; k < count; k++)
            if (items[k].open > 0)
                ids[found++] = items[k].id;
        if (found == before)
            return fail(act->note, ERR_CONFLICT, "--invoices: nothing is open on %s",
                        document.number);
        promise->currency = document.currency;
    }
    promise->items = ids;
    promise->item_count = found;
    return ERR_OK;
}

static enum err common_take(struct act *act, struct promise *promise, struct customer *customer)
{
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, customer));
    *promise = (struct promise){.customer_id = customer->id,
                                .contact_id = args_number(act->args, "contact", 0),
                                .currency = customer->currency,
                                .taken = args_date(act->args, "taken", book_today(act->book)),
                                .person = args_get(act->args, "by"),
                                .text = args_get(act->args, "text")};
    if (promise->taken.day > book_today(act->book).day)
        return fail(act->note, ERR_INPUT, "--taken: that day is still to come");
    return items_take(act, customer, promise);
}

/* What was made, as it stands now. */
static enum err made_say(struct act *act, int64_t id, struct promise *out)
{
    TRY(promise_get(act->book, id, book_today(act->book), act->arena, out));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    return ERR_OK;
}

static enum err promise_take_run(struct act *act)
{
    struct customer customer;
    struct promise promise;
    struct promise_part part = {.amount = 0};
    struct money amount;
    bool given;
    int64_t id;

    TRY(common_take(act, &promise, &customer));
    TRY(args_money(act->args, "amount", promise.currency, &amount, &given, act->note));
    if (!given && !promise.items)
        return fail(act->note, ERR_USAGE, "--amount is missing: how much is promised?");
    if (given && amount.minor <= 0)
        return fail(act->note, ERR_INPUT, "--amount: what is promised is above 0");
    if (given && promise.items && !currency_is(amount.currency, promise.currency))
        return fail(act->note, ERR_INPUT, "--amount: the invoices are in %s, not %s",
                    promise.currency.code, amount.currency.code);
    if (given) {
        part.amount = promise.amount = amount.minor;
        promise.currency = amount.currency;
    }
    part.day = args_date(act->args, "date", DATE_NONE);
    promise.parts = &part;
    promise.part_count = 1;
    TRY(promise_take(act->tx, &promise, &id));
    TRY(made_say(act, id, &promise));
    act->says = arena_format(act->arena, "%s promises %s: promise %lld", customer.code,
                             promise_words(&promise, act->arena), (long long)id);
    return ERR_OK;
}

const struct command cmd_promise_take = {
    .noun = "promise",
    .verb = "take",
    .summary = "note what a customer promises to pay, and when",
    .detail =
        "Until its day, and the days of grace behind it (setting promise.grace), nobody chases "
        "what was promised. Kept or broken follows from the money that came: with a value day up "
        "to then, applied to these invoices or unapplied. Money entered late un-breaks it.",
    .args = take_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = promise_take_run,
};

/* ---- plans ---------------------------------------------------------------------------------- */

#define PLAN_MONTHS_MAX 120

static const struct arg make_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "who pays by it"},
    {.name = "months", .kind = ARG_INT, .help = "in so many equal parts, one a month"},
    {.name = "first", .kind = ARG_DATE, .help = "the day of the first of them"},
    {.name = "instalments",
     .kind = ARG_ROWS,
     .columns = paper_instalment_columns,
     .rows_style = ROWS_LIST,
     .help = "or other parts: \"2026-12-15=30.00; 2027-01-15=70.00\"; together what is open"},
    {.name = "invoices",
     .kind = ARG_ROWS,
     .columns = invoice_columns,
     .rows_style = ROWS_LIST,
     .help = "for which: \"INV-1; INV-2\"; by default all that is open and in no plan"},
    TAKEN_ARGS,
    {0},
};

/* All that the customer owes in the currency of the account, but for what is in a plan already. */
static enum err plan_items_all(struct act *act, struct promise *plan)
{
    struct item *items;
    int count;

    TRY(items_open(act->book, plan->customer_id, act->arena, &items, &count));
    plan->items = arena_new(act->arena, ((size_t)count + 1) * sizeof *plan->items);
    for (int i = 0; i < count; i++) {
        struct promised other;
        bool is = false;
        if (items[i].open <= 0 || !currency_is(items[i].currency, plan->currency))
            continue;
        TRY(promised_on(act->book, items[i].id, plan->taken, &is, &other));
        if (!is || !other.plan)
            plan->items[plan->item_count++] = items[i].id;
    }
    if (plan->item_count == 0)
        return fail(act->note, ERR_CONFLICT, "nothing is open in %s that is in no plan already",
                    plan->currency.code);
    return ERR_OK;
}

/* Of what is open: the last part takes what does not divide. */
static enum err parts_equal(struct act *act, struct promise *plan)
{
    const int64_t months = args_number(act->args, "months", 0);
    const struct date first = args_date(act->args, "first", DATE_NONE);
    int64_t total = 0;

    if (months < 1 || months > PLAN_MONTHS_MAX)
        return fail(act->note, ERR_INPUT, "--months: from 1 to %d", PLAN_MONTHS_MAX);
    if (!date_is(first))
        return fail(act->note, ERR_USAGE, "--first is missing: on which day is the first part?");
    for (int i = 0; i < plan->item_count; i++) {
        struct item item;
        TRY(item_get(act->book, plan->items[i], act->arena, &item));
        total += item.open;
    }
    if (total < months)
        return fail(act->note, ERR_INPUT, "--months: what is open cannot be split so often");
    plan->part_count = (int)months;
    plan->parts = arena_new(act->arena, (size_t)months * sizeof *plan->parts);
    for (int i = 0; i < months; i++)
        plan->parts[i] = (struct promise_part){
            .day = date_add_months(first, i),
            .amount = i + 1 < months ? total / months : total - total / months * (months - 1)};
    return ERR_OK;
}

static enum err parts_read(struct act *act, struct promise *plan)
{
    const int count = args_count(act->args, "instalments");
    struct note inner = {0};

    plan->part_count = count;
    plan->parts = arena_new(act->arena, (size_t)count * sizeof *plan->parts);
    for (int i = 0; i < count; i++) {
        const struct arg_row *row = args_row(act->args, "instalments", i);
        struct money amount;
        const enum err e =
            money_parse(row->values[1].text, &notation_plain, plan->currency, &amount, &inner);
        if (e != ERR_OK || !currency_is(amount.currency, plan->currency))
            return fail(act->note, ERR_INPUT, "--instalments: row %d, amount: %s", i + 1,
                        e != ERR_OK ? inner.text : "another currency than the invoices'");
        plan->parts[i] =
            (struct promise_part){.day = row->values[0].date, .amount = amount.minor};
    }
    return ERR_OK;
}

static enum err plan_make_run(struct act *act)
{
    const bool equal = args_given(act->args, "months") || args_given(act->args, "first");
    struct customer customer;
    struct promise plan;
    int64_t id;

    if (equal == (args_count(act->args, "instalments") > 0))
        return fail(act->note, ERR_USAGE,
                    "say --months and --first, for equal parts, or else --instalments");
    TRY(common_take(act, &plan, &customer));
    if (!plan.items)
        TRY(plan_items_all(act, &plan));
    TRY(equal ? parts_equal(act, &plan) : parts_read(act, &plan));
    plan.plan = true;
    TRY(promise_take(act->tx, &plan, &id));
    TRY(made_say(act, id, &plan));
    act->says =
        arena_format(act->arena, "%s pays %s %s in %d instalments: plan %lld, the first %s",
                     customer.code, say_minor(act->arena, plan.amount, plan.currency),
                     plan.currency.code, plan.part_count, (long long)id,
                     promise_words(&plan, act->arena));
    return ERR_OK;
}

const struct command cmd_plan_make = {
    .noun = "plan",
    .verb = "make",
    .summary = "let a customer pay invoices in dated instalments",
    .detail = "While every instalment comes in time nobody chases the invoices; their own due "
              "dates stay, and they age as before. An instalment that is later than the setting "
              "plan.late ends the plan by itself: what was due is due again.",
    .args = make_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = plan_make_run,
};

/* ---- cancelled ------------------------------------------------------------------------------ */

/* clang-format off */
#define CANCEL_ARGS(noun)                                                                          \
    {.name = noun, .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE,                              \
     .help = "its number; `" noun " list` shows them"},                                            \
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},                    \
    {.name = "date", .kind = ARG_DATE, .help = "from when on; by default today"},                  \
    {0}
/* clang-format on */
static const struct arg promise_cancel_args[] = {CANCEL_ARGS("promise")};
static const struct arg plan_cancel_args[] = {CANCEL_ARGS("plan")};

static enum err cancel_run(struct act *act)
{
    const char *noun = act->args->command->noun;
    const int64_t id = args_number(act->args, noun, 0);

    TRY(promise_cancel(act->tx, id, strcmp(noun, "plan") == 0,
                       args_date(act->args, "date", book_today(act->book)),
                       args_get(act->args, "reason")));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "%s %lld is cancelled: %s", noun, (long long)id,
                             args_get(act->args, "reason"));
    return ERR_OK;
}

const struct command cmd_promise_cancel = {
    .noun = "promise",
    .verb = "cancel",
    .summary = "a promise that does not count any more, neither as kept nor as broken",
    .args = promise_cancel_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = cancel_run,
};

const struct command cmd_plan_cancel = {
    .noun = "plan",
    .verb = "cancel",
    .summary = "end a payment plan: the terms of its invoices are back",
    .args = plan_cancel_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = cancel_run,
};

/* ---- lists ---------------------------------------------------------------------------------- */

static const char *const states[] = {"open", "kept", "partial", "broken", "cancelled", NULL};

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only those that are waited for"},
    {.name = "state", .kind = ARG_CHOICE, .choices = states, .help = "only those that are so"},
    {.name = "as-of", .kind = ARG_DATE, .help = "how they stood on this day; by default today"},
    LISTING_SPAN_ARGS("promised for"),
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "id", .title = "No.", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 4},
    {.name = "taken", .title = "Taken", .kind = CELL_DATE, .worth = 2},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 7},
    {.name = "instalments", .title = "Parts", .kind = CELL_INT, .worth = 9},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "paid", .title = "Paid", .kind = CELL_MONEY, .worth = 1, .flags = COLUMN_TOTAL},
    {.name = "state", .title = "State", .kind = CELL_CODE},
    {.name = "by", .title = "By", .kind = CELL_TEXT, .worth = 5},
    {.name = "text", .title = "What was said", .kind = CELL_TEXT, .worth = 6},
    {.name = "reason", .title = "Why cancelled", .kind = CELL_TEXT, .worth = 8},
};

static char mark_of(enum promise_state state)
{
    if (state == PROMISE_BROKEN || state == PROMISE_PARTIAL)
        return '!';
    return state == PROMISE_OPEN ? '*' : ' ';
}

static enum err promises_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const bool plans = strcmp(act->args->command->noun, "plan") == 0;
    const int state =
        args_flag(act->args, "open") ? PROMISE_OPEN : args_choice(act->args, "state", -1);
    const struct table_head head = {plans ? "Payment plans" : "Promises", NULL, columns,
                                    sizeof columns / sizeof columns[0]};
    struct promise *promises;
    int count;

    TRY(promise_list(act->book, customer_id, args_date(act->args, "as-of", book_today(act->book)),
                     act->arena, &promises, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct promise *p = &promises[i];
        const struct date day = promise_next(p->parts, p->part_count)->day;
        if ((plans && !p->plan) || (state >= 0 && (int)p->state != state) ||
            !listing_spans(act, p->currency, day))
            continue;
        const struct cell cells[] = {
            cell_int(p->id),
            cell_code(p->customer),
            cell_text(p->name),
            cell_date(p->taken),
            cell_date(day),
            cell_code(p->plan ? "plan" : "promise"),
            cell_int(p->part_count),
            cell_code(p->currency.code),
            cell_money(money_of(p->amount, p->currency)),
            cell_money(money_of(p->cash, p->currency)),
            cell_code(promise_state_word(p->state)),
            cell_text(p->person),
            cell_text(p->text),
            cell_text(p->reason),
        };
        TRY(sink_row(sink, p->id, mark_of(p->state), cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    return listing_customer(act, promises_pass);
}

const struct command cmd_promise_list = {
    .noun = "promise",
    .verb = "list",
    .summary = "list promises and plans, and whether they were kept",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

const struct command cmd_plan_list = {
    .noun = "plan",
    .verb = "list",
    .summary = "list payment plans and whether they hold",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg show_args[] = {
    {.name = "plan",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `plan list` shows them"},
    {.name = "as-of", .kind = ARG_DATE, .help = "how it stood on this day; by default today"},
    LISTING_ARGS,
    {0},
};

static const struct column part_columns[] = {
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "paid", .title = "Paid", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "state", .title = "State", .kind = CELL_CODE},
};

static enum err parts_pass(struct act *act, const struct promise *plan, struct sink *sink)
{
    const struct table_head head = {
        arena_format(act->arena, "Plan %lld of %s", (long long)plan->id, plan->customer),
        promise_state_word(plan->state), part_columns,
        sizeof part_columns / sizeof part_columns[0]};

    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < plan->part_count; i++) {
        const struct promise_part *part = &plan->parts[i];
        const struct cell cells[] = {cell_date(part->day), cell_code(plan->currency.code),
                                     cell_money(money_of(part->amount, plan->currency)),
                                     cell_money(money_of(part->cash, plan->currency)),
                                     cell_code(promise_state_word(part->state))};
        TRY(sink_row(sink, 0, mark_of(part->state), cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err plan_show_run(struct act *act)
{
    struct listing listing;
    struct promise plan;

    TRY(promise_get(act->book, args_number(act->args, "plan", 0),
                    args_date(act->args, "as-of", book_today(act->book)), act->arena, &plan));
    if (!plan.plan)
        return fail(act->note, ERR_MISSING,
                    "%lld is a promise, no plan; `plan list` shows the plans", (long long)plan.id);
    struct sink *sink = listing_open(&listing, act);
    return listing_close(&listing, parts_pass(act, &plan, sink));
}

const struct command cmd_plan_show = {
    .noun = "plan",
    .verb = "show",
    .summary = "the instalments of a payment plan, and what came for each",
    .args = show_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = plan_show_run,
};
