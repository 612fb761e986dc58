/* A mixture of everything in any order, from fixed seeds: whatever the books accept leaves them
 * provable, on every day; whatever they refuse, they refuse in words. */
#include "db/db.h"
#include "ledger/firm.h"

#include <stdio.h>
#include <string.h>

struct mixture {
    uint64_t state;
    int64_t customers[4];
    int done, refused;
};

static int64_t below(struct mixture *m, int64_t limit)
{
    m->state ^= m->state << 13;
    m->state ^= m->state >> 7;
    m->state ^= m->state << 17;
    return (int64_t)(m->state % (uint64_t)limit);
}

static struct date some_day(struct mixture *m)
{
    return date_add(day("2026-01-01"), (int)below(m, 120));
}

static int64_t some_id(struct mixture *m, const char *sql)
{
    struct stmt *q = db_sql_once(book_db(firm()->book), sql);
    int64_t ids[512];
    int count = 0;

    while (count < 512 && stmt_row(q))
        ids[count++] = col_i64(q, 0);
    assert_int_equal(stmt_end(q), ERR_OK);
    return count ? ids[below(m, count)] : 0;
}

static struct currency some_currency(struct mixture *m)
{
    return money_in(below(m, 3) == 0 ? "USD" : "EUR");
}

static enum err paper(struct mixture *m, struct tx *tx)
{
    static const enum document_kind kinds[] = {DOCUMENT_INVOICE, DOCUMENT_INVOICE, DOCUMENT_CREDIT,
                                               DOCUMENT_DEBIT};
    const struct paper_line line = {.text = "Goods",
                                    .quantity = MICRO,
                                    .fixed = true,
                                    .net = below(m, 20000),
                                    .tax_id = below(m, 2)};
    struct paper paper = {.kind = kinds[below(m, 4)],
                          .customer_id = m->customers[below(m, 4)],
                          .date = some_day(m),
                          .terms_id = 1 + below(m, 4),
                          .currency = some_currency(m),
                          .lines = &line,
                          .line_count = 1};
    struct document_made made;

    if (below(m, 5) == 0)
        paper.posted = date_add(paper.date, (int)below(m, 40));
    return invoice_issue(tx, &paper, &made);
}

static enum err receipt(struct mixture *m, struct tx *tx)
{
    struct payment payment = {.customer_id = below(m, 6) ? m->customers[below(m, 4)] : 0,
                              .amount = {1 + below(m, 20000), some_currency(m)},
                              .date = some_day(m),
                              .method = (enum payment_method)below(m, 5),
                              .keep = (enum payment_keep)below(m, 3)};
    struct document_made made;
    int64_t item = 0;

    if (below(m, 6) == 0)
        payment.settles = (struct money){1 + below(m, 20000), some_currency(m)};
    if (below(m, 5) == 0)
        payment.posted = date_add(payment.date, (int)below(m, 40));
    if (below(m, 8) == 0)
        payment.fee = below(m, 300);
    return payment_receive(tx, &payment, &made, &item);
}

static enum err apply(struct mixture *m, struct tx *tx, int64_t credit, int64_t debit)
{
    struct settle settle = {.debit_id = debit, .all = below(m, 2) == 0};
    struct settled settled;

    if (!settle.all)
        settle.amount = below(m, 12000);
    if (below(m, 3) == 0)
        settle.discount = below(m, 2) ? DISCOUNT_AUTO : below(m, 300);
    if (below(m, 5) == 0)
        settle.writeoff = below(m, 200);
    if (below(m, 4) == 0)
        settle.date = some_day(m);
    return payment_apply(tx, credit, &settle, &settled);
}

#define DEBITS "SELECT id FROM item WHERE open > 0 ORDER BY id"
#define CREDITS "SELECT id FROM item WHERE open < 0 ORDER BY id"
#define DOCUMENTS "SELECT id FROM document ORDER BY id DESC"
#define ACTS "SELECT DISTINCT act_id FROM application ORDER BY act_id DESC"
/* a pair that could be applied, more likely than two at random */
#define PAIR                                                                                       \
    "SELECT c.id * 1000000 + d.id FROM item c JOIN item d ON d.currency = c.currency"              \
    " AND d.customer_id = c.customer_id AND d.account_id = c.account_id"                           \
    " WHERE c.open < 0 AND d.open > 0 ORDER BY c.id DESC, d.id"

static enum err one(struct mixture *m)
{
    const int64_t debit = some_id(m, DEBITS), credit = some_id(m, CREDITS),
                  document = some_id(m, DOCUMENTS), act = some_id(m, ACTS), pair = some_id(m, PAIR);
    const struct date date =
        below(m, 3) ? date_add(day("2026-05-01"), (int)below(m, 30)) : some_day(m);
    const char *reason = below(m, 3) ? "other" : "keying";
    struct document_made made;
    struct tx *tx = firm_start("something");
    int64_t item = 0;
    int acts = 0;
    enum err e = ERR_OK;

    switch (below(m, 16)) {
    case 0:
    case 1: e = paper(m, tx); break;
    case 2:
    case 3: e = receipt(m, tx); break;
    case 4:
    case 5: e = apply(m, tx, credit, debit); break;
    case 6:
    case 7:
    case 8: e = apply(m, tx, pair / 1000000, pair % 1000000); break;
    case 9:
        e = payment_unapply(tx, document, 0, below(m, 2) ? below(m, 9000) : 0,
                            below(m, 2) ? date : (struct date){0}, reason, &acts);
        break;
    case 10: e = application_unapply(tx, act, date, reason); break;
    case 11: e = payment_reverse(tx, document, date, "nsf", below(m, 2) * 500, &made); break;
    case 12: e = invoice_void(tx, document, date, reason, &made); break;
    case 13: e = refund_pay(tx, credit, 1 + below(m, 8000), date, reason, &made); break;
    case 14:
        e = below(m, 2) ? payment_identify(tx, document, m->customers[below(m, 4)], date, &made)
                        : transfer_post(tx, credit, 1 + below(m, 8000), m->customers[below(m, 4)],
                                        account_of(firm()->book, ACCOUNT_PART_RECEIVABLE), date,
                                        reason, &made, &item);
        break;
    default: e = settlement_reverse(tx, document, date, reason, &made); break;
    }
    return firm_finish(e);
}

static void assert_ties(struct mixture *m, int step)
{
    int found = 0;
    const char *said = firm_proof(&found);

    if (found)
        fail_msg("after %d operations:\n%s", step, said);
    for (int i = 0; i < 10; i++) {
        struct proof_line line;
        const struct date date = date_add(day("2026-01-01"), (int)below(m, 200));
        char text[DATE_TEXT];
        assert_answer(proof_control(firm()->book, date, &line));
        if (line.subledger != line.control)
            fail_msg("after %d operations, on %s: items %lld, control %lld", step,
                     date_iso(date, text), (long long)line.subledger, (long long)line.control);
    }
}

static void mix(uint64_t seed, int steps)
{
    struct mixture m = {.state = seed * 0x9E3779B97F4A7C15u + 1};

    m.customers[0] = firm_customer("HEAD");
    m.customers[1] = firm_customer_of("SHOP", "EUR", "HEAD");
    m.customers[2] = firm_customer_of("YANK", "USD", NULL);
    m.customers[3] = firm_customer("ACME");
    firm_tax("S21", 21);
    firm_terms("EARLY", "net 30", "2% 10; 1% 20", "", 0);
    firm_terms("NEVER", "net 30", "3% 60", "50% net 30; 50% net 60", 2);
    firm_terms("ALWAYS", "eom", "2% 30", "", 1);
    for (int i = 0; i < 12; i++) {
        char date[32], rate[32];
        snprintf(date, sizeof date, "2026-%02d-01", 1 + i);
        snprintf(rate, sizeof rate, "0.%d", 8000 + (int)below(&m, 1999));
        firm_rate("USD", date, rate);
    }
    for (int step = 1; step <= steps; step++) {
        const enum err e = one(&m);
        if (e == ERR_OK)
            m.done++;
        else if (e == ERR_CONFLICT || e == ERR_INPUT || e == ERR_MISSING || e == ERR_DENIED)
            m.refused++;
        else
            fail_msg("seed %d, operation %d: %s '%s'", (int)seed, step, err_name(e),
                     firm()->note.text);
        if (e != ERR_OK)
            assert_true(firm()->note.text[0] != 0 && !strstr(firm()->note.text, "constraint"));
        if (step % 100 == 0)
            assert_ties(&m, step);
    }
    assert_true(m.done > steps / 5); /* the mixture is not all refusals */
}

static void any_order_leaves_the_books_provable(void **state)
{
    for (uint64_t seed = 1; seed <= 8; seed++) {
        if (seed > 1) {
            assert_int_equal(firm_close(state), 0);
            firm_open(state);
        }
        mix(seed, 400);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(any_order_leaves_the_books_provable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
