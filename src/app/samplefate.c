/* samplefate: what becomes of an invoice of the made-up firm: one row a course of events. */
#include "app/sample.h"

#include "ledger/item.h"
#include "ledger/payment.h"

#include <string.h>

/* ---- what is open, and paying it ------------------------------------------------------------ */

/* What is open on it in all, and on its first open instalment. */
static enum err deal_open(struct sample *s, const struct deal *deal, int64_t *open,
                          struct item *first)
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

static enum err pay_full(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    return receive(s, deal, open, arena_format(&s->line, "--apply %s", deal->number));
}

static enum err pay_instalment(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    return receive(s, deal, first.open,
                   arena_format(&s->line, "--apply \"%s=%s\"", deal->number,
                                sample_money(s, first.open, deal->currency)));
}

/* With the number in the reference the program finds the invoice by itself. */
static enum err pay_auto(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    return sample_order(s,
                        "payment receive --customer %s --amount %s --method transfer --reference "
                        "\"payment of %s\" --auto",
                        deal->firm->code, sample_money(s, open, deal->currency), deal->number);
}

static enum err pay_part(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    const int64_t part = open * sample_dice(s, 35, 65) / 100 + 1;
    TRY(receive(s, deal, part,
                arena_format(&s->line, "--apply \"%s=%s\"", deal->number,
                             sample_money(s, part, deal->currency))));
    sample_later(s, s->day + sample_dice(s, 12, 35), pay_full, deal, NULL);
    return ERR_OK;
}

/* ---- discounts ------------------------------------------------------------------------------ */

static enum err pay_early(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open, discount = 0;
    bool earned = false;

    TRY(deal_open(s, deal, &open, &first));
    TRY(discount_on(s->session->book, first.id, date_add(s->first, s->day), 0, &discount, &earned));
    if (!earned || discount <= 0)
        return pay_full(s, deal, ref);
    return receive(s, deal, open - discount,
                   arena_format(&s->line, "--apply \"%s discount auto\"", deal->number));
}

/* Takes two percent though it is too late; every other time that is let pass. */
static enum err pay_too_late(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
    const int64_t discount = open * 2 / 100;
    const char *paid = sample_money(s, open - discount, deal->currency);
    if (sample_dice(s, 0, 1) == 0)
        return receive(s, deal, open - discount,
                       arena_format(&s->line, "--apply \"%s=%s discount %s\"", deal->number, paid,
                                    sample_money(s, discount, deal->currency)));
    sample_later(s, s->day + sample_dice(s, 14, 40), pay_full, deal, NULL);
    return receive(s, deal, open - discount,
                   arena_format(&s->line, "--apply \"%s=%s\"", deal->number, paid));
}

/* ---- differences ---------------------------------------------------------------------------- */

static enum err pay_short(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    TRY(deal_open(s, deal, &open, &first));
    const int64_t missing = sample_dice(s, 1, 180);
    if (open < missing * 100)
        return pay_full(s, deal, ref);
    return receive(s, deal, open - missing,
                   arena_format(&s->line, "--apply \"%s=%s writeoff %s\"", deal->number,
                                sample_money(s, open - missing, deal->currency),
                                sample_money(s, missing, deal->currency)));
}

/* Now and then the rest comes after all. */
static enum err rest_comes(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "writeoff reverse %s --reason \"paid after all\"", ref));
    return pay_full(s, deal, NULL);
}

static enum err rest_write_off(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
    if (open <= 0)
        return ERR_OK;
    TRY(sample_order(s, "writeoff post --invoice %s --amount %s --reason \"not worth a letter\"",
                     deal->number, sample_money(s, open, deal->currency)));
    if (sample_dice(s, 1, 4) == 1)
        sample_later(s, s->day + 9, rest_comes, deal, s->ref);
    return ERR_OK;
}

static enum err pay_rounded(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    TRY(deal_open(s, deal, &open, &first));
    const int64_t rest = open % 100;
    if (rest == 0 || open < 10000)
        return pay_full(s, deal, ref);
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
        TRY(deal_open(s, next, &open, &first));
    if (!next)
        return refund(s, deal, ref);
    return sample_order(s, "payment apply --to %s --payment %s", next->number,
                        arena_bytes(&s->line, ref, strcspn(ref, " ")));
}

static enum err pay_too_much(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
    const int64_t extra = open % 10000 ? 10000 - open % 10000 : 10000;
    const char *payer = deal->firm->parent;
    if (*payer)
        return pay_full(s, deal, NULL);
    TRY(receive(s, deal, open + extra, arena_format(&s->line, "--apply %s", deal->number)));
    const char *paid = arena_format(&s->keep, "%s --amount %s", s->ref,
                                    sample_money(s, extra, deal->currency));
    sample_later(s, s->day + sample_dice(s, 8, 30),
                 sample_dice(s, 0, 1) ? refund : overpaid_use, deal, paid);
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
    sample_later(s, s->day + sample_dice(s, 10, 30), pay_auto, deal, NULL);
    sample_later(s, s->day + sample_dice(s, 31, 45), fee_paid, deal, NULL);
    return ERR_OK;
}

static enum err pay_bad(struct sample *s, struct deal *deal, const char *ref)
{
    const char *method = deal->firm->method;

    TRY(pay_full(s, deal, ref));
    if (strcmp(method, "cheque") == 0 || strcmp(method, "direct-debit") == 0)
        sample_later(s, s->day + sample_dice(s, 3, 7), bounce, deal, s->ref);
    return ERR_OK;
}

static enum err keyed_wrong(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "payment reverse --payment %s --reason keying", ref));
    return pay_auto(s, deal, NULL);
}

static enum err pay_mistyped(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(pay_full(s, deal, ref));
    sample_later(s, s->day + 1, keyed_wrong, deal, s->ref);
    return ERR_OK;
}

static enum err apply_again(struct sample *s, struct deal *deal, const char *ref)
{
    return sample_order(s, "payment apply --payment %s --to %s", ref, deal->number);
}

static enum err unapply(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "payment unapply --payment %s --from %s --reason \"meant for another\"",
                     ref, deal->number));
    sample_later(s, s->day + sample_dice(s, 2, 6), apply_again, deal, ref);
    return ERR_OK;
}

static enum err pay_misplaced(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(pay_full(s, deal, ref));
    sample_later(s, s->day + sample_dice(s, 2, 9), unapply, deal, s->ref);
    return ERR_OK;
}

static enum err identify(struct sample *s, struct deal *deal, const char *ref)
{
    TRY(sample_order(s, "payment identify --payment %s --customer %s", ref, deal->firm->code));
    return apply_again(s, deal, ref);
}

static enum err pay_unknown(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    (void)ref;
    TRY(deal_open(s, deal, &open, &first));
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
    return apply_again(s, deal, ref);
}

static enum err pay_elsewhere(struct sample *s, struct deal *deal, const char *ref)
{
    const struct firm *other = &s->firms[sample_dice(s, 0, s->firm_count - 1)];
    struct item first;
    int64_t open;

    if (other == deal->firm || strcmp(other->currency, deal->currency.code) != 0)
        return pay_full(s, deal, ref);
    TRY(deal_open(s, deal, &open, &first));
    TRY(sample_order(s, "payment receive --customer %s --amount %s --reference \"%s\"",
                     other->code, sample_money(s, open, deal->currency), deal->number));
    sample_later(s, s->day + sample_dice(s, 2, 8), move, deal, s->ref);
    return ERR_OK;
}

/* Pays in euro what was billed in another currency. */
static enum err pay_euro(struct sample *s, struct deal *deal, const char *ref)
{
    struct currency euro;
    struct item first;
    int64_t open;

    TRY(currency_find("EUR", &euro));
    TRY(deal_open(s, deal, &open, &first));
    if (currency_is(deal->currency, euro) || open != deal->total)
        return pay_full(s, deal, ref);
    return sample_order(s,
                        "payment receive --customer %s --amount \"%s EUR\" --settles \"%s %s\" "
                        "--reference \"%s\" --apply %s",
                        deal->firm->code,
                        sample_money(s, deal->base * sample_dice(s, 985, 1015) / 1000, euro),
                        sample_money(s, open, deal->currency), deal->currency.code, deal->number,
                        deal->number);
}

/* ---- papers --------------------------------------------------------------------------------- */

static void pay_later(struct sample *s, struct deal *deal);

static enum err goods_return(struct sample *s, struct deal *deal, const char *ref)
{
    (void)ref;
    TRY(sample_order(s,
                     "credit issue --invoice %s --reason \"goods returned\" "
                     "--line \"text=Returned, unopened; amount=%s; tax=%s\"",
                     deal->number,
                     sample_money(s, deal->total * sample_dice(s, 8, 30) / 100, deal->currency),
                     deal->firm->tax));
    pay_later(s, deal);
    return ERR_OK;
}

static enum err bonus_use(struct sample *s, struct deal *deal, const char *ref)
{
    struct item first;
    int64_t open;

    TRY(deal_open(s, deal, &open, &first));
    if (open > 0)
        TRY(sample_order(s, "credit apply --credit %s --to %s", ref, deal->number));
    if (open > 0 && sample_dice(s, 1, 3) == 1)
        TRY(sample_order(s, "credit unapply --credit %s --reason \"next order\"", ref));
    return pay_full(s, deal, NULL);
}

static enum err bonus(struct sample *s, struct deal *deal, const char *ref)
{
    (void)ref;
    TRY(sample_order(s, "credit issue --customer %s --text \"Yearly bonus\" --amount %s",
                     deal->firm->code,
                     sample_money(s, deal->total * sample_dice(s, 3, 6) / 100, deal->currency)));
    if (sample_dice(s, 1, 6) == 1) {
        pay_later(s, deal);
        return sample_order(s, "credit void %s --reason \"not agreed\"", s->ref);
    }
    sample_later(s, deal->due, bonus_use, deal, s->ref);
    return ERR_OK;
}

static enum err accept(struct sample *s, struct deal *deal, const char *ref)
{
    const char *how = "rejected";

    if (sample_dice(s, 1, 3) > 1) {
        TRY(sample_order(s,
                         "credit issue --invoice %s --reason dispute "
                         "--line \"text=Allowance; amount=%s; tax=%s\"",
                         deal->number, sample_money(s, deal->total * 7 / 100, deal->currency),
                         deal->firm->tax));
        how = arena_format(&s->line, "accepted in part, %s", s->ref);
    }
    TRY(sample_order(s, "dispute resolve %s --resolution \"%s\"", ref, how));
    sample_later(s, s->day + sample_dice(s, 4, 15), pay_full, deal, NULL);
    return ERR_OK;
}

static enum err dispute(struct sample *s, struct deal *deal, const char *ref)
{
    static const char *const cases[][2] = {{"DAMAGE", "glass broken on arrival"},
                                           {"PRICE", "another price was agreed"},
                                           {"SHORT", "two boxes are missing"},
                                           {"NOPO", "no order number on the invoice"},
                                           {"RETURN", "goods were sent back"}};
    const int n = sample_dice(s, 0, 4);

    (void)ref;
    TRY(sample_order(s, "dispute open %s --amount %s --reason %s --owner %s --text \"%s\"",
                     deal->number,
                     sample_money(s, deal->total * sample_dice(s, 15, 60) / 100, deal->currency),
                     cases[n][0], deal->firm->collector, cases[n][1]));
    sample_later(s, s->day + sample_dice(s, 20, 50), accept, deal, s->ref);
    return ERR_OK;
}

static enum err void_paper(struct sample *s, struct deal *deal, const char *ref)
{
    struct deal *again;

    (void)ref;
    TRY(sample_order(s, "invoice void %s --reason \"wrong goods on it\"", deal->number));
    TRY(sample_invoice(s, deal->firm, &again));
    pay_later(s, again);
    return ERR_OK;
}

static enum err amend(struct sample *s, struct deal *deal, const char *ref)
{
    char day[DATE_TEXT];

    (void)ref;
    TRY(sample_line(s, "invoice amend %s --po PO-%d --from %s", deal->number,
                    sample_dice(s, 10000, 99999), date_iso(date_add(s->first, s->day), day)));
    pay_later(s, deal);
    return ERR_OK;
}

static enum err freight(struct sample *s, struct deal *deal, const char *ref)
{
    struct document paper;

    (void)ref;
    TRY(sample_order(s,
                     "debit issue --invoice %s --line \"text=Freight, express; price=%d; tax=%s\"",
                     deal->number, sample_dice(s, 18, 95), deal->firm->tax));
    TRY(document_find(s->session->book, s->ref, DOCUMENT_MASK(DOCUMENT_DEBIT), &s->line, &paper));
    struct deal *extra = arena_new(&s->keep, sizeof *extra);
    *extra = *deal;
    extra->number = s->ref;
    extra->id = paper.id;
    extra->total = paper.total.minor;
    pay_later(s, deal);
    pay_later(s, extra);
    return ERR_OK;
}

/* ---- when, and which ------------------------------------------------------------------------ */

/* Percent of the invoices paid: in time, 1-30, 31-60, 61-90, 91-150 days late. */
static const struct habit {
    const char *name;
    int percent[5];
} habits[] = {
    {"early", {86, 13, 1, 0, 0}},   {"prompt", {80, 18, 2, 0, 0}}, {"slow", {42, 44, 12, 2, 0}},
    {"late", {18, 46, 24, 10, 2}},  {"bad", {10, 36, 28, 18, 8}},  {"monthly", {100, 0, 0, 0, 0}},
};

static int pay_day(struct sample *s, const struct deal *deal)
{
    static const int least[] = {-6, 1, 31, 61, 91}, most[] = {0, 30, 60, 90, 150};
    const struct habit *habit = habits;
    int at = sample_dice(s, 1, 100), n = 0;

    while (strcmp(habit->name, deal->firm->habit) != 0)
        habit++;
    while (n < 4 && (at -= habit->percent[n]) > 0)
        n++;
    return deal->due + sample_dice(s, least[n], most[n]);
}

static void pay_later(struct sample *s, struct deal *deal)
{
    sample_later(s, pay_day(s, deal), pay_full, deal, NULL);
}

enum when { WHEN_PAID, WHEN_NEXT, WHEN_SOON, WHEN_LATE };

/* Of a thousand invoices; the rest is paid whole. */
static const struct fate {
    int share;
    enum when when;
    sample_step *step;
} fates[] = {
    {80, WHEN_PAID, pay_auto},     {70, WHEN_PAID, pay_part},    {40, WHEN_PAID, pay_short},
    {20, WHEN_PAID, pay_rounded},  {35, WHEN_PAID, pay_too_much}, {70, WHEN_PAID, pay_bad},
    {12, WHEN_PAID, pay_mistyped}, {15, WHEN_PAID, pay_misplaced}, {25, WHEN_PAID, pay_unknown},
    {25, WHEN_PAID, pay_elsewhere}, {40, WHEN_PAID, pay_euro},   {45, WHEN_SOON, goods_return},
    {20, WHEN_SOON, bonus},        {50, WHEN_LATE, dispute},     {10, WHEN_NEXT, void_paper},
    {25, WHEN_NEXT, amend},        {20, WHEN_NEXT, freight},     {0, WHEN_PAID, NULL},
};

static int when_day(struct sample *s, const struct deal *deal, enum when when)
{
    switch (when) {
    case WHEN_NEXT: return deal->issued + sample_dice(s, 1, 2);
    case WHEN_SOON: return deal->issued + sample_dice(s, 5, 12);
    case WHEN_LATE: return deal->due - sample_dice(s, 0, 8);
    default: return pay_day(s, deal);
    }
}

/* Discounts first: who gets one takes it, or tries to. */
static bool discounted(struct sample *s, struct deal *deal)
{
    const int n = sample_dice(s, 1, 10);

    if (strcmp(deal->firm->terms, "2-10-N30") != 0 || n > 7)
        return false;
    if (n <= 5)
        sample_later(s, deal->issued + sample_dice(s, 4, 9), pay_early, deal, NULL);
    else
        sample_later(s, deal->issued + sample_dice(s, 14, 24), pay_too_late, deal, NULL);
    return true;
}

enum err sample_fate(struct sample *s, struct deal *deal)
{
    const struct fate *fate = fates;
    int at = sample_dice(s, 1, 1000);

    if (strcmp(deal->firm->habit, "monthly") == 0)
        return ERR_OK;
    if (strcmp(deal->firm->terms, "INST3") == 0) {
        for (int i = 0; i < 3; i++)
            sample_later(s, deal->issued + 30 * (i + 1) + sample_dice(s, -4, 14), pay_instalment,
                         deal, NULL);
        return ERR_OK;
    }
    if (discounted(s, deal))
        return ERR_OK;
    while (fate->step && (at -= fate->share) > 0)
        fate++;
    sample_later(s, when_day(s, deal, fate->when), fate->step ? fate->step : pay_full, deal, NULL);
    return ERR_OK;
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
        TRY(deal_open(s, deal, &open, &first));
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

static enum err prepaid_used(struct sample *s, struct deal *stub, const char *ref)
{
    struct deal *deal;

    TRY(sample_invoice(s, stub->firm, &deal));
    pay_later(s, deal);
    return apply_again(s, deal, ref);
}

/* Money before the goods: used by the invoice that follows. */
enum err sample_prepaid(struct sample *s, struct firm *firm)
{
    struct deal *stub = arena_new(&s->keep, sizeof *stub);
    struct currency currency;

    TRY(currency_find(firm->currency, &currency));
    stub->firm = firm;
    TRY(sample_order(s,
                     "payment receive --customer %s --amount %d --reference \"ahead of delivery\" "
                     "--keep prepayment",
                     firm->code, sample_dice(s, 2, 9) * (currency.digits ? 50 : 5000)));
    sample_later(s, s->day + sample_dice(s, 3, 10), prepaid_used, stub, s->ref);
    return ERR_OK;
}
