/* What a `payment receive` that was entered before says, back in the payment desk's fields. */
#include "view/paydesk.h"

#include "app/paperfind.h"
#include "base/text.h"
#include "ledger/document.h"

#include <stdlib.h>
#include <string.h>

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

static const struct arg *apply_arg(const struct args *args)
{
    const struct arg *arg = args->command->args;

    while (strcmp(arg->name, "apply") != 0)
        arg++;
    return arg;
}

/* The value of a column of row n of --apply; NULL = not given. */
static const char *apply_text(const struct args *args, int n, const char *column)
{
    const struct arg_column *columns = apply_arg(args)->columns;

    for (int i = 0; columns[i].name; i++)
        if (strcmp(columns[i].name, column) == 0)
            return args_row(args, "apply", n)->values[i].text;
    return NULL;
}

bool paydesk_holds(const struct args *args)
{
    static const char *const fields[] = {"amount",    "customer", "date",  "method",
                                         "reference", "currency", "apply", NULL};
    static const char *const cells[] = {"document", "amount",   "discount", "instalment",
                                        "from",     "writeoff", NULL};
    const struct arg_column *columns = apply_arg(args)->columns;

    for (const struct arg *arg = args->command->args; arg->name; arg++)
        if (args_given(args, arg->name) && !is_one_of(arg->name, fields))
            return false;
    for (int n = 0; n < args_count(args, "apply"); n++)
        for (int i = 0; columns[i].name; i++)
            if (!is_one_of(columns[i].name, cells) && args_row(args, "apply", n)->values[i].text)
                return false;
    return true;
}

/* The paper that a row of --apply names. */
static enum err paper_named(struct paydesk *desk, const struct args *args, int n,
                            struct arena *arena, struct document *out)
{
    const char *number = apply_text(args, n, "document"), *customer = args_get(args, "customer");
    struct note note = {0};

    if (customer && !strchr(number, '/'))
        number = arena_format(arena, "%s/%s", customer, number);
    const enum err e = paper_find(desk->book, number, arena, out, &note);
    note_clear(book_note(desk->book));
    return e;
}

const char *paydesk_payer_text(struct paydesk *desk, const struct args *args, struct arena *arena)
{
    const char *customer = args_get(args, "customer");
    struct document document;

    if (args_count(args, "apply") > 0 && paper_named(desk, args, 0, arena, &document) == ERR_OK) {
        /* one paper is named as it was typed; several are somebody's */
        if (args_count(args, "apply") == 1)
            return document.number;
        customer = document.customer;
    }
    return customer ? payer_typed(desk->book, customer, arena) : PAYER_NOBODY;
}

static int64_t minor_of(const char *text, struct currency currency)
{
    struct money money;

    return text && money_parse(text, &notation_plain, currency, &money, NULL) == ERR_OK
               ? money.minor
               : 0;
}

/* The debit of a row; or the credit that it uses. NULL = it is no longer open. */
static struct payline *debit_find(struct paydesk *desk, const char *number, int instalment)
{
    for (int i = 0; i < desk->lines.count; i++) {
        struct payline *line = &desk->lines.lines[i];
        if (line->open > 0 && strcmp(line->number, number) == 0 &&
            (!instalment || line->instalment == instalment))
            return line;
    }
    return NULL;
}

static struct payline *credit_find(struct paydesk *desk, const char *source)
{
    for (int i = 0; source && i < desk->lines.count; i++) {
        struct payline *line = &desk->lines.lines[i];
        if (line->open < 0 && line->source && text_same(line->source, source))
            return line;
    }
    return NULL;
}

/* A paper may have several rows: of the money, and of each credit. */
static void row_take(struct paydesk *desk, const struct args *args, int n)
{
    const char *instalment = apply_text(args, n, "instalment");
    const int64_t amount = minor_of(apply_text(args, n, "amount"), desk->payer.currency);
    struct payline *credit = credit_find(desk, apply_text(args, n, "from")), *debit;
    struct document document;

    if (paper_named(desk, args, n, &desk->arena, &document) != ERR_OK ||
        !(debit = debit_find(desk, document.number,
                             instalment ? (int)strtol(instalment, NULL, 10) : 0)))
        return;
    debit->marked = true;
    debit->typed = debit->typed || amount > 0;
    debit->pays += amount;
    debit->discount += minor_of(apply_text(args, n, "discount"), desk->payer.currency);
    if (debit->pays > debit->open)
        debit->pays = debit->open;
    if (credit) {
        credit->marked = true;
        credit->typed = amount > 0;
        credit->pays = credit->pays - amount < credit->open ? credit->open : credit->pays - amount;
    }
}

void paydesk_take(struct paydesk *desk, const struct args *args)
{
    struct note note = {0};
    struct args now;

    if (!desk->resolved)
        return;
    /* what is proposed anyway stays a proposal, which follows the amount */
    if (paydesk_args(desk, &desk->arena, &now, &note) == ERR_OK &&
        strcmp(args_text(&now, true, &desk->arena), args_text(args, true, &desk->arena)) == 0)
        return;
    paylines_none(&desk->lines);
    for (int n = 0; n < args_count(args, "apply"); n++)
        row_take(desk, args, n);
    paydesk_by_hand(desk);
    for (int n = 0; n < args_count(args, "apply"); n++)
        if (apply_text(args, n, "writeoff")) {
            paydesk_let_go(desk); /* all that are short by little */
            break;
        }
}
