/* ublcheck: the rules of EN 16931 and Peppol BIS Billing 3 that what we write can break; part of
 * ubl. */
#include "out/ubl.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct check {
    const struct ubl *ubl;
    void (*say)(void *self, const char *rule, const char *words);
    void *self;
    int count;
};

static bool said(const char *text)
{
    return text && *text;
}

static void rule(struct check *c, bool holds, const char *name, const char *words)
{
    if (holds)
        return;
    c->count++;
    if (c->say)
        c->say(c->self, name, words);
}

static bool is_country(const char *text)
{
    return text && strlen(text) == 2 && isupper((unsigned char)text[0]) &&
           isupper((unsigned char)text[1]);
}

/* A tax number begins with its country; Greece's with EL. */
static bool has_country(const char *tax_number)
{
    return isupper((unsigned char)tax_number[0]) && isupper((unsigned char)tax_number[1]);
}

static bool is_endpoint(const char *text)
{
    const char *colon = text ? strchr(text, ':') : NULL;

    return colon && colon > text && colon[1];
}

static void head_check(struct check *c)
{
    const struct ubl *u = c->ubl;

    rule(c, said(u->number), "BR-02", "it needs a number");
    rule(c, date_is(u->issued), "BR-03", "it needs the day on which it was issued");
    rule(c, u->currency.digits <= 2, "BR-DEC-12",
         "amounts have at most two decimals, and this currency has more");
    rule(c, said(u->buyer_reference) || said(u->order), "PEPPOL-EN16931-R003",
         "it needs the buyer's reference or order number: --reference or --po");
    rule(c, !u->credit || said(u->preceding), "BR-55",
         "a credit note names the invoice that it corrects: credit issue --invoice");
    rule(c, u->gross - u->paid + u->rounding <= 0 || u->credit || date_is(u->due) || said(u->terms),
         "BR-CO-25", "what is to be paid needs a due day or terms");
}

static void parties_check(struct check *c)
{
    const struct ubl_party *seller = &c->ubl->seller, *buyer = &c->ubl->buyer;

    rule(c, said(seller->name), "BR-06", "the firm's name is missing: book set company");
    rule(c, said(buyer->name), "BR-07", "the customer's name is missing");
    rule(c, said(seller->address), "BR-08", "the firm's address is missing: book set address");
    rule(c, is_country(seller->country), "BR-09",
         "the firm's country is missing: book set company.country, as NL");
    rule(c, said(buyer->address), "BR-10", "the customer's address is missing");
    rule(c, is_country(buyer->country), "BR-11",
         "the customer's country is missing: customer set --country, as NL");
    rule(c, said(seller->tax_number) || said(seller->registration), "BR-CO-26",
         "the firm's tax number is missing: book set company.tax-number");
    rule(c, !said(seller->tax_number) || has_country(seller->tax_number), "BR-CO-09",
         "the firm's tax number begins with its country, as NL001234567B01");
    rule(c, !said(buyer->tax_number) || has_country(buyer->tax_number), "BR-CO-09",
         "the customer's tax number begins with its country");
    rule(c, is_endpoint(seller->endpoint), "PEPPOL-EN16931-R020",
         "the firm's electronic address is missing: book set einvoice.endpoint, as 0106:12345678");
    rule(
        c, is_endpoint(buyer->endpoint), "PEPPOL-EN16931-R010",
        "the customer's electronic address is missing: book set einvoice.endpoint --customer CODE");
}

/* ---- amounts ---- */

static void lines_check(struct check *c)
{
    int64_t sum = 0;
    char words[128];

    rule(c, c->ubl->line_count > 0, "BR-16", "it needs a line");
    for (int i = 0; i < c->ubl->line_count; i++) {
        const struct ubl_line *line = &c->ubl->lines[i];
        int64_t worth = 0;
        const bool known =
            amount_line(line->quantity, line->price, c->ubl->currency.digits, &worth) == ERR_OK;
        sum += line->net;
        snprintf(words, sizeof words, "line %d has no text", i + 1);
        rule(c, said(line->text), "BR-25", words);
        snprintf(words, sizeof words, "the price of line %d is below 0: turn the quantity", i + 1);
        rule(c, line->price >= 0, "BR-27", words);
        snprintf(words, sizeof words, "line %d is not its quantity x price", i + 1);
        rule(c, known && worth - line->net <= 2 && line->net - worth <= 2, "PEPPOL-EN16931-R120",
             words);
    }
    rule(c, sum == c->ubl->net, "BR-CO-10", "the lines do not come to the net amount");
}

static int64_t category_net(const struct ubl *ubl, const struct ubl_tax *tax)
{
    int64_t net = 0;

    for (int i = 0; i < ubl->line_count; i++)
        if (strcmp(ubl->lines[i].category, tax->category) == 0 &&
            ubl->lines[i].rate_ppm == tax->rate_ppm)
            net += ubl->lines[i].net;
    return net;
}

struct category_rule {
    const char *category, *rate, *net, *reason, *ids;
    bool taxed, needs_reason, needs_seller, needs_buyer;
};
static const struct category_rule categories[] = {
    {"S", "BR-S-05", "BR-S-08", "BR-S-10", "BR-S-02", true, false, true, false},
    {"Z", "BR-Z-05", "BR-Z-08", "BR-Z-10", "BR-Z-02", false, false, true, false},
    {"E", "BR-E-05", "BR-E-08", "BR-E-10", "BR-E-02", false, true, true, false},
    {"AE", "BR-AE-05", "BR-AE-08", "BR-AE-10", "BR-AE-02", false, true, true, true},
    {"K", "BR-IC-05", "BR-IC-08", "BR-IC-10", "BR-IC-02", false, true, true, true},
    {"G", "BR-G-05", "BR-G-08", "BR-G-10", "BR-G-02", false, true, true, false},
    {"O", "BR-O-05", "BR-O-08", "BR-O-10", "BR-O-02", false, true, false, false},
};

static const struct category_rule *category_of(const char *category)
{
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if (strcmp(categories[i].category, category) == 0)
            return &categories[i];
    return NULL;
}

static void tax_check(struct check *c, const struct ubl_tax *tax)
{
    const struct category_rule *r = category_of(tax->category);
    const struct ubl *u = c->ubl;
    int64_t worth = 0;

    rule(c, r != NULL, "BR-CL-17", "the tax category is one of S, Z, E, AE, K, G, O: tax add");
    if (!r)
        return;
    rule(c, r->taxed ? tax->rate_ppm > 0 : tax->rate_ppm == 0, r->rate,
         r->taxed ? "a standard rate is above 0" : "the rate of this category is 0");
    rule(c, category_net(u, tax) == tax->net, r->net,
         "the lines of a tax category do not come to its net amount");
    rule(c, !r->needs_reason || said(tax->exemption), r->reason,
         "why there is no tax is missing: tax add --exemption");
    rule(c, !r->needs_seller || said(u->seller.tax_number), r->ids,
         "the firm's tax number is missing: book set company.tax-number");
    rule(c, !r->needs_buyer || said(u->buyer.tax_number), r->ids,
         "the customer's tax number is missing: customer set --tax-id");
    rule(c, strcmp(tax->category, "K") != 0 || date_is(u->delivered), "BR-IC-11",
         "a supply within the community needs its day of delivery");
    /* one minor unit more or less is allowed for rounding by line */
    rule(c,
         amount_ppm(tax->net, tax->rate_ppm, &worth) == ERR_OK && worth - tax->tax <= 1 &&
             tax->tax - worth <= 1,
         "BR-CO-17", "the tax of a category is not its net amount x rate");
}

static void totals_check(struct check *c)
{
    const struct ubl *u = c->ubl;
    int64_t tax = 0;
    bool outside = false;

    rule(c, u->tax_count > 0, "BR-CO-18", "it needs at least one tax category");
    for (int i = 0; i < u->tax_count; i++) {
        tax += u->taxes[i].tax;
        outside = outside || strcmp(u->taxes[i].category, "O") == 0;
        tax_check(c, &u->taxes[i]);
    }
    rule(c, !outside || u->tax_count == 1, "BR-O-11",
         "lines without a tax code stand alone: give the others' lines a code of category Z or E");
    rule(c, tax == u->tax, "BR-CO-14", "the taxes do not come to the tax amount");
    rule(c, u->net + u->tax == u->gross, "BR-CO-15", "net and tax are not the gross amount");
    rule(c, u->gross >= 0 && u->paid <= u->gross, "BR-CO-16",
         "more is paid than the invoice is over");
}

int ubl_check(const struct ubl *ubl, void (*say)(void *self, const char *rule, const char *words),
              void *self)
{
    struct check c = {.ubl = ubl, .say = say, .self = self};

    head_check(&c);
    parties_check(&c);
    lines_check(&c);
    totals_check(&c);
    return c.count;
}
