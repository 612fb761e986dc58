/* Payments: money comes in. */
#include "app/autopay.h"
#include "app/batching.h"
#include "app/commands.h"
#include "app/doclist.h"
#include "app/learning.h"
#include "app/lettinggo.h"
#include "app/say.h"
#include "app/settling.h"
#include "app/whose.h"
#include "base/card.h"
#include "base/text.h"
#include "ledger/deposit.h"
#include "ledger/master.h"
#include "ledger/payment.h"
#include "ledger/user.h"
#include "report/paperpage.h"

#include <string.h>

static const char *const keeps[] = {"unapplied", "on-account", "prepayment", NULL};

static const struct arg receive_args[] = {
    {.name = "amount", .kind = ARG_MONEY, .flags = ARG_REQUIRED, .help = "what came"},
    {.name = "customer",
     .kind = ARG_CUSTOMER,
     .help = "who paid; whoever owes the papers of --apply; unidentified, else"},
    {.name = "date", .kind = ARG_DATE, .flags = ARG_STICKY, .help = "today when not said"},
    {.name = "method",
     .kind = ARG_CHOICE,
     .flags = ARG_STICKY,
     .otherwise = "transfer",
     .choices = payment_methods,
     .help = "how it came"},
    {.name = "reference", .kind = ARG_TEXT, .help = "cheque number, remittance text"},
    {.name = "payer", .kind = ARG_TEXT, .flags = ARG_PERSONAL, .help = "name of who paid"},
    {.name = "payer-account",
     .kind = ARG_TEXT,
     .flags = ARG_PERSONAL,
     .help = "the bank account, or the line of a cheque, that it came from"},
    APPLY_ARG,
    {.name = "auto",
     .kind = ARG_FLAG,
     .help = "to what it is for, by the rules of autocash, if there is one answer only"},
    LEARN_ARG,
    {.name = "keep",
     .kind = ARG_CHOICE,
     .otherwise = "unapplied",
     .choices = keeps,
     .help = "as what the rest stays; with --auto as autocash.remainder says"},
    {.name = "number", .kind = ARG_CODE, .help = "when it has one already; else our next"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "the customer's when not said"},
    {.name = "rate", .kind = ARG_RATIO, .help = "base units per unit of the currency"},
    {.name = "settles",
     .kind = ARG_MONEY,
     .help = "what it settles in the invoice's currency, when that is another"},
    {.name = "fee", .kind = ARG_MONEY, .help = "kept back by bank or card; the customer paid all"},
    {.name = "posted", .kind = ARG_DATE, .help = "in the general ledger; the date, else"},
    {.name = "value", .kind = ARG_DATE, .help = "when the money was there; the date, else"},
    BATCHING_ARGS,
    {0},
};

/* By what came with the money (R3 step 0); only what is sure. `how` it is known, or why not. */
static enum err payer_find(struct act *act, int64_t *id, const char **how)
{
    const struct args *args = act->args;
    struct whose_asked asked = {.text = args_get(args, "reference"),
                                .payer = args_get(args, "payer"),
                                .account = args_get(args, "payer-account")};
    struct whose whose;
    bool given = false;

    TRY(args_money(args, "amount", book_currency(act->book), &asked.amount, &given, act->note));
    TRY(whose_find(act, NULL, &asked, &whose));
    *id = whose.customer_id;
    *how = whose.words;
    return ERR_OK;
}

/* Who paid: as said, else who owes what is paid. */
static enum err payer_read(struct act *act, struct customer *customer, const char **how)
{
    const char *code = args_get(act->args, "customer");
    struct document document;
    int64_t id = 0;

    *customer = (struct customer){.currency = book_currency(act->book)};
    *how = NULL;
    if (code)
        return customer_find(act->book, code, act->arena, customer);
    if (args_count(act->args, "apply")) {
        TRY(pot_debit(act, NULL, target_of_row(act->args, 0).document, &document));
        id = document.customer_id;
    } else if (args_flag(act->args, "auto")) {
        TRY(payer_find(act, &id, how));
    }
    return id ? customer_get(act->book, id, act->arena, customer) : ERR_OK;
}

/* A card's reference may name the brand and the last four digits, never a number to pay with. */
static enum err reference_judge(struct act *act, const struct payment *payment)
{
    if (payment->method != METHOD_CARD || !payment->reference ||
        card_figures(payment->reference) < CARD_FIGURES)
        return ERR_OK;
    return fail(act->note, ERR_INPUT,
                "--reference: a card payment keeps the brand and the last four digits, never more "
                "of the card's number");
}

/* The currency of the money when none is said: of the customer, or of the first paper paid. */
static enum err currency_read(struct act *act, const struct customer *customer,
                              struct currency *out)
{
    struct document document;

    *out = customer->currency;
    if (args_get(act->args, "currency"))
        return currency_find(args_get(act->args, "currency"), out);
    if (!args_count(act->args, "apply") || args_given(act->args, "settles"))
        return ERR_OK;
    TRY(pot_debit(act, customer->code, target_of_row(act->args, 0).document, &document));
    *out = document.currency;
    return ERR_OK;
}

static enum err amounts_read(struct act *act, const struct customer *customer,
                             struct payment *payment)
{
    struct currency assume;
    struct money fee, settles;
    bool given = false;

    TRY(currency_read(act, customer, &assume));
    TRY(args_money(act->args, "amount", assume, &payment->amount, &given, act->note));
    if (args_given(act->args, "currency") && !currency_is(payment->amount.currency, assume))
        return fail(act->note, ERR_INPUT, "--amount is in %s, but --currency says %s",
                    payment->amount.currency.code, assume.code);
    TRY(args_money(act->args, "fee", payment->amount.currency, &fee, &given, act->note));
    if (!currency_is(fee.currency, payment->amount.currency))
        return fail(act->note, ERR_INPUT, "--fee: it is kept back in %s, as the money came",
                    payment->amount.currency.code);
    payment->fee = fee.minor;
    if (args_given(act->args, "settles") && args_count(act->args, "apply")) {
        struct document paid;
        TRY(pot_debit(act, customer->code, target_of_row(act->args, 0).document, &paid));
        assume = paid.currency;
    } else {
        assume = customer->currency;
    }
    TRY(args_money(act->args, "settles", assume, &settles, &given, act->note));
    if (given)
        payment->settles = settles;
    return ERR_OK;
}

static enum err payment_read(struct act *act, struct payment *out, struct customer *customer,
                             const char **how)
{
    const struct args *args = act->args;

    if (args_flag(args, "auto") && args_count(args, "apply"))
        return fail(act->note, ERR_USAGE, "--apply and --auto exclude each other; give one");
    TRY(payer_read(act, customer, how));
    *out = (struct payment){.number = args_get(args, "number"),
                            .customer_id = customer->id,
                            .date = args_date(args, "date", book_today(act->book)),
                            .posted = args_date(args, "posted", DATE_NONE),
                            .value = args_date(args, "value", DATE_NONE),
                            .method = (enum payment_method)args_choice(args, "method", 0),
                            .keep = (enum payment_keep)args_choice(args, "keep", 0),
                            .reference = args_get(args, "reference"),
                            .payer = args_get(args, "payer"),
                            .payer_account = args_get(args, "payer-account"),
                            .rate = args_ratio(args, "rate")};
    TRY(amounts_read(act, customer, out));
    if (out->fee > 0 && (METHOD_MASK(out->method) & METHODS_UNDEPOSITED))
        return fail(act->note, ERR_INPUT,
                    "--fee: of cash and cheques a fee is kept back when they come to the bank; "
                    "`deposit make --fee` says so");
    return reference_judge(act, out);
}

/* An earlier receipt that looks the same: the words that show it, NULL = none. */
static enum err twin_read(struct act *act, const struct payment *payment, const char **words)
{
    int64_t id = 0;
    bool stop = false;
    struct document twin;
    struct receipt receipt = {.payer = ""};
    bool is = false;

    *words = NULL;
    TRY(payment_twin(act->book, payment, &id, &stop));
    if (id == 0)
        return ERR_OK;
    TRY(document_get(act->book, id, act->arena, &twin));
    TRY(document_receipt(act->book, id, act->arena, &receipt, &is));
    *words = arena_format(act->arena, "%s of %s over %s with the reference %s came on %s",
                          twin.number, *twin.customer ? twin.customer : receipt.payer,
                          say_money(act->arena, twin.total), twin.reference,
                          say_day(act->arena, twin.effective));
    if (stop)
        return fail(act->note, ERR_CONFLICT,
                    "%s: the same cheque is not taken twice; reverse the earlier receipt if it "
                    "was wrong",
                    *words);
    return ERR_OK;
}

/* Who named the customer himself may want the payer to be known from now on. */
static struct learning learning_of(const struct act *act, const struct customer *customer)
{
    const struct args *args = act->args;

    return (struct learning){.customer_id = args_get(args, "customer") ? customer->id : 0,
                             .code = customer->code,
                             .payer = args_get(args, "payer"),
                             .account = args_get(args, "payer-account"),
                             .source = act->ref};
}

/* Asks only when there is something to ask (RULES.md R14). */
static enum err twin_ask(struct act *act, const char *twin)
{
    const struct session *session = act->session;

    if (!twin || session->yes || session->dry_run)
        return ERR_OK;
    if (session->no_input || !session->ask || session->tx)
        return fail(act->note, ERR_CONFLICT, "%s; if this is another one, give --yes", twin);
    if (!session->ask(session->self,
                      arena_format(act->arena, "%s. Receive another one like it?", twin)))
        return fail(act->note, ERR_CANCELLED, "not confirmed; nothing was received");
    return ERR_OK;
}

static enum err receive_stage(struct act *act)
{
    struct payment payment;
    struct customer customer;
    const char *twin = NULL, *how;

    TRY(payment_read(act, &payment, &customer, &how));
    TRY(twin_read(act, &payment, &twin));
    TRY(twin_ask(act, twin));
    const struct learning learning = learning_of(act, &customer);
    return learning_ask(act, &learning);
}

static const char *received_says(struct act *act, const struct payment *payment,
                                 const struct customer *customer, const char *number,
                                 const char *twin)
{
    struct arena *arena = act->arena;
    const char *says = arena_format(arena, "%s: %s %s%s", number, say_money(arena, payment->amount),
                                    customer->id ? "from " : "from somebody unidentified",
                                    customer->id ? customer->code : "");

    if (payment->fee)
        says = arena_format(arena, "%s, of which %s was kept back as a fee", says,
                            say_minor(arena, payment->fee, payment->amount.currency));
    if (payment->settles.currency.code[0])
        says =
            arena_format(arena, "%s, which settles %s", says, say_money(arena, payment->settles));
    says = say_ahead(arena, says, payment->date, book_today(act->book));
    if (payment->date.day > book_today(act->book).day)
        says = arena_format(arena, "%s, in hand until then", says);
    const char *doubt =
        payment_day_doubt(payment->method, payment->date, book_today(act->book));
    if (doubt)
        says = arena_format(arena, "%s; look at the day: %s is %s", says,
                            say_day(arena, payment->date), doubt);
    return twin ? arena_format(arena, "%s; received though %s", says, twin) : says;
}

/* What the money is for by itself; what is left of money that found its papers is kept as the
 * setting says. */
static enum err auto_read(struct act *act, struct payment *payment, struct autocash_proposal *out)
{
    const struct autopay money = {.customer_id = payment->customer_id,
                                  .amount = payment->settles.currency.code[0] ? payment->settles
                                                                              : payment->amount,
                                  .value = date_is(payment->value) ? payment->value : payment->date,
                                  .text = payment->reference};

    *out = (struct autocash_proposal){.why = ""};
    if (!args_flag(act->args, "auto") || !payment->customer_id || money.amount.minor <= 0)
        return ERR_OK;
    TRY(autopay_find(act, NULL, &money, out));
    if (out->automatic && out->left > 0 && !args_given(act->args, "keep"))
        TRY(autopay_keep(act, payment->customer_id, &payment->keep));
    return ERR_OK;
}

/* A few cents too much, where the customer's flag says that they are kept (RULES.md R5). */
static enum err surplus_take(struct pot *pot)
{
    struct document_made made;
    int64_t taken = 0;

    if (args_given(pot->act->args, "keep"))
        return ERR_OK;
    TRY(writeoff_surplus(pot->act->tx, pot->money.id, &taken, &made));
    if (taken)
        pot->says = say_join(
            pot->act->arena, pot->says,
            arena_format(pot->act->arena, "%s too much, kept as a difference by %s",
                         say_minor(pot->act->arena, taken, pot->money.currency), made.number));
    return ERR_OK;
}

/* In the book's currency, by its own rate of the day. */
static enum err worth_of(struct act *act, struct money money, struct date day, double *out)
{
    const struct currency base = book_currency(act->book);
    struct ratio rate;
    int64_t minor = money.minor;
    enum err e = ERR_OK;

    if (!currency_is(money.currency, base)) {
        e = rate_on(act->book, money.currency, day, &rate);
        if (e == ERR_OK)
            e = amount_convert(money.minor, money.currency, base, rate, &minor);
    }
    *out = (double)minor;
    return e;
}

/* What money settles in another currency is what it is worth. That a fifth or more of a debt is
 * let go by the way is a manager's to say, like a rate so far from the book's (cmd_rate.c). */
static enum err settles_judge(struct act *act, const struct payment *payment)
{
    double came = 0, settled = 0;

    if (!payment->settles.currency.code[0])
        return ERR_OK;
    enum err e = worth_of(act, payment->amount, payment->date, &came);
    if (e == ERR_OK)
        e = worth_of(act, payment->settles, payment->date, &settled);
    if (e != ERR_OK && e != ERR_MISSING)
        return e;
    note_clear(book_note(act->book));
    if (e == ERR_OK && settled < came * RATE_FAR)
        return ERR_OK;
    return user_judge(act->book, act->session->actor, ROLE_MANAGER,
                      arena_format(act->arena, "%s for %s, %s,",
                                   say_money(act->arena, payment->amount),
                                   say_money(act->arena, payment->settles),
                                   e == ERR_OK ? "a fifth or more above the book's rate"
                                               : "without a rate in the book"));
}

static enum err receive_run(struct act *act)
{
    struct payment payment;
    struct autocash_proposal found;
    struct customer customer;
    const char *twin = NULL, *how;
    struct document_made made;
    int64_t item = 0;
    struct pot pot;

    if (batching_is(act))
        return batching_run(act);
    TRY(payment_read(act, &payment, &customer, &how));
    TRY(twin_read(act, &payment, &twin));
    TRY(auto_read(act, &payment, &found));
    TRY(lettinggo_fee(act, &payment));
    TRY(settles_judge(act, &payment));
    TRY(payment_receive(act->tx, &payment, &made, &item));
    act->ref = arena_text(act->arena, made.number);
    TRY(pot_open(act, made.id, &pot));
    pot.says = received_says(act, &payment, &customer, act->ref, twin);
    pot.says = how ? say_join(act->arena, pot.says, how) : pot.says;
    TRY(pot_apply_rows(&pot, DATE_NONE));
    TRY(autopay_post(act, NULL, item, &found, &pot.says));
    if (args_flag(act->args, "auto") && customer.id)
        pot.says = say_join(act->arena, pot.says, autopay_says(act, &found));
    TRY(surplus_take(&pot));
    TRY(pot_says_rest(&pot));
    act->says = pot.says;
    const struct learning learning = learning_of(act, &customer);
    return learning_keep(act, &learning);
}

const struct command cmd_payment_receive = {
    .noun = "payment",
    .verb = "receive",
    .summary = "receive money, and apply it to what it pays",
    .detail = "Each row of --apply is a document, what is paid of it, the discount that was taken "
              "(an amount, or auto for what the terms allow) and a small difference to be written "
              "off. Without an amount as much is paid as is open and there. `from CM-31` in a row "
              "uses that credit memo or earlier payment for it instead of the money that came, in "
              "the same act. What is not applied "
              "stays with the customer as unapplied money. Without a customer the money is "
              "unidentified until `payment identify` says whose it is. With --batch it is entered "
              "as a line of that batch, tried but not posted: `batch post` posts it.",
    .args = receive_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .stage = receive_stage,
    .before = batching_before,
    .run = receive_run,
};

static const struct arg list_args[] = {DOCLIST_ARGS, {0}};

const struct command cmd_payment_list = {
    .noun = "payment",
    .verb = "list",
    .summary = "list payments, and what is not applied of them",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = doclist_payments,
};

static const struct arg show_args[] = {
    {.name = "payment", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {.name = "language", .kind = ARG_CODE, .help = "another than the customer's: en, de"},
    {0},
};

static enum err show_run(struct act *act)
{
    struct document payment;

    TRY(document_find(act->book, args_get(act->args, "payment"), DOCUMENT_MASK(DOCUMENT_PAYMENT),
                      act->arena, &payment));
    return paperpage_receipt(act->book, &payment, args_get(act->args, "language"), act->page);
}

const struct command cmd_payment_show = {
    .noun = "payment",
    .verb = "show",
    .summary = "show a payment, and what it paid",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
