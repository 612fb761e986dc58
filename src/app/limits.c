#include "app/limits.h"

#include "base/text.h"
#include "ledger/user.h"

#include <string.h>

/* NULL when the command has no such argument, too. */
static const char *given(const struct act *act, const char *name)
{
    for (const struct arg *arg = act->args->command->args; arg->name; arg++)
        if (strcmp(arg->name, name) == 0)
            return args_get(act->args, name);
    return NULL;
}

/* `none` becomes `nothing`. */
static enum err limit_take(const struct act *act, const char *name, const struct customer *customer,
                           int64_t nothing, int64_t *out)
{
    const char *text = given(act, name);
    struct note inner = {0};
    struct money limit;

    if (!text)
        return ERR_OK;
    if (!*text || text_same(text, "none")) {
        *out = nothing;
        return ERR_OK;
    }
    enum err e = money_parse(text, &notation_plain, customer->currency, &limit, &inner);
    if (e != ERR_OK)
        return fail(act->note, e, "--%s: %s", name, inner.text);
    if (!currency_is(limit.currency, customer->currency))
        return fail(act->note, ERR_INPUT,
                    "--%s: %s has its account in %s, so its limit is in "
                    "%s, not %s",
                    name, customer->code, customer->currency.code, customer->currency.code,
                    limit.currency.code);
    if (limit.minor < 0)
        return fail(act->note, ERR_INPUT, "--%s: a credit limit is 0 or more, not %s", name, text);
    *out = limit.minor;
    return ERR_OK;
}

/* A limit that ended before it begins is a slip of the keys. */
static enum err until_take(const struct act *act, const char *name, struct date *out)
{
    const struct date today = book_today(act->book);
    char text[DATE_TEXT], now[DATE_TEXT];

    if (!given(act, name))
        return ERR_OK;
    *out = args_date(act->args, name, DATE_NONE);
    if (!date_is(*out) || out->day >= today.day)
        return ERR_OK;
    return fail(act->note, ERR_INPUT, "--%s: %s is over, today is %s", name, date_iso(*out, text),
                date_iso(today, now));
}

enum err limits_take(const struct act *act, struct customer *customer)
{
    TRY(limit_take(act, "limit", customer, NO_LIMIT, &customer->credit_limit));
    TRY(limit_take(act, "temporary-limit", customer, NO_LIMIT, &customer->temporary_limit));
    TRY(limit_take(act, "first-limit", customer, NO_LIMIT, &customer->first_limit));
    TRY(limit_take(act, "insured", customer, 0, &customer->insured));
    TRY(until_take(act, "temporary-until", &customer->temporary_until));
    TRY(until_take(act, "insured-until", &customer->insured_until));
    if (customer->temporary_limit == NO_LIMIT && !given(act, "temporary-until"))
        customer->temporary_until = DATE_NONE;
    if (customer->insured == 0)
        customer->insured_until = DATE_NONE;
    return ERR_OK;
}

int64_t limits_most(const struct customer *customer)
{
    if (customer->credit_limit == NO_LIMIT || customer->temporary_limit <= customer->credit_limit)
        return customer->credit_limit;
    return customer->temporary_limit;
}

enum err limits_raise(struct act *act, const struct customer *before, const struct customer *after,
                      int64_t *raise)
{
    const int64_t was = limits_most(before), is = limits_most(after);
    bool any = false;

    *raise = 0;
    TRY(users_any(act->book, &any));
    if (!any || was == NO_LIMIT || is == was || (is != NO_LIMIT && is < was))
        return ERR_OK;
    if (is == NO_LIMIT)
        return user_judge(act->book, act->session->actor, ROLE_MANAGER, "to remove a credit limit");
    *raise = is - was;
    return ERR_OK;
}
