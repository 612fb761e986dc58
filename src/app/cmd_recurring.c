/* Invoices that come again: templates made, changed, ended; a turn left out on purpose. */
#include "app/commands.h"
#include "app/paper.h"
#include "app/recurringdue.h"
#include "app/say.h"
#include "ledger/customer.h"

#include <string.h>

static const char *const units[] = {"day", "week", "month", "quarter", "year", NULL};
static const char *const covers[] = {"ahead", "behind", NULL};

static const struct arg add_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "whom we bill"},
    {.name = "every", .kind = ARG_CHOICE, .choices = units, .help = "how often it comes"},
    {.name = "step", .kind = ARG_INT, .help = "2 = every second month; 1 when not said"},
    {.name = "from", .kind = ARG_DATE, .help = "due on no day before; today when not said"},
    {.name = "day", .kind = ARG_INT, .help = "of the month, 31 = its last; as --from, else"},
    {.name = "until", .kind = ARG_DATE, .help = "due on no day after"},
    {.name = "count", .kind = ARG_INT, .help = "so many invoices in all"},
    {.name = "covers",
     .kind = ARG_CHOICE,
     .choices = covers,
     .help = "the period that begins, or the one that has gone by ({from} {to} {month}); behind on "
             "a month's last day, else ahead"},
    {.name = "parts",
     .kind = ARG_ROWS,
     .columns = recurringdue_parts,
     .rows_style = ROWS_LIST,
     .help = "instead of --every: one sum in dated parts, \"2026-12-01=30%; 2027-01-01=rest\""},
    RECURRING_PAPER_ARGS,
    {0},
};

/* ---- a sum in parts ------------------------------------------------------------------------- */

static enum err part_fail(struct act *act, int row, const char *words)
{
    return fail(act->note, ERR_INPUT, "--parts: row %d: %s", row + 1, words);
}

/* "300.00", "30%" of the whole, or "rest". */
static enum err part_amount(struct act *act, int row, const char *text, struct money whole,
                            int64_t taken, int64_t *ppm, int64_t *out)
{
    const size_t len = strlen(text);
    struct note inner = {0};
    struct money amount;

    if (strcmp(text, "rest") == 0)
        return amount_sub(whole.minor, taken, out);
    if (len && text[len - 1] == '%') {
        int64_t part;
        if (percent_parse(text, &part, &inner) != ERR_OK)
            return part_fail(act, row, inner.text);
        *ppm += part;
        return amount_scale(whole.minor, part, PPM, out);
    }
    if (money_parse(text, &notation_plain, whole.currency, &amount, &inner) != ERR_OK)
        return part_fail(act, row, inner.text);
    if (!currency_is(amount.currency, whole.currency))
        return part_fail(act, row, "another currency than the invoice's");
    *out = amount.minor;
    return ERR_OK;
}

static enum err parts_read(struct act *act, struct money whole, struct recurring *out)
{
    const int count = args_count(act->args, "parts");
    int64_t taken = 0, ppm = 0;

    out->parts = arena_new(act->arena, ((size_t)count + 1) * sizeof *out->parts);
    out->part_count = count;
    for (int i = 0; i < count; i++) {
        const struct arg_row *row = args_row(act->args, "parts", i);
        const char *text = row->values[1].text;
        struct recurring_part *part = &out->parts[i];
        if (strcmp(text, "rest") == 0 && i + 1 < count)
            return part_fail(act, i, "the rest is what the last part takes");
        part->day = row->values[0].date;
        TRY(part_amount(act, i, text, whole, taken, &ppm, &part->amount));
        if (i + 1 == count && ppm == PPM) /* all of them percentages: the last takes the cents */
            part->amount = whole.minor - taken;
        if (part->amount <= 0)
            return part_fail(act, i, "the part is not above zero");
        TRY(amount_add(taken, part->amount, &taken));
    }
    if (taken != whole.minor)
        return fail(act->note, ERR_INPUT,
                    "--parts: the parts come to %s, the whole without tax to %s; let the last one "
                    "be the rest",
                    say_minor(act->arena, taken, whole.currency),
                    say_minor(act->arena, whole.minor, whole.currency));
    return ERR_OK;
}

/* ---- add ------------------------------------------------------------------------------------ */

static enum err when_read(struct act *act, struct recurring *out)
{
    const struct args *args = act->args;
    const bool parts = args_count(args, "parts") > 0;
    const int64_t step = args_number(args, "step", 1), day = args_number(args, "day", 0);

    if (parts == args_given(args, "every"))
        return fail(act->note, ERR_USAGE,
                    parts ? "--parts have days of their own; leave --every out"
                          : "how often? give --every month, or --parts with days and amounts");
    if (parts &&
        (args_given(args, "step") || args_given(args, "day") || args_given(args, "count") ||
         args_given(args, "from") || args_given(args, "covers") || args_given(args, "until")))
        return fail(act->note, ERR_USAGE, "--parts say all days; leave --from and the like out");
    out->when = (struct recurrence){
        .unit = parts ? RECUR_PARTS : (enum recurrence_unit)args_choice(args, "every", RECUR_MONTH),
        .step = step > 0 && step < 1000 ? (int)step : 0,
        .from = parts ? args_row(args, "parts", 0)->values[0].date
                      : args_date(args, "from", book_today(act->book)),
        .day = day >= 0 && day < 32 ? (int)day : -1,
        .behind = args_choice(args, "covers", day == 31) == 1};
    out->until = args_date(args, "until", DATE_NEVER);
    out->most = (int)args_number(args, "count", 0);
    if (args_given(args, "count") && (args_number(args, "count", 0) < 1 || out->most > 9999))
        return fail(act->note, ERR_INPUT, "--count: 1 to 9999 invoices");
    return ERR_OK;
}

/* The next turn as it would be billed: what is wrong with a template shows when it is written. */
static enum err next_look(struct act *act, const struct recurring *recurring,
                          struct recurringdue *out)
{
    struct recurring_turn *turns = NULL;
    int count = 0;

    *out = (struct recurringdue){.recurring = recurring};
    if (!date_is(recurring->next))
        return ERR_OK;
    TRY(recurring_due(act->book, recurring, recurring->next, act->arena, &turns, &count));
    must(count > 0);
    return recurringdue_fill(act, recurring, &turns[0], out);
}

/* "R-1001 bills ACME every month on the 1st: 120.00 EUR next on 2026-12-01". */
static enum err template_says(struct act *act, const struct recurring *recurring)
{
    struct recurringdue next;
    const char *ends = "";

    TRY(next_look(act, recurring, &next));
    if (recurring->until.day != DATE_NEVER.day)
        ends = arena_format(act->arena, ", until %s", say_day(act->arena, recurring->until));
    if (recurring->most)
        ends = arena_format(act->arena, "%s, %d in all", ends, recurring->most);
    if (recurring->part_count)
        ends = arena_format(act->arena, ", %d invoices", recurring->part_count);
    act->ref = recurring->number;
    act->says = arena_format(act->arena, "%s bills %s %s%s", recurring->number, recurring->customer,
                             recurrence_text(&recurring->when, act->arena), ends);
    if (!next.args) {
        act->says = arena_format(act->arena, "%s; nothing of it is due any more", act->says);
        return ERR_OK;
    }
    act->says =
        arena_format(act->arena, "%s; next on %s: %s", act->says,
                     say_day(act->arena, recurring->next), say_money(act->arena, next.total));
    if (next.turn.to.day > next.turn.from.day)
        act->says =
            arena_format(act->arena, "%s for %s to %s", act->says,
                         say_day(act->arena, next.turn.from), say_day(act->arena, next.turn.to));
    return ERR_OK;
}

static enum err add_run(struct act *act)
{
    struct customer customer;
    struct recurring recurring = {.customer_id = 0}, made;
    struct money whole;
    const char *number;
    int64_t id = 0;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(when_read(act, &recurring));
    TRY(recurringdue_command(act, customer.code, NULL, &recurring.command, &whole.minor,
                             &whole.currency));
    recurring.customer_id = customer.id;
    if (recurring.when.unit == RECUR_PARTS) {
        if (args_count(act->args, "line") > 1)
            return fail(act->note, ERR_USAGE,
                        "--parts: a sum in parts has one line, whose words and tax each part has");
        TRY(parts_read(act, whole, &recurring));
    }
    TRY(recurring_add(act->tx, &recurring, act->arena, &number, &id));
    TRY(recurring_get(act->book, id, act->arena, &made));
    if (!date_is(made.next))
        return fail(act->note, ERR_INPUT, "no day of it lies between its first and its last day");
    return template_says(act, &made);
}

const struct command cmd_recurring_add = {
    .noun = "recurring",
    .verb = "add",
    .summary = "bill a customer again and again, or one sum in dated parts",
    .detail =
        "A template holds an invoice as `invoice issue` takes it; `recurring run` makes each one "
        "that is due, once. In its words {month} {quarter} {year} {from} {to} stand for the period "
        "that is billed, {date} for the due day, {n} and {count} for which of how many. The 31st "
        "is a month's last day. Terms, discounts and tax are those of the customer on the "
        "invoice's day, unless the template says its own. With --parts each part is an invoice of "
        "its own; amounts are without tax, as 300.00, 30% or, for the last one, rest.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = add_run,
};

/* ---- set, end ------------------------------------------------------------------------------- */

/* clang-format off */
#define RECURRING_ARG                                                                              \
    {.name = "recurring", .kind = ARG_CODE, .flags = ARG_REQUIRED | ARG_BARE,                      \
     .help = "which template, as R-1001"}
/* clang-format on */

static const struct arg set_args[] = {
    RECURRING_ARG,
    {.name = "until", .kind = ARG_DATE, .help = "due on no day after"},
    {.name = "count", .kind = ARG_INT, .help = "so many invoices in all; 0 = no end"},
    RECURRING_PAPER_ARGS,
    {0},
};

static enum err set_run(struct act *act)
{
    struct recurring recurring, changed;
    struct currency currency;
    int64_t net, parts = 0;

    TRY(recurring_find(act->book, args_get(act->args, "recurring"), act->arena, &recurring));
    changed = recurring;
    TRY(recurringdue_command(act, recurring.customer, recurring.command, &changed.command, &net,
                             &currency));
    changed.until = args_date(act->args, "until", recurring.until);
    if (args_given(act->args, "count")) {
        const int64_t count = args_number(act->args, "count", 0);
        if (recurring.part_count || count < 0 || count > 9999)
            return fail(act->note, ERR_INPUT, "--count: 0 to 9999 invoices, and none of parts");
        changed.most = (int)count;
    }
    for (int i = 0; i < recurring.part_count; i++)
        parts += recurring.parts[i].amount;
    if (recurring.part_count && parts != net)
        return fail(act->note, ERR_CONFLICT,
                    "the parts of %s come to %s and stay; end it, and add another for another sum",
                    recurring.number, say_minor(act->arena, parts, currency));
    if (strcmp(changed.command, recurring.command) == 0 &&
        changed.until.day == recurring.until.day && changed.most == recurring.most)
        return fail(act->note, ERR_USAGE, "nothing to change: say what is to be different");
    TRY(recurring_set(act->tx, &changed, NULL));
    TRY(recurring_get(act->book, recurring.id, act->arena, &changed));
    return template_says(act, &changed);
}

const struct command cmd_recurring_set = {
    .noun = "recurring",
    .verb = "set",
    .summary = "change what a template bills from now on, or until when",
    .detail = "What was made stays as it is. How often it comes and on which day does not change: "
              "end the template, and add another from the next day on. --line takes the place of "
              "all lines.",
    .args = set_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = set_run,
};

static const struct arg end_args[] = {
    RECURRING_ARG,
    {.name = "date", .kind = ARG_DATE, .help = "due on no day after; today when not said"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err end_run(struct act *act)
{
    const struct date day = args_date(act->args, "date", book_today(act->book));
    struct recurring recurring;

    TRY(recurring_find(act->book, args_get(act->args, "recurring"), act->arena, &recurring));
    if (!date_is(recurring.next))
        return fail(act->note, ERR_CONFLICT, "%s has ended already: nothing of it is due any more",
                    recurring.number);
    recurring.until = day;
    TRY(recurring_set(act->tx, &recurring, args_get(act->args, "reason")));
    TRY(recurring_get(act->book, recurring.id, act->arena, &recurring));
    act->ref = recurring.number;
    act->says = arena_format(act->arena, "%s ends on %s%s", recurring.number,
                             say_day(act->arena, recurring.until),
                             date_is(recurring.next) ? "; what is due until then is still made"
                                                     : "; nothing of it is due any more");
    return ERR_OK;
}

const struct command cmd_recurring_end = {
    .noun = "recurring",
    .verb = "end",
    .summary = "let a template make no invoice after a day",
    .detail = "Invoices that were due by then and are not made yet still are; `recurring skip` "
              "leaves one out. It goes on with `recurring set --until`.",
    .args = end_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = end_run,
};

static const struct arg skip_args[] = {
    RECURRING_ARG,
    {.name = "period",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "which, as 2026-12; `recurring preview` shows them"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err skip_run(struct act *act)
{
    struct recurring recurring;
    struct recurring_turn turn;

    TRY(recurring_find(act->book, args_get(act->args, "recurring"), act->arena, &recurring));
    TRY(recurring_turn_of(act->book, &recurring, args_get(act->args, "period"), act->arena, &turn));
    TRY(recurring_made_add(act->tx, 0, recurring.id, &turn, 0, args_get(act->args, "reason")));
    act->ref = recurring.number;
    act->says = arena_format(act->arena, "%s of %s makes no invoice for %s: %s", recurring.number,
                             recurring.customer, turn.period, args_get(act->args, "reason"));
    return ERR_OK;
}

const struct command cmd_recurring_skip = {
    .noun = "recurring",
    .verb = "skip",
    .summary = "leave one period of a template out, for a reason",
    .detail = "As a month without rent. `recurring undo --recurring --period` takes it back.",
    .args = skip_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = skip_run,
};
