#include "base/text.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

enum { CARD_LEAST = 13, CARD_MOST = 19 };

/* One code point at `text`; bytes that are not UTF-8 come as -1, one at a time. */
static size_t next_point(const char *text, size_t len, utf8proc_int32_t *point)
{
    utf8proc_ssize_t took = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
                                             point);
    if (took > 0)
        return (size_t)took;
    *point = -1;
    return 1;
}

static bool is_blank(utf8proc_int32_t point)
{
    if (point < 0x80)
        return point == ' ' || (point >= '\t' && point <= '\r');
    return utf8proc_category(point) == UTF8PROC_CATEGORY_ZS;
}

static bool is_ascii(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* Why a code point may not enter the books; NULL when it may. */
static const char *harm_of(utf8proc_int32_t point)
{
    if (point < 0x20 || (point >= 0x7F && point <= 0x9F))
        return "is a control character";
    if (point < 0x7F)
        return NULL;
    if (point == 0x061C || point == 0x200E || point == 0x200F ||
        (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x206F))
        return "turns the direction of writing around";
    if (point == 0x2028 || point == 0x2029)
        return "breaks the line";
    if ((point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE)
        return "is not a character";
    if (point >= 0xFFF9 && point <= 0xFFFB)
        return "is a control character";
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_CN: return "is not assigned to any character";
    case UTF8PROC_CATEGORY_CS: return "is half a character";
    default: return NULL;
    }
}

bool text_utf8(const char *bytes, size_t len, size_t *bad_at)
{
    for (size_t at = 0; at < len;) {
        utf8proc_int32_t point;
        size_t took = next_point(bytes + at, len - at, &point);
        if (point < 0) {
            if (bad_at)
                *bad_at = at;
            return false;
        }
        at += took;
    }
    return true;
}

/* Blanks at both ends go away, also tabs and line ends, which pasting and files bring along. */
static void trim_span(const char **text, size_t *len)
{
    utf8proc_int32_t point;
    while (*len) {
        size_t took = next_point(*text, *len, &point);
        if (!is_blank(point))
            break;
        *text += took;
        *len -= took;
    }
    while (*len) {
        size_t last = *len - 1;
        while (last && ((unsigned char)(*text)[last] & 0xC0) == 0x80)
            last--;
        next_point(*text + last, *len - last, &point);
        if (!is_blank(point))
            break;
        *len = last;
    }
}

static enum err points_check(const char *text, size_t len, bool lines, struct note *note)
{
    size_t position = 1;
    for (size_t at = 0; at < len; position++) {
        utf8proc_int32_t point;
        size_t took = next_point(text + at, len - at, &point);
        if (point < 0)
            return fail(note, ERR_INPUT,
                        "character %zu is not UTF-8 (byte 0x%02X): save the text as UTF-8 or say "
                        "its encoding", position, (unsigned)(unsigned char)text[at]);
        bool line_end = lines && (point == '\n' || (point == '\r' && text[at + 1] == '\n'));
        const char *harm = line_end ? NULL : harm_of(point);
        if (harm && point == '\n')
            return fail(note, ERR_INPUT, "the text must be one line, but character %zu ends one",
                        position);
        if (harm)
            return fail(note, ERR_INPUT, "character %zu (U+%04X) %s: leave it out", position,
                        (unsigned)point, harm);
        at += took;
    }
    return ERR_OK;
}

static size_t crlf_to_lf(char *text, size_t len)
{
    size_t to = 0;
    for (size_t from = 0; from < len; from++)
        if (text[from] != '\r')
            text[to++] = text[from];
    text[to] = 0;
    return to;
}

enum err text_clean(const char *in, size_t len, bool lines, struct arena *arena, char **out,
                    struct note *note)
{
    trim_span(&in, &len);
    /* A copy first: it ends in zero, so that looking one byte ahead is safe. */
    char *copy = arena_bytes(arena, in, len);
    TRY(points_check(copy, len, lines, note));
    len = crlf_to_lf(copy, len);
    if (is_ascii(copy, len)) {
        *out = copy;
        return ERR_OK;
    }
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t count = utf8proc_map((const utf8proc_uint8_t *)copy, (utf8proc_ssize_t)len,
                                          &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (count < 0)
        return fail(note, ERR_INPUT, "the text cannot be read: %s", utf8proc_errmsg(count));
    *out = arena_bytes(arena, composed, (size_t)count);
    free(composed);
    return ERR_OK;
}

void text_safe(struct buf *out, const char *bytes, size_t len)
{
    for (size_t at = 0; at < len;) {
        utf8proc_int32_t point;
        size_t took = next_point(bytes + at, len - at, &point);
        if (point < 0 || harm_of(point))
            buf_char(out, '?');
        else
            buf_add(out, bytes + at, took);
        at += took;
    }
}

/* Cells by the C library, which curses also asks; where the locale does not know the character
 * (every non-ASCII one in "C"), by the Unicode tables. A bad byte takes one. */
static int point_cells(utf8proc_int32_t point)
{
    if (point < 0)
        return 1;
    if (point >= 0x20 && point < 0x7F)
        return 1;
    int cells = wcwidth((wchar_t)point);
    return cells >= 0 ? cells : utf8proc_charwidth(point);
}

int text_width(const char *text)
{
    int cells = 0;
    for (size_t len = strlen(text); len;) {
        utf8proc_int32_t point;
        size_t took = next_point(text, len, &point);
        cells += point_cells(point);
        text += took;
        len -= took;
    }
    return cells;
}

bool text_is_leftward(const char *text)
{
    for (size_t len = strlen(text); len;) {
        utf8proc_int32_t point;
        const size_t took = next_point(text, len, &point);
        const utf8proc_propval_t class = utf8proc_get_property(point)->bidi_class;
        if (class == UTF8PROC_BIDI_CLASS_L)
            return false;
        if (class == UTF8PROC_BIDI_CLASS_R || class == UTF8PROC_BIDI_CLASS_AL)
            return true;
        text += took;
        len -= took;
    }
    return false;
}

size_t text_prefix(const char *text, int cells, int *taken)
{
    int used = 0;
    size_t at = 0;
    for (size_t len = strlen(text); at < len;) {
        utf8proc_int32_t point;
        size_t took = next_point(text + at, len - at, &point);
        int more = point_cells(point);
        if (used + more > cells)
            break;
        used += more;
        at += took;
    }
    if (taken)
        *taken = used;
    return at;
}

static void pad(struct buf *out, int cells)
{
    if (cells > 0)
        buf_fill(out, ' ', (size_t)cells);
}

void text_fit(struct buf *out, const char *text, int cells, bool right)
{
    if (cells <= 0)
        return;
    int width = text_width(text);
    if (width <= cells) {
        pad(out, right ? cells - width : 0);
        buf_text(out, text);
        pad(out, right ? 0 : cells - width);
        return;
    }
    int taken;
    size_t len = text_prefix(text, cells - 1, &taken);
    buf_add(out, text, len);
    buf_text(out, strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? "…" : "~");
    pad(out, cells - 1 - taken); /* a wide character did not fit by half */
}

/* Folding of one ASCII byte after another, so that comparing names needs no memory. */
struct fold_reader {
    const char *at;
    bool started;
};

static int ascii_next(struct fold_reader *reader)
{
    const char *from = reader->at;
    while (is_blank((unsigned char)*reader->at))
        reader->at++;
    if (!*reader->at)
        return 0;
    if (reader->at != from && reader->started)
        return ' ';
    reader->started = true;
    unsigned char c = (unsigned char)*reader->at++;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static char *fold_ascii(struct arena *arena, const char *text, size_t len)
{
    char *out = arena_bytes(arena, text, len);
    struct fold_reader reader = {.at = text};
    size_t to = 0;
    for (int c = ascii_next(&reader); c; c = ascii_next(&reader))
        out[to++] = (char)c;
    out[to] = 0;
    return out;
}

/* Compatibility forms too, so that full-width digits and ligatures are found by plain keys. */
static utf8proc_uint8_t *fold_map(const char *text, size_t len, utf8proc_ssize_t *count)
{
    utf8proc_uint8_t *mapped = NULL;
    *count = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len, &mapped,
                          UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                              UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    return *count < 0 ? NULL : mapped;
}

char *text_fold(struct arena *arena, const char *text)
{
    size_t len = strlen(text);
    if (is_ascii(text, len))
        return fold_ascii(arena, text, len);
    utf8proc_ssize_t count;
    utf8proc_uint8_t *mapped = fold_map(text, len, &count);
    if (!mapped)
        return fold_ascii(arena, text, len); /* not UTF-8: as it is */
    /* What is left: blanks of all kinds become one space; the rest is lower case already. */
    char *out = arena_new(arena, (size_t)count + 1);
    size_t to = 0;
    bool gap = false;
    for (utf8proc_ssize_t at = 0; at < count;) {
        utf8proc_int32_t point;
        size_t took = next_point((char *)mapped + at, (size_t)(count - at), &point);
        if (is_blank(point)) {
            gap = to > 0;
        } else {
            if (gap)
                out[to++] = ' ';
            gap = false;
            memcpy(out + to, mapped + at, took);
            to += took;
        }
        at += (utf8proc_ssize_t)took;
    }
    free(mapped);
    return out;
}

int text_fold_compare(const char *a, const char *b)
{
    if (is_ascii(a, strlen(a)) && is_ascii(b, strlen(b))) {
        struct fold_reader left = {.at = a}, right = {.at = b};
        for (;;) {
            int x = ascii_next(&left), y = ascii_next(&right);
            if (x != y || !x)
                return x < y ? -1 : x > y;
        }
    }
    struct arena arena = {0};
    int order = strcmp(text_fold(&arena, a), text_fold(&arena, b));
    arena_done(&arena);
    return order < 0 ? -1 : order > 0;
}

bool text_is_blank(const char *text)
{
    for (size_t len = text ? strlen(text) : 0; len;) {
        utf8proc_int32_t point;
        size_t took = next_point(text, len, &point);
        if (!is_blank(point))
            return false;
        text += took;
        len -= took;
    }
    return true;
}

static int ascii_lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool text_same(const char *a, const char *b)
{
    while (*a && ascii_lower((unsigned char)*a) == ascii_lower((unsigned char)*b))
        a++, b++;
    return *a == *b;
}

char *text_trim(char *text)
{
    const char *from = text;
    size_t len = strlen(text);
    trim_span(&from, &len);
    memmove(text, from, len);
    text[len] = 0;
    return text;
}

/* Payment cards. A run is digits with single blanks or dashes between; its groups are what the
 * blanks and dashes part. */
enum { RUN_DIGITS = 64, RUN_GROUPS = 32 };

struct digit_run {
    char digits[RUN_DIGITS];
    int count;
    int group[RUN_GROUPS + 1]; /* where each group begins; one more ends the last */
    int groups;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Reads the run at `text`, which begins with a digit. What is longer than any card and IBAN is read
 * in pieces. */
static size_t run_read(const char *text, struct digit_run *run)
{
    size_t at = 0;
    *run = (struct digit_run){.groups = 1};
    while (run->count < RUN_DIGITS) {
        if (is_digit(text[at])) {
            run->digits[run->count++] = text[at++];
            continue;
        }
        if ((text[at] != ' ' && text[at] != '-') || !is_digit(text[at + 1]) ||
            run->groups == RUN_GROUPS)
            break;
        run->group[run->groups++] = run->count;
        at++;
    }
    run->group[run->groups] = run->count;
    return at;
}

static bool luhn_is(const char *digits, int count)
{
    int sum = 0;
    for (int i = 0; i < count; i++) {
        int digit = digits[count - 1 - i] - '0';
        if (i % 2)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/* How cards begin and how long they are, by scheme. */
static const struct card_range {
    int first, last; /* of the leading digits */
    int digits;      /* how many lead */
    int least, most; /* digits in all */
} card_ranges[] = {
    {4, 4, 1, 13, 13},       {4, 4, 1, 16, 16},       {4, 4, 1, 19, 19}, /* Visa */
    {51, 55, 2, 16, 16},     {2221, 2720, 4, 16, 16},                    /* Mastercard */
    {34, 34, 2, 15, 15},     {37, 37, 2, 15, 15},                        /* American Express */
    {36, 36, 2, 14, 19},     {38, 39, 2, 14, 19},     {300, 305, 3, 14, 19}, /* Diners Club */
    {6011, 6011, 4, 16, 19}, {65, 65, 2, 16, 19},                        /* Discover */
    {35, 35, 2, 16, 19},                                                 /* JCB */
};

static bool card_is(const char *digits, int count)
{
    if (count < CARD_LEAST || count > CARD_MOST || !luhn_is(digits, count))
        return false;
    for (size_t i = 0; i < sizeof card_ranges / sizeof *card_ranges; i++) {
        const struct card_range *range = &card_ranges[i];
        int lead = 0;
        for (int d = 0; d < range->digits; d++)
            lead = lead * 10 + digits[d] - '0';
        if (lead >= range->first && lead <= range->last && count >= range->least &&
            count <= range->most)
            return true;
    }
    return false;
}

/* ISO 13616: an account number whose check digits are right is no card, though many look so. */
static bool iban_is(const char *country, const struct digit_run *run)
{
    if (run->count < 11)
        return false;
    int rest = 0;
    for (int i = 2; i < run->count; i++)
        rest = (rest * 10 + run->digits[i] - '0') % 97;
    for (int i = 0; i < 2; i++)
        rest = (rest * 100 + ascii_lower((unsigned char)country[i]) - 'a' + 10) % 97;
    for (int i = 0; i < 2; i++)
        rest = (rest * 10 + run->digits[i] - '0') % 97;
    return rest == 1;
}

/* The groups as printed on cards, so that a card is found between other numbers. */
static bool groups_are_card(const struct digit_run *run, int from, int to)
{
    static const char *const shapes[] = {"4444", "465", "464", "44443"};
    int count = run->group[to] - run->group[from];
    bool shaped = to - from == 1 || to - from == run->groups;
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes && !shaped; s++) {
        shaped = (int)strlen(shapes[s]) == to - from;
        for (int g = from; g < to && shaped; g++)
            shaped = run->group[g + 1] - run->group[g] == shapes[s][g - from] - '0';
    }
    return shaped && card_is(run->digits + run->group[from], count);
}

bool text_card(const char *text)
{
    for (const char *at = text; *at;) {
        if (!is_digit(*at)) {
            at++;
            continue;
        }
        struct digit_run run;
        size_t took = run_read(at, &run);
        bool country = at - text >= 2 && is_letter(at[-1]) && is_letter(at[-2]) &&
                       (at - text == 2 || !is_letter(at[-3]));
        if (!country || !iban_is(at - 2, &run))
            for (int from = 0; from < run.groups; from++)
                for (int to = from + 1; to <= run.groups; to++)
                    if (groups_are_card(&run, from, to))
                        return true;
        at += took;
    }
    return false;
}

int text_figures(const char *text)
{
    int run = 0, longest = 0;

    for (; *text; text++) {
        if (*text >= '0' && *text <= '9')
            run++;
        else if (!strchr(" -.*xX", *text))
            run = 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}
