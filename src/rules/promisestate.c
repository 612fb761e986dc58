#include "rules/promisestate.h"

#include "base/money.h"

const char *promise_state_word(enum promise_state state)
{
    static const char *const words[PROMISE_STATES] = {
        [PROMISE_OPEN] = "open",           [PROMISE_KEPT] = "kept",
        [PROMISE_PARTIAL] = "partial",     [PROMISE_BROKEN] = "broken",
        [PROMISE_CANCELLED] = "cancelled",
    };

    must(state >= 0 && state < PROMISE_STATES);
    return words[state];
}

static bool is_cancelled(const struct promise_case *promise, struct date as_of)
{
    return date_is(promise->cancelled) && promise->cancelled.day <= as_of.day;
}

static bool has_item(const struct promise_case *promise, int64_t item_id)
{
    for (int i = 0; i < promise->item_count; i++)
        if (promise->items[i] == item_id)
            return true;
    return false;
}

/* `rest`: the second round, in which money that is not bound to promised items is taken. */
static bool counts(const struct promise_case *promise, const struct promise_cash *cash, bool rest)
{
    if (cash->entry <= promise->entry)
        return false;
    if (cash->item_id && has_item(promise, cash->item_id))
        return true;
    return rest && (promise->whole || cash->item_id == 0);
}

static void part_take(const struct promise_case *promise, struct promise_part *part,
                      struct promise_cash *cash, int count, struct date as_of, bool rest)
{
    int32_t until = part->day.day + promise->grace;

    if (until > as_of.day)
        until = as_of.day;
    for (int i = 0; i < count && part->cash < part->amount; i++) {
        if (cash[i].left <= 0 || cash[i].value.day > until || !counts(promise, &cash[i], rest))
            continue;
        const int64_t wanted = part->amount - part->cash;
        const int64_t taken = cash[i].left < wanted ? cash[i].left : wanted;
        part->cash += taken;
        cash[i].left -= taken;
    }
}

static enum err part_judge(const struct promise_case *promise, struct promise_part *part,
                           struct date as_of)
{
    int64_t forgiven;

    TRY(amount_ppm(part->amount, promise->tolerance_ppm, &forgiven));
    if (part->cash >= part->amount - forgiven)
        part->state = PROMISE_KEPT;
    else if (as_of.day <= part->day.day + promise->grace)
        part->state = PROMISE_OPEN;
    else
        part->state = part->cash > 0 ? PROMISE_PARTIAL : PROMISE_BROKEN;
    return ERR_OK;
}

static enum err judge(struct promise_case *promise, struct date as_of)
{
    bool kept = true, broken = false;

    for (int i = 0; i < promise->part_count; i++) {
        struct promise_part *part = &promise->parts[i];
        TRY(part_judge(promise, part, as_of));
        kept = kept && part->state == PROMISE_KEPT;
        broken = broken || part->state == PROMISE_PARTIAL || part->state == PROMISE_BROKEN;
    }
    if (is_cancelled(promise, as_of))
        promise->state = PROMISE_CANCELLED;
    else if (broken)
        promise->state = promise->part_count == 1 ? promise->parts[0].state : PROMISE_BROKEN;
    else
        promise->state = kept ? PROMISE_KEPT : PROMISE_OPEN;
    return ERR_OK;
}

enum err promises_judge(struct promise_case *cases, int count, struct promise_cash *cash,
                        int cash_count, struct date as_of)
{
    for (int i = 0; i < count; i++)
        for (int p = 0; p < cases[i].part_count; p++)
            cases[i].parts[p].cash = 0;
    for (int rest = 0; rest < 2; rest++)
        for (int i = 0; i < count; i++)
            for (int p = 0; p < cases[i].part_count && !is_cancelled(&cases[i], as_of); p++)
                part_take(&cases[i], &cases[i].parts[p], cash, cash_count, as_of, rest);
    for (int i = 0; i < count; i++)
        TRY(judge(&cases[i], as_of));
    return ERR_OK;
}

const struct promise_part *promise_next(const struct promise_part *parts, int count)
{
    must(count > 0);
    for (int i = 0; i < count; i++)
        if (parts[i].state != PROMISE_KEPT)
            return &parts[i];
    return &parts[count - 1];
}
