#include "app/settlingplan.h"

#include "app/say.h"
#include "base/text.h"
#include "ledger/beside.h"
#include "ledger/shortage.h"

#include <string.h>

static enum err amount_read(struct act *act, const char *text, const char *what,
                            const struct settlingplan *plan, int64_t *out)
{
    struct note inner = {0};
    struct money money;

    *out = 0;
    if (!text)
        return ERR_OK;
    const enum err e = money_parse(text, &notation_plain, plan->document.currency, &money, &inner);
    if (e != ERR_OK)
        return fail(act->note, e, "%s, %s: %s", plan->document.number, what, inner.text);
    if (!currency_is(money.currency, plan->document.currency))
        return fail(act->note, ERR_CONFLICT, "%s, %s: it is in %s, not in %s",
                    plan->document.number, what, plan->document.currency.code, money.currency.code);
    if (money.minor < 0)
        return fail(act->note, ERR_INPUT, "%s, %s: it cannot be negative", plan->document.number,
                    what);
    *out = money.minor;
    return ERR_OK;
}

static enum err discount_read(struct act *act, const struct target *target,
                              struct settlingplan *plan)
{
    plan->discount_said = target->discount != NULL;
    if (!target->discount || text_same(target->discount, "none"))
        return ERR_OK;
    plan->auto_discount = text_same(target->discount, "auto");
    return plan->auto_discount
               ? ERR_OK
               : amount_read(act, target->discount, "discount", plan, &plan->discount);
}

/* "25 PRICE": the amount, then the reason. */
static enum err deduct_read(struct act *act, const char *text, struct settlingplan *plan)
{
    const char *space = text ? strrchr(text, ' ') : NULL;

    if (!text)
        return ERR_OK;
    if (!space)
        return fail(act->note, ERR_INPUT, "%s, deduct: write an amount and the reason, as 25 PRICE",
                    plan->document.number);
    plan->deduct_reason = space + 1;
    const char *amount = arena_bytes(act->arena, text, (size_t)(space - text));
    TRY(amount_read(act, amount, "deduct", plan, &plan->deduct));
    return plan->deduct > 0 ? ERR_OK
                            : fail(act->note, ERR_INPUT, "%s, deduct: it must be more than zero",
                                   plan->document.number);
}

static void items_keep_open(struct settlingplan *plan, int64_t instalment)
{
    int kept = 0;

    for (int i = 0; i < plan->count; i++) {
        const struct item item = plan->items[i];
        plan->parts += item.amount > 0;
        if (item.amount <= 0 || item.open <= 0 || (instalment && item.seq != instalment))
            continue;
        int at = kept++;
        for (; at > 0 && plan->items[at - 1].due.day > item.due.day; at--)
            plan->items[at] = plan->items[at - 1];
        plan->items[at] = item;
        plan->open += item.open;
    }
    plan->count = kept;
}

/* Why nothing is open: what is dated ahead pays it on its day, or somebody took it already. */
static enum err nothing_open(struct act *act, const struct settlingplan *plan)
{
    struct date day;
    const char *which = plan->instalment ? " on that instalment" : "";

    TRY(in_hand_until(act->book, plan->document.id, book_today(act->book), &day));
    if (date_is(day))
        return fail(act->note, ERR_CONFLICT,
                    "%s has nothing open%s that is not promised: money in hand pays it on %s",
                    plan->document.number, which, say_day(act->arena, day));
    return shortage_fail(act->book,
                         &(struct shortage){.document_id = plan->document.id,
                                            .instalment = plan->instalment,
                                            .left = money_of(0, plan->document.currency)});
}

enum err settlingplan_read(struct pot *pot, const struct target *target, struct settlingplan *plan)
{
    struct act *act = pot->act;

    *plan = (struct settlingplan){
        .date = target->date, .all = !target->amount, .instalment = (int)target->instalment};
    TRY(pot_debit(act, pot->customer, target->document, &plan->document));
    TRY(items_of_document(act->book, plan->document.id, act->arena, &plan->items, &plan->count));
    if (target->instalment > plan->count && plan->count)
        return fail(act->note, ERR_MISSING, "%s has %d instalment%s, so there is no %lld",
                    plan->document.number, plan->count, plan->count == 1 ? "" : "s",
                    (long long)target->instalment);
    items_keep_open(plan, target->instalment);
    if (plan->count == 0)
        return nothing_open(act, plan);
    TRY(amount_read(act, target->amount, "amount", plan, &plan->amount));
    TRY(amount_read(act, target->writeoff, "write-off", plan, &plan->writeoff));
    TRY(discount_read(act, target, plan));
    TRY(deduct_read(act, target->deduct, plan));
    if (!plan->all && plan->amount == 0)
        return fail(act->note, ERR_INPUT, "%s: the amount to apply must be more than zero",
                    plan->document.number);
    return ERR_OK;
}
