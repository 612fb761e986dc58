#include "view/paydesk.h"

#include "base/text.h"
#include "tui/term.h"
#include "view/paydeskparts.h"

#include <stdlib.h>
#include <string.h>

#define WHO_CELLS 14
#define DATE_CELLS 11 /* the cursor stands behind the last figure */
#define WHO_HINT "F4 lists; " PAYER_NOBODY " when nobody knows whose"
#define SPOKEN_CELLS 400
#define HINT_FROM (1 + 19 + 2 + WHO_CELLS + 2) /* behind label and box */

static const char *const methods[] = {"transfer", "cheque", "cash", "card", "direct-debit", NULL};

const struct notation *paydesk_notation(const struct paydesk *desk)
{
    return &desk->session->notation;
}

/* How amounts are typed here. */
struct notation paydesk_typing(const struct paydesk *desk)
{
    struct notation notation = desk->session->notation;

    notation.implied = desk->implied;
    return notation;
}

/* What the screen has to the right of the first field; a line that is spoken has no end. */
static int hint_cells(void)
{
    return term_is_on() ? term_columns() - HINT_FROM - 1 : SPOKEN_CELLS;
}

/* ---- the amount, and what it pays ---- */

void paydesk_amount_clear(struct paydesk *desk)
{
    desk->amount = money_of(0, desk->payer.currency);
    desk->amount_default[0] = 0;
    form_set(desk->form, PAY_AMOUNT, "");
    form_hint(desk->form, PAY_AMOUNT, NULL);
}

/* What is open of the document, unless an amount was typed already. */
void paydesk_amount_default(struct paydesk *desk)
{
    const char *typed = form_text(desk->form, PAY_AMOUNT);

    if (*typed && strcmp(typed, desk->amount_default) != 0) {
        if (!currency_is(desk->amount.currency, desk->payer.currency))
            desk->amount = money_of(0, desk->payer.currency); /* read again before it counts */
        return;
    }
    paydesk_amount_clear(desk);
    if (desk->payer.named_open > 0) {
        desk->amount = money_of(desk->payer.named_open, desk->payer.currency);
        money_show(desk->amount, paydesk_notation(desk), desk->amount_default);
        form_set(desk->form, PAY_AMOUNT, desk->amount_default);
    }
}

/* Papers that are paid: of one that has instalments all together, or the only one that is paid. */
struct papers {
    int full, part;
    const char *name; /* of the last */
};

/* How the paper of line `at` is paid, counted at its first line that is. */
static void paper_count(struct paydesk *desk, int at, struct papers *papers)
{
    const struct payline *first = &desk->lines.lines[at];
    int paid = 0, whole = 0, all = 0;

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        if (line->open <= 0 || strcmp(line->number, first->number) != 0)
            continue;
        if (line->pays > 0 && i < at)
            return;
        all++;
        paid += line->pays > 0;
        whole += line->pays > 0 && line->pays + line->discount + line->writeoff >= line->open;
    }
    const bool one = paid == 1 && all > 1;
    const bool full = one ? whole == 1 : whole == all;
    papers->full += full;
    papers->part += !full;
    papers->name = one && first->instalment
                       ? arena_format(&desk->arena, "%s/%d", first->number, first->instalment)
                       : first->number;
}

/* "INV-7 in full", "2 papers in part", "1 in full, 1 in part". */
static const char *papers_words(struct paydesk *desk, const struct papers *papers)
{
    const int count = papers->full + papers->part;

    if (papers->full && papers->part)
        return arena_format(&desk->arena, "= %d in full, %d in part", papers->full, papers->part);
    return arena_format(&desk->arena, "= %s in %s",
                        count > 1 ? arena_format(&desk->arena, "%d papers", count) : papers->name,
                        papers->full ? "full" : "part");
}

void paydesk_amount_hint(struct paydesk *desk)
{
    const struct paylines *lines = &desk->lines;
    const char *words = NULL, *number;
    struct papers papers = {.name = ""};
    int paid = 0;
    int64_t discount = 0, late = 0, missing = 0, gone = 0;
    char text[MONEY_TEXT];

    for (int i = 0; i < lines->count; i++) {
        const struct payline *line = &lines->lines[i];
        if (line->pays <= 0)
            continue;
        paid++;
        paper_count(desk, i, &papers);
        missing += paylines_short(line);
        gone += line->writeoff;
        discount += line->discount;
        late += paylines_late(line);
    }
    number = papers.full + papers.part > 1
                 ? arena_format(&desk->arena, "%d papers", papers.full + papers.part)
                 : papers.name;
    if (paid)
        words = papers_words(desk, &papers);
    if (discount)
        words = arena_format(
            &desk->arena, late ? "%s, late discount %s" : "%s with discount %s", words,
            money_show(money_of(discount, desk->payer.currency), paydesk_notation(desk), text));
    if (missing)
        words = arena_format(
            &desk->arena, gone ? "%s, %s let go" : "%s, %s short: F11 lets it go",
            gone ? words : arena_format(&desk->arena, "= %s", number),
            money_show(money_of(missing, desk->payer.currency), paydesk_notation(desk), text));
    if (paylines_credits(lines))
        words = arena_format(&desk->arena, "%s less credits %s", words ? words : "=",
                             money_show(money_of(paylines_credits(lines), desk->payer.currency),
                                        paydesk_notation(desk), text));
    else if (paid == 0 && desk->payer.document_id == 0 && desk->payer.open > 0)
        words = "* is all that is open";
    if (paid == 0 && desk->payer.in_hand)
        words = arena_format(&desk->arena, "%s%s in hand",
                             words ? arena_format(&desk->arena, "%s; ", words) : "",
                             money_show(money_of(desk->payer.in_hand, desk->payer.currency),
                                        paydesk_notation(desk), text));
    form_hint(desk->form, PAY_AMOUNT, words);
}

void paydesk_payer_show(struct paydesk *desk)
{
    form_hint(
        desk->form, PAY_WHO,
        payer_words(&desk->payer, paydesk_notation(desk), hint_cells(), &desk->arena));
}

/* Marks of a proposal that no rule finds any more are the clerk's now. */
static void marks_keep(struct paydesk *desk)
{
    if (desk->lines.way == PAY_FOUND) {
        desk->lines.way = PAY_BY_HAND;
        desk->lines.words = "as it was proposed before";
    }
    paylines_spread(&desk->lines, desk->amount.minor);
}

void paydesk_lines_renew(struct paydesk *desk, const struct paylines *before)
{
    struct paylines *lines = &desk->lines;
    bool any = false;

    paydesk_lines_read(desk);
    lines->way = before->way;
    lines->words = before->words;
    for (int i = 0; i < lines->count; i++) {
        struct payline *line = &lines->lines[i];
        const struct payline *old = paylines_find(before, line->item_id);
        if (!old || line->open == 0)
            continue;
        line->marked = old->marked;
        line->typed = old->typed;
        line->pays = llabs(old->pays) < llabs(line->open) ? old->pays : line->open;
        if (line->open > 0)
            line->discount =
                old->discount < line->open - line->pays ? old->discount : line->open - line->pays;
        any = any || line->marked;
    }
    if (!any) {
        lines->way = PAY_NONE; /* F6 begins anew */
        lines->words = "nothing proposed";
    }
    autopay_memory_close(desk->memory);
    desk->memory = NULL; /* what it remembers was owed before */
    if (lines->way != PAY_FOUND || !paydesk_propose_same(desk))
        marks_keep(desk);
    paydesk_lines_show(desk);
    paydesk_amount_hint(desk);
}

/* An amount that nobody typed is the net of what is marked. */
static void amount_follow(struct paydesk *desk)
{
    const char *text = form_text(desk->form, PAY_AMOUNT);
    const int64_t net = paylines_net(&desk->lines);

    if (!text_is_blank(text) && strcmp(text, desk->amount_default) != 0)
        return;
    paydesk_amount_clear(desk);
    if (net > 0) {
        desk->amount = money_of(net, desk->payer.currency);
        money_show(desk->amount, paydesk_notation(desk), desk->amount_default);
        form_set(desk->form, PAY_AMOUNT, desk->amount_default);
    } else if (paylines_credits(&desk->lines)) {
        desk->message = "The credits cover what is marked, so no money is wanted: `customer match` "
                        "applies them.";
    }
}

void paydesk_by_hand(struct paydesk *desk)
{
    desk->lines.way = PAY_BY_HAND;
    desk->lines.words = "by hand";
    paylines_spread(&desk->lines, desk->amount.minor);
    amount_follow(desk);
    paylines_spread(&desk->lines, desk->amount.minor);
    paydesk_lines_show(desk);
    paydesk_amount_hint(desk);
}

/* ---- from outside ---- */

static void day_set(struct paydesk *desk, struct date day)
{
    char iso[DATE_TEXT];

    desk->date = day;
    form_set(desk->form, PAY_DATE, date_iso(day, iso));
    form_hint(desk->form, PAY_DATE, weekday_name(date_weekday(day)));
}

void paydesk_init(struct paydesk *desk, struct session *session, struct form *form)
{
    const struct form_owner owner = {.check = paydesk_check,
                                     .check_cell = paydesk_check_cell,
                                     .row_changed = paydesk_row_changed,
                                     .self = desk};

    *desk = (struct paydesk){.session = session, .book = session->book, .form = form};
    desk->lines.words = desk->reference = desk->changes = "";
    memcpy(desk->columns, paydesk_columns, sizeof paydesk_columns);
    form_init(form, "Payment", owner);
    form_line(form, "who", "Customer or invoice", FORM_REQUIRED | FORM_PICK, WHO_CELLS);
    form_line(form, "amount", "Amount", FORM_REQUIRED | FORM_RIGHT, WHO_CELLS);
    form_line(form, "reference", "Reference", 0, 24);
    form_choice(form, "method", "Method", FORM_STICKY, methods);
    form_line(form, "date", "Date", FORM_STICKY, DATE_CELLS);
    form_grid(form, "items", FORM_STICKY, desk->columns, ITEM_COLUMNS, GRID_MARKS);
    day_set(desk, book_today(desk->book));
    form_hint(form, PAY_WHO, WHO_HINT);
    form_focus(form, PAY_WHO);
}

void paydesk_done(struct paydesk *desk)
{
    paydesk_choices_forget(desk);
    finder_done(&desk->finder);
    arena_done(&desk->choices_arena);
    arena_done(&desk->arena);
}

void paydesk_clear(struct paydesk *desk)
{
    struct form *form = desk->form;

    desk->resolved = desk->twin = NULL;
    desk->payer = (struct payer){0};
    desk->lines = (struct paylines){.words = ""};
    desk->message = NULL;
    desk->reference = "";
    paydesk_choices_forget(desk);
    grid_reset(paydesk_grid(desk));
    paydesk_amount_clear(desk);
    for (int field = PAY_WHO; field <= PAY_REFERENCE; field++) {
        form_set(form, field, "");
        form_hint(form, field, field == PAY_WHO ? WHO_HINT : NULL);
    }
    if (desk->date.day > book_today(desk->book).day)
        day_set(desk, book_today(desk->book));
    arena_reset(&desk->arena);
    form_focus(form, PAY_WHO);
}

void paydesk_look(struct paydesk *desk)
{
    const char *text = form_text(desk->form, PAY_WHO);
    struct arena arena = {0};
    struct note note = {0};
    struct payer payer;

    if (text_is_blank(text)) {
        paydesk_nobody(desk);
        form_hint(desk->form, PAY_WHO, WHO_HINT);
    } else if (payer_find(desk->book, &desk->finder, text, &arena, &payer, &note) == ERR_OK)
        form_hint(desk->form, PAY_WHO,
                  payer_words(&payer, paydesk_notation(desk), hint_cells(), &arena));
    else
        form_hint(desk->form, PAY_WHO, note.code == ERR_CONFLICT ? note.text : NULL);
    note_clear(book_note(desk->book));
    arena_done(&arena);
}

void paydesk_count(struct paydesk *desk)
{
    struct money amount;

    if (!desk->resolved ||
        paydesk_amount_read(desk, form_text(desk->form, PAY_AMOUNT), &amount, NULL) != ERR_OK)
        amount = money_of(0, desk->payer.currency);
    if (amount.minor == desk->amount.minor)
        return;
    desk->amount = amount;
    paydesk_spread_again(desk);
    paydesk_amount_hint(desk);
}

void paydesk_day(struct paydesk *desk)
{
    const char *text = form_text(desk->form, PAY_DATE);
    struct date day;

    form_hint(desk->form, PAY_DATE,
              text_is_blank(text) ? "today, when it is empty"
              : date_parse(text, &desk->session->habit, desk->date, &day, NULL) == ERR_OK
                  ? paydesk_day_words(desk, day)
                  : NULL);
}

bool paydesk_let_go(struct paydesk *desk)
{
    const bool any = paylines_let_go(&desk->lines, desk->amount.minor);

    paydesk_lines_show(desk);
    paydesk_amount_hint(desk);
    return any;
}

int64_t paydesk_left(const struct paydesk *desk)
{
    return paylines_left(&desk->lines, desk->amount.minor);
}

const char *paydesk_words(const struct paydesk *desk)
{
    return desk->resolved ? desk->lines.words : "";
}

const char *paydesk_sums(const struct paydesk *desk, struct arena *arena)
{
    const int64_t left = paydesk_left(desk);
    char amount[MONEY_TEXT], rest[MONEY_TEXT];

    if (!desk->resolved || desk->amount.minor == 0)
        return "";
    money_show(desk->amount, paydesk_notation(desk), amount);
    const char *credits = "";
    if (paylines_credits(&desk->lines))
        credits =
            arena_format(arena, " + credits %s",
                         money_show(money_of(paylines_credits(&desk->lines), desk->payer.currency),
                                    paydesk_notation(desk), rest));
    money_show(money_of(left < 0 ? -left : left, desk->payer.currency), paydesk_notation(desk),
               rest);
    return arena_format(arena, "payment %s %s%s   %s %s", amount, desk->payer.currency.code,
                        credits,
                        left < 0    ? "! too much by"
                        : left == 0 ? "left"
                                    : "unapplied",
                        rest);
}
