/* Invoices that come again, looked at: the templates, and one with what it made. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/recurringdue.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/erase.h"

#include <string.h>

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "all", .kind = ARG_FLAG, .help = "those that have ended too"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "recurring", .title = "Template", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 3},
    {.name = "every", .title = "How often", .kind = CELL_TEXT, .width = 12},
    {.name = "next", .title = "Next", .kind = CELL_DATE},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 1},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "made", .title = "Made", .kind = CELL_INT, .worth = 4},
    {.name = "count", .title = "Of", .kind = CELL_INT, .worth = 5},
    {.name = "until", .title = "Until", .kind = CELL_DATE, .worth = 6},
    {.name = "status", .title = "Status", .kind = CELL_CODE, .worth = 2},
    {.name = "why", .title = "What to know", .kind = CELL_TEXT, .worth = 7},
};
#define COLUMNS (int)(sizeof columns / sizeof *columns)

/* Its next invoice; what stands against it is its reason. */
static enum err next_read(struct act *act, const struct recurring *recurring,
                          struct recurringdue *out)
{
    struct recurring_turn *turns;
    int count;

    *out = (struct recurringdue){.recurring = recurring};
    if (!date_is(recurring->next))
        return ERR_OK;
    TRY(recurring_due(act->book, recurring, recurring->next, act->arena, &turns, &count));
    return recurringdue_try(act, recurring, &turns[0], out);
}

static const char *status_of(struct act *act, const struct recurring *recurring)
{
    if (!date_is(recurring->next))
        return "ended";
    return recurring->next.day <= book_today(act->book).day ? "due" : "waiting";
}

static enum err row_pass(struct act *act, struct sink *sink, const struct recurring *recurring)
{
    const int most = recurring->part_count ? recurring->part_count : recurring->most;
    const char *status = status_of(act, recurring);
    struct recurringdue next;

    TRY(next_read(act, recurring, &next));
    const bool is = next.args != NULL && !next.skipped;
    const struct cell cells[COLUMNS] = {
        cell_code(recurring->number),
        cell_code(recurring->customer),
        cell_text(recurring->name),
        cell_text(recurrence_text(&recurring->when, act->arena)),
        date_is(recurring->next) ? cell_date(recurring->next) : cell_none(),
        is ? cell_code(next.total.currency.code) : cell_none(),
        is ? cell_money(next.total) : cell_none(),
        cell_int(recurring->made),
        most ? cell_int(most) : cell_none(),
        recurring->until.day == DATE_NEVER.day ? cell_none() : cell_date(recurring->until),
        cell_code(status),
        cell_text(next.skipped),
    };
    return sink_row(sink, recurring->id,
                    next.skipped                   ? '!'
                    : strcmp(status, "ended") == 0 ? '*'
                                                   : ' ',
                    cells);
}

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Recurring invoices", NULL, columns, COLUMNS};
    struct recurring *list = NULL;
    struct customer customer = {.id = 0};
    int count = 0, shown = 0, due = 0;

    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(recurring_list(act->book, customer.id, act->arena, &list, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        if (!date_is(list[i].next) && !args_flag(act->args, "all"))
            continue;
        shown++;
        due += strcmp(status_of(act, &list[i]), "due") == 0;
        TRY(row_pass(act, sink, &list[i]));
    }
    return sink->foot(sink->self, shown ? arena_format(act->arena, "%d of %d due by %s", due, shown,
                                                       say_day(act->arena, book_today(act->book)))
                                        : NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_recurring_list = {
    .noun = "recurring",
    .verb = "list",
    .summary = "the templates of recurring invoices, with the day of the next",
    .detail = "The amount is that of the next invoice, with tax. A template that can make no "
              "invoice as things stand says why.",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

/* ---- one of them ---------------------------------------------------------------------------- */

static const struct arg show_args[] = {
    {.name = "recurring",
     .kind = ARG_CODE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "which template, as R-1001"},
    {0},
};

static const struct column made_columns[] = {
    {.name = "period", .title = "Period", .kind = CELL_CODE},
    {.name = "due_day", .title = "Day", .kind = CELL_DATE},
    {.name = "document", .title = "Invoice", .kind = CELL_CODE},
    {.name = "date", .title = "Dated", .kind = CELL_DATE},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY},
    {.name = "run", .title = "Run", .kind = CELL_INT},
    {.name = "status", .title = "Status", .kind = CELL_TEXT, .width = 12},
};

static enum err made_pass(struct act *act, const struct recurring *recurring)
{
    const struct table_head head = {"What it made", NULL, made_columns,
                                    sizeof made_columns / sizeof *made_columns};
    struct recurring_made *list;
    int count;

    TRY(recurring_made_list(act->book, 0, recurring->id, act->arena, &list, &count));
    if (!count)
        return ERR_OK;
    struct sink sink = table_sink(page_table(act->page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < count; i++) {
        const bool paper = list[i].document_id != 0;
        const char *status = list[i].undone ? "undone" : list[i].is_void ? "void" : "";
        const struct cell cells[] = {
            cell_code(list[i].period),
            cell_date(list[i].due),
            cell_code(list[i].number),
            paper ? cell_date(list[i].date) : cell_none(),
            paper ? cell_money(list[i].total) : cell_none(),
            list[i].run_id ? cell_int(list[i].run_id) : cell_none(),
            cell_text(paper ? status
                            : arena_format(act->arena, "left out%s%s: %s", *status ? ", " : "",
                                           status, list[i].reason)),
        };
        TRY(sink_row(&sink, list[i].document_id, *status ? '*' : ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err parts_pass(struct act *act, const struct recurring *recurring)
{
    static const struct column part_columns[] = {
        {.name = "period", .title = "Part", .kind = CELL_CODE},
        {.name = "date", .title = "Day", .kind = CELL_DATE},
        {.name = "amount", .title = "Without tax", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    };
    const struct table_head head = {"Parts", NULL, part_columns, 3};
    const char *unused;
    int64_t net;
    struct currency currency;
    const struct args *shown = act->args;
    struct args none;

    if (!recurring->part_count || strcmp(recurring->command, ERASED) == 0)
        return ERR_OK;
    args_init(&none, shown->command, act->arena, &act->session->habit, &notation_plain);
    act->args = &none;
    const enum err e = recurringdue_command(act, recurring->customer, recurring->command, &unused,
                                            &net, &currency);
    act->args = shown;
    TRY(e);
    struct sink sink = table_sink(page_table(act->page));
    TRY(sink.head(sink.self, &head));
    for (int i = 0; i < recurring->part_count; i++) {
        const struct cell cells[] = {
            cell_code(arena_format(act->arena, "%d/%d", i + 1, recurring->part_count)),
            cell_date(recurring->parts[i].day),
            cell_money(money_of(recurring->parts[i].amount, currency))};
        TRY(sink_row(&sink, i, ' ', cells));
    }
    return sink.foot(sink.self, NULL);
}

static enum err show_run(struct act *act)
{
    struct recurring recurring;
    struct recurringdue next;

    TRY(recurring_find(act->book, args_get(act->args, "recurring"), act->arena, &recurring));
    TRY(next_read(act, &recurring, &next));
    page_heading(act->page, 1,
                 arena_format(act->arena, "%s, recurring invoice of %s %s", recurring.number,
                              recurring.customer, recurring.name));
    page_say(act->page, "comes", recurrence_text(&recurring.when, act->arena));
    if (recurring.until.day != DATE_NEVER.day)
        page_say(act->page, "until", say_day(act->arena, recurring.until));
    if (recurring.most)
        page_say(act->page, "in all", arena_format(act->arena, "%d", recurring.most));
    page_say(act->page, "makes", recurring.command);
    if (!date_is(recurring.next))
        page_say(act->page, "next", "nothing of it is due any more");
    else if (next.skipped)
        page_say(act->page, "next",
                 arena_format(act->arena, "%s, cannot be made: %s",
                              say_day(act->arena, recurring.next), next.skipped));
    else if (recurring.part_count)
        page_say(act->page, "next",
                 arena_format(act->arena, "%s over %s, part %s",
                              say_day(act->arena, recurring.next),
                              say_money(act->arena, next.total), next.turn.period));
    else
        page_say(
            act->page, "next",
            arena_format(act->arena, "%s over %s, for %s to %s",
                         say_day(act->arena, recurring.next), say_money(act->arena, next.total),
                         say_day(act->arena, next.turn.from), say_day(act->arena, next.turn.to)));
    TRY(parts_pass(act, &recurring));
    return made_pass(act, &recurring);
}

const struct command cmd_recurring_show = {
    .noun = "recurring",
    .verb = "show",
    .summary = "one template: what it bills, when next, and what it made so far",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
