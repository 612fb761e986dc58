/* keys: the table of all keys: where one is valid, which one it is, and what it says.
 *
 * `text` is a line as one would type it behind `:`, with {placeholders} for what is selected.
 * Holds: one key has one meaning in all lists, and one in all forms; every text can be read, so
 * keys_make fails for none (a test runs over all rows). */
#ifndef VIEW_KEYS_H
#define VIEW_KEYS_H

#include "tui/motion.h"
#include "view/desk.h"

struct key_row {
    const char
        *scope; /* "global", "table", "page", "form", or a view's name; NULL ends the table */
    const char *key;
    const char *text;
    const char *label; /* in the bottom bar and the help; NULL: help says what the text does */
    int bar;           /* place in the bottom bar; 0 = not there */
};
extern const struct key_row keys_all[];

enum binding_kind { BINDING_MOTION, BINDING_DESK, BINDING_VIEW, BINDING_GO, BINDING_COMMAND };

/* A row, read. */
struct binding {
    const char *name; /* of the key, as it is shown */
    const struct key_row *row;
    struct key key;
    enum binding_kind kind;
    enum motion motion;
    const struct desk_word *word;
    const struct view_word *view_word;
    const struct view_class *class;
    const struct command *command;
    const char *fixed; /* "kind note": what no row gives; "" = nothing */
    char **words;
    int count;
};

/* Reads the whole table; ERR_USAGE names the row that says nothing. A command that this program
 * does not have (yet) leaves its row out. */
enum err keys_make(struct desk *desk, struct note *note);
/* What the key says in this view: its own scope, its kind's, global. NULL = nothing. */
const struct binding *key_binding(const struct desk *desk, const struct view *view, struct key key);
bool key_in_scope(const struct key_row *row, const struct view *view);
const char *view_kind_scope(enum view_kind kind);
const char *view_scope(const struct view *view); /* of its kind, as it stands now; "" = none */
bool view_types(const struct view *view); /* are letters typed here, and not commands? */
/* The sentence why it cannot run now, or NULL. */
const char *binding_why_not(struct desk *desk, const struct binding *binding);
const char *binding_help(const struct binding *binding, struct arena *arena);
void binding_run(struct desk *desk, const struct binding *binding);
/* The keys of the bottom bar: those of the view first. Returns how many. */
int keys_bar(struct desk *desk, struct frame_key *out, int room);

#endif
