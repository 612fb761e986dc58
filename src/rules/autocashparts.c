#include "rules/autocashparts.h"

#include "base/figures.h"

#define SHOWN 6 /* items that the arithmetic names */

unsigned char *choice_new(struct search *s)
{
    return arena_new(s->arena, (size_t)s->count + 1);
}

static int64_t value_of(const struct autocash_item *item, unsigned char take)
{
    return take == TAKE_NONE ? 0 : take == TAKE_NET ? item->open - item->discount : item->open;
}

enum err choice_sum(const struct search *s, const unsigned char *take, int64_t *sum)
{
    *sum = 0;
    for (int i = 0; i < s->count; i++)
        if (__builtin_add_overflow(*sum, value_of(&s->items[i], take[i]), sum))
            return ERR_LIMIT;
    return ERR_OK;
}

enum err choice_set(struct search *s, const bool *in, unsigned char *take, bool *fits)
{
    *fits = false;
    for (int way = TAKE_NET; way >= TAKE_GROSS && !*fits; way--) {
        int64_t sum = 0;
        bool debit = false;
        for (int i = 0; i < s->count; i++) {
            take[i] = (unsigned char)(in[i] ? way : TAKE_NONE);
            debit = debit || (in[i] && s->items[i].open > 0);
        }
        TRY(choice_sum(s, take, &sum));
        *fits = debit && sum == s->given->amount;
    }
    return ERR_OK;
}

static bool before(const struct autocash_item *a, const struct autocash_item *b)
{
    if (a->due.day != b->due.day)
        return a->due.day < b->due.day;
    if (a->doc_date.day != b->doc_date.day)
        return a->doc_date.day < b->doc_date.day;
    return a->id < b->id;
}

/* One item of the choice while it is handed out. */
struct share {
    const struct autocash_item *item;
    int64_t left;               /* of a debit: still to be paid; of a credit: still there */
    int64_t discount, writeoff; /* given with the payment that closes it */
};

static void share_insert(struct share *shares, int *count, struct share share)
{
    int at = (*count)++;

    for (; at > 0 && before(share.item, shares[at - 1].item); at--)
        shares[at] = shares[at - 1];
    shares[at] = share;
}

static struct share share_of(const struct search *s, const unsigned char *take, int i,
                             const struct choice_made *made)
{
    const struct autocash_item *item = &s->items[i];
    const int64_t value = value_of(item, take[i]);
    const int64_t writeoff = made->writeoff && made->writeoff_item == i ? made->writeoff : 0;

    return (struct share){.item = item,
                          .left = (value < 0 ? -value : value) - writeoff,
                          .discount = item->open - value,
                          .writeoff = writeoff};
}

static void part_add(struct autocash_proposal *out, struct share *debit, int64_t credit_id,
                     int64_t amount)
{
    const bool closes = amount == debit->left;

    debit->left -= amount;
    out->parts[out->part_count++] =
        (struct autocash_part){.debit_id = debit->item->id,
                               .credit_id = credit_id,
                               .amount = amount,
                               .discount = closes ? debit->discount : 0,
                               .writeoff = closes ? debit->writeoff : 0};
}

/* Credits go to what is paid without discount; false when there is more of them than of that. */
static bool credits_share(struct autocash_proposal *out, struct share *debits, int debit_count,
                          struct share *credits, int credit_count)
{
    for (int c = 0; c < credit_count; c++) {
        for (int d = 0; d < debit_count && credits[c].left > 0; d++) {
            const int64_t most =
                debits[d].left < credits[c].left ? debits[d].left : credits[c].left;
            if (most <= 0 || debits[d].discount || debits[d].writeoff)
                continue;
            part_add(out, &debits[d], credits[c].item->id, most);
            credits[c].left -= most;
        }
        if (credits[c].left > 0)
            return false;
    }
    return true;
}

static void money_share(struct autocash_proposal *out, struct share *debits, int count)
{
    for (int d = 0; d < count && out->left > 0; d++) {
        const int64_t most = debits[d].left < out->left ? debits[d].left : out->left;
        if (most <= 0)
            continue;
        part_add(out, &debits[d], 0, most);
        out->left -= most;
        out->applied += most;
    }
}

/* "INV-1 100.00 less discount 2.00 + INV-2 50.00 - CM-1 10.00 = 138.00" */
static const char *arithmetic(const struct search *s, const struct share *debits, int debit_count,
                              const struct share *credits, int credit_count, int64_t sum)
{
    const char *words = "";
    const struct currency currency = s->given->currency;

    for (int i = 0; i < debit_count + credit_count && i < SHOWN; i++) {
        const bool credit = i >= debit_count;
        const struct share *share = credit ? &credits[i - debit_count] : &debits[i];
        const int64_t open = share->item->open;
        words = arena_format(s->arena, "%s%s%s %s", words,
                             credit ? " - "
                             : i    ? " + "
                                    : "",
                             share->item->number,
                             figure_marked(money_of(credit ? -open : open, currency), s->arena));
        if (s->items != s->given->items && share->item->disputed && share->item->undisputed > 0)
            words = arena_format(s->arena, "%s undisputed", words);
        if (share->discount)
            words = arena_format(s->arena, "%s less discount %s", words,
                                 figure_marked(money_of(share->discount, currency), s->arena));
        if (share->writeoff)
            words = arena_format(s->arena, "%s less small difference %s", words,
                                 figure_marked(money_of(share->writeoff, currency), s->arena));
    }
    if (debit_count + credit_count > SHOWN)
        words = arena_format(s->arena, "%s and %d more", words, debit_count + credit_count - SHOWN);
    words =
        arena_format(s->arena, "%s = %s", words, figure_marked(money_of(sum, currency), s->arena));
    if (sum != s->given->amount)
        words = arena_format(s->arena, "%s; %s came", words,
                             figure_marked(money_of(s->given->amount, currency), s->arena));
    return words;
}

enum err choice_take(struct search *s, const unsigned char *take, const struct choice_made *made)
{
    struct autocash_proposal *out = s->out;
    const size_t room = ((size_t)s->count + 1) * sizeof(struct share);
    struct share *debits = arena_new(s->arena, room), *credits = arena_new(s->arena, room);
    int debit_count = 0, credit_count = 0;
    int64_t sum = 0;

    TRY(choice_sum(s, take, &sum));
    for (int i = 0; i < made->order_count; i++)
        debits[debit_count++] = share_of(s, take, made->order[i], made);
    for (int i = 0; i < s->count; i++) {
        if (take[i] == TAKE_NONE || (made->order_count && s->items[i].open > 0))
            continue;
        if (s->items[i].open > 0)
            share_insert(debits, &debit_count, share_of(s, take, i, made));
        else
            share_insert(credits, &credit_count, share_of(s, take, i, made));
    }
    out->arithmetic =
        arithmetic(s, debits, debit_count, credits, credit_count, sum - made->writeoff);
    /* Each part uses up a debit or a credit, and the money ends once. */
    out->parts =
        arena_new(s->arena, ((size_t)(debit_count + credit_count) + 1) * sizeof *out->parts);
    if (!credits_share(out, debits, debit_count, credits, credit_count)) {
        out->why_not[made->step] = arena_format(
            s->arena, "%s, but a credit cannot pay what earns a discount", out->arithmetic);
        out->part_count = 0;
        out->left = s->given->amount;
        if (made->automatic) {
            out->arithmetic = "";
            return ERR_OK;
        }
    } else {
        money_share(out, debits, debit_count);
    }
    out->step = made->step;
    out->automatic = made->automatic;
    out->answers = made->answers;
    out->why = made->automatic || !made->why ? "" : made->why;
    return ERR_OK;
}

bool choice_past_due(const struct search *s, int i)
{
    return s->usable[i] && s->items[i].due.day < s->given->value.day;
}
