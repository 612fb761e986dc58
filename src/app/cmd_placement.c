/* Placements: what an agency or lawyers collect for us, and the money that comes through them. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/customer.h"
#include "ledger/placement.h"

#include <string.h>

static const char *const kinds[] = {"agency", "legal", NULL};

static const struct arg_column invoice_columns[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    {0},
};

static const struct arg make_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "all that it owes, later invoices too"},
    {.name = "invoice",
     .kind = ARG_ROWS,
     .columns = invoice_columns,
     .rows_style = ROWS_LIST,
     .help = "or only these: \"INV-1; INV-2\""},
    {.name = "with",
     .kind = ARG_CHOICE,
     .choices = kinds,
     .otherwise = "agency",
     .help = "a collection agency, or at law"},
    {.name = "agency",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .help = "its name, or the lawyers'"},
    {.name = "date", .kind = ARG_DATE, .help = "from which day on; today when not said"},
    {.name = "commission", .kind = ARG_PERCENT, .help = "what they get of what they bring in"},
    {.name = "reference", .kind = ARG_TEXT, .help = "their number of the case"},
    {.name = "text", .kind = ARG_TEXT, .help = "a note"},
    {0},
};

/* The open items of the invoices that are named; all of one customer. */
static enum err items_take(struct act *act, struct placement *placement)
{
    const int rows = args_count(act->args, "invoice");
    int64_t *ids = NULL;
    int found = 0;

    for (int i = 0; i < rows; i++) {
        struct document paper;
        struct item *items;
        int count = 0;
        bool is = true;
        const int before = found;
        TRY(pot_debit(act, args_get(act->args, "customer"),
                      args_row(act->args, "invoice", i)->values[0].text, &paper));
        if (placement->customer_id)
            TRY(customer_is(act->book, paper.customer_id, placement->customer_id, &is));
        if (!is)
            return fail(act->note, ERR_INPUT,
                        "--invoice: %s is a paper of %s; a placement is of "
                        "one customer",
                        paper.number, paper.customer);
        placement->customer_id = paper.customer_id;
        placement->customer = paper.customer;
        TRY(items_of_document(act->book, paper.id, act->arena, &items, &count));
        int64_t *more = arena_new(act->arena, (size_t)(found + count + 1) * sizeof *more);
        if (found)
            memcpy(more, ids, (size_t)found * sizeof *more);
        ids = more;
        for (int k = 0; k < count; k++)
            if (items[k].open > 0)
                ids[found++] = items[k].id;
        if (found == before)
            return fail(act->note, ERR_CONFLICT, "--invoice: nothing is open on %s", paper.number);
    }
    placement->items = ids;
    placement->item_count = found;
    return ERR_OK;
}

static const char *commission_words(struct act *act, const struct placement *placement)
{
    char percent[MONEY_TEXT];

    if (!placement->commission_ppm)
        return "";
    return arena_format(act->arena, ", for %s %% of what they bring in",
                        percent_show(placement->commission_ppm, percent));
}

static enum err make_run(struct act *act)
{
    struct customer customer = {.id = 0};
    struct placement made = {.kind = (enum placement_kind)args_choice(act->args, "with", 0),
                             .day = args_date(act->args, "date", book_today(act->book)),
                             .commission_ppm = args_number(act->args, "commission", 0),
                             .agency = args_get(act->args, "agency"),
                             .reference = args_get(act->args, "reference"),
                             .text = args_get(act->args, "text")};
    int64_t id = 0;

    if (args_given(act->args, "customer")) {
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        made.customer_id = customer.id;
        made.customer = customer.code;
    }
    TRY(items_take(act, &made));
    made.whole = made.item_count == 0;
    if (!made.customer_id)
        return fail(act->note, ERR_USAGE,
                    "what is placed? --customer, or --invoice \"INV-1; INV-2\"");
    TRY(placement_make(act->tx, &made, &id));
    const struct placement wanted = made;
    TRY(placement_get(act->book, id, act->arena, &made));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(
        act->arena, "placement %s: %s of %s is %s %s from %s on%s", act->ref,
        made.whole ? "all" : say_money(act->arena, money_of(made.placed, made.currency)),
        made.customer, made.kind == PLACEMENT_LEGAL ? "at law with" : "with the agency",
        made.agency, say_day(act->arena, made.day), commission_words(act, &wanted));
    return ERR_OK;
}

const struct command cmd_placement_make = {
    .noun = "placement",
    .verb = "make",
    .summary = "hand invoices, or a whole customer, over to an agency or to lawyers",
    .detail = "From that day on we do not dun, charge, call for or forecast what is placed; it "
              "stays in the balance and is marked agency or legal on every list. `placement "
              "recover` books what comes through them, `placement recall` takes it back.",
    .args = make_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = make_run,
};

/* ---- recall --------------------------------------------------------------------------------- */

/* clang-format off */
#define WHICH_ARG                                                                                  \
    {.name = "placement", .kind = ARG_INT, .flags = ARG_REQUIRED | ARG_BARE,                       \
     .help = "its number; `placement list` shows them"}
/* clang-format on */

static const struct arg recall_args[] = {
    WHICH_ARG,
    {.name = "invoice", .kind = ARG_DOCUMENT, .help = "only this one of it"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "date", .kind = ARG_DATE, .help = "from which day on it is ours; today when not said"},
    {0},
};

static enum err recall_run(struct act *act)
{
    const int64_t id = args_number(act->args, "placement", 0);
    const struct date day = args_date(act->args, "date", book_today(act->book));
    const char *reason = args_get(act->args, "reason"), *number = args_get(act->args, "invoice");
    struct document paper;
    struct placement placement;
    struct item *items;
    int64_t *ours = NULL;
    int count = 0, our_count = 0, recalled = 0;

    TRY(placement_get(act->book, id, act->arena, &placement));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    if (!number) {
        TRY(placement_recall(act->tx, id, 0, day, reason));
        act->says = arena_format(act->arena, "placement %s is recalled from %s as of %s: %s",
                                 act->ref, placement.agency, say_day(act->arena, day), reason);
        return ERR_OK;
    }
    TRY(pot_debit(act, placement.customer, number, &paper));
    TRY(items_of_document(act->book, paper.id, act->arena, &items, &count));
    TRY(placement_items(act->book, id, act->arena, &ours, &our_count));
    for (int i = 0; i < count; i++)
        for (int k = 0; k < our_count; k++)
            if (ours[k] == items[i].id) {
                TRY(placement_recall(act->tx, id, items[i].id, day, reason));
                recalled++;
            }
    if (!recalled) /* with the words for it */
        return placement_recall(act->tx, id, count ? items[0].id : -1, day, reason);
    act->says = arena_format(act->arena, "%s is recalled from %s as of %s: %s", paper.number,
                             placement.agency, say_day(act->arena, day), reason);
    return ERR_OK;
}

const struct command cmd_placement_recall = {
    .noun = "placement",
    .verb = "recall",
    .summary = "take a placement, or one invoice of it, back into our own hands",
    .args = recall_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_COORDINATOR,
    .run = recall_run,
};

/* ---- list ----------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only what is with them"},
    {.name = "as-of", .kind = ARG_DATE, .help = "as it stood on this day; by default today"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "id", .title = "No.", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 5},
    {.name = "with", .title = "With", .kind = CELL_CODE},
    {.name = "agency", .title = "Agency", .kind = CELL_TEXT},
    {.name = "reference", .title = "Reference", .kind = CELL_CODE, .worth = 7},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 2},
    {.name = "of", .title = "Of", .kind = CELL_CODE, .worth = 8},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "placed", .title = "Placed", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "open", .title = "Open", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "recovered", .title = "Recovered", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "percent", .title = "Share", .kind = CELL_PERCENT, .worth = 9},
    {.name = "commission", .title = "Costs", .kind = CELL_MONEY, .worth = 4, .flags = COLUMN_TOTAL},
    {.name = "recalled", .title = "Recalled", .kind = CELL_DATE, .worth = 1},
    {.name = "reason", .title = "Why", .kind = CELL_TEXT, .worth = 10},
};

static enum err placements_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Placements", NULL, columns,
                                    sizeof columns / sizeof columns[0]};
    const struct placement_query query = {.customer_id = customer_id,
                                          .as_of =
                                              args_date(act->args, "as-of", book_today(act->book)),
                                          .standing = args_flag(act->args, "open")};
    struct placement *rows;
    int count;

    TRY(placement_list(act->book, &query, act->arena, &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct placement *p = &rows[i];
        const bool ended = date_is(p->ended) && p->ended.day <= query.as_of.day;
        const struct cell cells[] = {
            cell_int(p->id),
            cell_code(p->customer),
            cell_text(p->name),
            cell_code(placement_word(p->kind)),
            cell_text(p->agency),
            cell_code(p->reference),
            cell_date(p->day),
            cell_code(p->whole ? "customer" : "invoices"),
            cell_code(p->currency.code),
            cell_money(money_of(p->placed, p->currency)),
            cell_money(money_of(p->open, p->currency)),
            cell_money(money_of(p->recovered, p->currency)),
            cell_number(CELL_PERCENT, p->commission_ppm),
            cell_money(money_of(p->commission, p->currency)),
            ended ? cell_date(p->ended) : cell_none(),
            ended ? cell_text(p->reason) : cell_none(),
        };
        TRY(sink_row(sink, p->id, ended ? ' ' : '*', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    return listing_customer(act, placements_pass);
}

const struct command cmd_placement_list = {
    .noun = "placement",
    .verb = "list",
    .summary = "list what is with agencies and at law, what came of it and what it cost",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
