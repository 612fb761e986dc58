#include "cli/usage.h"

#include "base/text.h"
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 80
#define INDENT 4
#define NAME_CELLS 26 /* names longer than this push their help to the next line */

static const char *kind_word(enum arg_kind kind)
{
    static const char *const names[] = {
        [ARG_TEXT] = "TEXT",         [ARG_CODE] = "CODE",         [ARG_INT] = "N",
        [ARG_DATE] = "DATE",         [ARG_MONEY] = "AMOUNT",      [ARG_PERCENT] = "PERCENT",
        [ARG_RATIO] = "RATE",        [ARG_FLAG] = "yes|no",       [ARG_CHOICE] = "CHOICE",
        [ARG_CUSTOMER] = "CUSTOMER", [ARG_DOCUMENT] = "DOCUMENT", [ARG_TERMS] = "TERMS",
        [ARG_TAX] = "TAX",           [ARG_ACCOUNT] = "ACCOUNT",   [ARG_CURRENCY] = "CURRENCY",
        [ARG_REASON] = "CODE",       [ARG_CAUSE] = "CODE",        [ARG_FILE] = "FILE",
        [ARG_ROWS] = "ROWS",
    };

    return names[kind];
}

const char *usage_value(const struct arg *arg, struct arena *arena)
{
    const char *all = "";

    if (arg->kind == ARG_FLAG)
        return "";
    if (arg->kind != ARG_CHOICE)
        return kind_word(arg->kind);
    for (int i = 0; arg->choices[i]; i++)
        all = arena_format(arena, "%s%s%s", all, i ? "|" : "", arg->choices[i]);
    return all;
}

const char *usage_rows(const struct arg *arg, struct arena *arena)
{
    const char *all = "";

    if (arg->kind != ARG_ROWS)
        return NULL;
    for (int i = 0; arg->columns[i].name; i++) {
        const struct arg_column *c = &arg->columns[i];
        if (arg->rows_style == ROWS_PAIRS)
            all = arena_format(arena, "%s%s%s=%s", all, i ? "; " : "", c->name, kind_word(c->kind));
        else if (i == 0)
            all = kind_word(c->kind);
        else
            all =
                arena_format(arena, "%s%s%s%s", all,
                             i == 1   ? "="
                             : i == 2 ? " "
                                      : "",
                             i == 1 ? "" : arena_format(arena, "%s%s ", i > 2 ? " " : "", c->name),
                             kind_word(c->kind));
    }
    return arg->rows_style == ROWS_LIST ? arena_format(arena, "%s; ...", all) : all;
}

/* Words filled into lines from `column` on; the cursor stands at `at`. */
static void fill(FILE *f, const char *text, int at, int column)
{
    bool first = true;

    while (at < column)
        at += fprintf(f, " ");
    while (*text) {
        size_t len = strcspn(text, " \n");
        char *word = strndup(text, len);
        int cells = text_width(word);
        if (!first && at + 1 + cells > WIDTH) {
            fprintf(f, "\n%*s", column, "");
            at = column;
            first = true;
        }
        at += fprintf(f, "%s%s", first ? "" : " ", word) > 0 ? cells + !first : 0;
        first = false;
        free(word);
        text += len;
        if (*text == '\n') {
            fprintf(f, "\n%*s", column, "");
            at = column;
            first = true;
        }
        text += *text != 0;
    }
    fprintf(f, "\n");
}

/* A name at the left, its help in the column at the right. */
static void entry(FILE *f, const char *name, const char *help)
{
    int at = 2 + text_width(name);

    fprintf(f, "  %s", name);
    if (at + 2 > INDENT + NAME_CELLS) {
        fprintf(f, "\n");
        at = 0;
    }
    fill(f, help ? help : "", at, INDENT + NAME_CELLS);
}

static void options_show(FILE *f, struct arena *arena)
{
    fprintf(f, "\nGlobal options, before the command or behind it:\n");
    for (const struct option_row *o = options_all; o->name; o++) {
        if (o->hidden)
            continue;
        const char *letter = o->letter ? arena_format(arena, "-%c, ", o->letter) : "";
        entry(f,
              arena_format(arena, "%s--%s%s%s", letter, o->name, o->value ? " " : "",
                           o->value ? o->value : ""),
              o->help);
    }
}

static const char *command_name(const struct command *c, struct arena *arena)
{
    return c->verb ? arena_format(arena, "%s %s", c->noun, c->verb) : c->noun;
}

static void commands_show(FILE *f, const char *noun, struct arena *arena)
{
    for (const struct command *const *c = commands_all; *c; c++)
        if (!((*c)->flags & COMMAND_HIDDEN) && (!noun || strcmp((*c)->noun, noun) == 0))
            entry(f, command_name(*c, arena), (*c)->summary);
}

static void all_show(FILE *f, struct arena *arena)
{
    fprintf(f,
            "arledger keeps the accounts receivable of a firm.\n\n"
            "usage: arledger [options]                           open the screens\n"
            "       arledger [options] NOUN VERB [--arg VALUE]   run one command\n"
            "       arledger [options] run FILE                  run the command lines of a file\n"
            "\nCommands (NOUN VERB --help tells the arguments):\n");
    commands_show(f, NULL, arena);
    options_show(f, arena);
}

const char *usage_help(const struct arg *arg, struct arena *arena)
{
    const char *help = arg->help ? arg->help : "";

    if (arg->flags & (ARG_STDIN | ARG_STDOUT))
        return arena_format(arena, "%s; - is standard %s", help,
                            arg->flags & ARG_STDIN ? "input" : "output");
    return help;
}

static void arg_show(FILE *f, const struct arg *arg, struct arena *arena)
{
    const char *value = usage_value(arg, arena), *rows = usage_rows(arg, arena);
    const char *help = usage_help(arg, arena);

    if (arg->flags & ARG_REQUIRED)
        help = arena_format(arena, "%s (required)", help);
    else if (arg->otherwise)
        help = arena_format(arena, "%s (default %s)", help, arg->otherwise);
    if (arg->flags & ARG_MANY)
        help = arena_format(arena, "%s; may be repeated", help);
    if (rows)
        help = arena_format(arena, "%s\n\"%s\" or @FILE", help, rows);
    entry(f, arena_format(arena, "--%s%s%s", arg->name, *value ? " " : "", value), help);
    for (int i = 0; rows && arg->columns[i].name; i++)
        if (arg->columns[i].help)
            entry(f, arena_format(arena, "    %s", arg->columns[i].name), arg->columns[i].help);
}

static void command_show(FILE *f, const struct command *c, struct arena *arena)
{
    const char *name = command_name(c, arena);

    fprintf(f, "arledger %s - %s\n\nusage: arledger %s", name, c->summary, name);
    for (const struct arg *a = c->args; a && a->name; a++) {
        const char *value = usage_value(a, arena);
        if (!(a->flags & ARG_REQUIRED))
            continue;
        if (a->flags & ARG_BARE)
            fprintf(f, " %s", value);
        else
            fprintf(f, " --%s%s%s", a->name, *value ? " " : "", value);
    }
    fprintf(f, "%s\n", c->args && c->args->name ? " [--arg VALUE ...]" : "");
    if (c->detail) {
        fprintf(f, "\n");
        fill(f, c->detail, 0, 0);
    }
    if (c->args && c->args->name)
        fprintf(f, "\nArguments:\n");
    for (const struct arg *a = c->args; a && a->name; a++)
        arg_show(f, a, arena);
    if (c->flags & COMMAND_ASKS)
        fprintf(f, "\nAsks before it works, unless --yes is given.\n");
}

int usage_words(struct cli *cli, int count, const char *const *words)
{
    const struct command *command;
    struct arena arena = {0};
    struct note note = {0};
    int used, status = 0;

    if (count == 0 || words[0][0] == '-') {
        all_show(stdout, &arena);
    } else if (command_words(count, (char *const *)words, &command, &used, &note) == ERR_OK) {
        command_show(stdout, command, &arena);
    } else {
        bool known = false;
        for (const struct command *const *c = commands_all; *c; c++)
            known = known || strcmp((*c)->noun, words[0]) == 0;
        bool noun_only = count == 1 || words[1][0] == '-';
        if (known && noun_only) {
            printf("Commands of %s:\n", words[0]);
            commands_show(stdout, words[0], &arena);
        } else {
            status = cli_fail(cli, fail(cli->session.note, ERR_USAGE, "%s", note.text));
        }
    }
    arena_done(&arena);
    return status;
}
