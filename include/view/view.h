/* view: the screens. main gives them the session; everything they do is a command or a motion.
 *
 * Knows: app, ledger (queries only), report, tui. Fails with: what term_start says. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "app/command.h"

struct view_options {
    const char *headless; /* "80x24", or NULL for the real terminal */
    const char *script;   /* keys for headless, a file; NULL = none */
    bool plain;           /* prompts instead of a screen */
    bool color, ascii;
};

/* Runs until the user leaves; the exit status. */
int view_main(struct session *session, const struct view_options *options);

#endif
