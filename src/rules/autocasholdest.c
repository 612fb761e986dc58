/* autocash: step 7, the oldest first, in the order of classes that the law or the firm wants. */
#include "rules/autocashparts.h"

/* The debits that the step may pay, in minor units that money must bring for each. */
static size_t debits_read(const struct search *s, struct allocate_item *out)
{
    size_t count = 0;

    for (int i = 0; i < s->count; i++)
        if (s->usable[i] && s->items[i].open > 0)
            out[count++] = (struct allocate_item){.id = i,
                                                  .class = s->items[i].class,
                                                  .due = s->items[i].due,
                                                  .doc_date = s->items[i].doc_date,
                                                  .open = s->items[i].open - s->items[i].discount};
    return count;
}

/* What open credits bring to it. */
static enum err credits_read(const struct search *s, unsigned char *take, int64_t *sum)
{
    for (int i = 0; i < s->count; i++) {
        if (!s->usable[i] || s->items[i].open >= 0)
            continue;
        if (__builtin_sub_overflow(*sum, s->items[i].open, sum))
            return ERR_LIMIT;
        take[i] = TAKE_GROSS;
    }
    return ERR_OK;
}

static void hand_out(const struct search *s, int64_t there, struct allocate_item *debits,
                     size_t count, int64_t *left)
{
    if (s->options->oldest_whole)
        allocate_whole(there, s->options->order, debits, count, left);
    else
        allocate_oldest(there, s->options->order, debits, count, left);
}

/* One try, with credits or with the money alone. */
static enum err oldest_try(struct search *s, bool credits)
{
    struct allocate_item *items = arena_new(s->arena, ((size_t)s->count + 1) * sizeof *items);
    struct choice_made made = {.step = AUTOCASH_OLDEST, .answers = 1, .automatic = true};
    unsigned char *take = choice_new(s);
    const size_t count = debits_read(s, items);
    int64_t there = s->given->amount, left = 0;

    if (credits)
        TRY(credits_read(s, take, &there));
    hand_out(s, there, items, count, &left);
    /* credits that pay it all by themselves leave the money nothing to do */
    if (left >= s->given->amount)
        return ERR_OK;
    made.order = arena_new(s->arena, (count + 1) * sizeof *made.order);
    for (size_t i = 0; i < count; i++)
        if (items[i].part > 0) {
            take[items[i].id] = TAKE_NET;
            made.order[made.order_count++] = (int)items[i].id;
        }
    return choice_take(s, take, &made);
}

enum err step_oldest(struct search *s)
{
    if (s->options->oldest_credits)
        TRY(oldest_try(s, true));
    if (s->out->step == AUTOCASH_NONE)
        TRY(oldest_try(s, false));
    if (s->out->step == AUTOCASH_NONE)
        s->out->why_not[AUTOCASH_OLDEST] = "nothing is open that it could pay";
    return ERR_OK;
}
