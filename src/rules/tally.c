#include "rules/tally.h"

#include "rules/reference.h"
#include "rules/subset.h"

#include <stdlib.h>
#include <string.h>

const char *tally_word(enum tally_rule rule)
{
    static const char *const words[] = {
#define X(name, word) word,
        TALLY_LIST(X)
#undef X
    };
    return words[rule];
}

/* A side that can be asked for an amount: places in order of amount, then day. */
struct order {
    const int *places;
    int count;
};

struct search {
    const struct tally_case *given;
    const struct tally_options *options;
    struct arena *arena;
    bool *line_used, *entry_used;
    struct order lines, entries;         /* by amount, then day */
    struct order line_days, entry_days;  /* by day */
    struct keys {
        const char *key;
        int entry;
    } *keys; /* in order of key */
    int key_count;
    struct tally_proposal *out;
    int count;
};

/* ---- asking a side for an amount ------------------------------------------------------------ */

struct ordered {
    int64_t amount;
    int32_t day;
    int place;
};

static int ordered_cmp(const void *a, const void *b)
{
    const struct ordered *x = a, *y = b;

    if (x->amount != y->amount)
        return x->amount < y->amount ? -1 : 1;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static struct order order_make(struct ordered *rows, int count, struct arena *arena)
{
    int *places = arena_new(arena, ((size_t)count + 1) * sizeof *places);

    qsort(rows, (size_t)count, sizeof *rows, ordered_cmp);
    for (int i = 0; i < count; i++)
        places[i] = rows[i].place;
    return (struct order){places, count};
}

static void orders_make(struct search *s)
{
    const struct tally_case *given = s->given;
    const int most =
        given->line_count > given->entry_count ? given->line_count : given->entry_count;
    struct ordered *rows = mem_new((size_t)most + 1, sizeof *rows);

    for (int by_day = 0; by_day < 2; by_day++) {
        for (int i = 0; i < given->line_count; i++)
            rows[i] = (struct ordered){by_day ? 0 : given->lines[i].amount,
                                       given->lines[i].day.day, i};
        *(by_day ? &s->line_days : &s->lines) = order_make(rows, given->line_count, s->arena);
        for (int i = 0; i < given->entry_count; i++)
            rows[i] = (struct ordered){by_day ? 0 : given->entries[i].amount,
                                       given->entries[i].day.day, i};
        *(by_day ? &s->entry_days : &s->entries) =
            order_make(rows, given->entry_count, s->arena);
    }
    free(rows);
}

static bool below(const struct ordered *row, int64_t amount, int64_t day)
{
    return row->amount < amount || (row->amount == amount && row->day < day);
}

static struct ordered line_at(const struct search *s, int n)
{
    const struct tally_line *line = &s->given->lines[s->lines.places[n]];

    return (struct ordered){line->amount, line->day.day, s->lines.places[n]};
}

static struct ordered entry_at(const struct search *s, int n)
{
    const struct tally_entry *entry = &s->given->entries[s->entries.places[n]];

    return (struct ordered){entry->amount, entry->day.day, s->entries.places[n]};
}

/* The free places of a side with this amount, not further from the day than allowed: how many, and
 * the nearest. */
static int side_ask(const struct search *s, struct ordered (*at)(const struct search *s, int n),
                    int count, const bool *used, int64_t amount, struct date day, int *nearest)
{
    int low = 0, high = count, found = 0;
    int64_t best = 0;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        const struct ordered row = at(s, middle);
        if (below(&row, amount, (int64_t)day.day - s->options->days))
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count; low++) {
        const struct ordered row = at(s, low);
        const int64_t apart = row.day < day.day ? (int64_t)day.day - row.day
                                                : (int64_t)row.day - day.day;
        if (row.amount != amount || row.day > (int64_t)day.day + s->options->days)
            break;
        if (used[row.place])
            continue;
        if (found++ == 0 || apart < best) {
            best = apart;
            *nearest = row.place;
        }
    }
    return found;
}

/* ---- proposals ------------------------------------------------------------------------------ */

static void propose(struct search *s, enum tally_rule rule, bool automatic, const int *lines,
                    int line_count, const int *entries, int entry_count, int64_t answers,
                    const char *why)
{
    int *copy = arena_new(s->arena, (size_t)(line_count + entry_count + 1) * sizeof *copy);

    memcpy(copy, lines, (size_t)line_count * sizeof *copy);
    memcpy(copy + line_count, entries, (size_t)entry_count * sizeof *copy);
    for (int i = 0; i < line_count; i++)
        s->line_used[lines[i]] = true;
    for (int i = 0; i < entry_count; i++)
        s->entry_used[entries[i]] = true;
    s->out[s->count++] = (struct tally_proposal){.rule = rule,
                                                 .automatic = automatic,
                                                 .lines = copy,
                                                 .line_count = line_count,
                                                 .entries = copy + line_count,
                                                 .entry_count = entry_count,
                                                 .answers = answers,
                                                 .why = why};
}

static const char *figure(struct search *s, int64_t amount)
{
    const struct notation grouped = {.decimal = '.', .group = ','};
    char text[MONEY_TEXT];

    return arena_text(s->arena,
                      money_show(money_of(amount, s->given->currency), &grouped, text));
}

static const char *iso(struct search *s, struct date day)
{
    char text[DATE_TEXT];

    return arena_text(s->arena, date_iso(day, text));
}

/* ---- by number ------------------------------------------------------------------------------ */

static int key_cmp(const void *a, const void *b)
{
    const struct keys *x = a, *y = b;
    const int order = strcmp(x->key, y->key);

    return order ? order : x->entry - y->entry;
}

static void keys_make(struct search *s)
{
    s->keys = arena_new(s->arena, ((size_t)s->given->entry_count * 2 + 1) * sizeof *s->keys);
    for (int i = 0; i < s->given->entry_count; i++) {
        const char *const texts[] = {s->given->entries[i].number, s->given->entries[i].reference};
        for (int k = 0; k < 2; k++)
            if (texts[k] && *texts[k])
                s->keys[s->key_count++] =
                    (struct keys){reference_key(s->arena, texts[k]), i};
    }
    qsort(s->keys, (size_t)s->key_count, sizeof *s->keys, key_cmp);
}

#define NAMED_MAX 24

/* The free entries whose number stands in the text, each once. */
static int named_find(struct search *s, const char *text, int *named)
{
    struct reference_walk walk = {.text = text};
    char word[REFERENCE_WORD];
    int count = 0;

    while (reference_next(&walk, word)) {
        const struct keys wanted = {reference_key(s->arena, word), -1};
        int low = 0, high = s->key_count;
        while (low < high) {
            const int middle = low + (high - low) / 2;
            if (key_cmp(&s->keys[middle], &wanted) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < s->key_count && strcmp(s->keys[low].key, wanted.key) == 0; low++) {
            const int entry = s->keys[low].entry;
            bool known = s->entry_used[entry];
            for (int i = 0; i < count; i++)
                known = known || named[i] == entry;
            if (!known && count < NAMED_MAX)
                named[count++] = entry;
        }
    }
    return count;
}

/* Of several entries under the names that are quoted those count that alone come to the amount. */
static enum err by_reference(struct search *s, int place)
{
    const struct tally_line *line = &s->given->lines[place];
    int named[NAMED_MAX], alone = -1, fits = 0;
    int64_t sum = 0;

    const int count = line->text && *line->text ? named_find(s, line->text, named) : 0;
    for (int i = 0; i < count; i++) {
        const struct tally_entry *entry = &s->given->entries[named[i]];
        TRY(amount_add(sum, entry->amount, &sum));
        if (entry->amount == line->amount) {
            alone = named[i];
            fits++;
        }
    }
    if (fits == 1)
        propose(s, TALLY_REFERENCE, true, &place, 1, &alone, 1, 1,
                arena_format(s->arena, "%s is named", s->given->entries[alone].number));
    else if (count > 1 && sum == line->amount)
        propose(s, TALLY_REFERENCE, true, &place, 1, named, count, 1,
                arena_format(s->arena, "%d numbers are named that come to it", count));
    return ERR_OK;
}

/* Named, but another sum: shown, never done; only where no other step found the line. */
static void by_name_alone(struct search *s, int place)
{
    const struct tally_line *line = &s->given->lines[place];
    int named[NAMED_MAX];
    const int count = line->text && *line->text ? named_find(s, line->text, named) : 0;

    if (count == 1)
        propose(s, TALLY_REFERENCE, false, &place, 1, named, 1, 1,
                arena_format(s->arena, "%s is named, but is over %s",
                             s->given->entries[named[0]].number,
                             figure(s, s->given->entries[named[0]].amount)));
}

/* ---- by amount and day ---------------------------------------------------------------------- */

static void by_amount(struct search *s, int place, bool unique)
{
    const struct tally_line *line = &s->given->lines[place];
    int entry = -1, other = -1;
    const int found = side_ask(s, entry_at, s->entries.count, s->entry_used, line->amount,
                               line->day, &entry);

    if (found == 0)
        return;
    const int others = side_ask(s, line_at, s->lines.count, s->line_used, line->amount,
                                s->given->entries[entry].day, &other);
    if (unique != (found == 1 && others == 1))
        return;
    propose(s, TALLY_AMOUNT, unique, &place, 1, &entry, 1, found > others ? found : others,
            unique ? arena_format(s->arena, "%s on %s, the only one within %d days",
                                  figure(s, line->amount),
                                  iso(s, s->given->entries[entry].day), s->options->days)
                   : arena_format(s->arena, "%s on %s is the nearest of %d",
                                  figure(s, line->amount),
                                  iso(s, s->given->entries[entry].day),
                                  found > others ? found : others));
}

/* ---- lots ----------------------------------------------------------------------------------- */

/* Those of a lot that are free; the day is the last of them. */
struct lot {
    int *entries, count;
    int64_t sum;
    struct date day;
};

/* The lots of more than one, each with its entries. */
static enum err lots_make(struct search *s, struct lot **out, int *count)
{
    const struct tally_case *given = s->given;
    const size_t room = (size_t)given->entry_count + 1;
    struct ordered *rows = arena_new(s->arena, room * sizeof *rows);
    int *entries = arena_new(s->arena, room * sizeof *entries);
    struct lot *lots = arena_new(s->arena, room * sizeof *lots);
    int row_count = 0;

    *out = lots;
    *count = 0;
    for (int i = 0; i < given->entry_count; i++)
        if (given->entries[i].lot && !s->entry_used[i])
            rows[row_count++] =
                (struct ordered){given->entries[i].lot, given->entries[i].day.day, i};
    qsort(rows, (size_t)row_count, sizeof *rows, ordered_cmp);
    for (int at = 0; at < row_count;) {
        struct lot lot = {.entries = &entries[at]};
        const int64_t name = rows[at].amount;
        for (; at < row_count && rows[at].amount == name; at++) {
            const struct tally_entry *entry = &given->entries[rows[at].place];
            TRY(amount_add(lot.sum, entry->amount, &lot.sum));
            lot.day = entry->day;
            lot.entries[lot.count++] = rows[at].place;
        }
        if (lot.count > 1)
            lots[(*count)++] = lot;
    }
    return ERR_OK;
}

/* What came together goes to the bank together: all of it is one line, if only one fits, and no
 * other lot fits that. */
static enum err by_lots(struct search *s)
{
    struct lot *lots;
    int count, line = -1;

    TRY(lots_make(s, &lots, &count));
    for (int i = 0; i < count; i++) {
        const struct lot *lot = &lots[i];
        bool other = false;
        if (side_ask(s, line_at, s->lines.count, s->line_used, lot->sum, lot->day, &line) != 1)
            continue;
        for (int k = 0; k < count && !other; k++)
            other = k != i && lots[k].sum == lot->sum;
        if (!other)
            propose(s, TALLY_SEVERAL, true, &line, 1, lot->entries, lot->count, 1,
                    arena_format(s->arena, "all %d that came together come to %s", lot->count,
                                 figure(s, lot->sum)));
    }
    return ERR_OK;
}

/* ---- sums ----------------------------------------------------------------------------------- */

/* One side of a search for a sum: what is free, near in time and of the same sign. */
struct heap {
    struct subset_item items[SUBSET_ITEMS];
    int places[SUBSET_ITEMS];
    int count;
    bool many; /* more than can be searched: nothing is known */
};

static void heap_add(struct heap *heap, int64_t amount, int place)
{
    heap->many = heap->many || heap->count == SUBSET_ITEMS;
    if (heap->many)
        return;
    heap->items[heap->count] = (struct subset_item){amount, amount};
    heap->places[heap->count++] = place;
}

/* The only choice of at least two of the heap that comes to the sum. */
static bool heap_find(const struct search *s, const struct heap *heap, int64_t sum, int *chosen,
                      int *count)
{
    struct subset_found found;

    *count = 0;
    if (heap->many || heap->count < 2)
        return false;
    subset_find(heap->items, heap->count, sum, s->options->work, &found);
    if (found.given_up || found.answers != 1)
        return false;
    for (int i = 0; i < heap->count; i++)
        if (found.take[i])
            chosen[(*count)++] = heap->places[i];
    return *count > 1;
}

static bool same_sign(int64_t a, int64_t b)
{
    return (a > 0) == (b > 0);
}

static struct ordered line_of_day(const struct search *s, int place)
{
    return (struct ordered){s->given->lines[place].amount, s->given->lines[place].day.day, place};
}

static struct ordered entry_of_day(const struct search *s, int place)
{
    return (struct ordered){s->given->entries[place].amount, s->given->entries[place].day.day,
                            place};
}

/* What is free of a side within the days, and could be a part of the amount. */
static void heap_fill(const struct search *s, struct heap *heap, const struct order *days,
                      struct ordered (*of)(const struct search *s, int place), const bool *used,
                      int64_t amount, struct date day)
{
    int low = 0, high = days->count;

    *heap = (struct heap){.count = 0};
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (of(s, days->places[middle]).day < (int64_t)day.day - s->options->days)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < days->count && !heap->many; low++) {
        const struct ordered row = of(s, days->places[low]);
        if (row.day > (int64_t)day.day + s->options->days)
            break;
        if (!used[row.place] && same_sign(row.amount, amount))
            heap_add(heap, row.amount, row.place);
    }
}

static void by_several(struct search *s, int place)
{
    const struct tally_line *line = &s->given->lines[place];
    struct heap heap;
    int chosen[SUBSET_ITEMS], count = 0;

    heap_fill(s, &heap, &s->entry_days, entry_of_day, s->entry_used, line->amount, line->day);
    if (heap_find(s, &heap, line->amount, chosen, &count))
        propose(s, TALLY_SEVERAL, true, &place, 1, chosen, count, 1,
                arena_format(s->arena, "%d of %d entries come to %s, no other choice does", count,
                             heap.count, figure(s, line->amount)));
}

static void by_parts(struct search *s, int place)
{
    const struct tally_entry *entry = &s->given->entries[place];
    struct heap heap;
    int chosen[SUBSET_ITEMS], count = 0;

    heap_fill(s, &heap, &s->line_days, line_of_day, s->line_used, entry->amount, entry->day);
    if (heap_find(s, &heap, entry->amount, chosen, &count))
        propose(s, TALLY_PARTS, true, chosen, count, &place, 1, 1,
                arena_format(s->arena, "%d of %d lines come to %s, no other choice does", count,
                             heap.count, figure(s, entry->amount)));
}

/* ---- all ------------------------------------------------------------------------------------ */

static int proposal_cmp(const void *a, const void *b)
{
    const struct tally_proposal *x = a, *y = b;

    return x->lines[0] - y->lines[0];
}

enum err tally_find(const struct tally_case *given, const struct tally_options *options,
                    struct arena *arena, struct tally_proposal **out, int *count)
{
    struct search s = {.given = given, .options = options, .arena = arena};

    s.line_used = arena_new(arena, (size_t)given->line_count + 1);
    s.entry_used = arena_new(arena, (size_t)given->entry_count + 1);
    s.out = arena_new(arena, ((size_t)given->line_count + 1) * sizeof *s.out);
    orders_make(&s);
    keys_make(&s);
    for (int i = 0; i < given->line_count; i++)
        TRY(by_reference(&s, i));
    for (int i = 0; i < given->line_count; i++)
        if (!s.line_used[i])
            by_amount(&s, i, true);
    TRY(by_lots(&s));
    for (int i = 0; i < given->line_count; i++)
        if (!s.line_used[i])
            by_several(&s, i);
    for (int i = 0; i < given->entry_count; i++)
        if (!s.entry_used[i])
            by_parts(&s, i);
    for (int i = 0; i < given->line_count; i++)
        if (!s.line_used[i])
            by_amount(&s, i, false);
    for (int i = 0; i < given->line_count; i++)
        if (!s.line_used[i])
            by_name_alone(&s, i);
    qsort(s.out, (size_t)s.count, sizeof *s.out, proposal_cmp);
    *out = s.out;
    *count = s.count;
    return ERR_OK;
}
