/* invoice: the papers that we issue: invoices, credit memos, debit memos; void and amend.
 *
 * An invoice: Dr receivable, Cr revenue by line and tax by code (R0); a credit memo the other way.
 * Items are its instalments (R1); a zero paper takes a number and has no item; a credit memo has
 * one item.
 * Fails with: INPUT, MISSING, CONFLICT, LIMIT. */
#ifndef LEDGER_INVOICE_H
#define LEDGER_INVOICE_H

#include "ledger/document.h"
#include "rules/terms.h"

struct instalment_new {
    struct date due;
    int64_t amount;
};
struct paper_line {
    const char *text;
    int64_t quantity, price;  /* 10^-6; a net amount alone: quantity MICRO, fixed_net */
    bool fixed;               /* net is given, not quantity * price */
    int64_t net;
    int64_t tax_id;
    int64_t account_id;       /* 0: the book's revenue account (returns for credits) */
};
/* What a hold does to a paper that makes the customer owe more (ledger/creditgate.h). */
enum paper_credit {
    PAPER_STOPS,     /* an invoice is stopped; a debit memo is as if delivered */
    PAPER_DELIVERED, /* posts, and puts the account on hold */
    PAPER_UNASKED    /* posts; the caller asks afterwards: credit_tell_new */
};
struct paper {
    enum document_kind kind;  /* INVOICE, CREDIT, DEBIT */
    const char *number;       /* NULL: own series */
    int64_t customer_id;
    struct date date;
    struct date due;          /* NONE: by terms */
    struct date posted;       /* NONE: first open day from date on */
    int64_t terms_id;         /* 0: the customer's, else the book's default */
    const char *discount;     /* overrides the terms' discount; NULL = by terms; "" = none */
    const struct instalment_new *instalments; /* explicit; must add up to the total */
    int instalment_count;
    struct currency currency; /* code "" = the customer's */
    struct ratio rate;        /* num 0: rate table */
    const char *po, *reference, *text, *reason;
    int64_t related_id;       /* a credit's invoice */
    bool opening;             /* contra opening balances, no revenue, no tax */
    const struct paper_line *lines;
    int line_count;
    enum paper_credit credit;
};
/* Figures before posting, for the form and the preview: the same path without a transaction. */
struct paper_totals {
    int64_t net, tax, total;
    int64_t *line_nets;       /* in the arena */
    struct tax_line *taxes;
    int tax_count;
    struct instalment_new *instalments;
    int instalment_count;
    struct offer *offers;
    int offer_count;
    struct date due;          /* of the last instalment */
    struct currency currency;
    const char *terms;
};
enum err paper_preview(struct book *book, const struct paper *paper, struct arena *arena,
                       struct paper_totals *out);
enum err invoice_issue(struct tx *tx, const struct paper *paper, struct document_made *out);
/* Takes every application of the paper back, then reverses it whole (R2). */
enum err invoice_void(struct tx *tx, int64_t id, struct date date, const char *reason,
                      struct document_made *out);
/* po, reference, text, extension (an ISO date until which it is not chased): a row of its own; the
 * paper itself never changes, and its aging keeps the original due date. */
enum err invoice_amend(struct tx *tx, int64_t id, const char *field, const char *value,
                       struct date from);
/* From a day on the item ages from another due date (R2: a manager's decision); as of a day the one
 * in force on it counts. A later row takes the place of an earlier one. */
enum err invoice_reage(struct tx *tx, int64_t item_id, struct date from, struct date due,
                       const char *reason);
struct reage {
    int64_t item_id;
    const char *customer, *number; /* of its document */
    int instalment;
    struct date from, due, original;
    const char *reason;
};
enum err reage_list(struct book *book, struct arena *arena, struct reage **out, int *count);
/* Up to which day a paper is not chased (`invoice amend --extension`), as said by the end of a day;
 * until NONE: taken back. In order of item. */
struct extension {
    int64_t item_id;
    struct date until;
};
enum err extensions_on(struct book *book, struct date day, struct arena *arena,
                       struct extension **out, int *count);

#endif
