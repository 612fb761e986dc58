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

/* Names of columns that no field wants, as words: "Balance, Branch and 3 more"; nth from 0. */
#define MAPTEXT_UNREAD 5
void maptext_unread(struct buf *out, int nth, const char *name);
void maptext_unread_end(struct buf *out, int count);

#endif
