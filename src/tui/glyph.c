#include "tui/glyph.h"

#include <stdbool.h>
#include <wchar.h>

#define JOINER 0x200D

uint32_t glyph_decode(const char *text, size_t *len)
{
    const unsigned char *p = (const unsigned char *)text;
    *len = p[0] != 0;
    if (p[0] < 0x80)
        return p[0];
    size_t more = p[0] >= 0xF0 ? 3 : p[0] >= 0xE0 ? 2 : p[0] >= 0xC2 ? 1 : 0;
    if (more == 0)
        return 0xFFFD;
    uint32_t rune = p[0] & (0x3FU >> more);
    for (size_t i = 1; i <= more; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 0xFFFD;
        rune = rune << 6 | (p[i] & 0x3FU);
    }
    *len = more + 1;
    return rune;
}

size_t glyph_encode(uint32_t rune, char out[5])
{
    size_t len = 0;
    if (rune == 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000)) {
        out[0] = 0;
        return 0;
    }
    if (rune < 0x80) {
        out[len++] = (char)rune;
    } else if (rune < 0x800) {
        out[len++] = (char)(0xC0 | rune >> 6);
    } else if (rune < 0x10000) {
        out[len++] = (char)(0xE0 | rune >> 12);
        out[len++] = (char)(0x80 | (rune >> 6 & 0x3F));
    } else {
        out[len++] = (char)(0xF0 | rune >> 18);
        out[len++] = (char)(0x80 | (rune >> 12 & 0x3F));
        out[len++] = (char)(0x80 | (rune >> 6 & 0x3F));
    }
    if (rune >= 0x80)
        out[len++] = (char)(0x80 | (rune & 0x3F));
    out[len] = 0;
    return len;
}

static int rune_width(uint32_t rune)
{
    int cells = wcwidth((wchar_t)rune);
    return cells < 0 ? 1 : cells; /* what is not printable is shown as one '?' */
}

size_t glyph_next(const char *text, size_t at)
{
    size_t len;
    uint32_t rune = glyph_decode(text + at, &len);
    if (len == 0)
        return at;
    at += len;
    for (;;) {
        bool joined = rune == JOINER;
        rune = glyph_decode(text + at, &len);
        if (len == 0 || (!joined && rune_width(rune) != 0))
            return at;
        at += len;
    }
}

size_t glyph_previous(const char *text, size_t at)
{
    size_t before = 0;
    while (before < at) {
        size_t next = glyph_next(text, before);
        if (next >= at)
            break;
        before = next;
    }
    return before;
}

int glyph_width(const char *text, size_t at, size_t end)
{
    int cells = 0;
    while (at < end) {
        size_t len;
        uint32_t rune = glyph_decode(text + at, &len);
        if (len == 0)
            break;
        cells += rune_width(rune);
        at += len;
    }
    return cells;
}
