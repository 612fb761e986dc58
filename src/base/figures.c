#include "base/figures.h"

#include "base/buf.h"

#include <ctype.h>
#include <string.h>

#define MARK '\x1f'
#define WORDS_MAX ((size_t)1 << 20)

const char *figure_marked(struct money money, struct arena *arena)
{
    char text[MONEY_TEXT];

    return arena_format(arena, "%c%s", MARK, money_plain(money, text));
}

/* How many bytes are of the figure: a point without a digit behind it ends a sentence. */
static size_t figure_len(const char *text, unsigned *decimals)
{
    size_t len = text[0] == '-';

    while (isdigit((unsigned char)text[len]))
        len++;
    *decimals = 0;
    if (text[len] != '.' || !isdigit((unsigned char)text[len + 1]))
        return len;
    for (len++; isdigit((unsigned char)text[len]); len++)
        ++*decimals;
    return len;
}

const char *figures_show(const char *words, const struct notation *notation, struct arena *arena)
{
    struct buf out;
    char text[MONEY_TEXT];
    unsigned decimals;

    if (!strchr(words, MARK))
        return words;
    buf_init(&out, WORDS_MAX);
    for (const char *at; (at = strchr(words, MARK));
         words = at + 1 + figure_len(at + 1, &decimals)) {
        const size_t len = figure_len(at + 1, &decimals);
        const char *plain = arena_bytes(arena, at + 1, len);
        int64_t figure;
        buf_add(&out, words, (size_t)(at - words));
        const bool is = decimal_parse(plain, &notation_plain, decimals, &figure, NULL) == ERR_OK;
        buf_text(&out,
                 is ? money_show(money_of(figure, (struct currency){.digits = (uint8_t)decimals}),
                                 notation, text)
                    : plain);
    }
    buf_text(&out, words);
    const char *told = arena_text(arena, out.data);
    buf_done(&out);
    return told;
}

const char *figures_plain(const char *words, struct arena *arena)
{
    return figures_show(words, &notation_plain, arena);
}
