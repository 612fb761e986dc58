#include "rules/interest.h"

#include "base/money.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define POINT 10000 /* ppm */

__extension__ typedef __int128 wide;

enum err interest_basis_parse(const char *text, enum interest_basis *out, struct note *note)
{
    static const char *const words[] = {"365", "360", "actual", "month"};

    for (int i = 0; i < 4; i++)
        if (strcasecmp(text, words[i]) == 0) {
            *out = (enum interest_basis)i;
            return ERR_OK;
        }
    return fail(note, ERR_INPUT, "interest is counted by 365, 360, actual or month, not '%s'",
                text);
}

enum interest_scheme interest_scheme_of(const char *word)
{
    if (strcasecmp(word, "none") == 0 || !*word)
        return INTEREST_NONE;
    if (strcasecmp(word, "uk") == 0)
        return INTEREST_UK;
    if (strcasecmp(word, "eu") == 0)
        return INTEREST_EU;
    return strcasecmp(word, "de") == 0 ? INTEREST_DE : INTEREST_CONTRACT;
}

int64_t interest_points(enum interest_scheme scheme)
{
    if (scheme == INTEREST_DE)
        return 9 * POINT;
    return scheme == INTEREST_UK || scheme == INTEREST_EU ? 8 * POINT : 0;
}

const char *interest_currency(enum interest_scheme scheme)
{
    if (scheme == INTEREST_UK)
        return "GBP";
    return scheme == INTEREST_EU || scheme == INTEREST_DE ? "EUR" : "";
}

int64_t interest_lump(enum interest_scheme scheme, int64_t debt)
{
    if (debt <= 0)
        return 0;
    if (scheme == INTEREST_EU || scheme == INTEREST_DE)
        return 4000;
    if (scheme != INTEREST_UK)
        return 0;
    return debt < 100000 ? 4000 : debt < 1000000 ? 7000 : 10000;
}

/* ---- rates ---------------------------------------------------------------------------------- */

/* The last one that holds on a day; NULL = none yet. */
static const struct interest_rate *rate_on(const struct interest_rate *table, int count,
                                           struct date day)
{
    const struct interest_rate *found = NULL;

    for (int i = 0; i < count && table[i].from.day <= day.day; i++)
        found = &table[i];
    return found;
}

/* 1 January or 1 July, the last by a day. */
static struct date half_begin(struct date day)
{
    int year, month, of_month;

    date_split(day, &year, &month, &of_month);
    return date_of(year, month <= 6 ? 1 : 7, 1);
}

static int64_t rate_made(enum interest_scheme scheme, int64_t ppm, int64_t most_ppm)
{
    ppm += interest_points(scheme);
    if (ppm < 0)
        ppm = 0;
    return most_ppm > 0 && ppm > most_ppm ? most_ppm : ppm;
}

enum err interest_rates(enum interest_scheme scheme, const struct interest_rate *table, int count,
                        struct date due, struct date upto, int64_t most_ppm, struct arena *arena,
                        struct interest_rate **out, int *out_count)
{
    const struct date start = date_add(due, 1);
    const int halves = upto.day > due.day ? (upto.day - due.day) / 181 + 2 : 1;
    struct interest_rate *made = arena_new(arena, (size_t)(count + halves) * sizeof *made);
    const struct interest_rate *base;

    *out = made;
    *out_count = 0;
    if (scheme == INTEREST_CONTRACT)
        for (int i = 0; i < count; i++)
            made[(*out_count)++] =
                (struct interest_rate){table[i].from, rate_made(scheme, table[i].ppm, most_ppm)};
    if (scheme == INTEREST_UK) {
        base = rate_on(table, count, date_add(half_begin(start), -1));
        if (base)
            made[(*out_count)++] =
                (struct interest_rate){start, rate_made(scheme, base->ppm, most_ppm)};
    }
    if (scheme == INTEREST_EU || scheme == INTEREST_DE)
        for (struct date half = half_begin(start); half.day <= upto.day;
             half = date_add_months(half, 6)) {
            base = rate_on(table, count, half);
            if (base)
                made[(*out_count)++] =
                    (struct interest_rate){half, rate_made(scheme, base->ppm, most_ppm)};
        }
    return ERR_OK;
}

/* ---- what is open --------------------------------------------------------------------------- */

static int change_order(const void *a, const void *b)
{
    const struct interest_change *x = a, *y = b;

    return (x->day.day > y->day.day) - (x->day.day < y->day.day);
}

static void changes_sort(struct interest_change *changes, int count)
{
    if (count > 1)
        qsort(changes, (size_t)count, sizeof *changes, change_order);
}

int64_t interest_open(const struct interest_item *item, struct date t)
{
    int64_t open = item->amount;

    for (int i = 0; i < item->change_count && item->changes[i].day.day < t.day; i++)
        open -= item->changes[i].less;
    return open > 0 ? open : 0;
}

/* ---- credits that are paid against nothing -------------------------------------------------- */

/* One item while the days go by. */
struct covered {
    int at;       /* changes that are behind us */
    int64_t open; /* after them, may be below 0 */
    int64_t take; /* of the credits, now */
    struct interest_change *more;
    int more_count, more_room;
};

static enum err cover(struct covered *of, struct date day, int64_t take, struct arena *arena)
{
    if (take == of->take)
        return ERR_OK;
    if (of->more_count == of->more_room) {
        const int room = of->more_room ? of->more_room * 2 : 4;
        struct interest_change *more = arena_new(arena, (size_t)room * sizeof *more);
        if (of->more_count)
            memcpy(more, of->more, (size_t)of->more_count * sizeof *more);
        of->more = more;
        of->more_room = room;
    }
    of->more[of->more_count++] = (struct interest_change){day, take - of->take};
    of->take = take;
    return ERR_OK;
}

/* After a day: hands `left` out, the oldest due first; *reach is behind the last that takes any. */
static enum err hand_out(struct interest_item *items, struct covered *covered, int count,
                         struct date day, int64_t left, int *reach, struct arena *arena)
{
    int last = 0;

    for (int i = 0; i < count && (left > 0 || i < *reach); i++) {
        struct covered *of = &covered[i];
        while (of->at < items[i].change_count && items[i].changes[of->at].day.day <= day.day)
            TRY(amount_sub(of->open, items[i].changes[of->at++].less, &of->open));
        const int64_t room = of->open > 0 ? of->open : 0;
        const int64_t take = left < room ? left : room;
        TRY(cover(of, day, take, arena));
        left -= take;
        if (take > 0)
            last = i + 1;
    }
    *reach = last;
    return ERR_OK;
}

static int day_order(const void *a, const void *b)
{
    const struct date *x = a, *y = b;

    return (x->day > y->day) - (x->day < y->day);
}

/* The days after which something is other than before: each once, up to `upto`. */
static int turning_days(const struct interest_item *items, int count,
                        const struct interest_change *credits, int credit_count, struct date upto,
                        struct arena *arena, struct date **out)
{
    size_t all = (size_t)credit_count;
    int found = 0, kept = 0;

    for (int i = 0; i < count; i++)
        all += (size_t)items[i].change_count;
    struct date *days = arena_new(arena, (all + 1) * sizeof *days);
    for (int i = 0; i < credit_count; i++)
        if (credits[i].day.day < upto.day)
            days[found++] = credits[i].day;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < items[i].change_count; k++)
            if (items[i].changes[k].day.day < upto.day)
                days[found++] = items[i].changes[k].day;
    qsort(days, (size_t)found, sizeof *days, day_order);
    for (int i = 0; i < found; i++)
        if (kept == 0 || days[kept - 1].day != days[i].day)
            days[kept++] = days[i];
    *out = days;
    return kept;
}

enum err interest_offset(struct interest_item *items, int count, struct interest_change *credits,
                         int credit_count, struct date upto, struct arena *arena)
{
    struct covered *covered;
    struct date *days;
    int64_t there = 0;
    int at = 0, reach = 0;

    if (credit_count == 0 || count == 0)
        return ERR_OK;
    covered = arena_new(arena, (size_t)count * sizeof *covered);
    changes_sort(credits, credit_count);
    for (int i = 0; i < count; i++) {
        changes_sort(items[i].changes, items[i].change_count);
        covered[i].open = items[i].amount;
    }
    const int day_count = turning_days(items, count, credits, credit_count, upto, arena, &days);
    for (int d = 0; d < day_count; d++) {
        while (at < credit_count && credits[at].day.day <= days[d].day)
            TRY(amount_add(there, credits[at++].less, &there));
        TRY(hand_out(items, covered, count, days[d], there, &reach, arena));
    }
    for (int i = 0; i < count; i++) {
        const int more = covered[i].more_count;
        if (more == 0)
            continue;
        struct interest_change *all =
            arena_new(arena, (size_t)(items[i].change_count + more) * sizeof *all);
        if (items[i].change_count)
            memcpy(all, items[i].changes, (size_t)items[i].change_count * sizeof *all);
        memcpy(all + items[i].change_count, covered[i].more, (size_t)more * sizeof *all);
        items[i].changes = all;
        items[i].change_count += more;
        changes_sort(all, items[i].change_count);
    }
    return ERR_OK;
}

/* ---- accrued -------------------------------------------------------------------------------- */

enum err interest_sum(const struct interest_piece *pieces, int count, int64_t *out)
{
    static const int divisors[2] = {365, 366};
    wide sums[2] = {0, 0}, top, bottom = PPM;
    int used = 365;

    *out = 0;
    for (int i = 0; i < count; i++) {
        const struct interest_piece *piece = &pieces[i];
        const int days = piece->to.day - piece->from.day + 1;
        const bool leap = piece->divisor == divisors[1];
        const wide part = (wide)piece->open * piece->ppm * days;
        if (!leap)
            used = piece->divisor;
        if (__builtin_add_overflow(sums[leap], part, &sums[leap]))
            return ERR_LIMIT;
    }
    top = sums[0];
    bottom *= used;
    if (sums[1] != 0) { /* years of both lengths: over their common denominator */
        wide other;
        if (__builtin_mul_overflow(sums[0], (wide)divisors[1], &top) ||
            __builtin_mul_overflow(sums[1], (wide)used, &other) ||
            __builtin_add_overflow(top, other, &top))
            return ERR_LIMIT;
        bottom *= divisors[1];
    }
    const wide rounded = (top + (top < 0 ? -bottom / 2 : bottom / 2)) / bottom;
    if (rounded > INT64_MAX || rounded < INT64_MIN)
        return ERR_LIMIT;
    *out = (int64_t)rounded;
    return ERR_OK;
}

static int divisor_of(enum interest_basis basis, int year)
{
    if (basis == INTEREST_ACTUAL)
        return date_is(date_of(year, 2, 29)) ? 366 : 365;
    return basis == INTEREST_MONTH ? 30 : basis == INTEREST_360 ? 360 : 365;
}

/* The last day from `first` on, up to `upto`, for which nothing changes. */
static struct date piece_end(const struct interest_item *item, int at,
                             const struct interest_rate *rates, int rate_count,
                             enum interest_basis basis, struct date first, struct date upto)
{
    struct date to = upto;
    int year, month, day;

    date_split(first, &year, &month, &day);
    if (basis == INTEREST_ACTUAL && date_of(year, 12, 31).day < to.day)
        to = date_of(year, 12, 31);
    if (at < item->change_count && item->changes[at].day.day < to.day)
        to = item->changes[at].day;
    for (int i = 0; i < rate_count; i++)
        if (rates[i].from.day > first.day && rates[i].from.day - 1 < to.day)
            to = date_add(rates[i].from, -1);
    return to;
}

static bool goes_on(const struct interest_piece *last, const struct interest_piece *next)
{
    return last->to.day + 1 == next->from.day && last->open == next->open &&
           last->ppm == next->ppm && last->divisor == next->divisor;
}

enum err interest_accrue(struct interest_item *item, const struct interest_rate *rates,
                         int rate_count, enum interest_basis basis, int grace_days,
                         struct date upto, struct arena *arena, struct interest *out)
{
    const int years = upto.day > item->due.day ? (upto.day - item->due.day) / 365 + 2 : 0;
    const int room = item->change_count + rate_count + years + 2;
    struct date last_open = item->due, t = date_add(item->due, 1);
    int64_t open = item->amount;
    int at = 0;

    *out =
        (struct interest){.pieces = arena_new(arena, (size_t)room * sizeof(struct interest_piece))};
    changes_sort(item->changes, item->change_count);
    while (t.day <= upto.day) {
        while (at < item->change_count && item->changes[at].day.day < t.day)
            TRY(amount_sub(open, item->changes[at++].less, &open));
        const struct date to = piece_end(item, at, rates, rate_count, basis, t, upto);
        const struct interest_rate *rate = rate_on(rates, rate_count, t);
        int year, month, day;
        date_split(t, &year, &month, &day);
        const struct interest_piece next = {t, to, open, rate ? rate->ppm : 0,
                                            divisor_of(basis, year)};
        if (t.day == item->due.day + 1)
            out->first = open > 0 ? open : 0;
        t = date_add(to, 1);
        if (open <= 0)
            continue;
        last_open = to;
        out->days += to.day - next.from.day + 1;
        out->unrated = out->unrated || !rate;
        if (next.ppm == 0)
            continue;
        struct interest_piece *last = &out->pieces[out->piece_count - 1];
        if (out->piece_count > 0 && goes_on(last, &next))
            last->to = next.to;
        else
            out->pieces[out->piece_count++] = next;
    }
    if (out->days > 0 && last_open.day - item->due.day <= grace_days) {
        out->graced = true;
        out->piece_count = 0;
    }
    return interest_sum(out->pieces, out->piece_count, &out->accrued);
}
