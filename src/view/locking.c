#include "view/locking.h"

#include "app/entering.h"
#include "app/signing.h"
#include "base/text.h"
#include "ledger/present.h"
#include "ledger/setting.h"
#include "rules/passwordrule.h"
#include "tui/term.h"
#include "tui/unseen.h"
#include "view/draft.h"
#include "view/draftfile.h"
#include "view/headless.h"
#include "view/modal.h"

#include <stdio.h>
#include <string.h>

#define NAME_MAX_BYTES 200
#define ASKED_MS 2000 /* how often is looked whether somebody asked this session to leave */
#define LABEL_CELLS 10
#define FIELD_CELLS 30

/* ---- a password asked on the way ---- */

enum err locking_ask(void *self, enum secret_kind kind, const char *prompt, struct secret *out)
{
    static const struct frame_key keys[] = {{"Enter", "Done"}, {"Esc", "Back"}};
    struct desk *desk = self;
    struct unseen unseen;
    bool done = false;

    (void)kind;
    unseen_forget(&unseen);
    while (!desk->leave && !done) {
        desk->asks = keys;
        desk->ask_count = sizeof keys / sizeof *keys;
        desk_picture(desk);
        desk->asks = NULL;
        const int y = term_rows() - 2;
        draw_fill((struct area){.y = y, .rows = 1, .columns = term_columns()}, STYLE_NORMAL);
        const int x = 1 + draw_run(y, 1, term_columns() - 16, STYLE_KEY, prompt);
        unseen_draw(&unseen, y, x + 1, term_columns() - x - 2, true);
        const struct key key = desk_key(desk, -1);
        if (key_is(key, KEYCODE_ESC) || key_same(key, key_ctrl('c')))
            break;
        done = key_is(key, KEYCODE_ENTER);
        if (!done && (unseen_key(&unseen, key) & REACT_BEEP))
            term_beep();
    }
    desk->work_began = 0; /* thinking is no work */
    *out = unseen.secret;
    unseen_forget(&unseen);
    if (done)
        return ERR_OK;
    secret_forget(out);
    return fail(desk->session->note, ERR_CANCELLED, "no password was given; nothing was changed");
}

/* When the user came in last, and the wrong passwords since; asked before this time is noted. */
static enum err seen_text(struct desk *desk, const char *name, const char **out)
{
    char day[DATE_TEXT], clock[CLOCK_TEXT];
    struct seen seen = {.place = ""};
    const char *since = "";

    TRY(password_seen(desk->book, name, &desk->life, &seen));
    if (seen.failures)
        since = arena_format(&desk->life, "; %lld wrong password%s up to now",
                             (long long)seen.failures, seen.failures == 1 ? "" : "s");
    if (seen.moment)
        *out = arena_format(
            &desk->life, "Last here %s %s%s%s%s.", date_iso(moment_date(seen.moment), day),
            moment_clock(seen.moment, clock), *seen.place ? " from " : "", seen.place, since);
    else if (seen.failures)
        *out = arena_format(&desk->life, "Here for the first time%s.", since);
    else
        *out = "";
    return ERR_OK;
}

/* ---- the locked screen ---- */

struct lock {
    struct desk *desk;
    struct arena arena;
    const char *title;  /* "Locked", "Who are you?" */
    const char **users; /* who may come in; count 0: only who is there */
    int count;
    struct lineedit name;
    struct unseen password;
    bool at_name;
    char says[sizeof((struct note *)NULL)->text]; /* what was wrong, or "" */
    const char *who, *last; /* came in, and what is said of the last time; in the desk's life */
};

static void lock_picture(struct lock *lock)
{
    const char *const keys[] = {
        "Enter comes in   Ctrl-C leaves the program",
        "Enter comes in   F4 next name   Tab the other line   Ctrl-C leaves"};
    const int third = term_rows() / 3, most = term_rows() - 9; /* where there is little room */
    const int y = third < most ? third : most > 0 ? most : 0;
    const int x = term_columns() > 60 ? (term_columns() - 56) / 2 : 1;
    const int room = term_columns() - x - 1;
    const int cells = room - LABEL_CELLS < FIELD_CELLS ? room - LABEL_CELLS : FIELD_CELLS;
    const struct area below = {.y = y + 5, .x = x, .rows = 3, .columns = room < 56 ? room : 56};

    term_frame();
    draw_text(y, x, room, STYLE_TITLE, lock->title);
    draw_text(y + 2, x, LABEL_CELLS, STYLE_NORMAL, "User");
    if (lock->count)
        lineedit_draw(&lock->name, y + 2, x + LABEL_CELLS, cells, LINEEDIT_LEFT, lock->at_name);
    else
        draw_text(y + 2, x + LABEL_CELLS, cells, STYLE_NORMAL, lineedit_text(&lock->name));
    draw_text(y + 3, x, LABEL_CELLS, STYLE_NORMAL, "Password");
    unseen_draw(&lock->password, y + 3, x + LABEL_CELLS, cells, !lock->at_name);
    draw_filled(below, 0, STYLE_ERROR, lock->says);
    draw_text(term_rows() - 1, 1, term_columns() - 2, STYLE_KEY, keys[lock->count > 0]);
    term_show();
}

/* Nothing is looked at while it waits, but whether it was asked to leave. */
static struct key lock_key(struct desk *desk)
{
    struct key key;

    do
        key = present_ended(desk->present) ? key_of(KEYCODE_LEAVE)
              : desk->headless             ? headless_key(desk->headless)
                                           : term_key(ASKED_MS);
    while (key_is(key, KEYCODE_NONE));
    if (key_same(key, key_ctrl('z')))
        term_suspend();
    else if (key_same(key, key_ctrl('l')))
        term_redraw();
    return key;
}

static bool is_here(const struct lock *lock, const char *name)
{
    return strcmp(name, lock->desk->session->actor) == 0;
}

/* The name and the password as they stand. */
static enum err lock_try(struct lock *lock)
{
    struct desk *desk = lock->desk;
    struct session *session = desk->session;
    const char *name = lineedit_text(&lock->name);

    if (!*name)
        return fail(session->note, ERR_INPUT, "who are you?");
    if (lock->count)
        TRY(entering_as(session, name, &lock->arena));
    TRY(seen_text(desk, name, &lock->last));
    TRY(signing_check(session, name, &lock->password.secret,
                      is_here(lock, name) ? SIGN_UNLOCKED : SIGN_CAME));
    lock->who = arena_text(&desk->life, name);
    return ERR_OK;
}

static void lock_enter(struct lock *lock)
{
    struct note *note = lock->desk->session->note;

    if (lock->at_name) {
        lock->at_name = false;
        return;
    }
    snprintf(lock->says, sizeof lock->says, "One moment ...");
    lock_picture(lock);
    note_clear(note);
    const enum err e = lock_try(lock);
    unseen_forget(&lock->password);
    snprintf(lock->says, sizeof lock->says, "%s", e == ERR_OK ? "" : note->text);
    note_clear(note);
    if (e != ERR_OK)
        term_beep();
}

/* The next of those who share the account, for who does not care to type. */
static void name_next(struct lock *lock)
{
    const char *name = lineedit_text(&lock->name);
    int at = 0;

    while (at < lock->count && strcmp(lock->users[at], name) != 0)
        at++;
    lineedit_set(&lock->name, lock->users[at + 1 < lock->count ? at + 1 : 0]);
    unseen_forget(&lock->password);
    lock->at_name = false;
}

static void lock_take(struct lock *lock, struct key key)
{
    unsigned reaction = REACT_USED;

    if (key_is(key, KEYCODE_LEAVE) || key_same(key, key_ctrl('c')))
        lock->desk->leave = true;
    else if (key_is(key, KEYCODE_ENTER))
        lock_enter(lock);
    else if (lock->count && key_same(key, key_f(4)))
        name_next(lock);
    else if (lock->count && (key_is(key, KEYCODE_TAB) || key_is(key, KEYCODE_BACKTAB) ||
                             key_is(key, KEYCODE_UP) || key_is(key, KEYCODE_DOWN)))
        lock->at_name = !lock->at_name;
    else if (key_is(key, KEYCODE_ESC))
        unseen_forget(&lock->password);
    else
        reaction =
            lock->at_name ? lineedit_key(&lock->name, key) : unseen_key(&lock->password, key);
    if (reaction & REACT_BEEP)
        term_beep();
}

/* Until somebody came in (lock->who) or left the program (desk->leave). */
static void lock_run(struct lock *lock, const char *name)
{
    struct desk *desk = lock->desk;

    unseen_forget(&lock->password);
    lineedit_init(&lock->name, NAME_MAX_BYTES);
    lineedit_set(&lock->name, name);
    lock->at_name = lock->count && !*name;
    while (!desk->leave && !lock->who) {
        lock_picture(lock);
        lock_take(lock, lock_key(desk));
    }
    unseen_forget(&lock->password);
    lineedit_done(&lock->name);
    arena_done(&lock->arena);
}

/* ---- the lock of a desk that was left alone ---- */

static enum err desk_lock(struct desk *desk)
{
    struct lock lock = {.desk = desk, .title = "arledger is locked"};

    drafts_keep_all(desk);
    TRY(entering_who(desk->session, &lock.arena, &lock.users, &lock.count));
    lock_run(&lock, desk->session->actor);
    desk->idle_us = 0;
    if (lock.who && strcmp(lock.who, desk->session->actor) != 0) {
        desk->comes = lock.who;
        desk->last = lock.last;
    }
    return ERR_OK;
}

int locking_wait(struct desk *desk, int wait_ms)
{
    const int64_t left = idle_left(setting_int(desk->book, "lock.idle"), desk->idle_us);

    if (wait_ms < 0 || wait_ms > ASKED_MS)
        wait_ms = ASKED_MS;
    return left < 0 || wait_ms <= left ? wait_ms : (int)left;
}

bool locking_idle(struct desk *desk, int64_t idle_us)
{
    bool is = false;

    desk->idle_us += idle_us;
    if (desk->leave || idle_left(setting_int(desk->book, "lock.idle"), desk->idle_us) != 0)
        return false;
    desk->idle_us = 0;
    if (password_is(desk->book, desk->session->actor, &is) != ERR_OK || !is)
        return false;
    desk_say_failure(desk, desk_lock(desk));
    return true;
}

void locking_lock(struct desk *desk)
{
    bool is = false;
    enum err e = password_is(desk->book, desk->session->actor, &is);

    if (e == ERR_OK && !is)
        e = fail(desk->session->note, ERR_MISSING,
                 "you have no password that would open it again; `user password` sets one");
    if (e == ERR_OK)
        e = desk_lock(desk);
    desk_say_failure(desk, e);
}

/* ---- coming in ---- */

/* One that somebody else gave is changed before anything else; who will not, leaves. */
static void lent_change(struct desk *desk)
{
    struct session *session = desk->session;

    if (session->lent)
        desk_tell(desk, "A password of your own",
                  "Yours was given by somebody else. Choose one that only you know now.");
    while (!desk->leave && session->lent) {
        struct args args;
        struct outcome out;
        args_init(&args, command_find("user", "password"), &desk->arena, &session->habit,
                  &session->notation);
        session->entered = true;
        const enum err e = command_run(session, &args, &desk->arena, NULL, NULL, &out);
        if (e == ERR_CANCELLED)
            desk->leave = true;
        else if (e != ERR_OK)
            desk_tell(desk, "A password of your own", session->note->text);
    }
    session->entered = false;
}

static enum err came_in(struct desk *desk, const char *name, const char *last)
{
    struct session *session = desk->session;

    TRY(entered_as(session, name));
    lent_change(desk);
    if (*last)
        desk_say(desk, STYLE_NORMAL, "%s", last);
    return command_actor(session);
}

enum err locking_enter(struct desk *desk)
{
    struct session *session = desk->session;
    struct lock lock = {.desk = desk, .title = "arledger: who are you?"};
    const char *last = "";

    TRY(entering_who(session, &desk->life, &lock.users, &lock.count));
    if (lock.count == 0) {
        TRY(seen_text(desk, session->actor, &last));
        TRY(command_actor(session));
        TRY(signing_came(session));
        if (*last)
            desk_say(desk, STYLE_NORMAL, "%s", last);
        return ERR_OK;
    }
    session->actor = ""; /* nobody yet */
    lock_run(&lock, session->user ? session->user : "");
    if (lock.who)
        return came_in(desk, lock.who, lock.last);
    session->actor = session->account;
    return ERR_OK;
}

enum err locking_take(struct desk *desk)
{
    const char *name = desk->comes;

    desk->comes = NULL;
    return came_in(desk, name, desk->last);
}
