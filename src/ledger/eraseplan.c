#include "ledger/eraseplan.h"

#include "base/buf.h"
#include "base/pagetext.h"
#include "ledger/dossier.h"

#include <stdlib.h>
#include <string.h>

/* ---- facts ---- */

/* One table's rows: id, then each column that would lose its text. */
struct pass {
    struct book *book;
    int64_t customer_id;
    const struct erasable *table;
    struct named *named; /* NULL: of whoever, without a look at the words */
    struct erasures *plan;
    struct arena *arena;
};

static int columns_of(const struct erasable *table)
{
    int n = 0;

    while (n < ERASABLE_WORDS && table->words[n].column)
        n++;
    return n;
}

/* A page that is kept, such as a report, is looked through without the marks of its cells. */
static bool is_named(const struct pass *pass, const char *column, const char *text)
{
    struct buf words;

    if (pass->table->kind != FACT_SENT_PAPER || strcmp(column, "body") != 0)
        return named_in(pass->named, text, NAMED_BY_STRONG);
    buf_init(&words, 2 * strlen(text) + 1);
    pagetext_words(text, &words);
    const bool is = named_in(pass->named, words.data, NAMED_BY_STRONG);
    buf_done(&words);
    return is;
}

/* Holds it a word that goes, and names it whom we look for? */
static bool row_loses(const struct pass *pass, struct stmt *q)
{
    bool loses = false, names = !pass->named;

    for (int i = 0; i < columns_of(pass->table); i++) {
        const char *text = col_is_null(q, 1 + i) ? "" : col_text(q, 1 + i);
        if (!*text || strcmp(text, pass->table->words[i].becomes) == 0)
            continue;
        loses = true;
        names = names || is_named(pass, pass->table->words[i].column, text);
    }
    return loses && names;
}

static enum err rows_add(const struct pass *pass, const char *where)
{
    const char *columns = "";

    for (int i = 0; i < columns_of(pass->table); i++)
        columns = arena_format(pass->arena, "%s, t.%s", columns, pass->table->words[i].column);
    struct stmt *q =
        db_sql_once(pass->book->db, arena_format(pass->arena, "SELECT t.id%s FROM %s t WHERE %s",
                                                 columns, pass->table->table, where));
    if (!pass->named)
        bind_i64(q, 1, pass->customer_id);
    while (stmt_row(q))
        if (row_loses(pass, q))
            erasures_add(pass->plan, pass->table->kind, col_i64(q, 0), false);
    return stmt_end(q);
}

static enum err table_add(struct pass *pass, struct named *named)
{
    const struct erasable *table = pass->table;
    const char *where = dossier_where(table->table);

    must(where);
    if (table->also)
        where = arena_format(pass->arena, "(%s) OR %s", where, table->also);
    if (table->except)
        where = arena_format(pass->arena, "(%s) AND NOT (%s)", where, table->except);
    pass->named = NULL;
    TRY(rows_add(pass, where));
    pass->named = named;
    return table->foreign ? rows_add(pass, table->foreign) : ERR_OK;
}

#define GOES(column) column " NOT IN ('', '" ERASED "')"
#define HEAD_GOES                                                                                  \
    "(" GOES("d.po") " OR " GOES("d.reference") " OR " GOES("d.text") " OR " GOES(                 \
        "d.reason") " OR " GOES("r.payer") ")"
#define HEADS " FROM document d LEFT JOIN receipt r ON r.document_id = d.id WHERE " HEAD_GOES
#define MINE "d.customer_id" OF_CUSTOMER("$1")

static enum err papers_add(struct book *book, int64_t customer_id, const char *sql, int64_t kind,
                           struct erasures *plan)
{
    struct stmt *q = db_sql(book->db, sql);

    bind_i64(q, 1, customer_id);
    while (stmt_row(q))
        erasures_add(plan, kind, col_i64(q, 0), false);
    return stmt_end(q);
}

/* Money of nobody that names the customer. */
static enum err strays_add(struct book *book, struct named *named, struct erasures *plan)
{
    struct stmt *q =
        db_sql(book->db, "SELECT d.id, d.reference || ' ' || d.text || ' ' || d.reason || ' '"
                         " || COALESCE(r.payer, '')" HEADS " AND d.customer_id IS NULL");

    while (stmt_row(q))
        if (named_in(named, col_text(q, 1), NAMED_BY_STRONG))
            erasures_add(plan, FACT_DOCUMENT, col_i64(q, 0), false);
    return stmt_end(q);
}

static enum err documents_add(struct book *book, int64_t customer_id, struct named *named,
                              struct erasures *plan)
{
    TRY(papers_add(book, customer_id,
                   "SELECT d.id" HEADS " AND (" MINE " OR d.id IN " UNKNOWN_PAPERS ")",
                   FACT_DOCUMENT, plan));
    TRY(papers_add(book, customer_id,
                   "SELECT DISTINCT l.document_id FROM document d JOIN line l"
                   " ON l.document_id = d.id WHERE " MINE " AND " GOES("l.text"),
                   ERASED_LINES, plan));
    return strays_add(book, named, plan);
}

enum err eraseplan_facts(struct book *book, int64_t customer_id, struct named *named,
                         struct erasures *plan)
{
    struct arena arena = {0};
    struct pass pass = {.book = book, .customer_id = customer_id, .plan = plan, .arena = &arena};
    enum err e = documents_add(book, customer_id, named, plan);

    for (size_t i = 0; e == ERR_OK && (pass.table = erasable_at(i)); i++)
        e = table_add(&pass, named);
    arena_done(&arena);
    return e;
}

/* ---- entries ---- */

enum { WROTE = 1, OTHERS = 2 };

struct marks {
    uint8_t *of; /* by entry */
    int64_t last;
};

static enum err entries_mark(struct book *book, const char *sql, int64_t customer_id,
                             struct marks *marks, uint8_t mark)
{
    struct stmt *q = db_sql_once(book->db, sql);

    bind_i64(q, 1, customer_id);
    while (stmt_row(q)) {
        const int64_t id = col_i64(q, 0);
        if (id > 0 && id <= marks->last)
            marks->of[id] |= mark;
    }
    return stmt_end(q);
}

static enum err has_entry(struct book *book, const char *table, struct arena *arena, bool *has)
{
    struct stmt *q =
        db_sql_once(book->db, arena_format(arena, "SELECT t.* FROM %s t LIMIT 0", table));

    *has = false;
    while (stmt_row(q))
        continue;
    for (int n = 0; n < stmt_columns(q); n++)
        *has = *has || strcmp(stmt_column_name(q, n), "entry_id") == 0;
    return stmt_end(q);
}

static enum err entries_read(struct book *book, int64_t customer_id, struct arena *arena,
                             struct marks *marks)
{
    for (int i = 0; dossier_parts[i]; i++) {
        const char *table = dossier_parts[i], *where = dossier_where(table);
        const char *ids = arena_format(arena, "SELECT DISTINCT t.entry_id FROM %s t WHERE", table);
        bool has = false;
        TRY(has_entry(book, table, arena, &has));
        if (!has)
            continue;
        TRY(entries_mark(book, arena_format(arena, "%s (%s)", ids, where), customer_id, marks,
                         WROTE));
        if (strcmp(table, "remitter") != 0) /* it is whose its receipt is, perhaps nobody's */
            TRY(entries_mark(book, arena_format(arena, "%s NOT (%s)", ids, where), customer_id,
                             marks, OTHERS));
    }
    return entries_mark(book, "SELECT entry_id FROM document WHERE id IN " UNKNOWN_PAPERS,
                        customer_id, marks, WROTE);
}

/* Behind the noun and the verb, which may be anybody's name. */
static const char *arguments(const char *command)
{
    for (int words = 0; words < 2 && *command; words++) {
        command += strcspn(command, " ");
        command += strspn(command, " ");
    }
    return command;
}

/* Where something was written for others alone, their names may be like this one's. */
static enum named_by how(uint8_t mark)
{
    return mark & WROTE ? NAMED_BY_ANY : mark & OTHERS ? NAMED_BY_CODE : NAMED_BY_STRONG;
}

/* An entry loses its words once: with them goes the code of whomever it was of, but no number of a
 * paper. */
static enum err entry_add(struct book *book, int64_t id, const char *ref, bool named,
                          struct erasures *plan)
{
    int64_t customer = 0;

    TRY(db_get(book->db, &customer, 0, "SELECT id FROM customer WHERE code = $1", "t", ref));
    erasures_add(plan, ERASED_ENTRY, id, named || (customer != 0 && !code_is_neutral(ref)));
    return ERR_OK;
}

static enum err entries_add(struct book *book, struct named *named, const struct marks *marks,
                            const struct erasures *erased, struct erasures *plan)
{
    struct stmt *q =
        db_sql(book->db, "SELECT id, command, says, ref FROM entry WHERE id > 1 ORDER BY id");
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        const int64_t id = col_i64(q, 0);
        const uint8_t mark = id <= marks->last ? marks->of[id] : 0;
        if (erasures_find(erased, ERASED_ENTRY, id))
            continue;
        const bool ref = named_in(named, col_text(q, 3), how(mark));
        if (mark == WROTE || ref || named_in(named, col_text(q, 2), how(mark)) ||
            (!col_is_null(q, 1) && named_in(named, arguments(col_text(q, 1)), how(mark))))
            e = entry_add(book, id, col_text(q, 3), ref, plan);
    }
    return stmt_end_after(q, e);
}

enum err eraseplan_entries(struct book *book, int64_t customer_id, struct named *named,
                           struct erasures *plan)
{
    struct arena arena = {0};
    struct erasures erased = {0};
    struct marks marks = {0};
    enum err e;

    TRY_OUT(db_get(book->db, &marks.last, 0, "SELECT MAX(id) FROM entry", ""));
    marks.of = mem_new((size_t)marks.last + 1, 1);
    TRY_OUT(erasures_read(book, &erased));
    TRY_OUT(entries_read(book, customer_id, &arena, &marks));
    e = entries_add(book, named, &marks, &erased, plan);
out:
    free(marks.of);
    erasures_done(&erased);
    arena_done(&arena);
    return e;
}
