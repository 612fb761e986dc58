/* samplefate: what becomes of an invoice of the made-up firm: one row a course of events. */
#include "app/sample.h"

#include "ledger/document.h"
#include "ledger/item.h"

#include <string.h>

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

    TRY(sample_open(s, deal, &open, &first));
    if (open > 0)
        TRY(sample_order(s, "credit apply --credit %s --to %s", ref, deal->number));
    if (open > 0 && sample_dice(s, 1, 3) == 1)
        TRY(sample_order(s, "credit unapply --credit %s --reason \"next order\"", ref));
    return sample_pay_full(s, deal, NULL);
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
        how = arena_text(&s->line, s->ref);
    }
    TRY(sample_order(s, "dispute resolve %s --resolution \"%s\"", ref, how));
    sample_later(s, s->day + sample_dice(s, 4, 15), sample_pay_full, deal, NULL);
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

enum err sample_question(struct sample *s, struct deal *deal, const char *ref)
{
    (void)ref;
    return sample_order(s, "dispute open %s --amount %s --reason QTY --owner %s --text \"%s\"",
                        deal->number, sample_money(s, deal->total * 2 / 5, deal->currency),
                        deal->firm->collector, "fewer came than were billed");
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
    {"early", {86, 13, 1, 0, 0}},  {"prompt", {80, 18, 2, 0, 0}}, {"slow", {46, 42, 8, 3, 1}},
    {"late", {22, 42, 20, 10, 6}}, {"bad", {16, 34, 20, 16, 14}}, {"monthly", {100, 0, 0, 0, 0}},
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
    sample_later(s, pay_day(s, deal), sample_pay_full, deal, NULL);
}

enum when { WHEN_PAID, WHEN_NEXT, WHEN_SOON, WHEN_LATE };

/* Of a thousand invoices; the rest is paid whole. */
static const struct fate {
    int share;
    enum when when;
    sample_step *step;
} fates[] = {
    {80, WHEN_PAID, sample_pay_auto},
    {70, WHEN_PAID, sample_pay_part},
    {40, WHEN_PAID, sample_pay_short},
    {20, WHEN_PAID, sample_pay_rounded},
    {35, WHEN_PAID, sample_pay_too_much},
    {70, WHEN_PAID, sample_pay_bad},
    {12, WHEN_PAID, sample_pay_mistyped},
    {15, WHEN_PAID, sample_pay_misplaced},
    {25, WHEN_PAID, sample_pay_unknown},
    {25, WHEN_PAID, sample_pay_elsewhere},
    {40, WHEN_PAID, sample_pay_euro},
    {45, WHEN_SOON, goods_return},
    {20, WHEN_SOON, bonus},
    {50, WHEN_LATE, dispute},
    {10, WHEN_NEXT, void_paper},
    {25, WHEN_NEXT, amend},
    {20, WHEN_NEXT, freight},
    {0, WHEN_PAID, NULL},
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
        sample_later(s, deal->issued + sample_dice(s, 4, 9), sample_pay_early, deal, NULL);
    else
        sample_later(s, deal->issued + sample_dice(s, 14, 24), sample_pay_too_late, deal, NULL);
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
            sample_later(s, deal->issued + 30 * (i + 1) + sample_dice(s, -4, 14),
                         sample_pay_instalment, deal, NULL);
        return ERR_OK;
    }
    if (discounted(s, deal))
        return ERR_OK;
    while (fate->step && (at -= fate->share) > 0)
        fate++;
    sample_later(s, when_day(s, deal, fate->when), fate->step ? fate->step : sample_pay_full, deal,
                 NULL);
    return ERR_OK;
}

static enum err prepaid_used(struct sample *s, struct deal *stub, const char *ref)
{
    struct deal *deal;

    TRY(sample_invoice(s, stub->firm, &deal));
    pay_later(s, deal);
    return sample_apply_again(s, deal, ref);
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
