/* The matching screen: debits left, credits right, marked and posted as one act. */
#include "tui/term.h"
#include "view/draft.h"
#include "view/matchdesk.h"
#include "view/views.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LINES_BELOW 3  /* sums, difference, the item under the cursor */
#define PAIRS_LEAST 4  /* lines for what pairs with what */
#define PAIRS_ASKED 10 /* in the question */

struct sitting {
    struct matchdesk desk;
    char op_id[64]; /* of the match that is marked: a second Enter posts nothing twice */
    unsigned opened;
};

static void match_open(struct sitting *sitting)
{
    snprintf(sitting->op_id, sizeof sitting->op_id, "match-%" PRIx64 "-%lx-%u",
             (uint64_t)moment_now(), (unsigned long)getpid(), ++sitting->opened);
}

static struct grid *focused(struct view *view)
{
    return view->form.fields[view->form.at].grid;
}

/* ---- marks that were left ---- */

static const char *draft_name(struct view *view)
{
    const struct sitting *sitting = view->state;

    return arena_format(&view->desk->arena, "match %s %s", view->about,
                        sitting->desk.currency.code);
}

static void leave(struct view *view)
{
    struct sitting *sitting = view->state;
    int64_t debits, credits;

    match_sums(&sitting->desk.match, &debits, &credits);
    if (debits == 0 && credits == 0)
        return;
    draft_keep(view->desk, draft_name(view), &view->form, NULL);
    desk_say(view->desk, STYLE_NORMAL, "Nothing is posted; the marks are kept for next time.");
}

/* ---- posting -------------------------------------------------------------------------------- */

static const char *pairs_words(const struct matchdesk *desk, int most, const char *between,
                               struct arena *arena)
{
    const int count = desk->match.pair_count;
    const char *words = "";

    for (int i = 0; i < count && i < most; i++)
        words =
            arena_format(arena, "%s%s%s", words, i ? between : "", matchdesk_pair(desk, i, arena));
    if (count > most)
        words = arena_format(arena, "%s%sand %d more", words, between, count - most);
    return words;
}

/* Without a screen it was told and asked by the form itself. */
static bool is_wanted(struct view *view)
{
    const struct sitting *sitting = view->state;
    struct arena *arena = &view->desk->arena;

    return !term_is_on() ||
           desk_ask(view->desk, arena_format(arena, "This is applied at %s:\n%s\n\n%s. Post it?",
                                             sitting->desk.customer.code,
                                             pairs_words(&sitting->desk, PAIRS_ASKED, "\n", arena),
                                             matchdesk_difference(&sitting->desk, arena)));
}

static unsigned post(struct view *view)
{
    struct sitting *sitting = view->state;
    struct desk *desk = view->desk;
    struct session *session = desk->session;
    struct args args;
    enum err e = matchdesk_args(&sitting->desk, &desk->arena, &args, session->note);

    if (e != ERR_OK) {
        desk_say_failure(desk, e);
        return REACT_USED | REACT_REDRAW;
    }
    if (!is_wanted(view))
        return REACT_USED | REACT_REDRAW;
    session->op_id = sitting->op_id;
    e = desk_command(desk, &args, NULL);
    session->op_id = NULL;
    if (e != ERR_OK)
        return REACT_USED | REACT_REDRAW;
    matchdesk_unmark(&sitting->desk);
    match_open(sitting);
    for (int pane = 0; pane < MATCH_PANES; pane++)
        if (view->form.fields[pane].grid->count == 0)
            return REACT_USED | REACT_CLOSE; /* nothing is left to pair */
    return REACT_USED | REACT_REDRAW;
}

/* ---- keys ----------------------------------------------------------------------------------- */

/* What is typed in the cell counts before anything else is done; false = it is wrong. */
static bool cell_leave(struct view *view)
{
    struct form *form = &view->form;
    struct grid *grid = focused(view);
    const int row = grid->row;

    if (!grid->edited)
        return true;
    grid_to(grid, row, MATCH_TAKES);
    if (form->owner.check_cell(form->owner.self, form, form->at, row, MATCH_TAKES, &form->note) ==
        ERR_OK)
        return true;
    desk_say(view->desk, STYLE_ERROR, "%s", form->note.text);
    term_beep();
    return false;
}

static unsigned pane_other(struct view *view)
{
    if (cell_leave(view))
        form_focus(&view->form, view->form.at == MATCH_DEBITS ? MATCH_CREDITS : MATCH_DEBITS);
    return REACT_USED | REACT_REDRAW;
}

/* The panes stand side by side: up and down stay in one, Tab goes to the other. */
static bool is_way_across(struct view *view, struct key key)
{
    if (key_is(key, KEYCODE_TAB) || key_is(key, KEYCODE_BACKTAB))
        return true;
    return !focused(view)->edited &&
           ((key_is(key, KEYCODE_LEFT) && view->form.at == MATCH_CREDITS) ||
            (key_is(key, KEYCODE_RIGHT) && view->form.at == MATCH_DEBITS));
}

static bool is_end(struct view *view, struct key key)
{
    const struct grid *grid = focused(view);

    return (key_is(key, KEYCODE_UP) && grid->row == 0) ||
           (key_is(key, KEYCODE_DOWN) && grid->row + 1 >= grid->count);
}

static unsigned match_key(struct view *view, struct key key)
{
    struct sitting *sitting = view->state;
    unsigned reaction;

    if (is_way_across(view, key))
        return pane_other(view);
    if (is_end(view, key)) {
        cell_leave(view);
        return REACT_USED | REACT_REDRAW;
    }
    reaction = form_key(&view->form, key);
    if (reaction & REACT_ACCEPT)
        reaction = post(view);
    else if (reaction & REACT_CLOSE)
        leave(view);
    if (!term_is_on()) /* told, since it is not drawn */
        view->proof =
            arena_format(&view->desk->arena, "%s%s%s",
                         pairs_words(&sitting->desk, PAIRS_ASKED, "; ", &view->desk->arena),
                         sitting->desk.match.pair_count ? "; " : "",
                         matchdesk_difference(&sitting->desk, &view->desk->arena));
    return reaction;
}

/* ---- words ---------------------------------------------------------------------------------- */

static unsigned word_propose(struct view *view)
{
    static const char *const words[] = {
        [MATCH_EXACT] =
            "Proposed: what belongs together (its own invoice, reference, same amount).",
        [MATCH_OLDEST] = "Proposed: what belongs together, and of the rest the oldest first.",
        [MATCH_NONE] = "Nothing is marked."};
    struct sitting *sitting = view->state;

    if (!cell_leave(view))
        return REACT_USED | REACT_REDRAW;
    matchdesk_propose(&sitting->desk);
    desk_say(view->desk, STYLE_NORMAL, "%s", words[sitting->desk.way]);
    return REACT_USED | REACT_REDRAW;
}

static unsigned word_mark(struct view *view)
{
    return match_key(view, key_rune(' '));
}

static unsigned word_post(struct view *view)
{
    return match_key(view, key_f(10));
}

static const struct view_word match_words_all[] = {
    {"post", "posts what is paired, after a look at it", word_post},
    {"mark", "all that is open of it, or not", word_mark},
    {"propose", "the next proposal: what belongs together, oldest first, none", word_propose},
    {"other pane", "debits or credits", pane_other},
    {0},
};

/* ---- the view ------------------------------------------------------------------------------- */

static enum err match_start(struct view *view)
{
    struct sitting *sitting = view->state;
    struct matchdesk *desk = &sitting->desk;
    struct session *session = view->desk->session;

    matchdesk_init(desk, session, &view->form);
    view->form_started = true;
    match_open(sitting);
    TRY(matchdesk_load(desk, view->about, view->extra));
    view->about = arena_text(&view->life, desk->customer.code);
    for (int pane = 0; pane < MATCH_PANES; pane++)
        if (view->form.fields[pane].grid->count == 0)
            return fail(session->note, ERR_CONFLICT,
                        "%s has %s in %s, so there is nothing to match", desk->customer.code,
                        pane == MATCH_DEBITS ? "no open invoice or debit"
                                             : "no open credit or unapplied money",
                        desk->currency.code);
    form_focus(&view->form, MATCH_DEBITS);
    if (draft_take(view->desk, draft_name(view), &view->form)) {
        matchdesk_adopt(desk);
        desk_say(view->desk, STYLE_NORMAL, "These marks were made before and not posted.");
    }
    return ERR_OK;
}

static enum err match_load(struct view *view)
{
    struct sitting *sitting = view->state;
    struct matchdesk *desk = &sitting->desk;

    TRY(matchdesk_load(desk, view->about,
                       desk->currency.code[0] ? desk->currency.code : view->extra));
    view->where =
        arena_format(&view->arena, "Match %s   %s", desk->customer.code, desk->customer.name);
    view->means = *desk->others
                      ? arena_format(&view->arena, "%s; also %s", desk->currency.code, desk->others)
                      : arena_text(&view->arena, desk->currency.code);
    return ERR_OK;
}

static void pairs_draw(const struct matchdesk *desk, struct area area, struct arena *arena)
{
    const int count = desk->match.pair_count;

    if (count == 0)
        draw_text(area.y, area.x + 1, area.columns - 2, STYLE_DIM,
                  "Nothing is paired yet: Space marks on either side, F6 proposes.");
    for (int i = 0; i < count && i < area.rows; i++) {
        const bool rest = i + 1 == area.rows && count > area.rows;
        draw_text(area.y + i, area.x + 1, area.columns - 2, STYLE_NORMAL,
                  rest ? arena_format(arena, "and %d more pairs", count - i)
                       : matchdesk_pair(desk, i, arena));
    }
}

static void match_draw(struct view *view, struct area area)
{
    struct sitting *sitting = view->state;
    const struct matchdesk *desk = &sitting->desk;
    struct arena *arena = &view->desk->arena;
    const int pairs = area.rows / 4 > PAIRS_LEAST ? area.rows / 4 : PAIRS_LEAST;
    const int half = area.columns / 2, below = area.y + area.rows - pairs - LINES_BELOW;
    struct area pane = area;

    pane.rows = area.rows - pairs - LINES_BELOW;
    for (int i = 0; i < MATCH_PANES; i++) {
        pane.x = area.x + i * half;
        pane.columns = i ? area.columns - half : half;
        grid_draw(view->form.fields[i].grid, pane, view->form.at == i);
        draw_text(below, pane.x + 3, pane.columns - 4, STYLE_TOTAL,
                  matchdesk_sum(desk, (enum match_pane)i, arena));
    }
    draw_text(below + 1, area.x + 3, area.columns - 4, STYLE_TOTAL,
              matchdesk_difference(desk, arena));
    pairs_draw(desk,
               (struct area){.y = below + 2, .x = area.x, .rows = pairs, .columns = area.columns},
               arena);
    draw_text(area.y + area.rows - 1, area.x + 1, area.columns - 2, STYLE_DIM,
              matchdesk_focus(desk, arena));
}

static void match_done(struct view *view)
{
    struct sitting *sitting = view->state;

    matchdesk_done(&sitting->desk);
}

const struct view_class view_match = {
    .name = "match",
    .title = "Match",
    .help = "credits and unapplied money of a customer against what is owed",
    .posts = "customer match",
    .kind = VIEW_FORM,
    .state_size = sizeof(struct sitting),
    .needs_about = true,
    .words = match_words_all,
    .start = match_start,
    .load = match_load,
    .key = match_key,
    .draw = match_draw,
    .done = match_done,
};
