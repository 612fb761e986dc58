#include "io/csvread.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libcsv asks for more in ever smaller steps until this says no for good. */
static void *resize_capped(void *old, size_t size)
{
    return size > READER_FIELD_MAX ? NULL : realloc(old, size);
}

enum err csvread_init(struct csvread *csv, char delimiter)
{
    memset(csv, 0, sizeof(*csv));
    if (csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return ERR_LIMIT;
    csv_set_realloc_func(&csv->parser, resize_capped);
    csv_set_blk_size(&csv->parser, 4096);
    csv_set_delim(&csv->parser, (unsigned char)delimiter);
    csv->delimiter = delimiter;
    csv->line = 1;
    csv->row_line = csv->field_line = 1;
    csv->room = 4096;
    csv->text = mem_new(csv->room, 1);
    return ERR_OK;
}

void csvread_done(struct csvread *csv)
{
    if (csv->text == NULL)
        return;
    csv_free(&csv->parser);
    free(csv->text);
    csv->text = NULL;
}

void csvread_reset(struct csvread *csv)
{
    csv->count = 0;
    csv->len = 0;
    csv->done = false;
}

static void take_field(void *bytes, size_t len, void *self)
{
    struct csvread *csv = self;

    if (csv->count < READER_FIELDS_MAX) {
        if (csv->len + len + 1 > csv->room) {
            csv->room = 2 * (csv->len + len + 1);
            csv->text = mem_resize(csv->text, csv->room, 1);
        }
        csv->starts[csv->count] = csv->len;
        if (len > 0)
            memcpy(csv->text + csv->len, bytes, len);
        csv->len += len;
        csv->text[csv->len++] = '\0';
    }
    csv->count++;
    csv->field_line = csv->line;
}

static void take_row(int terminator, void *self)
{
    struct csvread *csv = self;

    (void)terminator;
    csv->open = false;
    csv->done = true;
}

static enum err refuse(struct csvread *csv, enum err code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static enum err refuse(struct csvread *csv, enum err code, const char *format, ...)
{
    va_list list;

    csv->error_line = csv->field_line;
    csv->error_field = csv->count;
    va_start(list, format);
    vsnprintf(csv->words, sizeof(csv->words), format, list);
    va_end(list);
    return code;
}

static enum err refuse_parse(struct csvread *csv)
{
    bool quoted = csv->parser.quoted != 0;

    if (csv_error(&csv->parser) == CSV_ENOMEM)
        return refuse(csv, ERR_LIMIT, "the field is longer than %d bytes%s", READER_FIELD_MAX,
                      quoted ? "; its quote (\") is probably never closed" : "");
    if (!quoted) {
        csv->field_line = csv->line;
        return refuse(csv, ERR_INPUT,
                      "a quote (\") stands inside a field that does not begin with one; "
                      "put the field in quotes and double the quote inside");
    }
    if (csv->line != csv->field_line)
        return refuse(csv, ERR_INPUT,
                      "a quote (\") is opened here and not closed properly: line %lld "
                      "has text behind a closing quote",
                      (long long)csv->line);
    return refuse(csv, ERR_INPUT,
                  "text stands behind a closing quote (\"); a quote inside a field is "
                  "written twice");
}

static bool is_blank(const struct csvread *csv, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (text[i] == csv->delimiter ||
            (text[i] != ' ' && text[i] != '\t' && text[i] != '\r' && text[i] != '\n'))
            return false;
    return true;
}

/* Up to and with the line's end, or all of it. Old Macintosh files end their lines in CR alone. */
static size_t line_len(const char *text, size_t len, bool *whole)
{
    const char *lf = memchr(text, '\n', len), *cr;
    size_t n = lf != NULL ? (size_t)(lf - text) : len;

    cr = memchr(text, '\r', n);
    *whole = lf != NULL || cr != NULL;
    if (cr != NULL && cr + 1 != lf)
        return (size_t)(cr - text) + 1;
    return lf != NULL ? n + 1 : len;
}

static int64_t count_characters(const char *text, size_t len)
{
    int64_t n = 0;

    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)text[i] & 0xC0) != 0x80;
    return n;
}

static enum err feed_line(struct csvread *csv, const char *text, size_t len, bool whole)
{
    if (!csv->open && !is_blank(csv, text, len)) {
        csv->open = true;
        csv->row_line = csv->field_line = csv->line;
    }
    if (csv_parse(&csv->parser, text, len, take_field, take_row, csv) != len)
        return refuse_parse(csv);
    if (whole) {
        csv->line++;
        csv->characters = 0;
    } else
        csv->characters += count_characters(text, len);
    return ERR_OK;
}

enum err csvread_feed(struct csvread *csv, const char *text, size_t len, size_t *took)
{
    *took = 0;
    while (*took < len && !csv->done) {
        const char *at = text + *took;
        bool whole;
        size_t n;

        if (csv->after_cr && *at == '\n') { /* CR and LF fell into two blocks */
            csv->after_cr = false;
            if (csv_parse(&csv->parser, at, 1, take_field, take_row, csv) != 1)
                return refuse_parse(csv);
            *took += 1;
            continue;
        }
        n = line_len(at, len - *took, &whole);
        csv->after_cr = at[n - 1] == '\r';
        TRY(feed_line(csv, at, n, whole));
        *took += n;
    }
    return ERR_OK;
}

enum err csvread_end(struct csvread *csv)
{
    if (csv_fini(&csv->parser, take_field, take_row, csv) == 0)
        return ERR_OK;
    if (csv_error(&csv->parser) == CSV_EPARSE)
        return refuse(csv, ERR_INPUT, "a quote (\") is opened here and never closed");
    return refuse_parse(csv);
}

char csvread_delimiter(const char *text, size_t len)
{
    static const char marks[] = {',', ';', '\t', '|'};
    size_t counts[sizeof(marks)] = {0}, best = 0;
    bool quoted = false, any = false;

    for (size_t i = 0; i < len; i++) {
        if (text[i] == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (text[i] == '\n' || text[i] == '\r') {
            if (any)
                break;
            continue;
        }
        any = any || text[i] != ' ';
        for (size_t k = 0; k < sizeof(marks); k++)
            counts[k] += text[i] == marks[k];
    }
    for (size_t k = 1; k < sizeof(marks); k++)
        if (counts[k] > counts[best])
            best = k;
    return marks[best];
}
