/* Late charges: what they would come to, item by item. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/say.h"
#include "ledger/accrual.h"
#include "ledger/customer.h"

#include <string.h>

static const char *const bases[] = {"posted", "effective", NULL};

static const struct arg preview_args[] = {
    {.name = "upto",
     .kind = ARG_DATE,
     .help = "interest for the days up to this one; by default today"},
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "collector", .kind = ARG_CODE, .help = "only customers of this collector"},
    {.name = "as-of",
     .kind = ARG_DATE,
     .help = "by what was in the books on this day; by default all that is in them"},
    {.name = "basis",
     .kind = ARG_CHOICE,
     .choices = bases,
     .otherwise = "posted",
     .help = "with --as-of: by the day of posting, or by the true day"},
    {.name = "all", .kind = ARG_FLAG, .help = "also items on which nothing is to be charged"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 6},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 9},
    {.name = "kind", .title = "Kind", .kind = CELL_CODE, .worth = 4},
    {.name = "due", .title = "Due", .kind = CELL_DATE, .worth = 3},
    {.name = "days", .title = "Days", .kind = CELL_INT},
    {.name = "rate", .title = "Rate", .kind = CELL_PERCENT, .worth = 2},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 5},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .worth = 1},
    {.name = "accrued", .title = "Accrued", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "charged", .title = "Charged", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "proposed", .title = "Proposed", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "reason", .title = "Left out", .kind = CELL_TEXT, .worth = 7},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

struct preview {
    struct sink *sink;
    bool all;
};

static enum err preview_row(void *self, const struct accrual *row)
{
    const struct preview *preview = self;

    if (!preview->all && row->proposed == 0 &&
        (row->reason == ACCRUAL_CHARGED || row->reason == ACCRUAL_NOTHING))
        return ERR_OK;
    const struct cell cells[COLUMNS] = {
        cell_code(row->customer),
        cell_text(row->name),
        cell_code(row->number),
        cell_int(row->instalment),
        cell_code(accrual_kind_word(row->kind)),
        cell_date(row->due),
        row->kind == ACCRUAL_LUMP ? cell_none() : cell_int(row->days),
        row->ppm ? cell_number(CELL_PERCENT, row->ppm) : cell_none(),
        cell_code(row->currency.code),
        cell_money(money_of(row->open, row->currency)),
        cell_money(money_of(row->accrued, row->currency)),
        cell_money(money_of(row->charged, row->currency)),
        cell_money(money_of(row->proposed, row->currency)),
        cell_text(accrual_reason_words(row->reason)),
    };
    return sink_row(preview->sink, row->item_id, row->proposed ? '*' : ' ', cells);
}

static enum err preview_pass(struct act *act, struct sink *sink)
{
    struct accrual_query query = {
        .upto = args_date(act->args, "upto", book_today(act->book)),
        .as_of = args_date(act->args, "as-of", DATE_NONE),
        .effective = args_choice(act->args, "basis", 0) == 1,
        .collector = args_get(act->args, "collector"),
    };
    const struct table_head head = {
        "Late charges", arena_format(act->arena, "up to %s", say_day(act->arena, query.upto)),
        columns, COLUMNS};
    struct preview preview = {sink, args_flag(act->args, "all")};
    struct customer customer;

    if (args_given(act->args, "customer")) {
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        query.customer_id = customer.id;
    }
    TRY(sink->head(sink->self, &head));
    TRY(accrual_each(act->book, &query, preview_row, &preview));
    return sink->foot(sink->self, NULL);
}

static enum err preview_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, preview_pass(act, sink));
}

const struct command cmd_charge_preview = {
    .noun = "charge",
    .verb = "preview",
    .summary = "what late charges would come to, item by item, and why some are left out",
    .detail = "Interest counts for each day after the due day on what was open then, by the day on "
              "which money came, not by the day on which it was entered. What was charged on an "
              "item before is taken off; where too much was charged a credit is proposed. The "
              "settings charge.scheme, charge.basis, charge.grace and others say what holds, for "
              "all, for a class, or for one customer; `charge rate add` enters the rates.",
    .args = preview_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = preview_run,
};
