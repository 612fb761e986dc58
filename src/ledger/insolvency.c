/* insolvency: customers that cannot pay any more, and what comes of their debts. */
#include "ledger/insolvency.h"

#include "ledger/local.h"

static const char *text_of(const char *text)
{
    return text ? text : "";
}

/* ---- who is, on a day ----------------------------------------------------------------------- */

#define STANDS_ON(day)                                                                             \
    " n.day <= " day " AND NOT EXISTS (SELECT 1 FROM insolvency_end z"                             \
    " WHERE z.insolvency_id = n.id AND z.day <= " day ")"

enum err insolvent_on(struct book *book, int64_t customer_id, struct date day, bool *is,
                      struct insolvent *out)
{
    struct stmt *q = db_sql(book->db, "SELECT n.customer_id, n.id, n.day FROM insolvency n"
                                      " WHERE n.customer_id" OF_CUSTOMER("$1") " AND" STANDS_ON(
                                          "$2") " ORDER BY n.id LIMIT 1");

    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, day.day);
    *is = stmt_row(q);
    if (*is)
        *out = (struct insolvent){col_i64(q, 0), col_i64(q, 1), col_date(q, 2)};
    return stmt_end(q);
}

enum err insolvent_load(struct book *book, struct date as_of, struct arena *arena,
                        struct insolvent_set *out)
{
    int64_t room = 0;

    *out = (struct insolvent_set){0};
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM insolvency", ""));
    out->customers = arena_new(arena, ((size_t)room + 1) * sizeof *out->customers);
    struct stmt *q =
        db_sql(book->db, "SELECT " STAYS("c") ", n.id, n.day FROM insolvency n"
                                              " JOIN customer c ON c.id = n.customer_id"
                                              " WHERE" STANDS_ON("$1") " ORDER BY 1, n.id");
    bind_i64(q, 1, as_of.day);
    while (stmt_row(q) && out->count < (int)room)
        out->customers[out->count++] =
            (struct insolvent){col_i64(q, 0), col_i64(q, 1), col_date(q, 2)};
    return stmt_end(q);
}

const struct insolvent *insolvent_find(const struct insolvent_set *set, int64_t customer_id)
{
    int low = 0, high = set->count;

    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (set->customers[middle].customer_id < customer_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < set->count && set->customers[low].customer_id == customer_id ? &set->customers[low]
                                                                              : NULL;
}

/* ---- what happens --------------------------------------------------------------------------- */

enum err insolvency_declare(struct tx *tx, const struct insolvency *insolvency, int64_t *id)
{
    struct book *book = tx_book(tx);
    char day[DATE_TEXT];
    int64_t other = 0;

    /* look: one that does not end by that day */
    TRY(db_get(
        book->db, &other, 0,
        "SELECT n.id FROM insolvency n WHERE n.customer_id" OF_CUSTOMER(
            "$1") " AND NOT EXISTS (SELECT 1"
                  " FROM insolvency_end z WHERE z.insolvency_id = n.id AND z.day <= $2) LIMIT 1",
        "ii", insolvency->customer_id, (int64_t)insolvency->day.day));

    /* judge */
    if (other)
        return fail(book->note, ERR_CONFLICT,
                    "the customer is insolvent already; `insolvency list` shows since when");
    if (insolvency->day.day > book->today.day)
        return fail(book->note, ERR_INPUT, "%s is still to come", date_iso(insolvency->day, day));

    /* write */
    const int64_t numbers[] = {tx->entry_id, insolvency->customer_id, insolvency->day.day};
    const char *const texts[] = {text_of(insolvency->reference), text_of(insolvency->administrator),
                                 text_of(insolvency->text)};
    return fact_write(tx, FACT_INSOLVENCY,
                      "INSERT INTO insolvency (entry_id, customer_id, day, reference,"
                      " administrator, text) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                      numbers, 3, texts, 3, id);
}

/* The insolvency that the customer is in on that day. */
static enum err current(struct book *book, int64_t customer_id, struct date day,
                        struct insolvent *out)
{
    char text[DATE_TEXT];
    bool is = false;

    TRY(insolvent_on(book, customer_id, day, &is, out));
    if (!is)
        return fail(book->note, ERR_CONFLICT,
                    "the customer is not insolvent on %s; `customer insolvent` notes that it is",
                    date_iso(day, text));
    return ERR_OK;
}

enum err insolvency_discharge(struct tx *tx, int64_t customer_id, struct date day,
                              const char *reason)
{
    struct insolvent now;
    int64_t row = 0, ended = 0;

    /* look and judge */
    TRY(current(tx_book(tx), customer_id, day, &now));
    TRY(db_get(tx_book(tx)->db, &ended, 0, "SELECT id FROM insolvency_end WHERE insolvency_id = $1",
               "i", now.insolvency_id));
    if (ended)
        return fail(tx_note(tx), ERR_CONFLICT,
                    "its insolvency is discharged already, of a later day");

    /* write */
    const int64_t numbers[] = {tx->entry_id, now.insolvency_id, day.day};
    const char *const texts[] = {text_of(reason)};
    return fact_write(tx, FACT_INSOLVENCY_END,
                      "INSERT INTO insolvency_end (entry_id, insolvency_id, day, reason)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 3, texts, 1, &row);
}

enum err insolvency_step_take(struct tx *tx, int64_t customer_id,
                              const struct insolvency_step *step)
{
    struct book *book = tx_book(tx);
    struct insolvent now;
    int64_t row = 0, twice = 0;

    /* look and judge */
    TRY(current(book, customer_id, step->day, &now));
    if (step->amount.minor <= 0)
        return fail(book->note, ERR_INPUT, "a claim and a dividend are above 0");
    if (step->document_id)
        TRY(db_get(book->db, &twice, 0,
                   "SELECT id FROM insolvency_step WHERE document_id = $1 AND insolvency_id = $2",
                   "ii", step->document_id, now.insolvency_id));
    if (twice)
        return fail(book->note, ERR_CONFLICT, "that payment is noted as a dividend already");

    /* write */
    const int64_t numbers[] = {tx->entry_id,  now.insolvency_id,  step->kind,
                               step->day.day, step->amount.minor, step->document_id};
    const char *const texts[] = {step->amount.currency.code, text_of(step->reference)};
    return fact_write(tx, FACT_INSOLVENCY_STEP,
                      "INSERT INTO insolvency_step (entry_id, insolvency_id, kind, day, amount,"
                      " document_id, currency, reference)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
                      numbers, 6, texts, 2, &row);
}

/* ---- lists ---------------------------------------------------------------------------------- */

/* A claim that is filed again replaces the one before; dividends add up, those that stand. */
#define CLAIMED                                                                                    \
    "COALESCE((SELECT s.amount FROM insolvency_step s WHERE s.insolvency_id = n.id"                \
    " AND s.kind = 0 AND s.currency = c.currency AND s.day <= $2 ORDER BY s.id DESC LIMIT 1), 0)"
#define DIVIDENDS                                                                                  \
    "(SELECT CAST(COALESCE(SUM(s.amount), 0) AS BIGINT) FROM insolvency_step s"                    \
    " WHERE s.insolvency_id = n.id AND s.kind = 1 AND s.currency = c.currency AND s.day <= $2"     \
    UNREVERSED_ON("s.document_id", "$2") ")"
/* The first that stands of an account. */
#define FIRST_OF(accounts)                                                                         \
    "(SELECT MIN(f.id) FROM insolvency f WHERE f.customer_id" accounts " AND f.day <= $2 AND NOT"  \
    " EXISTS (SELECT 1 FROM insolvency_end y WHERE y.insolvency_id = f.id AND y.day <= $2))"
/* What is open of the account that stays and of those that were merged into it. Where two of them
 * had become insolvent before, each has what it owes, and the first also what the others owe. */
#define THERE                                                                                      \
    " i.customer_id" OF_CUSTOMER("c.id") " AND (z.day <= $2 OR n.id = COALESCE(" FIRST_OF(         \
        " = i.customer_id") ", " FIRST_OF(OF_CUSTOMER("c.id")) "))"
#define OPEN(side)                                                                                 \
    "(SELECT CAST(COALESCE(SUM(" OPEN_ON(                                                          \
        "$2") "), 0) AS BIGINT) FROM item i JOIN document d"                                       \
              " ON d.id = i.document_id WHERE" THERE " AND i.settled_on > $2"                      \
              " AND i.posted <= $2 AND i.amount > 0 AND i.currency = c.currency"                   \
              " AND d.issued " side " n.day)"

enum err insolvency_list(struct book *book, int64_t customer_id, struct date as_of, bool standing,
                         struct arena *arena, struct insolvency **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM insolvency", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(
        book->db,
        "SELECT n.id, c.id, n.day, n.reference, n.administrator, n.text, c.code, c.name,"
        " COALESCE(e.actor, ''), z.day, z.reason, c.currency, " CLAIMED ", " DIVIDENDS
        ", " OPEN("<") ", " OPEN(">=") " FROM insolvency n" JOIN_STAYS(
            "n") " LEFT JOIN entry e ON e.id = n.entry_id"
                 " LEFT JOIN insolvency_end z ON z.insolvency_id = n.id"
                 " WHERE ($1 = 0 OR n.customer_id" OF_CUSTOMER(
                     "$1") ") AND n.day <= $2"
                           " AND ($3 = 0 OR z.day IS NULL OR z.day > $2) ORDER BY n.day, n.id");
    bind_i64(q, 1, customer_id);
    bind_i64(q, 2, as_of.day);
    bind_i64(q, 3, standing);
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct insolvency){
            .id = col_i64(q, 0),
            .customer_id = col_i64(q, 1),
            .day = col_date(q, 2),
            .reference = arena_text(arena, col_text(q, 3)),
            .administrator = arena_text(arena, col_text(q, 4)),
            .text = arena_text(arena, col_text(q, 5)),
            .customer = arena_text(arena, col_text(q, 6)),
            .name = arena_text(arena, col_text(q, 7)),
            .actor = arena_text(arena, col_text(q, 8)),
            .ended = col_date(q, 9),
            .reason = col_is_null(q, 10) ? "" : arena_text(arena, col_text(q, 10)),
            .currency = book_currency_of(book, col_text(q, 11)),
            .claimed = col_i64(q, 12),
            .dividends = col_i64(q, 13),
            .before = col_i64(q, 14),
            .since = col_i64(q, 15)};
    return stmt_end(q);
}

enum err insolvency_of(struct book *book, int64_t customer_id, struct date as_of,
                       struct arena *arena, bool *is, struct insolvency *out)
{
    struct insolvency *rows = NULL;
    int count = 0;

    TRY(insolvency_list(book, customer_id, as_of, false, arena, &rows, &count));
    *is = count > 0;
    if (*is)
        *out = rows[count - 1];
    return ERR_OK;
}
