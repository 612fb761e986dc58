#include "tui/chooser.h"
#include "base/rank.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define TYPED_MAX 120
#define CODE_CELLS 24
#define HEAD_ROWS 3 /* title and what is typed, rule */

/* 0 = no match; the higher the better. Both folded. */
static int rank_of(const char *code, const char *text, const char *needle)
{
    if (*needle == 0)
        return 1;
    int by_code = code != NULL ? (int)rank_code(code, needle) * 2 : 0;
    int by_text = text != NULL ? (int)rank_text(text, needle) * 2 : 0;
    return by_code > 0 && by_code >= by_text ? by_code + 1 : by_text;
}

void chooser_init(struct chooser *chooser, const char *title)
{
    memset(chooser, 0, sizeof *chooser);
    chooser->title = title;
    chooser->body_rows = 1;
    lineedit_init(&chooser->edit, TYPED_MAX);
}

void chooser_done(struct chooser *chooser)
{
    lineedit_done(&chooser->edit);
    free(chooser->order);
    arena_done(&chooser->scratch);
    arena_done(&chooser->folds);
}

/* Folded, with one letter for each way of writing a vowel: oersted, orsted and ørsted are one. */
static char *near_fold(struct arena *arena, const char *text)
{
    static const struct {
        const char *from, *to;
    } same[] = {{"ø", "o"},  {"æ", "a"},  {"œ", "o"},  {"ae", "a"},
                {"oe", "o"}, {"ue", "u"}, {"aa", "a"}, {"å", "a"}};
    char *folded = text_fold(arena, text), *to = folded;

    for (const char *at = folded; *at;) {
        size_t i = 0;
        while (i < sizeof same / sizeof *same &&
               strncmp(at, same[i].from, strlen(same[i].from)) != 0)
            i++;
        *to++ = i < sizeof same / sizeof *same ? same[i].to[0] : *at;
        at += i < sizeof same / sizeof *same ? strlen(same[i].from) : 1;
    }
    *to = 0;
    return folded;
}

/* Every word is somewhere in code or text, but for one slip each. */
static bool is_near(const struct choice_folded *choice, const char *needle, struct arena *arena)
{
    const char *code = choice->code, *text = choice->text;
    char *words = arena_text(arena, needle), *rest = words;

    for (const char *word; (word = strsep(&rest, " ")) != NULL;)
        if (*word && rank_of(code, text, word) == 0 &&
            (code == NULL || rank_slip(code, word) == RANK_NONE) &&
            (text == NULL || rank_slip(text, word) == RANK_NONE))
            return false;
    return true;
}

/* Code and text of every choice under one folding, in the arena of the folds. */
static struct choice_folded *folds_make(struct chooser *chooser,
                                        char *(*fold)(struct arena *arena, const char *text))
{
    struct choice_folded *all = arena_new(&chooser->folds, (chooser->count + 1) * sizeof *all);

    for (size_t i = 0; i < chooser->count; i++) {
        const struct choice *choice = &chooser->choices[i];
        all[i].code = choice->code ? fold(&chooser->folds, choice->code) : NULL;
        all[i].text = choice->text ? fold(&chooser->folds, choice->text) : NULL;
    }
    return all;
}

static void near_take(struct chooser *chooser)
{
    const char *needle = near_fold(&chooser->scratch, lineedit_text(&chooser->edit));

    if (!chooser->near)
        chooser->near = folds_make(chooser, near_fold);
    for (size_t i = 0; i < chooser->count; i++)
        if (is_near(&chooser->near[i], needle, &chooser->scratch))
            chooser->order[chooser->matches++] = i;
    chooser->slipped = chooser->matches > 0;
}

/* Those that match, best first, else in the order given: one pass for each rank there is. */
static void order_make(struct chooser *chooser)
{
    chooser->slipped = false;
    arena_reset(&chooser->scratch);
    const char *needle = text_fold(&chooser->scratch, lineedit_text(&chooser->edit));
    int *ranks = arena_new(&chooser->scratch, (chooser->count + 1) * sizeof *ranks);
    chooser->matches = 0;
    chooser->at = chooser->top = 0;
    for (size_t i = 0; i < chooser->count; i++)
        ranks[i] =
            chooser->folded ? rank_of(chooser->folded[i].code, chooser->folded[i].text, needle) : 1;
    for (int rank = RANK_CODE * 2 + 1; rank > 0; rank--)
        for (size_t i = 0; i < chooser->count; i++)
            if (ranks[i] == rank)
                chooser->order[chooser->matches++] = i;
    if (chooser->matches == 0 && chooser->forgives && chooser->folded)
        near_take(chooser);
}

void chooser_mend(struct chooser *chooser, const char *typed)
{
    chooser->forgives = true;
    lineedit_set(&chooser->edit, typed);
    chooser->edit.at = chooser->edit.text.len;
    order_make(chooser);
}

void chooser_fill(struct chooser *chooser, const struct choice *choices, size_t count)
{
    chooser->choices = choices;
    chooser->count = count;
    chooser->order = mem_resize(chooser->order, count + 1, sizeof *chooser->order);
    arena_reset(&chooser->folds);
    chooser->near = NULL;
    chooser->folded = chooser->outside ? NULL : folds_make(chooser, text_fold);
    order_make(chooser);
}

const struct choice *chooser_choice(const struct chooser *chooser)
{
    return chooser->at < chooser->matches ? &chooser->choices[chooser->order[chooser->at]] : NULL;
}

static unsigned move_by(struct chooser *chooser, long by)
{
    long at = (long)chooser->at + by;
    long last = (long)chooser->matches - 1;
    at = at > last ? last : at;
    chooser->at = at < 0 ? 0 : (size_t)at;
    return REACT_USED | REACT_REDRAW;
}

static unsigned accept(struct chooser *chooser)
{
    const struct choice *choice = chooser_choice(chooser);
    chooser->message = choice == NULL ? "Nothing matches what was typed." : choice->why_not;
    if (chooser->message != NULL)
        return REACT_USED | REACT_REDRAW | REACT_BEEP;
    return REACT_USED | REACT_ACCEPT;
}

unsigned chooser_key(struct chooser *chooser, struct key key)
{
    chooser->message = NULL;
    switch (key.code) {
    case KEYCODE_ENTER: return accept(chooser);
    case KEYCODE_ESC: return REACT_USED | REACT_CLOSE;
    case KEYCODE_UP:
    case KEYCODE_BACKTAB: return move_by(chooser, -1);
    case KEYCODE_DOWN:
    case KEYCODE_TAB: return move_by(chooser, 1);
    case KEYCODE_PGUP: return move_by(chooser, -chooser->body_rows);
    case KEYCODE_PGDN: return move_by(chooser, chooser->body_rows);
    default: break;
    }
    unsigned reaction = lineedit_key(&chooser->edit, key);
    if ((reaction & REACT_CHANGED) != 0)
        order_make(chooser);
    return reaction;
}

static int code_cells(const struct chooser *chooser)
{
    int most = 0;
    for (size_t i = 0; i < chooser->count; i++) {
        int width = chooser->choices[i].code != NULL ? text_width(chooser->choices[i].code) : 0;
        if (width > most)
            most = width;
    }
    return most < CODE_CELLS ? most : CODE_CELLS;
}

static const char *choice_right(const struct choice *choice)
{
    return choice->why_not != NULL ? choice->why_not : choice->hint != NULL ? choice->hint : "";
}

/* Cells of a row beside its code. */
static int row_room(const struct chooser *chooser, struct area area)
{
    int code = code_cells(chooser);
    return area.columns - 5 - (code > 0 ? code + 2 : 0);
}

static int right_room(const struct chooser *chooser, const struct choice *choice, struct area area)
{
    int cells = text_width(choice_right(choice)), half = row_room(chooser, area) / 2;
    return cells < half ? cells : half;
}

static int text_cells(const struct chooser *chooser, const struct choice *choice, struct area area)
{
    int right = right_room(chooser, choice, area);
    return row_room(chooser, area) - (right > 0 ? right + 2 : 0);
}

static void choice_draw(const struct chooser *chooser, const struct choice *choice, int y,
                        struct area area, bool focused, const char *needle)
{
    unsigned style =
        (choice->why_not != NULL ? STYLE_DIM : STYLE_NORMAL) | (focused ? STYLE_SELECTED : 0U);
    int code = code_cells(chooser);
    const char *right = choice_right(choice);
    int right_cells = right_room(chooser, choice, area);
    draw_text(y, area.x, area.columns, style, focused ? " ▶" : "");
    int x = area.x + 3;
    if (code > 0) {
        draw_matched(y, x, code, style, choice->code != NULL ? choice->code : "", needle);
        x += code + 2;
    }
    draw_matched(y, x, text_cells(chooser, choice, area), style,
                 choice->text != NULL ? choice->text : "", needle);
    draw_text(y, area.x + area.columns - 1 - right_cells, right_cells, style, right);
}

/* What the marked row had to cut, whole, on the last line. */
static void whole_draw(const struct chooser *chooser, struct area area)
{
    const struct choice *choice = chooser_choice(chooser);
    const int y = area.y + area.rows - 1;

    if (chooser->message != NULL)
        draw_text(y, area.x + 1, area.columns - 1, STYLE_ERROR, chooser->message);
    else if (chooser->slipped)
        draw_text(y, area.x + 1, area.columns - 1, STYLE_ACCENT,
                  "Nothing is written just so; this is near to it. Ctrl-U shows all.");
    else if (choice != NULL && choice->text != NULL &&
             text_width(choice->text) > text_cells(chooser, choice, area))
        draw_run(y, area.x + 1, area.columns - 2, STYLE_NORMAL, choice->text);
}

void chooser_draw(struct chooser *chooser, struct area area)
{
    struct arena arena = {0};
    const char *needle = text_fold(&arena, lineedit_text(&chooser->edit));
    int title = text_width(chooser->title);
    draw_fill(area, STYLE_NORMAL);
    chooser->body_rows = area.rows > HEAD_ROWS ? area.rows - HEAD_ROWS : 1;
    if (chooser->at < chooser->top)
        chooser->top = chooser->at;
    if (chooser->at >= chooser->top + (size_t)chooser->body_rows)
        chooser->top = chooser->at - (size_t)chooser->body_rows + 1;
    draw_rule(area.y + 1, area.x, area.columns);
    for (int i = 0; i < chooser->body_rows && chooser->top + (size_t)i < chooser->matches; i++) {
        size_t at = chooser->top + (size_t)i;
        choice_draw(chooser, &chooser->choices[chooser->order[at]], area.y + 2 + i, area,
                    at == chooser->at, needle);
    }
    if (chooser->matches == 0)
        draw_run(area.y + 2, area.x + 3, area.columns - 4, STYLE_DIM,
                 *lineedit_text(&chooser->edit) ? "Nothing matches; Ctrl-U shows all."
                                                : "Nothing matches.");
    whole_draw(chooser, area);
    draw_run(area.y, area.x + 1, area.columns - 2, STYLE_TITLE, chooser->title);
    lineedit_draw(&chooser->edit, area.y, area.x + title + 3, area.columns - title - 4,
                  LINEEDIT_LEFT, true);
    arena_done(&arena);
}
