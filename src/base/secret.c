#include "base/secret.h"

#include <sodium.h>
#include <string.h>

_Static_assert(SECRET_HASH_ROOM >= crypto_pwhash_STRBYTES, "a hash has room");

bool secret_set(struct secret *secret, const char *text, size_t len)
{
    secret_forget(secret);
    if (len > SECRET_MAX)
        return false;
    memcpy(secret->text, text, len);
    return true;
}

void secret_forget(struct secret *secret)
{
    sodium_memzero(secret, sizeof *secret);
}

bool secret_same(const struct secret *a, const struct secret *b)
{
    return sodium_memcmp(a, b, sizeof *a) == 0; /* both are zero behind their text */
}

enum err secret_hash(const struct secret *secret, struct note *note, char out[SECRET_HASH_ROOM])
{
    must(sodium_init() >= 0);
    if (crypto_pwhash_str(out, secret->text, strlen(secret->text),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0)
        return ERR_OK;
    return fail(note, ERR_LIMIT, "there is no memory left to hash the password");
}

bool secret_fits(const struct secret *secret, const char *hash)
{
    must(sodium_init() >= 0);
    return *hash && crypto_pwhash_str_verify(hash, secret->text, strlen(secret->text)) == 0;
}
