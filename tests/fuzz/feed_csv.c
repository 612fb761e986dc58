/* feed_csv: a file of any bytes, read to its end in several encodings. */
#include "base/text.h"
#include "fuzz/target.h"
#include "io/reader.h"

#include <string.h>

static void row_holds(const struct reader_row *row, int count, int64_t line)
{
    must(row->count == count && row->line >= line);
    for (int i = 0; i < row->count; i++) {
        size_t bad;
        must(strlen(row->fields[i]) <= READER_FIELD_MAX);
        must(text_utf8(row->fields[i], strlen(row->fields[i]), &bad));
    }
}

static void file_read(const char *path, const struct reader_options *options)
{
    struct reader *reader = NULL;
    struct note note = {0};
    const struct reader_row *row = NULL;
    enum err e = reader_open(path, options, &note, &reader);

    if (e == ERR_OK) {
        const struct reader_row *head = reader_head(reader);
        const int count = head->count;
        struct hash hash;
        int64_t line = 1, n = 0;
        row_holds(head, count, 1);
        reader_header_hash(reader, &hash);
        while ((e = reader_next(reader, &row)) == ERR_OK && row) {
            row_holds(row, count, line);
            must(row->row == ++n);
            line = row->line;
        }
        reader_digest(reader, &hash);
        reader_column(reader, "amount");
        reader_close(reader);
    }
    /* whoever refuses says why; the sinks make foreign bytes in it harmless */
    must(e == ERR_OK || (note.text[0] && note.code == e));
}

void feed_csv(const uint8_t *bytes, size_t len)
{
    static const struct reader_options options[] = {
        {0},
        {.encoding = "cp1252", .rows_max = 3},
        {.encoding = "utf-16le", .delimiter = ';'},
        {.bytes_max = 100},
    };
    char path[FEED_PATH];
    const int handle = feed_path(bytes, len, path);

    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        file_read(path, &options[i]);
    feed_path_done(handle);
}
