/* Commands about payment terms: when a paper is due, what early payment takes off. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/master.h"
#include "rules/discount.h"

/* in the order of enum discount_tax */
static const char *const tax_modes[] = {"on-early-payment", "always", "never", NULL};

static const struct arg add_args[] = {
    {.name = "code", .kind = ARG_CODE, .flags = ARG_REQUIRED, .help = "the terms' code, as NET30"},
    {.name = "due",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "\"net 30\", \"eom+30\", or \"day 10 month+1 cutoff 25\""},
    {.name = "discount", .kind = ARG_TEXT, .help = "\"2% 10; 1% 20\": percent and days"},
    {.name = "instalments",
     .kind = ARG_TEXT,
     .help = "\"50% net 30; 50% net 60\": shares, each with its due day"},
    {.name = "discount-tax",
     .kind = ARG_CHOICE,
     .choices = tax_modes,
     .otherwise = "on-early-payment",
     .help = "when the discount takes its share of the tax off too"},
    {0},
};

static enum err terms_add_run(struct act *act)
{
    const struct args *args = act->args;
    const char *discount = args_get(args, "discount"), *parts = args_get(args, "instalments");
    struct payterm terms = {.code = args_get(args, "code"),
                            .due = args_get(args, "due"),
                            .discount = discount ? discount : "",
                            .instalments = parts ? parts : "",
                            .tax_mode = args_choice(args, "discount-tax", 0)};
    int64_t id;

    TRY(payterm_add(act->tx, &terms, &id));
    TRY(payterm_get(act->book, id, act->arena, &terms));
    act->ref = terms.code;
    act->says = arena_format(act->arena, "terms %s: %s%s%s%s%s", terms.code,
                             *terms.instalments ? "" : terms.due, terms.instalments,
                             *terms.discount ? ", less " : "", terms.discount,
                             *terms.discount ? " days" : "");
    return ERR_OK;
}

const struct command cmd_terms_add = {
    .noun = "terms",
    .verb = "add",
    .summary = "add payment terms",
    .detail = "Due days: net N counts from the document's date; eom+N from the end of its month; "
              "day D month+M cutoff C is day D, M months later, one more when the document is "
              "dated after day C. `roll next` or `roll previous` behind it moves a Saturday or "
              "Sunday.\n"
              "Terms never change once they are there: papers refer to them.",
    .args = add_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = terms_add_run,
};

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static const struct column columns[] = {
    {.name = "code", .title = "Code", .kind = CELL_CODE},
    {.name = "due", .title = "Due", .kind = CELL_TEXT},
    {.name = "discount", .title = "Discount", .kind = CELL_TEXT},
    {.name = "instalments", .title = "Instalments", .kind = CELL_TEXT, .worth = 1},
    {.name = "discount_tax", .title = "Discount's tax", .kind = CELL_TEXT, .worth = 2},
};

static enum err terms_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Payment terms", NULL, columns, 5};
    struct payterm *terms;
    int count;

    TRY(payterm_list(act->book, act->arena, &terms, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const char *mode = discount_tax_name((enum discount_tax)terms[i].tax_mode);
        const struct cell cells[] = {cell_code(terms[i].code), cell_text(terms[i].due),
                                     cell_text(terms[i].discount), cell_text(terms[i].instalments),
                                     cell_text(*terms[i].discount ? mode : "")};
        TRY(sink_row(sink, terms[i].id, ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err terms_list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, terms_pass(act, sink));
}

const struct command cmd_terms_list = {
    .noun = "terms",
    .verb = "list",
    .summary = "list payment terms",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = terms_list_run,
};
