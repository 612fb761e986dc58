#include "tui/keycode.h"
#include "base/text.h"
#include "tui/glyph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PASTE "Paste-"

/* The first name of a code is the one it is shown by; the others are understood too. */
static const struct {
    const char *name;
    enum keycode code;
} names[] = {
    {"Enter", KEYCODE_ENTER},   {"Return", KEYCODE_ENTER},    {"Esc", KEYCODE_ESC},
    {"Escape", KEYCODE_ESC},    {"Tab", KEYCODE_TAB},         {"Shift-Tab", KEYCODE_BACKTAB},
    {"S-Tab", KEYCODE_BACKTAB}, {"BackTab", KEYCODE_BACKTAB}, {"Backspace", KEYCODE_BACKSPACE},
    {"Del", KEYCODE_DEL},       {"Delete", KEYCODE_DEL},      {"Ins", KEYCODE_INS},
    {"Insert", KEYCODE_INS},    {"Up", KEYCODE_UP},           {"Down", KEYCODE_DOWN},
    {"Left", KEYCODE_LEFT},     {"Right", KEYCODE_RIGHT},     {"Home", KEYCODE_HOME},
    {"End", KEYCODE_END},       {"PgUp", KEYCODE_PGUP},       {"PageUp", KEYCODE_PGUP},
    {"PgDn", KEYCODE_PGDN},     {"PageDown", KEYCODE_PGDN},   {"Resize", KEYCODE_RESIZE},
    {"Leave", KEYCODE_LEAVE},   {"Other", KEYCODE_OTHER},
};

struct key key_of(enum keycode code)
{
    return (struct key){.code = code};
}

struct key key_f(unsigned number)
{
    return (struct key){.code = KEYCODE_F, .rune = number};
}

struct key key_pasted(uint32_t rune)
{
    return (struct key){.code = KEYCODE_PASTED, .rune = rune};
}

struct key key_rune(uint32_t rune)
{
    switch (rune) {
    case '\r':
    case '\n': return key_of(KEYCODE_ENTER);
    case '\t': return key_of(KEYCODE_TAB);
    case '\b':
    case 0x7F: return key_of(KEYCODE_BACKSPACE);
    case 0x1B: return key_of(KEYCODE_ESC);
    case 0: return key_of(KEYCODE_OTHER);
    default: break;
    }
    if (rune <= 26)
        return (struct key){.code = KEYCODE_CTRL, .rune = rune + 'a' - 1};
    if (rune < 0x20)
        return (struct key){.code = KEYCODE_CTRL, .rune = rune + 0x40};
    if (rune < 0xA0 && rune >= 0x80)
        return key_of(KEYCODE_OTHER);
    return (struct key){.code = KEYCODE_RUNE, .rune = rune};
}

struct key key_ctrl(char letter)
{
    return key_rune((uint32_t)letter & 0x1F);
}

bool key_is(struct key key, enum keycode code)
{
    return key.code == code;
}

bool key_same(struct key a, struct key b)
{
    return a.code == b.code && a.rune == b.rune;
}

bool key_is_text(struct key key)
{
    return key.code == KEYCODE_RUNE;
}

const char *keycode_name(struct key key, char out[KEYCODE_TEXT])
{
    out[0] = 0;
    if (key.code == KEYCODE_RUNE && key.rune == ' ') {
        snprintf(out, KEYCODE_TEXT, "Space");
    } else if (key.code == KEYCODE_RUNE) {
        char utf8[5];
        glyph_encode(key.rune, utf8);
        snprintf(out, KEYCODE_TEXT, "%s", utf8);
    } else if (key.code == KEYCODE_CTRL) {
        const char letter = (char)key.rune;
        snprintf(out, KEYCODE_TEXT, "Ctrl-%c",
                 letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    } else if (key.code == KEYCODE_PASTED) {
        char rune[KEYCODE_TEXT];
        snprintf(out, KEYCODE_TEXT, PASTE "%.9s", keycode_name(key_rune(key.rune), rune));
    } else if (key.code == KEYCODE_F) {
        snprintf(out, KEYCODE_TEXT, "F%u", key.rune);
    } else {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (names[i].code == key.code) {
                snprintf(out, KEYCODE_TEXT, "%s", names[i].name);
                break;
            }
    }
    return out;
}

static bool function_parse(const char *name, struct key *out)
{
    if ((name[0] != 'F' && name[0] != 'f') || name[1] < '1' || name[1] > '9')
        return false;
    char *end;
    unsigned long number = strtoul(name + 1, &end, 10);
    if (*end != 0 || number > 20)
        return false;
    *out = key_f((unsigned)number);
    return true;
}

static bool ctrl_parse(const char *name, struct key *out)
{
    const char *dash = strchr(name, '-');
    char before[KEYCODE_TEXT];
    if (!dash || dash[1] == 0 || dash[2] != 0 || dash - name >= KEYCODE_TEXT)
        return false;
    snprintf(before, sizeof before, "%.*s", (int)(dash - name), name);
    if (!text_same(before, "C") && !text_same(before, "Ctrl"))
        return false;
    char letter = dash[1];
    bool known = (letter >= 'a' && letter <= 'z') || (letter >= '[' && letter <= '_') ||
                 (letter >= 'A' && letter <= 'Z');
    if (known)
        *out = key_ctrl(letter);
    return known;
}

static bool pressed_parse(const char *name, struct key *out)
{
    size_t len;
    uint32_t rune = glyph_decode(name, &len);
    if (len > 0 && name[len] == 0 && rune > ' ') {
        *out = key_rune(rune);
        return true;
    }
    if (text_same(name, "Space")) {
        *out = key_rune(' ');
        return true;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_same(name, names[i].name)) {
            *out = key_of(names[i].code);
            return true;
        }
    return function_parse(name, out) || ctrl_parse(name, out);
}

static bool pasted_parse(const char *name, struct key *out)
{
    if (strncmp(name, PASTE, strlen(PASTE)) != 0 || !pressed_parse(name + strlen(PASTE), out))
        return false;
    if (key_is_text(*out))
        *out = key_pasted(out->rune);
    else if (key_is(*out, KEYCODE_ENTER) || key_is(*out, KEYCODE_TAB))
        *out = key_pasted(key_is(*out, KEYCODE_TAB) ? '\t' : '\n');
    return key_is(*out, KEYCODE_PASTED);
}

enum err keycode_parse(const char *name, struct key *out, struct note *note)
{
    if (pressed_parse(name, out) || pasted_parse(name, out))
        return ERR_OK;
    return fail(
        note, ERR_INPUT,
        "there is no key \"%.40s\"; keys are single characters, F1 to F20, Ctrl-A to Ctrl-Z, "
        "Enter, Esc, Tab, Shift-Tab, Space, Backspace, Del, Ins, Home, End, PgUp, PgDn, Up, Down, "
        "Left "
        "and Right",
        name);
}

/* One character of a quoted run; false when the run ended here. */
static bool quoted_next(struct keycode_script *script, struct key *out)
{
    if (script->at[0] == '"' && script->at[1] != '"') {
        script->at++;
        script->quoted = false;
        return false;
    }
    if (script->at[0] == '"')
        script->at++;
    size_t len;
    uint32_t rune = glyph_decode(script->at, &len);
    script->at += len;
    *out = key_rune(rune);
    return true;
}

enum err keycode_next(struct keycode_script *script, struct key *out, struct note *note)
{
    *out = key_of(KEYCODE_NONE);
    for (;;) {
        if (script->quoted) {
            if (*script->at == 0)
                return fail(note, ERR_INPUT, "the quoted text has no closing quote");
            if (quoted_next(script, out))
                return ERR_OK;
            continue;
        }
        script->at += strspn(script->at, " \t\r\n");
        if (*script->at == 0)
            return ERR_OK;
        if (script->at[0] == '"' && script->at[1] != 0 &&
            strchr(" \t\r\n", script->at[1]) == NULL) {
            script->at++;
            script->quoted = true;
            continue;
        }
        char name[KEYCODE_TEXT];
        size_t len = strcspn(script->at, " \t\r\n");
        if (len >= sizeof name)
            return fail(note, ERR_INPUT, "there is no key \"%.*s\"", (int)(len > 40 ? 40 : len),
                        script->at);
        memcpy(name, script->at, len);
        name[len] = 0;
        script->at += len;
        return keycode_parse(name, out, note);
    }
}
