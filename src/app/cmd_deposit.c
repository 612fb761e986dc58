/* Deposits: receipts go to the bank in one sum. */
#include "app/commands.h"
#include "app/lettinggo.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "ledger/deposit.h"
#include "report/r_deposits.h"
#include "report/slippage.h"

#include <string.h>

static const struct arg_column payment_columns[] = {
    {.name = "payment", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED, .help = "which"},
    {0},
};

static const struct arg_column cash_columns[] = {
    {.name = "note", .kind = ARG_MONEY, .flags = ARG_REQUIRED, .help = "note or coin"},
    {.name = "count", .kind = ARG_INT, .flags = ARG_REQUIRED, .help = "how many of it"},
    {0},
};

/* ---- make ----------------------------------------------------------------------------------- */

static const struct arg make_args[] = {
    {.name = "bank", .kind = ARG_ACCOUNT, .help = "the bank's account; of the settings, else"},
    {.name = "date", .kind = ARG_DATE, .help = "when the money goes; today when not said"},
    {.name = "payments",
     .kind = ARG_ROWS,
     .columns = payment_columns,
     .rows_style = ROWS_LIST,
     .help = "which: \"P-1001; P-1002\""},
    {.name = "all", .kind = ARG_FLAG, .help = "all that wait; cash and cheques, unless --method"},
    {.name = "method",
     .kind = ARG_CHOICE,
     .choices = payment_methods,
     .help = "only what came like this; card makes a settlement"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "with --all: only what is in it"},
    {.name = "fee", .kind = ARG_MONEY, .help = "kept back by the bank or card company"},
    {.name = "short", .kind = ARG_MONEY, .help = "cash that is missing"},
    {.name = "over", .kind = ARG_MONEY, .help = "cash that is too much"},
    {.name = "reference", .kind = ARG_TEXT, .help = "number of the bag or the settlement"},
    {.name = "text", .kind = ARG_TEXT, .help = "words on the slip"},
    {.name = "cash",
     .kind = ARG_ROWS,
     .columns = cash_columns,
     .rows_style = ROWS_LIST,
     .help = "as counted: \"50=3; 20=2; 0.50=4\"; else the slip leaves room for it"},
    {0},
};

/* Ids of receipts, growing in the act's arena. */
struct chosen {
    struct arena *arena;
    int64_t *ids;
    int count, room;
};

static void chosen_add(struct chosen *chosen, int64_t id)
{
    chosen->ids =
        arena_grow(chosen->arena, chosen->ids, chosen->count, &chosen->room, sizeof *chosen->ids);
    chosen->ids[chosen->count++] = id;
}

static enum err choose_waiting(void *self, const struct deposit_receipt *receipt)
{
    chosen_add(self, receipt->document_id);
    return ERR_OK;
}

static unsigned methods_read(const struct act *act, unsigned otherwise)
{
    return args_given(act->args, "method")
               ? METHOD_MASK((unsigned)args_choice(act->args, "method", 0))
               : otherwise;
}

static enum err choose_all(struct act *act, struct date day, struct chosen *chosen)
{
    TRY(deposit_pending(act->book, day, methods_read(act, METHODS_UNDEPOSITED),
                        args_get(act->args, "currency"), choose_waiting, chosen));
    if (chosen->count)
        return ERR_OK;
    return fail(act->note, ERR_CONFLICT, "nothing waits to be deposited on %s%s%s",
                say_day(act->arena, day), args_given(act->args, "method") ? " that came by " : "",
                args_given(act->args, "method") ? args_get(act->args, "method") : "");
}

static enum err choose_named(struct act *act, struct chosen *chosen)
{
    const unsigned only = methods_read(act, 0);

    for (int i = 0; i < args_count(act->args, "payments"); i++) {
        struct document payment;
        struct receipt receipt = {.payer = ""};
        bool is = false;
        TRY(document_find(act->book, args_row(act->args, "payments", i)->values[0].text,
                          DOCUMENT_MASK(DOCUMENT_PAYMENT), act->arena, &payment));
        TRY(document_receipt(act->book, payment.id, act->arena, &receipt, &is));
        if (only && !(only & METHOD_MASK(receipt.method)))
            return fail(act->note, ERR_CONFLICT, "%s came by %s, not by %s", payment.number,
                        payment_method_word(receipt.method), args_get(act->args, "method"));
        chosen_add(chosen, payment.id);
    }
    return ERR_OK;
}

static enum err choose(struct act *act, struct date day, struct chosen *chosen)
{
    const bool all = args_flag(act->args, "all"), named = args_count(act->args, "payments") > 0;

    *chosen = (struct chosen){.arena = act->arena};
    if (all == named)
        return fail(act->note, ERR_USAGE,
                    all ? "--all and --payments exclude each other; give one"
                        : "--payments is missing: which receipts? --all takes all that wait, as "
                          "`deposit pending` lists them");
    if (named && args_given(act->args, "currency"))
        return fail(act->note, ERR_USAGE, "--currency belongs to --all");
    return all ? choose_all(act, day, chosen) : choose_named(act, chosen);
}

/* An amount above zero in the receipts' currency; 0 when it is not given. */
static enum err sum_read(struct act *act, const char *name, struct currency currency, int64_t *out)
{
    struct money sum = {0};
    bool given = false;

    *out = 0;
    TRY(args_money(act->args, name, currency, &sum, &given, act->note));
    if (!given)
        return ERR_OK;
    if (!currency_is(sum.currency, currency))
        return fail(act->note, ERR_INPUT, "--%s: the receipts are in %s", name, currency.code);
    if (sum.minor < 0)
        return fail(act->note, ERR_INPUT, "--%s cannot be below zero", name);
    *out = sum.minor;
    return ERR_OK;
}

static enum err cash_read(struct act *act, struct currency currency, struct deposit_new *deposit)
{
    const int count = args_count(act->args, "cash");
    struct deposit_cash *cash = arena_new(act->arena, ((size_t)count + 1) * sizeof *cash);

    for (int i = 0; i < count; i++) {
        const struct value *values = args_row(act->args, "cash", i)->values;
        struct note inner = {0};
        struct money note;
        if (money_parse(values[0].text, &notation_plain, currency, &note, &inner) != ERR_OK)
            return fail(act->note, ERR_INPUT, "--cash: row %d, note: %s", i + 1, inner.text);
        if (!currency_is(note.currency, currency))
            return fail(act->note, ERR_INPUT, "--cash: the receipts are in %s", currency.code);
        if (values[1].number > 1000000)
            return fail(act->note, ERR_INPUT, "--cash: row %d: so many of one note cannot be",
                        i + 1);
        cash[i] = (struct deposit_cash){note.minor, values[1].number};
    }
    deposit->cash = cash;
    deposit->cash_count = count;
    return ERR_OK;
}

static enum err sums_read(struct act *act, const struct chosen *chosen, struct deposit_new *out)
{
    struct document first;
    int64_t over = 0;

    TRY(document_get(act->book, chosen->ids[0], act->arena, &first));
    TRY(sum_read(act, "fee", first.currency, &out->fee));
    TRY(sum_read(act, "short", first.currency, &out->missing));
    TRY(sum_read(act, "over", first.currency, &over));
    if (over && out->missing)
        return fail(act->note, ERR_USAGE, "--short and --over exclude each other; give one");
    if (over)
        out->missing = -over;
    return cash_read(act, first.currency, out);
}

static const char *made_says(struct act *act, const struct deposit *made,
                             const struct deposit_new *deposit)
{
    struct arena *arena = act->arena;
    const struct currency currency = made->total.currency;
    const char *says =
        arena_format(arena, "%s: %s to %s %s, %lld receipt%s", made->number,
                     say_money(arena, made->total), made->bank, made->bank_name,
                     (long long)made->count, made->count == 1 ? "" : "s");

    if (deposit->fee || deposit->missing)
        says = arena_format(arena, "%s of %s", says, say_money(arena, made->gross));
    if (deposit->fee)
        says = arena_format(arena, "%s, fee %s", says, say_minor(arena, deposit->fee, currency));
    if (deposit->missing)
        says = arena_format(arena, "%s, %s %s", says, deposit->missing > 0 ? "short" : "over",
                            say_minor(arena,
                                      deposit->missing > 0 ? deposit->missing : -deposit->missing,
                                      currency));
    return say_ahead(arena, says, made->date, book_today(act->book));
}

/* What waits for an approval must be the same receipts when it comes. */
static enum err named_judge(struct act *act)
{
    return args_flag(act->args, "all")
               ? fail(act->note, ERR_DENIED,
                      "more is missing than you may let go alone: name the receipts with "
                      "--payments and the day with --date, and it waits for somebody else")
               : ERR_OK;
}

static enum err make_run(struct act *act)
{
    struct deposit_new deposit = {.date = args_date(act->args, "date", book_today(act->book)),
                                  .reference = args_get(act->args, "reference"),
                                  .text = args_get(act->args, "text")};
    struct chosen chosen;
    struct document_made made;
    struct deposit shown;

    if (args_get(act->args, "bank"))
        TRY(account_find(act->book, args_get(act->args, "bank"), &deposit.bank_id));
    TRY(choose(act, deposit.date, &chosen));
    deposit.receipts = chosen.ids;
    deposit.count = chosen.count;
    TRY(sums_read(act, &chosen, &deposit));
    bool waits = false;
    TRY(lettinggo_missing(act, chosen.ids, chosen.count,
                          deposit.fee + (deposit.missing > 0 ? deposit.missing : 0), deposit.date,
                          &waits));
    if (waits)
        return named_judge(act);
    TRY(deposit_make(act->tx, &deposit, &made));
    TRY(deposit_get(act->book, made.id, act->arena, &shown));
    act->ref = shown.number;
    act->says = made_says(act, &shown, &deposit);
    return ERR_OK;
}

const struct command cmd_deposit_make = {
    .noun = "deposit",
    .verb = "make",
    .summary = "take receipts that wait to the bank in one sum",
    .detail = "Cash and cheques wait on undeposited funds until they are deposited: one document, "
              "one line of the bank's statement. With --method card what the card company settles "
              "leaves card clearing, and --fee is what it kept back; transfers leave bank clearing "
              "the same way. A receipt of a deposit is locked: when it is reversed the money goes "
              "back from the bank, and the deposit stays as it is. What is missing of cash and "
              "cheques or kept back of them counts as a write-off: above the limit of who makes "
              "the deposit it waits for an approval.",
    .args = make_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = make_run,
};

/* ---- void ----------------------------------------------------------------------------------- */

static const struct arg void_args[] = {
    {.name = "deposit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err deposit_read(struct act *act, struct document *out)
{
    return document_find(act->book, args_get(act->args, "deposit"),
                         DOCUMENT_MASK(DOCUMENT_DEPOSIT), act->arena, out);
}

static enum err void_run(struct act *act)
{
    struct document document;
    struct deposit deposit;
    struct document_made made;

    TRY(deposit_read(act, &document));
    TRY(deposit_get(act->book, document.id, act->arena, &deposit));
    const struct date day = paper_day(act, "date", document.effective);
    TRY(deposit_void(act->tx, document.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena,
                             "%s over %s is void from %s on, by %s; %lld receipt%s again",
                             deposit.number, say_money(act->arena, deposit.total),
                             say_day(act->arena, day), act->ref, (long long)deposit.count,
                             deposit.count == 1 ? " waits" : "s wait");
    return ERR_OK;
}

const struct command cmd_deposit_void = {
    .noun = "deposit",
    .verb = "void",
    .summary = "take a deposit back whole; its receipts wait again",
    .detail = "Only a deposit that did not reach the bank: once a receipt of it came back from "
              "there it stays. Give the day of the deposit as --date when it was keyed wrongly, so "
              "that its receipts can be deposited anew from that day on.",
    .args = void_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .why_not = paper_void_why_not,
    .run = void_run,
};

/* ---- lists ---------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "from", .kind = ARG_DATE, .help = "posted this day or later; all when not said"},
    {.name = "to", .kind = ARG_DATE, .help = "posted this day or earlier"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only in this currency"},
    LISTING_ARGS,
    {0},
};

static enum err list_run(struct act *act)
{
    const struct deposits_options options = {.from = args_date(act->args, "from", DATE_NONE),
                                             .to = args_date(act->args, "to", DATE_NEVER),
                                             .currency = args_get(act->args, "currency")};
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, deposits_table(act->book, &options, sink));
}

const struct command cmd_deposit_list = {
    .noun = "deposit",
    .verb = "list",
    .summary = "list deposits, and which of them were voided",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};

static const struct arg pending_args[] = {
    {.name = "as-of", .kind = ARG_DATE, .help = "at the end of this day; by default today"},
    {.name = "method",
     .kind = ARG_CHOICE,
     .choices = payment_methods,
     .help = "only what came like this; cash and cheques when not said"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only in this currency"},
    LISTING_ARGS,
    {0},
};

static enum err pending_run(struct act *act)
{
    const struct pending_options options = {
        .as_of = args_date(act->args, "as-of", book_today(act->book)),
        .methods = methods_read(act, METHODS_UNDEPOSITED),
        .currency = args_get(act->args, "currency")};
    struct listing listing;
    struct sink *sink = listing_open(&listing, act);

    return listing_close(&listing, pending_table(act->book, &options, sink));
}

const struct command cmd_deposit_pending = {
    .noun = "deposit",
    .verb = "pending",
    .summary = "list the receipts that are not deposited yet",
    .args = pending_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = pending_run,
};

static const struct arg show_args[] = {
    {.name = "deposit", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {0},
};

static enum err show_run(struct act *act)
{
    struct document deposit;

    TRY(deposit_read(act, &deposit));
    return slippage_make(act->book, deposit.id, act->page);
}

const struct command cmd_deposit_show = {
    .noun = "deposit",
    .verb = "show",
    .summary = "show a deposit as its slip, to be printed",
    .args = show_args,
    .flags = COMMAND_PAGE,
    .role = ROLE_ANY,
    .run = show_run,
};
