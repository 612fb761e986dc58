/* seal: a file made unreadable and unchangeable for whoever does not have its key.
 *
 * libsodium's secretstream (XChaCha20-Poly1305) in blocks of 64 KiB; the key is made of what stands
 * in a key file (a passphrase, or random bytes) by Argon2id and a salt of the sealed file's own.
 * Holds: a file that was cut, changed or sealed with another key does not open, wherever in it.
 * Memory: some 200 KiB a call, and 64 MiB while the key is made. Fails with: INPUT (no sealed file,
 * or another key), CORRUPT (cut or changed), what secret_open says of the key file, LIMIT, FULL,
 * IO. */
#ifndef BASE_SEAL_H
#define BASE_SEAL_H

#include "base/err.h"

#define SEAL_SECRET_MAX 4096

struct seal_secret {
    char bytes[SEAL_SECRET_MAX];
    size_t len;
};

/* What the file says, without the newline at its end: a file of a secret (base/secret.h). Give it
 * back with seal_forget. */
enum err seal_secret_read(const char *path, struct note *note, struct seal_secret *out);
void seal_forget(struct seal_secret *secret);

/* Does the file begin as a sealed one? */
bool seal_is(const char *path);
/* All of `from` to the new file `to`, which is not there yet, and made durable. */
enum err seal_file(const char *from, const char *to, const struct seal_secret *secret,
                   struct note *note);
enum err seal_undo(const char *from, const char *to, const struct seal_secret *secret,
                   struct note *note);

#endif
