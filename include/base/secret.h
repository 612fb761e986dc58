/* secret: a password, for as long as it takes to look at it; and the hash that is kept of it.
 *
 * The hash is Argon2id (libsodium's crypto_pwhash_str, limits for interactive use): salted, so that
 * equal passwords have different ones; it takes 64 MiB and some tenths of a second.
 * A file that holds a secret is an ordinary one, the user's own, and nobody else's to read.
 * Memory: embedded; secret_forget overwrites it, and who holds one calls it on every way out.
 * Fails with: UNAVAILABLE (no memory for the hash); of files MISSING, DENIED, INPUT. */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

#define SECRET_MAX 512 /* bytes */
#define SECRET_HASH_ROOM 128

struct secret {
    char text[SECRET_MAX + 1];
};

/* A file with a secret, open to read; `option` is what named it: "--key". */
enum err secret_open(const char *path, const char *option, struct note *note, int *fd);
/* A text that is longer is no secret: false, and it is empty. */
bool secret_set(struct secret *secret, const char *text, size_t len);
void secret_forget(struct secret *secret);
bool secret_same(const struct secret *a, const struct secret *b);
enum err secret_hash(const struct secret *secret, struct note *note, char out[SECRET_HASH_ROOM]);
/* Is the hash one of this secret? "" is of none. */
bool secret_fits(const struct secret *secret, const char *hash);

#endif
