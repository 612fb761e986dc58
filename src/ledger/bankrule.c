#include "ledger/bankrule.h"

#include "ledger/local.h"

enum err bank_rule_add(struct tx *tx, const struct bank_rule *rule, int64_t *id)
{
    struct db *db = tx_book(tx)->db;
    int64_t place = rule->place, taken = 0;

    if (place == 0) {
        TRY(db_get(db, &place, 0, "SELECT MAX(place) FROM bank_rule WHERE active = 1", ""));
        place++;
    }
    TRY(db_get(db, &taken, 0, "SELECT id FROM bank_rule WHERE place = $1 AND active = 1", "i",
               place));
    if (taken)
        return fail(tx_note(tx), ERR_CONFLICT, "rule %lld stands at place %lld already",
                    (long long)taken, (long long)place);
    *id = 0;
    struct stmt *q = db_sql(db, "INSERT INTO bank_rule (place, pattern, account_id, text)"
                                " VALUES ($1, $2, $3, $4) RETURNING id");
    bind_i64(q, 1, place);
    bind_text(q, 2, rule->pattern);
    bind_i64(q, 3, rule->account_id);
    bind_text(q, 4, rule->text ? rule->text : "");
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    return tx_change(tx, "bank rule", *id, "pattern", NULL, rule->pattern);
}

enum err bank_rule_end(struct tx *tx, int64_t id)
{
    struct db *db = tx_book(tx)->db;
    int64_t active = 0;

    TRY(db_get(db, &active, 0, "SELECT active FROM bank_rule WHERE id = $1", "i", id));
    if (!active)
        return fail(tx_note(tx), ERR_MISSING, "there is no rule %lld; `bank rules` lists them",
                    (long long)id);
    TRY(db_run(db, "UPDATE bank_rule SET active = 0 WHERE id = $1", "i", id));
    return tx_change(tx, "bank rule", id, "active", "1", "0");
}

enum err bank_rule_list(struct book *book, struct arena *arena, struct bank_rule **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM bank_rule WHERE active = 1", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db,
                            "SELECT r.id, r.place, r.account_id, r.pattern, r.text, a.code, a.name"
                            " FROM bank_rule r JOIN account a ON a.id = r.account_id"
                            " WHERE r.active = 1 ORDER BY r.place");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct bank_rule){.id = col_i64(q, 0),
                                                .place = col_i64(q, 1),
                                                .account_id = col_i64(q, 2),
                                                .pattern = arena_text(arena, col_text(q, 3)),
                                                .text = arena_text(arena, col_text(q, 4)),
                                                .account = arena_text(arena, col_text(q, 5)),
                                                .account_name = arena_text(arena, col_text(q, 6))};
    return stmt_end(q);
}
