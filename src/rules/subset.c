#include "rules/subset.h"

#include "base/arena.h"
#include "base/err.h"

#include <stdlib.h>
#include <string.h>

/* One choice of a half: its sum, and what was taken of each item as digits to the base 3. */
struct choice {
    int64_t sum;
    uint32_t code;
};

struct half {
    struct choice *choices;
    int64_t count;
    int items[SUBSET_ITEMS], item_count;
    int64_t size; /* how many choices there will be */
};

static int choices_of(const struct subset_item *item)
{
    return item->gross == item->net ? 2 : 3;
}

/* The items go to the smaller half each time, those with two values first: both end up alike. */
static void halves_split(const struct subset_item *items, int count, struct half half[2])
{
    half[0].size = half[1].size = 1;
    for (int wanted = 3; wanted >= 2; wanted--)
        for (int i = 0; i < count; i++) {
            if (choices_of(&items[i]) != wanted)
                continue;
            struct half *to = half[1].size < half[0].size ? &half[1] : &half[0];
            to->items[to->item_count++] = i;
            to->size *= wanted;
        }
}

/* The lists old, old + gross and old + net are each in order; so is what is merged of them. */
static int64_t merged(const struct choice *old, int64_t count, const struct subset_item *item,
                      uint32_t digit, struct choice *out)
{
    const int ways = choices_of(item);
    const int64_t plus[3] = {0, item->gross, item->net};
    int64_t at[3] = {0, 0, 0}, made = 0;

    while (made < count * ways) {
        int best = -1;
        for (int way = 0; way < ways; way++)
            if (at[way] < count &&
                (best < 0 || old[at[way]].sum + plus[way] < old[at[best]].sum + plus[best]))
                best = way;
        out[made++] = (struct choice){old[at[best]].sum + plus[best],
                                      old[at[best]].code + digit * (uint32_t)best};
        at[best]++;
    }
    return made;
}

static void half_fill(struct half *half, const struct subset_item *items)
{
    struct choice *spare = mem_new((size_t)half->size, sizeof *spare);
    uint32_t digit = 1;

    half->choices = mem_new((size_t)half->size, sizeof *half->choices);
    half->choices[0] = (struct choice){0, 0};
    half->count = 1;
    for (int i = 0; i < half->item_count; i++) {
        struct choice *old = half->choices;
        half->count = merged(old, half->count, &items[half->items[i]], digit, spare);
        half->choices = spare;
        spare = old;
        digit *= 3;
    }
    free(spare);
}

static void choice_read(const struct half *half, uint32_t code, unsigned char *take)
{
    for (int i = 0; i < half->item_count; i++) {
        take[half->items[i]] = (unsigned char)(code % 3);
        code /= 3;
    }
}

static int64_t run_up(const struct half *half, int64_t at)
{
    int64_t end = at;

    while (end < half->count && half->choices[end].sum == half->choices[at].sum)
        end++;
    return end - at;
}

static int64_t run_down(const struct half *half, int64_t at)
{
    int64_t end = at;

    while (end >= 0 && half->choices[end].sum == half->choices[at].sum)
        end--;
    return at - end;
}

static void meet(const struct half half[2], int64_t sum, struct subset_found *out)
{
    int64_t low = 0, high = half[1].count - 1;

    while (low < half[0].count && high >= 0) {
        const int64_t both = half[0].choices[low].sum + half[1].choices[high].sum;
        if (both < sum) {
            low++;
        } else if (both > sum) {
            high--;
        } else {
            const int64_t up = run_up(&half[0], low), down = run_down(&half[1], high);
            if (out->answers == 0) {
                choice_read(&half[0], half[0].choices[low].code, out->take);
                choice_read(&half[1], half[1].choices[high].code, out->take);
            }
            out->answers += up * down;
            low += up;
            high -= down;
        }
    }
}

void subset_find(const struct subset_item *items, int count, int64_t sum, int64_t work,
                 struct subset_found *out)
{
    struct half half[2];

    must(count <= SUBSET_ITEMS);
    memset(out, 0, sizeof *out);
    memset(half, 0, sizeof half);
    halves_split(items, count, half);
    /* Merging costs at most twice the last list, meeting once each. */
    if (half[0].size > work / 6 || half[1].size > work / 6) {
        out->given_up = true;
        return;
    }
    for (int i = 0; i < 2; i++)
        half_fill(&half[i], items);
    meet(half, sum, out);
    for (int i = 0; i < 2; i++)
        free(half[i].choices);
}
