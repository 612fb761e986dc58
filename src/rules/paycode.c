#include "rules/paycode.h"

#include "rules/reference.h"

#include <ctype.h>
#include <string.h>

#define IBAN_LEAST 15
#define IBAN_MOST 34
#define CENTS_MOST INT64_C(99999999999)
#define NAME_MOST 70 /* characters (EPC069-12 table 2) */
#define TEXT_MOST 140

/* Without blanks, in capitals; the length, 0 when it is no IBAN's. */
static size_t iban_fold(const char *text, char out[IBAN_MOST + 1])
{
    size_t len = 0;

    for (; *text; text++) {
        if (*text == ' ')
            continue;
        if (len == IBAN_MOST || !isascii((unsigned char)*text) || !isalnum((unsigned char)*text))
            return 0;
        out[len++] = (char)toupper((unsigned char)*text);
    }
    out[len] = 0;
    return len;
}

static bool shaped(const char *iban, size_t len)
{
    return len >= IBAN_LEAST && isupper((unsigned char)iban[0]) &&
           isupper((unsigned char)iban[1]) && isdigit((unsigned char)iban[2]) &&
           isdigit((unsigned char)iban[3]);
}

bool iban_shaped(const char *text)
{
    char iban[IBAN_MOST + 1];

    return shaped(iban, iban_fold(text, iban));
}

bool iban_valid(const char *text)
{
    char iban[IBAN_MOST + 1];
    const size_t len = iban_fold(text, iban);
    unsigned rest = 0;

    if (!shaped(iban, len))
        return false;
    for (size_t i = 0; i < len; i++) { /* country and check digits go to the end */
        const char c = iban[(i + 4) % len];
        const unsigned value =
            isdigit((unsigned char)c) ? (unsigned)(c - '0') : (unsigned)(c - 'A') + 10;
        rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
}

bool bic_valid(const char *text)
{
    const size_t len = strlen(text);

    for (size_t i = 0; i < len; i++)
        if (!isupper((unsigned char)text[i]) && (i < 6 || !isdigit((unsigned char)text[i])))
            return false;
    return len == 8 || len == 11;
}

/* The first `most` characters, on one line: the fields are parted by line ends. */
static const char *field(struct arena *arena, const char *text, int most)
{
    char *copy = arena_text(arena, text);
    char *end = copy;

    for (; *end; end++) {
        if ((*end & 0xc0) != 0x80 && most-- == 0)
            break;
        if ((unsigned char)*end < ' ')
            *end = ' ';
    }
    *end = 0;
    return copy;
}

enum err paycode_make(const struct paycode *code, struct arena *arena, const char **out,
                      struct note *note)
{
    char iban[IBAN_MOST + 1];

    if (!iban_valid(code->iban))
        return fail(note, ERR_INPUT, "'%.40s' is no IBAN", code->iban);
    if (code->cents < 1 || code->cents > CENTS_MOST)
        return fail(note, ERR_INPUT, "a code pays 0.01 to 999,999,999.99 euro");
    iban_fold(code->iban, iban);
    const bool structured = reference_is(code->reference);
    const char *text = structured ? "" : field(arena, code->text, TEXT_MOST);
    *out = arena_format(arena, "BCD\n002\n1\nSCT\n%s\n%s\n%s\nEUR%lld.%02lld\n\n%s", code->bic,
                        field(arena, code->name, NAME_MOST), iban, (long long)(code->cents / 100),
                        (long long)(code->cents % 100), structured ? code->reference : "");
    if (*text)
        *out = arena_format(arena, "%s\n%s", *out, text);
    return ERR_OK;
}
