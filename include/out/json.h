/* json: pieces of JSON text, for the writer and for whoever prints one object a line.
 *
 * Holds: the result is valid UTF-8 without control characters; what is not printable is escaped.
 * Money, prices and quantities are decimal strings, dates ISO strings, flags true/false, none
 * null. */
#ifndef OUT_JSON_H
#define OUT_JSON_H

#include "base/buf.h"
#include "base/table.h"

void json_string(struct buf *buf, const char *text); /* with its quotes; NULL gives null */
void json_cell(struct buf *buf, const struct cell *cell);

#endif
