/* csvread: the CSV grammar over libcsv: text in, one row at a time out, strict.
 *
 * Knows: RFC 4180 quoting; LF, CRLF and CR; where each row and field began. Does not know: files.
 * Holds: field text lives until csvread_reset. libcsv says nothing of an unclosed quote before the
 * end and never of its place, so lines are fed one by one and counted here.
 * Fails with: INPUT, LIMIT; the words are in `words`, the place in error_line and error_field. */
#ifndef IO_CSVREAD_H
#define IO_CSVREAD_H

#include "base/err.h"
#include "io/reader.h"

#include <csv.h>

struct csvread {
    struct csv_parser parser;
    char delimiter;
    int64_t line;                 /* in which the next byte lies; 1 = the first */
    int64_t characters;           /* of that line taken so far */
    bool after_cr;                /* a LF that comes now belongs to the line before */
    bool open, done;              /* a row is begun; a row is complete */
    int64_t row_line, field_line; /* where the row, and the field under way, began */
    int count;                    /* fields of the row */
    char *text;
    size_t len, room;
    size_t starts[READER_FIELDS_MAX]; /* of the fields in text */
    int64_t error_line;
    int error_field;
    char words[240];
};

enum err csvread_init(struct csvread *csv, char delimiter);
void csvread_done(struct csvread *csv);
void csvread_reset(struct csvread *csv); /* forgets the row that was taken */
/* Takes text up to the end of a row or of the text; csv->done tells. Returns how much it took. */
enum err csvread_feed(struct csvread *csv, const char *text, size_t len, size_t *took);
enum err csvread_end(struct csvread *csv); /* the file has ended: the last row may become done */
/* The delimiter of a header line: what stands there most often outside quotes; ',' if none does. */
char csvread_delimiter(const char *text, size_t len);

#endif
