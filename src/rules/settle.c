#include "rules/settle.h"

#include "base/err.h"

/* Walks over the days that matter from `from` on: `from` itself and every later day of a movement.
 * Gives the day and what is applied at its end; false after the last. */
struct day_walk {
    const struct settle_move *moves;
    size_t count, at;
    struct date day;
    int64_t applied;
};

static bool day_next(struct day_walk *walk)
{
    if (date_is(walk->day)) {
        if (walk->at == walk->count)
            return false;
        walk->day = walk->moves[walk->at].date;
    }
    while (walk->at < walk->count && walk->moves[walk->at].date.day <= walk->day.day)
        walk->applied += walk->moves[walk->at++].amount;
    return true;
}

static void walk_start(struct day_walk *walk, const struct settle_move *moves, size_t count,
                       struct date from)
{
    *walk = (struct day_walk){.moves = moves, .count = count, .day = DATE_NONE};
    for (size_t i = 1; i < count; i++)
        must(moves[i - 1].date.day <= moves[i].date.day);
    while (walk->at < count && moves[walk->at].date.day <= from.day)
        walk->applied += moves[walk->at++].amount;
    walk->day = from;
}

struct date settle_from(int64_t amount, const struct settle_move *moves, size_t count,
                        struct date from, int64_t wanted)
{
    struct day_walk walk;
    walk_start(&walk, moves, count, from);
    /* The first day after the last one that has too little. */
    struct date first = from;
    bool enough = amount - walk.applied >= wanted;
    while (day_next(&walk)) {
        bool now = amount - walk.applied >= wanted;
        if (now && !enough)
            first = walk.day;
        enough = now;
    }
    return enough ? first : DATE_NONE;
}
