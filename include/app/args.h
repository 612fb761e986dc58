/* args: a command row and the typed values given for it; text is one way to make and to show it.
 *
 * Holds: args_parse(args_text(a)) == a. Values with `; = "` or blanks are quoted, `""` doubled.
 * Money stays text until the command knows the currency (args_money); everything else is checked
 * and typed when it is set, against the row of the argument. Memory: values lie in the arena given
 * at args_init. Fails with: USAGE (unknown, missing, twice), INPUT (a value that is not one), both
 * naming the argument. */
#ifndef APP_ARGS_H
#define APP_ARGS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/money.h"

struct command;

enum arg_kind {
    ARG_TEXT,
    ARG_CODE,
    ARG_INT,
    ARG_DATE,
    ARG_MONEY,
    ARG_PERCENT,
    ARG_RATIO,
    ARG_FLAG,
    ARG_CHOICE,
    ARG_CUSTOMER,
    ARG_DOCUMENT,
    ARG_TERMS,
    ARG_TAX,
    ARG_ACCOUNT,
    ARG_REASON,   /* of a dispute */
    ARG_CAUSE,    /* of one, found when it was closed */
    ARG_CURRENCY, /* codes with a pick list */
    ARG_FILE,
    ARG_ROWS
};

enum arg_flags {
    ARG_REQUIRED = 1,
    ARG_MANY = 2,     /* may be given several times (rows: appended) */
    ARG_PERSONAL = 4, /* salted and erasable in the journal */
    ARG_SECRET = 8,   /* never in the journal */
    ARG_STICKY = 16,  /* a form keeps its last value; Enter passes over it */
    ARG_BARE = 32,    /* on a command line it may stand without its name: `run FILE` */
    ARG_EMPTIES = 64, /* required, and yet "" says something: it clears what was there */
    ARG_LINE = 128,   /* a command line as text: words that the command does not know go into it */
    ARG_OUTSIDE = 256, /* like a file's name it reaches beyond the book: no saved line has it */
    ARG_STDIN = 512,   /* the shell offers - for it: standard input; the screens cannot */
    ARG_STDOUT = 1024, /* the same, standard output */
    ARG_SCRIPTS = 2048 /* says nothing any more: no form shows it */
};

/* One column of an ARG_ROWS argument: "text=Lamp; qty=2; price=10.00; tax=VAT20", or, with
 * ROWS_LIST, "INV-1=98.00 discount 2.00". Rows given several times are appended. */
struct arg_column {
    const char *name;
    enum arg_kind kind;
    unsigned flags;
    const char *help;
};

enum rows_style {
    ROWS_PAIRS, /* key=value; key=value        one row a value, or one row a line of @FILE */
    ROWS_LIST   /* A=98.00 discount 2.00; B; C=5 writeoff 0.03     several rows in one value:
                   first column, "=", second column, then `name value` for the others */
};

struct arg {
    const char *name; /* "customer", without dashes; NULL ends the list */
    enum arg_kind kind;
    unsigned flags;
    const char *otherwise; /* default as text, NULL = none */
    const char *help;
    const char *const *choices;       /* ARG_CHOICE, NULL-terminated; ARG_TEXT: those offered */
    const struct arg_column *columns; /* ARG_ROWS: name NULL ends */
    enum rows_style rows_style;
};

struct value {
    const char *text; /* as given, cleaned; never NULL */
    const char *said; /* a day that moves with today, as it was given: "month-end -1"; else NULL */
    int64_t number;   /* INT, PERCENT (ppm), FLAG, CHOICE (its place) */
    struct date date;
    struct ratio ratio;
};

struct arg_row {
    struct value *values; /* one a column; text NULL = not given */
};

struct args {
    const struct command *command;
    struct arena *arena;
    struct date_habit habit;
    const struct notation *notation;
    struct arg_slot *slots; /* one an argument of the row */
};

void args_init(struct args *args, const struct command *command, struct arena *arena,
               const struct date_habit *habit, const struct notation *notation);
/* One value as text; for ARG_ROWS one or more rows (@FILE is read by the caller). A value that is
 * there already is USAGE (given twice): args_clear first. The kept text is canonical: dates ISO,
 * money with a decimal point whatever the notation. */
enum err args_set(struct args *args, const char *name, const char *text, struct note *note);
enum err args_clear(struct args *args, const char *name);
/* From words after the verb: --name value, --name=value, --flag. */
enum err args_words(struct args *args, int count, char *const *words, struct note *note);
/* Two days that were given are a period, and not the wrong way round: INPUT. */
enum err args_span(const struct args *args, const char *first, const char *last, struct note *note);
/* Defaults filled in (args_given stays false for them), required ones there, --from not after --to?
 * Call once, before run. */
enum err args_check(struct args *args, struct note *note);
/* The command line, shell-quoted, in the order of the row; secret ones left out, and personal ones
 * too unless `personal`. */
const char *args_text(const struct args *args, bool personal, struct arena *arena);
/* The same for a line that is kept and run on other days: what moves with today still does. */
const char *args_said(const struct args *args, struct arena *arena);
/* Splits a line as a shell does (quotes, backslash, # comment); the words lie in the arena. */
enum err words_split(const char *line, struct arena *arena, char ***words, int *count,
                     struct note *note);

bool args_given(const struct args *args, const char *name);
const char *args_get(const struct args *args, const char *name); /* NULL when not given */
int64_t args_number(const struct args *args, const char *name, int64_t otherwise);
struct date args_date(const struct args *args, const char *name, struct date otherwise);
const char *args_day_said(const struct args *args, const char *name); /* NULL = it stands still */
bool args_flag(const struct args *args, const char *name);
int args_choice(const struct args *args, const char *name, int otherwise); /* place in choices */
struct ratio args_ratio(const struct args *args, const char *name);        /* den 0 = not given */
/* ERR_INPUT when it is no amount; *given tells whether it is there. */
enum err args_money(const struct args *args, const char *name, struct currency assume,
                    struct money *out, bool *given, struct note *note);
int args_count(const struct args *args, const char *name); /* rows, or values of an ARG_MANY */
const struct arg_row *args_row(const struct args *args, const char *name, int n);
const char *args_nth(const struct args *args, const char *name, int n);

#endif
