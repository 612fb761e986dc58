#include "rules/match.h"

#include "rules/reference.h"

#include <string.h>

const char *match_words(enum match_why why)
{
    static const char *const words[] = {"credit of this invoice", "by reference", "same amount",
                                        "oldest first"};
    return words[why];
}

static int64_t size_of(const struct match_item *item)
{
    return item->open < 0 ? -item->open : item->open;
}

static int64_t lesser(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Is a older than b? */
static bool older(const struct match_item *a, const struct match_item *b)
{
    if (a->due.day != b->due.day)
        return a->due.day < b->due.day;
    if (a->doc_date.day != b->doc_date.day)
        return a->doc_date.day < b->doc_date.day;
    return a->id < b->id;
}

/* The oldest debit (or credit) of which something is left; -1 = none. */
static int oldest(const struct match *match, const int64_t *left, bool debit)
{
    int best = -1;

    for (int i = 0; i < match->count; i++)
        if (left[i] > 0 && (match->items[i].open > 0) == debit &&
            (best < 0 || older(&match->items[i], &match->items[best])))
            best = i;
    return best;
}

static void pair_add(struct match *match, int64_t *left, int debit, int credit, enum match_why why)
{
    const int64_t amount = lesser(left[debit], left[credit]);

    if (amount <= 0)
        return;
    match->pairs[match->pair_count++] =
        (struct match_pair){.debit = debit, .credit = credit, .amount = amount, .why = why};
    left[debit] -= amount;
    left[credit] -= amount;
}

void match_pair_up(struct match *match, struct arena *arena)
{
    int64_t *left = arena_new(arena, ((size_t)match->count + 1) * sizeof *left);

    /* each pair by age uses one item up */
    match->pairs = arena_new(arena, ((size_t)match->count + (size_t)match->tie_count + 1) *
                                        sizeof *match->pairs);
    match->pair_count = 0;
    for (int i = 0; i < match->count; i++)
        left[i] = match->items[i].wanted;
    for (int i = 0; i < match->tie_count; i++)
        pair_add(match, left, match->ties[i].debit, match->ties[i].credit, match->ties[i].why);
    for (;;) {
        const int debit = oldest(match, left, true), credit = oldest(match, left, false);
        if (debit < 0 || credit < 0)
            return;
        pair_add(match, left, debit, credit, MATCH_AGE);
    }
}

/* ---- ties ----------------------------------------------------------------------------------- */

/* What is looked at while ties are found. */
struct search {
    struct match *match;
    int64_t *left; /* of each item, what no tie takes yet */
    const char **keys, **short_keys;
    struct arena *arena;
};

static void tie_add(struct search *s, int debit, int credit, enum match_why why)
{
    struct match *match = s->match;
    const int64_t amount = lesser(s->left[debit], s->left[credit]);

    if (amount <= 0)
        return;
    match->ties[match->tie_count++] =
        (struct match_pair){.debit = debit, .credit = credit, .amount = amount, .why = why};
    s->left[debit] -= amount;
    s->left[credit] -= amount;
}

static void linked_find(struct search *s, int credit)
{
    const struct match_item *items = s->match->items;

    for (int i = 0; i < s->match->count; i++)
        if (items[i].open > 0 && items[credit].related_id &&
            items[i].document_id == items[credit].related_id)
            tie_add(s, i, credit, MATCH_LINKED);
}

/* The documents that one word names: as it is written, else without leading zeros. */
static void word_find(struct search *s, int credit, const char *word)
{
    const struct match *match = s->match;
    const char *key = reference_key(s->arena, word),
               *short_key = reference_key_short(s->arena, word);
    const bool is_rf = reference_is(word);
    char made[REFERENCE_TEXT];
    bool found = false;

    for (int i = 0; i < match->count; i++) {
        const struct match_item *item = &match->items[i];
        const bool rf = is_rf && item->open > 0 &&
                        reference_make(item->number, made, NULL) == ERR_OK &&
                        strcmp(made, word) == 0;
        if (item->open > 0 && *key && (rf || strcmp(key, s->keys[i]) == 0)) {
            tie_add(s, i, credit, MATCH_REFERENCE);
            found = true;
        }
    }
    for (int i = 0; i < match->count && !found; i++)
        if (match->items[i].open > 0 && *short_key && strcmp(short_key, s->short_keys[i]) == 0)
            tie_add(s, i, credit, MATCH_REFERENCE);
}

static void reference_find(struct search *s, int credit)
{
    struct reference_walk walk = {.text = s->match->items[credit].reference};
    char word[REFERENCE_WORD];

    while (walk.text && reference_next(&walk, word))
        word_find(s, credit, word);
}

static void same_find(struct search *s, int credit)
{
    const struct match_item *items = s->match->items;
    int best = -1;

    if (s->left[credit] != size_of(&items[credit]))
        return;
    for (int i = 0; i < s->match->count; i++)
        if (items[i].open == s->left[credit] && s->left[i] == items[i].open &&
            (best < 0 || older(&items[i], &items[best])))
            best = i;
    if (best >= 0)
        tie_add(s, best, credit, MATCH_SAME_AMOUNT);
}

/* What may be tied: all that is open, or what is marked of it. */
static void search_begin(struct search *s, bool marked)
{
    const struct match *match = s->match;
    const size_t room = (size_t)match->count + 1;

    s->keys = arena_new(s->arena, room * sizeof *s->keys);
    s->short_keys = arena_new(s->arena, room * sizeof *s->short_keys);
    s->left = arena_new(s->arena, room * sizeof *s->left);
    for (int i = 0; i < match->count; i++) {
        s->keys[i] = reference_key(s->arena, match->items[i].number);
        s->short_keys[i] = reference_key_short(s->arena, match->items[i].number);
        s->left[i] = marked ? match->items[i].wanted : size_of(&match->items[i]);
    }
}

/* Calls `find` for every credit, the oldest first. */
static void each_credit(struct search *s, void (*find)(struct search *s, int credit))
{
    const struct match *match = s->match;
    int64_t *todo = arena_new(s->arena, ((size_t)match->count + 1) * sizeof *todo);

    for (int i = 0; i < match->count; i++)
        todo[i] = match->items[i].open < 0;
    for (int credit; (credit = oldest(match, todo, false)) >= 0; todo[credit] = 0)
        find(s, credit);
}

static void ties_find(struct match *match, bool marked, struct arena *arena)
{
    struct search s = {.match = match, .arena = arena};

    /* each tie uses one item up */
    match->ties = arena_new(arena, ((size_t)match->count + 1) * sizeof *match->ties);
    match->tie_count = 0;
    search_begin(&s, marked);
    each_credit(&s, linked_find);
    each_credit(&s, reference_find);
    each_credit(&s, same_find);
}

void match_retie(struct match *match, struct arena *arena)
{
    ties_find(match, true, arena);
    match_pair_up(match, arena);
}

bool match_exact(struct match *match, struct arena *arena)
{
    match_none(match);
    ties_find(match, false, arena);
    for (int i = 0; i < match->tie_count; i++) {
        match->items[match->ties[i].debit].wanted += match->ties[i].amount;
        match->items[match->ties[i].credit].wanted += match->ties[i].amount;
    }
    match_pair_up(match, arena);
    return match->tie_count > 0;
}

bool match_oldest(struct match *match, struct arena *arena)
{
    match_exact(match, arena);
    for (int i = 0; i < match->count; i++)
        match->items[i].wanted = size_of(&match->items[i]);
    match_pair_up(match, arena);
    for (int i = 0; i < match->count; i++)
        match->items[i].wanted = 0;
    for (int i = 0; i < match->pair_count; i++) {
        match->items[match->pairs[i].debit].wanted += match->pairs[i].amount;
        match->items[match->pairs[i].credit].wanted += match->pairs[i].amount;
    }
    return match->pair_count > 0;
}

void match_none(struct match *match)
{
    match->tie_count = match->pair_count = 0;
    for (int i = 0; i < match->count; i++)
        match->items[i].wanted = 0;
}

void match_untie(struct match *match, int item)
{
    int kept = 0;

    for (int i = 0; i < match->tie_count; i++)
        if (match->ties[i].debit != item && match->ties[i].credit != item)
            match->ties[kept++] = match->ties[i];
    match->tie_count = kept;
}

void match_sums(const struct match *match, int64_t *debits, int64_t *credits)
{
    *debits = *credits = 0;
    for (int i = 0; i < match->count; i++)
        *(match->items[i].open > 0 ? debits : credits) += match->items[i].wanted;
}
