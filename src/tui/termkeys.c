#include "tui/termkeys.h"

#include <curses.h>

/* Sequences that terminals send though terminfo does not say so. The numeric pad in application
 * mode (PuTTY and its kin: ncurses knows 5 of 18 pad keys, so the clerk's digits would vanish),
 * and the many ways to say Home and End. */
static const struct {
    const char *sequence;
    int key;
} sequences[] = {
    {"\033Op", '0'},        {"\033Oq", '1'},       {"\033Or", '2'},       {"\033Os", '3'},
    {"\033Ot", '4'},        {"\033Ou", '5'},       {"\033Ov", '6'},       {"\033Ow", '7'},
    {"\033Ox", '8'},        {"\033Oy", '9'},       {"\033OM", '\r'},      {"\033On", '.'},
    {"\033Om", '-'},        {"\033Ok", '+'},       {"\033Oj", '*'},       {"\033Oo", '/'},
    {"\033Ol", ','},        {"\033[1~", KEY_HOME}, {"\033[7~", KEY_HOME}, {"\033[H", KEY_HOME},
    {"\033OH", KEY_HOME},   {"\033[4~", KEY_END},  {"\033[8~", KEY_END},  {"\033[F", KEY_END},
    {"\033OF", KEY_END},    {"\033[3~", KEY_DC},   {"\033[Z", KEY_BTAB},  {"\033[5~", KEY_PPAGE},
    {"\033[6~", KEY_NPAGE}, {"\033[A", KEY_UP},    {"\033[B", KEY_DOWN},  {"\033[C", KEY_RIGHT},
    {"\033[D", KEY_LEFT},
};

/* F1 and so on, as PuTTY sends them, a console of Linux, and xterm: TERM says xterm for all. */
#define WAYS 3
static const char *const functions[][WAYS] = {
    {"\033[11~", "\033[[A", "\033OP"},
    {"\033[12~", "\033[[B", "\033OQ"},
    {"\033[13~", "\033[[C", "\033OR"},
    {"\033[14~", "\033[[D", "\033OS"},
    {"\033[15~", "\033[[E"},
    {"\033[17~"},
    {"\033[18~"},
    {"\033[19~"},
    {"\033[20~"},
    {"\033[21~"},
    {"\033[23~"},
    {"\033[24~"},
};

static const struct {
    int curses_key;
    enum keycode code;
} keys[] = {
    {KEY_ENTER, KEYCODE_ENTER}, {KEY_BTAB, KEYCODE_BACKTAB}, {KEY_BACKSPACE, KEYCODE_BACKSPACE},
    {KEY_DC, KEYCODE_DEL},      {KEY_IC, KEYCODE_INS},       {KEY_UP, KEYCODE_UP},
    {KEY_DOWN, KEYCODE_DOWN},   {KEY_LEFT, KEYCODE_LEFT},    {KEY_RIGHT, KEYCODE_RIGHT},
    {KEY_HOME, KEYCODE_HOME},   {KEY_FIND, KEYCODE_HOME},    {KEY_A1, KEYCODE_HOME},
    {KEY_END, KEYCODE_END},     {KEY_SELECT, KEYCODE_END},   {KEY_LL, KEYCODE_END},
    {KEY_C1, KEYCODE_END},      {KEY_PPAGE, KEYCODE_PGUP},   {KEY_A3, KEYCODE_PGUP},
    {KEY_NPAGE, KEYCODE_PGDN},  {KEY_C3, KEYCODE_PGDN},      {KEY_RESIZE, KEYCODE_RESIZE},
};

void termkeys_define(void)
{
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
        define_key(sequences[i].sequence, sequences[i].key);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        for (int way = 0; way < WAYS && functions[i][way] != NULL; way++)
            define_key(functions[i][way], KEY_F((int)i + 1));
    define_key("\033[200~", TERMKEYS_PASTE);
    define_key("\033[201~", TERMKEYS_PASTE_END);
}

struct key termkeys_of(int curses_key)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].curses_key == curses_key)
            return key_of(keys[i].code);
    if (curses_key >= KEY_F(1) && curses_key <= KEY_F(20))
        return key_f((unsigned)(curses_key - KEY_F0));
    return key_of(KEYCODE_OTHER);
}
