/* Bad debts: written off with somebody else's approval, recovered, the tax on them asked back. */
#include "app/approving.h"
#include "app/commands.h"
#include "app/listing.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/baddebt.h"
#include "ledger/payment.h"
#include "ledger/setting.h"

static const struct arg writeoff_args[] = {
    {.name = "invoice", .kind = ARG_DOCUMENT, .help = "which; or --customer"},
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "all that it owes, the oldest due first"},
    {.name = "amount", .kind = ARG_MONEY, .help = "how much of it; all that is open, else"},
    {.name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why nobody will pay it"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {0},
};

/* What is written off: open debits of one paper or customer, in one currency. */
struct loss {
    struct item *items;
    int count;
    int64_t customer_id, document_id;
    struct currency currency;
    struct date least; /* not before the last of them */
    int64_t open;
    int64_t first;  /* the item that is open first */
    const char *of; /* "INV-1001" */
};

static enum err loss_read(struct act *act, struct loss *loss)
{
    const char *number = args_get(act->args, "invoice");
    struct customer customer;
    struct document paper;

    *loss = (struct loss){.least = {INT32_MIN}};
    if (!number == !args_given(act->args, "customer"))
        return fail(act->note, ERR_USAGE, "what is written off? --invoice, or --customer for all");
    if (number) {
        TRY(pot_debit(act, NULL, number, &paper));
        TRY(items_of_document(act->book, paper.id, act->arena, &loss->items, &loss->count));
        loss->customer_id = paper.customer_id;
        loss->document_id = paper.id;
        loss->currency = paper.currency;
        loss->of = paper.number;
    } else {
        TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
        TRY(items_open(act->book, customer.id, act->arena, &loss->items, &loss->count));
        loss->customer_id = customer.id;
        loss->currency = customer.currency;
        loss->of = customer.code;
    }
    for (int i = 0; i < loss->count; i++) {
        struct item *item = &loss->items[i];
        if (item->open <= 0 || !currency_is(item->currency, loss->currency))
            continue;
        loss->open += item->open;
        loss->first = loss->first ? loss->first : item->id;
        if (item->effective.day > loss->least.day)
            loss->least = item->effective;
    }
    return loss->open ? ERR_OK
                      : fail(act->note, ERR_CONFLICT, "nothing of %s is open in %s", loss->of,
                             loss->currency.code);
}

/* One write-off document an item. */
static enum err loss_post(struct act *act, const struct loss *loss, int64_t amount, struct date day)
{
    int64_t left = amount;

    for (int i = 0; i < loss->count && left > 0; i++) {
        const struct item *item = &loss->items[i];
        struct document_made made;
        if (item->open <= 0 || !currency_is(item->currency, loss->currency))
            continue;
        const int64_t part = left < item->open ? left : item->open;
        TRY(baddebt_write_off(act->tx, item->id, part, day, args_get(act->args, "reason"), &made));
        act->ref = act->ref ? arena_format(act->arena, "%s %s", act->ref, made.number)
                            : arena_text(act->arena, made.number);
        left -= part;
    }
    return ERR_OK;
}

static enum err writeoff_run(struct act *act)
{
    struct loss loss;
    struct money amount;
    bool given = false;

    TRY(loss_read(act, &loss));
    TRY(args_money(act->args, "amount", loss.currency, &amount, &given, act->note));
    if (!given)
        amount = money_of(loss.open, loss.currency);
    if (!currency_is(amount.currency, loss.currency))
        return fail(act->note, ERR_CONFLICT, "--amount is in %s, but %s owes in %s",
                    amount.currency.code, loss.of, loss.currency.code);
    if (amount.minor <= 0 || amount.minor > loss.open)
        return fail(act->note, ERR_CONFLICT,
                    "%s has %s open: the write-off is above zero and not "
                    "more",
                    loss.of, say_money(act->arena, money_of(loss.open, loss.currency)));
    const struct date day = paper_day(act, "date", loss.least);
    struct approving wish = {.concession = {.kind = GRANT_WRITEOFF,
                                            .customer_id = loss.customer_id,
                                            .document_id = loss.document_id,
                                            .item_id = loss.document_id ? loss.first : 0,
                                            .amount = amount,
                                            .day = day,
                                            .reason = args_get(act->args, "reason")},
                             .another = true};
    TRY(approving_ask(act, &wish));
    if (wish.waits)
        return ERR_OK;
    TRY(loss_post(act, &loss, amount.minor, day));
    act->says =
        arena_format(act->arena, "%s of %s written off as a bad debt on %s, by %s",
                     say_money(act->arena, amount), loss.of, say_day(act->arena, day), act->ref);
    return ERR_OK;
}

const struct command cmd_baddebt_writeoff = {
    .noun = "baddebt",
    .verb = "writeoff",
    .summary = "write off what nobody will pay",
    .detail = "Against the allowance or straight to expense, as the setting baddebt.method says. "
              "In a book with users it always waits for the approval of somebody else, unless the "
              "setting duties.report says that the firm is too small for that.",
    .args = writeoff_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = writeoff_run,
};

/* ---- recover -------------------------------------------------------------------------------- */

static const struct arg recover_args[] = {
    {.name = "writeoff",
     .kind = ARG_DOCUMENT,
     .flags = ARG_REQUIRED,
     .help = "what comes after all"},
    {.name = "amount", .kind = ARG_MONEY, .help = "what comes now; or how much of --payment"},
    {.name = "payment", .kind = ARG_DOCUMENT, .help = "or a payment that is here already"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {.name = "method",
     .kind = ARG_CHOICE,
     .choices = payment_methods,
     .otherwise = "transfer",
     .help = "how it came"},
    {.name = "reference", .kind = ARG_TEXT, .help = "of the remittance"},
    {0},
};

/* The money: received now, or what is left of a payment; at most what can be recovered. */
static enum err money_take(struct act *act, const struct baddebt *debt, struct document *payment,
                           int64_t *credit_id, struct money *amount, struct date *day)
{
    const char *number = args_get(act->args, "payment");
    const int64_t most = debt->amount - debt->recovered;
    struct item credit;
    struct document_made made;
    bool given = false;

    if (number) {
        TRY(document_find(act->book, number, DOCUMENT_MASK(DOCUMENT_PAYMENT), act->arena, payment));
        TRY(pot_credit(act, payment, &credit, amount));
        if (!args_given(act->args, "amount") && amount->minor > most)
            amount->minor = most;
        *credit_id = credit.id;
        *day = paper_day(act, "date", payment->effective);
        return ERR_OK;
    }
    TRY(args_money(act->args, "amount", debt->currency, amount, &given, act->note));
    if (!given)
        return fail(act->note, ERR_USAGE, "how much came? --amount, or --payment that is here");
    *day = args_date(act->args, "date", book_today(act->book));
    const struct payment receipt = {
        .customer_id = debt->customer_id,
        .amount = *amount,
        .date = *day,
        .method = (enum payment_method)args_choice(act->args, "method", METHOD_TRANSFER),
        .reference = args_get(act->args, "reference")};
    if (amount->minor > most)
        amount->minor = most;
    TRY(payment_receive(act->tx, &receipt, &made, credit_id));
    return document_get(act->book, made.id, act->arena, payment);
}

static enum err recover_run(struct act *act)
{
    struct baddebt debt;
    struct document payment;
    struct document_made made;
    struct money amount;
    struct item left;
    struct settled settled;
    struct date day;
    int64_t credit = 0;

    TRY(baddebt_find(act->book, args_get(act->args, "writeoff"), act->arena, &debt));
    TRY(money_take(act, &debt, &payment, &credit, &amount, &day));
    if (!currency_is(amount.currency, debt.currency))
        return fail(act->note, ERR_CONFLICT, "%s is in %s, the money in %s", debt.number,
                    debt.currency.code, amount.currency.code);
    TRY(baddebt_recover(act->tx, debt.id, amount.minor, payment.id, day, &made));
    const struct settle settle = {.debit_id = made.first_item, .amount = amount.minor, .date = day};
    TRY(payment_apply(act->tx, credit, &settle, &settled));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s of %s is owed again by %s, and paid with %s",
                             say_money(act->arena, amount), debt.number, act->ref, payment.number);
    TRY(item_get(act->book, credit, act->arena, &left));
    if (left.open < 0)
        act->says = arena_format(act->arena, "%s; %s of it stays unapplied", act->says,
                                 say_minor(act->arena, -left.open, left.currency));
    return ERR_OK;
}

const struct command cmd_baddebt_recover = {
    .noun = "baddebt",
    .verb = "recover",
    .summary = "book money that comes for a debt that was written off",
    .detail = "The debt is owed again first, with its old due day, against the allowance or as "
              "bad debts recovered; then the money pays it. Tax that was asked back on it is given "
              "back in proportion; tax that waits for the money is due with it.",
    .args = recover_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .run = recover_run,
};

/* ---- relief, reversal ----------------------------------------------------------------------- */

static const struct arg relief_args[] = {
    {.name = "writeoff", .kind = ARG_DOCUMENT, .flags = ARG_REQUIRED | ARG_BARE, .help = "which"},
    {.name = "date", .kind = ARG_DATE, .help = "today when not said"},
    {0},
};

static enum err relief_run(struct act *act)
{
    struct baddebt debt;
    struct document_made made;

    TRY(baddebt_find(act->book, args_get(act->args, "writeoff"), act->arena, &debt));
    const struct date day = paper_day(act, "date", debt.day);
    TRY(baddebt_relieve(act->tx, debt.id, day, &made));
    act->ref = arena_text(act->arena, made.number);
    act->says =
        arena_format(act->arena, "%s: %s of tax on %s is not owed to the office any more", act->ref,
                     say_money(act->arena, money_of(made.total, debt.currency)), debt.number);
    return ERR_OK;
}

const struct command cmd_baddebt_relief = {
    .noun = "baddebt",
    .verb = "relief",
    .summary = "take the tax in a bad debt back from the tax office",
    .detail = "So many months after the later of supply and due date (baddebt.relief-months) and "
              "not after the window to claim in (baddebt.relief-window). `report bad-debt-tax` "
              "lists what may be asked back. Tax that waited for the money (tax.basis) was never "
              "owed: it went off with the debt.",
    .args = relief_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .run = relief_run,
};

static const struct arg reverse_args[] = {
    {.name = "writeoff",
     .kind = ARG_DOCUMENT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "a write-off, a recovery (RCV-) or a tax relief (BTR-)"},
    PAPER_VOID_ARGS,
    {0},
};

static enum err reverse_run(struct act *act)
{
    struct document document;
    struct document_made made;

    TRY(document_find(act->book, args_get(act->args, "writeoff"),
                      DOCUMENT_MASK(DOCUMENT_WRITEOFF) | DOCUMENT_MASK(DOCUMENT_RECOVERY) |
                          DOCUMENT_MASK(DOCUMENT_RELIEF),
                      act->arena, &document));
    const struct date day = paper_day(act, "date", document.effective);
    TRY(baddebt_reverse(act->tx, document.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says =
        arena_format(act->arena, "%s over %s is taken back on %s, by %s", document.number,
                     say_money(act->arena, document.total), say_day(act->arena, day), act->ref);
    return ERR_OK;
}

const struct command cmd_baddebt_reverse = {
    .noun = "baddebt",
    .verb = "reverse",
    .summary = "take a bad debt, its recovery or its tax relief back",
    .detail = "The newest first. With a recovery the tax that was given back comes back, and the "
              "money that paid it is unapplied.",
    .args = reverse_args,
    .flags = COMMAND_WRITES | COMMAND_PERIOD,
    .role = ROLE_COORDINATOR,
    .why_not = paper_void_why_not,
    .run = reverse_run,
};

/* ---- list ----------------------------------------------------------------------------------- */

static const struct arg list_args[] = {
    {.name = "customer", .kind = ARG_CUSTOMER, .flags = ARG_BARE, .help = "only of this customer"},
    {.name = "open", .kind = ARG_FLAG, .help = "only those that are not taken back"},
    {.name = "from", .kind = ARG_DATE, .help = "written off on this day or later"},
    {.name = "to", .kind = ARG_DATE, .help = "written off on this day or earlier"},
    LISTING_ARGS,
    {0},
};

static const struct column columns[] = {
    {.name = "number", .title = "Write-off", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .worth = 6},
    {.name = "document", .title = "Document", .kind = CELL_CODE},
    {.name = "date", .title = "Date", .kind = CELL_DATE, .worth = 1},
    {.name = "method", .title = "Against", .kind = CELL_CODE, .worth = 8},
    {.name = "currency", .title = "Cur", .kind = CELL_CODE, .worth = 3},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "recovered", .title = "Recovered", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "relief", .title = "Tax back", .kind = CELL_MONEY, .worth = 2, .flags = COLUMN_TOTAL},
    {.name = "state", .title = "State", .kind = CELL_CODE, .worth = 4},
    {.name = "by", .title = "By", .kind = CELL_CODE, .worth = 7},
    {.name = "reason", .title = "Why", .kind = CELL_TEXT, .worth = 5},
};

static const char *state_of(const struct baddebt *debt)
{
    if (debt->reversed)
        return "reversed";
    if (debt->recovered == debt->amount)
        return "recovered";
    return debt->recovered ? "in part" : "lost";
}

static enum err debts_pass(struct act *act, int64_t customer_id, struct sink *sink)
{
    const struct table_head head = {"Bad debts", NULL, columns, sizeof columns / sizeof columns[0]};
    const struct baddebt_query query = {.customer_id = customer_id,
                                        .from = args_date(act->args, "from", DATE_NONE),
                                        .to = args_date(act->args, "to", DATE_NONE),
                                        .standing = args_flag(act->args, "open")};
    struct baddebt *rows;
    int count;

    TRY(baddebt_list(act->book, &query, act->arena, &rows, &count));
    TRY(sink->head(sink->self, &head));
    for (int i = 0; i < count; i++) {
        const struct baddebt *d = &rows[i];
        const struct cell cells[] = {
            cell_code(d->number),
            cell_code(d->customer),
            cell_text(d->name),
            cell_code(d->invoice),
            cell_date(d->day),
            cell_code(baddebt_method_word(d->method)),
            cell_code(d->currency.code),
            cell_money(money_of(d->reversed ? 0 : d->amount, d->currency)),
            cell_money(money_of(d->recovered, d->currency)),
            cell_money(money_of(d->relief, d->currency)),
            cell_code(state_of(d)),
            cell_code(d->actor),
            cell_text(d->reason),
        };
        TRY(sink_row(sink, d->document_id, d->reversed ? ' ' : '!', cells));
    }
    return sink->foot(sink->self, NULL);
}

static enum err list_run(struct act *act)
{
    return listing_customer(act, debts_pass);
}

const struct command cmd_baddebt_list = {
    .noun = "baddebt",
    .verb = "list",
    .summary = "list bad debts, what of them was recovered and the tax asked back",
    .args = list_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = list_run,
};
