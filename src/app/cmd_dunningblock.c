/* Blocks of dunning: customers and papers that are left alone, for a reason, until a day. */
#include "app/commands.h"
#include "app/doclist.h"
#include "app/say.h"
#include "ledger/customer.h"
#include "ledger/document.h"
#include "ledger/dunblock.h"

#define BLOCKED                                                                                    \
    (DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_DEBIT) |                             \
     DOCUMENT_MASK(DOCUMENT_CHARGE) | DOCUMENT_MASK(DOCUMENT_DEDUCTION))

static const struct arg block_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "all that this customer owes"},
    {.name = "invoice", .kind = ARG_DOCUMENT, .help = "only this paper"},
    {.name = "until", .kind = ARG_DATE, .help = "the last day; without it until it is lifted"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "from", .kind = ARG_DATE, .help = "the first day; by default today"},
    {0},
};

static enum err block_run(struct act *act)
{
    struct dunblock block = {.from = args_date(act->args, "from", book_today(act->book)),
                             .until = args_date(act->args, "until", DATE_NEVER),
                             .reason = args_get(act->args, "reason")};
    struct customer customer;
    struct document document;
    const char *what;
    int64_t id = 0;

    if (args_given(act->args, "customer") == args_given(act->args, "invoice"))
        return fail(act->note, ERR_USAGE, "say what is not dunned: --customer or --invoice");
    if (args_given(act->args, "customer")) {
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        block.customer_id = customer.id;
        what = customer.code;
    } else {
        TRY(document_find(act->book, args_get(act->args, "invoice"), BLOCKED, act->arena,
                          &document));
        block.customer_id = document.customer_id;
        block.document_id = document.id;
        what = document.number;
    }
    TRY(dunblock_set(act->tx, &block, &id));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(
        act->arena, "%s is not dunned%s%s: block %lld", what,
        block.until.day < DATE_NEVER.day ? " until " : "",
        block.until.day < DATE_NEVER.day ? say_day(act->arena, block.until) : "", (long long)id);
    return ERR_OK;
}

const struct command cmd_dunning_block = {
    .noun = "dunning",
    .verb = "block",
    .summary = "leave a customer, or one paper, out of dunning until a day",
    .detail = "A customer that is never to be dunned has the setting dunning.scheme none instead.",
    .args = block_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = block_run,
};

static const struct arg unblock_args[] = {
    {.name = "block",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "its number; `dunning blocks` shows them"},
    {.name = "reason", .kind = ARG_TEXT, .help = "why"},
    {.name = "date", .kind = ARG_DATE, .help = "from when on it holds no more; by default today"},
    {0},
};

static enum err unblock_run(struct act *act)
{
    const int64_t id = args_number(act->args, "block", 0);

    TRY(dunblock_lift(act->tx, id, args_date(act->args, "date", book_today(act->book)),
                      args_get(act->args, "reason")));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "block %lld is lifted", (long long)id);
    return ERR_OK;
}

const struct command cmd_dunning_unblock = {
    .noun = "dunning",
    .verb = "unblock",
    .summary = "lift a block of dunning",
    .args = unblock_args,
    .flags = COMMAND_WRITES | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .run = unblock_run,
};

/* ---- the list ------------------------------------------------------------------------------- */

static const struct arg blocks_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only those that hold"},
    {.name = "as-of", .kind = ARG_DATE, .help = "on this day; by default today"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "block", .title = "No.", .kind = CELL_INT},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 2},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "from", .title = "From", .kind = CELL_DATE, .worth = 1},
    {.name = "until", .title = "Until", .kind = CELL_DATE},
    {.name = "status", .title = "Status", .kind = CELL_CODE},
    {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 3},
    {.name = "reason", .title = "Reason", .kind = CELL_TEXT},
};

static enum err rows_pass(struct act *act, struct sink *sink)
{
    const struct table_head head = {"Blocks of dunning", NULL, columns,
                                    sizeof columns / sizeof *columns};
    const struct date day = args_date(act->args, "as-of", book_today(act->book));
    struct dunblock *blocks;
    int64_t customer_id = 0;
    int count;

    TRY(doclist_customer(act, &customer_id));
    TRY(dunblock_list(act->book, customer_id, args_flag(act->args, "open"), day, act->arena,
                      &blocks, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct dunblock *b = &blocks[i];
        const bool holds = dunblock_holds(b, day);
        const struct cell cells[] = {
            cell_int(b->id),
            cell_code(b->customer),
            cell_text(b->name),
            cell_code(b->document),
            cell_date(b->from),
            b->until.day < DATE_NEVER.day ? cell_date(b->until) : cell_none(),
            cell_code(holds                                            ? "blocked"
                      : date_is(b->lifted) && b->lifted.day <= day.day ? "lifted"
                      : b->from.day > day.day                          ? "to come"
                                                                       : "over"),
            cell_code(b->actor),
            cell_text(b->reason)};
        TRY(sink_row(sink, b->id, holds ? '*' : ' ', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err blocks_run(struct act *act)
{
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, rows_pass(act, sink));
}

const struct command cmd_dunning_blocks = {
    .noun = "dunning",
    .verb = "blocks",
    .summary = "list what is left out of dunning, and until when",
    .args = blocks_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = blocks_run,
};
