/* v_paper: the form of an invoice, a debit or a credit memo: lines as they stand on the paper, and
 * below them what it comes to, while it is typed. */
#include "app/paperlook.h"
#include "base/text.h"
#include "ledger/creditgate.h"
#include "ledger/customer.h"
#include "report/paperpage.h"
#include "tui/pager.h"
#include "tui/term.h"
#include "view/commandform.h"

#include <stdio.h>
#include <string.h>

#define TOTAL_ROWS 5 /* net, taxes, total; then the help of the field */
#define TAXES_SHOWN 2

enum line_grid { LINE_TEXT, LINE_QTY, LINE_PRICE, LINE_TAX, LINE_NET, LINE_COLUMNS };
/* the columns of --line behind them: text qty price amount tax account */
static const int columns_of[] = {0, 1, 2, 4};

static const struct grid_column line_columns[LINE_COLUMNS] = {
    [LINE_TEXT] = {.title = "Text", .cells = 20, .flags = GRID_FILLS},
    [LINE_QTY] = {.title = "Quantity", .cells = 9, .flags = GRID_RIGHT},
    [LINE_PRICE] = {.title = "Price", .cells = 12, .flags = GRID_RIGHT},
    [LINE_TAX] = {.title = "Tax", .cells = 8, .flags = GRID_PICK},
    [LINE_NET] = {.title = "Net", .cells = 14, .flags = GRID_RIGHT | GRID_COMPUTED},
};

struct paperform {
    struct commandform form; /* first: the functions of command forms work on it */
    struct arena arena;      /* of the last look */
    struct paperlook look;
    struct note trouble; /* why there are no totals */
    int lines;           /* the field of the lines */
    struct page page;
    struct pager pager;
    bool previewing, page_made;
    /* what credit says, asked again when customer or total is another */
    int64_t asked_customer, asked_total;
    char credit[400];
};

/* ---- what it comes to ---- */

static void nets_show(struct paperform *state, const struct notation *notation)
{
    struct grid *grid = state->form.view->form.fields[state->lines].grid;
    const struct paper_totals *totals = &state->look.totals;
    char figure[MONEY_TEXT];

    for (int row = 0; row < grid->count; row++) {
        const int64_t place = grid->rows[row].id;
        const bool is = place > 0 && place <= state->look.paper.line_count && totals->line_nets;
        grid_set(grid, row, LINE_NET,
                 is ? money_show(money_of(totals->line_nets[place - 1], totals->currency), notation,
                                 figure)
                    : "");
    }
}

/* Beside empty fields: what the terms and the calendar make of them. */
static void hints_show(struct paperform *state)
{
    struct form *form = &state->form.view->form;
    const struct paper_totals *totals = &state->look.totals;
    const int date = form_find(form, "date"), due = form_find(form, "due"),
              terms = form_find(form, "terms");
    char day[DATE_TEXT];

    if (date >= 0 && !*form_text(form, date)) {
        const struct date today = book_today(state->form.view->desk->book);
        form_hint(form, date,
                  arena_format(&state->arena, "%s %s", weekday_name(date_weekday(today)),
                               date_iso(today, day)));
    }
    if (!totals->currency.code[0])
        return;
    if (due >= 0 && !*form_text(form, due) && date_is(totals->due) && totals->instalment_count)
        form_hint(form, due,
                  arena_format(&state->arena, "%s %s", weekday_name(date_weekday(totals->due)),
                               date_iso(totals->due, day)));
    if (terms >= 0 && !*form_text(form, terms) && totals->terms && *totals->terms)
        form_hint(form, terms, totals->terms);
}

/* The sums in one line, for where they are told and not drawn. */
static const char *sums_words(struct paperform *state, const struct notation *notation)
{
    const struct paper_totals *totals = &state->look.totals;
    char net[MONEY_TEXT], tax[MONEY_TEXT], total[MONEY_TEXT], day[DATE_TEXT];

    if (!totals->currency.code[0])
        return state->trouble.text;
    return arena_format(&state->arena, "net %s, tax %s, total %s %s, due %s",
                        money_show(money_of(totals->net, totals->currency), notation, net),
                        money_show(money_of(totals->tax, totals->currency), notation, tax),
                        money_show(money_of(totals->total, totals->currency), notation, total),
                        totals->currency.code, date_iso(totals->due, day));
}

/* Before it is posted: whether orders of the customer stop, or what one should mind (R8). */
static void credit_look(struct paperform *state, const char *code)
{
    struct book *book = state->form.view->desk->book;
    const struct paper_totals *totals = &state->look.totals;
    struct creditquestion question = {
        .day = book_today(book), .amount = totals->total, .currency = totals->currency};
    struct creditanswer answer;
    struct customer customer;

    if (!code || customer_find(book, code, &state->arena, &customer) != ERR_OK) {
        state->asked_customer = 0;
        state->credit[0] = 0;
        return;
    }
    if (state->asked_customer == customer.id && state->asked_total == totals->total)
        return;
    state->asked_customer = question.customer_id = customer.id;
    state->asked_total = totals->total;
    if (!question.currency.code[0])
        question.currency = customer.currency;
    state->credit[0] = 0;
    if (credit_ask(book, &question, &state->arena, &answer) != ERR_OK)
        return;
    if (answer.action == CREDIT_HOLD)
        snprintf(state->credit, sizeof state->credit,
                 "! On hold, only what is delivered is billed: %s", answer.why);
    else if (answer.action == CREDIT_WARN)
        snprintf(state->credit, sizeof state->credit, "! Mind: %s.", answer.why);
}

static bool makes_owe_more(const struct paperform *state)
{
    const char *noun = state->form.command->noun;

    return strcmp(noun, "invoice") == 0 || strcmp(noun, "debit") == 0;
}

static void look_again(struct view *view)
{
    struct paperform *state = view->state;
    struct args args;

    arena_reset(&state->arena);
    note_clear(&state->trouble);
    commandform_args(&state->form, true, &state->arena, &args, NULL);
    state->look = (struct paperlook){0};
    if (args_given(&args, "customer") && args_count(&args, "line"))
        paperlook_make(view->desk->session, &args, &state->arena, &state->look, &state->trouble);
    if (state->trouble.text[0])
        state->look.totals = (struct paper_totals){0};
    nets_show(state, &view->desk->session->notation);
    hints_show(state);
    if (makes_owe_more(state))
        credit_look(state, args_get(&args, "customer"));
    if (!term_is_on())
        view->proof =
            arena_format(&state->arena, "%s%s%s", sums_words(state, &view->desk->session->notation),
                         state->credit[0] ? "; " : "", state->credit);
}

/* ---- the page ---- */

static enum err page_read(struct view *view, const char *number)
{
    struct paperform *state = view->state;
    struct document document;
    struct arena *arena = &view->desk->arena;

    TRY(document_find(view->desk->book, number, 0, arena, &document));
    page_init(&state->page, "", NULL);
    state->page_made = true;
    return paperpage_make(view->desk->book, &document, NULL, &state->page);
}

/* The paper as it would be: issued, made into a page, and rolled back before anybody looks. */
static enum err page_make(struct view *view)
{
    struct paperform *state = view->state;
    struct desk *desk = view->desk;
    struct outcome outcome;
    struct args args;

    TRY(commandform_args(&state->form, false, &desk->arena, &args, desk->session->note));
    TRY(command_atomic_begin(desk->session));
    enum err e = command_run(desk->session, &args, &desk->arena, NULL, NULL, &outcome);
    if (e == ERR_OK)
        e = page_read(view, outcome.ref);
    struct note kept = *desk->session->note;
    command_atomic_end(desk->session, false);
    *desk->session->note = kept;
    return e;
}

static void page_drop(struct paperform *state)
{
    if (state->page_made)
        page_done(&state->page);
    state->page_made = state->previewing = false;
}

static unsigned preview(struct view *view)
{
    struct paperform *state = view->state;
    struct desk *desk = view->desk;

    if (form_check(&view->form) != ERR_OK)
        return REACT_USED | REACT_REDRAW | REACT_BEEP;
    page_drop(state);
    const enum err e = page_make(view);
    if (e != ERR_OK) {
        desk_say_failure(desk, e);
        commandform_refusal(&state->form);
        return REACT_USED | REACT_REDRAW;
    }
    pager_reset(&state->pager);
    state->pager.top = 0;
    page_lines(&state->page, (term_is_on() ? term_columns() : TERM_COLUMNS_MIN) - 2,
               &desk->session->notation, pager_line, &state->pager);
    state->previewing = true;
    desk_say(desk, STYLE_ACCENT, "This is how it will look; F10 posts it, Esc goes back.");
    return REACT_USED | REACT_REDRAW;
}

/* ---- keys ---- */

static unsigned preview_key(struct view *view, struct key key)
{
    struct paperform *state = view->state;

    if (key_is(key, KEYCODE_ESC) || key_same(key, key_f(7)) || key_same(key, key_f(12))) {
        page_drop(state);
        return REACT_USED | REACT_REDRAW;
    }
    if (key_same(key, key_f(10)) || key_same(key, key_ctrl('s'))) {
        page_drop(state);
        return commandform_run(view);
    }
    if (key_is(key, KEYCODE_ENTER)) {
        desk_say(view->desk, STYLE_ACCENT, "F10 posts it, Esc goes back.");
        return REACT_USED;
    }
    return pager_key(&state->pager, key) | REACT_USED;
}

/* A new line has the tax of the line before, until another is typed. */
static void line_begin(struct paperform *state)
{
    struct grid *grid = state->form.view->form.fields[state->lines].grid;
    const int row = grid->row;

    if (row > 0 && grid->column == LINE_QTY && !*grid_text(grid, row, LINE_TAX))
        grid_set(grid, row, LINE_TAX, grid_text(grid, row - 1, LINE_TAX));
}

static unsigned paper_key(struct view *view, struct key key)
{
    struct paperform *state = view->state;

    if (state->previewing)
        return preview_key(view, key);
    if (key_same(key, key_f(7)))
        return preview(view);
    unsigned reaction = form_key(&view->form, key);
    if (reaction & REACT_PICK)
        reaction = commandform_pick(view);
    if (reaction & REACT_CLOSE)
        commandform_leave(view);
    else if (reaction & REACT_ACCEPT) /* Enter at the end shows it first; F10 is meant */
        reaction = key_is(key, KEYCODE_ENTER) ? preview(view) : commandform_run(view);
    if (reaction & REACT_CLOSE)
        return reaction & ~(unsigned)REACT_ACCEPT;
    line_begin(state);
    if (!term_key_waits())
        look_again(view);
    return reaction & ~(unsigned)REACT_ACCEPT;
}

/* ---- the picture ---- */

static void figure_draw(struct view *view, struct area area, int y, unsigned style,
                        const char *label, struct money money)
{
    char figure[MONEY_TEXT];
    const int x = area.x + area.columns - 34;

    draw_text(y, x, 17, style, label);
    draw_right(y, x + 17, 16, style, money_show(money, &view->desk->session->notation, figure));
}

/* Left of the sums: when it is due, and what early payment takes off. */
static void terms_draw(struct view *view, struct area area, int y)
{
    struct paperform *state = view->state;
    const struct paper_totals *totals = &state->look.totals;
    const struct notation *notation = &view->desk->session->notation;
    struct arena *arena = &view->desk->arena;
    char day[DATE_TEXT], figure[MONEY_TEXT];
    const int cells = area.columns - 36;

    for (int i = 0; i < totals->offer_count && i < 2; i++)
        draw_text(y++, area.x + 1, cells, STYLE_NORMAL,
                  arena_format(arena, "%s %% discount until %s",
                               percent_show(totals->offers[i].ppm, figure),
                               date_iso(totals->offers[i].until, day)));
    for (int i = 0; i < totals->instalment_count && i < 2; i++) {
        const char *more = totals->instalment_count > 2 && i == 1
                               ? arena_format(arena, ", and %d more", totals->instalment_count - 2)
                               : "";
        draw_text(y++, area.x + 1, cells, STYLE_NORMAL,
                  arena_format(arena, "%s due %s%s",
                               money_show(money_of(totals->instalments[i].amount, totals->currency),
                                          notation, figure),
                               date_iso(totals->instalments[i].due, day), more));
    }
}

static void totals_draw(struct view *view, struct area area, int y)
{
    struct paperform *state = view->state;
    const struct paper_totals *totals = &state->look.totals;
    struct arena *arena = &view->desk->arena;
    char rate[MONEY_TEXT];

    if (state->trouble.text[0]) {
        draw_text(y, area.x + 1, area.columns - 2, STYLE_DIM, state->trouble.text);
        return;
    }
    if (!totals->currency.code[0])
        return;
    terms_draw(view, area, y);
    figure_draw(view, area, y++, STYLE_NORMAL, "Net", money_of(totals->net, totals->currency));
    const bool many = totals->tax_count > TAXES_SHOWN;
    for (int i = 0; i < totals->tax_count && !many; i++)
        figure_draw(view, area, y++, STYLE_NORMAL,
                    arena_format(arena, "Tax %s %%", percent_show(totals->taxes[i].rate_ppm, rate)),
                    money_of(totals->taxes[i].tax, totals->currency));
    if (many || totals->tax_count == 0)
        figure_draw(view, area, y++, STYLE_NORMAL, "Tax", money_of(totals->tax, totals->currency));
    figure_draw(view, area, y, STYLE_TOTAL, arena_format(arena, "Total %s", totals->currency.code),
                money_of(totals->total, totals->currency));
}

static void paper_draw(struct view *view, struct area area)
{
    struct paperform *state = view->state;
    struct area above = area;

    if (state->previewing) {
        pager_draw(&state->pager, area);
        return;
    }
    above.rows -= TOTAL_ROWS + 1;
    form_draw(&view->form, above);
    if (state->credit[0])
        draw_text(area.y + area.rows - TOTAL_ROWS - 1, area.x + 1, area.columns - 2, STYLE_BAD,
                  state->credit);
    totals_draw(view, area, area.y + area.rows - TOTAL_ROWS);
    draw_text(area.y + area.rows - 1, area.x + 1, area.columns - 2, STYLE_DIM,
              commandform_help(&state->form));
}

/* ---- the view ---- */

static bool is_on_form(const struct form *form, const char *name)
{
    return form_find(form, name) >= 0;
}

static enum err paper_start(struct view *view)
{
    static const char *const passed[] = {"date", "due", "terms", "reference"};
    const struct form_owner owner = {.check = commandform_check,
                                     .check_cell = commandform_check_cell};
    struct paperform *state = view->state;
    struct args known;

    TRY(commandform_open(view, owner, &known));
    pager_init(&state->pager);
    commandform_field(&state->form, "customer", FORM_REQUIRED);
    commandform_field(&state->form, "invoice", 0);
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
        commandform_field(&state->form, passed[i], FORM_STICKY);
    commandform_field(&state->form, "po", 0);
    commandform_field(&state->form, "reason", 0);
    /* what was given on the way here and has no place of its own */
    for (const struct arg *arg = state->form.command->args; arg->name; arg++)
        if (args_given(&known, arg->name) && arg->kind != ARG_ROWS &&
            !is_on_form(&view->form, arg->name) && strcmp(arg->name, "discount") != 0)
            commandform_field(&state->form, arg->name, FORM_STICKY);
    state->lines =
        commandform_rows(&state->form, "line", line_columns, LINE_COLUMNS, columns_of, LINE_NET);
    state->form.needs_column[state->lines] = LINE_PRICE + 1;
    commandform_field(&state->form, "discount", FORM_STICKY);
    commandform_rows_line(&state->form, "instalments", FORM_STICKY);
    commandform_fill(&state->form, &known);
    look_again(view);
    return ERR_OK;
}

static enum err paper_load(struct view *view)
{
    const struct paperform *state = view->state;

    view->means = state->form.command->summary;
    return ERR_OK;
}

static void paper_done(struct view *view)
{
    struct paperform *state = view->state;

    page_drop(state);
    pager_done(&state->pager);
    arena_done(&state->arena);
    commandform_done(view);
}

static unsigned post(struct view *view)
{
    return paper_key(view, key_f(10));
}

static const struct view_word paper_words[] = {
    {"post", "posts it, from any field", post},
    {"preview", "the paper as it will look, before it is posted", preview},
    {0},
};

const struct view_class view_paper = {
    .name = "paper",
    .title = "Paper",
    .help = "an invoice, debit or credit memo that is being written",
    .kind = VIEW_FORM,
    .state_size = sizeof(struct paperform),
    .needs_about = true,
    .words = paper_words,
    .start = paper_start,
    .load = paper_load,
    .key = paper_key,
    .draw = paper_draw,
    .done = paper_done,
    .typed = commandform_typed,
    .draft = commandform_draft,
};
