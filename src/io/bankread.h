/* bankread: what the readers of bank files share: the file, its place, the statement under way.
 *
 *     bankread_statement(read, line);      a new one: fill read->statement, read->kept has room
 *     bankread_begin(read);                its head is known: said to the sink, once
 *     bankread_line(read, &line, counts);  `counts`: it moves money that the balances show
 *     bankread_end(read);                  reckons the tie
 *
 * Holds: limits of time and size are kept at each block; every word of failure names the file.
 * Memory: texts of a statement lie in `kept`, those of a line in `texts`, which a reader resets. */
#ifndef IO_BANKREAD_H
#define IO_BANKREAD_H

#include "io/bankfile.h"
#include "io/source.h"

struct bankread {
    struct source *source;
    const char *path, *name; /* as it was called, as messages call it */
    struct note *note;
    const struct bank_options *options;
    const struct bank_sink *sink;
    struct bank_result *result;
    int64_t deadline; /* microseconds */
    int64_t line;     /* that a reader works on, for trouble in the bytes */
    struct arena kept, texts;
    struct bank_statement statement;
    bool open, begun; /* a statement is under way; the sink has heard of it */
    bool mixed;       /* lines in another currency than the statement's */
};

/* One kind of file; readers.c is the table of all. */
struct bank_reader {
    const char *format;
    bool (*looks_like)(const char *bytes, size_t len);
    /* The encoding that the first bytes declare, or NULL. May be NULL itself. */
    const char *(*encoding)(const char *bytes, size_t len, struct arena *arena);
    enum err (*read)(struct bankread *read);
};
extern const struct bank_reader bank_readers[]; /* format NULL ends it; the last takes anything */

enum err camtread(struct bankread *read);
bool camtread_like(const char *bytes, size_t len);
enum err ofxread(struct bankread *read);
bool ofxread_like(const char *bytes, size_t len);
const char *ofxread_encoding(const char *bytes, size_t len, struct arena *arena);
enum err mt940read(struct bankread *read);
bool mt940read_like(const char *bytes, size_t len);
enum err bai2read(struct bankread *read);
bool bai2read_like(const char *bytes, size_t len);
enum err lockboxread(struct bankread *read);
bool lockboxread_like(const char *bytes, size_t len);
enum err bankcsv(struct bankread *read);
bool bankcsv_like(const char *bytes, size_t len);
/* What <?xml ... encoding="..."?> or a byte order mark says; NULL = nothing. */
const char *xml_encoding(const char *bytes, size_t len, struct arena *arena);

/* Is there time left, and nobody who stops it? */
enum err bankread_check(struct bankread *read);
/* The next block of text; *len 0 at the end. It is checked. */
enum err bankread_block(struct bankread *read, const char **text, size_t *len);
/* Every line of the file, without its end, with the blanks behind it; read->line counts them. The
 * text may be cut up. */
enum err bankread_lines(struct bankread *read, enum err (*take)(void *self, char *text, size_t len),
                        void *self);

/* "november.sta, line 12: ..."; line 0 = none. */
enum err bankread_fail(struct bankread *read, enum err code, int64_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same to the sink's trouble; ends the reading when the sink has none. */
enum err bankread_trouble(struct bankread *read, int64_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void bankread_statement(struct bankread *read, const char *format, int64_t line);
enum err bankread_begin(struct bankread *read);
/* Numbers the entry; its details come right behind it. */
enum err bankread_line(struct bankread *read, struct bank_line *line, bool counts);
enum err bankread_end(struct bankread *read);
/* A line with no text and no day. */
struct bank_line bankline_empty(int64_t line);

/* Text as it may enter the books: one line, blanks as one, what could steer a terminal as '?'. */
const char *bank_text(struct arena *arena, const char *bytes, size_t len);
/* Two texts with a blank between. */
const char *bank_join(struct arena *arena, const char *a, const char *b);
/* A currency by its code; also those that the euro replaced. */
enum err bankread_currency(struct bankread *read, int64_t line, const char *code,
                           struct currency *out);
/* Digits with the decimal mark ',' or '.', no sign; `what` names it: "the amount of :61:". */
enum err bankread_amount(struct bankread *read, int64_t line, const char *what, const char *text,
                         char decimal, struct currency currency, int64_t *out, int *decimals);
/* "260131" or "20260131". */
enum err bankread_day(struct bankread *read, int64_t line, const char *what, const char *digits,
                      size_t len, struct date *out);

#endif
