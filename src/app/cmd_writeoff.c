/* Small write-offs: what is not worth chasing. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/item.h"
#include "ledger/payment.h"
#include "ledger/shortage.h"
#include "ledger/writeoff.h"

static const struct arg post_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "on which"},
    {.name = "amount", .kind = ARG_MONEY, .flags = ARG_REQUIRED, .help = "how much of it"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {.name = "instalment", .kind = ARG_INT, .help = "which one; the first open when not said"},
    {0},
};

/* One write-off document an instalment, first instalments first. */
static enum err items_write_off(struct act *act, const struct document *paper, int64_t amount,
                                struct date day)
{
    const int64_t only = args_number(act->args, "instalment", 0);
    struct item *items = NULL;
    int count = 0;
    int64_t left = amount, open = 0;

    TRY(items_of_document(act->book, paper->id, act->arena, &items, &count));
    for (int i = 0; i < count; i++) {
        if (only && items[i].seq != only)
            items[i].open = 0;
        open += items[i].open;
    }
    if (amount > open)
        return shortage_fail(
            act->book,
            &(struct shortage){.document_id = paper->id,
                               .instalment = (int)only,
                               .left = money_of(open, paper->currency),
                               .so = arena_format(act->arena, "%s cannot be written off",
                                                  say_minor(act->arena, amount, paper->currency))});
    for (int i = 0; i < count && left > 0; i++) {
        struct document_made made;
        if (items[i].open <= 0)
            continue;
        const int64_t part = left < items[i].open ? left : items[i].open;
        TRY(writeoff_post(act->tx, items[i].id, part, day, args_get(act->args, "reason"), &made));
        act->ref = act->ref ? arena_format(act->arena, "%s %s", act->ref, made.number)
                            : arena_text(act->arena, made.number);
        left -= part;
    }
    return ERR_OK;
}

/* The instalment that is meant first, for what waits to be shown at it. */
static enum err item_first(struct act *act, const struct document *paper, int64_t *out)
{
    const int64_t only = args_number(act->args, "instalment", 0);
    struct item *items = NULL;
    int count = 0;

    *out = 0;
    TRY(items_of_document(act->book, paper->id, act->arena, &items, &count));
    for (int i = count - 1; i >= 0; i--)
        if (items[i].open > 0 && (!only || items[i].seq == only))
            *out = items[i].id;
    return ERR_OK;
}

static enum err post_run(struct act *act)
{
    struct document paper;
    struct money amount;

    TRY(pot_debit_amount(act, &paper, &amount));
    if (amount.minor <= 0)
        return fail(act->note, ERR_INPUT, "--amount: a write-off must be more than zero");
    const struct date day = paper_day(act, "date", paper.effective);
    struct approving wish = {.concession = {.kind = GRANT_WRITEOFF,
                                            .customer_id = paper.customer_id,
                                            .document_id = paper.id,
                                            .amount = amount,
                                            .day = day,
                                            .reason = args_get(act->args, "reason")}};
    TRY(item_first(act, &paper, &wish.concession.item_id));
    if (wish.concession.item_id) {
        struct item item;
        int64_t allowed = 0;
        TRY(item_get(act->book, wish.concession.item_id, act->arena, &item));
        TRY(writeoff_allowed(act->book, &item, day, &allowed));
        /* what nobody may do waits for nobody: it fails below */
        if (amount.minor <= allowed && amount.minor >= item.open)
            TRY(approving_ask(act, &wish));
    }
    if (wish.waits)
        return ERR_OK;
    TRY(items_write_off(act, &paper, amount.minor, day));
    act->says =
        arena_format(act->arena, "%s of %s written off on %s, by %s", say_money(act->arena, amount),
                     paper.number, say_day(act->arena, day), act->ref);
    return ERR_OK;
}

const struct command cmd_writeoff_post = {
    .noun = "writeoff",
    .verb = "post",
    .summary = "write off a small rest of an invoice",
    .detail = "Up to the limits tolerance.amount and tolerance.percent of the book's settings.",
    .args = post_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = post_run,
};

static const struct arg reverse_args[] = {
    {.name = "writeoff", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err reverse_run(struct act *act)
{
    return pot_reverse(act, "writeoff", DOCUMENT_MASK(DOCUMENT_WRITEOFF));
}

const struct command cmd_writeoff_reverse = {
    .noun = "writeoff",
    .verb = "reverse",
    .summary = "take a write-off back; the invoice is open again",
    .args = reverse_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .why_not = paper_void_why_not,
    .run = reverse_run,
};
