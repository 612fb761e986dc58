/* account: the general ledger's accounts, and which of them plays which part in a posting.
 *
 * The part is a setting of the book ("account.receivable" = "1100"), so a firm keeps its own chart.
 * Fails with: MISSING for a code that is not there, CONFLICT for a control account that has items.
 * */
#ifndef LEDGER_ACCOUNT_H
#define LEDGER_ACCOUNT_H

#include "base/arena.h"
#include "ledger/tx.h"

enum account_kind {
    ACCOUNT_ASSET = 1,
    ACCOUNT_LIABILITY,
    ACCOUNT_EQUITY,
    ACCOUNT_INCOME,
    ACCOUNT_EXPENSE
};
enum account_control { CONTROL_NONE, CONTROL_RECEIVABLE, CONTROL_UNIDENTIFIED, CONTROL_PREPAID };

/*    part, word (the setting is "account.WORD"), default code, kind, kind that does as well (an
 *    account at a bank may be overdrawn), control, name */
#define ACCOUNT_LIST(X) \
    X(RECEIVABLE, "receivable", "1100", ASSET, ASSET, RECEIVABLE, "Accounts receivable") \
    X(UNIDENTIFIED, "unidentified", "2110", LIABILITY, LIABILITY, UNIDENTIFIED, \
      "Unidentified receipts") \
    X(PREPAID, "prepaid", "2120", LIABILITY, LIABILITY, PREPAID, "Customer deposits") \
    X(BANK, "bank", "1200", ASSET, LIABILITY, NONE, "Bank") \
    X(UNDEPOSITED, "undeposited", "1210", ASSET, ASSET, NONE, "Undeposited funds") \
    X(BANK_CLEARING, "bank-clearing", "1220", ASSET, ASSET, NONE, "Bank clearing") \
    X(CARD_CLEARING, "card-clearing", "1230", ASSET, ASSET, NONE, "Card clearing") \
    X(CURRENCY_CLEARING, "currency-clearing", "1240", ASSET, LIABILITY, NONE, "Currency clearing") \
    X(REVENUE, "revenue", "4000", INCOME, LIABILITY, NONE, "Sales") \
    X(RETURNS, "returns", "4010", INCOME, EXPENSE, NONE, "Sales returns and allowances") \
    X(DISCOUNT, "discount", "4020", INCOME, EXPENSE, NONE, "Sales discounts") \
    X(DISCOUNT_UNEARNED, "discount-unearned", "4030", INCOME, EXPENSE, NONE, \
      "Unearned discounts taken") \
    X(LATE_CHARGE, "late-charge", "4100", INCOME, EXPENSE, NONE, "Late charges") \
    X(NSF_FEE, "nsf-fee", "4110", INCOME, EXPENSE, NONE, "Returned payment fees") \
    X(TAX, "tax", "2200", LIABILITY, LIABILITY, NONE, "Output tax") \
    X(OVER_SHORT, "over-short", "6100", EXPENSE, INCOME, NONE, "Payment differences") \
    X(BANK_CHARGES, "bank-charges", "6110", EXPENSE, INCOME, NONE, "Bank charges") \
    X(FX_GAIN, "fx-gain", "7000", INCOME, EXPENSE, NONE, "Exchange gains") \
    X(FX_LOSS, "fx-loss", "7010", EXPENSE, INCOME, NONE, "Exchange losses") \
    X(BAD_DEBT, "bad-debt", "6200", EXPENSE, INCOME, NONE, "Bad debts") \
    X(ALLOWANCE, "allowance", "1190", ASSET, LIABILITY, NONE, "Allowance for doubtful accounts") \
    X(OPENING, "opening", "3900", EQUITY, LIABILITY, NONE, "Opening balances") \
    X(ADVANCE_TAX, "advance-tax", "2125", LIABILITY, LIABILITY, NONE, "Tax on customer deposits") \
    X(REVALUATION, "revaluation", "1195", ASSET, LIABILITY, NONE, "Receivables revaluation") \
    X(PAYABLE, "payable", "2100", LIABILITY, ASSET, NONE, "Accounts payable") \
    X(CREDIT_BALANCES, "credit-balances", "2130", LIABILITY, LIABILITY, NONE, \
      "Customers with credit balances") \
    X(COLLECTION_COSTS, "collection-costs", "6120", EXPENSE, INCOME, NONE, "Collection costs") \
    X(RECOVERED, "bad-debts-recovered", "4200", INCOME, EXPENSE, NONE, "Bad debts recovered") \
    X(DORMANT, "dormant-credits", "4210", INCOME, EXPENSE, NONE, "Dormant credits taken in") \
    X(DEFERRED_TAX, "deferred-tax", "2205", LIABILITY, LIABILITY, NONE, "Output tax not due yet")

enum account_part {
#define X(part, word, code, kind, also, control, name) ACCOUNT_PART_##part,
    ACCOUNT_LIST(X)
#undef X
    ACCOUNT_PARTS
};

struct account {
    int64_t id;
    const char *code, *name;
    enum account_kind kind;
    enum account_control control;
};

/* "receivable": the setting is "account.receivable" */
const char *account_part_name(enum account_part part);
int64_t account_of(struct book *book, enum account_part part); /* id; cached */
enum account_control account_control_of(struct book *book, int64_t id);
const char *account_kind_word(enum account_kind kind); /* "liability" */
/* Is the account of a kind that can play this part? CONFLICT, with what it is and must be. */
enum err account_suits(struct book *book, int64_t id, enum account_part part);
enum err account_find(struct book *book, const char *code, int64_t *id);
enum err account_get(struct book *book, int64_t id, struct arena *arena, struct account *out);
enum err account_list(struct book *book, struct arena *arena, struct account **out, int *count);
enum err account_add(struct tx *tx, const char *code, const char *name, enum account_kind kind);
/* Sum of postings on the account up to and with `as_of`, in base currency; by period_total. */
enum err account_balance(struct book *book, int64_t id, struct date as_of, int64_t *base);

#endif
