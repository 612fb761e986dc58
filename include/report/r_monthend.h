/* r_monthend: what the auditor asks at a month's end: cut-off, credit balances, subsequent
 * receipts, tax (RULES.md R21).
 *
 * Figures of cut-off, the reclass and tax are in the book's currency. Fails with: LIMIT, what the
 * store says. */
#ifndef REPORT_R_MONTHEND_H
#define REPORT_R_MONTHEND_H

#include "report/r_aging.h"

/* Documents whose true day and posted day lie in different periods. */
enum err cutoff_table(struct book *book, struct date from, struct date to, struct sink *sink);
/* Customers whom we owe on a day; the foot proposes the reclass and its reversal. */
enum err creditbalances_table(struct book *book, const struct aging_options *options,
                              struct sink *sink);
/* What was open on a day, and what payments brought to it until another. */
enum err subsequent_table(struct book *book, const struct aging_options *options, struct date to,
                          struct sink *sink);
/* Output tax by code and account, and by what kind of document; tied to the accounts. */
enum err tax_table(struct book *book, struct date from, struct date to, struct sink *sink);
/* The tax in what was applied in a period, by code and by what it was paid with: for a firm that
 * owes tax when it is paid. */
enum err cashtax_table(struct book *book, struct date from, struct date to, struct sink *sink);

#endif
