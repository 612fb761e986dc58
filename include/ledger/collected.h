/* collected: what was billed month by month, what became of it, and how fast its money came.
 *
 * Base currency; receivable items only. What is billed counts in the month of its posted day;
 * invoices that came with an opening balance are no sales. Fails with: what the store says. */
#ifndef LEDGER_COLLECTED_H
#define LEDGER_COLLECTED_H

#include "ledger/tx.h"

/* What a month brought, net of what was taken back in it. */
struct collected_month {
    int64_t sales;     /* invoices and debit memos less credit memos, with tax */
    /* bad debts less what was recovered of them; small differences not. Below 0 where more came
     * back in the month than was written off in it. */
    int64_t writeoffs;
};
/* Months first..first + count - 1; the last one only up to `to`. */
enum err collected_months(struct book *book, int first, int count, struct date to,
                          struct collected_month *out);

/* The sales of from..to, whole months or not. */
enum err collected_sales(struct book *book, struct date from, struct date to, int64_t *out);

/* How late money came: applications of payments whose money came (value date) from..to, as they
 * stood on `to`. `late` and `beside` are sums of amount x days: days after the due date; days
 * after it less days before it. */
struct collected_pace {
    int64_t amount, late, beside;
    int64_t rows, rows_late; /* applications; sum of their days late, unweighted */
};
enum err collected_pace(struct book *book, struct date from, struct date to,
                        struct collected_pace *out);

/* Earned and unearned early-payment discounts from..to, on their accounts. */
enum err collected_discounts(struct book *book, struct date from, struct date to, int64_t *earned,
                             int64_t *unearned);

/* Payments received from..to: how many; how many of them nothing waited of on `to`; and of those
 * how many were applied by AutoCash alone. Applications likewise. */
struct collected_touch {
    int64_t receipts, receipts_auto;
    int64_t lines, lines_auto;
};
enum err collected_touch(struct book *book, struct date from, struct date to,
                         struct collected_touch *out);

/* What became of the invoices and debit memos of a month by a day: billed = collected + credited +
 * discounted + written off + moved + open. What a payment brought until the due date is current. */
struct collected_fate {
    int month; /* since 1970-01 */
    int64_t billed, current, overdue, credited, discounted, written_off, moved, open;
};
/* Months first..first + count - 1, as of a day, by posted day. */
enum err collected_fates(struct book *book, int first, int count, struct date as_of,
                         struct collected_fate *out);

#endif
