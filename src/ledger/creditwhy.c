/* creditwhy: why a customer is on hold or warned of, in words with the figures. */
#include "ledger/creditbook.h"

static const char *sum_words(int64_t minor, struct currency currency, struct arena *arena)
{
    char text[MONEY_TEXT];

    return arena_format(arena, "%s %s", money_plain(money_of(minor, currency), text),
                        currency.code);
}

static const char *percent_words(int64_t ppm, struct arena *arena)
{
    return arena_format(arena, "%lld.%lld %%", (long long)(ppm / 10000),
                        (long long)(ppm % 10000 / 1000));
}

static const char *counted(const char *words, int64_t figure, int64_t bound, struct arena *arena)
{
    return arena_format(arena, "%s: %lld of %lld", words, (long long)figure, (long long)bound);
}

const char *creditaccount_rule(const struct creditaccount *account,
                               const struct credit_breach *breach, struct currency base,
                               struct arena *arena)
{
    const char *words = credit_rule_words(breach->rule);

    switch (breach->rule) {
    case CREDIT_LIMIT:
        return arena_format(arena, "%s: %s of %s", words,
                            sum_words(breach->figure, account->currency, arena),
                            sum_words(breach->bound, account->currency, arena));
    case CREDIT_OLDEST:
        return arena_format(arena, "%s: %lld days, more than %lld", words,
                            (long long)breach->figure, (long long)breach->bound);
    case CREDIT_OVERDUE:
        return arena_format(arena, "%s: %s, more than %s", words,
                            sum_words(breach->figure, base, arena),
                            sum_words(breach->bound, base, arena));
    case CREDIT_SHARE:
        return arena_format(arena, "%s: %s, more than %s", words,
                            percent_words(breach->figure, arena),
                            percent_words(breach->bound, arena));
    case CREDIT_DUNNING:
    case CREDIT_PROMISES: return counted(words, breach->figure, breach->bound, arena);
    case CREDIT_RETURNS: return arena_format(arena, "%s: %lld", words, (long long)breach->figure);
    case CREDIT_NO_LIMIT:
    case CREDIT_RULE_COUNT: break;
    }
    return words;
}

static const char *joined(const char *before, const char *more, struct arena *arena)
{
    return *before ? arena_format(arena, "%s; %s", before, more) : more;
}

const char *creditaccount_why(const struct creditaccount *account, struct currency base,
                              struct arena *arena)
{
    const enum credit_action least = account->held ? CREDIT_HOLD : CREDIT_WARN;
    const char *why = "";

    if (account->hand)
        why = arena_format(arena, "by hand: %s", account->hand->reason);
    for (int i = 0; i < CREDIT_RULE_COUNT; i++) {
        const struct credit_breach *breach = &account->verdict.of[i];
        if (breach->broken && !breach->passed && breach->action >= least)
            why = joined(why, creditaccount_rule(account, breach, base, arena), arena);
    }
    if (account->above && account->above->hand)
        why = joined(why,
                     arena_format(arena, "%s above it is on hold: %s", account->above->code,
                                  account->above->hand->reason),
                     arena);
    else if (account->above)
        why = joined(why,
                     arena_format(arena, "with %s above it %s", account->above->code,
                                  creditaccount_rule(account->above,
                                                     &account->above->verdict.of[CREDIT_LIMIT],
                                                     base, arena)),
                     arena);
    return why;
}
