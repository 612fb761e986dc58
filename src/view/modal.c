#include "view/modal.h"

#include "base/text.h"
#include "ledger/book.h"
#include "ledger/present.h"
#include "tui/term.h"
#include "view/binding.h"
#include "view/headless.h"
#include "view/locking.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BAR_KEYS 16
#define LINE_TYPED_MAX 1000
#define BUSY_AFTER 300000 /* microseconds: work shorter than this says nothing */
#define BUSY_EVERY 100000

static void body_draw(struct view *view, struct area area)
{
    if (view->class->draw)
        view->class->draw(view, area);
    else if (view->has_page)
        pager_draw(&view->pager, area);
    else if (view->class->kind == VIEW_LIST)
        listbox_draw(&view->box, area);
    else if (view->class->kind == VIEW_FORM)
        form_draw(&view->form, area);
}

/* The place in the list, where the view has nothing better to prove; what hides rows is told
   first. */
static const char *place_of(struct view *view)
{
    struct arena *arena = &view->desk->arena;
    struct buf text;

    if (view->has_page) {
        buf_init(&text, 200);
        pager_place(&view->pager, &text);
        const char *place = arena_text(arena, text.data);
        buf_done(&text);
        return place;
    }
    if (view->class->kind != VIEW_LIST)
        return "";
    if (view->box.count == 0)
        return view->where_text ? arena_format(arena, "only where %s", view->where_text) : "";
    const char *place = arena_format(arena, "%zu of %zu%s", view->box.at + 1, view->box.count,
                                     view->more ? " and more, not totalled" : "");
    if (view->box.marked_count > 0)
        place = arena_format(arena, "%s, %zu marked", place, view->box.marked_count);
    if (view->where_text)
        place = arena_format(arena, "%s, only where %s", place, view->where_text);
    return place;
}

/* A line that is typed stands in the place of the message. */
static void message_set(const struct desk *desk, struct frame *frame)
{
    const struct view *view = desk->top;

    if (desk->typing) {
        frame->message = NULL;
    } else if (!*desk->message) {
        frame->message = view->proof && !view->where_text ? view->proof : place_of(desk->top);
        frame->message_style = STYLE_NORMAL;
    }
}

void desk_picture(struct desk *desk)
{
    struct frame_key keys[BAR_KEYS];
    struct view *view = desk->top;
    struct arena *arena = &desk->arena;
    char day[DATE_TEXT];
    struct date today = desk->session->today;

    term_frame();
    if (!view)
        return;
    struct frame frame = {
        .book = book_company(desk->book),
        .right = arena_format(arena, "%s %s  %s", weekday_name(date_weekday(today)),
                              date_iso(today, day), desk->session->actor),
        .where = view->where    ? view->where
                 : *view->about ? arena_format(arena, "%s %s", view->class->title, view->about)
                                : view->class->title,
        .means = view->means,
        .message = desk->message,
        .message_style = desk->message_style,
        .message_whole = *desk->message != 0,
        .keys = desk->asks ? desk->asks : keys,
        .key_count = desk->asks ? desk->ask_count : bindings_bar(desk, keys, BAR_KEYS),
        .sandbox = book_sandbox(desk->book),
    };
    /* a form's command is named whole; its summary may be missing */
    if (view->class->kind == VIEW_FORM && frame.means && frame.where &&
        text_width(frame.where) + text_width(frame.means) + 3 > term_columns())
        frame.means = NULL;
    message_set(desk, &frame);
    body_draw(view, frame_body(&frame));
    message_set(desk, &frame); /* the body was told something while it was drawn: its rows */
    frame_draw(&frame);
}

/* While something is to be answered, the bar shows the keys of the answer. */
static void ask_picture(struct desk *desk, const struct frame_key *keys, int count)
{
    desk->asks = keys;
    desk->ask_count = count;
    desk_picture(desk);
    desk->asks = NULL;
}

/* Goes on while the machine sleeps: a lid that was closed is an absence. */
static int64_t wait_clock_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_BOOTTIME, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* One look for a key; *idle_us: how long that took. */
static struct key key_wait(struct desk *desk, int wait_ms, int64_t *idle_us)
{
    const int64_t before = wait_clock_us();
    struct key key = desk->headless ? headless_key(desk->headless)
                                    : term_key(locking_wait(desk, wait_ms));

    if (key_same(key, key_ctrl('l')))
        term_redraw();
    else if (key_same(key, key_ctrl('z'))) {
        term_suspend();
        key = key_of(KEYCODE_RESIZE);
    }
    *idle_us = desk->headless ? headless_idled(desk->headless) : wait_clock_us() - before;
    return key;
}

struct key desk_key(struct desk *desk, int wait_ms)
{
    int64_t idle_us = 0;

    while (!desk->comes) { /* what is open under somebody else is left */
        term_show();
        const struct key key = key_wait(desk, wait_ms, &idle_us);
        if (key_is(key, KEYCODE_LEAVE)) {
            desk->leave = true;
            return key;
        }
        if (present_ended(desk->present)) {
            desk->leave = true;
            return key_of(KEYCODE_LEAVE);
        }
        if (locking_idle(desk, idle_us))
            return key_of(desk->comes ? KEYCODE_ESC : KEYCODE_RESIZE);
        if (!key_is(key, KEYCODE_NONE)) {
            if (!key_is(key, KEYCODE_RESIZE))
                desk->idle_us = 0;
            return key;
        }
        if (wait_ms >= 0)
            return key;
    }
    return key_of(KEYCODE_ESC);
}

static struct area middle(const struct desk *desk, int rows)
{
    struct area area = frame_body(NULL);
    (void)desk;
    if (rows < area.rows) {
        area.y += area.rows - rows;
        area.rows = rows;
    }
    return area;
}

/* The dialog names its keys itself, below what it says. */
static bool dialog_run(struct desk *desk, struct dialog *dialog)
{
    static const struct frame_key none = {0};

    while (!desk->leave) {
        ask_picture(desk, &none, 0);
        dialog_draw(dialog, frame_body(NULL));
        unsigned reaction = dialog_key(dialog, desk_key(desk, -1));
        if (reaction & REACT_BEEP)
            term_beep();
        if (reaction & REACT_ACCEPT)
            return true;
        if (reaction & REACT_CLOSE)
            return false;
    }
    return false;
}

bool desk_ask(struct desk *desk, const char *question)
{
    struct dialog dialog = dialog_confirm("Please confirm", question);
    return dialog_run(desk, &dialog);
}

void desk_tell(struct desk *desk, const char *title, const char *text)
{
    struct dialog dialog = dialog_message(title, text);
    dialog_run(desk, &dialog);
}

bool desk_choose(struct desk *desk, const char *title, const struct choice *choices, size_t count,
                 struct choice *out)
{
    return desk_choose_mending(desk, title, NULL, choices, count, out);
}

bool desk_choose_mending(struct desk *desk, const char *title, const char *typed,
                         const struct choice *choices, size_t count, struct choice *out)
{
    static const struct frame_key keys[] = {
        {"Enter", "Choose"}, {"letters", "Narrow"}, {"PgDn", "More"}, {"Esc", "Back"}};
    struct chooser chooser;
    bool chosen = false;

    chooser_init(&chooser, title);
    chooser_fill(&chooser, choices, count);
    if (typed)
        chooser_mend(&chooser, typed);
    while (!desk->leave && !chosen) {
        ask_picture(desk, keys, sizeof keys / sizeof *keys);
        chooser_draw(&chooser, middle(desk, frame_body(NULL).rows));
        unsigned reaction = chooser_key(&chooser, desk_key(desk, -1));
        if (reaction & REACT_BEEP)
            term_beep();
        if (reaction & REACT_CLOSE)
            break;
        if (reaction & REACT_ACCEPT) {
            *out = *chooser_choice(&chooser);
            chosen = true;
        }
    }
    chooser_done(&chooser);
    return chosen;
}

/* Up and Down through what was typed before; `at` == count is the new line. */
static bool history_go(struct desk *desk, struct lineedit *edit, size_t *at, struct key key)
{
    if (key_is(key, KEYCODE_UP) && *at > 0)
        (*at)--;
    else if (key_is(key, KEYCODE_DOWN) && *at < desk->history_count)
        (*at)++;
    else
        return false;
    lineedit_set(edit, *at < desk->history_count ? desk->history[*at] : "");
    edit->fresh = false;
    return true;
}

static void history_add(struct desk *desk, const char *line)
{
    if (*line == 0 ||
        (desk->history_count > 0 && strcmp(desk->history[desk->history_count - 1], line) == 0))
        return;
    if (desk->history_count == desk->history_room) {
        desk->history_room = desk->history_room * 2 + 16;
        desk->history = mem_resize(desk->history, desk->history_room, sizeof *desk->history);
    }
    desk->history[desk->history_count++] = arena_text(&desk->life, line);
}

bool desk_line(struct desk *desk, const char *label, const char *old, bool history,
               const char **out)
{
    static const struct frame_key keys[] = {
        {"Enter", "Done"}, {"Esc", "Back"}, {"Up Down", "Typed before"}};
    const int key_count = history ? 3 : 2;
    struct lineedit edit;
    size_t at = desk->history_count;
    bool done = false;

    lineedit_init(&edit, LINE_TYPED_MAX);
    lineedit_set(&edit, old);
    while (!desk->leave) {
        desk->typing = true;
        ask_picture(desk, keys, key_count);
        desk->typing = false;
        int y = term_rows() - 2;
        draw_fill((struct area){.y = y, .rows = 1, .columns = term_columns()}, STYLE_NORMAL);
        int x = 1 + draw_run(y, 1, term_columns() / 2, STYLE_KEY, label);
        lineedit_draw(&edit, y, x + 1, term_columns() - x - 2, LINEEDIT_LEFT, true);
        struct key key = desk_key(desk, -1);
        if (key_is(key, KEYCODE_ESC) || key_same(key, key_ctrl('c')))
            break;
        if (key_is(key, KEYCODE_ENTER)) {
            done = true;
            break;
        }
        if (key_is(key, KEYCODE_BACKSPACE) && *lineedit_text(&edit) == 0)
            break;
        if (!history || !history_go(desk, &edit, &at, key))
            lineedit_key(&edit, key);
    }
    if (done) {
        *out = arena_text(&desk->arena, lineedit_text(&edit));
        if (history)
            history_add(desk, *out);
    }
    lineedit_done(&edit);
    return done;
}

/* Only the one line is drawn: what the view shows may be half loaded. */
bool desk_working(struct desk *desk, const char *what, int64_t done, int64_t total)
{
    int64_t now = desk_clock_us();

    if (!desk->work_began)
        desk->work_began = now;
    if (desk->headless)
        return false;
    if (now - desk->work_began < BUSY_AFTER || now - desk->work_shown < BUSY_EVERY)
        return term_is_gone();
    desk->work_shown = now;
    busy_draw(term_rows() - 2, what, done, total, (now - desk->work_began) / 1000);
    term_show();
    return term_interrupted();
}
