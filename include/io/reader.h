/* reader: a file as neutral rows: text fields under a header, or loose as they are; one at a time.
 *
 * Knows: CSV with , ; tab or | (found in the header line), quoted by RFC 4180, LF, CRLF or CR;
 * gzip; encodings. Does not know: what the columns mean, dates, money.
 * Holds: every field is valid UTF-8 without NUL; every row has as many fields as the header; blank
 * lines are passed over; memory is constant. Nothing is guessed: a file that is not UTF-8 is
 * refused until its encoding is said.
 * Fails with: MISSING (no such file), DENIED, IO, USAGE (unknown encoding), INPUT naming file, line
 * and column (bytes that are not text, NUL, unclosed quote, row too short or too long), LIMIT
 * (field, row or file too large), UNAVAILABLE (no memory). Words in the note given at
 * reader_open. */
#ifndef IO_READER_H
#define IO_READER_H

#include "base/err.h"
#include "base/hash.h"

#include <stdint.h>

#define READER_FIELD_MAX 65536 /* bytes of one field */
#define READER_FIELDS_MAX 200  /* fields of a row */
#define READER_ROWS_MAX INT64_C(20000000)
#define READER_BYTES_MAX (INT64_C(4) << 30) /* of the file once it is unpacked */

/* All zero: UTF-8, delimiter found, the limits above. */
struct reader_options {
    const char *encoding; /* "cp1252" ...; NULL = utf-8; see encoding_names */
    char delimiter;       /* 0 = found in the header line */
    int64_t rows_max;
    int64_t bytes_max;
    bool loose; /* no header: every row as it is, of whatever width; the first is row 1 */
};

struct reader;

struct reader_row {
    int count;
    const char *const *fields; /* live until the next reader_row */
    int64_t row;               /* 1 = the first row below the header; 0 = the header */
    int64_t line;              /* of the file, where the row begins; 1 = the first */
};

/* "-" is standard input. Reads the header. The note is borrowed for the reader's life. */
enum err reader_open(const char *path, const struct reader_options *options, struct note *note,
                     struct reader **out);
void reader_close(struct reader *reader); /* NULL is fine */
const struct reader_row *reader_head(const struct reader *reader);
/* *row is NULL at the end. */
enum err reader_next(struct reader *reader, const struct reader_row **row);
/* For messages: the path, or "standard input". */
const char *reader_name(const struct reader *reader);
/* SHA-256 of the bytes read so far (of a packed file: unpacked); of the file when *row was NULL. */
void reader_digest(const struct reader *reader, struct hash *out);
/* Case does not matter; -1 = none. */
int reader_column(const struct reader *reader, const char *name);

/* The header's mark by which a profile is found again: SHA-256 of the folded names, joined. */
void reader_header_hash(const struct reader *reader, struct hash *out);

/* Words for a wrong field, in one form everywhere; field -1 = the row. Returns the code:
 * "sales.csv, line 12, column 3 (InvoiceDate): there is no 31 February; ..." */
enum err reader_fail(const struct reader *reader, enum err code, int64_t line, int field,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The encodings that may be named, for help: "utf-8, cp1252, ..." */
const char *encoding_names(void);

#endif
