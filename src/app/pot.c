#include "app/settling.h"

#include "app/paper.h"
#include "app/say.h"
#include "ledger/documentlist.h"
#include "ledger/payment.h"
#include "ledger/shortage.h"

enum err pot_settle(struct act *act, const char *name, unsigned kinds)
{
    static const char *const of_one[] = {"amount", "discount", "writeoff", "instalment", NULL};
    const struct args *args = act->args;
    struct document money;
    struct pot pot;
    const struct target target = {.document = args_get(args, "to"),
                                  .amount = args_get(args, "amount"),
                                  .discount = args_get(args, "discount"),
                                  .writeoff = args_get(args, "writeoff"),
                                  .instalment = args_number(args, "instalment", 0),
                                  .date = args_date(args, "date", DATE_NONE)};
    const bool rows = args_count(args, "apply") > 0;

    if (!rows && !target.document)
        return fail(act->note, ERR_USAGE, "--to is missing: it names what is paid");
    if (rows && target.document)
        return fail(act->note, ERR_USAGE, "--to and --apply exclude each other; give one");
    for (int i = 0; rows && of_one[i]; i++)
        if (args_given(args, of_one[i]))
            return fail(act->note, ERR_USAGE,
                        "--%s belongs to --to; in --apply each row has its "
                        "own",
                        of_one[i]);
    TRY(document_find(act->book, args_get(args, name), kinds, act->arena, &money));
    TRY(pot_open(act, money.id, &pot));
    TRY(rows ? pot_apply_rows(&pot, target.date) : pot_apply(&pot, &target));
    TRY(pot_says_rest(&pot));
    act->ref = money.number;
    act->says = arena_format(act->arena, "%s to %s", money.number, pot.says);
    return ERR_OK;
}

enum err pot_debit_amount(struct act *act, struct document *paper, struct money *amount)
{
    bool given = false;

    TRY(pot_debit(act, NULL, args_get(act->args, "invoice"), paper));
    TRY(args_money(act->args, "amount", paper->currency, amount, &given, act->note));
    if (!currency_is(amount->currency, paper->currency))
        return fail(act->note, ERR_CONFLICT, "--amount is in %s, but %s is in %s",
                    amount->currency.code, paper->number, paper->currency.code);
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
        return shortage_fail(act->book, &(struct shortage){.document_id = money->id,
                                                           .left = money_of(0, money->currency)});
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
