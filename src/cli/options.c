#include "cli/options.h"

#include "app/answer.h"
#include "app/words.h"
#include "base/card.h"
#include "base/text.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WAIT_DIGITS 6
#define ID_BYTES 200
#define AT(member) offsetof(struct cli, member)

const struct option_row options_all[] = {
    {"book", 'b', OPTION_TEXT, "FILE", AT(session.book_path), false,
     "the book; default $ARLEDGER_BOOK, else $XDG_DATA_HOME/arledger/book.arl"},
    {"today", 0, OPTION_TEXT, "DATE", AT(today), false, "the business date; default: the clock"},
    {"format", 0, OPTION_FORMAT, "text|csv|json|pdf|xlsx", AT(session.format), false,
     "how tables and pages leave; default what FILE of --output ends with, else text; `gl export` "
     "also as hledger, ledger, beancount"},
    {"raw", 0, OPTION_FLAG, NULL, AT(session.raw), false,
     "CSV as the book has it: no ' before a text that a spreadsheet would run"},
    {"output", 'o', OPTION_TEXT, "FILE", AT(session.output), false, "where a table or page goes"},
    {"force", 0, OPTION_FLAG, NULL, AT(session.force), false, "let --output replace a file"},
    {"dry-run", 0, OPTION_FLAG, NULL, AT(session.dry_run), false,
     "do it all, show what would be, and keep nothing"},
    {"wait", 0, OPTION_INT, "SECONDS", AT(session.wait_seconds), false,
     "how long to wait for another writer; default 10"},
    {"op-id", 0, OPTION_ID, "ID", AT(session.op_id), false,
     "operation id: a second use gives the stored result again"},
    {"user", 0, OPTION_TEXT, "NAME", AT(session.user), false,
     "who you are, on an account that several users share"},
    {"password-file", 0, OPTION_TEXT, "FILE", AT(password_file), false,
     "where your password stands, readable by you alone; - is standard input"},
    {"yes", 'y', OPTION_FLAG, NULL, AT(session.yes), false, "answer every question with yes"},
    {"no-input", 0, OPTION_FLAG, NULL, AT(session.no_input), false, "never ask"},
    {"quiet", 'q', OPTION_FLAG, NULL, AT(session.quiet), false, "say nothing about what went well"},
    {"plain", 0, OPTION_FLAG, NULL, AT(session.plain), false, "one line a question, nothing drawn"},
    {"color", 0, OPTION_WHEN, "auto|always|never", AT(session.color), false,
     "colours; NO_COLOR is honoured"},
    {"headless", 0, OPTION_TEXT, "CxR", AT(headless), false,
     "drive the screens without a terminal"},
    {"script", 0, OPTION_TEXT, "FILE", AT(script), false, "the keys that drive them"},
    {"now", 0, OPTION_MOMENT, "MOMENT", AT(session.now), true, "the clock, in a sandbox book"},
    {"actor", 0, OPTION_TEXT, "NAME", AT(session.actor), true, "who works, in a sandbox book"},
    {"locale", 0, OPTION_TEXT, "NAME", AT(session.locale), true,
     "how figures and dates look, in a sandbox book"},
    {"version", 'V', OPTION_FLAG, NULL, AT(version), false, "say which arledger this is"},
    {"help", 'h', OPTION_FLAG, NULL, AT(help), false, "help; behind a command: of the command"},
    {0},
};

/* The row that a word names; *value is what stands in the same word, or NULL. */
static const struct option_row *option_find(const char *word, const char **value)
{
    *value = NULL;
    if (word[0] != '-' || !word[1])
        return NULL;
    for (const struct option_row *row = options_all; row->name; row++) {
        size_t len = strlen(row->name);
        if (word[1] != '-') {
            if (row->letter != word[1])
                continue;
            *value = word[2] ? word + 2 : NULL;
            return row;
        }
        if (strncmp(word + 2, row->name, len) != 0 || (word[2 + len] && word[2 + len] != '='))
            continue;
        *value = word[2 + len] ? word + 3 + len : NULL;
        return row;
    }
    return NULL;
}

/* What the journal keeps beside each entry. */
static enum err id_judge(const struct option_row *row, const char *value, struct note *note)
{
    struct arena arena = {0};
    struct note why = {0};
    char *clean = NULL;
    const enum err e = text_clean(value, strlen(value), false, &arena, &clean, &why);
    const bool empty = e == ERR_OK && !*clean;

    arena_done(&arena);
    if (strlen(value) > ID_BYTES)
        return fail(note, ERR_USAGE, "--%s is longer than %d bytes", row->name, ID_BYTES);
    if (e != ERR_OK || empty)
        return fail(note, ERR_USAGE, "--%s %s%s", row->name,
                    empty ? "has an empty value" : "cannot be kept: ", why.text);
    if (card_in(value))
        return fail(note, ERR_USAGE, "--%s: " CARD_REFUSED, row->name);
    return ERR_OK;
}

static enum err option_set(struct cli *cli, const struct option_row *row, const char *value)
{
    void *place = (char *)cli + row->place;
    struct note *note = cli->session.note;

    switch (row->kind) {
    case OPTION_FLAG: *(bool *)place = true; return ERR_OK;
    case OPTION_FORMAT:
        TRY(answer_format(value, note));
        cli->format_given = true;
        break;
    case OPTION_WHEN:
        if (strcmp(value, "auto") != 0 && strcmp(value, "always") != 0 &&
            strcmp(value, "never") != 0)
            return fail(note, ERR_USAGE, "--%s: '%.20s' is not one of auto, always, never",
                        row->name, value);
        break;
    case OPTION_INT:
        if (!*value || strlen(value) > WAIT_DIGITS || strspn(value, "0123456789") != strlen(value))
            return fail(note, ERR_USAGE, "--%s: '%.20s' is not a number of %s", row->name, value,
                        "seconds");
        *(int *)place = (int)strtol(value, NULL, 10);
        return ERR_OK;
    case OPTION_MOMENT:
        if (moment_parse(value, place) != ERR_OK)
            return fail(note, ERR_USAGE,
                        "--%s: '%.40s' is not a moment, as 2026-11-22T14:03:11Z is", row->name,
                        value);
        return ERR_OK;
    case OPTION_ID: TRY(id_judge(row, value, note)); break;
    case OPTION_TEXT:
        if (!*value)
            return fail(note, ERR_USAGE, "--%s has an empty value", row->name);
        break;
    }
    memcpy(place, &value, sizeof value); /* the place is a const char * */
    return ERR_OK;
}

bool option_is(const char *word)
{
    const char *value;
    return option_find(word, &value) != NULL;
}

enum err option_take(struct cli *cli, int count, char *const *words, int *used)
{
    const char *value;
    const struct option_row *row = option_find(words[0], &value);

    *used = row ? 1 : 0;
    if (!row)
        return ERR_OK;
    if (row->kind == OPTION_FLAG && value)
        return fail(cli->session.note, ERR_USAGE, "--%s takes no value", row->name);
    if (row->kind != OPTION_FLAG && !value) {
        if (count < 2)
            return fail(cli->session.note, ERR_USAGE, "--%s has no value; write --%s %s", row->name,
                        row->name, row->value);
        value = words[1];
        *used = 2;
    }
    if (row->hidden)
        cli->overrides = true;
    return option_set(cli, row, value);
}

enum err option_unknown(struct cli *cli, const char *word)
{
    const char *near = NULL;
    char name[40];
    int nearest = 99;

    snprintf(name, sizeof name, "%.*s", (int)strcspn(word, "="), word);
    for (const struct option_row *row = options_all; row->name; row++) {
        int distance = strncmp(name, "--", 2) == 0 ? word_distance(name + 2, row->name) : nearest;
        if (distance < nearest && !row->hidden) {
            nearest = distance;
            near = row->name;
        }
    }
    if (near)
        return fail(cli->session.note, ERR_USAGE, "unknown option %s: did you mean --%s?", name,
                    near);
    return fail(cli->session.note, ERR_USAGE, "unknown option %s; `arledger --help` lists them",
                name);
}
