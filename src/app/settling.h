/* settling: the open money of one payment or credit memo goes to what is owed, as the arguments
 * say, and every decision is put into words.
 *
 * Oldest due instalment first, unless one is named (RULES.md D). A discount or small write-off that
 * is given as an amount belongs to the last instalment that the money reaches.
 * Memory: the act's arena. Fails with: INPUT naming the document, and what payment_apply says. */
#ifndef APP_SETTLING_H
#define APP_SETTLING_H

#include "app/command.h"
#include "ledger/customer.h"
#include "ledger/item.h"

struct pot {
    struct act *act;
    struct document money; /* the payment or credit memo; id 0 = each row names its own */
    const char *customer;  /* whose money: finds a document that only the customer makes unique */
    const char *says;      /* what was decided so far, "" at first */
    const char *from;      /* said with each application, NULL = it goes without saying */
};

/* One document that is paid; texts as given, NULL = not given. */
struct target {
    const char *document;
    const char *amount;   /* as much as is open and there */
    const char *discount; /* none; or "auto", or an amount */
    const char *writeoff; /* none */
    const char *deduct;   /* none; or an amount and the reason, "25 PRICE" (RULES.md R6) */
    int64_t instalment;   /* 0 = oldest due first */
    const char *from;     /* the credit that is used instead of the pot's own money */
    struct date date;     /* NONE: the later of both documents (RULES.md R1) */
};

enum err pot_open(struct act *act, int64_t document_id, struct pot *out);
enum err pot_apply(struct pot *pot, const struct target *target);
/* The debit that is meant by a number; `customer` may be NULL. */
enum err pot_debit(struct act *act, const char *customer, const char *number, struct document *out);
/* What is still to be applied, of the currency of the last open credit. */
enum err pot_left(const struct pot *pot, struct money *out);
/* The last clause: what is left, and as what it is kept. */
enum err pot_says_rest(struct pot *pot);

/* The columns of --apply, and row n of it as a target. */
extern const struct arg_column apply_columns[];
#define APPLY_ARG                                                                                  \
    {                                                                                              \
        .name = "apply", .kind = ARG_ROWS, .columns = apply_columns, .rows_style = ROWS_LIST,      \
        .help = "\"INV-1=98.00 discount 2.00; INV-2=50.00 writeoff 0.03; INV-3\""                  \
    }
struct target target_of_row(const struct args *args, int n);
/* All rows of --apply, on that day (NONE: on the day of each). */
enum err pot_apply_rows(struct pot *pot, struct date date);
/* A document of `kinds` by its number, of this customer first, who may be NULL. */
enum err pot_document(struct act *act, const char *customer, const char *number, unsigned kinds,
                      struct document *out);
/* Money and credits that a row may name: masks for document_find. */
#define PAPERS_CREDIT (DOCUMENT_MASK(DOCUMENT_PAYMENT) | DOCUMENT_MASK(DOCUMENT_CREDIT))

/* The whole of `payment apply` and `credit apply`: from the document `name` as --to and its
 * amounts, or --apply, say. */
enum err pot_settle(struct act *act, const char *name, unsigned kinds);
#define SETTLE_ARGS                                                                                \
    {.name = "to", .kind = ARG_DOCUMENT, .help = "what it pays; or rows of --apply"},              \
        {.name = "amount", .kind = ARG_MONEY, .help = "as much as is open and there, else"},       \
        {.name = "date", .kind = ARG_DATE, .help = "the later of both documents when not said"},   \
        {.name = "discount",                                                                       \
         .kind = ARG_TEXT,                                                                         \
         .help = "auto for what the terms allow, or an amount"},                                   \
        {.name = "writeoff", .kind = ARG_MONEY, .help = "small difference that closes it"},        \
        {.name = "instalment",                                                                     \
         .kind = ARG_INT,                                                                          \
         .help = "which one; the oldest due when not said"},                                       \
        APPLY_ARG

/* The debit of --invoice, and --amount, which must be in its currency. */
enum err pot_debit_amount(struct act *act, struct document *paper, struct money *amount);
/* The open credit of a document from which --amount can be taken; all of it when none is given. */
enum err pot_credit(struct act *act, const struct document *money, struct item *out,
                    struct money *amount);
/* The reversing verb of a write-off or refund. */
enum err pot_reverse(struct act *act, const char *name, unsigned kinds);

#endif
