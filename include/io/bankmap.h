/* bankmap: what the columns of a bank's CSV file mean, and how its days and amounts are written.
 *
 *     date=Buchungstag; text=Zweck; text=Zusatz; amount=Betrag; dates=dmy; decimal=","
 *
 * A column is named by its header, or by its place: 3. Fields: date, value, amount, in, out,
 * sign, balance, currency, name, account, bank, reference, text (several are joined), code,
 * cheque, bank-ref, own (our account), status. `header` is the row of the file that names the
 * columns, 1 when not said, 0 = none; rows above it are passed over. `dates` is ymd, dmy or mdy,
 * `decimal` . or a comma, `delimiter` , ; | or tab. `invert=yes` where money in is written as
 * negative.
 * Holds: what the file leaves open is never decided here: `unclear` says it, and the proposal
 * lacks it, so that it cannot be read before somebody has said it.
 * Knows: guess.h's synonyms. Fails with: INPUT (no days or amounts in it, or only a header),
 * USAGE (a map that names what is not there), and what a reader fails with. Memory: the arena. */
#ifndef IO_BANKMAP_H
#define IO_BANKMAP_H

#include "base/arena.h"
#include "base/date.h"
#include "base/hash.h"
#include "base/money.h"

/* clang-format off */
#define BANK_FIELD_LIST(X)                                                                         \
    X(DATE, "date") X(VALUE, "value") X(AMOUNT, "amount") X(IN, "in") X(OUT, "out")                \
    X(SIGN, "sign") X(BALANCE, "balance") X(CURRENCY, "currency") X(NAME, "name")                  \
    X(ACCOUNT, "account") X(BANK, "bank") X(REFERENCE, "reference") X(TEXT, "text")                \
    X(CODE, "code") X(CHEQUE, "cheque") X(REF, "bank-ref") X(OWN, "own") X(STATUS, "status")
/* clang-format on */

enum bank_field {
#define X(field, name) BANK_FIELD_##field,
    BANK_FIELD_LIST(X)
#undef X
        BANK_FIELDS
};
#define BANK_TEXTS_MAX 8 /* columns that are joined into one text */

struct bank_map {
    char delimiter;          /* 0 = found in the first line */
    int header;              /* row of the file that names the columns, from 1; 0 = none */
    int column[BANK_FIELDS]; /* from 0; -1 = not there; BANK_FIELD_TEXT is in texts */
    int texts[BANK_TEXTS_MAX], text_count;
    enum date_order order;
    bool order_known;
    char decimal; /* 0 = not known */
    bool invert;
    /* as the map names them, until the header is read; NULL = not there */
    const char *named[BANK_FIELDS], *named_texts[BANK_TEXTS_MAX];
};

struct bank_proposal {
    const char *map;     /* as text */
    const char *unread;  /* named columns that it leaves out, as words; "" = none */
    const char *unclear; /* what the file leaves open, as sentences; "" = nothing */
};

const char *bankmap_field(int field); /* "bank-ref" */

/* What was said of the file by somebody who knows; NULL = nothing. */
struct bank_said {
    const char *encoding;
    const char *dates;   /* dmy, mdy, ymd */
    const char *decimal; /* . or , */
};
enum err bankmap_propose(const char *path, const struct bank_said *said, struct arena *arena,
                         struct note *note, struct bank_proposal *out);
/* The marks of the first rows, one of which may be the header: SHA-256 of its folded names. A file
 * of a known header is found by it, wherever the header stands. */
enum err bankmap_heads(const char *path, const char *encoding, struct arena *arena,
                       struct note *note, struct hash **out, int *count);
enum err bankmap_parse(const char *text, struct arena *arena, struct note *note,
                       struct bank_map *out);
/* Columns by the names of the header row; by their places where there is none. */
enum err bankmap_resolve(struct bank_map *map, int count, const char *const *names,
                         struct note *note);

#endif
