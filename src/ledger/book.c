/* book: opening a book, making a new one, and what every query asks it for. */
#include "ledger/book.h"

#include "base/buf.h"
#include "ledger/local.h"
#include "ledger/names.h"
#include "ledger/setting.h"
#include "ledger/txopen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A code that was changed past the program is shown as it stands; the proof names it. */
static struct currency currency_unknown(const char *code)
{
    struct currency currency = {.digits = 2};

    snprintf(currency.code, sizeof currency.code, "%s", code);
    return currency;
}

static enum err load(struct book *book)
{
    struct db *db = book->db;

    arena_reset(&book->arena);
    book->account_count = 0;
    const char *code = NULL;
    TRY(setting_text(book, "company", &book->arena, &book->company));
    TRY(setting_text(book, "currency", &book->arena, &code));
    if (currency_find(code, &book->currency) != ERR_OK) {
        if (!book->proving)
            return fail(book->note, ERR_CORRUPT, "the book's currency '%s' is not known", code);
        book->currency = currency_unknown(code);
    }
    book->last_currency = book->currency;
    book->sandbox = setting_int(book, "sandbox") != 0;

    int64_t count = 0;
    TRY(db_get(db, &count, 0, "SELECT COUNT(*) FROM account", ""));
    book->accounts = arena_new(&book->arena, ((size_t)count + 1) * sizeof *book->accounts);
    struct stmt *q = db_sql(db, "SELECT id, control FROM account ORDER BY id");
    while (stmt_row(q) && book->account_count < (int)count)
        book->accounts[book->account_count++] = (struct account_cached){
            .id = col_i64(q, 0), .control = (enum account_control)col_i64(q, 1)};
    TRY(stmt_end(q));
    for (int part = 0; part < ACCOUNT_PARTS; part++) {
        char name[64];
        snprintf(name, sizeof name, "account.%s", account_part_name((enum account_part)part));
        TRY(setting_text(book, name, &book->arena, &code));
        const enum err e = account_find(book, code, &book->parts[part]);
        if (e == ERR_MISSING && !book->proving)
            return fail(book->note, e,
                        "there is no account %s, which the setting %s names; `book verify` tells "
                        "more",
                        code, name);
        if (e != ERR_OK && e != ERR_MISSING)
            return e;
    }
    return ERR_OK;
}

static struct book *book_make(struct note *note)
{
    struct book *book = mem_new(1, sizeof *book);
    book->note = note;
    book->today = date_today();
    return book;
}

/* The rows that every book begins with, as one journal entry. */
static enum err found(struct book *book, const struct book_plan *plan)
{
    struct tx *tx = NULL;
    enum err e = tx_begin(book, &tx);

    if (e != ERR_OK)
        return e;
    struct buf command;
    buf_init(&command, 4096);
    buf_format(&command, "book new --company \"%s\" --currency %s", plan->company,
               plan->currency.code);
    const struct tx_author author = {.actor = plan->actor, .command = command.data};
    TRY_OUT(tx_entry_begin(tx, &author));
    struct db *db = book->db;
#define X(part, word, code_, kind_, also_, control_, name_)                                        \
    TRY_OUT(db_run(db, "INSERT INTO account (code, name, kind, control) VALUES ($1, $2, $3, $4)",  \
                   "ttii", code_, name_, (int64_t)ACCOUNT_##kind_, (int64_t)CONTROL_##control_));
    ACCOUNT_LIST(X)
#undef X
    static const char series[] =
        "INSERT INTO counter (series, prefix, first, next) VALUES ($1, $2, 1001, 1001)";
    for (int kind = 1; kind < DOCUMENT_KINDS; kind++)
        TRY_OUT(db_run(db, series, "tt", document_kind_word((enum document_kind)kind),
                       document_kind_prefix((enum document_kind)kind)));
    TRY_OUT(db_run(db, series, "tt", "statement", "ST-")); /* ledger/sent.h */
    TRY_OUT(db_run(db, series, "tt", "confirmation", "CF-"));
    TRY_OUT(db_run(db, series, "tt", "dunning", "DL-")); /* ledger/dunletter.h */
    TRY_OUT(db_run(db, series, "tt", "allowance-run", "ALR-"));
    TRY_OUT(db_run(db, series, "tt", "recurring", "R-"));
    static const char put[] = "INSERT INTO setting (name, value) VALUES ($1, $2)";
    TRY_OUT(db_run(db, put, "tt", "company", plan->company));
    TRY_OUT(db_run(db, put, "tt", "currency", plan->currency.code));
    TRY_OUT(db_run(db, put, "tt", "sandbox", plan->sandbox ? "1" : "0"));
    TRY_OUT(db_run(db, "INSERT INTO terms (code, due) VALUES ('NET30', 'net 30')", ""));
    TRY_OUT(tx_change(tx, "book", 1, "company", NULL, plan->company));
    TRY_OUT(tx_change(tx, "book", 1, "currency", NULL, plan->currency.code));
    TRY_OUT(tx_entry_end(tx, "", "a new book"));
    e = tx_commit(tx);
    tx = NULL;
out:
    tx_rollback(tx);
    buf_done(&command);
    return e;
}

enum err book_new(const char *path, const struct book_plan *plan, struct note *note,
                  struct book **out)
{
    struct book *book = book_make(note);
    enum err e;

    *out = NULL;
    TRY_OUT(db_open(path, path ? DB_CREATE : DB_MEMORY, note, &book->db));
    book->currency = plan->currency;
    book->moment = plan->moment;
    TRY_OUT(found(book, plan));
    TRY_OUT(load(book));
    *out = book;
    return ERR_OK;
out:
    book_close(book);
    return e;
}

enum err book_open(const char *path, enum book_mode mode, struct note *note, struct book **out)
{
    static const enum db_mode modes[] = {[BOOK_OPEN] = DB_OPEN,
                                         [BOOK_READ] = DB_READ,
                                         [BOOK_MIGRATE] = DB_MIGRATE,
                                         [BOOK_PROVE] = DB_PROVE};
    struct book *book = book_make(note);
    enum err e;

    *out = NULL;
    book->proving = mode == BOOK_PROVE;
    TRY_OUT(db_open(path, modes[mode], note, &book->db));
    if (mode != BOOK_MIGRATE)
        TRY_OUT(load(book));
    *out = book;
    return ERR_OK;
out:
    book_close(book);
    return e;
}

void book_close(struct book *book)
{
    if (!book)
        return;
    names_free(book->names);
    pictures_free(book->pictures);
    db_close(book->db);
    arena_done(&book->arena);
    free(book);
}

struct note *book_note(struct book *book)
{
    return book->note;
}

struct db *book_db(struct book *book)
{
    return book->db;
}

const char *book_company(const struct book *book)
{
    return book->company;
}

struct currency book_currency(const struct book *book)
{
    return book->currency;
}

bool book_sandbox(const struct book *book)
{
    return book->sandbox;
}

struct date book_today(const struct book *book)
{
    return book->today;
}

void book_today_set(struct book *book, struct date today)
{
    book->today = today;
}

int64_t book_moment(const struct book *book)
{
    return book->moment ? book->moment : moment_now();
}

void book_moment_set(struct book *book, int64_t moment)
{
    book->moment = moment;
}

enum err book_revision(struct book *book, int64_t *out)
{
    return db_get(book->db, out, 0, "SELECT MAX(id) FROM entry", "");
}

enum err book_reload(struct book *book)
{
    return load(book);
}

const char *book_file(const struct book *book)
{
    return db_path(book->db);
}

struct currency book_currency_of(struct book *book, const char *code)
{
    if (strcmp(code, book->last_currency.code) != 0) {
        struct currency currency;
        if (currency_find(code, &currency) != ERR_OK)
            currency = currency_unknown(code);
        book->last_currency = currency;
    }
    return book->last_currency;
}

bool date_given(struct date d)
{
    return d.day != 0 && date_is(d);
}
