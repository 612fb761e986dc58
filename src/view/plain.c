#include "view/plain.h"

#include "app/answer.h"
#include "app/signing.h"
#include "base/text.h"
#include "ledger/book.h"
#include "ledger/password.h"
#include "ledger/setting.h"
#include "rules/passwordrule.h"
#include "view/draft.h"
#include "view/draftfile.h"
#include "view/plaintalk.h"

#include <stdlib.h>
#include <string.h>
#include <termios.h>

void plain_say(struct plain *plain, const char *words)
{
    struct buf safe;

    if (!*words)
        return;
    buf_init(&safe, 1 << 20);
    text_safe(&safe, words, strlen(words));
    fprintf(plain->out, "%s\n", safe.data);
    buf_done(&safe);
}

/* One line; NULL at the end of the input. */
static const char *line_read(struct plain *plain, const char *question)
{
    size_t bad;

    for (;;) {
        fprintf(plain->out, "%s ", question);
        fflush(plain->out);
        ssize_t len = getline(&plain->line, &plain->room, plain->in);
        if (len < 0) {
            plain->ended = true;
            fputc('\n', plain->out);
            return NULL;
        }
        while (len > 0 && strchr("\r\n", plain->line[len - 1]))
            plain->line[--len] = 0;
        if (strlen(plain->line) == (size_t)len && text_utf8(plain->line, (size_t)len, &bad))
            return text_trim(plain->line);
        plain_say(plain, "This line is not valid UTF-8; type it again.");
    }
}

/* What is typed is not echoed where a terminal would. */
static enum err plain_ask_secret(void *self, enum secret_kind kind, const char *prompt,
                                 struct secret *out)
{
    struct plain *plain = self;
    const int in = fileno(plain->in);
    struct termios before, unseen;
    const bool echoes = tcgetattr(in, &before) == 0;

    (void)kind;
    if (echoes) {
        unseen = before;
        unseen.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(in, TCSAFLUSH, &unseen);
    }
    const char *typed = line_read(plain, arena_format(&plain->desk.arena, "%s:", prompt));
    const bool fits = typed && secret_set(out, typed, strlen(typed));
    if (echoes) {
        tcsetattr(in, TCSAFLUSH, &before);
        fputc('\n', plain->out);
    }
    if (plain->line)
        explicit_bzero(plain->line, plain->room);
    if (fits && *out->text)
        return ERR_OK;
    return fail(plain->desk.session->note, ERR_CANCELLED,
                "no password was given; nothing was changed");
}

/* Was this line left alone for as long as locks a desk of who has a password? */
static bool was_left(struct plain *plain, int64_t since)
{
    const struct book *book = plain->desk.book;
    bool is = false;

    return idle_left(setting_int(plain->desk.book, "lock.idle"), book_moment(book) - since) == 0 &&
           password_is(plain->desk.book, plain->desk.session->actor, &is) == ERR_OK && is;
}

/* Whoever is there now proves who it is, or nothing more is asked. */
static void unlock(struct plain *plain)
{
    struct session *session = plain->desk.session;
    bool open = false;

    plain_say(plain, "Nobody was here for a while: the password opens it again.");
    while (!open && !plain->ended) {
        struct secret secret = {{0}};
        enum err e = plain_ask_secret(plain, SECRET_NOW, "Password", &secret);
        if (e == ERR_OK)
            e = signing_check(session, session->actor, &secret, SIGN_UNLOCKED);
        secret_forget(&secret);
        open = e == ERR_OK;
        if (!open && !plain->ended)
            plain_say(plain, session->note->text);
        note_clear(session->note);
    }
}

/* What was typed after a while counts when it is proved by whom. */
const char *plain_ask(struct plain *plain, const char *question)
{
    const int64_t since = book_moment(plain->desk.book);
    const char *typed = line_read(plain, question);

    if (!typed || !was_left(plain, since))
        return typed;
    char *kept = strdup(typed);
    must(kept != NULL);
    unlock(plain);
    free(plain->line);
    plain->line = kept;
    plain->room = strlen(kept) + 1;
    return plain->ended ? NULL : kept;
}

static bool ask_yes(void *self, const char *question)
{
    struct plain *plain = self;
    const char *answer =
        plain_ask(plain, arena_format(&plain->desk.arena, "%s (y or n) [n]:", question));

    return answer && (text_same(answer, "y") || text_same(answer, "yes"));
}

/* ---- commands ---- */

static void commands_say(struct plain *plain)
{
    plain_say(plain, "pay: payments that came in, one after the other");
    for (const struct command *const *c = commands_all; *c; c++)
        if (!((*c)->flags & (COMMAND_HIDDEN | COMMAND_SHELL)))
            plain_say(plain, arena_format(&plain->desk.arena, "%s%s%s: %s", (*c)->noun,
                                          (*c)->verb ? " " : "", (*c)->verb ? (*c)->verb : "",
                                          (*c)->summary));
}

static bool lacks_something(const struct args *args)
{
    for (const struct arg *arg = args->command->args; arg && arg->name; arg++)
        if ((arg->flags & ARG_REQUIRED) && !arg->otherwise && !args_given(args, arg->name))
            return true;
    return false;
}

static enum err command_say(struct plain *plain, struct args *args)
{
    struct session *session = plain->desk.session;
    struct outcome outcome = {0};
    struct answer answer;

    TRY(answer_open(&answer, session, args->command));
    enum err e = command_run(session, args, &plain->desk.arena, answer_sink(&answer),
                             answer_page(&answer), &outcome);
    fflush(plain->out);
    e = answer_close(&answer, e, NULL);
    if (e == ERR_OK && outcome.says)
        plain_say(plain, outcome.says);
    return e;
}

static enum err line_run(struct plain *plain, const char *line)
{
    struct session *session = plain->desk.session;
    struct arena *arena = &plain->desk.arena;
    const struct command *command;
    struct args args;
    char **words;
    int count, used;

    TRY(words_split(line, arena, &words, &count, session->note));
    if (count == 0)
        return ERR_OK;
    if (count == 1 && (text_same(words[0], "pay") || text_same(words[0], "payment"))) {
        command = command_find("payment", "receive");
        TRY(desk_form(&plain->desk, command, NULL));
        plain_form(plain, command);
        return ERR_OK;
    }
    TRY(command_words(count, words, &command, &used, session->note));
    const bool form = count > used && strcmp(words[count - 1], "...") == 0;
    args_init(&args, command, arena, &session->habit, &session->notation);
    TRY(args_words(&args, count - used - form, words + used, session->note));
    if (!form && !lacks_something(&args))
        return command_say(plain, &args);
    TRY(desk_form(&plain->desk, command, &args));
    plain_form(plain, command);
    return ERR_OK;
}

static const char *greeting(struct plain *plain)
{
    char day[DATE_TEXT];
    const struct session *session = plain->desk.session;

    return arena_format(
        &plain->desk.arena, "%s%s, %s %s, %s. Type a command; ? lists them, q leaves.",
        book_sandbox(session->book) ? "TEST " : "", book_company(session->book),
        weekday_name(date_weekday(session->today)), date_iso(session->today, day), session->actor);
}

enum err plain_run(struct session *session, FILE *in, FILE *out)
{
    struct plain plain = {
        .in = in, .out = out, .desk = {.session = session, .book = session->book}};
    const struct session before = *session;

    session->ask = ask_yes;
    session->secret = plain_ask_secret;
    session->progress = NULL;
    session->self = &plain;
    draftfile_open(&plain.desk);
    plain_say(&plain, greeting(&plain));
    for (;;) {
        arena_reset(&plain.desk.arena);
        plain.desk.message[0] = 0;
        note_clear(session->note);
        const char *typed = plain_ask(&plain, ">");
        if (!typed || text_same(typed, "q") || text_same(typed, "quit"))
            break;
        if (strcmp(typed, "?") == 0)
            commands_say(&plain);
        else if (line_run(&plain, arena_text(&plain.desk.arena, typed)) != ERR_OK)
            plain_say(&plain, session->note->text);
    }
    drafts_leave_all(&plain.desk);
    while (plain.desk.top)
        desk_pop(&plain.desk);
    draftfile_close(&plain.desk);
    drafts_close(&plain.desk);
    session->ask = before.ask;
    session->secret = before.secret;
    session->progress = before.progress;
    session->self = before.self;
    arena_done(&plain.desk.arena);
    arena_done(&plain.desk.life);
    free(plain.line);
    return ERR_OK;
}
