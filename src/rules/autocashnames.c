/* autocash: step 1, the documents that a remittance text names. */
#include "rules/autocashparts.h"
#include "rules/reference.h"

#include <string.h>

#define LONG_ENOUGH 6 /* a shorter number may stand in a text for another reason */

enum named { NAMED_NOT, NAMED_SHORT, NAMED_LONG };

struct names {
    const char **keys, **short_keys, **references; /* per item */
    char (*rf)[REFERENCE_TEXT];
    unsigned char *named;
    bool some_long, some_short;
};

static void names_read(struct search *s, struct names *names)
{
    const size_t room = (size_t)s->count + 1;

    names->keys = arena_new(s->arena, room * sizeof *names->keys);
    names->short_keys = arena_new(s->arena, room * sizeof *names->short_keys);
    names->references = arena_new(s->arena, room * sizeof *names->references);
    names->rf = arena_new(s->arena, room * sizeof *names->rf);
    names->named = arena_new(s->arena, room);
    for (int i = 0; i < s->count; i++) {
        const struct autocash_item *item = &s->items[i];
        names->keys[i] = reference_key(s->arena, item->number);
        names->short_keys[i] = reference_key_short(s->arena, item->number);
        names->references[i] = reference_key(s->arena, item->reference ? item->reference : "");
        if (reference_make(item->number, names->rf[i], NULL) != ERR_OK)
            names->rf[i][0] = 0;
    }
}

static void name_mark(struct names *names, int i, bool is_long)
{
    if (is_long)
        names->named[i] = NAMED_LONG;
    else if (names->named[i] == NAMED_NOT)
        names->named[i] = NAMED_SHORT;
    names->some_long = names->some_long || is_long;
    names->some_short = names->some_short || !is_long;
}

/* All items that one word of the text names: as it is written, else without leading zeros. */
static void word_ask(struct search *s, struct names *names, const char *word)
{
    const char *key = reference_key(s->arena, word),
               *short_key = reference_key_short(s->arena, word);
    const bool rf = reference_is(word), is_long = rf || strlen(word) >= LONG_ENOUGH;
    bool found = false;

    for (int i = 0; i < s->count; i++)
        if (s->items[i].open != 0 &&
            (strcmp(key, names->keys[i]) == 0 || (rf && strcmp(word, names->rf[i]) == 0) ||
             strcmp(key, names->references[i]) == 0)) {
            name_mark(names, i, is_long);
            found = true;
        }
    for (int i = 0; i < s->count && !found; i++)
        if (s->items[i].open != 0 && strcmp(short_key, names->short_keys[i]) == 0)
            name_mark(names, i, is_long);
}

/* An older instalment of the same document is named as well. */
static bool later_part(const struct search *s, const unsigned char *named, int at)
{
    for (int i = 0; i < s->count; i++)
        if (i != at && named[i] && s->items[i].document_id == s->items[at].document_id &&
            (s->items[i].due.day < s->items[at].due.day ||
             (s->items[i].due.day == s->items[at].due.day && s->items[i].id < s->items[at].id)))
            return true;
    return false;
}

/* Which discounts were kept: `more` is what came above the net sum. */
static void discounts_ask(const struct search *s, int64_t more, unsigned char *take,
                          int64_t *answers)
{
    struct subset_item items[SUBSET_ITEMS];
    struct subset_found found;
    int places[SUBSET_ITEMS], count = 0;

    for (int i = 0; i < s->count; i++) {
        if (take[i] == TAKE_NONE || s->items[i].discount == 0)
            continue;
        if (count == SUBSET_ITEMS)
            return;
        places[count] = i;
        items[count++] = (struct subset_item){s->items[i].discount, s->items[i].discount};
    }
    subset_find(items, count, more, s->options->work, &found);
    *answers = found.answers;
    for (int i = 0; i < count && found.answers; i++)
        take[places[i]] = found.take[i] ? TAKE_GROSS : TAKE_NET;
}

/* The item that a small difference closes: the greatest that is not disputed. */
static int greatest(const struct search *s, const unsigned char *take)
{
    int best = -1;

    for (int i = 0; i < s->count; i++)
        if (take[i] && s->items[i].open > 0 && !s->items[i].disputed &&
            (best < 0 || s->items[i].open > s->items[best].open))
            best = i;
    return best;
}

static enum err allowed_on(const struct search *s, int64_t due, int64_t *out)
{
    return tolerance_allowed(due, s->options->tolerance_amount, s->options->tolerance_share, out);
}

/* R5: a little less is let go once, a little more stays with the customer. */
static enum err nearly(struct search *s, unsigned char *take, int64_t net, int64_t gross,
                       struct choice_made *made)
{
    const int64_t amount = s->given->amount;
    int64_t allowed = 0, item_allowed = 0;

    if (amount > gross && gross > 0) {
        TRY(allowed_on(s, gross, &allowed));
        if (amount - gross > allowed)
            return ERR_OK;
        for (int i = 0; i < s->count; i++)
            take[i] = take[i] ? TAKE_GROSS : TAKE_NONE;
        made->answers = 1;
        return ERR_OK;
    }
    const int item = greatest(s, take);
    if (item < 0 || amount >= net)
        return ERR_OK;
    const int64_t value = s->items[item].open - s->items[item].discount;
    TRY(allowed_on(s, net, &allowed));
    TRY(allowed_on(s, value, &item_allowed));
    if (net - amount > allowed || net - amount > item_allowed || net - amount >= value)
        return ERR_OK;
    made->answers = 1;
    made->writeoff = net - amount;
    made->writeoff_item = item;
    return ERR_OK;
}

static enum err named_fit(struct search *s, unsigned char *take, bool tolerant,
                          struct choice_made *made)
{
    int64_t net = 0, gross = 0;

    TRY(choice_sum(s, take, &net));
    for (int i = 0; i < s->count; i++)
        if (take[i] && amount_add(gross, s->items[i].open, &gross) != ERR_OK)
            return ERR_LIMIT;
    made->answers = 0;
    if (net <= 0)
        return ERR_OK;
    if (s->given->amount == net) {
        made->answers = 1;
    } else if (s->given->amount == gross) {
        made->answers = 1;
        for (int i = 0; i < s->count; i++)
            take[i] = take[i] ? TAKE_GROSS : TAKE_NONE;
    } else if (s->given->amount > net && s->given->amount < gross) {
        discounts_ask(s, s->given->amount - net, take, &made->answers);
    } else if (tolerant) {
        return nearly(s, take, net, gross, made);
    }
    return ERR_OK;
}

/* The named ones of at least that worth; `oldest`: of each document only what is due first. */
static unsigned char *named_take(struct search *s, const struct names *names, enum named least,
                                 bool oldest)
{
    unsigned char *take = choice_new(s);

    for (int i = 0; i < s->count; i++)
        if (names->named[i] >= least && !(oldest && later_part(s, names->named, i)))
            take[i] = TAKE_NET;
    return take;
}

static enum err named_off(struct search *s, const struct names *names)
{
    struct choice_made made = {.step = AUTOCASH_REFERENCES, .answers = 1};
    unsigned char *take = named_take(s, names, NAMED_LONG, false);
    int64_t net = 0;

    TRY(choice_sum(s, take, &net));
    if (net <= 0) {
        s->out->why_not[AUTOCASH_REFERENCES] = "the numbers in the text name only credits";
        return ERR_OK;
    }
    /* Who pays more than all of it did not take the discount. */
    for (int i = 0; i < s->count; i++)
        if (take[i] && s->given->amount > net)
            take[i] = TAKE_GROSS;
    made.why = "the numbers in the text do not come to it";
    return choice_take(s, take, &made);
}

enum err step_references(struct search *s)
{
    struct reference_walk walk = {.text = s->given->text ? s->given->text : ""};
    struct names names = {0};
    char word[REFERENCE_WORD];

    names_read(s, &names);
    while (reference_next(&walk, word))
        word_ask(s, &names, word);
    if (!names.some_long && !names.some_short) {
        s->out->why_not[AUTOCASH_REFERENCES] = "the text names nothing that is open";
        return ERR_OK;
    }
    for (int tolerant = 0; tolerant < 2; tolerant++)
        for (int least = NAMED_SHORT; least <= NAMED_LONG; least++)
            for (int oldest = 0; oldest < 2; oldest++) {
                struct choice_made made = {.step = AUTOCASH_REFERENCES};
                /* only the exact value makes a short number count */
                if (tolerant && least == NAMED_SHORT)
                    continue;
                unsigned char *take = named_take(s, &names, (enum named)least, oldest);
                TRY(named_fit(s, take, tolerant, &made));
                if (made.answers == 0)
                    continue;
                made.automatic = made.answers == 1;
                made.why = arena_format(s->arena, "%lld choices of discounts come to it",
                                        (long long)made.answers);
                return choice_take(s, take, &made);
            }
    if (names.some_long)
        return named_off(s, &names);
    s->out->why_not[AUTOCASH_REFERENCES] =
        "the text has a short number, but what is open on it does not come to it";
    return ERR_OK;
}
