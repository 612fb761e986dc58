/* AutoCash (RULES.md R3): what a sum of money is for, step by step, with worked figures. */
#include "rules/autocash.h"

#include "base/figures.h"
#include "rules/reference.h"
#include "rules/remittance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct currency eur = {"EUR", 2};

static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return *seed >> 33;
}

#define ITEM_MAX 8
struct autocash_table {
    const char *words, *text;
    int64_t amount;
    struct autocash_item items[ITEM_MAX];
    struct autocash_statement statements[3];
    const char *steps; /* NULL: as they are by default */
    bool oldest, disputed_too, whole_only, credits_too, charges_too;
    enum allocate_order order;
    enum autocash_step step;
    bool automatic;
    int64_t answers, left;
    const char *parts; /* "debit=amount", "(discount)", "-writeoff", "<credit" */
};

/* A debit or credit of its own document; days count from the day of the money, which is 100. */
#define ITEM(ident, name, value, off, due_day)                                                     \
    {                                                                                              \
        .id = (ident), .document_id = (ident), .number = (name), .open = (value),                  \
        .discount = (off), .due = {due_day}, .doc_date = {                                         \
            (due_day)-30                                                                           \
        }                                                                                          \
    }
#define ITEM_TERMS(ident, name, value, due_day, group)                                             \
    {                                                                                              \
        .id = (ident), .document_id = (ident), .number = (name), .open = (value),                  \
        .due = {due_day}, .doc_date = {(due_day)-30}, .terms = (group)                             \
    }
#define ITEM_DISPUTED(ident, name, value, due_day)                                                 \
    {                                                                                              \
        .id = (ident), .document_id = (ident), .number = (name), .open = (value),                  \
        .due = {due_day}, .doc_date = {(due_day)-30}, .disputed = true                             \
    }
#define ITEM_PARTLY(ident, name, value, rest, due_day)                                             \
    {                                                                                              \
        .id = (ident), .document_id = (ident), .number = (name), .open = (value),                  \
        .due = {due_day}, .doc_date = {(due_day)-30}, .disputed = true, .undisputed = (rest)       \
    }
#define ITEM_ACCRUED(ident, name, value, accrued, due_day)                                         \
    {                                                                                              \
        .id = (ident), .document_id = (ident), .number = (name), .open = (value),                  \
        .due = {due_day}, .doc_date = {(due_day)-30}, .charges = (accrued)                         \
    }
/* A charge, which is paid when its kind's turn comes. */
#define ITEM_CHARGE(ident, name, kind, value, due_day)                                             \
    {                                                                                              \
        .id = (ident), .document_id = (ident), .number = (name), .open = (value), .class = (kind), \
        .due = {due_day}, .doc_date = {                                                            \
            (due_day)-30                                                                           \
        }                                                                                          \
    }
#define PART_OF(ident, document, name, value, due_day)                                             \
    {                                                                                              \
        .id = (ident), .document_id = (document), .number = (name), .open = (value),               \
        .due = {due_day}, .doc_date = {                                                            \
            60                                                                                     \
        }                                                                                          \
    }

static const struct autocash_table tables[] = {
    /* 1. references */
    {"a number that is not written whole is not found: the rest is only proposed",
     "for INV-1001 and 1002, thank you",
     15000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90)},
     .step = AUTOCASH_REFERENCES,
     .automatic = false,
     .answers = 1,
     .left = 5000,
     .parts = "1=10000"},
    {"two numbers in the text, and the sum is right",
     "for INV-1001 and INV/1002, thank you",
     15000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90),
      ITEM(3, "INV-1003", 15000, 0, 90)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "2=5000 1=10000"},
    {"less the discount that the day gives: 100.00 at 2 % and 50.00",
     "INV-1001 INV-1002",
     14800,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "INV-1002", 5000, 0, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=9800(200) 2=5000"},
    {"one discount was taken and the other forgotten",
     "INV-1001 INV-1002",
     14900,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "INV-1002", 5000, 100, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=10000 2=4900(100)"},
    {"which of two like discounts was taken, nobody knows",
     "INV-1001 INV-1002",
     19800,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "INV-1002", 10000, 200, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = false,
     .answers = 2,
     .parts = "1=9800(200) 2=10000"},
    {"an RF reference with wrong check digits",
     "RF19 INV1 001",
     10000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 10000, 0, 120)},
     .steps = "references",
     .step = AUTOCASH_NONE,
     .left = 10000},
    {"what was let go of an item before is not let go again: only proposed",
     "INV-1001",
     9990,
     {{.id = 1,
       .document_id = 1,
       .number = "INV-1001",
       .open = 10000,
       .let_go = true,
       .due = {120},
       .doc_date = {90}}},
     .step = AUTOCASH_REFERENCES,
     .automatic = false,
     .answers = 1,
     .parts = "1=9990"},
    {"the sum is off by more than may be let go: only proposed",
     "INV-1001",
     9000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 9000, 0, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = false,
     .answers = 1,
     .parts = "1=9000"},
    {"0.03 too little is let go and closes the invoice",
     "INV-1001",
     9997,
     {ITEM(1, "INV-1001", 10000, 0, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=9997-3"},
    {"never on a disputed item",
     "INV-1001",
     9997,
     {ITEM_DISPUTED(1, "INV-1001", 10000, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = false,
     .answers = 1,
     .parts = "1=9997"},
    {"0.03 too much stays with the customer",
     "INV-1001",
     10003,
     {ITEM(1, "INV-1001", 10000, 0, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .left = 3,
     .parts = "1=10000"},
    {"a short number counts when its value fits",
     "your 4711",
     10000,
     {ITEM(1, "4711", 10000, 0, 120), ITEM(2, "4712", 10000, 0, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=10000"},
    {"a short number whose value does not fit is only a number; another item fits",
     "house 4711",
     5000,
     {ITEM(1, "4711", 10000, 0, 120), ITEM(2, "4712", 5000, 0, 120)},
     .step = AUTOCASH_EXACT,
     .automatic = true,
     .answers = 1,
     .parts = "2=5000"},
    {"a credit memo is named with the invoice",
     "INV-1001 less CM-1002",
     7000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "CM-1002", -3000, 0, 90)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=3000<2 1=7000"},
    {"one instalment of the named invoice: the one due first",
     "INV-1001",
     3000,
     {PART_OF(2, 7, "INV-1001", 7000, 130), PART_OF(1, 7, "INV-1001", 3000, 100)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=3000"},
    {"what is disputed is paid when the payer names it",
     "INV-1001",
     10000,
     {ITEM_DISPUTED(1, "INV-1001", 10000, 120)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=10000"},
    /* 2. exact single */
    {"one invoice of that amount",
     NULL,
     5000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 120)},
     .step = AUTOCASH_EXACT,
     .automatic = true,
     .answers = 1,
     .parts = "2=5000"},
    {"one invoice of that amount less its discount",
     NULL,
     9800,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "INV-1002", 5000, 0, 120)},
     .step = AUTOCASH_EXACT,
     .automatic = true,
     .answers = 1,
     .parts = "1=9800(200)"},
    {"two of that amount: the one due first is proposed, and clearing the account is not tried",
     NULL,
     5000,
     {ITEM(1, "INV-1001", 5000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 110),
      ITEM(3, "CM-1", -5000, 0, 90)},
     .step = AUTOCASH_EXACT,
     .automatic = false,
     .answers = 2,
     .parts = "2=5000"},
    {"one as it stands, another less its discount: two answers",
     NULL,
     9800,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "INV-1002", 9800, 0, 120)},
     .step = AUTOCASH_EXACT,
     .automatic = false,
     .answers = 2,
     .parts = "1=9800(200)"},
    /* 3. clear account */
    {"all that is open, less the credit",
     NULL,
     12000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90),
      ITEM(3, "CM-1", -3000, 0, 80)},
     .step = AUTOCASH_ACCOUNT,
     .automatic = true,
     .answers = 1,
     .parts = "2=3000<3 2=2000 1=10000"},
    {"all that is open, less all discounts",
     NULL,
     14700,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "INV-1002", 5000, 100, 120)},
     .step = AUTOCASH_ACCOUNT,
     .automatic = true,
     .answers = 1,
     .parts = "1=9800(200) 2=4900(100)"},
    {"a credit cannot pay what earns the discount",
     NULL,
     6800,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "CM-1", -3000, 0, 80)},
     .steps = "account",
     .step = AUTOCASH_NONE,
     .left = 6800},
    /* 4. clear past due */
    {"what is past due, and nothing of the rest; due on the day is not past due",
     NULL,
     8000,
     {ITEM(1, "INV-1001", 3000, 0, 99), ITEM(2, "INV-1002", 5000, 0, 90),
      ITEM(3, "INV-1003", 4000, 0, 100)},
     .step = AUTOCASH_PAST_DUE,
     .automatic = true,
     .answers = 1,
     .parts = "2=5000 1=3000"},
    /* 5. term groups, statements */
    {"what is past due on the same terms",
     NULL,
     8000,
     {ITEM_TERMS(1, "INV-1001", 3000, 99, "NET30"), ITEM_TERMS(2, "INV-1002", 5000, 90, "NET30"),
      ITEM_TERMS(3, "INV-1003", 4000, 95, "NET60")},
     .step = AUTOCASH_STATEMENT,
     .automatic = true,
     .answers = 1,
     .parts = "2=5000 1=3000"},
    {"two groups of the same sum: two answers",
     NULL,
     8000,
     {ITEM_TERMS(1, "INV-1001", 3000, 99, "NET30"), ITEM_TERMS(2, "INV-1002", 5000, 90, "NET30"),
      ITEM_TERMS(3, "INV-1003", 7000, 95, "NET60"), ITEM_TERMS(4, "INV-1004", 1000, 96, "NET60")},
     .step = AUTOCASH_STATEMENT,
     .automatic = false,
     .answers = 2,
     .parts = "2=5000 1=3000"},
    {"the balance of the last statement but one",
     NULL,
     8000,
     {ITEM(1, "INV-1001", 3000, 0, 110), ITEM(2, "INV-1002", 5000, 0, 115),
      ITEM(3, "INV-1003", 4000, 0, 128)},
     {{"ST-1002", {99}, 12000}, {"ST-1001", {90}, 8000}},
     .step = AUTOCASH_STATEMENT,
     .automatic = true,
     .answers = 1,
     .parts = "1=3000 2=5000"},
    {"the balance of a statement of which something was paid since",
     NULL,
     8000,
     {ITEM(1, "INV-1001", 3000, 0, 110), ITEM(3, "INV-1003", 4000, 0, 128)},
     {{"ST-1001", {90}, 8000}},
     .step = AUTOCASH_NONE,
     .left = 8000},
    {"the text names a statement: what is open of it comes to the sum",
     "statement st-1001, thanks",
     8000,
     {ITEM(1, "INV-1001", 3000, 0, 110), ITEM(2, "INV-1002", 5000, 0, 115),
      ITEM(3, "INV-1003", 8000, 0, 128)},
     {{"ST-1002", {99}, 12000}, {"ST-1001", {90}, 8000}},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=3000 2=5000"},
    {"the text names a statement of which something was paid since: only proposed",
     "ST-1001",
     8000,
     {ITEM(1, "INV-1001", 3000, 0, 110), ITEM(3, "INV-1003", 8000, 0, 128)},
     {{"ST-1001", {90}, 8000}},
     .step = AUTOCASH_REFERENCES,
     .automatic = false,
     .answers = 1,
     .left = 5000,
     .parts = "1=3000"},
    /* 6. subset */
    {"only one choice comes to it: 123.45 + 67.89 of four",
     NULL,
     19134,
     {ITEM(1, "INV-1001", 12345, 0, 120), ITEM(2, "INV-1002", 6789, 0, 110),
      ITEM(3, "INV-1003", 33333, 0, 110), ITEM(4, "INV-1004", 54321, 0, 110)},
     .step = AUTOCASH_SUBSET,
     .automatic = true,
     .answers = 1,
     .parts = "2=6789 1=12345"},
    {"two choices: 100.00 + 50.00, or the other 100.00 with it",
     NULL,
     15000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 10000, 0, 110),
      ITEM(3, "INV-1003", 5000, 0, 110)},
     .step = AUTOCASH_SUBSET,
     .automatic = false,
     .answers = 2},
    {"one choice among four round sums may be an accident: 2^4 * 100.00 / 1300.00",
     NULL,
     70000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 20000, 0, 110),
      ITEM(3, "INV-1003", 40000, 0, 110), ITEM(4, "INV-1004", 80000, 0, 110)},
     .step = AUTOCASH_SUBSET,
     .automatic = false,
     .answers = 1,
     .parts = "2=20000 3=40000 1=10000"},
    {"a credit is part of the choice: 123.45 - 10.01",
     NULL,
     11344,
     {ITEM(1, "INV-1001", 12345, 0, 120), ITEM(2, "INV-1002", 67891, 0, 110),
      ITEM(3, "CM-1", -1001, 0, 90)},
     .step = AUTOCASH_SUBSET,
     .automatic = true,
     .answers = 1,
     .parts = "1=1001<3 1=11344"},
    {"a disputed item is left out",
     NULL,
     10000,
     {ITEM_DISPUTED(1, "INV-1001", 10000, 120), ITEM(2, "INV-1002", 4000, 0, 90)},
     .step = AUTOCASH_NONE,
     .left = 10000},
    {"unless the setting says otherwise",
     NULL,
     10000,
     {ITEM_DISPUTED(1, "INV-1001", 10000, 120), ITEM(2, "INV-1002", 4000, 0, 90)},
     .disputed_too = true,
     .step = AUTOCASH_EXACT,
     .automatic = true,
     .answers = 1,
     .parts = "1=10000"},
    {"of one that is disputed in part the rest is paid",
     NULL,
     8000,
     {ITEM_PARTLY(1, "INV-1001", 10000, 8000, 120), ITEM(2, "INV-1002", 4000, 0, 90)},
     .step = AUTOCASH_EXACT,
     .automatic = true,
     .answers = 1,
     .parts = "1=8000"},
    {"never more than that, without its number",
     NULL,
     10000,
     {ITEM_PARTLY(1, "INV-1001", 10000, 8000, 120), ITEM(2, "INV-1002", 4000, 0, 90)},
     .step = AUTOCASH_NONE,
     .left = 10000},
    {"the rest counts in the whole account",
     NULL,
     12000,
     {ITEM_PARTLY(1, "INV-1001", 10000, 8000, 120), ITEM(2, "INV-1002", 4000, 0, 90)},
     .step = AUTOCASH_ACCOUNT,
     .automatic = true,
     .answers = 1,
     .parts = "2=4000 1=8000"},
    {"named: all of it",
     "INV-1001",
     10000,
     {ITEM_PARTLY(1, "INV-1001", 10000, 8000, 120), ITEM(2, "INV-1002", 4000, 0, 90)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=10000"},
    {"named: the rest of it",
     "INV-1001",
     8000,
     {ITEM_PARTLY(1, "INV-1001", 10000, 8000, 120), ITEM(2, "INV-1002", 4000, 0, 90)},
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "1=8000"},
    {"the rest of it first, when the oldest is paid",
     NULL,
     9500,
     {ITEM_PARTLY(1, "INV-1001", 10000, 8000, 80), ITEM(2, "INV-1002", 4000, 0, 90)},
     .oldest = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .parts = "1=8000 2=1500"},
    /* with late charges that nobody charged yet */
    {"one item with what accrued is proposed, and the charge stays with the customer",
     NULL,
     32000 + 320,
     {ITEM_ACCRUED(1, "INV-1001", 32000, 320, 70), ITEM(2, "INV-1002", 4000, 0, 90)},
     .charges_too = true,
     .step = AUTOCASH_EXACT,
     .answers = 1,
     .left = 320,
     .parts = "1=32000"},
    {"not without the setting",
     NULL,
     32000 + 320,
     {ITEM_ACCRUED(1, "INV-1001", 32000, 320, 70), ITEM(2, "INV-1002", 4000, 0, 90)},
     .step = AUTOCASH_NONE,
     .left = 32320},
    {"all of it with what accrued, before the oldest is paid",
     NULL,
     36000 + 420,
     {ITEM_ACCRUED(1, "INV-1001", 32000, 320, 70), ITEM_ACCRUED(2, "INV-1002", 4000, 100, 90)},
     .charges_too = true,
     .oldest = true,
     .step = AUTOCASH_ACCOUNT,
     .answers = 1,
     .left = 420,
     .parts = "1=32000 2=4000"},
    {"what comes to the open sum is paid as ever",
     NULL,
     32000,
     {ITEM_ACCRUED(1, "INV-1001", 32000, 320, 70), ITEM(2, "INV-1002", 4000, 0, 90)},
     .charges_too = true,
     .step = AUTOCASH_EXACT,
     .automatic = true,
     .answers = 1,
     .parts = "1=32000"},
    {"named with what accrued",
     "INV-1001",
     32320,
     {ITEM_ACCRUED(1, "INV-1001", 32000, 320, 70), ITEM(2, "INV-1002", 4000, 0, 90)},
     .charges_too = true,
     .step = AUTOCASH_REFERENCES,
     .answers = 1,
     .left = 320,
     .parts = "1=32000"},
    {"some of the items with what accrued on them",
     NULL,
     32000 + 320 + 1200,
     {ITEM_ACCRUED(1, "INV-1001", 32000, 320, 70), ITEM_ACCRUED(2, "INV-1002", 4000, 100, 90),
      ITEM(3, "INV-1003", 1200, 0, 95)},
     .charges_too = true,
     .step = AUTOCASH_SUBSET,
     .answers = 1,
     .left = 320,
     .parts = "1=32000 3=1200"},
    /* 7. oldest first */
    {"nothing fits, and the oldest first is off",
     NULL,
     6000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90)},
     .step = AUTOCASH_NONE,
     .left = 6000},
    {"nothing fits, and the oldest first is on: the last in part, without discount",
     NULL,
     6000,
     {ITEM(1, "INV-1001", 10000, 200, 120), ITEM(2, "INV-1002", 5000, 100, 90)},
     .oldest = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .parts = "2=4900(100) 1=1100"},
    {"two answers are never settled by age",
     NULL,
     5000,
     {ITEM(1, "INV-1001", 5000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 110)},
     .oldest = true,
     .step = AUTOCASH_EXACT,
     .automatic = false,
     .answers = 2,
     .parts = "2=5000"},
    {"only whole items: the one that the money does not reach whole waits, and so does the rest",
     NULL,
     6000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90)},
     .oldest = true,
     .whole_only = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .left = 1000,
     .parts = "2=5000"},
    {"credits by flag: they go first, the money after them",
     NULL,
     6500,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90),
      ITEM(3, "CM-1001", -2000, 0, 80)},
     .oldest = true,
     .credits_too = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .parts = "2=2000<3 2=3000 1=3500"},
    {"credits without the flag are left alone",
     NULL,
     6500,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90),
      ITEM(3, "CM-1001", -2000, 0, 80)},
     .oldest = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .parts = "2=5000 1=1500"},
    {"credits that pay all of it by themselves are left alone too",
     NULL,
     4000,
     {ITEM(2, "INV-1002", 5000, 0, 90), ITEM(3, "CM-1001", -7000, 0, 80)},
     .oldest = true,
     .credits_too = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .parts = "2=4000"},
    {"charges last: the debt first, whatever is older",
     NULL,
     6000,
     {ITEM_CHARGE(1, "LC-1001", ALLOCATE_INTEREST, 500, 70), ITEM(2, "INV-1002", 5700, 0, 90),
      ITEM_CHARGE(3, "LC-1002", ALLOCATE_COST, 400, 95)},
     .oldest = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .parts = "2=5700 1=300"},
    {"costs, interest, principal, where the law says so",
     NULL,
     6000,
     {ITEM_CHARGE(1, "LC-1001", ALLOCATE_INTEREST, 500, 70), ITEM(2, "INV-1002", 5700, 0, 90),
      ITEM_CHARGE(3, "LC-1002", ALLOCATE_COST, 400, 95)},
     .oldest = true,
     .order = ALLOCATE_COSTS_FIRST,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .parts = "3=400 1=500 2=5100"},
    {"the payer's own instruction goes before the order of the law",
     "INV-1002",
     5700,
     {ITEM_CHARGE(1, "LC-1001", ALLOCATE_INTEREST, 500, 70), ITEM(2, "INV-1002", 5700, 0, 90)},
     .oldest = true,
     .order = ALLOCATE_COSTS_FIRST,
     .step = AUTOCASH_REFERENCES,
     .automatic = true,
     .answers = 1,
     .parts = "2=5700"},
    /* 8. remainder */
    {"more than all that is open is left",
     NULL,
     20000,
     {ITEM(1, "INV-1001", 10000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90)},
     .oldest = true,
     .step = AUTOCASH_OLDEST,
     .automatic = true,
     .answers = 1,
     .left = 5000,
     .parts = "2=5000 1=10000"},
    {"the order of the steps is a setting",
     NULL,
     5000,
     {ITEM(1, "INV-1001", 5000, 0, 120), ITEM(2, "INV-1002", 5000, 0, 90)},
     .steps = "past-due, exact",
     .step = AUTOCASH_PAST_DUE,
     .automatic = true,
     .answers = 1,
     .parts = "2=5000"},
};

static struct autocash_options options_of(const char *steps)
{
    struct autocash_options options = {.leave_disputed = true,
                                       .tolerance_amount = {500, PPM},
                                       .tolerance_share = {MONEY_MAX, 20000},
                                       .work = AUTOCASH_WORK};

    assert_int_equal(autocash_steps_parse(steps ? steps : AUTOCASH_STEPS_DEFAULT, &options, NULL),
                     ERR_OK);
    return options;
}

static const char *parts_text(const struct autocash_proposal *found, struct arena *arena)
{
    const char *text = "";

    for (int i = 0; i < found->part_count; i++) {
        const struct autocash_part *part = &found->parts[i];
        text = arena_format(arena, "%s%s%lld=%lld", text, i ? " " : "", (long long)part->debit_id,
                            (long long)part->amount);
        if (part->discount)
            text = arena_format(arena, "%s(%lld)", text, (long long)part->discount);
        if (part->writeoff)
            text = arena_format(arena, "%s-%lld", text, (long long)part->writeoff);
        if (part->credit_id)
            text = arena_format(arena, "%s<%lld", text, (long long)part->credit_id);
    }
    return text;
}

static void each_step_finds_what_it_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct autocash_table *table = &tables[i];
        struct autocash_options options = options_of(table->steps);
        struct autocash_case given = {.items = table->items,
                                      .statements = table->statements,
                                      .amount = table->amount,
                                      .currency = eur,
                                      .value = {100},
                                      .text = table->text};
        struct autocash_proposal found;
        struct arena arena = {0};

        options.oldest = table->oldest;
        options.charges = table->charges_too;
        options.oldest_whole = table->whole_only;
        options.oldest_credits = table->credits_too;
        options.order = table->order;
        options.leave_disputed = !table->disputed_too;
        while (given.item_count < ITEM_MAX && table->items[given.item_count].id)
            given.item_count++;
        while (given.statement_count < 3 && table->statements[given.statement_count].balance)
            given.statement_count++;
        assert_int_equal(autocash_find(&given, &options, &arena, &found), ERR_OK);
        const char *parts = parts_text(&found, &arena);
        if (found.step != table->step || found.automatic != table->automatic ||
            found.answers != table->answers || found.left != table->left ||
            (table->parts && strcmp(parts, table->parts) != 0))
            fail_msg("%s: step %s, %s, %lld answers, %lld left, parts %s (%s; %s)", table->words,
                     autocash_word(found.step), found.automatic ? "automatic" : "proposed",
                     (long long)found.answers, (long long)found.left, parts,
                     figures_plain(found.arithmetic, &arena), found.why);
        arena_done(&arena);
    }
}

/* ---- numbers in free text ------------------------------------------------------------------- */

/* All of these are open; what the text names is told by their last two digits, "?" behind one that
 * counts only if its value fits. */
static const char *const open_numbers[] = {"INV-2401", "INV-2402",  "INV-2403",  "INV-2404",
                                           "INV-2405", "2026-0042", "2026-0043", "100001",
                                           "100002",   "77",        "AB/12-0099"};
#define OPEN_NUMBERS (int)(sizeof open_numbers / sizeof *open_numbers)

static const struct {
    const char *text, *named;
} texts[] = {
    {"INV-2401", "01"},
    {"inv 2401", "01"},
    {"INV2401 less freight", "01"},
    {"Invoice: INV. 2401, INV# 2403", "01 03"},
    {"your ref INV_2401/INV_2402", "01 02"},
    {"INV-24 01", "01?"},
    {"2 4 0 1", ""},
    {"INV2401INV2402", "01 02"},
    {"100001100002", "01 02"},
    {"100001100002100003", ""},
    {"INV-2401-2405", "01 02 03 04 05"},
    {"INV-2401 - INV-2403", "01 02 03"},
    {"INV-2401 to 2403", "01 02 03"},
    {"INV-2401 bis INV-2402", "01 02"},
    {"INV-2401\xe2\x80\x93"
     "2403",
     "01 02 03"},
    {"INV-2403-2401", "03"},
    {"INV-2401-2499", "01"},
    {"INV-2401/02/03", "01 02 03"},
    {"INV-2401/02/98", "01 02"},
    {"INV-2401/2026", "01"},
    {"2026-0042-0043", "42 43"},
    {"2026 0042", "42"},
    {"20260042", "42?"},
    {"2026/42", "42"},
    {"paid 77.00 on 2026-11-22", ""},
    {"AB 12 99", ""},
    {"AB12/0099", "99"},
    {"1000 01", "01?"},
    {"1,000.01", ""},
    {"PO 4711 of 24.01.2026", ""},
    {"", ""},
};

static void numbers_are_found_as_payers_write_them(void **state)
{
    struct autocash_item items[OPEN_NUMBERS];
    bool there[OPEN_NUMBERS];

    (void)state;
    for (int i = 0; i < OPEN_NUMBERS; i++) {
        items[i] = (struct autocash_item){.id = i + 1, .number = open_numbers[i], .open = 100};
        there[i] = true;
    }
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct arena arena = {0};
        unsigned char named[OPEN_NUMBERS] = {0};
        const char *words = "";
        remittance_read(autocash_index(items, OPEN_NUMBERS, &arena), texts[t].text, there, &arena,
                        named);
        for (int i = 0; i < OPEN_NUMBERS; i++)
            if (named[i])
                words = arena_format(&arena, "%s%s%s%s", words, *words ? " " : "",
                                     open_numbers[i] + strlen(open_numbers[i]) - 2,
                                     named[i] == NAMED_SHORT ? "?" : "");
        if (strcmp(words, texts[t].named) != 0)
            fail_msg("\"%s\" names %s, not %s", texts[t].text, words, texts[t].named);
        arena_done(&arena);
    }
}

static void the_reference_in_rf_form_is_found(void **state)
{
    const struct autocash_item items[] = {ITEM(1, "INV-1001", 10000, 0, 120),
                                          ITEM(2, "INV-1002", 10000, 0, 120)};
    const struct autocash_options options = options_of(NULL);
    char made[REFERENCE_TEXT], shown[REFERENCE_SHOWN];
    struct autocash_proposal found;
    struct arena arena = {0};

    (void)state;
    assert_int_equal(reference_make("INV-1002", made, NULL), ERR_OK);
    const struct autocash_case given = {.items = items,
                                        .item_count = 2,
                                        .amount = 10000,
                                        .currency = eur,
                                        .value = {100},
                                        .text = reference_show(made, shown)};
    assert_int_equal(autocash_find(&given, &options, &arena, &found), ERR_OK);
    assert_int_equal(found.step, AUTOCASH_REFERENCES);
    assert_true(found.automatic);
    assert_string_equal(parts_text(&found, &arena), "2=10000");
    assert_string_equal(figures_plain(found.arithmetic, &arena), "INV-1002 100.00 = 100.00");
    arena_done(&arena);
}

static void every_step_that_failed_says_why(void **state)
{
    const struct autocash_item items[] = {ITEM(1, "INV-1001", 10000, 0, 90),
                                          ITEM(2, "INV-1002", 5000, 0, 120)};
    const struct autocash_options options = options_of(NULL);
    struct autocash_proposal found;
    struct arena arena = {0};

    (void)state;
    const struct autocash_case given = {
        .items = items, .item_count = 2, .amount = 777, .currency = eur, .value = {100}};
    assert_int_equal(autocash_find(&given, &options, &arena, &found), ERR_OK);
    assert_int_equal(found.step, AUTOCASH_NONE);
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_REFERENCES], &arena),
                        "the text names nothing that is open");
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_EXACT], &arena),
                        "no single item comes to it");
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_ACCOUNT], &arena),
                        "that comes to 150.00");
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_PAST_DUE], &arena),
                        "that comes to 100.00");
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_STATEMENT], &arena),
                        "what is past due on any terms does not come to it");
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_SUBSET], &arena),
                        "no choice of items comes to it");
    assert_null(found.why_not[AUTOCASH_OLDEST]);
    arena_done(&arena);
}

static void an_accident_is_told_from_a_find(void **state)
{
    static const struct {
        int items, discounted;
        int64_t divisor, sum;
        bool telling;
    } cases[] = {
        {4, 0, 1, 1601, true},  /* 16 * 1 / 1601 < 0.01 */
        {4, 0, 1, 1600, false}, /* exactly 0.01 */
        {4, 0, 5, 8005, true},  /* 16 * 5 / 8005 */
        {4, 2, 1, 3601, true},  /* 9 * 4 = 36 */
        {4, 2, 1, 3600, false},
        {4, 0, 10000, 150000, false}, /* round hundreds tell nothing */
        {24, 0, 1, 1677721601, true}, /* 2^24 cents: sixteen millions */
        {24, 0, 1, 1677721600, false},
        {24, 24, 1, INT64_MAX, true},  /* 3^24 * 100 < 9.2e18 */
        {60, 30, 1, INT64_MAX, false}, /* more choices than can be counted */
        {0, 0, 0, 0, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            autocash_telling(cases[i].items, cases[i].discounted, cases[i].divisor, cases[i].sum),
            cases[i].telling);
}

static void steps_are_named_in_any_order_and_once(void **state)
{
    struct autocash_options options = {0};
    struct note note = {0};

    (void)state;
    assert_int_equal(autocash_steps_parse("exact, references", &options, &note), ERR_OK);
    assert_int_equal(options.step_count, 2);
    assert_int_equal(options.steps[0], AUTOCASH_EXACT);
    assert_int_equal(options.steps[1], AUTOCASH_REFERENCES);
    assert_int_equal(autocash_steps_parse("", &options, &note), ERR_OK);
    assert_int_equal(options.step_count, 0);
    assert_int_equal(autocash_steps_parse("exact exact", &options, &note), ERR_INPUT);
    assert_int_equal(autocash_steps_parse("exact luck", &options, &note), ERR_INPUT);
    assert_string_equal(note.text, "\"luck\" is no step of autocash; the steps are: "
                                   "references exact account past-due statement subset");
}

/* How many choices come to the sum, the slow way; without debit counts as none. */
static int64_t choices_counted(const struct autocash_item *items, int count, int64_t rest)
{
    if (count == 0)
        return rest == 0;
    int64_t found = choices_counted(items + 1, count - 1, rest) +
                    choices_counted(items + 1, count - 1, rest - items[0].open);
    if (items[0].discount)
        found += choices_counted(items + 1, count - 1, rest - items[0].open + items[0].discount);
    return found;
}

static void proposal_holds(const struct autocash_case *given, const struct autocash_proposal *found)
{
    int64_t money = 0, on[16] = {0};

    for (int i = 0; i < found->part_count; i++) {
        const struct autocash_part *part = &found->parts[i];
        assert_true(part->amount > 0 && part->discount >= 0 && part->writeoff >= 0);
        on[part->debit_id] += part->amount + part->discount + part->writeoff;
        if (part->credit_id)
            on[part->credit_id] -= part->amount;
        else
            money += part->amount;
    }
    assert_int_equal(money, found->applied);
    assert_int_equal(found->applied + found->left, given->amount);
    assert_true(found->left >= 0);
    for (int i = 0; i < given->item_count; i++) {
        const int64_t open = given->items[i].open, taken = on[given->items[i].id];
        assert_true(open > 0 ? taken >= 0 && taken <= open : taken <= 0 && taken >= open);
    }
    if (found->automatic) {
        assert_int_equal(found->answers, 1);
        assert_true(found->applied > 0);
    }
}

static void what_is_applied_is_open_and_there(void **state)
{
    const struct autocash_options subset = options_of("subset");
    struct autocash_options all = options_of(NULL);
    uint64_t seed = 20261122;

    (void)state;
    for (int round = 0; round < 3000; round++) {
        struct autocash_item items[10];
        struct autocash_proposal found;
        struct arena arena = {0};
        const int count = (int)(random_next(&seed) % 10) + 1;

        for (int i = 0; i < count; i++) {
            const int64_t open = (int64_t)(random_next(&seed) % 40) + 2;
            items[i] = (struct autocash_item){.id = i + 1,
                                              .document_id = i / 2 + 1,
                                              .number = "INV-1001",
                                              .open = random_next(&seed) % 4 ? open : -open,
                                              .due = {(int32_t)(random_next(&seed) % 40) + 80},
                                              .doc_date = {70},
                                              .disputed = random_next(&seed) % 8 == 0,
                                              .terms = random_next(&seed) % 2 ? "NET30" : "NET10"};
            if (items[i].open > 0 && random_next(&seed) % 3 == 0)
                items[i].discount = 1;
        }
        const struct autocash_case given = {.items = items,
                                            .item_count = count,
                                            .amount = (int64_t)(random_next(&seed) % 90) + 1,
                                            .currency = eur,
                                            .value = {100},
                                            .text = random_next(&seed) % 3 ? NULL : "INV-1001"};
        all.oldest = random_next(&seed) % 2;
        assert_int_equal(autocash_find(&given, &all, &arena, &found), ERR_OK);
        proposal_holds(&given, &found);

        for (int i = 0; i < count; i++)
            items[i].disputed = false;
        assert_int_equal(autocash_find(&given, &subset, &arena, &found), ERR_OK);
        proposal_holds(&given, &found);
        const int64_t counted = choices_counted(items, count, given.amount);
        if (found.step == AUTOCASH_SUBSET)
            assert_int_equal(found.answers, counted);
        else
            assert_true(counted <= 1);
        arena_done(&arena);
    }
}

static void too_much_work_is_given_up(void **state)
{
    struct autocash_item items[30];
    struct autocash_options options = options_of("subset");
    struct autocash_proposal found;
    struct arena arena = {0};

    (void)state;
    for (int i = 0; i < 30; i++)
        items[i] = (struct autocash_item)ITEM(i + 1, "INV-1001", 10007 + 2 * i, 100, 120);
    struct autocash_case given = {
        .items = items, .item_count = 25, .amount = 20016, .currency = eur, .value = {100}};
    assert_int_equal(autocash_find(&given, &options, &arena, &found), ERR_OK);
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_SUBSET], &arena),
                        "there are more than 24 items to choose from");
    given.item_count = 24;
    assert_int_equal(autocash_find(&given, &options, &arena, &found), ERR_OK);
    assert_int_equal(found.step, AUTOCASH_SUBSET);
    assert_false(found.automatic);
    options.work = 100000;
    assert_int_equal(autocash_find(&given, &options, &arena, &found), ERR_OK);
    assert_int_equal(found.step, AUTOCASH_NONE);
    assert_string_equal(figures_plain(found.why_not[AUTOCASH_SUBSET], &arena),
                        "there are too many choices to try them all");
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_step_finds_what_it_should),
        cmocka_unit_test(numbers_are_found_as_payers_write_them),
        cmocka_unit_test(the_reference_in_rf_form_is_found),
        cmocka_unit_test(every_step_that_failed_says_why),
        cmocka_unit_test(an_accident_is_told_from_a_find),
        cmocka_unit_test(steps_are_named_in_any_order_and_once),
        cmocka_unit_test(what_is_applied_is_open_and_there),
        cmocka_unit_test(too_much_work_is_given_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
