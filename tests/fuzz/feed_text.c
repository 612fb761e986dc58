/* feed_text: any bytes at the border: refused or clean, harmless for every sink, cut to width. */
#include "base/card.h"
#include "base/text.h"
#include "fuzz/target.h"

#include <stdlib.h>
#include <string.h>

#define CELLS_MOST 12

/* No byte that steers a terminal (TRUST.md F32): no C0, no DEL, no C1, no bidi control. */
static void harmless(const char *text, size_t len, bool lines)
{
    size_t bad;

    must(text_utf8(text, len, &bad));
    for (size_t i = 0; i < len; i++) {
        const unsigned char c = (unsigned char)text[i];
        must((c >= 32 && c != 127) || (lines && c == '\n'));
        if (c == 0xC2)
            must((unsigned char)text[i + 1] >= 0xA0);
    }
    must(!strstr(text, "\xE2\x80\xAE") && !strstr(text, "\xE2\x81\xA6"));
}

static void clean_feed(const char *bytes, size_t len, bool lines)
{
    struct arena arena = {0};
    struct note note = {0};
    char *clean = NULL, *again = NULL;
    const enum err e = text_clean(bytes, len, lines, &arena, &clean, &note);

    if (e == ERR_OK) {
        harmless(clean, strlen(clean), lines);
        must(text_clean(clean, strlen(clean), lines, &arena, &again, &note) == ERR_OK);
        must(strcmp(clean, again) == 0);
    } else {
        must(note.code == e && note.text[0]);
        harmless(note.text, strlen(note.text), false);
    }
    arena_done(&arena);
}

static void width_feed(const char *text)
{
    struct buf fitted;
    int taken;

    buf_init(&fitted, (size_t)1 << 20);
    for (int cells = 0; cells <= CELLS_MOST; cells++) {
        const size_t bytes = text_prefix(text, cells, &taken);
        must(bytes <= strlen(text) && taken <= cells);
        buf_reset(&fitted);
        text_fit(&fitted, text, cells, cells % 2);
        must(text_width(fitted.data) == cells);
    }
    buf_done(&fitted);
}

void feed_text(const uint8_t *bytes, size_t len)
{
    char *text = feed_string(bytes, len);
    struct arena arena = {0};
    struct buf safe;

    buf_init(&safe, (size_t)1 << 20);
    clean_feed((const char *)bytes, len, false);
    clean_feed((const char *)bytes, len, true);
    text_safe(&safe, (const char *)bytes, len);
    harmless(safe.data, safe.len, false);
    width_feed(text);
    width_feed(safe.data);
    char *folded = text_fold(&arena, text);
    must(text_fold_compare(text, text) == 0);
    must(!text_is_blank(text) || text_is_blank(folded));
    card_in(text);
    text_trim(text);
    arena_done(&arena);
    buf_done(&safe);
    free(text);
}
