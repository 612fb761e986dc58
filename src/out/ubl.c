#include "out/ubl.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

#include <string.h>

#define TEXT_MAX (1u << 20)
#define DEPTH_MOST 16
#define ADDRESS_LINES 8
#define UNIT "C62" /* "one", UN/ECE Recommendation 20: we keep no units */

#define INVOICE_NS "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
#define CREDIT_NS "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
#define CAC_NS "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
#define CBC_NS "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
#define CUSTOMIZATION "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
#define PROFILE "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"

struct xml {
    struct out *out;
    const struct ubl *ubl;
    const char *open[DEPTH_MOST];
    int depth;
    struct buf scratch;
    struct arena arena;
};

static bool said(const char *text)
{
    return text && *text;
}

/* ---- elements ---- */

static void indent(struct xml *xml)
{
    out_fill(xml->out, ' ', 2 * xml->depth);
}

static void escaped(struct xml *xml, const char *text)
{
    buf_reset(&xml->scratch);
    text_safe(&xml->scratch, text, strlen(text));
    for (const char *p = xml->scratch.data; *p; p++)
        switch (*p) {
        case '&': out_text(xml->out, "&amp;"); break;
        case '<': out_text(xml->out, "&lt;"); break;
        case '>': out_text(xml->out, "&gt;"); break;
        case '"': out_text(xml->out, "&quot;"); break;
        default: out_char(xml->out, *p);
        }
}

static void begin(struct xml *xml, const char *name)
{
    must(xml->depth < DEPTH_MOST);
    indent(xml);
    out_char(xml->out, '<');
    out_text(xml->out, name);
    out_text(xml->out, ">\n");
    xml->open[xml->depth++] = name;
}

static void end(struct xml *xml)
{
    const char *name = xml->open[--xml->depth];

    indent(xml);
    out_text(xml->out, "</");
    out_text(xml->out, name);
    out_text(xml->out, ">\n");
}

/* Nothing is written of what is not said: the standard forbids empty elements. */
static void leaf_with(struct xml *xml, const char *name, const char *attribute, const char *value,
                      const char *text)
{
    if (!said(text))
        return;
    indent(xml);
    out_char(xml->out, '<');
    out_text(xml->out, name);
    if (attribute) {
        out_char(xml->out, ' ');
        out_text(xml->out, attribute);
        out_text(xml->out, "=\"");
        escaped(xml, value);
        out_char(xml->out, '"');
    }
    out_char(xml->out, '>');
    escaped(xml, text);
    out_text(xml->out, "</");
    out_text(xml->out, name);
    out_text(xml->out, ">\n");
}

static void leaf(struct xml *xml, const char *name, const char *text)
{
    leaf_with(xml, name, NULL, NULL, text);
}

static void leaf_date(struct xml *xml, const char *name, struct date day)
{
    char text[DATE_TEXT];

    if (date_is(day))
        leaf(xml, name, date_iso(day, text));
}

static void amount(struct xml *xml, const char *name, int64_t minor)
{
    char text[MONEY_TEXT];

    leaf_with(xml, name, "currencyID", xml->ubl->currency.code,
              money_plain(money_of(minor, xml->ubl->currency), text));
}

static const char *percent(int64_t ppm, char text[MONEY_TEXT])
{
    return decimal_plain(ppm, 4, 0, text);
}

/* ---- parties ---- */

/* "Strandweg 3, 2586 JL Den Haag": its parts in order. */
static int address_parts(struct xml *xml, const char *address, const char *parts[ADDRESS_LINES])
{
    int count = 0;

    while (said(address) && count < ADDRESS_LINES) {
        const size_t len = count == ADDRESS_LINES - 1 ? strlen(address) : strcspn(address, ",\n");
        char *part = text_trim(arena_bytes(&xml->arena, address, len));
        if (*part)
            parts[count++] = part;
        address += len;
        address += *address != 0;
    }
    return count;
}

static void address_put(struct xml *xml, const struct ubl_party *party)
{
    const char *parts[ADDRESS_LINES];
    const int count = address_parts(xml, party->address, parts);

    begin(xml, "cac:PostalAddress");
    if (count > 0)
        leaf(xml, "cbc:StreetName", parts[0]);
    if (count > 1)
        leaf(xml, "cbc:AdditionalStreetName", parts[1]);
    for (int i = 2; i < count; i++) {
        begin(xml, "cac:AddressLine");
        leaf(xml, "cbc:Line", parts[i]);
        end(xml);
    }
    if (said(party->country)) {
        begin(xml, "cac:Country");
        leaf(xml, "cbc:IdentificationCode", party->country);
        end(xml);
    }
    end(xml);
}

static void endpoint_put(struct xml *xml, const char *endpoint)
{
    const char *colon = endpoint ? strchr(endpoint, ':') : NULL;

    if (colon)
        leaf_with(xml, "cbc:EndpointID", "schemeID",
                  arena_bytes(&xml->arena, endpoint, (size_t)(colon - endpoint)), colon + 1);
}

static void tax_scheme(struct xml *xml)
{
    begin(xml, "cac:TaxScheme");
    leaf(xml, "cbc:ID", "VAT");
    end(xml);
}

static void contact_put(struct xml *xml, const struct ubl_party *party)
{
    if (!said(party->contact) && !said(party->phone) && !said(party->email))
        return;
    begin(xml, "cac:Contact");
    leaf(xml, "cbc:Name", party->contact);
    leaf(xml, "cbc:Telephone", party->phone);
    leaf(xml, "cbc:ElectronicMail", party->email);
    end(xml);
}

static void party_put(struct xml *xml, const char *role, const struct ubl_party *party)
{
    begin(xml, role);
    begin(xml, "cac:Party");
    endpoint_put(xml, party->endpoint);
    address_put(xml, party);
    if (said(party->tax_number)) {
        begin(xml, "cac:PartyTaxScheme");
        leaf(xml, "cbc:CompanyID", party->tax_number);
        tax_scheme(xml);
        end(xml);
    }
    begin(xml, "cac:PartyLegalEntity");
    leaf(xml, "cbc:RegistrationName", party->name);
    leaf(xml, "cbc:CompanyID", party->registration);
    end(xml);
    contact_put(xml, party);
    end(xml);
    end(xml);
}

/* ---- what is to be paid ---- */

static void payment_put(struct xml *xml)
{
    const struct ubl *ubl = xml->ubl;

    if (!said(ubl->iban) && !said(ubl->payment_reference))
        return;
    begin(xml, "cac:PaymentMeans");
    leaf(xml, "cbc:PaymentMeansCode", said(ubl->iban) ? "30" : "1");
    leaf(xml, "cbc:PaymentID", ubl->payment_reference);
    if (said(ubl->iban)) {
        begin(xml, "cac:PayeeFinancialAccount");
        leaf(xml, "cbc:ID", ubl->iban);
        leaf(xml, "cbc:Name", ubl->account_name);
        if (said(ubl->bic)) {
            begin(xml, "cac:FinancialInstitutionBranch");
            leaf(xml, "cbc:ID", ubl->bic);
            end(xml);
        }
        end(xml);
    }
    end(xml);
}

static void category_put(struct xml *xml, const char *element, const char *category,
                         int64_t rate_ppm, const char *exemption)
{
    char text[MONEY_TEXT];

    begin(xml, element);
    leaf(xml, "cbc:ID", category);
    if (strcmp(category, "O") != 0)
        leaf(xml, "cbc:Percent", percent(rate_ppm, text));
    leaf(xml, "cbc:TaxExemptionReason", exemption);
    tax_scheme(xml);
    end(xml);
}

static void taxes_put(struct xml *xml)
{
    begin(xml, "cac:TaxTotal");
    amount(xml, "cbc:TaxAmount", xml->ubl->tax);
    for (int i = 0; i < xml->ubl->tax_count; i++) {
        const struct ubl_tax *tax = &xml->ubl->taxes[i];
        begin(xml, "cac:TaxSubtotal");
        amount(xml, "cbc:TaxableAmount", tax->net);
        amount(xml, "cbc:TaxAmount", tax->tax);
        category_put(xml, "cac:TaxCategory", tax->category, tax->rate_ppm, tax->exemption);
        end(xml);
    }
    end(xml);
}

static int64_t payable(const struct ubl *ubl)
{
    return ubl->gross - ubl->paid + ubl->rounding;
}

static void totals_put(struct xml *xml)
{
    const struct ubl *ubl = xml->ubl;

    begin(xml, "cac:LegalMonetaryTotal");
    amount(xml, "cbc:LineExtensionAmount", ubl->net);
    amount(xml, "cbc:TaxExclusiveAmount", ubl->net);
    amount(xml, "cbc:TaxInclusiveAmount", ubl->gross);
    if (ubl->paid)
        amount(xml, "cbc:PrepaidAmount", ubl->paid);
    if (ubl->rounding)
        amount(xml, "cbc:PayableRoundingAmount", ubl->rounding);
    amount(xml, "cbc:PayableAmount", payable(ubl));
    end(xml);
}

static void line_put(struct xml *xml, int i)
{
    const struct ubl_line *line = &xml->ubl->lines[i];
    char text[MONEY_TEXT], number[MONEY_TEXT];

    begin(xml, xml->ubl->credit ? "cac:CreditNoteLine" : "cac:InvoiceLine");
    leaf(xml, "cbc:ID", decimal_plain(i + 1, 0, 0, number));
    leaf_with(xml, xml->ubl->credit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", "unitCode",
              UNIT, decimal_plain(line->quantity, 6, 0, text));
    amount(xml, "cbc:LineExtensionAmount", line->net);
    begin(xml, "cac:Item");
    leaf(xml, "cbc:Name", line->text);
    category_put(xml, "cac:ClassifiedTaxCategory", line->category, line->rate_ppm, NULL);
    end(xml);
    begin(xml, "cac:Price");
    leaf_with(xml, "cbc:PriceAmount", "currencyID", xml->ubl->currency.code,
              decimal_plain(line->price, 6, 2, text));
    end(xml);
    end(xml);
}

/* ---- the document ---- */

static void head_put(struct xml *xml)
{
    const struct ubl *ubl = xml->ubl;

    leaf(xml, "cbc:CustomizationID", CUSTOMIZATION);
    leaf(xml, "cbc:ProfileID", PROFILE);
    leaf(xml, "cbc:ID", ubl->number);
    leaf_date(xml, "cbc:IssueDate", ubl->issued);
    if (!ubl->credit)
        leaf_date(xml, "cbc:DueDate", ubl->due);
    leaf(xml, ubl->credit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode",
         ubl->credit ? "381" : "380");
    leaf(xml, "cbc:Note", ubl->note);
    leaf(xml, "cbc:DocumentCurrencyCode", ubl->currency.code);
    leaf(xml, "cbc:BuyerReference", ubl->buyer_reference);
    if (said(ubl->order)) {
        begin(xml, "cac:OrderReference");
        leaf(xml, "cbc:ID", ubl->order);
        end(xml);
    }
    if (said(ubl->preceding)) {
        begin(xml, "cac:BillingReference");
        begin(xml, "cac:InvoiceDocumentReference");
        leaf(xml, "cbc:ID", ubl->preceding);
        leaf_date(xml, "cbc:IssueDate", ubl->preceding_issued);
        end(xml);
        end(xml);
    }
}

static void delivery_put(struct xml *xml)
{
    if (!date_is(xml->ubl->delivered))
        return;
    begin(xml, "cac:Delivery");
    leaf_date(xml, "cbc:ActualDeliveryDate", xml->ubl->delivered);
    if (said(xml->ubl->buyer.country)) {
        begin(xml, "cac:DeliveryLocation");
        begin(xml, "cac:Address");
        begin(xml, "cac:Country");
        leaf(xml, "cbc:IdentificationCode", xml->ubl->buyer.country);
        end(xml);
        end(xml);
        end(xml);
    }
    end(xml);
}

static void document_put(struct xml *xml)
{
    const struct ubl *ubl = xml->ubl;

    head_put(xml);
    party_put(xml, "cac:AccountingSupplierParty", &ubl->seller);
    party_put(xml, "cac:AccountingCustomerParty", &ubl->buyer);
    delivery_put(xml);
    payment_put(xml);
    if (said(ubl->terms)) {
        begin(xml, "cac:PaymentTerms");
        leaf(xml, "cbc:Note", ubl->terms);
        end(xml);
    }
    taxes_put(xml);
    totals_put(xml);
    for (int i = 0; i < ubl->line_count; i++)
        line_put(xml, i);
}

enum err ubl_write(struct out *out, const struct ubl *ubl)
{
    struct xml xml = {.out = out, .ubl = ubl};
    const char *root = ubl->credit ? "CreditNote" : "Invoice";

    buf_init(&xml.scratch, TEXT_MAX);
    out_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    out_text(out, root);
    out_text(out, " xmlns=\"");
    out_text(out, ubl->credit ? CREDIT_NS : INVOICE_NS);
    out_text(out, "\"\n    xmlns:cac=\"" CAC_NS "\"\n    xmlns:cbc=\"" CBC_NS "\">\n");
    xml.depth = 1;
    document_put(&xml);
    out_text(out, "</");
    out_text(out, root);
    out_text(out, ">\n");
    buf_done(&xml.scratch);
    arena_done(&xml.arena);
    return out->code;
}
