/* loop: the one loop of the screens: picture, key, what the key says. */
#include "app/entering.h"
#include "app/signing.h"
#include "base/text.h"
#include "ledger/book.h"
#include "ledger/present.h"
#include "tui/term.h"
#include "view/binding.h"
#include "view/draft.h"
#include "view/draftfile.h"
#include "view/headless.h"
#include "view/locking.h"
#include "view/modal.h"
#include "view/plain.h"
#include "view/view.h"
#include "view/views.h"

#include <stdio.h>
#include <stdlib.h>

#define IDLE_MS 200 /* how often somebody else's work is looked for */

static bool ask(void *self, const char *question)
{
    struct desk *desk = self;
    bool yes = desk_ask(desk, question);

    desk->work_began = 0; /* thinking is no work */
    return yes;
}

static bool progress(void *self, const char *what, int64_t done, int64_t total)
{
    return desk_working(self, what, done, total);
}

/* Key of a view that has its own widget; false = not its key. */
static bool widget_takes(struct desk *desk, struct key key)
{
    struct view *view = desk->top;
    unsigned reaction = REACT_NONE;

    if (view->class->key)
        reaction = view->class->key(view, key);
    else if (view->class->kind == VIEW_FORM)
        reaction = form_key(&view->form, key);
    if (reaction == REACT_NONE)
        return false;
    if (view->class->kind == VIEW_FORM && (reaction & REACT_BEEP) && *desk->message == 0 &&
        (key_same(key, key_f(4)) || key_same(key, key_ctrl('t'))))
        desk_say(desk, STYLE_NORMAL, "This field has no list to choose from.");
    view_react(view, reaction);
    return true;
}

static void key_take(struct desk *desk, struct key key)
{
    const struct binding *binding;

    desk->message[0] = 0;
    note_clear(desk->session->note);
    if (widget_takes(desk, key))
        return;
    binding = binding_of_key(desk, desk->top, key);
    if (binding)
        binding_run(desk, binding);
    else if (key_is(key, KEYCODE_PASTED))
        desk_say(desk, STYLE_NORMAL, "What is pasted goes into fields; here it does nothing.");
    else if (!key_is(key, KEYCODE_OTHER)) {
        char name[KEYCODE_TEXT];
        desk_say(desk, STYLE_NORMAL, "%s does nothing here; ? shows what does.",
                 keycode_name(key, name));
    }
}

/* The same rows, with other columns where the view has them: one stays where one was. */
static void size_changed(struct desk *desk)
{
    struct view *view = desk->top;
    struct listbox_place place;

    if (view->class->by_width) {
        listbox_place_take(&view->box, &place);
        desk_say_failure(desk, view_load(view));
        listbox_place_give(&view->box, &place);
    }
    view_shown_again(view);
}

/* A view that works by itself looks for news by itself too. */
static bool has_news(struct desk *desk)
{
    return !desk->top->class->idle && view_is_old(desk->top);
}

/* The next key; none when there is news from another clerk to show, or work that the view does a
 * little at a time. Looking costs one short question to the book, a picture only what is new. */
static struct key next_key(struct desk *desk)
{
    const int idle_ms = desk->top->idle_ms;
    struct key key;

    do
        key = desk_key(desk, idle_ms ? idle_ms : IDLE_MS);
    while (key_is(key, KEYCODE_NONE) && !idle_ms && !has_news(desk));
    return key;
}

/* Who types without a pause sees the work of others all the same, but not in the midst of a word
 * that is still arriving. */
static void news_load(struct desk *desk)
{
    if (!desk->leave && desk->top && !desk->headless && !term_key_waits() && has_news(desk))
        desk_say_failure(desk, view_load(desk->top));
}

static void idle_work(struct desk *desk)
{
    if (desk->top->idle_ms)
        desk_say_failure(desk, desk->top->class->idle(desk->top));
}

/* Who begins, or came in at the lock, has nothing of whoever was there before. */
static enum err desk_begin(struct desk *desk)
{
    draftfile_open(desk);
    return desk_push(desk, views_all[0], "", "");
}

static void desk_taken(struct desk *desk)
{
    drafts_leave_all(desk);
    while (desk->top)
        desk_pop(desk);
    draftfile_close(desk);
    drafts_close(desk);
    desk->history_count = 0;
    desk->sought = NULL;
    desk->message[0] = 0;
    enum err e = locking_take(desk);
    present_change(desk->present, desk->session->actor, book_moment(desk->book));
    if (e == ERR_OK && !desk->leave)
        e = desk_begin(desk);
    desk_say_failure(desk, e);
}

static void loop_run(struct desk *desk)
{
    while (!desk->leave && desk->top) {
        arena_reset(&desk->arena);
        if (desk->comes) {
            desk_taken(desk);
            continue;
        }
        /* a script waits for nothing: what is done by and by is done whole */
        while (desk->headless && desk->top->idle_ms)
            idle_work(desk);
        if (desk->headless || !term_key_waits())
            desk_picture(desk);
        struct key key = next_key(desk);
        if (desk->comes)
            continue;
        if (key_is(key, KEYCODE_RESIZE))
            size_changed(desk);
        else if (key_is(key, KEYCODE_NONE))
            idle_work(desk);
        else if (!desk->leave) {
            key_take(desk, key);
            if (desk->top)
                draft_watch(desk->top);
        }
        news_load(desk);
    }
    drafts_leave_all(desk);
    while (desk->top)
        desk_pop(desk);
}

static enum err terminal_open(struct desk *desk, const struct view_options *options)
{
    struct term_options term = {.headless = options->headless != NULL,
                                .rows = TERM_ROWS_MIN,
                                .columns = TERM_COLUMNS_MIN,
                                .color = options->color,
                                .ascii = options->ascii};
    struct note notice = {0};

    if (options->headless) {
        TRY(headless_size(options->headless, &term.columns, &term.rows, desk->session->note));
        TRY(headless_open(options->script, desk->session->note, &desk->headless));
    }
    enum err e = term_start(&term, &notice);
    if (e != ERR_OK)
        return fail(desk->session->note, e, "%s", notice.text);
    if (*notice.text)
        desk_say(desk, STYLE_NORMAL, "%s", notice.text);
    return ERR_OK;
}

static enum err desk_run_all(struct desk *desk, const struct view_options *options)
{
    TRY(bindings_make(desk, desk->session->note));
    TRY(terminal_open(desk, options));
    if (options->told_to_end && options->told_to_end())
        return ERR_OK;
    TRY(locking_enter(desk));
    if (desk->leave)
        return ERR_OK;
    present_enter(desk->book, desk->session->actor, desk->session->place, &desk->present);
    TRY(desk_begin(desk));
    loop_run(desk);
    const char *asker = present_ended(desk->present);
    return asker ? fail(desk->session->note, ERR_CANCELLED,
                        "%s ended this session; what was half typed is kept", asker)
                 : ERR_OK;
}

/* Who it is is asked on the way in, and again when a question was left alone (plain.c). */
static enum err plain_enter(struct desk *desk)
{
    struct session *session = desk->session;

    TRY(entering(session, &desk->life));
    session->entered = session->lent; /* later on it proves nothing any more */
    TRY(command_actor(session));
    TRY(signing_came(session));
    return plain_run(session, stdin, stdout);
}

enum err view_main(struct session *session, const struct view_options *options)
{
    struct desk desk = {.session = session, .book = session->book};
    struct session before = *session;

    session->screens = true;
    if (options->plain && !options->headless) {
        const enum err e = plain_enter(&desk);
        session->screens = before.screens;
        arena_done(&desk.life);
        return e;
    }
    session->ask = ask;
    session->secret = locking_ask;
    session->progress = progress;
    session->self = &desk;
    enum err e = desk_run_all(&desk, options);
    while (desk.top)
        desk_pop(&desk);
    if (term_is_on() && !term_is_gone()) { /* not every terminal brings back what was there */
        term_frame();
        term_show();
    }
    term_stop();
    enum err script = headless_close(desk.headless);
    session->screens = before.screens;
    session->ask = before.ask;
    session->secret = before.secret;
    session->progress = before.progress;
    session->self = before.self;
    present_leave(desk.present);
    draftfile_close(&desk);
    drafts_close(&desk);
    arena_done(&desk.arena);
    arena_done(&desk.life);
    free(desk.history);
    return e != ERR_OK ? e : script;
}
