/* documentlist: documents and items as lists show them. */
#include "ledger/documentlist.h"

#include "ledger/local.h"

/* The document and the transfers that its money went over: `moved (id)`. 10 is a transfer. */
#define MOVED(id)                                                                                  \
    "WITH RECURSIVE moved (id) AS (SELECT CAST(" id " AS BIGINT) UNION SELECT d.id FROM moved m"   \
    " JOIN document d ON d.related_id = m.id WHERE d.kind = 10)"

enum err document_money(struct book *book, int64_t document_id, struct arena *arena,
                        struct item **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0,
               MOVED("$1") " SELECT COUNT(*) FROM moved JOIN item i ON i.document_id = moved.id"
                           " WHERE i.open < 0",
               "i", document_id));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, MOVED("$1") " SELECT i.id FROM moved JOIN item i ON i.document_id ="
                                     " moved.id WHERE i.open < 0 ORDER BY i.id");
    bind_i64(q, 1, document_id);
    while (stmt_row(q))
        (*out)[(*count)++].id = col_i64(q, 0);
    TRY(stmt_end(q));
    for (int i = 0; i < *count; i++)
        TRY(item_get(book, (*out)[i].id, arena, &(*out)[i]));
    return ERR_OK;
}
