/* maptext: "field=column; field=column": the text form of mappings and profiles.
 *
 * Values with ; = " or blanks stand in quotes, "" inside is one quote. */
#ifndef IO_MAPTEXT_H
#define IO_MAPTEXT_H

#include "base/buf.h"

/* The next pair of a text that it cuts up; key NULL at the end, value NULL when there is no =. */
void maptext_next(char **text, char **key, char **value);
/* Adds a value, in quotes where it needs them. */
void maptext_add(struct buf *out, const char *value);

#endif
