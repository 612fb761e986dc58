#include "io/bankfile.h"

#include "io/bankread.h"
#include "io/reader.h"

#include <stdlib.h>
#include <string.h>

static const struct bank_reader *find_reader(const char *bytes, size_t len)
{
    const struct bank_reader *reader = bank_readers;

    while (reader[1].format != NULL && !reader->looks_like(bytes, len))
        reader++;
    return reader;
}

static enum err open_source(const char *path, const struct bank_options *options, struct note *note,
                            struct source **source, const struct bank_reader **reader)
{
    const char *bytes;
    size_t len;

    TRY(source_open(path, options->encoding,
                    options->bytes_max > 0 ? options->bytes_max : READER_BYTES_MAX, note, source));
    bytes = source_peek(*source, &len);
    if (len == 0)
        return ERR_OK; /* the first block says why */
    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        len -= 3;
    }
    *reader = find_reader(bytes, len);
    if (options->encoding == NULL && (*reader)->encoding != NULL) {
        struct arena arena = {0};
        const char *declared = (*reader)->encoding(bytes, len, &arena);
        const enum err e = declared != NULL ? source_recode(*source, declared, note) : ERR_OK;

        if (e == ERR_USAGE)
            fail(note, ERR_INPUT,
                 "%s: it says that it is written in \"%.40s\"; nobody here reads that; say how it "
                 "is written with --encoding, one of %s",
                 path, declared, encoding_names());
        arena_done(&arena);
        return e == ERR_USAGE ? ERR_INPUT : e;
    }
    return ERR_OK;
}

static enum err read_whole(struct bankread *read, const struct bank_reader *reader)
{
    const char *text;
    size_t len;

    if (reader == NULL) {
        TRY(bankread_block(read, &text, &len));
        return bankread_fail(read, ERR_INPUT, 0, "the file is empty");
    }
    read->result->format = reader->format;
    TRY(reader->read(read));
    must(!read->open);
    do /* the digest is of all of it */
        TRY(bankread_block(read, &text, &len));
    while (len > 0);
    source_digest(read->source, &read->result->digest);
    return ERR_OK;
}

enum err bankfile_read(const char *path, const struct bank_options *options,
                       const struct bank_sink *sink, struct note *note, struct bank_result *result)
{
    const int seconds = options->seconds_max > 0 ? options->seconds_max : BANK_SECONDS_MAX;
    const struct bank_reader *reader = NULL;
    struct bankread read = {
        .path = path,
        .name = strcmp(path, "-") == 0 ? "standard input" : path,
        .note = note,
        .options = options,
        .sink = sink,
        .result = result,
        .deadline = moment_now() + seconds * MOMENT_SECOND,
    };
    enum err e;

    *result = (struct bank_result){0};
    TRY_OUT(open_source(path, options, note, &read.source, &reader));
    TRY_OUT(read_whole(&read, reader));
out:
    if (read.source != NULL)
        source_close(read.source);
    arena_done(&read.kept);
    arena_done(&read.texts);
    return e;
}

enum err bankfile_format(const char *path, struct note *note, const char **format)
{
    static const struct bank_options none;
    const struct bank_reader *reader = NULL;
    struct source *source = NULL;
    const enum err e = open_source(path, &none, note, &source, &reader);

    *format = reader != NULL ? reader->format : "";
    if (source != NULL)
        source_close(source);
    return e;
}

const char *bank_kind_word(enum bank_kind kind)
{
    static const char *const words[] = {
        [BANK_STATEMENT] = "statement",
        [BANK_INTERIM] = "interim report",
        [BANK_NOTICE] = "notice",
        [BANK_LOCKBOX] = "lockbox",
    };
    return words[kind];
}

const char *bank_status_word(enum bank_status status)
{
    static const char *const words[] = {
        [BANK_BOOKED] = "booked", [BANK_PENDING] = "pending", [BANK_INFO] = "info"};
    return words[status];
}
