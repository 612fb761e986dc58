#include "report/paperfields.h"

#include "ledger/book.h"
#include "ledger/dated.h"
#include "ledger/setting.h"
#include "rules/paycode.h"
#include "rules/reference.h"

#include <string.h>

enum err paperfields_customer(struct book *book, const struct customer *customer, struct date day,
                              struct fields *fields)
{
    const char *contact = customer->contact, *address = customer->address;

    TRY(dated_on(book, customer->id, DATED_CONTACT, day, fields->arena, &contact));
    TRY(dated_on(book, customer->id, DATED_ADDRESS, day, fields->arena, &address));
    fields_put(fields, "customer.code", cell_code(customer->code));
    fields_text(fields, "customer.name", customer->name);
    fields_text(fields, "customer.contact", contact);
    fields_text(fields, "customer.address", address);
    fields_text(fields, "customer.tax_number", customer->tax_number);
    return ERR_OK;
}

/* "DE89 3704 0044 0532 0130 00" */
static const char *iban_show(struct arena *arena, const char *iban)
{
    const char *shown = "";

    for (int i = 0; *iban; iban++)
        if (*iban != ' ')
            shown = arena_format(arena, "%s%s%c", shown, i && i % 4 == 0 ? " " : "", *iban), i++;
    return shown;
}

void paperfields_reference(struct fields *fields, const char *number)
{
    char reference[REFERENCE_TEXT], groups[REFERENCE_SHOWN];

    if (reference_make(number, reference, NULL) == ERR_OK)
        fields_text(fields, "pay.reference", reference_show(reference, groups));
}

enum err paperfields_payee(struct book *book, const char *number, struct fields *fields)
{
    struct arena *arena = fields->arena;
    const char *iban = NULL, *bic = NULL;

    paperfields_reference(fields, number);
    TRY(setting_text(book, "company.iban", arena, &iban));
    TRY(setting_text(book, "company.bic", arena, &bic));
    if (!*iban)
        return ERR_OK;
    const char *shown = iban_show(arena, iban);
    fields_text(fields, "pay.to", *bic ? arena_format(arena, "%s, BIC %s", shown, bic) : shown);
    fields_text(fields, "pay.iban", shown);
    fields_text(fields, "pay.bic", bic);
    return ERR_OK;
}

/* What is no code is told by our account all the same. */
enum err paperfields_payment(struct book *book, struct money money, const char *number,
                             struct fields *fields)
{
    struct arena *arena = fields->arena;
    const char *iban = NULL, *bic = NULL, *payload = NULL;
    char reference[REFERENCE_TEXT] = "";
    struct note note = {0};

    if (money.minor <= 0) {
        paperfields_reference(fields, number);
        return ERR_OK;
    }
    TRY(paperfields_payee(book, number, fields));
    TRY(setting_text(book, "company.iban", arena, &iban));
    TRY(setting_text(book, "company.bic", arena, &bic));
    if (!*iban)
        return ERR_OK;
    if (strcmp(money.currency.code, "EUR") != 0)
        return ERR_OK;
    (void)reference_make(number, reference, NULL);
    const struct paycode code = {.name = book_company(book),
                                 .iban = iban,
                                 .bic = bic,
                                 .cents = money.minor,
                                 .reference = reference,
                                 .text = number};
    if (paycode_make(&code, arena, &payload, &note) == ERR_OK) {
        fields_money(fields, "pay.amount", money);
        fields_text(fields, "pay.code", payload);
    }
    return ERR_OK;
}
