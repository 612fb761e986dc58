/* credit: exposure, what is available, and the rules one by one. */
#include "rules/credit.h"

#include "base/money.h"

#include <string.h>

static const char *const settings[] = {
#define X(rule, setting, words, help) setting,
    CREDIT_RULES(X)
#undef X
};
static const char *const rule_words[] = {
#define X(rule, setting, words, help) words,
    CREDIT_RULES(X)
#undef X
};
static const char *const action_words[] = {"off", "warn", "hold"};

const char *credit_rule_setting(enum credit_rule rule)
{
    return settings[rule];
}

const char *credit_rule_words(enum credit_rule rule)
{
    return rule_words[rule];
}

const char *credit_action_word(enum credit_action action)
{
    return action_words[action];
}

enum err credit_action_parse(const char *text, enum credit_action *out, struct note *note)
{
    for (int i = CREDIT_OFF; i <= CREDIT_HOLD; i++)
        if (strcmp(text, action_words[i]) == 0) {
            *out = (enum credit_action)i;
            return ERR_OK;
        }
    return fail(note, ERR_INPUT, "a credit rule is off, warn or hold, not '%s'", text);
}

/* A last day still counts. */
static bool holds_on(struct date until, struct date day)
{
    return date_is(until) && day.day <= until.day;
}

enum credit_source credit_terms_on(const struct credit_terms *terms, struct date day, bool paid,
                                   int64_t *limit, int64_t *insured)
{
    *insured =
        !date_is(terms->insured_until) || holds_on(terms->insured_until, day) ? terms->insured : 0;
    *limit = terms->limit;
    /* whoever raised it for a time knew that nothing was paid yet */
    if (terms->temporary != CREDIT_UNLIMITED && holds_on(terms->temporary_until, day)) {
        *limit = terms->temporary;
        return CREDIT_BY_TEMPORARY;
    }
    if (terms->first == CREDIT_UNLIMITED || paid ||
        (terms->limit != CREDIT_UNLIMITED && terms->limit <= terms->first))
        return CREDIT_BY_LIMIT;
    *limit = terms->first;
    return CREDIT_BY_FIRST;
}

/* By more than the bound; what is counted, by as much. */
static bool is_broken(const struct credit_facts *facts, const struct credit_breach *breach)
{
    switch (breach->rule) {
    case CREDIT_LIMIT: return facts->limit != CREDIT_UNLIMITED && breach->figure > breach->bound;
    case CREDIT_OLDEST:
    case CREDIT_OVERDUE:
    case CREDIT_SHARE: return breach->figure > breach->bound;
    case CREDIT_DUNNING:
    case CREDIT_PROMISES: return breach->figure > 0 && breach->figure >= breach->bound;
    case CREDIT_RETURNS: return breach->figure > 0;
    case CREDIT_NO_LIMIT: return facts->limit == CREDIT_UNLIMITED && !facts->covered;
    case CREDIT_RULE_COUNT: break;
    }
    return false;
}

/* Days go on by themselves: what was 30 days old when it was let pass is 31 on the next day. */
static bool is_passed(const struct credit_breach *breach, const struct credit_pass *passes,
                      int pass_count, struct date day)
{
    for (int i = 0; i < pass_count; i++) {
        int64_t most = passes[i].figure;
        if (passes[i].rule != breach->rule)
            continue;
        if (breach->rule == CREDIT_OLDEST)
            most += day.day - passes[i].given.day;
        if (breach->figure <= most)
            return true;
    }
    return false;
}

static enum err share_of(const struct credit_facts *facts, int64_t *out)
{
    *out = 0;
    return facts->open > 0 ? amount_scale(PPM, facts->overdue, facts->open, out) : ERR_OK;
}

static enum err figures_fill(const struct credit_policy *policy, const struct credit_facts *facts,
                             struct credit_verdict *out)
{
    int64_t room = 0;

    TRY(amount_add(facts->debits, facts->charges, &out->exposure));
    TRY(amount_add(out->exposure, facts->orders, &out->exposure));
    TRY(amount_add(out->exposure, facts->document, &out->exposure));
    if (policy->credits)
        TRY(amount_sub(out->exposure, facts->credits, &out->exposure));
    if (facts->limit != CREDIT_UNLIMITED) {
        TRY(amount_add(facts->limit, facts->insured, &room));
        TRY(amount_sub(room, out->exposure, &out->available));
    }
    int64_t figures[CREDIT_RULE_COUNT] = {
        [CREDIT_LIMIT] = out->exposure,
        [CREDIT_OLDEST] = facts->oldest_days,
        [CREDIT_OVERDUE] = facts->overdue,
        [CREDIT_DUNNING] = facts->dunning_level,
        [CREDIT_PROMISES] = facts->broken_promises,
        [CREDIT_RETURNS] = facts->returns,
    };
    TRY(share_of(facts, &figures[CREDIT_SHARE]));
    for (int i = 0; i < CREDIT_RULE_COUNT; i++)
        out->of[i] = (struct credit_breach){.rule = (enum credit_rule)i,
                                            .action = policy->of[i],
                                            .figure = figures[i],
                                            .bound = i == CREDIT_LIMIT ? room : policy->bound[i]};
    return ERR_OK;
}

enum err credit_judge(const struct credit_policy *policy, const struct credit_facts *facts,
                      const struct credit_pass *passes, int pass_count, struct date day,
                      struct credit_verdict *out)
{
    *out = (struct credit_verdict){.worst = CREDIT_OFF};
    TRY(figures_fill(policy, facts, out));
    for (int i = 0; i < CREDIT_RULE_COUNT; i++) {
        struct credit_breach *breach = &out->of[i];
        breach->broken = breach->action != CREDIT_OFF && is_broken(facts, breach);
        breach->passed = breach->broken && is_passed(breach, passes, pass_count, day);
        if (breach->broken && !breach->passed && breach->action > out->worst)
            out->worst = breach->action;
    }
    return ERR_OK;
}
