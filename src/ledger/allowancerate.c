/* allowancerate: rates of the allowance, and what is judged one by one. */
#include "ledger/allowancerate.h"

#include "ledger/customer.h"
#include "ledger/item.h"
#include "ledger/local.h"

#include <string.h>

/* ---- rates ---- */

enum err allowance_rate_set(struct tx *tx, const struct allowance_rate *rate)
{
    struct note *note = tx_note(tx);
    const int64_t numbers[] = {tx->entry_id, rate->from.day, rate->kind, rate->ppm};
    const char *const texts[] = {rate->segment ? rate->segment : "",
                                 rate->bucket ? rate->bucket : "",
                                 rate->reason ? rate->reason : ""};
    int64_t id = 0;

    if (rate->kind == ALLOWANCE_LOSS && (rate->ppm < 0 || rate->ppm > PPM))
        return fail(note, ERR_INPUT, "what is lost of a bucket is from 0 to 100 percent of it");
    if (rate->kind == ALLOWANCE_FORWARD && (rate->ppm <= 0 || rate->ppm > 10 * (int64_t)PPM))
        return fail(note, ERR_INPUT,
                    "a forward factor is above 0 and not more than 1000 percent; 100 changes "
                    "nothing");
    return fact_write(tx, FACT_ALLOWANCE_RATE,
                      "INSERT INTO allowance_rate (entry_id, from_day, kind, ppm, segment, bucket,"
                      " reason) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                      numbers, 4, texts, 3, &id);
}

enum err allowance_rates(struct book *book, struct arena *arena, struct allowance_rate **out,
                         int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM allowance_rate", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, "SELECT r.kind, r.from_day, r.segment, r.bucket, r.reason,"
                                      " r.ppm, e.actor FROM allowance_rate r JOIN entry e"
                                      " ON e.id = r.entry_id ORDER BY r.from_day, r.id");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] =
            (struct allowance_rate){.kind = (enum allowance_rate_kind)col_i64(q, 0),
                                    .from = col_date(q, 1),
                                    .segment = arena_text(arena, col_text(q, 2)),
                                    .bucket = arena_text(arena, col_text(q, 3)),
                                    .reason = arena_text(arena, col_text(q, 4)),
                                    .ppm = col_i64(q, 5),
                                    .actor = arena_text(arena, col_text(q, 6))};
    return stmt_end(q);
}

/* ---- one by one ---- */

static enum err judge_item(struct tx *tx, const struct allowance_specific *specific)
{
    struct arena arena = {0};
    struct item item;
    bool is = false;
    enum err e = item_get(tx_book(tx), specific->item_id, &arena, &item);

    if (e == ERR_OK && (item.amount <= 0 ||
                        account_control_of(tx_book(tx), item.account_id) != CONTROL_RECEIVABLE))
        e = fail(tx_note(tx), ERR_CONFLICT, "%s is not owed to us", item.number);
    if (e == ERR_OK)
        e = customer_is(tx_book(tx), item.customer_id, specific->customer_id, &is);
    if (e == ERR_OK && !is)
        e = fail(tx_note(tx), ERR_CONFLICT, "%s is owed by another customer", item.number);
    arena_done(&arena);
    return e;
}

enum err allowance_specific_set(struct tx *tx, const struct allowance_specific *specific,
                                int64_t *id)
{
    const char *reason = specific->reason ? specific->reason : "";
    const int64_t numbers[] = {tx->entry_id,       specific->customer_id, specific->item_id,
                               specific->from.day, specific->by_rate,     specific->value};
    const char *const texts[] = {reason};

    /* judge */
    if (specific->item_id)
        TRY(judge_item(tx, specific));
    if (specific->value < 0)
        return fail(tx_note(tx), ERR_INPUT, "an allowance is not below zero");
    if (specific->by_rate && specific->value > PPM)
        return fail(tx_note(tx), ERR_INPUT, "no more than 100 percent of a debt can be lost");
    if (specific->value == 0 && !reason[strspn(reason, " ")])
        return fail(tx_note(tx), ERR_INPUT,
                    "say why nothing of it will be lost: --reason, or leave it in the matrix");

    /* write */
    return fact_write(tx, FACT_ALLOWANCE_SPECIFIC,
                      "INSERT INTO allowance_specific (entry_id, customer_id, item_id, from_day,"
                      " by_rate, value, reason) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                      numbers, 6, texts, 1, id);
}

enum err allowance_specific_end(struct tx *tx, int64_t id, struct date day, const char *reason)
{
    const int64_t numbers[] = {tx->entry_id, id, day.day};
    const char *const texts[] = {reason ? reason : ""};
    int64_t from = 0, ended = 0, end_id = 0;
    char text[DATE_TEXT];

    /* look */
    TRY(db_get(tx->book->db, &from, INT64_MIN,
               "SELECT from_day FROM allowance_specific WHERE id = $1", "i", id));
    TRY(db_get(tx->book->db, &ended, 0,
               "SELECT COUNT(*) FROM allowance_specific_end WHERE specific_id = $1", "i", id));

    /* judge */
    if (from == INT64_MIN)
        return fail(tx_note(tx), ERR_MISSING, "there is no specific allowance %lld", (long long)id);
    if (ended)
        return fail(tx_note(tx), ERR_CONFLICT, "specific allowance %lld is ended already",
                    (long long)id);
    if (day.day < from)
        return fail(tx_note(tx), ERR_INPUT, "it holds from %s on; it cannot end before that",
                    date_iso((struct date){(int32_t)from}, text));

    /* write */
    return fact_write(tx, FACT_ALLOWANCE_SPECIFIC_END,
                      "INSERT INTO allowance_specific_end (entry_id, specific_id, day, reason)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 3, texts, 1, &end_id);
}

static bool same_target(const struct allowance_specific *a, const struct allowance_specific *b)
{
    return a->customer_id == b->customer_id && a->item_id == b->item_id;
}

/* In order of target and day: the next one of a target ends the one before. */
static int end_by_next(struct allowance_specific *rows, int count, struct date standing)
{
    int kept = 0;

    for (int i = 0; i < count; i++) {
        struct allowance_specific *row = &rows[i];
        const bool next = i + 1 < count && same_target(row, &rows[i + 1]);
        if (next && (!date_is(row->ended) || rows[i + 1].from.day < row->ended.day))
            row->ended = rows[i + 1].from;
        if (date_is(standing) && (row->from.day > standing.day ||
                                  (date_is(row->ended) && row->ended.day <= standing.day)))
            continue;
        rows[kept++] = *row;
    }
    return kept;
}

enum err allowance_specifics(struct book *book, struct date standing, struct arena *arena,
                             struct allowance_specific **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM allowance_specific", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db, "SELECT s.id, c.id, s.item_id, s.from_day, s.by_rate, s.value, s.reason,"
                  " c.code, c.name, d.number, e.actor, z.day FROM allowance_specific s" JOIN_STAYS(
                      "s") " JOIN entry e ON e.id = s.entry_id"
                           " LEFT JOIN item i ON i.id = s.item_id LEFT JOIN document d"
                           " ON d.id = i.document_id LEFT JOIN allowance_specific_end z"
                           " ON z.specific_id = s.id ORDER BY c.id, s.item_id, s.from_day, s.id");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] =
            (struct allowance_specific){.id = col_i64(q, 0),
                                        .customer_id = col_i64(q, 1),
                                        .item_id = col_i64(q, 2),
                                        .from = col_date(q, 3),
                                        .by_rate = col_i64(q, 4) == 1,
                                        .value = col_i64(q, 5),
                                        .reason = arena_text(arena, col_text(q, 6)),
                                        .customer = arena_text(arena, col_text(q, 7)),
                                        .name = arena_text(arena, col_text(q, 8)),
                                        .document = arena_text(arena, col_text(q, 9)),
                                        .actor = arena_text(arena, col_text(q, 10)),
                                        .ended = col_date(q, 11)};
    TRY(stmt_end(q));
    *count = end_by_next(*out, *count, standing);
    return ERR_OK;
}
