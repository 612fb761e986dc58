#include "report/dunningwhy.h"

struct why {
    const struct dunplan *plan;
    const struct dunaccount *account;
    const struct dunrow *row;
    const struct dunning_item *item;
    struct arena *arena;
};

static const char *plural(int days)
{
    return days == 1 ? "" : "s";
}

static const char *iso(const struct why *why, struct date day)
{
    char text[DATE_TEXT];

    return arena_text(why->arena, date_iso(day, text));
}

static const char *until(const struct why *why, struct date day)
{
    return !date_is(day) || day.day >= DATE_NEVER.day
               ? ""
               : arena_format(why->arena, " until %s", iso(why, day));
}

static const char *shown(const struct why *why, int64_t minor)
{
    char text[MONEY_TEXT];

    return arena_text(why->arena, money_plain(money_of(minor, why->account->currency), text));
}

static const char *behind(const struct why *why, const char *words)
{
    return words && *words ? arena_format(why->arena, ": %s", words) : "";
}

static int first_level(const struct dunning_scheme *scheme)
{
    for (int level = 1; level < DUNNING_LEVELS; level++)
        if (scheme->steps[level].active)
            return level;
    return 0;
}

static int level_wanted(const struct why *why)
{
    int level = dunning_by_days(why->account->steps, why->item->days);

    if (level > why->item->level && why->item->level >= 1 && !why->account->steps->jumps)
        level = why->item->level + 1;
    return level;
}

/* What it is dunned for, with what was taken off. */
static const char *dunned(const struct why *why)
{
    const struct dunning_item *item = why->item;
    const char *words;

    if (item->charge)
        words = "charged before, comes along";
    else if (item->next == 0)
        words =
            item->days == 0 ? "due today" : arena_format(why->arena, "due in %d days", -item->days);
    else if (item->level == DUNNING_NONE)
        words = arena_format(why->arena, "%d day%s past due", item->days, plural(item->days));
    else
        words = arena_format(why->arena, "%d day%s past due, level %d for %d days", item->days,
                             plural(item->days), item->level, item->since);
    if (item->missed != DUNNING_NONE)
        words = arena_format(why->arena, "%s; below the minimum of level %d", words, item->missed);
    if (item->disputed)
        words = arena_format(why->arena, "%s; %s disputed", words, shown(why, item->disputed));
    if (item->in_hand)
        words = arena_format(why->arena, "%s; %s in hand until %s", words,
                             shown(why, item->in_hand), iso(why, why->row->until));
    if (item->credited)
        words = arena_format(why->arena, "%s; %s covered by credits", words,
                             shown(why, item->credited));
    return words;
}

/* While a promise waits its items are not dunned, whatever part of them it is of (R11). */
static const char *promised(const struct why *why)
{
    const char *day = iso(why, why->row->until);

    return why->row->promised < why->item->open
               ? arena_format(why->arena, "%s of it promised for %s; waits until then",
                              shown(why, why->row->promised), day)
               : arena_format(why->arena, "promised for %s", day);
}

static const char *of_letters(const struct why *why)
{
    const struct dunning_scheme *steps = why->account->steps;
    const struct dunning_item *item = why->item;
    struct arena *arena = why->arena;

    switch (item->reason) {
    case DUNNING_GRACE:
        return arena_format(arena, "%d day%s past due, within the grace of %d", item->days,
                            plural(item->days), steps->steps[first_level(steps)].grace);
    case DUNNING_EARLY:
        return arena_format(arena, "%d day%s past due, level %d begins after %d", item->days,
                            plural(item->days), first_level(steps),
                            steps->steps[first_level(steps)].days);
    case DUNNING_INTERVAL:
        return arena_format(arena, "the last letter went out %d days ago, the next after %d",
                            why->account->account.since_run, steps->interval);
    case DUNNING_GAP:
        return arena_format(arena, "level %d went out %d days ago, the next after %d", item->level,
                            item->since, steps->gap ? steps->gap : 1);
    case DUNNING_SAME:
        return arena_format(arena, "stays at level %d, whose letter went out %d days ago",
                            item->level, item->since);
    case DUNNING_HELD: return "the letter before waits to be checked";
    case DUNNING_MINIMUM:
        return arena_format(arena, "below the minimum of level %d",
                            item->missed != DUNNING_NONE ? item->missed : level_wanted(why));
    default: return "a charge alone makes no letter";
    }
}

const char *dunning_why(const struct dunplan *plan, const struct dunaccount *account, int row,
                        struct arena *arena)
{
    const struct why why = {plan, account, &account->rows[row], &account->account.items[row],
                            arena};

    switch (why.item->reason) {
    case DUNNING_DUNNED: return dunned(&why);
    case DUNNING_EXEMPT: return "the customer is not dunned: its scheme is none";
    case DUNNING_INSOLVENT:
        return arena_format(arena, "insolvent since %s", iso(&why, account->until));
    case DUNNING_CUSTOMER_BLOCK:
        return arena_format(arena, "customer blocked%s%s", until(&why, account->until),
                            behind(&why, account->words));
    case DUNNING_BLOCK:
        return arena_format(arena, "blocked%s%s", until(&why, why.row->until),
                            behind(&why, why.row->words));
    case DUNNING_LEFT_OUT: return "left out of this run";
    case DUNNING_AGENCY: return arena_format(arena, "given away%s", behind(&why, why.row->words));
    case DUNNING_PLAN:
        return arena_format(arena, "in a payment plan, next part due %s",
                            iso(&why, why.row->until));
    case DUNNING_PROMISE: return promised(&why);
    case DUNNING_EXTENSION: return arena_format(arena, "extended to %s", iso(&why, why.row->until));
    case DUNNING_DISPUTE: return "all that is open is disputed";
    case DUNNING_IN_HAND:
        return arena_format(arena, "cheque in hand until %s", iso(&why, why.row->until));
    case DUNNING_COVERED: return "covered by open credits";
    default: return of_letters(&why);
    }
}
