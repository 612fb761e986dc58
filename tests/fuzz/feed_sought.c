/* feed_sought: one text as what somebody looks for, and as what it is looked for in. */
#include "base/rank.h"
#include "base/sought.h"
#include "base/text.h"
#include "fuzz/target.h"

#include <stdlib.h>
#include <string.h>

static void amount_hold(const struct sought_amount *amount)
{
    for (int i = 0; i < amount->range_count; i++)
        for (unsigned digits = 0; digits <= SOUGHT_SCALE; digits++) {
            int64_t low, high;
            if (!sought_minor(&amount->ranges[i], digits, &low, &high))
                continue;
            must(low >= 0 && low <= high);
            /* both ends of a range are in it, and so are they without their sign */
            must(sought_fits(amount, low, amount->currency, digits));
            must(sought_fits(amount, -low, amount->currency, digits));
            if (high <= MONEY_MAX)
                must(sought_fits(amount, high, amount->currency, digits));
        }
}

void feed_sought(const uint8_t *bytes, size_t len)
{
    static const struct notation notations[] = {
        {.decimal = '.'},
        {.decimal = '.', .group = ','},
        {.decimal = ',', .group = '.', .implied = true}};
    char *text = feed_clean(bytes, len);
    struct arena arena = {0};

    for (size_t i = 0; text && i < sizeof notations / sizeof *notations; i++) {
        struct note note = {0};
        struct sought sought;
        const enum err e = sought_parse(text, &notations[i], &arena, &sought, &note);
        must(e == ERR_OK || (note.code == e && note.text[0]));
        if (e != ERR_OK)
            continue;
        must(sought.word_count <= SOUGHT_WORDS && sought.amount_count <= SOUGHT_AMOUNTS);
        for (int k = 0; k < sought.amount_count; k++) {
            must(sought.amounts[k].word < sought.word_count);
            amount_hold(&sought.amounts[k]);
        }
        for (int k = 0; k < sought.word_count; k++)
            must(*sought.words[k] && strstr(text_fold(&arena, sought.typed), sought.words[k]));
    }
    if (text) {
        const char *folded = text_fold(&arena, text);
        const size_t half = strlen(folded) / 2;
        must(*folded == 0 || rank_text(folded, folded) == RANK_NAME || strchr(folded, '\n'));
        must(*folded == 0 || rank_code(folded, folded) == RANK_CODE || strchr(folded, '\n'));
        must(half == 0 || rank_text(folded, folded + half) != RANK_NONE);
        rank_slip(folded, arena_bytes(&arena, folded, half));
    }
    arena_done(&arena);
    free(text);
}
