#include "report/callorder.h"

#include "ledger/lateness.h"
#include "report/callplace.h"

#include <string.h>

/* ---- the score of a line ---- */

static bool waits(const struct callbook *calls, const struct callline *line)
{
    const struct touch *touch = line->touch;

    if (line->score.total <= 0 ||
        (touch && date_is(touch->last) && touch->last.day == calls->as_of.day))
        return false;
    return line->facts.broken_promises || line->facts.promise_today || !touch ||
           !date_is(touch->next) || touch->next.day <= calls->as_of.day;
}

static enum err line_ask(const struct callbook *calls, struct callline *line)
{
    bool late = false;

    TRY(late_before(calls->book, line->customer_id, calls->as_of, &late));
    line->facts.first_late = !late;
    line->asked = true;
    return worklist_score(&calls->weights, &line->facts, &line->score);
}

/* The score is the most that it can be, and whether it is above nothing is sure. */
static enum err line_score(const struct callbook *calls, struct callline *line)
{
    const struct worklist_score *score = &line->score;

    TRY(worklist_score(&calls->weights, &line->facts, &line->score));
    const int64_t first = score->points[WORKLIST_FIRST];
    line->asked = first == 0;
    if (first < 0 || (first > 0 && score->total > 0 && score->total <= first))
        TRY(line_ask(calls, line));
    line->waits = waits(calls, line);
    return ERR_OK;
}

enum err callorder_score(struct callbook *calls)
{
    for (size_t i = 0; i < calls->count; i++) {
        TRY(line_score(calls, &calls->lines[i]));
        calls->to_call += calls->lines[i].waits;
    }
    return ERR_OK;
}

/* ---- their order ---- */

static bool goes_before(const struct callline *x, const struct callline *y)
{
    if (x->waits != y->waits)
        return x->waits;
    if (x->score.total != y->score.total)
        return x->score.total > y->score.total;
    int order = callplace_cmp(x, y);
    order = order ? order : code_cmp(x->code, y->code);
    return (order ? order : strcmp(x->currency.code, y->currency.code)) < 0;
}

/* The queue is a heap: none goes before the one at half its place. */
static void sink_down(struct callbook *calls, size_t at)
{
    struct callline *line = calls->queue[at];

    for (size_t below; (below = 2 * at + 1) < calls->queued; at = below) {
        if (below + 1 < calls->queued &&
            goes_before(calls->queue[below + 1], calls->queue[below]))
            below++;
        if (!goes_before(calls->queue[below], line))
            break;
        calls->queue[at] = calls->queue[below];
    }
    calls->queue[at] = line;
}

static void queue_make(struct callbook *calls)
{
    calls->queue = mem_new(calls->count + 1, sizeof *calls->queue);
    calls->queued = calls->count;
    for (size_t i = 0; i < calls->count; i++)
        calls->queue[i] = &calls->lines[i];
    for (size_t i = calls->queued / 2; i-- > 0;)
        sink_down(calls, i);
}

enum err callorder_next(struct callbook *calls, struct callline **out)
{
    *out = NULL;
    if (!calls->queue)
        queue_make(calls);
    while (calls->queued && !calls->queue[0]->asked) {
        TRY(line_ask(calls, calls->queue[0]));
        sink_down(calls, 0);
    }
    if (calls->queued) {
        *out = calls->queue[0];
        calls->queue[0] = calls->queue[--calls->queued];
        if (calls->queued)
            sink_down(calls, 0);
    }
    return ERR_OK;
}
