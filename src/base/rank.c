#include "base/rank.h"

#include <stdbool.h>
#include <string.h>

#define SLIP_LETTERS 4 /* fewer are a slip away from half of all words */
#define NEEDLE_MOST 64 /* letters that a slip is looked for in */

static bool is_end(char c)
{
    return c == 0 || c == '\n';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
           (unsigned char)c >= 0x80;
}

/* Kana and ideographs, U+3040 to U+9FFF, by their first byte. */
static bool is_sign(char c)
{
    return (unsigned char)c >= 0xE3 && (unsigned char)c <= 0xE9;
}

static bool word_begins(const char *place)
{
    return !is_letter(place[-1]) || is_sign(*place) ||
           /* "inv1001": a number behind letters is looked for by itself */
           (is_digit(*place) && !is_digit(place[-1]));
}

enum rank rank_at(const char *text, const char *place, size_t needle_len)
{
    if (place == text || place[-1] == '\n')
        return is_end(place[needle_len]) ? RANK_NAME : RANK_PREFIX;
    return word_begins(place) ? RANK_WORD : RANK_INSIDE;
}

enum rank rank_text(const char *text, const char *needle)
{
    const size_t len = strlen(needle), text_len = strcspn(text, "\n");
    enum rank best = RANK_NONE;

    if (len == 0)
        return RANK_NONE;
    for (const char *at = strstr(text, needle); at && at + len <= text + text_len;
         at = strstr(at + 1, needle)) {
        const enum rank rank = rank_at(text, at, len);
        if (rank > best)
            best = rank;
    }
    return best;
}

static size_t zeros(const char *text)
{
    return strspn(text, "0");
}

/* The same digits to the end of both, leading zeros left out. */
static bool same_number(const char *text, const char *needle)
{
    text += zeros(text);
    needle += zeros(needle);
    const size_t len = strlen(needle);
    return strncmp(text, needle, len) == 0 && is_end(text[len]);
}

enum rank rank_code(const char *code, const char *needle)
{
    enum rank rank = rank_text(code, needle);

    if (rank == RANK_NAME)
        return RANK_CODE;
    if (*needle == 0 || needle[strspn(needle, "0123456789")] != 0)
        return rank;
    if (is_digit(*code))
        return same_number(code, needle) ? RANK_CODE : rank;
    /* behind the letters of its series */
    const char *serial = code + strcspn(code, "0123456789\n");
    return is_digit(*serial) && same_number(serial, needle) ? RANK_NAME : rank;
}

/* ---- one slip ---- */

/* The code points of a word, at most NEEDLE_MOST; letters beyond ASCII as one each. */
struct letters {
    unsigned of[NEEDLE_MOST];
    size_t count;
};

static const char *letter_read(const char *at, unsigned *out)
{
    unsigned point = (unsigned char)*at++;

    while (((unsigned char)*at & 0xC0) == 0x80)
        point = point << 8 | (unsigned char)*at++;
    *out = point;
    return at;
}

static void letters_read(struct letters *out, const char *at, bool whole)
{
    out->count = 0;
    while (!is_end(*at) && (whole || is_letter(*at)) && out->count < NEEDLE_MOST)
        at = letter_read(at, &out->of[out->count++]);
}

static bool same(const struct letters *a, size_t i, const struct letters *b, size_t k)
{
    /* what is left of the needle `b` begins what is left of the word `a` */
    for (; k < b->count; i++, k++)
        if (i >= a->count || a->of[i] != b->of[k])
            return false;
    return true;
}

static bool slipped(const struct letters *word, const struct letters *typed)
{
    size_t at = 0;

    while (at < word->count && at < typed->count && word->of[at] == typed->of[at])
        at++;
    if (at == 0)
        return false;
    return same(word, at + 1, typed, at + 1) || /* another one */
           same(word, at + 1, typed, at) ||     /* left out */
           same(word, at, typed, at + 1) ||     /* too many */
           (at + 1 < word->count && at + 1 < typed->count && word->of[at] == typed->of[at + 1] &&
            word->of[at + 1] == typed->of[at] && same(word, at + 2, typed, at + 2));
}

enum rank rank_slip(const char *text, const char *needle)
{
    struct letters typed, word;

    if (strpbrk(needle, "0123456789"))
        return RANK_NONE;
    letters_read(&typed, needle, true);
    if (typed.count < SLIP_LETTERS)
        return RANK_NONE;
    const char *end = text + strcspn(text, "\n");
    for (const char *at = strchr(text, *needle); at && at < end; at = strchr(at + 1, *needle)) {
        if (!is_letter(*at) || (at > text && !word_begins(at)))
            continue;
        letters_read(&word, at, false);
        if (slipped(&word, &typed))
            return RANK_FUZZY;
    }
    return RANK_NONE;
}
