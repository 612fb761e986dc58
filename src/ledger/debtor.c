/* debtor: customers as reports need them: one narrow scan, or one by id. */
#include "ledger/debtor.h"

#include "ledger/dated.h"
#include "ledger/local.h"
#include "ledger/master.h"

#include <stdlib.h>

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

/* Rows of ledger/dated.h, few beside the customers: read once, walked beside them. */
struct days {
    struct arena arena;
    struct dated *of; /* by customer */
    size_t count, room, at;
};
#define DATED_OF_DEBTOR (1u << DATED_COLLECTOR | 1u << DATED_SALESPERSON | 1u << DATED_PARENT)

static enum err day_take(void *self, const struct dated *dated)
{
    struct days *days = self;

    if (days->count == days->room) {
        days->room = days->room ? days->room * 2 : 64;
        days->of = mem_resize(days->of, days->room, sizeof *days->of);
    }
    days->of[days->count] = *dated;
    days->of[days->count++].value = arena_text(&days->arena, dated->value);
    return ERR_OK;
}

static void day_put(struct debtor *debtor, const struct dated *dated)
{
    if (dated->field == DATED_COLLECTOR)
        debtor->collector = dated->value;
    else if (dated->field == DATED_SALESPERSON)
        debtor->salesperson = dated->value;
    else if (dated->field == DATED_PARENT)
        debtor->parent_id = strtoll(dated->value, NULL, 10);
}

static void days_put(struct days *days, struct debtor *debtor)
{
    while (days->at < days->count && days->of[days->at].customer_id < debtor->id)
        days->at++;
    for (; days->at < days->count && days->of[days->at].customer_id == debtor->id; days->at++)
        day_put(debtor, &days->of[days->at]);
}

enum err debtors_each(struct book *book, struct date day,
                      enum err (*each)(void *self, const struct debtor *debtor), void *self)
{
    struct days days = {.count = 0};
    struct arena arena = {0};
    struct terms terms = {0};
    enum err e = payterm_list(book, &arena, &terms.of, &terms.count);

    if (e == ERR_OK)
        e = dated_each(book, day, DATED_OF_DEBTOR, day_take, &days);
    if (e == ERR_OK) {
        struct stmt *q = db_sql(book->db, COLUMNS ", c.terms_id FROM customer c ORDER BY c.id");
        while (e == ERR_OK && stmt_row(q)) {
            struct debtor debtor = read_debtor(q, terms_code(&terms, col_i64(q, 8)));
            days_put(&days, &debtor);
            e = each(self, &debtor);
        }
        e = stmt_end_after(q, e);
    }
    free(days.of);
    arena_done(&days.arena);
    arena_done(&arena);
    return e;
}

enum err debtor_get(struct book *book, int64_t id, struct date day, struct arena *arena,
                    struct debtor *out)
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
    if (is) {
        const char *parent = "";
        TRY(dated_on(book, id, DATED_COLLECTOR, day, arena, &out->collector));
        TRY(dated_on(book, id, DATED_SALESPERSON, day, arena, &out->salesperson));
        TRY(dated_on(book, id, DATED_PARENT, day, arena, &parent));
        if (*parent)
            out->parent_id = strtoll(parent, NULL, 10);
    }
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no customer with id %lld", (long long)id);
}
