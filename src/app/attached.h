/* attached: the files that are attached, as they are now: read, compared, opened outside.
 *
 * Fails with: MISSING, DENIED, IO (naming the path), UNAVAILABLE (no program to open it). */
#ifndef APP_ATTACHED_H
#define APP_ATTACHED_H

#include "base/hash.h"
#include "ledger/attachment.h"

/* Size and SHA-256 of a file. */
enum err attached_read(const char *path, int64_t *size, char sha256[HASH_TEXT], struct note *note);
/* Every attachment whose file is missing or another one by now, as a sentence; *found counts. */
enum err attached_verify(struct book *book, void (*say)(void *self, const char *sentence),
                         void *self, int *found);
/* Opens a file with the program of $ARLEDGER_OPEN, else xdg-open; without a shell. An opener
 * hands the file on and ends, which is waited for. */
enum err attached_open(const char *path, struct note *note);

#endif
