#include "cli/manual.h"

#include "cli/options.h"
#include "cli/usage.h"

#include <string.h>

#define LINE_CELLS 78

/* Text that roff takes as text: no request at the start of a line, no escapes, every sentence and
 * every long line on a line of its own. */
static void roff_text(FILE *f, const char *text)
{
    int column = 0;

    for (const char *p = text; *p; p++) {
        size_t word = strcspn(p, " \n");
        if (column == 0 && (*p == '.' || *p == '\''))
            fputs("\\&", f);
        if (*p == '\n') {
            fputs(column > 0 ? "\n.Pp\n" : ".Pp\n", f);
            p += strspn(p, "\n") - 1;
            column = 0;
        } else if (*p == ' ') {
            bool ends = p > text && p[-1] == '.';
            bool full = column + 1 + (int)strcspn(p + 1, " \n") > LINE_CELLS;
            fputc(ends || full ? '\n' : ' ', f);
            column = ends || full ? 0 : column + 1;
        } else {
            for (size_t i = 0; i < word; i++)
                fputs(p[i] == '\\' ? "\\e" : (char[]){p[i], 0}, f);
            column += (int)word;
            p += word - 1;
        }
    }
    fputc('\n', f);
}

/* Words behind a macro: quoted, so that none is taken for a macro itself. */
static void roff_word(FILE *f, const char *word)
{
    fputc('"', f);
    for (; *word; word++) {
        if (*word == '\\')
            fputs("\\e", f);
        else if (*word == '"')
            fputs("\"\"", f);
        else
            fputc(*word, f);
    }
    fputc('"', f);
}

static void arg_item(FILE *f, const struct arg *arg, struct arena *arena)
{
    const char *value = usage_value(arg, arena), *rows = usage_rows(arg, arena);

    fprintf(f, ".It Fl Fl %s", arg->name);
    if (*value) {
        fputs(" Ar ", f);
        roff_word(f, value);
    }
    fputc('\n', f);
    roff_text(f, usage_help(arg, arena));
    if (arg->flags & ARG_REQUIRED)
        fputs("(required)\n", f);
    else if (arg->otherwise)
        fprintf(f, "(default %s)\n", arg->otherwise);
    if (rows) {
        fputs(".br\n.Ql ", f);
        roff_word(f, rows);
        fputc('\n', f);
    }
}

static void command_section(FILE *f, const struct command *c, struct arena *arena)
{
    fprintf(f, ".Ss %s%s%s\n", c->noun, c->verb ? " " : "", c->verb ? c->verb : "");
    roff_text(f, arena_format(arena, "%s.", c->summary));
    if (c->detail) {
        fputs(".Pp\n", f);
        roff_text(f, c->detail);
    }
    if (!c->args || !c->args->name)
        return;
    fputs(".Bl -tag -width Ds -compact\n", f);
    for (const struct arg *a = c->args; a->name; a++)
        arg_item(f, a, arena);
    fputs(".El\n", f);
}

static void options_section(FILE *f)
{
    fputs("The global options stand before the command or behind it:\n.Bl -tag -width Ds\n", f);
    for (const struct option_row *o = options_all; o->name; o++) {
        if (o->hidden)
            continue;
        fputs(".It ", f);
        if (o->letter)
            fprintf(f, "Fl %c , ", o->letter);
        fprintf(f, "Fl Fl %s", o->name);
        if (o->value) {
            fputs(" Ar ", f);
            roff_word(f, o->value);
        }
        fputc('\n', f);
        roff_text(f, o->help);
    }
    fputs(".El\n", f);
}

static void exit_section(FILE *f)
{
    static const struct {
        int status;
        const char *words;
    } rows[] = {
        {0, "done"},
        {1, "a check found something wrong"},
        {2, "the command line is not understood"},
        {65, "bad input: a value, a file, or what the books forbid"},
        {69, "not available"},
        {73, "a file cannot be created"},
        {74, "input or output failed"},
        {75, "the book is busy; try again"},
        {77, "not allowed"},
        {78, "bad settings"},
        {130, "cancelled"},
    };

    fputs(".Sh EXIT STATUS\n.Bl -tag -width 130x -compact\n", f);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        fprintf(f, ".It %d\n%s\n", rows[i].status, rows[i].words);
    fputs(".El\n", f);
}

static void values_section(FILE *f)
{
    static const char *const paragraphs[] = {
        "Days are written 2026-11-22. 11-22 or 1122 is the nearest one, in the order of the "
        "locale, 22 the last 22nd; t is today, y yesterday, b the last business day, mo to su the "
        "last Monday to Sunday, m and h are the first and the last of the month, +7 and -3 count "
        "from today, eom+10 from the end of the month, and month-end -1, month-start, "
        "quarter-start are what they say.",
        "Amounts are written 1234.50 or \"1234.50 EUR\"; without a currency they are in the "
        "customer's, else in the book's. They have no more decimals than the currency has, prices "
        "and quantities up to six.",
        "Rows, as of --line, are \"column=value; column=value\"; a value with blanks at its ends, "
        "a semicolon or a quote stands in double quotes, and a quote in it is written twice. @FILE "
        "takes the rows from a file.",
        "Where a file is read, - is standard input.",
    };

    fputs(".Sh VALUES\n", f);
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
        fputs(i ? ".Pp\n" : "", f);
        roff_text(f, paragraphs[i]);
    }
}

/* tests/cli/options.t runs them. */
static void examples_section(FILE *f)
{
    fputs(".Sh EXAMPLES\n.Bd -literal\n"
          "arledger book new --company \"Harbour & Finch\" --currency EUR\n"
          "arledger customer add --code ACME --name \"Acme Holdings\"\n"
          "arledger invoice issue --customer ACME --line \"text=Lamp; qty=2; price=10.00\"\n"
          "arledger payment receive --customer ACME --amount 15 --apply INV-1001\n"
          "arledger item list --customer ACME\n"
          "arledger report aging --as-of eom --format csv -o aging.csv\n"
          ".Ed\n",
          f);
}

void manual_write(FILE *f)
{
    struct arena arena = {0};

    fputs(".Dd November 22, 2026\n.Dt ARLEDGER 1\n.Os\n.Sh NAME\n.Nm arledger\n"
          ".Nd keep the accounts receivable of a firm\n.Sh SYNOPSIS\n"
          ".Nm arledger\n.Op Ar options\n.Nm arledger\n.Op Ar options\n.Ar noun verb\n"
          ".Op Fl Fl arg Ar value ...\n.Nm arledger\n.Op Ar options\n.Cm run Ar file\n"
          ".Sh DESCRIPTION\nWithout a command\n.Nm\n"
          "opens its screens.\nEverything the screens do is a command, and every command works "
          "from the shell.\n.Pp\n",
          f);
    options_section(f);
    values_section(f);
    fputs(".Sh COMMANDS\n", f);
    for (const struct command *const *c = commands_all; *c; c++)
        if (!((*c)->flags & COMMAND_HIDDEN))
            command_section(f, *c, &arena);
    fputs(".Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev ARLEDGER_BOOK\nthe book, when\n.Fl Fl "
          "book\nis not given\n"
          ".It Ev XDG_DATA_HOME\nthe folder below which the book lies otherwise\n"
          ".It Ev XDG_CONFIG_HOME\nthe folder below which the login at the mail server is kept; "
          ".config in the home folder otherwise\n"
          ".It Ev XDG_STATE_HOME\nthe folder below which what is half typed on the screens is "
          "kept; .local/state in the home folder otherwise\n"
          ".It Ev ARLEDGER_OPEN\nthe program that opens attached files, else xdg-open\n"
          ".It Ev VISUAL , EDITOR\nthe editor in which notes are written\n"
          ".It Ev LC_ALL , LC_CTYPE , LANG\nthe locale, which gives the order of days and the "
          "marks of figures on the screens\n"
          ".It Ev TMPDIR\nthe folder for what is written for a moment\n"
          ".It Ev AR_PLAIN\nwhen set, the same as\n.Fl Fl plain\n"
          ".It Ev NO_COLOR\nwhen set, nothing is coloured\n.El\n"
          ".Sh FILES\n.Bl -tag -width Ds\n.It Pa ~/.local/share/arledger/book.arl\nthe book of the "
          "user\n.It Pa ~/.config/arledger/mail\nuser, password and certificates for the mail "
          "server, readable by their owner alone\n"
          ".It Pa ~/.local/state/arledger\nwhat is half typed\n.El\n",
          f);
    exit_section(f);
    examples_section(f);
    arena_done(&arena);
}
