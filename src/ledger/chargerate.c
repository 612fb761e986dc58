/* chargerate: rates of late charges, written once, read by scheme. */
#include "ledger/chargerate.h"

#include "ledger/local.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SCHEME_LEN 24

/* A scheme is one short word: it is the value of a setting. */
static bool is_scheme(const char *word)
{
    const size_t len = strlen(word);

    if (len == 0 || len > SCHEME_LEN || interest_scheme_of(word) == INTEREST_NONE)
        return false;
    for (const char *c = word; *c; c++)
        if (!isalnum((unsigned char)*c) && *c != '-' && *c != '_' && *c != '.')
            return false;
    return true;
}

enum err charge_rate_add(struct tx *tx, const char *scheme, struct date from, int64_t ppm)
{
    struct book *book = tx_book(tx);
    const bool law = interest_points(interest_scheme_of(scheme)) > 0;
    char lower[SCHEME_LEN + 1] = "";
    int64_t id = 0;

    /* judge */
    if (!is_scheme(scheme))
        return fail(book->note, ERR_INPUT,
                    "'%s' is no scheme: contract, uk, eu, de, or a short word of your own", scheme);
    if (ppm > 100 * PPM || ppm < (law ? -PPM : 0))
        return fail(book->note, ERR_INPUT,
                    law ? "a base rate is above -100 %% and at most 10,000 %%"
                        : "a rate is from 0 to 10,000 %%");

    /* write */
    for (size_t i = 0; scheme[i]; i++)
        lower[i] = (char)tolower((unsigned char)scheme[i]);
    const int64_t numbers[] = {tx->entry_id, from.day, ppm};
    const char *const texts[] = {lower};
    return fact_write(tx, FACT_CHARGE_RATE,
                      "INSERT INTO charge_rate (entry_id, from_day, ppm, scheme)"
                      " VALUES ($1, $2, $3, $4) RETURNING id",
                      numbers, 3, texts, 1, &id);
}

enum err charge_rate_list(struct book *book, const char *scheme, struct arena *arena,
                          struct charge_rate **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM charge_rate", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT r.scheme, r.from_day, r.ppm, e.actor FROM charge_rate r"
                         " JOIN entry e ON e.id = r.entry_id WHERE ($1 = '' OR r.scheme = $1)"
                         " ORDER BY r.scheme, r.from_day, r.id");
    bind_text(q, 1, scheme ? scheme : "");
    while (stmt_row(q) && *count < (int)room) {
        struct charge_rate *row = &(*out)[(*count)++];
        *row = (struct charge_rate){.scheme = arena_text(arena, col_text(q, 0)),
                                    .rate = {col_date(q, 1), col_i64(q, 2)},
                                    .actor = arena_text(arena, col_text(q, 3))};
        if (*count > 1 && row[-1].rate.from.day == row->rate.from.day &&
            strcasecmp(row[-1].scheme, row->scheme) == 0)
            row[-1].replaced = true;
    }
    return stmt_end(q);
}

enum err charge_rate_table(struct book *book, const char *scheme, struct arena *arena,
                           struct interest_rate **out, int *count)
{
    struct charge_rate *rows = NULL;
    int all = 0;

    *count = 0;
    TRY(charge_rate_list(book, scheme, arena, &rows, &all));
    *out = arena_new(arena, ((size_t)all + 1) * sizeof **out);
    for (int i = 0; i < all; i++)
        if (!rows[i].replaced)
            (*out)[(*count)++] = rows[i].rate;
    return ERR_OK;
}
