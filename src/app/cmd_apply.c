/* Payments that are there: apply, unapply, reverse, identify, move to another customer. */
#include "app/commands.h"
#include "app/learning.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "app/takeback.h"
#include "ledger/deduction.h"
#include "ledger/documentlist.h"
#include "ledger/remitter.h"
#include "ledger/returned.h"
#include "ledger/standing.h"

#include <string.h>

#define PAYMENT DOCUMENT_MASK(DOCUMENT_PAYMENT)

static const char *reversed_why_not(const struct subject *subject)
{
    if (subject->status && strcmp(subject->status, "reversed") == 0)
        return "the payment is reversed";
    return NULL;
}

static const char *apply_why_not(const struct subject *subject)
{
    if (subject->status && strcmp(subject->status, "applied") == 0)
        return "nothing of it is left to apply";
    if (subject->status && strcmp(subject->status, "unidentified") == 0)
        return "nobody knows whose money it is; identify it first";
    return reversed_why_not(subject);
}

static const struct arg apply_args[] = {
    {.name = "payment", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "from which"},
    SETTLE_ARGS,
    {0},
};

static enum err apply_run(struct act *act)
{
    return pot_settle(act, "payment", PAYMENT);
}

const struct command cmd_payment_apply = {
    .noun = "payment",
    .verb = "apply",
    .summary = "apply money that is there to what it pays",
    .detail = "The application is dated the later of the two documents, or the first day from "
              "which both have room for it, unless --date says otherwise. A discount that the "
              "terms do not give on the day of the money goes to unearned discounts. --apply takes "
              "several rows at once, as `payment receive` does.",
    .args = apply_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .why_not = apply_why_not,
    .run = apply_run,
};

static const struct arg unapply_args[] = {
    {.name = "payment", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    UNAPPLY_ARGS,
    {0},
};

static const char *unapply_why_not(const struct subject *subject)
{
    if (subject->status &&
        (strcmp(subject->status, "unapplied") == 0 || strcmp(subject->status, "unidentified") == 0))
        return "nothing of it is applied";
    return reversed_why_not(subject);
}

static enum err unapply_stage(struct act *act)
{
    return takeback_unapply_plan(act, "payment", PAYMENT, "unapplied");
}

static enum err unapply_run(struct act *act)
{
    return takeback_unapply(act, "payment", PAYMENT, "unapplied");
}

const struct command cmd_payment_unapply = {
    .noun = "payment",
    .verb = "unapply",
    .summary = "take applications back; the money stays with the customer",
    .detail = "Discounts and small write-offs that were given with them are taken back too. With "
              "--amount the newest applications come back first, and the rest of one that is "
              "touched is applied again at its old date. The reason keying dates it back to the "
              "application itself.",
    .args = unapply_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TELLS,
    .role = ROLE_CLERK,
    .why_not = unapply_why_not,
    .stage = unapply_stage,
    .run = unapply_run,
};

/* ---- reverse -------------------------------------------------------------------------------- */

static const char *const reasons[] = {
    "nsf", "stop", "keying", "wrong-payer", "dd-return", "card-chargeback", "returned", NULL};

static const struct arg reverse_args[] = {
    {.name = "payment", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    {.name = "reason",
     .kind = ARG_CHOICE,
     .flags = ARG_REQUIRED,
     .choices = reasons,
     .help = "why it does not count"},
    {.name = "date",
     .kind = ARG_DATE,
     .help = "the bank's day of return; of other reasons today when not said"},
    {.name = "code", .kind = ARG_CODE, .help = "the bank's code of the return"},
    {.name = "fee", .kind = ARG_MONEY, .help = "charged to the customer for it"},
    {.name = "debit-memos",
     .kind = ARG_FLAG,
     .help = "its applications stand, and what it paid is owed anew, a debit each"},
    {0},
};

/* What the bank sent back has the bank's day, which only the clerk can tell. */
static enum err reverse_day(struct act *act, const struct document *payment, struct date *out)
{
    const char *reason = args_get(act->args, "reason");
    const bool returned = strcmp(reason, "nsf") == 0 || strcmp(reason, "dd-return") == 0 ||
                          strcmp(reason, "card-chargeback") == 0;

    if (returned && !args_given(act->args, "date"))
        return fail(act->note, ERR_USAGE,
                    "--date is missing: %s counts from the day on which the bank returned it",
                    reason);
    *out = paper_day(act, "date", payment->effective);
    /* a cheque that goes back before its day never counted: on its day it comes and goes */
    if (payment->effective.day > book_today(act->book).day && out->day < payment->effective.day)
        *out = payment->effective;
    return ERR_OK;
}

/* ", deductions DED-1, DED-2 with it", before they are taken back; "" = none. */
static enum err keyed_words(struct act *act, const struct document *payment, const char *reason,
                            const char **out)
{
    struct document *keyed = NULL;
    int count = 0;

    *out = "";
    if (strcmp(reason, "keying") != 0 || args_flag(act->args, "debit-memos"))
        return ERR_OK;
    TRY(deductions_keyed(act->book, payment, act->arena, &keyed, &count));
    for (int i = count - 1; i >= 0; i--)
        *out = arena_format(act->arena, "%s%s%s", *out,
                            **out       ? ", "
                            : count > 1 ? "; taken back with it: deductions "
                                        : "; taken back with it: deduction ",
                            keyed[i].number);
    return ERR_OK;
}

static const char *reverse_why(struct act *act)
{
    const char *code = args_get(act->args, "code"), *reason = args_get(act->args, "reason");

    return code ? arena_format(act->arena, "%s %s", reason, code) : reason;
}

static enum err reverse_stage(struct act *act)
{
    struct document payment;
    struct date day;
    const char *stands = NULL;

    TRY(document_find(act->book, args_get(act->args, "payment"), PAYMENT, act->arena, &payment));
    TRY(reverse_day(act, &payment, &day));
    if (payment.reversed_by || payment.reverses_id)
        return ERR_OK; /* run says why not */
    TRY(returned_stands_why(act->book, &payment, day, reverse_why(act), act->arena, &stands));
    if (stands || args_flag(act->args, "debit-memos")) {
        act->plan = arena_format(
            act->arena,
            "From %s on %s over %s does not count as cash (%s). What it paid stays paid%s%s; the "
            "same is owed anew, a deduction each, with the due day and age of what it paid. This "
            "is final.",
            say_day(act->arena, day), payment.number, say_money(act->arena, payment.total),
            reverse_why(act), stands ? ", for " : "", stands ? stands : "");
        return ERR_OK;
    }
    return takeback_reverse_plan(act, &payment, day, reverse_why(act));
}

/* What an agency billed for bringing the money goes with it. */
static enum err billed_words(struct act *act, const struct document *payment, const char **out)
{
    struct document bill;
    int64_t id = 0;

    TRY(placement_bill(act->book, payment->id, &id));
    if (!id)
        return ERR_OK;
    TRY(document_get(act->book, id, act->arena, &bill));
    *out = arena_format(act->arena, "; %s over %s, billed for it by %s, is taken back too",
                        bill.number, say_money(act->arena, bill.total), bill.reason);
    return ERR_OK;
}

static enum err reverse_run(struct act *act)
{
    struct document payment;
    struct document_made made;
    struct money fee;
    struct date day = DATE_NONE;
    bool given = false;
    const char *freed = NULL, *keyed = "", *billed = "", *stands = NULL, *why = reverse_why(act),
               *reason = args_get(act->args, "reason");

    TRY(document_find(act->book, args_get(act->args, "payment"), PAYMENT, act->arena, &payment));
    TRY(reverse_day(act, &payment, &day));
    TRY(args_money(act->args, "fee", payment.currency, &fee, &given, act->note));
    if (!currency_is(fee.currency, payment.currency))
        return fail(act->note, ERR_INPUT, "--fee: it is charged in %s, as the money was",
                    payment.currency.code);
    TRY(keyed_words(act, &payment, reason, &keyed));
    TRY(billed_words(act, &payment, &billed));
    TRY(returned_stands_why(act->book, &payment, day, why, act->arena, &stands));
    const bool debits = stands || args_flag(act->args, "debit-memos");
    /* owed anew is the money; open again is the paper, with what the money had earned */
    TRY((debits ? standing_words : standing_freed)(act->book, &payment, act->arena, &freed));
    TRY((debits ? payment_reverse_by_debits : payment_reverse)(act->tx, payment.id, day, why,
                                                               fee.minor, &made));
    act->ref = arena_text(act->arena, made.number);
    act->says =
        arena_format(act->arena, "%s over %s does not count from %s on (%s), by %s", payment.number,
                     say_money(act->arena, payment.total), say_day(act->arena, day), why, act->ref);
    if (freed)
        act->says = arena_format(act->arena, "%s; %s: %s", act->says,
                                 debits ? "owed anew, as deductions" : "open again", freed);
    if (freed && stands)
        act->says = arena_format(act->arena, "%s, for %s", act->says, stands);
    if (freed && strcmp(reason, "card-chargeback") == 0)
        act->says = arena_format(act->arena, "%s, in dispute", act->says);
    act->says = arena_format(act->arena, "%s%s%s", act->says, keyed, billed);
    if (fee.minor > 0)
        act->says = arena_format(act->arena, "%s; a fee of %s is charged", act->says,
                                 say_money(act->arena, fee));
    return ERR_OK;
}

const struct command cmd_payment_reverse = {
    .noun = "payment",
    .verb = "reverse",
    .summary = "a payment does not count from a day on: returned, stopped, wrong",
    .detail =
        "Its applications are taken back on that day, discounts with them; the invoices are "
        "open again with their own due days, after a card chargeback in dispute. What was "
        "deposited goes back from the bank, and the deposit stays. When the bank sent it back "
        "and something that it paid is with an agency or lawyers, or a claim that was taken off "
        "it is decided, the applications stand, discounts too, and a debit of each paper that "
        "was paid takes its place, with its due day, age and dispute; --debit-memos asks for "
        "that in other cases. A cheque that is given back before its day comes and goes on that "
        "day. A reversal is final.",
    .args = reverse_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED | COMMAND_TELLS,
    .role = ROLE_COORDINATOR,
    .why_not = reversed_why_not,
    .stage = reverse_stage,
    .run = reverse_run,
};

/* ---- whose money ---------------------------------------------------------------------------- */

static const struct arg identify_args[] = {
    {.name = "payment", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "whose money it is"},
    {.name = "date", .kind = ARG_DATE, .help = "from when on; today when not said"},
    LEARN_ARG,
    {0},
};

static const char *identify_why_not(const struct subject *subject)
{
    return subject->status && strcmp(subject->status, "unidentified") != 0
               ? "it is known whose money it is"
               : NULL;
}

/* By what the payer may be known from now on. */
static enum err identify_read(struct act *act, struct document *payment, struct learning *out)
{
    struct customer customer;
    struct receipt receipt = {.payer = NULL};
    bool is = false;

    TRY(document_find(act->book, args_get(act->args, "payment"), PAYMENT, act->arena, payment));
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(document_receipt(act->book, payment->id, act->arena, &receipt, &is));
    *out = (struct learning){.customer_id = customer.id,
                             .code = customer.code,
                             .payer = receipt.payer,
                             .source = payment->number};
    return remitter_of(act->book, payment->id, act->arena, &out->account);
}

static enum err identify_stage(struct act *act)
{
    struct document payment;
    struct learning learning;

    TRY(identify_read(act, &payment, &learning));
    return learning_ask(act, &learning);
}

static enum err identify_run(struct act *act)
{
    struct document payment;
    struct learning customer;
    struct document_made made;

    TRY(identify_read(act, &payment, &customer));
    const struct date day = paper_day(act, "date", payment.effective);
    TRY(payment_identify(act->tx, payment.id, customer.customer_id, day, &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s over %s is money of %s from %s on, by %s",
                             payment.number, say_money(act->arena, payment.total), customer.code,
                             say_day(act->arena, day), act->ref);
    return learning_keep(act, &customer);
}

const struct command cmd_payment_identify = {
    .noun = "payment",
    .verb = "identify",
    .summary = "say whose unidentified money it is",
    .detail = "With --learn, or when it is asked and answered so, the payer's account and name are "
              "known from now on, and money from there finds its customer by itself.",
    .args = identify_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD | COMMAND_TAGGED,
    .role = ROLE_CLERK,
    .why_not = identify_why_not,
    .stage = identify_stage,
    .run = identify_run,
};

static const struct arg transfer_args[] = {
    {.name = "payment", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "a payment or credit"},
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_REQUIRED, .help = "to whom"},
    {.name = "amount", .kind = ARG_MONEY, .help = "all that is left when not said"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {.name = "reason", .kind = ARG_TEXT, .otherwise = "transfer", .help = "why"},
    {0},
};

static enum err transfer_run(struct act *act)
{
    struct document payment;
    struct customer customer;
    struct document_made made;
    struct item credit;
    struct money amount;
    int64_t item = 0;

    TRY(document_find(act->book, args_get(act->args, "payment"),
                      PAYMENT | DOCUMENT_MASK(DOCUMENT_CREDIT), act->arena, &payment));
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    TRY(pot_credit(act, &payment, &credit, &amount));
    if (credit.customer_id == customer.id &&
        account_control_of(act->book, credit.account_id) == CONTROL_RECEIVABLE)
        return fail(act->note, ERR_CONFLICT, "the money of %s is with %s already", payment.number,
                    customer.code);
    const struct date day = paper_day(act, "date", credit.effective);
    TRY(transfer_post(act->tx, credit.id, amount.minor, customer.id,
                      account_of(act->book, ACCOUNT_PART_RECEIVABLE), day,
                      args_get(act->args, "reason"), &made, &item));
    act->ref = arena_text(act->arena, made.number);
    act->says =
        arena_format(act->arena, "%s of %s goes to %s on %s, by %s", say_money(act->arena, amount),
                     payment.number, customer.code, say_day(act->arena, day), act->ref);
    return ERR_OK;
}

const struct command cmd_payment_transfer = {
    .noun = "payment",
    .verb = "transfer",
    .summary = "move open money to another customer",
    .args = transfer_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .why_not = apply_why_not,
    .run = transfer_run,
};

static const struct arg undo_args[] = {
    {.name = "transfer", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err undo_run(struct act *act)
{
    struct document transfer;
    struct document_made made;

    TRY(document_find(act->book, args_get(act->args, "transfer"), DOCUMENT_MASK(DOCUMENT_TRANSFER),
                      act->arena, &transfer));
    const struct date day = paper_day(act, "date", transfer.effective);
    TRY(transfer_undo(act->tx, transfer.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena,
                             "%s over %s is taken back on %s, by %s; the money is with %s again",
                             transfer.number, say_money(act->arena, transfer.total),
                             say_day(act->arena, day), act->ref, transfer.reference);
    return ERR_OK;
}

const struct command cmd_transfer_undo = {
    .noun = "transfer",
    .verb = "undo",
    .summary = "take it back; the money is where it was",
    .detail = "What it paid where it went is unapplied first.",
    .args = undo_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .why_not = paper_void_why_not,
    .run = undo_run,
};
