/* autocash: step 1, the documents that a remittance text names. */
#include "rules/autocashparts.h"
#include "rules/remittance.h"

#include <string.h>

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
    struct subset_item items[SUBSET_ITEMS] = {{0, 0}};
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

/* The item that a small difference closes: the greatest of which it may be let go. */
static int greatest(const struct search *s, const unsigned char *take)
{
    int best = -1;

    for (int i = 0; i < s->count; i++)
        if (take[i] && s->items[i].open > 0 && !s->items[i].disputed && !s->items[i].let_go &&
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
static unsigned char *named_take(struct search *s, const unsigned char *named, enum named least,
                                 bool oldest)
{
    unsigned char *take = choice_new(s);

    for (int i = 0; i < s->count; i++)
        if (named[i] >= least && !(oldest && later_part(s, named, i)))
            take[i] = TAKE_NET;
    return take;
}

static enum err named_off(struct search *s, const unsigned char *named)
{
    struct choice_made made = {.step = AUTOCASH_REFERENCES, .answers = 1};
    unsigned char *take = named_take(s, named, NAMED_LONG, false);
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

/* The text names a statement: what is open of it, as it stands now. */
static enum err statement_ask(struct search *s, const char *text, bool *done)
{
    struct choice_made made = {.step = AUTOCASH_REFERENCES, .answers = 1};
    const struct autocash_statement *named = NULL;
    bool *in = arena_new(s->arena, (size_t)s->count + 1);
    unsigned char *take = choice_new(s);
    int64_t sum = 0;

    *done = false;
    for (int k = 0; k < s->given->statement_count && !named; k++)
        if (s->given->statements[k].number &&
            remittance_has(text, s->given->statements[k].number, s->arena))
            named = &s->given->statements[k];
    if (!named)
        return ERR_OK;
    for (int i = 0; i < s->count; i++)
        in[i] = s->usable[i] && s->items[i].doc_date.day <= named->date.day;
    TRY(choice_set(s, in, take, &made.automatic));
    for (int i = 0; i < s->count && !made.automatic; i++)
        take[i] = in[i] ? TAKE_NET : TAKE_NONE;
    TRY(choice_sum(s, take, &sum));
    if (sum <= 0)
        return ERR_OK;
    *done = true;
    made.why =
        arena_format(s->arena, "what is open of statement %s does not come to it", named->number);
    return choice_take(s, take, &made);
}

/* Which of the named ones come to the sum: exactly, or nearly (R5); short ones only exactly. */
static enum err named_try(struct search *s, const unsigned char *named, bool *done)
{
    *done = true;
    for (int tolerant = 0; tolerant < 2; tolerant++)
        for (int least = NAMED_SHORT; least <= NAMED_LONG; least++)
            for (int oldest = 0; oldest < 2; oldest++) {
                struct choice_made made = {.step = AUTOCASH_REFERENCES};
                if (tolerant && least == NAMED_SHORT)
                    continue;
                unsigned char *take = named_take(s, named, (enum named)least, oldest);
                TRY(named_fit(s, take, tolerant, &made));
                if (made.answers == 0)
                    continue;
                made.automatic = made.answers == 1;
                made.why = arena_format(s->arena, "%lld choices of discounts come to it",
                                        (long long)made.answers);
                return choice_take(s, take, &made);
            }
    *done = false;
    return ERR_OK;
}

enum err step_references(struct search *s)
{
    const char *text = s->given->text ? s->given->text : "";
    unsigned char *named = arena_new(s->arena, (size_t)s->count + 1);
    bool some_short = false, some_long = false, done = false;

    if (*text)
        remittance_read(s->given->index ? s->given->index
                                        : autocash_index(s->items, s->count, s->arena),
                        text, s->there, s->arena, named);
    for (int i = 0; i < s->count; i++) {
        some_short = some_short || named[i] == NAMED_SHORT;
        some_long = some_long || named[i] == NAMED_LONG;
    }
    if (some_short || some_long)
        TRY(named_try(s, named, &done));
    if (!done && some_long)
        return named_off(s, named);
    if (!done)
        TRY(statement_ask(s, text, &done));
    if (!done)
        s->out->why_not[AUTOCASH_REFERENCES] =
            some_short ? "the text has a short number, but what is open on it does not come to it"
                       : "the text names nothing that is open";
    return ERR_OK;
}
