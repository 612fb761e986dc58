#include "app/paper.h"

#include "app/approving.h"
#include "app/say.h"
#include "ledger/account.h"
#include "ledger/creditgate.h"
#include "ledger/creditlines.h"
#include "ledger/dispute.h"
#include "ledger/journal.h"
#include "ledger/master.h"
#include "ledger/standing.h"
#include "report/paperpage.h"

#include <string.h>

enum line_column { LINE_TEXT, LINE_QTY, LINE_PRICE, LINE_AMOUNT, LINE_TAX, LINE_ACCOUNT };

const struct arg_column paper_line_columns[] = {
    {"text", ARG_TEXT, 0, "what was sold"},
    {"qty", ARG_MONEY, 0, "how many; 1 when not said"},
    {"price", ARG_MONEY, 0, "of one, without tax; up to six decimals"},
    {"amount", ARG_MONEY, 0, "of the whole line, instead of a price"},
    {"tax", ARG_TAX, 0, "tax code; untaxed when not said"},
    {"account", ARG_ACCOUNT, 0, "revenue account; the book's when not said"},
    {NULL, ARG_TEXT, 0, NULL},
};
const struct arg_column paper_instalment_columns[] = {
    {"due", ARG_DATE, ARG_REQUIRED, "day on which the part is due"},
    {"amount", ARG_MONEY, ARG_REQUIRED, "the part"},
    {NULL, ARG_TEXT, 0, NULL},
};

static enum err line_fail(struct act *act, enum err code, int n, const char *column,
                          const char *words)
{
    return fail(act->note, code, "--line: row %d, %s: %s", n + 1, column, words);
}

/* A quantity or price: a plain number of up to six decimals. */
static enum err micro_read(struct act *act, const struct arg_row *row, int n,
                           enum line_column column, int64_t *out)
{
    struct note inner = {0};
    enum err e = decimal_parse(row->values[column].text, &notation_plain, 6, out, &inner);

    return e == ERR_OK ? e : line_fail(act, e, n, paper_line_columns[column].name, inner.text);
}

static enum err codes_read(struct act *act, const struct arg_row *row, int n, bool opening,
                           struct paper_line *line)
{
    struct taxcode tax;

    if (row->values[LINE_TAX].text) {
        if (opening)
            return line_fail(act, ERR_CONFLICT, n, "tax",
                             "an opening item carries no tax; give its whole amount");
        TRY(taxcode_find(act->book, row->values[LINE_TAX].text, act->arena, &tax));
        line->tax_id = tax.id;
    }
    if (row->values[LINE_ACCOUNT].text)
        TRY(account_find(act->book, row->values[LINE_ACCOUNT].text, &line->account_id));
    return ERR_OK;
}

static enum err line_read(struct act *act, int n, const struct paper *paper,
                          struct paper_line *line)
{
    const struct arg_row *row = args_row(act->args, "line", n);
    const struct value *values = row->values;
    struct note inner = {0};
    struct money net;

    *line = (struct paper_line){.text = values[LINE_TEXT].text ? values[LINE_TEXT].text : "",
                                .quantity = MICRO};
    if (!values[LINE_PRICE].text == !values[LINE_AMOUNT].text)
        return line_fail(act, ERR_INPUT, n, "price",
                         values[LINE_PRICE].text ? "give a price or an amount, not both"
                                                 : "there is none; give price=10.00 or amount=");
    if (values[LINE_QTY].text)
        TRY(micro_read(act, row, n, LINE_QTY, &line->quantity));
    if (values[LINE_PRICE].text)
        TRY(micro_read(act, row, n, LINE_PRICE, &line->price));
    if (values[LINE_AMOUNT].text) {
        const enum err e =
            money_parse(values[LINE_AMOUNT].text, &notation_plain, paper->currency, &net, &inner);
        if (e != ERR_OK)
            return line_fail(act, e, n, "amount", inner.text);
        if (!currency_is(net.currency, paper->currency))
            return line_fail(act, ERR_INPUT, n, "amount", "another currency than the paper's");
        line->fixed = true;
        line->net = net.minor;
    }
    return codes_read(act, row, n, paper->opening, line);
}

/* One line; of a credit on a paper, with its tax in proportion. */
static enum err sum_line(struct act *act, struct money amount, const struct document *related,
                            struct paper *paper)
{
    const char *text = args_get(act->args, "text");
    struct document billed;
    struct paper_line *lines;

    if (paper->kind == DOCUMENT_CREDIT && related && amount.minor > 0 &&
        currency_is(amount.currency, related->currency)) {
        TRY(credit_billed(act->book, related->id, act->arena, &billed));
        TRY(credit_lines(act->book, &billed, amount.minor, text ? text : billed.number, act->arena,
                         &lines, &paper->line_count));
        paper->lines = lines;
        return ERR_OK;
    }
    lines = arena_new(act->arena, sizeof *lines);
    *lines = (struct paper_line){
        .text = text ? text : "", .quantity = MICRO, .fixed = true, .net = amount.minor};
    paper->lines = lines;
    paper->line_count = 1;
    return ERR_OK;
}

static enum err lines_read(struct act *act, const struct document *related, struct paper *paper)
{
    const int count = args_count(act->args, "line");
    struct paper_line *lines = arena_new(act->arena, ((size_t)count + 1) * sizeof *lines);
    struct money amount;
    bool given = false;

    TRY(args_money(act->args, "amount", paper->currency, &amount, &given, act->note));
    if (given == (count > 0))
        return fail(act->note, ERR_USAGE,
                    given ? "--amount stands for one line; give it or --line, not both"
                          : "there is nothing on the paper; it needs a line (--line) or "
                            "an --amount");
    paper->lines = lines;
    paper->line_count = count;
    if (!given) {
        for (int i = 0; i < count; i++)
            TRY(line_read(act, i, paper, &lines[i]));
        return ERR_OK;
    }
    if (!currency_is(amount.currency, paper->currency)) {
        if (args_given(act->args, "currency"))
            return fail(act->note, ERR_INPUT, "--amount is in %s, but --currency says %s",
                        amount.currency.code, paper->currency.code);
        paper->currency = amount.currency;
    }
    return sum_line(act, amount, related, paper);
}

static enum err instalments_read(struct act *act, struct paper *paper)
{
    const int count = args_count(act->args, "instalments");
    struct instalment_new *parts = arena_new(act->arena, ((size_t)count + 1) * sizeof *parts);
    struct note inner = {0};

    for (int i = 0; i < count; i++) {
        const struct arg_row *row = args_row(act->args, "instalments", i);
        struct money amount;
        const enum err e =
            money_parse(row->values[1].text, &notation_plain, paper->currency, &amount, &inner);
        if (e != ERR_OK || !currency_is(amount.currency, paper->currency))
            return fail(act->note, ERR_INPUT, "--instalments: row %d, amount: %s", i + 1,
                        e != ERR_OK ? inner.text : "another currency than the paper's");
        parts[i] = (struct instalment_new){row->values[0].date, amount.minor};
    }
    paper->instalments = parts;
    paper->instalment_count = count;
    return ERR_OK;
}

static enum err due_read(struct act *act, struct paper *paper)
{
    struct payterm terms;

    paper->discount = args_get(act->args, "discount");
    paper->due = args_date(act->args, "due", DATE_NONE);
    if (args_get(act->args, "terms")) {
        TRY(payterm_find(act->book, args_get(act->args, "terms"), act->arena, &terms));
        paper->terms_id = terms.id;
    }
    TRY(instalments_read(act, paper));
    if (date_is(paper->due) && paper->instalment_count)
        return fail(act->note, ERR_USAGE, "--due and --instalments exclude each other; give one");
    return ERR_OK;
}

/* Whose paper it is: as said, else its invoice's. */
static enum err customer_read(struct act *act, const struct document *related,
                              struct customer *customer)
{
    const char *code = args_get(act->args, "customer");
    bool is = false;

    if (!code && !related)
        return fail(act->note, ERR_USAGE, "--customer is missing: whose paper is it?");
    if (!code)
        return customer_get(act->book, related->customer_id, act->arena, customer);
    TRY(customer_find(act->book, code, act->arena, customer));
    if (!related || related->customer_id == customer->id)
        return ERR_OK;
    TRY(customer_is(act->book, related->customer_id, customer->id, &is));
    if (is) /* what an invoice owes is taken off where it is owed */
        return customer_get(act->book, related->customer_id, act->arena, customer);
    return fail(act->note, ERR_CONFLICT, "%s is a paper of %s, not of %s", related->number,
                related->customer, customer->code);
    return ERR_OK;
}

enum err paper_read(struct act *act, enum document_kind kind, const struct document *related,
                    struct paper *out, struct customer *customer)
{
    const struct args *args = act->args;
    const char *currency = args_get(args, "currency");

    TRY(customer_read(act, related, customer));
    *out = (struct paper){.kind = kind,
                          .number = args_get(args, "number"),
                          .customer_id = customer->id,
                          .date = args_date(args, "date", book_today(act->book)),
                          .due = DATE_NONE,
                          .posted = args_date(args, "posted", DATE_NONE),
                          .currency = related ? related->currency : customer->currency,
                          .rate = args_ratio(args, "rate"),
                          .po = args_get(args, "po"),
                          .reference = args_get(args, "reference"),
                          .text = args_given(args, "amount") ? NULL : args_get(args, "text"),
                          .related_id = related ? related->id : 0};
    if (currency)
        TRY(currency_find(currency, &out->currency));
    if (kind == DOCUMENT_INVOICE)
        out->opening = args_flag(args, "opening");
    if (kind == DOCUMENT_INVOICE && args_flag(args, "delivered"))
        out->credit = PAPER_DELIVERED;
    TRY(lines_read(act, related, out));
    /* a credit takes back at the rate at which its invoice stands (RULES.md R12) */
    if (related && out->rate.num == 0 && currency_is(out->currency, related->currency))
        out->rate = related->rate;
    if (kind != DOCUMENT_CREDIT)
        TRY(due_read(act, out));
    return ERR_OK;
}

/* "INV-1 of ACME: 120.00 EUR, due 2026-12-22". */
static const char *issued_says(struct act *act, const struct paper *paper,
                               const struct customer *customer, const char *number,
                               const struct paper_totals *totals)
{
    struct arena *arena = act->arena;
    const char *says = arena_format(arena, "%s of %s: %s", number, customer->code,
                                    say_money(arena, money_of(totals->total, totals->currency)));

    if (totals->instalment_count > 1)
        says = arena_format(arena, "%s in %d instalments, the last due %s", says,
                            totals->instalment_count, say_day(arena, totals->due));
    else if (totals->instalment_count == 1)
        says = arena_format(arena, "%s, due %s", says, say_day(arena, totals->due));
    if (totals->offer_count)
        says = arena_format(arena, "%s, discount until %s", says,
                            say_day(arena, totals->offers[totals->offer_count - 1].until));
    if (paper->opening)
        says = arena_format(arena, "%s; an opening item", says);
    return say_ahead(arena, says, paper->date, book_today(act->book));
}

/* How the customer's credit will stand with this paper; what stops it says so itself. */
static enum err credit_look(struct act *act, const struct paper *paper,
                            const struct paper_totals *totals, struct creditanswer *out)
{
    const struct creditquestion question = {.customer_id = paper->customer_id,
                                            .day = book_today(act->book),
                                            .amount = totals->total,
                                            .currency = totals->currency};

    *out = (struct creditanswer){.action = CREDIT_OFF};
    return paper->opening ? ERR_OK : credit_ask(act->book, &question, act->arena, out);
}

enum err paper_issue(struct act *act, enum document_kind kind, const struct document *related)
{
    struct paper paper;
    struct customer customer;
    struct paper_totals totals;
    struct document_made made;
    struct creditanswer credit;

    TRY(paper_read(act, kind, related, &paper, &customer));
    TRY(paper_preview(act->book, &paper, act->arena, &totals));
    if (totals.total < 0)
        return fail(act->note, ERR_INPUT,
                    "the total is %s: what is below zero is a credit memo, and `credit issue` "
                    "makes one",
                    say_minor(act->arena, totals.total, totals.currency));
    TRY(credit_look(act, &paper, &totals, &credit));
    TRY(invoice_issue(act->tx, &paper, &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = issued_says(act, &paper, &customer, act->ref, &totals);
    if (credit.action == CREDIT_HOLD)
        act->says = arena_format(act->arena, "%s; %s is on hold: %s", act->says, customer.code,
                                 credit.why);
    else if (credit.action == CREDIT_WARN)
        act->says = arena_format(act->arena, "%s; mind: %s", act->says, credit.why);
    return ERR_OK;
}

struct date paper_day(struct act *act, const char *name, struct date least)
{
    const struct date today = book_today(act->book);

    return args_date(act->args, name, today.day > least.day ? today : least);
}

const char *paper_void_why_not(const struct subject *subject)
{
    if (subject->status && strcmp(subject->status, "void") == 0)
        return "it is void already";
    return NULL;
}

/* A case is not closed by itself: somebody said what came of the others. */
static enum err disputes_left(struct act *act, const struct document *paper)
{
    struct dispute *list = NULL;
    int count = 0;

    TRY(dispute_list(act->book, paper->customer_id, true, act->arena, &list, &count));
    for (int i = 0; i < count && paper->kind != DOCUMENT_CREDIT; i++)
        if (strcmp(list[i].number, paper->number) == 0)
            act->says = arena_format(act->arena, "%s; its dispute, case %lld, waits for `dispute "
                                     "resolve`", act->says, (long long)list[i].id);
    return ERR_OK;
}

/* To take an invoice back lets go of it as a credit memo does, but for a slip of the same day. */
static enum err void_ask(struct act *act, const struct document *paper, struct date day,
                         bool *waits)
{
    struct approving wish = {.concession = {.kind = GRANT_CREDIT,
                                            .customer_id = paper->customer_id,
                                            .document_id = paper->id,
                                            .amount = paper->total,
                                            .day = day,
                                            .reason = args_get(act->args, "reason")}};
    struct entry entry;

    *waits = false;
    if (!(DOCUMENT_MASK(paper->kind) & PAPERS_DEBIT) || paper->reversed_by ||
        paper->total.minor <= 0)
        return ERR_OK;
    TRY(journal_get(act->book, paper->entry_id, act->arena, &entry));
    if (moment_date(entry.moment).day == moment_date(book_moment(act->book)).day)
        return ERR_OK;
    TRY(approving_item(act, paper->id, &wish.concession.item_id));
    TRY(approving_ask(act, &wish));
    *waits = wish.waits;
    return ERR_OK;
}

enum err paper_void(struct act *act, const char *name, unsigned kinds)
{
    struct document paper;
    struct document_made made;
    const char *freed = NULL;
    bool waits = false;

    TRY(document_find(act->book, args_get(act->args, name), kinds, act->arena, &paper));
    const struct date day = paper_day(act, "date", paper.effective);
    TRY(void_ask(act, &paper, day, &waits));
    if (waits)
        return ERR_OK;
    TRY(standing_freed(act->book, &paper, act->arena, &freed));
    TRY(invoice_void(act->tx, paper.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s of %s over %s is void from %s on, by %s", paper.number,
                             paper.customer, say_money(act->arena, paper.total),
                             say_day(act->arena, day), act->ref);
    if (freed)
        act->says = arena_format(act->arena, "%s; open again: %s", act->says, freed);
    return disputes_left(act, &paper);
}

enum err paper_show(struct act *act, const char *name, unsigned kinds)
{
    const char *language = args_get(act->args, "language");
    struct document paper;

    TRY(document_find(act->book, args_get(act->args, name), kinds, act->arena, &paper));
    return args_flag(act->args, "sheet")
               ? paperpage_sheet(act->book, &paper, language, act->page)
               : paperpage_make(act->book, &paper, language, act->page);
}
