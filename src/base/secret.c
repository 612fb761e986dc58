#include "base/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

_Static_assert(SECRET_HASH_ROOM >= crypto_pwhash_STRBYTES, "a hash has room");

static enum err file_judge(int fd, const char *path, const char *option, struct note *note)
{
    struct stat file;

    if (fstat(fd, &file) != 0 || !S_ISREG(file.st_mode))
        return fail(note, ERR_INPUT, "%s: %s is no file", option, path);
    if (file.st_uid != getuid())
        return fail(note, ERR_DENIED, "%s: %s belongs to somebody else", option, path);
    if (file.st_mode & 077)
        return fail(note, ERR_DENIED,
                    "%s: %s can be read by others; `chmod 600 %s` keeps it to you", option, path,
                    path);
    return ERR_OK;
}

enum err secret_open(const char *path, const char *option, struct note *note, int *fd)
{
    *fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (*fd < 0)
        return fail(note, errno == ENOENT ? ERR_MISSING : ERR_DENIED, "%s: %s cannot be read: %s",
                    option, path, errno == ELOOP ? "it is a link" : strerror(errno));
    const enum err e = file_judge(*fd, path, option, note);
    if (e != ERR_OK) {
        close(*fd);
        *fd = -1;
    }
    return e;
}

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
    return fail(note, ERR_UNAVAILABLE, "there is no memory left to hash the password");
}

bool secret_fits(const struct secret *secret, const char *hash)
{
    must(sodium_init() >= 0);
    return *hash && crypto_pwhash_str_verify(hash, secret->text, strlen(secret->text)) == 0;
}
