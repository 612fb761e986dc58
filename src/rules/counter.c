/* counter: keys of both sides are sorted once, so that long statements take no longer than they
 * are. */
#include "rules/counter.h"

#include "base/money.h"
#include "rules/reference.h"

#include <stdlib.h>
#include <string.h>

/* The ways in which an item may be meant, the best first. */
enum way { BY_NUMBER, BY_OTHER, BY_SHORT, WAYS };

struct key {
    const char *text;
    int item;
};

struct keys {
    struct key *list;
    int count;
};

const char *counter_status_word(enum counter_status status)
{
    static const char *const words[] = {"agreed", "different", "paid here", "missing here",
                                        "missing there"};

    return words[status];
}

static int key_cmp(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    const int order = strcmp(x->text, y->text);

    return order ? order : (x->item > y->item) - (x->item < y->item);
}

static const char *way_text(const struct counter_ours *item, enum way way, struct arena *arena)
{
    const char *text = way == BY_OTHER ? item->other : item->number;

    if (!text)
        return "";
    return way == BY_SHORT ? reference_key_short(arena, text) : reference_key(arena, text);
}

static void keys_make(const struct counter_ours *ours, int count, enum way way,
                      struct arena *arena, struct keys *out)
{
    out->list = arena_new(arena, ((size_t)count + 1) * sizeof *out->list);
    out->count = 0;
    for (int i = 0; i < count; i++) {
        const char *text = way_text(&ours[i], way, arena);
        if (*text)
            out->list[out->count++] = (struct key){text, i};
    }
    qsort(out->list, (size_t)out->count, sizeof *out->list, key_cmp);
}

/* The item that alone has this key; of several the one that alone is open; -1 = none, or
 * unclear. */
static int keys_find(const struct keys *keys, const char *text, const struct counter_ours *ours)
{
    int low = 0, high = keys->count, found = -1, matches = 0, open = -1, opens = 0;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (strcmp(keys->list[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < keys->count && strcmp(keys->list[low].text, text) == 0; low++) {
        found = keys->list[low].item;
        matches++;
        if (ours[found].open) {
            open = found;
            opens++;
        }
    }
    if (matches == 1)
        return found;
    return opens == 1 ? open : -1;
}

static int item_find(const struct keys *ways, const char *number, const struct counter_ours *ours,
                     struct arena *arena)
{
    const char *key = reference_key(arena, number);
    int item = -1;

    if (!*key)
        return -1;
    for (int way = 0; way < WAYS && item < 0; way++)
        item = keys_find(&ways[way], way == BY_SHORT ? reference_key_short(arena, number) : key,
                         ours);
    return item;
}

static enum counter_status status_of(const struct counter_row *row)
{
    if (row->ours < 0)
        return COUNTER_MISSING_HERE;
    if (row->theirs < 0)
        return COUNTER_MISSING_THERE;
    if (row->difference == 0)
        return COUNTER_AGREED;
    return row->our_open ? COUNTER_DIFFERENT : COUNTER_PAID_HERE;
}

static int row_cmp(const void *a, const void *b)
{
    const struct counter_row *x = a, *y = b;

    if (x->status != y->status)
        return x->status < y->status ? -1 : 1;
    if (x->ours != y->ours)
        return x->ours < y->ours ? -1 : 1;
    return (x->theirs > y->theirs) - (x->theirs < y->theirs);
}

enum err counter_compare(const struct counter_ours *ours, int our_count,
                         const struct counter_theirs *theirs, int their_count,
                         struct arena *arena, struct counter_row **out, int *count,
                         struct note *note)
{
    struct keys ways[WAYS];
    struct counter_row *rows =
        arena_new(arena, ((size_t)our_count + (size_t)their_count + 1) * sizeof *rows);
    int missing = our_count; /* lines of theirs that we do not know stand behind our items */

    for (int way = 0; way < WAYS; way++)
        keys_make(ours, our_count, (enum way)way, arena, &ways[way]);
    for (int i = 0; i < our_count; i++)
        rows[i] = (struct counter_row){.ours = i, .theirs = -1, .our_open = ours[i].open};
    for (int i = 0; i < their_count; i++) {
        const int item = item_find(ways, theirs[i].number, ours, arena);
        struct counter_row *row = &rows[item < 0 ? missing++ : item];
        if (item < 0)
            *row = (struct counter_row){.ours = -1, .theirs = -1};
        if (row->theirs < 0)
            row->theirs = i;
        row->lines++;
        if (amount_add(row->their_sum, theirs[i].amount, &row->their_sum) != ERR_OK)
            return fail(note, ERR_LIMIT, "their statement comes to more than a balance can be");
    }
    *count = 0;
    for (int i = 0; i < missing; i++) {
        if (rows[i].theirs < 0 && rows[i].our_open == 0)
            continue; /* settled here, and they do not ask */
        rows[i].difference = rows[i].their_sum - rows[i].our_open;
        rows[i].status = status_of(&rows[i]);
        rows[(*count)++] = rows[i];
    }
    qsort(rows, (size_t)*count, sizeof *rows, row_cmp);
    *out = rows;
    return ERR_OK;
}
