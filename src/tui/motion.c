#include "tui/motion.h"

#include <string.h>

static const struct {
    const char *name, *help;
} motions[MOTION_COUNT] = {
    [MOTION_NONE] = {"", ""},
    [MOTION_UP] = {"move up", "previous row"},
    [MOTION_DOWN] = {"move down", "next row"},
    [MOTION_PAGE_UP] = {"move page-up", "previous page"},
    [MOTION_PAGE_DOWN] = {"move page-down", "next page"},
    [MOTION_FIRST] = {"move first", "first row"},
    [MOTION_LAST] = {"move last", "last row"},
    [MOTION_COLUMN_LEFT] = {"column left",
                            "choose the column to the left; one left out comes into view"},
    [MOTION_COLUMN_RIGHT] = {"column right",
                             "choose the column to the right; one left out comes into view"},
    [MOTION_SORT] = {"sort", "sort by the chosen column; again: the other way"},
    [MOTION_MARK] = {"mark", "mark the row"},
    [MOTION_NEXT] = {"search next", "next match"},
    [MOTION_PREVIOUS] = {"search previous", "previous match"},
    [MOTION_OPEN] = {"open", "look deeper"},
    [MOTION_CLOSE] = {"close", "back, place kept"},
};

/* The keys of every list (UX.md 2), for where no table of keys stands in front. */
static const struct {
    struct key key;
    enum motion motion;
} defaults[] = {
    {{KEYCODE_UP, 0}, MOTION_UP},
    {{KEYCODE_RUNE, 'k'}, MOTION_UP},
    {{KEYCODE_DOWN, 0}, MOTION_DOWN},
    {{KEYCODE_RUNE, 'j'}, MOTION_DOWN},
    {{KEYCODE_PGUP, 0}, MOTION_PAGE_UP},
    {{KEYCODE_PGDN, 0}, MOTION_PAGE_DOWN},
    {{KEYCODE_HOME, 0}, MOTION_FIRST},
    {{KEYCODE_END, 0}, MOTION_LAST},
    {{KEYCODE_RUNE, '<'}, MOTION_COLUMN_LEFT},
    {{KEYCODE_RUNE, '>'}, MOTION_COLUMN_RIGHT},
    {{KEYCODE_RUNE, 's'}, MOTION_SORT},
    {{KEYCODE_RUNE, ' '}, MOTION_MARK},
    {{KEYCODE_RUNE, 'n'}, MOTION_NEXT},
    {{KEYCODE_RUNE, 'N'}, MOTION_PREVIOUS},
    {{KEYCODE_ENTER, 0}, MOTION_OPEN},
    {{KEYCODE_RIGHT, 0}, MOTION_OPEN},
    {{KEYCODE_ESC, 0}, MOTION_CLOSE},
    {{KEYCODE_LEFT, 0}, MOTION_CLOSE},
    {{KEYCODE_BACKSPACE, 0}, MOTION_CLOSE},
    {{KEYCODE_RUNE, 'q'}, MOTION_CLOSE},
};

enum motion motion_find(const char *name)
{
    for (int i = 1; i < MOTION_COUNT; i++)
        if (strcmp(motions[i].name, name) == 0)
            return (enum motion)i;
    return MOTION_NONE;
}

const char *motion_help(enum motion motion)
{
    return motions[motion].help;
}

enum motion motion_of_key(struct key key)
{
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        if (key_same(defaults[i].key, key))
            return defaults[i].motion;
    return MOTION_NONE;
}
