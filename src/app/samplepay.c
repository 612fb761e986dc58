/* samplepay: how the customers of the made-up firm pay, rightly and wrongly. */
#include "app/sample.h"

#include "ledger/item.h"
#include "ledger/payment.h"

#include <string.h>

/* ---- what is open, and paying it ------------------------------------------------------------ */

/* What is open on it in all, and on its first open instalment. */
enum err sample_open(struct sample *s, const struct deal *deal, int64_t *open, struct item *first)
{
    struct item *items = NULL;
    int count = 0;

    *open = 0;
    *first = (struct item){0};
    TRY(items_of_document(s->session->book, deal->id, &s->line, &items, &count));
    for (int i = count - 1; i >= 0; i--) {
        *open += items[i].open;
        if (items[i].open > 0)
            *first = items[i];
    }
    return ERR_OK;
}

/* Head offices pay most of what their branches owe. */
static const char *payer_of(struct sample *s, const struct deal *deal)
{
    const struct firm *firm = deal->firm;

    return *firm->parent && sample_dice(s, 1, 10) <= 6 ? firm->parent : firm->code;
}

/* Method and reference as the firm pays; a cheque has its number, a card its last four digits. */
static const char *means_text(struct sample *s, const struct deal *deal, int64_t amount)
{
    const char *method = deal->firm->method;

    if (strcmp(method, "cheque") == 0)
        return arena_format(&s->line, "--method cheque --reference %d",
                            sample_dice(s, 200000, 999999));
    if (strcmp(method, "card") == 0)
        return arena_format(&s->line, "--method card --reference \"VISA %04d\" --fee %s",
                            sample_dice(s, 0, 9999),
                            sample_money(s, amount * 15 / 1000, deal->currency));
    return arena_format(&s->line, "--method %s --reference \"%s\"", method, deal->number);
}

static enum err receive(struct sample *s, const struct deal *deal, int64_t amount, const char *more)
{
    return sample_order(s, "payment receive --customer %s --amount %s %s %s", payer_of(s, deal),
                        sample_money(s, amount, deal->currency), means_text(s, deal, amount), more);
}

enum err sample_pay_full(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    return receive(s, deal, open, arena_format(&s->line, "--apply %s", deal->number));
}

enum err sample_pay_instalment(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    return receive(s, deal, first.open,
                   arena_format(&s->line, "--apply \"%s=%s\"", deal->number,
                                sample_money(s, first.open, deal->currency)));
}

/* With the number in the reference the program finds the invoice by itself. */
enum err sample_pay_auto(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    return sample_order(s,
                        "payment receive --customer %s --amount %s --method transfer --reference "
                        "\"payment of %s\" --auto",
                        deal->firm->code, sample_money(s, open, deal->currency), deal->number);
}

enum err sample_pay_part(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    const int64_t part = open * sample_dice(s, 35, 65) / 100 + 1;
    TRY(receive(s, deal, part,
                arena_format(&s->line, "--apply \"%s=%s\"", deal->number,
                             sample_money(s, part, deal->currency))));
    sample_later(s, s->day + sample_dice(s, 12, 35), sample_pay_full, deal, NULL);
    return ERR_OK;
}

/* ---- discounts ------------------------------------------------------------------------------ */

enum err sample_pay_early(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open, discount = 0;
    bool earned = false;

    TRY(sample_open(s, deal, &open, &first));
    TRY(discount_on(s->session->book, first.id, date_add(s->first, s->day), 0, &discount, &earned));
    if (!earned || discount <= 0)
        return sample_pay_full(s, deal, ref);
    return receive(s, deal, open - discount,
                   arena_format(&s->line, "--apply \"%s discount auto\"", deal->number));
}

/* Takes two percent though it is too late; every other time that is let pass. */
enum err sample_pay_too_late(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    const int64_t discount = open * 2 / 100;
    const char *paid = sample_money(s, open - discount, deal->currency);
    if (sample_dice(s, 0, 1) == 0)
        return receive(s, deal, open - discount,
                       arena_format(&s->line, "--apply \"%s=%s discount %s\"", deal->number, paid,
                                    sample_money(s, discount, deal->currency)));
    sample_later(s, s->day + sample_dice(s, 14, 40), sample_pay_full, deal, NULL);
    return receive(s, deal, open - discount,
                   arena_format(&s->line, "--apply \"%s=%s\"", deal->number, paid));
}

/* ---- differences ---------------------------------------------------------------------------- */

enum err sample_pay_short(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    TRY(sample_open(s, deal, &open, &first));
    const int64_t missing = sample_dice(s, 1, 180);
    if (open < missing * 100)
        return sample_pay_full(s, deal, ref);
    return receive(s, deal, open - missing,
                   arena_format(&s->line, "--apply \"%s=%s writeoff %s\"", deal->number,
                                sample_money(s, open - missing, deal->currency),
                                sample_money(s, missing, deal->currency)));
}

/* Now and then the rest comes after all. */
static enum err rest_comes(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "writeoff reverse %s --reason \"paid after all\"", ref));
    return sample_pay_full(s, deal, NULL);
}

static enum err rest_write_off(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    TRY(sample_order(s, "writeoff post --invoice %s --amount %s --reason \"not worth a letter\"",
                     deal->number, sample_money(s, open, deal->currency)));
    if (sample_dice(s, 1, 4) == 1)
        sample_later(s, s->day + 9, rest_comes, deal, s->ref);
    return ERR_OK;
}

enum err sample_pay_rounded(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    TRY(sample_open(s, deal, &open, &first));
    const int64_t rest = open % 100;
    if (rest == 0 || open < 10000)
        return sample_pay_full(s, deal, ref);
    sample_later(s, s->day + 15, rest_write_off, deal, NULL);
    return receive(s, deal, open - rest,
                   arena_format(&s->line, "--apply \"%s=%s\"", deal->number,
                                sample_money(s, open - rest, deal->currency)));
}

static enum err refund_again(struct sample *s, struct deal *deal, const char *ref)
{
    (void)deal;
    return sample_order(s, "refund pay --from %s --reason overpaid", ref);
}

/* `ref` is the payment and what was too much. */
static enum err refund(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(refund_again(s, deal, ref));
    if (sample_dice(s, 1, 5) > 1)
        return ERR_OK;
    /* the bank sent it back: a wrong account number */
    sample_later(s, s->day + 6, refund_again, deal, ref);
    return sample_order(s, "refund void %s --reason \"account number wrong\"", s->ref);
}

/* The next invoice takes what was too much. */
static enum err overpaid_use(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open = 0;
    struct deal *next = deal->firm->deals;

    for (; next && open <= 0; next = open > 0 ? next : next->next)
        TRY(sample_open(s, next, &open, &first));
    if (!next)
        return refund(s, deal, ref);
    return sample_order(s, "payment apply --to %s --payment %s", next->number,
                        arena_bytes(&s->line, ref, strcspn(ref, " ")));
}

enum err sample_pay_too_much(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    const int64_t extra = open % 10000 ? 10000 - open % 10000 : 10000;
    const char *payer = deal->firm->parent;
    if (*payer)
        return sample_pay_full(s, deal, NULL);
    TRY(receive(s, deal, open + extra, arena_format(&s->line, "--apply %s", deal->number)));
    const char *paid =
        arena_format(&s->keep, "%s --amount %s", s->ref, sample_money(s, extra, deal->currency));
    sample_later(s, s->day + sample_dice(s, 8, 30), sample_dice(s, 0, 1) ? refund : overpaid_use,
                 deal, paid);
    return ERR_OK;
}

/* ---- money that goes wrong ------------------------------------------------------------------ */

static enum err fee_paid(struct sample *s, struct deal *deal, const char *ref)
{
    (void)ref;
    return sample_order(s, "payment receive --customer %s --amount 12 --reference fee --auto",
                        deal->firm->code);
}

static enum err bounce(struct sample *s, struct deal *deal, const char *ref)
{
    const bool cheque = strcmp(deal->firm->method, "cheque") == 0;

    TRY(sample_order(s, "payment reverse --payment %s --reason %s --code %s --fee 12", ref,
                     cheque ? "nsf" : "dd-return", cheque ? "R01" : "AM04"));
    sample_later(s, s->day + sample_dice(s, 10, 30), sample_pay_auto, deal, NULL);
    sample_later(s, s->day + sample_dice(s, 31, 45), fee_paid, deal, NULL);
    return ERR_OK;
}

enum err sample_pay_bad(struct sample *s, struct deal *deal, const char *ref)
{
    const char *method = deal->firm->method;

    TRY(sample_pay_full(s, deal, ref));
    if (strcmp(method, "cheque") == 0 || strcmp(method, "direct-debit") == 0)
        sample_later(s, s->day + sample_dice(s, 3, 7), bounce, deal, s->ref);
    return ERR_OK;
}

static enum err keyed_wrong(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "payment reverse --payment %s --reason keying", ref));
    return sample_pay_auto(s, deal, NULL);
}

enum err sample_pay_mistyped(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_pay_full(s, deal, ref));
    sample_later(s, s->day + 1, keyed_wrong, deal, s->ref);
    return ERR_OK;
}

enum err sample_apply_again(struct sample *s, struct deal *deal, const char *ref)
{
    return sample_order(s, "payment apply --payment %s --to %s", ref, deal->number);
}

static enum err unapply(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "payment unapply --payment %s --from %s --reason \"meant for another\"",
                     ref, deal->number));
    sample_later(s, s->day + sample_dice(s, 2, 6), sample_apply_again, deal, ref);
    return ERR_OK;
}

enum err sample_pay_misplaced(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_pay_full(s, deal, ref));
    sample_later(s, s->day + sample_dice(s, 2, 9), unapply, deal, s->ref);
    return ERR_OK;
}

static enum err identify(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "payment identify --payment %s --customer %s", ref, deal->firm->code));
    return sample_apply_again(s, deal, ref);
}

enum err sample_pay_unknown(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(sample_open(s, deal, &open, &first));
    TRY(sample_order(s,
                     "payment receive --amount \"%s %s\" --payer \"%s\" --reference \"order %d\"",
                     sample_money(s, open, deal->currency), deal->currency.code, deal->firm->name,
                     sample_dice(s, 1000, 9999)));
    sample_later(s, s->day + sample_dice(s, 2, 12), identify, deal, s->ref);
    return ERR_OK;
}

static enum err move(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "payment transfer --payment %s --customer %s --reason \"wrong account\"",
                     ref, deal->firm->code));
    return sample_apply_again(s, deal, ref);
}

enum err sample_pay_elsewhere(struct sample *s, struct deal *deal, const char *ref)
{
    const struct firm *other = &s->firms[sample_dice(s, 0, s->firm_count - 1)];
    struct item first;
    int64_t open;

    if (other == deal->firm || strcmp(other->currency, deal->currency.code) != 0)
        return sample_pay_full(s, deal, ref);
    TRY(sample_open(s, deal, &open, &first));
    TRY(sample_order(s, "payment receive --customer %s --amount %s --reference \"%s\"", other->code,
                     sample_money(s, open, deal->currency), deal->number));
    sample_later(s, s->day + sample_dice(s, 2, 8), move, deal, s->ref);
    return ERR_OK;
}

/* Pays in euro what was billed in another currency. */
enum err sample_pay_euro(struct sample *s, struct deal *deal, const char *ref)
{
    struct currency euro;
    struct item first;
    int64_t open;

    TRY(currency_find("EUR", &euro));
    TRY(sample_open(s, deal, &open, &first));
    if (currency_is(deal->currency, euro) || open != deal->total)
        return sample_pay_full(s, deal, ref);
    return sample_order(
        s,
        "payment receive --customer %s --amount \"%s EUR\" --settles \"%s %s\" "
        "--reference \"%s\" --apply %s",
        deal->firm->code, sample_money(s, deal->base * sample_dice(s, 985, 1015) / 1000, euro),
        sample_money(s, open, deal->currency), deal->currency.code, deal->number, deal->number);
}

enum err sample_pay_month(struct sample *s, struct firm *firm)
{
    const char *rows = "";
    struct deal *some = NULL;
    int64_t sum = 0;

    for (struct deal *deal = firm->deals; deal; deal = deal->next) {
        struct item first;
        int64_t open;
        if (deal->due > s->day || deal->due < s->day - 70)
            continue;
        TRY(sample_open(s, deal, &open, &first));
        if (open <= 0)
            continue;
        rows = arena_format(&s->line, "%s%s%s", deal->number, *rows ? "; " : "", rows);
        sum += open;
        some = deal;
    }
    if (!some)
        return ERR_OK;
    return receive(s, some, sum, arena_format(&s->line, "--apply \"%s\"", rows));
}
