#include "app/session.h"

#include "ledger/book.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAIT_SECONDS 10

/* $ARLEDGER_BOOK, else the data folder of the user. */
static const char *book_place(struct arena *arena)
{
    const char *named = getenv("ARLEDGER_BOOK"), *data = getenv("XDG_DATA_HOME"),
               *home = getenv("HOME");

    if (named && *named)
        return arena_text(arena, named);
    /* the convention is that a relative XDG folder counts for nothing */
    if (data && *data == '/')
        return arena_format(arena, "%s/arledger/book.arl", data);
    return arena_format(arena, "%s/.local/share/arledger/book.arl", home && *home ? home : ".");
}

/* The terminal's name without the folder of all of them. */
static const char *place_find(struct arena *arena)
{
    const char *name = isatty(STDIN_FILENO) ? ttyname(STDIN_FILENO) : NULL;

    if (!name)
        return "";
    return arena_text(arena, strncmp(name, "/dev/", 5) == 0 ? name + 5 : name);
}

void session_init(struct session *session, struct note *note, struct arena *arena)
{
    struct passwd *user = getpwuid(getuid());
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM"),
               *plain = getenv("AR_PLAIN");

    *session = (struct session){
        .note = note,
        .today = date_today(),
        .actor = user ? arena_text(arena, user->pw_name)
                      : arena_format(arena, "uid%u", (unsigned)getuid()),
        .place = place_find(arena),
        .book_path = book_place(arena),
        .format = "text",
        .color = no_color && *no_color ? "never" : "auto",
        .plain = (terminal && strcmp(terminal, "dumb") == 0) || (plain && *plain),
        .wait_seconds = WAIT_SECONDS,
    };
}

/* The order in which the locale writes a short date. */
static enum date_order locale_order(const char *name)
{
    const char *form = nl_langinfo(D_FMT);
    const char *day = strchr(form, 'd'), *month = strchr(form, 'm'), *year = strpbrk(form, "yYF");

    if (!name || strncmp(name, "C", 1) == 0 || strcmp(name, "POSIX") == 0)
        return DATE_YMD; /* the C locale's order is America's, and nobody chose it */
    if (!day || !month || (year && year < month && year < day))
        return DATE_YMD;
    return day < month ? DATE_DMY : DATE_MDY;
}

enum err session_locale(struct session *session)
{
    const char *name = setlocale(LC_ALL, session->locale ? session->locale : "");
    const struct lconv *conv = localeconv();

    if (!name && session->locale)
        return fail(session->note, ERR_CONFIG,
                    "--locale: this system has no locale '%.40s'; `locale -a` "
                    "lists them",
                    session->locale);
    char decimal = conv->decimal_point[0] == ',' ? ',' : '.';
    char group = decimal == ',' ? '.' : ',';
    if (conv->thousands_sep[0] == '\'' || conv->thousands_sep[0] == ' ')
        group = conv->thousands_sep[0];
    session->notation = (struct notation){.decimal = decimal, .group = group};
    session->habit = (struct date_habit){session->today, locale_order(setlocale(LC_TIME, NULL))};
    /* figures inside the program are always plain */
    setlocale(LC_NUMERIC, "C");
    return ERR_OK;
}

enum err session_open(struct session *session)
{
    struct stat st;

    /* whoever has no book yet needs the way to one, not the store's words */
    if (stat(session->book_path, &st) != 0 && errno == ENOENT)
        return fail(session->note, ERR_MISSING,
                    "there is no book at %s; `arledger book new --company NAME "
                    "--currency EUR` makes one, -b FILE names another",
                    session->book_path);
    TRY(book_open(session->book_path, session->proving ? BOOK_PROVE : BOOK_OPEN, session->note,
                  &session->book));
    session->note = book_note(session->book);
    book_today_set(session->book, session->today);
    if (session->now)
        book_moment_set(session->book, session->now);
    return ERR_OK;
}

bool session_sandbox(const struct session *session)
{
    return session->book && book_sandbox(session->book);
}

void session_close(struct session *session)
{
    book_close(session->book);
    session->book = NULL;
}
