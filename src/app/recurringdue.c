#include "app/recurringdue.h"

#include "app/commands.h"
#include "app/paper.h"
#include "app/rows.h"
#include "ledger/customer.h"
#include "ledger/master.h"
#include "ledger/period.h"

#include <stdlib.h>
#include <string.h>

#define LINE_MAX (1 << 16)

const struct arg_column recurringdue_parts[] = {
    {"date", ARG_DATE, ARG_REQUIRED, "day of the invoice"},
    {"amount", ARG_TEXT, ARG_REQUIRED, "300.00, 30% or rest"},
    {NULL, ARG_TEXT, 0, NULL},
};

/* ---- the command ---------------------------------------------------------------------------- */

static const char *const kept[] = {"line",      "amount",   "text",  "po",
                                   "reference", "currency", "terms", "discount"};

static enum err line_read(struct act *act, const char *line, struct args *out)
{
    const struct command *command;
    char **words;
    int count, used;

    TRY(words_split(line, act->arena, &words, &count, act->note));
    TRY(command_words(count, words, &command, &used, act->note));
    must(command == &cmd_invoice_issue);
    args_init(out, command, act->arena, &act->session->habit, &notation_plain);
    return args_words(out, count - used, words + used, act->note);
}

static enum err line_add(struct act *act, const struct arg_row *row, struct args *to)
{
    const struct arg *arg = cmd_invoice_issue.args;
    struct buf text;

    while (strcmp(arg->name, "line") != 0)
        arg++;
    buf_init(&text, LINE_MAX);
    row_show(&text, arg, row, 0);
    const enum err e = args_set(to, "line", text.data, act->note);
    buf_done(&text);
    return e;
}

static enum err copy(struct act *act, const struct args *from, const char *name, struct args *to)
{
    if (strcmp(name, "line") != 0)
        return args_set(to, name, args_get(from, name), act->note);
    for (int i = 0; i < args_count(from, name); i++)
        TRY(line_add(act, args_row(from, name, i), to));
    return ERR_OK;
}

/* Lines and the one amount exclude each other: the new one takes the place of the old. */
static bool is_replaced(const struct args *args, const char *name)
{
    return (strcmp(name, "line") == 0 && args_given(args, "amount")) ||
           (strcmp(name, "amount") == 0 && args_given(args, "line"));
}

enum err recurringdue_command(struct act *act, const char *customer, const char *old,
                              const char **command, int64_t *net, struct currency *currency)
{
    struct act one = *act;
    struct args before = {0}, made;
    struct paper paper;
    struct customer whose;
    struct paper_totals totals;

    if (old)
        TRY(line_read(act, old, &before));
    args_init(&made, &cmd_invoice_issue, act->arena, &act->session->habit, &notation_plain);
    TRY(args_set(&made, "customer", customer, act->note));
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        if (args_given(act->args, kept[i]))
            TRY(copy(act, act->args, kept[i], &made));
        else if (old && args_given(&before, kept[i]) && !is_replaced(act->args, kept[i]))
            TRY(copy(act, &before, kept[i], &made));
    }
    TRY(args_check(&made, act->note));
    one.args = &made;
    TRY(paper_read(&one, DOCUMENT_INVOICE, NULL, &paper, &whose));
    TRY(paper_preview(act->book, &paper, act->arena, &totals));
    *command = args_text(&made, true, act->arena);
    *net = totals.net;
    *currency = totals.currency;
    return ERR_OK;
}

/* ---- one turn ------------------------------------------------------------------------------- */

/* What is dated in a closed month is dated on the first open day: a paper of that day. */
static enum err day_find(struct act *act, struct date due, struct date *out)
{
    struct period_bounds bounds;

    TRY(period_bounds(act->book, &bounds));
    *out = due;
    if (date_is(bounds.closed_to) && bounds.closed_to.day >= out->day)
        *out = date_add(bounds.closed_to, 1);
    if (date_is(bounds.soft_to) && bounds.soft_to.day >= out->day)
        *out = date_add(bounds.soft_to, 1);
    return ERR_OK;
}

/* The line of a part: the template's own, with the part instead of quantity and price. */
static enum err part_put(struct act *act, struct args *args, struct money amount)
{
    enum { TEXT, QTY, PRICE, AMOUNT };
    char plain[MONEY_TEXT];
    const char *figure = arena_text(act->arena, money_plain(amount, plain));

    if (args_given(args, "amount")) {
        TRY(args_clear(args, "amount"));
        return args_set(args, "amount", figure, act->note);
    }
    const int columns = columns_count(paper_line_columns);
    struct value *values = arena_new(act->arena, (size_t)columns * sizeof *values);
    memcpy(values, args_row(args, "line", 0)->values, (size_t)columns * sizeof *values);
    values[QTY].text = values[PRICE].text = NULL;
    values[AMOUNT].text = figure;
    const struct arg_row row = {values};
    TRY(args_clear(args, "line"));
    return line_add(act, &row, args);
}

static enum err words_fill(struct act *act, const struct recurringdue *due, struct args *out)
{
    const struct recurring *recurring = due->recurring;
    const struct recurrence_words says = {.due = due->turn.due,
                                          .from = due->turn.from,
                                          .to = due->turn.to,
                                          .number = due->turn.turn + 1,
                                          .count = recurring->part_count ? recurring->part_count
                                                                         : recurring->most,
                                          .language = recurring->language};
    const struct command *command;
    char **words, day[DATE_TEXT];
    int count, used;

    TRY(words_split(recurring->command, act->arena, &words, &count, act->note));
    TRY(command_words(count, words, &command, &used, act->note));
    for (int i = used; i < count; i++) {
        const char *filled;
        TRY(recurrence_fill(words[i], &says, act->arena, &filled, act->note));
        words[i] = arena_text(act->arena, filled);
    }
    args_init(out, command, act->arena, &act->session->habit, &notation_plain);
    TRY(args_words(out, count - used, words + used, act->note));
    TRY(args_set(out, "date", date_iso(due->date, day), act->note));
    return args_set(out, "delivered", "yes", act->note);
}

enum err recurringdue_fill(struct act *act, const struct recurring *recurring,
                           const struct recurring_turn *turn, struct recurringdue *out)
{
    struct act one = *act;
    struct args *args = arena_new(act->arena, sizeof *args);
    struct paper paper;
    struct customer customer;
    struct paper_totals totals;

    *out = (struct recurringdue){.recurring = recurring, .turn = *turn};
    TRY(day_find(act, turn->due, &out->date));
    TRY(words_fill(act, out, args));
    one.args = args;
    if (turn->amount) {
        TRY(args_check(args, act->note));
        TRY(paper_read(&one, DOCUMENT_INVOICE, NULL, &paper, &customer));
        TRY(part_put(act, args, money_of(turn->amount, paper.currency)));
    }
    TRY(args_check(args, act->note));
    TRY(paper_read(&one, DOCUMENT_INVOICE, NULL, &paper, &customer));
    TRY(paper_preview(act->book, &paper, act->arena, &totals));
    if (totals.total < 0)
        return fail(act->note, ERR_INPUT, "the invoice would be below zero");
    out->args = args;
    out->customer_id = customer.id;
    out->total = money_of(totals.total, totals.currency);
    return ERR_OK;
}

/* ---- all that is due ------------------------------------------------------------------------ */

/* What is wrong with the template or the books for it; the rest is the store's. */
static bool is_reason(enum err e)
{
    return e == ERR_USAGE || e == ERR_INPUT || e == ERR_MISSING || e == ERR_CONFLICT ||
           e == ERR_CLOSED || e == ERR_LIMIT;
}

static enum err templates_read(struct act *act, struct recurring **out, int *count)
{
    struct customer customer = {.id = 0};

    if (args_given(act->args, "recurring")) {
        *out = arena_new(act->arena, sizeof **out);
        *count = 1;
        return recurring_find(act->book, args_get(act->args, "recurring"), act->arena, *out);
    }
    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    return recurring_list(act->book, customer.id, act->arena, out, count);
}

/* By the day on the invoice, so that their numbers ascend with their days. */
static int due_order(const void *a, const void *b)
{
    const struct recurringdue *one = a, *two = b;

    if (one->date.day != two->date.day)
        return one->date.day < two->date.day ? -1 : 1;
    if (one->recurring->id != two->recurring->id)
        return one->recurring->id < two->recurring->id ? -1 : 1;
    return (one->turn.turn > two->turn.turn) - (one->turn.turn < two->turn.turn);
}

/* A template may be written before there is a rate; its invoice may not. */
static enum err rate_look(struct act *act, const struct recurringdue *due)
{
    struct ratio rate;

    return rate_on(act->book, due->total.currency, due->date, &rate);
}

enum err recurringdue_try(struct act *act, const struct recurring *recurring,
                          const struct recurring_turn *turn, struct recurringdue *due)
{
    enum err e = recurringdue_fill(act, recurring, turn, due);

    if (e == ERR_OK)
        e = rate_look(act, due);
    if (e != ERR_OK && !is_reason(e))
        return e;
    if (e != ERR_OK)
        due->skipped = arena_text(act->arena, act->note->text);
    note_clear(act->note);
    return ERR_OK;
}

enum err recurringdue_list(struct act *act, struct date to, struct recurringdue **out, int *count)
{
    struct recurring *templates = NULL;
    int template_count = 0, room = 0;

    *out = NULL;
    *count = 0;
    TRY(templates_read(act, &templates, &template_count));
    for (int i = 0; i < template_count; i++) {
        struct recurring_turn *turns = NULL;
        int turn_count = 0;
        if (!date_is(templates[i].next) || templates[i].next.day > to.day)
            continue;
        TRY(recurring_due(act->book, &templates[i], to, act->arena, &turns, &turn_count));
        for (int t = 0; t < turn_count; t++) {
            *out = arena_grow(act->arena, *out, *count, &room, sizeof **out);
            TRY(recurringdue_try(act, &templates[i], &turns[t], &(*out)[(*count)++]));
        }
    }
    if (*count)
        qsort(*out, (size_t)*count, sizeof **out, due_order);
    return ERR_OK;
}
