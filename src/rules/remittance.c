/* remittance: numbers found in free text, by an index of those that are open. */
#include "rules/remittance.h"

#include "base/text.h"
#include "rules/reference.h"

#include <stdlib.h>
#include <string.h>

#define LONG_ENOUGH 6  /* a shorter number may stand in a text for another reason */
#define TOKENS_MAX 200 /* of a text that are looked at */
#define JOINED_MAX 4   /* pieces that one number may be written in */
#define RANGE_MAX 100  /* numbers that a range may name */
#define TAIL_MIN 3     /* digits at the end of a number that can be counted on from */
#define NUMBER_MAX 48  /* characters of a number without its separators */

/* ---- the index ------------------------------------------------------------------------------ */

enum spelling {
    SPELT_KEY, /* as numbers are compared */
    SPELT_OWN, /* the customer's own name of it */
    SPELT_RF,
    SPELT_SHORT, /* without leading zeros */
    SPELT_BARE,  /* letters and digits alone */
    SPELLINGS
};

struct autocash_index {
    int count, room; /* of buckets, a power of two */
    int *buckets;    /* place + 1 of the first spelling; 0 = none */
    int *next;       /* per spelling of each item */
    const char **texts;
};

static unsigned bucket_of(const struct autocash_index *index, enum spelling spelling,
                          const char *text)
{
    uint64_t h = UINT64_C(14695981039346656037) + (uint64_t)spelling; /* FNV-1a */

    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return (unsigned)(h ^ (h >> 32)) & (unsigned)(index->room - 1);
}

static void index_put(struct autocash_index *index, int item, enum spelling spelling,
                      const char *text)
{
    const int place = item * SPELLINGS + (int)spelling;

    if (!*text)
        return;
    int *bucket = &index->buckets[bucket_of(index, spelling, text)];
    index->texts[place] = text;
    index->next[place] = *bucket;
    *bucket = place + 1;
}

/* A key without the marks between digits. */
static const char *bare_of(const char *key, struct arena *arena)
{
    if (!strchr(key, '-'))
        return key;
    char *bare = arena_text(arena, key);
    size_t len = 0;
    for (const char *p = key; *p; p++)
        if (*p != '-')
            bare[len++] = *p;
    bare[len] = 0;
    return bare;
}

const struct autocash_index *autocash_index(const struct autocash_item *items, int count,
                                            struct arena *arena)
{
    struct autocash_index *index = arena_new(arena, sizeof *index);
    const size_t places = ((size_t)count + 1) * SPELLINGS;
    char rf[REFERENCE_TEXT];

    index->count = count;
    for (index->room = 16; index->room < 2 * count; index->room *= 2)
        ;
    index->buckets = arena_new(arena, (size_t)index->room * sizeof *index->buckets);
    index->next = arena_new(arena, places * sizeof *index->next);
    index->texts = arena_new(arena, places * sizeof *index->texts);
    for (int i = 0; i < count; i++) {
        const char *key = reference_key(arena, items[i].number);
        index_put(index, i, SPELT_KEY, key);
        index_put(index, i, SPELT_BARE, bare_of(key, arena));
        index_put(index, i, SPELT_SHORT, reference_key_short(arena, items[i].number));
        if (items[i].reference)
            index_put(index, i, SPELT_OWN, reference_key(arena, items[i].reference));
        if (reference_make(items[i].number, rf, NULL) == ERR_OK)
            index_put(index, i, SPELT_RF, arena_text(arena, rf));
    }
    return index;
}

/* ---- asking it ------------------------------------------------------------------------------ */

struct reading {
    const struct autocash_index *index;
    const bool *there;
    struct arena *arena;
    unsigned char *named;
};

/* The items that are spelt so are named; with NAMED_NOT they are only looked for. */
static bool ask(const struct reading *r, enum spelling spelling, const char *text, enum named as)
{
    bool found = false;

    for (int at = r->index->buckets[bucket_of(r->index, spelling, text)]; at;
         at = r->index->next[at - 1]) {
        const int item = (at - 1) / SPELLINGS;
        if ((at - 1) % SPELLINGS != (int)spelling || !r->there[item] ||
            strcmp(r->index->texts[at - 1], text) != 0)
            continue;
        found = true;
        if (r->named[item] < as)
            r->named[item] = (unsigned char)as;
    }
    return found;
}

static enum named named_by(size_t len)
{
    return len >= LONG_ENOUGH ? NAMED_LONG : NAMED_SHORT;
}

/* One word of the text as it is written, else without leading zeros. */
static bool word_ask(const struct reading *r, const char *word)
{
    const bool rf = reference_is(word);
    const enum named as = rf ? NAMED_LONG : named_by(strlen(word));
    const char *key = reference_key(r->arena, word);
    bool found = ask(r, SPELT_KEY, key, as);

    found = (rf && ask(r, SPELT_RF, word, as)) || found;
    found = ask(r, SPELT_OWN, key, as) || found;
    return found || ask(r, SPELT_SHORT, reference_key_short(r->arena, word), as);
}

/* ---- pieces --------------------------------------------------------------------------------- */

enum gap {
    GAP_NONE = 0, /* nothing can go on over it */
    GAP_JOINS = 1,
    GAP_DASH = 2,
    GAP_SLASH = 4
};

struct token {
    const char *text; /* folded */
    int len;
    unsigned gap; /* to the next one */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static unsigned gap_of(const char *from, const char *to)
{
    unsigned gap = GAP_JOINS;

    if (to - from > 3)
        return GAP_NONE;
    for (const char *p = from; p < to; p++) {
        if (!strchr(" -/._:#", *p))
            return GAP_NONE;
        if (*p == '-')
            gap |= GAP_DASH;
        else if (*p == '/')
            gap |= GAP_SLASH;
    }
    return gap;
}

/* The dashes of typesetters are dashes. */
static void dashes_plain(char *text)
{
    char *to = text;

    for (const char *p = text; *p;) {
        if (strncmp(p, "\xe2\x80\x93", 3) == 0 || strncmp(p, "\xe2\x80\x94", 3) == 0) {
            *to++ = '-';
            p += 3;
        } else {
            *to++ = *p++;
        }
    }
    *to = 0;
}

static int tokens_read(const char *text, struct token *tokens)
{
    int count = 0;

    for (const char *p = text; *p && count < TOKENS_MAX;) {
        const char *start = p;
        while (*p && !is_word(*p))
            p++;
        if (count)
            tokens[count - 1].gap = *p ? gap_of(start, p) : GAP_NONE;
        if (!*p)
            break;
        start = p;
        while (is_word(*p))
            p++;
        tokens[count++] = (struct token){start, (int)(p - start), GAP_NONE};
    }
    if (count == TOKENS_MAX)
        tokens[count - 1].gap = GAP_NONE;
    return count;
}

/* Some pieces in a row as one number. */
struct joined {
    char bare[NUMBER_MAX + 1];
    int len;
    bool digit, split; /* has a digit; digits stand apart */
};

static bool join(const struct token *tokens, int from, int count, struct joined *out)
{
    *out = (struct joined){.len = 0};
    for (int i = from; i < from + count; i++) {
        const struct token *t = &tokens[i];
        if (out->len + t->len > NUMBER_MAX || (i > from && !(tokens[i - 1].gap & GAP_JOINS)))
            return false;
        if (out->len && is_digit(out->bare[out->len - 1]) && is_digit(t->text[0]))
            out->split = true;
        memcpy(out->bare + out->len, t->text, (size_t)t->len);
        out->len += t->len;
    }
    for (int i = 0; i < out->len; i++)
        out->digit = out->digit || is_digit(out->bare[i]);
    out->bare[out->len] = 0;
    return true;
}

/* How many characters the pieces take as they are written. */
static size_t written(const struct token *tokens, int from, int count)
{
    const struct token *last = &tokens[from + count - 1];

    return (size_t)(last->text - tokens[from].text) + (size_t)last->len;
}

/* The same pieces as a number that is compared with its separators. */
static const char *key_of(const struct reading *r, const struct token *tokens, int from, int count)
{
    return reference_key(r->arena,
                         arena_bytes(r->arena, tokens[from].text, written(tokens, from, count)));
}

/* Does an RF reference begin here whose check digits are wrong? Then what follows is a slip too. */
static bool is_rf_slip(const struct token *token)
{
    return token->len == 4 && memcmp(token->text, "rf", 2) == 0 && is_digit(token->text[2]) &&
           is_digit(token->text[3]) && (token->gap & GAP_JOINS);
}

/* Numbers that are written in several pieces. */
static void pieces_ask(const struct reading *r, const struct token *tokens, int count)
{
    struct joined joined;

    for (int i = 0; i < count; i++)
        for (int n = 1; n <= JOINED_MAX && i + n <= count; n++) {
            if ((i > 0 && is_rf_slip(&tokens[i - 1])) || !join(tokens, i, n, &joined))
                break;
            if (!joined.digit || joined.len < 3)
                continue;
            const char *key = key_of(r, tokens, i, n);
            const enum named as = named_by(written(tokens, i, n));
            /* both are asked, whatever the first says */
            const bool spelt = ask(r, SPELT_KEY, key, as);
            if (ask(r, SPELT_OWN, key, as) || spelt)
                continue;
            /* digits that stand together in one and apart in the other may be another number */
            ask(r, SPELT_BARE, joined.bare, joined.split || n == 1 ? NAMED_SHORT : as);
        }
}

/* ---- run together --------------------------------------------------------------------------- */

/* A word that is nothing but known numbers, in one way only. */
static void together_ask(const struct reading *r, const struct token *token)
{
    int ways[NUMBER_MAX + 1] = {1}, from[NUMBER_MAX + 1] = {0};
    char piece[NUMBER_MAX + 1];

    if (token->len < 2 * LONG_ENOUGH || token->len > NUMBER_MAX)
        return;
    for (int end = LONG_ENOUGH; end <= token->len; end++)
        for (int at = 0; at + LONG_ENOUGH <= end; at++) {
            if (!ways[at] || end - at == token->len)
                continue;
            memcpy(piece, token->text + at, (size_t)(end - at));
            piece[end - at] = 0;
            if (!ask(r, SPELT_BARE, piece, NAMED_NOT))
                continue;
            ways[end] += ways[at];
            from[end] = at;
        }
    if (ways[token->len] != 1)
        return;
    for (int end = token->len; end > 0; end = from[end]) {
        memcpy(piece, token->text + from[end], (size_t)(end - from[end]));
        piece[end - from[end]] = 0;
        ask(r, SPELT_BARE, piece, NAMED_LONG);
    }
}

/* ---- endings and ranges --------------------------------------------------------------------- */

/* A number taken apart: what comes before its last digits, and these. */
struct counted {
    char head[NUMBER_MAX + 1];
    int digits;
    int64_t value;
};

static bool count_from(const struct joined *joined, struct counted *out)
{
    int at = joined->len;

    while (at > 0 && is_digit(joined->bare[at - 1]))
        at--;
    out->digits = joined->len - at;
    if (out->digits < TAIL_MIN || out->digits > 15)
        return false;
    memcpy(out->head, joined->bare, (size_t)at);
    out->head[at] = 0;
    out->value = strtoll(joined->bare + at, NULL, 10);
    return true;
}

static bool counted_ask(const struct reading *r, const struct counted *first, int64_t value,
                        enum named as)
{
    return ask(r, SPELT_BARE,
               arena_format(r->arena, "%s%0*lld", first->head, first->digits, (long long)value),
               as);
}

/* The number whose last digits the token gives; -1 when it is none. */
static int64_t with_ending(const struct counted *first, const struct token *token, bool shorter)
{
    int64_t unit = 1, ending = 0;

    if (token->len > first->digits || (shorter && token->len == first->digits))
        return -1;
    for (int i = 0; i < token->len; i++) {
        if (!is_digit(token->text[i]))
            return -1;
        ending = ending * 10 + (token->text[i] - '0');
        unit *= 10;
    }
    return first->value - first->value % unit + ending;
}

static bool is_until(const struct token *token)
{
    static const char *const words[] = {"to", "bis", "thru", "through", "until", "till"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if ((int)strlen(words[i]) == token->len &&
            memcmp(words[i], token->text, (size_t)token->len) == 0)
            return true;
    return false;
}

/* The last number of a range that goes on at token `at`; -1 when there is none. */
static int64_t range_end(const struct reading *r, const struct counted *first,
                         const struct token *tokens, int count, int at)
{
    struct joined joined;
    struct counted last;

    if (at >= count)
        return -1;
    int64_t end = with_ending(first, &tokens[at], false);
    for (int n = 1; end < 0 && n < JOINED_MAX && at + n <= count; n++)
        if (join(tokens, at, n, &joined) && count_from(&joined, &last) &&
            last.digits == first->digits && strcmp(last.head, first->head) == 0)
            end = last.value;
    return end > first->value && end - first->value <= RANGE_MAX &&
                   counted_ask(r, first, end, NAMED_NOT)
               ? end
               : -1;
}

/* What is counted on from a number that ends before token `at`. */
static void counted_on(const struct reading *r, const struct joined *joined, enum named as,
                       const struct token *tokens, int count, int at)
{
    struct counted first;

    if (at >= count || !count_from(joined, &first))
        return;
    for (; at < count && (tokens[at - 1].gap & GAP_SLASH); at++) {
        const int64_t value = with_ending(&first, &tokens[at], true);
        if (value < 0)
            return;
        counted_ask(r, &first, value, as);
    }
    if (at >= count || !(tokens[at - 1].gap & GAP_JOINS))
        return;
    int64_t end = -1;
    if (tokens[at - 1].gap & GAP_DASH)
        end = range_end(r, &first, tokens, count, at);
    else if (is_until(&tokens[at]) && (tokens[at].gap & GAP_JOINS))
        end = range_end(r, &first, tokens, count, at + 1);
    for (int64_t value = first.value; value <= end; value++)
        counted_ask(r, &first, value, as);
}

static void ranges_ask(const struct reading *r, const struct token *tokens, int count)
{
    struct joined joined;

    for (int i = 0; i < count; i++)
        for (int n = 1; n < JOINED_MAX && i + n < count; n++) {
            if (!join(tokens, i, n, &joined))
                break;
            if (joined.split ? ask(r, SPELT_KEY, key_of(r, tokens, i, n), NAMED_NOT)
                             : ask(r, SPELT_BARE, joined.bare, NAMED_NOT))
                counted_on(r, &joined, named_by(written(tokens, i, n)), tokens, count, i + n);
        }
}

/* ---- a text --------------------------------------------------------------------------------- */

void remittance_read(const struct autocash_index *index, const char *text, const bool *there,
                     struct arena *arena, unsigned char *named)
{
    const struct reading r = {index, there, arena, named};
    struct reference_walk walk = {.text = text};
    char word[REFERENCE_WORD];
    struct token tokens[TOKENS_MAX];

    if (!*text || index->count == 0)
        return;
    while (reference_next(&walk, word))
        word_ask(&r, word);
    char *folded = text_fold(arena, text);
    dashes_plain(folded);
    const int count = tokens_read(folded, tokens);
    pieces_ask(&r, tokens, count);
    for (int i = 0; i < count; i++)
        together_ask(&r, &tokens[i]);
    ranges_ask(&r, tokens, count);
}

bool remittance_has(const char *text, const char *number, struct arena *arena)
{
    const struct autocash_item item = {.number = number};
    const bool there = true;
    unsigned char named = NAMED_NOT;

    remittance_read(autocash_index(&item, 1, arena), text, &there, arena, &named);
    return named == NAMED_LONG;
}
