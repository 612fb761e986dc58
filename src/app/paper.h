/* paper: what invoices, credit memos and debit memos have in common on a command line: their
 * arguments, issuing and voiding.
 *
 * Knows: args, ledger. Memory: everything lies in the act's arena. Fails with: INPUT and CONFLICT
 * naming the argument and the row, MISSING for codes that are not in the book. */
#ifndef APP_PAPER_H
#define APP_PAPER_H

#include "app/command.h"
#include "ledger/customer.h"
#include "ledger/invoice.h"

/* The rows that every paper has, for the tables of arguments. */
extern const struct arg_column paper_line_columns[];
extern const struct arg_column paper_instalment_columns[];
#define PAPER_LINE_ARGS(of_amount)                                                                 \
    {.name = "line",                                                                               \
     .kind = ARG_ROWS,                                                                             \
     .flags = ARG_MANY,                                                                            \
     .columns = paper_line_columns,                                                                \
     .help = "\"text=Lamp; qty=2; price=10.00; tax=VAT20\", once a line; or @FILE"},               \
        {.name = "amount", .kind = ARG_MONEY, .help = of_amount},                                  \
        {.name = "text", .kind = ARG_TEXT, .help = "words of that line, or of the paper"},         \
        {.name = "number", .kind = ARG_CODE, .help = "when it has one already; else our next"},    \
        {.name = "date", .kind = ARG_DATE, .help = "on the paper; today when not said"},           \
        {.name = "posted", .kind = ARG_DATE, .help = "in the general ledger; the date, else"},     \
        {.name = "po", .kind = ARG_TEXT, .help = "the customer's order number"},                   \
        {.name = "reference", .kind = ARG_TEXT, .help = "the customer's reference"},               \
        {.name = "currency", .kind = ARG_CURRENCY, .help = "the customer's when not said"},        \
    {                                                                                              \
        .name = "rate", .kind = ARG_RATIO, .help = "base units per unit of the currency"           \
    }
#define PAPER_DUE_ARGS                                                                             \
    {.name = "terms", .kind = ARG_TERMS, .help = "the customer's when not said"},                  \
        {.name = "due", .kind = ARG_DATE, .help = "by the terms when not said"},                   \
        {.name = "discount", .kind = ARG_TEXT, .help = "\"2% 10; 1% 20\"; by the terms, else"},    \
    {                                                                                              \
        .name = "instalments", .kind = ARG_ROWS, .columns = paper_instalment_columns,              \
        .rows_style = ROWS_LIST, .help = "\"2026-12-15=30.00; 2027-01-15=70.00\""                  \
    }

/* `related` is the invoice that the paper is about, or NULL: it gives customer, currency and rate
 * that are not said. `customer` receives the customer. */
enum err paper_read(struct act *act, enum document_kind kind, const struct document *related,
                    struct paper *out, struct customer *customer);
/* Reads an invoice or debit memo, issues it, and says so. */
enum err paper_issue(struct act *act, enum document_kind kind, const struct document *related);

/* Voids the paper that the argument `name` names; what was applied to it is open again. */
enum err paper_void(struct act *act, const char *name, unsigned kinds);
/* Pure: the sentence why a paper cannot be voided, or NULL. */
const char *paper_void_why_not(const struct subject *subject);
#define PAPER_VOID_ARGS                                                                            \
    {.name = "date", .kind = ARG_DATE, .help = "of the reversal; today when not said"},            \
    {                                                                                              \
        .name = "reason", .kind = ARG_TEXT, .flags = ARG_REQUIRED, .help = "why"                   \
    }
/* How a paper is shown. */
#define PAPER_SHOW_ARGS                                                                            \
    {.name = "sheet", .kind = ARG_FLAG, .help = "only what the customer gets, to be printed"},     \
    {                                                                                              \
        .name = "language", .kind = ARG_CODE, .help = "another than the customer's: en, de"        \
    }
/* The document of these kinds that the argument `name` names, as a page. */
enum err paper_show(struct act *act, const char *name, unsigned kinds);
/* The day given, else today, or `least` when that is later. */
struct date paper_day(struct act *act, const char *name, struct date least);

/* Papers by which the customer owes: masks for document_find. */
#define PAPERS_DEBIT                                                                               \
    (DOCUMENT_MASK(DOCUMENT_INVOICE) | DOCUMENT_MASK(DOCUMENT_DEBIT) |                             \
     DOCUMENT_MASK(DOCUMENT_CHARGE) | DOCUMENT_MASK(DOCUMENT_DEDUCTION) |                          \
     DOCUMENT_MASK(DOCUMENT_RECOVERY))

#endif
