/* err: one vocabulary of failures, and the note that carries the words.
 *
 * Every function that can fail returns `enum err`; ERR_OK is 0. Results leave through the last
 * pointers. Whoever knows the reason writes it once with fail(), in a sentence that a bookkeeper
 * understands (what, where, what would be right); everybody above passes the code on; only cli and
 * view show it. must() guards what we believe, never what a user, a file or the store says.
 *
 * Knows: nothing. Memory: a note is embedded in its owner's context (book, session, reader). */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

/*    name         exit  in words */
#define ERR_LIST(X)                                                                              \
    X(OK,          0,    "ok")                                                                   \
    X(FOUND,       1,    "a check found something")                                              \
    X(USAGE,       2,    "usage")                                                                \
    X(INPUT,       65,   "bad input")              /* names argument, file, line and column */   \
    X(MISSING,     65,   "not found")                                                            \
    X(CONFLICT,    65,   "the books forbid it")                                                  \
    X(CLOSED,      65,   "period closed")                                                        \
    X(LIMIT,       65,   "limit reached")                                                        \
    X(UNAVAILABLE, 69,   "not available")                                                        \
    X(CREATE,      73,   "cannot create")                                                        \
    X(FULL,        74,   "disk full")                                                            \
    X(IO,          74,   "input/output error")                                                   \
    X(CORRUPT,     74,   "damaged book")                                                         \
    X(BUSY,        75,   "busy, try again")                                                      \
    X(DENIED,      77,   "not allowed")                                                          \
    X(CONFIG,      78,   "bad settings")                                                         \
    X(CANCELLED,   130,  "cancelled")

enum err {
#define X(name, exit_status, words) ERR_##name,
    ERR_LIST(X)
#undef X
};

/* The words of the last failure. Empty text means nothing failed. Truncated, never overrun. */
struct note {
    enum err code;
    const char *about; /* what was wrong of all that was given: "date"; NULL = not said */
    char text[1024];
};

/* Writes code and words into the note (may be NULL: words are dropped) and returns the code. */
enum err fail(struct note *note, enum err code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void note_clear(struct note *note);
/* Which of the values the failure is about, a text that stays: a form puts the cursor there. */
enum err fail_about(struct note *note, const char *about, enum err code);

int err_exit_status(enum err code);
const char *err_name(enum err code);  /* "CONFLICT" */
const char *err_words(enum err code); /* "the books forbid it" */

/* The one assertion; stays on in releases. Runs the hook (restores the terminal), says where,
 * aborts. */
#define must(condition) ((condition) ? (void)0 : must_failed(#condition, __FILE__, __LINE__))
_Noreturn void must_failed(const char *condition, const char *file, int line);
void must_hook(void (*before_abort)(void));

/* Returns from the enclosing function with the code of a failed call. */
#define TRY(call)                                                                                \
    do {                                                                                         \
        enum err try_code_ = (call);                                                             \
        if (try_code_ != ERR_OK)                                                                 \
            return try_code_;                                                                    \
    } while (0)

/* The same where something must be given back first: jumps to `out:` with the code in `e`. */
#define TRY_OUT(call)                                                                            \
    do {                                                                                         \
        e = (call);                                                                              \
        if (e != ERR_OK)                                                                         \
            goto out;                                                                            \
    } while (0)

#endif
