/* Letting an invoice age from another due date, and which ones do. */
#include "app/commands.h"
#include "app/listing.h"
#include "ledger/invoice.h"
#include "ledger/item.h"

static const struct arg reage_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {.name = "instalment", .kind = ARG_INT, .otherwise = "1", .help = "which part of it"},
    {.name = "due", .kind = ARG_DATE, .flags = ARG_REQUIRED, .help = "from which day it ages now"},
    {.name = "from",
     .kind = ARG_DATE,
     .help =
         "since when that counts; today when not said. Agings of days before stay as they were"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {0},
};

static enum err reage_run(struct act *act)
{
    struct document paper;
    struct item *items = NULL;
    int count = 0;
    const int64_t part = args_number(act->args, "instalment", 1);
    const struct date due = args_date(act->args, "due", DATE_NONE);
    char was[DATE_TEXT], is[DATE_TEXT];

    TRY(document_find(act->book, args_get(act->args, "invoice"), 0, act->arena, &paper));
    TRY(items_of_document(act->book, paper.id, act->arena, &items, &count));
    if (part < 1 || part > count)
        return fail(act->note, ERR_INPUT, "%s has %d instalments; there is no number %lld",
                    paper.number, count, (long long)part);
    TRY(invoice_reage(act->tx, items[part - 1].id,
                      args_date(act->args, "from", book_today(act->book)), due,
                      args_get(act->args, "reason")));
    act->ref = paper.number;
    act->says = arena_format(act->arena, "%s ages from %s now instead of %s", paper.number,
                             date_iso(due, is), date_iso(items[part - 1].due, was));
    return ERR_OK;
}

const struct command cmd_invoice_reage = {
    .noun = "invoice",
    .verb = "re-age",
    .summary = "let an invoice age from another due date",
    .detail = "The invoice itself never changes. Who may do this, why and since when is kept, and "
              "an aging of an earlier day is what it was. To stop chasing for a while without "
              "touching the aging, use `invoice amend --extension`.",
    .args = reage_args,
    .flags = COMMAND_WRITES,
    .role = ROLE_MANAGER,
    .run = reage_run,
};

static const struct column columns[] = {
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "instalment", .title = "Part", .kind = CELL_INT, .worth = 2},
    {.name = "original", .title = "Was due", .kind = CELL_DATE},
    {.name = "due", .title = "Ages from", .kind = CELL_DATE},
    {.name = "from", .title = "Since", .kind = CELL_DATE},
    {.name = "reason", .title = "Reason", .kind = CELL_TEXT, .width = 12},
};
#define COLUMNS (int)(sizeof columns / sizeof columns[0])

static const struct arg list_args[] = {LISTING_ARGS, {0}};

static enum err list_run(struct act *act)
{
    const struct table_head head = {.title = "Re-aged items", .columns = columns, .count = COLUMNS};
    struct reage *rows = NULL;
    int count = 0;
    struct listing listing;

    TRY(reage_list(act->book, act->arena, &rows, &count));
    struct sink *sink = listing_open(&listing, act);
    enum err e = sink->head(sink->self, &head);
    for (int i = 0; e == ERR_OK && i < count; i++) {
        const struct cell cells[COLUMNS] = {
            cell_code(rows[i].customer), cell_code(rows[i].number), cell_int(rows[i].instalment),
            cell_date(rows[i].original), cell_date(rows[i].due),    cell_date(rows[i].from),
            cell_text(rows[i].reason),
        };
        e = sink_row(sink, rows[i].item_id, ' ', cells);
    }
    if (e == ERR_OK)
        e = sink->foot(sink->self, NULL);
    return listing_close(&listing, e);
}

const struct command cmd_invoice_reaged = {
    .noun = "invoice",
    .verb = "re-aged",
    .summary = "list the items that age from another due date",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
