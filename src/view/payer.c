#include "view/payer.h"

#include "base/text.h"
#include "ledger/beside.h"
#include "ledger/customer.h"
#include "rules/reference.h"

#include <ctype.h>
#include <string.h>

static const enum document_kind debits[] = {DOCUMENT_INVOICE, DOCUMENT_DEBIT, DOCUMENT_CHARGE,
                                            DOCUMENT_DEDUCTION};
#define DEBITS (sizeof debits / sizeof *debits)

static unsigned debit_mask(void)
{
    unsigned mask = 0;

    for (size_t i = 0; i < DEBITS; i++)
        mask |= DOCUMENT_MASK(debits[i]);
    return mask;
}

/* The same number in capitals: codes are typed in any case. */
static const char *in_capitals(const char *text, struct arena *arena)
{
    char *copy = arena_text(arena, text);

    for (char *p = copy; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    return copy;
}

/* What the typed text may stand for as a number, candidate by candidate; NULL at the end. */
static const char *number_meant(const char *text, size_t n, struct arena *arena)
{
    if (n == 0)
        return text;
    if (n == 1)
        return in_capitals(text, arena);
    if (n - 2 < DEBITS)
        return arena_format(arena, "%s%s", document_kind_prefix(debits[n - 2]), text);
    return NULL;
}

static enum err number_find(struct book *book, const char *text, struct arena *arena,
                            struct document *out, struct note *note)
{
    const char *number;

    for (size_t n = 0; (number = number_meant(text, n, arena)) != NULL; n++) {
        const enum err e = document_find(book, number, debit_mask(), arena, out);
        if (e == ERR_MISSING)
            continue;
        return e == ERR_OK ? e : fail(note, e, "%s", book_note(book)->text);
    }
    return ERR_MISSING;
}

/* The number inside an RF reference has lost its marks: our own series give them back. */
static enum err rf_find(struct book *book, const char *text, struct arena *arena,
                        struct document *out, struct note *note)
{
    char bare[REFERENCE_WORD] = "", made[REFERENCE_TEXT];
    size_t len = 0;

    for (const char *p = text; *p && len + 1 < sizeof bare; p++)
        if (isalnum((unsigned char)*p))
            bare[len++] = (char)toupper((unsigned char)*p);
    const char *rest = bare + 4;
    enum err e = number_find(book, rest, arena, out, note);
    for (size_t i = 0; i < DEBITS && e == ERR_MISSING; i++) {
        const char *prefix = document_kind_prefix(debits[i]);
        size_t letters = strcspn(prefix, "-");
        if (strncmp(rest, prefix, letters) == 0)
            e = document_find(book, arena_format(arena, "%s%s", prefix, rest + letters),
                              debit_mask(), arena, out);
    }
    if (e == ERR_OK &&
        (reference_make(out->number, made, NULL) != ERR_OK || strcmp(made, bare) != 0))
        e = ERR_MISSING;
    return e;
}

enum err paper_find(struct book *book, const char *text, struct arena *arena, struct document *out,
                    struct note *note)
{
    enum err e = reference_is(text) ? rf_find(book, text, arena, out, note) : ERR_MISSING;

    if (e == ERR_MISSING)
        e = number_find(book, text, arena, out, note);
    if (e == ERR_MISSING)
        fail(note, e, "there is no invoice or debit memo %s", text);
    return e;
}

const char *payer_typed(struct book *book, const char *code, struct arena *arena)
{
    struct document document;
    struct note note = {0};
    const enum err e = paper_find(book, code, arena, &document, &note);

    note_clear(book_note(book));
    return e == ERR_MISSING ? code : arena_format(arena, "%s/", code);
}

/* ---- the customer ---- */

/* A number with a slip of the finger must never become the customer whose code it is a part of. */
static bool is_number(const char *text)
{
    return strspn(text, "0123456789-/. ") == strlen(text);
}

/* By a part of the name: taken when there is one, or one that is it word for word. */
static enum err name_find(struct book *book, struct finder *finder, const char *text,
                          struct arena *arena, struct customer *out, struct note *note)
{
    size_t count = 0, exact = 0;
    enum err e = finder_search(finder, book, text, &count, &exact);

    if (e != ERR_OK)
        return fail(note, e, "%s", book_note(book)->text);
    if (exact == 1 || (count == 1 && !is_number(text)))
        return customer_get(book, finder->found[0]->id, arena, out);
    if (count == 0 || is_number(text))
        return fail(note, ERR_MISSING,
                    is_number(text) ? "no invoice and no customer has the number '%s'; F4 lists "
                                      "the customers"
                                    : "no customer's code or name has '%s' in it",
                    text);
    const char *words = finder->found[0]->name;
    for (size_t i = 1; i < count && i < 3; i++)
        words = arena_format(arena, "%s, %s", words, finder->found[i]->name);
    return fail(note, ERR_CONFLICT, "%zu customers have '%s': %s%s; F4 lists them", count, text,
                words, count > 3 ? " ..." : "");
}

static enum err who_find(struct book *book, struct finder *finder, const char *text,
                         struct arena *arena, struct payer *out, struct customer *customer,
                         struct note *note)
{
    const size_t len = strlen(text);
    const bool is_code = len > 1 && text[len - 1] == '/';
    struct document document = {0};
    int64_t id = 0;

    if (is_code)
        return customer_find(book, arena_bytes(arena, text, len - 1), arena, customer);
    const enum err e = paper_find(book, text, arena, &document, note);
    if (e != ERR_OK && e != ERR_MISSING)
        return e;
    note_clear(note);
    TRY(customer_find_id(book, text, &id));
    if (!id)
        TRY(customer_find_id(book, in_capitals(text, arena), &id));
    if (e == ERR_OK && id && id != document.customer_id)
        return fail(note, ERR_CONFLICT,
                    "%s is a paper of %s and also the code of another customer; for the customer "
                    "type %s/, for the paper %s/%s",
                    document.number, document.customer, text, document.customer, document.number);
    if (e == ERR_OK) {
        out->document_id = document.id;
        out->document = document.number;
        out->currency = document.currency;
        return customer_get(book, document.customer_id, arena, customer);
    }
    return id ? customer_get(book, id, arena, customer)
              : name_find(book, finder, text, arena, customer, note);
}

static enum err items_read(struct book *book, struct arena *arena, struct payer *out)
{
    struct item *items = NULL;
    int count = 0;
    const struct date today = book_today(book);

    struct beside beside;

    TRY(beside_read(book, out->customer_id, &out->currency, today, &beside));
    out->prepaid = beside.prepaid;
    out->in_hand = beside.in_hand;
    TRY(items_open(book, out->customer_id, arena, &items, &count));
    out->items = items;
    for (int i = 0; i < count; i++) {
        const struct item item = items[i];
        if (!currency_is(item.currency, out->currency)) {
            out->elsewhere++;
            continue;
        }
        out->items[out->count++] = item;
        if (item.open <= 0)
            continue;
        out->open += item.open;
        if (item.document_id == out->document_id)
            out->named_open += item.open;
        if (today.day - item.due.day > out->oldest_days)
            out->oldest_days = today.day - item.due.day;
    }
    return ERR_OK;
}

enum err payer_find(struct book *book, struct finder *finder, const char *text, struct arena *arena,
                    struct payer *out, struct note *note)
{
    struct customer customer = {0};
    const char *typed = text_trim(arena_text(arena, text));

    *out = (struct payer){0};
    if (strcmp(typed, PAYER_NOBODY) == 0) {
        out->code = PAYER_NOBODY;
        out->name = "unidentified";
        out->town = "";
        out->currency = out->account = book_currency(book);
        return ERR_OK;
    }
    note_clear(book_note(book));
    enum err e = who_find(book, finder, typed, arena, out, &customer, note);
    if (e != ERR_OK)
        return note->text[0] ? e : fail(note, e, "%s", book_note(book)->text);
    out->customer_id = customer.id;
    out->code = customer.code;
    out->name = customer.name;
    out->town = address_town(customer.address, arena);
    out->account = customer.currency;
    if (!out->document_id)
        out->currency = customer.currency;
    e = items_read(book, arena, out);
    return e == ERR_OK ? e : fail(note, e, "%s", book_note(book)->text);
}

#define NAME_CELLS 8 /* of a name are always shown */

static const char *name_words(const struct payer *payer, int cells, struct arena *arena)
{
    struct buf out;

    if (*payer->town && text_width(payer->name) + 2 + text_width(payer->town) <= cells)
        return arena_format(arena, "%s  %s", payer->name, payer->town);
    if (text_width(payer->name) <= cells)
        return payer->name;
    buf_init(&out, 1000);
    text_fit(&out, payer->name, cells > NAME_CELLS ? cells : NAME_CELLS, false);
    const char *name = arena_text(arena, out.data);
    buf_done(&out);
    return name;
}

const char *payer_words(const struct payer *payer, const struct notation *notation, int cells,
                        struct arena *arena)
{
    char open[MONEY_TEXT];

    if (!payer->customer_id)
        return "nobody knows whose it is";
    const char *words = arena_format(
        arena, "open %s", money_show(money_of(payer->open, payer->currency), notation, open));

    if (payer->oldest_days > 0)
        words = arena_format(arena, "%s  %d d", words, payer->oldest_days);
    if (payer->document_id && payer->named_open == 0)
        words = arena_format(arena, "%s is paid already", payer->document);
    if (payer->document_id && payer->named_open == 0 && payer->in_hand)
        words = arena_format(arena, "%s has nothing open", payer->document);
    if (payer->prepaid)
        words = arena_format(arena, "%s  prepaid %s", words,
                             money_show(money_of(payer->prepaid, payer->currency), notation, open));
    if (payer->elsewhere)
        words = arena_format(arena, "%s +%d in other currencies", words, payer->elsewhere);
    return arena_format(arena, "%s  %s", name_words(payer, cells - 2 - text_width(words), arena),
                        words);
}
