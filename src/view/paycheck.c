/* paycheck: what is typed into the fields and lines of the payment desk, read and judged. */
#include "base/text.h"
#include "tui/term.h"
#include "view/paydeskparts.h"

#include <string.h>

/* The lines are of the payer in the field. */
static void payer_forget(struct paydesk *desk)
{
    desk->resolved = desk->twin = NULL;
    grid_reset(paydesk_grid(desk));
    desk->lines.count = 0;
    paydesk_choices_forget(desk);
    arena_reset(&desk->arena);
}

void paydesk_nobody(struct paydesk *desk)
{
    const char *typed = form_text(desk->form, PAY_AMOUNT);

    if (!desk->resolved)
        return;
    payer_forget(desk);
    desk->payer = (struct payer){0};
    desk->lines = (struct paylines){.words = ""};
    desk->reference = "";
    desk->message = NULL;
    if (!*typed || strcmp(typed, desk->amount_default) == 0)
        paydesk_amount_clear(desk); /* it was what this payer owes */
    desk->amount = money_of(0, desk->payer.currency);
    form_hint(desk->form, PAY_AMOUNT, NULL);
    form_hint(desk->form, PAY_REFERENCE, NULL);
}

static enum err who_check(struct paydesk *desk, struct note *note)
{
    const char *text = form_text(desk->form, PAY_WHO);
    struct payer payer;

    if (text_is_blank(text))
        paydesk_nobody(desk);
    if (text_is_blank(text) || (desk->resolved && strcmp(text, desk->resolved) == 0))
        return ERR_OK;
    payer_forget(desk);
    TRY(payer_find(desk->book, &desk->finder, text, &desk->arena, &payer, note));
    desk->payer = payer;
    desk->resolved = arena_text(&desk->arena, text);
    desk->reference = "";
    paydesk_payer_show(desk);
    paydesk_lines_read(desk);
    paydesk_amount_default(desk);
    paydesk_propose_first(desk);
    paydesk_proposal_show(desk);
    paydesk_amount_hint(desk);
    return ERR_OK;
}

/* `*` is what is open of the document, else of the customer. */
enum err paydesk_amount_read(const struct paydesk *desk, const char *text, struct money *out,
                             struct note *note)
{
    const struct payer *payer = &desk->payer;
    const int64_t base = payer->named_open > 0 ? payer->named_open : payer->open;
    const struct notation typing = paydesk_typing(desk);

    TRY(money_calc(text, &typing, money_of(base, payer->currency), out, note));
    if (out->minor <= 0)
        return fail(note, ERR_INPUT, "a payment is more than 0.00; a refund is `refund pay`");
    return ERR_OK;
}

/* Money in another currency than the papers is told what it settles: the command can say that, the
 * desk's one amount cannot. */
static enum err currency_judge(const struct paydesk *desk, const char *text, struct note *note)
{
    const struct payer *payer = &desk->payer;
    const struct notation typing = paydesk_typing(desk);
    struct money amount;

    if (money_parse(text, &typing, payer->currency, &amount, NULL) != ERR_OK ||
        currency_is(amount.currency, payer->currency))
        return ERR_OK;
    if (!payer->customer_id)
        return fail(note, ERR_INPUT,
                    "only %s here; `:payment receive --amount \"%s\"` takes other money",
                    payer->currency.code, text);
    return fail(note, ERR_INPUT,
                "only %s here; `:payment receive --customer %s --amount \"%s\" --settles AMOUNT` "
                "takes other money",
                payer->currency.code, payer->code, text);
}

static enum err amount_check(struct paydesk *desk, struct note *note)
{
    const char *text = form_text(desk->form, PAY_AMOUNT);
    struct money amount;
    char shown[MONEY_TEXT];

    if (text_is_blank(text) || !desk->resolved)
        return ERR_OK;
    TRY(currency_judge(desk, text, note));
    TRY(paydesk_amount_read(desk, text, &amount, note));
    if (amount.minor != desk->amount.minor) {
        desk->amount = amount;
        paydesk_spread_again(desk);
    }
    money_show(amount, paydesk_notation(desk), shown);
    if (strcmp(text, shown) != 0)
        form_set(desk->form, PAY_AMOUNT, shown);
    paydesk_amount_hint(desk);
    return ERR_OK;
}

/* "Sat, 1 day ago": what is not today is seen. */
const char *paydesk_day_words(struct paydesk *desk, struct date day)
{
    const int days = day.day - book_today(desk->book).day;
    const int many = days < 0 ? -days : days;

    if (days == 0)
        return weekday_name(date_weekday(day));
    return arena_format(&desk->arena, "%s, %d day%s %s", weekday_name(date_weekday(day)), many,
                        many == 1 ? "" : "s", days < 0 ? "ago" : "ahead");
}

static enum err date_check(struct paydesk *desk, struct note *note)
{
    char iso[DATE_TEXT];
    struct date day;
    const char *text = form_text(desk->form, PAY_DATE);

    if (text_is_blank(text))
        text = "t";
    TRY(date_parse(text, &desk->session->habit, desk->date, &day, note));
    if (day.day != desk->date.day) {
        desk->date = day;
        paydesk_discounts_read(desk);
        paydesk_spread_again(desk);
        paydesk_amount_hint(desk);
    }
    form_set(desk->form, PAY_DATE, date_iso(day, iso));
    form_hint(desk->form, PAY_DATE, paydesk_day_words(desk, day));
    return ERR_OK;
}

static void twin_check(struct paydesk *desk)
{
    if (!desk->resolved)
        return;
    desk->twin = paydesk_twin(desk, &desk->arena);
    /* the sentence stands where there is room for it */
    form_hint(desk->form, PAY_REFERENCE,
              !desk->twin     ? NULL
              : !term_is_on() ? arena_format(&desk->arena, "! %s", desk->twin)
                              : "! seen before: look below");
}

static void reference_check(struct paydesk *desk)
{
    twin_check(desk);
    const char *reference = form_text(desk->form, PAY_REFERENCE);
    if (strcmp(desk->reference, reference) == 0)
        return;
    desk->reference = arena_text(&desk->arena, reference);
    if (desk->lines.way == PAY_NONE || desk->lines.way == PAY_FOUND) {
        paydesk_propose_reference(desk);
        paydesk_proposal_show(desk);
        paydesk_amount_hint(desk);
    }
}

enum err paydesk_check(void *self, struct form *form, int field, struct note *note)
{
    struct paydesk *desk = self;

    (void)form;
    switch ((enum paydesk_field)field) {
    case PAY_WHO: return who_check(desk, note);
    case PAY_AMOUNT: return amount_check(desk, note);
    case PAY_REFERENCE:
        if (desk->resolved)
            reference_check(desk);
        return ERR_OK;
    case PAY_DATE: return date_check(desk, note);
    case PAY_METHOD: twin_check(desk); return ERR_OK; /* a cheque is known by its number */
    case PAY_ITEMS: break;
    }
    return ERR_OK;
}

/* What is typed in a line, as its pays: of a credit below zero, whichever sign it has. */
static enum err pays_read(struct paydesk *desk, const struct payline *line, const char *text,
                          int64_t *out, struct note *note)
{
    const bool credit = line->open < 0;
    const int64_t most = credit ? -line->open : line->open;
    struct money pays;
    char open[MONEY_TEXT];
    const struct notation typing = paydesk_typing(desk);

    TRY(money_calc(text, &typing, money_of(line->open, desk->payer.currency), &pays, note));
    if (credit && pays.minor < 0)
        pays.minor = -pays.minor;
    if (pays.minor <= 0)
        return fail(note, ERR_INPUT, "%s: what is %s of it is more than 0.00", line->number,
                    credit ? "used" : "paid");
    if (pays.minor > most)
        return fail(note, ERR_CONFLICT, "%s has %s open; no more than that can be %s of it",
                    line->number,
                    money_show(money_of(most, desk->payer.currency), paydesk_notation(desk), open),
                    credit ? "used" : "paid");
    *out = credit ? -pays.minor : pays.minor;
    return ERR_OK;
}

/* An amount in a line pays a part; nothing typed takes the mark away. */
enum err paydesk_check_cell(void *self, struct form *form, int field, int row, int column,
                            struct note *note)
{
    struct paydesk *desk = self;
    struct payline *line = &desk->lines.lines[row];
    const char *text = grid_text(form->fields[field].grid, row, column);

    if (text_is_blank(text)) {
        line->marked = line->typed = false;
        paydesk_by_hand(desk);
        return ERR_OK;
    }
    TRY(pays_read(desk, line, text, &line->pays, note));
    line->marked = line->typed = true;
    line->writeoff = 0;
    line->discount = line->pays < line->open && line->pays + line->offered >= line->open
                         ? line->open - line->pays
                         : 0;
    paydesk_by_hand(desk);
    return ERR_OK;
}

void paydesk_row_changed(void *self, struct form *form, int field, int row)
{
    struct paydesk *desk = self;
    struct payline *line = &desk->lines.lines[row];

    desk->message = NULL;
    line->marked = form->fields[field].grid->rows[row].marked;
    line->typed = false;
    line->pays = line->discount = line->writeoff = 0;
    if (line->marked && line->open == 0) { /* somebody else took the rest */
        desk->message = arena_format(&desk->arena, "%s has nothing open any more", line->number);
        line->marked = false;
    }
    paydesk_by_hand(desk);
    if (line->marked && line->pays == 0) {
        desk->message = "Nothing is left of the payment; Space takes another mark away.";
        line->marked = false;
        paydesk_by_hand(desk);
    }
}
