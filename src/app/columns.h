/* columns: a small file whose columns are found by their names: balances, payables, a journal.
 *
 * Each column has several names, as other programs head it; the first one is ours. Reads with
 * io/reader, so encodings, delimiters and limits are its. Memory: embedded; columns_close gives
 * back, whatever went before. Fails with: what the reader says; INPUT naming file, line, column. */
#ifndef APP_COLUMNS_H
#define APP_COLUMNS_H

#include "app/args.h"
#include "base/date.h"
#include "base/money.h"
#include "io/reader.h"

#define COLUMNS_MAX_FILE 12

struct file_column {
    const char *names[8]; /* NULL ends */
    bool required;
};
struct columns {
    struct reader *reader;
    const struct file_column *list;
    int count;
    int at[COLUMNS_MAX_FILE]; /* -1 = not there */
    const struct reader_row *row;
    struct notation notation; /* of its amounts: plain, or as --decimal says */
    struct note *note;
};

/* How such a file is written, of every command that reads one. */
extern const char *const columns_decimals[];
#define COLUMNS_ARGS                                                                               \
    {.name = "decimal",                                                                            \
     .kind = ARG_CHOICE,                                                                           \
     .choices = columns_decimals,                                                                  \
     .help = "mark before the cents; the other one parts thousands"},                              \
    {                                                                                              \
        .name = "encoding", .kind = ARG_TEXT, .help = "its encoding when it is not UTF-8"          \
    }

/* The file that the argument `name` of the command says. */
enum err columns_open(struct columns *columns, const struct args *args, const char *name,
                      const struct file_column *list, int count, struct note *note);
/* The next row; columns->row is NULL at the end. */
enum err columns_next(struct columns *columns);
bool columns_has(const struct columns *columns, int n);
const char *columns_text(const struct columns *columns, int n); /* "" when it is not there */
/* 0 when the field is empty. */
enum err columns_money(const struct columns *columns, int n, struct currency currency,
                       int64_t *out);
/* DATE_NONE when the field is empty. */
enum err columns_date(const struct columns *columns, int n, enum date_order order,
                      struct date *out);
/* A failure of what the row means, with its place; the code given back. */
enum err columns_fail(const struct columns *columns, enum err code, int n, const char *words);
void columns_close(struct columns *columns);

#endif
