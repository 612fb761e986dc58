#include "ledger/specialterms.h"

#include "ledger/local.h"
#include "rules/discount.h"
#include "rules/terms.h"

enum err special_terms_add(struct tx *tx, const struct special_terms *special, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct discount_tier tiers[DISCOUNT_TIERS];
    char discount[TERMS_TEXT] = "";
    int count = 0;

    if (special->to.day < special->from.day)
        return fail(book->note, ERR_INPUT, "special terms end before they begin");
    if (special->discount[0]) {
        TRY(discount_tiers_parse(special->discount, tiers, &count, book->note));
        discount_tiers_text(tiers, count, discount);
    }
    const int64_t numbers[] = {tx->entry_id, special->customer_id, special->from.day,
                               special->to.day, special->terms_id};
    const char *const texts[] = {discount, special->text};
    return fact_write(tx, FACT_SPECIAL_TERMS,
                      "INSERT INTO special_terms (entry_id, customer_id, from_day, to_day,"
                      " terms_id, discount, text) VALUES ($1, $2, $3, $4, $5, $6, $7)"
                      " RETURNING id",
                      numbers, 5, texts, 2, id);
}

#define SPECIAL                                                                                    \
    "SELECT id, entry_id, customer_id, from_day, to_day, terms_id, discount, text"                 \
    " FROM special_terms "

static struct special_terms read_special(struct stmt *q)
{
    return (struct special_terms){.id = col_i64(q, 0),
                                  .entry_id = col_i64(q, 1),
                                  .customer_id = col_i64(q, 2),
                                  .from = col_date(q, 3),
                                  .to = col_date(q, 4),
                                  .terms_id = col_i64(q, 5),
                                  .discount = col_text(q, 6),
                                  .text = col_text(q, 7)};
}

enum err special_terms_on(struct book *book, int64_t customer_id, struct date day,
                          struct arena *arena, bool *is, struct special_terms *out)
{
    struct stmt *q = db_sql(book->db, SPECIAL "WHERE customer_id = $1 AND from_day <= $2"
                                              " AND to_day >= $2 ORDER BY id DESC LIMIT 1");

    *is = false;
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, day.day);
    if (stmt_row(q)) {
        *out = read_special(q);
        out->discount = arena_text(arena, out->discount);
        out->text = arena_text(arena, out->text);
        *is = out->terms_id || *out->discount;
    }
    return stmt_end(q);
}

enum err special_terms_each(struct book *book, int64_t customer_id,
                            enum err (*each)(void *self, const struct special_terms *special),
                            void *self)
{
    struct stmt *q = db_sql(book->db, SPECIAL "WHERE ($1 = 0 OR customer_id = $1)"
                                              " ORDER BY customer_id, id");
    enum err e = ERR_OK;

    bind_i64(q, 1, customer_id);
    while (e == ERR_OK && stmt_row(q)) {
        const struct special_terms special = read_special(q);
        e = each(self, &special);
    }
    return stmt_end_after(q, e);
}
