/* What was sent: listed, shown as it went out, and drawn again. */
#include "app/commands.h"
#include "app/listing.h"
#include "app/outgoing.h"
#include "app/say.h"
#include "ledger/customer.h"

static const struct column columns[] = {
    {.name = "id", .title = "Id", .kind = CELL_INT},
    {.name = "date", .title = "Date", .kind = CELL_DATE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 2},
    {.name = "kind", .title = "Kind", .kind = CELL_TEXT, .worth = 1},
    {.name = "number", .title = "Number", .kind = CELL_CODE},
    {.name = "channel", .title = "By", .kind = CELL_TEXT},
    {.name = "address", .title = "To", .kind = CELL_TEXT, .worth = 3},
    {.name = "moment", .title = "Written", .kind = CELL_MOMENT, .worth = 5},
    {.name = "sha256", .title = "SHA-256", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "journal", .title = "Entry", .kind = CELL_INT, .worth = 4},
};

#define CHOICE_ARGS                                                                                \
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "only what went to this customer"},         \
        {.name = "number", .kind = ARG_TEXT, .help = "only of this paper: ST-1001, INV-1001"},     \
        {.name = "entry", .kind = ARG_INT, .help = "only what this journal entry wrote"},          \
        {.name = "from", .kind = ARG_DATE, .help = "first day"},                                   \
    {                                                                                              \
        .name = "to", .kind = ARG_DATE, .help = "last day"                                         \
    }

static enum err query_read(struct act *act, struct sentpaper_query *query)
{
    struct customer customer = {0};
    const char *code = args_get(act->args, "customer");

    if (code)
        TRY(customer_find(act->book, code, act->arena, &customer));
    *query = (struct sentpaper_query){.customer_id = customer.id,
                                      .entry_id = args_number(act->args, "entry", 0),
                                      .number = args_get(act->args, "number"),
                                      .from = args_date(act->args, "from", DATE_NONE),
                                      .to = args_date(act->args, "to", DATE_NONE)};
    return ERR_OK;
}

static enum err row_pass(void *self, const struct sentpaper *paper)
{
    const struct cell cells[] = {cell_int(paper->id),
                                 cell_date(paper->day),
                                 cell_code(paper->customer),
                                 cell_text(paper->name),
                                 cell_text(sentpaper_kind_word(paper->kind)),
                                 cell_code(paper->number),
                                 cell_text(sentpaper_channel_word(paper->channel)),
                                 cell_text(paper->address),
                                 cell_number(CELL_MOMENT, paper->moment),
                                 cell_code(paper->sha256),
                                 cell_int(paper->entry_id)};

    return sink_row(self, paper->id, ' ', cells);
}

static enum err rows_pass(struct act *act, struct sink *sink)
{
    static const struct table_head head = {"Sent", NULL, columns, sizeof columns / sizeof *columns};
    struct sentpaper_query query;

    TRY(query_read(act, &query));
    TRY(sink->head(sink->self, &head));
    TRY(sentpaper_each(act->book, &query, row_pass, sink));
    return sink->foot(sink->self, NULL);
}

static const struct arg list_args[] = {CHOICE_ARGS, LISTING_ARGS, {0}};

static enum err list_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_sent_list = {
    .noun = "sent",
    .verb = "list",
    .summary = "list what was sent: statements, papers, letters",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg show_args[] = {
    {.name = "sent",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its id in `sent list`, or the number of the paper: the last time that it was sent"},
    {0},
};

/* An id, or the number of a paper. */
static enum err sent_find(struct act *act, const char *text, int64_t *id)
{
    struct note aside = {0};

    TRY(sentpaper_last(act->book, text, id));
    if (*id || decimal_parse(text, &notation_plain, 0, id, &aside) == ERR_OK)
        return ERR_OK;
    return fail(act->note, ERR_MISSING, "'%.40s' was never sent; `sent list` shows what was", text);
}

static enum err show_run(struct act *act)
{
    int64_t id = 0;

    TRY(sent_find(act, args_get(act->args, "sent"), &id));
    return act->page ? sentpaper_page(act->book, id, act->page) : ERR_OK;
}

const struct command cmd_sent_show = {
    .noun = "sent",
    .verb = "show",
    .summary = "show what was sent, as it went out",
    .detail = "The page is drawn from what was kept, not from the books as they are now: with "
              "--format pdf -o FILE it is the same file, byte for byte, on the same machine.",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};

static const struct arg print_args[] = {
    CHOICE_ARGS,
    {.name = "into", .kind = ARG_FILE, .help = "draw all of it into this PDF"},
    {.name = "folder", .kind = ARG_FILE, .help = "draw each into a PDF of its own in this folder"},
    {.name = "printer",
     .kind = ARG_TEXT,
     .help = "print on this printer; by default the usual one"},
    {.name = "copies", .kind = ARG_INT, .otherwise = "1", .help = "how many of each"},
    {0},
};

static enum err print_run(struct act *act)
{
    const struct args *args = act->args;
    const struct printing printing = {.printer = args_get(args, "printer"),
                                      .copies = (int)args_number(args, "copies", 1),
                                      .pdf = true};
    struct outgoing outgoing;
    struct sentpaper_query query;

    TRY(query_read(act, &query));
    if (args_given(args, "into") && args_given(args, "folder"))
        return fail(act->note, ERR_USAGE, "--into is one file, --folder many; give one of them");
    TRY(outgoing_open(&outgoing, act->session, args_get(args, "into"), args_get(args, "folder"),
                      &printing));
    TRY(outgoing_close(&outgoing, outgoing_all(&outgoing, &query)));
    if (outgoing.done == 0)
        return fail(act->note, ERR_MISSING, "nothing was sent that fits; nothing is drawn");
    act->says = arena_format(act->arena, "%lld page%s drawn", (long long)outgoing.done,
                             outgoing.done == 1 ? "" : "s");
    return ERR_OK;
}

const struct command cmd_sent_print = {
    .noun = "sent",
    .verb = "print",
    .summary = "draw again what was sent: into one PDF, into a folder, or on a printer",
    .args = print_args,
    .role = ROLE_ANY,
    .run = print_run,
};
