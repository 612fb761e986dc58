#include "rules/signs.h"

#include <stddef.h>
#include <stdlib.h>

#define TIMES 3   /* as often as the others */
#define ALONE 100 /* where there are no others: one in so many */
#define WEIGHT_LEAST 4

static const struct {
    const char *letter, *word, *what;
    int least, weight;
} rows[SIGNS] = {
#define X(name, letter, word, least, weight, what) {letter, word, what, least, weight},
    SIGN_LIST(X)
#undef X
};

const char *sign_letter(enum sign sign)
{
    return rows[sign].letter;
}

const char *sign_word(enum sign sign)
{
    return rows[sign].word;
}

const char *sign_what(enum sign sign)
{
    return rows[sign].what;
}

bool sign_speaks(enum sign sign, struct sign_tally own, struct sign_tally all)
{
    const struct sign_tally others = {all.count - own.count, all.receipts - own.receipts};
    const int64_t beyond = own.count - rows[sign].least;

    if (beyond < 0)
        return false;
    if (others.receipts > 0)
        return beyond * others.receipts >= TIMES * others.count * own.receipts;
    return sign == SIGN_CHAIN || beyond * ALONE >= own.receipts;
}

bool signs_point(const bool speaks[SIGNS])
{
    int weight = 0;

    for (int i = 0; i < SIGNS; i++)
        weight += speaks[i] ? rows[i].weight : 0;
    return weight >= WEIGHT_LEAST;
}

static int value_cmp(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return x < y ? -1 : x > y;
}

int64_t median(int64_t *values, int count)
{
    if (count == 0)
        return 0;
    qsort(values, (size_t)count, sizeof *values, value_cmp);
    return values[count / 2];
}
