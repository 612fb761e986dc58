/* debtor: customers as reports need them: one narrow scan, or one by id. */
#include "ledger/debtor.h"

#include "ledger/local.h"

#define DEBTOR                                                                                     \
    "SELECT c.id, c.code, c.name, c.parent_id, c.collector, c.salesperson, c.class, terms.code"    \
    " FROM customer c LEFT JOIN terms ON terms.id = c.terms_id"

static struct debtor read_debtor(struct stmt *q)
{
    return (struct debtor){.id = col_i64(q, 0),
                           .code = col_text(q, 1),
                           .name = col_text(q, 2),
                           .parent_id = col_i64(q, 3),
                           .collector = col_text(q, 4),
                           .salesperson = col_text(q, 5),
                           .class = col_text(q, 6),
                           .terms = col_text(q, 7)};
}

enum err debtors_each(struct book *book, enum err (*each)(void *self, const struct debtor *debtor),
                      void *self)
{
    struct stmt *q = db_sql(book->db, DEBTOR " ORDER BY c.id");
    enum err e = ERR_OK;

    while (e == ERR_OK && stmt_row(q)) {
        const struct debtor debtor = read_debtor(q);
        e = each(self, &debtor);
    }
    const enum err end = stmt_end(q);
    return e != ERR_OK ? e : end;
}

enum err debtor_get(struct book *book, int64_t id, struct arena *arena, struct debtor *out)
{
    struct stmt *q = db_sql(book->db, DEBTOR " WHERE c.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        *out = read_debtor(q);
        const char **const texts[] = {&out->code,        &out->name,  &out->collector,
                                      &out->salesperson, &out->class, &out->terms};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            *texts[i] = arena_text(arena, *texts[i]);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no customer with id %lld", (long long)id);
}
