/* autocash: sums that fit with late charges that accrued and nobody charged yet. */
#include "base/figures.h"
#include "rules/autocashparts.h"

/* Do the items of `in` come to the amount with their late charges? */
static enum err with_charges(const struct search *s, const bool *in, bool *fits, int64_t *charges)
{
    int64_t sum = 0;

    *charges = 0;
    for (int i = 0; i < s->count; i++)
        if (in[i]) {
            TRY(amount_add(sum, s->items[i].open, &sum));
            TRY(amount_add(*charges, s->items[i].charges, charges));
        }
    TRY(amount_add(sum, *charges, &sum));
    *fits = *charges > 0 && sum == s->given->amount;
    return ERR_OK;
}

static const char *charge_first(const struct search *s, int64_t charges)
{
    return arena_format(s->arena,
                        "%s of it are late charges that accrued and must be charged first",
                        figure_marked(money_of(charges, s->given->currency), s->arena));
}

static enum err charges_take(struct search *s, enum autocash_step step, const bool *in,
                             int64_t answers)
{
    struct choice_made made = {.step = step, .answers = answers};
    unsigned char *take = choice_new(s);
    int64_t charges = 0;
    bool fits = false;

    TRY(with_charges(s, in, &fits, &charges));
    if (!fits)
        return ERR_OK;
    for (int i = 0; i < s->count; i++)
        take[i] = in[i] ? TAKE_GROSS : TAKE_NONE;
    made.why = charge_first(s, charges);
    return choice_take(s, take, &made);
}

/* Some of the items, where the plain search of them is asked for and found nothing. */
static enum err charges_subset(struct search *s)
{
    struct choice_made made = {.step = AUTOCASH_SUBSET};
    struct subset_item items[SUBSET_ITEMS];
    struct subset_found found;
    unsigned char *take = choice_new(s);
    int places[SUBSET_ITEMS], count = 0;
    int64_t charges = 0;

    for (int i = 0; i < s->count; i++) {
        const struct autocash_item *item = &s->items[i];
        int64_t gross;
        if (!s->usable[i])
            continue;
        if (count == SUBSET_ITEMS)
            return ERR_OK;
        TRY(amount_add(item->open, item->charges, &gross));
        places[count] = i; /* what is late earns no discount */
        items[count++] =
            (struct subset_item){gross, item->charges ? gross : item->open - item->discount};
    }
    subset_find(items, count, s->given->amount, s->options->work, &found);
    if (found.given_up || found.answers == 0)
        return ERR_OK;
    for (int i = 0; i < count; i++) {
        take[places[i]] = found.take[i];
        if (found.take[i] != TAKE_NONE)
            TRY(amount_add(charges, s->items[places[i]].charges, &charges));
    }
    if (charges == 0)
        return ERR_OK;
    made.answers = found.answers;
    made.why = charge_first(s, charges);
    return choice_take(s, take, &made);
}

static bool is_asked(const struct search *s, enum autocash_step step)
{
    for (int i = 0; i < s->options->step_count; i++)
        if (s->options->steps[i] == step)
            return true;
    return false;
}

/* One item, the account, what is past due, or some of them; never by itself, for what accrued is
 * owed only when it is charged. */
static enum err charges_ask(struct search *s)
{
    bool *in = arena_new(s->arena, (size_t)s->count + 1);
    int64_t answers = 0, charges = 0;
    bool fits = false;
    int first = -1;

    for (int i = 0; i < s->count; i++) {
        if (!s->usable[i] || s->items[i].open <= 0)
            continue;
        in[i] = true;
        TRY(with_charges(s, in, &fits, &charges));
        in[i] = false;
        answers += fits;
        if (fits && first < 0)
            first = i;
    }
    if (first >= 0) {
        in[first] = true;
        return charges_take(s, AUTOCASH_EXACT, in, answers);
    }
    TRY(charges_take(s, AUTOCASH_ACCOUNT, s->usable, 1));
    for (int i = 0; i < s->count; i++)
        in[i] = choice_past_due(s, i);
    if (!s->out->step)
        TRY(charges_take(s, AUTOCASH_PAST_DUE, in, 1));
    return s->out->step || !is_asked(s, AUTOCASH_SUBSET) ? ERR_OK : charges_subset(s);
}

/* Papers that were named but do not come to it, or nearly: with what accrued they may exactly. */
static enum err charges_of_named(struct search *s)
{
    bool *in = arena_new(s->arena, (size_t)s->count + 1), fits = false;
    int64_t charges = 0;

    for (int i = 0; i < s->count; i++)
        for (int k = 0; k < s->out->part_count; k++)
            in[i] = in[i] || s->items[i].id == s->out->parts[k].debit_id ||
                    s->items[i].id == s->out->parts[k].credit_id;
    TRY(with_charges(s, in, &fits, &charges));
    if (fits) {
        s->out->automatic = false;
        s->out->why = charge_first(s, charges);
    }
    return ERR_OK;
}

enum err step_charges(struct search *s)
{
    if (!s->options->charges)
        return ERR_OK;
    if (s->out->step == AUTOCASH_NONE)
        return charges_ask(s);
    return s->out->step == AUTOCASH_REFERENCES && s->out->left > 0 ? charges_of_named(s) : ERR_OK;
}
