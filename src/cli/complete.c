#include "cli/complete.h"

#include "cli/options.h"

#include <string.h>

static bool is_shown(const struct command *c)
{
    return !(c->flags & COMMAND_HIDDEN);
}

/* Is this row the first one of its noun? Then the noun is named here. */
static bool is_first(const struct command *const *c)
{
    for (const struct command *const *before = commands_all; before < c; before++)
        if (is_shown(*before) && strcmp((*before)->noun, (*c)->noun) == 0)
            return false;
    return is_shown(*c);
}

static void nouns_write(FILE *f)
{
    const char *gap = "";

    for (const struct command *const *c = commands_all; *c; c++)
        if (is_first(c)) {
            fprintf(f, "%s%s", gap, (*c)->noun);
            gap = " ";
        }
}

static void verbs_write(FILE *f, const char *noun)
{
    const char *gap = "";

    for (const struct command *const *c = commands_all; *c; c++)
        if (is_shown(*c) && (*c)->verb && strcmp((*c)->noun, noun) == 0) {
            fprintf(f, "%s%s", gap, (*c)->verb);
            gap = " ";
        }
}

static void options_write(FILE *f)
{
    const char *gap = "";

    for (const struct option_row *o = options_all; o->name; o++)
        if (!o->hidden) {
            fprintf(f, "%s--%s", gap, o->name);
            gap = " ";
        }
}

static bool is_file(const struct option_row *o)
{
    return o->value && strcmp(o->value, "FILE") == 0;
}

static bool has_choices(const struct option_row *o)
{
    return o->value && strchr(o->value, '|') != NULL;
}

static void option_choices_write(FILE *f, const struct option_row *o)
{
    for (const char *p = o->value; *p; p++)
        fputc(*p == '|' ? ' ' : *p, f);
}

/* The words of one case label: "customer add". */
static void label_write(FILE *f, const struct command *c)
{
    fprintf(f, "%s%s%s", c->noun, c->verb ? " " : "", c->verb ? c->verb : "");
}

static void choices_write(FILE *f, const struct arg *a)
{
    for (int i = 0; a->choices[i]; i++)
        fprintf(f, "%s%s", i ? " " : "", a->choices[i]);
}

/* One body for bash and zsh: $noun, $verb, $before (the word before) and $cur are set; it answers
 * with the words in $found and $files=1 where a file's name is wanted. */
static void cases_write(FILE *f)
{
    fputs("    case \"$noun $verb $before\" in\n", f);
    for (const struct command *const *c = commands_all; *c; c++) {
        for (const struct arg *a = (*c)->args; is_shown(*c) && a && a->name; a++) {
            if (!a->choices && a->kind != ARG_FILE)
                continue;
            fprintf(f, "    '%s %s --%s') ", (*c)->noun, (*c)->verb ? (*c)->verb : "", a->name);
            if (a->kind == ARG_FILE) {
                fputs("files=1; return ;;\n", f);
            } else {
                fputs("found='", f);
                choices_write(f, a);
                fputs("'; return ;;\n", f);
            }
        }
    }
    fputs("    esac\n    case \"$before\" in\n", f);
    for (const struct option_row *o = options_all; o->name; o++) {
        if (o->hidden || !(is_file(o) || has_choices(o)))
            continue;
        fputs("    ", f);
        if (o->letter)
            fprintf(f, "-%c|", o->letter);
        fprintf(f, "--%s) ", o->name);
        fputs(is_file(o) ? "files=1" : "found='", f);
        if (!is_file(o)) {
            option_choices_write(f, o);
            fputc('\'', f);
        }
        fputs("; return ;;\n", f);
    }
    fputs("    esac\n    case \"$noun $verb\" in\n    ' ') found='", f);
    nouns_write(f);
    fputs(" '$options ;;\n", f);
    for (const struct command *const *c = commands_all; *c; c++) {
        if (is_first(c) && (*c)->verb) {
            fprintf(f, "    '%s ') found='", (*c)->noun);
            verbs_write(f, (*c)->noun);
            fputs("' ;;\n", f);
        }
        if (!is_shown(*c))
            continue;
        fputs("    '", f);
        label_write(f, *c);
        fprintf(f, "%s') found='", (*c)->verb ? "" : " ");
        for (const struct arg *a = (*c)->args; a && a->name; a++)
            fprintf(f, "--%s ", a->name);
        fputs("'$options ;;\n", f);
    }
    fputs("    esac\n", f);
}

/* The words typed so far: options skipped with their values, then noun and verb. */
static void scan_write(FILE *f)
{
    fputs("    local skip='' word\n    for word in \"${typed[@]}\"; do\n"
          "        if [ -n \"$skip\" ]; then skip=''; continue; fi\n        case \"$word\" in\n",
          f);
    fputs("        ", f);
    const char *gap = "";
    for (const struct option_row *o = options_all; o->name; o++)
        if (o->value) {
            fprintf(f, "%s--%s", gap, o->name);
            gap = "|";
            if (o->letter)
                fprintf(f, "|-%c", o->letter);
        }
    fputs(") skip=1 ;;\n        -*) [ -z \"$noun\" ] || break ;;\n"
          "        *) if [ -z \"$noun\" ]; then noun=$word; elif [ -z \"$verb\" ]; then "
          "verb=$word; break; fi ;;\n"
          "        esac\n    done\n    local options='",
          f);
    options_write(f);
    fputs("'\n", f);
}

static void bash_write(FILE *f)
{
    fputs("# arledger: completion for bash\n_arledger_words()\n{\n", f);
    scan_write(f);
    cases_write(f);
    fputs("}\n\n_arledger()\n{\n    local cur=${COMP_WORDS[COMP_CWORD]} "
          "before=${COMP_WORDS[COMP_CWORD-1]}\n"
          "    local noun='' verb='' found='' files=''\n"
          "    local typed=(\"${COMP_WORDS[@]:1:COMP_CWORD-1}\")\n    _arledger_words\n"
          "    if [ -n \"$files\" ]; then COMPREPLY=($(compgen -f -- \"$cur\"))\n"
          "    else COMPREPLY=($(compgen -W \"$found\" -- \"$cur\")); fi\n}\n"
          "complete -o filenames -F _arledger arledger\n",
          f);
}

static void zsh_write(FILE *f)
{
    fputs("#compdef arledger\n# arledger: completion for zsh\n_arledger_words()\n{\n", f);
    scan_write(f);
    cases_write(f);
    fputs("}\n\n_arledger()\n{\n    local before=${words[CURRENT-1]} noun='' verb='' files=''\n"
          "    local -a typed\n    typed=(${words[2,CURRENT-1]})\n    local found=''\n    "
          "_arledger_words\n"
          "    if [[ -n $files ]]; then _files; else compadd -- ${=found}; fi\n}\n"
          "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _arledger \"$@\"; else compdef "
          "_arledger arledger; fi\n",
          f);
}

/* A text between single quotes of fish. */
static void fish_text(FILE *f, const char *text)
{
    fputc('\'', f);
    for (; text && *text; text++) {
        if (*text == '\'' || *text == '\\')
            fputc('\\', f);
        fputc(*text == '\n' ? ' ' : *text, f);
    }
    fputc('\'', f);
}

static void fish_args(FILE *f, const struct command *c)
{
    for (const struct arg *a = c->args; a && a->name; a++) {
        fputs("complete -c arledger -n '__fish_seen_subcommand_from ", f);
        fprintf(f, "%s", c->noun);
        if (c->verb)
            fprintf(f, "; and __fish_seen_subcommand_from %s", c->verb);
        fprintf(f, "' -l %s", a->name);
        if (a->kind == ARG_FILE)
            fputs(" -r -F", f);
        else if (a->kind != ARG_FLAG)
            fputs(" -x", f);
        if (a->choices) {
            fputs(" -a '", f);
            choices_write(f, a);
            fputc('\'', f);
        }
        fputs(" -d ", f);
        fish_text(f, a->help);
        fputc('\n', f);
    }
}

static void fish_write(FILE *f)
{
    fputs("# arledger: completion for fish\ncomplete -c arledger -f\n", f);
    for (const struct option_row *o = options_all; o->name; o++) {
        if (o->hidden)
            continue;
        fprintf(f, "complete -c arledger -l %s", o->name);
        if (o->letter)
            fprintf(f, " -s %c", o->letter);
        if (o->value)
            fputs(is_file(o) ? " -r -F" : " -x", f);
        if (has_choices(o)) {
            fputs(" -a '", f);
            option_choices_write(f, o);
            fputc('\'', f);
        }
        fputs(" -d ", f);
        fish_text(f, o->help);
        fputc('\n', f);
    }
    fputs("set -l nouns ", f);
    nouns_write(f);
    fputc('\n', f);
    for (const struct command *const *c = commands_all; *c; c++) {
        if (is_first(c))
            fprintf(f, "complete -c arledger -n \"not __fish_seen_subcommand_from $nouns\" -a %s\n",
                    (*c)->noun);
        if (!is_shown(*c))
            continue;
        if ((*c)->verb) {
            fprintf(f,
                    "complete -c arledger -n \"__fish_seen_subcommand_from %s; and not "
                    "__fish_seen_subcommand_from ",
                    (*c)->noun);
            verbs_write(f, (*c)->noun);
            fprintf(f, "\" -a %s -d ", (*c)->verb);
            fish_text(f, (*c)->summary);
            fputc('\n', f);
        }
        fish_args(f, *c);
    }
}

void complete_write(FILE *f, const char *shell)
{
    if (strcmp(shell, "zsh") == 0)
        zsh_write(f);
    else if (strcmp(shell, "fish") == 0)
        fish_write(f);
    else
        bash_write(f);
}
