#include "tui/style.h"

#include <curses.h>

/* Colours of pairs: 1 red, 2 green, 3 cyan, 4 blue, 5 magenta; all on the terminal's own
 * background. No yellow or white: unreadable on light. No dim either where a colour could do it:
 * several terminals show dim as black. */
enum pair { PAIR_NONE, PAIR_RED, PAIR_GREEN, PAIR_CYAN, PAIR_MAGENTA };

static const struct {
    attr_t attributes; /* in any case */
    attr_t without;    /* added when there are no colours */
    short pair;
} looks[STYLE_COUNT] = {
    [STYLE_NORMAL] = {A_NORMAL, A_NORMAL, PAIR_NONE},
    [STYLE_TITLE] = {A_BOLD, A_NORMAL, PAIR_NONE},
    [STYLE_DIM] = {A_NORMAL, A_NORMAL, PAIR_CYAN},
    [STYLE_HEAD] = {A_NORMAL, A_NORMAL, PAIR_CYAN},
    [STYLE_TOTAL] = {A_BOLD, A_NORMAL, PAIR_NONE},
    [STYLE_BAD] = {A_NORMAL, A_BOLD, PAIR_RED},
    [STYLE_GOOD] = {A_NORMAL, A_NORMAL, PAIR_GREEN},
    [STYLE_ACCENT] = {A_BOLD, A_NORMAL, PAIR_MAGENTA},
    [STYLE_MATCH] = {A_BOLD | A_UNDERLINE, A_NORMAL, PAIR_NONE},
    [STYLE_KEY] = {A_BOLD, A_NORMAL, PAIR_NONE},
    [STYLE_FIELD] = {A_NORMAL, A_NORMAL, PAIR_NONE},
    [STYLE_FIELD_FOCUS] = {A_BOLD, A_NORMAL, PAIR_NONE},
    [STYLE_ERROR] = {A_BOLD, A_NORMAL, PAIR_RED},
};

void style_pairs(void)
{
    init_pair(PAIR_RED, COLOR_RED, -1);
    init_pair(PAIR_GREEN, COLOR_GREEN, -1);
    init_pair(PAIR_CYAN, COLOR_CYAN, -1);
    init_pair(PAIR_MAGENTA, COLOR_MAGENTA, -1);
}

unsigned style_attributes(unsigned style, bool color)
{
    unsigned selected = style & STYLE_SELECTED;
    unsigned name = style & ~(unsigned)STYLE_SELECTED;
    if (name >= STYLE_COUNT)
        name = STYLE_NORMAL;
    attr_t attributes = looks[name].attributes | (color ? A_NORMAL : looks[name].without);
    /* A coloured text in reverse would become a patch of that colour: the bar stays one colour. */
    if (color && !selected)
        attributes |= (attr_t)COLOR_PAIR(looks[name].pair);
    if (selected)
        attributes = (attributes & ~(attr_t)A_UNDERLINE) | A_REVERSE;
    return (unsigned)attributes;
}
