#include "app/settling.h"

#include "app/lettinggo.h"
#include "app/paper.h"
#include "app/say.h"
#include "app/settlingwords.h"
#include "base/text.h"
#include "ledger/deduction.h"
#include "ledger/documentlist.h"
#include "ledger/payment.h"
#include "ledger/shortage.h"

enum apply_column {
    APPLY_DOCUMENT,
    APPLY_AMOUNT,
    APPLY_DISCOUNT,
    APPLY_WRITEOFF,
    APPLY_DEDUCT,
    APPLY_PART,
    APPLY_FROM
};

const struct arg_column apply_columns[] = {
    {"document", ARG_DOCUMENT, ARG_REQUIRED, "invoice or debit memo that is paid"},
    {"amount", ARG_MONEY, 0, "as much as is open and there when not said"},
    {"discount", ARG_TEXT, 0, "auto, or an amount"},
    {"writeoff", ARG_MONEY, 0, "small difference that closes it"},
    {"deduct", ARG_TEXT, 0, "an amount that was taken off, and the reason: 25 PRICE"},
    {"instalment", ARG_INT, 0, "which one; the oldest due when not said"},
    {"from", ARG_DOCUMENT, 0, "a credit memo or earlier payment that is used for it instead"},
    {NULL, ARG_TEXT, 0, NULL},
};

struct target target_of_row(const struct args *args, int n)
{
    const struct value *values = args_row(args, "apply", n)->values;

    return (struct target){.document = values[APPLY_DOCUMENT].text,
                           .amount = values[APPLY_AMOUNT].text,
                           .discount = values[APPLY_DISCOUNT].text,
                           .writeoff = values[APPLY_WRITEOFF].text,
                           .deduct = values[APPLY_DEDUCT].text,
                           .instalment = values[APPLY_PART].text ? values[APPLY_PART].number : 0,
                           .from = values[APPLY_FROM].text,
                           .date = DATE_NONE};
}

enum err pot_apply_rows(struct pot *pot, struct date date)
{
    const int count = args_count(pot->act->args, "apply");

    for (int i = 0; i < count; i++) {
        struct target target = target_of_row(pot->act->args, i);
        target.date = date;
        TRY(pot_apply(pot, &target));
    }
    return ERR_OK;
}

enum err pot_open(struct act *act, int64_t document_id, struct pot *out)
{
    struct item *items = NULL;
    int count = 0;
    struct customer customer;

    *out = (struct pot){.act = act, .says = ""};
    TRY(document_get(act->book, document_id, act->arena, &out->money));
    out->customer = out->money.customer;
    /* money that was identified later is the customer's to whom it went */
    TRY(document_money(act->book, document_id, act->arena, &items, &count));
    if (count && items[count - 1].customer_id && !out->money.customer_id) {
        TRY(customer_get(act->book, items[count - 1].customer_id, act->arena, &customer));
        out->customer = customer.code;
    }
    return ERR_OK;
}

enum err pot_document(struct act *act, const char *customer, const char *number, unsigned kinds,
                      struct document *out)
{
    if (customer && customer[0]) {
        const char *full = arena_format(act->arena, "%s/%s", customer, number);
        const enum err e = document_find(act->book, full, kinds, act->arena, out);
        if (e != ERR_MISSING)
            return e;
        note_clear(act->note);
    }
    return document_find(act->book, number, kinds, act->arena, out);
}

enum err pot_debit(struct act *act, const char *customer, const char *number, struct document *out)
{
    return pot_document(act, customer, number, PAPERS_DEBIT, out);
}

/* Can it pay the document, as it is in its currency; is it its customer's, as accounts are now? */
static enum err can_pay(struct act *act, const struct item *credit, const struct document *document,
                        bool *can, bool *own)
{
    int64_t of = 0, whose = 0;

    *can = currency_is(credit->currency, document->currency);
    *own = false;
    if (!*can || !credit->customer_id)
        return ERR_OK;
    TRY(customer_stays(act->book, credit->customer_id, &of));
    TRY(customer_stays(act->book, document->customer_id, &whose));
    *own = of == whose;
    return ERR_OK;
}

/* The money that can pay in the currency of the document; what was moved to its customer first. */
static enum err credits_read(struct pot *pot, const struct settlingplan *plan, struct item **out,
                             int *count, int64_t *left)
{
    struct act *act = pot->act;
    struct item *items = NULL;
    int all = 0;
    bool own = false;

    *count = 0;
    *left = 0;
    TRY(document_money(act->book, pot->money.id, act->arena, &items, &all));
    bool *owns = arena_new(act->arena, ((size_t)all + 1) * sizeof *owns);
    bool *cans = arena_new(act->arena, ((size_t)all + 1) * sizeof *cans);
    for (int i = 0; i < all; i++) {
        TRY(can_pay(act, &items[i], &plan->document, &cans[i], &owns[i]));
        own = own || owns[i];
    }
    for (int i = 0; i < all; i++)
        if (own ? owns[i] : cans[i]) {
            *left -= items[i].open;
            items[(*count)++] = items[i];
        }
    *out = items;
    if (*count)
        return ERR_OK;
    if (all)
        return fail(act->note, ERR_CONFLICT,
                    "%s is in %s but %s is in %s: say what it settles with --settles",
                    plan->document.number, plan->document.currency.code, pot->money.number,
                    pot->money.currency.code);
    return fail(act->note, ERR_CONFLICT, "nothing of %s is left for %s", pot->money.number,
                plan->document.number);
}

/* Pays `cash` of the debit from the credits in turn; discount and write-off go with the last. */
static enum err debit_pay(struct pot *pot, const struct settlingplan *plan,
                          const struct item *debit, struct item *credits, int count,
                          struct settle settle)
{
    struct act *act = pot->act;
    int64_t left = settle.amount, offered = 0;
    bool earned = false;
    const char *waits = "";
    struct settled settled, sum = {0};

    TRY(discount_on(act->book, debit->id, credits[0].value, 0, &offered, &earned));
    if (settle.discount > 0 && settle.amount + settle.discount < debit->open)
        TRY(discount_on(act->book, debit->id, credits[0].value, settle.amount, &offered, &earned));
    TRY(lettinggo_ask(act, debit, offered, &settle, &waits));
    for (int i = 0; i < count && left > 0; i++) {
        struct settle piece = settle;
        const int64_t there = -credits[i].open;
        if (there == 0)
            continue;
        piece.amount = left < there ? left : there;
        if (piece.amount < left) {
            piece.discount = DISCOUNT_NONE;
            piece.writeoff = 0;
        }
        TRY(payment_apply(act->tx, credits[i].id, &piece, &settled));
        credits[i].open += settled.amount;
        left -= settled.amount;
        sum.amount += settled.amount;
        sum.discount += settled.discount;
        sum.writeoff += settled.writeoff;
        sum.fx += settled.fx;
        sum.date = settled.date;
        sum.moved = settled.moved;
    }
    const char *words = settlingwords_applied(pot, plan, debit, &sum, offered), *refused = "";
    if (plan->auto_discount && sum.discount == 0)
        TRY(settlingwords_refused(act, debit, offered, &refused));
    pot->says = say_join(act->arena, pot->says, arena_format(act->arena, "%s%s", words, refused));
    if (*waits)
        pot->says = say_join(act->arena, pot->says, waits);
    return ERR_OK;
}

/* With discount auto each instalment is paid less what the terms take off it that day. */
static enum err apply_auto(struct pot *pot, const struct settlingplan *plan, struct item *credits,
                           int count, int64_t left)
{
    for (int i = 0; i < plan->count && left > 0; i++) {
        const struct item *debit = &plan->items[i];
        int64_t offered = 0;
        bool earned = false;
        if (debit->open == 0)
            continue; /* it was deducted whole */
        TRY(discount_on(pot->act->book, debit->id, credits[0].value, 0, &offered, &earned));
        const int64_t needed = debit->open - offered - plan->writeoff;
        const struct settle settle = {.debit_id = debit->id,
                                      .amount = left < needed ? left : needed,
                                      .discount = DISCOUNT_AUTO,
                                      .writeoff = plan->writeoff,
                                      .date = plan->date};
        TRY(debit_pay(pot, plan, debit, credits, count, settle));
        left -= settle.amount;
    }
    return ERR_OK;
}

static enum err left_short(struct pot *pot, const struct settlingplan *plan, int64_t left,
                           int64_t wanted)
{
    struct arena *arena = pot->act->arena;
    const struct currency currency = plan->document.currency;

    return shortage_fail(pot->act->book,
                         &(struct shortage){.document_id = pot->money.id,
                                            .left = money_of(left, currency),
                                            .so = arena_format(arena, "%s cannot be applied to %s",
                                                               say_minor(arena, wanted, currency),
                                                               plan->document.number)});
}

/* What the customer took off goes first, from the instalment that the money ends in: then the rest
 * can be paid whole, with its discount. */
static enum err deduct(struct pot *pot, struct settlingplan *plan, const struct item *credits,
                       int64_t left)
{
    struct act *act = pot->act;
    const int64_t whole = plan->deduct + plan->discount + plan->writeoff;
    const int64_t money = plan->all || plan->auto_discount ? left : plan->amount;
    int64_t reach = money < plan->open - whole ? money + whole : plan->open;
    struct deduction_made made;
    int at = 0;

    while (at < plan->count - 1 && reach > plan->items[at].open)
        reach -= plan->items[at++].open;
    const struct deduction deduction = {.debit_id = plan->items[at].id,
                                        .amount = plan->deduct,
                                        .date = plan->date,
                                        .from = credits[0].effective,
                                        .reason = plan->deduct_reason};
    TRY(deduction_split(act->tx, &deduction, &made));
    plan->items[at].open -= plan->deduct;
    plan->open -= plan->deduct;
    pot->says = say_join(
        act->arena, pot->says,
        arena_format(act->arena, "%s %s deducted (%s) as %s, dispute %lld", plan->document.number,
                     say_minor(act->arena, plan->deduct, plan->document.currency),
                     plan->deduct_reason, made.document.number, (long long)made.dispute_id));
    return ERR_OK;
}

static enum err apply_given(struct pot *pot, const struct settlingplan *plan, struct item *credits,
                            int count, int64_t left)
{
    const int64_t extra = plan->discount + plan->writeoff;
    int64_t gross = plan->all ? left + extra : plan->amount + extra;
    struct arena *arena = pot->act->arena;

    if (plan->all && gross > plan->open)
        gross = plan->open;
    if (gross > plan->open)
        return shortage_fail(
            pot->act->book,
            &(struct shortage){.document_id = plan->document.id,
                               .instalment = plan->instalment,
                               .left = money_of(plan->open, plan->document.currency),
                               .so =
                                   arena_format(arena, "%s cannot be applied to it",
                                                say_minor(arena, gross, plan->document.currency))});
    if (gross - extra > left)
        return left_short(pot, plan, left, gross - extra);
    for (int i = 0; i < plan->count && gross > 0; i++) {
        const struct item *debit = &plan->items[i];
        if (debit->open == 0)
            continue; /* it was deducted whole */
        const int64_t part = gross < debit->open ? gross : debit->open;
        const bool last = part == gross;
        const struct settle settle = {.debit_id = debit->id,
                                      .amount = part - (last ? extra : 0),
                                      .discount = last ? plan->discount : 0,
                                      .writeoff = last ? plan->writeoff : 0,
                                      .date = plan->date};
        if (settle.amount <= 0)
            return fail(pot->act->note, ERR_CONFLICT,
                        "discount and write-off leave nothing of %s to be paid: "
                        "name the instalment that they belong to",
                        plan->document.number);
        TRY(debit_pay(pot, plan, debit, credits, count, settle));
        gross -= part;
    }
    return ERR_OK;
}

/* From the money of the pot itself. */
static enum err apply_own(struct pot *pot, const struct target *target)
{
    struct settlingplan plan;
    struct item *credits = NULL;
    int count = 0;
    int64_t left = 0;

    TRY(settlingplan_read(pot, target, &plan));
    TRY(credits_read(pot, &plan, &credits, &count, &left));
    if (plan.deduct)
        TRY(deduct(pot, &plan, credits, left));
    if (!plan.auto_discount)
        return apply_given(pot, &plan, credits, count, left);
    if (plan.amount > left)
        return left_short(pot, &plan, left, plan.amount);
    return apply_auto(pot, &plan, credits, count, plan.all ? left : plan.amount);
}

enum err pot_apply(struct pot *pot, const struct target *target)
{
    struct act *act = pot->act;
    struct document credit;
    struct pot source;

    if (!target->from && !pot->money.id)
        return fail(act->note, ERR_INPUT,
                    "--apply: %s is paid from nothing; write which credit it takes: \"%s from "
                    "CM-31\"",
                    target->document, target->document);
    if (!target->from)
        return apply_own(pot, target);
    TRY(pot_document(act, pot->customer, target->from, PAPERS_CREDIT, &credit));
    TRY(pot_open(act, credit.id, &source));
    source.says = pot->says;
    source.from = credit.number;
    if (!source.customer || !source.customer[0])
        source.customer = pot->customer;
    TRY(apply_own(&source, target));
    pot->says = source.says;
    return ERR_OK;
}

enum err pot_left(const struct pot *pot, struct money *out)
{
    struct item *items = NULL;
    int count = 0;

    *out = money_of(0, pot->money.currency);
    TRY(document_money(pot->act->book, pot->money.id, pot->act->arena, &items, &count));
    for (int i = count - 1; i >= 0; i--) {
        if (out->minor == 0)
            out->currency = items[i].currency;
        if (currency_is(out->currency, items[i].currency))
            out->minor -= items[i].open;
    }
    return ERR_OK;
}

/* "5.00 EUR left unapplied"; of a credit that a row named, "5.00 EUR of CM-31 left on account". */
static enum err rest_say(struct pot *pot, const struct document *money)
{
    static const char *const kept[] = {"left unapplied", "left on account", "kept as a prepayment"};
    const struct pot whose = {.act = pot->act, .money = *money};
    struct money left;
    struct receipt receipt = {.keep = KEEP_ON_ACCOUNT};
    bool is = false;
    struct arena *arena = pot->act->arena;
    const bool own = money->id == pot->money.id;

    TRY(document_receipt(pot->act->book, money->id, arena, &receipt, &is));
    TRY(pot_left(&whose, &left));
    if (left.minor > 0)
        pot->says =
            say_join(arena, pot->says,
                     arena_format(arena, "%s%s%s %s", say_money(arena, left), own ? "" : " of ",
                                  own ? "" : money->number, kept[receipt.keep]));
    return ERR_OK;
}

/* Was row n's credit named by an earlier row? */
static bool from_said(const struct args *args, int n)
{
    const char *from = target_of_row(args, n).from;

    for (int i = 0; i < n; i++) {
        const char *before = target_of_row(args, i).from;
        if (before && text_same(before, from))
            return true;
    }
    return false;
}

enum err pot_says_rest(struct pot *pot)
{
    const struct args *args = pot->act->args;
    struct document credit;

    if (pot->money.id)
        TRY(rest_say(pot, &pot->money));
    for (int i = 0; i < args_count(args, "apply"); i++) {
        const char *from = target_of_row(args, i).from;
        if (!from || from_said(args, i))
            continue;
        TRY(pot_document(pot->act, pot->customer, from, PAPERS_CREDIT, &credit));
        if (credit.id != pot->money.id)
            TRY(rest_say(pot, &credit));
    }
    return ERR_OK;
}
