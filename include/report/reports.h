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

/*    name, word, what, title, summary
 * What: TABLE only, or a PAGE too; PEOPLE: a table of what people did, for those who answer for
 * them and for whoever audits. */
/* clang-format off */
#define REPORT_LIST(X)                                                                             \
    X(aging, "aging", TABLE, "Aging", "who owes what, by age, as of any day")                      \
    X(openitems, "open-items", TABLE, "Open items", "every item that was open on a day")           \
    X(collection, "collection", PAGE, "Collection",                                                \
      "whom to call: overdue customers, per collector")                                            \
    X(debtors, "debtors", TABLE, "Biggest debtors",                                                \
      "who owes most, with the share of all that is owed")                                         \
    X(changes, "changes", TABLE, "Changes",                                                        \
      "what each customer owed a month end before, and now")                                       \
    X(worklist, "worklist", TABLE, "Worklist", "whom to call first today, and why")                \
    X(promises, "promises", TABLE, "Promises kept",                                                \
      "which promises customers kept, by count and amount")                                        \
    X(credit, "credit", TABLE, "Credit", "limits, exposure, what is available, rules broken")      \
    X(statement, "statement", PAGE, "Statement", "what a customer owes, as it is sent to them")    \
    X(activity, "activity", PAGE, "Activity", "all that happened with a customer in a period")     \
    X(customer, "customer", PAGE, "Customer",                                                      \
      "a customer's card: balance, items, disputes, people")                                       \
    X(cash, "cash", TABLE, "Payments", "the payments of a period, by day and method")              \
    X(dayend, "day-end", PAGE, "End of the day",                                                   \
      "a day on one sheet: money, papers, the ledger tied")                                        \
    X(deposits, "deposits", TABLE, "Deposits",                                                     \
      "the deposits of a period, and what the bank got")                                           \
    X(unapplied, "unapplied", TABLE, "Unapplied",                                                  \
      "money and credits that are paid against nothing yet")                                       \
    X(disputes, "disputes", PAGE, "Disputes",                                                      \
      "open cases, by reason, owner, cause, age; how long")                                        \
    X(causes, "causes", TABLE, "Root causes",                                                      \
      "what went wrong, by month: disputes, returns, delay")                                       \
    X(charges, "charges", TABLE, "Late charges",                                                   \
      "charged for late payment, and what accrued since")                                          \
    X(journal, "journal", TABLE, "Journal", "what was recorded in a period, entry by entry")       \
    X(duties, "duties", TABLE, "Duties of one person",                                             \
      "what one person did alone that two should do")                                              \
    X(rollforward, "roll-forward", TABLE, "Roll-forward",                                          \
      "opening balance, what moved it, closing balance")                                           \
    X(cutoff, "cut-off", TABLE, "Cut-off",                                                         \
      "documents dated in one period and posted in another")                                       \
    X(exceptions, "exceptions", TABLE, "Exceptions",                                               \
      "everything that should not stay as it is, in one list")                                     \
    X(team, "team", PEOPLE, "The team",                                                            \
      "what each user did on each day: items, amounts, minutes")                                   \
    X(signs, "signs", PEOPLE, "Signs of misuse", "signs that money was taken, by who posts it")    \
    X(creditbalances, "credit-balances", TABLE, "Credit balances",                                 \
      "customers whom we owe, with the reclass and back")                                          \
    X(subsequent, "subsequent-receipts", TABLE, "Subsequent receipts",                             \
      "what was open on a day, and what was paid on it since")                                     \
    X(dso, "dso", PAGE, "Days sales outstanding", "how long money is out, month by month")         \
    X(trend, "trend", PAGE, "Aging over time", "what is open by age, month end after month end")   \
    X(forecast, "forecast", PAGE, "Cash to be expected", "when money will come, week by week")     \
    X(allowance, "allowance", PAGE, "Allowance",                                                   \
      "what is not expected to come, bucket by bucket")                                            \
    X(metrics, "metrics", PAGE, "Numbers", "the figures of collection, each with its formula")     \
    X(collected, "collected", PAGE, "Billed and collected",                                        \
      "per month what was billed, and what became of it")                                          \
    X(tax, "tax", TABLE, "Tax", "output tax by code and period, tied to the tax accounts")         \
    X(baddebttax, "bad-debt-tax", TABLE, "Tax on bad debt",                                        \
      "tax on what stayed unpaid, to be asked back or was")                                        \
    X(limitation, "limitation", TABLE, "Claims that lapse",                                        \
      "what lapses soon, by the customer's law")                                                   \
    X(dormant, "dormant", TABLE, "Dormant credits",                                                \
      "credits and unidentified money nobody asks for")                                            \
    X(writeoffs, "write-offs", TABLE, "Write-offs",                                                \
      "what was written off in a period, and came back")                                           \
    X(insolvency, "insolvency", TABLE, "Insolvency",                                               \
      "an insolvent customer: items before and since")                                             \
    X(cashtax, "cash-tax", TABLE, "Cash-basis tax",                                                \
      "the tax in what was paid in a period, by code")
/* clang-format on */

struct report {
    const char *name, *title, *summary;
    report_table *table;
    report_page *page; /* NULL = a table only */
};
extern const struct report reports_all[];           /* name NULL ends */
const struct report *report_find(const char *name); /* NULL = none */

#endif
