/* Lines of the bank that nobody has booked yet: money of a customer, money that came back, or what
 * only the bank moved. */
#include "app/autopay.h"
#include "app/banking.h"
#include "app/commands.h"
#include "app/learning.h"
#include "app/say.h"
#include "app/whose.h"
#include "base/filter.h"
#include "base/text.h"
#include "ledger/bankrule.h"
#include "ledger/customer.h"
#include "ledger/deposit.h"
#include "ledger/returned.h"

#include <string.h>

static const char *const reasons[] = {"dd-return", "nsf", "stop", "card-chargeback", NULL};

static const struct arg post_args[] = {
    BANKING_ACCOUNT_ARG,
    {.name = "line", .kind = ARG_INT, .help = "which; its number in `bank list`"},
    {.name = "against", .kind = ARG_ACCOUNT, .help = "booked against this account"},
    {.name = "customer", .kind = ARG_CUSTOMER, .help = "it is money of this customer"},
    {.name = "payment", .kind = ARG_DOCUMENT, .help = "it is this payment, which came back"},
    {.name = "reason",
     .kind = ARG_CHOICE,
     .choices = reasons,
     .otherwise = "dd-return",
     .help = "with --payment: why"},
    {.name = "text", .kind = ARG_TEXT, .help = "with --against: words of the entry"},
    {.name = "auto",
     .kind = ARG_FLAG,
     .help = "every unmatched line that a rule fits, or whose payer is known"},
    {.name = "unidentified",
     .kind = ARG_FLAG,
     .help = "money of which nobody knows whose it is comes in too"},
    BANKING_DAYS_ARGS,
    LEARN_ARG,
    {0},
};

static const struct column columns[] = {
    {.name = "line", .title = "Line", .kind = CELL_INT},
    {.name = "booked", .title = "Booked", .kind = CELL_DATE},
    {.name = "name", .title = "Name", .kind = CELL_TEXT, .width = 12},
    {.name = "amount", .title = "Amount", .kind = CELL_MONEY, .flags = COLUMN_TOTAL},
    {.name = "made", .title = "Made", .kind = CELL_CODE},
    {.name = "customer", .title = "Customer", .kind = CELL_CODE},
    {.name = "why", .title = "What and why", .kind = CELL_TEXT, .width = 20},
};

/* One run over the lines. */
struct posting_run {
    struct act *act;
    struct bank_account account;
    struct bank_rule *rules;
    struct filter **filters;
    int rule_count;
    int64_t booked, left;
};

/* What became of a line. */
struct posted {
    const char *made, *customer, *why; /* made "" = it was left */
};

/* ---- one line ------------------------------------------------------------------------------- */

static enum err match_one(struct posting_run *run, const struct bankbook_line *line,
                          int64_t document_id, const char *rule, const char *why)
{
    const struct bankmatch_new match = {.account_id = run->account.account_id,
                                        .lines = &line->id,
                                        .line_count = 1,
                                        .documents = &document_id,
                                        .document_count = 1,
                                        .rule = rule,
                                        .why = why};
    int64_t group = 0;

    return bankmatch_make(run->act->tx, &match, &group);
}

static const char *text_of(struct act *act, const struct bankbook_line *line)
{
    return *line->reference && *line->text
               ? arena_format(act->arena, "%s %s", line->reference, line->text)
               : *line->reference ? line->reference
                                  : line->text;
}

static enum err book_against(struct posting_run *run, const struct bankbook_line *line,
                             int64_t account_id, const char *text, const char *rule,
                             struct posted *out)
{
    struct act *act = run->act;
    const struct bank_entry entry = {.bank_id = run->account.account_id,
                                     .contra_id = account_id,
                                     .date = line->booked,
                                     .amount = line->amount,
                                     .currency = line->currency,
                                     .reference = line->bank_ref,
                                     .text = text && *text ? text : text_of(act, line)};
    struct document_made made;
    struct account account;

    TRY(bank_entry_post(act->tx, &entry, &made));
    TRY(match_one(run, line, made.id, rule, ""));
    TRY(account_get(act->book, account_id, act->arena, &account));
    out->made = arena_text(act->arena, made.number);
    out->why = arena_format(act->arena, "%s %s", account.code, account.name);
    return ERR_OK;
}

/* Money came: received, applied by the rules of autocash, brought to the bank, matched. */
static enum err receive(struct posting_run *run, const struct bankbook_line *line,
                        const struct customer *customer, const char *how, struct posted *out)
{
    struct act *act = run->act;
    const char *text = text_of(act, line);
    struct payment payment = {.customer_id = customer ? customer->id : 0,
                              .amount = money_of(line->amount, line->currency),
                              .date = line->booked,
                              .posted = DATE_NONE,
                              .value = line->value,
                              .method = METHOD_TRANSFER,
                              .reference = text,
                              .payer = line->name,
                              .payer_account = line->party};
    struct autocash_proposal found = {.why = ""};
    struct document_made made, deposited;
    int64_t item = 0;

    if (customer) {
        const struct autopay money = {.customer_id = customer->id,
                                      .amount = payment.amount,
                                      .value = payment.value,
                                      .text = text};
        TRY(autopay_find(act, NULL, &money, &found));
        if (found.automatic && found.left > 0)
            TRY(autopay_keep(act, customer->id, &payment.keep));
    }
    TRY(payment_receive(act->tx, &payment, &made, &item));
    TRY(autopay_post(act, NULL, item, &found, &how));
    const struct deposit_new deposit = {.bank_id = run->account.account_id,
                                        .date = line->booked,
                                        .receipts = &made.id,
                                        .count = 1,
                                        .text = "as the bank booked it"};
    TRY(deposit_make(act->tx, &deposit, &deposited));
    TRY(match_one(run, line, deposited.id, "post", how));
    out->made = arena_text(act->arena, made.number);
    out->customer = customer ? customer->code : "";
    out->why = customer ? say_join(act->arena, how, autopay_says(act, &found))
                        : "unidentified until `payment identify` says whose it is";
    return ERR_OK;
}

/* It came back: the payment does not count from the bank's day on. */
static enum err take_back(struct posting_run *run, const struct bankbook_line *line,
                          struct posted *out)
{
    struct act *act = run->act;
    const char *reason = args_get(act->args, "reason");
    const char *why = reason ? reason : "dd-return", *stands = NULL;
    struct document payment;
    struct document_made made;

    TRY(document_find(act->book, args_get(act->args, "payment"), DOCUMENT_MASK(DOCUMENT_PAYMENT),
                      act->arena, &payment));
    if (line->amount != -payment.total.minor)
        return fail(act->note, ERR_CONFLICT, "%s came over %s; line %lld takes %s away",
                    payment.number, say_money(act->arena, payment.total), (long long)line->id,
                    say_money(act->arena, money_of(-line->amount, line->currency)));
    TRY(returned_stands_why(act->book, &payment, line->booked, why, act->arena, &stands));
    TRY((stands ? payment_reverse_by_debits : payment_reverse)(act->tx, payment.id, line->booked,
                                                               why, 0, &made));
    TRY(match_one(run, line, made.id, "post", "it came back"));
    out->made = arena_text(act->arena, made.number);
    out->customer = payment.customer;
    out->why = stands ? arena_format(act->arena, "%s came back, by debit memos, for %s",
                                     payment.number, stands)
                      : arena_format(act->arena, "%s came back", payment.number);
    return ERR_OK;
}

static struct learning learning_of(const struct act *act, const struct bankbook_line *line,
                                   const struct customer *customer)
{
    return (struct learning){.customer_id = customer->id,
                             .code = customer->code,
                             .payer = line->name,
                             .account = line->party,
                             .source = act->ref};
}

static enum err post_auto(struct posting_run *run, const struct bankbook_line *line,
                          struct posted *out);

static enum err money_out(const struct act *act, const struct bankbook_line *line)
{
    return fail(act->note, ERR_CONFLICT,
                "line %lld is money out: say with --against which account it belongs to, or "
                "with --payment which payment came back",
                (long long)line->id);
}

/* Nobody says what the line is: as --auto books it, or not at all. */
static enum err post_found(struct posting_run *run, const struct bankbook_line *line,
                           struct posted *out)
{
    struct act *act = run->act;

    TRY(post_auto(run, line, out));
    if (*out->made)
        return ERR_OK;
    if (line->amount < 0)
        return money_out(act, line);
    return fail(act->note, ERR_CONFLICT,
                "line %lld is unidentified, %s: say with --customer whose money it is, or with "
                "--unidentified that it comes in all the same",
                (long long)line->id, out->why);
}

static enum err post_named(struct posting_run *run, const struct bankbook_line *line,
                           struct posted *out)
{
    struct act *act = run->act;
    const struct args *args = act->args;
    struct customer customer;
    int64_t account = 0;

    if (args_given(args, "against")) {
        TRY(account_find(act->book, args_get(args, "against"), &account));
        return book_against(run, line, account, args_get(args, "text"), "post", out);
    }
    if (args_given(args, "payment"))
        return take_back(run, line, out);
    if (!args_given(args, "customer"))
        return post_found(run, line, out);
    if (line->amount < 0)
        return money_out(act, line);
    TRY(customer_find(act->book, args_get(args, "customer"), act->arena, &customer));
    TRY(receive(run, line, &customer, "as said", out));
    act->ref = out->made;
    const struct learning learning = learning_of(act, line, &customer);
    return learning_keep(act, &learning);
}

/* ---- all lines ------------------------------------------------------------------------------ */

static const struct bank_rule *rule_of(struct posting_run *run, const struct bankbook_line *line)
{
    struct cell cells[BANKING_COLUMNS];

    banking_cells(line, &run->account, "", cells);
    for (int i = 0; i < run->rule_count; i++)
        if (filter_match(run->filters[i], cells))
            return &run->rules[i];
    return NULL;
}

static enum err post_auto(struct posting_run *run, const struct bankbook_line *line,
                          struct posted *out)
{
    struct act *act = run->act;
    const struct bank_rule *rule = rule_of(run, line);
    const struct whose_asked asked = {.text = text_of(act, line),
                                      .payer = line->name,
                                      .account = line->party,
                                      .amount = money_of(line->amount, line->currency)};
    struct whose whose = {.customer_id = 0};
    struct customer customer;

    if (rule)
        return book_against(run, line, rule->account_id, rule->text,
                            arena_format(act->arena, "rule %lld", (long long)rule->id), out);
    if (line->amount < 0) {
        out->why = line->returned ? "it came back: `bank post --payment` says what" : "money out";
        return ERR_OK;
    }
    TRY(whose_find(act, NULL, &asked, &whose));
    if (whose.customer_id && whose.automatic) {
        TRY(customer_get(act->book, whose.customer_id, act->arena, &customer));
        return receive(run, line, &customer, whose.words, out);
    }
    if (args_flag(act->args, "unidentified"))
        return receive(run, line, NULL, "", out);
    out->why = whose.words && *whose.words ? whose.words : "nobody knows whose it is";
    return ERR_OK;
}

static enum err line_post(struct posting_run *run, const struct bankbook_line *line, bool named)
{
    struct act *act = run->act;
    struct posted posted = {"", "", ""};

    TRY(named ? post_named(run, line, &posted) : post_auto(run, line, &posted));
    *(*posted.made ? &run->booked : &run->left) += 1;
    const struct cell cells[] = {
        cell_int(line->id),
        cell_date(line->booked),
        cell_text(*line->name ? line->name : line->text),
        cell_money(money_of(line->amount, line->currency)),
        cell_code(posted.made),
        cell_code(posted.customer),
        cell_text(posted.why),
    };
    return act->sink ? sink_row(act->sink, line->id, *posted.made ? ' ' : '!', cells) : ERR_OK;
}

static enum err rules_read(struct posting_run *run)
{
    struct act *act = run->act;

    TRY(bank_rule_list(act->book, act->arena, &run->rules, &run->rule_count));
    run->filters = arena_new(act->arena, ((size_t)run->rule_count + 1) * sizeof *run->filters);
    for (int i = 0; i < run->rule_count; i++)
        TRY(filter_parse(run->rules[i].pattern, banking_columns, BANKING_COLUMNS,
                         &act->session->habit, &run->filters[i], act->note));
    return ERR_OK;
}

static enum err account_post(void *self, const struct bank_account *account)
{
    struct posting_run *run = self;
    const struct args *args = run->act->args;
    struct bank_matching matching;

    run->account = *account;
    TRY(banking_look(run->act, account, args_date(args, "from", DATE_NONE),
                     args_date(args, "to", DATE_NONE), TALLY_DAYS, &matching));
    for (int i = 0; i < matching.line_count; i++)
        TRY(line_post(run, &matching.lines[i], false));
    return ERR_OK;
}

static enum err left_count(void *self, const struct bankbook_line *line)
{
    struct posting_run *run = self;

    (void)line;
    run->left++;
    return ERR_OK;
}

static enum err lines_post(struct posting_run *run)
{
    struct act *act = run->act;

    TRY(rules_read(run));
    if (args_given(act->args, "line")) {
        struct bankbook_line line;
        TRY(bankbook_line_get(act->book, args_number(act->args, "line", 0), act->arena, &line));
        if (line.group)
            return fail(act->note, ERR_CONFLICT, "line %lld is matched already",
                        (long long)line.id);
        TRY(bank_account_get(act->book, line.account_id, act->arena, &run->account));
        if (line.booked.day < run->account.since.day)
            return fail(act->note, ERR_CONFLICT,
                        "line %lld was booked before %s, until which the bank and the books are "
                        "taken as equal",
                        (long long)line.id, say_day(act->arena, run->account.since));
        TRY(line_post(run, &line, true));
        const struct bankbook_query query = {.account_id = line.account_id,
                                             .from = DATE_NONE,
                                             .to = DATE_NONE,
                                             .unmatched = true};
        return bankbook_each(act->book, &query, left_count, run);
    }
    return banking_each(act, account_post, run);
}

static enum err judge_args(struct act *act)
{
    const struct args *args = act->args;
    const int ways = args_given(args, "against") + args_given(args, "payment") +
                     args_given(args, "customer");

    if (args_given(args, "line") == args_flag(args, "auto"))
        return fail(act->note, ERR_USAGE,
                    "give --line, or --auto for every line that a rule fits or whose payer is "
                    "known");
    if (ways > 1 || (ways && args_flag(args, "auto")))
        return fail(act->note, ERR_USAGE,
                    "one --line is booked --against an account, as money of a --customer, or as a "
                    "--payment that came back");
    return ERR_OK;
}

/* Whoever says whose money it is may want the payer to be known from now on. */
static enum err post_stage(struct act *act)
{
    struct bankbook_line line;
    struct customer customer;

    TRY(judge_args(act));
    if (!args_given(act->args, "customer"))
        return ERR_OK;
    TRY(bankbook_line_get(act->book, args_number(act->args, "line", 0), act->arena, &line));
    TRY(customer_find(act->book, args_get(act->args, "customer"), act->arena, &customer));
    const struct learning learning = learning_of(act, &line, &customer);
    return learning_ask(act, &learning);
}

static enum err post_run(struct act *act)
{
    const struct table_head head = {"Booked from the bank", NULL, columns,
                                    sizeof columns / sizeof *columns};
    struct posting_run run = {.act = act};
    enum err e = ERR_OK;

    if (act->sink)
        TRY_OUT(act->sink->head(act->sink->self, &head));
    TRY_OUT(lines_post(&run));
    if (act->sink)
        TRY_OUT(act->sink->foot(act->sink->self, NULL));
    const char *learned = act->says && *act->says ? act->says : NULL;
    act->says = arena_format(act->arena, "%lld line%s booked, %lld left", (long long)run.booked,
                             run.booked == 1 ? "" : "s", (long long)run.left);
    if (learned)
        act->says = say_join(act->arena, act->says, learned);
out:
    for (int i = 0; run.filters && i < run.rule_count; i++)
        filter_done(run.filters[i]);
    return e;
}

const struct command cmd_bank_post = {
    .noun = "bank",
    .verb = "post",
    .summary = "book what the bank reports and nobody has booked yet",
    .detail =
        "A line becomes a payment of its customer, applied by the rules of autocash, brought to "
        "the bank and matched in one act; or an entry against an account; or the return of a "
        "payment. With --auto the rules of `bank rules` come first, then money whose payer is "
        "known: by what is quoted, by the account or the name that was confirmed. What has no "
        "single answer is left, with the reason. A --line of which nothing else is said is booked "
        "in the same way, or refused with the reason. --dry-run shows all of it; `journal reverse` "
        "of the entry takes all of it back.",
    .args = post_args,
    .flags = COMMAND_WRITES | COMMAND_TABLE | COMMAND_PERIOD,
    .role = ROLE_CLERK,
    .stage = post_stage,
    .run = post_run,
};
