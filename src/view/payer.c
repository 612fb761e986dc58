#include "view/payer.h"

#include "app/paperfind.h"
#include "base/text.h"
#include "ledger/beside.h"
#include "ledger/customer.h"

#include <ctype.h>
#include <string.h>

/* The same number in capitals: codes are typed in any case. */
static const char *in_capitals(const char *text, struct arena *arena)
{
    char *copy = arena_text(arena, text);

    for (char *p = copy; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    return copy;
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
    return out->document_id && out->named_open == 0
               ? in_hand_until(book, out->document_id, today, &out->named_until)
               : ERR_OK;
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
    out->foreign = !currency_is(out->currency, book_currency(book));
    e = items_read(book, arena, out);
    return e == ERR_OK ? e : fail(note, e, "%s", book_note(book)->text);
}

#define NAME_CELLS 8 /* of a name are shown, unless the figures need all there is */

static const char *name_words(const struct payer *payer, int cells, struct arena *arena)
{
    struct buf out;

    if (*payer->town && text_width(payer->name) + 2 + text_width(payer->town) <= cells)
        return arena_format(arena, "%s  %s", payer->name, payer->town);
    if (text_width(payer->name) <= cells)
        return payer->name;
    buf_init(&out, 1000);
    text_fit(&out, payer->name, cells, false);
    const char *name = arena_text(arena, out.data);
    buf_done(&out);
    return name;
}

static const char *figure(const struct payer *payer, int64_t minor, const struct notation *notation,
                          struct arena *arena)
{
    const char *text =
        money_show(money_of(minor, payer->currency), notation, arena_new(arena, MONEY_TEXT));

    return payer->foreign ? arena_format(arena, "%s %s", text, payer->currency.code) : text;
}

/* Why nothing is open of the document: what pays it is in hand, or paid it already. In few cells
 * without its number, which was typed. */
static const char *settled_words(const struct payer *payer, bool all, struct arena *arena)
{
    char day[DATE_TEXT];

    if (!date_is(payer->named_until))
        return arena_format(arena, "%s is paid already", payer->document);
    return arena_format(arena, "%s%smoney in hand until %s", all ? payer->document : "",
                        all ? ": " : "", date_iso(payer->named_until, day));
}

/* What is open and how old; a document of which nothing is. */
static const char *open_words(const struct payer *payer, bool days, const struct notation *notation,
                              struct arena *arena)
{
    if (payer->document_id && payer->named_open == 0)
        return settled_words(payer, days, arena);
    const char *words =
        arena_format(arena, "open %s", figure(payer, payer->open, notation, arena));
    return days && payer->oldest_days > 0
               ? arena_format(arena, "%s  %d d", words, payer->oldest_days)
               : words;
}

/* The figures; in few cells (1), or fewer (2), without what can be seen in the lines below anyway.
 */
static const char *figures_words(const struct payer *payer, int less,
                                 const struct notation *notation, struct arena *arena)
{
    const bool all = less == 0;
    const char *words = open_words(payer, all, notation, arena);

    if (payer->prepaid && less < 2)
        words = arena_format(arena, "%s  prepaid %s", words,
                             figure(payer, payer->prepaid, notation, arena));
    if (payer->elsewhere)
        words = arena_format(arena, all ? "%s +%d in other currencies" : "%s +%d", words,
                             payer->elsewhere);
    return words;
}

const char *payer_words(const struct payer *payer, const struct notation *notation, int cells,
                        struct arena *arena)
{
    if (!payer->customer_id)
        return "nobody knows whose it is";
    const char *words = figures_words(payer, 0, notation, arena);
    for (int less = 1; less <= 2 && text_width(words) + 2 + NAME_CELLS > cells; less++)
        words = figures_words(payer, less, notation, arena);
    const int room = cells - 2 - text_width(words);
    return room < NAME_CELLS / 2
               ? words
               : arena_format(arena, "%s  %s", name_words(payer, room, arena), words);
}
