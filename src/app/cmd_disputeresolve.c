/* A dispute is closed with what came of it: the paper that settles it is made in the same act. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/paper.h"
#include "app/say.h"
#include "ledger/disputepaper.h"

#include <string.h>

static const struct arg resolve_args[] = {
    {.name = "dispute",
     .kind = ARG_INT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the number of the case; `dispute list` shows them"},
    {.name = "resolution",
     .kind = ARG_TEXT,
     .flags = ARG_REQUIRED,
     .choices = dispute_resolution_words,
     .help = "paid, credit, writeoff, rejected, withdrawn, more words behind a colon; or the "
             "number of the credit memo, write-off or payment that settled it"},
    {.name = "amount",
     .kind = ARG_MONEY,
     .help = "of the credit memo or write-off; by default the case, as far as it is open"},
    {.name = "cause",
     .kind = ARG_CAUSE,
     .help = "what was at the root of it; else as the reason says, CUSTOMER of a rejected one"},
    {.name = "date", .kind = ARG_DATE, .help = "by default today"},
    {0},
};

static const char *resolve_why_not(const struct subject *subject)
{
    if (subject->status && strcmp(subject->status, "closed") == 0)
        return "it is closed already";
    return NULL;
}

/* What a case comes to: its end, and the words for it. */
struct resolving {
    struct dispute dispute;
    struct dispute_end end;
    int64_t amount;     /* of the paper to be made */
    const char *number; /* of the paper */
};

/* A number instead of a word: the paper was made before. */
static enum err paper_look(struct act *act, struct resolving *r)
{
    static const enum dispute_resolution outcomes[] = {[DOCUMENT_CREDIT] = DISPUTE_CREDITED,
                                                       [DOCUMENT_PAYMENT] = DISPUTE_PAID,
                                                       [DOCUMENT_WRITEOFF] = DISPUTE_WRITTEN_OFF};
    const unsigned kinds = DOCUMENT_MASK(DOCUMENT_CREDIT) | DOCUMENT_MASK(DOCUMENT_PAYMENT) |
                           DOCUMENT_MASK(DOCUMENT_WRITEOFF);
    struct document paper;
    const char *full = arena_format(act->arena, "%s/%s", r->dispute.customer, r->end.words);
    const enum err e = document_find(act->book, full, kinds, act->arena, &paper);

    if (e != ERR_OK) {
        if (e != ERR_MISSING)
            return e;
        if (!strpbrk(r->end.words, " ,:;") && strpbrk(r->end.words, "0123456789"))
            return fail(act->note, ERR_MISSING,
                        "--resolution: %s has no credit memo, write-off or payment %s",
                        r->dispute.customer, r->end.words);
        return fail(act->note, ERR_INPUT,
                    "--resolution: '%s' is none of paid, credit, writeoff, rejected and withdrawn "
                    "(more words behind a colon, as \"withdrawn: settled by the agent\"), nor a "
                    "credit memo, write-off or payment of %s",
                    r->end.words, r->dispute.customer);
    }
    r->end.outcome = outcomes[paper.kind];
    r->end.document_id = paper.id;
    r->number = paper.number;
    return dispute_taken(act->book, &r->dispute, paper.id, &r->end.amount);
}

static enum err amount_read(struct act *act, struct resolving *r)
{
    const bool makes = r->end.outcome == DISPUTE_CREDITED || r->end.outcome == DISPUTE_WRITTEN_OFF;
    struct money amount;
    bool given = false;

    TRY(args_money(act->args, "amount", r->dispute.currency, &amount, &given, act->note));
    if (given && (!makes || r->end.document_id))
        return fail(act->note, ERR_INPUT,
                    "--amount is of a credit memo or write-off that is made "
                    "now: say --resolution credit or writeoff with it");
    if (!makes || r->end.document_id)
        return ERR_OK;
    if (given && !currency_is(amount.currency, r->dispute.currency))
        return fail(act->note, ERR_INPUT, "--amount: the dispute is in %s, not %s",
                    r->dispute.currency.code, amount.currency.code);
    if (given && amount.minor <= 0)
        return fail(act->note, ERR_INPUT, "--amount: what is taken off must be more than zero");
    return dispute_room(act->book, &r->dispute, given ? amount.minor : 0, &r->amount);
}

/* Within the limits of who runs it, or it waits. */
static enum err ask(struct act *act, const struct resolving *r, bool *waits)
{
    struct approving wish = {
        .concession = {.kind = r->end.outcome == DISPUTE_CREDITED ? GRANT_CREDIT : GRANT_WRITEOFF,
                       .customer_id = r->dispute.customer_id,
                       .item_id = r->dispute.item_id,
                       .document_id = r->dispute.document_id,
                       .amount = money_of(r->amount, r->dispute.currency),
                       .day = r->end.closed,
                       .reason = r->end.words}};

    TRY(approving_ask(act, &wish));
    *waits = wish.waits;
    return ERR_OK;
}

static enum err paper_make(struct act *act, struct resolving *r)
{
    const char *reason =
        arena_format(act->arena, "dispute %lld, %s", (long long)r->dispute.id, r->dispute.reason);
    struct document_made made;

    TRY((r->end.outcome == DISPUTE_CREDITED ? dispute_credit : dispute_write_off)(
        act->tx, &r->dispute, r->amount, r->end.closed, reason, &made));
    r->end.document_id = made.id;
    r->end.amount = r->amount;
    r->number = arena_text(act->arena, made.number);
    /* the words tell the number, as they do of a paper that was there */
    const char *more = strchr(r->end.words, ':');
    r->end.words = arena_format(act->arena, "%s %s%s",
                                r->end.outcome == DISPUTE_CREDITED ? "credit memo" : "write-off",
                                r->number, more ? more : "");
    return ERR_OK;
}

/* What of the item is owed now, and since when. */
static enum err left_say(struct act *act, const struct resolving *r)
{
    struct item item;

    TRY(item_get(act->book, r->dispute.item_id, act->arena, &item));
    if (r->end.amount > 0)
        act->says =
            arena_format(act->arena, "%s; %s taken off", act->says,
                         say_money(act->arena, money_of(r->end.amount, r->dispute.currency)));
    if (item.open > 0)
        act->says = arena_format(act->arena, "%s; %s %s of %s stay owed, due %s", act->says,
                                 say_minor(act->arena, item.open, item.currency),
                                 item.currency.code, item.number, say_day(act->arena, item.due));
    return ERR_OK;
}

static enum err resolve_run(struct act *act)
{
    const int64_t id = args_number(act->args, "dispute", 0);
    struct resolving r = {
        .end = {.words = args_get(act->args, "resolution"), .cause = args_get(act->args, "cause")}};
    bool waits = false;

    if (!*r.end.words)
        return fail(act->note, ERR_INPUT, "--resolution: say what came of it, as paid or rejected");
    TRY(dispute_get(act->book, id, act->arena, &r.dispute));
    r.end.closed = args_date(act->args, "date", book_today(act->book));
    r.end.outcome = dispute_resolution_of(r.end.words);
    if (r.end.outcome == DISPUTE_OTHER)
        TRY(paper_look(act, &r));
    if (!date_is(r.dispute.closed))
        TRY(amount_read(act, &r));
    if (r.amount) {
        TRY(ask(act, &r, &waits));
        if (waits)
            return ERR_OK;
        TRY(paper_make(act, &r));
    }
    TRY(dispute_settle(act->tx, id, &r.end));
    act->ref = arena_format(act->arena, "%lld", (long long)id);
    act->says = arena_format(act->arena, "dispute %s is closed: %s", act->ref, r.end.words);
    return left_say(act, &r);
}

const struct command cmd_dispute_resolve = {
    .noun = "dispute",
    .verb = "resolve",
    .summary = "close a dispute with what came of it",
    .detail =
        "credit makes the credit memo and writeoff the write-off in the same act, over the case or "
        "--amount of it: the credit memo is linked to the invoice, with its taxes in proportion; a "
        "write-off is an allowance and leaves the tax as it was billed. Above the limits of "
        "whoever "
        "runs it, all of it waits for an approval. rejected: what is owed is chased again from its "
        "own due day. paid: the customer paid it after all. The number of a paper that was made "
        "before, CM-1001, names it.",
    .args = resolve_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .why_not = resolve_why_not,
    .run = resolve_run,
};
