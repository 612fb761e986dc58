#include "io/source.h"

#include "base/arena.h"
#include "base/text.h"
#include "io/encoding.h"
#include "io/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define BLOCK 65536
#define CARRY 8 /* more than the longest character of any encoding */

struct source {
    gzFile file;
    struct encoding encoding;
    struct hasher hasher;
    int64_t bytes, bytes_max;
    bool ended, begun;
    bool peeked; /* the first block lies in raw, not yet handed out */
    size_t first;
    enum err later; /* told when the good text before it was taken */
    char words[400];
    size_t tail, carried; /* of the block before: the begin of a character, where in raw */
    char raw[CARRY + BLOCK];
    char text[(CARRY + BLOCK) * ENCODING_GROWTH]; /* only where bytes are converted */
};

static enum err open_file(const char *path, struct note *note, int *fd)
{
    struct stat st;

    if (strcmp(path, "-") == 0) {
        *fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
        return *fd >= 0 ? ERR_OK : fail(note, ERR_IO, "standard input cannot be read");
    }
    *fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (*fd < 0 && errno == ENOENT)
        return fail(note, ERR_MISSING, "there is no file %s", path);
    if (*fd < 0 && errno == EACCES)
        return fail(note, ERR_DENIED, "you may not read the file %s", path);
    if (*fd < 0)
        return fail(note, ERR_IO, "the file %s cannot be opened: %s", path, strerror(errno));
    if (fstat(*fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(*fd);
        return fail(note, ERR_MISSING, "%s is a folder; name a file in it", path);
    }
    return ERR_OK;
}

enum err source_open(const char *path, const char *encoding, int64_t bytes_max, struct note *note,
                     struct source **out)
{
    struct source *source = mem_new(1, sizeof(*source));
    enum err e;
    int fd;

    *out = NULL;
    TRY_OUT(encoding_open(&source->encoding, encoding, note));
    TRY_OUT(open_file(path, note, &fd));
    source->file = gzdopen(fd, "rb");
    if (source->file == NULL) {
        close(fd);
        e = fail(note, ERR_IO, "%s cannot be read", path);
        goto out;
    }
    gzbuffer(source->file, 2 * BLOCK);
    hasher_init(&source->hasher);
    source->bytes_max = bytes_max;
    *out = source;
    source = NULL;
out:
    source_close(source);
    return e;
}

void source_close(struct source *source)
{
    if (source == NULL)
        return;
    if (source->file != NULL)
        gzclose(source->file);
    encoding_close(&source->encoding);
    free(source);
}

static void later(struct source *source, enum err code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The first trouble is the one that is told: it lies before any other. */
static void later(struct source *source, enum err code, const char *format, ...)
{
    va_list list;

    if (source->later != ERR_OK)
        return;
    source->later = code;
    va_start(list, format);
    vsnprintf(source->words, sizeof(source->words), format, list);
    va_end(list);
}

/* The bytes at hand: what was carried over and one more block. */
static size_t read_block(struct source *source)
{
    int n = gzread(source->file, source->raw + source->carried, BLOCK), why;
    const char *words;

    if (n < 0) {
        words = gzerror(source->file, &why);
        later(source, why == Z_ERRNO ? ERR_IO : ERR_INPUT, "the file cannot be read on: %s",
              why == Z_ERRNO ? strerror(errno) : words);
        n = 0;
    } else if (n < BLOCK) {
        gzerror(source->file, &why);
        if (why == Z_BUF_ERROR)
            later(source, ERR_INPUT, "the packed file ends too early; it is not whole");
    }
    source->ended = n < BLOCK;
    source->bytes += n;
    if (source->bytes > source->bytes_max)
        later(source, ERR_LIMIT, "the file is larger than %lld bytes; split it",
              (long long)source->bytes_max);
    hasher_bytes(&source->hasher, source->raw + source->carried, (size_t)n);
    return source->carried + (size_t)n;
}

/* Bytes at the end that begin a character without ending it. */
static size_t incomplete(const char *text, size_t len)
{
    for (size_t back = 1; back <= 3 && back <= len; back++) {
        unsigned char c = (unsigned char)text[len - back];
        size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;

        if (c < 0x80)
            return 0;
        if (c >= 0xC0)
            return need > back ? back : 0;
    }
    return 0;
}

static size_t ascii_prefix(const char *text, size_t len)
{
    size_t n = 0;
    uint64_t eight;

    for (; n + 8 <= len; n += 8) {
        memcpy(&eight, text + n, 8);
        if ((eight & UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    return n;
}

static size_t check_utf8(struct source *source, const char *text, size_t len)
{
    size_t ascii = ascii_prefix(text, len), bad = 0;
    unsigned char c;

    if (ascii == len || text_utf8(text + ascii, len - ascii, &bad))
        return len;
    bad += ascii;
    c = (unsigned char)text[bad];
    if (!source->begun && bad == 0 && (c == 0xFF || c == 0xFE))
        later(source, ERR_INPUT, "the file begins as UTF-16 does; say --encoding utf-16");
    else
        later(source, ERR_INPUT,
              "the byte 0x%02X is not UTF-8; say how the file is written with "
              "--encoding, one of %s",
              c, encoding_names());
    return bad;
}

/* Text is handed out where it lies, so the bytes are moved only before the next block. */
static void carry(struct source *source, size_t from, size_t have)
{
    source->tail = from;
    source->carried = have - from <= CARRY ? have - from : 0; /* more only after trouble */
}

/* text: what may be handed out of this block */
static size_t decode(struct source *source, size_t have, const char **text)
{
    size_t used, made;

    if (source->encoding.converter == NULL) {
        used = have - (source->ended ? 0 : incomplete(source->raw, have));
        carry(source, used, have);
        *text = source->raw;
        return check_utf8(source, source->raw, used);
    }
    if (encoding_convert(&source->encoding, source->raw, have, &used, source->text,
                         sizeof(source->text), &made) != ERR_OK)
        later(source, ERR_INPUT,
              "the byte 0x%02X has no meaning in %s; say how the file is written with "
              "--encoding, one of %s",
              (unsigned char)source->raw[used], source->encoding.name, encoding_names());
    else if (source->ended && used < have)
        later(source, ERR_INPUT, "the file ends in the middle of a character of %s",
              source->encoding.name);
    carry(source, used, have);
    *text = source->text;
    return made;
}

static size_t refuse_nul(struct source *source, const char *text, size_t len)
{
    const char *nul = memchr(text, '\0', len);

    if (nul == NULL)
        return len;
    source->later = ERR_OK; /* it lies before what was found so far */
    later(source, ERR_INPUT, "a zero byte stands in the file; it is damaged%s",
          source->encoding.converter == NULL ? ", or it is UTF-16: then say --encoding utf-16le"
                                             : "");
    return (size_t)(nul - text);
}

const char *source_peek(struct source *source, size_t *len)
{
    must(!source->begun);
    if (!source->peeked)
        source->first = read_block(source);
    source->peeked = true;
    *len = source->first;
    return source->raw;
}

enum err source_recode(struct source *source, const char *encoding, struct note *note)
{
    must(!source->begun);
    encoding_close(&source->encoding);
    return encoding_open(&source->encoding, encoding, note);
}

enum err source_next(struct source *source, const char **text, size_t *len)
{
    size_t have;

    *len = 0;
    *text = source->text;
    while (*len == 0) {
        if (source->later != ERR_OK && !source->peeked)
            return source->later;
        if (source->ended && !source->peeked)
            return ERR_OK;
        memmove(source->raw, source->raw + source->tail, source->carried);
        have = source->peeked ? source->first : read_block(source);
        source->peeked = false;
        *len = decode(source, have, text);
        *len = refuse_nul(source, *text, *len);
        if (!source->begun && *len >= 3 && memcmp(*text, "\xEF\xBB\xBF", 3) == 0) {
            *text += 3;
            *len -= 3;
        }
        source->begun = source->begun || have > 0;
    }
    return ERR_OK;
}

const char *source_trouble(const struct source *source)
{
    return source->words;
}

int64_t source_bytes(const struct source *source)
{
    return source->bytes;
}

void source_digest(const struct source *source, struct hash *out)
{
    struct hasher copy = source->hasher;

    hasher_end(&copy, out);
}
