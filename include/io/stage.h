/* stage: records of an import, parsed and checked, waiting in an unlinked file for the write lane.
 *
 * Holds: records come back in the order in which they were added, byte for byte; memory is
 * constant. A record may also be read again by its place, so that lines of one document need not be
 * adjacent.
 * Fails with: FULL, IO, LIMIT (a record above STAGE_RECORD_MAX). */
#ifndef IO_STAGE_H
#define IO_STAGE_H

#include "base/err.h"

#include <stdint.h>

#define STAGE_RECORD_MAX (1u << 24)

struct stage;

enum err stage_open(struct note *note, struct stage **out); /* the note is borrowed for its life */
void stage_close(struct stage *stage);                      /* NULL is fine */
/* place may be NULL; it is what stage_get takes. */
enum err stage_add(struct stage *stage, const void *bytes, size_t len, int64_t *place);
/* Back to the first record; may be called again. Adding more afterwards is allowed. */
enum err stage_rewind(struct stage *stage);
/* The bytes live until the next call; aligned to 8; *bytes NULL at the end. */
enum err stage_next(struct stage *stage, const void **bytes, size_t *len);
enum err stage_get(struct stage *stage, int64_t place, const void **bytes, size_t *len);

#endif
