/* keys: the table of all keys: where one is valid, which one it is, and what it says.
 *
 * `text` is a line as one would type it behind `:`, with {placeholders} for what is selected.
 * Holds: one key has one meaning in all lists, and one in all forms; every text can be read
 * (view/binding.h). */
#ifndef VIEW_KEYS_H
#define VIEW_KEYS_H

struct key_row {
    const char
        *scope; /* "global", "table", "page", "form", or a view's name; NULL ends the table */
    const char *key;
    const char *text;
    const char *label; /* in the bottom bar and the help; NULL: help says what the text does */
    int bar;           /* place in the bottom bar; 0 = not there */
};
extern const struct key_row keys_all[];

#endif
