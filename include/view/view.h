/* view: the screens. main gives them the session; everything they do is a command or a motion.
 *
 * Knows: app, ledger (queries only), report, tui. Holds: the terminal is restored when it returns.
 * Fails with: what term_start says; of a script: USAGE, INPUT, CREATE. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "app/command.h"

struct view_options {
    const char *headless; /* "80x24", or NULL for the real terminal */
    const char *script;   /* keys for headless, a file; NULL = none */
    bool plain;           /* prompts instead of a screen */
    bool color, ascii;
    bool (*told_to_end)(void); /* before the screen listened to signals itself; NULL = never */
};

/* Runs until the user leaves; the book of the session is open. The words of a failure are in the
 * session's note. */
enum err view_main(struct session *session, const struct view_options *options);

#endif
