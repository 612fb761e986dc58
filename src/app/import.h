/* import: what the files of an import share: the mapping of columns to fields, and one record.
 *
 * The way of a file: importmap decides what its columns mean; importread parses and checks every
 * row and stages records, before the write lane is taken; importpost posts them in one transaction.
 */
#ifndef APP_IMPORT_H
#define APP_IMPORT_H

#include "app/command.h"
#include "app/say.h"
#include "base/filter.h"
#include "base/hash.h"
#include "io/guess.h"
#include "io/reader.h"
#include "io/stage.h"

/* Our field names. Those of guess.h, one a line; the order is that of a record's texts. */
#define IMPORT_FIELDS(X)                                                                           \
    X(CUSTOMER, "customer")                                                                        \
    X(NAME, "name")                                                                                \
    X(NUMBER, "number")                                                                            \
    X(KIND, "kind")                                                                                \
    X(TERMS, "terms")                                                                              \
    X(CURRENCY, "currency")                                                                        \
    X(STATUS, "status")                                                                            \
    X(TEXT, "text")                                                                                \
    X(TAX, "tax")                                                                                  \
    X(REFERENCE, "reference")                                                                      \
    X(METHOD, "method")                                                                            \
    X(INVOICE, "invoice")                                                                          \
    X(EMAIL, "email")                                                                              \
    X(PHONE, "phone")                                                                              \
    X(ADDRESS, "address")                                                                          \
    X(CONTACT, "contact")                                                                          \
    X(COUNTRY, "country")                                                                          \
    X(LANGUAGE, "language")                                                                        \
    X(CLASS, "class")                                                                              \
    X(COLLECTOR, "collector")                                                                      \
    X(SALESPERSON, "salesperson")                                                                  \
    X(PARENT, "parent")                                                                            \
    X(TAX_ID, "tax-id")                                                                            \
    X(LIMIT, "limit")                                                                              \
    X(DATE, "date")                                                                                \
    X(DUE, "due")                                                                                  \
    X(PAID, "paid")                                                                                \
    X(AMOUNT, "amount")                                                                            \
    X(OPEN, "open")                                                                                \
    X(RATE, "rate")                                                                                \
    X(QUANTITY, "quantity")                                                                        \
    X(PRICE, "price")                                                                              \
    X(DISPUTED, "disputed")

enum import_field {
#define X(field, name) FIELD_##field,
    IMPORT_FIELDS(X)
#undef X
        FIELD_COUNT
};
#define FIELD_TEXTS FIELD_DATE /* the fields before this one are texts */

const char *import_field_name(enum import_field field);

enum import_kind { IMPORT_CUSTOMERS, IMPORT_INVOICES, IMPORT_PAYMENTS, IMPORT_HISTORY };

/* What a file's columns mean. */
struct mapping {
    int column[FIELD_COUNT];            /* -1 = not in the file */
    bool inverted;                      /* rate=1/COLUMN */
    const char *otherwise[FIELD_COUNT]; /* --default; NULL = none */
    enum date_order order;
    bool order_known;
    struct notation notation;
};

/* Papers that come in again though those taken back stood for some of the same days. */
struct import_redone {
    int64_t papers;
    struct date from, until; /* the first day that counts both, the first that does not */
};

/* One row, parsed. Zero or "" where the file has nothing. */
struct record {
    int64_t line;
    struct date date, due, paid;
    int64_t amount;           /* minor units of `currency` */
    int64_t open;             /* what the file says is open of it */
    int64_t quantity, price;  /* 10^-6 */
    int64_t limit;            /* minor units, or -1 */
    struct ratio rate;        /* num 0 = none */
    struct currency currency; /* code "" = the customer's or the book's */
    char sign[4];             /* what its amounts name their currency by: USD, $; "" = nothing */
    bool has_amount, has_open, has_price, disputed;
    const char *texts[FIELD_TEXTS];
};

/* Rows that are no papers, by the status that says so. */
#define IMPORT_GONE_MAX 6
struct import_gone {
    const char *status;
    int64_t rows;
};
/* Papers that stand here otherwise than in the file. */
struct import_stands {
    int64_t papers, last; /* the id of the last */
    const char *first;
};
/* Numbers that were used there and are void: a void number stays taken. */
struct import_void {
    const char *number;
    int64_t line;
};

/* Rows of days to come. */
struct import_ahead {
    int64_t rows, line; /* the line of the day that lies furthest ahead */
    struct date day;
    const char *doubt; /* what is odd about money of such a day; NULL = nothing */
};

struct import {
    struct act *act;
    enum import_kind kind;
    struct arena arena;
    struct reader *reader;
    struct mapping mapping;
    struct filter *where;
    struct column *columns; /* of the file, for the filter */
    int column_count;
    struct stage *raw; /* rows as texts */
    struct stage *records;
    struct hash digest; /* of the file */
    char *name;         /* of the file, without its folder */
    const char *by_profile; /* found by the header, not named; NULL = none */
    int64_t rows, left_out;
    struct import_gone gone[IMPORT_GONE_MAX];
    int gone_count;
    struct import_stands stands; /* rows that are no papers any more: they came in before */
    struct import_void *voids;
    int void_count, void_room;
    struct import_stands owed;   /* settled in the file, open here: there before */
    struct import_stands kept;   /* credit memos that are settled in the file, nobody knows how */
    struct import_ahead ahead;
    /* lines of one document: places of its records, in order of the file */
    struct import_group *groups;
    size_t group_count, group_room;
    struct import_line *lines;
    size_t line_count, line_room;
    /* what came of it */
    int64_t made_customers, made_invoices, made_credits, made_payments, skipped;
    struct say_sums invoices, credits, payments; /* what those come to */
    /* papers of the file that are in the book and void, and what made the first and the last so */
    int64_t voided;
    const char *void_first, *void_last;
    struct import_redone redone;
    const char *opens; /* "1 new account, LAMP"; NULL = none, or nobody is to be told */
};
struct import_group {
    size_t first, last; /* in lines */
};
struct import_line {
    int64_t place;
    size_t next; /* SIZE_MAX = last */
};

/* Reads the header, decides the mapping (map, profile, or the proposal that the user has confirmed)
 * and stages the rows as they are. USAGE with the proposed --map when nobody confirmed it. */
enum err import_map(struct import *import);
/* --map text of the mapping, and the options that a profile keeps. */
const char *import_profile_text(const struct import *import);
/* Parses and checks all rows; the first wrong one ends it with file, line and column. */
enum err import_read(struct import *import);
/* With --suffix: fills `redone`, and asks when it is not empty. CANCELLED on no. */
enum err import_redone(struct import *import);
/* What accounts would it open? Looked for when somebody can be asked, or it is a dry run: fills
 * `opens`. CANCELLED on no. */
enum err import_new(struct import *import);
const char *import_redone_words(const struct import *import);
/* Record by place; texts live until the next call. */
enum err import_record(struct import *import, int64_t place, struct record *out);
/* Is the row no paper at all, as a draft, or one that was voided? Then it counts as left out. */
bool import_is_gone(struct import *import, const char *status);
/* Such a row: does the book have its paper? Its number is noted, but for a draft's, which may
 * change. */
enum err import_gone_look(struct import *import, const char *customer, const char *number,
                          const char *status, int64_t line);
/* INPUT, with what can be done, when the file itself says that the paper is paid, wholly or in
 * part, and it would stand open here. */
enum err import_judge_open(struct import *import, const struct record *record);
enum err import_post(struct import *import, struct tx *tx);

#endif
