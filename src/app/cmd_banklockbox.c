/* Cheques that the bank took out of a lockbox become payments of the papers that came with them. */
#include "app/autopay.h"
#include "app/bankoptions.h"
#include "app/commands.h"
#include "app/paperfind.h"
#include "app/say.h"
#include "app/settling.h"
#include "app/whose.h"
#include "ledger/importfile.h"

#include <stdlib.h>
#include <string.h>

static const struct arg lockbox_args[] = {
    {.name = "file",
     .kind = ARG_FILE,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the bank's BAI lockbox file, plain or gzip"},
    {.name = "currency", .kind = ARG_CURRENCY, .help = "of the cheques; the book's when not said"},
    BANK_AGAIN_ARG,
    {0},
};

static const struct column columns[] = {
    {.name = "line", .title = "Line", .kind = CELL_INT, .worth = 3},
    {.name = "cheque", .title = "Cheque", .kind = CELL_CODE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 12},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "made", .title = "Made", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "account", .title = "Account", .kind = CELL_CODE, .flags = COLUMN_HIDDEN},
    {.name = "why", .title = "What and why", .kind = CELL_TEXT, .width = 20},
};

/* A paper that came with a cheque, as the bank keyed it. */
struct quote {
    const char *reference;
    int64_t amount;
    bool has_amount;
    int next; /* of the same cheque, -1 = last */
};
struct cheque {
    int64_t line; /* of the file */
    const char *number, *name, *account;
    struct money amount;
    struct date day;
    int first, last; /* in quotes, -1 = none */
};

struct lockbox {
    struct act *act;
    struct currency currency;
    struct bank_result result;
    struct cheque *cheques;
    struct quote *quotes;
    int cheque_count, cheque_room, quote_count, quote_room;
    int64_t made, twins, strangers, unmatched;
    int64_t sum;
};

/* ---- read, before the lane ------------------------------------------------------------------ */

static enum err no_lockbox(struct act *act, const char *format)
{
    return fail(act->note, ERR_INPUT,
                "%s is no lockbox file but %s: `bank import` brings in what a bank account moved",
                args_get(act->args, "file"), format);
}

static enum err begin_take(void *self, const struct bank_statement *statement)
{
    struct lockbox *box = self;

    return statement->kind == BANK_LOCKBOX ? ERR_OK : no_lockbox(box->act, statement->format);
}

static void quote_add(struct lockbox *box, const struct bank_line *line)
{
    struct cheque *cheque = &box->cheques[box->cheque_count - 1];

    if (!*line->reference)
        return;
    if (box->quote_count == box->quote_room) {
        box->quote_room = box->quote_room ? box->quote_room * 2 : 64;
        box->quotes = mem_resize(box->quotes, (size_t)box->quote_room, sizeof *box->quotes);
    }
    box->quotes[box->quote_count] =
        (struct quote){.reference = arena_text(box->act->arena, line->reference),
                       .amount = line->amount,
                       .has_amount = line->part > 0 && line->has_amount,
                       .next = -1};
    *(cheque->first < 0 ? &cheque->first : &box->quotes[cheque->last].next) = box->quote_count;
    cheque->last = box->quote_count++;
}

static enum err line_take(void *self, const struct bank_statement *statement,
                          const struct bank_line *line)
{
    struct lockbox *box = self;
    struct arena *arena = box->act->arena;

    (void)statement;
    if (line->part > 0) {
        quote_add(box, line);
        return ERR_OK;
    }
    if (box->cheque_count == box->cheque_room) {
        box->cheque_room = box->cheque_room ? box->cheque_room * 2 : 64;
        box->cheques = mem_resize(box->cheques, (size_t)box->cheque_room, sizeof *box->cheques);
    }
    const char *account = *line->bank && *line->account
                              ? arena_format(arena, "%s %s", line->bank, line->account)
                              : arena_text(arena, line->account);
    box->cheques[box->cheque_count++] =
        (struct cheque){.line = line->line,
                        .number = arena_text(arena, line->cheque + strspn(line->cheque, "0")),
                        .name = arena_text(arena, line->name),
                        .account = account,
                        .amount = money_of(line->amount, box->currency),
                        .day = line->booked,
                        .first = -1,
                        .last = -1};
    quote_add(box, line);
    return ERR_OK;
}

static enum err stage(struct act *act)
{
    struct lockbox *box = mem_new(1, sizeof *box);
    const struct bank_sink sink = {.begin = begin_take, .line = line_take, .self = box};
    const char *path = args_get(act->args, "file"), *format = "lockbox";
    struct bank_options options = {.currency = book_currency(act->book)};

    act->state = box;
    box->act = act;
    if (strcmp(path, "-") != 0)
        TRY(bankfile_format(path, act->note, &format));
    if (strcmp(format, "lockbox") != 0)
        return no_lockbox(act, format);
    if (args_given(act->args, "currency"))
        TRY(currency_find(args_get(act->args, "currency"), &options.currency));
    box->currency = options.currency;
    TRY(bankfile_read(path, &options, &sink, act->note, &box->result));
    return bankoptions_again(act, &box->result.digest);
}

static void unstage(struct act *act)
{
    struct lockbox *box = act->state;

    if (box) {
        free(box->cheques);
        free(box->quotes);
        free(box);
    }
    act->state = NULL;
}

/* ---- what came with a cheque ---------------------------------------------------------------- */

static const struct quote *quote_at(const struct lockbox *box, int n)
{
    return n < 0 ? NULL : &box->quotes[n];
}

/* All that was quoted, as one text. */
static const char *quoted(const struct lockbox *box, const struct cheque *cheque)
{
    const char *text = "";

    for (const struct quote *q = quote_at(box, cheque->first); q; q = quote_at(box, q->next))
        text = arena_format(box->act->arena, "%s%s%s", text, *text ? " " : "", q->reference);
    return text;
}

static bool has_amounts(const struct lockbox *box, const struct cheque *cheque)
{
    const struct quote *first = quote_at(box, cheque->first);

    return first && first->has_amount;
}

/* The payer's own paper of that number, else anybody's; *found tells. */
static enum err paper_of(struct act *act, const char *customer, const char *reference,
                         struct document *out, bool *found)
{
    enum err e = pot_debit(act, *customer ? customer : NULL, reference, out);

    if (e == ERR_MISSING || e == ERR_CONFLICT) {
        note_clear(act->note);
        e = paper_find(act->book, reference, act->arena, out, act->note);
    }
    *found = e == ERR_OK;
    if (e != ERR_MISSING && e != ERR_CONFLICT)
        return e;
    note_clear(act->note);
    return ERR_OK;
}

/* What is open on a paper, and the discount that closes it with this amount, 0 = none. */
static enum err open_read(struct act *act, const struct document *paper,
                          const struct cheque *cheque, int64_t amount, int64_t *open,
                          int64_t *discount)
{
    struct item *items = NULL;
    int count = 0, last = 0;
    int64_t offered = 0;
    bool earned = false;

    *open = *discount = 0;
    TRY(items_of_document(act->book, paper->id, act->arena, &items, &count));
    for (int i = 0; i < count; i++) {
        if (items[i].open <= 0)
            continue;
        last = i;
        *open += items[i].open;
    }
    if (*open <= amount)
        return ERR_OK;
    TRY(discount_on(act->book, items[last].id, cheque->day, 0, &offered, &earned));
    if (earned && amount + offered == *open)
        *discount = offered;
    return ERR_OK;
}

/* A parent pays for its own (RULES.md R15). */
static enum err pays_for(struct act *act, const struct customer *customer, int64_t other, bool *out)
{
    struct customer owner;

    *out = other == customer->id;
    if (*out)
        return ERR_OK;
    TRY(customer_get(act->book, other, act->arena, &owner));
    *out = owner.parent_id == customer->id;
    return ERR_OK;
}

/* Why a quote pays nothing; *why NULL when it may. */
static enum err quote_judge(struct act *act, const struct quote *quote,
                            const struct customer *customer, struct currency currency,
                            struct document *paper, const char **why)
{
    bool is = false;

    *why = NULL;
    TRY(paper_of(act, customer->code, quote->reference, paper, &is));
    if (!is) {
        *why = arena_format(act->arena, "%s is no paper of ours", quote->reference);
        return ERR_OK;
    }
    TRY(pays_for(act, customer, paper->customer_id, &is));
    if (!is)
        *why = arena_format(act->arena, "%s is of %s", paper->number, paper->customer);
    else if (!currency_is(paper->currency, currency))
        *why = arena_format(act->arena, "%s is in %s", paper->number, paper->currency.code);
    else if (quote->amount == 0)
        *why = arena_format(act->arena, "%s came with 0.00", paper->number);
    return ERR_OK;
}

static enum err quote_pay(struct lockbox *box, const struct cheque *cheque, struct pot *pot,
                          const struct customer *customer, const struct quote *quote)
{
    struct act *act = box->act;
    const struct currency currency = cheque->amount.currency;
    struct document paper;
    const char *why;
    int64_t open = 0, discount = 0;

    TRY(quote_judge(act, quote, customer, currency, &paper, &why));
    if (!why)
        TRY(open_read(act, &paper, cheque, quote->amount, &open, &discount));
    if (!why && open == 0)
        why = arena_format(act->arena, "nothing is open on %s", paper.number);
    if (why) {
        box->unmatched++;
        pot->says = say_join(act->arena, pot->says, why);
        return ERR_OK;
    }
    const int64_t pays = quote->amount < open ? quote->amount : open;
    const struct target target = {
        .document = paper.number,
        .amount = say_minor(act->arena, pays, currency),
        .discount = discount ? say_minor(act->arena, discount, currency) : NULL,
        .date = DATE_NONE};
    TRY(pot_apply(pot, &target));
    if (pays < quote->amount)
        pot->says = arena_format(act->arena, "%s, of %s that were said", pot->says,
                                 say_minor(act->arena, quote->amount, currency));
    return ERR_OK;
}

/* Each quote that no paper of ours answers. */
static enum err quotes_judge(struct lockbox *box, const struct cheque *cheque,
                             const struct customer *customer, const char **says)
{
    struct act *act = box->act;
    struct document paper;

    for (const struct quote *q = quote_at(box, cheque->first); q; q = quote_at(box, q->next)) {
        bool found = false;
        TRY(paper_of(act, customer ? customer->code : "", q->reference, &paper, &found));
        if (found)
            continue;
        box->unmatched++;
        *says = say_join(act->arena, *says,
                         arena_format(act->arena, "%s is no paper of ours", q->reference));
    }
    return ERR_OK;
}

/* ---- one cheque ----------------------------------------------------------------------------- */

/* What became of it. */
struct taken {
    const char *made, *customer, *why; /* made "" = it came before */
};

/* By the amounts that were keyed; where there are none, as autocash finds it. */
static enum err cheque_apply(struct lockbox *box, const struct cheque *cheque,
                             const struct customer *customer, int64_t document_id,
                             int64_t item, struct autocash_proposal *found, const char **says)
{
    struct act *act = box->act;
    struct money left;
    struct pot pot;

    if (!has_amounts(box, cheque)) {
        const char *waits = "";
        TRY(autopay_post(act, NULL, item, found, &waits));
        *says = autopay_says(act, found);
        if (*waits)
            *says = say_join(act->arena, *says, waits);
        return quotes_judge(box, cheque, customer, says);
    }
    TRY(pot_open(act, document_id, &pot));
    for (const struct quote *q = quote_at(box, cheque->first); q; q = quote_at(box, q->next))
        TRY(quote_pay(box, cheque, &pot, customer, q));
    TRY(pot_left(&pot, &left));
    if (left.minor > 0)
        pot.says = say_join(act->arena, pot.says,
                            arena_format(act->arena, "%s is left", say_money(act->arena, left)));
    *says = pot.says;
    return ERR_OK;
}

static enum err cheque_take(struct lockbox *box, const struct cheque *cheque,
                            const struct customer *customer, const char *how, struct taken *out)
{
    struct act *act = box->act;
    const char *text = quoted(box, cheque), *says = "";
    struct payment payment = {.customer_id = customer ? customer->id : 0,
                              .amount = cheque->amount,
                              .date = cheque->day,
                              .posted = DATE_NONE,
                              .value = DATE_NONE,
                              .method = METHOD_CHEQUE,
                              .lockbox = true,
                              .reference = cheque->number,
                              .payer = cheque->name,
                              .payer_account = cheque->account,
                              .text = text};
    struct autocash_proposal found = {.why = ""};
    struct document_made made;
    struct document twin;
    int64_t item = 0, twin_id = 0;
    bool stop = false;

    TRY(payment_twin(act->book, &payment, &twin_id, &stop));
    if (twin_id)
        TRY(document_get(act->book, twin_id, act->arena, &twin));
    if (stop) {
        box->twins++;
        out->why = arena_format(act->arena, "the same cheque came on %s as %s; it is not taken "
                                            "twice",
                                say_day(act->arena, twin.effective), twin.number);
        return ERR_OK;
    }
    if (customer && !has_amounts(box, cheque)) {
        const struct autopay money = {.customer_id = customer->id,
                                      .amount = cheque->amount,
                                      .value = cheque->day,
                                      .text = text};
        TRY(autopay_find(act, NULL, &money, &found));
        if (found.automatic && found.left > 0)
            TRY(autopay_keep(act, customer->id, &payment.keep));
    }
    TRY(payment_receive(act->tx, &payment, &made, &item));
    out->made = arena_text(act->arena, made.number);
    box->made++;
    TRY(amount_add(box->sum, cheque->amount.minor, &box->sum));
    if (customer)
        TRY(cheque_apply(box, cheque, customer, made.id, item, &found, &says));
    else
        TRY(quotes_judge(box, cheque, NULL, &says));
    box->strangers += !customer;
    out->customer = customer ? customer->code : "";
    out->why = *says ? say_join(act->arena, how, says) : how;
    if (twin_id)
        out->why = say_join(act->arena, out->why,
                            arena_format(act->arena, "%s looks the same", twin.number));
    return ERR_OK;
}

static enum err cheque_row(struct lockbox *box, const struct cheque *cheque)
{
    struct act *act = box->act;
    const struct whose_asked asked = {.text = quoted(box, cheque),
                                      .payer = cheque->name,
                                      .account = cheque->account,
                                      .amount = cheque->amount};
    struct taken taken = {"", "", ""};
    struct customer customer;
    struct whose whose;

    TRY(whose_find(act, NULL, &asked, &whose));
    const bool known = whose.customer_id && whose.automatic;
    if (known)
        TRY(customer_get(act->book, whose.customer_id, act->arena, &customer));
    TRY(cheque_take(box, cheque, known ? &customer : NULL, whose.words, &taken));
    const struct cell cells[] = {
        cell_int(cheque->line),      cell_code(cheque->number),   cell_text(cheque->name),
        cell_money(cheque->amount),  cell_code(taken.made),       cell_code(taken.customer),
        cell_code(cheque->account),  cell_text(taken.why),
    };
    const bool odd = !*taken.made || !known;
    return act->sink ? sink_row(act->sink, cheque->line, odd ? '!' : ' ', cells) : ERR_OK;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static const char *run_says(struct lockbox *box, const char *name)
{
    struct arena *arena = box->act->arena;
    const char *sum = say_money(arena, money_of(box->sum, box->currency));
    const char *says = arena_format(arena, "%s: %lld cheque%s, %s", name, (long long)box->made,
                                    box->made == 1 ? "" : "s", sum);

    if (box->strangers)
        says = arena_format(arena, "%s; %lld of nobody known", says, (long long)box->strangers);
    if (box->unmatched)
        says = arena_format(arena, "%s; %lld reference%s unmatched", says,
                            (long long)box->unmatched, box->unmatched == 1 ? "" : "s");
    if (box->twins)
        says = arena_format(arena, "%s; %lld left out, since %s came before", says,
                            (long long)box->twins, box->twins == 1 ? "it" : "they");
    return bankoptions_cards(arena, says, &box->result);
}

static enum err run(struct act *act)
{
    const struct table_head head = {"Cheques of the lockbox", NULL, columns,
                                    sizeof columns / sizeof *columns};
    struct lockbox *box = act->state;
    const char *path = args_get(act->args, "file"), *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;

    box->act = act;
    tx_bulk(act->tx);
    if (act->sink)
        TRY(act->sink->head(act->sink->self, &head));
    for (int i = 0; i < box->cheque_count; i++)
        TRY(cheque_row(box, &box->cheques[i]));
    if (act->sink)
        TRY(act->sink->foot(act->sink->self, NULL));
    TRY(importfile_add(act->tx, &box->result.digest, name, "lockbox", box->made));
    act->ref = arena_format(act->arena, "%lld", (long long)box->made);
    act->says = run_says(box, name);
    return ERR_OK;
}

const struct command cmd_bank_lockbox = {
    .noun = "bank",
    .verb = "lockbox",
    .summary = "the cheques that the bank took out of a lockbox become payments",
    .detail =
        "The file is read and checked whole, its totals must foot; then every cheque of it comes "
        "in as a payment, or nothing does. Who paid is told by the papers that are quoted, then "
        "by routing and account number of the cheque as `alias add` knows them, then by the "
        "name; money of nobody known comes in as unidentified. What was keyed with an amount "
        "is applied so; references without amounts go by the rules of autocash. The money waits "
        "on bank clearing until `bank match` finds the bank's line of it. A cheque that came "
        "before is left out and said; the same file twice adds nothing; `journal reverse` of the "
        "entry takes all of it back.",
    .args = lockbox_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .stage = stage,
    .run = run,
    .unstage = unstage,
};
