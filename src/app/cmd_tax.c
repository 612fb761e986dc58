/* Commands about tax codes: the rate, and the account that the tax is owed on. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/account.h"
#include "ledger/master.h"

#include <string.h>

static const char *const categories[] = {"S", "Z", "E", "AE", "K", "G", "O", NULL};

static const struct arg add_args[] = {
    {.name = "code", .kind = ARG_CODE, .flags = ARG_REQUIRED, .help = "the tax code, as VAT20"},
    {.name = "rate", .kind = ARG_PERCENT, .flags = ARG_REQUIRED, .help = "in percent, as 20%"},
    {.name = "account",
     .kind = ARG_ACCOUNT,
     .help = "where the tax is owed; by default the book's: setting account.tax"},
    {.name = "category",
     .kind = ARG_CHOICE,
     .choices = categories,
     .otherwise = "S",
     .help = "S standard, Z zero, E exempt, AE reverse charge, K inside the Union, G export, "
             "O outside"},
    {.name = "exemption", .kind = ARG_TEXT, .help = "why no tax is due, as papers must say it"},
    {0},
};

static enum err tax_add_run(struct act *act)
{
    const char *category = args_get(act->args, "category");
    const char *exemption = args_get(act->args, "exemption");
    struct taxcode tax = {.code = args_get(act->args, "code"),
                          .rate_ppm = args_number(act->args, "rate", 0),
                          .category = category,
                          .exemption = exemption ? exemption : ""};
    char rate[MONEY_TEXT];
    int64_t id;

    if (args_given(act->args, "account"))
        TRY(account_find(act->book, args_get(act->args, "account"), &tax.account_id));
    if (tax.rate_ppm != 0 && strcmp(category, "S") != 0)
        return fail(act->note, ERR_INPUT, "--category: %s means that no tax is added, so the rate "
                                          "is 0; use S with a rate", category);
    TRY(taxcode_add(act->tx, &tax, &id));
    act->ref = tax.code;
    act->says = arena_format(act->arena, "tax code %s: %s %%", tax.code,
                             percent_show(tax.rate_ppm, rate));
    return ERR_OK;
}

const struct command cmd_tax_add = {
    .noun = "tax",
    .verb = "add",
    .summary = "add a tax code",
    .detail = "The categories are those of electronic invoices (EN 16931).",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = tax_add_run,
};

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "rate", .title = "Rate %", .kind = CELL_PERCENT},
    {.name = "account", .title = "Account", .kind = CELL_CODE},
    {.name = "category", .title = "Category", .kind = CELL_CODE},
    {.name = "exemption", .title = "Exemption", .kind = CELL_TEXT, .worth = 1},
};

static enum err tax_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Tax codes", NULL, columns, 5};
    struct taxcode *taxes;
    int count;

    TRY(taxcode_list(act->book, act->arena, &taxes, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        struct account account;
        TRY(account_get(act->book, taxes[i].account_id, act->arena, &account));
        const struct cell cells[] = {
            cell_code(taxes[i].code), cell_number(CELL_PERCENT, taxes[i].rate_ppm),
            cell_code(account.code), cell_code(taxes[i].category), cell_text(taxes[i].exemption)};
        TRY(sink_row(sink, taxes[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err tax_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, tax_pass(act, sink));
}

const struct command cmd_tax_list = {
    .noun = "tax",
    .verb = "list",
    .summary = "list tax codes",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = tax_list_run,
};
