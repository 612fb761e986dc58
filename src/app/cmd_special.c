/* Special terms of one customer, and all that the book holds about one. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/dossier.h"
#include "ledger/master.h"
#include "ledger/specialterms.h"

static const struct arg special_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED | ARG_BARE, .help = "whose"},
    {.name = "terms", .kind = ARG_TERMS, .help = "instead of the usual ones"},
    {.name = "discount", .kind = ARG_TEXT, .help = "for early payment, as \"3% 10\""},
    {.name = "from", .kind = ARG_DATE, .help = "first date of papers; by default today"},
    {.name = "to", .kind = ARG_DATE, .help = "last one; by default until another word"},
    {.name = "usual", .kind = ARG_FLAG, .help = "from then on all is as usual again"},
    {.name = "text", .kind = ARG_TEXT, .help = "why: the contract, the season"},
    {0},
};

static enum err customer_special_run(struct act *act)
{
    const struct args *args = act->args;
    const char *discount = args_get(args, "discount"), *text = args_get(args, "text");
    struct customer customer;
    struct payterm terms = {.code = ""};
    int64_t id;

    TRY(customer_find(act->book, args_get(args, "customer"), act->arena, &customer));
    if (args_given(args, "terms"))
        TRY(payterm_find(act->book, args_get(args, "terms"), act->arena, &terms));
    if (args_flag(args, "usual") == (terms.id != 0 || discount != NULL))
        return fail(act->note, ERR_USAGE, "say --terms or --discount, or --usual to end them");
    const struct special_terms special = {.customer_id = customer.id,
                                          .from = args_date(args, "from", book_today(act->book)),
                                          .to = args_date(args, "to", DATE_NEVER),
                                          .terms_id = terms.id,
                                          .discount = discount ? discount : "",
                                          .text = text ? text : ""};
    TRY(special_terms_add(act->tx, &special, &id));
    act->ref = customer.code;
    act->says =
        arena_format(act->arena, "papers of %s from %s%s%s: %s%s%s%s", customer.code,
                     say_day(act->arena, special.from), args_given(args, "to") ? " to " : " on",
                     args_given(args, "to") ? say_day(act->arena, special.to) : "",
                     terms.id                   ? "terms "
                     : args_flag(args, "usual") ? "terms as usual"
                                                : "",
                     terms.code, terms.id && discount ? ", " : "",
                     discount ? arena_format(act->arena, "discount %s", discount) : "");
    return ERR_OK;
}

const struct command cmd_customer_special = {
    .noun = "customer",
    .verb = "special",
    .summary = "give a customer other terms or another discount, from a day to a day",
    .detail = "Papers dated in these days take them, unless the paper itself says otherwise; the "
              "newest word for a day holds. Posted papers keep what they were posted with.",
    .args = special_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = customer_special_run,
};

/* ---- the list ------------------------------------------------------------------------------- */

static const struct arg specials_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this one"},
    LISTING_ARGS,
    {0},
};

static const struct column specials_columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "from", .title = "From", .kind = CELL_DATE},
    {.name = "to", .title = "To", .kind = CELL_DATE},
    {.name = "terms", .title = "Terms", .kind = CELL_CODE},
    {.name = "discount", .title = "Discount", .kind = CELL_TEXT},
    {.name = "text", .title = "Why", .kind = CELL_TEXT, .worth = 1},
};

struct pass {
    struct act *act;
    struct sink *sink;
};

static enum err special_row(void *self, const struct special_terms *special)
{
    struct pass *pass = self;
    struct act *act = pass->act;
    struct customer customer;
    struct payterm terms = {.code = ""};

    TRY(customer_get(act->book, special->customer_id, act->arena, &customer));
    if (special->terms_id)
        TRY(payterm_get(act->book, special->terms_id, act->arena, &terms));
    const bool usual = !special->terms_id && !*special->discount;
    const struct cell cells[] = {cell_code(customer.code),
                                 cell_date(special->from),
                                 special->to.day == DATE_NEVER.day ? cell_none()
                                                                   : cell_date(special->to),
                                 cell_code(usual ? "as usual" : terms.code),
                                 cell_text(special->discount),
                                 cell_text(special->text)};
    return sink_row(pass->sink, special->id, ' ', cells);
}

static enum err specials_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Special terms", NULL, specials_columns,
                                    sizeof specials_columns / sizeof *specials_columns};
    struct pass pass = {act, sink};
    struct customer customer = {.id = 0};

    if (args_given(act->args, "customer"))
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(sink->head(sink->self, &head));
    TRY(special_terms_each(act->book, customer.id, special_row, &pass));
    return sink->foot(sink->self, NULL);
}

static enum err customer_specials_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, specials_pass(act, sink));
}

const struct command cmd_customer_specials = {
    .noun = "customer",
    .verb = "specials",
    .summary = "the special terms of customers",
    .args = specials_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = customer_specials_run,
};

/* ---- all about one -------------------------------------------------------------------------- */

static const struct arg export_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED | ARG_BARE, .help = "whose"},
    LISTING_ARGS,
    {0},
};

static const struct column export_columns[] = {
    {.name = "part", .title = "Part", .kind = CELL_CODE},
    {.name = "number", .title = "No.", .kind = CELL_INT},
    {.name = "field", .title = "Field", .kind = CELL_CODE},
    {.name = "value", .title = "Value", .kind = CELL_TEXT, .width = 20},
};

static enum err field_row(void *self, const struct dossier_field *field)
{
    struct pass *pass = self;
    const struct cell cells[] = {cell_code(field->part), cell_int(field->number),
                                 cell_code(field->name), cell_text(field->value)};

    return sink_row(pass->sink, 0, ' ', cells);
}

static enum err export_pass(struct act *act, struct sink *sink)
{
    struct pass pass = {act, sink};
    struct customer customer;

    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    const struct table_head head = {
        "All about a customer", arena_format(act->arena, "%s, %s", customer.code, customer.name),
        export_columns, sizeof export_columns / sizeof *export_columns};
    TRY(sink->head(sink->self, &head));
    TRY(dossier_each(act->book, customer.id, field_row, &pass));
    return sink->foot(sink->self, NULL);
}

static enum err customer_export_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, export_pass(act, sink));
}

const struct command cmd_customer_export = {
    .noun = "customer",
    .verb = "export",
    .summary = "all that the book holds about one customer",
    .detail =
        "Part by part and field by field, as it is stored: amounts in the smallest unit, days "
        "counted from 1970-01-01. With --format json or csv, for whoever asks for his data.",
    .args = export_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = customer_export_run,
};
