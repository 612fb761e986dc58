#include "ledger/advance.h"

#include "ledger/local.h"
#include "ledger/master.h"
#include "ledger/setting.h"

enum err advance_tax(struct book *book, int64_t amount, struct arena *arena,
                     struct posting postings[ADVANCE_POSTINGS], int *count, struct tax_line *line)
{
    const char *code = NULL;
    struct taxcode tax;
    int64_t part = 0;

    *count = 0;
    TRY(setting_text(book, "advance.tax", arena, &code));
    if (!code[0])
        return ERR_OK;
    TRY(taxcode_find(book, code, arena, &tax));
    TRY(amount_scale(amount, tax.rate_ppm, PPM + tax.rate_ppm, &part)); /* it is within the money */
    if (part == 0)
        return ERR_OK;
    *line = (struct tax_line){.tax_id = tax.id,
                              .rate_ppm = tax.rate_ppm,
                              .net = amount - part,
                              .tax = part,
                              .account_id = tax.account_id};
    postings[0] =
        (struct posting){.account_id = account_of(book, ACCOUNT_PART_ADVANCE_TAX), .amount = part};
    postings[1] = (struct posting){.account_id = tax.account_id, .amount = -part};
    *count = ADVANCE_POSTINGS;
    return ERR_OK;
}

/* What of the tax is still there: the receipt's, less what went back with uses that stand. */
static enum err read_left(struct book *book, int64_t payment_id, int64_t account_id,
                          int64_t *amount, int64_t *base)
{
    struct stmt *q =
        db_sql(book->db,
               "SELECT CAST(SUM(p.amount) AS BIGINT), CAST(SUM(p.base) AS BIGINT) FROM document d"
               " JOIN posting p ON p.document_id = d.id WHERE p.account_id = $2 AND (d.id = $1"
               " OR d.related_id = $1 OR d.reverses_id IN"
               " (SELECT u.id FROM document u WHERE u.related_id = $1))");

    *amount = *base = 0;
    bind_i64(q, 1, payment_id);
    bind_i64(q, 2, account_id);
    if (stmt_row(q)) {
        *amount = -col_i64(q, 0);
        *base = -col_i64(q, 1);
    }
    return stmt_end(q);
}

enum err advance_used(struct book *book, const struct item *credit, int64_t amount,
                      struct posting postings[ADVANCE_POSTINGS], int *count)
{
    struct arena arena = {0};
    struct tax_line *taxes = NULL;
    int64_t left = 0, base = 0;
    enum err e = ERR_OK;

    *count = 0;
    if (account_control_of(book, credit->account_id) != CONTROL_PREPAID)
        return ERR_OK;
    TRY_OUT(document_taxes(book, credit->document_id, &arena, &taxes, count));
    if (*count == 0)
        goto out;
    *count = 0;
    TRY_OUT(read_left(book, credit->document_id, taxes[0].account_id, &left, &base));
    TRY_OUT(amount_scale(left, amount, -credit->open, &left));
    TRY_OUT(amount_scale(base, amount, -credit->open, &base));
    if (left == 0 && base == 0)
        goto out;
    postings[0] = (struct posting){.account_id = taxes[0].account_id, .amount = left, .base = base};
    postings[1] = (struct posting){
        .account_id = account_of(book, ACCOUNT_PART_ADVANCE_TAX), .amount = -left, .base = -base};
    *count = ADVANCE_POSTINGS;
out:
    arena_done(&arena);
    return e;
}
