/* alias: what payers are known by, kept and looked up in folded form. */
#include "ledger/alias.h"

#include "base/text.h"
#include "ledger/local.h"
#include "rules/reference.h"

#include <ctype.h>
#include <string.h>

const char *alias_word(enum alias_kind kind)
{
    static const char *const words[] = {"account", "number", "name"};

    must((unsigned)kind < sizeof words / sizeof *words);
    return words[kind];
}

static bool is_letter(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Letters and digits; between words one blank, or none. */
static const char *words_only(const char *text, bool apart, struct arena *arena)
{
    char *folded = text_fold(arena, text);
    size_t len = 0;
    bool gap = false;

    for (const char *p = folded; *p; p++) {
        if (!is_letter(*p)) {
            gap = apart && len > 0;
            continue;
        }
        /* the blank stands for at least one character that was left out */
        if (gap)
            folded[len++] = ' ';
        folded[len++] = *p;
        gap = false;
    }
    folded[len] = 0;
    return folded;
}

const char *alias_folded(enum alias_kind kind, const char *value, struct arena *arena)
{
    switch (kind) {
    case ALIAS_ACCOUNT: /* one that is masked may be anybody's */
        return strchr(value, '*') ? "" : words_only(value, false, arena);
    case ALIAS_NUMBER: return reference_key(arena, value);
    case ALIAS_NAME: break;
    }
    return words_only(value, true, arena);
}

/* ---- reading -------------------------------------------------------------------------------- */

#define ALIAS                                                                                      \
    "SELECT a.id, a.kind, a.value, a.customer_id, c.code, a.source, a.confirmed, a.active"         \
    " FROM alias a" JOIN_STAYS("a")

static void alias_read(struct stmt *q, struct arena *arena, struct alias *out)
{
    *out = (struct alias){.id = col_i64(q, 0),
                          .kind = (enum alias_kind)col_i64(q, 1),
                          .value = arena_text(arena, col_text(q, 2)),
                          .customer_id = col_i64(q, 3),
                          .customer = arena_text(arena, col_text(q, 4)),
                          .source = arena_text(arena, col_text(q, 5)),
                          .confirmed = arena_text(arena, col_text(q, 6)),
                          .active = col_i64(q, 7) != 0};
}

enum err alias_get(struct book *book, int64_t id, struct arena *arena, struct alias *out)
{
    struct stmt *q = db_sql(book->db, ALIAS " WHERE a.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        alias_read(q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no alias %lld; `alias list` shows them",
                     (long long)id);
}

enum err alias_list(struct book *book, int64_t customer_id, bool all, struct arena *arena,
                    struct alias **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM alias", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, ALIAS " WHERE ($1 = 0 OR a.customer_id" OF_CUSTOMER(
                                          "$1") ") AND ($2 = 1 OR a.active = 1)"
                                                " ORDER BY c.code, a.kind, a.folded, a.id");
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, all);
    while (stmt_row(q) && *count < (int)room)
        alias_read(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

enum err alias_find(struct book *book, enum alias_kind kind, const char *value,
                    int64_t *customer_id, int *customers)
{
    struct arena arena = {0};
    struct stmt *q = db_sql(
        book->db,
        "SELECT DISTINCT " STAYS("c") " FROM alias a JOIN customer c"
                                      " ON c.id = a.customer_id WHERE a.kind = $1 AND a.folded = $2"
                                      " AND a.active = 1 ORDER BY 1");

    *customer_id = 0;
    *customers = 0;
    bind_i64(q, 1, kind);
    bind_text(q, 2, alias_folded(kind, value, &arena));
    while (stmt_row(q)) {
        *customer_id = *customers ? 0 : col_i64(q, 0);
        ++*customers;
    }
    arena_done(&arena);
    return stmt_end(q);
}

/* The row of this value and customer; 0 = none. */
static enum err row_of(struct book *book, enum alias_kind kind, const char *folded,
                       int64_t customer_id, int64_t *id, bool *active)
{
    struct stmt *q = db_sql(book->db, "SELECT id, active FROM alias WHERE kind = $1"
                                      " AND folded = $2 AND customer_id" OF_CUSTOMER(
                                          "$3") " ORDER BY customer_id <> $3, id");

    *id = 0;
    *active = false;
    bind_i64(q, 1, kind);
    bind_text(q, 2, folded);
    bind_i64(q, 3, customer_id);
    if (stmt_row(q)) {
        *id = col_i64(q, 0);
        *active = col_i64(q, 1) != 0;
    }
    return stmt_end(q);
}

enum err alias_known(struct book *book, enum alias_kind kind, const char *value,
                     int64_t customer_id, bool *out)
{
    struct arena arena = {0};
    int64_t id = 0;
    bool active = false;
    const enum err e =
        row_of(book, kind, alias_folded(kind, value, &arena), customer_id, &id, &active);

    *out = id != 0;
    arena_done(&arena);
    return e;
}

/* ---- writing -------------------------------------------------------------------------------- */

static enum err insert(struct tx *tx, const struct alias *alias, const char *folded, bool active,
                       int64_t *id)
{
    struct stmt *q =
        db_sql(tx->book->db,
               "INSERT INTO alias (kind, value, folded, customer_id, source, confirmed, active)"
               " VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id");

    bind_i64(q, 1, alias->kind);
    bind_text(q, 2, alias->value);
    bind_text(q, 3, folded);
    bind_i64(q, 4, alias->customer_id);
    bind_text(q, 5, alias->source ? alias->source : "");
    bind_text(q, 6, tx->actor);
    bind_i64(q, 7, active);
    if (stmt_row(q))
        *id = col_i64(q, 0);
    return stmt_end(q);
}

static enum err put(struct tx *tx, const struct alias *alias, bool active, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct arena arena = {0};
    const char *folded = alias_folded(alias->kind, alias->value, &arena);
    bool was = false;
    enum err e;

    /* look and judge */
    TRY_OUT(row_of(book, alias->kind, folded, alias->customer_id, id, &was));
    if (!*folded)
        TRY_OUT(fail(book->note, ERR_INPUT, "'%.60s' has no letter and no digit to be known by",
                     alias->value));
    if (*id && was == active)
        TRY_OUT(fail(book->note, ERR_CONFLICT, "the %s %.60s is known already: alias %lld",
                     alias_word(alias->kind), alias->value, (long long)*id));

    /* write */
    if (*id)
        TRY_OUT(db_run(book->db,
                       "UPDATE alias SET value = $2, source = $3, confirmed = $4, active = $5"
                       " WHERE id = $1",
                       "ittti", *id, alias->value, alias->source ? alias->source : "", tx->actor,
                       (int64_t)active));
    else
        TRY_OUT(insert(tx, alias, folded, active, id));
    e = tx_change(tx, "customer", alias->customer_id,
                  arena_format(&arena, "alias %s", alias_word(alias->kind)),
                  active ? NULL : alias->value, active ? alias->value : NULL);
out:
    arena_done(&arena);
    return e;
}

enum err alias_add(struct tx *tx, const struct alias *alias, int64_t *id)
{
    return put(tx, alias, true, id);
}

enum err alias_deny(struct tx *tx, const struct alias *alias)
{
    int64_t id = 0;

    return put(tx, alias, false, &id);
}

enum err alias_remove(struct tx *tx, int64_t id)
{
    struct arena arena = {0};
    struct alias alias;
    enum err e;

    TRY_OUT(alias_get(tx_book(tx), id, &arena, &alias));
    if (!alias.active)
        TRY_OUT(
            fail(tx_note(tx), ERR_CONFLICT, "alias %lld was taken away already", (long long)id));
    e = put(tx, &alias, false, &id);
out:
    arena_done(&arena);
    return e;
}
