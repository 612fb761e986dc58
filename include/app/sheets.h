/* sheets: how a session's writers are told about paper, figures and the firm.
 *
 * One place for what leaves the program, whether from the shell or from a screen.
 * Memory: the options borrow the firm's name from the open book. */
#ifndef APP_SHEETS_H
#define APP_SHEETS_H

#include "app/command.h"
#include "out/writers.h"

/* The width is that of text. Without a book: A4, and nothing at the foot. */
void sheets_options(const struct session *session, int width, struct writer_options *out);

#endif
