#include "rules/worklist.h"

#include "base/money.h"

static const char *const words[] = {
#define X(rule, setting, otherwise, word, sentence) word,
    WORKLIST_RULES(X)
#undef X
};
static const char *const sentences[] = {
#define X(rule, setting, otherwise, word, sentence) sentence,
    WORKLIST_RULES(X)
#undef X
};

enum err worklist_score(const struct worklist_weights *weights, const struct worklist_facts *facts,
                        struct worklist_score *out)
{
    const int64_t *of = weights->of;
    const bool silent = facts->contact_days < 0 || facts->contact_days > weights->silent_days;
    const bool late = facts->overdue > 0;

    *out = (struct worklist_score){.total = 0};
    out->points[WORKLIST_BROKEN] = facts->broken_promises > 0 ? of[WORKLIST_BROKEN] : 0;
    out->points[WORKLIST_DUE_TODAY] = facts->promise_today ? of[WORKLIST_DUE_TODAY] : 0;
    out->points[WORKLIST_CALL_TODAY] = facts->call_today ? of[WORKLIST_CALL_TODAY] : 0;
    out->points[WORKLIST_OLD] =
        late && facts->oldest_days > weights->old_days ? of[WORKLIST_OLD] : 0;
    if (late)
        TRY(amount_ppm(of[WORKLIST_AMOUNT], facts->share_ppm, &out->points[WORKLIST_AMOUNT]));
    out->points[WORKLIST_DUNNING] = facts->dunning_level * of[WORKLIST_DUNNING];
    out->points[WORKLIST_LIMIT] = facts->over_limit ? of[WORKLIST_LIMIT] : 0;
    out->points[WORKLIST_FIRST] = late && facts->first_late ? of[WORKLIST_FIRST] : 0;
    out->points[WORKLIST_SILENT] = late && silent ? of[WORKLIST_SILENT] : 0;
    out->points[WORKLIST_HOLD] = facts->on_hold ? of[WORKLIST_HOLD] : 0;
    out->points[WORKLIST_CASE] = facts->case_late ? of[WORKLIST_CASE] : 0;
    out->points[WORKLIST_SPOKEN] =
        late && facts->spoken_for >= facts->overdue ? -of[WORKLIST_SPOKEN] : 0;
    for (int rule = 0; rule < WORKLIST_COUNT; rule++)
        TRY(amount_add(out->total, out->points[rule], &out->total));
    return ERR_OK;
}

static int64_t size_of(int64_t points)
{
    return points < 0 ? -points : points;
}

/* The rule that gives the most of those not named yet; WORKLIST_COUNT when none is left. */
static int most(const struct worklist_score *score, unsigned named)
{
    int best = WORKLIST_COUNT;

    for (int rule = 0; rule < WORKLIST_COUNT; rule++)
        if (score->points[rule] != 0 && !(named & 1u << rule) &&
            (best == WORKLIST_COUNT || size_of(score->points[rule]) > size_of(score->points[best])))
            best = rule;
    return best;
}

void worklist_why(const struct worklist_weights *weights, const struct worklist_score *score,
                  struct buf *out)
{
    unsigned named = 1u << WORKLIST_AMOUNT;
    const char *between = "";

    for (int rule; (rule = most(score, named)) < WORKLIST_COUNT; named |= 1u << rule) {
        buf_text(out, between);
        if (rule == WORKLIST_OLD)
            buf_format(out, "over %lld d", (long long)weights->old_days);
        else
            buf_text(out, words[rule]);
        between = ", ";
    }
}

void worklist_sum(const struct worklist_weights *weights, const struct worklist_score *score,
                  struct buf *out)
{
    unsigned named = 0;

    for (int rule; (rule = most(score, named)) < WORKLIST_COUNT; named |= 1u << rule) {
        buf_format(out, "%lld %s", (long long)score->points[rule], sentences[rule]);
        if (rule == WORKLIST_OLD)
            buf_format(out, " (more than %lld days)", (long long)weights->old_days);
        if (rule == WORKLIST_SILENT)
            buf_format(out, " (for more than %lld days)", (long long)weights->silent_days);
        buf_text(out, "; ");
    }
    buf_format(out, "%lld in all", (long long)score->total);
}
