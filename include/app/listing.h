/* listing: what every list understands: --search, --where, --sort and --limit, as a sink in front
 * of the one that the answer goes to.
 *
 *     static const struct arg customer_list_args[] = {LISTING_ARGS, {0}};
 *
 *     struct listing listing;
 *     struct sink *sink = listing_open(&listing, act);
 *     return listing_close(&listing, report(book, ..., sink));
 *
 * Holds: rows pass one by one and none is kept, unless --sort was asked. Once --limit rows are out
 * the source is stopped by an error that listing_close takes back. Totals and a proof line of the
 * source are left out when rows were: they would be those of other rows; what is told instead is
 * the total of the rows that are there, and that they are a part. Rows of several currencies get
 * one total each (base/bycurrency.h), whatever list they are of.
 * Memory: embedded; listing_close gives back, whatever `code` is.
 * Fails with: INPUT (filter, column), USAGE (a limit below 1), naming the argument. */
#ifndef APP_LISTING_H
#define APP_LISTING_H

#include "app/command.h"
#include "base/filter.h"
#include "base/bycurrency.h"

/* clang-format off */
#define LISTING_ARGS                                                                               \
    {.name = "search", .kind = ARG_TEXT, .help = "only rows that contain this text"},              \
    {.name = "where", .kind = ARG_TEXT,                                                            \
     .help = "only rows for which this is so: \"balance > 500 & name ~ 'Smith, J'\""},             \
    {.name = "sort", .kind = ARG_TEXT,                                                             \
     .help = "by these columns: \"-overdue, name\"; - is downwards"},                              \
    {.name = "limit", .kind = ARG_INT, .help = "at most so many rows"},                            \
    {.name = "view", .kind = ARG_CODE, .help = "as it was saved under this name: `view save`"}
/* Of a list whose rows have a currency and a day: which day, the help tells. */
#define LISTING_SPAN_ARGS(what)                                                                    \
    {.name = "currency", .kind = ARG_CURRENCY, .help = "only in this currency"},                   \
    {.name = "from", .kind = ARG_DATE, .help = what " this day or later"},                         \
    {.name = "to", .kind = ARG_DATE, .help = what " this day or earlier"}
/* clang-format on */

/* Is a row of this currency and day meant by them? */
bool listing_spans(const struct act *act, struct currency currency, struct date day);

struct listing {
    struct act *act;
    struct sink front;     /* what the source writes into */
    struct table_head head; /* what goes on: that of the source, and whose list it is */
    struct filter *search, *where;
    struct table kept;     /* the rows, when they are sorted */
    struct sink keeper;
    bool sorts;
    int64_t limit, passed; /* 0 = no limit; rows handed on */
    bool left_out, full;   /* some row was; the limit stopped the source */
    struct bycurrency totals;  /* of the rows handed on, where the source tells none */
    bool totalled;         /* it does */
};

struct sink *listing_open(struct listing *listing, struct act *act);
/* Hands on what was kept, and ends the table when the source was stopped. */
enum err listing_close(struct listing *listing, enum err code);
/* The whole of a list that --customer narrows to one: `rows` gets its id, 0 = of all. */
enum err listing_customer(struct act *act,
                          enum err (*rows)(struct act *act, int64_t customer_id,
                                           struct sink *sink));

#endif
