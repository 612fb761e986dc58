#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct err_row {
    int exit_status;
    const char *name, *words;
};

static const struct err_row rows[] = {
#define X(name, exit_status, words) {exit_status, #name, words},
    ERR_LIST(X)
#undef X
};

/* The only mutable thing in base: the terminal must be usable when the words of must() come out,
 * wherever they come from. */
static void (*hook)(void);

/* Words cut off in the middle of a UTF-8 sequence would be refused by every sink. */
static void cut_at_code_point(char *text, size_t len)
{
    while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
        len--;
    text[len] = 0;
}

enum err fail(struct note *note, enum err code, const char *format, ...)
{
    if (!note)
        return code;
    /* Written aside first: the arguments may well point into the note itself ("%s: %s"). */
    char text[sizeof note->text + 1];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (len < 0)
        text[0] = 0;
    else if ((size_t)len >= sizeof note->text)
        cut_at_code_point(text, sizeof note->text - 1);
    /* Words quote what a user or a file wrote; that must not steer a terminal. */
    for (char *at = text; *at; at++)
        if (((unsigned char)*at < ' ' && *at != '\n') || *at == 0x7F)
            *at = '?';
    note->code = code;
    note->about = NULL;
    memcpy(note->text, text, strlen(text) + 1);
    return code;
}

enum err fail_about(struct note *note, const char *about, enum err code)
{
    if (note && code != ERR_OK)
        note->about = about;
    return code;
}

void note_clear(struct note *note)
{
    note->code = ERR_OK;
    note->about = NULL;
    note->text[0] = 0;
}

static const struct err_row *row_of(enum err code)
{
    must((size_t)code < sizeof rows / sizeof rows[0]);
    return &rows[code];
}

int err_exit_status(enum err code)
{
    return row_of(code)->exit_status;
}

const char *err_name(enum err code)
{
    return row_of(code)->name;
}

const char *err_words(enum err code)
{
    return row_of(code)->words;
}

_Noreturn void must_failed(const char *condition, const char *file, int line)
{
    void (*before)(void) = hook;
    hook = NULL; /* a hook that itself fails a must() does not come back here */
    if (before)
        before();
    fprintf(stderr, "arledger stopped: what should always hold does not: %s (%s:%d). "
                    "Nothing that was not finished is in the book.\n",
            condition, file, line);
    abort();
}

void must_hook(void (*before_abort)(void))
{
    hook = before_abort;
}
