#include "rules/tape.h"

#include "base/buf.h"

#include <string.h>

#define APART " \t\n+;"
#define TAPE_MAX ((size_t)1 << 16) /* some thousands of amounts */

static int words_count(const char *text)
{
    int count = 0;

    for (const char *p = text + strspn(text, APART); *p; p += strspn(p, APART)) {
        p += strcspn(p, APART);
        count++;
    }
    return count;
}

enum err tape_parse(const char *text, const struct notation *notation, struct currency currency,
                    struct arena *arena, struct tape *out, struct note *note)
{
    const int words = words_count(text);

    *out = (struct tape){.amounts = arena_new(arena, ((size_t)words + 1) * sizeof *out->amounts)};
    for (const char *p = text + strspn(text, APART); *p; p += strspn(p, APART)) {
        const size_t len = strcspn(p, APART);
        const char *word = arena_bytes(arena, p, len);
        struct money amount;
        TRY(money_parse(word, notation, currency, &amount, note));
        if (!currency_is(amount.currency, currency))
            return fail(note, ERR_INPUT, "'%s' is not in %s", word, currency.code);
        if (amount.minor <= 0)
            return fail(note, ERR_INPUT, "'%s' is no amount of a payment: it is not above zero",
                        word);
        TRY(amount_add(out->total, amount.minor, &out->total));
        out->amounts[out->count++] = amount.minor;
        p += len;
    }
    if (out->count == 0)
        return fail(note, ERR_INPUT, "the tape has no amount on it");
    return ERR_OK;
}

const char *tape_text(const struct tape *tape, struct currency currency, struct arena *arena)
{
    char figure[MONEY_TEXT];
    struct buf text;

    buf_init(&text, TAPE_MAX);
    for (int i = 0; i < tape->count; i++)
        buf_format(&text, "%s%s", i ? " " : "",
                   money_plain(money_of(tape->amounts[i], currency), figure));
    const char *out = arena_text(arena, text.data);
    buf_done(&text);
    return out;
}

void tape_tick(const struct tape *tape, const int64_t *lines, int count, int *of_line, int *of_tape)
{
    for (int j = 0; j < tape->count; j++)
        of_tape[j] = -1;
    for (int i = 0; i < count; i++) {
        of_line[i] = -1;
        for (int j = 0; j < tape->count && of_line[i] < 0; j++)
            if (of_tape[j] < 0 && tape->amounts[j] == lines[i]) {
                of_line[i] = j;
                of_tape[j] = i;
            }
    }
}

bool difference_is_swap(int64_t difference)
{
    return difference != 0 && difference % 9 == 0;
}

int64_t amount_unswapped(int64_t entered, int64_t difference)
{
    const int64_t meant = entered - difference;

    if (entered <= 0 || meant <= 0 || !difference_is_swap(difference))
        return 0;
    for (int64_t unit = 1; unit <= entered / 10 || unit <= meant / 10; unit *= 10) {
        const int64_t low = entered / unit % 10, high = entered / unit / 10 % 10;
        if (low != high && entered + (high - low) * unit + (low - high) * unit * 10 == meant)
            return meant;
    }
    return 0;
}
