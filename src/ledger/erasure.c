#include "ledger/erasure.h"

#include <stdlib.h>
#include <string.h>

void erasures_add(struct erasures *list, int64_t kind, int64_t row_id, bool ref)
{
    if (list->count == list->room) {
        const size_t room = list->room ? list->room * 2 : 64;
        struct erasure *rows = mem_new(room, sizeof *rows);
        if (list->count)
            memcpy(rows, list->rows, list->count * sizeof *rows);
        free(list->rows);
        list->rows = rows;
        list->room = room;
    }
    list->rows[list->count++] = (struct erasure){.kind = kind, .row_id = row_id, .ref = ref};
}

static int compare(const void *a, const void *b)
{
    const struct erasure *x = a, *y = b;

    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->row_id > y->row_id) - (x->row_id < y->row_id);
}

void erasures_sort(struct erasures *list)
{
    size_t kept = 0;

    if (list->count == 0)
        return;
    qsort(list->rows, list->count, sizeof *list->rows, compare);
    for (size_t i = 1; i < list->count; i++)
        if (compare(&list->rows[kept], &list->rows[i]) != 0)
            list->rows[++kept] = list->rows[i];
        else
            list->rows[kept].ref |= list->rows[i].ref;
    list->count = kept + 1;
}

struct erasure *erasures_find(const struct erasures *list, int64_t kind, int64_t row_id)
{
    const struct erasure wanted = {.kind = kind, .row_id = row_id};

    if (list->count == 0)
        return NULL;
    return bsearch(&wanted, list->rows, list->count, sizeof wanted, compare);
}

void erasures_done(struct erasures *list)
{
    free(list->rows);
    *list = (struct erasures){0};
}

enum err erasures_read(struct book *book, struct erasures *out)
{
    struct stmt *q = db_sql(book->db, "SELECT kind, row_id, before, after FROM erasure"
                                      " ORDER BY kind, row_id");

    while (stmt_row(q)) {
        erasures_add(out, col_i64(q, 0), col_i64(q, 1), false);
        struct erasure *row = &out->rows[out->count - 1];
        /* one that is no hash fits nothing, and is named so */
        (void)hash_parse(col_text(q, 2), &row->before);
        (void)hash_parse(col_text(q, 3), &row->after);
    }
    return stmt_end(q);
}
