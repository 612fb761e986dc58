#include "rules/dunning.h"

#include "base/money.h"

const char *dunning_reason_word(enum dunning_reason reason)
{
    static const char *const words[] = {
#define X(reason, word) word,
        DUNNING_REASONS(X)
#undef X
    };

    return words[reason];
}

/* ---- the level of one item ------------------------------------------------------------------ */

/* Overdue from the day after the due day on, whatever the scheme says. */
static bool is_reached(const struct dunning_step *step, int days)
{
    return step->active && days >= 1 && days >= step->days && days > step->grace;
}

int dunning_by_days(const struct dunning_scheme *scheme, int days)
{
    int level = DUNNING_LEVELS - 1;

    while (level > 0 && !is_reached(&scheme->steps[level], days))
        level--;
    return level > 0 ? level : DUNNING_NONE;
}

static int level_above(const struct dunning_scheme *scheme, int level)
{
    for (int next = level < 1 ? 1 : level + 1; next < DUNNING_LEVELS; next++)
        if (scheme->steps[next].active)
            return next;
    return DUNNING_LEVELS;
}

static int level_below(const struct dunning_scheme *scheme, int level)
{
    while (--level > 0)
        if (scheme->steps[level].active)
            return level;
    return DUNNING_NONE;
}

static enum dunning_reason before_first(const struct dunning_scheme *scheme, int days)
{
    const int first = level_above(scheme, 0);

    return first < DUNNING_LEVELS && days > scheme->steps[first].grace ? DUNNING_EARLY
                                                                       : DUNNING_GRACE;
}

/* Friendly, once, before the due day. */
static enum dunning_reason remind(const struct dunning_scheme *scheme, struct dunning_item *item)
{
    const struct dunning_step *step = &scheme->steps[0];

    if (!step->active || item->charge)
        return DUNNING_NOT_DUE;
    if (item->held)
        return DUNNING_HELD;
    if (item->level != DUNNING_NONE)
        return DUNNING_SAME;
    item->next = 0;
    return DUNNING_DUNNED;
}

/* The letter of the level in force goes out once, or again after the days that the level says. */
static bool is_repeated(const struct dunning_scheme *scheme, const struct dunning_item *item)
{
    const int again = scheme->steps[item->level].again;

    return again > 0 && item->since >= again;
}

static enum dunning_reason rise(const struct dunning_scheme *scheme, struct dunning_item *item)
{
    int level = dunning_by_days(scheme, item->days);

    if (level == DUNNING_NONE)
        return before_first(scheme, item->days);
    if (item->held)
        return DUNNING_HELD;
    /* never two on one day, even where the scheme has no gap */
    if (item->since == 0 || (item->level >= 1 && item->since >= 0 && item->since < scheme->gap))
        return DUNNING_GAP;
    if (!scheme->jumps && level > level_above(scheme, item->level))
        level = level_above(scheme, item->level);
    if (level <= item->level) {
        if (!is_repeated(scheme, item))
            return DUNNING_SAME;
        level = item->level;
    }
    item->next = level;
    return DUNNING_DUNNED;
}

static void item_judge(const struct dunning_scheme *scheme, const struct dunning_account *account,
                       struct dunning_item *item)
{
    const bool soon =
        item->days >= 1 && account->since_run >= 0 && account->since_run < scheme->interval;

    item->next = item->missed = DUNNING_NONE;
    item->credited = item->amount = 0;
    if (item->days < 1 && (!scheme->steps[0].active || item->days < scheme->steps[0].days))
        item->reason = DUNNING_NOT_DUE;
    else if (account->reason != DUNNING_DUNNED)
        item->reason = account->reason;
    else if (item->reason == DUNNING_DUNNED && item->disputed >= item->open)
        item->reason = DUNNING_DISPUTE;
    else if (item->reason == DUNNING_DUNNED && item->disputed + item->in_hand >= item->open)
        item->reason = DUNNING_IN_HAND;
    else if (item->reason == DUNNING_DUNNED && soon)
        item->reason = DUNNING_INTERVAL;
    if (item->reason != DUNNING_DUNNED || (item->charge && item->days >= 1))
        return;
    item->reason = item->days < 1 ? remind(scheme, item) : rise(scheme, item);
}

/* ---- the account ---------------------------------------------------------------------------- */

static bool is_dunned(const struct dunning_item *item)
{
    return item->reason == DUNNING_DUNNED;
}

/* What is owed before what was charged for it. */
static void credits_net(struct dunning_account *account)
{
    int64_t left = account->credits;

    for (int charges = 0; charges <= 1; charges++)
        for (int i = 0; i < account->count; i++) {
            struct dunning_item *item = &account->items[i];
            if (!is_dunned(item) || item->charge != (charges == 1))
                continue;
            item->amount = item->open - item->disputed - item->in_hand;
            item->credited = item->amount < left ? item->amount : left;
            item->amount -= item->credited;
            left -= item->credited;
            if (item->amount == 0) {
                item->reason = DUNNING_COVERED;
                item->next = DUNNING_NONE;
            }
        }
}

static enum err level_sum(const struct dunning_account *account, int level, int64_t *sum)
{
    *sum = 0;
    for (int i = 0; i < account->count; i++)
        if (account->items[i].next == level && !account->items[i].charge)
            TRY(amount_add(*sum, account->items[i].amount, sum));
    return ERR_OK;
}

static void leave(struct dunning_item *item, enum dunning_reason reason)
{
    item->reason = reason;
    item->next = DUNNING_NONE;
    item->amount = 0;
}

static void level_drop(const struct dunning_scheme *scheme, struct dunning_account *account,
                       int level)
{
    const int below = level_below(scheme, level);

    for (int i = 0; i < account->count; i++) {
        struct dunning_item *item = &account->items[i];
        if (item->next != level || item->charge)
            continue;
        if (item->missed == DUNNING_NONE)
            item->missed = level;
        item->next = below;
        if (below < 1 || below < item->level)
            leave(item, DUNNING_MINIMUM);
        else if (below == item->level && !is_repeated(scheme, item))
            leave(item, DUNNING_SAME);
    }
}

static enum err minimums_judge(const struct dunning_scheme *scheme, struct dunning_account *account)
{
    for (int level = DUNNING_LEVELS - 1; level >= 0; level--) {
        const struct dunning_step *step = &scheme->steps[level];
        int64_t sum, part;
        TRY(level_sum(account, level, &sum));
        TRY(amount_ppm(account->all_open, step->minimum_ppm, &part));
        if (sum > 0 && (sum < step->minimum || sum < part))
            level_drop(scheme, account, level);
    }
    return ERR_OK;
}

static void charges_ride(struct dunning_account *account)
{
    int highest = 0;

    for (int i = 0; i < account->count; i++)
        if (!account->items[i].charge && account->items[i].next > highest)
            highest = account->items[i].next;
    for (int i = 0; i < account->count; i++) {
        struct dunning_item *item = &account->items[i];
        if (!item->charge || !is_dunned(item))
            continue;
        item->next = highest >= 1 ? highest : DUNNING_NONE;
        if (highest < 1)
            leave(item, DUNNING_CHARGE);
    }
}

enum err dunning_judge(const struct dunning_scheme *scheme, struct dunning_account *account)
{
    for (int i = 0; i < account->count; i++)
        item_judge(scheme, account, &account->items[i]);
    credits_net(account);
    TRY(minimums_judge(scheme, account));
    charges_ride(account);
    return ERR_OK;
}

enum err dunning_letter(const struct dunning_scheme *scheme, const struct dunning_account *account,
                        int level, int64_t *amount, int64_t *fee)
{
    const struct dunning_step *step = &scheme->steps[level];
    int64_t without = 0, part;

    TRY(level_sum(account, level, &without));
    *amount = without;
    for (int i = 0; i < account->count; i++)
        if (account->items[i].next == level && account->items[i].charge)
            TRY(amount_add(*amount, account->items[i].amount, amount));
    TRY(amount_ppm(without, step->fee_ppm, &part));
    return amount_add(step->fee, part, fee);
}
