#include "app/settlingwords.h"

#include "app/say.h"

static const char *discount_words(struct act *act, const struct item *debit, int64_t discount,
                                  int64_t offered)
{
    const char *words = arena_format(act->arena, " with discount %s",
                                     say_minor(act->arena, discount, debit->currency));

    if (offered >= discount)
        return arena_format(act->arena, "%s (early payment)", words);
    return arena_format(act->arena, "%s (%s of it unearned: the terms do not give it on that day)",
                        words, say_minor(act->arena, discount - offered, debit->currency));
}

enum err settlingwords_refused(struct act *act, const struct item *debit, int64_t offered,
                               const char **out)
{
    struct offer *offers = NULL;
    int count = 0;

    *out = "";
    TRY(document_offers(act->book, debit->document_id, act->arena, &offers, &count));
    if (count && offered == 0)
        *out = arena_format(act->arena, " without discount, which was for money until %s",
                            say_day(act->arena, offers[count - 1].until));
    else if (count)
        *out = " without discount, since it is not paid whole";
    return ERR_OK;
}

const char *settlingwords_applied(struct pot *pot, const struct settlingplan *plan,
                                  const struct item *debit, const struct settled *settled,
                                  int64_t offered)
{
    struct act *act = pot->act;
    struct arena *arena = act->arena;
    const struct currency currency = debit->currency;
    const char *words = debit->number;

    if (plan->parts > 1)
        words = arena_format(arena, "%s instalment %d", words, debit->seq);
    words = arena_format(arena, "%s %s", words, say_minor(arena, settled->amount, currency));
    if (pot->from)
        words = arena_format(arena, "%s from %s", words, pot->from);
    if (settled->discount)
        words = arena_format(arena, "%s%s", words,
                             discount_words(act, debit, settled->discount, offered));
    if (settled->writeoff)
        words = arena_format(arena, "%s with small difference %s written off", words,
                             say_minor(arena, settled->writeoff, currency));
    if (settled->fx)
        words = arena_format(arena, "%s, exchange %s %s", words, settled->fx > 0 ? "gain" : "loss",
                             say_minor(arena, settled->fx > 0 ? settled->fx : -settled->fx,
                                       book_currency(act->book)));
    if (settled->moved)
        words = arena_format(arena, "%s, dated %s: the first day with room for it", words,
                             say_day(arena, settled->date));
    else if (settled->date.day != book_today(act->book).day)
        words = arena_format(arena, "%s on %s", words, say_day(arena, settled->date));
    if (!plan->discount_said && pot->money.kind != DOCUMENT_CREDIT && offered > 0 &&
        settled->amount + settled->writeoff + offered >= debit->open &&
        settled->amount + settled->writeoff < debit->open)
        words = arena_format(arena, "%s (a discount of %s would close it: discount auto)", words,
                             say_minor(arena, offered, currency));
    return words;
}
