/* plain: the screens as questions and answers, one line each, for a screen reader, a braille line,
 * a
 * teletype or a dumb terminal.
 *
 * The same forms answer: their checks, hints and words. `<` goes one question back, an empty line
 * takes what stands in brackets, `?` says what is wanted, the end of the input leaves.
 * Nothing is drawn, no character but what is said. Fails with: what the books say, which is
 * printed. */
#ifndef VIEW_PLAIN_H
#define VIEW_PLAIN_H

#include "app/command.h"

#include <stdio.h>

/* Until q or the end of the input. Tables and pages go where the session's answers go. */
enum err plain_run(struct session *session, FILE *in, FILE *out);

#endif
