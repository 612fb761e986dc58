/* binding: a row of the table of keys, read: what the key means on a screen, whether it can be done
 * now, and the bottom bar.
 *
 * Holds: bindings_make fails for no row that is there (a test runs over all). Knows: commands, the
 * desk and its words. Memory: the desk's life. */
#ifndef VIEW_BINDING_H
#define VIEW_BINDING_H

#include "tui/motion.h"
#include "view/desk.h"
#include "view/keys.h"

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
enum err bindings_make(struct desk *desk, struct note *note);
/* What the key says in this view: its own scope, its kind's, global. NULL = nothing. */
const struct binding *binding_of_key(const struct desk *desk, const struct view *view,
                                     struct key key);
bool binding_in_scope(const struct binding *binding, const struct view *view);
const char *view_kind_scope(enum view_kind kind);
const char *view_scope(const struct view *view); /* of its kind, as it stands now; "" = none */
bool view_types(const struct view *view);        /* are letters typed here, and not commands? */
/* The sentence why it cannot run now, or NULL. */
const char *binding_why_not(struct desk *desk, const struct binding *binding);
const char *binding_help(const struct binding *binding, struct arena *arena);
void binding_run(struct desk *desk, const struct binding *binding);
/* The keys of the bottom bar: those of the view first. Returns how many. */
int bindings_bar(struct desk *desk, struct frame_key *out, int room);

#endif
