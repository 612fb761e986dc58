/* document: whatever changes what a customer owes: written once, with its lines, items and
 * postings.
 *
 * document_post is the only writer. It numbers the document from its gapless series (or takes the
 * number that came from outside), works out base amounts from the rate, makes the postings on
 * control accounts from the items, gives the rounding rest in base to the last other posting, and
 * asserts that the document balances in both currencies (R9 1). It computes the digest and hands it
 * to the journal.
 * Fails with: CONFLICT (number taken, unbalanced by the caller's figures), INPUT, LIMIT. */
#ifndef LEDGER_DOCUMENT_H
#define LEDGER_DOCUMENT_H

#include "base/arena.h"
#include "base/hash.h"
#include "ledger/account.h"
#include "ledger/tx.h"

/*    kind       word          prefix   is it issued to customers by hand? */
#define DOCUMENT_LIST(X)                                                                           \
    X(INVOICE,   "invoice",    "INV-")                                                             \
    X(CREDIT,    "credit",     "CM-")                                                              \
    X(DEBIT,     "debit",      "DM-")                                                              \
    X(PAYMENT,   "payment",    "P-")                                                               \
    X(REFUND,    "refund",     "RFD-")                                                             \
    X(REVERSAL,  "reversal",   "REV-")  /* of a payment or refund */                               \
    X(VOID,      "void",       "VD-")   /* of an invoice, credit or debit memo, deposit */         \
    X(DISCOUNT,  "discount",   "DSC-")                                                             \
    X(WRITEOFF,  "writeoff",   "WO-")                                                              \
    X(TRANSFER,  "transfer",   "TR-")                                                              \
    X(FX,        "fx",         "FX-")                                                              \
    X(CHARGE,    "charge",     "LC-")                                                              \
    X(DEDUCTION, "deduction",  "DED-")                                                             \
    X(CONTRA,    "contra",     "CO-")   /* of a discount, write-off, transfer, fx ... */           \
    X(DEPOSIT,   "deposit",    "DEP-")  /* receipts to the bank: ledger/deposit.h */               \
    X(REVALUATION, "revaluation", "RV-") /* of open foreign items: ledger/revaluation.h */         \
    X(NETTING,   "netting",    "NET-")  /* against what we owe the customer: ledger/netting.h */   \
    X(BANKENTRY, "bank-entry", "BE-")   /* what only the bank moved: ledger/bankmatch.h */         \
    X(RECOVERY,  "recovery",   "RCV-")  /* a bad debt is there again: ledger/baddebt.h */          \
    X(RELIEF,    "tax-relief", "BTR-")  /* tax on a bad debt, and given back: the same */          \
    X(COST,      "cost",       "CC-")   /* commission that was billed: ledger/placement.h */       \
    X(CASHTAX,   "cash-tax",   "CT-")   /* falls due with the money: ledger/deferredtax.h */       \
    X(ALLOWANCE, "allowance",  "AL-")   /* for doubtful accounts: ledger/allowance.h */

enum document_kind {
    DOCUMENT_NONE,
#define X(kind, word, prefix) DOCUMENT_##kind,
    DOCUMENT_LIST(X)
#undef X
    DOCUMENT_KINDS
};

const char *document_kind_word(enum document_kind kind);
const char *document_kind_prefix(enum document_kind kind); /* of a new book's series */
enum document_kind document_kind_of(const char *word); /* DOCUMENT_NONE when it is none */

struct document_line {
    const char *text;
    int64_t quantity, price; /* 10^-6 */
    int64_t net;
    int64_t tax_id;          /* 0 = none */
    int64_t account_id;
};
struct tax_line {
    int64_t tax_id, rate_ppm, net, tax, account_id;
};
struct offer {
    struct date until;
    int64_t ppm, discountable;
    int tax_mode;
};
struct item_new {
    int64_t account_id;  /* a control account */
    int64_t customer_id; /* 0 = unidentified */
    int64_t amount, base;
    struct date due;
    struct date value;   /* DATE_NONE: effective */
};
struct posting {
    int64_t account_id;
    int64_t amount, base; /* debit positive */
};
enum payment_method {
    METHOD_CASH,
    METHOD_CHEQUE,
    METHOD_CARD,
    METHOD_TRANSFER,
    METHOD_DIRECT_DEBIT
};
enum payment_keep { KEEP_UNAPPLIED, KEEP_ON_ACCOUNT, KEEP_PREPAYMENT };
struct receipt {
    enum payment_method method;
    struct date value;
    const char *payer;
    enum payment_keep keep;
    int64_t account_id;     /* debited */
    struct money settles;   /* currency.code "" when not in another currency */
};

/* A document to be posted. Everything borrowed for the call; zero means none or default. */
struct document_new {
    enum document_kind kind;
    const char *number;      /* NULL: the next of the series */
    int64_t customer_id;
    struct date issued, effective, posted; /* posted NONE: first open day from effective on */
    struct currency currency;
    struct ratio rate;       /* num 0: 1/1 in base currency, else the rate table on `effective` */
    int64_t total, base_total; /* base_total is worked out unless base_given */
    /* base amounts of items and postings are given (reversals, FX, discounts) */
    bool base_given;
    bool opening;
    int64_t reverses_id, related_id, act_id;
    const char *terms, *po, *reference, *text, *reason;
    const struct document_line *lines;
    int line_count;
    const struct tax_line *taxes;
    int tax_count;
    const struct offer *offers;
    int offer_count;
    struct item_new *items;  /* base is filled in */
    int item_count;
    struct posting *postings; /* all but those on control accounts */
    int posting_count;
    const struct receipt *receipt;
};
struct document_made {
    int64_t id;
    int64_t first_item; /* ids of its items ascend from here; 0 = no item */
    int64_t total;
    char number[64];
};
enum err document_post(struct tx *tx, struct document_new *doc, struct document_made *out);

/* A posted document's head. Texts lie in the arena. */
struct document {
    int64_t id, entry_id, customer_id;
    enum document_kind kind;
    const char *number, *customer; /* customer: its code, "" when unidentified */
    struct date issued, effective, posted;
    struct currency currency;
    struct money total;
    int64_t base_total;
    struct ratio rate;
    bool opening;
    int64_t reverses_id, related_id, act_id;
    int64_t reversed_by;  /* id of the document that reverses it, 0 = none */
    const char *terms, *po, *reference, *text, *reason;
    const char *extension; /* not chased until this ISO date, "" = none */
};
enum err document_get(struct book *book, int64_t id, struct arena *arena, struct document *out);
/* By number, or CUSTOMER/NUMBER. `kinds` is a mask of 1u << kind (0 = any issued or received
 * paper).
 * Exact first, then without leading zeros. MISSING; CONFLICT names both when two customers have it.
 * */
enum err document_find(struct book *book, const char *number, unsigned kinds, struct arena *arena,
                       struct document *out);
/* CONFLICT when the book's own series of the kind has still to give that number. */
enum err document_number_judge(struct tx *tx, enum document_kind kind, const char *number);
/* The document of one customer with exactly this number; 0 = none. */
enum err document_of_customer(struct book *book, enum document_kind kind, const char *number,
                              int64_t customer_id, int64_t *id);
/* The standing paper that a void one came in again as: its customer's last one of the kind whose
 * reference is that number; 0 = none. */
enum err document_instead(struct book *book, const struct document *is, int64_t *id);
#define DOCUMENT_MASK(kind) (1u << (kind))
#define DOCUMENT_PAPERS                                                                            \
    (DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_CREDIT)                              \
     | DOCUMENT_MASK(DOCUMENT_DEBIT) | DOCUMENT_MASK(DOCUMENT_CHARGE)                              \
     | DOCUMENT_MASK(DOCUMENT_DEDUCTION) | DOCUMENT_MASK(DOCUMENT_RECOVERY)                        \
     | DOCUMENT_MASK(DOCUMENT_PAYMENT) | DOCUMENT_MASK(DOCUMENT_REFUND))
enum err document_lines(struct book *book, int64_t id, struct arena *arena,
                        struct document_line **out, int *count);
enum err document_taxes(struct book *book, int64_t id, struct arena *arena, struct tax_line **out,
                        int *count);
enum err document_offers(struct book *book, int64_t id, struct arena *arena, struct offer **out,
                         int *count);
enum err document_postings(struct book *book, int64_t id, struct arena *arena, struct posting **out,
                           int *count);
enum err document_receipt(struct book *book, int64_t id, struct arena *arena, struct receipt *out,
                          bool *is);

/* Posts the contra document of `id`: items and postings negated with their stored base amounts,
 * items paired and applied to each other on `date`. The items must be fully open (unapply first).
 */
enum err document_reverse(struct tx *tx, int64_t id, enum document_kind kind, struct date date,
                          const char *reason, struct document_made *out);

/* The digest of a stored document, recomputed: head, lines, taxes and offers, items, postings. */
enum document_part { PART_HEAD, PART_LINES, PART_TAXES, PART_ITEMS, PART_POSTINGS, DOCUMENT_PARTS };
struct document_digest {
    struct hash part[DOCUMENT_PARTS];
    struct hash whole;
};
const char *document_part_word(enum document_part part);

#endif
