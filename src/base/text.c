#include "base/text.h"

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

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

char text_ascii(uint32_t rune)
{
    static const struct {
        uint32_t rune;
        char like;
    } whole[] = {/* no marks on them that could be taken off */
                 {0x00D8, 'O'},  {0x00F8, 'o'},  {0x0141, 'L'}, {0x0142, 'l'}, {0x0110, 'D'},
                 {0x0111, 'd'},  {0x0131, 'i'},  {0x0126, 'H'}, {0x0127, 'h'}, {0x00DF, 's'},
                 {0x00C6, 'A'},  {0x00E6, 'a'},  {0x0152, 'O'}, {0x0153, 'o'}, {0x00DE, 'T'},
                 {0x00FE, 't'},  {0x00D0, 'D'},  {0x00F0, 'd'}, {0x2013, '-'}, {0x2014, '-'},
                 {0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'}, {0x201D, '"'}};
    utf8proc_int32_t parts[8];

    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (whole[i].rune == rune)
            return whole[i].like;
    if (!utf8proc_codepoint_valid((utf8proc_int32_t)rune))
        return 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)rune, parts, sizeof parts / sizeof *parts, UTF8PROC_DECOMPOSE, NULL);
    return count > 0 && parts[0] > ' ' && parts[0] < 0x7F ? (char)parts[0] : 0;
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

const char *text_unmarked(const char *text)
{
    return strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? text + 3 : text;
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

const char *text_article(const char *word)
{
    return *word && strchr("aeio", *word) ? "an" : "a";
}
