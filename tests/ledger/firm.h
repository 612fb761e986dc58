/* firm: a small firm's book in memory, filled through operations only, never by SQL.
 *
 * Amounts and days are written as an accountant writes them: "121.00", "2026-01-15". Each helper is
 * one transaction of one journal entry. What fails unexpectedly fails the test with the book's own
 * words. firm_close proves the whole book, so every test ends with a proof.
 * The firm keeps EUR, its day is 2026-06-30, its terms are net 30. */
#ifndef TESTS_FIRM_H
#define TESTS_FIRM_H

#include "ledger/agingscan.h"
#include "ledger/application.h"
#include "ledger/invoice.h"
#include "ledger/item.h"
#include "ledger/payment.h"
#include "ledger/proof.h"
#include "ledger/txopen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h> /* last: it has a macro named fail */

struct firm {
    struct book *book;
    struct note note;
    struct tx *tx; /* between firm_start and firm_finish */
    struct arena arena;
    const char *actor; /* who posts: "anna", until a test says another */
    bool damaged; /* the test broke the book on purpose: no proof at the end */
};

struct firm *firm(void); /* the one of the running test */
int firm_open(void **state);
int firm_close(void **state); /* with proof */

/* A transaction of one entry; commits when `e` is ERR_OK, else rolls back. Gives `e` back. */
struct tx *firm_start(const char *command);
enum err firm_finish(enum err e);
#define firm_do(call) (firm_start(#call), firm_finish(call))
#define assert_done(call)                                                                          \
    do {                                                                                           \
        if (firm_do(call) != ERR_OK)                                                               \
            fail_msg("%s: %s", #call, firm()->note.text);                                          \
    } while (0)
/* Refused with this code, and with these words in the sentence. */
#define assert_refused(code, words, call)                                                          \
    firm_refused(firm_do(call), code, words, #call, __FILE__, __LINE__)
void firm_refused(enum err got, enum err code, const char *words, const char *call,
                  const char *file, int line);
/* For questions, which need no transaction. */
#define assert_answer(call)                                                                        \
    do {                                                                                           \
        if ((call) != ERR_OK)                                                                      \
            fail_msg("%s: %s", #call, firm()->note.text);                                          \
    } while (0)

int64_t amount(const char *text);  /* "121.00" in cents */
struct date day(const char *text); /* "2026-01-15"; NULL: none */
struct currency money_in(const char *code);

int64_t firm_customer(const char *code); /* in EUR; made when it is not there yet */
int64_t firm_customer_of(const char *code, const char *currency, const char *parent);
int64_t firm_tax(const char *code, int64_t percent);
int64_t firm_terms(const char *code, const char *due, const char *discount, const char *instalments,
                   int tax_mode);
void firm_rate(const char *currency, const char *date, const char *rate);

/* One line, no tax, due by net 30. Currency: the customer's. */
struct document_made firm_invoice(const char *customer, const char *date, const char *total);
struct document_made firm_credit(const char *customer, const char *date, const char *total);
struct document_made firm_debit(const char *customer, const char *date, const char *total);
/* One line of that net with a tax code; terms_id 0: the customer's. */
struct document_made firm_taxed(enum document_kind kind, const char *customer, const char *date,
                                const char *net, int64_t tax_id, int64_t terms_id);
/* By transfer; customer NULL: unidentified. `first_item` is the credit. */
struct document_made firm_pay(const char *customer, const char *date, const char *total);
struct settled firm_apply(int64_t credit_item, int64_t debit_item, const char *sum);
enum err firm_try_apply(int64_t credit_item, int64_t debit_item, const char *sum, const char *date);

void firm_assert_open(int64_t item, const char *want, const char *file, int line);
#define assert_open(item, want) firm_assert_open(item, want, __FILE__, __LINE__)
/* What aging says of one customer (NULL: all): debits less credits. known 0 = all */
int64_t firm_aged(const char *customer, const char *as_of, enum aging_basis_date by, int64_t known);
#define assert_aged(customer, as_of, by, want)                                                     \
    assert_int_equal(firm_aged(customer, as_of, by, 0), amount(want))
/* What is open of one item on a day, as known at an entry (0 = now); debits and credits alike. */
int64_t firm_open_on(int64_t item, const char *as_of, enum aging_basis_date by, int64_t known);
#define assert_open_on(item, as_of, by, want)                                                      \
    assert_int_equal(firm_open_on(item, as_of, by, 0), amount(want))
int64_t firm_balance(enum account_part part, const char *as_of);
#define assert_balance(part, want)                                                                 \
    assert_int_equal(firm_balance(ACCOUNT_PART_##part, "2026-12-31"), amount(want))
int64_t firm_head(void); /* the last entry's id */
/* Rows of these tables, each of which has some, are neither changed nor deleted. */
void firm_facts_stay(const char *const *tables, size_t count, const char *column);

#define FIRM(test) cmocka_unit_test_setup_teardown(test, firm_open, firm_close)

/* Every trouble that the proof finds, one a line, in the firm's arena. */
const char *firm_proof(int *found);
/* Past the operations, for tests of what must not be possible; the store's answer. */
enum err firm_sql(const char *sql);
/* Each damage in turn, with the triggers against updates of `tables` (NULL at the end) gone: the
 * proof, whole before and after, says it. At the end of the test the book is not proved again. */
struct firm_damage {
    const char *sql, *back, *says;
};
void firm_damages(const char *const *tables, const struct firm_damage *damages, size_t count);

#endif
