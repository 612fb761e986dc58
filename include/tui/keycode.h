/* keycode: keys and their names, both ways, for the table of keys, the help and the scripts.
 *
 * Names: "a" "[" "é" one character; "Space" "Enter" "Esc" "Tab" "Shift-Tab" "Backspace" "Del"
 * "Ins" "Up" "Down" "Left" "Right" "Home" "End" "PgUp" "PgDn" "F1".."F20"; "Ctrl-S", in scripts
 * "C-s" too, with Ctrl. What is pasted is "Paste-a", "Paste-Space", "Paste-Tab", "Paste-Enter": it
 * is text, never a command, so it has a code of its own. Case of the words does not matter, of
 * single characters it does. "Minus" and the like do not exist: "-" is "-".
 * Holds: keycode_parse(keycode_name(k)) == k. Ctrl-M and Ctrl-J are Enter, Ctrl-I is Tab, Ctrl-H is
 * Backspace, Ctrl-[ is Esc: terminals cannot tell them apart.
 * Knows: nothing of curses. Fails with: INPUT. */
#ifndef TUI_KEYCODE_H
#define TUI_KEYCODE_H

#include "base/err.h"

#include <stdint.h>

enum keycode {
    KEYCODE_NONE, /* nothing was typed in the time given */
    KEYCODE_RUNE, /* a character: rune */
    KEYCODE_CTRL, /* Ctrl and a letter or one of \ ] ^ _ : rune, lower case */
    KEYCODE_F,    /* a function key: rune is its number */
    KEYCODE_ENTER,
    KEYCODE_ESC,
    KEYCODE_TAB,
    KEYCODE_BACKTAB,
    KEYCODE_BACKSPACE,
    KEYCODE_DEL,
    KEYCODE_INS,
    KEYCODE_UP,
    KEYCODE_DOWN,
    KEYCODE_LEFT,
    KEYCODE_RIGHT,
    KEYCODE_HOME,
    KEYCODE_END,
    KEYCODE_PGUP,
    KEYCODE_PGDN,
    KEYCODE_RESIZE, /* the terminal has a new size: lay out and draw again */
    KEYCODE_PASTED, /* a character out of a paste: rune; between lines '\n', between cells '\t' */
    KEYCODE_LEAVE,  /* terminal gone, or asked to end by a signal: keep drafts and leave, now */
    KEYCODE_OTHER   /* a key that we do not know; ignored everywhere */
};

struct key {
    enum keycode code;
    uint32_t rune;
};

struct key key_rune(uint32_t rune); /* control characters become their keys, so '\r' is Enter */
struct key key_ctrl(char letter);
struct key key_of(enum keycode code);
struct key key_f(unsigned number);
struct key key_pasted(uint32_t rune);
bool key_is(struct key key, enum keycode code);
bool key_same(struct key a, struct key b);
bool key_is_text(struct key key); /* a character that can be typed into a field */

#define KEYCODE_TEXT 16
const char *keycode_name(struct key key, char out[KEYCODE_TEXT]); /* "" for NONE */
enum err keycode_parse(const char *name, struct key *out, struct note *note);

/* Reads the next key of a script: names parted by blanks, "quoted text" stands for its characters
 * (`""` for one quote). Moves *at; out->code is KEYCODE_NONE at the end. `left` in the caller's
 * struct remembers a quoted run. */
struct keycode_script {
    const char *at;
    bool quoted;
};
enum err keycode_next(struct keycode_script *script, struct key *out, struct note *note);

#endif
