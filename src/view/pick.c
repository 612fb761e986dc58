#include "view/pick.h"

#include "ledger/customer.h"
#include "ledger/disputereason.h"
#include "ledger/item.h"
#include "ledger/master.h"

#include <string.h>

/* Choices as they are gathered; texts in the desk's arena. */
struct picking {
    struct desk *desk;
    struct choice *choices;
    size_t count;
    const char *typed; /* that nothing is written like; NULL = all of them fit */
    enum err failed;
};

static void room_for(struct picking *picking, size_t count)
{
    picking->choices = arena_new(&picking->desk->arena, (count + 1) * sizeof *picking->choices);
}

static void customers_gather(struct picking *picking, struct finder *finder, const char *typed)
{
    size_t count = 0, exact = 0;

    picking->failed = finder_search(finder, picking->desk->book, typed, &count, &exact);
    if (picking->failed == ERR_OK && count == 0) { /* all of them, to be searched */
        picking->typed = typed;
        picking->failed = finder_search(finder, picking->desk->book, "", &count, &exact);
    }
    if (picking->failed != ERR_OK)
        return;
    room_for(picking, count);
    for (size_t i = 0; i < count; i++) {
        const struct name *row = finder->found[i];
        picking->choices[picking->count++] =
            (struct choice){.code = row->code, .text = row->name, .hint = row->town, .id = row->id};
    }
}

static void terms_gather(struct picking *picking)
{
    struct payterm *terms = NULL;
    int count = 0;

    picking->failed = payterm_list(picking->desk->book, &picking->desk->arena, &terms, &count);
    room_for(picking, (size_t)count);
    for (int i = 0; i < count && picking->failed == ERR_OK; i++)
        picking->choices[picking->count++] = (struct choice){
            .code = terms[i].code,
            .text =
                terms[i].instalments && *terms[i].instalments ? terms[i].instalments : terms[i].due,
            .hint = terms[i].discount};
}

static void taxes_gather(struct picking *picking)
{
    struct taxcode *codes = NULL;
    int count = 0;
    char rate[MONEY_TEXT];

    picking->failed = taxcode_list(picking->desk->book, &picking->desk->arena, &codes, &count);
    room_for(picking, (size_t)count);
    for (int i = 0; i < count && picking->failed == ERR_OK; i++)
        picking->choices[picking->count++] =
            (struct choice){.code = codes[i].code,
                            .text = arena_format(&picking->desk->arena, "%s %%",
                                                 percent_show(codes[i].rate_ppm, rate))};
}

static void accounts_gather(struct picking *picking)
{
    struct account *accounts = NULL;
    int count = 0;

    picking->failed = account_list(picking->desk->book, &picking->desk->arena, &accounts, &count);
    room_for(picking, (size_t)count);
    for (int i = 0; i < count && picking->failed == ERR_OK; i++)
        if (accounts[i].control == CONTROL_NONE)
            picking->choices[picking->count++] =
                (struct choice){.code = accounts[i].code, .text = accounts[i].name};
}

static void reasons_gather(struct picking *picking)
{
    struct dispute_reason *reasons = NULL;
    int count = 0;

    picking->failed =
        dispute_reason_list(picking->desk->book, false, &picking->desk->arena, &reasons, &count);
    room_for(picking, (size_t)count);
    for (int i = 0; i < count && picking->failed == ERR_OK; i++)
        picking->choices[picking->count++] = (struct choice){
            .code = reasons[i].code, .text = reasons[i].name, .hint = reasons[i].owner};
}

static void causes_gather(struct picking *picking)
{
    struct dispute_cause *causes = NULL;
    int count = 0;

    picking->failed =
        dispute_cause_list(picking->desk->book, false, &picking->desk->arena, &causes, &count);
    room_for(picking, (size_t)count);
    for (int i = 0; i < count && picking->failed == ERR_OK; i++)
        picking->choices[picking->count++] =
            (struct choice){.code = causes[i].code, .text = causes[i].name};
}

static void currencies_gather(struct picking *picking)
{
    struct currency currency;
    const char *name;
    size_t at = 0, count = 0;

    while (currency_next(&at, &currency, &name))
        count++;
    room_for(picking, count);
    at = 0;
    while (currency_next(&at, &currency, &name))
        picking->choices[picking->count++] =
            (struct choice){.code = arena_text(&picking->desk->arena, currency.code), .text = name};
}

/* Papers with something open: of one customer, since all of them are too many to choose from. */
static void documents_gather(struct picking *picking, const char *customer, bool owed)
{
    struct desk *desk = picking->desk;
    struct item *items = NULL;
    int64_t id = 0;
    int count = 0;
    char figure[MONEY_TEXT];

    if (!customer || customer_find_id(desk->book, customer, &id) != ERR_OK || id == 0)
        return;
    picking->failed = items_open(desk->book, id, &desk->arena, &items, &count);
    room_for(picking, (size_t)count);
    for (int i = 0; i < count && picking->failed == ERR_OK; i++) {
        if (owed && items[i].open <= 0)
            continue;
        picking->choices[picking->count++] = (struct choice){
            .code = items[i].number,
            .text = document_kind_word(items[i].kind),
            .hint = arena_text(&desk->arena, money_show(money_of(items[i].open, items[i].currency),
                                                        &desk->session->notation, figure))};
    }
}

static const char *kind_title(enum arg_kind kind)
{
    switch (kind) {
    case ARG_CUSTOMER: return "Customers";
    case ARG_TERMS: return "Payment terms";
    case ARG_TAX: return "Tax codes";
    case ARG_ACCOUNT: return "Accounts";
    case ARG_REASON: return "Reasons of disputes";
    case ARG_CAUSE: return "Root causes";
    case ARG_CURRENCY: return "Currencies";
    case ARG_DOCUMENT: return "Open papers";
    default: return NULL;
    }
}

bool pick_has(enum arg_kind kind)
{
    return kind_title(kind) != NULL;
}

const char *pick_code(struct desk *desk, struct finder *finder, enum arg_kind kind,
                      const char *typed, const char *customer, bool owed)
{
    struct picking picking = {.desk = desk};
    struct choice chosen;

    switch (kind) {
    case ARG_CUSTOMER: customers_gather(&picking, finder, typed); break;
    case ARG_TERMS: terms_gather(&picking); break;
    case ARG_TAX: taxes_gather(&picking); break;
    case ARG_ACCOUNT: accounts_gather(&picking); break;
    case ARG_REASON: reasons_gather(&picking); break;
    case ARG_CAUSE: causes_gather(&picking); break;
    case ARG_CURRENCY: currencies_gather(&picking); break;
    case ARG_DOCUMENT: documents_gather(&picking, customer, owed); break;
    default: return NULL;
    }
    if (picking.failed != ERR_OK) {
        desk_say_failure(desk, picking.failed);
        return NULL;
    }
    if (picking.count == 0) {
        desk_say(desk, STYLE_NORMAL,
                 kind == ARG_DOCUMENT && !customer
                     ? "Name the customer first, or type its number; Ctrl-G finds it."
                     : "There is nothing to choose from.");
        return NULL;
    }
    return desk_choose_mending(desk, kind_title(kind), picking.typed, picking.choices,
                               picking.count, &chosen)
               ? arena_text(&desk->arena, chosen.code)
               : NULL;
}

const char *pick_word(struct desk *desk, const char *title, const char *const *words)
{
    struct choice chosen;
    size_t count = 0;

    while (words[count])
        count++;
    struct choice *choices = arena_new(&desk->arena, (count + 1) * sizeof *choices);
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){.text = *words[i] ? words[i] : "(none)", .id = (int64_t)i};
    return desk_choose(desk, title, choices, count, &chosen) ? words[chosen.id] : NULL;
}

/* ---- what a code stands for ---- */

static enum err customer_words(struct desk *desk, const char *code, const char **words)
{
    struct customer customer;

    TRY(customer_find(desk->book, code, &desk->arena, &customer));
    *words = customer.name;
    return ERR_OK;
}

static enum err terms_words(struct desk *desk, const char *code, const char **words)
{
    struct payterm terms;

    TRY(payterm_find(desk->book, code, &desk->arena, &terms));
    *words =
        arena_format(&desk->arena, "%s%s%s", *terms.instalments ? terms.instalments : terms.due,
                     *terms.discount ? ", discount " : "", terms.discount);
    return ERR_OK;
}

static enum err tax_words(struct desk *desk, const char *code, const char **words)
{
    struct taxcode tax;
    char rate[MONEY_TEXT];

    TRY(taxcode_find(desk->book, code, &desk->arena, &tax));
    *words = arena_format(&desk->arena, "%s %%", percent_show(tax.rate_ppm, rate));
    return ERR_OK;
}

static enum err account_words(struct desk *desk, const char *code, const char **words)
{
    struct account account;
    int64_t id = 0;

    TRY(account_find(desk->book, code, &id));
    TRY(account_get(desk->book, id, &desk->arena, &account));
    *words = account.name;
    return ERR_OK;
}

static enum err reason_words(struct desk *desk, const char *code, const char **words)
{
    struct dispute_reason reason;

    TRY(dispute_reason_find(desk->book, code, &desk->arena, &reason));
    *words = reason.name;
    return ERR_OK;
}

static enum err cause_words(struct desk *desk, const char *code, const char **words)
{
    struct dispute_cause cause;

    TRY(dispute_cause_find(desk->book, code, &desk->arena, &cause));
    *words = cause.name;
    return ERR_OK;
}

static enum err document_words(struct desk *desk, const char *number, const char **words)
{
    struct document document;
    char figure[MONEY_TEXT];

    TRY(document_find(desk->book, number, 0, &desk->arena, &document));
    *words = arena_format(&desk->arena, "%s of %s over %s %s", document_kind_word(document.kind),
                          *document.customer ? document.customer : "somebody unidentified",
                          money_show(document.total, &desk->session->notation, figure),
                          document.total.currency.code);
    return ERR_OK;
}

enum err code_words(struct desk *desk, enum arg_kind kind, const char *code, const char **words,
                    struct note *note)
{
    enum err e = ERR_OK;

    *words = NULL;
    switch (kind) {
    case ARG_CUSTOMER: e = customer_words(desk, code, words); break;
    case ARG_TERMS: e = terms_words(desk, code, words); break;
    case ARG_TAX: e = tax_words(desk, code, words); break;
    case ARG_ACCOUNT: e = account_words(desk, code, words); break;
    case ARG_REASON: e = reason_words(desk, code, words); break;
    case ARG_CAUSE: e = cause_words(desk, code, words); break;
    case ARG_DOCUMENT: e = document_words(desk, code, words); break;
    default: break;
    }
    return e == ERR_OK ? e : fail(note, e, "%s", book_note(desk->book)->text);
}
