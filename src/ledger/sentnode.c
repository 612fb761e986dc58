/* sentnode: on whose statement the items of a customer stand (RULES.md R15). */
#include "ledger/customer.h"
#include "ledger/dated.h"
#include "ledger/local.h"
#include "ledger/sent.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NODES_MOST 64 /* of one path up */

/* One step up: 0 = on its own. */
static enum err node_above(struct book *book, int64_t customer_id, struct date day, int64_t *out)
{
    struct arena arena = {0};
    const char *dated = NULL;
    int64_t merged = 0;
    enum err e;

    TRY_OUT(db_get(book->db, out, 0, "SELECT statement_id FROM customer WHERE id = $1", "i",
                   customer_id));
    TRY_OUT(dated_on(book, customer_id, DATED_STATEMENT, day, &arena, &dated));
    if (dated)
        *out = strtoll(dated, NULL, 10);
    TRY_OUT(
        db_get(book->db, &merged, 0, "SELECT merged_into FROM customer WHERE id = $1", "i", *out));
    *out = merged ? merged : *out;
out:
    arena_done(&arena);
    return e;
}

enum err sent_node(struct book *book, int64_t customer_id, struct date day, int64_t *out)
{
    int64_t above = 0;

    *out = customer_id;
    for (int hop = 0; hop < NODES_MOST; hop++) {
        TRY(node_above(book, *out, day, &above));
        if (above == 0 || above == customer_id)
            return ERR_OK;
        *out = above;
    }
    return ERR_OK;
}

struct branch {
    int64_t id;
    const char *code;
};
struct branches {
    struct branch *all;
    int count, room;
    struct arena *arena;
};

static bool is_in(const struct branches *of, int64_t id)
{
    for (int i = 0; i < of->count; i++)
        if (of->all[i].id == id)
            return true;
    return false;
}

static void branch_add(struct branches *of, struct branch branch)
{
    of->all = arena_grow(of->arena, of->all, of->count, &of->room, sizeof *of->all);
    of->all[of->count++] = branch;
}

static int branch_cmp(const void *a, const void *b)
{
    const struct branch *x = a, *y = b;
    const int order = strcasecmp(x->code, y->code);

    return order ? order : (x->id > y->id) - (x->id < y->id);
}

/* Whoever was ever to be on the statement of `node`, or of one that was merged into it. */
static enum err below_add(struct book *book, int64_t node, struct branches *maybe)
{
    struct stmt *q = db_sql(
        book->db, "SELECT c.id, c.code FROM customer n JOIN customer c ON c.statement_id = n.id"
                  " WHERE n.id" OF_CUSTOMER(
                      "$1") " AND c.merged_into IS NULL"
                            " UNION SELECT c.id, c.code FROM customer n JOIN customer_dated d"
                            " ON d.field = 6 AND d.value = CAST(n.id AS TEXT)"
                            " JOIN customer c ON c.id = d.customer_id WHERE n.id" OF_CUSTOMER(
                                "$1") " AND c.merged_into IS NULL");

    bind_i64(q, 1, node);
    while (stmt_row(q))
        if (!is_in(maybe, col_i64(q, 0)))
            branch_add(maybe,
                       (struct branch){col_i64(q, 0), arena_text(maybe->arena, col_text(q, 1))});
    return stmt_end(q);
}

enum err sent_branches(struct book *book, int64_t customer_id, struct date day, struct arena *arena,
                       int64_t **out, int *count)
{
    struct branches maybe = {.arena = arena};
    int64_t node = 0;

    *count = 0;
    branch_add(&maybe, (struct branch){customer_id, ""}); /* before every code */
    for (int i = 0; i < maybe.count; i++)
        TRY(below_add(book, maybe.all[i].id, &maybe));
    qsort(maybe.all, (size_t)maybe.count, sizeof *maybe.all, branch_cmp);
    *out = arena_new(arena, (size_t)maybe.count * sizeof **out);
    (*out)[(*count)++] = customer_id;
    for (int i = 1; i < maybe.count; i++) {
        TRY(sent_node(book, maybe.all[i].id, day, &node));
        if (node == customer_id)
            (*out)[(*count)++] = maybe.all[i].id;
    }
    return ERR_OK;
}

enum err sent_branches_words(struct book *book, int64_t customer_id, struct date day,
                             struct arena *arena, const char **out)
{
    int64_t *ids = NULL;
    int count = 0;

    *out = "";
    TRY(sent_branches(book, customer_id, day, arena, &ids, &count));
    for (int i = 1; i < count; i++) {
        struct customer branch;
        TRY(customer_get(book, ids[i], arena, &branch));
        *out = arena_format(arena, "%s%s%s", *out, **out ? ", " : "", branch.code);
    }
    return ERR_OK;
}
