#include "ledger/question.h"

#include "base/buf.h"
#include "base/text.h"
#include "db/db.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define CELL_MAX ((size_t)1 << 20)
#define COLUMNS_MAX 100 /* the store's limit too */

static bool begins_with(const char *sql, const char *word)
{
    const size_t len = strlen(word);

    return strncasecmp(sql, word, len) == 0 && !isalnum((unsigned char)sql[len]) && sql[len] != '_';
}

/* A stored text may be anything; a cell is harmless. */
static const char *harmless(const char *text, struct arena *arena)
{
    struct buf safe;

    buf_init(&safe, CELL_MAX);
    text_safe(&safe, text, strlen(text));
    const char *out = arena_bytes(arena, safe.data, safe.len);
    buf_done(&safe);
    return out;
}

static enum err rows_pass(struct stmt *q, int count, struct arena *arena, struct sink *sink)
{
    struct cell cells[COLUMNS_MAX];

    while (stmt_row(q)) {
        arena_reset(arena);
        for (int i = 0; i < count; i++)
            cells[i] = col_is_null(q, i) ? cell_none() : cell_code(harmless(col_text(q, i), arena));
        TRY(sink_row(sink, 0, ' ', cells));
    }
    return ERR_OK;
}

static enum err head_pass(struct stmt *q, int count, struct arena *arena, struct sink *sink)
{
    struct column *columns = arena_new(arena, ((size_t)count + 1) * sizeof *columns);
    const struct table_head head = {.columns = columns, .count = count};

    for (int i = 0; i < count; i++) {
        const char *name = harmless(stmt_column_name(q, i), arena);
        columns[i] = (struct column){.name = name, .title = name, .kind = CELL_CODE};
    }
    return sink->head(sink->self, &head);
}

static enum err ask(struct db *db, const char *sql, struct sink *sink, struct note *note)
{
    struct arena names = {0}, arena = {0};
    struct stmt *q = db_sql_once(db, sql);
    const int count = stmt_columns(q) < COLUMNS_MAX ? stmt_columns(q) : COLUMNS_MAX;
    enum err e = ERR_OK;

    /* a question that failed to compile has no columns, and its end tells why */
    if (count > 0)
        e = head_pass(q, count, &names, sink);
    if (e == ERR_OK && count > 0)
        e = rows_pass(q, count, &arena, sink);
    e = stmt_end_after(q, e);
    if (e == ERR_OK && count == 0)
        e = fail(note, ERR_INPUT, "this is no question: it answers with no rows");
    if (e == ERR_OK)
        e = sink->foot(sink->self, NULL);
    arena_done(&arena);
    arena_done(&names);
    return e;
}

enum err question_ask(struct book *book, const char *sql, struct sink *sink)
{
    const char *path = db_path(book_db(book));
    struct db *db = NULL;

    while (isspace((unsigned char)*sql))
        sql++;
    if (!begins_with(sql, "SELECT") && !begins_with(sql, "WITH"))
        return fail(book_note(book), ERR_INPUT,
                    "a question begins with SELECT or WITH; the book is changed by commands only");
    if (!*path)
        return fail(book_note(book), ERR_UNAVAILABLE,
                    "a book in memory has no file to be asked; save it first");
    TRY(db_open(path, DB_READ, book_note(book), &db));
    db_hide(db, "user_password", "phrase"); /* nobody guesses at leisure */
    db_cancel_like(db, book_db(book));
    enum err e = ask(db, sql, sink, book_note(book));
    db_close(db);
    return e;
}
