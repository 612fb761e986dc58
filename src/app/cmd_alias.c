/* Aliases: by which accounts, numbers and names a payer is known. */
#include "app/commands.h"
#include "app/learning.h"
#include "app/listing.h"
#include "ledger/alias.h"
#include "ledger/customer.h"
#include "rules/paycode.h"

static const char *const kinds[] = {"account", "number", "name", NULL};

static const struct arg add_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "whose money it is"},
    {.name = "kind",
     .kind = ARG_CHOICE,
     .flags = ARG_REQUIRED,
     .choices = kinds,
     .help = "a bank account or the line of a cheque, the payer's number with us, or his name"},
    {.name = "value",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_PERSONAL,
     .help = "as bank or cheque show it"},
    {0},
};

static enum err add_run(struct act *act)
{
    struct customer customer;
    int64_t id = 0;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    const struct alias alias = {.kind = (enum alias_kind)args_choice(act->args, "kind", 0),
                                .value = args_get(act->args, "value"),
                                .customer_id = customer.id};
    if (alias.kind == ALIAS_ACCOUNT && iban_shaped(alias.value) && !iban_valid(alias.value))
        return fail(act->note, ERR_INPUT, "'%.40s' is no IBAN: its check digits do not fit",
                    alias.value);
    TRY(alias_add(act->tx, &alias, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "%s is known by the %s %s", customer.code,
                             alias_word(alias.kind), alias.value);
    return learning_warn(act, &alias);
}

const struct command cmd_alias_add = {
    .noun = "alias",
    .verb = "add",
    .summary = "know a payer by an account, a number or a name",
    .detail = "Money that comes from there without a customer is his: `payment receive --auto` and "
              "`payment autocash` follow it. Case, blanks and strokes do not matter.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = add_run,
};

static const struct arg remove_args[] = {
    {.name = "alias", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE, .help = "its number"},
    {0},
};

static enum err remove_run(struct act *act)
{
    const int64_t id = args_number(act->args, "alias", 0);
    struct alias alias;

    TRY(alias_get(act->book, id, act->arena, &alias));
    TRY(alias_remove(act->tx, id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "%s is not known by the %s %s any more", alias.customer,
                             alias_word(alias.kind), alias.value);
    return ERR_OK;
}

const struct command cmd_alias_remove = {
    .noun = "alias",
    .verb = "remove",
    .summary = "do not know a payer by that any more",
    .args = remove_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_CLERK,
    .run = remove_run,
};

static const struct column columns[] = {
    {.name = "id", .title = "Alias", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT},
    {.name = "value", .title = "Value", .kind = CELL_TEXT, .width = 20},
    {.name = "source", .title = "Learned from", .kind = CELL_CODE, .worth = 2},
    {.name = "confirmed", .title = "Confirmed by", .kind = CELL_TEXT, .worth = 1},
    {.name = "active", .title = "Active", .kind = CELL_FLAG, .worth = 3},
};

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only of this customer"},
    {.name = "all", .kind = ARG_FLAG, .help = "also what was denied or taken away"},
    LISTING_ARGS,
    {0},
};

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Payers", NULL, columns, sizeof columns / sizeof *columns};
    const char *code = args_get(act->args, "customer");
    struct customer customer = {0};
    struct alias *aliases = NULL;
    int count = 0;

    if (code)
        TRY(customer_find(act->book, code, act->arena, &customer));
    TRY(alias_list(act->book, customer.id, args_flag(act->args, "all"), act->arena, &aliases,
                   &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct alias *alias = &aliases[i];
        const struct cell cells[] = {cell_int(alias->id),
                                     cell_code(alias->customer),
                                     cell_text(alias_word(alias->kind)),
                                     cell_text(alias->value),
                                     cell_code(alias->source),
                                     cell_text(alias->confirmed),
                                     cell_number(CELL_FLAG, alias->active)};
        TRY(sink_row(sink, alias->id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_alias_list = {
    .noun = "alias",
    .verb = "list",
    .summary = "list by what payers are known",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
