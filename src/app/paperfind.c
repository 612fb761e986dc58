#include "app/paperfind.h"

#include "ledger/setting.h"
#include "rules/reference.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const enum document_kind debits[] = {DOCUMENT_INVOICE, DOCUMENT_DEBIT, DOCUMENT_CHARGE,
                                            DOCUMENT_DEDUCTION, DOCUMENT_RECOVERY};
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

#define SYMBOLOGY                                                                                  \
    3 /* "]C1": which kind of barcode it was, as scanners say it when they are asked to */

/* What was scanned, without what the scanner and the paper have around the number; NULL = it was
 * not scanned. */
static const char *scanned(struct book *book, const char *text, struct arena *arena)
{
    const char *before = "", *after = "";
    const bool marked = text[0] == ']' && strlen(text) > SYMBOLOGY;
    const char *bare = marked ? text + SYMBOLOGY : text;

    if (setting_text(book, "scan.before", arena, &before) != ERR_OK ||
        setting_text(book, "scan.after", arena, &after) != ERR_OK)
        return NULL;
    const size_t front = strlen(before), back = strlen(after), len = strlen(bare);
    if (front + back == 0 || len <= front + back || strncasecmp(bare, before, front) != 0 ||
        strcasecmp(bare + len - back, after) != 0)
        return marked ? bare : NULL;
    return arena_bytes(arena, bare + front, len - front - back);
}

enum err paper_find(struct book *book, const char *text, struct arena *arena, struct document *out,
                    struct note *note)
{
    enum err e = reference_is(text) ? rf_find(book, text, arena, out, note) : ERR_MISSING;

    if (e == ERR_MISSING)
        e = number_find(book, text, arena, out, note);
    const char *bare = e == ERR_MISSING ? scanned(book, text, arena) : NULL;
    if (bare)
        return paper_find(book, bare, arena, out, note); /* shorter: it ends */
    if (e == ERR_MISSING)
        fail(note, e, "there is no invoice or debit memo %s", text);
    return e;
}

enum err paper_find_any(struct book *book, const char *text, struct arena *arena,
                        struct document *out, struct note *note)
{
    enum err e = paper_find(book, text, arena, out, note);

    if (e == ERR_MISSING)
        e = document_find(book, text, ~0u, arena, out);
    return e == ERR_MISSING ? document_find(book, in_capitals(text, arena), ~0u, arena, out) : e;
}
