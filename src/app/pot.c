#include "app/paper.h"
#include "app/say.h"
#include "app/settling.h"
#include "ledger/documentlist.h"
#include "ledger/payment.h"
#include "ledger/standing.h"

static enum err unapply_read(struct act *act, const char *name, unsigned kinds,
                             struct document *money, struct document *from, int64_t *amount)
{
    struct money part;
    bool given = false;

    *from = (struct document){0};
    TRY(document_find(act->book, args_get(act->args, name), kinds, act->arena, money));
    if (args_get(act->args, "from"))
        TRY(pot_debit(act, money->customer, args_get(act->args, "from"), from));
    const struct currency currency = from->id ? from->currency : money->currency;
    TRY(args_money(act->args, "amount", currency, &part, &given, act->note));
    if (given && !currency_is(part.currency, currency))
        return fail(act->note, ERR_CONFLICT, "--amount is in %s, but %s was applied in %s",
                    part.currency.code, money->number, currency.code);
    if (given && part.minor <= 0)
        return fail(act->note, ERR_INPUT, "--amount: it must be more than zero");
    *amount = part.minor;
    return ERR_OK;
}

enum err pot_unapply(struct act *act, const char *name, unsigned kinds, const char *kept)
{
    struct document money, from;
    struct pot pot;
    struct money left;
    const char *still = NULL;
    int64_t amount = 0;
    int acts = 0;

    TRY(unapply_read(act, name, kinds, &money, &from, &amount));
    TRY(payment_unapply(act->tx, money.id, from.id, amount, args_date(act->args, "date", DATE_NONE),
                        args_get(act->args, "reason"), &acts));
    TRY(pot_open(act, money.id, &pot));
    TRY(pot_left(&pot, &left));
    TRY(standing_words(act->book, &money, act->arena, &still));
    act->ref = money.number;
    act->says = arena_format(act->arena, "%d application%s of %s taken back; %s is %s", acts,
                             acts == 1 ? "" : "s", money.number, say_money(act->arena, left), kept);
    if (still)
        act->says = arena_format(act->arena, "%s; still applied: %s", act->says, still);
    return ERR_OK;
}

enum err pot_credit(struct act *act, const struct document *money, struct item *out,
                    struct money *amount)
{
    struct item *items = NULL;
    int count = 0, best = 0;
    bool given = false;

    TRY(document_money(act->book, money->id, act->arena, &items, &count));
    if (count == 0)
        return fail(act->note, ERR_CONFLICT, "%s has nothing left", money->number);
    for (int i = 1; i < count; i++)
        if (items[i].open < items[best].open)
            best = i;
    *out = items[best];
    TRY(args_money(act->args, "amount", out->currency, amount, &given, act->note));
    if (!given)
        *amount = money_of(-out->open, out->currency);
    if (!currency_is(amount->currency, out->currency))
        return fail(act->note, ERR_CONFLICT, "--amount is in %s, but what is left of %s is in %s",
                    amount->currency.code, money->number, out->currency.code);
    return ERR_OK;
}

enum err pot_reverse(struct act *act, const char *name, unsigned kinds)
{
    struct document document;
    struct document_made made;

    TRY(document_find(act->book, args_get(act->args, name), kinds, act->arena, &document));
    const struct date day = paper_day(act, "date", document.effective);
    TRY(settlement_reverse(act->tx, document.id, day, args_get(act->args, "reason"), &made));
    act->ref = arena_text(act->arena, made.number);
    act->says = arena_format(act->arena, "%s over %s is taken back on %s, by %s; %s is open again",
                             document.number, say_money(act->arena, document.total),
                             say_day(act->arena, day), act->ref, document.reference);
    return ERR_OK;
}
