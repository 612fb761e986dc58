#include "rules/reference.h"

#include "base/text.h"

#include <string.h>

#define RF_LONGEST 25

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

static bool is_plain(char c)
{
    return is_digit(c) || (upper(c) >= 'A' && upper(c) <= 'Z');
}

/* Letters of other scripts belong to words too. */
static bool is_word_char(char c)
{
    return is_plain(c) || (unsigned char)c >= 0x80;
}

/* ---- ISO 11649 ---- */

static unsigned mod97(unsigned rest, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = upper(text[i]);
        rest =
            is_digit(c) ? rest * 10 + (unsigned)(c - '0') : rest * 100 + (unsigned)(c - 'A') + 10;
        rest %= 97;
    }
    return rest;
}

/* Capitals and digits only, no blanks. */
static bool reference_valid(const char *text, size_t len)
{
    if (len < 5 || len > RF_LONGEST || text[0] != 'R' || text[1] != 'F' || !is_digit(text[2]) ||
        !is_digit(text[3]))
        return false;
    return mod97(mod97(0, text + 4, len - 4), text, 4) == 1;
}

enum err reference_make(const char *number, char out[REFERENCE_TEXT], struct note *note)
{
    size_t len = 4;
    for (const char *at = number; *at; at++) {
        if ((unsigned char)*at >= 0x80)
            return fail(
                note, ERR_INPUT,
                "no RF reference for \"%s\": only the letters A to Z and digits can be in it",
                number);
        if (!is_plain(*at))
            continue;
        if (len == RF_LONGEST)
            return fail(note, ERR_INPUT,
                        "no RF reference for \"%s\": at most 21 letters and digits fit into it",
                        number);
        out[len++] = upper(*at);
    }
    if (len == 4)
        return fail(note, ERR_INPUT, "no RF reference for \"%s\": it has no letter or digit",
                    number);
    unsigned check = 98 - mod97(mod97(0, out + 4, len - 4), "RF00", 4);
    out[0] = 'R';
    out[1] = 'F';
    out[2] = (char)('0' + check / 10);
    out[3] = (char)('0' + check % 10);
    out[len] = 0;
    return ERR_OK;
}

bool reference_is(const char *text)
{
    char plain[RF_LONGEST];
    size_t len = 0;
    for (; *text; text++) {
        if (*text == ' ')
            continue;
        if (!is_plain(*text) || len == RF_LONGEST)
            return false;
        plain[len++] = upper(*text);
    }
    return reference_valid(plain, len);
}

const char *reference_show(const char *reference, char out[REFERENCE_SHOWN])
{
    size_t len = 0;
    for (size_t i = 0; reference[i] && i < RF_LONGEST; i++) {
        if (i && i % 4 == 0)
            out[len++] = ' ';
        out[len++] = reference[i];
    }
    out[len] = 0;
    return out;
}

/* ---- keys ---- */

static bool is_separator(char c)
{
    return c == ' ' || c == '-' || c == '/' || c == '.' || c == '_';
}

const char *reference_key(struct arena *arena, const char *number)
{
    char *key = text_fold(arena, number);
    size_t len = 0;
    bool apart = false;
    for (const char *at = key; *at; at++) {
        if (is_separator(*at)) {
            apart = true;
            continue;
        }
        char c = *at;
        /* Never longer than what was read: the mark stands for at least one separator. */
        if (apart && len > 0 && is_digit(key[len - 1]) && is_digit(c))
            key[len++] = '-';
        key[len++] = c;
        apart = false;
    }
    key[len] = 0;
    return key;
}

const char *reference_key_short(struct arena *arena, const char *number)
{
    char *key = arena_text(arena, reference_key(arena, number));
    size_t len = 0;
    for (const char *at = key; *at; at++) {
        bool leading = len == 0 || !is_digit(key[len - 1]);
        if (*at == '0' && leading && is_digit(at[1]))
            continue;
        key[len++] = *at;
    }
    key[len] = 0;
    return key;
}

/* ---- candidates in a text ---- */

/* The longest valid RF reference that begins at `start`: one run, or groups of four as it is
 * printed. Gives the offset behind it, 0 when there is none. */
static size_t rf_at(const char *text, size_t start, char out[REFERENCE_WORD])
{
    char plain[RF_LONGEST];
    size_t len = 0, best = 0, group = 0, at = start;
    for (;;) {
        while (is_plain(text[at]) && len < RF_LONGEST) {
            plain[len++] = upper(text[at++]);
            group++;
        }
        if (is_word_char(text[at]))
            break;
        if (reference_valid(plain, len)) {
            memcpy(out, plain, len);
            out[len] = 0;
            best = at;
        }
        if (group != 4 || text[at] != ' ' || !is_plain(text[at + 1]) || len == RF_LONGEST)
            break;
        at++;
        group = 0;
    }
    return best;
}

static bool next_rf(struct reference_walk *walk, char out[REFERENCE_WORD])
{
    const char *text = walk->text;
    for (size_t at = walk->at; text[at]; at++) {
        if (upper(text[at]) != 'R' || (at > 0 && is_word_char(text[at - 1])))
            continue;
        size_t end = rf_at(text, at, out);
        if (end) {
            walk->at = end;
            return true;
        }
    }
    return false;
}

static bool is_token_char(char c)
{
    return is_word_char(c) || c == '-' || c == '/';
}

/* Copies text[start, end) without - and / around it, if it can be a reference. */
static bool take_token(const char *text, size_t start, size_t end, char out[REFERENCE_WORD])
{
    while (start < end && !is_word_char(text[start]))
        start++;
    while (end > start && !is_word_char(text[end - 1]))
        end--;
    bool digit = false;
    for (size_t i = start; i < end; i++)
        digit = digit || is_digit(text[i]);
    if (!digit || end - start < 3 || end - start >= REFERENCE_WORD)
        return false;
    memcpy(out, text + start, end - start);
    out[end - start] = 0;
    return true;
}

/* The next part of a token with a slash, as long as there is one. */
static bool next_part(struct reference_walk *walk, char out[REFERENCE_WORD])
{
    while (walk->part < walk->part_end) {
        size_t start = walk->part, end = start;
        while (end < walk->part_end && walk->text[end] != '/')
            end++;
        walk->part = end + 1;
        if (take_token(walk->text, start, end, out))
            return true;
    }
    return false;
}

static bool next_token(struct reference_walk *walk, char out[REFERENCE_WORD])
{
    const char *text = walk->text;
    for (;;) {
        if (next_part(walk, out))
            return true;
        while (text[walk->at] && !is_token_char(text[walk->at]))
            walk->at++;
        if (!text[walk->at])
            return false;
        size_t start = walk->at;
        while (is_token_char(text[walk->at]))
            walk->at++;
        /* The parts come after the whole, even of a token that is too long itself:
         * "100/101/102..." */
        if (memchr(text + start, '/', walk->at - start)) {
            walk->part = start;
            walk->part_end = walk->at;
        }
        if (take_token(text, start, walk->at, out))
            return true;
    }
}

bool reference_next(struct reference_walk *walk, char out[REFERENCE_WORD])
{
    if (!walk->tokens) {
        if (next_rf(walk, out))
            return true;
        walk->tokens = true;
        walk->at = 0;
    }
    return next_token(walk, out);
}
