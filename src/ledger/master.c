/* master: payment terms, tax codes and exchange rates. */
#include "ledger/master.h"

#include "ledger/account.h"
#include "ledger/local.h"
#include "rules/discount.h"
#include "rules/terms.h"

#include <string.h>

enum err payterm_add(struct tx *tx, const struct payterm *payterm, int64_t *id)
{
    struct book *book = tx_book(tx);
    struct due_rule rule;
    struct discount_tier tiers[DISCOUNT_TIERS];
    struct instalment_part parts[INSTALMENTS_MAX];
    int tier_count = 0, part_count = 0;
    char due[TERMS_TEXT], discount[TERMS_TEXT], instalments[TERMS_TEXT];

    if (!payterm->code[0])
        return fail(book->note, ERR_INPUT, "terms need a code");
    TRY(due_rule_parse(payterm->due, &rule, book->note));
    TRY(discount_tiers_parse(payterm->discount ? payterm->discount : "", tiers, &tier_count,
                             book->note));
    TRY(instalments_parse(payterm->instalments ? payterm->instalments : "", parts, &part_count,
                          book->note));
    TRY(db_get(book->db, id, 0, "SELECT id FROM terms WHERE code = $1", "t", payterm->code));
    if (*id)
        return fail(book->note, ERR_CONFLICT, "terms %s are there already", payterm->code);

    due_rule_text(&rule, due);
    discount_tiers_text(tiers, tier_count, discount);
    instalments_text(parts, part_count, instalments);
    struct stmt *q =
        db_sql(book->db, "INSERT INTO terms (code, due, discount, instalments, tax_mode)"
                         " VALUES ($1, $2, $3, $4, $5) RETURNING id");
    bind_text(q, 1, payterm->code);
    bind_text(q, 2, due);
    bind_text(q, 3, tier_count ? discount : "");
    bind_text(q, 4, part_count ? instalments : "");
    bind_i64(q, 5, payterm->tax_mode);
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    TRY(tx_change(tx, "terms", *id, "code", NULL, payterm->code));
    return tx_change(tx, "terms", *id, "due", NULL, due);
}

#define PAYTERM "SELECT id, code, due, discount, instalments, tax_mode FROM terms"

static void read_payterm(struct stmt *q, struct arena *arena, struct payterm *out)
{
    *out = (struct payterm){.id = col_i64(q, 0),
                            .code = arena_text(arena, col_text(q, 1)),
                            .due = arena_text(arena, col_text(q, 2)),
                            .discount = arena_text(arena, col_text(q, 3)),
                            .instalments = arena_text(arena, col_text(q, 4)),
                            .tax_mode = (int)col_i64(q, 5)};
}

enum err payterm_get(struct book *book, int64_t id, struct arena *arena, struct payterm *out)
{
    struct stmt *q = db_sql(book->db, PAYTERM " WHERE id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        read_payterm(q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there are no terms with id %lld", (long long)id);
}

enum err payterm_find(struct book *book, const char *code, struct arena *arena, struct payterm *out)
{
    struct stmt *q = db_sql(book->db, PAYTERM " WHERE code = $1");
    bool is = false;

    bind_text(q, 1, code);
    if (stmt_row(q)) {
        read_payterm(q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there are no terms %s; `terms list` shows them",
                     code);
}

enum err payterm_list(struct book *book, struct arena *arena, struct payterm **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM terms", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, PAYTERM " ORDER BY code");
    while (stmt_row(q))
        read_payterm(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

enum err taxcode_add(struct tx *tx, const struct taxcode *taxcode, int64_t *id)
{
    struct book *book = tx_book(tx);
    char rate[MONEY_TEXT];

    if (!taxcode->code[0])
        return fail(book->note, ERR_INPUT, "a tax code needs a code");
    if (taxcode->rate_ppm < 0 || taxcode->rate_ppm > PPM)
        return fail(book->note, ERR_INPUT, "a tax rate is 0 to 100 %%");
    if (taxcode->account_id && account_control_of(book, taxcode->account_id) != CONTROL_NONE)
        return fail(book->note, ERR_CONFLICT, "tax cannot be posted to a control account");
    if (taxcode->account_id)
        TRY(account_suits(book, taxcode->account_id, ACCOUNT_PART_TAX));
    if (!strchr("S Z E AE K G O", taxcode->category[0]) || strlen(taxcode->category) > 2)
        return fail(book->note, ERR_INPUT, "the tax category is one of S Z E AE K G O, not '%s'",
                    taxcode->category);
    if (strcmp(taxcode->category, "S") == 0 && taxcode->rate_ppm == 0)
        return fail(book->note, ERR_INPUT,
                    "a rate of 0 is not category S (BR-S-05 of electronic invoices): say Z zero"
                    " rate, E exempt, AE reverse charge, K inside the Union, G export or O"
                    " outside");
    TRY(db_get(book->db, id, 0, "SELECT id FROM tax WHERE code = $1", "t", taxcode->code));
    if (*id)
        return fail(book->note, ERR_CONFLICT, "tax code %s is there already", taxcode->code);

    struct stmt *q =
        db_sql(book->db, "INSERT INTO tax (code, rate_ppm, account_id, category, exemption)"
                         " VALUES ($1, $2, $3, $4, $5) RETURNING id");
    bind_text(q, 1, taxcode->code);
    bind_i64(q, 2, taxcode->rate_ppm);
    bind_i64(q, 3, taxcode->account_id ? taxcode->account_id : account_of(book, ACCOUNT_PART_TAX));
    bind_text(q, 4, taxcode->category);
    bind_text(q, 5, taxcode->exemption);
    if (stmt_row(q))
        *id = col_i64(q, 0);
    TRY(stmt_end(q));
    TRY(tx_change(tx, "tax", *id, "code", NULL, taxcode->code));
    return tx_change(tx, "tax", *id, "rate", NULL, percent_show(taxcode->rate_ppm, rate));
}

#define TAXCODE "SELECT id, rate_ppm, account_id, code, category, exemption FROM tax"

static void read_taxcode(struct stmt *q, struct arena *arena, struct taxcode *out)
{
    *out = (struct taxcode){.id = col_i64(q, 0),
                            .rate_ppm = col_i64(q, 1),
                            .account_id = col_i64(q, 2),
                            .code = arena_text(arena, col_text(q, 3)),
                            .category = arena_text(arena, col_text(q, 4)),
                            .exemption = arena_text(arena, col_text(q, 5))};
}

enum err taxcode_get(struct book *book, int64_t id, struct arena *arena, struct taxcode *out)
{
    struct stmt *q = db_sql(book->db, TAXCODE " WHERE id = $1");
    bool is = false;

    bind_i64(q, 1, id);
    if (stmt_row(q)) {
        read_taxcode(q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no tax code with id %lld", (long long)id);
}

enum err taxcode_find(struct book *book, const char *code, struct arena *arena, struct taxcode *out)
{
    struct stmt *q = db_sql(book->db, TAXCODE " WHERE code = $1");
    bool is = false;

    bind_text(q, 1, code);
    if (stmt_row(q)) {
        read_taxcode(q, arena, out);
        is = true;
    }
    TRY(stmt_end(q));
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING, "there is no tax code %s; `tax list` shows them",
                     code);
}

enum err taxcode_list(struct book *book, struct arena *arena, struct taxcode **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM tax", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q = db_sql(book->db, TAXCODE " ORDER BY code");
    while (stmt_row(q))
        read_taxcode(q, arena, &(*out)[(*count)++]);
    return stmt_end(q);
}

enum err rate_add(struct tx *tx, struct currency currency, struct date day, struct ratio rate)
{
    struct book *book = tx_book(tx);
    int64_t id = 0;

    if (currency_is(currency, book->currency))
        return fail(book->note, ERR_CONFLICT, "%s is the book's own currency; it needs no rate",
                    currency.code);
    if (rate.num <= 0 || rate.den <= 0)
        return fail(book->note, ERR_INPUT, "a rate must be above zero");
    struct stmt *q = db_sql(book->db, "INSERT INTO rate (entry_id, currency, day, num, den)"
                                      " VALUES ($1, $2, $3, $4, $5) RETURNING id");
    bind_i64(q, 1, tx->entry_id);
    bind_text(q, 2, currency.code);
    bind_i64(q, 3, day.day);
    bind_i64(q, 4, rate.num);
    bind_i64(q, 5, rate.den);
    if (stmt_row(q))
        id = col_i64(q, 0);
    TRY(stmt_end(q));
    struct hash digest;
    const int64_t numbers[] = {tx->entry_id, day.day, rate.num, rate.den};
    const char *const texts[] = {currency.code};
    fact_digest(numbers, 4, texts, 1, &digest);
    tx_fact(tx, FACT_RATE, id, &digest);
    return ERR_OK;
}

enum err rate_on(struct book *book, struct currency currency, struct date day, struct ratio *out)
{
    *out = (struct ratio){1, 1};
    if (currency_is(currency, book->currency))
        return ERR_OK;
    struct stmt *q = db_sql(book->db, "SELECT num, den FROM rate WHERE currency = $1 AND day <= $2"
                                      " ORDER BY day DESC, id DESC LIMIT 1");
    bool is = false;
    bind_text(q, 1, currency.code);
    bind_i64(q, 2, day.day);
    if (stmt_row(q)) {
        *out = (struct ratio){col_i64(q, 0), col_i64(q, 1)};
        is = true;
    }
    TRY(stmt_end(q));
    char text[DATE_TEXT];
    return is ? ERR_OK
              : fail(book->note, ERR_MISSING,
                     "there is no %s rate on %s: `rate add --currency %s --date %s --rate ...` "
                     "enters it",
                     currency.code, date_iso(day, text), currency.code, text);
}

enum err rate_list(struct book *book, struct arena *arena, struct rate **out, int *count)
{
    int64_t room = 0;

    *count = 0;
    TRY(db_get(book->db, &room, 0, "SELECT COUNT(*) FROM rate", ""));
    *out = arena_new(arena, ((size_t)room + 1) * sizeof **out);
    struct stmt *q =
        db_sql(book->db, "SELECT currency, day, num, den FROM rate ORDER BY currency, day, id");
    while (stmt_row(q) && *count < (int)room)
        (*out)[(*count)++] = (struct rate){.currency = book_currency_of(book, col_text(q, 0)),
                                           .day = col_date(q, 1),
                                           .rate = {col_i64(q, 2), col_i64(q, 3)}};
    return stmt_end(q);
}
