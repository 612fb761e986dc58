/* book: one open book: its store, its day, its own currency, what every query starts from.
 *
 * Queries take a `struct book`; operations take a `struct tx` (tx.h). Words of a failure are in
 * book_note. Knows: db. Memory: book_open/book_close.
 * Fails with: what db_open says (MISSING, CONFLICT, CORRUPT, UNAVAILABLE ...), CREATE. */
#ifndef LEDGER_BOOK_H
#define LEDGER_BOOK_H

#include "base/date.h"
#include "base/err.h"
#include "base/money.h"

struct book;
struct db;

/* BOOK_PROVE opens also what nobody could work in, since its chart or its currency was changed past
 * the program: for proof_book alone, which names it. */
enum book_mode { BOOK_OPEN, BOOK_READ, BOOK_MIGRATE, BOOK_PROVE };

struct book_plan {
    const char *company;
    struct currency currency;  /* base currency, for ever */
    const char *actor;
    bool sandbox;              /* a TEST book, for ever; lets --now --actor --locale work on it */
    int64_t moment;            /* of the first entry; 0 = the clock */
};

/* Makes the file (path NULL: in memory, for tests), its chart of accounts, settings and series, and
 * the first journal entry. */
enum err book_new(const char *path, const struct book_plan *plan, struct note *note,
                  struct book **out);
enum err book_open(const char *path, enum book_mode mode, struct note *note, struct book **out);
void book_close(struct book *book); /* NULL is fine */

struct note *book_note(struct book *book);
struct db *book_db(struct book *book); /* for ledger, and app/command.c's lane settings */
const char *book_company(const struct book *book);
const char *book_file(const struct book *book); /* its file, absolute; "" in memory */
struct currency book_currency(const struct book *book);
bool book_sandbox(const struct book *book);
/* The business date: what "today" and the default of every date mean. Set by the session. */
struct date book_today(const struct book *book);
void book_today_set(struct book *book, struct date today);
/* The clock; a sandbox book may have it set (--now). */
int64_t book_moment(const struct book *book);
void book_moment_set(struct book *book, int64_t moment);
/* The id of the last journal entry: a view whose revision is older loads again. */
enum err book_revision(struct book *book, int64_t *out);
/* Forgets cached settings and accounts after they changed. */
enum err book_reload(struct book *book);

#endif
