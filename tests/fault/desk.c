#include "fault/desk.h"

#include "db/db.h"
#include "ledger/proof.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void desk_init(struct desk *desk, const char *path)
{
    *desk = (struct desk){.session = {.actor = "anna",
                                      .today = date_of(2026, 6, 30),
                                      .now = INT64_C(1782820800000000),
                                      .format = "text",
                                      .color = "never",
                                      .yes = true,
                                      .no_input = true,
                                      .wait_seconds = 0,
                                      .book_path = path,
                                      .notation = notation_plain}};
    desk->session.note = &desk->note;
    desk->session.habit = (struct date_habit){desk->session.today, DATE_YMD};
}

enum err desk_found(struct desk *desk, const char *path)
{
    desk_init(desk, path);
    struct book_plan plan = {.company = "Harbour & Finch",
                             .actor = "anna",
                             .sandbox = true,
                             .moment = desk->session.now};
    struct book *book = NULL;

    must(currency_find("EUR", &plan.currency) == ERR_OK);
    TRY(book_new(path, &plan, &desk->note, &book));
    book_close(book);
    return desk_open(desk, path);
}

enum err desk_open(struct desk *desk, const char *path)
{
    desk_init(desk, path);
    TRY(book_open(path, BOOK_OPEN, &desk->note, &desk->session.book));
    desk->session.note = book_note(desk->session.book);
    book_today_set(desk->session.book, desk->session.today);
    book_moment_set(desk->session.book, desk->session.now);
    return ERR_OK;
}

void desk_close(struct desk *desk)
{
    book_close(desk->session.book);
    desk->session.book = NULL;
    desk->session.note = &desk->note;
    arena_done(&desk->arena);
}

enum err desk_do(struct desk *desk, const char *op_id, const char *line)
{
    const struct command *command = NULL;
    struct args args;
    struct table table;
    struct page page;
    char **words;
    int count, used;

    arena_done(&desk->arena);
    desk->arena = (struct arena){0};
    desk->session.op_id = op_id;
    TRY(words_split(line, &desk->arena, &words, &count, desk->session.note));
    TRY(command_words(count, words, &command, &used, desk->session.note));
    args_init(&args, command, &desk->arena, &desk->session.habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, desk->session.note));
    table_init(&table);
    page_init(&page, "", "");
    struct sink sink = table_sink(&table);
    enum err e = command_run(&desk->session, &args, &desk->arena,
                             command->flags & COMMAND_TABLE ? &sink : NULL,
                             command->flags & COMMAND_PAGE ? &page : NULL, &desk->out);
    page_done(&page);
    table_done(&table);
    return e;
}

const char *desk_words(const struct desk *desk)
{
    return desk->session.note->text;
}

/* Salted hashes differ between two runs of the same command; what they stand for is compared. */
static bool is_salted(const char *column)
{
    return strcmp(column, "salt") == 0 || strcmp(column, "command_hash") == 0 ||
           strcmp(column, "hash") == 0;
}

static enum err print_table(struct db *db, const char *name, struct hasher *h)
{
    char sql[128];
    const bool journal = strcmp(name, "entry") == 0;

    snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", name);
    struct stmt *q = db_sql_once(db, sql);
    hasher_text(h, name);
    while (stmt_row(q))
        for (int n = 0; n < stmt_columns(q); n++)
            if (!journal || !is_salted(stmt_column_name(q, n)))
                hasher_text(h, col_text(q, n));
    return stmt_end(q);
}

enum err desk_print(struct desk *desk, struct hash *out)
{
    struct db *db = book_db(desk->session.book);
    struct stmt *q = db_sql_once(
        db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "ORDER BY name");
    struct hasher h;
    enum err e = ERR_OK;

    hasher_init(&h);
    while (e == ERR_OK && stmt_row(q))
        e = print_table(db, col_text(q, 0), &h);
    hasher_end(&h, out);
    const enum err end = stmt_end(q);
    return e != ERR_OK ? e : end;
}

struct words {
    char *text;
    size_t room;
};

static void say(void *self, const char *sentence)
{
    struct words *words = self;

    if (words->text[0] == '\0')
        snprintf(words->text, words->room, "%s", sentence);
}

int desk_proof(struct desk *desk, char *words, size_t room)
{
    struct words first = {words, room};
    int found = 0;

    words[0] = '\0';
    if (proof_book(desk->session.book, NULL, say, &first, &found) != ERR_OK) {
        say(&first, desk_words(desk));
        found++;
    }
    return found;
}

int64_t desk_figure(struct desk *desk, const char *sql)
{
    struct stmt *q = db_sql_once(book_db(desk->session.book), sql);
    const int64_t figure = stmt_row(q) ? col_i64(q, 0) : -1;

    must(stmt_end(q) == ERR_OK);
    return figure;
}

void desk_remove(const char *path)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-lane", "-journal"};
    char name[256];

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
}

void desk_copy(const char *from, const char *to)
{
    char bytes[65536];
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    must(in >= 0 && out >= 0);
    for (ssize_t len; (len = read(in, bytes, sizeof bytes)) > 0;)
        must(write(out, bytes, (size_t)len) == len);
    close(in);
    close(out);
}
