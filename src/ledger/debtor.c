/* debtor: customers as reports need them: one narrow scan, or one by id. */
#include "ledger/debtor.h"

#include "ledger/local.h"
#include "ledger/master.h"

#define COLUMNS                                                                                    \
    "SELECT c.id, c.code, c.name, c.parent_id, c.collector, c.salesperson, c.class,"               \
    " c.country"
#define DEBTOR COLUMNS ", terms.code FROM customer c LEFT JOIN terms ON terms.id = c.terms_id"

static struct debtor read_debtor(struct stmt *q, const char *terms)
{
    return (struct debtor){.id = col_i64(q, 0),
                           .code = col_text(q, 1),
                           .name = col_text(q, 2),
                           .parent_id = col_i64(q, 3),
                           .collector = col_text(q, 4),
                           .salesperson = col_text(q, 5),
                           .class = col_text(q, 6),
                           .country = col_text(q, 7),
                           .terms = terms};
}

/* Terms are few and customers many: read once, found by id, where a join would seek for each. */
struct terms {
    struct payterm *of;
    int count;
};

static const char *terms_code(const struct terms *terms, int64_t id)
{
    for (int i = 0; id && i < terms->count; i++)
        if (terms->of[i].id == id)
            return terms->of[i].code;
    return "";
}

enum err debtors_each(struct book *book, enum err (*each)(void *self, const struct debtor *debtor),
                      void *self)
{
    struct arena arena = {0};
    struct terms terms = {0};
    enum err e = payterm_list(book, &arena, &terms.of, &terms.count);

    if (e == ERR_OK) {
        struct stmt *q = db_sql(book->db, COLUMNS ", c.terms_id FROM customer c ORDER BY c.id");
        while (e == ERR_OK && stmt_row(q)) {
            const struct debtor debtor = read_debtor(q, terms_code(&terms, col_i64(q, 8)));
            e = each(self, &debtor);
        }
        const enum err end = stmt_end(q);
        e = e != ERR_OK ? e : end;
    }
    arena_done(&arena);
    return e;
}

enum err debtor_get(struct book *book, int64_t id, struct arena *arena, struct debtor *out)
{
    struct stmt *q = db_sql(book->db, DEBTOR " WHERE c.id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        *out = read_debtor(q, col_text(q, 8));
        const char **const texts[] = {&out->code,        &out->name,  &out->collector,
                                      &out->salesperson, &out->class, &out->country,
                                      &out->terms};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            *texts[i] = arena_text(arena, *texts[i]);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no customer with id %lld", (long long)id);
}
