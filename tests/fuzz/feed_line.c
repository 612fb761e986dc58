/* feed_line: one text as a command line: split into words, given to its command, shown again. */
#include "app/command.h"
#include "app/words.h"
#include "base/arena.h"
#include "base/buf.h"
#include "fuzz/target.h"

#include <stdlib.h>
#include <string.h>

#define LINE_MOST ((size_t)1 << 20)

static const struct date_habit habit = {{20779}, DATE_DMY}; /* 2026-11-22 */

/* Words in quotes are the same words. */
static void words_hold(char *const *words, int count, struct arena *arena)
{
    struct note note = {0};
    struct buf line;
    char **again;
    int n;

    buf_init(&line, LINE_MOST);
    for (int i = 0; i < count; i++) {
        buf_char(&line, ' ');
        word_quote(&line, words[i]);
    }
    must(words_split(line.data, arena, &again, &n, &note) == ERR_OK && n == count);
    for (int i = 0; i < n; i++)
        must(strcmp(again[i], words[i]) == 0);
    buf_done(&line);
}

/* args_parse(args_text(a)) == a, whatever the notation in which `a` was typed. */
static void args_hold(const struct args *args, struct arena *arena)
{
    const char *text = args_text(args, true, arena);
    const struct command *command = NULL;
    struct note note = {0};
    struct args again;
    char **words;
    int count, used = 0;

    args_text(args, false, arena);
    must(words_split(text, arena, &words, &count, &note) == ERR_OK);
    must(command_words(count, words, &command, &used, &note) == ERR_OK);
    must(command == args->command);
    args_init(&again, command, arena, &habit, &notation_plain);
    must(args_words(&again, count - used, words + used, &note) == ERR_OK);
    must(strcmp(args_text(&again, true, arena), text) == 0);
}

void feed_line(const uint8_t *bytes, size_t len)
{
    static const struct notation comma = {.decimal = ',', .group = '.', .implied = false};
    char *line = feed_string(bytes, len);
    const struct command *command = NULL;
    struct arena arena = {0};
    struct note note = {0};
    struct args args;
    char **words;
    int count = 0, used = 0;

    if (words_split(line, &arena, &words, &count, &note) == ERR_OK) {
        words_hold(words, count, &arena);
        if (command_words(count, words, &command, &used, &note) == ERR_OK) {
            args_init(&args, command, &arena, &habit, len % 2 ? &comma : &notation_plain);
            note_clear(&note);
            const enum err e = args_words(&args, count - used, words + used, &note);
            must(e == ERR_OK || note.text[0]);
            if (e == ERR_OK)
                args_hold(&args, &arena);
        }
    }
    arena_done(&arena);
    free(line);
}
