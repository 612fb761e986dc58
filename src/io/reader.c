#include "io/reader.h"

#include "base/arena.h"
#include "base/text.h"
#include "io/csvread.h"
#include "io/readersource.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    struct source *source;
    struct csvread csv;
    struct note *note;
    const char *name;
    int64_t rows, rows_max;
    const char *text; /* the block under way, and how far it is taken */
    size_t len, took;
    bool ended, loose;
    bool borrowed; /* the source is somebody else's */
    struct arena arena; /* the name and the header */
    struct reader_row head, row;
    const char *fields[READER_FIELDS_MAX];
};

static enum err fail_at(const struct reader *reader, enum err code, int64_t line, int field,
                        int64_t character, const char *words)
{
    char place[400] = "";
    int n = snprintf(place, sizeof(place), "%.200s, line %lld", reader->name, (long long)line);

    if (field >= 0 && n > 0 && (size_t)n < sizeof(place)) {
        n += snprintf(place + n, sizeof(place) - (size_t)n, ", column %d", field + 1);
        if (field < reader->head.count && *reader->head.fields[field] != 0)
            n += snprintf(place + n, sizeof(place) - (size_t)n, " (%.60s)",
                          reader->head.fields[field]);
    }
    if (character > 0 && n > 0 && (size_t)n < sizeof(place))
        snprintf(place + n, sizeof(place) - (size_t)n, ", character %lld", (long long)character);
    return fail(reader->note, code, "%s: %s", place, words);
}

enum err reader_fail(const struct reader *reader, enum err code, int64_t line, int field,
                     const char *format, ...)
{
    char words[600];
    va_list list;

    va_start(list, format);
    vsnprintf(words, sizeof(words), format, list);
    va_end(list);
    return fail_at(reader, code, line, field, 0, words);
}

/* What is wrong with the bytes stands right behind the text that was taken. */
static enum err next_block(struct reader *reader)
{
    struct csvread *csv = &reader->csv;
    enum err e = source_next(reader->source, &reader->text, &reader->len);
    const char *words = source_trouble(reader->source);

    reader->took = 0;
    if (e == ERR_INPUT)
        return fail_at(reader, e, csv->line, csv->count, csv->characters + 1, words);
    if (e != ERR_OK)
        return fail(reader->note, e, "%s: %s", reader->name, words);
    return ERR_OK;
}

static enum err check_count(const struct reader *reader)
{
    const struct csvread *csv = &reader->csv;

    if (csv->count > READER_FIELDS_MAX)
        return reader_fail(reader, ERR_LIMIT, csv->row_line, -1,
                           "the row has more than %d columns; nothing here needs so many",
                           READER_FIELDS_MAX);
    if (reader->head.fields != NULL && csv->count != reader->head.count)
        return reader_fail(reader, ERR_INPUT, csv->row_line, -1,
                           "the row has %d column%s where the header has %d; look for a missing or "
                           "surplus delimiter (%s) or quote",
                           csv->count, csv->count == 1 ? "" : "s", reader->head.count,
                           csv->delimiter == '\t' ? "tab" : (char[2]){csv->delimiter, 0});
    return ERR_OK;
}

/* reader->csv holds the next row, or its count is 0 at the end */
static enum err parse_row(struct reader *reader)
{
    struct csvread *csv = &reader->csv;
    enum err e = ERR_OK;
    size_t n;

    csvread_reset(csv);
    while (!csv->done && e == ERR_OK && !reader->ended) {
        if (reader->took == reader->len) {
            TRY(next_block(reader));
            if (reader->len == 0) {
                reader->ended = true;
                e = csvread_end(csv);
                break;
            }
        }
        e = csvread_feed(csv, reader->text + reader->took, reader->len - reader->took, &n);
        reader->took += n;
    }
    if (e != ERR_OK)
        return fail_at(reader, e, csv->error_line, csv->error_field, 0, csv->words);
    if (!csv->done)
        return ERR_OK;
    TRY(check_count(reader));
    for (int i = 0; i < csv->count; i++)
        reader->fields[i] = csv->text + csv->starts[i];
    return ERR_OK;
}

static enum err read_head(struct reader *reader, char delimiter)
{
    const char **names;

    TRY(next_block(reader));
    if (delimiter == '\0')
        delimiter = csvread_delimiter(reader->text, reader->len);
    if (csvread_init(&reader->csv, delimiter) != ERR_OK)
        return fail(reader->note, ERR_UNAVAILABLE, "there is no memory left to read %s",
                    reader->name);
    if (reader->loose)
        return ERR_OK;
    TRY(parse_row(reader));
    if (!reader->csv.done)
        return fail(reader->note, ERR_INPUT, "%s is empty; its first line should name the columns",
                    reader->name);
    names = arena_new(&reader->arena, (size_t)reader->csv.count * sizeof(*names));
    for (int i = 0; i < reader->csv.count; i++)
        names[i] = arena_text(&reader->arena, reader->fields[i]);
    reader->head.count = reader->csv.count;
    reader->head.fields = names;
    reader->head.line = reader->csv.row_line;
    return ERR_OK;
}

static enum err open_on(struct source *source, const char *path,
                        const struct reader_options *options, struct note *note,
                        struct reader **out)
{
    static const struct reader_options none;
    struct reader *reader = mem_new(1, sizeof(*reader));
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    enum err e;

    *out = NULL;
    options = options != NULL ? options : &none;
    reader->source = source;
    reader->borrowed = source != NULL;
    reader->note = note;
    reader->name = arena_text(&reader->arena, name);
    reader->rows_max = options->rows_max > 0 ? options->rows_max : READER_ROWS_MAX;
    reader->loose = options->loose;
    reader->csv.line = 1; /* where trouble in the first bytes lies */
    if (source == NULL)
        TRY_OUT(source_open(path, options->encoding,
                            options->bytes_max > 0 ? options->bytes_max : READER_BYTES_MAX, note,
                            &reader->source));
    TRY_OUT(read_head(reader, options->delimiter));
    *out = reader;
    reader = NULL;
out:
    reader_close(reader);
    return e;
}

enum err reader_open(const char *path, const struct reader_options *options, struct note *note,
                     struct reader **out)
{
    return open_on(NULL, path, options, note, out);
}

enum err reader_open_source(struct source *source, const char *path,
                            const struct reader_options *options, struct note *note,
                            struct reader **out)
{
    return open_on(source, path, options, note, out);
}

void reader_close(struct reader *reader)
{
    if (reader == NULL)
        return;
    csvread_done(&reader->csv);
    if (!reader->borrowed && reader->source != NULL)
        source_close(reader->source);
    arena_done(&reader->arena);
    free(reader);
}

const struct reader_row *reader_head(const struct reader *reader)
{
    return &reader->head;
}

enum err reader_next(struct reader *reader, const struct reader_row **row)
{
    *row = NULL;
    TRY(parse_row(reader));
    if (!reader->csv.done)
        return ERR_OK;
    if (reader->rows == reader->rows_max)
        return reader_fail(reader, ERR_LIMIT, reader->csv.row_line, -1,
                           "the file has more than %lld rows; split it",
                           (long long)reader->rows_max);
    reader->row.row = ++reader->rows;
    reader->row.line = reader->csv.row_line;
    reader->row.count = reader->csv.count;
    reader->row.fields = reader->fields;
    *row = &reader->row;
    return ERR_OK;
}

const char *reader_name(const struct reader *reader)
{
    return reader->name;
}

void reader_digest(const struct reader *reader, struct hash *out)
{
    source_digest(reader->source, out);
}

int reader_column(const struct reader *reader, const char *name)
{
    for (int i = 0; i < reader->head.count; i++)
        if (text_same(reader->head.fields[i], name))
            return i;
    return -1;
}

void reader_header_hash(const struct reader *reader, struct hash *out)
{
    struct arena arena = {0};
    struct hasher hasher;

    hasher_init(&hasher);
    for (int i = 0; i < reader->head.count; i++)
        hasher_text(&hasher, text_fold(&arena, reader->head.fields[i]));
    hasher_end(&hasher, out);
    arena_done(&arena);
}
