/* reports: the table of all reports: what each is called, and its table and page.
 *
 * One row a report; a report that has a page shows it as text and on paper, and gives the table to
 * csv, json and lists. A report takes the options that concern it and leaves the others alone.
 * Memory: options borrow their texts. */
#ifndef REPORT_REPORTS_H
#define REPORT_REPORTS_H

#include "base/page.h"
#include "report/r_aging.h"
#include "report/r_disputes.h"
#include "report/r_statement.h"

struct report_options {
    struct aging_options
        aging;            /* as of, known on, customer, collector, currency: of every report */
    struct date from, to; /* of a period; to = NONE is aging.as_of */
    enum statement_kind statement;
    const char *language; /* of a statement; NULL = its customer's */
    int most;          /* rows, 0 = all */
    int days;          /* that are looked back */
    const char *user;  /* NULL = all */
    bool by_user;      /* one row each */
    struct date since; /* changes since the end of this day; NONE = of the month before */
    /* of the allowance: NULL or 0 = as the settings say */
    const char *allowance_rates, *allowance_by;
    int weeks;  /* that are looked ahead */
    int months; /* that are looked at, or that a debt must be unpaid before its tax comes back */
    enum dispute_group disputes; /* how they are gathered */
};
/* As aging_options_init; the period is the month of the book's today, up to today. */
void report_options_init(struct report_options *options, struct book *book);

typedef enum err report_table(struct book *book, const struct report_options *options,
                              struct sink *sink);
typedef enum err report_page(struct book *book, const struct report_options *options,
                             struct page *page);

/*    name, word, title, summary */
/* clang-format off */
#define REPORT_LIST(X)                                                                             \
    X(aging, "aging", "Aging", "who owes what, by age, as of any day")                             \
    X(openitems, "open-items", "Open items", "every item that was open on a day")                  \
    X(collection, "collection", "Collection",                                                      \
      "whom to call: overdue customers, per collector")                                            \
    X(debtors, "debtors", "Biggest debtors", "who owes most, with the share of all that is owed")  \
    X(changes, "changes", "Changes",                                                               \
      "what each customer owed a month end before, and now")                                       \
    X(worklist, "worklist", "Worklist", "whom to call first today, and why")                       \
    X(promises, "promises", "Promises kept",                                                       \
      "which promises customers kept, by count and amount")                                        \
    X(credit, "credit", "Credit",                                                                  \
      "limits, exposure, what is available, rules broken")                                         \
    X(statement, "statement", "Statement", "what a customer owes, as it is sent to them")          \
    X(activity, "activity", "Activity",                                                            \
      "all that happened with a customer in a period")                           \
    X(customer, "customer", "Customer",                                                            \
      "a customer's card: balance, items, disputes, people")                                       \
    X(cash, "cash", "Payments", "the payments of a period, by day and method")                     \
    X(dayend, "day-end", "End of the day",                                                         \
      "a day on one sheet: money, papers, the ledger tied")                                        \
    X(deposits, "deposits", "Deposits", "the deposits of a period, and what the bank got")         \
    X(unapplied, "unapplied", "Unapplied", "money and credits that are paid against nothing yet")  \
    X(disputes, "disputes", "Disputes",                                                            \
      "open cases, by reason, owner, cause, age; how long")                                        \
    X(causes, "causes", "Root causes",                                                             \
      "what went wrong, by month: disputes, returns, delay")                                       \
    X(charges, "charges", "Late charges",                                                          \
      "charged for late payment, and what accrued since")                                          \
    X(journal, "journal", "Journal", "what was recorded in a period, entry by entry")              \
    X(duties, "duties", "Duties of one person",                                                    \
      "what one person did alone that two should do")                                              \
    X(rollforward, "roll-forward", "Roll-forward",                                                 \
      "opening balance, what moved it, closing balance")                                           \
    X(cutoff, "cut-off", "Cut-off", "documents dated in one period and posted in another")         \
    X(exceptions, "exceptions", "Exceptions",                                                      \
      "everything that should not stay as it is, in one list")                                     \
    X(team, "team", "The team", "what each user did on each day: items, amounts, minutes")         \
    X(signs, "signs", "Signs of misuse",                                                           \
      "signs that money was taken, by who posts it")                                               \
    X(creditbalances, "credit-balances", "Credit balances",                                        \
      "customers whom we owe, with the reclass and back")                                          \
    X(subsequent, "subsequent-receipts", "Subsequent receipts",                                    \
      "what was open on a day, and what was paid on it since")                                     \
    X(dso, "dso", "Days sales outstanding", "how long money is out, month by month")               \
    X(trend, "trend", "Aging over time", "what is open by age, month end after month end")         \
    X(forecast, "forecast", "Cash to be expected",                                                 \
      "when money will come, week by week")                                                        \
    X(allowance, "allowance", "Allowance",                                                         \
      "what is not expected to come, bucket by bucket")                                            \
    X(metrics, "metrics", "Numbers", "the figures of collection, each with its formula")           \
    X(collected, "collected", "Billed and collected",                                              \
      "per month what was billed, and what became of it")                                          \
    X(tax, "tax", "Tax", "output tax by code and period, tied to the tax accounts")                \
    X(baddebttax, "bad-debt-tax", "Tax on bad debt",                                               \
      "tax on what stayed unpaid, to be asked back or was")                                        \
    X(limitation, "limitation", "Claims that lapse",                                               \
      "what lapses soon, by the customer's law")                                                   \
    X(dormant, "dormant", "Dormant credits", "credits and unidentified money nobody asks for")     \
    X(writeoffs, "write-offs", "Write-offs", "what was written off in a period, and came back")    \
    X(insolvency, "insolvency", "Insolvency",                                                      \
      "an insolvent customer: items before and since")                                             \
    X(cashtax, "cash-tax", "Cash-basis tax", "the tax in what was paid in a period, by code")
/* clang-format on */

struct report {
    const char *name, *title, *summary;
    report_table *table;
    report_page *page; /* NULL = a table only */
};
extern const struct report reports_all[];           /* name NULL ends */
const struct report *report_find(const char *name); /* NULL = none */

#endif
