/* Deductions: what a customer took off what it paid, as an item of its own. */
#include "app/commands.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/deduction.h"
#include "ledger/standing.h"

static const struct arg split_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "paid short"},
    {.name = "amount", .kind = ARG_MONEY, .flags = ARG_REQUIRED, .help = "what was taken off"},
    {.name = "reason",
     .kind = ARG_REASON,
     .flags = ARG_REQUIRED,
     .help = "PRICE, QTY, SHORT, DAMAGE, FREIGHT ..; `dispute reason list` shows them"},
    {.name = "text", .kind = ARG_TEXT, .help = "what the customer says"},
    {.name = "owner",
     .kind = ARG_CODE,
     .help = "who looks into it; by default as the reason says, else whoever enters it"},
    {.name = "instalment", .kind = ARG_INT, .help = "which one; the first with room, else"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {0},
};

static const char *split_why_not(const struct subject *subject)
{
    if (!subject->document || subject->open.minor > 0)
        return NULL;
    return "nothing is open on it";
}

/* The instalment that is meant, or the first that has the amount open. */
static enum err item_meant(struct act *act, const struct document *paper, int64_t amount,
                           int64_t *id)
{
    const int64_t wanted = args_number(act->args, "instalment", 0);
    struct item *items = NULL;
    int count = 0;

    *id = 0;
    TRY(items_of_document(act->book, paper->id, act->arena, &items, &count));
    for (int i = 0; i < count && *id == 0; i++)
        if (items[i].amount > 0 &&
            (wanted ? items[i].seq == wanted : items[i].open >= amount || count == 1))
            *id = items[i].id;
    if (*id)
        return ERR_OK;
    if (wanted)
        return fail(act->note, ERR_MISSING,
                    "--instalment: %s has %d instalment%s, so there is no "
                    "%lld",
                    paper->number, count, count == 1 ? "" : "s", (long long)wanted);
    for (int i = 0; i < count && *id == 0; i++)
        if (items[i].open > 0)
            *id = items[i].id; /* which says how little is open */
    return *id ? ERR_OK
               : fail(act->note, ERR_CONFLICT, "%s has nothing open that could be deducted",
                      paper->number);
}

static enum err split_run(struct act *act)
{
    struct document paper;
    struct money amount;
    struct deduction_made made;
    int64_t item = 0;

    TRY(pot_debit_amount(act, &paper, &amount));
    TRY(item_meant(act, &paper, amount.minor, &item));
    const struct deduction deduction = {.debit_id = item,
                                        .amount = amount.minor,
                                        .date = paper_day(act, "date", paper.effective),
                                        .reason = args_get(act->args, "reason"),
                                        .owner = args_get(act->args, "owner"),
                                        .text = args_get(act->args, "text")};
    TRY(deduction_split(act->tx, &deduction, &made));
    act->ref = arena_text(act->arena, made.document.number);
    act->says = arena_format(
        act->arena, "%s: %s of %s are a claim of their own on %s (%s), dispute %lld", act->ref,
        say_money(act->arena, amount), paper.number, say_day(act->arena, made.date),
        args_get(act->args, "reason"), (long long)made.dispute_id);
    return ERR_OK;
}

const struct command cmd_deduction_split = {
    .noun = "deduction",
    .verb = "split",
    .summary = "make what was taken off an item of its own",
    .detail =
        "The invoice is open by so much less, and the deduction by so much, with the due day "
        "and age of the invoice and without its terms; a dispute is opened on it. It is paid, "
        "credited, written off and put on statements like an invoice. With a payment it is "
        "one act: payment receive --apply \"INV-1=75 deduct 25 PRICE\".",
    .args = split_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .why_not = split_why_not,
    .run = split_run,
};

static const struct arg undo_args[] = {
    {.name = "deduction", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err undo_run(struct act *act)
{
    struct document document;
    struct document_made made;
    const char *freed = NULL;

    TRY(document_find(act->book, args_get(act->args, "deduction"),
                      DOCUMENT_MASK(DOCUMENT_DEDUCTION), act->arena, &document));
    const struct date day = paper_day(act, "date", document.effective);
    TRY(standing_words(act->book, &document, act->arena, &freed));
    TRY(deduction_undo(act->tx, document.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(
        act->arena, "%s over %s is taken back on %s, by %s; %s is owed on %s again",
        document.number, say_money(act->arena, document.total), say_day(act->arena, day), act->ref,
        say_money(act->arena, document.total), document.reference);
    if (freed)
        act->says = arena_format(act->arena, "%s; no longer applied to it: %s", act->says, freed);
    return ERR_OK;
}

const struct command cmd_deduction_undo = {
    .noun = "deduction",
    .verb = "undo",
    .summary = "take it back; the invoice owes it again",
    .detail = "What was paid of the deduction comes free, and its dispute is closed.",
    .args = undo_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .why_not = paper_void_why_not,
    .run = undo_run,
};
