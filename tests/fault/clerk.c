#include "fault/clerk.h"

#include "db/db.h"
#include "ledger/proof.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void clerk_init(struct clerk *clerk, const char *path)
{
    *clerk = (struct clerk){.session = {.actor = "anna",
                                        .today = date_of(2026, 6, 30),
                                        .now = INT64_C(1782820800000000),
                                        .format = "text",
                                        .color = "never",
                                        .yes = true,
                                        .no_input = true,
                                        .wait_seconds = 0,
                                        .book_path = path,
                                        .notation = notation_plain}};
    clerk->session.note = &clerk->note;
    clerk->session.habit = (struct date_habit){clerk->session.today, DATE_YMD};
}

enum err clerk_found(struct clerk *clerk, const char *path)
{
    clerk_init(clerk, path);
    struct book_plan plan = {.company = "Harbour & Finch",
                             .actor = "anna",
                             .sandbox = true,
                             .moment = clerk->session.now};
    struct book *book = NULL;

    must(currency_find("EUR", &plan.currency) == ERR_OK);
    TRY(book_new(path, &plan, &clerk->note, &book));
    book_close(book);
    return clerk_open(clerk, path);
}

enum err clerk_open(struct clerk *clerk, const char *path)
{
    clerk_init(clerk, path);
    TRY(book_open(path, BOOK_OPEN, &clerk->note, &clerk->session.book));
    clerk->session.note = book_note(clerk->session.book);
    book_today_set(clerk->session.book, clerk->session.today);
    book_moment_set(clerk->session.book, clerk->session.now);
    return ERR_OK;
}

void clerk_close(struct clerk *clerk)
{
    book_close(clerk->session.book);
    clerk->session.book = NULL;
    clerk->session.note = &clerk->note;
    arena_done(&clerk->arena);
}

enum err clerk_do(struct clerk *clerk, const char *op_id, const char *line)
{
    const struct command *command = NULL;
    struct args args;
    struct table table;
    struct page page;
    char **words;
    int count, used;

    arena_done(&clerk->arena);
    clerk->arena = (struct arena){0};
    clerk->session.op_id = op_id;
    TRY(words_split(line, &clerk->arena, &words, &count, clerk->session.note));
    TRY(command_words(count, words, &command, &used, clerk->session.note));
    args_init(&args, command, &clerk->arena, &clerk->session.habit, &notation_plain);
    TRY(args_words(&args, count - used, words + used, clerk->session.note));
    table_init(&table);
    page_init(&page, "", "");
    struct sink sink = table_sink(&table);
    enum err e = command_run(&clerk->session, &args, &clerk->arena,
                             command->flags & COMMAND_TABLE ? &sink : NULL,
                             command->flags & COMMAND_PAGE ? &page : NULL, &clerk->out);
    page_done(&page);
    table_done(&table);
    return e;
}

const char *clerk_words(const struct clerk *clerk)
{
    return clerk->session.note->text;
}

/* Salted hashes differ between two runs of the same command; what they stand for is compared. */
static bool is_salted(const char *table, const char *column)
{
    if (strcmp(table, "customer_dated") == 0)
        return strcmp(column, "salt") == 0 || strcmp(column, "mark") == 0;
    return strcmp(table, "entry") == 0 &&
           (strcmp(column, "salt") == 0 || strcmp(column, "command_hash") == 0 ||
            strcmp(column, "hash") == 0);
}

static enum err print_table(struct db *db, const char *name, struct hasher *h)
{
    char sql[128];

    snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", name);
    struct stmt *q = db_sql_once(db, sql);
    hasher_text(h, name);
    while (stmt_row(q))
        for (int n = 0; n < stmt_columns(q); n++)
            if (!is_salted(name, stmt_column_name(q, n)))
                hasher_text(h, col_text(q, n));
    return stmt_end(q);
}

enum err clerk_print(struct clerk *clerk, struct hash *out)
{
    struct db *db = book_db(clerk->session.book);
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

int clerk_proof(struct clerk *clerk, char *words, size_t room)
{
    struct words first = {words, room};
    int found = 0;

    words[0] = '\0';
    if (proof_book(clerk->session.book, NULL, say, &first, &found) != ERR_OK) {
        say(&first, clerk_words(clerk));
        found++;
    }
    return found;
}

int64_t clerk_figure(struct clerk *clerk, const char *sql)
{
    struct stmt *q = db_sql_once(book_db(clerk->session.book), sql);
    const int64_t figure = stmt_row(q) ? col_i64(q, 0) : -1;

    must(stmt_end(q) == ERR_OK);
    return figure;
}

void clerk_folder(char *out, size_t room, const char *name)
{
    snprintf(out, room, "/dev/shm/%s-XXXXXX", name);
    if (mkdtemp(out) != NULL)
        return;
    snprintf(out, room, "/tmp/%s-XXXXXX", name);
    must(mkdtemp(out) != NULL);
}

void clerk_remove(const char *path)
{
    static const char *const ends[] = {"", "-wal", "-shm", "-lane", "-journal"};
    char name[256];

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        snprintf(name, sizeof name, "%s%s", path, ends[i]);
        unlink(name);
    }
}

void clerk_copy(const char *from, const char *to)
{
    char bytes[65536];
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    must(in >= 0 && out >= 0);
    for (ssize_t len; (len = read(in, bytes, sizeof bytes)) > 0;)
        must(write(out, bytes, (size_t)len) == len);
    close(in);
    close(out);
}
