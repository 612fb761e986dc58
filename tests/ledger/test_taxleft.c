/* Tax in proportion after credit memos: what a memo took off a code is not taken off it again, by a
 * discount, in a bad debt or with the money (RULES.md R4, Part D). */
#include "ledger/baddebt.h"
#include "ledger/baddebttax.h"
#include "ledger/creditlines.h"
#include "ledger/deferredtax.h"
#include "ledger/firm.h"
#include "ledger/master.h"
#include "ledger/monthend.h"
#include "ledger/setting.h"
#include "ledger/taxleft.h"

/* Made when it is not there yet. */
static int64_t code_of(const char *code, int percent)
{
    const struct taxcode new = {.code = code,
                                .rate_ppm = percent * 10000,
                                .category = percent ? "S" : "Z",
                                .exemption = ""};
    struct taxcode tax;
    int64_t id = 0;

    if (taxcode_find(firm()->book, code, &firm()->arena, &tax) == ERR_OK)
        return tax.id;
    assert_done(taxcode_add(firm()->tx, &new, &id));
    return id;
}

static int64_t terms_of(const char *code)
{
    struct payterm terms;

    if (payterm_find(firm()->book, code, &firm()->arena, &terms) == ERR_OK)
        return terms.id;
    return firm_terms(code, "net 30", "2% 10", "", 0);
}

/* A paper of 100.00 on each code; 0 is none. */
static struct document_made paper(enum document_kind kind, int64_t related_id, const char *date,
                                  const int64_t *codes, int count)
{
    struct paper_line lines[3];
    struct document_made made;

    for (int i = 0; i < count; i++)
        lines[i] = (struct paper_line){.text = "Goods",
                                       .quantity = MICRO,
                                       .fixed = true,
                                       .net = amount("100.00"),
                                       .tax_id = codes[i]};
    const struct paper new = {.kind = kind,
                              .customer_id = firm_customer("ACME"),
                              .date = day(date),
                              .due = DATE_NONE,
                              .posted = DATE_NONE,
                              .related_id = related_id,
                              .reason = related_id ? "returned" : NULL,
                              .terms_id = related_id ? 0 : terms_of("2-10"),
                              .lines = lines,
                              .line_count = count};
    assert_done(invoice_issue(firm()->tx, &new, &made));
    return made;
}

/* 100.00 + 21 % and 100.00 of another code; the first is credited whole. */
static struct document_made credited(int64_t other)
{
    const int64_t codes[] = {code_of("V21", 21), other};
    const struct document_made invoice = paper(DOCUMENT_INVOICE, 0, "2026-01-05", codes, 2);
    const struct document_made memo = paper(DOCUMENT_CREDIT, invoice.id, "2026-01-06", codes, 1);

    firm_apply(memo.first_item, invoice.first_item, "121.00");
    return invoice;
}

/* ---- what is left --------------------------------------------------------------------------- */

static struct tax_left left_of(int64_t item_id)
{
    struct item item;
    struct tax_left left;

    assert_answer(item_get(firm()->book, item_id, &firm()->arena, &item));
    assert_answer(taxleft_of(firm()->book, &item, TAXLEFT_NOW, DATE_NONE, &firm()->arena, &left));
    return left;
}

static void assert_line(const struct tax_left *left, int line, const char *net, const char *tax)
{
    assert_int_equal(left->lines[line].net, amount(net));
    assert_int_equal(left->lines[line].tax, amount(tax));
}

static void a_memo_takes_its_own_codes(void **state)
{
    const struct document_made invoice = credited(code_of("V10", 10));
    const struct tax_left left = left_of(invoice.first_item);

    assert_int_equal(left.gross, amount("110.00"));
    assert_line(&left, 0, "0.00", "0.00");
    assert_line(&left, 1, "100.00", "10.00");
}

/* 100.00 without tax off 121.00 and 110.00: of each 131/231. */
static void what_finds_no_code_goes_off_all(void **state)
{
    const int64_t codes[] = {code_of("V21", 21), code_of("V10", 10)}, none = 0;
    const struct document_made invoice = paper(DOCUMENT_INVOICE, 0, "2026-01-05", codes, 2);
    const struct document_made memo = paper(DOCUMENT_CREDIT, invoice.id, "2026-01-06", &none, 1);

    firm_apply(memo.first_item, invoice.first_item, "100.00");
    const struct tax_left left = left_of(invoice.first_item);
    assert_int_equal(left.gross, amount("131.00"));
    assert_line(&left, 0, "56.71", "11.91");
    assert_line(&left, 1, "56.71", "5.67");
    assert_int_equal(left.bare, 0);
}

/* Two credits of one code: of the second nothing is left there, so it goes off the rest. */
static void a_code_is_taken_no_lower_than_nothing(void **state)
{
    const int64_t codes[] = {code_of("V21", 21), 0};
    const struct document_made invoice = credited(0);
    const struct document_made memo = paper(DOCUMENT_CREDIT, 0, "2026-01-07", codes, 1);

    firm_apply(memo.first_item, invoice.first_item, "60.50");
    const struct tax_left left = left_of(invoice.first_item);
    assert_int_equal(left.gross, amount("39.50"));
    assert_line(&left, 0, "0.00", "0.00");
    assert_int_equal(left.bare, amount("39.50"));
}

/* ---- what is taken from it ------------------------------------------------------------------ */

static int64_t told[2]; /* net and tax of discounts on a code */

static enum err tell(void *self, const struct tax_row *row)
{
    const int64_t *code = self;

    if (row->tax_id == *code && row->kind == DOCUMENT_DISCOUNT) {
        told[0] += row->net;
        told[1] += row->tax;
    }
    return ERR_OK;
}

static void assert_told(int64_t code, const char *net, const char *tax)
{
    told[0] = told[1] = 0;
    assert_answer(taxes_each(firm()->book, day("2026-01-01"), day("2026-01-31"), tell, &code));
    assert_int_equal(told[0], amount(net));
    assert_int_equal(told[1], amount(tax));
}

static void pay_early(int64_t debit_item, const char *cash)
{
    const struct document_made payment = firm_pay("ACME", "2026-01-10", cash);
    const struct settle settle = {
        .debit_id = debit_item, .amount = amount(cash), .discount = DISCOUNT_AUTO};
    struct settled settled;

    assert_done(payment_apply(firm()->tx, payment.first_item, &settle, &settled));
    assert_open(debit_item, "0.00");
}

static void a_discount_is_of_what_is_left(void **state)
{
    static const struct {
        int percent;
        const char *cash, *net, *tax;
    } cases[] = {{0, "98.00", "-2.00", "0.00"}, {10, "107.80", "-2.00", "-0.20"}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const int64_t other = code_of(i ? "V10" : "V0", cases[i].percent);
        const int64_t before = firm_balance(ACCOUNT_PART_TAX, "2026-12-31");
        pay_early(credited(other).first_item, cases[i].cash);
        assert_told(code_of("V21", 21), "0.00", "0.00");
        assert_told(other, cases[i].net, cases[i].tax);
        assert_int_equal(firm_balance(ACCOUNT_PART_TAX, "2026-12-31") - before,
                         -amount(i ? "9.80" : "0.00"));
    }
}

static void relief_is_of_what_is_left(void **state)
{
    const struct document_made invoice = credited(code_of("V10", 10));
    const struct baddebt_query query = {.standing = true};
    struct baddebt *debts = NULL;
    struct document_made made;
    int count = 0;

    assert_done(baddebt_write_off(firm()->tx, invoice.first_item, amount("110.00"),
                                  day("2026-03-01"), "gone", &made));
    assert_answer(baddebt_list(firm()->book, &query, &firm()->arena, &debts, &count));
    assert_done(baddebt_relieve(firm()->tx, debts[0].id, day("2026-12-01"), &made));
    assert_int_equal(made.total, amount("10.00"));
    assert_balance(TAX, "0.00");
}

/* A sum credited after a memo: 22.00 of the code that is left; more than all that is left is of the
 * paper as it was billed. */
static void a_credited_sum_is_of_what_is_left(void **state)
{
    const int64_t other = code_of("V10", 10);
    const struct document_made invoice = credited(other);
    struct document billed;
    struct paper_line *lines = NULL;
    int count = 0;

    assert_answer(document_get(firm()->book, invoice.id, &firm()->arena, &billed));
    assert_answer(credit_lines(firm()->book, &billed, amount("22.00"), "less", &firm()->arena,
                               &lines, &count));
    assert_int_equal(count, 1);
    assert_int_equal(lines[0].tax_id, other);
    assert_int_equal(lines[0].net, amount("20.00"));
    assert_answer(credit_lines(firm()->book, &billed, amount("231.00"), "all", &firm()->arena,
                               &lines, &count));
    assert_int_equal(count, 2);
}

/* ---- tax that waits for the money ----------------------------------------------------------- */

static void assert_waits(int64_t document_id, const char *want)
{
    int64_t own = 0, base = 0;

    assert_answer(deferredtax_left(firm()->book, document_id, &own, &base));
    assert_int_equal(own, amount(want));
    assert_int_equal(base, amount(want));
}

/* What was credited was never paid: only the money that comes for the rest makes tax due. */
static void a_memo_makes_no_tax_due(void **state)
{
    assert_done(setting_set(firm()->tx, "tax.basis", "cash"));
    const struct document_made invoice = credited(code_of("V10", 10));
    const struct document_made part = firm_pay("ACME", "2026-01-20", "55.00");

    assert_balance(TAX, "0.00");
    assert_waits(invoice.id, "10.00");
    firm_apply(part.first_item, invoice.first_item, "55.00");
    assert_balance(TAX, "-5.00");
    pay_early(credited(code_of("V0", 0)).first_item, "98.00");
    assert_balance(TAX, "-5.00");
    assert_balance(DEFERRED_TAX, "-5.00");
}

/* A part was paid before: half of the tax is due, and the memo takes it back with its own. */
static void a_memo_after_money_takes_back_what_was_due(void **state)
{
    assert_done(setting_set(firm()->tx, "tax.basis", "cash"));
    const int64_t codes[] = {code_of("V21", 21), code_of("V0", 0)};
    const struct document_made invoice = paper(DOCUMENT_INVOICE, 0, "2026-01-05", codes, 2);
    const struct document_made part = firm_pay("ACME", "2026-01-06", "50.00");
    const struct document_made rest = firm_pay("ACME", "2026-01-20", "50.00");

    firm_apply(part.first_item, invoice.first_item, "50.00");
    assert_balance(TAX, "-4.75");
    const struct document_made memo = paper(DOCUMENT_CREDIT, invoice.id, "2026-01-07", codes, 1);
    const struct settled given = firm_apply(memo.first_item, invoice.first_item, "121.00");
    assert_balance(TAX, "0.00");
    assert_waits(invoice.id, "0.00");
    firm_apply(rest.first_item, invoice.first_item, "20.00");
    assert_balance(TAX, "0.00");
    assert_done(application_unapply(firm()->tx, given.act_id, day("2026-01-25"), "wrong"));
    assert_balance(TAX, "-4.75");
}

static enum err sum_taxes(void *self, const struct tax_row *row)
{
    int64_t *sum = self;

    *sum += row->tax;
    return ERR_OK;
}

/* What the list of the tax in what was applied says is what the tax account moved. */
static void assert_cash_tax(const char *want)
{
    int64_t sum = 0;

    assert_answer(
        cashtax_each(firm()->book, day("2026-01-01"), day("2026-12-31"), sum_taxes, &sum));
    assert_int_equal(sum, amount(want));
    assert_balance(TAX, *want == '0' ? want : arena_format(&firm()->arena, "-%s", want));
}

/* A paper that is voided was never paid, and nor was what a memo took off another. */
static void the_list_is_what_fell_due(void **state)
{
    struct document_made made;

    assert_done(setting_set(firm()->tx, "tax.basis", "cash"));
    const int64_t code = code_of("V21", 21);
    const struct document_made voided = paper(DOCUMENT_INVOICE, 0, "2026-01-05", &code, 1);
    assert_done(invoice_void(firm()->tx, voided.id, day("2026-01-06"), "twice", &made));
    assert_cash_tax("0.00");
    const struct document_made invoice = credited(code_of("V10", 10));
    assert_cash_tax("0.00");
    const struct document_made part = firm_pay("ACME", "2026-01-20", "55.00");
    const struct settled given = firm_apply(part.first_item, invoice.first_item, "55.00");
    assert_cash_tax("5.00");
    assert_done(application_unapply(firm()->tx, given.act_id, day("2026-01-25"), "wrong"));
    assert_cash_tax("0.00");
    pay_early(invoice.first_item, "107.80");
    assert_cash_tax("9.80");
}

/* On the other basis the list says what would have fallen due: nothing of what was voided. */
static void on_invoices_a_void_is_no_payment(void **state)
{
    const int64_t code = code_of("V21", 21);
    const struct document_made voided = paper(DOCUMENT_INVOICE, 0, "2026-01-05", &code, 1);
    struct document_made made;

    assert_done(invoice_void(firm()->tx, voided.id, day("2026-01-06"), "twice", &made));
    assert_cash_tax("0.00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIRM(a_memo_takes_its_own_codes),
        FIRM(what_finds_no_code_goes_off_all),
        FIRM(a_code_is_taken_no_lower_than_nothing),
        FIRM(a_discount_is_of_what_is_left),
        FIRM(relief_is_of_what_is_left),
        FIRM(a_credited_sum_is_of_what_is_left),
        FIRM(a_memo_makes_no_tax_due),
        FIRM(a_memo_after_money_takes_back_what_was_due),
        FIRM(the_list_is_what_fell_due),
        FIRM(on_invoices_a_void_is_no_payment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
