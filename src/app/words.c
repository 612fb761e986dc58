#include "app/words.h"

#include "app/args.h"
#include "base/arena.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#define DISTANCE_NONE 99
#define DISTANCE_LETTERS 40

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Reads one word at *at into `out`, unquoted. */
static enum err word_read(const char **at, struct buf *out, struct note *note)
{
    const char *p = *at;
    char quote = 0;

    for (; *p && (quote || !is_blank(*p)); p++) {
        if (quote == '\'') {
            if (*p == '\'')
                quote = 0;
            else
                buf_char(out, *p);
        } else if (*p == '\\' && p[1] && (!quote || strchr("\"\\$`", p[1]))) {
            buf_char(out, *++p);
        } else if (quote && *p == quote) {
            quote = 0;
        } else if (!quote && (*p == '\'' || *p == '"')) {
            quote = *p;
        } else {
            buf_char(out, *p);
        }
    }
    *at = p;
    if (quote)
        return fail(note, ERR_USAGE,
                    "a quote (%c) is opened and not closed; close it at the end of "
                    "its value",
                    quote);
    return ERR_OK;
}

enum err words_split(const char *line, struct arena *arena, char ***words, int *count,
                     struct note *note)
{
    size_t len = strlen(line);
    /* at most every second byte begins a word */
    char **list = arena_new(arena, (len / 2 + 2) * sizeof *list);
    struct buf word;
    enum err e = ERR_OK;
    int n = 0;

    buf_init(&word, len + 1);
    for (const char *p = line;;) {
        while (is_blank(*p))
            p++;
        if (!*p || *p == '#')
            break;
        buf_reset(&word);
        TRY_OUT(word_read(&p, &word, note));
        list[n++] = arena_bytes(arena, word.data, word.len);
    }
    *words = list;
    *count = n;
out:
    buf_done(&word);
    return e;
}

static bool is_plain(const char *word)
{
    if (!*word)
        return false;
    for (; *word; word++) {
        unsigned char c = (unsigned char)*word;
        if (c < 128 && !isalnum(c) && !strchr("_./:@%+,=-", c))
            return false;
    }
    return true;
}

void word_quote(struct buf *out, const char *word)
{
    if (is_plain(word)) {
        buf_text(out, word);
        return;
    }
    buf_char(out, '\'');
    for (; *word; word++) {
        if (*word == '\'')
            buf_text(out, "'\\''");
        else
            buf_char(out, *word);
    }
    buf_char(out, '\'');
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int word_distance(const char *typed, const char *name)
{
    int row[3][DISTANCE_LETTERS + 1];
    size_t a_len = strlen(typed), b_len = strlen(name);
    int a = (int)a_len, b = (int)b_len;

    if (a_len > DISTANCE_LETTERS || b_len > DISTANCE_LETTERS)
        return DISTANCE_NONE;
    for (int j = 0; j <= b; j++)
        row[0][j] = j;
    for (int i = 1; i <= a; i++) {
        int *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];
        now[0] = i;
        for (int j = 1; j <= b; j++) {
            int x = tolower((unsigned char)typed[i - 1]), y = tolower((unsigned char)name[j - 1]);
            now[j] = least(least(before[j] + 1, now[j - 1] + 1), before[j - 1] + (x != y));
            /* two letters in the wrong order are one slip */
            if (i > 1 && j > 1 && x == tolower((unsigned char)name[j - 2]) &&
                y == tolower((unsigned char)typed[i - 2]))
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    int distance = row[a % 3][b];
    int letters = least(a, b); /* of three, two others are another word */
    int allowed = letters <= 3 ? 1 : letters <= 6 ? 2 : 3;
    return distance <= allowed && distance < b ? distance : DISTANCE_NONE;
}
