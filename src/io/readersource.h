/* readersource: a reader on a source that is open already, for a file that was looked at first. */
#ifndef IO_READERSOURCE_H
#define IO_READERSOURCE_H

#include "io/reader.h"
#include "io/source.h"

/* As reader_open; the source stays the caller's and outlives the reader. Its encoding and its limit
 * of bytes are those that it was opened with. */
enum err reader_open_source(struct source *source, const char *path,
                            const struct reader_options *options, struct note *note,
                            struct reader **out);

#endif
