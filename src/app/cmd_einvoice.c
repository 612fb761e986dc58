/* Electronic invoices: a paper as UBL, held against the rules of the standard before it leaves. */
#include "app/commands.h"
#include "ledger/customer.h"
#include "ledger/item.h"
#include "ledger/master.h"
#include "ledger/setting.h"
#include "ledger/standing.h"
#include "out/ubl.h"
#include "rules/reference.h"
#include "rules/terms.h"

#include <string.h>
#include <unistd.h>

#define EINVOICED                                                                                  \
    (DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_DEBIT) |                             \
     DOCUMENT_MASK(DOCUMENT_CREDIT))

static const struct arg ubl_args[] = {
    {.name = "invoice",
     .kind = ARG_DOCUMENT,
     .flags = ARG_REQUIRED | ARG_BARE,
     .help = "the invoice, debit memo or credit memo"},
    {.name = "to", .kind = ARG_FILE, .flags = ARG_STDOUT, .help = "the new file"},
    {.name = "delivered-on",
     .kind = ARG_DATE,
     .help = "the day of delivery, where the law asks for it; by default the paper's own"},
    {.name = "check", .kind = ARG_FLAG, .help = "only hold it against the rules"},
    {0},
};

/* Lines without a tax code are outside the scope of the tax. */
#define OUTSIDE "O"
#define OUTSIDE_WORDS "Not subject to VAT"

static enum err code_of(struct act *act, int64_t tax_id, const char **category,
                        const char **exemption)
{
    struct taxcode code;

    *category = OUTSIDE;
    *exemption = OUTSIDE_WORDS;
    if (!tax_id)
        return ERR_OK;
    TRY(taxcode_get(act->book, tax_id, act->arena, &code));
    *category = code.category && *code.category ? code.category : "S";
    *exemption = code.exemption;
    return ERR_OK;
}

/* The rate at which a line was taxed, which is the paper's and not today's. */
static int64_t rate_of(const struct tax_line *taxes, int count, int64_t tax_id)
{
    for (int i = 0; i < count; i++)
        if (taxes[i].tax_id == tax_id)
            return taxes[i].rate_ppm;
    return 0;
}

/* A line without a price is one of the whole. */
static int64_t whole_price(int64_t net, struct currency currency)
{
    for (int digits = currency.digits; digits < 6; digits++)
        net *= 10;
    return net;
}

static enum err lines_take(struct act *act, const struct document *paper,
                           const struct tax_line *taxes, int tax_count, struct ubl *out)
{
    struct document_line *lines;
    int count;

    TRY(document_lines(act->book, paper->id, act->arena, &lines, &count));
    struct ubl_line *to = arena_new(act->arena, ((size_t)count + 1) * sizeof *to);
    for (int i = 0; i < count; i++) {
        const char *exemption;
        const bool priced = lines[i].price != 0;
        to[i] = (struct ubl_line){
            .text = lines[i].text && *lines[i].text ? lines[i].text : paper->number,
            .quantity = priced ? lines[i].quantity : MICRO,
            .price = priced ? lines[i].price : whole_price(lines[i].net, paper->currency),
            .net = lines[i].net,
            .rate_ppm = rate_of(taxes, tax_count, lines[i].tax_id)};
        TRY(code_of(act, lines[i].tax_id, &to[i].category, &exemption));
        out->net += lines[i].net;
    }
    out->lines = to;
    out->line_count = count;
    return ERR_OK;
}

/* One entry a category and rate: several codes may be of one. */
static void tax_add(struct ubl_tax *taxes, int *count, const struct ubl_tax *one)
{
    for (int i = 0; i < *count; i++)
        if (strcmp(taxes[i].category, one->category) == 0 && taxes[i].rate_ppm == one->rate_ppm) {
            taxes[i].net += one->net;
            taxes[i].tax += one->tax;
            return;
        }
    taxes[(*count)++] = *one;
}

static enum err taxes_take(struct act *act, const struct tax_line *lines, int count,
                           struct ubl *out)
{
    struct ubl_tax *taxes = arena_new(act->arena, ((size_t)count + 2) * sizeof *taxes);
    struct ubl_tax outside = {.category = OUTSIDE, .exemption = OUTSIDE_WORDS};

    for (int i = 0; i < count; i++) {
        struct ubl_tax one = {
            .rate_ppm = lines[i].rate_ppm, .net = lines[i].net, .tax = lines[i].tax};
        TRY(code_of(act, lines[i].tax_id, &one.category, &one.exemption));
        tax_add(taxes, &out->tax_count, &one);
        out->tax += lines[i].tax;
    }
    for (int i = 0; i < out->line_count; i++)
        if (strcmp(out->lines[i].category, OUTSIDE) == 0)
            outside.net += out->lines[i].net;
    if (outside.net || out->tax_count == 0)
        tax_add(taxes, &out->tax_count, &outside);
    out->taxes = taxes;
    return ERR_OK;
}

static enum err setting_take(struct act *act, int64_t customer_id, const char *name,
                             const char **out)
{
    TRY(setting_text_for(act->book, customer_id, name, act->arena, out));
    if (!**out)
        *out = NULL;
    return ERR_OK;
}

static enum err seller_take(struct act *act, struct ubl *out)
{
    struct ubl_party *seller = &out->seller;

    seller->name = book_company(act->book);
    TRY(setting_take(act, 0, "address", &seller->address));
    TRY(setting_take(act, 0, "company.country", &seller->country));
    TRY(setting_take(act, 0, "company.tax-number", &seller->tax_number));
    TRY(setting_take(act, 0, "company.registration", &seller->registration));
    TRY(setting_take(act, 0, "einvoice.endpoint", &seller->endpoint));
    TRY(setting_take(act, 0, "company.iban", &out->iban));
    TRY(setting_take(act, 0, "company.bic", &out->bic));
    out->account_name = out->iban ? seller->name : NULL;
    return ERR_OK;
}

static enum err buyer_take(struct act *act, const struct document *paper, struct ubl *out)
{
    struct ubl_party *buyer = &out->buyer;
    struct customer customer;
    const char *own, *ours;

    TRY(customer_get(act->book, paper->customer_id, act->arena, &customer));
    *buyer = (struct ubl_party){.name = customer.name,
                                .tax_number = customer.tax_number,
                                .country = customer.country,
                                .address = customer.address,
                                .contact = customer.contact,
                                .phone = customer.phone,
                                .email = customer.email};
    /* the book's is ours: only one of its own is the customer's */
    TRY(setting_take(act, customer.id, "einvoice.endpoint", &own));
    TRY(setting_take(act, 0, "einvoice.endpoint", &ours));
    buyer->endpoint = own && ours && strcmp(own, ours) == 0 ? NULL : own;
    return ERR_OK;
}

/* What was paid when it was issued: prepayments and credits that were applied by that day. */
static enum err paid_take(struct act *act, const struct document *paper, struct ubl *out)
{
    struct standing *rows;
    int count;

    TRY(standing_read(act->book, paper, act->arena, &rows, &count));
    for (int i = 0; i < count; i++)
        if (rows[i].date.day <= paper->issued.day)
            out->paid += rows[i].amount;
    if (out->credit)
        out->paid = 0;
    return ERR_OK;
}

static enum err terms_take(struct act *act, const struct document *paper, struct ubl *out)
{
    struct item *items;
    int count;
    char reference[REFERENCE_TEXT];

    TRY(items_of_document(act->book, paper->id, act->arena, &items, &count));
    out->due = DATE_NONE;
    for (int i = 0; i < count; i++)
        if (!date_is(out->due) || items[i].due.day > out->due.day)
            out->due = items[i].due;
    /* terms that did not give the day would contradict it */
    out->terms =
        count == 1 && due_rule_gives(paper->terms, paper->issued, out->due) ? paper->terms : "";
    if (!out->credit && reference_make(paper->number, reference, NULL) == ERR_OK)
        out->payment_reference = arena_text(act->arena, reference);
    return ERR_OK;
}

static enum err ubl_take(struct act *act, const struct document *paper, struct ubl *out)
{
    struct tax_line *taxes;
    int count;

    *out = (struct ubl){.credit = paper->kind == DOCUMENT_CREDIT,
                        .number = paper->number,
                        .issued = paper->issued,
                        .delivered = args_date(act->args, "delivered-on", paper->effective),
                        .currency = paper->currency,
                        .note = paper->text,
                        .buyer_reference = paper->reference,
                        .order = paper->po};
    TRY(document_taxes(act->book, paper->id, act->arena, &taxes, &count));
    TRY(lines_take(act, paper, taxes, count, out));
    TRY(taxes_take(act, taxes, count, out));
    out->gross = out->net + out->tax;
    TRY(seller_take(act, out));
    TRY(buyer_take(act, paper, out));
    TRY(paid_take(act, paper, out));
    TRY(terms_take(act, paper, out));
    if (out->credit && paper->related_id) {
        struct document invoice;
        TRY(document_get(act->book, paper->related_id, act->arena, &invoice));
        out->preceding = invoice.number;
        out->preceding_issued = invoice.issued;
    }
    /* BR-O-02: where nothing is subject to the tax no tax number stands */
    if (out->tax_count == 1 && strcmp(out->taxes[0].category, OUTSIDE) == 0)
        out->seller.tax_number = out->buyer.tax_number = NULL;
    return ERR_OK;
}

/* ---- the command ---- */

static const struct column columns[] = {
    {.name = "rule", .title = "Rule", .kind = CELL_CODE},
    {.name = "words", .title = "What would be right", .kind = CELL_TEXT},
};

struct broken {
    struct act *act;
    const char *all; /* "BR-11: the customer's country is missing; BR-55: .." */
    int count;
    enum err code;
};

static void broken_say(void *self, const char *rule, const char *words)
{
    struct broken *broken = self;
    struct sink *sink = broken->act->sink;
    const struct cell cells[] = {cell_code(rule), cell_text(words)};

    broken->count++;
    broken->all = arena_format(broken->act->arena, "%s%s%s: %s", broken->all ? broken->all : "",
                               broken->all ? "; " : "", rule, words);
    if (broken->code == ERR_OK && sink && args_flag(broken->act->args, "check"))
        broken->code = sink_row(sink, broken->count, '!', cells);
}

static enum err check_put(struct act *act, const struct ubl *ubl, struct broken *broken)
{
    const struct table_head head = {"Rules of the electronic invoice", ubl->number, columns, 2};

    if (!act->sink)
        return ERR_OK;
    TRY(act->sink->head(act->sink->self, &head));
    ubl_check(ubl, broken_say, broken);
    TRY(broken->code);
    return act->sink->foot(act->sink->self, broken->count ? NULL : "No rule is broken.");
}

static enum err file_put(struct act *act, const char *to, const struct ubl *ubl)
{
    struct out out;

    TRY(strcmp(to, "-") == 0 ? out_open_fd(&out, STDOUT_FILENO, true, act->note)
                             : out_open_path(&out, to, act->session->force, act->note));
    const enum err e = ubl_write(&out, ubl);
    if (e != ERR_OK) {
        out_drop(&out);
        return e;
    }
    return out_close(&out);
}

static enum err ubl_run(struct act *act)
{
    const char *to = args_get(act->args, "to");
    struct broken broken = {.act = act};
    struct document paper;
    struct ubl ubl;

    if (!to && !args_flag(act->args, "check"))
        return fail(act->note, ERR_USAGE, "--to is missing: the new file, or - ; or --check");
    TRY(document_find(act->book, args_get(act->args, "invoice"), EINVOICED, act->arena, &paper));
    TRY(ubl_take(act, &paper, &ubl));
    if (args_flag(act->args, "check")) {
        TRY(check_put(act, &ubl, &broken));
        act->found = broken.count > 0;
        return ERR_OK;
    }
    ubl_check(&ubl, broken_say, &broken);
    if (broken.count)
        return fail(act->note, ERR_CONFLICT, "%s would be refused (%d rule%s): %s", paper.number,
                    broken.count, broken.count == 1 ? "" : "s", broken.all);
    if (!act->session->dry_run)
        TRY(file_put(act, to, &ubl));
    act->ref = strcmp(to, "-") == 0 ? NULL : to;
    act->says = arena_format(act->arena, "%s is an electronic %s (UBL 2.1, Peppol BIS 3)",
                             paper.number, ubl.credit ? "credit note" : "invoice");
    return ERR_OK;
}

const struct command cmd_invoice_ubl = {
    .noun = "invoice",
    .verb = "ubl",
    .summary = "write a paper as an electronic invoice",
    .detail = "UBL 2.1 by EN 16931 and Peppol BIS Billing 3. It is held against the rules of the "
              "standard first, and does not leave while one is broken; --check lists them. The "
              "firm's own data are the settings company.country, company.tax-number, "
              "company.iban and einvoice.endpoint; a customer's electronic address is its own "
              "setting einvoice.endpoint. A credit note needs the invoice that it was issued for.",
    .args = ubl_args,
    .flags = COMMAND_TABLE,
    .role = ROLE_ANY,
    .run = ubl_run,
};
