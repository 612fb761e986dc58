#include "view/paydesk.h"

#include "base/text.h"
#include "ledger/payment.h"
#include "tui/term.h"
#include "view/applyrow.h"

#include <stdlib.h>
#include <string.h>

#define WHO_CELLS 14
#define LINES_LEAST 8 /* that a screen shows */
#define DATE_CELLS 11 /* the cursor stands behind the last figure */
#define WHO_HINT "F4 lists; " PAYER_NOBODY " when nobody knows whose"
#define SPOKEN_CELLS 400
#define HINT_FROM (1 + 19 + 2 + WHO_CELLS + 2) /* behind label and box */

static const char *const methods[] = {"transfer", "cheque", "cash", "card", "direct-debit", NULL};

static const struct grid_column item_columns[ITEM_COLUMNS] = {
    [ITEM_DOCUMENT] = {.title = "Document", .cells = 11, .flags = GRID_COMPUTED | GRID_FILLS},
    [ITEM_ISSUED] = {.title = "Issued", .cells = 10, .flags = GRID_COMPUTED, .worth = 3},
    [ITEM_DUE] = {.title = "Due", .cells = 10, .flags = GRID_COMPUTED},
    [ITEM_DAYS] = {.title = "Days", .cells = 4, .flags = GRID_COMPUTED | GRID_RIGHT, .worth = 2},
    [ITEM_OPEN] = {.title = "Open", .cells = 10, .flags = GRID_COMPUTED | GRID_RIGHT},
    [ITEM_DISCOUNT] = {.title = "Discount", .cells = 8, .flags = GRID_COMPUTED | GRID_RIGHT},
    [ITEM_PAYS] = {.title = "Pays", .cells = 10, .flags = GRID_RIGHT},
    [ITEM_LEFT] = {.title = "Left", .cells = 10, .flags = GRID_COMPUTED | GRID_RIGHT, .worth = 1},
};

static const struct notation *notation_of(const struct paydesk *desk)
{
    return &desk->session->notation;
}

/* How amounts are typed here. */
static struct notation typing_of(const struct paydesk *desk)
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

static void amount_hint(struct paydesk *desk);

static struct grid *grid_of(const struct paydesk *desk)
{
    return desk->form->fields[PAY_ITEMS].grid;
}

/* ---- the lines on the screen ---- */

static void figure_set(struct paydesk *desk, int row, enum paydesk_column column, int64_t minor,
                       bool shown)
{
    char text[MONEY_TEXT] = "";

    if (shown)
        money_show(money_of(minor, desk->payer.currency), notation_of(desk), text);
    const int cells = text_width(text);
    if (cells > desk->columns[column].cells)
        desk->columns[column].cells = cells;
    grid_set(grid_of(desk), row, column, text);
}

/* Pays, discount and what is left of every line, as they now are. */
static void lines_show(struct paydesk *desk)
{
    struct grid *grid = grid_of(desk);

    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const bool paid = line->pays != 0;
        grid->rows[i].marked = line->marked;
        figure_set(desk, i, ITEM_PAYS, line->pays, paid);
        figure_set(desk, i, ITEM_DISCOUNT, paid ? line->discount : line->offered,
                   line->discount != 0 || (!paid && line->offered != 0));
        figure_set(desk, i, ITEM_LEFT, line->open - line->pays - line->discount - line->writeoff,
                   true);
    }
}

/* What was proposed is seen: the lines begin with the first that is marked, when it was out of
 * sight; else the cursor stays. */
static void proposal_show(struct paydesk *desk)
{
    struct grid *grid = grid_of(desk);
    const int rows = grid->body_rows > LINES_LEAST ? grid->body_rows : LINES_LEAST;
    int first = 0;

    lines_show(desk);
    while (first < desk->lines.count && !desk->lines.lines[first].marked)
        first++;
    if (first == desk->lines.count || (first >= grid->top && first < grid->top + rows))
        return;
    grid->top = first;
    grid_to(grid, first, ITEM_PAYS);
}

static void lines_fill(struct paydesk *desk)
{
    struct grid *grid = grid_of(desk);
    const struct date today = book_today(desk->book);
    char text[DATE_TEXT];

    memcpy(desk->columns, item_columns, sizeof item_columns);
    grid_reset(grid);
    for (int i = 0; i < desk->lines.count; i++) {
        const struct payline *line = &desk->lines.lines[i];
        const int days = today.day - line->due.day;
        grid_add(grid, i);
        grid->rows[i].mark = line->pending ? '*' : line->open > 0 && days > 0 ? '!' : ' ';
        grid_set(grid, i, ITEM_DOCUMENT,
                 line->instalment
                     ? arena_format(&desk->arena, "%s/%d", line->number, line->instalment)
                     : line->number);
        grid_set(grid, i, ITEM_ISSUED, date_iso(line->issued, text));
        if (line->open > 0)
            grid_set(grid, i, ITEM_DUE, date_iso(line->due, text));
        if (line->open > 0 && days > 0)
            grid_set(grid, i, ITEM_DAYS, arena_format(&desk->arena, "%d", days));
        figure_set(desk, i, ITEM_OPEN, line->open, true);
    }
    grid_to(grid, 0, ITEM_PAYS);
    lines_show(desk);
}

/* ---- the lines themselves ---- */

/* What may be let go of each line; a line in dispute has nothing of it. */
static void smalls_read(struct paydesk *desk)
{
    for (int i = 0; i < desk->payer.count; i++)
        if (writeoff_allowed(desk->book, &desk->payer.items[i], desk->date,
                             &desk->lines.lines[i].small) != ERR_OK)
            desk->lines.lines[i].small = 0; /* the command will say why, if it matters */
}

static int parts_of(const struct payer *payer, const struct item *item)
{
    int parts = 0;

    for (int i = 0; i < payer->count; i++)
        parts += payer->items[i].document_id == item->document_id;
    return parts;
}

static void lines_read(struct paydesk *desk)
{
    const struct payer *payer = &desk->payer;

    desk->lines = (struct paylines){
        .lines = arena_new(&desk->arena, (size_t)(payer->count + 1) * sizeof *desk->lines.lines),
        .count = payer->count,
        .words = ""};
    for (int i = 0; i < payer->count; i++) {
        const struct item *item = &payer->items[i];
        desk->lines.lines[i] = (struct payline){
            .item_id = item->id,
            .number = item->number,
            .instalment = item->seq > 1 || parts_of(payer, item) > 1 ? item->seq : 0,
            .named = payer->document_id && item->document_id == payer->document_id,
            .issued = item->issued,
            .due = item->due,
            .open = item->open};
        if (item->open < 0 &&
            applyrow_source(desk->book, item, &desk->arena, &desk->lines.lines[i].source) != ERR_OK)
            desk->lines.lines[i].source = item->number; /* the command will say why not */
    }
    paydesk_discounts_read(desk);
    smalls_read(desk);
    paydesk_pending_read(desk);
    lines_fill(desk);
}

/* ---- what autocash finds ---- */

static void choices_forget(struct paydesk *desk)
{
    autopay_memory_close(desk->memory);
    desk->memory = NULL;
    desk->choices = (struct autopay_choices){.count = 0};
    arena_reset(&desk->choices_arena);
}

/* What the same rules find as in the shell; nothing, where it cannot be read. */
static void choices_read(struct paydesk *desk, bool quick)
{
    const struct autopay money = {.customer_id = desk->payer.customer_id,
                                  .amount = desk->amount,
                                  .value = desk->date,
                                  .text = form_text(desk->form, PAY_REFERENCE)};

    arena_reset(&desk->choices_arena);
    desk->choices = (struct autopay_choices){.count = 0};
    if (!desk->payer.customer_id || desk->amount.minor <= 0)
        return;
    if (!desk->memory)
        desk->memory = autopay_memory_open();
    if (autopay_choices(desk->session, desk->memory, &money, quick, &desk->choices_arena,
                        &desk->choices) != ERR_OK)
        desk->choices.count = 0; /* the command will say why, if it matters */
    note_clear(desk->session->note);
}

static bool choice_take(struct paydesk *desk, int n)
{
    const struct autocash_proposal *found = &desk->choices.found[n];
    const char *words = autocash_words(found->step);

    if (!found->automatic)
        words = arena_format(&desk->choices_arena, "%s: %s", words, found->why);
    desk->choice = n;
    return paylines_found(&desk->lines, found, words);
}

/* What is found without being asked: never a guess by age, nor an accident (RULES.md R3). */
static bool is_plain(const struct autocash_proposal *found)
{
    return found->automatic ? found->step != AUTOCASH_OLDEST
                            : found->step == AUTOCASH_REFERENCES || found->step == AUTOCASH_EXACT;
}

static void propose_first(struct paydesk *desk)
{
    if (paylines_named(&desk->lines, desk->amount.minor))
        return;
    choices_read(desk, true);
    for (int i = 0; i < desk->choices.count; i++)
        if (is_plain(&desk->choices.found[i]) && choice_take(desk, i))
            return;
    paylines_none(&desk->lines);
}

static bool step_take(struct paydesk *desk, enum autocash_step step)
{
    for (int i = 0; i < desk->choices.count; i++)
        if (desk->choices.found[i].step == step && choice_take(desk, i))
            return true;
    return false;
}

/* The same rule again, if it still finds something. */
static bool propose_same(struct paydesk *desk)
{
    const enum autocash_step step = desk->choices.found[desk->choice].step;

    choices_read(desk, step != AUTOCASH_SUBSET);
    return step_take(desk, step);
}

/* The amount or the discounts are others: the same way again; marks by hand stay. */
static void spread_again(struct paydesk *desk)
{
    if (desk->lines.way == PAY_BY_HAND) {
        paylines_spread(&desk->lines, desk->amount.minor);
        lines_show(desk);
        return;
    }
    if (desk->lines.way != PAY_FOUND || !propose_same(desk))
        propose_first(desk);
    proposal_show(desk);
}

enum autocash_step paydesk_step(const struct paydesk *desk)
{
    return desk->lines.way == PAY_FOUND ? desk->choices.found[desk->choice].step : AUTOCASH_NONE;
}

void paydesk_propose(struct paydesk *desk)
{
    const bool was_found = desk->lines.way == PAY_FOUND, was_named = desk->lines.way == PAY_NAMED;
    const enum autocash_step step = paydesk_step(desk);
    int next = 0;

    choices_read(desk, false);
    for (int i = 0; was_found && i < desk->choices.count; i++)
        if (desk->choices.found[i].step == step)
            next = i + 1;
    bool taken = !was_found && !was_named && paylines_named(&desk->lines, desk->amount.minor);
    /* what is there already is not proposed again under another name */
    for (; !taken && next < desk->choices.count; next++)
        taken = !paylines_same(&desk->lines, &desk->choices.found[next]) && choice_take(desk, next);
    if (!taken)
        paylines_none(&desk->lines);
    proposal_show(desk);
    amount_hint(desk);
}

/* "2 by the amount: INV-1 100.00 = 100.00" */
static const char *found_words(const struct autocash_proposal *found, struct arena *arena)
{
    const char *words = arena_format(arena, "%d  %s: %s", autocash_rule(found->step),
                                     autocash_words(found->step), found->arithmetic);

    return found->automatic
               ? words
               : arena_format(arena, "%s\n   only proposed, since %s", words, found->why);
}

const char *paydesk_why(struct paydesk *desk, struct arena *arena)
{
    const char *text = arena_format(arena, "Marked: %s.\n", paydesk_words(desk));

    if (!desk->resolved || desk->amount.minor == 0)
        return "Who paid and how much is not known yet.";
    const char *lapsed = paydesk_lapsed(desk, arena);
    if (lapsed)
        text = arena_format(arena, "%s%s\n", text, lapsed);
    choices_read(desk, false);
    for (int i = 0; i < desk->choices.count; i++)
        text = arena_format(arena, "%s\n%s", text, found_words(&desk->choices.found[i], arena));
    for (int step = AUTOCASH_NONE + 1; step < AUTOCASH_STEPS; step++)
        if (desk->choices.failed[step])
            text = arena_format(
                arena, "%s\n%d  not %s: %s", text, autocash_rule((enum autocash_step)step),
                autocash_words((enum autocash_step)step), desk->choices.failed[step]);
    return text;
}

/* ---- fields ---- */

static void amount_clear(struct paydesk *desk)
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
    amount_clear(desk);
    if (desk->payer.named_open > 0) {
        desk->amount = money_of(desk->payer.named_open, desk->payer.currency);
        money_show(desk->amount, notation_of(desk), desk->amount_default);
        form_set(desk->form, PAY_AMOUNT, desk->amount_default);
    }
}

static void amount_hint(struct paydesk *desk)
{
    const struct paylines *lines = &desk->lines;
    const char *words = NULL, *number = "";
    int paid = 0, part = 0;
    int64_t discount = 0, late = 0, missing = 0, gone = 0;
    char text[MONEY_TEXT];

    for (int i = 0; i < lines->count; i++) {
        const struct payline *line = &lines->lines[i];
        if (line->pays <= 0)
            continue;
        paid++;
        part += line->pays + line->discount + line->writeoff < line->open;
        missing += paylines_short(line);
        gone += line->writeoff;
        discount += line->discount;
        late += paylines_late(line);
        words = number = line->number;
    }
    if (paid > 1)
        words = number = arena_format(&desk->arena, "%d papers", paid);
    if (paid)
        words = arena_format(&desk->arena, "= %s %s", words,
                             part == 0   ? "in full"
                             : paid == 1 ? "in part"
                                         : "and part of them");
    if (discount)
        words = arena_format(
            &desk->arena, late ? "%s, late discount %s" : "%s with discount %s", words,
            money_show(money_of(discount, desk->payer.currency), notation_of(desk), text));
    if (missing)
        words = arena_format(
            &desk->arena, gone ? "%s, %s let go" : "%s, %s short: F11 lets it go",
            gone ? words : arena_format(&desk->arena, "= %s", number),
            money_show(money_of(missing, desk->payer.currency), notation_of(desk), text));
    if (paylines_credits(lines))
        words = arena_format(&desk->arena, "%s less credits %s", words ? words : "=",
                             money_show(money_of(paylines_credits(lines), desk->payer.currency),
                                        notation_of(desk), text));
    else if (paid == 0 && desk->payer.document_id == 0 && desk->payer.open > 0)
        words = "* is all that is open";
    if (paid == 0 && desk->payer.in_hand)
        words = arena_format(&desk->arena, "%s%s in hand",
                             words ? arena_format(&desk->arena, "%s; ", words) : "",
                             money_show(money_of(desk->payer.in_hand, desk->payer.currency),
                                        notation_of(desk), text));
    form_hint(desk->form, PAY_AMOUNT, words);
}

void paydesk_payer_show(struct paydesk *desk)
{
    form_hint(desk->form, PAY_WHO,
              payer_words(&desk->payer, notation_of(desk), hint_cells(), &desk->arena));
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

    lines_read(desk);
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
    if (lines->way != PAY_FOUND || !propose_same(desk))
        marks_keep(desk);
    lines_show(desk);
    amount_hint(desk);
}

static enum err who_check(struct paydesk *desk, struct note *note)
{
    const char *text = form_text(desk->form, PAY_WHO);
    struct payer payer;

    if (text_is_blank(text) || (desk->resolved && strcmp(text, desk->resolved) == 0))
        return ERR_OK;
    desk->resolved = desk->twin = NULL;
    grid_reset(grid_of(desk));
    desk->lines.count = 0;
    choices_forget(desk);
    arena_reset(&desk->arena);
    TRY(payer_find(desk->book, &desk->finder, text, &desk->arena, &payer, note));
    desk->payer = payer;
    desk->resolved = arena_text(&desk->arena, text);
    desk->reference = "";
    paydesk_payer_show(desk);
    lines_read(desk);
    paydesk_amount_default(desk);
    propose_first(desk);
    proposal_show(desk);
    amount_hint(desk);
    return ERR_OK;
}

/* `*` is what is open of the document, else of the customer. */
static enum err amount_read(const struct paydesk *desk, const char *text, struct money *out,
                            struct note *note)
{
    const struct payer *payer = &desk->payer;
    const int64_t base = payer->named_open > 0 ? payer->named_open : payer->open;
    const struct notation typing = typing_of(desk);

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
    const struct notation typing = typing_of(desk);
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
    TRY(amount_read(desk, text, &amount, note));
    if (amount.minor != desk->amount.minor) {
        desk->amount = amount;
        spread_again(desk);
    }
    money_show(amount, notation_of(desk), shown);
    if (strcmp(text, shown) != 0)
        form_set(desk->form, PAY_AMOUNT, shown);
    amount_hint(desk);
    return ERR_OK;
}

/* "Sat, 1 day ago": what is not today is seen. */
static const char *day_words(struct paydesk *desk, struct date day)
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
        spread_again(desk);
        amount_hint(desk);
    }
    form_set(desk->form, PAY_DATE, date_iso(day, iso));
    form_hint(desk->form, PAY_DATE, day_words(desk, day));
    return ERR_OK;
}

/* The papers that the reference names, else what was proposed before: that somebody writes a
 * reference is no reason to drop it. */
static void reference_pays(struct paydesk *desk)
{
    const enum autocash_step step = paydesk_step(desk);

    if (step == AUTOCASH_NONE || step == AUTOCASH_REFERENCES) {
        propose_first(desk);
        return;
    }
    choices_read(desk, step != AUTOCASH_SUBSET);
    if (!step_take(desk, AUTOCASH_REFERENCES) && !step_take(desk, step))
        propose_first(desk);
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
        reference_pays(desk);
        proposal_show(desk);
        amount_hint(desk);
    }
}

static enum err desk_check(void *self, struct form *form, int field, struct note *note)
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

/* ---- cells ---- */

/* An amount that nobody typed is the net of what is marked. */
static void amount_follow(struct paydesk *desk)
{
    const char *text = form_text(desk->form, PAY_AMOUNT);
    const int64_t net = paylines_net(&desk->lines);

    if (!text_is_blank(text) && strcmp(text, desk->amount_default) != 0)
        return;
    amount_clear(desk);
    if (net > 0) {
        desk->amount = money_of(net, desk->payer.currency);
        money_show(desk->amount, notation_of(desk), desk->amount_default);
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
    lines_show(desk);
    amount_hint(desk);
}

/* What is typed in a line, as its pays: of a credit below zero, whichever sign it has. */
static enum err pays_read(struct paydesk *desk, const struct payline *line, const char *text,
                          int64_t *out, struct note *note)
{
    const bool credit = line->open < 0;
    const int64_t most = credit ? -line->open : line->open;
    struct money pays;
    char open[MONEY_TEXT];
    const struct notation typing = typing_of(desk);

    TRY(money_calc(text, &typing, money_of(line->open, desk->payer.currency), &pays, note));
    if (credit && pays.minor < 0)
        pays.minor = -pays.minor;
    if (pays.minor <= 0)
        return fail(note, ERR_INPUT, "%s: what is %s of it is more than 0.00", line->number,
                    credit ? "used" : "paid");
    if (pays.minor > most)
        return fail(note, ERR_CONFLICT, "%s has %s open; no more than that can be %s of it",
                    line->number,
                    money_show(money_of(most, desk->payer.currency), notation_of(desk), open),
                    credit ? "used" : "paid");
    *out = credit ? -pays.minor : pays.minor;
    return ERR_OK;
}

/* An amount in a line pays a part; nothing typed takes the mark away. */
static enum err desk_check_cell(void *self, struct form *form, int field, int row, int column,
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

static void desk_row_changed(void *self, struct form *form, int field, int row)
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

/* ---- from outside ---- */

void paydesk_init(struct paydesk *desk, struct session *session, struct form *form)
{
    char iso[DATE_TEXT];
    const struct form_owner owner = {.check = desk_check,
                                     .check_cell = desk_check_cell,
                                     .row_changed = desk_row_changed,
                                     .self = desk};

    *desk = (struct paydesk){.session = session, .book = session->book, .form = form};
    desk->date = book_today(desk->book);
    desk->lines.words = desk->reference = desk->changes = "";
    memcpy(desk->columns, item_columns, sizeof item_columns);
    form_init(form, "Payment", owner);
    form_line(form, "who", "Customer or invoice", FORM_REQUIRED | FORM_PICK, WHO_CELLS);
    form_line(form, "amount", "Amount", FORM_REQUIRED | FORM_RIGHT, WHO_CELLS);
    form_line(form, "reference", "Reference", 0, 24);
    form_choice(form, "method", "Method", FORM_STICKY, methods);
    form_line(form, "date", "Date", FORM_STICKY, DATE_CELLS);
    form_grid(form, "items", FORM_STICKY, desk->columns, ITEM_COLUMNS, GRID_MARKS);
    form_set(form, PAY_DATE, date_iso(desk->date, iso));
    form_hint(form, PAY_DATE, weekday_name(date_weekday(desk->date)));
    form_hint(form, PAY_WHO, WHO_HINT);
    form_focus(form, PAY_WHO);
}

void paydesk_done(struct paydesk *desk)
{
    choices_forget(desk);
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
    choices_forget(desk);
    grid_reset(grid_of(desk));
    amount_clear(desk);
    for (int field = PAY_WHO; field <= PAY_REFERENCE; field++) {
        form_set(form, field, "");
        form_hint(form, field, field == PAY_WHO ? WHO_HINT : NULL);
    }
    arena_reset(&desk->arena);
    form_focus(form, PAY_WHO);
}

void paydesk_look(struct paydesk *desk)
{
    const char *text = form_text(desk->form, PAY_WHO);
    struct arena arena = {0};
    struct note note = {0};
    struct payer payer;

    if (text_is_blank(text))
        form_hint(desk->form, PAY_WHO, WHO_HINT);
    else if (payer_find(desk->book, &desk->finder, text, &arena, &payer, &note) == ERR_OK)
        form_hint(desk->form, PAY_WHO,
                  payer_words(&payer, notation_of(desk), hint_cells(), &arena));
    else
        form_hint(desk->form, PAY_WHO, note.code == ERR_CONFLICT ? note.text : NULL);
    note_clear(book_note(desk->book));
    arena_done(&arena);
}

void paydesk_count(struct paydesk *desk)
{
    struct money amount;

    if (!desk->resolved ||
        amount_read(desk, form_text(desk->form, PAY_AMOUNT), &amount, NULL) != ERR_OK)
        amount = money_of(0, desk->payer.currency);
    if (amount.minor == desk->amount.minor)
        return;
    desk->amount = amount;
    spread_again(desk);
    amount_hint(desk);
}

void paydesk_day(struct paydesk *desk)
{
    const char *text = form_text(desk->form, PAY_DATE);
    struct date day;

    form_hint(desk->form, PAY_DATE,
              text_is_blank(text) ? "today, when it is empty"
              : date_parse(text, &desk->session->habit, desk->date, &day, NULL) == ERR_OK
                  ? day_words(desk, day)
                  : NULL);
}

bool paydesk_let_go(struct paydesk *desk)
{
    const bool any = paylines_let_go(&desk->lines, desk->amount.minor);

    lines_show(desk);
    amount_hint(desk);
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
    money_show(desk->amount, notation_of(desk), amount);
    const char *credits = "";
    if (paylines_credits(&desk->lines))
        credits =
            arena_format(arena, " + credits %s",
                         money_show(money_of(paylines_credits(&desk->lines), desk->payer.currency),
                                    notation_of(desk), rest));
    money_show(money_of(left < 0 ? -left : left, desk->payer.currency), notation_of(desk), rest);
    return arena_format(arena, "payment %s %s%s   %s %s", amount, desk->payer.currency.code,
                        credits,
                        left < 0    ? "! too much by"
                        : left == 0 ? "left"
                                    : "unapplied",
                        rest);
}
