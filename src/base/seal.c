#include "base/seal.h"

#include "base/secret.h"
#include "base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MARK "arlseal1"
enum {
    MARK_SIZE = sizeof MARK - 1,
    BLOCK = 65536,
    SEALED = BLOCK + crypto_secretstream_xchacha20poly1305_ABYTES
};

/* One file on its way into another. */
struct sealing {
    const char *from, *to;
    int in, out;
    struct note *note;
    crypto_secretstream_xchacha20poly1305_state state;
    unsigned char plain[BLOCK], sealed[SEALED];
};

enum err seal_secret_read(const char *path, struct note *note, struct seal_secret *out)
{
    *out = (struct seal_secret){.len = 0};
    int fd;
    TRY(secret_open(path, "--key", note, &fd));
    ssize_t got = 1;
    while (got > 0 && out->len < sizeof out->bytes) {
        got = read(fd, out->bytes + out->len, sizeof out->bytes - out->len);
        out->len += got > 0 ? (size_t)got : 0;
    }
    close(fd);
    while (out->len > 0 && strchr("\r\n", out->bytes[out->len - 1]))
        out->len--;
    if (got < 0 || out->len == sizeof out->bytes)
        return fail(note, ERR_LIMIT, "the key file %s is too long: it has up to %d bytes", path,
                    SEAL_SECRET_MAX - 1);
    if (out->len < 12)
        return fail(note, ERR_INPUT, "the key in %s is too short: take 12 characters or more",
                    path);
    return ERR_OK;
}

void seal_forget(struct seal_secret *secret)
{
    sodium_memzero(secret, sizeof *secret);
}

bool seal_is(const char *path)
{
    char mark[MARK_SIZE];
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); /* a pipe would wait */
    const bool is = fd >= 0 && read(fd, mark, sizeof mark) == (ssize_t)sizeof mark &&
                    memcmp(mark, MARK, sizeof mark) == 0;

    if (fd >= 0)
        close(fd);
    return is;
}

static enum err key_make(const struct seal_secret *secret, const unsigned char *salt,
                         unsigned char *key, struct note *note)
{
    must(sodium_init() >= 0);
    return crypto_pwhash(key, crypto_secretstream_xchacha20poly1305_KEYBYTES, secret->bytes,
                         secret->len, salt, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0
               ? ERR_OK
               : fail(note, ERR_LIMIT, "there is not enough memory to make the key (64 MB)");
}

static enum err sealing_open(struct sealing *sealing)
{
    sealing->in = open(sealing->from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (sealing->in < 0)
        return fail(sealing->note, ERR_IO, "%s cannot be read: %s", sealing->from, strerror(errno));
    sealing->out = open(sealing->to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    return sealing->out >= 0 ? ERR_OK
                             : fail(sealing->note, ERR_CREATE, "%s cannot be made: %s", sealing->to,
                                    strerror(errno));
}

/* As many bytes as there are, up to `room`. */
static enum err block_read(struct sealing *sealing, void *bytes, size_t room, size_t *len)
{
    ssize_t got = 1;

    for (*len = 0; got > 0 && *len<room; *len += got> 0 ? (size_t)got : 0)
        while ((got = read(sealing->in, (char *)bytes + *len, room - *len)) < 0 && errno == EINTR)
            continue;
    return got >= 0 ? ERR_OK
                    : fail(sealing->note, ERR_IO, "%s cannot be read: %s", sealing->from,
                           strerror(errno));
}

static enum err seal_all(struct sealing *sealing, const struct seal_secret *secret)
{
    unsigned char key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
    unsigned char head[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
    unsigned char salt[crypto_pwhash_SALTBYTES];
    size_t len = BLOCK;

    randombytes_buf(salt, sizeof salt);
    TRY(key_make(secret, salt, key, sealing->note));
    crypto_secretstream_xchacha20poly1305_init_push(&sealing->state, head, key);
    sodium_memzero(key, sizeof key);
    TRY(spool_write(sealing->out, MARK, MARK_SIZE, sealing->to, sealing->note));
    TRY(spool_write(sealing->out, salt, sizeof salt, sealing->to, sealing->note));
    TRY(spool_write(sealing->out, head, sizeof head, sealing->to, sealing->note));
    while (len == BLOCK) { /* a last block that is not full ends it, be it empty */
        TRY(block_read(sealing, sealing->plain, BLOCK, &len));
        crypto_secretstream_xchacha20poly1305_push(
            &sealing->state, sealing->sealed, NULL, sealing->plain, len, NULL, 0,
            len < BLOCK ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        TRY(spool_write(sealing->out, sealing->sealed,
                        len + crypto_secretstream_xchacha20poly1305_ABYTES, sealing->to,
                        sealing->note));
    }
    return ERR_OK;
}

static enum err undo_all(struct sealing *sealing, const struct seal_secret *secret)
{
    unsigned char head[MARK_SIZE + crypto_pwhash_SALTBYTES +
                       crypto_secretstream_xchacha20poly1305_HEADERBYTES];
    unsigned char key[crypto_secretstream_xchacha20poly1305_KEYBYTES];
    unsigned char tag = 0;
    unsigned long long plain = 0;
    size_t len = 0;
    bool first = true;

    TRY(block_read(sealing, head, sizeof head, &len));
    if (len != sizeof head || memcmp(head, MARK, MARK_SIZE) != 0)
        return fail(sealing->note, ERR_INPUT, "%s is not sealed", sealing->from);
    TRY(key_make(secret, head + MARK_SIZE, key, sealing->note));
    const int begun = crypto_secretstream_xchacha20poly1305_init_pull(
        &sealing->state, head + MARK_SIZE + crypto_pwhash_SALTBYTES, key);
    sodium_memzero(key, sizeof key);
    while (begun == 0 && tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        TRY(block_read(sealing, sealing->sealed, SEALED, &len));
        if (len < crypto_secretstream_xchacha20poly1305_ABYTES ||
            crypto_secretstream_xchacha20poly1305_pull(&sealing->state, sealing->plain, &plain,
                                                       &tag, sealing->sealed, len, NULL, 0) != 0)
            return fail(sealing->note, first ? ERR_INPUT : ERR_CORRUPT,
                        first ? "%s was sealed with another key, or it was changed"
                              : "%s was cut off or changed after it was sealed",
                        sealing->from);
        first = false;
        TRY(spool_write(sealing->out, sealing->plain, (size_t)plain, sealing->to, sealing->note));
    }
    TRY(block_read(sealing, sealing->sealed, 1, &len));
    return begun == 0 && len == 0 ? ERR_OK
                                  : fail(sealing->note, ERR_CORRUPT,
                                         "%s was changed after it was sealed", sealing->from);
}

static enum err run(const char *from, const char *to, const struct seal_secret *secret,
                    enum err (*work)(struct sealing *sealing, const struct seal_secret *secret),
                    struct note *note)
{
    struct sealing *sealing = calloc(1, sizeof *sealing);

    must(sealing != NULL);
    sealing->from = from, sealing->to = to, sealing->note = note;
    sealing->in = sealing->out = -1;
    enum err e = sealing_open(sealing);
    if (e == ERR_OK)
        e = work(sealing, secret);
    if (e == ERR_OK && fsync(sealing->out) != 0)
        e = fail(note, ERR_IO, "%s could not be made safe on disk: %s", to, strerror(errno));
    if (e != ERR_OK && sealing->out >= 0)
        unlink(to);
    if (sealing->out >= 0)
        close(sealing->out);
    if (sealing->in >= 0)
        close(sealing->in);
    sodium_memzero(sealing, sizeof *sealing);
    free(sealing);
    return e;
}

enum err seal_file(const char *from, const char *to, const struct seal_secret *secret,
                   struct note *note)
{
    return run(from, to, secret, seal_all, note);
}

enum err seal_undo(const char *from, const char *to, const struct seal_secret *secret,
                   struct note *note)
{
    return run(from, to, secret, undo_all, note);
}
