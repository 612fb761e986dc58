/* safe: text of a cell as one line that can steer no terminal, printer or spreadsheet reader.
 *
 * Holds: the result has no control byte; line ends and tabs become blanks, the rest is text_safe's.
 * Memory: the text itself when it is plain, else the scratch buffer until its next use. */
#ifndef OUT_SAFE_H
#define OUT_SAFE_H

#include "base/buf.h"

const char *safe_line(struct buf *scratch, const char *text); /* NULL gives "" */

#endif
