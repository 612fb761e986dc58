/* override: broken rules of credit that somebody lets pass, with the figures as they were then. */
#include "ledger/hold.h"
#include "ledger/local.h"

enum err override_give(struct tx *tx, const struct override *override, int64_t *id)
{
    struct book *book = tx_book(tx);

    /* judge */
    if (!override->reason || !override->reason[0])
        return fail(book->note, ERR_INPUT, "an override needs a reason");
    if (override->until.day < override->day.day)
        return fail(book->note, ERR_INPUT, "an override cannot end before it begins");
    if (override->rule_count == 0)
        return fail(book->note, ERR_CONFLICT, "no rule is broken there; nothing is to be let pass");

    /* write */
    const int64_t numbers[] = {tx->entry_id,        override->customer_id, override->day.day,
                               override->until.day, override->amount,      override->exposure,
                               override->limit,     override->insured};
    const char *const texts[] = {override->currency.code, override->role, override->reason};
    TRY(fact_write(tx, FACT_OVERRIDE,
                   "INSERT INTO credit_override (entry_id, customer_id, day, until, amount,"
                   " exposure, credit_limit, insured, currency, role, reason)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
                   numbers, 8, texts, 3, id));
    for (int i = 0; i < override->rule_count; i++) {
        const struct credit_breach *rule = &override->rules[i];
        const int64_t of_rule[] = {tx->entry_id, *id, rule->rule, rule->figure, rule->bound};
        int64_t row;
        TRY(fact_write(tx, FACT_OVERRIDE_RULE,
                       "INSERT INTO credit_override_rule (entry_id, override_id, rule, figure,"
                       " bound) VALUES ($1, $2, $3, $4, $5) RETURNING id",
                       of_rule, 5, NULL, 0, &row));
    }
    return ERR_OK;
}

enum err override_list(struct book *book, int64_t customer_id, struct date day, struct arena *arena,
                       struct override **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM credit_override", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT o.id, o.customer_id, o.day, o.until, o.amount, o.exposure,"
                         " o.credit_limit, o.insured, o.currency, o.role, o.reason, o.entry_id,"
                         " c.code, c.name, e.actor FROM credit_override o JOIN customer c"
                         " ON c.id = o.customer_id LEFT JOIN entry e ON e.id = o.entry_id"
                         " WHERE ($1 = 0 OR o.customer_id" OF_CUSTOMER("$1") ")"
                         " AND ($2 = 0 OR (o.day <= $3 AND o.until >= $3))"
                         " ORDER BY o.customer_id, o.id");
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, date_is(day));
    bind_i64(q, 3, day.day);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct override){.id = col_i64(q, 0),
                                               .customer_id = col_i64(q, 1),
                                               .day = col_date(q, 2),
                                               .until = col_date(q, 3),
                                               .amount = col_i64(q, 4),
                                               .exposure = col_i64(q, 5),
                                               .limit = col_i64(q, 6),
                                               .insured = col_i64(q, 7),
                                               .currency = book_currency_of(book, col_text(q, 8)),
                                               .role = arena_text(arena, col_text(q, 9)),
                                               .reason = arena_text(arena, col_text(q, 10)),
                                               .entry_id = col_i64(q, 11),
                                               .customer = arena_text(arena, col_text(q, 12)),
                                               .name = arena_text(arena, col_text(q, 13)),
                                               .actor = arena_text(arena, col_text(q, 14))};
    return stmt_end(q);
}

enum err override_passes(struct book *book, int64_t customer_id, struct date day,
                         struct arena *arena, struct override_pass **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM credit_override_rule", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    if (room == 0)
        return ERR_OK;
    struct stmt *q =
        db_sql(book->db, "SELECT o.customer_id, r.rule, r.figure, o.day"
                         " FROM credit_override o JOIN credit_override_rule r"
                         " ON r.override_id = o.id WHERE ($1 = 0 OR o.customer_id = $1)"
                         " AND o.day <= $2 AND o.until >= $2"
                         " ORDER BY o.customer_id, r.id");
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, day.day);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct override_pass){
            col_i64(q, 0), {(enum credit_rule)col_i64(q, 1), col_i64(q, 2), col_date(q, 3)}};
    return stmt_end(q);
}
